//! How alike two sentences are: scores, no search.
//!
//! The score is the mean cosine of two tf-idf vectors (`features`), less the hubness of both sentences: a sentence
//! that resembles many is a poor witness for any (Radovanović et al. 2010; Conneau et al. 2018, CSLS). Only a sparse
//! set of pairs is looked at: for every sentence its best few counterparts, found through an inverted index, and
//! those that a later stage asks for. Time is linear in the texts times a bound.

use super::features::{Feature, Features};
use super::parameters::Parameters;
use crate::kinship::Sentences;
use crate::order::ascending;
use std::ops::Range;

/// How many candidates each sentence keeps: 8 hold nearly all pairs that people link, the others serve the hubness.
const CANDIDATES: usize = 12;

/// Terms in more sentences than this do not propose candidates; they still count in the score.
const FREQUENT: usize = 128;

/// How many sentences both texts may have before fewer terms than that propose candidates, and how few do then.
const SENTENCES: usize = 100_000;
const LEAST_FREQUENT: usize = 8;

/// A pair of sentences.
#[derive(Clone, Copy, Debug, PartialEq)]
pub(super) struct Cell {
    /// Index of the later version's sentence.
    pub(super) after: u32,
    /// Cosine of the stems.
    pub(super) stems: f32,
    /// Cosine of the character runs.
    pub(super) grams: f32,
    /// The mean cosine of both.
    pub(super) raw: f32,
    /// What the kinship of words adds to it.
    pub(super) kin: f32,
    /// Both, without hubness.
    pub(super) score: f32,
}

/// The kinship of the sentences' words.
pub(super) struct Kin {
    pub(super) sentences: Sentences,
    /// What it weighs beside stems and grams.
    pub(super) weight: f32,
}

impl Kin {
    fn likeness(&self, before: Range<usize>, after: Range<usize>) -> f32 {
        self.weight * self.sentences.cosine(before, after)
    }
}

/// The pairs of sentences that are looked at.
pub(super) struct Matrix<'f> {
    features: &'f Features,
    gram_weight: f32,
    /// The kinship of the sentences' words, where it counts.
    kin: Option<&'f Kin>,
    /// A row for each sentence of the earlier version, ascending by `after`.
    pub(super) rows: Vec<Vec<Cell>>,
    /// What each sentence's similarities lose for its hubness.
    pub(super) hub_before: Vec<f32>,
    pub(super) hub_after: Vec<f32>,
    /// Whether there were too many sentences to look for candidates as thoroughly as in a book.
    pub(super) approximate: bool,
}

impl<'f> Matrix<'f> {
    /// The best candidates of every sentence of both versions, and the pairs given.
    pub(super) fn new(
        features: &'f Features,
        given: &[(usize, usize)],
        parameters: &Parameters,
    ) -> Self {
        let mut matrix = Self::empty(features, parameters);
        let mut pairs = matrix.propose();
        pairs.extend(given);
        matrix.look_at(&pairs, parameters);
        matrix
    }

    /// The pairs given, and no others.
    pub(super) fn of(
        features: &'f Features,
        pairs: &[(usize, usize)],
        parameters: &Parameters,
    ) -> Self {
        let mut matrix = Self::empty(features, parameters);
        matrix.look_at(pairs, parameters);
        matrix
    }

    fn empty(features: &'f Features, parameters: &Parameters) -> Self {
        let (n, m) = (features.stems.before.len(), features.stems.after.len());
        Self {
            features,
            gram_weight: parameters.grams,
            kin: None,
            rows: vec![Vec::new(); n],
            hub_before: vec![0.0; n],
            hub_after: vec![0.0; m],
            approximate: n + m > SENTENCES,
        }
    }

    fn look_at(&mut self, pairs: &[(usize, usize)], parameters: &Parameters) {
        for (i, j) in ascending(pairs) {
            let cell = self.measure(i, j);
            self.rows[i].push(cell);
        }
        self.weigh_hubs(parameters.hubness);
    }

    /// All pairs that are looked at, ascending.
    pub(super) fn pairs(&self) -> Vec<(usize, usize)> {
        let rows = self.rows.iter().enumerate();
        rows.flat_map(|(i, row)| row.iter().map(move |cell| (i, cell.after as usize)))
            .collect()
    }

    /// Adds the kinship of the sentences' words to every score, from here on.
    pub(super) fn relate(&mut self, kin: &'f Kin, parameters: &Parameters) {
        for (i, row) in self.rows.iter_mut().enumerate() {
            for cell in row {
                let j = cell.after as usize;
                cell.kin = kin.likeness(i..i + 1, j..j + 1);
            }
        }
        self.kin = Some(kin);
        self.weigh_hubs(parameters.hubness);
    }

