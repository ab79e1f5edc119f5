//! Numbers, amounts, percentages and ordinals, in figures and in words, and what they count.
//!
//! A number is an integer and a power of ten, so that "$1.5bn" and "1.5 billion dollars" are equal without rounding.
//! Linear in the text.

use super::dates;
use super::lexicon::{self, Word};
use crate::keys::{Key, fold};
use crate::version::{Language, Span, Token, Version, is_white_space};

/// What is counted.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Class {
    /// Things.
    Count,
    /// Of a hundred.
    Percent,
    /// Money, by its sign.
    Money(char),
    /// A place in a row.
    Ordinal,
    /// `year * 10_000 + month * 100 + day`, 0 where not told.
    Date,
    /// A day of the week.
    Day,
    /// Minutes after midnight.
    Time,
}

/// A number, a date or a time, as a text has it.
#[derive(Clone, Debug)]
pub(super) struct Quantity {
    /// Bytes of the text.
    pub(super) span: Span,
    /// Indices into the version's tokens.
    pub(super) tokens: Span,
    pub(super) class: Class,
    /// Its value is `digits * 10^exponent`; `digits` ends in no zero, wraps beyond `u64`, and is all of a date's value.
    pub(super) digits: u64,
    pub(super) exponent: i32,
    /// What is written at its end and says more: the "-18" of 1914-18.
    pub(super) rest: String,
    /// The word after it, without its ending; empty where there is none.
    pub(super) unit: String,
}

impl Quantity {
    /// A quantity of `class` that covers `tokens`.
    pub(super) fn new(reader: &Reader, tokens: Span, class: Class, digits: u64) -> Self {
        let row = &reader.version.tokens;
        Self {
            span: Span::new(row[tokens.start].core.start, row[tokens.end - 1].core.end),
            tokens,
            class,
            digits,
            exponent: 0,
            rest: String::new(),
            unit: String::new(),
        }
    }

    /// Equal for equal values of one class.
    pub(super) fn key(&self) -> String {
        let class = match self.class {
            Class::Count => 'n',
            Class::Percent => '%',
            Class::Money(sign) => sign,
            Class::Ordinal => 'o',
            Class::Date => 'd',
            Class::Day => 'w',
            Class::Time => 't',
        };
        format!("{class}{}e{}{}", self.digits, self.exponent, self.rest)
    }

    /// Whether it is so common that its value alone tells nothing of which it is.
    pub(super) fn is_common(&self) -> bool {
        matches!(self.class, Class::Count | Class::Ordinal) && self.digits < 100
    }

    /// How many digits stand before its decimal mark, about.
    pub(super) fn magnitude(&self) -> i32 {
        self.exponent + self.digits.checked_ilog10().map_or(0, |log| log as i32)
    }
}

/// Reads a version word by word.
pub(super) struct Reader<'a> {
    pub(super) version: &'a Version<'a>,
    pub(super) keys: &'a [Key],
    /// By the core of a token's key.
    pub(super) words: &'a [Word],
}

