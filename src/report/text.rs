//! Texts that can be cut by the ranges of a report.

use super::Range;
use super::utf16::Utf16;

/// A text to cut by the ranges of a report, which count UTF-16 code units where Rust counts bytes.
///
/// One forward pass to build, a bounded number of bytes to look at for each range after that.
///
/// ```
/// use storydiff::report::{Range, Text};
///
/// let text = Text::new("𝄞 Encore!");
/// assert_eq!(text.slice(Range { start: 3, end: 9 }), "Encore");
/// ```
#[derive(Clone, Debug)]
pub struct Text<'t> {
    text: &'t str,
    utf16: Utf16<'t>,
}

impl<'t> Text<'t> {
    /// Makes a text ready to be cut.
    pub fn new(text: &'t str) -> Self {
        Self {
            text,
            utf16: Utf16::new(text),
        }
    }

    /// The whole text.
    pub fn whole(&self) -> &'t str {
        self.text
    }

    /// What stands in a range of UTF-16 code units; no more than there is, as the `slice` of JavaScript has it.
    pub fn slice(&self, range: Range) -> &'t str {
        let (start, end) = (self.utf16.byte(range.start), self.utf16.byte(range.end));
        self.text.get(start..end).unwrap_or_default()
    }
}
