//! Both versions woven into one sequence, from which either can be taken again, character for character. As
//! `www/keep/weave.js` has it for the page.

use super::comparison::{Comparison, Side, Sided, waiting};
use super::words::{edits_on, is_rewritten, is_space, runs};
use storydiff::report::BeadReport;

/// Text that may go on from one paragraph to the next: a part for each paragraph that it reaches into, so that one empty
/// part is nothing, and two are the end of a paragraph.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Content(pub Vec<String>);

impl Content {
    fn nothing() -> Self {
        Self::of("")
    }

    fn paragraph_end() -> Self {
        Self(vec![String::new(); 2])
    }

    fn of(text: &str) -> Self {
        Self(vec![text.to_owned()])
    }

    /// Whether there is no text in it and no end of a paragraph.
    pub fn is_nothing(&self) -> bool {
        self.0.len() == 1 && self.0[0].is_empty()
    }

    fn append(&mut self, more: &Self) {
        let mut parts = more.0.iter();
        if let (Some(last), Some(first)) = (self.0.last_mut(), parts.next()) {
            *last += first;
        }
        self.0.extend(parts.cloned());
    }
}

/// What stands at one place of each version.
#[derive(Debug)]
pub struct Piece {
    /// In the earlier version.
    pub before: Content,
    /// In the later version.
    pub after: Content,
    /// Whether nothing but the white space may differ.
    pub kept: bool,
}

impl Piece {
    fn new(before: Content, after: Content) -> Self {
        let kept = before == after;
        Self {
            before,
            after,
            kept,
        }
    }
}

/// A bead at a place of the sequence.
pub struct Block<'b> {
    /// What stands there.
    pub bead: &'b BeadReport,
    /// The version that has it there; none where both do.
    pub alone: Option<Side>,
    /// Whether the other version has it elsewhere.
    pub twice: bool,
}

/// The beads in the order of both versions: what only the earlier one has at a place before what only the later one has.
pub fn blocks<'b>(beads: &'b [BeadReport]) -> Vec<Block<'b>> {
    let in_order = in_order(beads);
    let apart = |side| waiting(beads, side, |index, _| !in_order[index]);
    let (mut before, mut after) = (apart(Side::Before), apart(Side::After));
    let mut found = Vec::new();
    let mut place_up_to = |found: &mut Vec<Block<'b>>, side: Side, paragraph: usize| {
        let waiting = side.of(&mut before, &mut after);
        let is_next = |(_, bead): &(usize, &BeadReport)| bead.on(side).start < paragraph;
        while waiting.last().is_some_and(is_next) {
            found.extend(waiting.pop().map(|(_, bead)| Block {
                bead,
                alone: Some(side),
                twice: has_both(bead),
            }));
        }
    };
    for (bead, _) in beads.iter().zip(&in_order).filter(|(_, stands)| **stands) {
        for side in Side::BOTH {
            place_up_to(&mut found, side, bead.on(side).start);
        }
        found.push(Block {
            bead,
            alone: None,
            twice: false,
        });
    }
    for side in Side::BOTH {
        place_up_to(&mut found, side, usize::MAX);
    }
    found
}

/// Which beads stand in both versions at one place.
fn in_order(beads: &[BeadReport]) -> Vec<bool> {
    let (mut before, mut after) = (0, 0);
    let stands = |bead: &BeadReport| {
        let stands = has_both(bead)
            && !bead.moved
            && bead.before.start >= before
            && bead.after.start >= after;
        if stands {
            (before, after) = (bead.before.end, bead.after.end);
        }
        stands
    };
    beads.iter().map(stands).collect()
}

fn has_both(bead: &BeadReport) -> bool {
    bead.has(Side::Before) && bead.has(Side::After)
}

/// The paragraphs of one version in a bead, as they are.
pub fn paragraphs(comparison: &Comparison, bead: &BeadReport, side: Side) -> Vec<String> {
    let ranges = comparison.paragraphs(bead, side).into_iter();
    ranges
        .map(|range| comparison.slice(side, range).to_owned())
        .collect()
}

/// The two texts of a bead as one sequence of pieces. One that was told anew is a single change.
pub fn weave(comparison: &Comparison, bead: &BeadReport) -> Vec<Piece> {
    if is_rewritten(bead) {
        let whole = |side| Content(paragraphs(comparison, bead, side));
        return joined(changed(whole(Side::Before), whole(Side::After)));
    }
    let before = items(comparison, bead, Side::Before);
    let after = items(comparison, bead, Side::After);
    let (was, is) = (places(bead, &before), places(bead, &after));
    let (mut pieces, mut there, mut here) = (Vec::new(), 0, 0);
    for edit in in_order_of(&before) {
        // What was transposed goes from one place and comes to the other.
        let (Some((first, last)), Some(place)) = (was[edit], is[edit]) else {
            continue;
        };
        let kind = bead.edits[edit].kind;
        if place.0 < here || kind == "transposition" {
            continue;
        }
        pieces.extend(changed(
            content(&before[there..first]),
            content(&after[here..place.0]),
        ));
        (there, here) = (last + 1, place.1 + 1);
        let (was, is) = (
            content(&before[first..there]),
            content(&after[place.0..here]),
        );
        pieces.extend(if kind == "equal" {
            unchanged(was, is)
        } else {
            changed(was, is)
        });
    }
    pieces.extend(changed(content(&before[there..]), content(&after[here..])));
    joined(pieces)
}

