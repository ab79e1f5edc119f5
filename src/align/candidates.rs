//! Which pairs of sentences are worth looking at: for every sentence its best few counterparts, through an inverted index.
//!
//! Sentences that stand unchanged in both versions, in one order, have found each other: they are no candidates for one
//! another, so that an edited book costs what was edited. Time is linear in the texts times bounds.

use super::features::{Feature, Features, starts};

/// How many candidates each sentence keeps: 8 hold nearly all pairs that people link, the others serve the hubness.
const CANDIDATES: usize = 12;

/// Terms in more sentences than this do not propose candidates; they still count in the score.
const FREQUENT: usize = 128;

/// Less alike than this, by those terms, sentences of a book are no candidates, for there most have a stem in common with
/// hundreds of others; in shorter texts the less, the fewer sentences there are than so many in both.
const FAINTEST: f32 = 0.04;
const BOOK: f32 = 4000.0;

/// How many sentences both texts may have before fewer terms than that propose candidates, and how few do then.
pub(super) const SENTENCES: usize = 100_000;
const LEAST_FREQUENT: usize = 8;

/// A bound on work by the sentence: `most` in texts of up to [`SENTENCES`] in both, beyond that the less the more there are,
/// but no less than `least`.
pub(super) fn bounded(most: usize, least: usize, sentences: usize) -> usize {
    (most * SENTENCES / sentences.max(1)).clamp(least, most)
}

/// The best candidates of every sentence of both versions, by the terms that are not too frequent; in no order, some
/// twice. `same` are unchanged sentences in order, and `gram_weight` weighs character runs beside stems.
pub(super) fn propose(
    features: &Features,
    gram_weight: f32,
    same: &[(usize, usize)],
) -> Vec<(usize, usize)> {
    let (n, m) = (features.stems.before.len(), features.stems.after.len());
    let frequent = bounded(FREQUENT, LEAST_FREQUENT, n + m);
    let (mut found_before, mut found_after) = (vec![false; n], vec![false; m]);
    for &(i, j) in same {
        (found_before[i], found_after[j]) = (true, true);
    }
    let indexes = [
        (Index::new(&features.stems, frequent, &found_after), 1.0),
        (
            Index::new(&features.grams, frequent, &found_after),
            gram_weight,
        ),
    ];
    let share = (n + m) as f32 / BOOK;
    let least = FAINTEST * (1.0 + gram_weight) * share.min(1.0);
    let mut proposed = Vec::new();
    let sums = &mut vec![0.0_f32; m][..];
    let mut touched: Vec<u32> = Vec::new();
    let best_of_columns = &mut vec![Best::default(); m][..];
    for (i, &found) in found_before.iter().enumerate() {
        for (index, weight) in &indexes {
            let (terms, term_weights) = index.feature.before.row(i);
            for (&term, &term_weight) in terms.iter().zip(term_weights) {
                let factor = weight * term_weight;
                for &(j, other) in index.postings(term, found) {
                    let sum = &mut sums[j as usize];
                    if *sum == 0.0 {
                        touched.push(j);
                    }
                    *sum += factor * other;
                }
            }
        }
        let mut best = Best::default();
        for j in touched.drain(..) {
            let sum = std::mem::take(&mut sums[j as usize]);
            if sum < least {
                continue;
            }
            best.offer(sum, j);
            best_of_columns[j as usize].offer(sum, i as u32);
        }
        proposed.extend(best.candidates().map(|j| (i, j)));
    }
    for (j, best) in best_of_columns.iter().enumerate() {
        proposed.extend(best.candidates().map(|i| (i, j)));
    }
    proposed
}

/// The best few candidates of a sentence, in no order; of equal ones the first.
#[derive(Clone, Default)]
struct Best {
    kept: [(f32, u32); CANDIDATES],
    /// Where the worst of a full set stands; what is no better is turned away at once.
    worst: usize,
}

impl Best {
    #[inline]
    fn offer(&mut self, sum: f32, candidate: u32) {
        // What has not come yet stands as (0, 0), which is worse than any.
        if is_worse(self.kept[self.worst], (sum, candidate)) {
            self.keep(sum, candidate);
        }
    }

    fn keep(&mut self, sum: f32, candidate: u32) {
        self.kept[self.worst] = (sum, candidate);
        for place in 0..CANDIDATES {
            if is_worse(self.kept[place], self.kept[self.worst]) {
                self.worst = place;
            }
        }
    }

    /// The indices of what was kept.
    fn candidates(&self) -> impl Iterator<Item = usize> {
        let kept = self.kept.iter().filter(|(sum, _)| *sum > 0.0);
        kept.map(|&(_, candidate)| candidate as usize)
    }
}

/// Whether one candidate, with its sum, is worse than another.
fn is_worse(one: (f32, u32), other: (f32, u32)) -> bool {
    (one.0, other.1) < (other.0, one.1)
}

/// Where each term stands in the later version's sentences, first in those that have not been found unchanged.
struct Index<'f> {
    feature: &'f Feature,
    postings: Box<[(u32, f32)]>,
    /// Where the postings of each term begin, and the end of the last; those of frequent terms are left out.
    starts: Vec<usize>,
    /// Where the postings of each term in unchanged sentences begin.
    unchanged: Vec<usize>,
}

impl<'f> Index<'f> {
    fn new(feature: &'f Feature, frequent: usize, found: &[bool]) -> Self {
        let counts = &mut vec![0_usize; feature.idf.len()][..];
        for &term in feature.after.all_terms() {
            counts[term as usize] += 1;
        }
        let rare = |count: &usize| if *count > frequent { 0 } else { *count };
        let starts = starts(counts.len(), counts.iter().map(rare).enumerate());
        let next = &mut starts[..counts.len()].to_vec()[..];
        let mut postings = vec![(0, 0.0); starts[counts.len()]].into_boxed_slice();
        let mut add = |unchanged: bool| {
            for j in (0..found.len()).filter(|&j| found[j] == unchanged) {
                let (terms, weights) = feature.after.row(j);
                for (&term, &weight) in terms.iter().zip(weights) {
                    if counts[term as usize] <= frequent {
                        postings[next[term as usize]] = (j as u32, weight);
                        next[term as usize] += 1;
                    }
                }
            }
            next.to_vec()
        };
        let unchanged = add(false);
        add(true);
        Self {
            feature,
            postings,
            starts,
            unchanged,
        }
    }

    /// Where a term stands; for a sentence that was `found` unchanged, only where it stands in others.
    fn postings(&self, term: u32, found: bool) -> &[(u32, f32)] {
        let term = term as usize;
        let end = if found {
            self.unchanged[term]
        } else {
            self.starts[term + 1]
        };
        &self.postings[self.starts[term]..end]
    }
}
