//! What a comparison can be asked: each option has a default.

use crate::error::Error;
use crate::version::{Language, ParagraphBreaks};

/// The options of a comparison.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct Options {
    /// How the ends of paragraphs are marked; told from each text where not given.
    pub paragraphs: ParagraphBreaks,
    /// The language of both texts; told from each text where `None`.
    pub language: Option<Language>,
}

impl Options {
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
            _ => {
                return Err(Error::UnknownOption {
                    name: name.to_owned(),
                });
            }
        }
        Ok(())
    }
}
