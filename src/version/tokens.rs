//! Where words begin and end.

use super::{Span, Token, is_white_space};
use unicode_segmentation::UnicodeSegmentation;

/// Appends the tokens of one sentence, in bytes of `text`, ascending.
///
/// A token is a run without white space, punctuation attached; a run that holds characters of a
/// script without spaces between words is cut into the words of UAX #29.
pub(super) fn split(text: &str, sentence: Span, tokens: &mut Vec<Token>) {
    let mut start = sentence.start;
    for run in sentence.of(text).split(is_white_space) {
        if run.is_empty() {
        } else if run.chars().any(is_unspaced) {
            tokens.extend(
                run.split_word_bound_indices()
                    .map(|(at, word)| token(start + at, word)),
            );
        } else {
            tokens.push(token(start, run));
        }
        // Every white space character ends a run, so the next one begins after it.
        start += run.len();
        start += text[start..].chars().next().map_or(0, char::len_utf8);
    }
}

fn token(start: usize, word: &str) -> Token {
    let span = Span::new(start, start + word.len());
    let from = word.find(char::is_alphanumeric);
    let to = word.char_indices().rev().find(|(_, c)| c.is_alphanumeric());
    let core = match (from, to) {
        (Some(from), Some((at, last))) => Span::new(start + from, start + at + last.len_utf8()),
        _ => span,
    };
    Token { span, core }
}

/// Scripts whose words stand without spaces between them: Chinese, Japanese, Thai, Lao, Khmer, Burmese.
fn is_unspaced(c: char) -> bool {
    matches!(c,
        '\u{0e00}'..='\u{0eff}' | '\u{1000}'..='\u{109f}' | '\u{1780}'..='\u{17ff}'
        | '\u{3040}'..='\u{30ff}' | '\u{3400}'..='\u{4dbf}' | '\u{4e00}'..='\u{9fff}'
        | '\u{f900}'..='\u{faff}' | '\u{20000}'..='\u{3ffff}')
}