impl Reader<'_> {
    /// The quantities of the version, ascending.
    pub(super) fn quantities(&self) -> Vec<Quantity> {
        let mut found = Vec::new();
        for sentence in &self.version.sentences {
            let Span { start: mut at, end } = sentence.tokens;
            let start = at;
            while at < end {
                let row = Span::new(at, end);
                let quantity = match self.word(at) {
                    Word::Plain => None,
                    _ => dates::read(self, start, row).or_else(|| self.number(start, row)),
                };
                at = quantity
                    .as_ref()
                    .map_or(at + 1, |quantity| quantity.tokens.end);
                found.extend(quantity);
            }
        }
        found
    }

    /// What the token at `at` is to a number.
    pub(super) fn word(&self, at: usize) -> Word {
        self.words[self.keys[at].core as usize]
    }

    /// The core of the token at `at`.
    pub(super) fn core(&self, at: usize) -> &str {
        self.version.text_of(self.version.tokens[at].core)
    }

    /// Whether nothing but white space and `marks` stands between the cores of the tokens at `at` and before it.
    pub(super) fn follows(&self, at: usize, end: usize, marks: &[char]) -> bool {
        let row = &self.version.tokens;
        at < end && {
            let gap = Span::new(row[at - 1].core.end, row[at].core.start);
            gap.of(self.version.text)
                .chars()
                .all(|c| is_white_space(c) || marks.contains(&c))
        }
    }

    /// The number that begins at `row.start`.
    fn number(&self, start: usize, row: Span) -> Option<Quantity> {
        let Span { start: at, end } = row;
        let text = self.version.text;
        let mut next = at + 1;
        let mut digits;
        let mut exponent = 0;
        let mut class = Class::Count;
        let (mut rest, mut unit) = (String::new(), String::new());
        let mut last = self.version.tokens[at].core.end;
        match self.word(at) {
            Word::Digits => {
                let literal = Literal::new(&fold(self.core(at)), self.version.language);
                (digits, exponent) = (literal.digits, literal.exponent);
                let before = Span::new(self.version.tokens[at].span.start, literal_start(self, at));
                if let Some(sign) = before.of(text).chars().find(|c| lexicon::currency(*c)) {
                    class = Class::Money(sign);
                }
                match literal.rest.as_str() {
                    "st" | "nd" | "rd" | "th" => class = Class::Ordinal,
                    short
                        if lexicon::scale(short)
                            .is_some_and(|_| short != "m" || class != Class::Count) =>
                    {
                        exponent += lexicon::scale(short).unwrap_or(0);
                    }
                    other => match other.strip_prefix('-').unwrap_or(other) {
                        word if word.starts_with(char::is_alphabetic) => unit = word.to_owned(),
                        _ => rest = other.to_owned(),
                    },
                }
                if let Some(scale) = self.scale(next, end) {
                    exponent += scale;
                    next += 1;
                }
            }
            Word::Cardinal(value) => {
                (digits, next) = self.phrase(value, row);
                let lone = next == at + 1;
                let Token { span, core } = self.version.tokens[at];
                let bare = at > start && span.start == core.start;
                let named = bare && self.core(at).starts_with(char::is_uppercase);
                let measured = next < end
                    && matches!(
                        self.word(next),
                        Word::Percent | Word::Per | Word::Currency(_)
                    );
                if lone
                    && (named
                        || value == 1 && !(measured && self.core(at).len() > 2)
                        || value == 2 && self.is_definite(start, at))
                {
                    return None;
                }
            }
            Word::Compound(value, len) => {
                digits = value;
                let core = self.version.tokens[at].core;
                let word = core.of(text);
                if let Some(tail) = word.get(len + 1..) {
                    unit = fold(tail);
                    last = core.start + len;
                }
            }
            Word::Ordinal(value) => (digits, class) = (value, Class::Ordinal),
            _ => return None,
        }
        if next > at + 1 {
            last = self.version.tokens[next - 1].core.end;
        }
        let counted = next;
        if text[last..].starts_with('%') {
            (class, last) = (Class::Percent, last + 1);
        } else if let Some(sign) = text[last..]
            .chars()
            .next()
            .filter(|c| lexicon::currency(*c))
        {
            (class, last) = (Class::Money(sign), last + sign.len_utf8());
        } else if unit.is_empty() && self.follows(next, end, &['-']) {
            let per = usize::from(self.word(next) == Word::Per && self.follows(next + 1, end, &[]));
            match self.word(next + per) {
                Word::Percent => (class, next) = (Class::Percent, next + per + 1),
                Word::Currency(sign) if per == 0 => (class, next) = (Class::Money(sign), next + 1),
                _ => unit = fold(self.core(next)),
            }
        }
        if next > counted {
            last = self.version.tokens[next - 1].core.end;
        }
        while digits > 0 && digits % 10 == 0 {
            (digits, exponent) = (digits / 10, exponent + 1);
        }
        let unit = match class {
            Class::Count | Class::Ordinal => unit.trim_end_matches(['s', 'n', 'e']).to_owned(),
            _ => String::new(),
        };
        let mut quantity = Quantity::new(self, Span::new(at, next), class, digits);
        let from = match class {
            Class::Money(_) => self.version.tokens[at]
                .span
                .of(text)
                .find(lexicon::currency)
                .map(|sign| self.version.tokens[at].span.start + sign),
            _ => None,
        };
        let from = from.map_or(quantity.span.start, |sign| sign.min(quantity.span.start));
        quantity.span = Span::new(from, last);
        (quantity.exponent, quantity.rest, quantity.unit) = (exponent, rest, unit);
        Some(quantity)
    }

    /// The exponent of the scale at `at`, if it goes on with the number before it.
    fn scale(&self, at: usize, end: usize) -> Option<i32> {
        match self.follows(at, end, &['-']).then(|| self.word(at)) {
            Some(Word::Scale(exponent)) => Some(exponent),
            _ => None,
        }
    }

    /// The value of a number in words that begins with `first`, and where it ends.
    fn phrase(&self, first: u64, row: Span) -> (u64, usize) {
        let (mut total, mut group) = (0_u64, first);
        let mut next = row.start + 1;
        // What a following cardinal must be less than.
        let mut room = if first >= 20 && first % 10 == 0 {
            10
        } else {
            0
        };
        while self.follows(next, row.end, &['-']) {
            let and = usize::from(
                self.word(next) == Word::And && room >= 100 && self.follows(next + 1, row.end, &[]),
            );
            match self.word(next + and) {
                Word::Scale(2) if and == 0 => {
                    (group, room) = (group.max(1).saturating_mul(100), 100);
                }
                Word::Scale(exponent) if and == 0 => {
                    total = total.saturating_add(
                        group
                            .max(1)
                            .saturating_mul(10_u64.saturating_pow(exponent.unsigned_abs())),
                    );
                    (group, room) = (0, 1000);
                }
                Word::Cardinal(value) if value < room && self.core(next + and).len() > 2 => {
                    group = group.saturating_add(value);
                    room = if value >= 20 && value % 10 == 0 {
                        10
                    } else {
                        0
                    };
                }
                _ => break,
            }
            next += and + 1;
        }
        (total.saturating_add(group), next)
    }

    /// Whether an article stands before the token at `at`: "the two" are both, and no number.
    fn is_definite(&self, start: usize, at: usize) -> bool {
        at > start
            && ["the", "these", "those", "die", "diese"]
                .iter()
                .any(|word| self.core(at - 1).eq_ignore_ascii_case(word))
    }
}

