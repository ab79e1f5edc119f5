//! Which tokens two stretches of text have in common.
//!
//! Small stretches go to the `table`, which finds the best alignment there is, a bounded number of cells at a time. What
//! is too large for it is divided first: by a skeleton that `runs` lays (Myers 1986, on interned cores, so that
//! white space can match nothing), or, where a stretch is too large even for that, by its `chain` of unique runs.
//! Near-linear: no more cells a token than the square root of the largest table, a skeleton for a bounded number of
//! tokens at a time, and chains within chains no deeper than [`DEEP`].

use super::{Run, chain, table};
use crate::keys::{Key, Keys};
use crate::order::ascend;
use crate::runs;
use crate::version::Span;

/// What is too large.
#[derive(Clone, Copy)]
struct Limits {
    /// The largest table that is filled.
    cells: usize,
    /// How many tokens, of both sides, a skeleton is laid for at most: its time grows with the number of differences.
    skeleton: usize,
}

/// A table of 100,000 cells is filled in well under a millisecond.
const LIMITS: Limits = Limits {
    cells: 100_000,
    skeleton: 4096,
};

/// How long a common run must be, in tokens, to be trusted as part of the skeleton; shorter ones serve
/// where the stretch between two longer ones is still too large for the table.
const TRUSTED: usize = 4;

/// The lengths of the unique runs that divide the largest stretches, best first.
const UNIQUE: [usize; 3] = [4, 3, 2];

/// How often a stretch between unique runs is searched for runs that are unique there.
const DEEP: usize = 12;

/// The tokens that two stretches have in common, given and found as indices into the versions' tokens, ascending.
pub(super) struct Diff<'k> {
    keys: &'k Keys,
    limits: Limits,
    /// Maximal runs of pairs with equal cores.
    pub(super) runs: Vec<Run>,
    /// Whether a stretch was too large and cut in two blindly.
    pub(super) approximate: bool,
}

impl<'k> Diff<'k> {
    pub(super) fn new(keys: &'k Keys, before: Span, after: Span) -> Self {
        Self::within(LIMITS, keys, before, after)
    }

    fn within(limits: Limits, keys: &'k Keys, before: Span, after: Span) -> Self {
        let mut diff = Self {
            keys,
            limits,
            runs: Vec::new(),
            approximate: false,
        };
        diff.stretch(before, after, 0);
        diff
    }

    fn stretch(&mut self, before: Span, after: Span, depth: usize) {
        self.trimmed(before, after, |diff, before, after| {
            if cells(before, after) <= diff.limits.cells {
                diff.fill(before, after);
            } else if before.len() + after.len() <= diff.limits.skeleton {
                let skeleton = diff.skeleton(before, after);
                diff.between(before, after, &skeleton, TRUSTED);
            } else {
                diff.divide(before, after, depth);
            }
        });
    }

    /// Keeps what is identical at both ends and leaves the middle, unless it is empty on a side, to `inner`.
    /// The end goes first: what both ends could take is left to it, and changes to the beginning.
    fn trimmed(&mut self, before: Span, after: Span, inner: impl FnOnce(&mut Self, Span, Span)) {
        let (b, a) = (self.before(before), self.after(after));
        let same = |(b, a): &(&Key, &Key)| b.exact == a.exact;
        let tail = b.iter().rev().zip(a.iter().rev()).take_while(same).count();
        let (b, a) = (&b[..b.len() - tail], &a[..a.len() - tail]);
        let head = b.iter().zip(a).take_while(same).count();
        let middle_before = Span::new(before.start + head, before.end - tail);
        let middle_after = Span::new(after.start + head, after.end - tail);
        self.keep(before.start, after.start, head);
        if !middle_before.is_empty() && !middle_after.is_empty() {
            inner(self, middle_before, middle_after);
        }
        self.keep(middle_before.end, middle_after.end, tail);
    }

    /// The best alignment of a stretch that the table can hold.
    fn fill(&mut self, before: Span, after: Span) {
        let runs = table::align(self.before(before), self.after(after));
        for run in runs.into_iter().rev() {
            self.keep(before.start + run.before, after.start + run.after, run.len);
        }
    }

