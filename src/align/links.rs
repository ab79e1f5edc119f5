//! Which sentences tell the same: groups in order, then the exceptions.

use super::band::{fill_band, placed};
use super::blocks::Blocks;
use super::corrections::told_by_hand;
use super::features::Features;
use super::groups::{Group, best_way};
use super::lexicon;
use super::parameters::Parameters;
use super::position::{Bests, Expected, Kind, mutual_bests};
use super::residue::residual_pairs;
use super::similarity::{Cell, Kin, Matrix};
use crate::keys::Keys;
use crate::kinship::{self, Bearing, Kinship};
use crate::options::Correction;
use crate::order::ascending;
use crate::version::{Span, Version};

/// How far from its expected place, in sentences, an echo stands at the least.
const ELSEWHERE: f32 = 2.5;

/// What closeness of the texts adds to the weight of the stems that an echo shares, unless it is verbatim, in nats.
const ECHO_CLOSE: f32 = 20.0;

/// A paragraph break cuts a sentence by accident in one of so many paragraphs at the most.
const RARE: usize = 20;

/// A pair of sentences that tell the same, and how sure that is.
#[derive(Clone, Copy, Debug, PartialEq)]
pub(super) struct Pair {
    pub(super) before: usize,
    pub(super) after: usize,
    /// The score at its place: what the pairing of paragraphs weighs.
    pub(super) weight: f32,
    /// Cosine, 0..1: of the two, or of the group in which they tell the same.
    pub(super) similarity: f32,
}

/// Which sentences tell the same.
pub(super) struct Pairing {
    /// Ascending by `(before, after)`.
    pub(super) pairs: Vec<Pair>,
    /// What more there would be where a reader says that paragraphs are counterparts.
    pub(super) by_hand: Vec<Pair>,
    /// What kind of texts these are.
    pub(super) kind: Kind,
    /// What a table of kin words has to do with them.
    pub(super) bearing: Bearing,
    /// Whether a bound on work cut the search short.
    pub(super) approximate: bool,
}

/// Finds the sentences that tell the same; `same` are unchanged sentences in order, `corrections` the reader's.
pub(super) fn pair_sentences(
    before: &Version,
    after: &Version,
    keys: &Keys,
    kinship: Option<&Kinship>,
    same: &[(usize, usize)],
    corrections: &[Correction],
    parameters: &Parameters,
) -> Pairing {
    let mut features = Features::new(before, after, keys);
    let matrix = Matrix::new(&features, same, parameters);
    let kind = Kind::new(before, after, &matrix);
    let weight = kind.kinship(parameters);
    let bearing = kinship::bearing(kinship, before, after, weight);
    let kin = kinship
        .filter(|_| bearing == Bearing::Used)
        .map(|kinship| Kin {
            sentences: kinship.sentences(before, after, keys),
            weight,
        });
    let kin = kin.as_ref();
    let looked_at = matrix.pairs();
    let mut reading = Reading::new(matrix, kind, kin, same, parameters);
    if let Some(lexicon) = reading.lexicon(&features, parameters) {
        // A book's readings are large, and the second begins with nothing of the first.
        drop(reading);
        features.translate(&lexicon);
        let matrix = Matrix::of(&features, &looked_at, parameters);
        let kind = Kind::new(before, after, &matrix);
        reading = Reading::new(matrix, kind, kin, same, parameters);
    }
    let Reading {
        mut matrix,
        kind,
        expected,
        groups,
        likenesses,
    } = reading;
    let mut found: Vec<(usize, usize)> = Vec::new();
    let mut told_in = vec![(Span::default(), 0.0); before.sentences.len()];
    for ((from, to), likeness) in groups.into_iter().zip(likenesses) {
        for i in from.range() {
            found.extend(to.range().map(|j| (i, j)));
            told_in[i] = (to, likeness);
        }
    }
    let bests = Bests::new(&matrix, &|i, cell| {
        placed(&matrix, &expected, parameters, i, cell.after as usize)
    });
    let exceptions = Exceptions {
        features: &features,
        matrix: &matrix,
        expected: &expected,
        kind: &kind,
        parameters,
        bests,
    };
    let mut others = exceptions.mutual();
    others.extend(exceptions.moved());
    others.extend(exceptions.echoes());
    // A refrain that stands unchanged wherever it stood is no echo of itself.
    others
        .retain(|&(i, j)| expected.unchanged(i).is_none() || expected.unchanged_after(j).is_none());
    found.extend(others);
    found.extend(expected.all_unchanged());
    let further = residual_pairs(&features, &matrix, &expected, &kind, parameters, &found);
    found.extend(further);
    let flipped = |pairs: &[(usize, usize)]| pairs.iter().map(|&(i, j)| (j, i)).collect::<Vec<_>>();
    found.extend(other_parts(before, &found));
    found.extend(flipped(&other_parts(after, &flipped(&found))));
    let pairs = ascending(&found)
        .into_iter()
        .map(|(before, after)| Pair {
            before,
            after,
            weight: placed(&matrix, &expected, parameters, before, after),
            similarity: {
                let (group, of_group) = told_in[before];
                let of_group = if group.range().contains(&after) {
                    of_group
                } else {
                    0.0
                };
                let of_pair = matrix.cell(before, after).map_or(0.0, |cell| cell.raw);
                of_pair.max(of_group)
            },
        })
        .collect();
    Pairing {
        pairs,
        by_hand: told_by_hand(before, after, &mut matrix, corrections),
        kind,
        bearing,
        approximate: matrix.approximate,
    }
}

