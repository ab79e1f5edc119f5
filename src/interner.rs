//! Terms as integers.

use std::borrow::Borrow;
use std::collections::HashMap;
use std::hash::{BuildHasherDefault, Hash, Hasher};

/// A hash of a multiplication for each eight bytes, as Firefox and rustc have it, folded so that every bit of it counts.
#[derive(Default)]
struct Fx(u64);

impl Fx {
    fn add(&mut self, word: u64) {
        self.0 = (self.0.rotate_left(5) ^ word).wrapping_mul(0x517c_c1b7_2722_0a95);
    }
}

impl Hasher for Fx {
    fn write(&mut self, bytes: &[u8]) {
        let mut words = bytes.chunks_exact(8);
        for word in &mut words {
            self.add(word.iter().fold(0, |sum, byte| sum << 8 | u64::from(*byte)));
        }
        self.add(
            words
                .remainder()
                .iter()
                .fold(1, |sum, byte| sum << 8 | u64::from(*byte)),
        );
    }

    fn write_u8(&mut self, number: u8) {
        self.add(u64::from(number));
    }

    fn write_u32(&mut self, number: u32) {
        self.add(u64::from(number));
    }

    fn write_u64(&mut self, number: u64) {
        self.add(number);
    }

    fn write_usize(&mut self, number: usize) {
        self.add(number as u64);
    }

    fn finish(&self) -> u64 {
        self.0 ^ self.0 >> 32
    }
}

/// Numbers terms in the order in which they are met.
///
/// The table holds hashes, the list what they stand for: one table for terms of every kind, each of which would cost
/// 2 kB of the engine's size in the browser.
pub(crate) struct Interner<T> {
    /// By its hash, the number of a term; where another has taken that place, by the next that is free.
    ids: HashMap<u64, u32, BuildHasherDefault<Fx>>,
    terms: Vec<T>,
}

impl<T> Default for Interner<T> {
    fn default() -> Self {
        Self {
            ids: HashMap::default(),
            terms: Vec::new(),
        }
    }
}

impl<T: Eq + Hash> Interner<T> {
    /// The number of a term.
    pub(crate) fn intern(&mut self, term: T) -> u32 {
        match self.look_up(&term) {
            Ok(id) => id,
            Err(hash) => {
                let id = self.terms.len() as u32;
                self.ids.insert(hash, id);
                self.terms.push(term);
                id
            }
        }
    }

    /// The number of a term that was met.
    pub(crate) fn find<Q: Eq + Hash + ?Sized>(&self, term: &Q) -> Option<u32>
    where
        T: Borrow<Q>,
    {
        self.look_up(term).ok()
    }

    /// The number of a term, or the place for it.
    fn look_up<Q: Eq + Hash + ?Sized>(&self, term: &Q) -> Result<u32, u64>
    where
        T: Borrow<Q>,
    {
        let mut hasher = Fx::default();
        term.hash(&mut hasher);
        let mut hash = hasher.finish();
        while let Some(&id) = self.ids.get(&hash) {
            if self.terms[id as usize].borrow() == term {
                return Ok(id);
            }
            hash = hash.wrapping_add(1);
        }
        Err(hash)
    }

    /// The terms, by their numbers.
    pub(crate) fn into_terms(self) -> Vec<T> {
        self.terms
    }

    /// How many terms there are.
    pub(crate) fn len(&self) -> usize {
        self.terms.len()
    }
}

/// What is known of some words, by the word.
pub(crate) struct Known<V> {
    words: Interner<&'static str>,
    /// By the number of the word.
    values: Vec<V>,
}

impl<V> Known<V> {
    pub(crate) fn new() -> Self {
        Self {
            words: Interner::default(),
            values: Vec::new(),
        }
    }

    /// What is known of a word: `value` where it is new.
    pub(crate) fn entry(&mut self, word: &'static str, value: V) -> &mut V {
        let number = self.words.intern(word) as usize;
        if number == self.values.len() {
            self.values.push(value);
        }
        &mut self.values[number]
    }

    pub(crate) fn get(&self, word: &str) -> Option<&V> {
        let number = self.words.find(word)?;
        self.values.get(number as usize)
    }
}
