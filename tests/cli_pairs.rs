//! Many pairs, one a line.
#![cfg(not(target_arch = "wasm32"))]

#[path = "support/command.rs"]
mod command;

use command::{AFTER, BEFORE, Folder, printed, program, run, text};
use serde_json::{Value, from_str, json};
use std::io::{BufRead, BufReader, Write};
use std::process::Stdio;

/// The lines that come back for the given ones.
fn answers(arguments: &[&str], input: &[u8]) -> Vec<Value> {
    let output = run(&[&["--ndjson"], arguments].concat(), input);
    assert_eq!(output.status.code(), Some(0));
    assert_eq!(text(&output.stderr), "");
    let lines = text(&output.stdout);
    lines.lines().map(|line| from_str(line).unwrap()).collect()
}

#[test]
fn every_line_is_answered_in_order_and_a_bad_one_stops_nothing() {
    let input = [
        br#"{"before": "One lamp.", "after": "One lamp.", "id": {"a": [1, 2.50]}}"#.to_vec(),
        b"nonsense".to_vec(),
        b"".to_vec(),
        br#"[1, "One.", "One.", null]"#.to_vec(),
        b"\xff\xfe".to_vec(),
        br#"{"id": 7, "before": "One."}"#.to_vec(),
        br#"{"id": 8, "before": "One.", "after": 2}"#.to_vec(),
        br#"{"id": 9, "before": "One.", "after": "\ud800"}"#.to_vec(),
        br#"{"id": 10, "before": "", "after": "\u0000 <b>"}"#.to_vec(),
        br#"{"id": 11, "before": "a", "after": "b", "options": {"paragraphs": "pages"}}"#.to_vec(),
        br#"{"id": 12, "before": "a", "after": "b", "options": {"pages": 1}}"#.to_vec(),
        br#"{"id": 13, "before": "a", "after": "b", "options": {"corrections": [{"before": 0, "after": 0, "paired": true}]}}"#.to_vec(),
        br#"{"id": 14, "before": "a", "after": "b", "options": {"corrections": [{"before": -1}]}}"#.to_vec(),
        br#"{"id": 15, "before": "a", "after": "b", "other": "column"}"#.to_vec(),
        br#"{"id": null, "before": "a", "after": "b"}"#.to_vec(),
    ]
    .join(&b'\n');
    let answers = answers(&["--jobs", "3"], &input);
    assert_eq!(answers.len(), 15);
    assert_eq!(answers[14].get("id"), Some(&Value::Null));
    assert_eq!(answers[0]["id"], json!({"a": [1, 2.50]}));
    assert_eq!(answers[0]["report"]["beads"][0]["kind"], "match");
    for bad in [1, 2, 3, 4] {
        assert!(answers[bad]["error"].is_string(), "{}", answers[bad]);
    }
    assert_eq!(
        answers[5],
        json!({"id": 7, "error": "\"after\" is missing."})
    );
    for bad in [6, 7, 9, 10, 12] {
        assert_eq!(answers[bad]["id"], bad + 2);
        assert!(answers[bad]["error"].is_string(), "{}", answers[bad]);
    }
    assert_eq!(answers[10]["error"], "There is no option \"pages\".");
    assert_eq!(answers[11]["report"]["corrections"][0]["paired"], true);
    for good in [8, 11, 13] {
        assert_eq!(answers[good]["id"], good + 2);
        assert!(answers[good]["report"].is_object(), "{}", answers[good]);
    }
}

#[test]
fn a_line_that_is_json_keeps_its_id_whatever_is_wrong_with_it() {
    let deep = format!("{}{}", "[".repeat(1000), "]".repeat(1000));
    let input = [
        br#"{"id": 0, "before": "a", "before": "b", "after": "c"}"#.to_vec(),
        format!(r#"{{"id": 1, "before": "a", "after": "b", "options": {deep}}}"#).into_bytes(),
        br#"{"before": "a", "before": "b"}"#.to_vec(),
        br#"{"id": 3, "before": "a""#.to_vec(),
    ]
    .join(&b'\n');
    let answers = answers(&[], &input);
    for (answer, id) in answers.iter().zip([Some(0), Some(1), None, None]) {
        assert_eq!(answer.get("id").cloned(), id.map(Value::from));
        assert!(answer["error"].is_string(), "{answer}");
    }
    let said = |at: usize| answers[at]["error"].as_str().unwrap();
    assert!(said(0).starts_with("This line cannot be read: duplicate field"));
    assert!(said(3).starts_with("This line is not an object of JSON: "));
}

#[test]
fn a_byte_order_mark_and_returns_between_the_parts_of_an_id_are_white_space() {
    let line = "{\"id\": [1,\r2], \"before\": \"a\", \"after\": \"b\"}\r\n";
    let output = run(&["--ndjson", "--summary"], format!("\u{feff}{line}{line}"));
    let lines = text(&output.stdout);
    assert!(!lines.contains('\r'), "{lines}");
    for line in lines.lines() {
        assert!(line.starts_with("{\"id\":[1, 2],\"summary\":{"), "{line}");
    }
    assert_eq!(lines.lines().count(), 2);
}

#[test]
fn many_pairs_come_back_in_order_and_as_they_would_alone() {
    let mut input = Vec::new();
    for id in 0..300 {
        // Some take a hundred times as long as others.
        let times = if id % 50 == 0 { 100 } else { 1 };
        let pair = json!({"id": id, "before": BEFORE.repeat(times), "after": AFTER.repeat(times)});
        writeln!(input, "{pair}").unwrap();
    }
    let all = answers(&["--summary", "--jobs", "4"], &input);
    let ids: Vec<u64> = all
        .iter()
        .map(|answer| answer["id"].as_u64().unwrap())
        .collect();
    assert_eq!(ids, (0..300).collect::<Vec<u64>>());
    let [one, other] = Folder::new("alone").pair();
    let alone: Value = from_str(&printed(&["--json", "--summary", &one, &other])).unwrap();
    assert_eq!(all[1], json!({"id": 1, "summary": alone}));
    assert_eq!(answers(&["--summary", "--jobs", "1"], &input), all);
}

#[test]
fn answers_come_while_lines_are_still_to_come() {
    let mut child = program(&["--ndjson", "--summary"])
        .stdin(Stdio::piped())
        .stdout(Stdio::piped())
        .spawn()
        .unwrap();
    let mut input = child.stdin.take().unwrap();
    let mut output = BufReader::new(child.stdout.take().unwrap());
    for id in 0..3 {
        writeln!(input, "{}", json!({"id": id, "before": "a", "after": "b"})).unwrap();
        let mut line = String::new();
        output.read_line(&mut line).unwrap();
        assert!(line.starts_with(&format!("{{\"id\":{id},")), "{line}");
    }
    drop(input);
    assert!(child.wait().unwrap().success());
}

#[test]
fn a_reader_that_goes_away_ends_the_run_quietly() {
    let mut child = program(&["--ndjson"])
        .stdin(Stdio::piped())
        .stdout(Stdio::piped())
        .stderr(Stdio::piped())
        .spawn()
        .unwrap();
    let mut input = child.stdin.take().unwrap();
    drop(child.stdout.take());
    let line = json!({"before": BEFORE, "after": AFTER}).to_string() + "\n";
    // Standard input stays open: the program does not wait for more of it.
    while input.write_all(line.as_bytes()).is_ok() {}
    let output = child.wait_with_output().unwrap();
    assert_eq!(output.status.code(), Some(0));
    assert_eq!(text(&output.stderr), "");
}
