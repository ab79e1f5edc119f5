//! Which paragraphs are counterparts: groups of paragraphs from links of sentences.

use super::links::Pair;
use super::same::cores;
use crate::interner::Interner;
use crate::keys::{Key, Keys};
use crate::order::{order, sorted};
use crate::version::{Role, Span, Version};

/// A paragraph joins a bead next to it where more than this share of its sentences, 0..1, is told there.
const SHARE: f32 = 0.45;

/// Groups of paragraphs with counterparts: indices before and after, neither empty, none overlapping, in no order.
///
/// Pairs of paragraphs are taken heaviest first, those of the same words before all others, as what sounds alike at its
/// place may weigh more than what has moved: two free paragraphs make a bead, a free one next to a bead joins it where
/// enough of its sentences are told there. Then each bead grows by what is left free beside it.
pub(super) fn pair_paragraphs(
    before: &Version,
    after: &Version,
    keys: &Keys,
    pairs: &[Pair],
) -> Vec<(Span, Span)> {
    let mut growing = Growing {
        before,
        after,
        told: Told::new(before, after, pairs),
        beads: Vec::new(),
        of_before: vec![None; before.paragraphs.len()],
        of_after: vec![None; after.paragraphs.len()],
    };
    let (same, others): (Vec<_>, Vec<_>) = heaviest(before, after, pairs)
        .into_iter()
        .partition(|&(p, q)| words(before, &keys.before, p).eq(words(after, &keys.after, q)));
    for (p, q) in same.into_iter().chain(others) {
        match (growing.of_before[p], growing.of_after[q]) {
            (None, None) => growing.begin(p, q),
            (Some(bead), None) => {
                growing.join_after(bead, q);
            }
            (None, Some(bead)) => {
                growing.join_before(bead, p);
            }
            (Some(_), Some(_)) => {}
        }
    }
    for bead in 0..growing.beads.len() {
        while growing.grow(bead) {}
    }
    growing.beads
}

/// The pairs of paragraphs whose sentences are paired, heaviest first.
pub(super) fn heaviest(before: &Version, after: &Version, pairs: &[Pair]) -> Vec<(usize, usize)> {
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
    heaviest.into_iter().map(|k| weights[k].0).collect()
}

/// Beads in the making.
struct Growing<'a> {
    before: &'a Version<'a>,
    after: &'a Version<'a>,
    told: Told,
    beads: Vec<(Span, Span)>,
    /// The bead of each paragraph of the earlier version.
    of_before: Vec<Option<usize>>,
    /// The bead of each paragraph of the later version.
    of_after: Vec<Option<usize>>,
}

impl Growing<'_> {
    fn begin(&mut self, p: usize, q: usize) {
        (self.of_before[p], self.of_after[q]) = (Some(self.beads.len()), Some(self.beads.len()));
        self.beads.push((Span::new(p, p + 1), Span::new(q, q + 1)));
    }

    /// Adds a free paragraph of the earlier version to a bead that it touches and that tells enough of it.
    fn join_before(&mut self, bead: usize, p: usize) -> bool {
        let (from, to) = self.beads[bead];
        let from =
            extended(self.before, from, p).filter(|_| self.told.of_before[p].share(to) > SHARE);
        if let Some(from) = from {
            self.beads[bead].0 = from;
            self.of_before[p] = Some(bead);
        }
        from.is_some()
    }

    /// Adds a free paragraph of the later version to a bead that it touches and that tells enough of it.
    fn join_after(&mut self, bead: usize, q: usize) -> bool {
        let (from, to) = self.beads[bead];
        let to = extended(self.after, to, q).filter(|_| self.told.of_after[q].share(from) > SHARE);
        if let Some(to) = to {
            self.beads[bead].1 = to;
            self.of_after[q] = Some(bead);
        }
        to.is_some()
    }

    /// Adds one free paragraph beside a bead to it; false where there is none to add.
    fn grow(&mut self, bead: usize) -> bool {
        let (from, to) = self.beads[bead];
        let free =
            |of: &[Option<usize>], at: Option<usize>| at.filter(|&at| of.get(at) == Some(&None));
        let beside = |span: Span| [span.start.checked_sub(1), Some(span.end)];
        let before = beside(from).map(|p| free(&self.of_before, p));
        let after = beside(to).map(|q| free(&self.of_after, q));
        before
            .into_iter()
            .flatten()
            .any(|p| self.join_before(bead, p))
            || after
                .into_iter()
                .flatten()
                .any(|q| self.join_after(bead, q))
    }
}

/// How much of a bead's paragraphs, 0..1, is told in its linked sentences, on the side where it is more; `pairs`
/// ascend by `(before, after)`.
pub(super) fn told_share(
    before: &Version,
    after: &Version,
    pairs: &[Pair],
    (from, to): (Span, Span),
) -> f32 {
    let first = pairs.partition_point(|pair| before.sentences[pair.before].paragraph < from.start);
    let inside = pairs[first..]
        .iter()
        .take_while(|pair| before.sentences[pair.before].paragraph < from.end)
        .filter(|pair| to.range().contains(&after.sentences[pair.after].paragraph));
    let (sentences, counterparts): (Vec<usize>, Vec<usize>) =
        inside.map(|pair| (pair.before, pair.after)).unzip();
    let share = |version: &Version, span: Span, told: &[usize]| {
        let mut told = sorted(told, Ord::cmp);
        told.dedup();
        let told: usize = told
            .into_iter()
            .map(|sentence| version.sentences[sentence].span.len())
            .sum();
        let paragraphs = &version.paragraphs[span.range()];
        told as f32
            / paragraphs
                .iter()
                .map(|paragraph| paragraph.span.len())
                .sum::<usize>()
                .max(1) as f32
    };
    share(before, from, &sentences).max(share(after, to, &counterparts))
}

