//! Sentences as vectors: weighted word stems and weighted runs of four characters.
//!
//! Weights are tf-idf (Salton & Buckley 1988): tf = 1 + ln k, idf = ln((N + 1) / df), where N and df
//! count the sentences of both versions. Runs of characters see what stems miss: compounds,
//! inflections, names spelled in two ways. Time is linear in the texts, but for sorting each sentence.

use super::stem::stem;
use crate::interner::Interner;
use crate::keys::fold;
use crate::order::ascend;
use crate::version::numerals::cardinal;
use crate::version::{Span, Version};

/// A feature of one kind of every sentence of a version: rows of `(term, weight)`, ascending by term, of unit length.
#[derive(Clone, Debug, Default)]
pub(super) struct Vectors {
    terms: Vec<u32>,
    weights: Vec<f32>,
    rows: Vec<Span>,
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
    /// Pairs of neighbouring stems, for telling an echo from a coincidence.
    pub(super) bigrams: Feature,
    /// The stems of every sentence of both versions, for weighing them anew.
    bags: [Vec<Vec<u32>>; 2],
}

impl Vectors {
    /// How many sentences there are.
    pub(super) fn len(&self) -> usize {
        self.rows.len()
    }

    /// The terms of one sentence, ascending, and their weights.
    pub(super) fn row(&self, sentence: usize) -> (&[u32], &[f32]) {
        let range = self.rows[sentence].range();
        (&self.terms[range.clone()], &self.weights[range])
    }

    /// The cosine of a sentence with one of another version over the same vocabulary.
    pub(super) fn cosine(&self, sentence: usize, other: &Self, counterpart: usize) -> f32 {
        let mut sum = 0.0;
        let (left, right) = (self.row(sentence), other.row(counterpart));
        shared(left.0, right.0, |i, j| sum += left.1[i] * right.1[j]);
        sum.min(1.0)
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

    /// Weighs the bags of terms of both versions' sentences.
    fn new(before: Vec<Vec<u32>>, after: Vec<Vec<u32>>, vocabulary: usize) -> Self {
        let mut df = vec![0_u32; vocabulary];
        let mut counted = |bags: Vec<Vec<u32>>| -> Vec<Vec<(u32, u32)>> {
            bags.into_iter()
                .map(|mut bag| {
                    ascend(&mut bag);
                    let counts: Vec<_> = bag
                        .chunk_by(|a, b| a == b)
                        .map(|run| (run[0], run.len() as u32))
                        .collect();
                    for (term, _) in &counts {
                        df[*term as usize] += 1;
                    }
                    counts
                })
                .collect()
        };
        let (before, after) = (counted(before), counted(after));
        let sentences = (before.len() + after.len()) as f32;
        let idf: Vec<f32> = df
            .iter()
            .map(|&df| ((sentences + 1.0) / df as f32).ln())
            .collect();
        let weigh = |bags: Vec<Vec<(u32, u32)>>| {
            let mut vectors = Vectors::default();
            for bag in bags {
                let start = vectors.terms.len();
                let mut square = 0.0;
                for (term, count) in bag {
                    let weight = (1.0 + (count as f32).ln()) * idf[term as usize];
                    square += weight * weight;
                    vectors.terms.push(term);
                    vectors.weights.push(weight);
                }
                let norm = square.sqrt();
                if norm > 0.0 {
                    vectors.weights[start..]
                        .iter_mut()
                        .for_each(|weight| *weight /= norm);
                }
                vectors.norms.push(norm);
                vectors.rows.push(Span::new(start, vectors.terms.len()));
            }
            vectors
        };
        Self {
            before: weigh(before),
            after: weigh(after),
            idf,
        }
    }
}

impl Features {
    /// The features of all sentences of both versions.
    pub(super) fn new(before: &Version, after: &Version) -> Self {
        let (mut stems, mut grams, mut bigrams) = (
            Interner::default(),
            Interner::default(),
            Interner::default(),
        );
        let mut bags = |version: &Version| {
            let mut of_version = (Vec::new(), Vec::new(), Vec::new());
            for sentence in &version.sentences {
                let words = words_of(version, sentence.tokens);
                let ids: Vec<u32> = words
                    .iter()
                    .map(|word| stems.intern(stem(word).to_owned()))
                    .collect();
                of_version.1.push(grams_of(&words, &mut grams));
                of_version.2.push(
                    ids.windows(2)
                        .map(|pair| bigrams.intern(u64::from(pair[0]) << 32 | u64::from(pair[1])))
                        .collect(),
                );
                of_version.0.push(ids);
            }
            of_version
        };
        let (before, after) = (bags(before), bags(after));
        Self {
            bags: [before.0.clone(), after.0.clone()],
            stems: Feature::new(before.0, after.0, stems.len()),
            grams: Feature::new(before.1, after.1, grams.len()),
            bigrams: Feature::new(before.2, after.2, bigrams.len()),
        }
    }

    /// What the weights of terms are to those in an article: the rarest word of a text of N sentences weighs ln N nats.
    pub(super) fn scale(&self) -> f32 {
        const ARTICLE: f32 = 100.0;
        let sentences = (self.stems.before.len() + self.stems.after.len()) as f32;
        (sentences + 1.0).ln() / ARTICLE.ln()
    }

    /// Takes stems of the later version for those they stand for in the earlier one: `lexicon` holds the latter by the former.
    pub(super) fn translate(&mut self, lexicon: &[u32]) {
        let [before, after] = &mut self.bags;
        for stem in after.iter_mut().flatten() {
            *stem = lexicon[*stem as usize];
        }
        self.stems = Feature::new(std::mem::take(before), std::mem::take(after), lexicon.len());
    }
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

/// The words of some tokens, in small letters: runs of letters, digits and apostrophes, numbers in digits however they
/// are written. Where there are none, the tokens themselves.
fn words_of(version: &Version, tokens: Span) -> Vec<String> {
    let mut words = Vec::new();
    for token in &version.tokens[tokens.range()] {
        let folded = fold(version.text_of(token.core));
        if let Some(number) = cardinal(&folded).filter(|&number| number > 1) {
            words.push(number.to_string());
            continue;
        }
        let is_number = folded.starts_with(|c: char| c.is_ascii_digit());
        let inner = |c: char| matches!(c, '\'' | '.') || is_number && c == ',';
        let parts = folded.split(|c: char| !c.is_alphanumeric() && !inner(c));
        let bare = parts.map(|part| part.chars().filter(|c| !inner(*c)).collect::<String>());
        words.extend(bare.filter(|word| !word.is_empty()));
    }
    if words.is_empty() {
        words.extend(
            version.tokens[tokens.range()]
                .iter()
                .map(|token| version.text_of(token.span).to_owned()),
        );
    }
    words
}

/// The runs of four characters of some words with a space before, between and after them, 16 bits a character: those
/// beyond the Basic Multilingual Plane may fall together, which costs a little likeness and no more.
fn grams_of(words: &[String], grams: &mut Interner<u64>) -> Vec<u32> {
    let mut window = u64::from(b' ');
    let mut bag = Vec::new();
    let spaced = words.iter().flat_map(|word| word.chars().chain([' ']));
    for (k, c) in spaced.enumerate() {
        window = window << 16 | u64::from(c) & 0xffff;
        if k >= 2 {
            bag.push(grams.intern(window));
        }
    }
    bag
}
