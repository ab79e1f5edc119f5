//! What the targets call: the same as `tests/fuzzed.rs`.

#[allow(dead_code)] // not all of the program
#[path = "../../src/cli/mod.rs"]
mod cli;
#[path = "../../tests/support/corrected.rs"]
mod corrected;
#[path = "../../tests/support/fuzzed.rs"]
mod fuzzed;
#[path = "../../tests/support/promises.rs"]
mod promises;
#[allow(dead_code)] // the contract needs the others
#[path = "../../tests/support/reports.rs"]
mod reports;

pub use fuzzed::{bytes, corrections, edits, lines, pairs};
