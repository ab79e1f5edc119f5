//! How alike two blocks of neighbouring sentences are, as if each were one sentence.
//!
//! The cosine of two sums of vectors is made of the cosines of their parts, those between the versions and those inside
//! each; the latter are found once. Time is linear in the sentences times the square of a bounded block.

use super::features::{Features, Side};
use super::position::Expected;
use super::probe::{Both, Probe};
use super::similarity::{Cell, Matrix};
use crate::kinship::dot;
use crate::version::Span;

/// The most sentences in a block.
pub(super) const LARGEST: usize = 5;

/// A quantity of vectors: of stems, of character runs and of kin words.
#[derive(Clone, Copy, Debug, Default)]
pub(super) struct Triple {
    stems: f32,
    grams: f32,
    kin: f32,
}

impl Triple {
    pub(super) fn add(&mut self, other: Self) {
        self.stems += other.stems;
        self.grams += other.grams;
        self.kin += other.kin;
    }
}

/// The lengths of the vectors of all blocks, by their first sentence and how many more they have. A sentence that
/// stands unchanged is in no block with others.
type Lengths = Vec<[Triple; LARGEST]>;

/// The blocks of both versions.
pub(super) struct Blocks<'a, 'f> {
    matrix: &'a Matrix<'f>,
    before: Lengths,
    after: Lengths,
}

impl<'a, 'f> Blocks<'a, 'f> {
    pub(super) fn new(matrix: &'a Matrix<'f>, expected: &Expected) -> Self {
        let Matrix { features, kin, .. } = matrix;
        let kin = kin.map(|kin| &kin.sentences);
        Self {
            matrix,
            before: lengths(
                features,
                features.before(),
                &|i| kin.map(|kin| kin.before(i)),
                &|i| expected.unchanged(i).is_some(),
            ),
            after: lengths(
                features,
                features.after(),
                &|j| kin.map(|kin| kin.after(j)),
                &|j| expected.unchanged_after(j).is_some(),
            ),
        }
    }

    /// The dot products of the vectors of a pair of sentences.
    pub(super) fn dots(&self, before: usize, cell: &Cell) -> Triple {
        let Matrix { features, kin, .. } = self.matrix;
        let after = cell.after as usize;
        let (from, to) = (features.before(), features.after());
        Triple {
            stems: from.stems.norms[before] * to.stems.norms[after] * cell.cosines.stems,
            grams: from.grams.norms[before] * to.grams.norms[after] * cell.cosines.grams,
            kin: kin.map_or(0.0, |kin| {
                dot(kin.sentences.before(before), kin.sentences.after(after))
            }),
        }
    }

    /// The similarity of two blocks, given the sum of the dot products of their sentences.
    pub(super) fn similarity(&self, before: Span, after: Span, dots: Triple) -> f32 {
        let cosine = |dot: f32, lengths: f32| if lengths > 0.0 { dot / lengths } else { 0.0 };
        let left = self.before[before.start][before.len() - 1];
        let right = self.after[after.start][after.len() - 1];
        let cosines = Both {
            stems: cosine(dots.stems, left.stems * right.stems),
            grams: cosine(dots.grams, left.grams * right.grams),
        };
        let kin = self.matrix.kin.map_or(0.0, |kin| {
            kin.weight * cosine(dots.kin, left.kin * right.kin).clamp(0.0, 1.0)
        });
        let mean = |hubs: &[f32]| hubs.iter().sum::<f32>() / hubs.len() as f32;
        let hubs = mean(&self.matrix.hub_before[before.range()])
            + mean(&self.matrix.hub_after[after.range()]);
        (self.matrix.mix(cosines) + kin - hubs).max(0.0)
    }

    /// The similarity of two blocks.
    pub(super) fn of(&self, before: Span, after: Span) -> f32 {
        let mut dots = Triple::default();
        for i in before.range() {
            for j in after.range() {
                if let Some(cell) = self.matrix.cell(i, j) {
                    dots.add(self.dots(i, cell));
                }
            }
        }
        self.similarity(before, after, dots)
    }
}

fn lengths<'k>(
    features: &Features,
    side: Side,
    kin: &dyn Fn(usize) -> Option<&'k [f32]>,
    stands_alone: &dyn Fn(usize) -> bool,
) -> Lengths {
    let count = side.stems.len();
    let mut probe = Probe::new(features);
    // The dot products of each sentence and those that follow it in a block, itself first.
    let mut products = vec![[Triple::default(); LARGEST]; count];
    // Where the longest block that begins with each sentence ends.
    let mut ends = vec![0; count];
    for one in 0..count {
        let others = one + 1..count.min(one + LARGEST);
        let end = if stands_alone(one) {
            one + 1
        } else {
            others
                .clone()
                .find(|&other| stands_alone(other))
                .unwrap_or(others.end.max(one + 1))
        };
        ends[one] = end;
        let norms = |other: usize| {
            let product = |norms: &[f32]| norms[one] * norms[other];
            (product(&side.stems.norms), product(&side.grams.norms))
        };
        let of_kin = |other| match (kin(one), kin(other)) {
            (Some(one), Some(other)) => dot(one, other),
            _ => 0.0,
        };
        if end > one + 1 {
            probe.take(side, one);
        }
        for other in one..end {
            let cosines = if other == one {
                Both {
                    stems: 1.0,
                    grams: 1.0,
                }
            } else {
                probe.against(side, other)
            };
            let (stems, grams) = norms(other);
            products[one][other - one] = Triple {
                stems: stems * cosines.stems,
                grams: grams * cosines.grams,
                kin: of_kin(other),
            };
        }
    }
    let mut lengths = vec![[Triple::default(); LARGEST]; count];
    for start in 0..count {
        let mut square = Triple::default();
        for last in start..ends[start] {
            square.add(products[last][0]);
            for one in start..last {
                square.add(products[one][last - one]);
                square.add(products[one][last - one]);
            }
            lengths[start][last - start] = Triple {
                stems: square.stems.sqrt(),
                grams: square.grams.sqrt(),
                kin: square.kin.max(0.0).sqrt(),
            };
        }
    }
    lengths
}
