//! What holds whatever bytes come: a function for each target of `fuzz/`, which panics where a promise is broken.
//! `tests/fuzzed.rs` calls them with the inputs that are kept.

mod choices;
mod draft;
mod editions;
mod pieces;

use crate::cli::comparison::Comparison;
use crate::cli::decode::decode;
use crate::cli::pair::{Setup, answer};
use crate::cli::recognise::{by_beginning, is_text};
use crate::cli::{critic, html, json, overview};
use crate::corrected::check_one_by_one;
use crate::promises;
use crate::reports::check_identity;
use choices::{Choices, text};
use serde_json::value::RawValue;
use std::collections::BTreeMap;
use std::sync::LazyLock;
use storydiff::{Correction, Kinship, Options, Report, compare, compare_with};

static KINSHIP: LazyLock<Kinship> =
    LazyLock::new(|| Kinship::parse(include_bytes!("../../www/kinship/english.bin")).unwrap());

/// How often a report is corrected at the most.
const CORRECTIONS: usize = 8;

/// Any two texts.
pub fn pairs(input: &[u8]) {
    let mut choices = Choices::new(input);
    let options = options(&mut choices);
    let [before, after] = choices.parts().map(text);
    check(&before, &after, &options);
    check_identity(&before, &options);
}

/// A story and what became of it, with kin words too.
pub fn edits(input: &[u8]) {
    let mut choices = Choices::new(input);
    let options = options(&mut choices);
    let (before, after) = draft::versions(&mut choices);
    check(&before, &after, &options);
    check_identity(&after, &options);
    let kin = || compare_with(&before, &after, &options, Some(&KINSHIP), |_| {}).unwrap();
    let report = kin();
    promises::check(&before, &after, &report);
    assert_eq!(report, kin());
}

/// A story and what became of it, and what a reader says of the alignment.
pub fn corrections(input: &[u8]) {
    let mut choices = Choices::new(input);
    let options = options(&mut choices);
    let said: Vec<_> = (0..choices.below(CORRECTIONS + 1))
        .map(|_| (choices.below(0x100), choices.below(0x100), choices.flip()))
        .collect();
    let (before, after) = draft::versions(&mut choices);
    let report = compare(&before, &after, &options).unwrap();
    let (n, m) = (
        report.before.paragraphs.len(),
        report.after.paragraphs.len(),
    );
    let there = said.iter().filter(|_| n > 0 && m > 0);
    let corrections = there.map(|(before, after, paired)| Correction {
        before: before % n,
        after: after % m,
        paired: *paired,
    });
    let corrections: Vec<_> = corrections.collect();
    check_one_by_one(&before, &after, report, &options, &corrections);
}

/// The bytes of two files, as the program reads them, and all that it writes of them.
pub fn bytes(input: &[u8]) {
    let files = Choices::new(input).parts();
    let decoded = files.map(|file| decode(file.to_vec()));
    for (file, decoded) in files.iter().zip(&decoded) {
        check_decoded(
            file,
            &decoded.text,
            decoded.assumed.map(|(encoding, _)| encoding),
        );
    }
    if files.iter().any(|file| by_beginning(file).is_some()) {
        return;
    }
    let [before, after] = decoded.map(|decoded| decoded.text);
    if !is_text(&before) || !is_text(&after) {
        return;
    }
    let report = check(&before, &after, &Options::default());
    let comparison = Comparison::new(["before.txt", "after.txt"], [&before, &after], report);
    check_written(&comparison);
}

/// Lines of many, as the program answers each of them.
pub fn lines(input: &[u8]) {
    let setup = Setup {
        options: Options::default(),
        kinship: None,
        summary_only: false,
    };
    for line in input.split(|byte| *byte == b'\n') {
        check_line(&answer(line, &setup));
    }
}

/// Panics where an answer is more than one line, or none of those that a line can have.
fn check_line(written: &[u8]) {
    assert!(!written.contains(&b'\n') && !written.contains(&b'\r'));
    // Part by part: an id comes back as it was given, and JSON has escapes that no string of Rust's holds.
    let read: BTreeMap<String, Box<RawValue>> = serde_json::from_slice(written).unwrap();
    let said = |name: &str| read.get(name).map(|part| part.get());
    assert!(said("report").is_some() != said("error").is_some());
    assert!(said("report").is_none_or(|report| report.starts_with('{')));
    assert!(said("error").is_none_or(|error| !error.starts_with("\"The comparison failed")));
}

/// Options as choices make them, without corrections.
fn options(choices: &mut Choices) -> Options {
    let mut options = Options::default();
    let paragraphs = choices.pick(&["auto", "blank-lines", "lines"]);
    let language = choices.pick(&[
        "auto", "en", "de", "fr", "fi", "ru", "he", "ar", "zh", "ja", "th",
    ]);
    options.set("paragraphs", paragraphs).unwrap();
    options.set("language", language).unwrap();
    options
}

/// The report of two texts, which keeps every promise, is the same a second time, and reads each text as it does with the
/// sides swapped.
fn check(before: &str, after: &str, options: &Options) -> Report {
    let report = compare(before, after, options).unwrap();
    promises::check(before, after, &report);
    assert_eq!(report, compare(before, after, options).unwrap());
    let swapped = compare(after, before, options).unwrap();
    promises::check(after, before, &swapped);
    assert_eq!(
        (&swapped.before, &swapped.after),
        (&report.after, &report.before)
    );
    report
}

/// Panics where something of a file is lost without a word, or a text that is written again is read as another.
fn check_decoded(file: &[u8], text: &str, assumed: Option<&str>) {
    let units: Vec<u16> = text.encode_utf16().collect();
    let lost = text.contains('\u{fffd}');
    let little: Vec<u8> = units.iter().flat_map(|unit| unit.to_le_bytes()).collect();
    let big: Vec<u8> = units.iter().flat_map(|unit| unit.to_be_bytes()).collect();
    match assumed {
        None => assert!(
            [
                text.as_bytes(),
                &[b"\xef\xbb\xbf", text.as_bytes()].concat()
            ]
            .contains(&file)
        ),
        Some("UTF-8") => assert!(lost, "UTF-8 is not named where nothing is lost"),
        Some("UTF-16 LE") => assert!(lost || file.ends_with(&little)),
        Some("UTF-16 BE") => assert!(lost || file.ends_with(&big)),
        Some("Windows-1252") => assert_eq!(text.chars().count(), file.len()),
        Some(other) => panic!("read as {other}"),
    }
    for marked in [
        [b"\xef\xbb\xbf", text.as_bytes()].concat(),
        [&b"\xff\xfe"[..], &little].concat(),
        [&b"\xfe\xff"[..], &big].concat(),
    ] {
        assert_eq!(decode(marked).text, text);
    }
}

/// Panics where what is written of a comparison cannot be read again.
fn check_written(comparison: &Comparison) {
    overview::overview(
        comparison,
        &["before.txt".to_owned(), "after.txt".to_owned()],
    );
    critic::markup(comparison);
    html::page(comparison).unwrap();
    let saved: serde_json::Value =
        serde_json::from_slice(&json::saved(comparison).unwrap()).unwrap();
    assert_eq!(
        saved["report"]["before"]["length"],
        comparison.report.before.length
    );
}
