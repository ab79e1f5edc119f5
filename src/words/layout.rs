//! From kept runs to edits that cover both texts.
//!
//! What no run keeps is changed; white space goes with its neighbours. Positions are bytes. Linear but for sorting.

use super::kept::Kept;
use super::{Edit, EditKind, Texts, cosmetic};
use crate::order::{order, sorted};
use crate::version::{Span, Token, Version, is_white_space, trim};

/// The edits of a stretch of tokens. `kept` may stand in any order; those that did not move ascend on both sides.
pub(super) fn edits(texts: Texts, before: Span, after: Span, kept: &[Kept]) -> Vec<Edit> {
    let kept = sorted(kept, |a, b| a.before.start.cmp(&b.before.start));
    let bounds = [
        cover(&texts.before.tokens, before),
        cover(&texts.after.tokens, after),
    ];
    let versions = [texts.before, texts.after];
    let texts = versions.map(|version| version.text);
    let mut pieces = pieces(versions, bounds, &kept);
    let orders = [0, 1].map(|side| order(&pieces, |a, b| a.spans[side].cmp(&b.spans[side])));
    let unclaimed = share_out_gaps(&mut pieces, &orders);
    for side in [0, 1] {
        place_empty(&mut pieces, side, bounds[side].start, &orders[side]);
    }
    let unclaimed = gap_pieces(&pieces, &unclaimed);
    pieces.extend(unclaimed);
    let pieces = sorted(&pieces, |a, b| a.spans[0].cmp(&b.spans[0]));
    let mut edits: Vec<Edit> = Vec::with_capacity(pieces.len());
    for edit in pieces.iter().map(|piece| piece.edit(texts)) {
        match edits.last_mut() {
            Some(last) if last.goes_on(&edit) => {
                last.before.end = edit.before.end;
                last.after.end = edit.after.end;
            }
            _ => edits.push(edit),
        }
    }
    edits
}

impl Edit {
    /// Whether both are equal and the other one goes on where this one ends.
    fn goes_on(&self, other: &Self) -> bool {
        let equal = |edit: &Self| edit.kind == EditKind::Equal;
        equal(self)
            && equal(other)
            && (self.before.end, self.after.end) == (other.before.start, other.after.start)
    }
}

/// The bytes of some tokens; where there are none, the end of the token before.
fn cover(tokens: &[Token], span: Span) -> Span {
    match &tokens[span.range()] {
        [] => {
            let at = span
                .start
                .checked_sub(1)
                .map_or(0, |last| tokens[last].span.end);
            Span::new(at, at)
        }
        [only] => only.span,
        [first, .., last] => Span::new(first.span.start, last.span.end),
    }
}

/// What becomes of a piece of text.
#[derive(Clone, Copy, PartialEq, Eq)]
enum Fate {
    Kept,
    Moved,
    Changed,
}

/// An edit in the making: bytes of the earlier and of the later text, for passes that do the same on each side.
#[derive(Clone)]
struct Piece {
    fate: Fate,
    spans: [Span; 2],
}

impl Piece {
    /// Takes in white space next to it.
    fn extend(&mut self, side: usize, gap: Span) {
        let span = &mut self.spans[side];
        span.start = span.start.min(gap.start);
        span.end = span.end.max(gap.end);
    }

    fn edit(&self, texts: [&str; 2]) -> Edit {
        let [before, after] = self.spans;
        let [b, a] = [before.of(texts[0]), after.of(texts[1])];
        let kind = match self.fate {
            Fate::Kept => EditKind::Equal,
            Fate::Moved => EditKind::Transposition,
            Fate::Changed if before.is_empty() => EditKind::Insertion,
            Fate::Changed if after.is_empty() => EditKind::Deletion,
            Fate::Changed => EditKind::Substitution,
        };
        Edit {
            kind,
            cosmetic: match kind {
                EditKind::Substitution => cosmetic::classify(b, a),
                _ => None,
            },
            before,
            after,
        }
    }
}

/// Whether two texts without white space at their ends are the same, runs of white space counting as one space, and have
/// as many words: "10-15" is one, and in "10-15日" two.
fn reads_alike(versions: [&Version; 2], spans: [Span; 2]) -> bool {
    let runs = |side: usize| {
        let runs = versions[side].text_of(spans[side]).split(is_white_space);
        runs.filter(|run| !run.is_empty())
    };
    let words = |side: usize| versions[side].words_beginning(spans[side]);
    runs(0).eq(runs(1)) && words(0) == words(1)
}

/// What is kept, and between that, piece by piece, what is changed; white space at the ends of pieces left out.
fn pieces(versions: [&Version; 2], bounds: [Span; 2], kept: &[Kept]) -> Vec<Piece> {
    let mut pieces = Vec::with_capacity(2 * kept.len() + 1);
    let mut moved = [Vec::new(), Vec::new()];
    for kept in kept.iter().filter(|kept| kept.moved) {
        moved[0].push(kept.before);
        moved[1].push(kept.after);
        pieces.push(Piece {
            fate: Fate::Moved,
            spans: [kept.before, kept.after],
        });
    }
    moved[1] = sorted(&moved[1], Ord::cmp);
    let mut passed = [0, 0];
    let mut starts = bounds.map(|bound| bound.start);
    let in_order = kept.iter().filter(|kept| !kept.moved);
    for kept in in_order.map(Some).chain([None]) {
        let ends = kept.map_or(bounds.map(|bound| bound.end), |kept| {
            [kept.before.start, kept.after.start]
        });
        let parts = [0, 1].map(|side| {
            let whole = Span::new(starts[side], ends[side]);
            let inside = moved[side][passed[side]..]
                .iter()
                .take_while(|moved| moved.start < whole.end)
                .count();
            let inside = &moved[side][passed[side]..passed[side] + inside];
            passed[side] += inside.len();
            parts(versions[side].text, whole, inside)
        });
        for nth in 0..parts[0].len().max(parts[1].len()) {
            let part = |side: usize| {
                let end = parts[side].last().map_or(starts[side], |last| last.end);
                parts[side].get(nth).copied().unwrap_or(Span::new(end, end))
            };
            let spans = [part(0), part(1)];
            // Too little to be kept in other company, but here it is all there is.
            let fate = if reads_alike(versions, spans) {
                Fate::Kept
            } else {
                Fate::Changed
            };
            pieces.push(Piece { fate, spans });
        }
        if let Some(kept) = kept {
            pieces.push(Piece {
                fate: Fate::Kept,
                spans: [kept.before, kept.after],
            });
            starts = [kept.before.end, kept.after.end];
        }
    }
    pieces
}

