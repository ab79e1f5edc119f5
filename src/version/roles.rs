//! What part a paragraph plays on the page: title, byline, caption or body.

use super::Version;

/// The part a paragraph plays.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Role {
    /// A headline, or the heading of a chapter.
    Title,
    /// Who wrote it, where and when.
    Byline,
    /// The words under a picture.
    Caption,
    /// The story itself.
    Body,
}

/// Gives every paragraph its role, from its shape and its place.
pub(super) fn assign(_version: &mut Version) {}
