//! Dates and times of day.

use super::lexicon::{Word, fold};
use super::numbers::{Class, Literal, Quantity, Reader};
use crate::version::wordlist::{Words, holds, words};
use crate::version::{Language, Span};

/// Years that four digits are taken for.
const YEARS: std::ops::Range<u64> = 1100..2100;

/// Words that a year follows, whatever comes after it.
const BEFORE_YEARS: Words = words(
    "after and before between bis by early from im in jahr jahre late mid nach of seit since the to until vor",
);

/// The date or time that begins at `row.start`, of a sentence that begins at the token `start`.
pub(super) fn read(reader: &Reader, start: usize, row: Span) -> Option<Quantity> {
    let at = row.start;
    let capital = reader.core(at).starts_with(char::is_uppercase);
    let (class, value, end) = match reader.word(at) {
        Word::Day(day) if capital => (Class::Day, day, at + 1),
        Word::Month(month) if capital => month_first(reader, start, row, month)?,
        Word::Digits => return figures(reader, start, row),
        _ => return None,
    };
    Some(Quantity::new(reader, Span::new(at, end), class, value))
}

/// Whether two dates can be one: what both tell is equal, and both tell something.
pub(super) fn agree(one: u64, other: u64) -> bool {
    let parts = |date: u64| [date / 10_000, date / 100 % 100, date % 100];
    let mut shared = false;
    for (one, other) in parts(one).into_iter().zip(parts(other)) {
        if one != 0 && other != 0 {
            if one != other {
                return false;
            }
            shared = true;
        }
    }
    shared
}

/// Whether two dates tell the same things of themselves: both a year, both a month, both a day.
pub(super) fn are_alike(one: u64, other: u64) -> bool {
    let parts = |date: u64| [date / 10_000 > 0, date / 100 % 100 > 0, date % 100 > 0];
    parts(one) == parts(other)
}

/// "November 21, 2026", "Nov. 2026", "in May".
fn month_first(
    reader: &Reader,
    start: usize,
    row: Span,
    month: u64,
) -> Option<(Class, u64, usize)> {
    let at = row.start;
    let day = day(reader, at + 1, row.end, ".");
    let end = at + 1 + usize::from(day.is_some());
    let year = year(reader, end, row.end);
    let end = end + usize::from(year.is_some());
    if end == at + 1 {
        // A month alone, by its whole name, and not the verb or a surname.
        let word = reader.core(at);
        let whole = word.len() > 4 || matches!(word, "June" | "July" | "Juni" | "Juli" | "März");
        let verb = matches!(word, "May" | "March" | "Mai")
            && at > start
            && (at == start + 1 || reader.core(at - 1).starts_with(char::is_lowercase));
        if !(verb || whole && word != "March") {
            return None;
        }
    }
    Some((
        Class::Date,
        year.unwrap_or(0) * 10_000 + month * 100 + day.unwrap_or(0),
        end,
    ))
}

/// The day of the month at `at`: 21, 21st.
fn day(reader: &Reader, at: usize, end: usize, marks: &str) -> Option<u64> {
    let day = literal(reader, at, end, marks)?;
    let known = matches!(day.rest.as_str(), "" | "st" | "nd" | "rd" | "th");
    ((1..=2).contains(&day.plain) && known && (1..=31).contains(&day.digits)).then_some(day.digits)
}

/// The year at `at`.
fn year(reader: &Reader, at: usize, end: usize) -> Option<u64> {
    let year = literal(reader, at, end, ",.")?;
    (year.plain == 4 && year.rest.is_empty() && YEARS.contains(&year.digits)).then_some(year.digits)
}

fn literal(reader: &Reader, at: usize, end: usize, marks: &str) -> Option<Literal> {
    let digits = reader.follows(at, end, marks) && reader.word(at) == Word::Digits;
    digits.then(|| Literal::new(&fold(reader.core(at)), reader.version.language))
}

