//! Which stretches of a bead to diff with each other.
//!
//! The sentence links inside the bead decide: the heaviest chain of links that do not cross (linear but for a
//! logarithm, by a Fenwick tree of maxima) cuts both sides into groups of linked sentences and what stands between
//! them; linked sentences that cross the chain are set apart.

use super::Texts;
use crate::align::{Bead, Link};
use crate::order::order;
use crate::version::{Span, Version};

/// Stretches of the two versions, indices into their tokens, to diff with each other.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) struct Segment {
    pub(super) before: Span,
    pub(super) after: Span,
    /// Whether links say that both tell the same.
    pub(super) linked: bool,
}

/// A bead, cut into segments.
#[derive(Debug)]
pub(super) struct Plan {
    /// The bead's tokens in the earlier version.
    pub(super) before: Span,
    /// The bead's tokens in the later version.
    pub(super) after: Span,
    /// Groups of linked sentences and what stands between them, ascending on both sides.
    pub(super) in_order: Vec<Segment>,
    /// Linked sentences that stand in another order; a stretch between groups that holds any is not among those in order.
    pub(super) crossing: Vec<Segment>,
}

/// Cuts a bead. Where both sides are one text there is nothing to cut, however its sentences are linked.
pub(super) fn plan(texts: Texts, links: &[Link], bead: &Bead) -> Plan {
    let Texts { before, after, .. } = texts;
    let (b, a) = (sentences(before, bead.before), sentences(after, bead.after));
    let whole = Segment {
        before: tokens(before, b),
        after: tokens(after, a),
        linked: true,
    };
    if texts.are_identical(whole.before, whole.after) {
        return Plan {
            before: whole.before,
            after: whole.after,
            in_order: vec![whole],
            crossing: Vec::new(),
        };
    }
    let first = links.partition_point(|link| link.before < b.start);
    let last = links.partition_point(|link| link.before < b.end);
    let links: Vec<Weighted> = links[first..last.max(first)]
        .iter()
        .filter(|link| b.range().contains(&link.before) && a.range().contains(&link.after))
        .map(|link| Weighted {
            before: link.before,
            after: link.after,
            weight: link.similarity.max(0.01)
                * (before.sentences[link.before].tokens.len()
                    + after.sentences[link.after].tokens.len()) as f64,
        })
        .collect();
    let segment = |b: Span, a: Span, linked| Segment {
        before: tokens(before, b),
        after: tokens(after, a),
        linked,
    };
    let groups = groups(&links, &heaviest_chain(&links, a));
    let mut free = (Free::new(b), Free::new(a));
    for (before, after) in &groups {
        free.0.take(*before);
        free.1.take(*after);
    }

    let mut crossing = Vec::new();
    for link in order(&links, |x, y| y.weight.total_cmp(&x.weight))
        .into_iter()
        .map(|at| &links[at])
    {
        let (b, a) = (link.before_span(), link.after_span());
        if free.0.has(b) && free.1.has(a) {
            free.0.take(b);
            free.1.take(a);
            crossing.push(segment(b, a, true));
        }
    }

    let mut in_order = Vec::with_capacity(2 * groups.len() + 1);
    let (mut at_before, mut at_after) = (b.start, a.start);
    let end = (Span::new(b.end, b.end), Span::new(a.end, a.end));
    for (group_before, group_after) in groups.into_iter().chain([end]) {
        let (b, a) = (
            Span::new(at_before, group_before.start),
            Span::new(at_after, group_after.start),
        );
        if free.0.has(b) && free.1.has(a) {
            in_order.push(segment(b, a, links.is_empty()));
        }
        in_order.push(segment(group_before, group_after, true));
        (at_before, at_after) = (group_before.end, group_after.end);
    }
    Plan {
        before: whole.before,
        after: whole.after,
        in_order,
        crossing,
    }
}

/// Which sentences of a range are in no group yet.
struct Free {
    start: usize,
    free: Vec<bool>,
}

impl Free {
    fn new(sentences: Span) -> Self {
        Self {
            start: sentences.start,
            free: vec![true; sentences.len()],
        }
    }

    fn take(&mut self, sentences: Span) {
        self.free[sentences.start - self.start..sentences.end - self.start].fill(false);
    }

    fn has(&self, sentences: Span) -> bool {
        self.free[sentences.start - self.start..sentences.end - self.start]
            .iter()
            .all(|&free| free)
    }
}

/// The sentences of some paragraphs, empty but in its place where there are none.
fn sentences(version: &Version, paragraphs: Span) -> Span {
    let first = |paragraph: usize| match version.paragraphs.get(paragraph) {
        Some(paragraph) => paragraph.sentences.start,
        None => version.sentences.len(),
    };
    Span::new(first(paragraphs.start), first(paragraphs.end))
}

/// The tokens of some sentences, empty but in its place where there are none.
fn tokens(version: &Version, sentences: Span) -> Span {
    let first = |sentence: usize| match version.sentences.get(sentence) {
        Some(sentence) => sentence.tokens.start,
        None => version.tokens.len(),
    };
    Span::new(first(sentences.start), first(sentences.end))
}

/// A link inside the bead, in indices of sentences.
struct Weighted {
    before: usize,
    after: usize,
    weight: f64,
}

impl Weighted {
    fn before_span(&self) -> Span {
        Span::new(self.before, self.before + 1)
    }

    fn after_span(&self) -> Span {
        Span::new(self.after, self.after + 1)
    }
}

/// The heaviest chain of links that ascends on both sides, as indices into them; `links` ascend.
fn heaviest_chain(links: &[Weighted], after: Span) -> Vec<usize> {
    // Of the chains that end with a link, by what the last link is: the weight, and the link before it.
    let mut chains: Vec<(f64, Option<usize>)> = Vec::with_capacity(links.len());
    // Fenwick 1994: the heaviest chain that ends at or before a sentence of the later version.
    let mut tree: Vec<Option<usize>> = vec![None; after.len() + 1];
    for (index, link) in links.iter().enumerate() {
        let mut best: Option<usize> = None;
        let mut at = link.after - after.start + 1;
        while at > 0 {
            let heavier = |chain: &usize| best.is_none_or(|best| chains[*chain].0 > chains[best].0);
            best = tree[at].filter(heavier).or(best);
            at &= at - 1;
        }
        let weight = link.weight + best.map_or(0.0, |best| chains[best].0);
        chains.push((weight, best));
        let mut at = link.after - after.start + 1;
        while at < tree.len() {
            if tree[at].is_none_or(|chain| chains[chain].0 < weight) {
                tree[at] = Some(index);
            }
            at += at & at.wrapping_neg();
        }
    }
    let mut last: Option<usize> = None;
    for (index, chain) in chains.iter().enumerate() {
        if last.is_none_or(|last| chain.0 > chains[last].0) {
            last = Some(index);
        }
    }
    let mut chain: Vec<usize> = std::iter::successors(last, |&index| chains[index].1).collect();
    chain.reverse();
    chain
}

/// The links of a chain with those that share a sentence put together: ranges of sentences, ascending on both sides.
fn groups(links: &[Weighted], chain: &[usize]) -> Vec<(Span, Span)> {
    let mut groups: Vec<(Span, Span)> = Vec::new();
    for link in chain.iter().map(|&index| &links[index]) {
        match groups.last_mut() {
            Some((before, after)) if link.before < before.end || link.after < after.end => {
                before.end = link.before + 1;
                after.end = link.after + 1;
            }
            _ => groups.push((link.before_span(), link.after_span())),
        }
    }
    groups
}
