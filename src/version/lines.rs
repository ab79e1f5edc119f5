//! The lines of a text and what their shapes tell about it: are they wrapped, verse, or paragraphs?
//!
//! A text was wrapped where one margin explains its line breaks: the next word would not have fitted. Verse breaks
//! where the metre does, and begins most lines with a capital or ends them with a pause.

use super::marks::{self, Ending, Start};
use super::{Span, is_white_space, tokens, trim};

/// A line that holds more than white space. Widths are in columns: see [`columns`].
#[derive(Clone, Copy, Debug)]
pub(super) struct Line {
    /// Bytes of the text, without the white space around it.
    pub span: Span,
    /// Columns of white space before it.
    pub indent: u16,
    /// Columns up to its end, the indent among them.
    pub right: u16,
    /// Columns of its first word.
    pub first: u16,
    /// How its first word begins.
    pub start: Start,
    /// What stands at its end.
    pub ending: Ending,
    /// Whether it looks like an item of a list.
    pub item: bool,
    /// Whether a blank line, a page break or nothing stands before it.
    pub opens_block: bool,
}

/// Lines up to this many columns may have been wrapped; wider ones were written by programs that wrap on the screen.
pub(super) const WIDEST: u16 = 120;
/// Nobody wraps narrower than this.
pub(super) const NARROWEST: u16 = 30;
/// Verse seldom has wider lines than this.
const WIDEST_VERSE: u16 = 76;
/// Verse in metre seldom has wider lines than this: a hexameter has about 55 columns.
const WIDEST_METRE: u16 = 60;

/// The lines of `text` that hold more than white space.
pub(super) fn lines(text: &str) -> Vec<Line> {
    let mut lines = Vec::new();
    let mut opens_block = true;
    let mut start = 0;
    while start < text.len() {
        let rest = &text[start..];
        let length = rest.find(is_line_break).unwrap_or(rest.len());
        let span = Span::new(start, start + length);
        let after = &rest[length..];
        let terminator = if after.starts_with("\r\n") {
            2
        } else {
            after.chars().next().map_or(0, char::len_utf8)
        };
        start = span.end + terminator;
        let inner = trim(text, span);
        if inner.is_empty() {
            opens_block = true;
        } else {
            // What nobody sees does not join what stands around it.
            let invisible = inner.of(text).chars().all(marks::is_invisible);
            lines.push(measure(text, span, inner, opens_block || invisible));
            opens_block = invisible;
        }
        if after.starts_with(['\u{c}', '\u{2029}']) {
            opens_block = true;
        }
    }
    lines
}

/// Whether `c` ends a line.
pub(super) fn is_line_break(c: char) -> bool {
    matches!(c, '\n' | '\r' | '\u{b}' | '\u{c}' | '\u{2028}' | '\u{2029}')
}

fn measure(text: &str, line: Span, inner: Span, opens_block: bool) -> Line {
    let words = inner.of(text);
    let indent = columns(&text[line.start..inner.start]);
    // Where words stand without spaces a line can break after any character.
    let first = match words.find(|c| is_white_space(c) || tokens::is_unspaced(c)) {
        Some(0) => words.chars().next().map_or(0, char::len_utf8),
        Some(end) => end,
        None => words.len(),
    };
    Line {
        span: inner,
        indent,
        right: indent.saturating_add(columns(words)),
        first: columns(&words[..first]),
        start: marks::start_of(words),
        ending: if ends_with_initial(words) {
            Ending::Bare
        } else {
            marks::ending_of(words)
        },
        item: marks::is_item(words),
        opens_block,
    }
}

/// Whether a line ends with the initial of a name, which goes on.
fn ends_with_initial(line: &str) -> bool {
    let initial = line.rsplit(is_white_space).next().unwrap_or(line);
    let mut chars = initial.chars();
    chars.next().is_some_and(|c| c.is_uppercase() && c != 'I')
        && chars.as_str() == "."
        && initial.len() < line.len()
}

