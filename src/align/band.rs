//! The pairs of sentences near their expected places: what the way through both texts is looked for among.

use super::blocks::{Blocks, Triple};
use super::candidates::bounded;
use super::parameters::Parameters;
use super::position::Expected;
use super::similarity::{Cell, Matrix};
use crate::version::Span;

/// How far from its expected place a counterpart is looked for, in sentences, and how near in the longest texts.
const BAND: usize = 8;
const LEAST_BAND: usize = 2;

/// The columns of the band in one row, by state: `after` sentences told when `before` ones are.
pub(super) fn band(expected: &Expected, before: usize, n: usize, m: usize) -> Span {
    let reach = bounded(BAND, LEAST_BAND, n + m);
    if before == n {
        return Span::new(m.saturating_sub(reach), m + 1);
    }
    if let Some(after) = expected.settled(before) {
        return Span::new(after, after + 1);
    }
    let middle = expected.of(before).max(0.0) as usize;
    Span::new(
        middle.saturating_sub(reach).min(m),
        (middle + reach + 2).min(m + 1),
    )
}

/// Looks at every pair of the band.
pub(super) fn fill_band(matrix: &mut Matrix, expected: &Expected) {
    let (n, m) = (matrix.hub_before.len(), matrix.hub_after.len());
    for i in 0..n {
        let columns = band(expected, i, n, m);
        matrix.fill(i, columns.start..columns.end.min(m));
    }
}

/// The score of a pair at its place: lifted where it stands as expected and where its neighbours are alike.
pub(super) fn placed(
    matrix: &Matrix,
    expected: &Expected,
    parameters: &Parameters,
    before: usize,
    after: usize,
) -> f32 {
    let score = matrix.score(before, after);
    let lifted =
        score * (1.0 + parameters.position * expected.closeness(before, after, parameters.reach));
    if score <= parameters.faint {
        return lifted;
    }
    let (i, j) = (before, after);
    let ahead = matrix
        .score(i + 1, j + 1)
        .max(matrix.score(i, j + 1))
        .max(matrix.score(i + 1, j));
    let mut behind = 0.0_f32;
    if i > 0 {
        behind = behind.max(matrix.score(i - 1, j));
    }
    if j > 0 {
        behind = behind.max(matrix.score(i, j - 1));
    }
    if i > 0 && j > 0 {
        behind = behind.max(matrix.score(i - 1, j - 1));
    }
    lifted + parameters.neighbours * (ahead + behind)
}

/// What a pair of sentences counts for in a group.
#[derive(Clone, Copy, Default)]
pub(super) struct Pair {
    pub(super) score: f32,
    /// The score at its place.
    pub(super) placed: f32,
    /// The dot products of the vectors of both.
    pub(super) dots: Triple,
}

/// Every pair of the band, ready to be looked up.
pub(super) struct Band<'a, 'f> {
    matrix: &'a Matrix<'f>,
    blocks: &'a Blocks<'a, 'f>,
    expected: &'a Expected,
    parameters: &'a Parameters,
    pairs: Vec<Pair>,
    /// Of each row: its first column, and where its pairs begin; then where the last one's end.
    rows: Vec<(usize, usize)>,
}

impl<'a, 'f> Band<'a, 'f> {
    pub(super) fn new(
        matrix: &'a Matrix<'f>,
        blocks: &'a Blocks<'a, 'f>,
        expected: &'a Expected,
        parameters: &'a Parameters,
    ) -> Self {
        let (n, m) = (matrix.hub_before.len(), matrix.hub_after.len());
        let mut of_band = Self {
            matrix,
            blocks,
            expected,
            parameters,
            pairs: Vec::new(),
            rows: Vec::with_capacity(n + 1),
        };
        for i in 0..n {
            let columns = band(expected, i, n, m);
            let (first, start) = (columns.start, of_band.pairs.len());
            of_band.rows.push((first, start));
            of_band.pairs.resize(start + columns.len(), Pair::default());
            let row = &matrix.rows[i];
            let known = row.partition_point(|cell| (cell.after as usize) < first);
            for cell in &row[known..] {
                let column = cell.after as usize;
                if column >= columns.end {
                    break;
                }
                of_band.pairs[start + column - first] = of_band.weigh(i, cell);
            }
        }
        of_band.rows.push((0, of_band.pairs.len()));
        of_band
    }

    fn weigh(&self, before: usize, cell: &Cell) -> Pair {
        Pair {
            score: cell.score,
            placed: placed(
                self.matrix,
                self.expected,
                self.parameters,
                before,
                cell.after as usize,
            ),
            dots: self.blocks.dots(before, cell),
        }
    }

    /// A pair, of the band or not; nothing where it is not looked at.
    pub(super) fn pair(&self, before: usize, after: usize) -> Pair {
        let (first, start) = self.rows[before];
        let length = self.rows[before + 1].1 - start;
        match after.checked_sub(first) {
            Some(column) if column < length => self.pairs[start + column],
            _ => self
                .matrix
                .cell(before, after)
                .map_or_else(Pair::default, |cell| self.weigh(before, cell)),
        }
    }
}
