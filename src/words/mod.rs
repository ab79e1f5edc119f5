//! Word edits inside a bead.

use crate::align::{Bead, Link};
use crate::keys::Keys;
use crate::version::{Span, Version};

/// What happened to a run of words.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum EditKind {
    /// Kept; its two texts are identical, runs of white space counting as one space.
    Equal,
    /// Only in the later version.
    Insertion,
    /// Only in the earlier version.
    Deletion,
    /// Other words in its place.
    Substitution,
    /// Kept words that stand elsewhere within the bead.
    Transposition,
}

/// A substitution that changes no wording.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Cosmetic {
    /// Capitals for small letters, or the other way.
    Case,
    /// Stops, commas, dashes.
    Punctuation,
    /// The style of quotation marks.
    Quotes,
    /// White space.
    Whitespace,
    /// Another spelling of the same word.
    Spelling,
}

/// What happened to a run of words: ranges of bytes in the two texts.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Edit {
    /// What happened.
    pub kind: EditKind,
    /// Of a substitution without a change of wording: what it changes.
    pub cosmetic: Option<Cosmetic>,
    /// Bytes of the earlier text; empty for an insertion.
    pub before: Span,
    /// Bytes of the later text; empty for a deletion.
    pub after: Span,
}

/// The word edits of one bead, as the report promises them: their `before` spans ascend and cover the bead's
/// earlier text, their `after` spans, sorted, cover its later text, none overlap, and nothing but white space
/// between paragraphs stands outside them.
///
/// `links` are all links of the alignment, ascending by `(before, after)`.
pub fn edits(
    before: &Version,
    after: &Version,
    _keys: &Keys,
    _links: &[Link],
    bead: &Bead,
) -> Vec<Edit> {
    let cover =
        |version: &Version, paragraphs: Span| match version.paragraphs.get(paragraphs.range()) {
            Some([first, .., last]) => Span::new(first.span.start, last.span.end),
            Some([only]) => only.span,
            _ => Span::default(),
        };
    let (before_span, after_span) = (cover(before, bead.before), cover(after, bead.after));
    let kind = if before_span.is_empty() {
        EditKind::Insertion
    } else if after_span.is_empty() {
        EditKind::Deletion
    } else if before.text_of(before_span) == after.text_of(after_span) {
        EditKind::Equal
    } else {
        EditKind::Substitution
    };
    vec![Edit {
        kind,
        cosmetic: None,
        before: before_span,
        after: after_span,
    }]
}
