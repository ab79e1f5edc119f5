//! What of a common run is one text in both versions.
//!
//! Tokens with equal cores may differ in case or in the punctuation around them. Positions are bytes. Linear.

use super::{Run, Texts};
use crate::version::{Span, Token};

/// A text that both versions have in common, runs of white space counting as one space.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) struct Kept {
    /// Bytes of the earlier text.
    pub(super) before: Span,
    /// Bytes of the later text.
    pub(super) after: Span,
    /// Whether it stands elsewhere.
    pub(super) moved: bool,
}

/// What two tokens have in common that differ in no more than the punctuation around them.
pub(super) struct Common {
    /// Whether what leads the core differs.
    pub(super) leads: bool,
    /// Whether what trails it differs.
    pub(super) trails: bool,
    before: Span,
    after: Span,
}

/// What two tokens have in common; `None` where their cores are not the same text.
pub(super) fn common(texts: Texts, before: usize, after: usize) -> Option<Common> {
    let (b, a) = (texts.before.tokens[before], texts.after.tokens[after]);
    if texts.is_identical(before, after) {
        return Some(Common {
            leads: false,
            trails: false,
            before: b.span,
            after: a.span,
        });
    }
    let differ =
        |part: fn(Token) -> Span| texts.before.text_of(part(b)) != texts.after.text_of(part(a));
    if differ(|token| token.core) {
        return None;
    }
    let leads = differ(|token| Span::new(token.span.start, token.core.start));
    let trails = differ(|token| Span::new(token.core.end, token.span.end));
    let common = |token: Token| {
        Span::new(
            if leads { token.core } else { token.span }.start,
            if trails { token.core } else { token.span }.end,
        )
    };
    Some(Common {
        leads,
        trails,
        before: common(b),
        after: common(a),
    })
}

/// Appends the parts of a run that can each be kept as one text: where nothing but the punctuation around it differs,
/// and white space stands between the same tokens in both versions.
pub(super) fn whole(texts: Texts, run: Run, parts: &mut Vec<Run>) {
    let respaced = |at: usize| {
        at > 0
            && at < run.len
            && is_spaced(&texts.before.tokens, run.before + at)
                != is_spaced(&texts.after.tokens, run.after + at)
    };
    let mut open = false;
    for at in 0..run.len {
        let (before, after) = (run.before + at, run.after + at);
        let common = match common(texts, before, after) {
            Some(common) if !respaced(at) && !respaced(at + 1) => common,
            _ => {
                open = false;
                continue;
            }
        };
        match parts.last_mut() {
            Some(part) if open && !common.leads => part.len += 1,
            _ => parts.push(Run {
                before,
                after,
                len: 1,
            }),
        }
        open = !common.trails;
    }
}

/// The texts that a run keeps, ascending.
pub(super) fn kept(texts: Texts, run: Run, moved: bool) -> Vec<Kept> {
    let mut parts = Vec::new();
    whole(texts, run, &mut parts);
    let kept = |part: &Run| {
        let last = part.len - 1;
        let first = common(texts, part.before, part.after)?;
        let last = common(texts, part.before + last, part.after + last)?;
        Some(Kept {
            before: Span::new(first.before.start, last.before.end),
            after: Span::new(first.after.start, last.after.end),
            moved,
        })
    };
    parts.iter().filter_map(kept).collect()
}

/// Whether white space stands before a token that is not the first.
fn is_spaced(tokens: &[Token], token: usize) -> bool {
    tokens[token - 1].span.end != tokens[token].span.start
}
