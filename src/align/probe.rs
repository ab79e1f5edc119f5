//! One sentence against many: laid out by term, so that a cosine costs no more than the terms of the other.

use super::features::{Features, Side, Vectors};

/// A sentence with so many times the terms of another is searched for them, not gone through.
const MUCH_LONGER: usize = 16;

/// A quantity of two sentences or of one, for each kind of feature.
#[derive(Clone, Copy, Debug, Default, PartialEq)]
pub(super) struct Both {
    pub(super) stems: f32,
    pub(super) grams: f32,
}

/// One sentence of either version, to be held against many.
pub(super) struct Probe {
    stems: Layout,
    grams: Layout,
}

impl Probe {
    pub(super) fn new(features: &Features) -> Self {
        let layout = |vocabulary| Layout {
            weights: vec![0.0; vocabulary].into(),
            terms: Vec::new(),
        };
        Self {
            stems: layout(features.stems.idf.len()),
            grams: layout(features.grams.idf.len()),
        }
    }

    /// Takes up a sentence, in place of the one before.
    pub(super) fn take(&mut self, side: Side, sentence: usize) {
        self.stems.take(side.stems, sentence);
        self.grams.take(side.grams, sentence);
    }

    /// The cosines of the sentence that was taken up and another, 0..=1.
    pub(super) fn against(&self, side: Side, sentence: usize) -> Both {
        Both {
            stems: self.stems.cosine(side.stems, sentence),
            grams: self.grams.cosine(side.grams, sentence),
        }
    }
}

/// One sentence, laid out by term.
struct Layout {
    /// By term; 0 for those that the sentence has not.
    weights: Box<[f32]>,
    /// Those that it has.
    terms: Vec<u32>,
}

impl Layout {
    fn take(&mut self, vectors: &Vectors, sentence: usize) {
        for term in self.terms.drain(..) {
            self.weights[term as usize] = 0.0;
        }
        let (terms, weights) = vectors.row(sentence);
        for (&term, &weight) in terms.iter().zip(weights) {
            self.weights[term as usize] = weight;
        }
        self.terms.extend_from_slice(terms);
    }

    fn cosine(&self, vectors: &Vectors, sentence: usize) -> f32 {
        let (terms, weights) = vectors.row(sentence);
        let mut sum = 0.0;
        if terms.len() > MUCH_LONGER * self.terms.len() {
            for term in &self.terms {
                if let Ok(place) = terms.binary_search(term) {
                    sum += self.weights[*term as usize] * weights[place];
                }
            }
        } else {
            for (&term, weight) in terms.iter().zip(weights) {
                sum += self.weights[term as usize] * weight;
            }
        }
        sum.min(1.0)
    }
}
