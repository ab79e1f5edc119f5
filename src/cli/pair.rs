//! One line of many: what it asks for, and its answer.

use super::json;
use serde::{Deserialize, Deserializer, Serialize};
use serde_json::Value;
use serde_json::value::RawValue;
use std::any::Any;
use std::panic::{AssertUnwindSafe, catch_unwind};
use storydiff::report::Summary;
use storydiff::{Correction, Kinship, Options, Report, compare_with};

/// How every pair is compared.
pub struct Setup {
    /// The options of the comparison, where a line does not say otherwise.
    pub options: Options,
    /// The table of kin words.
    pub kinship: Option<Kinship>,
    /// Whether the summary is all that is wanted of a report.
    pub summary_only: bool,
}

/// What a line says. Its parts are read one by one, so that the answer can name the one that is wrong.
#[derive(Deserialize)]
struct Pair<'l> {
    #[serde(borrow, default, deserialize_with = "given")]
    id: Option<&'l RawValue>,
    #[serde(borrow)]
    before: Option<&'l RawValue>,
    #[serde(borrow)]
    after: Option<&'l RawValue>,
    options: Option<Value>,
}

/// What of a line that cannot be read as a whole says which it is.
#[derive(Deserialize)]
struct Named<'l> {
    #[serde(borrow, default, deserialize_with = "given")]
    id: Option<&'l RawValue>,
}

/// What is said of a pair; `id` comes back as it was given.
#[derive(Serialize)]
struct Answer<'l> {
    #[serde(skip_serializing_if = "Option::is_none")]
    id: Option<&'l RawValue>,
    #[serde(skip_serializing_if = "Option::is_none")]
    report: Option<&'l Report>,
    #[serde(skip_serializing_if = "Option::is_none")]
    summary: Option<&'l Summary>,
    #[serde(skip_serializing_if = "Option::is_none")]
    error: Option<&'l str>,
}

const NOTHING: Answer<'static> = Answer {
    id: None,
    report: None,
    summary: None,
    error: None,
};

/// What was given, `null` too.
fn given<'l, D: Deserializer<'l>>(value: D) -> Result<Option<&'l RawValue>, D::Error> {
    Deserialize::deserialize(value).map(Some)
}

/// Answers a line, which comes without its end: with the report, or with what is wrong.
pub fn answer(line: &[u8], setup: &Setup) -> Vec<u8> {
    if !line.trim_ascii_start().starts_with(b"{") {
        return failure("This line is not an object of JSON.");
    }
    let pair: Pair = match serde_json::from_slice(line) {
        Ok(pair) => pair,
        Err(error) => return unread(line, &error),
    };
    let compared = guarded(|| compare(&pair, setup));
    let mut answer = Answer {
        id: pair.id,
        ..NOTHING
    };
    match &compared {
        Ok(report) if setup.summary_only => answer.summary = Some(&report.summary),
        Ok(report) => answer.report = Some(report),
        Err(error) => answer.error = Some(error),
    }
    written(&answer)
}

/// The answer to a line that cannot be read as a pair.
fn unread(line: &[u8], error: &serde_json::Error) -> Vec<u8> {
    match serde_json::from_slice::<Named>(line) {
        Ok(Named { id }) => written(&Answer {
            id,
            error: Some(&format!("This line cannot be read: {error}.")),
            ..NOTHING
        }),
        Err(_) => failure(&format!("This line is not an object of JSON: {error}.")),
    }
}

fn written(answer: &Answer) -> Vec<u8> {
    let line = json::line(answer).unwrap_or_else(|error| failure(&error.to_string()));
    if !line.contains(&b'\r') {
        return line;
    }
    // JSON has it between the parts of `id` alone, where it is white space; to some readers it is the end of a line.
    line.into_iter()
        .map(|byte| if byte == b'\r' { b' ' } else { byte })
        .collect()
}

/// The answer to a line of which nothing more can be said.
pub fn failure(error: &str) -> Vec<u8> {
    let answer = Answer {
        error: Some(error),
        ..NOTHING
    };
    json::line(&answer).unwrap_or_else(|_| br#"{"error":"It failed."}"#.to_vec())
}

/// A failure of the engine is one of this pair alone.
fn guarded<T>(work: impl FnOnce() -> Result<T, String>) -> Result<T, String> {
    catch_unwind(AssertUnwindSafe(work)).unwrap_or_else(|panic| Err(said(panic.as_ref())))
}

fn said(panic: &(dyn Any + Send)) -> String {
    let message = panic.downcast_ref::<String>().map(String::as_str);
    match message.or_else(|| panic.downcast_ref::<&str>().copied()) {
        Some(message) => format!("The comparison failed: {message}."),
        None => "The comparison failed.".to_owned(),
    }
}

fn compare(pair: &Pair, setup: &Setup) -> Result<Report, String> {
    let before = text("before", pair.before)?;
    let after = text("after", pair.after)?;
    let mut options = setup.options.clone();
    if let Some(given) = &pair.options {
        read_options(given, &mut options)?;
    }
    compare_with(&before, &after, &options, setup.kinship.as_ref(), |_| {})
        .map_err(|error| error.to_string())
}

fn text(name: &str, value: Option<&RawValue>) -> Result<String, String> {
    let value = value.ok_or_else(|| format!("\"{name}\" is missing."))?;
    let text: Result<String, _> = serde_json::from_str(value.get());
    text.map_err(|error| format!("\"{name}\" must be a string of whole characters: {error}."))
}

fn read_options(given: &Value, options: &mut Options) -> Result<(), String> {
    let given = given.as_object().ok_or("\"options\" must be an object.")?;
    for (name, value) in given {
        if name == "corrections" {
            options.corrections = corrections(value)?;
            continue;
        }
        if Options::knows(name) && !value.is_string() {
            return Err(format!("The option \"{name}\" must be a string."));
        }
        let set = options.set(name, value.as_str().unwrap_or_default());
        set.map_err(|error| error.to_string())?;
    }
    Ok(())
}

fn corrections(value: &Value) -> Result<Vec<Correction>, String> {
    let list = value.as_array();
    let list = list.ok_or("The option \"corrections\" must be an array.")?;
    let read = |(at, correction): (usize, &Value)| {
        let fault = |name, expected| format!("corrections[{at}].{name}: must be {expected}.");
        let index = |name| {
            let index = correction.get(name).and_then(Value::as_u64);
            let index = index.and_then(|index| usize::try_from(index).ok());
            index.ok_or_else(|| fault(name, "the index of a paragraph"))
        };
        let paired = correction.get("paired").and_then(Value::as_bool);
        Ok(Correction {
            before: index("before")?,
            after: index("after")?,
            paired: paired.ok_or_else(|| fault("paired", "a boolean"))?,
        })
    };
    list.iter().enumerate().map(read).collect()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_panic_is_said_of_its_pair_alone() {
        let failed = guarded::<()>(|| panic!("index {} out of bounds", 7));
        assert_eq!(
            failed,
            Err("The comparison failed: index 7 out of bounds.".to_owned())
        );
    }
}
