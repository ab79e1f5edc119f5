//! Where paragraphs begin and end.

use super::{ParagraphBreaks, Span, trim};

/// The paragraphs of `text`, in bytes, ascending, without the white space around them.
pub(super) fn split(text: &str, _breaks: ParagraphBreaks) -> Vec<Span> {
    let mut spans = Vec::new();
    let mut start = 0;
    for line in text.split_inclusive('\n') {
        let span = trim(text, Span::new(start, start + line.len()));
        start += line.len();
        if !span.is_empty() {
            spans.push(span);
        }
    }
    spans
}
