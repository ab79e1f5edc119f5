//! What holds of a report that a reader corrected by hand.

use crate::promises;
use crate::reports::pairs;
use storydiff::report::{Range, Report};
use storydiff::{Correction, Options, compare};

/// Makes corrections one after the other, of paragraphs that are there, and panics where a report that follows them breaks a
/// promise. `report` is that of the two texts before any of them.
pub fn check_one_by_one(
    before: &str,
    after: &str,
    mut report: Report,
    options: &Options,
    corrections: &[Correction],
) {
    for (at, correction) in corrections.iter().enumerate() {
        let (earlier, so_far) = (&corrections[..at], &corrections[..=at]);
        let options = Options {
            corrections: so_far.to_vec(),
            ..options.clone()
        };
        let corrected = compare(before, after, &options).unwrap();
        promises::check(before, after, &corrected);
        check_corrections(so_far, &corrected);
        if earlier
            .iter()
            .all(|earlier| !are_contrary(*earlier, *correction))
        {
            check_correction(*correction, &report, &corrected);
        }
        assert_eq!(corrected, compare(before, after, &options).unwrap());
        report = corrected;
    }
}

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