/// What is left of a stretch without the moved pieces inside it and without the white space around those.
fn parts(text: &str, whole: Span, moved: &[Span]) -> Vec<Span> {
    let starts = std::iter::once(whole.start).chain(moved.iter().map(|moved| moved.end));
    let ends = moved.iter().map(|moved| moved.start).chain([whole.end]);
    starts
        .zip(ends)
        .map(|(start, end)| trim(text, Span::new(start, end)))
        .filter(|part| !part.is_empty())
        .collect()
}

/// White space between two neighbouring pieces of one side.
struct Gap {
    side: usize,
    span: Span,
    left: usize,
    right: usize,
    taken: bool,
}

fn gaps(pieces: &[Piece], orders: &[Vec<usize>; 2]) -> Vec<Gap> {
    let mut gaps = Vec::new();
    for (side, order) in orders.iter().enumerate() {
        let filled: Vec<usize> = order
            .iter()
            .copied()
            .filter(|&piece| !pieces[piece].spans[side].is_empty())
            .collect();
        for neighbours in filled.windows(2) {
            let (left, right) = (neighbours[0], neighbours[1]);
            let span = Span::new(
                pieces[left].spans[side].end,
                pieces[right].spans[side].start,
            );
            if !span.is_empty() {
                gaps.push(Gap {
                    side,
                    span,
                    left,
                    right,
                    taken: false,
                });
            }
        }
    }
    gaps
}

/// Gives the white space between pieces to its neighbours: to a kept or moved one where it has white space there in both
/// versions, else to a changed one. Returns what neither can take.
fn share_out_gaps(pieces: &mut [Piece], orders: &[Vec<usize>; 2]) -> Vec<Gap> {
    let mut gaps = gaps(pieces, orders);
    // Of each piece, on each side, the gap that follows it and the one that leads up to it.
    let mut trailing = vec![[None; 2]; pieces.len()];
    let mut leading = vec![[None; 2]; pieces.len()];
    for (index, gap) in gaps.iter().enumerate() {
        trailing[gap.left][gap.side] = Some(index);
        leading[gap.right][gap.side] = Some(index);
    }
    let change_beside = |gap: &Gap, pieces: &[Piece]| {
        [gap.left, gap.right]
            .into_iter()
            .find(|&piece| pieces[piece].fate == Fate::Changed)
    };
    for (fate, ends) in [
        (Fate::Kept, &trailing),
        (Fate::Kept, &leading),
        (Fate::Moved, &trailing),
        (Fate::Moved, &leading),
    ] {
        for (piece, ends) in ends.iter().enumerate() {
            let (true, [Some(b), Some(a)]) = (pieces[piece].fate == fate, *ends) else {
                continue;
            };
            // What moved reads better without white space around it, if changes can have that.
            let spare = fate == Fate::Moved
                && change_beside(&gaps[b], pieces).is_some()
                && change_beside(&gaps[a], pieces).is_some();
            if !spare && !gaps[b].taken && !gaps[a].taken {
                for gap in [b, a] {
                    gaps[gap].taken = true;
                    pieces[piece].extend(gaps[gap].side, gaps[gap].span);
                }
            }
        }
    }
    gaps.retain(|gap| {
        let change = change_beside(gap, pieces);
        if let (false, Some(piece)) = (gap.taken, change) {
            pieces[piece].extend(gap.side, gap.span);
        }
        !gap.taken && change.is_none()
    });
    gaps
}

/// The white space that no piece takes as pieces of its own: where sentences changed places, what stood between them
/// stands between them still; what is left over is changed.
fn gap_pieces(pieces: &[Piece], gaps: &[Gap]) -> Vec<Piece> {
    let of = |side| gaps.iter().filter(move |gap| gap.side == side);
    let (mut befores, mut afters) = (of(0), of(1));
    let beyond = |gap: &Gap| {
        let at = pieces[gap.left].spans[1 - gap.side].end;
        Span::new(at, at)
    };
    std::iter::from_fn(|| {
        let (fate, spans) = match (befores.next(), afters.next()) {
            (Some(before), Some(after)) => (Fate::Moved, [before.span, after.span]),
            (Some(before), None) => (Fate::Changed, [before.span, beyond(before)]),
            (None, Some(after)) => (Fate::Changed, [beyond(after), after.span]),
            (None, None) => return None,
        };
        Some(Piece { fate, spans })
    })
    .collect()
}

/// Puts the pieces that are empty on one side where they belong: right after the piece before them.
fn place_empty(pieces: &mut [Piece], side: usize, start: usize, order: &[usize]) {
    let mut at = start;
    for &piece in order {
        let span = &mut pieces[piece].spans[side];
        if span.is_empty() {
            *span = Span::new(at, at);
        }
        at = span.end;
    }
}
