//! Between bytes of UTF-8 and UTF-16 code units.

use super::Range;
use crate::version::Span;

/// How many bytes stand between two counted positions.
const STRIDE: usize = 64;

/// Turns byte offsets of one text into offsets in UTF-16 code units: one forward pass to build, at most
/// [`STRIDE`] bytes to look at for each offset after that.
#[derive(Clone, Debug)]
pub(super) struct Utf16<'t> {
    text: &'t [u8],
    /// UTF-16 code units before byte `k * STRIDE`; empty where the text is ASCII, whose offsets are the same in both.
    counted: Vec<usize>,
}

impl<'t> Utf16<'t> {
    pub(super) fn new(text: &'t str) -> Self {
        let text = text.as_bytes();
        let mut counted = Vec::new();
        if !text.is_ascii() {
            let mut units = 0;
            for stride in text.chunks(STRIDE) {
                counted.push(units);
                units += units_in(stride);
            }
            counted.push(units);
        }
        Self { text, counted }
    }

    /// A range of bytes, which begins and ends at characters, in UTF-16 code units.
    pub(super) fn range(&self, span: Span) -> Range {
        Range {
            start: self.offset(span.start),
            end: self.offset(span.end),
        }
    }

    fn offset(&self, byte: usize) -> usize {
        match self.counted.get(byte / STRIDE) {
            Some(units) => units + units_in(&self.text[byte / STRIDE * STRIDE..byte]),
            None => byte,
        }
    }

    /// The byte at which the character of a code unit begins, or the next one after half of a surrogate pair; the end
    /// of the text where it has no such code unit.
    pub(super) fn byte(&self, unit: usize) -> usize {
        let stride = self.counted.partition_point(|&units| units <= unit);
        let Some(stride) = stride.checked_sub(1) else {
            return unit.min(self.text.len());
        };
        let mut units = self.counted[stride];
        let start = self.text.len().min(stride * STRIDE);
        for (byte, piece) in self.text[start..].chunks(1).enumerate() {
            let size = units_in(piece);
            if size > 0 && units >= unit {
                return start + byte;
            }
            units += size;
        }
        self.text.len()
    }
}

/// UTF-16 code units of the characters that begin in these bytes: one each, two beyond the Basic Multilingual Plane.
fn units_in(bytes: &[u8]) -> usize {
    bytes
        .iter()
        .map(|&byte| usize::from(byte & 0xc0 != 0x80) + usize::from(byte >= 0xf0))
        .sum()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn every_character_boundary_agrees_with_encode_utf16() {
        for text in ["", "plain", "naïve — “ok” 𝄞 字\u{0301}", &"ä𝄞x".repeat(60)] {
            let utf16 = Utf16::new(text);
            for (byte, _) in text.char_indices().chain([(text.len(), ' ')]) {
                assert_eq!(
                    utf16.offset(byte),
                    text[..byte].encode_utf16().count(),
                    "byte {byte} of {text:?}"
                );
                assert_eq!(utf16.byte(utf16.offset(byte)), byte, "{text:?}");
            }
            assert_eq!(utf16.byte(usize::MAX), text.len());
        }
    }

    #[test]
    fn half_of_a_surrogate_pair_ends_with_its_character() {
        assert_eq!(Utf16::new("𝄞x").byte(1), 4);
    }
}
