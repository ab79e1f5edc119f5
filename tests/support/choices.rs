//! Bytes as choices, so that a small change of a fuzzer's input makes a small change of the case.

use super::pieces::PIECES;

/// Bytes that choices are made of, from the front. When there are none left, every choice is the first.
pub struct Choices<'b>(&'b [u8]);

/// The byte between two texts; UTF-8 never holds it.
pub const BETWEEN: u8 = 0xff;

impl<'b> Choices<'b> {
    /// Makes choices of `bytes`.
    pub fn new(bytes: &'b [u8]) -> Self {
        Self(bytes)
    }

    /// Whether there are no bytes left.
    pub fn is_spent(&self) -> bool {
        self.0.is_empty()
    }

    /// A number below `end`, which must not be 0: of one byte, or of two where one does not reach.
    pub fn below(&mut self, end: usize) -> usize {
        let mut number = self.byte();
        if end > 0x100 {
            number = number << 8 | self.byte();
        }
        number % end
    }

    /// One of several.
    pub fn pick<'t, T>(&mut self, from: &'t [T]) -> &'t T {
        &from[self.below(from.len())]
    }

    /// Whether something is so.
    pub fn flip(&mut self) -> bool {
        self.below(2) == 1
    }

    /// What is left, in two parts: up to [`BETWEEN`], and what stands behind it.
    pub fn parts(self) -> [&'b [u8]; 2] {
        let end = self.0.iter().position(|byte| *byte == BETWEEN);
        let (first, second) = self.0.split_at(end.unwrap_or(self.0.len()));
        [first, second.get(1..).unwrap_or_default()]
    }

    fn byte(&mut self) -> usize {
        let Some((first, rest)) = self.0.split_first() else {
            return 0;
        };
        self.0 = rest;
        usize::from(*first)
    }
}

/// Bytes as a text: UTF-8 as it stands, and an odd piece for every byte that is none.
pub fn text(bytes: &[u8]) -> String {
    let mut text = String::new();
    for chunk in bytes.utf8_chunks() {
        text += chunk.valid();
        let pieces = chunk.invalid().iter();
        text.extend(pieces.map(|byte| PIECES[usize::from(*byte) % PIECES.len()]));
    }
    text
}