/// How many columns `text` takes on a page of fixed pitch; beyond a thousand it no longer counts.
fn columns(text: &str) -> u16 {
    text.chars()
        .take(1000)
        .map(|c| match c {
            '\t' => 4,
            '\u{300}'..='\u{36f}' | '\u{200b}'..='\u{200d}' => 0,
            '\u{1100}'..='\u{115f}'
            | '\u{2e80}'..='\u{a4cf}'
            | '\u{ac00}'..='\u{d7a3}'
            | '\u{f900}'..='\u{faff}'
            | '\u{ff00}'..='\u{ff60}'
            | '\u{20000}'..='\u{3ffff}' => 2,
            _ => 1,
        })
        .sum()
}

/// The column at which a text is wrapped.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) struct Margin {
    /// No line that could be broken ends beyond it.
    pub column: u16,
    /// How many columns before it a line may end though the next word would have fitted.
    pub slack: u16,
}

impl Margin {
    /// Whether the line `a` ends before `b` because the first word of `b` did not fit any more.
    pub fn explains(self, a: &Line, b: &Line) -> bool {
        a.right + 1 + b.first + self.slack > self.column
    }
}

/// What the line breaks of some lines have in common.
///
/// Only breaks in mid-sentence count, and none before the item of a list: they tell wrapped prose, verse and
/// lists apart, while a break after a full stop stands in all of them.
#[derive(Clone, Copy, Debug, Default)]
pub(super) struct Shape {
    /// How many lines there are.
    pub lines: usize,
    /// How many of them are wider than any wrapped line.
    pub wide: usize,
    /// Columns of the widest of the others.
    pub widest: u16,
    /// Breaks in mid-sentence.
    pub breaks: usize,
    /// Those before a capital.
    pub capitals: usize,
    /// Those before a small letter.
    pub smalls: usize,
    /// Those after a comma, semicolon, colon or dash.
    pub pauses: usize,
    /// Those that the margin explains.
    pub explained: usize,
    /// The margin that explains most of them.
    margin: u16,
    /// How many of them it explains without any slack.
    tight: usize,
}

/// How many breaks it takes before their margin says anything.
const ENOUGH_BREAKS: usize = 4;

