//! Word edits inside a bead.
//!
//! Linked sentences are diffed with each other, never the bead as one string (`segments`). The diff (`diff`)
//! finds runs of tokens that both sides have in common; `cleanup` lets go of those that chance alone kept;
//! `transpose` finds among the rest what moved; `layout` turns what is kept into edits that cover both texts.
//!
//! Time and memory are near-linear in the bead.

mod chain;
mod cleanup;
mod cosmetic;
mod diff;
mod kept;
mod layout;
mod segments;
mod slide;
mod spelling;
mod table;
mod transpose;

use crate::align::{Bead, Link};
use crate::keys::Keys;
use crate::runs::Run;
use crate::version::{Language, Span, Version};

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
    /// Kept words that stand elsewhere within the bead; its two texts are identical as those of an equal edit are.
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
    /// Bytes of the earlier text; of an insertion, the empty span where it belongs.
    pub before: Span,
    /// Bytes of the later text; of a deletion, the empty span where it belongs.
    pub after: Span,
}

/// The word edits of one bead.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct WordEdits {
    /// Ascending in the earlier text.
    pub edits: Vec<Edit>,
    /// Whether a bound on work cut the search for kept words short.
    pub approximate: bool,
}

/// The word edits of one bead, as the report promises them: their `before` spans ascend and cover the bead's
/// earlier text, their `after` spans, sorted, cover its later text, none overlap, and nothing but white space
/// between paragraphs stands outside them.
///
/// `links` are all links of the alignment, ascending by `(before, after)`.
pub fn edits(
    before: &Version,
    after: &Version,
    keys: &Keys,
    links: &[Link],
    bead: &Bead,
) -> WordEdits {
    let texts = Texts {
        before,
        after,
        keys,
    };
    let plan = segments::plan(texts, links, bead);
    let mut approximate = false;
    let mut runs = Vec::new();
    for segment in &plan.in_order {
        approximate |= cleanup::kept_runs(texts, *segment, &mut runs);
    }
    let mut moved = Vec::new();
    for segment in &plan.crossing {
        approximate |= cleanup::kept_runs(texts, *segment, &mut moved);
    }
    transpose::find(texts, plan.before, plan.after, &mut runs, &mut moved);
    let kept = runs
        .into_iter()
        .map(|run| (run, false))
        .chain(moved.into_iter().map(|run| (run, true)))
        .flat_map(|(run, moved)| kept::kept(texts, run, moved))
        .collect::<Vec<_>>();
    WordEdits {
        edits: layout::edits(texts, plan.before, plan.after, &kept),
        approximate,
    }
}

/// Both versions and their keys: what every pass reads.
#[derive(Clone, Copy)]
struct Texts<'a> {
    before: &'a Version<'a>,
    after: &'a Version<'a>,
    keys: &'a Keys,
}

impl Texts<'_> {
    /// Whether a token of the earlier version is, character for character, one of the later.
    fn is_identical(&self, before: usize, after: usize) -> bool {
        self.keys.before[before].exact == self.keys.after[after].exact
    }

    /// Whether two stretches of tokens are, character for character, the same.
    fn are_identical(&self, before: Span, after: Span) -> bool {
        before.len() == after.len()
            && before
                .range()
                .zip(after.range())
                .all(|(before, after)| self.is_identical(before, after))
    }

    /// Whether a token of the earlier version is a word that says little by itself, or no word.
    fn is_stop_word(&self, before: usize) -> bool {
        let core = self.before.text_of(self.before.tokens[before].core);
        let language = [self.before.language, self.after.language]
            .into_iter()
            .find(|&language| language != Language::Unknown);
        match language {
            _ if !core.starts_with(char::is_alphanumeric) => true,
            Some(language) => {
                let word = self.keys.before[before].core;
                language.is_stop_word(&self.keys.words[word as usize])
            }
            // A poor stand-in for a list (it lets 11 % lone stop words through, not 2 %), and far better than none.
            None => core.chars().take(4).count() <= 3 && !core.starts_with(char::is_numeric),
        }
    }
}
