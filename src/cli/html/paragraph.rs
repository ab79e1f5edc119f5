//! A paragraph with its changes marked.

use super::super::comparison::{Comparison, Side, Sided, length};
use super::super::words::{edits_on, is_kept_phrase, is_rewritten, is_visible, runs, trim};
use super::{escape, language};
use storydiff::report::{BeadReport, EditReport, Range};

/// Lines of at most this many characters were broken by their author: verse, an address, a list.
const VERSE_LINE: usize = 60;

/// What became of a bead, as far as its drawing goes.
#[derive(Clone, Copy, PartialEq, Eq)]
pub enum State {
    /// Nothing is marked at all.
    Plain,
    /// No change.
    Same,
    /// Words changed.
    Changed,
    /// It was told anew.
    Retold,
    /// Only the later version has it.
    Added,
    /// Only the earlier version has it.
    Removed,
}

impl State {
    /// What it is called in the file.
    pub fn name(self) -> &'static str {
        match self {
            Self::Plain => "plain",
            Self::Same => "same",
            Self::Changed => "changed",
            Self::Retold => "retold",
            Self::Added => "added",
            Self::Removed => "removed",
        }
    }
}

/// A bead that is to be drawn.
pub struct Drawing<'c> {
    /// What it is a part of.
    pub comparison: &'c Comparison<'c>,
    /// The bead.
    pub bead: &'c BeadReport,
    /// What became of it.
    pub state: State,
}

impl<'c> Drawing<'c> {
    /// Tells what became of a bead.
    pub fn new(comparison: &'c Comparison<'c>, bead: &'c BeadReport) -> Self {
        let state = if !comparison.is_one_story() {
            State::Plain
        } else if bead.kind == "insertion" {
            State::Added
        } else if bead.kind == "deletion" {
            State::Removed
        } else if !bead.edits.iter().any(|edit| is_visible(edit, comparison)) {
            State::Same
        } else if is_rewritten(bead) {
            State::Retold
        } else {
            State::Changed
        };
        Self {
            comparison,
            bead,
            state,
        }
    }
}

/// The paragraphs of a bead on one side.
pub fn drawn(drawing: &Drawing, side: Side) -> String {
    let bead = drawing.bead;
    let edits = edits_on(side, bead);
    let in_one_column = side == Side::After && drawing.state == State::Changed && !bead.moved;
    let mut replaced = if in_one_column {
        replaced_before(bead)
    } else {
        Vec::new()
    };
    let first = bead.on(side).start;
    let mut html = String::new();
    for (index, range) in drawing
        .comparison
        .paragraphs(bead, side)
        .into_iter()
        .enumerate()
    {
        if index > 0 && side == Side::After && bead.kind == "split" && drawing.state != State::Plain
        {
            html += "<p class=\"note\">the paragraph above was split here</p>";
        }
        html += &paragraph(drawing, side, first + index, range, &edits, &mut replaced);
    }
    html
}

fn paragraph(
    drawing: &Drawing,
    side: Side,
    index: usize,
    range: Range,
    edits: &[(usize, &EditReport)],
    replaced: &mut Vec<(usize, &EditReport)>,
) -> String {
    let comparison = drawing.comparison;
    let mut content = String::new();
    let mut recall_up_to = |content: &mut String, offset: usize| {
        while replaced.last().is_some_and(|(at, _)| *at <= offset) {
            if let Some((_, edit)) = replaced.pop() {
                *content += &was(comparison, edit);
            }
        }
    };
    for run in runs(side, edits, range) {
        recall_up_to(&mut content, run.range.start);
        let edit = run.edit.map(|edit| &drawing.bead.edits[edit]);
        let text = comparison.slice(side, run.range);
        content += &marked(text, edit, side, drawing.state);
    }
    recall_up_to(&mut content, range.end);

    let version = comparison.version(side);
    let role = version.paragraphs.get(index).map_or("body", |it| it.role);
    let name = match (role, index) {
        ("title", 0) => "h2",
        ("title", _) => "h3",
        _ => "p",
    };
    let verse = if is_verse(comparison.slice(side, range)) {
        " class=\"verse\""
    } else {
        ""
    };
    format!(
        "<{name} id=\"{0}-{1}\" data-paragraph=\"{index}\" data-role=\"{role}\" dir=\"auto\"{2}{verse}>{content}</{name}>",
        side.name(),
        index + 1,
        language(comparison, side)
    )
}

