//! Files in and out: what cannot be read is said in one sentence.

use super::decode::decode;
use super::english::capitalised;
use super::recognise::{by_beginning, is_text};
use super::words::trim;
use std::ffi::OsStr;
use std::fs::{self, File};
use std::io::{self, ErrorKind, Read, Write};
use std::path::{Path, PathBuf};

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
    let shown = shown(path);
    let bytes = read_bytes(path)?;
    if bytes.is_empty() {
        return Err(format!("{shown} is empty."));
    }
    if let Some(kind) = by_beginning(&bytes) {
        return Err(format!(
            "{shown} {kind}, not a text: save it as plain text first."
        ));
    }
    let decoded = decode(bytes);
    if !is_text(&decoded.text) {
        return Err(format!(
            "{shown} is not a text: it holds data that only a program can read."
        ));
    }
    if trim(&decoded.text).is_empty() {
        return Err(format!("{shown} holds nothing but white space."));
    }
    if let Some((encoding, reason)) = decoded.assumed {
        let lost = if decoded.text.contains('\u{fffd}') {
            " Some of its characters are not valid in it, and are shown as U+FFFD."
        } else {
            ""
        };
        note(&format!("{shown} was read as {encoding}, {reason}.{lost}"));
    }
    Ok(Story {
        name: name_of(path),
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
    let shown = shown(path);
    read.map_err(|error| format!("{shown} cannot be read: {}.", reason(&error)))?;
    if bytes.len() as u64 > MOST_BYTES {
        return Err(format!(
            "{shown} is too large: 100 MB is the most that is read."
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
    fs::write(path, bytes).map_err(|error| {
        let reason = match error.kind() {
            // A file that is not there is made.
            ErrorKind::NotFound => "there is no such folder".to_owned(),
            _ => reason(&error),
        };
        format!("{} cannot be written: {reason}.", shown(path))
    })
}

/// Which file a path leads to, whether it is there yet or not; none where it is no file that could be lost.
pub fn file_at(path: &OsStr) -> Option<PathBuf> {
    let path = Path::new(path);
    if path.exists() {
        return path.canonicalize().ok().filter(|file| file.is_file());
    }
    let folder = path.parent()?;
    let folder = if folder.as_os_str().is_empty() {
        Path::new(".")
    } else {
        folder
    };
    Some(folder.canonicalize().ok()?.join(path.file_name()?))
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
    let _ = writeln!(io::stderr(), "storydiff: {}", printable(sentence));
}

/// A text from outside without characters that a terminal would obey, and that break or turn the line.
pub fn printable(text: &str) -> String {
    let turns = |character| matches!(character, '\u{61c}' | '\u{200e}' | '\u{200f}' | '\u{2028}'..='\u{202e}' | '\u{2066}'..='\u{2069}');
    let shown = |character: char| {
        if character.is_control() || turns(character) {
            char::REPLACEMENT_CHARACTER
        } else {
            character
        }
    };
    text.chars().map(shown).collect()
}

/// A file at the beginning of a sentence: by its path, as it was given.
pub fn shown(path: &OsStr) -> String {
    if path == "-" {
        return capitalised(STANDARD_INPUT);
    }
    format!("“{}”", path.to_string_lossy())
}

const STANDARD_INPUT: &str = "standard input";

fn name_of(path: &OsStr) -> String {
    if path == "-" {
        return STANDARD_INPUT.to_owned();
    }
    let name = Path::new(path).file_name().unwrap_or(path);
    name.to_string_lossy().into_owned()
}

/// Why it failed, as a part of a sentence.
pub fn reason(error: &io::Error) -> String {
    match error.kind() {
        ErrorKind::NotFound => "there is no such file".to_owned(),
        ErrorKind::PermissionDenied => "it is not allowed".to_owned(),
        ErrorKind::IsADirectory => "it is a folder".to_owned(),
        ErrorKind::StorageFull => "the disk is full".to_owned(),
        _ => error.to_string(),
    }
}
