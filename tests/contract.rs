//! The contract: what every report promises, for any two texts and for stories in particular.
//!
//! The cases are the same in every run; `PROPTEST_CASES=10000 cargo test --release --test contract` looks for new ones.
#![cfg(not(target_arch = "wasm32"))]

use cases::cases;
use proptest::prelude::*;
use reports::{check_identity, checked, pairs, report};
use storydiff::report::Report;
use storydiff::{Kinship, Options, compare, compare_with};
use texts::{SENTENCES, any_texts, laid_out_twice, plain_revision, revised_story, shuffled_story};

#[path = "support/cases.rs"]
mod cases;
#[path = "support/promises.rs"]
mod promises;
#[path = "support/reports.rs"]
mod reports;
#[path = "support/texts.rs"]
mod texts;

proptest! {
    #![proptest_config(cases(256))]

    #[test]
    fn any_two_texts_make_a_report_that_keeps_its_promises((before, after) in any_texts()) {
        checked(&before, &after);
    }

    #[test]
    fn a_story_and_its_revision_make_a_report_that_keeps_its_promises((before, after) in revised_story()) {
        checked(&before, &after);
    }
}

proptest! {
    #![proptest_config(cases(64))]

    #[test]
    fn every_option_keeps_the_promises(
        (before, after) in prop_oneof![any_texts(), revised_story()],
        paragraphs in prop_oneof![Just("auto"), Just("blank-lines"), Just("lines")],
        language in prop_oneof![Just("auto"), Just("en"), Just("de")],
    ) {
        let mut options = Options::default();
        options.set("paragraphs", paragraphs).unwrap();
        options.set("language", language).unwrap();
        promises::check(&before, &after, &compare(&before, &after, &options).unwrap());
    }

    #[test]
    fn a_text_is_equal_to_itself((text, _) in prop_oneof![any_texts(), revised_story()]) {
        check_identity(&text, &Options::default());
    }

    #[test]
    fn the_same_texts_make_the_same_report_byte_for_byte((before, after) in revised_story()) {
        let serialize = || serde_json::to_string(&report(&before, &after)).unwrap();
        prop_assert_eq!(serialize(), serialize());
    }

    #[test]
    fn swapping_the_sides_swaps_the_pairs((before, after) in plain_revision()) {
        let there = report(&before, &after);
        let back: Vec<_> = pairs(&report(&after, &before)).iter().map(|&(j, i)| (i, j)).collect();
        for bead in there.beads.iter().filter(|bead| bead.similarity >= 1.0) {
            prop_assert!(back.contains(&(bead.before.start, bead.after.start)), "{:?}", bead);
        }
        // What is only alike may be weighed otherwise, once in a while.
        let there = pairs(&there);
        let both = there.iter().filter(|pair| back.contains(pair)).count();
        prop_assert!(both * 10 >= (there.len().max(back.len())) * 8, "{:?} {:?}", there, back);
    }

    #[test]
    fn a_layout_changes_nothing((before, after) in laid_out_twice()) {
        let report = checked(&before, &after);
        for bead in &report.beads {
            prop_assert_eq!((bead.kind, bead.moved), ("match", false));
            prop_assert!(bead.similarity >= 0.9999);
            prop_assert!(bead.edits.iter().all(|edit| edit.kind == "equal"));
        }
    }

    #[test]
    fn a_paragraph_is_found_wherever_it_moved((before, after, order) in shuffled_story()) {
        let report = checked(&before, &after);
        let mut expected: Vec<_> = order.iter().enumerate().map(|(j, &i)| (i, j)).collect();
        expected.sort_unstable();
        prop_assert_eq!(pairs(&report), expected);
        prop_assert!(report.beads.iter().all(|bead| bead.similarity >= 1.0));
    }
}

#[test]
fn nothing_against_something_is_all_inserted_or_all_deleted() {
    let (nothing, something) = ("", "The lamp was lit.\n\nThen it went out.");
    for blank in [nothing, " \r\n\u{3000}\t\n"] {
        assert_eq!(checked(blank, blank).beads, []);
        let inserted = checked(blank, something);
        assert!(inserted.beads.iter().all(|bead| bead.kind == "insertion"));
        let deleted = checked(something, blank);
        assert!(deleted.beads.iter().all(|bead| bead.kind == "deletion"));
    }
}

