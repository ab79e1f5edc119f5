//! Further counterparts: what those of a sentence leave untold may be told in another.

use super::band::placed;
use super::features::Features;
use super::parameters::Parameters;
use super::position::{Expected, Kind};
use super::similarity::Matrix;
use crate::order::order;

/// A sentence that is told in so many others looks for no more.
const MOST: usize = 8;

/// The pairs of sentences that tell the same beside those `found`: a greedy search, best pair first, where at least one
/// of the two has a counterpart already. Only words count that a pair shares beyond what either shares with its other
/// counterparts, as weight in nats and as share of all that the pair has in common.
///
/// Time is linear in the pairs that are looked at, but for sorting those that score enough.
pub(super) fn residual_pairs(
    features: &Features,
    matrix: &Matrix,
    expected: &Expected,
    kind: &Kind,
    parameters: &Parameters,
    found: &[(usize, usize)],
) -> Vec<(usize, usize)> {
    let p = parameters;
    let least = p.residue
        + kind.theta(p)
        + p.residue_median * kind.median
        + p.residue_close * kind.closeness()
        + p.residue_order * kind.orderliness();
    let nats = p.residue_nats * features.scale();
    let mut counterparts = Counterparts {
        before: vec![Vec::new(); features.stems.before.len()],
        after: vec![Vec::new(); features.stems.after.len()],
    };
    for &pair in found {
        counterparts.add(pair);
    }

    let mut candidates = Vec::new();
    for (i, row) in matrix.rows.iter().enumerate() {
        for j in row.iter().map(|cell| cell.after as usize) {
            let unchanged =
                expected.unchanged(i).is_some() || expected.unchanged_after(j).is_some();
            if unchanged || !counterparts.may_join(i, j) {
                continue;
            }
            let weight = placed(matrix, expected, p, i, j);
            if weight >= least - p.residue_share {
                candidates.push((weight, i, j));
            }
        }
    }
    let mut more = Vec::new();
    for k in order(&candidates, |a, b| b.0.total_cmp(&a.0)) {
        let (weight, i, j) = candidates[k];
        if !counterparts.may_join(i, j) {
            continue;
        }
        let all = features.stems.shared_nats(i, j);
        let untold =
            features
                .stems
                .untold_nats((i, j), &counterparts.before[i], &counterparts.after[j]);
        if untold >= nats && weight >= least - p.residue_share * untold / all.max(f32::MIN_POSITIVE)
        {
            counterparts.add((i, j));
            more.push((i, j));
        }
    }
    more
}

/// The sentences in which each sentence of both versions is told.
struct Counterparts {
    before: Vec<Vec<usize>>,
    after: Vec<Vec<usize>>,
}

impl Counterparts {
    fn add(&mut self, (i, j): (usize, usize)) {
        self.before[i].push(j);
        self.after[j].push(i);
    }

    /// Whether a pair is none yet, one of the two stands in another, and neither in too many.
    fn may_join(&self, i: usize, j: usize) -> bool {
        let (of_before, of_after) = (&self.before[i], &self.after[j]);
        let stands = !of_before.is_empty() || !of_after.is_empty();
        stands && of_before.len().max(of_after.len()) < MOST && !of_before.contains(&j)
    }
}
