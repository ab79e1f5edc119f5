//! Reports to hold against their promises.

use crate::promises;
use storydiff::report::{Range, Report};
use storydiff::{Options, compare};

pub fn report(before: &str, after: &str) -> Report {
    compare(before, after, &Options::default()).unwrap()
}

/// The report of two texts, which keeps every promise.
pub fn checked(before: &str, after: &str) -> Report {
    let report = report(before, after);
    promises::check(before, after, &report);
    report
}

/// Pairs of paragraphs that stand in one bead.
pub fn pairs(report: &Report) -> Vec<(usize, usize)> {
    let of = |range: Range| range.start..range.end;
    let beads = report.beads.iter();
    let pairs = beads
        .flat_map(|bead| of(bead.before).flat_map(move |i| of(bead.after).map(move |j| (i, j))));
    let mut pairs: Vec<_> = pairs.collect();
    pairs.sort_unstable();
    pairs
}

/// Panics unless a text is equal to itself, paragraph by paragraph.
pub fn check_identity(text: &str, options: &Options) {
    let report = compare(text, text, options).unwrap();
    promises::check(text, text, &report);
    let n = report.before.paragraphs.len();
    assert_eq!(pairs(&report), (0..n).map(|i| (i, i)).collect::<Vec<_>>());
    assert!(
        report
            .beads
            .iter()
            .all(|bead| !bead.moved && bead.similarity >= 1.0)
    );
    assert_eq!(report.summary.words.equal, report.before.words);
    assert!(report.summary.same_story >= 1.0);
    for fact in &report.facts {
        assert_eq!(fact.change, "kept", "{fact:?}");
    }
}