#[test]
fn a_text_that_repeats_itself_is_equal_to_itself() {
    for text in [
        "3.5\n3.5",
        "No.\n\nNo.\n\nYes.\n\nNo.",
        "A lamp. A lamp.\n\nA lamp. A lamp. A lamp.",
    ] {
        check_identity(text, &Options::default());
    }
}

#[test]
fn the_same_text_may_hold_other_words_beside_another_script() {
    for (spaced, closed) in [
        (
            "The lamp\u{40000}À 外面下雪。",
            "The lamp\u{40000}À外面下雪。",
        ),
        ("我们在10-15 日到达。", "我们在10-15日到达。"),
        ("and/or 外面下雪。", "and/or外面下雪。"),
    ] {
        for (before, after) in [(spaced, closed), (closed, spaced)] {
            let report = checked(before, after);
            let edits = &report.beads[0].edits;
            let changed: Vec<_> = edits.iter().filter(|edit| edit.kind != "equal").collect();
            assert_eq!(changed.len(), 1, "{changed:?}");
            assert_eq!(changed[0].cosmetic, Some("whitespace"));
        }
    }
}

#[test]
fn a_paragraph_that_repeats_itself_is_equal_wherever_it_moved() {
    let [gate, clock, piano] = [SENTENCES[0], SENTENCES[1], SENTENCES[9]];
    let before = format!("{gate}\n\n{clock} {clock}\n\n{piano}\n\n{gate} {piano}");
    let after = format!("{gate}\n\n{piano}\n\n{gate} {piano}\n\n{clock} {clock}");
    let report = checked(&before, &after);
    assert_eq!(pairs(&report), [(0, 0), (1, 3), (2, 1), (3, 2)]);
    assert!(
        report
            .beads
            .iter()
            .all(|bead| bead.similarity >= 1.0 && bead.edits.len() == 1)
    );
}

#[test]
fn a_report_is_written_as_its_format_says() {
    let report = report("The lamp was lit.", "The lamp was lit. Nobody came.");
    let report = serde_json::to_value(report).unwrap();
    let keys = |value: &serde_json::Value| -> Vec<String> {
        value.as_object().unwrap().keys().cloned().collect()
    };
    assert_eq!(
        keys(&report),
        [
            "after",
            "approximate",
            "beads",
            "before",
            "engine",
            "facts",
            "format",
            "kinship",
            "links",
            "summary"
        ]
    );
    assert_eq!(
        keys(&report["before"]),
        ["language", "length", "paragraphs", "sentences", "words"]
    );
    assert_eq!(
        keys(&report["before"]["paragraphs"][0]),
        ["end", "role", "sentences", "start"]
    );
    assert_eq!(
        keys(&report["before"]["sentences"][0]),
        ["end", "paragraph", "start"]
    );
    assert_eq!(
        keys(&report["beads"][0]),
        ["after", "before", "edits", "kind", "moved", "similarity"]
    );
    let equal = &report["beads"][0]["edits"][0];
    assert_eq!(keys(equal), ["after", "before", "kind"]);
    assert_eq!(
        keys(&report["links"][0]),
        ["after", "before", "kind", "similarity"]
    );
    assert_eq!(
        keys(&report["summary"]),
        ["beads", "facts", "longest", "retold", "sameStory", "words"]
    );
    assert_eq!(
        keys(&report["summary"]["longest"]),
        ["after", "before", "words"]
    );
    assert_eq!(
        keys(&report["summary"]["facts"]),
        ["names", "numbers", "quotations"]
    );
}

#[test]
fn an_option_that_is_wrong_is_named() {
    let mut options = Options::default();
    let error = options.set("paragraph", "lines").unwrap_err().to_string();
    assert!(error.contains("\"paragraph\""), "{error}");
    let error = options.set("corrections", "none").unwrap_err().to_string();
    assert!(error.contains("\"corrections\""), "{error}");
    for name in ["paragraphs", "language"] {
        let error = options.set(name, "no such thing").unwrap_err().to_string();
        assert!(
            error.contains(name) && error.contains("no such thing"),
            "{error}"
        );
        options.set(name, "auto").unwrap();
    }
    assert_eq!(options, Options::default());
}

