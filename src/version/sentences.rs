//! Where sentences begin and end.

use super::{Language, Span, trim};
use unicode_segmentation::UnicodeSegmentation;

/// The sentences of one paragraph, in bytes of `text`, ascending, without the white space around them.
pub(super) fn split(text: &str, paragraph: Span, _language: Language) -> Vec<Span> {
    paragraph
        .of(text)
        .split_sentence_bound_indices()
        .map(|(at, sentence)| {
            let start = paragraph.start + at;
            trim(text, Span::new(start, start + sentence.len()))
        })
        .filter(|span| !span.is_empty())
        .collect()
}