/// The words of a paragraph as keys.
fn words<'k>(
    version: &Version,
    keys: &'k [Key],
    paragraph: usize,
) -> impl Iterator<Item = u32> + use<'k> {
    let tokens = version.tokens_of(&version.paragraphs[paragraph]);
    keys[tokens.range()].iter().map(|key| key.core)
}

/// What stands in both versions once, sentence for sentence, and has no counterpart is its own, however little it says:
/// a heading that moved. Adds such paragraphs to `beads` and their sentences to `pairs`.
pub(super) fn pair_same(
    before: &Version,
    after: &Version,
    keys: &Keys,
    beads: &mut Vec<(Span, Span)>,
    pairs: &mut Vec<Pair>,
) {
    let mut ids = Interner::default();
    let mut free = |version: &Version, keys: &[Key], taken: &dyn Fn(&(Span, Span)) -> Span| {
        let mut free = vec![true; version.paragraphs.len()];
        for bead in beads.iter() {
            free[taken(bead).range()].fill(false);
        }
        // How often each text stands there, and where.
        let mut stands: Vec<(usize, usize)> = Vec::new();
        for (at, paragraph) in version.paragraphs.iter().enumerate() {
            if !free[at] || version.words_in(version.tokens_of(paragraph)) == 0 {
                continue;
            }
            let sentences = &version.sentences[paragraph.sentences.range()];
            let mut told = Vec::new();
            for sentence in sentences {
                told.extend(cores(sentence, keys));
                told.push(u32::MAX); // no key: here a sentence ends
            }
            let id = ids.intern(told) as usize;
            stands.resize(stands.len().max(id + 1), (0, 0));
            stands[id] = (stands[id].0 + 1, at);
        }
        stands
    };
    let (old, new) = (
        free(before, &keys.before, &|bead| bead.0),
        free(after, &keys.after, &|bead| bead.1),
    );
    let both = old.into_iter().zip(new);
    for ((_, p), (_, q)) in both.filter(|(old, new)| (old.0, new.0) == (1, 1)) {
        beads.push((Span::new(p, p + 1), Span::new(q, q + 1)));
        let (from, to) = (
            before.paragraphs[p].sentences,
            after.paragraphs[q].sentences,
        );
        pairs.extend(from.range().zip(to.range()).map(|(before, after)| Pair {
            before,
            after,
            weight: 1.0,
            similarity: 1.0,
        }));
    }
    *pairs = sorted(pairs, |a, b| (a.before, a.after).cmp(&(b.before, b.after)));
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

/// The sentences of one paragraph.
#[derive(Clone, Default)]
struct Sentences {
    /// How many there are.
    count: usize,
    /// Those that are linked, each with a paragraph of the other version where it is told.
    linked: Vec<(usize, usize)>,
}

impl Told {
    fn new(before: &Version, after: &Version, pairs: &[Pair]) -> Self {
        let of = |version: &Version| -> Vec<Sentences> {
            let counts = version
                .paragraphs
                .iter()
                .map(|paragraph| paragraph.sentences.len());
            counts
                .map(|count| Sentences {
                    count,
                    linked: Vec::new(),
                })
                .collect()
        };
        let (mut of_before, mut of_after) = (of(before), of(after));
        for pair in pairs {
            let (p, q) = (
                before.sentences[pair.before].paragraph,
                after.sentences[pair.after].paragraph,
            );
            of_before[p].linked.push((pair.before, q));
            of_after[q].linked.push((pair.after, p));
        }
        Self {
            of_before,
            of_after,
        }
    }
}

impl Sentences {
    /// The share of them, 0..1, that is told in one of some paragraphs.
    fn share(&self, paragraphs: Span) -> f32 {
        let inside = self
            .linked
            .iter()
            .filter(|(_, paragraph)| paragraphs.range().contains(paragraph));
        let told: Vec<usize> = inside.map(|(sentence, _)| *sentence).collect();
        let mut told = sorted(&told, Ord::cmp);
        told.dedup();
        told.len() as f32 / self.count as f32
    }
}

/// `span` with the paragraph next to it; none where they do not touch, or where one of them is a title and the other is not.
fn extended(version: &Version, span: Span, paragraph: usize) -> Option<Span> {
    let extended = touching(span, paragraph)?;
    let neighbour = paragraph.clamp(span.start, span.end - 1);
    let is_title = |paragraph: usize| version.paragraphs[paragraph].role == Role::Title;
    (is_title(paragraph) == is_title(neighbour)).then_some(extended)
}

/// `span` with the index next to it; none where they do not touch.
pub(super) fn touching(span: Span, index: usize) -> Option<Span> {
    if index + 1 == span.start {
        Some(Span::new(index, span.end))
    } else if index == span.end {
        Some(Span::new(span.start, index + 1))
    } else {
        None
    }
}
