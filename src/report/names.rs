//! What the kinds of things are called in a report.

use crate::align::{Bead, BeadKind, LinkKind};
use crate::facts::{Change, FactKind};
use crate::version::Role;
use crate::words::{Cosmetic, EditKind};

pub fn bead_kind(bead: &Bead) -> &'static str {
    match bead.kind() {
        BeadKind::Match => "match",
        BeadKind::Split => "split",
        BeadKind::Merge => "merge",
        BeadKind::Recast => "recast",
        BeadKind::Insertion => "insertion",
        BeadKind::Deletion => "deletion",
    }
}

pub fn link_kind(kind: LinkKind) -> &'static str {
    match kind {
        LinkKind::Same => "same",
        LinkKind::Edited => "edited",
        LinkKind::Reworded => "reworded",
        LinkKind::Partial => "partial",
    }
}

pub fn fact_kind(kind: FactKind) -> &'static str {
    match kind {
        FactKind::Quotation => "quotation",
        FactKind::Number => "number",
        FactKind::Date => "date",
        FactKind::Name => "name",
    }
}

pub fn change(change: Change) -> &'static str {
    match change {
        Change::Kept => "kept",
        Change::Altered => "altered",
        Change::Reattributed => "reattributed",
        Change::Dropped => "dropped",
        Change::Added => "added",
    }
}

pub fn role(role: Role) -> &'static str {
    match role {
        Role::Title => "title",
        Role::Byline => "byline",
        Role::Caption => "caption",
        Role::Body => "body",
    }
}

pub fn edit_kind(kind: EditKind) -> &'static str {
    match kind {
        EditKind::Equal => "equal",
        EditKind::Insertion => "insertion",
        EditKind::Deletion => "deletion",
        EditKind::Substitution => "substitution",
        EditKind::Transposition => "transposition",
    }
}

pub fn cosmetic(cosmetic: Cosmetic) -> &'static str {
    match cosmetic {
        Cosmetic::Case => "case",
        Cosmetic::Punctuation => "punctuation",
        Cosmetic::Quotes => "quotes",
        Cosmetic::Whitespace => "whitespace",
        Cosmetic::Spelling => "spelling",
    }
}
