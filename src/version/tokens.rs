//! Where words begin and end.

use super::{Span, Token, is_white_space, sentences};

/// Appends the tokens of one sentence, in bytes of `text`, ascending.
///
/// A token is a run without white space, punctuation attached. A dash or an ellipsis that joins two words without a
/// space (`the lamp—the only one—burned`) ends the token before it goes on, and so does the end of a sentence
/// (`to rest.The next`), even where the sentence goes on, as in verse: the same text has the same words, however it is cut
/// into sentences. A part that holds characters of a script without spaces between words is cut into the words of UAX #29.
pub(super) fn split(text: &str, sentence: Span, tokens: &mut Vec<Token>) {
    let mut start = sentence.start;
    while start < sentence.end {
        let run = &text[start..run_end(text, Span::new(start, sentence.end))];
        if run.is_empty() {
        } else if run.bytes().all(|byte| byte.is_ascii_alphanumeric()) {
            // Most of a text is plain words, of which nothing has to be asked.
            tokens.push(token(start, run));
        } else {
            let mut at = 0;
            for end in sentences::joints(run) {
                let (from, part) = (start + at, &run[at..end]);
                at = end;
                if part.chars().any(is_unspaced) {
                    tokens.extend(words(part).map(|(at, word)| token(from + at, word)));
                } else {
                    tokens.extend(pieces(part).map(|(at, word)| token(from + at, word)));
                }
            }
        }
        // A character of white space ends a run, so the next one begins after it.
        start += run.len();
        start += text[start..].chars().next().map_or(0, char::len_utf8);
    }
}

/// Where the run that `span` begins with comes to white space, or else `span.end`; bytes of `text`.
fn run_end(text: &str, span: Span) -> usize {
    let bytes = text.as_bytes();
    let mut at = span.start;
    while at < span.end {
        // Most of a text is plain letters, of which nothing has to be asked.
        if bytes[at].is_ascii_graphic() {
            at += 1;
            continue;
        }
        match text[at..].chars().next() {
            Some(c) if !is_white_space(c) => at += c.len_utf8(),
            _ => break,
        }
    }
    at
}

/// The words of a run in scripts without spaces, each with the byte where it begins, after UAX #29: letters and digits
/// of other scripts stay together, a full stop or an apostrophe between two of them too, and so does a row of Katakana;
/// any other character is a word of its own. What is combined with a character stays with it.
fn words(run: &str) -> impl Iterator<Item = (usize, &str)> {
    let mut start = 0;
    std::iter::from_fn(move || {
        let rest = &run[start..];
        let mut chars = rest.char_indices();
        let mut last = chars.next()?.1;
        let end = chars.find_map(|(at, c)| {
            let after = &rest[at + c.len_utf8()..];
            let next = after.trim_start_matches(is_attached).chars().next();
            let goes_on = is_attached(c)
                || is_one_word(last, c)
                || next.is_some_and(|next| joins(last, c, next));
            if goes_on && is_attached(c) {
                return None;
            }
            // Past a mark inside a word the word goes on.
            last = if is_one_word(last, c) || !goes_on {
                c
            } else {
                last
            };
            (!goes_on).then_some(at)
        });
        let word = (start, &rest[..end.unwrap_or(rest.len())]);
        start += word.1.len();
        Some(word)
    })
}

/// Whether two characters that touch stand in one word.
fn is_one_word(one: char, other: char) -> bool {
    let joint = |c| matches!(c, '_' | '\u{203f}' | '\u{ff3f}');
    let (letters, kana) = ([one, other].map(is_letter), [one, other].map(is_katakana));
    letters == [true; 2]
        || kana == [true; 2]
        || joint(one) && (joint(other) || letters[1] || kana[1])
        || joint(other) && (letters[0] || kana[0])
}

/// Whether a mark between two characters joins them: the full stop of 3.5, the apostrophe of it's.
fn joins(before: char, mark: char, after: char) -> bool {
    let [one, other] = [before, after].map(is_letter);
    one && other
        && match mark {
            '.' | '\'' | '’' | '‘' | '\u{ff0e}' => before.is_numeric() == after.is_numeric(),
            ':' | '·' | '\u{ff1a}' => !before.is_numeric() && !after.is_numeric(),
            ',' | ';' | '\u{ff0c}' | '\u{ff1b}' => before.is_numeric() && after.is_numeric(),
            _ => false,
        }
}

/// A letter or digit of a script that parts words by spaces.
fn is_letter(c: char) -> bool {
    c.is_alphanumeric() && !is_unspaced(c)
}

fn is_katakana(c: char) -> bool {
    matches!(c, '\u{3031}'..='\u{3035}' | '\u{309b}' | '\u{309c}' | '\u{30a0}'..='\u{30fa}' | '\u{30fc}'..='\u{30ff}'
        | '\u{31f0}'..='\u{31ff}' | '\u{ff66}'..='\u{ff9d}')
}

/// Whether `c` belongs to the character before it, whatever that is.
fn is_attached(c: char) -> bool {
    is_combining(c)
        || matches!(c,
            '\u{e31}' | '\u{e34}'..='\u{e3a}' | '\u{e47}'..='\u{e4e}' | '\u{eb1}' | '\u{eb4}'..='\u{ebc}' | '\u{ec8}'..='\u{ece}'
            | '\u{102b}'..='\u{103e}' | '\u{1056}'..='\u{1059}' | '\u{105e}'..='\u{1060}' | '\u{1062}'..='\u{1064}'
            | '\u{1067}'..='\u{106d}' | '\u{1071}'..='\u{1074}' | '\u{1082}'..='\u{108d}' | '\u{108f}' | '\u{109a}'..='\u{109d}'
            | '\u{17b4}'..='\u{17d3}' | '\u{17dd}' | '\u{ff9e}' | '\u{ff9f}')
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
        | '\u{1dc0}'..='\u{1dff}' | '\u{200d}' | '\u{20d0}'..='\u{20ff}' | '\u{3099}' | '\u{309a}' | '\u{fe00}'..='\u{fe0f}' | '\u{fe20}'..='\u{fe2f}')
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
            ("to rest.The next!”Then", "to|<rest>.|The|<next>!”|Then"),
            ("10-15！日", "<10-15>！|日"),
            ("—— ...", "——|..."),
        ] {
            assert_eq!(marked(text), expected);
        }
    }

    #[test]
    #[cfg(not(target_arch = "wasm32"))]
    fn words_are_those_of_the_standard() {
        use proptest::prelude::*;
        use unicode_segmentation::UnicodeSegmentation;
        let alphabet = "雪がカタカーナｶﾅ世界。，、」「สวัสดีค่ะກ່ົខ្មែរမြန်မာabcé123.,:;'’-—_!?()“”e\u{301}が\u{3099}한국３．５";
        let letters: Vec<char> = alphabet.chars().collect();
        let run = proptest::collection::vec(proptest::sample::select(letters), 1..24);
        let config = ProptestConfig {
            cases: 4096,
            failure_persistence: None,
            ..ProptestConfig::default()
        };
        proptest!(config, |(run in run)| {
            let run: String = run.into_iter().collect();
            let ours: Vec<_> = words(&run).map(|(_, word)| word).collect();
            prop_assert_eq!(ours, run.split_word_bounds().collect::<Vec<_>>());
        });
    }

    #[test]
    fn scripts_without_spaces() {
        assert_eq!(marked("你好，世界。ok"), "你|好|，|世|界|。|ok");
        assert_eq!(marked("カタカナです"), "カタカナ|で|す");
    }
}
