//! Runs that two rows of integers have in common, in order.
//!
//! Myers 1986 in linear space: the middle of a shortest edit script cuts the rows in two, and each half is searched in the
//! same way. As in Git's diff the search for a middle is bounded: where it goes on too long the rows are cut where it came
//! furthest, and a run may be missed.

/// A run of equal items: indices into the two rows.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) struct Run {
    /// Where it begins in the earlier row.
    pub(crate) before: usize,
    /// Where it begins in the later row.
    pub(crate) after: usize,
    /// How many items it has.
    pub(crate) len: usize,
}

impl Run {
    /// Where it ends in the two rows.
    pub(crate) fn end(self) -> (usize, usize) {
        (self.before + self.len, self.after + self.len)
    }
}

/// How many edits a search goes from either end at most: as many as Git's.
const FURTHEST: isize = 256;
/// Where no path comes.
const NOWHERE: isize = isize::MIN / 8;

/// The runs that `before` and `after` have in common, maximal and ascending on both sides; and whether the bound on the
/// search cut it short.
///
/// Time is at most `FURTHEST` times linear but for a logarithm; memory is linear, in the greatest item as well.
pub(crate) fn common(before: &[u32], after: &[u32]) -> (Vec<Run>, bool) {
    let (before, after) = (shared(before, after), shared(after, before));
    let diagonals = before.len() + after.len() + 3;
    let mut search = Search {
        before: &before,
        after: &after,
        reach: [vec![0; diagonals], vec![0; diagonals]],
        runs: Vec::new(),
        approximate: false,
    };
    search.divide((0, 0), (before.len(), after.len()));
    (search.runs, search.approximate)
}

/// The items of `row` that stand in `other` too, each with its place: no other is in a run.
fn shared(row: &[u32], other: &[u32]) -> Vec<(u32, usize)> {
    let greatest = other.iter().max().map_or(0, |item| *item as usize + 1);
    let mut known = vec![false; greatest];
    for item in other {
        known[*item as usize] = true;
    }
    let places = row.iter().copied().zip(0..);
    places
        .filter(|(item, _)| known.get(*item as usize) == Some(&true))
        .collect()
}

/// A point between items of the two rows.
type Point = (usize, usize);

/// A part of both rows.
enum Stretch {
    /// From a point to a point, to be searched.
    Unknown(Point, Point),
    /// From a point on, so many items are equal.
    Equal(Point, usize),
}

struct Search<'r> {
    before: &'r [(u32, usize)],
    after: &'r [(u32, usize)],
    /// By diagonal, from the beginning and from the end: how many items of the earlier row the furthest path has passed.
    reach: [Vec<isize>; 2],
    runs: Vec<Run>,
    approximate: bool,
}

