//! The alignment: which sentences tell the same, and which paragraphs are counterparts.

mod band;
mod beads;
mod blocks;
mod candidates;
mod corrections;
mod features;
mod groups;
mod lexicon;
mod likeness;
mod links;
mod moves;
mod parameters;
mod position;
mod probe;
mod residue;
mod same;
mod similarity;
mod stem;
mod terms;
#[cfg(test)]
mod tests;

use crate::keys::Keys;
use crate::kinship::{Bearing, Kinship};
use crate::options::Correction;
use crate::version::{Span, Version};
use links::Pairing;
pub use parameters::Parameters;

/// Which sentences of the two versions tell the same.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct Link {
    /// Index into the earlier version's sentences.
    pub before: usize,
    /// Index into the later version's sentences.
    pub after: usize,
    /// How much of the one stands in the other.
    pub kind: LinkKind,
    /// 0..1; 1 only for equal text.
    pub similarity: f64,
}

/// How much of a sentence stands in its counterpart.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum LinkKind {
    /// Equal but for typography.
    Same,
    /// Most words are kept.
    Edited,
    /// Told in other words.
    Reworded,
    /// One holds a part of the other.
    Partial,
}

/// A bead (Gale & Church 1993): paragraphs of the one version and their counterparts in the other.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct Bead {
    /// Indices into the earlier version's paragraphs; empty for an insertion.
    pub before: Span,
    /// Indices into the later version's paragraphs; empty for a deletion.
    pub after: Span,
    /// Out of order with the unmoved beads: the move that it is part of, from 0 in the later version's order. Beads that
    /// stand next to each other in both versions move together.
    pub moved: Option<usize>,
    /// 0..1; 1 only for equal text.
    pub similarity: f64,
}

/// The alignment of two versions.
#[derive(Clone, Debug, Default)]
pub struct Alignment {
    /// Ascending by `(before, after)`.
    pub links: Vec<Link>,
    /// In reading order; every paragraph of each version stands in exactly one.
    pub beads: Vec<Bead>,
    /// Whether a bound on work cut the search short.
    pub approximate: bool,
    /// 0..1: how sure it is that both are versions of one story.
    pub same_story: f64,
    /// What a table of kin words has to do with it.
    pub kinship: Bearing,
}

/// From here on two texts count as versions of one story.
const SAME_STORY: f64 = 0.5;

/// Below this they count as different stories: what sounds alike in them is chance, but for what stands in both.
const OTHER_STORY: f64 = 0.2;

/// From this similarity on, a sentence of another story is quoted, not told.
const QUOTED: f32 = 0.5;

/// A bead has moved only where more than this share of one of its sides, 0..1, is told in the other: a sentence that
/// sounds alike far away moves no paragraph.
const MOVED_SHARE: f32 = 0.3;

/// Aligns two versions, with a table of kin words where it is given and bears on them, and as `corrections` have it, which
/// name paragraphs that are there.
pub fn align(
    before: &Version,
    after: &Version,
    keys: &Keys,
    kinship: Option<&Kinship>,
    corrections: &[Correction],
) -> Alignment {
    let parameters = Parameters::default();
    align_with(before, after, keys, kinship, corrections, &parameters)
}

/// As [`align`], with other constants: for measuring them.
#[doc(hidden)]
pub fn align_with(
    before: &Version,
    after: &Version,
    keys: &Keys,
    kinship: Option<&Kinship>,
    corrections: &[Correction],
    parameters: &Parameters,
) -> Alignment {
    let in_force = corrections::in_force(corrections);
    let (same, cut_short) = same::sentences_in_order(before, after, keys);
    let Pairing {
        mut pairs,
        by_hand,
        kind,
        bearing,
        approximate,
    } = links::pair_sentences(before, after, keys, kinship, &same, &in_force, parameters);
    let same_story = likeness::same_story(before, after, &pairs, &kind);
    if same_story < OTHER_STORY {
        pairs.retain(|pair| pair.similarity >= QUOTED);
    }
    let mut groups = beads::pair_paragraphs(before, after, keys, &pairs);
    beads::pair_only(before, after, &mut groups);
    if same_story >= SAME_STORY {
        beads::pair_same(before, after, keys, &mut groups, &mut pairs);
        beads::pair_titles(before, after, &mut groups);
    }
    let mut placed = moves::reading_order(before, after, &groups);
    let mut stray = vec![false; before.paragraphs.len()];
    for placed in placed.iter().filter(|placed| placed.moved.is_some()) {
        let share = beads::told_share(before, after, &pairs, (placed.before, placed.after));
        stray[placed.before.start] = share < MOVED_SHARE;
    }
    if stray.contains(&true) {
        groups.retain(|(from, _)| !stray[from.start]);
        placed = moves::reading_order(before, after, &groups);
    }
    if !in_force.is_empty() {
        corrections::apply(before, after, &in_force, &by_hand, &mut groups, &mut pairs);
        placed = moves::reading_order(before, after, &groups);
    }
    let beads = placed
        .into_iter()
        .map(|placed| Bead {
            before: placed.before,
            after: placed.after,
            moved: placed.moved,
            similarity: likeness::of_paragraphs(before, after, keys, placed.before, placed.after),
        })
        .collect();
    let links = likeness::describe(before, after, keys, &pairs);
    Alignment {
        links,
        beads,
        approximate: approximate || cut_short,
        same_story,
        kinship: bearing,
    }
}

/// What became of a bead's paragraphs.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum BeadKind {
    /// 1–1.
    Match,
    /// 1–n.
    Split,
    /// n–1.
    Merge,
    /// n–m.
    Recast,
    /// 0–n.
    Insertion,
    /// n–0.
    Deletion,
}

impl Bead {
    /// What became of its paragraphs, told from how many there are on each side.
    pub fn kind(&self) -> BeadKind {
        match (self.before.len(), self.after.len()) {
            (0, _) => BeadKind::Insertion,
            (_, 0) => BeadKind::Deletion,
            (1, 1) => BeadKind::Match,
            (1, _) => BeadKind::Split,
            (_, 1) => BeadKind::Merge,
            _ => BeadKind::Recast,
        }
    }
}
