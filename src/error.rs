//! What can go wrong: comparing two strings does not fail, so errors belong to the options, corrections among them, and to
//! the table of kin words.

use std::fmt;

/// Why a comparison was not made, or a table not read.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Error {
    /// There is no option of this name.
    UnknownOption {
        /// The name that was given.
        name: String,
    },
    /// The option does not take this value.
    OptionValue {
        /// The option's name.
        name: String,
        /// The value that was given.
        value: String,
        /// What it takes instead.
        expected: &'static str,
    },
    /// A correction names a paragraph that is not there.
    NoParagraph {
        /// Which of the corrections, from 0.
        correction: usize,
        /// The side of it: `"before"` or `"after"`.
        side: &'static str,
        /// The index that was given.
        paragraph: usize,
    },
    /// The table of kin words cannot be used; says why.
    Kinship(&'static str),
}

impl Error {
    pub(crate) fn value(name: &str, value: &str, expected: &'static str) -> Self {
        Self::OptionValue {
            name: name.to_owned(),
            value: value.to_owned(),
            expected,
        }
    }
}

impl fmt::Display for Error {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            Self::UnknownOption { name } => write!(f, "There is no option \"{name}\"."),
            Self::OptionValue {
                name,
                value,
                expected,
            } => {
                write!(
                    f,
                    "The option \"{name}\" takes {expected}, not \"{value}\"."
                )
            }
            Self::NoParagraph {
                correction,
                side,
                paragraph,
            } => write!(
                f,
                "corrections[{correction}].{side}: there is no paragraph {paragraph}."
            ),
            Self::Kinship(fault) => write!(f, "The table of kin words cannot be used: {fault}."),
        }
    }
}

impl std::error::Error for Error {}
