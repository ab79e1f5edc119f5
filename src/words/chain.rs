//! A skeleton of long stretches: what stands once in each.
//!
//! Runs of `k` words that stand once in both stretches can hardly be there by chance (the idea is Cohen's patience diff, on
//! runs instead of lines). Of their pairs the longest chain that ascends on both sides is the skeleton. Linear but for
//! a logarithm.

use super::Run;
use crate::keys::Key;

/// No place, and more than one.
const NONE: u32 = u32::MAX;
const MANY: u32 = u32::MAX - 1;

/// Runs of at least `k` tokens with the same cores, ascending, relative to the slices.
pub(super) fn chain(before: &[Key], after: &[Key], k: usize) -> Vec<Run> {
    let slots = (2 * before.len().max(after.len())).next_power_of_two();
    let (once_before, once_after) = (places(before, k, slots), places(after, k, slots));
    let mut pairs = Vec::new();
    for (b, gram) in before.windows(k).enumerate() {
        let slot = slot(gram, slots);
        let a = once_after[slot];
        if a >= MANY || once_before[slot] != place(b) {
            continue;
        }
        let a = a as usize;
        if gram.iter().zip(&after[a..]).all(|(b, a)| b.core == a.core) {
            pairs.push((b, a));
        }
    }
    let mut runs: Vec<Run> = Vec::new();
    for (b, a) in longest_ascending(&pairs) {
        match runs.last_mut() {
            Some(run) if b < run.end().0 || a < run.end().1 => {
                // Overlapping runs of k go on along one diagonal or not at all.
                if b - run.before == a - run.after {
                    run.len = b - run.before + k;
                }
            }
            _ => runs.push(Run {
                before: b,
                after: a,
                len: k,
            }),
        }
    }
    runs
}

/// By the hash of a run of `k` tokens, where it stands, if it is the only one with that hash: two that share a slot count
/// as repeated, which costs some anchors and no more.
fn places(keys: &[Key], k: usize, slots: usize) -> Vec<u32> {
    let mut places = vec![NONE; slots];
    for (at, gram) in keys.windows(k).enumerate() {
        let once = &mut places[slot(gram, slots)];
        *once = if *once == NONE { place(at) } else { MANY };
    }
    places
}

/// A place in 32 bits; those beyond serve as no anchors.
fn place(at: usize) -> u32 {
    u32::try_from(at).unwrap_or(MANY)
}

/// The slot of a run, for a power of two of slots: multiplicative hashing (Knuth, The Art of Computer Programming 3, 6.4).
fn slot(gram: &[Key], slots: usize) -> usize {
    const GOLDEN: u64 = 0x9e37_79b9_7f4a_7c15;
    let hash = gram.iter().fold(0u64, |hash, key| {
        (hash.rotate_left(5) ^ u64::from(key.core)).wrapping_mul(GOLDEN)
    });
    // The high bits are the well mixed ones.
    usize::try_from(hash >> 32).unwrap_or(0) & (slots - 1)
}

/// The longest part of some pairs, ascending by the first, that ascends by the second too (Fredman 1975).
fn longest_ascending(pairs: &[(usize, usize)]) -> Vec<(usize, usize)> {
    // The last pair of the best chain of each length, and of each pair the one before it.
    let mut ends: Vec<usize> = Vec::new();
    let mut previous: Vec<Option<usize>> = Vec::with_capacity(pairs.len());
    for (index, pair) in pairs.iter().enumerate() {
        let len = ends.partition_point(|&end| pairs[end].1 < pair.1);
        previous.push(len.checked_sub(1).map(|last| ends[last]));
        if len == ends.len() {
            ends.push(index);
        } else {
            ends[len] = index;
        }
    }
    let mut chain: Vec<(usize, usize)> =
        std::iter::successors(ends.last().copied(), |&index| previous[index])
            .map(|index| pairs[index])
            .collect();
    chain.reverse();
    chain
}
