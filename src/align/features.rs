//! Sentences as vectors: weighted word stems and weighted runs of four characters.
//!
//! Weights are tf-idf (Salton & Buckley 1988): tf = 1 + ln k, idf = ln((N + 1) / df), where N and df
//! count the sentences of both versions. Runs of characters see what stems miss: compounds,
//! inflections, names spelled in two ways. Time is linear in the texts.

use super::terms::{self, Bags, Terms};
use crate::interner::Interner;
use crate::keys::Keys;
use crate::order::ascend;
use crate::version::Version;
use libm::logf;

/// A feature of one kind of every sentence of a version: rows of `(term, weight)`, ascending by term, of unit length.
#[derive(Clone, Debug, Default)]
pub(super) struct Vectors {
    terms: Vec<u32>,
    weights: Vec<f32>,
    /// Where each row begins, and the end of the last.
    starts: Vec<usize>,
    /// The length of each row before it was scaled to unit length; 0 for an empty row.
    pub(super) norms: Vec<f32>,
}

/// The vectors of both versions over one vocabulary.
#[derive(Clone, Debug, Default)]
pub(super) struct Feature {
    pub(super) before: Vectors,
    pub(super) after: Vectors,
    /// Weight of each term in nats: how much it tells that a sentence holds it.
    pub(super) idf: Vec<f32>,
}

/// Everything that the similarity of sentences looks at.
pub(super) struct Features {
    pub(super) stems: Feature,
    pub(super) grams: Feature,
    /// The stems as they were written.
    terms: Terms,
}

impl Vectors {
    /// How many sentences there are.
    pub(super) fn len(&self) -> usize {
        self.norms.len()
    }

    /// The terms of one sentence, ascending, and their weights.
    pub(super) fn row(&self, sentence: usize) -> (&[u32], &[f32]) {
        let range = self.starts[sentence]..self.starts[sentence + 1];
        (&self.terms[range.clone()], &self.weights[range])
    }

    /// The terms of all sentences, one after the other.
    pub(super) fn all_terms(&self) -> &[u32] {
        &self.terms
    }
}

impl Feature {
    /// The nats of all terms that two sentences share.
    pub(super) fn shared_nats(&self, before: usize, after: usize) -> f32 {
        let mut sum = 0.0;
        let (left, right) = (self.before.row(before).0, self.after.row(after).0);
        shared(left, right, |i, _| sum += self.idf[left[i] as usize]);
        sum
    }

    /// The nats of the terms that two sentences share with each other, but not with counterparts that they have already:
    /// those of the former in the later version, those of the latter in the earlier one.
    pub(super) fn untold_nats(
        &self,
        (before, after): (usize, usize),
        of_before: &[usize],
        of_after: &[usize],
    ) -> f32 {
        let mut sum = 0.0;
        let (left, right) = (self.before.row(before).0, self.after.row(after).0);
        let holds = |vectors: &Vectors, sentences: &[usize], term: &u32| {
            let mut rows = sentences.iter().map(|&sentence| vectors.row(sentence).0);
            rows.any(|row| row.binary_search(term).is_ok())
        };
        shared(left, right, |i, _| {
            let told =
                holds(&self.after, of_before, &left[i]) || holds(&self.before, of_after, &left[i]);
            if !told {
                sum += self.idf[left[i] as usize];
            }
        });
        sum
    }

    /// Weighs the terms of both versions' sentences.
    fn new(columns: [Columns; 2]) -> Self {
        let sentences: usize = columns.iter().map(|columns| columns.lengths.len()).sum();
        let sentences = sentences as f32;
        let idf: Vec<f32> = (0..columns[0].ends.len())
            .map(|term| {
                let df: usize = columns.iter().map(|columns| columns.of(term).len()).sum();
                logf((sentences + 1.0) / df as f32)
            })
            .collect();
        let [before, after] = columns.map(|columns| columns.weigh(&idf));
        Self { before, after, idf }
    }
}

/// In which sentences of a version each term stands: its bags, transposed.
struct Columns {
    /// A sentence and how often a term stands in it, ascending by sentence; those of each term begin where `starts` says.
    entries: Vec<(u32, u32)>,
    starts: Vec<usize>,
    /// Where the entries of each term end.
    ends: Vec<usize>,
    /// How many different terms each sentence has.
    lengths: Vec<usize>,
}

