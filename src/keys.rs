//! Comparison keys: tokens become integers before any search.
//!
//! A key folds case, quotation marks and dashes; it never edits the text.

use crate::version::{Token, Version};
use std::collections::HashMap;

/// The comparison keys of the two versions, a row a token, alike for both sides.
#[derive(Clone, Debug, Default)]
pub struct Keys {
    /// Of the earlier version, parallel to [`Version::tokens`].
    pub before: Vec<Key>,
    /// Of the later version, parallel to [`Version::tokens`].
    pub after: Vec<Key>,
    /// How many different cores there are: cores are `0..cores`.
    pub cores: usize,
}

/// What a token is compared by. Two tokens are equal where their `exact` are; they are the same word where their `core`s are.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub struct Key {
    /// The token, character for character.
    pub exact: u32,
    /// The token's core: case, quotation marks and dashes folded.
    pub core: u32,
}

impl Keys {
    /// Interns the tokens of both versions.
    pub fn new<'t>(before: &Version<'t>, after: &Version<'t>) -> Self {
        let mut exact: HashMap<&'t str, u32> = HashMap::new();
        let mut cores: HashMap<String, u32> = HashMap::new();
        let mut intern = |version: &Version<'t>| -> Vec<Key> {
            version
                .tokens
                .iter()
                .map(|token| key(version, *token, &mut exact, &mut cores))
                .collect()
        };
        let (before, after) = (intern(before), intern(after));
        Self {
            before,
            after,
            cores: cores.len(),
        }
    }
}

fn key<'t>(
    version: &Version<'t>,
    token: Token,
    exact: &mut HashMap<&'t str, u32>,
    cores: &mut HashMap<String, u32>,
) -> Key {
    let next = count(exact.len());
    let exact = *exact.entry(version.text_of(token.span)).or_insert(next);
    let next = count(cores.len());
    let core = *cores
        .entry(fold(version.text_of(token.core)))
        .or_insert(next);
    Key { exact, core }
}

/// A table's length as the next key. Texts over 4 Gi tokens do not fit a process that could hold them twice.
fn count(len: usize) -> u32 {
    u32::try_from(len).unwrap_or(u32::MAX)
}

/// Folds case, quotation marks and dashes.
pub(crate) fn fold(text: &str) -> String {
    text.chars()
        .flat_map(char::to_lowercase)
        .map(fold_mark)
        .collect()
}

/// Folds the styles of a quotation mark or a dash into one.
pub(crate) fn fold_mark(c: char) -> char {
    match c {
        '\u{2018}' | '\u{2019}' | '\u{201a}' | '\u{201b}' | '\u{2032}' | '\u{02bc}'
        | '\u{2039}' | '\u{203a}' | '`' => '\'',
        '\u{201c}' | '\u{201d}' | '\u{201e}' | '\u{201f}' | '\u{2033}' | '«' | '»' => '"',
        '\u{2010}'..='\u{2015}' | '\u{2212}' => '-',
        other => other,
    }
}
