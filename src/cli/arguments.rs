//! What is asked for on the command line.

use super::english;
use lexopt::{Arg, Parser, ValueExt};
use std::ffi::OsString;
use std::ops::RangeInclusive;
use storydiff::Options;

/// How many pairs may be compared at a time: more than any machine has cores, and less than it can have threads.
const JOBS: RangeInclusive<usize> = 1..=1024;

/// What is printed where help is asked for.
pub const HELP: &str = include_str!("help.txt");

/// What is to be done.
pub enum Task {
    /// To say how the program is used.
    Help,
    /// To say which version of the program this is.
    Version,
    /// To compare two files.
    Files(Files),
    /// To compare the pairs that standard input has, one a line.
    Lines(Lines),
}

/// Two files, and what is wanted of their comparison.
pub struct Files {
    /// The earlier version and the later one.
    pub paths: [OsString; 2],
    /// How they are compared.
    pub settings: Settings,
    /// What is printed.
    pub printed: Printed,
    /// Where the page is written.
    pub html: Option<OsString>,
    /// Where the saved comparison is written.
    pub saved: Option<OsString>,
    /// Whether the exit status tells if the versions differ.
    pub exit_code: bool,
}

/// Many pairs, and what is wanted of each comparison.
pub struct Lines {
    /// How they are compared, where a line does not say otherwise.
    pub settings: Settings,
    /// Whether the summary is all that is wanted of a report.
    pub summary_only: bool,
    /// How many pairs are compared at a time; as many as there are cores where not given.
    pub jobs: Option<usize>,
}

/// How texts are compared.
#[derive(Default)]
pub struct Settings {
    /// The options of the comparison.
    pub options: Options,
    /// The file of the table of kin words.
    pub kinship: Option<OsString>,
}

/// What is printed of a comparison.
#[derive(Clone, Copy, PartialEq, Eq)]
pub enum Printed {
    /// Sentences and figures.
    Summary,
    /// The report, as JSON.
    Report,
    /// The summary of the report, as JSON.
    ReportSummary,
    /// `CriticMarkup`.
    Critic,
    /// Nothing: what is wanted goes to files.
    Nothing,
}

/// What was given, before it is known to make sense together.
#[derive(Default)]
struct Given {
    paths: Vec<OsString>,
    settings: Settings,
    flags: Vec<String>,
    html: Option<OsString>,
    saved: Option<OsString>,
    jobs: Option<usize>,
}

/// Reads the arguments, the name of the program not among them.
///
/// # Errors
/// A sentence that says what is wrong with them.
pub fn read(arguments: impl IntoIterator<Item = OsString>) -> Result<Task, String> {
    let mut given = Given::default();
    let mut parser = Parser::from_args(arguments);
    while let Some(argument) = parser.next().map_err(|error| sentence(&error))? {
        match argument {
            Arg::Short('h') | Arg::Long("help") => return Ok(Task::Help),
            Arg::Short('V') | Arg::Long("version") => return Ok(Task::Version),
            Arg::Long(name) => {
                let name = name.to_owned();
                given.read_option(&name, &mut parser)?;
            }
            Arg::Short('j') => given.read_option("jobs", &mut parser)?,
            Arg::Value(path) => given.paths.push(path),
            Arg::Short(_) => return Err(sentence(&argument.unexpected())),
        }
    }
    given.task()
}

/// The options without a value.
const FLAGS: [&str; 5] = ["summary", "json", "critic", "ndjson", "exit-code"];

impl Given {
    /// Takes an option, and its value where it has one.
    fn read_option(&mut self, name: &str, parser: &mut Parser) -> Result<(), String> {
        let mut value = || match parser.optional_value() {
            Some(value) => Ok(value),
            None => next_value(name, parser),
        };
        match name {
            name if FLAGS.contains(&name) => self.flags.push(name.to_owned()),
            "html" => self.html = Some(value()?),
            "save" => self.saved = Some(value()?),
            "kinship" => {
                let path = value()?;
                if path == "-" {
                    return Err("--kinship takes a file, not standard input.".to_owned());
                }
                self.settings.kinship = Some(path);
            }
            "jobs" => {
                let jobs = value()?.parse().ok().filter(|jobs| JOBS.contains(jobs));
                self.jobs = Some(jobs.ok_or("--jobs takes a number from 1 to 1024.")?);
            }
            "paragraphs" | "language" => {
                let value = value()?.string().map_err(|error| sentence(&error))?;
                let set = self.settings.options.set(name, &value);
                set.map_err(|error| error.to_string())?;
            }
            _ => return Err(format!("There is no option --{name}.")),
        }
        Ok(())
    }

    /// What is to be done with all of it.
    fn task(self) -> Result<Task, String> {
        let is_set = |flag: &str| self.flags.iter().any(|given| given == flag);
        if is_set("ndjson") {
            let files_only = ["json", "critic", "exit-code"]
                .into_iter()
                .find(|flag| is_set(flag));
            let files_only = files_only
                .or(self.html.is_some().then_some("html"))
                .or(self.saved.is_some().then_some("save"));
            if let Some(flag) = files_only {
                return Err(format!("--ndjson does not go with --{flag}."));
            }
            if !self.paths.is_empty() {
                return Err("--ndjson reads standard input, and no files.".to_owned());
            }
            return Ok(Task::Lines(Lines {
                summary_only: is_set("summary"),
                settings: self.settings,
                jobs: self.jobs,
            }));
        }
        if self.jobs.is_some() {
            return Err("--jobs goes with --ndjson alone.".to_owned());
        }
        let to_files = self.html.is_some() || self.saved.is_some();
        let printed = match (is_set("json"), is_set("critic"), is_set("summary")) {
            (true, true, _) | (_, true, true) => return Err(ONE_AT_A_TIME.to_owned()),
            (true, false, false) => Printed::Report,
            (true, false, true) => Printed::ReportSummary,
            (false, true, false) => Printed::Critic,
            (false, false, false) if to_files => Printed::Nothing,
            (false, false, _) => Printed::Summary,
        };
        let printing = [&self.html, &self.saved].into_iter().flatten();
        let printing = printing.filter(|path| *path == "-").count();
        if printing + usize::from(printed != Printed::Nothing) > 1 {
            return Err(ONE_AT_A_TIME.to_owned());
        }
        let exit_code = is_set("exit-code");
        let paths = <[OsString; 2]>::try_from(self.paths).map_err(|paths| {
            format!(
                "Two files make a comparison, not {}: storydiff BEFORE AFTER. `storydiff --help` says more.",
                paths.len()
            )
        })?;
        if paths.iter().all(|path| path == "-") {
            return Err("Only one of the two versions can be standard input.".to_owned());
        }
        Ok(Task::Files(Files {
            paths,
            settings: self.settings,
            printed,
            html: self.html,
            saved: self.saved,
            exit_code,
        }))
    }
}

const ONE_AT_A_TIME: &str = "Only one thing at a time goes to standard output.";

/// The argument after an option, which is its value unless it looks like the next option.
fn next_value(name: &str, parser: &mut Parser) -> Result<OsString, String> {
    let value = parser.value().map_err(|error| sentence(&error))?;
    if value.as_encoded_bytes().starts_with(b"--") {
        let value = value.to_string_lossy();
        return Err(format!(
            "--{name} needs a value, and “{value}” looks like an option: --{name}={value} takes it all the same."
        ));
    }
    Ok(value)
}

fn sentence(error: &lexopt::Error) -> String {
    format!("{}.", english::capitalised(&error.to_string()))
}