impl Columns {
    fn of_versions(terms: &Terms) -> [Self; 2] {
        [&terms.before, &terms.after].map(|bags| Self::new(bags, terms.vocabulary))
    }

    fn new(bags: &Bags, vocabulary: usize) -> Self {
        let starts = starts(
            vocabulary,
            bags.terms.iter().map(|&term| (term as usize, 1)),
        );
        let mut columns = Self {
            entries: vec![(0, 0); bags.terms.len()],
            ends: starts[..vocabulary].to_vec(),
            starts,
            lengths: vec![0; bags.len()],
        };
        let (starts, ends) = (&columns.starts[..], &mut columns.ends[..]);
        let (entries, lengths) = (&mut columns.entries[..], &mut columns.lengths[..]);
        for (sentence, length) in lengths.iter_mut().enumerate() {
            for &term in bags.of(sentence) {
                let (start, end) = (starts[term as usize], &mut ends[term as usize]);
                if *end > start && entries[*end - 1].0 == sentence as u32 {
                    entries[*end - 1].1 += 1;
                } else {
                    entries[*end] = (sentence as u32, 1);
                    *end += 1;
                    *length += 1;
                }
            }
        }
        columns
    }

    fn of(&self, term: usize) -> &[(u32, u32)] {
        &self.entries[self.starts[term]..self.ends[term]]
    }

    /// The vectors of the sentences: transposed back, so that the terms of each ascend.
    fn weigh(self, idf: &[f32]) -> Vectors {
        let starts = starts(self.lengths.len(), self.lengths.iter().copied().enumerate());
        let mut next = starts.clone();
        let entries = starts.last().copied().unwrap_or_default();
        let mut vectors = Vectors {
            terms: vec![0; entries],
            weights: vec![0.0; entries],
            norms: vec![0.0; self.lengths.len()],
            starts,
        };
        let (terms, weights) = (&mut vectors.terms[..], &mut vectors.weights[..]);
        let (norms, next) = (&mut vectors.norms[..], &mut next[..]);
        for (term, idf) in idf.iter().enumerate() {
            for &(sentence, count) in self.of(term) {
                // Most stand in a sentence once, and the logarithm of that takes longer than all else here.
                let frequency = if count == 1 {
                    1.0
                } else {
                    1.0 + logf(count as f32)
                };
                let (weight, place) = (frequency * idf, &mut next[sentence as usize]);
                terms[*place] = term as u32;
                weights[*place] = weight;
                norms[sentence as usize] += weight * weight;
                *place += 1;
            }
        }
        for sentence in 0..self.lengths.len() {
            let norm = vectors.norms[sentence].sqrt();
            vectors.norms[sentence] = norm;
            if norm > 0.0 {
                vectors.weights[vectors.starts[sentence]..vectors.starts[sentence + 1]]
                    .iter_mut()
                    .for_each(|weight| *weight /= norm);
            }
        }
        vectors
    }
}

/// Where the entries of each of `count` rows begin, and the end of the last, given the lengths of parts of them.
pub(super) fn starts(count: usize, parts: impl Iterator<Item = (usize, usize)>) -> Vec<usize> {
    let mut starts = vec![0; count + 1];
    for (row, length) in parts {
        starts[row + 1] += length;
    }
    for row in 0..count {
        starts[row + 1] += starts[row];
    }
    starts
}

/// The sentences of one version as vectors.
#[derive(Clone, Copy)]
pub(super) struct Side<'f> {
    pub(super) stems: &'f Vectors,
    pub(super) grams: &'f Vectors,
}

