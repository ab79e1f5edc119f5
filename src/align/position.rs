//! Where in the later version a sentence's counterpart should stand, and what kind of pair of texts this is.

use super::parameters::Parameters;
use super::similarity::{Cell, Matrix};
use crate::order::{ascending, order};
use crate::version::Version;
use libm::{expf, logf};

/// The least similarity of sentences that are each other's best and tell something of the texts.
const NOISE: f32 = 0.08;
/// The least similarity of a sentence on the way through both texts that its neighbours are placed by.
const ON_THE_WAY: f32 = 0.1;
/// The same where the texts have no order in common: then it must stand out by itself.
const SURE: f32 = 0.2;
/// From this order on, texts have one in common. Unrelated texts have 1.15 to 1.3.
const IN_ORDER: f32 = 1.3;
/// Below this order, links cost the more the less of it there is.
const SOME_ORDER: f32 = 1.5;
/// More order than this tells no more of how alike counterparts are.
const MUCH_ORDER: f32 = 5.5;
/// The order of a text and itself: no more is told apart.
const MOST_ORDER: f32 = 20.0;
/// From this typical similarity on, texts are close: drafts and editions, no translations.
const CLOSE: f32 = 0.55;
/// Below this typical similarity, texts are free paraphrases.
const FREE: f32 = 0.4;

/// What kind of pair of texts this is.
#[derive(Clone, Copy, Debug)]
pub(super) struct Kind {
    /// The median similarity of sentences that are each other's best.
    pub(super) median: f32,
    /// How much more of the similarity lies on one way through both texts than on one way against the order of the
    /// one: 1.15 to 1.3 for unrelated texts, 1.4 to 2.4 for free paraphrases, more for others.
    pub(super) order: f32,
    /// The logarithm of the earlier version's mean sentence length over that of the later version.
    pub(super) length: f32,
    /// What the kinship of words weighs in their scores: 0 without a table.
    pub(super) kin: f32,
}

impl Kind {
    pub(super) fn new(before: &Version, after: &Version, matrix: &Matrix) -> Self {
        let bests = mutual_bests(matrix)
            .into_iter()
            .map(|(i, j)| matrix.score(i, j));
        let scores: Vec<f32> = bests.filter(|score| *score > NOISE).collect();
        let by_score = order(&scores, f32::total_cmp);
        let median = by_score
            .get(scores.len() / 2)
            .map_or(0.0, |&middle| scores[middle]);
        let weigh =
            |version: &Version| version.tokens.len() as f32 / version.sentences.len().max(1) as f32;
        let forward = heaviest_path(&raw_cells(matrix, false)).0;
        let backward = heaviest_path(&raw_cells(matrix, true)).0;
        let order = if backward > 0.0 {
            (forward / backward).min(MOST_ORDER)
        } else {
            1.0
        };
        let length = logf(weigh(before).max(1.0) / weigh(after).max(1.0));
        Self {
            median,
            order,
            length,
            kin: 0.0,
        }
    }

    /// How much closer than a free paraphrase the texts are: 0 where they are not.
    pub(super) fn closeness(&self) -> f32 {
        (self.median - CLOSE).max(0.0)
    }

    /// 0..: what the kinship of words weighs: nothing where the texts are close or have no order in common.
    pub(super) fn kinship(&self, parameters: &Parameters) -> f32 {
        parameters.kinship * (parameters.kinship_median - self.median).max(0.0) * self.has_order()
    }

    /// What every link must reach beyond what it must reach in other texts.
    pub(super) fn theta(&self, parameters: &Parameters) -> f32 {
        parameters.theta_disorder * (SOME_ORDER - self.order).max(0.0)
            + parameters.kinship_theta * self.kin
    }

    /// How far the order in common exceeds that of unrelated texts, up to a bound.
    pub(super) fn orderliness(&self) -> f32 {
        (self.order - SOME_ORDER).clamp(0.0, MUCH_ORDER - SOME_ORDER)
    }

    /// 0..1: whether the texts have an order in common.
    fn has_order(&self) -> f32 {
        ((self.order - 1.35) / 0.2).clamp(0.0, 1.0)
    }

    /// 0..: how much a free paraphrase gains at its expected place.
    pub(super) fn paraphrase(&self, parameters: &Parameters) -> f32 {
        parameters.paraphrase * (FREE - self.median).max(0.0) * self.has_order()
    }
}

