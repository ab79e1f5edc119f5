//! What a comparison can be asked: each option has a default.

use crate::error::Error;
use crate::version::{Language, ParagraphBreaks};
use serde::Serialize;

/// The options of a comparison.
///
/// ```
/// use storydiff::version::{Language, ParagraphBreaks};
/// use storydiff::{Correction, Options, compare};
///
/// let options = Options {
///     paragraphs: ParagraphBreaks::Lines,
///     language: Some(Language::English),
///     corrections: vec![Correction { before: 0, after: 1, paired: true }],
/// };
/// let report = compare("It snowed.", "A lamp.\nRain fell.", &options)?;
/// assert_eq!(report.after.paragraphs.len(), 2);
/// assert!(report.beads.iter().any(|bead| (bead.before.start, bead.after.start) == (0, 1)));
///
/// // As they are spelled outside Rust.
/// let mut options = Options::default();
/// options.set("paragraphs", "lines")?;
/// assert!(options.set("paragraphs", "pages").is_err());
/// assert!(Options::knows("language") && !Options::knows("pages"));
/// # Ok::<(), storydiff::Error>(())
/// ```
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Options {
    /// How the ends of paragraphs are marked; told from each text where not given.
    pub paragraphs: ParagraphBreaks,
    /// The language of both texts; told from each text where `None`.
    pub language: Option<Language>,
    /// What a reader corrected by hand, in this order: a later one outranks an earlier one that it contradicts.
    pub corrections: Vec<Correction>,
}

/// What a reader says of two paragraphs: whether they are counterparts.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize)]
pub struct Correction {
    /// Index into the earlier version's paragraphs.
    pub before: usize,
    /// Index into the later version's paragraphs.
    pub after: usize,
    /// Whether they are counterparts and stand in one bead; else they never do, nor are their sentences linked.
    pub paired: bool,
}

impl Correction {
    /// The two paragraphs, that of the earlier version first.
    pub(crate) fn sides(&self) -> [usize; 2] {
        [self.before, self.after]
    }
}

impl Options {
    /// Whether there is an option `name`, as [`set`](Self::set) spells it.
    pub fn knows(name: &str) -> bool {
        matches!(name, "paragraphs" | "language" | "corrections")
    }

    /// Sets the option `name` to `value`, as they are spelled outside Rust.
    ///
    /// # Errors
    /// [`Error`] names the option where there is none of that name, or none of its values is `value`.
    pub fn set(&mut self, name: &str, value: &str) -> Result<(), Error> {
        match name {
            "paragraphs" => {
                self.paragraphs = match value {
                    "auto" => ParagraphBreaks::Auto,
                    "blank-lines" => ParagraphBreaks::BlankLines,
                    "lines" => ParagraphBreaks::Lines,
                    _ => {
                        return Err(Error::value(
                            name,
                            value,
                            "\"auto\", \"blank-lines\" or \"lines\"",
                        ));
                    }
                }
            }
            "language" => {
                self.language = match value {
                    "auto" => None,
                    tag => Some(Language::from_tag(tag).ok_or_else(|| {
                        Error::value(
                            name,
                            value,
                            "\"auto\" or the BCP 47 tag of a language that is known here",
                        )
                    })?),
                }
            }
            "corrections" => return Err(Error::value(name, value, "a list of corrections")),
            _ => {
                return Err(Error::UnknownOption {
                    name: name.to_owned(),
                });
            }
        }
        Ok(())
    }

    /// Checks that both versions, of so many paragraphs, have those that the corrections name.
    pub(crate) fn check(&self, before: usize, after: usize) -> Result<(), Error> {
        for (correction, given) in self.corrections.iter().enumerate() {
            let (side, paragraph) = if given.before >= before {
                ("before", given.before)
            } else if given.after >= after {
                ("after", given.after)
            } else {
                continue;
            };
            return Err(Error::NoParagraph {
                correction,
                side,
                paragraph,
            });
        }
        Ok(())
    }
}
