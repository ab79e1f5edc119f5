//! The audit of facts against what a careful reader finds in the samples: `tests/facts/*.json`, a row a fact.
//!
//! People write those files, from reading; programs never do.
#![cfg(not(target_arch = "wasm32"))]

use serde_json::Value;
use std::fs;
use std::path::Path;
use storydiff::report::Range;
use storydiff::{Options, compare};

/// A fact by its texts: kind, change, before, after; and whether it may count either way.
#[derive(Clone, Debug)]
struct Row {
    kind: String,
    change: String,
    before: Option<String>,
    after: Option<String>,
    optional: bool,
}

impl Row {
    /// Whether both are one fact: each side of the one holds that of the other.
    fn is(&self, other: &Row) -> bool {
        let alike = |one: &Option<String>, other: &Option<String>| match (one, other) {
            (Some(one), Some(other)) => one.contains(other) || other.contains(one),
            (one, other) => one.is_none() && other.is_none(),
        };
        self.kind == other.kind
            && self.change == other.change
            && alike(&self.before, &other.before)
            && alike(&self.after, &other.after)
    }
}

fn gold(sample: &str) -> Vec<Row> {
    let path = Path::new(env!("CARGO_MANIFEST_DIR")).join(format!("tests/facts/{sample}.json"));
    let gold: Value = serde_json::from_str(&fs::read_to_string(path).unwrap()).unwrap();
    let text = |value: &Value| value.as_str().map(str::to_owned);
    let rows = gold["facts"].as_array().unwrap().iter();
    rows.map(|row| Row {
        kind: text(&row[0]).unwrap(),
        change: text(&row[1]).unwrap(),
        before: text(&row[2]),
        after: text(&row[3]),
        optional: row[4] == Value::Bool(true),
    })
    .collect()
}

fn found(before: &str, after: &str) -> Vec<Row> {
    let report = compare(before, after, &Options::default());
    let cut = |text: &str, range: Option<Range>| {
        let units: Vec<u16> = text.encode_utf16().collect();
        range.map(|range| String::from_utf16(&units[range.start..range.end]).unwrap())
    };
    let rows = report.facts.iter().map(|fact| Row {
        kind: fact.kind.to_owned(),
        change: fact.change.to_owned(),
        before: cut(before, fact.before),
        after: cut(after, fact.after),
        optional: false,
    });
    rows.collect()
}

/// Facts of one kind: how many are right, found, and to be found.
#[derive(Default)]
struct Score(usize, usize, usize);

impl Score {
    fn add(&mut self, gold: &[Row], found: &[Row], missed: &mut Vec<String>) {
        let mut left = found.to_vec();
        let (optional, sure): (Vec<&Row>, Vec<&Row>) = gold.iter().partition(|row| row.optional);
        self.1 += found.len();
        self.2 += sure.len();
        for row in sure {
            match left.iter().position(|other| other.is(row)) {
                Some(at) => {
                    left.swap_remove(at);
                    self.0 += 1;
                }
                None => missed.push(format!("    missing {row:?}")),
            }
        }
        for row in optional {
            if let Some(at) = left.iter().position(|other| other.is(row)) {
                left.swap_remove(at);
                self.1 -= 1;
            }
        }
        missed.extend(left.iter().map(|row| format!("    instead {row:?}")));
    }

    fn f1(&self) -> f64 {
        2.0 * self.0 as f64 / (self.1 + self.2).max(1) as f64
    }
}

/// `-- --nocapture` prints the figures.
#[test]
fn the_facts_of_the_samples_are_those_that_a_reader_finds() {
    let samples = Path::new(env!("CARGO_MANIFEST_DIR")).join("www/samples");
    let read =
        |sample: &str, side: &str| fs::read_to_string(samples.join(sample).join(side)).unwrap();
    // A quotation told in wholly other words is not known again: two of the fifteen.
    for (kind, floor) in [
        ("quotation", 0.8),
        ("number", 0.9),
        ("date", 0.9),
        ("name", 0.9),
    ] {
        let (mut score, mut missed) = (Score::default(), Vec::new());
        for sample in ["lighthouse", "winter", "whetstone"] {
            let of_kind = |rows: Vec<Row>| -> Vec<Row> {
                rows.into_iter().filter(|row| row.kind == kind).collect()
            };
            let facts = found(&read(sample, "before.txt"), &read(sample, "after.txt"));
            score.add(&of_kind(gold(sample)), &of_kind(facts), &mut missed);
        }
        println!("{kind}: F1 {:.3} of {}", score.f1(), score.2);
        assert!(
            score.f1() >= floor,
            "{kind}: {}\n{}",
            score.f1(),
            missed.join("\n")
        );
    }
}

