//! Where words begin and end.

use super::{Span, Token, is_white_space};
use unicode_segmentation::UnicodeSegmentation;

/// Appends the tokens of one sentence, in bytes of `text`, ascending.
///
/// A token is a run without white space, punctuation attached. A dash or an ellipsis that joins two words without a
/// space (`the lamp—the only one—burned`) ends the token before it goes on; a run that holds characters of a script
/// without spaces between words is cut into the words of UAX #29.
pub(super) fn split(text: &str, sentence: Span, tokens: &mut Vec<Token>) {
    let mut start = sentence.start;
    for run in sentence.of(text).split(is_white_space) {
        if run.is_empty() {
        } else if run.is_ascii() && joints(run).next().is_none() {
            tokens.push(token(start, run));
        } else if run.chars().any(is_unspaced) {
            tokens.extend(
                run.split_word_bound_indices()
                    .map(|(at, word)| token(start + at, word)),
            );
        } else {
            tokens.extend(pieces(run).map(|(at, word)| token(start + at, word)));
        }
        // Every white space character ends a run, so the next one begins after it.
        start += run.len();
        start += text[start..].chars().next().map_or(0, char::len_utf8);
    }
}

/// The parts of `run` that dashes and ellipses join, each with the byte where it begins.
fn pieces(run: &str) -> impl Iterator<Item = (usize, &str)> {
    // What has no word, before the first or after the last, belongs to its neighbour.
    let last_word = run.rfind(char::is_alphanumeric).unwrap_or(0);
    let mut joints = joints(run).filter(move |joint| *joint <= last_word);
    let mut start = 0;
    std::iter::from_fn(move || {
        if start == run.len() {
            return None;
        }
        let from = start;
        let word = run[from..]
            .find(char::is_alphanumeric)
            .map_or(run.len(), |at| from + at);
        start = joints.find(|joint| *joint > word).unwrap_or(run.len());
        Some((from, &run[from..start]))
    })
}

/// The bytes after each dash and ellipsis in `run`.
fn joints(run: &str) -> impl Iterator<Item = usize> {
    let mut marks = ('\0', 0_usize);
    let mut chars = run.char_indices().peekable();
    std::iter::from_fn(move || {
        loop {
            let (at, c) = chars.next()?;
            marks = (c, if c == marks.0 { marks.1 + 1 } else { 1 });
            let joins = match c {
                '—' | '―' | '⸺' | '⸻' | '…' => true,
                '-' => marks.1 >= 2,
                '.' => marks.1 >= 3,
                _ => false,
            };
            if joins && chars.peek().is_none_or(|(_, next)| *next != c) {
                return Some(at + c.len_utf8());
            }
        }
    })
}

fn token(start: usize, word: &str) -> Token {
    let span = Span::new(start, start + word.len());
    let from = word.find(char::is_alphanumeric);
    let to = word.rfind(char::is_alphanumeric);
    let core = match (from, to) {
        (Some(from), Some(to)) => Span::new(start + from, start + character_end(word, to)),
        _ => span,
    };
    Token { span, core }
}

/// Past the letter at `at` and the accents and other marks combined with it.
fn character_end(word: &str, at: usize) -> usize {
    let mut rest = word[at..].chars();
    rest.next();
    let rest = rest.as_str().trim_start_matches(is_combining);
    word.len() - rest.len()
}

/// Marks that stand on or under the letter before them and are no letters themselves: accents, points, variation selectors.
fn is_combining(c: char) -> bool {
    matches!(c,
        '\u{300}'..='\u{36f}' | '\u{483}'..='\u{489}' | '\u{591}'..='\u{5c7}' | '\u{610}'..='\u{61a}'
        | '\u{64b}'..='\u{65f}' | '\u{6d6}'..='\u{6ed}' | '\u{93c}' | '\u{94d}' | '\u{1ab0}'..='\u{1aff}'
        | '\u{1dc0}'..='\u{1dff}' | '\u{200d}' | '\u{20d0}'..='\u{20ff}' | '\u{fe00}'..='\u{fe0f}' | '\u{fe20}'..='\u{fe2f}')
}

/// Scripts whose words stand without spaces between them: Chinese, Japanese, Thai, Lao, Khmer, Burmese.
pub(crate) fn is_unspaced(c: char) -> bool {
    matches!(c,
        '\u{0e00}'..='\u{0eff}' | '\u{1000}'..='\u{109f}' | '\u{1780}'..='\u{17ff}'
        | '\u{3040}'..='\u{30ff}' | '\u{3400}'..='\u{4dbf}' | '\u{4e00}'..='\u{9fff}'
        | '\u{f900}'..='\u{faff}' | '\u{ff66}'..='\u{ff9f}' | '\u{20000}'..='\u{3ffff}')
}

#[cfg(test)]
mod tests {
    use super::*;

    /// The tokens of `text` with `|` between them and `<>` around each core that is not the whole token.
    fn marked(text: &str) -> String {
        let mut tokens = Vec::new();
        split(text, Span::new(0, text.len()), &mut tokens);
        let mark = |token: &Token| {
            let (before, core) = (Span::new(token.span.start, token.core.start), token.core);
            let after = Span::new(core.end, token.span.end);
            if core == token.span {
                core.of(text).to_owned()
            } else {
                format!("{}<{}>{}", before.of(text), core.of(text), after.of(text))
            }
        };
        tokens.iter().map(mark).collect::<Vec<_>>().join("|")
    }

    #[test]
    fn runs_and_their_cores() {
        for (text, expected) in [
            ("one two", "one|two"),
            ("“Stop!” he cried.", "“<Stop>!”|he|<cried>."),
            (
                "don’t well-known U.S. 3.5 $5",
                "don’t|well-known|<U.S>.|3.5|$<5>",
            ),
            ("one\u{a0}two\u{3000}three\r\nfour", "one|two|three|four"),
            (
                "\u{feff}one two\u{200b}three",
                "\u{feff}<one>|two\u{200b}three",
            ),
            (
                "cafe\u{301}, e\u{301}te\u{301}",
                "<cafe\u{301}>,|e\u{301}te\u{301}",
            ),
            ("हिन्दी।", "<हिन्दी>।"),
            ("👍🏽 — \"", "👍🏽|—|\""),
            ("", ""),
        ] {
            assert_eq!(marked(text), expected);
        }
    }

    #[test]
    fn dashes_and_ellipses_join_tokens() {
        for (text, expected) in [
            (
                "the lamp—the only one—burned",
                "the|<lamp>—|the|only|<one>—|burned",
            ),
            (
                "lamp--the well…then wait...what",
                "<lamp>--|the|<well>…|then|<wait>...|what",
            ),
            (
                "—Poor us—“we” 17—. “What—”",
                "—<Poor>|<us>—|“<we>”|<17>—.|“<What>—”",
            ),
            ("1914–18 a-b x.y", "1914–18|a-b|x.y"),
            ("—— ...", "——|..."),
        ] {
            assert_eq!(marked(text), expected);
        }
    }

    #[test]
    fn scripts_without_spaces() {
        assert_eq!(marked("你好，世界。ok"), "你|好|，|世|界|。|ok");
        assert_eq!(marked("カタカナです"), "カタカナ|で|す");
    }
}
