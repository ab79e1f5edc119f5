//! The contract of corrections: what holds of a report that a reader corrected by hand.
//!
//! The cases are the same in every run; `PROPTEST_CASES=10000 cargo test --release --test corrections` looks for new ones.
#![cfg(not(target_arch = "wasm32"))]

use cases::cases;
use corrected::check_one_by_one;
use proptest::collection::vec;
use proptest::prelude::*;
use proptest::sample::Index;
use reports::{checked, pairs};
use storydiff::{Correction, Options, compare};
use texts::{any_texts, revised_story};

#[path = "support/cases.rs"]
mod cases;
#[path = "support/corrected.rs"]
mod corrected;
#[path = "support/promises.rs"]
mod promises;
#[allow(dead_code)] // the contract needs the others
#[path = "support/reports.rs"]
mod reports;
#[allow(dead_code)] // the contract needs the others
#[path = "support/texts.rs"]
mod texts;

proptest! {
    #![proptest_config(cases(64))]

    #[test]
    fn corrections_hold_and_keep_the_promises(
        (before, after) in prop_oneof![any_texts(), revised_story()],
        said in vec((any::<Index>(), any::<Index>(), any::<bool>()), 1..9),
    ) {
        let report = checked(&before, &after);
        let (n, m) = (report.before.paragraphs.len(), report.after.paragraphs.len());
        let said = said.iter().filter(|_| n > 0 && m > 0);
        let said = said.map(|(b, a, paired)| Correction { before: b.index(n), after: a.index(m), paired: *paired });
        check_one_by_one(&before, &after, report, &Options::default(), &said.collect::<Vec<_>>());
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
