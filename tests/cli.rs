//! The program `storydiff`, driven as a person or a script drives it.
#![cfg(not(target_arch = "wasm32"))]

use serde_json::{Value, from_slice, from_str, json};
use std::fs;
use std::io::{BufRead, BufReader, Write};
use std::path::PathBuf;
use std::process::{Command, Output, Stdio};

const BEFORE: &str = "The red lamp went out at six.\n\nNobody had wound the clock since Easter.\n\nA dog slept in the barrow, and the gate stood open.\n";
const AFTER: &str = "A dog slept in the barrow, and the gate stood open.\n\nThe green lamp went out at seven.\n\nNobody had wound the clock since Easter.\n";

/// A folder for the files of one test.
struct Folder(PathBuf);

impl Folder {
    fn new(test: &str) -> Self {
        let path = PathBuf::from(env!("CARGO_TARGET_TMPDIR")).join(test);
        let _ = fs::remove_dir_all(&path);
        fs::create_dir_all(&path).unwrap();
        Self(path)
    }

    fn file(&self, name: &str, bytes: impl AsRef<[u8]>) -> String {
        let path = self.0.join(name);
        fs::write(&path, bytes).unwrap();
        path.to_str().unwrap().to_owned()
    }

    /// The usual pair, and what it is compared with.
    fn pair(&self) -> [String; 2] {
        [self.file("one.txt", BEFORE), self.file("other.txt", AFTER)]
    }
}

fn program(arguments: &[&str]) -> Command {
    let mut command = Command::new(env!("CARGO_BIN_EXE_storydiff"));
    command.args(arguments);
    command
}

/// Runs the program with something on its standard input.
fn run(arguments: &[&str], input: impl AsRef<[u8]>) -> Output {
    let mut child = program(arguments)
        .stdin(Stdio::piped())
        .stdout(Stdio::piped())
        .stderr(Stdio::piped())
        .spawn()
        .unwrap();
    let input = input.as_ref().to_vec();
    let mut stdin = child.stdin.take().unwrap();
    let writer = std::thread::spawn(move || {
        // A program that needs no input may end before it has it all.
        let _ = stdin.write_all(&input);
    });
    let output = child.wait_with_output().unwrap();
    writer.join().unwrap();
    output
}

/// What it prints where all is well, and says nothing else.
fn printed(arguments: &[&str]) -> String {
    let output = run(arguments, "");
    assert_eq!(text(&output.stderr), "");
    assert_eq!(output.status.code(), Some(0));
    text(&output.stdout)
}

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

fn text(bytes: &[u8]) -> String {
    String::from_utf8(bytes.to_vec()).unwrap()
}

#[test]
fn two_files_make_a_summary_on_eighty_columns() {
    let [one, other] = Folder::new("summary").pair();
    let summary = printed(&[&one, &other]);
    for said in [
        "one.txt → other.txt",
        "One paragraph moved",
        "paragraphs                  3        3",
        "  1 number altered",
        "The red lamp went out at [six].",
    ] {
        assert!(summary.contains(said), "{said} is not in:\n{summary}");
    }
    assert!(summary.lines().all(|line| line.chars().count() <= 80));
    assert_eq!(summary, printed(&["--summary", &one, &other]));
}

