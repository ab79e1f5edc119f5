//! A fact in its sentence. As `www/element/facts.js` quotes it for the page.

use super::comparison::{Comparison, Side};
use super::words::is_space;
use storydiff::report::Range;

/// How much of the sentence is quoted on either side of a passage, in UTF-16 code units.
const NEAR: usize = 60;

/// A passage, and what stands beside it in its sentence.
pub struct Quote<'t> {
    /// Before it; cut between words where it is long.
    pub lead: String,
    /// The passage.
    pub passage: &'t str,
    /// After it; cut between words where it is long.
    pub rest: String,
}

impl<'t> Quote<'t> {
    /// The passage that stands in a range of one version.
    pub fn new(comparison: &Comparison<'t>, side: Side, range: Range) -> Self {
        let sentences = &comparison.version(side).sentences;
        let at = |offset: usize| {
            let sentence = sentences.get(sentences.partition_point(|it| it.end <= offset));
            sentence.map_or(range, |it| Range {
                start: it.start,
                end: it.end,
            })
        };
        let slice = |start, end| comparison.slice(side, Range { start, end });
        let start = at(range.start).start.min(range.start);
        let end = at(range.end.saturating_sub(1)).end.max(range.end);
        Self {
            lead: lead(slice(start, range.start)),
            passage: comparison.slice(side, range),
            rest: rest(slice(range.end, end)),
        }
    }
}

/// Cut between words where there are any, and never within a character.
fn lead(text: &str) -> String {
    let mut units = 0;
    let beyond = text.char_indices().rev().find(|(_, character)| {
        units += character.len_utf16();
        units > NEAR
    });
    let Some((at, character)) = beyond else {
        return text.to_owned();
    };
    let near = &text[at + character.len_utf8()..];
    let words = near.split_once(is_space);
    let words = words.map(|(_, words)| words.trim_start_matches(is_space));
    format!("… {}", words.unwrap_or(near))
}

fn rest(text: &str) -> String {
    let mut units = 0;
    let beyond = text.char_indices().find(|(_, character)| {
        units += character.len_utf16();
        units > NEAR
    });
    let Some((at, _)) = beyond else {
        return text.to_owned();
    };
    let near = &text[..at];
    let words = near.rsplit_once(is_space);
    let words = words.map(|(words, _)| words.trim_end_matches(is_space));
    format!("{} …", words.unwrap_or(near))
}
