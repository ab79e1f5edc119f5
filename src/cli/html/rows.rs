//! Rows: every bead, its earlier side beside its later one.

use super::super::comparison::{Comparison, Side, Sided, waiting};
use super::notes::{self, Place};
use super::paragraph::{Drawing, drawn};
use storydiff::report::BeadReport;

/// What stands side by side: indices of beads.
#[derive(Clone, Copy, Default)]
struct Row {
    sides: [Option<usize>; 2],
    towards: Option<Towards>,
}

/// Where the other end of a moved bead is.
#[derive(Clone, Copy, PartialEq, Eq)]
pub enum Towards {
    /// Above.
    Up,
    /// Below.
    Down,
}

/// All rows of a comparison.
pub fn draw(comparison: &Comparison) -> String {
    let beads = &comparison.report.beads;
    let drawings: Vec<Drawing> = beads
        .iter()
        .map(|bead| Drawing::new(comparison, bead))
        .collect();
    let rows = if comparison.is_one_story() {
        aligned(beads)
    } else {
        unaligned(beads)
    };
    let mut above = None;
    let drawn = rows.into_iter().map(|row| match row.sides {
        [Some(before), Some(after)] if before != after => {
            let ends = [(Side::Before, before), (Side::After, after)]
                .map(|(side, bead)| drawn_side(&drawings[bead], side, None, true));
            format!("<div class=\"row\">{}{}</div>\n", ends[0], ends[1])
        }
        [before, after] => match before.or(after) {
            Some(bead) => {
                let drawing = &drawings[bead];
                let look = (drawing.state, drawing.bead.moved);
                let repeated = above.replace(look) == Some(look);
                drawn_row(drawing, bead, row, repeated)
            }
            None => String::new(),
        },
    });
    drawn.collect()
}

fn drawn_row(drawing: &Drawing, index: usize, row: Row, repeated: bool) -> String {
    let bead = drawing.bead;
    let sides = Side::BOTH.map(|side| {
        let here = side.of(row.sides[0], row.sides[1]).is_some();
        if here {
            drawn_side(drawing, side, row.towards, repeated)
        } else {
            format!("<div class=\"side {}\"></div>", side.name())
        }
    });
    let moved = if bead.moved { " data-moved" } else { "" };
    format!(
        "<div class=\"row\" data-bead=\"{index}\" data-kind=\"{}\" data-state=\"{}\"{moved}>{}{}</div>\n",
        bead.kind,
        drawing.state.name(),
        sides[0],
        sides[1]
    )
}

fn drawn_side(drawing: &Drawing, side: Side, towards: Option<Towards>, repeated: bool) -> String {
    let place = Place {
        side,
        towards,
        repeated,
    };
    // Its rail and its notes stand where reading begins.
    let direction = if is_right_to_left(drawing, side) {
        " dir=\"rtl\""
    } else {
        ""
    };
    format!(
        "<div class=\"side {0}\" data-side=\"{0}\"{direction}>{1}<div class=\"text\">{2}</div></div>",
        side.name(),
        notes::drawn(drawing, place),
        drawn(drawing, side)
    )
}

/// Whether the first letter is of a script that is read from right to left.
fn is_right_to_left(drawing: &Drawing, side: Side) -> bool {
    let paragraphs = drawing.comparison.paragraphs(drawing.bead, side);
    let texts = paragraphs
        .into_iter()
        .map(|range| drawing.comparison.slice(side, range));
    let first = texts.flat_map(str::chars).find(|it| it.is_alphabetic());
    first.is_some_and(|letter| {
        matches!(letter, '\u{590}'..='\u{8ff}' | '\u{fb1d}'..='\u{fdff}' | '\u{fe70}'..='\u{fefc}' | '\u{1e900}'..='\u{1e95f}')
    })
}

/// The rows in reading order: the unmoved beads as the report lists them, and between them each end of a moved one, right
/// before the first paragraph that follows it in its own version.
fn aligned(beads: &[BeadReport]) -> Vec<Row> {
    let ends = |side| waiting(beads, side, |_, bead| stands_twice(bead));
    let (mut before, mut after) = (ends(Side::Before), ends(Side::After));
    let mut rows: Vec<Row> = Vec::new();
    let mut met = vec![false; beads.len()];
    let mut place_up_to = |rows: &mut Vec<Row>, side: Side, paragraph: usize| {
        let waiting = side.of(&mut before, &mut after);
        let is_next = |(_, bead): &(usize, &BeadReport)| bead.on(side).start < paragraph;
        while waiting.last().is_some_and(is_next) {
            let Some((index, _)) = waiting.pop() else {
                break;
            };
            let is_second = std::mem::replace(&mut met[index], true);
            let here = Some(index);
            rows.push(Row {
                sides: side.of([here, None], [None, here]),
                towards: Some(if is_second {
                    Towards::Up
                } else {
                    Towards::Down
                }),
            });
        }
    };
    for (index, bead) in beads.iter().enumerate() {
        if stands_twice(bead) {
            continue;
        }
        for side in Side::BOTH.into_iter().filter(|side| bead.has(*side)) {
            place_up_to(&mut rows, side, bead.on(side).start);
        }
        rows.push(Row {
            sides: Side::BOTH.map(|side| bead.has(side).then_some(index)),
            towards: None,
        });
    }
    for side in Side::BOTH {
        place_up_to(&mut rows, side, usize::MAX);
    }
    rows
}

/// The rows of two texts that are not versions of one story: each runs down its own column.
fn unaligned(beads: &[BeadReport]) -> Vec<Row> {
    let column = |side| waiting(beads, side, |_, _| true);
    let (mut before, mut after) = (column(Side::Before), column(Side::After));
    let mut rows = Vec::new();
    while !(before.is_empty() && after.is_empty()) {
        let sides = [before.pop(), after.pop()].map(|next| next.map(|(index, _)| index));
        rows.push(Row {
            sides,
            towards: None,
        });
    }
    rows
}

fn stands_twice(bead: &BeadReport) -> bool {
    bead.moved && bead.has(Side::Before) && bead.has(Side::After)
}
