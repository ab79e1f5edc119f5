//! What is said above a paragraph of what became of it.

use super::super::comparison::{Side, Sided, length};
use super::super::english::{count, in_words, paragraphs};
use super::super::words::count_changed_words;
use super::paragraph::{Drawing, State};
use super::rows::Towards;

/// Where a side of a bead is drawn.
#[derive(Clone, Copy)]
pub struct Place {
    /// In which column.
    pub side: Side,
    /// Where its other end is, of one that moved.
    pub towards: Option<Towards>,
    /// Whether the row above says the same.
    pub repeated: bool,
}

/// The note above one side of a bead; nothing where there is nothing to say.
pub fn drawn(drawing: &Drawing, place: Place) -> String {
    let said = said(drawing, place);
    if said.is_empty() {
        return String::new();
    }
    // Side by side, what the row above says too goes without saying.
    let is_again = place.repeated && place.towards.is_none() && drawing.state == State::Retold;
    let again = if is_again && said.len() == 1 {
        " again"
    } else {
        ""
    };
    format!("<p class=\"note{again}\">{}</p>", said.join(" · "))
}

/// In HTML.
fn said(drawing: &Drawing, place: Place) -> Vec<String> {
    let Drawing {
        comparison,
        bead,
        state,
        ..
    } = drawing;
    let side = place.side;
    let mut said = Vec::new();
    if *state == State::Plain {
        return said;
    }
    let first = comparison.version(side).paragraphs.get(bead.on(side).start);
    if first.is_some_and(|paragraph| paragraph.role == "caption") {
        said.push("picture caption".to_owned());
    }
    if let Some(towards) = place.towards {
        said.push(link(drawing, side, towards));
    } else if *state == State::Retold {
        // Side by side, where a telling stands says which it is; in one column words must.
        let telling = side.of("earlier", "later");
        said.push(format!(
            "<span class=\"wide\">retold</span><span class=\"narrow\">as the {telling} version tells it</span>"
        ));
    }
    match state {
        State::Removed if !place.repeated => said.push("only in the earlier version".to_owned()),
        State::Added if !place.repeated => said.push("only in the later version".to_owned()),
        _ => {}
    }
    if side == Side::After && bead.kind == "merge" {
        said.push(format!(
            "{} joined into one",
            count(length(bead.before), "paragraph")
        ));
    }
    if side == Side::After && bead.kind == "recast" {
        said.push(format!(
            "{} recast as {}",
            count(length(bead.before), "paragraph"),
            in_words(length(bead.after))
        ));
    }
    said
}

/// What leads to the other end of a moved bead, and what else happened to it.
fn link(drawing: &Drawing, side: Side, towards: Towards) -> String {
    let elsewhere = drawing.bead.on(side.other());
    let place = paragraphs(elsewhere);
    let (word, arrow) = match towards {
        Towards::Up => ("up", "↑"),
        Towards::Down => ("down", "↓"),
    };
    let (where_to, arrow) = match side {
        Side::Before => (format!("moved {word} to {place}"), format!(" {arrow}")),
        // Where it stands now, an arrow would say that it still has somewhere to go.
        Side::After => (format!("moved here from {place}"), String::new()),
    };
    let change = match (
        drawing.state,
        count_changed_words(drawing.bead, drawing.comparison),
    ) {
        (State::Retold, _) => ", retold".to_owned(),
        (_, 0) => String::new(),
        (_, words) => format!(", {} changed", count(words, "word")),
    };
    let target = format!("{}-{}", side.other().name(), elsewhere.start + 1);
    format!("<a href=\"#{target}\">{where_to}{change}</a>{arrow}")
}