/// Checks the facts of a pair that have changed, `kind change before > after`, `; ` between them.
fn check(before: &str, after: &str, expected: &str) {
    let changed = found(before, after)
        .into_iter()
        .filter(|row| row.change != "kept");
    let rows: Vec<String> = changed
        .map(|row| {
            let [before, after] = [row.before, row.after].map(Option::unwrap_or_default);
            format!("{} {} {before} > {after}", row.kind, row.change)
        })
        .collect();
    assert_eq!(rows.join("; "), expected, "{before:?} {after:?}");
}

#[test]
fn what_is_written_otherwise_is_kept() {
    for (before, after) in [
        (
            "The town lost 97 percent of its boats that year.",
            "The town lost 97% of its boats that year.",
        ),
        (
            "The town lost 97 per cent of its boats that year.",
            "The town lost ninety-seven percent of its boats that year.",
        ),
        (
            "The bridge cost the county $1.5bn in the end.",
            "The bridge cost the county 1.5 billion dollars in the end.",
        ),
        (
            "They sold 1,500 lamps to the island that year.",
            "They sold fifteen hundred lamps to the island that year.",
        ),
        (
            "They sold 342 lamps to the island last spring.",
            "They sold three hundred and forty-two lamps to the island last spring.",
        ),
        (
            "The lamp was lit on 21 November 2026 by her.",
            "The lamp was lit on Nov. 21, 2026 by her.",
        ),
        (
            "The lamp was lit on November 21 by her alone.",
            "The lamp was lit on 21st November by her alone.",
        ),
        (
            "The boat leaves the old harbour at 2:30 p.m. sharp.",
            "The boat leaves the old harbour at 14:30 sharp.",
        ),
        (
            "Die Stadt zählte siebenundneunzig Boote, und sie waren alle alt.",
            "Die Stadt zählte 97 Boote, und sie waren alle alt.",
        ),
        (
            "Die Brücke hat die Stadt 1.500 Euro gekostet, nicht mehr.",
            "Die Brücke hat die Stadt eintausendfünfhundert Euro gekostet, nicht mehr.",
        ),
        (
            "“We came home,” said Anna Holm.",
            "'We came home,' said Holm.",
        ),
        (
            "“We came home, and nobody was there,” said Anna Holm.",
            "“We came home,” said Anna Holm, “and nobody was there.”",
        ),
        (
            "The C.I.A. said nothing about it, and Holm did not ask.",
            "The CIA said nothing about it, and Dr. Holm did not ask.",
        ),
    ] {
        check(before, after, "");
    }
}

#[test]
fn what_changed_is_told() {
    for (before, after, expected) in [
        (
            "The town lost 97 percent of its boats that year.",
            "The town lost 79 percent of its boats that year.",
            "number altered 97 percent > 79 percent",
        ),
        (
            "The town lost five boats and 12 oars that year.",
            "The town lost six boats and 12 oars that year.",
            "number altered five > six",
        ),
        (
            "The lamp was lit on 21 November 2026 by her.",
            "The lamp was lit on 12 November 2026 by her.",
            "date altered 21 November 2026 > 12 November 2026",
        ),
        (
            "The lamp was lit on Monday by the old keeper.",
            "The lamp was lit on Tuesday by the old keeper.",
            "date altered Monday > Tuesday",
        ),
        (
            "“We came home late,” said Anna Holm to the boy.",
            "“We came home late,” said Peter Vane to the boy.",
            "quotation reattributed We came home late, > We came home late,; name dropped Anna Holm > ; name added  > Peter Vane",
        ),
        (
            "“We came home late that night,” said Anna Holm.",
            "“We came home early that night,” said Anna Holm.",
            "quotation altered We came home late that night, > We came home early that night,",
        ),
        (
            "The letter was found by Katherine Holm in the tower.",
            "The letter was found by Catherine Holm in the tower.",
            "name altered Katherine Holm > Catherine Holm",
        ),
    ] {
        check(before, after, expected);
    }
}

#[test]
fn a_text_has_the_facts_of_itself() {
    let samples = Path::new(env!("CARGO_MANIFEST_DIR")).join("www/samples");
    for sample in ["lighthouse", "winter", "whetstone"] {
        let text = fs::read_to_string(samples.join(sample).join("before.txt")).unwrap();
        check(&text, &text, "");
    }
}
