//! What the program says and writes of two files.
#![cfg(not(target_arch = "wasm32"))]

#[path = "support/command.rs"]
mod command;

use command::{AFTER, BEFORE, Folder, printed, run, text};
use serde_json::{Value, from_slice, from_str, json};
use std::fs;

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
fn versions_of_one_name_are_told_apart_by_their_paths() {
    let folder = Folder::new("paths");
    fs::create_dir(folder.0.join("later")).unwrap();
    let [one, other] = ["one.txt", "later/one.txt"].map(|name| folder.file(name, "One lamp."));
    let summary = printed(&[&one, &other]);
    let heading = summary.split("\n\n").next().unwrap().replace('\n', "");
    assert_eq!(heading.replace(' ', ""), format!("{one}→{other}"));
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
}

#[test]
fn one_version_may_come_from_standard_input() {
    let [one, _] = Folder::new("stdin").pair();
    let output = run(&["--json", &one, "-"], AFTER);
    let report: Value = from_slice(&output.stdout).unwrap();
    assert_eq!(report["after"]["length"], AFTER.len());
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
    let joined = folder.file("joined.txt", BEFORE.replace("\n\n", " "));
    assert_eq!(status(&["--exit-code", &one, &joined]), Some(1));
    assert!(printed(&[&one, &joined]).contains("have the same words.\n"));
    let run_on = folder.file("run-on.txt", BEFORE.replace(", and", ",and"));
    assert_eq!(status(&["--exit-code", &one, &run_on]), Some(1));
    assert_eq!(status(&["--exit-code", &one, "missing.txt"]), Some(2));
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
            "bad.txt",
            b"\xef\xbb\xbfA l\xffmp".to_vec(),
            "“bad.txt” was read as UTF-8, as its byte order mark says. Some of its characters are not valid in it, and are shown as U+FFFD.",
        ),
        (
            "half.txt",
            marked(b"\xff\xfe", b"A\0 \0l"),
            "“half.txt” was read as UTF-16 LE, as its byte order mark says. Some of its characters are not valid in it, and are shown as U+FFFD.",
        ),
    ] {
        let path = folder.file(name, bytes);
        let output = run(&["--exit-code", &reference, &path], "");
        let differs = i32::from(said.contains("not valid in it"));
        assert_eq!(output.status.code(), Some(differs), "{name}");
        let expected = if said.is_empty() {
            String::new()
        } else {
            format!("storydiff: {}\n", said.replace(name, &path))
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