    /// Keeps the unique runs of a large stretch and diffs what stands between them.
    fn divide(&mut self, before: Span, after: Span, depth: usize) {
        if !self.have_words_in_common(before, after) {
            return;
        }
        let unique: &[usize] = if depth < DEEP { &UNIQUE } else { &[] };
        let runs = unique
            .iter()
            .map(|&k| chain::chain(self.before(before), self.after(after), k))
            .find(|runs| !runs.is_empty());
        let Some(runs) = runs else {
            self.halve(before, after, depth);
            return;
        };
        let (mut b, mut a) = (before.start, after.start);
        for run in runs {
            let (start_before, start_after) = (before.start + run.before, after.start + run.after);
            self.stretch(
                Span::new(b, start_before),
                Span::new(a, start_after),
                depth + 1,
            );
            self.keep(start_before, start_after, run.len);
            (b, a) = (start_before + run.len, start_after + run.len);
        }
        self.stretch(Span::new(b, before.end), Span::new(a, after.end), depth + 1);
    }

    /// The common runs of a stretch of bounded size, ascending.
    fn skeleton(&mut self, before: Span, after: Span) -> Vec<Run> {
        let cores = |keys: &[Key]| -> Vec<u32> { keys.iter().map(|key| key.core).collect() };
        let (runs, approximate) =
            runs::common(&cores(self.before(before)), &cores(self.after(after)));
        self.approximate |= approximate;
        runs.into_iter()
            .map(|run| Run {
                before: before.start + run.before,
                after: after.start + run.after,
                len: run.len,
            })
            .collect()
    }

    /// Keeps those runs of the skeleton that are at least `trusted` long and diffs what stands between them,
    /// where need be by trusting shorter ones.
    fn between(&mut self, before: Span, after: Span, mut skeleton: &[Run], trusted: usize) {
        let (mut b, mut a) = (before.start, after.start);
        loop {
            let anchor = skeleton.iter().position(|run| run.len >= trusted);
            let (shorter, rest) = skeleton.split_at(anchor.unwrap_or(skeleton.len()));
            let run = rest.first().copied().unwrap_or(Run {
                before: before.end,
                after: after.end,
                len: 0,
            });
            let (gap_before, gap_after) = (Span::new(b, run.before), Span::new(a, run.after));
            if shorter.is_empty() || cells(gap_before, gap_after) <= self.limits.cells {
                self.trimmed(gap_before, gap_after, |diff, before, after| {
                    if cells(before, after) <= diff.limits.cells {
                        diff.fill(before, after);
                    } else if diff.have_words_in_common(before, after) {
                        diff.halve(before, after, DEEP);
                    }
                });
            } else {
                self.between(gap_before, gap_after, shorter, trusted / 2);
            }
            self.keep(run.before, run.after, run.len);
            (b, a) = run.end();
            match rest.split_first() {
                Some((_, rest)) => skeleton = rest,
                None => return,
            }
        }
    }

    /// Halves a stretch that nothing divides: what is in common across the cut is missed.
    fn halve(&mut self, before: Span, after: Span, depth: usize) {
        self.approximate = true;
        let (b, a) = (
            before.start + before.len() / 2,
            after.start + after.len() / 2,
        );
        self.stretch(Span::new(before.start, b), Span::new(after.start, a), depth);
        self.stretch(Span::new(b, before.end), Span::new(a, after.end), depth);
    }

    fn have_words_in_common(&self, before: Span, after: Span) -> bool {
        let mut cores: Vec<u32> = self.before(before).iter().map(|key| key.core).collect();
        ascend(&mut cores);
        self.after(after)
            .iter()
            .any(|key| cores.binary_search(&key.core).is_ok())
    }

    /// Adds a common run, to the last one where it goes on from there.
    fn keep(&mut self, before: usize, after: usize, len: usize) {
        match self.runs.last_mut() {
            _ if len == 0 => {}
            Some(run) if run.end() == (before, after) => {
                run.len += len;
            }
            _ => self.runs.push(Run { before, after, len }),
        }
    }

    fn before(&self, span: Span) -> &'k [Key] {
        &self.keys.before[span.range()]
    }

    fn after(&self, span: Span) -> &'k [Key] {
        &self.keys.after[span.range()]
    }
}

/// How large a table two stretches need.
fn cells(before: Span, after: Span) -> usize {
    before.len().saturating_mul(after.len())
}

#[cfg(all(test, not(target_arch = "wasm32")))]
mod tests {
    use super::*;
    use proptest::prelude::*;

    /// Tokens by number: odd ones are the word of the even one before them in other typography.
    fn keys(tokens: &[u32]) -> Vec<Key> {
        let key = |&exact: &u32| Key {
            exact,
            core: exact / 2,
        };
        tokens.iter().map(key).collect()
    }

