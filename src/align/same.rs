//! Sentences that are equal but for typography, in order: the sure ground of edited texts.

use crate::interner::Interner;
use crate::keys::{Key, Keys};
use crate::runs::common;
use crate::version::{Sentence, Version};

/// Pairs of sentences with the same words in the same order, ascending on both sides; and whether a bound on the search
/// cut it short.
///
/// A diff over whole sentences as integers.
pub(super) fn sentences_in_order(
    before: &Version,
    after: &Version,
    keys: &Keys,
) -> (Vec<(usize, usize)>, bool) {
    let mut ids = Interner::default();
    let mut intern = |version: &Version, keys: &[Key]| -> Vec<u32> {
        version
            .sentences
            .iter()
            .map(|sentence| ids.intern(cores(sentence, keys)))
            .collect()
    };
    let before = intern(before, &keys.before);
    let after = intern(after, &keys.after);
    let (runs, approximate) = common(&before, &after);
    let pairs = runs
        .into_iter()
        .flat_map(|run| (0..run.len).map(move |k| (run.before + k, run.after + k)));
    (pairs.collect(), approximate)
}

/// The words of a sentence as keys.
pub(super) fn cores(sentence: &Sentence, keys: &[Key]) -> Vec<u32> {
    keys[sentence.tokens.range()]
        .iter()
        .map(|key| key.core)
        .collect()
}
