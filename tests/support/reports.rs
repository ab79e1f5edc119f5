//! Reports to hold against their promises, and how many of them.

use crate::promises;
use proptest::prelude::*;
use proptest::test_runner::RngSeed;
use std::env;
use storydiff::report::{Range, Report};
use storydiff::{Options, compare};

/// How many cases a property is tried on: the same ones in every run, unless `PROPTEST_CASES` asks for others.
pub fn cases(cases: u32) -> ProptestConfig {
    let known = ProptestConfig {
        cases,
        rng_seed: RngSeed::Fixed(0),
        failure_persistence: None,
        ..ProptestConfig::default()
    };
    match env::var_os("PROPTEST_CASES") {
        Some(_) => ProptestConfig {
            failure_persistence: None,
            ..ProptestConfig::default()
        },
        None => known,
    }
}

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