impl Search<'_> {
    /// Keeps the runs between two points. What is left to do is a list: calls within calls would go as deep as the rows
    /// are long.
    fn divide(&mut self, start: Point, end: Point) {
        let mut left = vec![Stretch::Unknown(start, end)];
        while let Some(stretch) = left.pop() {
            let (mut start, mut end) = match stretch {
                Stretch::Unknown(start, end) => (start, end),
                Stretch::Equal(start, len) => {
                    (0..len).for_each(|at| self.keep((start.0 + at, start.1 + at)));
                    continue;
                }
            };
            while start.0 < end.0 && start.1 < end.1 && self.is_run(start) {
                self.keep(start);
                start = (start.0 + 1, start.1 + 1);
            }
            let mut tail = 0;
            while start.0 < end.0 && start.1 < end.1 && self.is_run((end.0 - 1, end.1 - 1)) {
                end = (end.0 - 1, end.1 - 1);
                tail += 1;
            }
            left.push(Stretch::Equal(end, tail));
            if start.0 < end.0 && start.1 < end.1 {
                let middle = self.middle(start, end);
                left.push(Stretch::Unknown(middle, end));
                left.push(Stretch::Unknown(start, middle));
            }
        }
    }

    /// A point on a shortest way between two others, and neither of these: what follows `start`, and what leads to `end`,
    /// is no run.
    fn middle(&mut self, start: Point, end: Point) -> Point {
        let (n, m) = ((end.0 - start.0) as isize, (end.1 - start.1) as isize);
        let zero = self.after.len() as isize + 1;
        let at = |diagonal: isize| (zero + diagonal) as usize;
        let (mut furthest, mut middle) = (0, start);
        for edits in 0..=FURTHEST {
            for back in [false, true] {
                // How far the search from the other end has come.
                let others = edits - isize::from(!back);
                let lowest = -edits + 2 * (edits - m).max(0);
                let highest = edits - 2 * (edits - n).max(0);
                let mut diagonal = lowest;
                while diagonal <= highest {
                    let [ahead, other] = &mut self.reach;
                    let (reach, other) = if back { (other, ahead) } else { (ahead, other) };
                    let (left, above) = (reach[at(diagonal - 1)] + 1, reach[at(diagonal + 1)]);
                    let mut x = if edits == 0 { 0 } else { NOWHERE };
                    if diagonal > -edits && left <= n {
                        x = left;
                    }
                    if diagonal < edits && above <= m + diagonal {
                        x = x.max(above);
                    }
                    let point = |x: isize| {
                        let (x, y) = (x as usize, (x - diagonal) as usize);
                        if back {
                            (end.0 - x, end.1 - y)
                        } else {
                            (start.0 + x, start.1 + y)
                        }
                    };
                    while x >= 0 && x < n && x - diagonal < m {
                        let next = point(x + isize::from(back));
                        if self.before[next.0].0 != self.after[next.1].0 {
                            break;
                        }
                        x += 1;
                    }
                    reach[at(diagonal)] = x;
                    let opposite = n - m - diagonal;
                    let met = opposite.abs() <= others
                        && (opposite - others) % 2 == 0
                        && x + other[at(opposite)] >= n;
                    if met {
                        return point(x);
                    }
                    if 2 * x - diagonal > furthest {
                        (furthest, middle) = (2 * x - diagonal, point(x));
                    }
                    diagonal += 2;
                }
            }
        }
        self.approximate = true;
        middle
    }

    /// Whether the items after a point are equal.
    fn is_run(&self, (b, a): Point) -> bool {
        self.before[b].0 == self.after[a].0
    }

    /// Adds the items after a point, to the last run where it goes on with them.
    fn keep(&mut self, (b, a): Point) {
        let (before, after) = (self.before[b].1, self.after[a].1);
        match self.runs.last_mut() {
            Some(run) if run.end() == (before, after) => run.len += 1,
            _ => self.runs.push(Run {
                before,
                after,
                len: 1,
            }),
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn touching_runs_are_one() {
        let run = |before, after, len| Run { before, after, len };
        assert_eq!(
            common(&[1, 2, 3, 4, 5], &[1, 2, 9, 4, 5, 6]),
            (vec![run(0, 0, 2), run(3, 3, 2)], false)
        );
        assert_eq!(common(&[7, 7, 7], &[7, 7, 7]).0, [run(0, 0, 3)]);
        assert_eq!(common(&[], &[1]).0, []);
    }

    #[test]
    fn a_longest_row_in_common_is_found() {
        // All pairs of rows of up to six items from an alphabet of three.
        let rows: Vec<Vec<u32>> = (0..7_u32)
            .flat_map(|len| {
                (0..3_u32.pow(len)).map(move |n| (0..len).map(|at| n / 3_u32.pow(at) % 3).collect())
            })
            .collect();
        for before in rows.iter().step_by(7) {
            for after in &rows {
                let mut table = [[0; 7]; 7];
                for (i, b) in before.iter().enumerate() {
                    for (j, a) in after.iter().enumerate() {
                        table[i + 1][j + 1] = if b == a {
                            table[i][j] + 1
                        } else {
                            table[i][j + 1].max(table[i + 1][j])
                        };
                    }
                }
                let (runs, _) = common(before, after);
                let found: usize = runs.iter().map(|run| run.len).sum();
                assert_eq!(found, table[before.len()][after.len()]);
                for run in runs {
                    let (b, a) = run.end();
                    assert_eq!(before[run.before..b], after[run.after..a]);
                }
            }
        }
    }

    #[cfg(not(target_arch = "wasm32"))]
    proptest::proptest! {
        #[test]
        fn as_much_is_in_common_as_another_implementation_finds(
            before in proptest::collection::vec(0..20_u32, 0..200),
            after in proptest::collection::vec(0..20_u32, 0..200),
        ) {
            let equal = similar::capture_diff_slices(similar::Algorithm::Myers, &before, &after)
                .into_iter()
                .filter(|op| op.tag() == similar::DiffTag::Equal);
            let expected: usize = equal.map(|op| op.old_range().len()).sum();
            let found: usize = common(&before, &after).0.iter().map(|run| run.len).sum();
            proptest::prop_assert_eq!(found, expected);
        }
    }

    #[test]
    fn a_bounded_search_ends() {
        let before: Vec<u32> = (0..1500).map(|at| at * at % 509).collect();
        let after: Vec<u32> = (0..1500).map(|at| at * at % 509 * at % 509).collect();
        let (runs, approximate) = common(&before, &after);
        assert!(approximate);
        assert!(runs.windows(2).all(|pair| {
            let (b, a) = pair[0].end();
            b <= pair[1].before && a <= pair[1].after
        }));
        assert!(runs.len() > 40, "{}", runs.len());
    }
}
