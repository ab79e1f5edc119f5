//! Words that count, measure and date, in English and German. Every distinct word is looked up once.

use crate::interner::Known;
use crate::version::numerals::Numerals;

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

/// Folds a word, and the digits of Arabic and Persian.
pub(super) fn fold(word: &str) -> String {
    with_figures(&crate::keys::fold(word))
}

/// A folded word with the digits of Arabic and Persian folded, too.
fn with_figures(word: &str) -> String {
    let figure = |c| match c {
        '٠'..='٩' | '۰'..='۹' => char::from(b'0' + (u32::from(c) & 15) as u8),
        _ => c,
    };
    word.chars().map(figure).collect()
}

/// All words that are known, for looking them up.
pub(super) struct Lexicon {
    words: Known<Word>,
    numerals: Numerals,
}

impl Lexicon {
    pub(super) fn new() -> Self {
        let mut words = Known::new();
        // Of words with two meanings the first counts.
        let mut add = |word, meaning| {
            words.entry(word, meaning);
        };
        for (place, month) in MONTHS.split(' ').enumerate() {
            let meaning = Word::Month(place as u64 % 12 + 1);
            add(month, meaning);
            // Three letters of it, or four, stand for a month, but where they are another word.
            for short in [3, 4].iter().filter_map(|&end| month.get(..end)) {
                if !matches!(short, "mar" | "marc" | "augu" | "june") {
                    add(short, meaning);
                }
            }
        }
        for (place, day) in DAYS.split(' ').enumerate() {
            add(day, Word::Day(place as u64 % 7 + 1));
        }
        for (names, exponent) in SCALES {
            let short = |name: &str| name.len() <= 3 && !matches!(name, "bn" | "mio" | "mrd");
            for name in names.split(' ').filter(|name| !short(name)) {
                add(name, Word::Scale(exponent));
            }
        }
        for (place, ordinal) in ORDINALS.split(' ').enumerate() {
            add(ordinal, Word::Ordinal(place as u64 + 3));
        }
        for (sign, names) in CURRENCIES {
            names
                .split(' ')
                .for_each(|name| add(name, Word::Currency(sign)));
        }
        for (names, meaning) in [
            ("a an eine", Word::Cardinal(1)),
            ("and und", Word::And),
            ("% percent prozent cent", Word::Percent),
            ("per", Word::Per),
            ("am a.m uhr o'clock", Word::Am),
            ("pm p.m", Word::Pm),
        ] {
            names.split(' ').for_each(|name| add(name, meaning));
        }
        Self {
            words,
            numerals: Numerals::new(),
        }
    }

    /// What each of some folded words is to a number.
    pub(super) fn look_all_up(&self, words: &[String]) -> Vec<Word> {
        let meaning = |word: &String| {
            if word.is_ascii() {
                self.look_up(word)
            } else {
                self.look_up(&with_figures(word))
            }
        };
        words.iter().map(meaning).collect()
    }

    /// Looks a folded word up.
    fn look_up(&self, word: &str) -> Word {
        let figures = word.strip_prefix("us$").unwrap_or(word);
        if figures.starts_with(|c: char| c.is_ascii_digit()) {
            return Word::Digits;
        }
        if let Some(meaning) = self.words.get(word) {
            return *meaning;
        }
        let mut owners = ["'s", "s"].iter().filter_map(|end| word.strip_suffix(end));
        if let Some(Word::Day(day)) = owners.find_map(|word| self.words.get(word)) {
            return Word::Day(*day);
        }
        if let Some(value) = self.numerals.cardinal(word) {
            return Word::Cardinal(value);
        }
        if let Some((value, len)) = self.compound(word) {
            return Word::Compound(value, len);
        }
        match word.chars().next().filter(|c| currency(*c)) {
            Some(sign) => Word::Currency(sign),
            None => Word::Plain,
        }
    }

    /// The number that a word begins with, up to a hyphen: "five-day", "twenty-five-year-old".
    fn compound(&self, word: &str) -> Option<(u64, usize)> {
        let mut hyphens = word.match_indices('-').map(|(at, _)| at);
        let (first, second) = (hyphens.next()?, hyphens.next());
        let ends = [second, Some(first)].into_iter().flatten();
        let mut numbers = ends.filter_map(|end| Some((self.numerals.cardinal(&word[..end])?, end)));
        numbers.next().filter(|(value, _)| *value > 1)
    }
}

/// The exponent of a scale's word or short form.
pub(super) fn scale(word: &str) -> Option<i32> {
    let known = SCALES
        .iter()
        .find(|(words, _)| words.split(' ').any(|other| other == word));
    known.map(|(_, exponent)| *exponent)
}

/// The currency of a sign.
pub(super) fn currency(sign: char) -> bool {
    CURRENCIES.iter().any(|(known, _)| *known == sign)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn words() {
        let lexicon = Lexicon::new();
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
            assert_eq!(lexicon.look_up(word), expected, "{word}");
        }
    }
}
