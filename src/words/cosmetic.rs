//! Which substitutions change no wording.

use super::{Cosmetic, spelling};
use crate::keys::{compose, fold, fold_mark, is_invisible};
use crate::version::{is_unspaced, is_white_space};

/// From this length on, in bytes, only texts with the same letters are looked at any closer.
const LONG: usize = 1024;

/// What a substitution changes if it changes no wording: the first of white space, quotation marks, case, punctuation
/// and spelling that, together with those before it, explains the difference.
pub(super) fn classify(before: &str, after: &str) -> Option<Cosmetic> {
    let letters = |text| {
        let mut letters = fold(text);
        letters.retain(char::is_alphanumeric);
        letters
    };
    if before.len().max(after.len()) > LONG && letters(before) != letters(after) {
        return None;
    }
    let (before_words, after_words) = (words(before), words(after));
    if before_words != after_words {
        return spelling::same(&before_words, &after_words).then_some(Cosmetic::Spelling);
    }
    let (before, after) = (visible(before), visible(after));
    if before == after {
        return Some(Cosmetic::Whitespace);
    }
    let quoted = |text| str::chars(text).map(one_quote);
    if quoted(&before).eq(quoted(&after)) {
        return Some(Cosmetic::Quotes);
    }
    let caseless = |text| quoted(text).flat_map(char::to_lowercase);
    if caseless(&before).eq(caseless(&after)) {
        return Some(Cosmetic::Case);
    }
    Some(Cosmetic::Punctuation)
}

/// What can be seen of a text: all but white space, characters without width, and how accents are encoded.
fn visible(text: &str) -> String {
    compose(
        text.chars()
            .filter(|&c| !is_white_space(c) && !is_invisible(c)),
    )
}

fn one_quote(c: char) -> char {
    match fold_mark(c) {
        '\'' => '"',
        other => other,
    }
}

/// The words of a text, case and style of marks folded: punctuation left out, but for what makes another word or number
/// (`it's`, `well-known`, `1.5`, `-3`); symbols such as `%` stay. A character of a script without spaces is a word.
fn words(text: &str) -> Vec<String> {
    let mut words = Vec::new();
    let mut word = String::new();
    let text = compose(text.chars().filter(|&c| !is_invisible(c)));
    let mut chars = text.chars().peekable();
    let mut last = ' ';
    // How many letters and digits stand before a character without a break.
    let mut run = 0;
    while let Some(c) = chars.next() {
        let next = chars.peek().copied().unwrap_or(' ');
        let between = |is: fn(char) -> bool| is(last) && is(next);
        let part = match fold_mark(c) {
            _ if is_white_space(c) || c == '—' || c == '―' => Part::End,
            mark @ ('\'' | '-') if between(char::is_alphanumeric) => Part::Letter(mark),
            '-' if next.is_numeric() && !last.is_alphanumeric() => Part::Letter('-'),
            '\'' | '"' => Part::Nothing,
            '.' | ',' | ':' if between(char::is_numeric) => Part::Letter(c),
            // An abbreviation such as U.S.
            '.' if between(char::is_alphabetic) && run == 1 => Part::Nothing,
            mark if is_punctuation(mark) => Part::End,
            _ if is_unspaced(c) => Part::Word(c),
            _ => Part::Letter(c),
        };
        if !matches!(part, Part::Letter(_) | Part::Nothing) && !word.is_empty() {
            words.push(fold(&word));
            word.clear();
        }
        match part {
            Part::Letter(c) => word.push(c),
            Part::Word(c) => words.push(c.to_string()),
            Part::Nothing | Part::End => {}
        }
        run = if c.is_alphanumeric() { run + 1 } else { 0 };
        last = c;
    }
    if !word.is_empty() {
        words.push(fold(&word));
    }
    words
}

/// What a character is to the words around it.
enum Part {
    Letter(char),
    Word(char),
    Nothing,
    End,
}