#[test]
fn a_long_list_of_facts_is_cut() {
    let folder = Folder::new("facts");
    let sentence = |count: usize, by: usize| {
        let told = |item: usize| format!("Ship {item} carried {} tons of coal.\n\n", item * 7 + by);
        (100..100 + count).map(told).collect::<String>()
    };
    let one = folder.file("one.txt", sentence(50, 1));
    let other = folder.file("other.txt", sentence(50, 2));
    let summary = printed(&[&one, &other]);
    assert!(summary.contains("  50 numbers altered\n"), "{summary}");
    assert!(summary.ends_with("         … and 30 more, which --html and --json list\n"));
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
fn the_report_is_that_of_the_library() {
    let [one, other] = Folder::new("json").pair();
    let report = storydiff::compare(BEFORE, AFTER, &storydiff::Options::default()).unwrap();
    let report = serde_json::to_value(report).unwrap();
    let printed_report: Value = from_str(&printed(&["--json", &one, &other])).unwrap();
    // Numbers without a fraction are written without one, as JavaScript has them.
    assert_eq!(printed_report["format"], report["format"]);
    assert_eq!(printed_report["facts"], report["facts"]);
    assert_eq!(printed_report["before"], report["before"]);
    let summary: Value = from_str(&printed(&["--json", "--summary", &one, &other])).unwrap();
    assert_eq!(summary, printed_report["summary"]);
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
fn a_table_of_kin_words_is_used() {
    let table = concat!(env!("CARGO_MANIFEST_DIR"), "/www/kinship/english.bin");
    let sample = |side| {
        format!(
            "{}/www/samples/winter/{side}.txt",
            env!("CARGO_MANIFEST_DIR")
        )
    };
    let (before, after) = (sample("before"), sample("after"));
    let printed = printed(&["--json", "--kinship", table, &before, &after]);
    assert!(printed.contains("\"kinship\":\"used\""));
    let said = refused(&["--kinship", &before, &before, &after], "");
    assert!(
        said.starts_with("The table of kin words cannot be used"),
        "{said}"
    );
}

#[test]
fn one_version_may_come_from_standard_input() {
    let [one, _] = Folder::new("stdin").pair();
    let output = run(&["--json", &one, "-"], AFTER);
    let report: Value = from_slice(&output.stdout).unwrap();
    assert_eq!(report["after"]["length"], AFTER.len());
    let said = refused(&["-", "-"], "");
    assert_eq!(said, "Only one of the two versions can be standard input.");
}

#[test]
fn the_exit_status_tells_on_demand_whether_they_differ() {
    let folder = Folder::new("exit");
    let [one, other] = folder.pair();
    let wrapped = folder.file("wrapped.txt", BEFORE.replace(" the", "  the"));
    let status = |arguments: &[&str]| run(arguments, "").status.code();
    assert_eq!(status(&[&one, &other]), Some(0));
    assert_eq!(status(&["--exit-code", &one, &other]), Some(1));
    assert_eq!(status(&["--exit-code", &one, &one]), Some(0));
    assert_eq!(status(&["--exit-code", &one, &wrapped]), Some(0));
    assert_eq!(status(&["--exit-code", &one, "missing.txt"]), Some(2));
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
fn encodings_are_told_apart_and_said() {
    let folder = Folder::new("encodings");
    let reference = folder.file("utf-8.txt", "Über “naïve” lamps – no more.");
    let units: Vec<u16> = "Über “naïve” lamps – no more.".encode_utf16().collect();
    let little: Vec<u8> = units.iter().flat_map(|unit| unit.to_le_bytes()).collect();
    let big: Vec<u8> = units.iter().flat_map(|unit| unit.to_be_bytes()).collect();
    let marked = |mark: &[u8], bytes: &[u8]| [mark, bytes].concat();
    for (name, bytes, said) in [
        (
            "bom.txt",
            marked(b"\xef\xbb\xbf", "Über “naïve” lamps – no more.".as_bytes()),
            "",
        ),
        (
            "le.txt",
            marked(b"\xff\xfe", &little),
            "“le.txt” was read as UTF-16 LE, as its byte order mark says.",
        ),
        (
            "be.txt",
            marked(b"\xfe\xff", &big),
            "“be.txt” was read as UTF-16 BE, as its byte order mark says.",
        ),
        (
            "no-mark.txt",
            little,
            "“no-mark.txt” was read as UTF-16 LE, as the pattern of its zero bytes suggests.",
        ),
        (
            "1252.txt",
            b"\xdcber \x93na\xefve\x94 lamps \x96 no more.".to_vec(),
            "“1252.txt” was read as Windows-1252, because it is not valid UTF-8.",
        ),
        (
            "half.txt",
            marked(b"\xff\xfe", b"A\0 \0l"),
            "“half.txt” was read as UTF-16 LE, as its byte order mark says. Some of its characters are not valid in it, and are shown as U+FFFD.",
        ),
    ] {
        let output = run(&["--exit-code", &reference, &folder.file(name, bytes)], "");
        let differs = i32::from(name == "half.txt");
        assert_eq!(output.status.code(), Some(differs), "{name}");
        let expected = if said.is_empty() {
            String::new()
        } else {
            format!("storydiff: {said}\n")
        };
        assert_eq!(text(&output.stderr), expected);
    }
}

#[test]
fn a_comparison_is_saved_with_both_texts() {
    let folder = Folder::new("saved");
    let [one, other] = folder.pair();
    let path = folder.0.join("saved.json");
    assert_eq!(
        printed(&["--save", path.to_str().unwrap(), &one, &other]),
        ""
    );
    let saved = fs::read(path).unwrap();
    assert!(saved.starts_with(b"{\"storydiff\":1,\"before\":{\"name\":\"one.txt\",\"text\":"));
    let saved: Value = from_slice(&saved).unwrap();
    assert_eq!(saved["after"], json!({"name": "other.txt", "text": AFTER}));
    assert_eq!(saved["report"]["format"], 1);
    let said = refused(&["--save", "no/such/folder.json", &one, &other], "");
    assert!(
        said.starts_with("“no/such/folder.json” cannot be written"),
        "{said}"
    );
}

#[test]
fn the_page_holds_story_text_as_text_alone() {
    let folder = Folder::new("html");
    let hostile = "<script>alert(1)</script> & \"quoted\" </style><!-- ]]> -->\r\rIt stays.";
    let one = folder.file(
        "<img src=x>.txt",
        format!("{hostile}\n\nA lamp was lit at six."),
    );
    let other = folder.file(
        "other.txt",
        format!("A lamp was lit at seven.\n\n{hostile}"),
    );
    let page = printed(&["--html", "-", &one, &other]);
    assert_eq!(page.matches("<script").count(), 1);
    assert_eq!(page.matches("</style").count(), 1);
    assert!(!page.contains("<img") && !page.contains("<!--") && !page.contains('\r'));
    assert!(page.contains("&lt;script&gt;alert(1)&lt;/script&gt; &amp; &quot;quoted&quot;"));
    assert!(page.contains("default-src 'none'"));
    let (_, saved) = page.split_once("id=\"storydiff\">").unwrap();
    let (saved, _) = saved.split_once("</script>").unwrap();
    assert!(!saved.contains('<'));
    let saved: Value = from_str(saved).unwrap();
    assert!(
        saved["before"]["text"]
            .as_str()
            .unwrap()
            .starts_with(hostile)
    );
}

#[test]
fn odd_texts_are_compared_like_any_other() {
    let folder = Folder::new("odd");
    let long = "All the lamps went out, one after the other, and nobody minded. ".repeat(1600);
    let texts = [
        "Lamp".to_owned(),
        "Lamp.\rLight.\r\rDark.".to_owned(),
        "{++ lamp ++} ~> {-- \\".to_owned(),
        "\u{1b}]0;title\u{7} \u{202e}".to_owned() + &"A lamp “thirty” 𝄞 said. ".repeat(20),
        long.replacen("nobody", "somebody", 3),
        long,
    ];
    let files: Vec<String> = (0..texts.len())
        .map(|index| folder.file(&format!("{index}.txt"), &texts[index]))
        .collect();
    for one in &files {
        for other in &files {
            let summary = printed(&[one, other]);
            let is_safe = |character: char| character == '\n' || !character.is_control();
            assert!(summary.chars().all(is_safe), "{summary:?}");
            for form in ["--json", "--critic", "--html=-", "--save=-"] {
                assert!(printed(&[form, one, other]).len() > 3);
            }
        }
    }
}

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
