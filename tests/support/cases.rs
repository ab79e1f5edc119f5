//! How many cases a property is tried on.

use proptest::prelude::*;
use proptest::test_runner::RngSeed;
use std::env;

/// So many cases: the same ones in every run, unless `PROPTEST_CASES` asks for others.
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
