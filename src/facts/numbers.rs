//! Numbers, amounts, percentages and ordinals, in figures and in words, and what they count.
//!
//! A number is an integer and a power of ten, so that "$1.5bn" and "1.5 billion dollars" are equal without rounding.
//! Linear in the text.

use super::dates;
use super::lexicon::{self, Word, fold};
use crate::keys::{Key, fold_mark};
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
    /// Its value is `digits * 10^exponent`; `digits` ends in no zero, and is all of a date's value.
    pub(super) digits: u64,
    pub(super) exponent: i32,
    /// Whether a minus stands before it.
    pub(super) negative: bool,
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
            negative: false,
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
        let sign = if self.negative { "-" } else { "" };
        format!(
            "{class}{sign}{}e{}{}",
            self.digits, self.exponent, self.rest
        )
    }

    /// Whether it is so common that its value alone tells nothing of which it is.
    pub(super) fn is_common(&self) -> bool {
        matches!(self.class, Class::Count | Class::Ordinal) && self.digits < 100
    }

    /// How many digits stand before its decimal mark, about.
    pub(super) fn magnitude(&self) -> i32 {
        let digits = self.digits.checked_ilog10().unwrap_or(0);
        self.exponent + i32::try_from(digits).unwrap_or(0)
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

    /// Whether nothing but white space and these `marks` stands between the cores of the tokens at `at` and before it.
    pub(super) fn follows(&self, at: usize, end: usize, marks: &str) -> bool {
        let row = &self.version.tokens;
        at < end && {
            let gap = Span::new(row[at - 1].core.end, row[at].core.start);
            gap.of(self.version.text)
                .chars()
                .all(|c| is_white_space(c) || marks.chars().any(|mark| mark == c))
        }
    }

    /// The number that begins at `row.start`, and what it counts.
    fn number(&self, start: usize, row: Span) -> Option<Quantity> {
        let mut number = match self.word(row.start) {
            Word::Digits => self.figures(row),
            Word::Cardinal(value) => self.spelled(start, row, value)?,
            Word::Compound(value, len) => self.compound(row.start, value, len),
            Word::Ordinal(value) => {
                let tokens = Span::new(row.start, row.start + 1);
                Quantity::new(self, tokens, Class::Ordinal, value)
            }
            _ => return None,
        };
        let next = number.tokens.end;
        let sign = self.version.text[number.span.end..].chars().next();
        let sign = sign.filter(|&c| matches!(c, '%' | '٪') || lexicon::currency(c));
        if let Some(sign) = sign {
            number.class = if lexicon::currency(sign) {
                Class::Money(sign)
            } else {
                Class::Percent
            };
            number.span.end += sign.len_utf8();
        } else if number.unit.is_empty() && self.follows(next, row.end, "-") {
            let per = self.word(next) == Word::Per && self.follows(next + 1, row.end, "");
            let mut measure = |class, end: usize| {
                number.class = class;
                number.tokens.end = end;
                number.span.end = self.version.tokens[end - 1].core.end;
            };
            match self.word(next + usize::from(per)) {
                Word::Percent => measure(Class::Percent, next + 1 + usize::from(per)),
                Word::Currency(sign) if !per => measure(Class::Money(sign), next + 1),
                _ => number.unit = fold(self.core(next)),
            }
        }
        while number.digits > 0 && number.digits % 10 == 0 {
            number.digits /= 10;
            number.exponent += 1;
        }
        let unit = number.unit.trim_end_matches(['s', 'n', 'e']).len();
        let counts = matches!(number.class, Class::Count | Class::Ordinal);
        number.unit.truncate(if counts { unit } else { 0 });
        Some(number)
    }

    /// A number in figures: "5,000", "$1.5bn", "21st", "50-metre".
    fn figures(&self, row: Span) -> Quantity {
        let token = self.version.tokens[row.start];
        let literal = Literal::new(&fold(self.core(row.start)), self.version.language);
        let scale = self.scale(row.start + 1, row.end);
        let tokens = Span::new(row.start, row.start + 1 + usize::from(scale.is_some()));
        let mut number = Quantity::new(self, tokens, Class::Count, literal.digits);
        number.exponent = literal.exponent + scale.unwrap_or(0);
        let signs = token.span.of(self.version.text).char_indices();
        let mut signs = signs.take_while(|(_, c)| !c.is_ascii_digit());
        if let Some((at, sign)) = signs.find(|(_, c)| lexicon::currency(*c)) {
            number.class = Class::Money(sign);
            number.span.start = number.span.start.min(token.span.start + at);
        }
        if let Some(minus) = self.minus(token) {
            number.negative = true;
            number.span.start = minus;
        }
        let short = lexicon::scale(&literal.rest);
        match literal.rest.strip_prefix('-').unwrap_or(&literal.rest) {
            "st" | "nd" | "rd" | "th" => number.class = Class::Ordinal,
            "m" if number.class == Class::Count => number.unit = literal.rest,
            word => match short {
                Some(short) => number.exponent += short,
                None if word.starts_with(char::is_alphabetic) => word.clone_into(&mut number.unit),
                None => number.rest = literal.rest,
            },
        }
        number
    }

    /// Where the minus of the figures in `token` stands: after a space, and not between two figures, "5 -7".
    fn minus(&self, token: Token) -> Option<usize> {
        let (before, rest) = self.version.text[..token.core.start].split_at(token.span.start);
        let opening = rest.trim_end_matches(lexicon::currency);
        let opening = opening.strip_suffix(['-', '−'])?;
        let words = before.trim_end_matches(is_white_space);
        let spaced = before.is_empty() || words.len() < before.len();
        let range = words.ends_with(|c: char| c.is_ascii_digit())
            || opening.contains(|c| fold_mark(c) == '-');
        (spaced && !range).then_some(token.span.start + opening.len())
    }

    /// A number in words; "one" alone is a pronoun, "Two" in the midst of a sentence part of a name, where "TWO" is only
    /// loud, "the two" are both.
    fn spelled(&self, start: usize, row: Span, first: u64) -> Option<Quantity> {
        let at = row.start;
        let (value, next) = self.phrase(first, row);
        if next == at + 1 {
            let measure =
                |at| matches!(self.word(at), Word::Percent | Word::Per | Word::Currency(_));
            let measured = next < row.end && measure(next) && self.core(at).len() > 2;
            let Token { span, core } = self.version.tokens[at];
            let word = self.core(at);
            let capital = word.starts_with(char::is_uppercase) && word.contains(char::is_lowercase);
            let named = at > start && span.start == core.start && capital;
            if named || value == 1 && !measured || value == 2 && self.is_definite(start, at) {
                return None;
            }
        }
        Some(Quantity::new(
            self,
            Span::new(at, next),
            Class::Count,
            value,
        ))
    }

    /// A number joined to what it counts, `len` bytes of the token at `at`.
    fn compound(&self, at: usize, value: u64, len: usize) -> Quantity {
        let mut number = Quantity::new(self, Span::new(at, at + 1), Class::Count, value);
        if let Some(unit) = self.core(at).get(len + 1..) {
            number.unit = fold(unit);
            number.span.end = number.span.start + len;
        }
        number
    }

    /// The exponent of the scale at `at`, if it goes on with the number before it.
    fn scale(&self, at: usize, end: usize) -> Option<i32> {
        match self.follows(at, end, "-").then(|| self.word(at)) {
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
        while self.follows(next, row.end, "-") {
            let and = usize::from(
                self.word(next) == Word::And && room >= 100 && self.follows(next + 1, row.end, ""),
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
            let mark = figures.as_bytes()[at];
            let single = !figures.as_bytes()[..at].contains(&mark);
            let others = !figures.bytes().take(at).all(|b| b.is_ascii_digit());
            let group = figures.len() - at == 4;
            single && mark != b'\'' && (others || !group || (mark == b'.') == points)
        });
        let digits = figures.bytes().filter(u8::is_ascii_digit);
        Self {
            // What does not fit is only to differ from other numbers.
            digits: digits.fold(0_u64, |value, digit| {
                let digit = u64::from(digit - b'0');
                let next = value.checked_mul(10).and_then(|ten| ten.checked_add(digit));
                next.unwrap_or(value.rotate_left(9) ^ digit)
            }),
            exponent: decimal.map_or(0, |at| -i32::try_from(figures.len() - at - 1).unwrap_or(0)),
            plain: if figures.bytes().all(|b| b.is_ascii_digit()) {
                figures.len()
            } else {
                0
            },
            rest: word[figures.len()..].to_owned(),
        }
    }
}