/// A part of a bead's text on one side, and the index of the edit that it belongs to.
struct Item {
    edit: Option<usize>,
    content: Content,
}

fn items(comparison: &Comparison, bead: &BeadReport, side: Side) -> Vec<Item> {
    let edits = edits_on(side, bead);
    let mut items = Vec::new();
    for paragraph in comparison.paragraphs(bead, side) {
        if !items.is_empty() {
            items.push(Item {
                edit: None,
                content: Content::paragraph_end(),
            });
        }
        items.extend(runs(side, &edits, paragraph).into_iter().map(|run| Item {
            edit: run.edit,
            content: Content::of(comparison.slice(side, run.range)),
        }));
    }
    items
}

/// The first and the last item of every edit.
fn places(bead: &BeadReport, items: &[Item]) -> Vec<Option<(usize, usize)>> {
    let mut places = vec![None; bead.edits.len()];
    for (index, item) in items.iter().enumerate() {
        if let Some(edit) = item.edit {
            let first = places[edit].map_or(index, |(first, _)| first);
            places[edit] = Some((first, index));
        }
    }
    places
}

/// The edits in the order of their first items.
fn in_order_of(items: &[Item]) -> Vec<usize> {
    let mut edits: Vec<usize> = items.iter().filter_map(|item| item.edit).collect();
    // The items of an edit follow each other, but for ends of paragraphs.
    edits.dedup();
    edits
}

fn content(items: &[Item]) -> Content {
    let mut content = Content::nothing();
    for item in items {
        content.append(&item.content);
    }
    content
}

/// One text in the place of another: the ends of paragraphs that both have are kept.
fn changed(mut before: Content, mut after: Content) -> Vec<Piece> {
    let common = before.0.len().min(after.0.len()).saturating_sub(1);
    let mut pieces = Vec::new();
    let (was, is) = (before.0.drain(..common), after.0.drain(..common));
    for (was, is) in was.zip(is) {
        pieces.push(Piece::new(Content(vec![was]), Content(vec![is])));
        pieces.push(Piece::new(
            Content::paragraph_end(),
            Content::paragraph_end(),
        ));
    }
    pieces.push(Piece::new(before, after));
    pieces
}

/// One text twice, but for the white space between its words.
fn unchanged(before: Content, after: Content) -> Vec<Piece> {
    if before == after {
        return vec![Piece::new(before, after)];
    }
    let ((was, was_gaps), (is, is_gaps)) = (words(&before), words(&after));
    if was != is {
        return changed(before, after);
    }
    let mut pieces = Vec::new();
    let mut words = was.into_iter();
    for (before, after) in was_gaps.into_iter().zip(is_gaps) {
        let kept = are_alike(&before, &after);
        pieces.push(Piece {
            before,
            after,
            kept,
        });
        if let Some(word) = words.next() {
            pieces.push(Piece::new(Content::of(&word), Content::of(&word)));
        }
    }
    pieces
}

/// The words of a text, and the white space around them: one gap more than there are words.
fn words(content: &Content) -> (Vec<String>, Vec<Content>) {
    let (mut words, mut gaps) = (Vec::new(), Vec::new());
    let mut gap = Content::nothing();
    for (index, part) in content.0.iter().enumerate() {
        if index > 0 {
            gap.append(&Content::paragraph_end());
        }
        let mut rest = part.as_str();
        while let Some(first) = rest.chars().next() {
            let is_gap = is_space(first);
            let end = rest.find(|next| is_space(next) != is_gap);
            let (token, left) = rest.split_at(end.unwrap_or(rest.len()));
            rest = left;
            if is_gap {
                gap.append(&Content::of(token));
            } else {
                words.push(token.to_owned());
                gaps.push(gap);
                gap = Content::nothing();
            }
        }
    }
    gaps.push(gap);
    (words, gaps)
}

/// Whether two gaps between words have white space in the same places.
fn are_alike(one: &Content, other: &Content) -> bool {
    let mut parts = one.0.iter().zip(&other.0);
    one.0.len() == other.0.len() && parts.all(|(one, other)| one.is_empty() == other.is_empty())
}

/// Leaves out what is nothing, and makes one of pieces of a kind that stand side by side.
fn joined(pieces: Vec<Piece>) -> Vec<Piece> {
    let mut found: Vec<Piece> = Vec::new();
    for piece in pieces {
        if piece.before.is_nothing() && piece.after.is_nothing() {
            continue;
        }
        let is_same = piece.before == piece.after;
        match found.last_mut() {
            Some(last) if last.kept == piece.kept && (last.before == last.after) == is_same => {
                last.before.append(&piece.before);
                last.after.append(&piece.after);
            }
            _ => found.push(piece),
        }
    }
    found
}
