//! Words that count, measure and date, in English and German. Every distinct word is looked up once.

use crate::version::numerals::cardinal;

/// Words with a space between them, in an order that tells something: as slices they would weigh twice as much in the
/// browser.
type Row = &'static str;

const ORDINALS: Row = "third fourth fifth sixth seventh eighth ninth tenth eleventh twelfth";
const MONTHS: Row = "january february march april may june july august september october november december \
    januar februar märz april mai juni juli august september oktober november dezember";
const DAYS: Row = "monday tuesday wednesday thursday friday saturday sunday \
    montag dienstag mittwoch donnerstag freitag samstag sonntag";
/// Scales and their exponents of ten, a pair each.
const SCALES: [(Row, i32); 5] = [
    ("hundred hundert", 2),
    ("thousand tausend k", 3),
    ("million millionen mio m mn", 6),
    ("billion milliarde milliarden mrd bn b", 9),
    ("trillion billionen tn", 12),
];
/// Currencies, the words for each after its sign.
const CURRENCIES: [(char, Row); 4] = [
    ('$', "dollar dollars usd"),
    ('€', "euro euros eur"),
    ('£', "pound pounds pfund gbp"),
    ('¥', "yen jpy"),
];

/// What a word is to a number or a date.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Word {
    /// Nothing.
    Plain,
    /// It begins with a digit.
    Digits,
    /// A number below a hundred; in German any.
    Cardinal(u64),
    /// A number joined to what it counts, "five-day", and how many bytes of the word it is.
    Compound(u64, usize),
    /// The third and those after it.
    Ordinal(u64),
    /// A power of ten, by its exponent, or one of its short forms, which follow digits alone.
    Scale(i32),
    /// One that joins parts of a number.
    And,
    /// A percentage.
    Percent,
    /// "per", which "cent" may follow.
    Per,
    /// A currency, by its sign.
    Currency(char),
    /// 1 to 12.
    Month(u64),
    /// 1, Monday, to 7.
    Day(u64),
    /// A time of day in the morning or by a clock of 24 hours; after noon.
    Am,
    Pm,
}

/// Which of `words` is `word`.
fn place(words: Row, word: &str) -> Option<usize> {
    words.split(' ').position(|other| other == word)
}

/// Folds a word, and the digits of Arabic and Persian.
pub(super) fn fold(word: &str) -> String {
    let figure = |c| match c {
        '٠'..='٩' | '۰'..='۹' => char::from(b'0' + (u32::from(c) & 15) as u8),
        _ => c,
    };
    crate::keys::fold(word).chars().map(figure).collect()
}

/// Looks a folded word up.
pub(super) fn look_up(word: &str) -> Word {
    let figures = word.strip_prefix("us$").unwrap_or(word);
    if figures.starts_with(|c: char| c.is_ascii_digit()) {
        return Word::Digits;
    }
    if let Some(month) = month(word) {
        return Word::Month(month);
    }
    let day = DAYS.split(' ').position(|day| {
        word.strip_prefix(day)
            .is_some_and(|rest| matches!(rest, "" | "s" | "'s"))
    });
    if let Some(day) = day {
        return Word::Day(day as u64 % 7 + 1);
    }
    if let Some(scale) = scale(word).filter(|_| word.len() > 3) {
        return Word::Scale(scale);
    }
    if let Some(value) = cardinal(word) {
        return Word::Cardinal(value);
    }
    if let Some((value, len)) = compound(word) {
        return Word::Compound(value, len);
    }
    if let Some(place) = place(ORDINALS, word) {
        return Word::Ordinal(place as u64 + 3);
    }
    if let Some((sign, _)) = CURRENCIES
        .iter()
        .find(|(_, words)| place(words, word).is_some())
    {
        return Word::Currency(*sign);
    }
    if let Some(sign) = word.chars().next().filter(|c| currency(*c)) {
        return Word::Currency(sign);
    }
    match word {
        "a" | "an" | "eine" => Word::Cardinal(1),
        "and" | "und" => Word::And,
        "%" | "percent" | "prozent" | "cent" => Word::Percent,
        "per" => Word::Per,
        "bn" | "mio" | "mrd" => scale(word).map_or(Word::Plain, Word::Scale),
        "am" | "a.m" | "uhr" | "o'clock" => Word::Am,
        "pm" | "p.m" => Word::Pm,
        _ => Word::Plain,
    }
}

/// The number that a word begins with, up to a hyphen: "five-day", "twenty-five-year-old".
fn compound(word: &str) -> Option<(u64, usize)> {
    let mut hyphens = word.match_indices('-').map(|(at, _)| at);
    let (first, second) = (hyphens.next()?, hyphens.next());
    let ends = [second, Some(first)].into_iter().flatten();
    let mut numbers = ends.filter_map(|end| cardinal(&word[..end]).map(|value| (value, end)));
    numbers.next().filter(|(value, _)| *value > 1)
}

/// The exponent of a scale's word or short form.
pub(super) fn scale(word: &str) -> Option<i32> {
    let known = SCALES
        .iter()
        .find(|(words, _)| place(words, word).is_some());
    known.map(|(_, exponent)| *exponent)
}

/// The currency of a sign.
pub(super) fn currency(sign: char) -> bool {
    CURRENCIES.iter().any(|(known, _)| *known == sign)
}

/// A month by its name, or by three letters of it or more.
fn month(word: &str) -> Option<u64> {
    let place = MONTHS.split(' ').position(|month| {
        month == word
            || word.len() >= 3
                && word.len() <= 4
                && month.starts_with(word)
                && !matches!(word, "mar" | "marc" | "augu" | "june")
    })?;
    Some(place as u64 % 12 + 1)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn words() {
        for (word, expected) in [
            ("ninety-seven", Word::Cardinal(97)),
            ("siebenundneunzig", Word::Cardinal(97)),
            ("dreihunderttausend", Word::Cardinal(300_000)),
            ("zweitausendsechsundzwanzig", Word::Cardinal(2026)),
            ("hundert", Word::Scale(2)),
            ("nov", Word::Month(11)),
            ("sept", Word::Month(9)),
            ("märz", Word::Month(3)),
            ("mar", Word::Plain),
            ("sundays", Word::Day(7)),
            ("euros", Word::Currency('€')),
            ("tenfold", Word::Plain),
            ("hundred", Word::Scale(2)),
            ("rund", Word::Plain),
            ("97%", Word::Digits),
            ("", Word::Plain),
        ] {
            assert_eq!(look_up(word), expected, "{word}");
        }
    }
}
