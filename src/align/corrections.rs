//! What readers correct by hand: which paragraphs are counterparts and which are not.
//!
//! Corrections are applied one after the other to the groups of paragraphs that the engine has found, each to what the
//! ones before it have left, and take apart no more than they must. One whose contrary is said later of the same two
//! paragraphs counts for nothing: who takes a correction back is where they would be without it.
//!
//! Time is linear in the corrections times the groups, and quadratic in the corrections: they are made by hand.

use super::beads::{heaviest, touching};
use super::links::Pair;
use super::similarity::Matrix;
use crate::options::Correction;
use crate::order::{order, sorted};
use crate::version::{Span, Version};

/// The least score of two sentences that tell the same where a reader says that their paragraphs are counterparts: links
/// with less are rare (see `likeness`).
const TOLD: f32 = 0.13;

/// All sentences of two paragraphs are held against each other up to so many pairs, which takes some milliseconds; of
/// more, those that were looked at anyway.
const MOST: usize = 10_000;

/// The corrections that count, in their order: all but those whose contrary is said later of the same two paragraphs.
pub(super) fn in_force(corrections: &[Correction]) -> Vec<Correction> {
    let mut in_force = Vec::new();
    for (at, &correction) in corrections.iter().enumerate() {
        let mut later = corrections[at..].iter();
        if !later
            .any(|later| later.sides() == correction.sides() && later.paired != correction.paired)
        {
            in_force.push(correction);
        }
    }
    in_force
}

/// The sentences that tell the same in paragraphs that a reader says are counterparts.
pub(super) fn told_by_hand(
    before: &Version,
    after: &Version,
    matrix: &mut Matrix,
    corrections: &[Correction],
) -> Vec<Pair> {
    let mut told = Vec::new();
    for correction in corrections.iter().filter(|correction| correction.paired) {
        let from = before.paragraphs[correction.before].sentences;
        let to = after.paragraphs[correction.after].sentences;
        for i in from.range() {
            if from.len() * to.len() <= MOST {
                matrix.fill(i, to.range());
            }
            for cell in &matrix.rows[i] {
                let j = cell.after as usize;
                if cell.score >= TOLD && to.range().contains(&j) {
                    told.push(Pair {
                        before: i,
                        after: j,
                        weight: cell.score,
                        similarity: cell.raw,
                    });
                }
            }
        }
    }
    told
}

/// Corrects the groups of paragraphs, then the pairs of sentences by them.
pub(super) fn apply(
    before: &Version,
    after: &Version,
    corrections: &[Correction],
    told: &[Pair],
    groups: &mut Vec<(Span, Span)>,
    pairs: &mut Vec<Pair>,
) {
    let mut beads = Beads {
        before,
        after,
        pairs,
        said: &[],
        groups: Vec::new(),
    };
    for &(from, to) in groups.iter() {
        beads.groups.push([from, to]);
    }
    let mut by_hand = Vec::new();
    for (at, correction) in corrections.iter().enumerate() {
        let sides = correction.sides();
        beads.said = &corrections[..=at];
        if !correction.paired {
            beads.part(sides);
        } else if !beads.share(sides) {
            beads.pair(sides);
            by_hand.push(sides);
        }
    }
    let mut made = Vec::new();
    for pair in told {
        let sides = sides_of(before, after, pair);
        if by_hand.contains(&sides) && beads.share(sides) {
            made.push(*pair);
        }
    }
    groups.clear();
    for [from, to] in beads.groups {
        if !from.is_empty() {
            groups.push((from, to));
        }
    }
    *pairs = linked(before, after, corrections, groups, &made, pairs);
}

/// The pairs of sentences but those across paragraphs that are no counterparts, and those of `made`, best first, whose
/// sentences nothing in their bead tells yet: each is told by one.
fn linked(
    before: &Version,
    after: &Version,
    corrections: &[Correction],
    groups: &[(Span, Span)],
    made: &[Pair],
    pairs: &[Pair],
) -> Vec<Pair> {
    // Where a paragraph of the later version has counterparts.
    let mut counterparts = vec![Span::default(); after.paragraphs.len()];
    for (from, to) in groups {
        counterparts[to.range()].fill(*from);
    }
    let mut told_before = vec![false; before.sentences.len()];
    let mut told_after = vec![false; after.sentences.len()];
    let mut linked = Vec::new();
    for pair in pairs {
        let sides = sides_of(before, after, pair);
        let mut said = corrections.iter();
        if said.any(|said| !said.paired && said.sides() == sides) {
            continue;
        }
        if counterparts[sides[1]].range().contains(&sides[0]) {
            told_before[pair.before] = true;
            told_after[pair.after] = true;
        }
        linked.push(*pair);
    }
    for at in order(made, |a, b| b.weight.total_cmp(&a.weight)) {
        let pair = made[at];
        if !told_before[pair.before] && !told_after[pair.after] {
            told_before[pair.before] = true;
            told_after[pair.after] = true;
            linked.push(pair);
        }
    }
    sorted(&linked, |a, b| {
        (a.before, a.after).cmp(&(b.before, b.after))
    })
}

/// The paragraphs of two sentences.
fn sides_of(before: &Version, after: &Version, pair: &Pair) -> [usize; 2] {
    [
        before.sentences[pair.before].paragraph,
        after.sentences[pair.after].paragraph,
    ]
}

/// A bead that all its paragraphs have left.
const GONE: [Span; 2] = [Span::new(0, 0); 2];

/// Beads being corrected. Side 0 is the earlier version, side 1 the later one.
struct Beads<'a> {
    before: &'a Version<'a>,
    after: &'a Version<'a>,
    /// Ascending by `(before, after)`.
    pairs: &'a [Pair],
    /// The corrections made so far.
    said: &'a [Correction],
    /// Paragraphs of both sides; those that stand in none have no counterpart.
    groups: Vec<[Span; 2]>,
}

