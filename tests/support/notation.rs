//! Alignments and edits as people write and read them.

use std::collections::BTreeSet;
use std::fmt;
use std::ops::RangeInclusive;
use storydiff::report::{BeadReport, EditReport, Range};
use storydiff::version::is_white_space;

/// What an alignment comes down to: which paragraphs are counterparts, and which have none.
pub type Alignment = BTreeSet<Counterparts>;

/// A paragraph, numbered from 1, and its counterpart, if it has one.
#[derive(PartialEq, Eq, PartialOrd, Ord)]
pub struct Counterparts {
    before: Option<usize>,
    after: Option<usize>,
    moved: bool,
}

impl Counterparts {
    /// What a bead says.
    pub fn of(bead: &BeadReport) -> Vec<Self> {
        let numbers = |range: Range| range.start + 1..=range.end;
        Self::all(numbers(bead.before), numbers(bead.after), bead.moved)
    }

    /// What a bead in writing says: `2 = 3 moved`, `4 = 4-5`, `6-7 = 6`, `8 = -`, `- = 9`.
    pub fn parse(line: &str) -> Vec<Self> {
        let numbers = |side: &str| match side.split_once('-') {
            Some(("", "")) => RangeInclusive::new(1, 0),
            Some((first, last)) => first.parse().expect(line)..=last.parse().expect(line),
            None => side.parse().expect(line)..=side.parse().expect(line),
        };
        let (sides, moved) = match line.strip_suffix(" moved") {
            Some(sides) => (sides, true),
            None => (line, false),
        };
        let (before, after) = sides.split_once(" = ").expect(line);
        Self::all(numbers(before), numbers(after), moved)
    }

    fn all(before: RangeInclusive<usize>, after: RangeInclusive<usize>, moved: bool) -> Vec<Self> {
        let or_none = |numbers: RangeInclusive<usize>| {
            if numbers.is_empty() {
                vec![None]
            } else {
                numbers.map(Some).collect()
            }
        };
        let after = or_none(after);
        let of = |before| {
            after.iter().map(move |&after| Self {
                before,
                after,
                moved,
            })
        };
        or_none(before).into_iter().flat_map(of).collect()
    }

    /// Whether this is a paragraph without a counterpart.
    pub fn is_alone(&self) -> bool {
        self.before.is_none() || self.after.is_none()
    }
}

impl fmt::Display for Counterparts {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        let side = |number: Option<usize>| number.map_or("-".to_owned(), |n| n.to_string());
        let moved = if self.moved { " moved" } else { "" };
        write!(f, "{} = {}{moved}", side(self.before), side(self.after))
    }
}

/// A bead as [`Counterparts::parse`] reads it.
pub fn bead(bead: &BeadReport) -> String {
    let numbers = |range: Range| match range.end - range.start {
        0 => "-".to_owned(),
        1 => range.end.to_string(),
        _ => format!("{}-{}", range.start + 1, range.end),
    };
    let moved = if bead.moved { " moved" } else { "" };
    format!("{} = {}{moved}", numbers(bead.before), numbers(bead.after))
}

/// Edits in the order of the earlier text, a line for each sentence: `kept [old/new] [-deleted-] [+inserted+] {moved}`,
/// and `{}` where what moved stands in the later text. A substitution that changes no wording says what it changes:
/// `[case: old/Old]`.
pub fn edits(edits: &[EditReport], before: &[u16], after: &[u16]) -> Vec<String> {
    let moved = edits.iter().filter(|edit| edit.kind == "transposition");
    let mut landings: Vec<usize> = moved.map(|edit| edit.after.start).collect();
    landings.sort_unstable();
    let mut landings = landings.into_iter().peekable();
    let mut line = String::new();
    let mut at = 0;
    for edit in edits {
        let in_place = edit.kind != "transposition" && edit.after.start < edit.after.end;
        while in_place
            && landings
                .next_if(|&landing| landing < edit.after.start)
                .is_some()
        {
            line += " {} ";
        }
        // White space at the ends of an edit stands outside its brackets.
        let (old, new) = (spaced(before, edit.before), spaced(after, edit.after));
        let space = |is_there: bool| if is_there { " " } else { "" };
        line += space(at < edit.before.start || old.starts_with(' ') || new.starts_with(' '));
        line += &bracketed(edit, old.trim(), new.trim());
        line += space(old.ends_with(' ') || new.ends_with(' '));
        at = edit.before.end;
    }
    landings.for_each(|_| line += " {}");
    sentences(&line)
}

fn bracketed(edit: &EditReport, old: &str, new: &str) -> String {
    match (edit.kind, edit.cosmetic) {
        ("equal", _) => old.to_owned(),
        ("insertion", _) => format!("[+{new}+]"),
        ("deletion", _) => format!("[-{old}-]"),
        ("transposition", _) => format!("{{{old}}}"),
        (_, Some(what)) => format!("[{what}: {old}/{new}]"),
        (_, None) => format!("[{old}/{new}]"),
    }
}

/// A line for each sentence, near enough; every run of white space is one space.
fn sentences(text: &str) -> Vec<String> {
    let mut lines = vec![String::new()];
    for word in text.split_whitespace() {
        let line = lines.last_mut().unwrap();
        *line += if line.is_empty() { "" } else { " " };
        *line += word;
        let bare = word.trim_end_matches([']', '}', '+', '-', '”', '’', '"', '\'']);
        if bare.ends_with(['.', '!', '?']) && bare.len() > 3 {
            lines.push(String::new());
        }
    }
    lines.retain(|line| !line.is_empty());
    lines
}

/// A range of a text, its white space as spaces.
fn spaced(text: &[u16], range: Range) -> String {
    let text = String::from_utf16(&text[range.start..range.end]).unwrap();
    text.replace(is_white_space, " ")
}

/// A text as offsets count it.
pub fn utf16(text: &str) -> Vec<u16> {
    text.encode_utf16().collect()
}
