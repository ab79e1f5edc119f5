//! What was taken out at one place and put in at another.
//!
//! Among the tokens that no run keeps, pairs of neighbours that both sides have seed common runs; the longest
//! are kept first. A run that fits between those kept in order is kept in order, any other is a transposition.
//! Pairs that occur often seed nothing, so the work stays near-linear.

use super::cleanup::{contents, is_verbatim};
use super::{Run, Texts, kept};
use crate::keys::Key;
use crate::order::sorted;
use crate::version::{Span, Token, Version};

/// A pair of neighbours that stands more often than this among the changed tokens of a version seeds nothing.
const RARE: usize = 4;

/// Adds to `runs` (in order, ascending) and `moved` what they miss of the tokens `before` and `after`.
pub(super) fn find(
    texts: Texts,
    before: Span,
    after: Span,
    runs: &mut Vec<Run>,
    moved: &mut Vec<Run>,
) {
    let mut changed = Changed::new(before, after);
    for run in runs.iter().chain(moved.iter()) {
        changed.remove(*run);
    }
    let candidates = candidates(texts, &changed);
    if candidates.is_empty() {
        return;
    }
    let candidates = sorted(&candidates, |x, y| {
        y.len
            .cmp(&x.len)
            .then((x.before, x.after).cmp(&(y.before, y.after)))
    });
    for run in candidates {
        if !changed.holds(run) {
            continue;
        }
        let place = runs.partition_point(|other| other.before < run.before);
        let (earlier, later) = runs.split_at(place);
        let fits = earlier.last().is_none_or(|last| last.end().1 <= run.after)
            && later.first().is_none_or(|next| run.end().1 <= next.after);
        if fits && is_verbatim(texts, run) {
            runs.insert(place, run);
        } else if !fits && (is_verbatim(texts, run) || is_clause(texts, run)) {
            moved.push(run);
        } else {
            continue;
        }
        changed.remove(run);
    }
}

/// The common runs of changed tokens, as long as they go, that the layout can keep whole.
fn candidates(texts: Texts, changed: &Changed) -> Vec<Run> {
    let same = |b: usize, a: usize| {
        changed.before.has(b)
            && changed.after.has(a)
            && texts.keys.before[b].core == texts.keys.after[a].core
    };
    let (before, after) = (
        pairs(&changed.before, &texts.keys.before),
        pairs(&changed.after, &texts.keys.after),
    );
    let mut candidates = Vec::new();
    let mut rest = after.as_slice();
    for group in before.chunk_by(|one, other| one.0 == other.0) {
        let pair = group[0].0;
        rest = &rest[rest.partition_point(|other| other.0 < pair)..];
        let others = &rest[..rest.partition_point(|other| other.0 == pair)];
        if group.len() > RARE || others.len() > RARE {
            continue;
        }
        for (&(_, b), &(_, a)) in group
            .iter()
            .flat_map(|one| others.iter().map(move |other| (one, other)))
        {
            if b > 0 && a > 0 && same(b - 1, a - 1) {
                continue;
            }
            let mut run = Run {
                before: b,
                after: a,
                len: 2,
            };
            while same(b + run.len, a + run.len) {
                run.len += 1;
            }
            kept::whole(texts, run, &mut candidates);
        }
    }
    candidates
}

/// The cores of neighbours that are both changed, and where the first stands: by cores, then by place.
fn pairs(changed: &Flags, keys: &[Key]) -> Vec<([u32; 2], usize)> {
    let pairs: Vec<_> = changed
        .pairs()
        .map(|at| ([keys[at].core, keys[at + 1].core], at))
        .collect();
    sorted(&pairs, Ord::cmp)
}

/// Whether a run is a clause of its own, such as `he said`: punctuation parts it from its neighbours at both places.
fn is_clause(texts: Texts, run: Run) -> bool {
    contents(texts, run) > 0
        && run.len >= 2
        && stands_apart(texts.before, run.before, run.len)
        && stands_apart(texts.after, run.after, run.len)
}

fn stands_apart(version: &Version, start: usize, len: usize) -> bool {
    let tokens = &version.tokens[start..start + len];
    let trails = |token: &Token| token.core.end < token.span.end;
    let leads = |token: &Token| token.span.start < token.core.start;
    let begins = start == 0 || leads(&tokens[0]) || trails(&version.tokens[start - 1]);
    begins && (trails(&tokens[len - 1]) || start + len == version.tokens.len())
}

/// Which tokens of a bead no run keeps.
struct Changed {
    before: Flags,
    after: Flags,
}

impl Changed {
    fn new(before: Span, after: Span) -> Self {
        Self {
            before: Flags::new(before),
            after: Flags::new(after),
        }
    }

    fn remove(&mut self, run: Run) {
        self.before.clear(run.before, run.len);
        self.after.clear(run.after, run.len);
    }

    fn holds(&self, run: Run) -> bool {
        (0..run.len).all(|at| self.before.has(run.before + at) && self.after.has(run.after + at))
    }
}

/// A flag for each of a range of tokens.
struct Flags {
    start: usize,
    flags: Vec<bool>,
}

impl Flags {
    fn new(tokens: Span) -> Self {
        Self {
            start: tokens.start,
            flags: vec![true; tokens.len()],
        }
    }

    fn clear(&mut self, start: usize, len: usize) {
        self.flags[start - self.start..start - self.start + len].fill(false);
    }

    fn has(&self, token: usize) -> bool {
        token >= self.start && self.flags.get(token - self.start).is_some_and(|&flag| flag)
    }

    /// The tokens that have the flag and whose next one has it too.
    fn pairs(&self) -> impl Iterator<Item = usize> {
        self.flags
            .windows(2)
            .enumerate()
            .filter(|(_, pair)| pair[0] && pair[1])
            .map(|(at, _)| self.start + at)
    }
}