/// Where in the later version the counterpart of each sentence of the earlier one is expected.
pub(super) struct Expected {
    places: Vec<f32>,
    /// Where the earlier version's sentences stand unchanged on the way through both texts.
    unchanged: Vec<Option<usize>>,
    /// Where the later version's sentences stood before on that way.
    unchanged_after: Vec<Option<usize>>,
}

impl Expected {
    /// Drawn through the pairs that are sure, straight between them. `same` are unchanged sentences in order.
    pub(super) fn new(matrix: &Matrix, kind: &Kind, same: &[(usize, usize)]) -> Self {
        let anchors: Vec<(usize, usize)> = if kind.order > IN_ORDER {
            let path = heaviest_path(&raw_cells(matrix, false)).1;
            path.into_iter()
                .filter(|&(i, j)| matrix.score(i, j) >= ON_THE_WAY)
                .collect()
        } else {
            let bests = mutual_bests(matrix).into_iter();
            let mut sure: Vec<_> = bests.filter(|&(i, j)| matrix.score(i, j) >= SURE).collect();
            sure.extend(same);
            let weighted = |(i, j)| (i, j, matrix.score(i, j));
            let sure: Vec<_> = ascending(&sure).into_iter().map(weighted).collect();
            heaviest_path(&sure).1
        };
        let (n, m) = (matrix.hub_before.len(), matrix.hub_after.len());
        let mut unchanged = vec![None; n];
        let mut unchanged_after = vec![None; m];
        for &(i, j) in anchors
            .iter()
            .filter(|anchor| same.binary_search(anchor).is_ok())
        {
            unchanged[i] = Some(j);
            unchanged_after[j] = Some(i);
        }
        let mut expected = Vec::with_capacity(n + 1);
        let (mut i0, mut j0) = (-1.0_f32, -1.0_f32);
        for (i, j) in anchors.into_iter().chain([(n, m)]) {
            let (i1, j1) = (i as f32, j as f32);
            while expected.len() <= i {
                let share = (expected.len() as f32 - i0) / (i1 - i0);
                expected.push(j0 + share * (j1 - j0));
            }
            (i0, j0) = (i1, j1);
        }
        Self {
            places: expected,
            unchanged,
            unchanged_after,
        }
    }

    /// The pairs of sentences that stand unchanged on the way through both texts.
    pub(super) fn all_unchanged(&self) -> impl Iterator<Item = (usize, usize)> {
        self.unchanged
            .iter()
            .enumerate()
            .filter_map(|(i, place)| place.map(|j| (i, j)))
    }

    /// Where an earlier sentence stands unchanged on the way through both texts.
    pub(super) fn unchanged(&self, before: usize) -> Option<usize> {
        self.unchanged[before]
    }

    /// Where a later sentence stood unchanged on the way through both texts.
    pub(super) fn unchanged_after(&self, after: usize) -> Option<usize> {
        self.unchanged_after[after]
    }

    /// The place of an unchanged sentence between two others: no other place need be looked at.
    pub(super) fn settled(&self, before: usize) -> Option<usize> {
        let place = self.unchanged.get(before).copied().flatten()?;
        let neighbours =
            [before.checked_sub(1)?, before + 1].map(|i| self.unchanged.get(i).copied().flatten());
        (neighbours == [place.checked_sub(1), Some(place + 1)] && place > 0).then_some(place)
    }

    /// The expected place of a sentence's counterpart; that of the end for the number of sentences.
    pub(super) fn of(&self, before: usize) -> f32 {
        self.places[before]
    }

    /// 1 for a pair at its expected place, falling to 0 around it.
    pub(super) fn closeness(&self, before: usize, after: usize, reach: f32) -> f32 {
        let distance = (after as f32 - self.of(before)) / reach;
        expf(-distance * distance)
    }
}

/// The best counterpart of every sentence of both versions: how good it is, and its index.
pub(super) struct Bests {
    of_rows: Vec<(f32, usize)>,
    of_columns: Vec<(f32, usize)>,
}