    /// Scores every cell anew: without the share of the hubness of both its sentences.
    fn weigh_hubs(&mut self, share: f32) {
        let hub = |cells: &mut dyn Iterator<Item = &Cell>| {
            share * hubness(cells.map(|cell| cell.raw + cell.kin))
        };
        let columns = self.columns();
        self.hub_before = self.rows.iter().map(|row| hub(&mut row.iter())).collect();
        self.hub_after = columns
            .iter()
            .map(|column| hub(&mut column.iter().map(|(_, cell)| cell)))
            .collect();
        for (i, row) in self.rows.iter_mut().enumerate() {
            for cell in row {
                let hubs = self.hub_before[i] + self.hub_after[cell.after as usize];
                cell.score = (cell.raw + cell.kin - hubs).max(0.0);
            }
        }
    }

    /// What the kinship of words adds to the similarity of two blocks of sentences.
    fn kin(&self, before: Range<usize>, after: Range<usize>) -> f32 {
        self.kin.map_or(0.0, |kin| kin.likeness(before, after))
    }

    /// The cells by column: the earlier version's sentence and the cell, ascending.
    pub(super) fn columns(&self) -> Vec<Vec<(usize, Cell)>> {
        let mut columns = vec![Vec::new(); self.hub_after.len()];
        for (i, row) in self.rows.iter().enumerate() {
            for cell in row {
                columns[cell.after as usize].push((i, *cell));
            }
        }
        columns
    }

    /// The cell of a pair, where it is looked at.
    pub(super) fn cell(&self, before: usize, after: usize) -> Option<&Cell> {
        let row = self.rows.get(before)?;
        row.binary_search_by_key(&after, |cell| cell.after as usize)
            .ok()
            .map(|k| &row[k])
    }

    /// The score of a pair; 0 where it is not looked at.
    pub(super) fn score(&self, before: usize, after: usize) -> f32 {
        self.cell(before, after).map_or(0.0, |cell| cell.score)
    }

    /// Looks at all pairs of one sentence with the sentences `range` of the other version, too.
    pub(super) fn fill(&mut self, before: usize, range: Range<usize>) {
        let old = std::mem::take(&mut self.rows[before]);
        let place = |after| old.partition_point(|cell| (cell.after as usize) < after);
        let (start, end) = (place(range.start), place(range.end));
        let mut known = old[start..end].iter().peekable();
        let mut row = old[..start].to_vec();
        row.extend(range.filter_map(
            |after| match known.next_if(|cell| cell.after as usize == after) {
                Some(cell) => Some(*cell),
                None => Some(self.measure(before, after)).filter(|cell| cell.raw + cell.kin > 0.0),
            },
        ));
        row.extend_from_slice(&old[end..]);
        self.rows[before] = row;
    }

    /// The similarity of two blocks of sentences, from the cells and from the cosines inside each version.
    pub(super) fn block(&self, before: Range<usize>, after: Range<usize>) -> f32 {
        let cosine = |feature: &Feature, pick: fn(&Cell) -> f32| {
            let mut dot = 0.0;
            for i in before.clone() {
                for j in after.clone() {
                    let cosine = self.cell(i, j).map_or(0.0, pick);
                    dot += feature.before.norms[i] * feature.after.norms[j] * cosine;
                }
            }
            let length = |vectors: &super::features::Vectors, range: Range<usize>| {
                let mut square = 0.0;
                for i in range.clone() {
                    square += vectors.norms[i] * vectors.norms[i];
                    for j in i + 1..range.end {
                        square += 2.0
                            * vectors.norms[i]
                            * vectors.norms[j]
                            * vectors.cosine(i, vectors, j);
                    }
                }
                square.sqrt()
            };
            let lengths =
                length(&feature.before, before.clone()) * length(&feature.after, after.clone());
            if lengths > 0.0 { dot / lengths } else { 0.0 }
        };
        let stems = cosine(&self.features.stems, |cell| cell.stems);
        let grams = cosine(&self.features.grams, |cell| cell.grams);
        let mean = |hubs: &[f32]| hubs.iter().sum::<f32>() / hubs.len() as f32;
        let hubs = mean(&self.hub_before[before.clone()]) + mean(&self.hub_after[after.clone()]);
        (self.mix(stems, grams) + self.kin(before, after) - hubs).max(0.0)
    }

    fn mix(&self, stems: f32, grams: f32) -> f32 {
        (stems + self.gram_weight * grams) / (1.0 + self.gram_weight)
    }

    fn measure(&self, before: usize, after: usize) -> Cell {
        let cosine = |feature: &Feature| feature.before.cosine(before, &feature.after, after);
        let (stems, grams) = (cosine(&self.features.stems), cosine(&self.features.grams));
        let raw = self.mix(stems, grams);
        let kin = self.kin(before..before + 1, after..after + 1);
        let score = (raw + kin - self.hub_before[before] - self.hub_after[after]).max(0.0);
        Cell {
            after: after as u32,
            stems,
            grams,
            raw,
            kin,
            score,
        }
    }

