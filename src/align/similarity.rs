//! How alike two sentences are: scores, no search.
//!
//! The score is the mean cosine of two tf-idf vectors (`features`), less the hubness of both sentences: a sentence
//! that resembles many is a poor witness for any (Radovanović et al. 2010; Conneau et al. 2018, CSLS). Only a sparse
//! set of pairs is looked at: candidates, and those that a later stage asks for. Time is linear in the texts times a bound.

use super::candidates::{SENTENCES, propose};
use super::features::Features;
use super::parameters::Parameters;
use super::probe::{Both, Probe};
use crate::kinship::Sentences;
use crate::order::ascending;
use std::ops::Range;

/// A pair of sentences.
#[derive(Clone, Copy, Debug, PartialEq)]
pub(super) struct Cell {
    /// Index of the later version's sentence.
    pub(super) after: u32,
    /// Cosines of the stems and of the character runs.
    pub(super) cosines: Both,
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

/// The pairs of sentences that are looked at.
pub(super) struct Matrix<'f> {
    pub(super) features: &'f Features,
    gram_weight: f32,
    /// The kinship of the sentences' words, where it counts.
    pub(super) kin: Option<&'f Kin>,
    /// A row for each sentence of the earlier version, ascending by `after`.
    pub(super) rows: Vec<Vec<Cell>>,
    /// What each sentence's similarities lose for its hubness.
    pub(super) hub_before: Vec<f32>,
    pub(super) hub_after: Vec<f32>,
    /// Whether there were too many sentences to look for candidates as thoroughly as in a book.
    pub(super) approximate: bool,
    probe: Probe,
}

impl<'f> Matrix<'f> {
    /// The best candidates of every sentence of both versions, and `same`: unchanged sentences in order.
    pub(super) fn new(
        features: &'f Features,
        same: &[(usize, usize)],
        parameters: &Parameters,
    ) -> Self {
        let mut pairs = propose(features, parameters.grams, same);
        pairs.extend(same);
        Self::of(features, &pairs, parameters)
    }

    /// The pairs given, and no others.
    pub(super) fn of(
        features: &'f Features,
        pairs: &[(usize, usize)],
        parameters: &Parameters,
    ) -> Self {
        let (n, m) = (features.stems.before.len(), features.stems.after.len());
        let mut matrix = Self {
            features,
            gram_weight: parameters.grams,
            kin: None,
            rows: vec![Vec::new(); n],
            hub_before: vec![0.0; n],
            hub_after: vec![0.0; m],
            approximate: n + m > SENTENCES,
            probe: Probe::new(features),
        };
        for run in ascending(pairs).chunk_by(|one, other| one.0 == other.0) {
            let before = run[0].0;
            matrix.probe.take(features.before(), before);
            let cells = run.iter().map(|&(_, after)| matrix.measure(before, after));
            matrix.rows[before] = cells.collect();
        }
        matrix.weigh_hubs(parameters.hubness);
        matrix
    }

    /// All pairs that are looked at, ascending.
    pub(super) fn pairs(&self) -> Vec<(usize, usize)> {
        let rows = self.rows.iter().enumerate();
        rows.flat_map(|(i, row)| row.iter().map(move |cell| (i, cell.after as usize)))
            .collect()
    }

    /// Adds the kinship of the sentences' words to every score, from here on.
    pub(super) fn relate(&mut self, kin: &'f Kin, parameters: &Parameters) {
        self.kin = Some(kin);
        for i in 0..self.rows.len() {
            for k in 0..self.rows[i].len() {
                self.rows[i][k].kin = self.kinship(i, self.rows[i][k].after as usize);
            }
        }
        self.weigh_hubs(parameters.hubness);
    }

    /// Scores every cell anew: without the share of the hubness of both its sentences.
    fn weigh_hubs(&mut self, share: f32) {
        let mut of_columns = vec![Hub::default(); self.hub_after.len()];
        for (row, hub) in self.rows.iter().zip(&mut self.hub_before) {
            let mut of_row = Hub::default();
            for cell in row {
                of_row.offer(cell.raw + cell.kin);
                of_columns[cell.after as usize].offer(cell.raw + cell.kin);
            }
            *hub = share * of_row.mean();
        }
        for (of_column, hub) in of_columns.iter().zip(&mut self.hub_after) {
            *hub = share * of_column.mean();
        }
        for (row, of_row) in self.rows.iter_mut().zip(&self.hub_before) {
            for cell in row {
                let hubs = of_row + self.hub_after[cell.after as usize];
                cell.score = (cell.raw + cell.kin - hubs).max(0.0);
            }
        }
    }

    /// What the kinship of words adds to the similarity of a pair.
    fn kinship(&self, before: usize, after: usize) -> f32 {
        self.kin
            .map_or(0.0, |kin| kin.weight * kin.sentences.cosine(before, after))
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
        self.probe.take(self.features.before(), before);
        row.extend(range.filter_map(
            |after| match known.next_if(|cell| cell.after as usize == after) {
                Some(cell) => Some(*cell),
                None => Some(self.measure(before, after)).filter(|cell| cell.raw + cell.kin > 0.0),
            },
        ));
        row.extend_from_slice(&old[end..]);
        self.rows[before] = row;
    }

    /// The mean of two cosines.
    pub(super) fn mix(&self, cosines: Both) -> f32 {
        (cosines.stems + self.gram_weight * cosines.grams) / (1.0 + self.gram_weight)
    }

    /// Measures the earlier sentence that the probe has taken up against a later one.
    fn measure(&self, before: usize, after: usize) -> Cell {
        let cosines = self.probe.against(self.features.after(), after);
        let raw = self.mix(cosines);
        let kin = self.kinship(before, after);
        let score = (raw + kin - self.hub_before[before] - self.hub_after[after]).max(0.0);
        Cell {
            after: after as u32,
            cosines,
            raw,
            kin,
            score,
        }
    }
}

/// The four best of some similarities, descending.
#[derive(Clone, Default)]
struct Hub([f32; 4]);

impl Hub {
    fn offer(&mut self, similarity: f32) {
        let best = &mut self.0;
        if similarity > best[3] {
            let place = best
                .iter()
                .take_while(|better| **better >= similarity)
                .count();
            best[place..].rotate_right(1);
            best[place] = similarity;
        }
    }

    /// The mean of the second to fourth best.
    fn mean(&self) -> f32 {
        (self.0[1] + self.0[2] + self.0[3]) / 3.0
    }
}