impl Bests {
    /// Weighs every cell of every row. The first of equally good ones is the best.
    pub(super) fn new(matrix: &Matrix, weight: &dyn Fn(usize, &Cell) -> f32) -> Self {
        let mut of_rows = vec![(0.0_f32, 0_usize); matrix.rows.len()];
        let mut of_columns = vec![(0.0_f32, 0_usize); matrix.hub_after.len()];
        for (i, row) in matrix.rows.iter().enumerate() {
            for cell in row {
                let (weight, j) = (weight(i, cell), cell.after as usize);
                if weight > of_rows[i].0 {
                    of_rows[i] = (weight, j);
                }
                if weight > of_columns[j].0 {
                    of_columns[j] = (weight, i);
                }
            }
        }
        Self {
            of_rows,
            of_columns,
        }
    }

    /// The pairs of sentences that are each other's best and weigh at least `least`, ascending.
    pub(super) fn mutual(&self, least: f32) -> Vec<(usize, usize)> {
        let rows = self.of_rows.iter().enumerate();
        rows.filter(|&(i, &(weight, j))| {
            weight > 0.0 && weight >= least && self.of_columns[j].1 == i
        })
        .map(|(i, &(_, j))| (i, j))
        .collect()
    }
}

/// The pairs of sentences that are each other's best wherever they stand, ascending.
pub(super) fn mutual_bests(matrix: &Matrix) -> Vec<(usize, usize)> {
    Bests::new(matrix, &|_, cell| cell.score).mutual(0.0)
}

fn raw_cells(matrix: &Matrix, against: bool) -> Vec<(usize, usize, f32)> {
    let last = matrix.hub_after.len().saturating_sub(1);
    let mut cells = Vec::new();
    for (i, row) in matrix.rows.iter().enumerate() {
        let one = |cell: &Cell| {
            let after = cell.after as usize;
            (i, if against { last - after } else { after }, cell.raw)
        };
        // Ascending by column, so that `heaviest_path` sees the cells in its order.
        if against {
            cells.extend(row.iter().rev().map(one));
        } else {
            cells.extend(row.iter().map(one));
        }
    }
    cells
}

/// The heaviest chain of cells `(row, column, weight)` that ascends in rows and columns: its weight and its places.
///
/// The cells ascend by row, then by column. A Fenwick tree over the columns holds the best chain that ends in each:
/// time is O(k log m) for k cells and m columns.
pub(super) fn heaviest_path(cells: &[(usize, usize, f32)]) -> (f32, Vec<(usize, usize)>) {
    let columns = cells.iter().map(|cell| cell.1 + 1).max().unwrap_or(0);
    // The best chain that ends at or before a column, as its weight and its last cell.
    let tree = &mut vec![(0.0_f32, usize::MAX); columns + 1][..];
    let previous = &mut vec![usize::MAX; cells.len()][..];
    let weights = &mut vec![0.0_f32; cells.len()][..];
    let mut best = (0.0, usize::MAX);
    let mut at = 0;
    while at < cells.len() {
        let row_end = at
            + cells[at..]
                .iter()
                .take_while(|cell| cell.0 == cells[at].0)
                .count();
        for k in at..row_end {
            let (_, column, weight) = cells[k];
            let mut found = (0.0, usize::MAX);
            let mut node = column;
            while node > 0 {
                if tree[node].0 > found.0 {
                    found = tree[node];
                }
                node &= node - 1;
            }
            previous[k] = found.1;
            weights[k] = found.0 + weight;
            if weights[k] > best.0 {
                best = (weights[k], k);
            }
        }
        for k in at..row_end {
            let mut node = cells[k].1 + 1;
            while node <= columns {
                if weights[k] > tree[node].0 {
                    tree[node] = (weights[k], k);
                }
                node += node & node.wrapping_neg();
            }
        }
        at = row_end;
    }
    let mut path = Vec::new();
    let mut k = best.1;
    while k != usize::MAX {
        path.push((cells[k].0, cells[k].1));
        k = previous[k];
    }
    path.reverse();
    (best.0, path)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_heaviest_chain_ascends_on_both_sides() {
        let cells = [
            (0, 2, 1.0),
            (1, 0, 1.0),
            (1, 3, 0.5),
            (2, 1, 1.0),
            (2, 1, 1.0),
            (3, 1, 9.0),
        ];
        assert_eq!(heaviest_path(&cells), (10.0, vec![(1, 0), (3, 1)]));
        assert_eq!(heaviest_path(&[]), (0.0, vec![]));
    }
}