    /// The best candidates of every sentence of both versions, by the terms that are not too frequent.
    fn propose(&self) -> Vec<(usize, usize)> {
        let (n, m) = (self.hub_before.len(), self.hub_after.len());
        let frequent = (FREQUENT * SENTENCES / (n + m).max(1)).clamp(LEAST_FREQUENT, FREQUENT);
        let indexes = [
            Index::new(&self.features.stems, frequent),
            Index::new(&self.features.grams, frequent),
        ];
        let weights = [1.0, self.gram_weight];
        let mut proposed = Vec::new();
        let mut sums = vec![0.0_f32; m];
        let mut touched: Vec<u32> = Vec::new();
        let mut best_of_columns: Vec<Best> = vec![Best::default(); m];
        for i in 0..n {
            for (index, weight) in indexes.iter().zip(weights) {
                let (terms, term_weights) = index.feature.before.row(i);
                for (&term, &term_weight) in terms.iter().zip(term_weights) {
                    for &(j, other) in index.postings(term) {
                        if sums[j as usize] == 0.0 {
                            touched.push(j);
                        }
                        sums[j as usize] += weight * term_weight * other;
                    }
                }
            }
            let mut best = Best::default();
            for j in touched.drain(..) {
                let sum = std::mem::take(&mut sums[j as usize]);
                best.offer(sum, j);
                best_of_columns[j as usize].offer(sum, i as u32);
            }
            proposed.extend(best.kept.iter().map(|&(_, j)| (i, j as usize)));
        }
        for (j, best) in best_of_columns.iter().enumerate() {
            proposed.extend(best.kept.iter().map(|&(_, i)| (i as usize, j)));
        }
        proposed
    }
}

/// The mean of the second to fourth best of some similarities.
fn hubness(similarities: impl Iterator<Item = f32>) -> f32 {
    let mut best = [0.0_f32; 4];
    for similarity in similarities {
        let place = best
            .iter()
            .take_while(|better| **better >= similarity)
            .count();
        if place < best.len() {
            best[place..].rotate_right(1);
            best[place] = similarity;
        }
    }
    (best[1] + best[2] + best[3]) / 3.0
}

/// The best few candidates of a sentence, in no order; of equal ones the first.
#[derive(Clone, Default)]
struct Best {
    kept: Vec<(f32, u32)>,
    /// Where the worst of a full set stands; what is no better is turned away at once.
    worst: usize,
}

impl Best {
    fn offer(&mut self, sum: f32, candidate: u32) {
        if self.kept.len() < CANDIDATES {
            self.kept.push((sum, candidate));
        } else if is_worse(self.kept[self.worst], (sum, candidate)) {
            self.kept[self.worst] = (sum, candidate);
        } else {
            return;
        }
        if self.kept.len() == CANDIDATES {
            for place in 0..CANDIDATES {
                if is_worse(self.kept[place], self.kept[self.worst]) {
                    self.worst = place;
                }
            }
        }
    }
}

/// Whether one candidate, with its sum, is worse than another.
fn is_worse(one: (f32, u32), other: (f32, u32)) -> bool {
    (one.0, other.1) < (other.0, one.1)
}

/// Where each term stands in the later version's sentences.
struct Index<'f> {
    feature: &'f Feature,
    postings: Vec<(u32, f32)>,
    /// Where the postings of each term begin, and the end of the last; those of frequent terms are left out.
    starts: Vec<usize>,
}

impl<'f> Index<'f> {
    fn new(feature: &'f Feature, frequent: usize) -> Self {
        let mut counts = vec![0_usize; feature.idf.len()];
        let rows = || (0..feature.after.len()).map(|j| (j, feature.after.row(j)));
        for (_, (terms, _)) in rows() {
            for &term in terms {
                counts[term as usize] += 1;
            }
        }
        let mut starts = vec![0];
        let mut sum = 0;
        for count in &counts {
            sum += if *count > frequent { 0 } else { *count };
            starts.push(sum);
        }
        let mut next = starts.clone();
        let mut postings = vec![(0, 0.0); sum];
        for (j, (terms, weights)) in rows() {
            for (&term, &weight) in terms.iter().zip(weights) {
                if counts[term as usize] <= frequent {
                    postings[next[term as usize]] = (j as u32, weight);
                    next[term as usize] += 1;
                }
            }
        }
        Self {
            feature,
            postings,
            starts,
        }
    }

    fn postings(&self, term: u32) -> &[(u32, f32)] {
        &self.postings[self.starts[term as usize]..self.starts[term as usize + 1]]
    }
}