/// One way through both texts.
struct Reading<'f> {
    matrix: Matrix<'f>,
    kind: Kind,
    expected: Expected,
    /// Counterparts in order.
    groups: Vec<Group>,
    /// How alike the two sides of each are.
    likenesses: Vec<f32>,
}

impl<'f> Reading<'f> {
    fn new(
        mut matrix: Matrix<'f>,
        mut kind: Kind,
        kin: Option<&'f Kin>,
        same: &[(usize, usize)],
        parameters: &Parameters,
    ) -> Self {
        if let Some(kin) = kin {
            kind.kin = kin.weight;
            matrix.relate(kin, parameters);
        }
        let expected = Expected::new(&matrix, &kind, same);
        fill_band(&mut matrix, &expected);
        let blocks = Blocks::new(&matrix, &expected);
        let groups = best_way(&matrix, &blocks, &expected, &kind, parameters);
        let likenesses = groups
            .iter()
            .map(|(from, to)| blocks.of(*from, *to))
            .collect();
        Self {
            matrix,
            kind,
            expected,
            groups,
            likenesses,
        }
    }

    /// What this reading teaches of words that stand for each other; nothing where the texts share most words.
    fn lexicon(&self, features: &Features, parameters: &Parameters) -> Option<Vec<u32>> {
        if self.kind.median > parameters.lexicon_median {
            return None;
        }
        let stems = &features.stems;
        let vocabulary = stems.idf.len();
        lexicon::learn(
            &stems.before,
            &stems.after,
            vocabulary,
            &self.groups,
            parameters,
        )
    }
}

/// What a paragraph break cut in two is told where either part is told: the pairs that this adds to `pairs`, for the
/// part that stands in none. The first of each pair is a sentence of `version`. Where many paragraphs go on with the
/// one before, as numbered verses do, a break is no accident and each part is told by itself.
fn other_parts(version: &Version, pairs: &[(usize, usize)]) -> Vec<(usize, usize)> {
    let mut told = vec![Vec::new(); version.sentences.len()];
    for &(sentence, counterpart) in pairs {
        told[sentence].push(counterpart);
    }
    let cuts: Vec<usize> = (1..told.len())
        .filter(|&second| version.sentences[second].continues)
        .collect();
    if cuts.len() > 1 + version.paragraphs.len() / RARE {
        return Vec::new();
    }
    let untold = cuts.into_iter().filter_map(|second| {
        match (told[second - 1].is_empty(), told[second].is_empty()) {
            (true, false) => Some((second - 1, second)),
            (false, true) => Some((second, second - 1)),
            _ => None,
        }
    });
    untold
        .flat_map(|(untold, other)| {
            told[other]
                .iter()
                .map(move |&counterpart| (untold, counterpart))
        })
        .collect()
}

