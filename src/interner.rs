//! Terms as integers.

use std::collections::HashMap;
use std::hash::Hash;

/// Numbers terms in the order in which they are met.
pub(crate) struct Interner<T> {
    ids: HashMap<T, u32>,
}

impl<T> Default for Interner<T> {
    fn default() -> Self {
        Self {
            ids: HashMap::new(),
        }
    }
}

impl<T: Eq + Hash> Interner<T> {
    /// The number of a term.
    pub(crate) fn intern(&mut self, term: T) -> u32 {
        let next = self.ids.len() as u32;
        *self.ids.entry(term).or_insert(next)
    }

    /// How many terms there are.
    pub(crate) fn len(&self) -> usize {
        self.ids.len()
    }
}
