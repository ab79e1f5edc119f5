//! Which paragraphs are counterparts: groups of paragraphs from links of sentences.

use super::links::Pair;
use crate::order::{order, sorted};
use crate::version::{Role, Span, Version};

/// A paragraph joins a bead next to it where more than this share of its sentences, 0..1, is told there.
const SHARE: f32 = 0.45;

/// Groups of paragraphs with counterparts: indices before and after, neither empty, none overlapping, in no order.
///
/// Pairs of paragraphs are taken heaviest first: two free paragraphs make a bead, a free one next to a bead joins it
/// where enough of its sentences are told there.
pub(super) fn pair_paragraphs(
    before: &Version,
    after: &Version,
    pairs: &[Pair],
) -> Vec<(Span, Span)> {
    let paragraphs = |pair: &Pair| {
        (
            before.sentences[pair.before].paragraph,
            after.sentences[pair.after].paragraph,
        )
    };
    let by_paragraphs = sorted(pairs, |a, b| paragraphs(a).cmp(&paragraphs(b)));
    let weights: Vec<((usize, usize), f32)> = by_paragraphs
        .chunk_by(|a, b| paragraphs(a) == paragraphs(b))
        .map(|told| {
            (
                paragraphs(&told[0]),
                told.iter().map(|pair| pair.weight).sum(),
            )
        })
        .collect();
    let heaviest = order(&weights, |a, b| b.1.total_cmp(&a.1));

    let told = Told::new(before, after, pairs);
    let mut beads: Vec<(Span, Span)> = Vec::new();
    let mut of_before = vec![None; before.paragraphs.len()];
    let mut of_after = vec![None; after.paragraphs.len()];
    for (p, q) in heaviest.into_iter().map(|k| weights[k].0) {
        match (of_before[p], of_after[q]) {
            (None, None) => {
                (of_before[p], of_after[q]) = (Some(beads.len()), Some(beads.len()));
                beads.push((Span::new(p, p + 1), Span::new(q, q + 1)));
            }
            (Some(bead), None) => {
                let (from, to): (Span, Span) = beads[bead];
                if let Some(to) = extended(to, q)
                    && told.of_after[q].share(from, after.paragraphs[q].sentences.len()) > SHARE
                {
                    beads[bead].1 = to;
                    of_after[q] = Some(bead);
                }
            }
            (None, Some(bead)) => {
                let (from, to) = beads[bead];
                if let Some(from) = extended(from, p)
                    && told.of_before[p].share(to, before.paragraphs[p].sentences.len()) > SHARE
                {
                    beads[bead].0 = from;
                    of_before[p] = Some(bead);
                }
            }
            (Some(_), Some(_)) => {}
        }
    }
    beads
}

/// A paragraph against a paragraph: there is no other counterpart, so they are one bead even where they share no word.
pub(super) fn pair_only(before: &Version, after: &Version, beads: &mut Vec<(Span, Span)>) {
    if beads.is_empty() && (before.paragraphs.len(), after.paragraphs.len()) == (1, 1) {
        beads.push((Span::new(0, 1), Span::new(0, 1)));
    }
}

/// The titles above both texts are counterparts even where they share no word: adds them to `beads` where they stand in none.
pub(super) fn pair_titles(before: &Version, after: &Version, beads: &mut Vec<(Span, Span)>) {
    let headed = |version: &Version| {
        version
            .paragraphs
            .first()
            .is_some_and(|first| first.role == Role::Title)
    };
    if headed(before)
        && headed(after)
        && beads
            .iter()
            .all(|(from, to)| from.start > 0 && to.start > 0)
    {
        beads.push((Span::new(0, 1), Span::new(0, 1)));
    }
}

/// Where the sentences of each paragraph are told in the other version.
struct Told {
    of_before: Vec<Sentences>,
    of_after: Vec<Sentences>,
}

/// The linked sentences of one paragraph, each with a paragraph of the other version where it is told.
#[derive(Clone, Default)]
struct Sentences(Vec<(usize, usize)>);

impl Told {
    fn new(before: &Version, after: &Version, pairs: &[Pair]) -> Self {
        let mut of_before = vec![Sentences::default(); before.paragraphs.len()];
        let mut of_after = vec![Sentences::default(); after.paragraphs.len()];
        for pair in pairs {
            let (p, q) = (
                before.sentences[pair.before].paragraph,
                after.sentences[pair.after].paragraph,
            );
            of_before[p].0.push((pair.before, q));
            of_after[q].0.push((pair.after, p));
        }
        Self {
            of_before,
            of_after,
        }
    }
}

impl Sentences {
    /// The share, 0..1, of a paragraph's `count` sentences that are told in one of some paragraphs.
    fn share(&self, paragraphs: Span, count: usize) -> f32 {
        let inside = self
            .0
            .iter()
            .filter(|(_, paragraph)| paragraphs.range().contains(paragraph));
        let told: Vec<usize> = inside.map(|(sentence, _)| *sentence).collect();
        let mut told = sorted(&told, Ord::cmp);
        told.dedup();
        told.len() as f32 / count as f32
    }
}

/// `span` with the paragraph next to it; none where they do not touch.
fn extended(span: Span, paragraph: usize) -> Option<Span> {
    if paragraph + 1 == span.start {
        Some(Span::new(paragraph, span.end))
    } else if paragraph == span.end {
        Some(Span::new(span.start, paragraph + 1))
    } else {
        None
    }
}
