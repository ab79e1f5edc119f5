//! `CriticMarkup` (Hewson & Weatherly 2013): one text with its changes marked in it. Byte for byte what
//! `www/keep/critic.js` writes, which says how marks of a text's own are told from it.
//!
//! ```text
//! {--deleted--}  {++inserted++}  {~~one~>another~~}  {>>a comment<<}
//! ```

use super::comparison::{Comparison, Side};
use super::english;
use super::weave::{Block, Content, blocks, paragraphs, weave};
use storydiff::report::BeadReport;

/// Between two paragraphs.
const BREAK: &str = "\n\n";

/// The later version with every change marked in it.
pub fn markup(comparison: &Comparison) -> String {
    let blocks = blocks(&comparison.report.beads);
    let write = |block: &Block| match block.alone {
        None => both(comparison, block.bead),
        Some(side) => one(comparison, block, side),
    };
    let written: Vec<String> = blocks.iter().map(write).collect();
    let end = if written.is_empty() { "" } else { "\n" };
    written.join(BREAK) + end
}

fn both(comparison: &Comparison, bead: &BeadReport) -> String {
    let pieces = weave(comparison, bead);
    let write = |piece: &super::weave::Piece| {
        if piece.kept {
            escape(&piece.after)
        } else {
            change(&piece.before, &piece.after)
        }
    };
    pieces.iter().map(write).collect()
}

fn one(comparison: &Comparison, block: &Block, side: Side) -> String {
    let nothing = Content(vec![String::new()]);
    let mark = |text: String| {
        let text = Content(vec![text]);
        change(side.of(&text, &nothing), side.of(&nothing, &text))
    };
    let paragraphs = paragraphs(comparison, block.bead, side).into_iter();
    let mut paragraphs: Vec<String> = paragraphs.map(mark).collect();
    if let (true, Some(first)) = (block.twice, paragraphs.first_mut()) {
        let comment = match side {
            Side::Before => english::moved_to(block.bead.after),
            Side::After => english::moved_from(block.bead.before),
        };
        first.extend(["{>>", &comment, "<<}"]);
    }
    paragraphs.join(BREAK)
}

fn change(before: &Content, after: &Content) -> String {
    if after.is_nothing() {
        return format!("{{--{}--}}", escape(before));
    }
    if before.is_nothing() {
        return format!("{{++{}++}}", escape(after));
    }
    format!("{{~~{}~>{}~~}}", escape(before), escape(after))
}

/// Puts a backslash inside what could be taken for a mark, and doubles one that stands before a character of a mark.
fn escape(content: &Content) -> String {
    let text = content.0.join(BREAK);
    let mut escaped = String::with_capacity(text.len());
    let mut at = 0;
    for character in text.chars() {
        let (before, rest) = text.split_at(at);
        at += character.len_utf8();
        let rest = &rest[character.len_utf8()..];
        let starts = |marks: &[&str]| marks.iter().any(|mark| rest.starts_with(mark));
        let ends = |marks: &[&str]| marks.iter().any(|mark| before.ends_with(mark));
        if (character == '}' && ends(&["++", "--", "~~", "==", "<<"]))
            || (character == '>' && ends(&["~"]))
            || (character == '\\' && (rest.is_empty() || rest.starts_with(is_of_a_mark)))
        {
            escaped.push('\\');
        }
        escaped.push(character);
        if character == '{' && starts(&["++", "--", "~~", "==", ">>"]) {
            escaped.push('\\');
        }
    }
    escaped
}

fn is_of_a_mark(character: char) -> bool {
    r"\{}+-~=<>".contains(character)
}