/// Marks that belong to no word; symbols such as `$`, `%`, `+` and `&` are as good as words.
fn is_punctuation(c: char) -> bool {
    matches!(c,
        '!' | '"' | '\'' | '(' | ')' | ',' | '-' | '.' | '/' | ':' | ';' | '?' | '[' | ']' | '_' | '{' | '}'
        | '¡' | '¿' | '·' | '\u{2010}'..='\u{2027}' | '\u{2030}'..='\u{205e}'
        | '\u{3001}'..='\u{3003}' | '\u{3008}'..='\u{3011}' | '\u{3014}'..='\u{301f}' | '・'
        | '！' | '（' | '）' | '，' | '－' | '．' | '：' | '；' | '？')
}

#[cfg(test)]
mod tests {
    use super::classify;
    use crate::words::Cosmetic::{self, Case, Punctuation, Quotes, Spelling, Whitespace};

    fn all(expected: Option<Cosmetic>, pairs: &[(&str, &str)]) {
        for (before, after) in pairs {
            assert_eq!(classify(before, after), expected, "{before:?} {after:?}");
            assert_eq!(classify(after, before), expected, "{after:?} {before:?}");
        }
    }

    #[test]
    fn each_kind_of_typography_is_named() {
        all(
            Some(Whitespace),
            &[
                ("你好", "你 好"),
                ("soft\u{ad}ly", "softly"),
                ("so .", "so."),
            ],
        );
        all(
            Some(Quotes),
            &[("“so”", "\"so\""), ("it’s", "it's"), ("‘so’", "“so”")],
        );
        all(Some(Case), &[("The", "the"), ("“So”", "\"so\"")]);
        all(
            Some(Punctuation),
            &[
                ("road.", "road,"),
                ("so", "“so”"),
                ("so—and", "so, And"),
                ("U.S.", "US"),
                ("one (two)", "one two"),
            ],
        );
    }

    #[test]
    fn typography_is_named_of_long_texts_too() {
        for (expected, before, after) in [
            (Case, "İ. ", "i\u{307}. "),
            (Whitespace, "cafe\u{301} ", "café "),
            (Punctuation, "ＡＢＣ ", "abc, "),
        ] {
            let [before, after] = [before, after].map(|piece| piece.repeat(1024));
            all(Some(expected), &[(&before, &after)]);
        }
    }

    #[test]
    fn each_rule_of_spelling_has_its_pair() {
        all(
            Some(Spelling),
            &[
                ("colour", "color"),
                ("Neighbouring", "neighboring"),
                ("realised", "realized"),
                ("organisation", "organization"),
                ("analyse", "analyze"),
                ("theatre.", "theater,"),
                ("metres", "meters"),
                ("travelled", "traveled"),
                ("fulfil", "fulfill"),
                ("skilful", "skillful"),
                ("encyclopaedia", "encyclopedia"),
                ("manoeuvres", "maneuvers"),
                ("oestrogen", "estrogen"),
                ("dialogue", "dialog"),
                ("defence", "defense"),
                ("practise", "practice"),
                ("programme", "program"),
                ("judgement", "judgment"),
                ("grey", "gray"),
                ("muß", "muss"),
                ("e-mail", "email"),
                ("well-known", "well known"),
                ("cannot", "can not"),
                ("naïve café", "naive cafe"),
            ],
        );
    }

    #[test]
    fn other_words_and_numbers_are_no_typography() {
        all(
            None,
            &[
                ("its", "it's"),
                ("were", "we're"),
                ("1.5", "15"),
                ("-3", "3"),
                ("1-2", "12"),
                ("5 %", "5"),
                ("$5", "€5"),
                ("nowhere", "now here"),
                ("four", "for"),
                ("filling", "filing"),
                ("poet", "pet"),
                ("mourning", "morning"),
                ("fourth", "forth"),
                ("acre", "acer"),
                ("maybe", "may be"),
                ("prise", "prize"),
                ("schon", "schön"),
            ],
        );
    }
}
