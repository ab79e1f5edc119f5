//! Runs of words: how the edits of a bead cut its text. As `www/element/words.js` has it for the page.

use super::comparison::{Comparison, Side, Sided, length};
use storydiff::report::{BeadReport, EditReport, Range};

/// A bead of which more than this share changed was told anew: its words are not marked one by one.
const REWRITTEN: f64 = 0.6;

/// A kept phrase this short, in words, is chance and not memory.
const KEPT_WORDS: usize = 3;

/// A part of a paragraph, and the index of the edit that it belongs to; what no edit covers is a run of its own.
#[derive(Clone, Copy)]
pub struct Run {
    /// UTF-16 code units of the text.
    pub range: Range,
    /// Index into the edits of the bead.
    pub edit: Option<usize>,
}

/// The edits of a bead that have text on one side, in the order of that text.
pub fn edits_on(side: Side, bead: &BeadReport) -> Vec<(usize, &EditReport)> {
    let edits = bead.edits.iter().enumerate();
    let mut found: Vec<_> = edits.filter(|(_, edit)| edit.has(side)).collect();
    found.sort_by_key(|(_, edit)| edit.on(side).start);
    found
}

/// Cuts a paragraph into runs by the edits that reach into it, which are those of [`edits_on`].
pub fn runs(side: Side, edits: &[(usize, &EditReport)], paragraph: Range) -> Vec<Run> {
    let mut found = Vec::new();
    let mut at = paragraph.start;
    let first = edits.partition_point(|(_, edit)| edit.on(side).end <= at);
    for &(index, edit) in &edits[first..] {
        let start = edit.on(side).start.max(at);
        let end = edit.on(side).end.min(paragraph.end);
        if start >= paragraph.end {
            break;
        }
        if start > at {
            found.push(Run {
                range: Range {
                    start: at,
                    end: start,
                },
                edit: None,
            });
        }
        found.push(Run {
            range: Range { start, end },
            edit: Some(index),
        });
        at = end;
    }
    if at < paragraph.end {
        found.push(Run {
            range: Range {
                start: at,
                end: paragraph.end,
            },
            edit: None,
        });
    }
    found
}

/// Whether so much of a bead changed that its counterparts are better read as two tellings.
pub fn is_rewritten(bead: &BeadReport) -> bool {
    let (mut kept, mut all) = (0, 0);
    for edit in &bead.edits {
        let size = length(edit.before) + length(edit.after);
        all += size;
        if matches!(edit.kind, "equal" | "transposition") || edit.cosmetic.is_some() {
            kept += size;
        }
    }
    let one_sided = matches!(bead.kind, "insertion" | "deletion");
    !one_sided && all > 0 && 1.0 - kept as f64 / all as f64 > REWRITTEN
}

/// Whether an edit changes something that a reader can see: white space alone is no change.
pub fn is_visible(edit: &EditReport, comparison: &Comparison) -> bool {
    let says = |side: Side| !trim(comparison.slice(side, edit.on(side))).is_empty();
    edit.kind != "equal" && (says(Side::Before) || says(Side::After))
}

/// How many words of a bead are others than they were.
pub fn count_changed_words(bead: &BeadReport, comparison: &Comparison) -> usize {
    let edits = bead.edits.iter();
    let changed = edits
        .filter(|edit| !matches!(edit.kind, "equal" | "transposition") && edit.cosmetic.is_none());
    let words = |edit: &EditReport| {
        let on = |side: Side| count_words(comparison.slice(side, edit.on(side)));
        on(Side::Before).max(on(Side::After))
    };
    changed.map(words).sum()
}

/// Whether a phrase is so long that it was kept by memory and not by chance.
pub fn is_kept_phrase(text: &str) -> bool {
    count_words(text) >= KEPT_WORDS
}

fn count_words(text: &str) -> usize {
    let inside = |character: char| {
        character.is_alphanumeric() || matches!(character, '\'' | '’' | '-' | '\u{300}'..='\u{36f}')
    };
    let pieces = text.split(|character| !inside(character));
    pieces
        .filter(|piece| piece.contains(char::is_alphanumeric))
        .count()
}

/// White space as JavaScript counts it: U+FEFF is, U+0085 is not.
pub fn is_space(character: char) -> bool {
    character == '\u{feff}' || (character.is_whitespace() && character != '\u{85}')
}

/// A text without the white space around it, as JavaScript has it.
pub fn trim(text: &str) -> &str {
    text.trim_matches(is_space)
}