impl Features {
    /// The sentences of the earlier version.
    pub(super) fn before(&self) -> Side<'_> {
        Side {
            stems: &self.stems.before,
            grams: &self.grams.before,
        }
    }

    /// The sentences of the later version.
    pub(super) fn after(&self) -> Side<'_> {
        Side {
            stems: &self.stems.after,
            grams: &self.grams.after,
        }
    }

    /// The features of all sentences of both versions.
    pub(super) fn new(before: &Version, after: &Version, keys: &Keys) -> Self {
        let [stems, grams] = terms::of_versions(before, after, keys);
        let runs = Columns::of_versions(&grams);
        // A book has millions of runs, and needs them in one form at a time.
        drop(grams);
        Self {
            grams: Feature::new(runs),
            stems: Feature::new(Columns::of_versions(&stems)),
            terms: stems,
        }
    }

    /// What the weights of terms are to those in an article: the rarest word of a text of N sentences weighs ln N nats.
    pub(super) fn scale(&self) -> f32 {
        const ARTICLE: f32 = 100.0;
        let sentences = (self.stems.before.len() + self.stems.after.len()) as f32;
        logf(sentences + 1.0) / logf(ARTICLE)
    }

    /// Takes stems of the later version for those they stand for in the earlier one: `lexicon` holds the latter by the former.
    pub(super) fn translate(&mut self, lexicon: &[u32]) {
        let mut translated = self.terms.after.clone();
        for stem in &mut translated.terms {
            *stem = lexicon[*stem as usize];
        }
        let untranslated = std::mem::replace(&mut self.terms.after, translated);
        self.stems = Feature::new(Columns::of_versions(&self.terms));
        self.terms.after = untranslated;
    }

    /// The pairs of neighbouring stems, as they were written, for telling an echo from a coincidence.
    pub(super) fn phrases(&self) -> Phrases<'_> {
        Phrases::new(&self.terms)
    }
}

/// Pairs of neighbouring stems.
pub(super) struct Phrases<'f> {
    terms: &'f Terms,
    ids: Interner<u64>,
    /// How many sentences of both versions hold each, by its number, and the last of them that was counted.
    counts: Vec<(u32, usize)>,
}

impl<'f> Phrases<'f> {
    fn new(terms: &'f Terms) -> Self {
        let (mut ids, mut counts) = (Interner::default(), Vec::new());
        let before = (0..terms.before.len()).map(|k| terms.before.of(k));
        let after = (0..terms.after.len()).map(|k| terms.after.of(k));
        for (sentence, stems) in before.chain(after).enumerate() {
            for phrase in phrases(stems) {
                let id = ids.intern(phrase) as usize;
                counts.resize(counts.len().max(id + 1), (0, usize::MAX));
                if counts[id].1 != sentence {
                    counts[id] = (counts[id].0 + 1, sentence);
                }
            }
        }
        Self { terms, ids, counts }
    }

    /// The nats of all phrases that two sentences share.
    pub(super) fn shared_nats(&self, before: usize, after: usize) -> f32 {
        let sentences = (self.terms.before.len() + self.terms.after.len()) as f32;
        let ids = |stems| {
            let ids = phrases(stems).filter_map(|phrase| self.ids.find(&phrase));
            let mut ids: Vec<u32> = ids.collect();
            ascend(&mut ids);
            ids.dedup();
            ids
        };
        let (ours, theirs) = (
            ids(self.terms.before.of(before)),
            ids(self.terms.after.of(after)),
        );
        let mut nats = 0.0;
        shared(&ours, &theirs, |i, _| {
            nats += logf((sentences + 1.0) / self.counts[ours[i] as usize].0 as f32);
        });
        nats
    }
}

/// Each two neighbours of some stems as one number.
fn phrases(stems: &[u32]) -> impl Iterator<Item = u64> {
    stems
        .windows(2)
        .map(|pair| u64::from(pair[0]) << 32 | u64::from(pair[1]))
}

/// Hands the places of every term that two ascending lists share to `hit`. Time is linear in the shorter list times
/// the logarithm of the longer one at the most.
fn shared(left: &[u32], right: &[u32], mut hit: impl FnMut(usize, usize)) {
    const MUCH_LONGER: usize = 16;
    if left.len() > MUCH_LONGER * right.len() {
        let found = |(j, term)| left.binary_search(term).ok().map(|i| (i, j));
        right
            .iter()
            .enumerate()
            .filter_map(found)
            .for_each(|(i, j)| hit(i, j));
    } else if right.len() > MUCH_LONGER * left.len() {
        let found = |(i, term)| right.binary_search(term).ok().map(|j| (i, j));
        left.iter()
            .enumerate()
            .filter_map(found)
            .for_each(|(i, j)| hit(i, j));
    } else {
        let (mut i, mut j) = (0, 0);
        while i < left.len() && j < right.len() {
            match left[i].cmp(&right[j]) {
                std::cmp::Ordering::Less => i += 1,
                std::cmp::Ordering::Greater => j += 1,
                std::cmp::Ordering::Equal => {
                    hit(i, j);
                    (i, j) = (i + 1, j + 1);
                }
            }
        }
    }
}
