//! A fact in its sentence. As `www/element/facts.js` quotes it for the page.

use super::comparison::{Comparison, Side};
use super::words::is_space;
use storydiff::report::Range;

/// How much of the sentence is quoted on either side of a passage, in characters.
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

fn lead(text: &str) -> String {
    let Some((start, _)) = text.char_indices().rev().nth(NEAR) else {
        return text.to_owned();
    };
    let cut = text[start..].trim_start_matches(|character| !is_space(character));
    format!("… {}", cut.trim_start_matches(is_space))
}

fn rest(text: &str) -> String {
    let Some((end, _)) = text.char_indices().nth(NEAR) else {
        return text.to_owned();
    };
    let cut = text[..end].trim_end_matches(|character| !is_space(character));
    format!("{} …", cut.trim_end_matches(is_space))
}
