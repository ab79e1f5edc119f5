//! Files in and out: what cannot be read is said in one sentence.

use super::decode::decode;
use super::recognise::{by_beginning, is_text};
use super::words::trim;
use std::ffi::OsStr;
use std::fs::{self, File};
use std::io::{self, ErrorKind, Read, Write};
use std::path::Path;

/// The largest file that is read, in bytes.
pub const MOST_BYTES: u64 = 100_000_000;

/// A text, and what it is called.
pub struct Story {
    /// The name of its file, without the folders.
    pub name: String,
    /// The text.
    pub text: String,
}

/// Reads a text; `-` is standard input. What had to be assumed is said on standard error.
///
/// # Errors
/// A sentence that names the file.
pub fn read_story(path: &OsStr) -> Result<Story, String> {
    let name = name_of(path);
    let bytes = read_bytes(path)?;
    if bytes.is_empty() {
        return Err(format!("{} is empty.", quoted(&name)));
    }
    if let Some(kind) = by_beginning(&bytes) {
        let name = quoted(&name);
        return Err(format!(
            "{name} {kind}, not a text: save it as plain text first."
        ));
    }
    let decoded = decode(bytes);
    if !is_text(&decoded.text) {
        let name = quoted(&name);
        return Err(format!(
            "{name} is not a text: it holds data that only a program can read."
        ));
    }
    if trim(&decoded.text).is_empty() {
        let name = quoted(&name);
        return Err(format!("{name} holds nothing but white space."));
    }
    if let Some((encoding, reason)) = decoded.assumed {
        let lost = if decoded.text.contains('\u{fffd}') {
            " Some of its characters are not valid in it, and are shown as U+FFFD."
        } else {
            ""
        };
        note(&format!(
            "{} was read as {encoding}, {reason}.{lost}",
            quoted(&name)
        ));
    }
    Ok(Story {
        name,
        text: decoded.text,
    })
}

/// Reads a file, or standard input where it is `-`.
///
/// # Errors
/// A sentence that names the file.
pub fn read_bytes(path: &OsStr) -> Result<Vec<u8>, String> {
    let mut bytes = Vec::new();
    let limit = MOST_BYTES + 1;
    let read = if path == "-" {
        io::stdin().lock().take(limit).read_to_end(&mut bytes)
    } else {
        File::open(path).and_then(|file| file.take(limit).read_to_end(&mut bytes))
    };
    let name = quoted(&path.to_string_lossy());
    read.map_err(|error| format!("{name} cannot be read: {}.", reason(&error)))?;
    if bytes.len() as u64 > MOST_BYTES {
        return Err(format!(
            "{name} is too large: 100 MB is the most that is read."
        ));
    }
    Ok(bytes)
}

/// Writes a file, or to standard output where it is `-`.
///
/// # Errors
/// A sentence that names the file.
pub fn write(path: &OsStr, bytes: &[u8]) -> Result<(), String> {
    if path == "-" {
        return print(bytes);
    }
    let name = quoted(&path.to_string_lossy());
    fs::write(path, bytes).map_err(|error| format!("{name} cannot be written: {}.", reason(&error)))
}

/// Prints to standard output, and quietly stops where nobody reads any more.
///
/// # Errors
/// A sentence.
pub fn print(bytes: &[u8]) -> Result<(), String> {
    let mut output = io::stdout().lock();
    let written = output.write_all(bytes).and_then(|()| output.flush());
    match written {
        Err(error) if error.kind() != ErrorKind::BrokenPipe => {
            Err(format!("The result cannot be printed: {}.", reason(&error)))
        }
        _ => Ok(()),
    }
}

/// Says something on standard error; where that is closed, nobody wants to hear it.
pub fn note(sentence: &str) {
    let _ = writeln!(io::stderr(), "storydiff: {sentence}");
}

/// A name from outside, fit to be printed on a terminal.
pub fn quoted(name: &str) -> String {
    format!("“{}”", printable(name))
}

/// A text from outside without characters that a terminal would obey.
pub fn printable(text: &str) -> String {
    let shown = |character: char| match character {
        '\u{202a}'..='\u{202e}' | '\u{2066}'..='\u{2069}' => char::REPLACEMENT_CHARACTER,
        character if character.is_control() => char::REPLACEMENT_CHARACTER,
        character => character,
    };
    text.chars().map(shown).collect()
}

fn name_of(path: &OsStr) -> String {
    if path == "-" {
        return "standard input".to_owned();
    }
    let name = Path::new(path).file_name().unwrap_or(path);
    name.to_string_lossy().into_owned()
}

/// Why it failed, as a part of a sentence.
fn reason(error: &io::Error) -> String {
    match error.kind() {
        ErrorKind::NotFound => "there is no such file".to_owned(),
        ErrorKind::PermissionDenied => "it is not allowed".to_owned(),
        ErrorKind::IsADirectory => "it is a folder".to_owned(),
        ErrorKind::StorageFull => "the disk is full".to_owned(),
        _ => error.to_string(),
    }
}
