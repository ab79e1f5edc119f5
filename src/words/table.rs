//! The best alignment of two short runs of tokens, by dynamic programming over a table.
//!
//! Affine gaps (Gotoh 1982) in two states, kept and changed, insertions and deletions mixing freely in the
//! changed state: among the alignments that keep most words, one with the fewest runs of changes.
//! Time and memory are `O(n * m)`; the caller bounds `n * m`.

use super::Run;
use crate::keys::Key;

/// What a kept token is worth: identical, or the same word in other typography.
const IDENTICAL: i32 = 100;
const SAME_WORD: i32 = 90;
/// What a run of changes costs: so little that it only decides between alignments that keep as much.
const OPENING: i32 = 1;
/// Worse than any alignment, and far from the least there is.
const NEVER: i32 = i32::MIN / 2;

/// Where the best way to a cell came from, a bit field: whether its kept state was reached from a changed one…
const KEPT_FROM_CHANGED: u8 = 1;
/// …and whether its changed state was reached from the left, not from above, and there from a changed one.
const CHANGED_FROM_LEFT: u8 = 2;
const CHANGED_FROM_CHANGED: u8 = 4;

/// The best that alignments up to a cell are worth, by how they end.
#[derive(Clone, Copy)]
struct Best {
    kept: i32,
    changed: i32,
}

impl Best {
    /// What it is worth to go on with a change.
    fn change(self) -> i32 {
        self.changed.max(self.kept - OPENING)
    }
}

/// The runs of pairs, relative to the slices, that the best alignment keeps, last first. Changes stand as far to
/// the left as they can.
pub(super) fn align(before: &[Key], after: &[Key]) -> Vec<Run> {
    let width = after.len() + 1;
    let mut ways = vec![0; (before.len() + 1) * width];
    let mut row = vec![
        Best {
            kept: NEVER,
            changed: -OPENING,
        };
        width
    ];
    row[0] = Best {
        kept: 0,
        changed: NEVER,
    };
    ways[1..width].fill(CHANGED_FROM_LEFT | CHANGED_FROM_CHANGED);
    ways[1] = CHANGED_FROM_LEFT;
    for (i, (key, ways)) in before
        .iter()
        .zip(ways[width..].chunks_exact_mut(width))
        .enumerate()
    {
        ways[0] = if i == 0 { 0 } else { CHANGED_FROM_CHANGED };
        fill(&mut row, *key, after, &mut ways[1..]);
    }
    let end = row[after.len()];
    trace(&ways, (before.len(), after.len()), end.changed > end.kept)
}

/// Turns the row above into the row of `key`. Without branches, for most of the time is spent here.
fn fill(row: &mut [Best], key: Key, after: &[Key], ways: &mut [u8]) {
    let mut diagonal = row[0];
    let mut left = Best {
        kept: NEVER,
        changed: -OPENING,
    };
    row[0] = left;
    for ((best, other), way) in row[1..].iter_mut().zip(after).zip(ways) {
        let above = *best;
        let worth = if key.exact == other.exact {
            IDENTICAL
        } else if key.core == other.core {
            SAME_WORD
        } else {
            NEVER
        };
        let (from_above, from_left) = (above.change(), left.change());
        let changed = from_above.max(from_left);
        let is_left = from_left > from_above;
        let kept = if is_left { left.kept } else { above.kept };
        *way = u8::from(diagonal.changed > diagonal.kept) * KEPT_FROM_CHANGED
            + u8::from(is_left) * CHANGED_FROM_LEFT
            + u8::from(kept - OPENING < changed) * CHANGED_FROM_CHANGED;
        left = Best {
            kept: diagonal.kept.max(diagonal.changed).saturating_add(worth),
            changed,
        };
        *best = left;
        diagonal = above;
    }
}

/// Follows the ways back from the end, which `changed` tells the state of.
fn trace(ways: &[u8], end: (usize, usize), mut changed: bool) -> Vec<Run> {
    let width = end.1 + 1;
    let (mut i, mut j) = end;
    let mut runs: Vec<Run> = Vec::new();
    let mut in_run = false;
    while i > 0 || j > 0 {
        let way = ways[i * width + j];
        if changed {
            in_run = false;
            changed = way & CHANGED_FROM_CHANGED != 0;
            if way & CHANGED_FROM_LEFT != 0 {
                j -= 1;
            } else {
                i -= 1;
            }
            continue;
        }
        changed = way & KEPT_FROM_CHANGED != 0;
        (i, j) = (i - 1, j - 1);
        match runs.last_mut() {
            Some(run) if in_run => (run.before, run.after, run.len) = (i, j, run.len + 1),
            _ => runs.push(Run {
                before: i,
                after: j,
                len: 1,
            }),
        }
        in_run = true;
    }
    runs
}
