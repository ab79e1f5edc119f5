//! What the program makes of its arguments, and what it refuses.
#![cfg(not(target_arch = "wasm32"))]

#[path = "support/command.rs"]
mod command;

use command::{Folder, printed, run, text};
use serde_json::{Value, from_str};
use std::fs;

/// What it says where nothing was compared.
fn refused(arguments: &[&str], input: &str) -> String {
    let output = run(arguments, input);
    assert_eq!(output.status.code(), Some(2), "{arguments:?}");
    assert_eq!(text(&output.stdout), "", "{arguments:?}");
    let said = text(&output.stderr);
    assert_eq!(said.lines().count(), 1, "{said}");
    said.strip_prefix("storydiff: ")
        .unwrap()
        .trim_end()
        .to_owned()
}

#[test]
fn help_and_version_are_printed() {
    assert!(printed(&["--help"]).contains("Usage: storydiff"));
    assert!(
        printed(&["-h"])
            .lines()
            .all(|line| line.chars().count() <= 80)
    );
    let version = concat!("storydiff ", env!("CARGO_PKG_VERSION"), "\n");
    assert_eq!(printed(&["--version"]), version);
}

#[test]
fn options_reach_the_comparison() {
    let folder = Folder::new("options");
    let [one, other] = [
        folder.file("one.txt", "One lamp.\nTwo lamps."),
        folder.file("other.txt", "One lamp.\nThree lamps."),
    ];
    let report = |options: &[&str]| -> Value {
        from_str(&printed(&[options, &["--json", &one, &other]].concat())).unwrap()
    };
    let lines = report(&["--paragraphs", "lines", "--language=de"]);
    assert_eq!(lines["before"]["paragraphs"].as_array().unwrap().len(), 2);
    assert_eq!(lines["before"]["language"], "de");
    let whole = report(&["--paragraphs=blank-lines"]);
    assert_eq!(whole["before"]["paragraphs"].as_array().unwrap().len(), 1);
}

#[test]
fn arguments_that_make_no_sense_are_said() {
    let [one, other] = Folder::new("arguments").pair();
    for (arguments, said) in [
        (
            &["--json", "--critic", &one, &other][..],
            "Only one thing at a time goes to standard output.",
        ),
        (
            &["--json", "--html", "-", &one, &other],
            "Only one thing at a time goes to standard output.",
        ),
        (&["--pages", &one, &other], "There is no option --pages."),
        (
            &["--paragraphs", "pages", &one, &other],
            "The option \"paragraphs\" takes \"auto\", \"blank-lines\" or \"lines\", not \"pages\".",
        ),
        (
            &["--jobs", "0", "--ndjson"],
            "--jobs takes a number from 1 on.",
        ),
        (
            &["--jobs", "2", &one, &other],
            "--jobs goes with --ndjson alone.",
        ),
        (
            &["-", "-"],
            "Only one of the two versions can be standard input.",
        ),
        (
            &["--ndjson", &one],
            "--ndjson reads standard input, and no files.",
        ),
        (
            &["--ndjson", "--html", &one],
            "--ndjson does not go with --html.",
        ),
    ] {
        assert_eq!(refused(arguments, ""), said);
    }
    assert!(
        refused(&[&one], "")
            .starts_with("Two files make a comparison, not 1: storydiff BEFORE AFTER.")
    );
}

#[test]
fn what_cannot_be_read_is_said_in_one_sentence() {
    let folder = Folder::new("refused");
    let good = folder.file("good.txt", "A lamp.");
    for (name, bytes, said) in [
        ("empty.txt", &b""[..], "“empty.txt” is empty."),
        (
            "blank.txt",
            b" \n\t",
            "“blank.txt” holds nothing but white space.",
        ),
        (
            "a.pdf",
            b"%PDF-1.7",
            "“a.pdf” is a PDF, not a text: save it as plain text first.",
        ),
        (
            "nul.txt",
            b"A \0 lamp.",
            "“nul.txt” is not a text: it holds data that only a program can read.",
        ),
        (
            "random.bin",
            &[0x80, 1, 2, 3, 0xff, 4, 5, 6, 7],
            "“random.bin” is not a text: it holds data that only a program can read.",
        ),
        ("\u{1b}[31mred.txt", b"", "“\u{fffd}[31mred.txt” is empty."),
    ] {
        assert_eq!(refused(&[&good, &folder.file(name, bytes)], ""), said);
    }
    assert_eq!(
        refused(&[&good, "no/such.txt"], ""),
        "“no/such.txt” cannot be read: there is no such file."
    );
    let said = refused(&[&good, folder.0.to_str().unwrap()], "");
    assert!(said.contains("cannot be read"), "{said}");
    let large = folder.file("large.txt", "");
    fs::File::options()
        .write(true)
        .open(&large)
        .unwrap()
        .set_len(100_000_001)
        .unwrap();
    let said = refused(&[&good, &large], "");
    assert!(
        said.ends_with("is too large: 100 MB is the most that is read."),
        "{said}"
    );
}

#[test]
fn what_cannot_be_used_or_written_is_said() {
    let [one, other] = Folder::new("unwritable").pair();
    let said = refused(&["--kinship", &one, &one, &other], "");
    assert!(
        said.starts_with("The table of kin words cannot be used"),
        "{said}"
    );
    let said = refused(&["--save", "no/such/folder.json", &one, &other], "");
    assert!(
        said.starts_with("“no/such/folder.json” cannot be written"),
        "{said}"
    );
}
