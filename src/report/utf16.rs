//! From bytes of UTF-8 to UTF-16 code units.

use super::Range;
use crate::version::Span;

/// How many bytes stand between two counted positions.
const STRIDE: usize = 64;

/// Turns byte offsets of one text into offsets in UTF-16 code units: one forward pass to build, at most
/// [`STRIDE`] bytes to look at for each offset after that.
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
            }
        }
    }
}