impl Shape {
    /// The shape of lines that stand in one block or several.
    ///
    /// A break between `a` and `b` is explained by every margin from the end of `a` to where the first word of
    /// `b` would have ended; the margin that most breaks agree on is found by counting, in time linear in the lines.
    pub fn of<'l>(blocks: impl Iterator<Item = &'l [Line]> + Clone) -> Self {
        let mut shape = Self::default();
        let mut votes = [0_i32; WIDEST as usize + 2];
        for line in blocks.clone().flatten() {
            shape.lines += 1;
            if line.right > WIDEST {
                shape.wide += 1;
            } else {
                shape.widest = shape.widest.max(line.right);
            }
        }
        let breaks = blocks
            .flat_map(|block| block.windows(2))
            .filter_map(|pair| match pair {
                [a, b] if a.ending != Ending::Terminator && a.right <= WIDEST && !b.item => {
                    Some((a, b))
                }
                _ => None,
            });
        for (a, b) in breaks.clone() {
            shape.breaks += 1;
            shape.capitals += usize::from(b.start == Start::Upper);
            shape.smalls += usize::from(b.start == Start::Lower);
            shape.pauses += usize::from(a.ending == Ending::Pause);
            let (low, high) = (a.right.max(NARROWEST), (a.right + b.first).min(WIDEST));
            if low <= high {
                votes[usize::from(low)] += 1;
                votes[usize::from(high) + 1] -= 1;
            }
        }
        let mut agreed = 0;
        for (column, change) in (0..=WIDEST).zip(votes) {
            agreed += change;
            if agreed > i32::try_from(shape.tight).unwrap_or(i32::MAX) {
                shape.tight = usize::try_from(agreed).unwrap_or(0);
                shape.margin = column;
            }
        }
        let margin = shape.ragged_margin();
        shape.explained = breaks.filter(|(a, b)| margin.explains(a, b)).count();
        shape
    }

    /// The margin, for a text whose wrapping did not always fill the line (as GNU fmt and TeX even lines out).
    fn ragged_margin(&self) -> Margin {
        Margin {
            column: self.margin,
            slack: self.margin / 8,
        }
    }

    /// The margin at which these lines were wrapped, where they were.
    pub fn wrapped(&self) -> Option<Margin> {
        let enough = self.breaks >= ENOUGH_BREAKS
            && self.tight * 3 >= self.breaks
            && self.explained * 5 >= self.breaks * 4;
        let filled = self.tight * 8 >= self.breaks * 7;
        (enough && !self.is_capitalised()).then(|| Margin {
            slack: if filled { 0 } else { self.margin / 8 },
            ..self.ragged_margin()
        })
    }

    /// Whether most lines begin with a capital though the one before has not ended its sentence.
    pub fn is_capitalised(&self) -> bool {
        self.capitals > 0 && self.capitals * 4 >= (self.capitals + self.smalls) * 3
    }

    /// Whether lines are as short as verse.
    pub fn is_short(&self) -> bool {
        self.wide == 0 && self.widest <= WIDEST_VERSE
    }

    /// Whether half the breaks fall on a pause, as they do in metre; in wrapped prose it is one in eight.
    fn is_end_stopped(&self) -> bool {
        self.pauses >= ENOUGH_BREAKS
            && self.pauses * 2 >= self.breaks
            && self.widest <= WIDEST_METRE
    }

    /// Whether these lines are verse for sure: short, broken in mid-sentence, and begun with capitals or end-stopped.
    pub fn is_clearly_verse(&self) -> bool {
        let broken = self.pauses > 0 && self.breaks * 2 >= self.lines.saturating_sub(1);
        self.is_short() && broken && (self.is_capitalised() || self.is_end_stopped())
    }

    /// Whether a whole text of so many blocks is stanzas, though most of its lines may end sentences.
    pub fn is_stanzas(&self, blocks: usize) -> bool {
        let paused = self.pauses * 2 >= self.breaks && self.widest <= WIDEST_METRE;
        blocks > 1
            && self.lines >= blocks * 2
            && self.is_short()
            && self.pauses > 1
            && self.breaks * 4 >= self.lines - blocks
            && self.wrapped().is_none()
            && (self.is_capitalised() || paused)
    }

    /// Whether these lines look like verse: clearly, or so uneven that no margin explains them.
    pub fn is_verse(&self) -> bool {
        let uneven = self.breaks >= ENOUGH_BREAKS && self.explained * 5 < self.breaks * 4;
        self.is_clearly_verse() || (uneven && self.is_short() && self.pauses > 0)
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn margin(text: &str) -> Option<Margin> {
        Shape::of([lines(text).as_slice()].into_iter()).wrapped()
    }

    #[test]
    fn breaks_of_all_kinds() {
        let text = "one\r\ntwo\rthree\u{2028}four\u{c}five\n\u{a0}\n  six\n\u{200b}\nseven";
        let found: Vec<(&str, bool)> = lines(text)
            .iter()
            .map(|line| (line.span.of(text), line.opens_block))
            .collect();
        let expected = [
            ("one", true),
            ("two", false),
            ("three", false),
            ("four", false),
            ("five", true),
            ("six", true),
            ("\u{200b}", true),
            ("seven", true),
        ];
        assert_eq!(found, expected);
    }

    #[test]
    fn columns_of_wide_and_combined_characters() {
        let measured = |text| {
            lines(text)
                .first()
                .map(|line| (line.indent, line.right, line.first))
        };
        assert_eq!(measured("  cafe\u{301} bar"), Some((2, 10, 4)));
        assert_eq!(measured("\t\u{3000}你好"), Some((6, 10, 2)));
    }

    #[test]
    fn an_initial_ends_no_line() {
        for (text, ending) in [
            ("a retired conjuror named J.", Ending::Bare),
            ("and so do I.", Ending::Terminator),
            ("in the U.S.", Ending::Terminator),
            ("A.", Ending::Terminator),
        ] {
            assert_eq!(
                lines(text).first().map(|line| line.ending),
                Some(ending),
                "{text}"
            );
        }
    }

    #[test]
    fn margins() {
        let filled = "When the old lamp on the quay was lit\nfor the last time, nobody came to see\n\
                      it but the cat and a boy who had been\nsent for oil and had not gone and had\nnever come back";
        assert_eq!(
            margin(filled),
            Some(Margin {
                column: 37,
                slack: 0
            })
        );
        let ragged = "When the old lamp on the quay was lit\nfor the last time, nobody\ncame to see it but the cat and a\n\
                      boy who had been sent for oil and had\nnot gone and had never\ncome back";
        assert_eq!(margin(ragged), None);
    }
}
