//! The characters that end, open and close what people write, and what the ends of a passage tell.
//!
//! The classes follow UAX #29 (`STerm`, `ATerm`, `Close`) and add what plain text files use: asterisks and
//! underscores for emphasis, two apostrophes for quotation marks.

/// Whether `c` can end a sentence.
pub(super) fn is_terminator(c: char) -> bool {
    matches!(
        c,
        '.' | '!' | '?' | '…' | '‽' | '⁇' | '⁈' | '⁉' | '؟' | '۔' | '।' | '॥' | '։' | '።'
    ) || needs_no_space(c)
}

/// Whether `c` ends a sentence though no white space follows: the full stops of scripts that write without spaces.
pub(super) fn needs_no_space(c: char) -> bool {
    matches!(c, '。' | '！' | '？' | '｡' | '．' | '။' | '។')
}

/// Whether `c` can stand after a terminator and still belong to its sentence.
pub(super) fn is_closer(c: char) -> bool {
    matches!(
        c,
        '"' | '\''
            | '’'
            | '‘'
            | '”'
            | '“'
            | '»'
            | '«'
            | '›'
            | '‹'
            | ')'
            | ']'
            | '}'
            | '*'
            | '_'
            | '`'
            | '」'
            | '』'
            | '）'
            | '】'
            | '》'
            | '〉'
            | '］'
            | '〕'
            | '＂'
            | '״'
            | '׳'
    ) || is_invisible(c)
}

/// Whether `c` can stand before the first word of a sentence and belong to it.
pub(super) fn is_opener(c: char) -> bool {
    matches!(
        c,
        '"' | '\''
            | '‘'
            | '’'
            | '‚'
            | '‛'
            | '“'
            | '”'
            | '„'
            | '‟'
            | '«'
            | '»'
            | '‹'
            | '›'
            | '('
            | '['
            | '{'
            | '*'
            | '_'
            | '`'
            | '¿'
            | '¡'
            | '•'
            | '「'
            | '『'
            | '（'
            | '【'
            | '《'
            | '〈'
            | '［'
            | '〔'
            | '״'
            | '׳'
    ) || is_dash(c)
        || is_invisible(c)
}

/// Whether `c` has no width: byte order marks, zero-width spaces and joiners, marks of direction.
pub(super) fn is_invisible(c: char) -> bool {
    matches!(c, '\u{feff}' | '\u{200b}'..='\u{200f}' | '\u{2060}' | '\u{202a}'..='\u{202e}' | '\u{2066}'..='\u{2069}')
}

/// Whether `c` is a dash or hyphen.
pub(super) fn is_dash(c: char) -> bool {
    matches!(c, '-' | '\u{2010}'..='\u{2015}' | '\u{2212}')
}

/// How the first word of a passage begins.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Start {
    /// With a small letter.
    Lower,
    /// With a capital, or a small letter before one (iPhone).
    Upper,
    /// With a digit.
    Digit,
    /// With a letter that has no case, a symbol, or there is none.
    Other,
}

/// How many marks may stand before the first word; more are no opening, and looking on would cost time without bound.
const MOST_OPENERS: usize = 8;

/// `text` from its first word on: without the openers, dashes and spaces before it.
pub(super) fn first_word(text: &str) -> &str {
    let mut marks = 0;
    text.trim_start_matches(|c: char| {
        marks += 1;
        marks <= MOST_OPENERS && (is_opener(c) || super::is_white_space(c))
    })
}

/// How the first word of `text` begins.
pub(super) fn start_of(text: &str) -> Start {
    let mut letters = first_word(text).chars();
    match letters.next() {
        Some(c) if c.is_lowercase() => match letters.next() {
            Some(second) if second.is_uppercase() => Start::Upper,
            _ => Start::Lower,
        },
        Some(c) if c.is_uppercase() => Start::Upper,
        Some(c) if c.is_numeric() => Start::Digit,
        _ => Start::Other,
    }
}

/// What stands at the end of a passage.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Ending {
    /// A terminator, closing marks after it or not.
    Terminator,
    /// A comma, semicolon, colon or dash.
    Pause,
    /// A word.
    Bare,
}

/// What stands at the end of `text`.
pub(super) fn ending_of(text: &str) -> Ending {
    let unclosed = text.trim_end_matches(|c| is_closer(c) || super::is_white_space(c));
    match unclosed.chars().next_back() {
        Some(c) if is_terminator(c) => Ending::Terminator,
        Some(',' | ';' | ':' | '，' | '、' | '；' | '：' | '،' | '؛') => Ending::Pause,
        Some(c) if is_dash(c) => Ending::Pause,
        _ => Ending::Bare,
    }
}

/// Whether `text` begins as the item of a list does: `- item`, `1. item`, `b) item`.
pub(super) fn is_item(text: &str) -> bool {
    let Some((marker, rest)) = text.split_once(super::is_white_space) else {
        return false;
    };
    // In wrapped dialogue a line may begin with the speaker: `— сказал он.`
    if marker == "—" && start_of(rest) == Start::Lower {
        return false;
    }
    if matches!(marker, "-" | "*" | "+" | "•" | "◦" | "▪" | "–" | "—" | "·") {
        return true;
    }
    let inner = marker.trim_start_matches('(');
    let label = inner.trim_end_matches(['.', ')']);
    let short = !label.is_empty() && label.len() <= 3;
    let numbered = label.bytes().all(|b| b.is_ascii_digit());
    let lettered =
        marker.ends_with(')') && label.len() == 1 && label.bytes().all(|b| b.is_ascii_alphabetic());
    short && label.len() < inner.len() && (numbered || lettered)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn starts() {
        for (text, start) in [
            ("“‘Yes", Start::Upper),
            ("— and", Start::Lower),
            ("iPhones", Start::Upper),
            ("\u{feff}The", Start::Upper),
            ("(3)", Start::Digit),
            ("你好", Start::Other),
            ("\"\"\"\"\"\"\"\"\"\"\"\"a", Start::Other),
            ("", Start::Other),
        ] {
            assert_eq!(start_of(text), start, "{text}");
        }
    }

    #[test]
    fn endings() {
        for (text, ending) in [
            ("Stop!”", Ending::Terminator),
            ("He left (at last).", Ending::Terminator),
            ("‘Risks’", Ending::Bare),
            ("he said,", Ending::Pause),
            ("then —", Ending::Pause),
            ("你好。」", Ending::Terminator),
            ("متى؟\u{200f}", Ending::Terminator),
            ("״באיחור.״", Ending::Terminator),
            ("", Ending::Bare),
        ] {
            assert_eq!(ending_of(text), ending, "{text}");
        }
    }

    #[test]
    fn items() {
        for text in [
            "- milk", "• milk", "1. milk", "12) milk", "(3) milk", "b) milk", "(b) milk",
        ] {
            assert!(is_item(text), "{text}");
        }
        for text in [
            "-milk",
            "1914. milk",
            "I. milk",
            "milk",
            "1 milk",
            "— сказал он",
            "a milk",
            "1.",
            "It) x",
        ] {
            assert!(!is_item(text), "{text}");
        }
    }
}
