//! The contract of corrections: what holds of a report that a reader corrected by hand.
//!
//! The cases are the same in every run; `PROPTEST_CASES=10000 cargo test --release --test corrections` looks for new ones.
#![cfg(not(target_arch = "wasm32"))]

use proptest::collection::vec;
use proptest::prelude::*;
use proptest::sample::Index;
use reports::{cases, checked, pairs};
use storydiff::report::{Range, Report};
use storydiff::{Correction, Options, compare};
use texts::{any_texts, revised_story};

#[path = "support/promises.rs"]
mod promises;
#[path = "support/reports.rs"]
mod reports;
#[allow(dead_code)] // the contract needs the others
#[path = "support/texts.rs"]
mod texts;

fn are_contrary(one: Correction, other: Correction) -> bool {
    (one.before, one.after) == (other.before, other.after) && one.paired != other.paired
}

/// Whether a sentence of the one paragraph is linked with one of the other.
fn are_linked(report: &Report, (b, a): (usize, usize)) -> bool {
    report.links.iter().any(|link| {
        let (from, to) = (
            &report.before.sentences[link.before],
            &report.after.sentences[link.after],
        );
        (from.paragraph, to.paragraph) == (b, a)
    })
}

/// Panics where the last correction does not hold, or one that says that two paragraphs are no counterparts.
fn check_corrections(corrections: &[Correction], report: &Report) {
    assert_eq!(report.corrections, corrections);
    let pairs = pairs(report);
    for (at, correction) in corrections.iter().enumerate() {
        let sides = (correction.before, correction.after);
        let later = &corrections[at + 1..];
        if correction.paired {
            assert!(
                !later.is_empty() || pairs.contains(&sides),
                "{sides:?} are apart"
            );
        } else if later.iter().all(|later| !are_contrary(*later, *correction)) {
            assert!(!pairs.contains(&sides), "{sides:?} are together");
            assert!(!are_linked(report, sides), "{sides:?} are linked");
        }
    }
}

/// Panics where one more correction changes what is so already, or takes paragraphs apart that it does not touch.
fn check_correction(correction: Correction, report: &Report, corrected: &Report) {
    let sides = (correction.before, correction.after);
    let pairs_before = pairs(report);
    let shared = pairs_before.contains(&sides);
    if shared == correction.paired && (shared || !are_linked(report, sides)) {
        let corrections = corrected.corrections.clone();
        assert_eq!(
            *corrected,
            Report {
                corrections,
                ..report.clone()
            }
        );
    }
    let pairs = pairs(corrected);
    for bead in &report.beads {
        let of = |range: Range| range.start..range.end;
        if of(bead.before).contains(&sides.0) || of(bead.after).contains(&sides.1) {
            continue;
        }
        for pair in of(bead.before).flat_map(|b| of(bead.after).map(move |a| (b, a))) {
            assert!(pairs.contains(&pair), "{pair:?} were taken apart");
        }
    }
}

proptest! {
    #![proptest_config(cases(64))]

    #[test]
    fn corrections_hold_and_keep_the_promises(
        (before, after) in prop_oneof![any_texts(), revised_story()],
        said in vec((any::<Index>(), any::<Index>(), any::<bool>()), 1..9),
    ) {
        let mut report = checked(&before, &after);
        let (n, m) = (report.before.paragraphs.len(), report.after.paragraphs.len());
        let mut options = Options::default();
        for (b, a, paired) in said {
            if n == 0 || m == 0 {
                break;
            }
            let correction = Correction { before: b.index(n), after: a.index(m), paired };
            let first = options.corrections.iter().all(|earlier| !are_contrary(*earlier, correction));
            options.corrections.push(correction);
            let corrected = compare(&before, &after, &options).unwrap();
            promises::check(&before, &after, &corrected);
            check_corrections(&options.corrections, &corrected);
            if first {
                check_correction(correction, &report, &corrected);
            }
            prop_assert_eq!(&corrected, &compare(&before, &after, &options).unwrap());
            report = corrected;
        }
    }
}

#[test]
fn a_correction_of_a_paragraph_that_is_not_there_is_named() {
    let correction = |before, after| Correction {
        before,
        after,
        paired: true,
    };
    let error = |wrong| {
        let options = Options {
            corrections: vec![correction(0, 1), correction(1, 0), wrong],
            ..Options::default()
        };
        let text = "The lamp was lit.\n\nThen it went out.";
        compare(text, text, &options).unwrap_err().to_string()
    };
    assert_eq!(
        error(correction(90, 0)),
        "corrections[2].before: there is no paragraph 90."
    );
    assert_eq!(
        error(correction(1, 2)),
        "corrections[2].after: there is no paragraph 2."
    );
}

#[test]
fn a_pair_made_by_hand_shows_what_its_words_have_in_common() {
    let before = "The lamp was lit.\n\nNobody had wound the clock since Easter.";
    let after = "The lamp was lit.\n\nSnow lay on a piano since Easter.";
    let options = Options {
        corrections: vec![Correction {
            before: 1,
            after: 1,
            paired: true,
        }],
        ..Options::default()
    };
    let report = compare(before, after, &options).unwrap();
    promises::check(before, after, &report);
    assert_eq!(pairs(&report), [(0, 0), (1, 1)]);
    let kept = report.beads[1]
        .edits
        .iter()
        .filter(|edit| edit.kind == "equal");
    let kept: Vec<_> = kept
        .map(|edit| &before[edit.before.start..edit.before.end])
        .collect();
    assert_eq!(kept.concat().trim(), "since Easter.");
    let json = serde_json::to_value(&report).unwrap();
    assert_eq!(
        json["corrections"],
        serde_json::json!([{ "before": 1, "after": 1, "paired": true }])
    );
}