/// Texts that a careless engine takes quadratic time over, large enough for that to be felt.
mod hostile {
    use super::*;

    #[test]
    fn one_paragraph_two_thousand_times() {
        let paragraph = SENTENCES[..3].join(" ") + "\n\n";
        checked(&paragraph.repeat(2_000), &paragraph.repeat(1_900));
    }

    #[test]
    fn twenty_thousand_paragraphs_of_one_word() {
        let numbers = |step: usize| {
            let numbers = (0..20_000).map(|n| (n * step).to_string());
            numbers.collect::<Vec<_>>().join(
                "

",
            )
        };
        checked(&numbers(1), &numbers(3));
    }

    #[test]
    fn three_words_five_thousand_times() {
        let words = |seed: usize| -> String {
            let word = |n: usize| ["lamp ", "lit ", "out "][(n * n / seed) % 3];
            (0..5_000).map(word).collect()
        };
        checked(&words(7), &words(11));
    }

    #[test]
    fn one_line_of_two_hundred_kilobytes() {
        let line = |skip: usize| -> String {
            let sentences = (0..).map(|n: usize| SENTENCES[n * n / skip % SENTENCES.len()]);
            sentences.take(3_500).collect::<Vec<_>>().join(" ")
        };
        checked(&line(5), &line(7));
    }

    #[test]
    fn a_word_without_an_end() {
        checked(&"lamp".repeat(50_000), &"lamps".repeat(40_000));
        checked(&"雪が降る".repeat(5_000), &"雨が降る".repeat(5_000));
    }

    #[test]
    fn nothing_but_facts() {
        for (before, after) in [
            ("“", "”"),
            ("'", "‘"),
            ("“a” ", "‘a’ "),
            ("7", "9"),
            ("7 ", "97% "),
            ("seven hundred ", "seven thousand "),
            ("Anna ", "Anne "),
            ("Anna. ", "“Holm.” "),
            ("5 May 1999, ", "6 May 1999, "),
            ("$1,000-", "1.000.000,"),
        ] {
            checked(&before.repeat(50_000), &after.repeat(40_000));
        }
    }

    #[test]
    fn nothing_but_marks() {
        checked(&"?! ".repeat(20_000), &"... ".repeat(20_000));
        checked(&"“".repeat(50_000), &"\"".repeat(50_000));
        checked(&"\n\u{301}".repeat(20_000), &"\u{301}\n\n".repeat(20_000));
    }
}

/// The report of two texts with the table of kin words, which keeps every promise.
fn checked_with_kinship(before: &str, after: &str) -> Report {
    let kinship = Kinship::parse(include_bytes!("../www/kinship/english.bin")).unwrap();
    let report = compare_with(before, after, &Options::default(), Some(&kinship), |_| {}).unwrap();
    promises::check(before, after, &report);
    report
}

#[test]
fn kin_words_bear_on_what_is_freely_retold() {
    let (before, after) = (
        include_str!("../www/samples/winter/before.txt"),
        include_str!("../www/samples/winter/after.txt"),
    );
    let without = checked(before, after);
    let with = checked_with_kinship(before, after);
    assert_eq!((without.kinship, with.kinship), ("wanted", "used"));
    assert!(!without.engine.contains("kinship"));
    assert_eq!(
        with.engine,
        format!("{} with kinship english-128", without.engine)
    );
    assert_eq!(with, checked_with_kinship(before, after));
}

#[test]
fn kin_words_bear_on_no_close_foreign_or_empty_texts() {
    let close = (
        include_str!("../www/samples/whetstone/before.txt"),
        include_str!("../www/samples/whetstone/after.txt"),
    );
    let foreign = (
        "Die Lampe brannte. Er ging und kam nicht wieder. Und die Tür?",
        "Es war das Licht an. Man sah ihn nie mehr. Und die Tür stand auf.",
    );
    for (before, after) in [close, foreign, ("", ""), ("The lamp was lit.", "")] {
        let without = checked(before, after);
        assert_eq!(without.kinship, "none");
        assert_eq!(checked_with_kinship(before, after), without);
    }
}