/// Pairs that stand on no common way through both texts.
struct Exceptions<'a, 'f> {
    features: &'a Features,
    matrix: &'a Matrix<'f>,
    expected: &'a Expected,
    kind: &'a Kind,
    parameters: &'a Parameters,
    /// By the score at their places.
    bests: Bests,
}

impl Exceptions<'_, '_> {
    /// Pairs that are each other's best at their places.
    fn mutual(&self) -> Vec<(usize, usize)> {
        let p = self.parameters;
        let least = p.mutual
            + self.kind.theta(p)
            + p.mutual_median * self.kind.median
            + p.mutual_close * self.kind.closeness();
        self.bests.mutual(least)
    }

    /// Pairs that are each other's best wherever they stand, and share enough words to be sure.
    fn moved(&self) -> Vec<(usize, usize)> {
        mutual_bests(self.matrix)
            .into_iter()
            .filter(|&(i, j)| {
                self.matrix
                    .cell(i, j)
                    .is_some_and(|cell| cell.raw >= self.parameters.moved)
                    && self.features.stems.shared_nats(i, j)
                        >= self.parameters.moved_nats * self.features.scale()
            })
            .collect()
    }

    /// Sentences that are told once more elsewhere: first or second for both. Where first for neither, they must share a
    /// longer phrase, the more so the more the texts keep an order: there such pairs are formulas.
    fn echoes(&self) -> Vec<(usize, usize)> {
        let p = self.parameters;
        let mut columns = vec![Ranking::default(); self.matrix.hub_after.len()];
        for cell in self.matrix.rows.iter().flatten() {
            columns[cell.after as usize].add(cell);
        }
        let phrases = self.features.phrases();
        let mut found = Vec::new();
        for (i, row) in self.matrix.rows.iter().enumerate() {
            let mut ranking = Ranking::default();
            for cell in row {
                ranking.add(cell);
            }
            for cell in row {
                let j = cell.after as usize;
                let column = &columns[j];
                let phrase = match (ranking.rank(cell.score), column.rank(cell.score)) {
                    (1, 1 | 2) | (2, 1) => p.echo_phrase,
                    (2, 2) => p.echo_phrase + p.echo_order * self.kind.orderliness(),
                    _ => continue,
                };
                let words = p.echo_nats * self.features.scale()
                    + ECHO_CLOSE * self.kind.closeness() * (1.0 - cell.raw);
                if cell.raw >= p.echo
                    && cell.raw >= p.echo_share * ranking.raw.max(column.raw)
                    && (j as f32 - self.expected.of(i)).abs() > ELSEWHERE
                    && self.features.stems.shared_nats(i, j) >= words
                    && phrases.shared_nats(i, j) >= phrase
                {
                    found.push((i, j));
                }
            }
        }
        found
    }
}

/// The two best scores and the best raw similarity of a row or a column.
#[derive(Clone, Default)]
struct Ranking {
    first: f32,
    second: f32,
    raw: f32,
}

impl Ranking {
    fn add(&mut self, cell: &Cell) {
        if cell.score > self.first {
            (self.first, self.second) = (cell.score, self.first);
        } else if cell.score > self.second {
            self.second = cell.score;
        }
        self.raw = self.raw.max(cell.raw);
    }

    /// 1 for the best, 2 for the second, 3 for all others.
    fn rank(&self, score: f32) -> usize {
        if score >= self.first {
            1
        } else if score >= self.second {
            2
        } else {
            3
        }
    }
}
