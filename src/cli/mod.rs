//! The program `storydiff`: files, terminals and many pairs, of which the library knows nothing.

pub mod arguments;
pub mod comparison;
pub mod critic;
pub mod decode;
mod english;
pub mod files;
pub mod html;
pub mod json;
pub mod overview;
pub mod pair;
mod pairs;
mod quote;
pub mod recognise;
mod summary;
mod weave;
mod words;

use arguments::{Files, HELP, Printed, Settings, Task};
use comparison::Comparison;
use files::{file_at, print, read_bytes, read_story, shown, write};
use std::ffi::OsString;
use std::fmt::Display;
use storydiff::{Kinship, compare_with};

/// What the program ends with.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Outcome {
    /// What was asked for was done.
    Done,
    /// So it was, and the versions differ.
    Different,
}

/// Does what the arguments ask for.
///
/// # Errors
/// A sentence for a person.
pub fn run(arguments: impl IntoIterator<Item = OsString>) -> Result<Outcome, String> {
    match arguments::read(arguments)? {
        Task::Help => print(HELP.as_bytes())?,
        Task::Version => print(concat!("storydiff ", env!("CARGO_PKG_VERSION"), "\n").as_bytes())?,
        Task::Lines(lines) => {
            let kinship = read_kinship(&lines.settings)?;
            pairs::run(lines, kinship)?;
        }
        Task::Files(files) => return compare_files(&files),
    }
    Ok(Outcome::Done)
}

fn compare_files(files: &Files) -> Result<Outcome, String> {
    check_outputs(files)?;
    let kinship = read_kinship(&files.settings)?;
    let [before, after] = &files.paths;
    let (before, after) = (read_story(before)?, read_story(after)?);
    let options = &files.settings.options;
    let report = compare_with(&before.text, &after.text, options, kinship.as_ref(), |_| {})
        .map_err(|error| error.to_string())?;
    let names = [before.name.as_str(), after.name.as_str()];
    let comparison = Comparison::new(names, [&before.text, &after.text], report);

    if let Some(path) = &files.saved {
        write(path, &json::saved(&comparison).map_err(unwritable)?)?;
    }
    if let Some(path) = &files.html {
        write(
            path,
            html::page(&comparison).map_err(unwritable)?.as_bytes(),
        )?;
    }
    let report = &comparison.report;
    let mut printed = match files.printed {
        Printed::Summary => overview::overview(&comparison, &headings(files, names)).into_bytes(),
        Printed::Report => json::line(report).map_err(unwritable)?,
        Printed::ReportSummary => json::line(&report.summary).map_err(unwritable)?,
        Printed::Critic => critic::markup(&comparison).into_bytes(),
        Printed::Nothing => Vec::new(),
    };
    if matches!(files.printed, Printed::Report | Printed::ReportSummary) {
        printed.push(b'\n');
    }
    print(&printed)?;
    Ok(if files.exit_code && comparison.differs() {
        Outcome::Different
    } else {
        Outcome::Done
    })
}

/// What the versions are called above their summary: by their paths where their names are the same.
fn headings(files: &Files, names: [&str; 2]) -> [String; 2] {
    if names[0] == names[1] {
        let paths = files.paths.each_ref();
        return paths.map(|path| path.to_string_lossy().into_owned());
    }
    names.map(ToOwned::to_owned)
}

/// Refuses to write over a file that is read, or one file twice.
fn check_outputs(files: &Files) -> Result<(), String> {
    let outputs = [&files.html, &files.saved].into_iter().flatten();
    let outputs: Vec<_> = outputs.filter(|path| *path != "-").collect();
    let is_same = |one: &OsString, other: &OsString| {
        let file = file_at(one);
        file.is_some() && file == file_at(other)
    };
    for output in &outputs {
        let mut inputs = files.paths.iter().filter(|path| *path != "-");
        if inputs.any(|input| is_same(input, output)) {
            return Err(format!("{} is one of the two versions.", shown(output)));
        }
        let kinship = files.settings.kinship.as_ref();
        if kinship.is_some_and(|input| is_same(input, output)) {
            return Err(format!("{} is the table of kin words.", shown(output)));
        }
    }
    match outputs[..] {
        [html, saved] if is_same(html, saved) => {
            Err("--html and --save would write the same file.".to_owned())
        }
        _ => Ok(()),
    }
}

fn read_kinship(settings: &Settings) -> Result<Option<Kinship>, String> {
    let Some(path) = &settings.kinship else {
        return Ok(None);
    };
    let table = Kinship::parse(&read_bytes(path)?);
    let table = table.map_err(|error| format!("{}: {error}", shown(path)))?;
    Ok(Some(table))
}

fn unwritable(error: impl Display) -> String {
    format!("The comparison cannot be written as JSON: {error}.")
}