/// A date or time that begins with figures: "21 November 2026", "2026-11-21", "5 p.m.", "in 1868".
fn figures(reader: &Reader, start: usize, row: Span) -> Option<Quantity> {
    let Span { start: at, end } = row;
    let word = fold(reader.core(at));
    let literal = Literal::new(&word, reader.version.language);
    let quantity =
        |end, class, value| Some(Quantity::new(reader, Span::new(at, end), class, value));
    if let Some(value) = time(reader, row, &word, &literal) {
        let said = value.1;
        return quantity(said, Class::Time, value.0);
    }
    if let Some(date) = written(&word) {
        return quantity(at + 1, Class::Date, date);
    }
    let ordinal = matches!(literal.rest.as_str(), "" | "st" | "nd" | "rd" | "th");
    if (1..=2).contains(&literal.plain) && ordinal && (1..=31).contains(&literal.digits) {
        let of = usize::from(at + 1 < end && reader.core(at + 1) == "of");
        let next = at + 1 + of;
        if reader.follows(next, end, ".")
            && let Word::Month(month) = reader.word(next)
            && reader.core(next).starts_with(char::is_uppercase)
        {
            let year = year(reader, next + 1, end);
            let end = next + 1 + usize::from(year.is_some());
            return quantity(
                end,
                Class::Date,
                year.unwrap_or(0) * 10_000 + month * 100 + literal.digits,
            );
        }
    }
    if literal.plain == 4
        && YEARS.contains(&literal.digits)
        && matches!(literal.rest.as_str(), "" | "s")
    {
        let counts = reader.follows(at + 1, end, "")
            && !matches!(reader.word(at + 1), Word::And | Word::Digits)
            && {
                let led = at > start && holds(BEFORE_YEARS, &fold(reader.core(at - 1)));
                !led && reader.core(at + 1).starts_with(char::is_lowercase)
            };
        let sign = reader.version.tokens[at].span.start < reader.version.tokens[at].core.start
            && reader.version.text[..reader.version.tokens[at].core.start]
                .ends_with(super::lexicon::currency);
        let measured = reader.follows(at + 1, end, "")
            && matches!(
                reader.word(at + 1),
                Word::Scale(_) | Word::Percent | Word::Per | Word::Currency(_)
            )
            || reader.version.text[reader.version.tokens[at].core.end..]
                .starts_with(['%', '$', '€', '£']);
        if !counts && !sign && !measured {
            let mut year = Quantity::new(
                reader,
                Span::new(at, at + 1),
                Class::Date,
                literal.digits * 10_000,
            );
            year.rest = literal.rest;
            return Some(year);
        }
    }
    None
}

/// Minutes after midnight, and the token after the time: "14:30", "2.30 p.m.", "5pm", "14 Uhr".
fn time(reader: &Reader, row: Span, word: &str, literal: &Literal) -> Option<(u64, usize)> {
    let Span { start: at, end } = row;
    let spelled = matches!(literal.rest.as_str(), "am" | "a.m" | "pm" | "p.m");
    // In German "am" is a preposition: "die 5 am Bahnhof".
    let marked = reader.follows(at + 1, end, "")
        && !(reader.version.language == Language::German && reader.core(at + 1) == "am");
    let mark = marked.then(|| reader.word(at + 1));
    let mark = match mark {
        Some(mark @ (Word::Am | Word::Pm)) => Some(mark),
        _ => None,
    };
    let (hours, minutes) = match word.split_once([':', '.']) {
        Some((hours, rest)) if word.contains([':']) || spelled || mark.is_some() => (hours, rest),
        None if spelled || mark.is_some() => (word, "0"),
        _ => return None,
    };
    let number = |part: &str| -> Option<u64> {
        short_number(part.trim_end_matches(|c: char| !c.is_ascii_digit()), 2)
    };
    let minutes = if minutes.starts_with(|c: char| c.is_ascii_digit()) {
        number(minutes)?
    } else {
        0
    };
    let hours = number(hours)?;
    if hours > 24 || minutes > 59 {
        return None;
    }
    let afternoon =
        mark == Some(Word::Pm) || literal.rest.ends_with("pm") || literal.rest.ends_with("p.m");
    let noon = if afternoon && hours < 12 { 12 } else { 0 };
    Some((
        (hours + noon) * 60 + minutes,
        at + 1 + usize::from(mark.is_some()),
    ))
}

/// A date in three numbers: "2026-11-21", "21.11.2026", "11/21/2026".
fn written(word: &str) -> Option<u64> {
    let mut parts = [0_u64; 3];
    let mut count = 0;
    let mut first = 0;
    for part in word.split(['-', '.', '/']) {
        if count == 3 {
            return None;
        }
        if count == 0 {
            first = part.len();
        }
        parts[count] = short_number(part, 4)?;
        count += 1;
    }
    let [one, two, three] = parts;
    let (year, month, day) = if first == 4 {
        (one, two, three)
    } else if two > 12 {
        (three, one, two)
    } else {
        (three, two, one)
    };
    let valid =
        count == 3 && YEARS.contains(&year) && (1..=12).contains(&month) && (1..=31).contains(&day);
    valid.then_some(year * 10_000 + month * 100 + day)
}

/// The value of one to `longest` digits.
fn short_number(digits: &str, longest: usize) -> Option<u64> {
    let short = (1..=longest).contains(&digits.len());
    let value = |value, digit: u8| value * 10 + u64::from(digit - b'0');
    let whole = short && digits.bytes().all(|b| b.is_ascii_digit());
    whole.then(|| digits.bytes().fold(0, value))
}
