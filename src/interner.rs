//! Terms as integers.

use std::collections::HashMap;
use std::hash::{BuildHasherDefault, Hash, Hasher};

/// A table by keys that are hashed fast: its order means nothing.
pub(crate) type Table<K, V> = HashMap<K, V, BuildHasherDefault<Fnv>>;

/// FNV-1a (Fowler, Noll and Vo 1991).
pub(crate) struct Fnv(u64);

impl Default for Fnv {
    fn default() -> Self {
        Self(0xcbf2_9ce4_8422_2325)
    }
}

impl Hasher for Fnv {
    fn write(&mut self, bytes: &[u8]) {
        for &byte in bytes {
            self.0 = (self.0 ^ u64::from(byte)).wrapping_mul(0x0100_0000_01b3);
        }
    }

    fn finish(&self) -> u64 {
        self.0
    }
}

/// Numbers terms in the order in which they are met.
pub(crate) struct Interner<T> {
    ids: Table<T, u32>,
}

impl<T> Default for Interner<T> {
    fn default() -> Self {
        Self {
            ids: Table::default(),
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