impl Beads<'_> {
    /// The bead that a paragraph stands in, as an index.
    fn of(&self, side: usize, paragraph: usize) -> Option<usize> {
        let mut groups = self.groups.iter();
        groups.position(|group| group[side].range().contains(&paragraph))
    }

    /// Whether two paragraphs stand in one bead.
    fn share(&self, [p, q]: [usize; 2]) -> bool {
        self.of(0, p).is_some_and(|at| self.of(1, q) == Some(at))
    }

    /// Makes two paragraphs counterparts that are none: one that its bead can spare joins the other's bead, where it stands
    /// beside it. Where both can be spared, or neither, or they stand apart, they make a bead of their own.
    fn pair(&mut self, sides: [usize; 2]) {
        let spared = [self.can_spare(0, sides[0]), self.can_spare(1, sides[1])];
        for side in [0, 1] {
            if spared[side] {
                self.leave(side, sides[side]);
            }
        }
        if !self.join(sides) {
            self.leave(0, sides[0]);
            self.leave(1, sides[1]);
            self.join(sides);
        }
    }

    /// Takes two paragraphs apart: out of a split or a merge goes the one that has others beside it.
    fn part(&mut self, sides: [usize; 2]) {
        let Some(at) = self.of(0, sides[0]).filter(|_| self.share(sides)) else {
            return;
        };
        let bead = self.groups[at];
        match (bead[0].len(), bead[1].len()) {
            (1, _) => self.leave(1, sides[1]),
            (_, 1) => self.leave(0, sides[0]),
            _ => {
                self.groups[at] = GONE;
                self.regroup(bead, None);
            }
        }
    }

    /// Whether a paragraph can leave without any other losing its counterparts, and no correction holds it: it has none
    /// itself, or stands at an end of its side of a bead.
    fn can_spare(&self, side: usize, paragraph: usize) -> bool {
        self.of(side, paragraph).is_none_or(|at| {
            let [own, other] = [self.groups[at][side], self.groups[at][1 - side]];
            let mut held = self.said.iter().filter(|correction| correction.paired);
            let held = held.any(|correction| {
                let sides = correction.sides();
                sides[side] == paragraph && other.range().contains(&sides[1 - side])
            });
            own.len() > 1 && (paragraph == own.start || paragraph + 1 == own.end) && !held
        })
    }

    /// Takes a paragraph out of its bead. What remains stays together, unless it was the middle, or all, of its side.
    fn leave(&mut self, side: usize, paragraph: usize) {
        let Some(at) = self.of(side, paragraph) else {
            return;
        };
        let bead = std::mem::replace(&mut self.groups[at], GONE);
        let mut rest = bead;
        if paragraph == bead[side].start {
            rest[side].start += 1;
        } else if paragraph + 1 == bead[side].end {
            rest[side].end -= 1;
        } else {
            self.regroup(bead, Some((side, paragraph)));
            return;
        }
        if !rest[side].is_empty() {
            self.groups[at] = rest;
        }
    }

    /// Makes new beads of the paragraphs of a former one, but one that left it: first what corrections hold together, the
    /// last one first, then what its links do, the heaviest first.
    fn regroup(&mut self, former: [Span; 2], left: Option<(usize, usize)>) {
        let inside = |sides: [usize; 2]| {
            let stands = |side: usize| {
                let paragraph = sides[side];
                former[side].range().contains(&paragraph) && left != Some((side, paragraph))
            };
            stands(0) && stands(1)
        };
        let mut together = Vec::new();
        for said in self.said.iter().rev() {
            if said.paired && inside(said.sides()) {
                together.push(said.sides());
            }
        }
        self.join_all(&together);
        let first = |sentence: usize| self.pairs.partition_point(|pair| pair.before < sentence);
        let paragraphs = &self.before.paragraphs;
        let start = first(paragraphs[former[0].start].sentences.start);
        let end = first(paragraphs[former[0].end - 1].sentences.end);
        let linked = heaviest(self.before, self.after, &self.pairs[start..end]);
        together.clear();
        for (p, q) in linked {
            if inside([p, q]) {
                together.push([p, q]);
            }
        }
        self.join_all(&together);
    }

    /// Joins pairs of paragraphs until none is left that can be.
    fn join_all(&mut self, pairs: &[[usize; 2]]) {
        let mut joined = true;
        while joined {
            joined = false;
            for &sides in pairs {
                joined |= self.join(sides);
            }
        }
    }

    /// Puts two paragraphs, of which one at least has no counterpart, in one bead; false where they do not touch or a
    /// correction forbids it.
    fn join(&mut self, sides: [usize; 2]) -> bool {
        let (at, side) = match (self.of(0, sides[0]), self.of(1, sides[1])) {
            (None, None) => (self.groups.len(), 0),
            (Some(at), None) => (at, 1),
            (None, Some(at)) => (at, 0),
            _ => return false,
        };
        let [p, q] = sides;
        let mut bead = [Span::new(p, p + 1), Span::new(q, q + 1)];
        if let Some(growing) = self.groups.get(at) {
            bead = *growing;
            match touching(bead[side], sides[side]) {
                Some(grown) => bead[side] = grown,
                None => return false,
            }
        }
        let mut parted = self.said.iter().filter(|said| !said.paired);
        let [from, to] = bead;
        if parted
            .any(|said| from.range().contains(&said.before) && to.range().contains(&said.after))
        {
            return false;
        }
        match self.groups.get_mut(at) {
            Some(growing) => *growing = bead,
            None => self.groups.push(bead),
        }
        true
    }
}
