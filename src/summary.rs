//! Figures for the whole comparison.

use crate::align::{Alignment, BeadKind};
use crate::facts::{Change, Fact, FactKind};
use crate::version::{Span, Version};
use crate::words::{Edit, EditKind};
use serde::Serialize;

/// Figures for the whole comparison.
#[derive(Clone, Debug, PartialEq)]
pub struct Figures {
    /// Words by what happened to them.
    pub words: Words,
    /// Share of each version's words that the other retells.
    pub retold: Retold,
    /// The longest run of words that both versions share verbatim.
    pub longest: Option<Longest>,
    /// Beads by kind.
    pub beads: BeadCounts,
    /// Changed facts by kind.
    pub facts: FactCounts,
}

/// Words by what happened to them. `equal + deleted + substituted + transposed` are the words of the earlier version,
/// `equal + inserted + substitutes + transposed` those of the later one.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Serialize)]
pub struct Words {
    /// Kept in place.
    pub equal: usize,
    /// Of the later version, in insertions.
    pub inserted: usize,
    /// Of the earlier version, in deletions.
    pub deleted: usize,
    /// Of the earlier version, replaced by others.
    pub substituted: usize,
    /// Of the later version, that replace others.
    pub substitutes: usize,
    /// Kept, and standing elsewhere in their bead.
    pub transposed: usize,
}

/// Shares of words, 0..1, whose sentence is linked with one of the other version.
#[derive(Clone, Copy, Debug, Default, PartialEq, Serialize)]
pub struct Retold {
    /// Of the earlier version, retold in the later.
    pub before: f64,
    /// Of the later version, drawn from the earlier.
    pub after: f64,
}

/// The longest run of words that both versions share verbatim, in bytes.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Longest {
    /// Bytes of the earlier text.
    pub before: Span,
    /// Bytes of the later text.
    pub after: Span,
    /// How many words it has.
    pub words: usize,
}

/// How many beads there are of each kind, and how many of all are moved.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Serialize)]
pub struct BeadCounts {
    /// 1–1.
    pub r#match: usize,
    /// 1–n.
    pub split: usize,
    /// n–1.
    pub merge: usize,
    /// n–m.
    pub recast: usize,
    /// 0–n.
    pub insertion: usize,
    /// n–0.
    pub deletion: usize,
    /// Of any kind, out of order.
    pub moved: usize,
}

/// How many facts of each kind are altered, reattributed, dropped or added.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Serialize)]
pub struct FactCounts {
    /// Quotations.
    pub quotations: usize,
    /// Numbers, dates and times.
    pub numbers: usize,
    /// Names.
    pub names: usize,
}

impl Figures {
    /// Counts a comparison; `edits` holds those of every bead, in the order of the beads.
    pub fn new(
        before: &Version,
        after: &Version,
        alignment: &Alignment,
        edits: &[Vec<Edit>],
        facts: &[Fact],
    ) -> Self {
        let (mut words, mut longest) = (Words::default(), None::<Longest>);
        for edit in edits.iter().flatten() {
            let before_words = before.words_beginning(edit.before);
            let after_words = after.words_beginning(edit.after);
            match edit.kind {
                EditKind::Equal => words.equal += before_words,
                EditKind::Insertion => words.inserted += after_words,
                EditKind::Deletion => words.deleted += before_words,
                EditKind::Transposition => words.transposed += before_words,
                EditKind::Substitution => {
                    words.substituted += before_words;
                    words.substitutes += after_words;
                }
            }
            let kept = matches!(edit.kind, EditKind::Equal | EditKind::Transposition);
            if kept && before_words > longest.map_or(0, |longest| longest.words) {
                longest = Some(Longest {
                    before: edit.before,
                    after: edit.after,
                    words: before_words,
                });
            }
        }
        let retold = Retold {
            before: linked_share(before, alignment.links.iter().map(|link| link.before)),
            after: linked_share(after, alignment.links.iter().map(|link| link.after)),
        };
        let mut beads = BeadCounts::default();
        for bead in &alignment.beads {
            beads.moved += usize::from(bead.moved.is_some());
            *match bead.kind() {
                BeadKind::Match => &mut beads.r#match,
                BeadKind::Split => &mut beads.split,
                BeadKind::Merge => &mut beads.merge,
                BeadKind::Recast => &mut beads.recast,
                BeadKind::Insertion => &mut beads.insertion,
                BeadKind::Deletion => &mut beads.deletion,
            } += 1;
        }
        Self {
            words,
            retold,
            longest,
            beads,
            facts: changed(facts),
        }
    }
}

fn changed(facts: &[Fact]) -> FactCounts {
    let mut counts = FactCounts::default();
    for fact in facts.iter().filter(|fact| fact.change != Change::Kept) {
        *match fact.kind {
            FactKind::Quotation => &mut counts.quotations,
            FactKind::Number | FactKind::Date => &mut counts.numbers,
            FactKind::Name => &mut counts.names,
        } += 1;
    }
    counts
}

/// The share of a version's words that stand in the given sentences, 0..1; a sentence may be given more than once.
fn linked_share(version: &Version, sentences: impl Iterator<Item = usize>) -> f64 {
    let mut linked = vec![false; version.sentences.len()];
    sentences.for_each(|sentence| linked[sentence] = true);
    let (mut some, mut all) = (0, 0);
    for (sentence, linked) in version.sentences.iter().zip(linked) {
        let words = version.words_in(sentence.tokens);
        all += words;
        some += if linked { words } else { 0 };
    }
    if all == 0 {
        0.0
    } else {
        some as f64 / all as f64
    }
}