/// A run of text with its mark, which stands around the words and not around the white space beside them.
fn marked(text: &str, edit: Option<&EditReport>, side: Side, state: State) -> String {
    let words = trim(text);
    let Some(edit) = edit.filter(|_| !words.is_empty() && state != State::Plain) else {
        return escape(text);
    };
    let name = match edit.kind {
        "equal" if state == State::Retold && is_kept_phrase(text) => "span class=\"kept\"",
        "equal" => return escape(text),
        "transposition" => "mark",
        _ => side.of("del", "ins"),
    };
    // Of what came, went or was told anew as a whole, the rail beside it says so.
    if matches!(name, "del" | "ins")
        && matches!(state, State::Retold | State::Added | State::Removed)
    {
        return whole(text, words, name, "");
    }
    whole(text, words, name, &cosmetic(edit))
}

/// The attribute of a mark that says what it changes, where that is no wording.
fn cosmetic(edit: &EditReport) -> String {
    let attribute = |cosmetic| format!(" data-cosmetic=\"{cosmetic}\"");
    edit.cosmetic.map(attribute).unwrap_or_default()
}

fn whole(text: &str, words: &str, name: &str, attributes: &str) -> String {
    let start = text.find(words).unwrap_or(0);
    let (lead, rest) = text.split_at(start);
    let end = name.split(' ').next().unwrap_or(name);
    format!(
        "{}<{name}{attributes}>{}</{end}>{}",
        escape(lead),
        escape(words),
        escape(&rest[words.len()..])
    )
}

/// The edits of a bead that took words away, each with the place in the later text where those words would stand; the
/// first place last, ready to be popped.
fn replaced_before(bead: &BeadReport) -> Vec<(usize, &EditReport)> {
    let first = edits_on(Side::After, bead);
    let mut at = first.first().map_or(0, |(_, edit)| edit.after.start);
    let mut found = Vec::new();
    for edit in &bead.edits {
        if !matches!(edit.kind, "equal" | "transposition") {
            at = at.max(edit.after.start);
        }
        if matches!(edit.kind, "substitution" | "deletion") {
            found.push((at, edit));
        }
        if edit.kind != "transposition" && length(edit.after) > 0 {
            at = edit.after.end;
        }
    }
    found.sort_by_key(|(at, _)| *at);
    found.reverse();
    found
}

/// The earlier words where the later ones now stand, which only a narrow window shows.
fn was(comparison: &Comparison, edit: &EditReport) -> String {
    let text = comparison.slice(Side::Before, edit.before);
    let words = trim(text);
    if words.is_empty() {
        return String::new();
    }
    let [space_before, space_after] = [!text.starts_with(words), !text.ends_with(words)];
    let replaces = edit.kind == "substitution";
    let lead = if space_before || !(replaces || space_after) {
        " "
    } else {
        ""
    };
    let rest = if replaces || space_after || !space_before {
        " "
    } else {
        ""
    };
    let cosmetic = cosmetic(edit);
    format!(
        "<span class=\"was\" hidden>{lead}<del{cosmetic}>{}</del>{rest}</span>",
        escape(words)
    )
}

fn is_verse(text: &str) -> bool {
    let text = text.replace("\r\n", "\n");
    let mut lines = text.split(['\r', '\n']);
    text.contains(['\r', '\n']) && lines.all(|line| line.encode_utf16().count() <= VERSE_LINE)
}