/// Where the figures of the token at `at` begin, in bytes.
fn literal_start(reader: &Reader, at: usize) -> usize {
    let core = reader.version.tokens[at].core;
    core.start
        + core
            .of(reader.version.text)
            .find(|c: char| c.is_ascii_digit())
            .unwrap_or(0)
}

/// A number in figures.
pub(super) struct Literal {
    pub(super) digits: u64,
    pub(super) exponent: i32,
    /// Whether it is nothing but so many digits, in one row.
    pub(super) plain: usize,
    /// What follows its figures in the word.
    pub(super) rest: String,
}

impl Literal {
    /// Reads the figures in `word`, folded. A mark before three digits groups them, unless it is the language's decimal mark.
    pub(super) fn new(word: &str, language: Language) -> Self {
        let word = word.trim_start_matches(|c: char| !c.is_ascii_digit());
        let is_figure = |c: char| c.is_ascii_digit() || matches!(c, '.' | ',' | '\'');
        let len = word.find(|c| !is_figure(c)).unwrap_or(word.len());
        let figures = word[..len].trim_end_matches(|c: char| !c.is_ascii_digit());
        let points = matches!(
            language,
            Language::English
                | Language::Unknown
                | Language::Chinese
                | Language::Japanese
                | Language::Korean
                | Language::Thai
                | Language::Hebrew
        );
        let decimal = figures.rfind(|c: char| !c.is_ascii_digit()).filter(|&at| {
            let mark = &figures[at..=at];
            let single = figures.matches(mark).count() == 1;
            let others = figures[..at].contains(|c: char| !c.is_ascii_digit());
            single && mark != "'" && (others || figures.len() - at != 4 || (mark == ".") == points)
        });
        let digits = figures.bytes().filter(u8::is_ascii_digit);
        Self {
            digits: digits.fold(0_u64, |value, digit| {
                value.wrapping_mul(10).wrapping_add(u64::from(digit - b'0'))
            }),
            exponent: decimal.map_or(0, |at| at as i32 + 1 - figures.len() as i32),
            plain: if figures.bytes().all(|b| b.is_ascii_digit()) {
                figures.len()
            } else {
                0
            },
            rest: word[figures.len()..].to_owned(),
        }
    }
}
