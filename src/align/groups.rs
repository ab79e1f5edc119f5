//! Groups of sentences in order: the way through both texts that gains most.
//!
//! Gale & Church 1993 with lexical scores: a group is 1–1, 1–k, k–1 or 2–2 sentences, and what stands in no group is
//! free. Only a band around the expected positions is searched: time is O(n · band · kinds of groups).

use super::band::{Band, Pair, band};
use super::blocks::{Blocks, LARGEST, Triple};
use super::parameters::Parameters;
use super::position::{Expected, Kind};
use super::similarity::Matrix;
use crate::version::Span;

/// A group of sentences: indices before and after.
pub(super) type Group = (Span, Span);

/// What a group gains over leaving its sentences unlinked.
struct Gains<'a, 'f> {
    blocks: &'a Blocks<'a, 'f>,
    band: &'a Band<'a, 'f>,
    expected: &'a Expected,
    faint: f32,
    theta: f32,
    paraphrase: f32,
    split: f32,
    merge: f32,
    recast: f32,
}

impl<'a, 'f> Gains<'a, 'f> {
    fn new(
        blocks: &'a Blocks<'a, 'f>,
        band: &'a Band<'a, 'f>,
        expected: &'a Expected,
        kind: &Kind,
        parameters: &Parameters,
    ) -> Self {
        let further = |length: f32| {
            parameters.group - parameters.group_close * kind.closeness()
                + parameters.group_length * (length - 0.25).max(0.0)
        };
        Self {
            blocks,
            band,
            expected,
            faint: parameters.faint,
            theta: parameters.theta
                + kind.theta(parameters)
                + parameters.theta_median * kind.median,
            paraphrase: kind.paraphrase(parameters),
            split: further(kind.length),
            merge: further(-kind.length),
            recast: parameters.group_recast,
        }
    }

    /// Hands the size of every group that ends before sentences `before` and `after` to `offer`, with its gain: one and
    /// one, or nothing else where they stand `alone`; one and more; more and one; two and two.
    fn all(
        &self,
        before: usize,
        after: usize,
        alone: bool,
        offer: &mut dyn FnMut((usize, usize), f32),
    ) {
        if before == 0 || after == 0 {
            return;
        }
        let (i, j) = (before - 1, after - 1);
        let corner = self.band.pair(i, j);
        if corner.score > 0.0 || self.paraphrase > 0.0 {
            let paraphrase = self.paraphrase * self.expected.closeness(i, j, 1.0);
            offer((1, 1), corner.placed - self.theta + paraphrase);
        }
        // An unchanged sentence is told by its counterpart alone.
        let changed_before = |i: usize| self.expected.unchanged(i).is_none();
        let changed_after = |j: usize| self.expected.unchanged_after(j).is_none();
        if alone || !changed_before(i) || !changed_after(j) {
            return;
        }
        let corner = Extent::default().with(corner);
        let mut splits = corner;
        for y in 2..=LARGEST.min(after) {
            if !changed_after(after - y) {
                break;
            }
            splits = splits.with(self.band.pair(i, after - y));
            self.offer((before, 1), (after, y), splits, self.split, offer);
        }
        let mut merges = corner;
        for x in 2..=LARGEST.min(before) {
            if !changed_before(before - x) {
                break;
            }
            merges = merges.with(self.band.pair(before - x, j));
            self.offer((before, x), (after, 1), merges, self.merge, offer);
        }
        if i > 0 && j > 0 && changed_before(i - 1) && changed_after(j - 1) {
            let both = [(i - 1, j), (i, j - 1), (i - 1, j - 1)];
            let recast = both
                .iter()
                .fold(corner, |extent, &(i, j)| extent.with(self.band.pair(i, j)));
            self.offer((before, 2), (after, 2), recast, self.recast, offer);
        }
    }

    /// Offers the group of the last `x` sentences before `before` and the last `y` before `after`.
    fn offer(
        &self,
        (before, x): (usize, usize),
        (after, y): (usize, usize),
        extent: Extent,
        further: f32,
        offer: &mut dyn FnMut((usize, usize), f32),
    ) {
        if extent.score < self.faint {
            return;
        }
        let (from, to) = (Span::new(before - x, before), Span::new(after - y, after));
        let similarity = self.blocks.similarity(from, to, extent.dots);
        let gain = similarity * extent.placed / extent.score - self.theta
            + (x + y - 2) as f32 * (further + 0.3 * self.paraphrase);
        offer((x, y), gain);
    }
}

/// What the pairs of a group have together: the best scores, the sum of their dot products.
#[derive(Clone, Copy, Default)]
struct Extent {
    score: f32,
    placed: f32,
    dots: Triple,
}

impl Extent {
    fn with(mut self, pair: Pair) -> Self {
        self.score = self.score.max(pair.score);
        self.placed = self.placed.max(pair.placed);
        self.dots.add(pair.dots);
        self
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
    /// So many sentences before and after: bytes, for a library has a million rows of these.
    Group(u8, u8),
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
    blocks: &Blocks,
    expected: &Expected,
    kind: &Kind,
    parameters: &Parameters,
) -> Vec<Group> {
    let (n, m) = (matrix.hub_before.len(), matrix.hub_after.len());
    let band_pairs = Band::new(matrix, blocks, expected, parameters);
    let gains = Gains::new(blocks, &band_pairs, expected, kind, parameters);
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
            gains.all(told, after, settled, &mut |(x, y), gain| {
                let base = rows[told - x].gain(after - y);
                if base > f32::MIN && base + gain > best.0 {
                    best = (base + gain, Step::Group(x as u8, y as u8));
                }
            });
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
                let (x, y) = (usize::from(x), usize::from(y));
                groups.push((Span::new(told - x, told), Span::new(after - y, after)));
                (told, after) = (told - x, after - y);
            }
        }
    }
    groups.reverse();
    groups
}
