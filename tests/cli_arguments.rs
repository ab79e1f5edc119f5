//! What the program makes of its arguments, and what it refuses.
#![cfg(not(target_arch = "wasm32"))]

#[path = "support/command.rs"]
mod command;

use command::{BEFORE, Folder, printed, program, run, text};
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
            "--jobs takes a number from 1 to 1024.",
        ),
        (
            &["--jobs", "1025", "--ndjson"],
            "--jobs takes a number from 1 to 1024.",
        ),
        (
            &["--jobs", "18446744073709551615", "--ndjson"],
            "--jobs takes a number from 1 to 1024.",
        ),
        (
            &["--kinship", "-", &one, &other],
            "--kinship takes a file, not standard input.",
        ),
        (
            &["--html", "--json", &one, &other],
            "--html needs a value, and “--json” looks like an option: --html=--json takes it all the same.",
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
        ("empty.txt", &b""[..], " is empty."),
        ("blank.txt", b" \n\t", " holds nothing but white space."),
        (
            "a.pdf",
            b"%PDF-1.7",
            " is a PDF, not a text: save it as plain text first.",
        ),
        (
            "nul.txt",
            b"A \0 lamp.",
            " is not a text: it holds data that only a program can read.",
        ),
        (
            "random.bin",
            &[0x80, 1, 2, 3, 0xff, 4, 5, 6, 7],
            " is not a text: it holds data that only a program can read.",
        ),
    ] {
        let path = folder.file(name, bytes);
        assert_eq!(refused(&[&good, &path], ""), format!("“{path}”{said}"));
    }
    assert_eq!(
        refused(&[&good, "no/such.txt"], ""),
        "“no/such.txt” cannot be read: there is no such file."
    );
    assert_eq!(refused(&[&good, "-"], ""), "Standard input is empty.");
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
    let expected = format!("“{one}”: The table of kin words cannot be used");
    assert!(said.starts_with(&expected), "{said}");
    assert_eq!(
        refused(&["--save", "no/such/folder.json", &one, &other], ""),
        "“no/such/folder.json” cannot be written: there is no such folder."
    );
}

#[test]
fn what_is_read_or_written_already_is_not_written_over() {
    let folder = Folder::new("clobber");
    let [one, other] = folder.pair();
    // The same file by another path.
    let roundabout = folder.0.join("../clobber/one.txt");
    let roundabout = roundabout.to_str().unwrap();
    for path in [&one, roundabout] {
        for option in ["--html", "--save"] {
            let said = format!("“{path}” is one of the two versions.");
            assert_eq!(refused(&[option, path, &one, &other], ""), said);
        }
    }
    assert_eq!(fs::read_to_string(&one).unwrap(), BEFORE);
    let table = folder.file("table.bin", "");
    assert_eq!(
        refused(&["--kinship", &table, "--save", &table, &one, &other], ""),
        format!("“{table}” is the table of kin words.")
    );
    let new = folder.0.join("new");
    let again = folder.0.join("../clobber/new");
    assert_eq!(
        refused(
            &[
                "--html",
                new.to_str().unwrap(),
                "--save",
                again.to_str().unwrap(),
                &one,
                &other
            ],
            ""
        ),
        "--html and --save would write the same file."
    );
    assert!(!new.exists());
    let odd = program(&["--save=--html", &one, &other])
        .current_dir(&folder.0)
        .status();
    assert!(odd.unwrap().success());
    assert!(folder.0.join("--html").exists());
}

#[test]
fn nothing_that_is_said_is_obeyed_by_a_terminal() {
    let folder = Folder::new("controls");
    let odd =
        "\u{1b}[31m\u{9b}\u{61c}\u{200e}\u{200f}\u{2028}\u{2029}\u{202a}\u{202e}\u{2066}\u{2069}";
    let is_odd = |character: char| character.is_control() || odd[5..].contains(character);
    let (one, other) = (
        folder.file(&format!("{odd}.txt"), "One lamp."),
        folder.file("other.txt", "Two lamps."),
    );
    let option = format!("--{odd}");
    for arguments in [
        &["--paragraphs", odd, &one, &other][..],
        &["--language", odd, &one, &other],
        &["--summary", odd, &other],
        &["--kinship", &one, &one, &other],
        &["--html", &option, &one, &other],
        &[&option, &one, &other],
    ] {
        let said = refused(arguments, "");
        assert!(said.contains('\u{fffd}'), "{said}");
        assert!(!said.contains(is_odd), "{said:?}");
    }
    for arguments in [&["--summary", &one, &other], &["--html=-", &one, &other]] {
        let said = printed(arguments);
        let (said, _) = said.split_once("<script").unwrap_or((&said, ""));
        let said = said.replace('\n', "");
        assert!(!said.contains(is_odd), "{said:?}");
    }
}
