//! How far what was found agrees with what people found.

use std::fmt;

/// How many were found rightly, found at all, and are there to find.
#[derive(Clone, Copy, Debug, Default)]
pub struct Tally {
    pub right: usize,
    pub found: usize,
    pub gold: usize,
}

impl Tally {
    pub fn precision(self) -> f64 {
        self.right as f64 / self.found.max(1) as f64
    }

    pub fn recall(self) -> f64 {
        self.right as f64 / self.gold.max(1) as f64
    }

    pub fn f1(self) -> f64 {
        2.0 * self.right as f64 / (self.found + self.gold).max(1) as f64
    }

    pub fn add(&mut self, other: Self) {
        self.right += other.right;
        self.found += other.found;
        self.gold += other.gold;
    }
}

impl fmt::Display for Tally {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        let (precision, recall, f1) = (self.precision(), self.recall(), self.f1());
        write!(f, "P {precision:.3} R {recall:.3} F1 {f1:.3}")
    }
}
