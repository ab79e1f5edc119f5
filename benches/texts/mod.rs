//! Texts to measure speed with: pairs of versions, always the same, made from this project's own stories.
//!
//! `edited` is a later edition, most of whose sentences are kept; in `rewritten` every sentence is told anew; both at
//! four lengths. `hostile` texts are unlike any prose and made to take long. The same names mean the same texts to the
//! native benches (`benches/compare.rs`) and to those of JavaScript (`examples/bench_texts.rs` writes them to files).

mod hostile;
mod prose;
pub mod random;
mod revise;
mod templates;
mod vocabulary;

use prose::Writer;
use revise::{EDITED, REWRITTEN, Rates};

/// The lengths of the prose, in words of the earlier version.
pub const LENGTHS: [(&str, usize); 4] = [
    ("article", 1_300),
    ("10k", 10_000),
    ("100k", 100_000),
    ("1m", 1_000_000),
];

/// What the later version of prose is.
pub const REVISIONS: [(&str, Rates); 2] = [("edited", EDITED), ("rewritten", REWRITTEN)];

/// Two versions of a text.
pub struct Pair {
    pub before: String,
    pub after: String,
}

/// The names of all pairs: of prose, shorter ones first, then of hostile texts.
pub fn names() -> Vec<String> {
    let lengths = LENGTHS.iter();
    let prose =
        lengths.flat_map(|(length, _)| REVISIONS.map(|(kind, _)| format!("{kind}-{length}")));
    let hostile = hostile::ALL.iter().map(|(name, _)| (*name).to_owned());
    prose.chain(hostile).collect()
}

/// The pair of a name; none where there is no such name.
pub fn pair(name: &str) -> Option<Pair> {
    if let Some((_, make)) = hostile::ALL.iter().find(|(other, _)| *other == name) {
        return Some(make());
    }
    let (kind, length) = name.split_once('-')?;
    let (_, rates) = REVISIONS.iter().find(|(other, _)| *other == kind)?;
    let (_, words) = LENGTHS.iter().find(|(other, _)| *other == length)?;
    Some(prose(*words as u64, *words, rates))
}

/// Prose of so many words, and a revision of it; other seeds make other prose.
pub fn prose(seed: u64, words: usize, rates: &Rates) -> Pair {
    let mut writer = Writer::new(seed);
    let story = writer.story(words);
    let before = prose::lay_out(&story);
    let after = prose::lay_out(&revise::revise(story, rates, &mut writer));
    Pair { before, after }
}
