//! Groups of sentences in order: the way through both texts that gains most.
//!
//! Gale & Church 1993 with lexical scores: a group is 1–1, 1–k, k–1 or 2–2 sentences, and what stands in no group is
//! free. Only a band around the expected positions is searched: time is O(n · band · kinds of groups).

use super::parameters::Parameters;
use super::position::{Expected, Kind};
use super::similarity::Matrix;
use crate::version::Span;

/// How far from its expected place a counterpart is looked for, in sentences.
pub(super) const BAND: usize = 8;

/// The most sentences that one sentence is told in.
const LARGEST: usize = 5;

/// The sizes of groups, as sentences before and after.
fn sizes() -> impl Iterator<Item = (usize, usize)> {
    let splits = (2..=LARGEST).map(|k| (1, k));
    let merges = (2..=LARGEST).map(|k| (k, 1));
    [(1, 1)]
        .into_iter()
        .chain(splits)
        .chain(merges)
        .chain([(2, 2)])
}

/// The columns of the band in one row, by state: `after` sentences told when `before` ones are.
fn band(expected: &Expected, before: usize, n: usize, m: usize) -> Span {
    if before == n {
        return Span::new(m.saturating_sub(BAND), m + 1);
    }
    if let Some(after) = expected.settled(before) {
        return Span::new(after, after + 1);
    }
    let middle = expected.of(before).max(0.0) as usize;
    Span::new(
        middle.saturating_sub(BAND).min(m),
        (middle + BAND + 2).min(m + 1),
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

/// A group of sentences: indices before and after.
pub(super) type Group = (Span, Span);

/// What a group gains over leaving its sentences unlinked.
struct Gains<'a, 'f> {
    matrix: &'a Matrix<'f>,
    expected: &'a Expected,
    parameters: &'a Parameters,
    theta: f32,
    paraphrase: f32,
    split: f32,
    merge: f32,
    recast: f32,
}

impl<'a, 'f> Gains<'a, 'f> {
    fn new(
        matrix: &'a Matrix<'f>,
        expected: &'a Expected,
        kind: &Kind,
        parameters: &'a Parameters,
    ) -> Self {
        let further = |length: f32| {
            parameters.group - parameters.group_close * kind.closeness()
                + parameters.group_length * (length - 0.25).max(0.0)
        };
        Self {
            matrix,
            expected,
            parameters,
            theta: parameters.theta
                + kind.theta(parameters)
                + parameters.theta_median * kind.median,
            paraphrase: kind.paraphrase(parameters),
            split: further(kind.length),
            merge: further(-kind.length),
            recast: parameters.group_recast,
        }
    }

    fn of(&self, before: Span, after: Span) -> f32 {
        let (x, y) = (before.len(), after.len());
        if (x, y) == (1, 1) {
            let (i, j) = (before.start, after.start);
            if self.matrix.score(i, j) <= 0.0 && self.paraphrase <= 0.0 {
                return f32::MIN;
            }
            return placed(self.matrix, self.expected, self.parameters, i, j) - self.theta
                + self.paraphrase * self.expected.closeness(i, j, 1.0);
        }
        // An unchanged sentence is told by its counterpart alone.
        let unchanged = before.range().any(|i| self.expected.unchanged(i).is_some())
            || after
                .range()
                .any(|j| self.expected.unchanged_after(j).is_some());
        if unchanged {
            return f32::MIN;
        }
        let (mut best_placed, mut best_score) = (0.0_f32, 0.0_f32);
        for i in before.range() {
            for j in after.range() {
                let score = self.matrix.score(i, j);
                if score > 0.0 {
                    best_score = best_score.max(score);
                    best_placed =
                        best_placed.max(placed(self.matrix, self.expected, self.parameters, i, j));
                }
            }
        }
        if best_score < self.parameters.faint {
            return f32::MIN;
        }
        let further = match (x, y) {
            (1, _) => self.split,
            (_, 1) => self.merge,
            _ => self.recast,
        };
        self.matrix.block(before.range(), after.range()) * best_placed / best_score - self.theta
            + (x + y - 2) as f32 * (further + 0.3 * self.paraphrase)
    }
}

/// One row of the table: the gain of every state of the band, and the group that led there.
struct Row {
    columns: Span,
    gains: Vec<f32>,
    steps: Vec<Step>,
}

#[derive(Clone, Copy)]
enum Step {
    Start,
    SkipBefore,
    SkipAfter,
    Group(usize, usize),
}

impl Row {
    /// The gain with `after` sentences told; past the band, that of its end, for skipping is free.
    fn gain(&self, after: usize) -> f32 {
        if after < self.columns.start {
            f32::MIN
        } else {
            self.gains[(after - self.columns.start).min(self.gains.len() - 1)]
        }
    }
}

/// The groups of the way that gains most, ascending.
pub(super) fn best_way(
    matrix: &Matrix,
    expected: &Expected,
    kind: &Kind,
    parameters: &Parameters,
) -> Vec<Group> {
    let (n, m) = (matrix.hub_before.len(), matrix.hub_after.len());
    let gains = Gains::new(matrix, expected, kind, parameters);
    let mut rows: Vec<Row> = Vec::with_capacity(n + 1);
    for told in 0..=n {
        let columns = band(expected, told, n, m);
        let mut row = Row {
            columns,
            gains: Vec::new(),
            steps: Vec::new(),
        };
        for after in columns.range() {
            let mut best = (0.0, Step::Start);
            if let Some(above) = told.checked_sub(1).map(|k| rows[k].gain(after)) {
                best = (above, Step::SkipBefore);
            }
            if let Some(&left) = row.gains.last()
                && left > best.0
            {
                best = (left, Step::SkipAfter);
            }
            // Between settled sentences there is one way only.
            let settled = told > 0 && expected.settled(told - 1).is_some() && columns.len() == 1;
            for (x, y) in sizes().take(if settled { 1 } else { usize::MAX }) {
                if x > told || y > after {
                    continue;
                }
                let base = rows[told - x].gain(after - y);
                if base <= f32::MIN {
                    continue;
                }
                let gain = base + gains.of(Span::new(told - x, told), Span::new(after - y, after));
                if gain > best.0 {
                    best = (gain, Step::Group(x, y));
                }
            }
            row.gains.push(best.0);
            row.steps.push(best.1);
        }
        rows.push(row);
    }
    trace(&rows, n, m)
}

fn trace(rows: &[Row], n: usize, m: usize) -> Vec<Group> {
    let mut groups = Vec::new();
    let (mut told, mut after) = (n, m);
    loop {
        let row = &rows[told];
        after = after.min(row.columns.end - 1);
        match row.steps[after - row.columns.start] {
            Step::Start => break,
            Step::SkipBefore => told -= 1,
            Step::SkipAfter => after -= 1,
            Step::Group(x, y) => {
                groups.push((Span::new(told - x, told), Span::new(after - y, after)));
                (told, after) = (told - x, after - y);
            }
        }
    }
    groups.reverse();
    groups
}
