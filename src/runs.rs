//! Runs that two rows of integers have in common, in order: the one door to `similar`.
//!
//! Everything that is diffed here is integers, so one instance of the algorithm serves sentences and words alike:
//! in WebAssembly every other one would cost 20 kB.

use similar::algorithms::{DiffHook, myers};
use std::convert::Infallible;

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

/// The runs that `before` and `after` have in common, maximal and ascending on both sides.
///
/// Myers 1986, with `similar`'s bounds on its effort: where both rows differ throughout, a run may be missed.
pub(crate) fn common(before: &[u32], after: &[u32]) -> Vec<Run> {
    let mut runs = Runs(Vec::new());
    let Ok(()) = myers::diff(&mut runs, before, 0..before.len(), after, 0..after.len());
    runs.0
}

struct Runs(Vec<Run>);

impl DiffHook for Runs {
    type Error = Infallible;

    fn equal(&mut self, before: usize, after: usize, len: usize) -> Result<(), Infallible> {
        match self.0.last_mut() {
            Some(run) if run.end() == (before, after) => {
                run.len += len;
            }
            _ => self.0.push(Run { before, after, len }),
        }
        Ok(())
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
            [run(0, 0, 2), run(3, 3, 2)]
        );
        assert_eq!(common(&[7, 7, 7], &[7, 7, 7]), [run(0, 0, 3)]);
        assert_eq!(common(&[], &[1]), []);
    }
}