    fn diff(limits: Limits, before: &[u32], after: &[u32]) -> (Vec<Run>, bool) {
        let keys = Keys {
            before: keys(before),
            after: keys(after),
            words: Vec::new(),
        };
        let (b, a) = (Span::new(0, before.len()), Span::new(0, after.len()));
        let diff = Diff::within(limits, &keys, b, a);
        (diff.runs, diff.approximate)
    }

    fn kept(runs: &[Run]) -> usize {
        runs.iter().map(|run| run.len).sum()
    }

    /// The length of the longest common subsequence of cores.
    fn longest_common(before: &[u32], after: &[u32]) -> usize {
        let mut row = vec![0; after.len() + 1];
        for b in before {
            let mut diagonal = 0;
            for (j, a) in after.iter().enumerate() {
                let above = row[j + 1];
                row[j + 1] = if a / 2 == b / 2 {
                    diagonal + 1
                } else {
                    above.max(row[j])
                };
                diagonal = above;
            }
        }
        row[after.len()]
    }

    /// A text of few words or of many, and another one with parts of it moved and changed.
    fn texts() -> impl Strategy<Value = (Vec<u32>, Vec<u32>)> {
        let text = prop_oneof![
            proptest::collection::vec(0..6u32, 0..120),
            proptest::collection::vec(0..400u32, 0..120),
        ];
        let changes = proptest::collection::vec((0..12u8, 0..400u32), 120);
        (text, changes, 0..120usize).prop_map(|(before, changes, cut)| {
            let mut after: Vec<u32> = before
                .iter()
                .zip(changes)
                .flat_map(|(&token, change)| match change {
                    (0, _) => vec![],
                    (1, other) => vec![other],
                    (2, other) => vec![token, other],
                    (3, _) => vec![token ^ 1],
                    _ => vec![token],
                })
                .collect();
            let cut = cut.min(after.len());
            if cut % 3 == 0 {
                after.rotate_left(cut);
            }
            (before, after)
        })
    }

    proptest! {
        #[test]
        fn runs_ascend_and_pair_the_same_words((before, after) in texts(), cells in 1..400usize, skeleton in 2..200usize) {
            let (runs, _) = diff(Limits { cells, skeleton }, &before, &after);
            let mut at = (0, 0);
            for run in &runs {
                prop_assert!(at.0 <= run.before && at.1 <= run.after && run.len > 0);
                prop_assert!(at != (run.before, run.after) || at == (0, 0), "runs are maximal");
                for pair in 0..run.len {
                    prop_assert_eq!(before[run.before + pair] / 2, after[run.after + pair] / 2);
                }
                at = run.end();
            }
            prop_assert!(at.0 <= before.len() && at.1 <= after.len());
        }

        #[test]
        fn as_many_words_are_kept_as_can_be((before, after) in texts()) {
            // What runs cost, and other typography, may be worth a word in texts as long as these, not two.
            let (runs, approximate) = diff(LIMITS, &before, &after);
            let longest = longest_common(&before, &after);
            prop_assert!(!approximate && kept(&runs) <= longest);
            prop_assert!(kept(&runs) * 10 >= longest * 9, "{} of {longest}", kept(&runs));
        }
    }

    #[test]
    fn of_the_longest_alignments_the_one_with_fewest_runs_wins() {
        let (runs, _) = diff(LIMITS, &[2, 4, 6, 8], &[2, 10, 4, 2, 4, 6, 8]);
        assert_eq!(kept(&runs), 4);
        assert_eq!(runs.len(), 1);
    }

    #[test]
    fn a_bound_keeps_what_is_unique_and_says_what_it_cut() {
        let before: Vec<u32> = (0..5000).map(|token| 2 * token).collect();
        let mut after = before.clone();
        for token in after.iter_mut().step_by(9) {
            *token += 20_000;
        }
        let (runs, approximate) = diff(LIMITS, &before, &after);
        assert!(!approximate);
        assert_eq!(kept(&runs), longest_common(&before, &after));

        let few: Vec<u32> = (0..5000u32).map(|at| at * at % 7 * 2).collect();
        let other: Vec<u32> = few.iter().rev().copied().collect();
        let (runs, approximate) = diff(LIMITS, &few, &other);
        assert!(approximate);
        assert!(kept(&runs) > 1000);
    }
}
