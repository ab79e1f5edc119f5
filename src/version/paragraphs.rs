//! Where paragraphs begin and end.
//!
//! Blank lines, page breaks and U+2029 part a text into blocks. What the line breaks inside a block mean is told from
//! the shape of its lines ([`Shape`]) and, where the block is too short to tell, from that of the whole text:
//!
//! - *Wrapped prose*: the margin explains nearly every break in mid-sentence. The block is one paragraph, but for an
//!   indented line, the item of a list, and a line that ends although the next word would have fitted: after
//!   the end of a sentence, or far from the margin before a capital, something new begins.
//! - *Verse*: short lines, broken in mid-sentence and begun with capitals. A block of up to [`LONGEST_STANZA`] lines is
//!   a stanza: one paragraph, and each of its lines is read as one sentence. A longer one, and a poem that knows
//!   no blank line, is easier to read line beside line: every line is a paragraph.
//! - *Anything else*: every line is a paragraph (articles from the web, dialogue, lists, headings).
//!
//! So one file may mix them all. Time is linear in the text.

use super::lines::{self, Line, Margin, NARROWEST, Shape};
use super::marks::{Ending, Start};
use super::{ParagraphBreaks, Span};

/// A paragraph as it stands in the text.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) struct Passage {
    /// Bytes of the text, without the white space around it.
    pub span: Span,
    /// Whether it is a stanza, whose lines are its sentences.
    pub verse: bool,
}

/// Longer blocks of verse are parted line by line. Stanza forms end at the sonnet's 14 lines; the verse paragraphs of
/// Pope's Homer run to about 40.
const LONGEST_STANZA: usize = 40;

/// What the line breaks of a block mean.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
enum Layout {
    /// Every line is a paragraph.
    Lines,
    /// Lines were broken at a margin.
    Wrapped(Margin),
    /// All lines are one stanza.
    Stanza,
}

/// The paragraphs of `text`, ascending.
pub(super) fn split(text: &str, breaks: ParagraphBreaks) -> Vec<Passage> {
    let lines = lines::lines(text);
    if breaks == ParagraphBreaks::Lines {
        return lines.iter().map(prose).collect();
    }
    let blocks: Vec<(&[Line], Shape)> = lines
        .chunk_by(|_, line| !line.opens_block)
        .map(|block| (block, Shape::of([block].into_iter())))
        .collect();
    let whole = Whole::of(&blocks);
    let mut passages = Vec::new();
    for (block, shape) in &blocks {
        match (layout(block, shape, whole), breaks) {
            (Layout::Stanza, ParagraphBreaks::Auto)
                if blocks.len() == 1 || block.len() > LONGEST_STANZA =>
            {
                passages.extend(block.iter().map(prose));
            }
            (Layout::Stanza, _) => passages.push(Passage {
                verse: true,
                ..joined(block)
            }),
            (_, ParagraphBreaks::BlankLines) => {
                passages.extend(block.chunk_by(|a, b| !is_indented(a, b)).map(joined));
            }
            (Layout::Wrapped(margin), _) => wrapped(block, margin, &mut passages),
            (Layout::Lines, _) => passages.extend(block.iter().map(prose)),
        }
    }
    passages
}

/// One line as a paragraph.
fn prose(line: &Line) -> Passage {
    Passage {
        span: line.span,
        verse: false,
    }
}

/// Lines as one paragraph.
fn joined(lines: &[Line]) -> Passage {
    let span = |line: Option<&Line>| line.map(|line| line.span).unwrap_or_default();
    Passage {
        span: Span::new(span(lines.first()).start, span(lines.last()).end),
        verse: false,
    }
}

/// Whether `b` begins further to the right than the line `a` before it.
fn is_indented(a: &Line, b: &Line) -> bool {
    b.indent > a.indent.saturating_add(1)
}

/// What all blocks together tell about each.
#[derive(Clone, Copy)]
struct Whole {
    /// Where the text is wrapped.
    margin: Option<Margin>,
    /// Whether what has short lines is verse.
    verse: bool,
}

impl Whole {
    fn of(blocks: &[(&[Line], Shape)]) -> Self {
        let pooled = |which: &dyn Fn(&Shape) -> bool| {
            let chosen = blocks.iter().filter(|(_, shape)| which(shape));
            Shape::of(chosen.map(|(block, _)| *block))
        };
        let short = |shape: &Shape| shape.lines > 1 && shape.wide == 0;
        let margin = pooled(&|shape| shape.wrapped().is_some()).wrapped();
        // The capitals of one poem must not make verse of the prose around it.
        let plain = pooled(&|shape| short(shape) && !shape.is_capitalised());
        let verse = if plain.breaks > 0 {
            plain
        } else {
            pooled(&short)
        };
        let all = pooled(&|_| true);
        Self {
            margin: margin.or_else(|| all.wrapped()),
            verse: verse.is_clearly_verse() || all.is_stanzas(blocks.len()),
        }
    }
}

/// What the line breaks of a block mean, by its own shape first and then by that of the whole text.
fn layout(block: &[Line], shape: &Shape, whole: Whole) -> Layout {
    if block.len() == 1 || shape.wide * 4 > shape.lines {
        return Layout::Lines;
    }
    // Two lines above a poem may be its title and its poet.
    if whole.verse && shape.is_short() && (block.len() > 2 || shape.pauses > 0) {
        return Layout::Stanza;
    }
    if let Some(margin) = shape.wrapped() {
        return Layout::Wrapped(margin);
    }
    if let Some(margin) = whole.margin {
        let explained = block.windows(2).all(|pair| {
            matches!(pair, [a, b] if a.ending == Ending::Terminator || margin.explains(a, b))
        });
        if explained || !shape.is_verse() {
            return Layout::Wrapped(margin);
        }
    }
    if shape.is_verse() {
        return Layout::Stanza;
    }
    // Too few breaks to show a margin, but each goes on in mid-sentence.
    if shape.breaks > 0 && shape.smalls == shape.breaks && shape.widest >= NARROWEST {
        return Layout::Wrapped(Margin {
            column: shape.widest,
            slack: shape.widest / 8,
        });
    }
    Layout::Lines
}

/// The paragraphs of a block that was wrapped at `margin`.
fn wrapped(block: &[Line], margin: Margin, passages: &mut Vec<Passage>) {
    let base = block.iter().map(|line| line.indent).min().unwrap_or(0);
    let mut listed = block.first().is_some_and(|line| line.item);
    let mut first = 0;
    for (at, pair) in (1..).zip(block.windows(2)) {
        let [a, b] = pair else { continue };
        let full = margin.explains(a, b);
        // A line alone in its indented paragraph is followed by another at the same indent.
        let indented =
            is_indented(a, b) || (at == first + 1 && b.indent == a.indent && b.indent > base + 1);
        let opens = if b.item {
            listed || !full || a.ending != Ending::Bare
        } else if indented && (a.ending != Ending::Bare || !full) {
            true
        } else if full || b.start == Start::Lower {
            false
        } else {
            // What leaves a quarter of the line empty before a capital is a heading, an address, a date.
            a.ending == Ending::Terminator
                || u32::from(a.right + b.first) * 4 < u32::from(margin.column) * 3
        };
        listed |= b.item;
        if opens {
            passages.push(joined(&block[first..at]));
            first = at;
        }
    }
    passages.push(joined(&block[first..]));
}

#[cfg(test)]
mod tests;
