//! Numbers in words, English and German.

use crate::interner::Known;

/// 0 to 19 in each language. One string is half the size of a list of slices in the browser.
const SMALL: [&str; 2] = [
    "zero one two three four five six seven eight nine ten eleven twelve thirteen fourteen fifteen sixteen seventeen \
    eighteen nineteen",
    "null ein zwei drei vier fünf sechs sieben acht neun zehn elf zwölf dreizehn vierzehn fünfzehn sechzehn siebzehn \
    achtzehn neunzehn",
];

/// 20, 30 … 90 in each language.
const TENS: [&str; 2] = [
    "twenty thirty forty fifty sixty seventy eighty ninety",
    "zwanzig dreißig vierzig fünfzig sechzig siebzig achtzig neunzig",
];

/// No number in words is longer, in bytes.
const LONGEST: usize = 60;

/// Numbers in words.
pub(crate) struct Numerals {
    /// Those up to twenty and the tens.
    words: Known<u64>,
}

impl Numerals {
    pub(crate) fn new() -> Self {
        let mut words = Known::new();
        let tables = [
            (SMALL[0], 0, 1),
            (SMALL[1], 0, 1),
            (TENS[0], 20, 10),
            (TENS[1], 20, 10),
        ];
        for (row, first, step) in tables {
            for (place, word) in row.split(' ').enumerate() {
                words.entry(word, first + step * place as u64);
            }
        }
        Self { words }
    }

    /// The number that a word in small letters names: below a hundred in English ("ninety-seven"), below a million in
    /// German ("siebenundneunzig", "zweitausend").
    pub(crate) fn cardinal(&self, word: &str) -> Option<u64> {
        if word.len() > LONGEST {
            return None;
        }
        let word = if word == "eins" { "ein" } else { word };
        if let Some(&value) = self.words.get(word) {
            return Some(value);
        }
        for (scale, value) in [("tausend", 1000), ("hundert", 100)] {
            if let Some((times, rest)) = parted(word, scale) {
                let rest = rest.strip_prefix("und").unwrap_or(rest);
                let times = if times.is_empty() {
                    1
                } else {
                    self.cardinal(times)?
                };
                let rest = if rest.is_empty() {
                    0
                } else {
                    self.cardinal(rest)?
                };
                return (times < value && rest < value).then_some(times * value + rest);
            }
        }
        let (tens, units) = match word.split_once('-') {
            Some(parts) => parts,
            None => parted(word, "und").map(|(units, tens)| (tens, units))?,
        };
        let (tens, units) = (self.cardinal(tens)?, self.cardinal(units)?);
        (tens >= 20 && tens % 10 == 0 && tens < 100 && (1..10).contains(&units))
            .then_some(tens + units)
    }
}

/// What stands before and after the first `mark`, in ASCII, in `word`. (The standard library's search for strings is made
/// for long ones, and would cost 1 kB of the engine's size in the browser.)
fn parted<'w>(word: &'w str, mark: &str) -> Option<(&'w str, &'w str)> {
    let mut places = word.as_bytes().windows(mark.len());
    let at = places.position(|bytes| bytes == mark.as_bytes())?;
    Some((&word[..at], &word[at + mark.len()..]))
}

#[cfg(test)]
mod tests {
    use super::Numerals;

    #[test]
    fn numbers_in_words() {
        let numerals = Numerals::new();
        for (word, value) in [
            ("seven", Some(7)),
            ("ninety-seven", Some(97)),
            ("siebenundneunzig", Some(97)),
            ("hundert", Some(100)),
            ("zweitausendsechsundzwanzig", Some(2026)),
            ("dreihunderttausend", Some(300_000)),
            ("twenty-twenty", None),
            ("hundertundeins", Some(101)),
            ("rund", None),
            ("tenfold", None),
            ("", None),
        ] {
            assert_eq!(numerals.cardinal(word), value, "{word}");
        }
    }
}
