//! What is said in English of numbers, shares and places; the same as on the page, whose words are in
//! `www/language/en/`.

use storydiff::report::Range;

const NUMBERS: [&str; 13] = [
    "no", "one", "two", "three", "four", "five", "six", "seven", "eight", "nine", "ten", "eleven",
    "twelve",
];

/// A share of a whole in words.
pub struct Share {
    of: f64,
    /// How it is said.
    pub words: &'static str,
    /// Its verb.
    pub verb: &'static str,
}

const fn share(of: f64, words: &'static str, verb: &'static str) -> Share {
    Share { of, words, verb }
}

const SHARES: [Share; 15] = [
    share(0.0, "nothing", "is"),
    share(0.03, "hardly anything", "is"),
    share(0.1, "a tenth", "is"),
    share(0.2, "a fifth", "is"),
    share(0.25, "a quarter", "is"),
    share(1.0 / 3.0, "a third", "is"),
    share(0.4, "two fifths", "are"),
    share(0.5, "half", "is"),
    share(0.6, "three fifths", "are"),
    share(2.0 / 3.0, "two thirds", "are"),
    share(0.75, "three quarters", "are"),
    share(0.8, "four fifths", "are"),
    share(0.9, "nine tenths", "are"),
    share(0.97, "nearly all", "is"),
    share(1.0, "all", "is"),
];

/// What is below this share, or as close to the whole, goes unsaid.
pub const NEGLIGIBLE: f64 = 0.005;

/// The share that is nearest to a value, 0..1, and can be said of it.
pub fn nearest_share(value: f64) -> &'static Share {
    let sayable = value > NEGLIGIBLE && value < 1.0 - NEGLIGIBLE;
    let shares = if sayable { &SHARES[1..14] } else { &SHARES[..] };
    let distance = |share: &Share| (share.of - value).abs();
    shares.iter().fold(&shares[0], |best, next| {
        if distance(next) < distance(best) {
            next
        } else {
            best
        }
    })
}

/// A number in figures, in groups of three.
pub fn figure(number: usize) -> String {
    let digits = number.to_string();
    let mut figure = String::new();
    for (index, digit) in digits.chars().enumerate() {
        if index > 0 && (digits.len() - index) % 3 == 0 {
            figure.push(',');
        }
        figure.push(digit);
    }
    figure
}

/// A number in words up to twelve, in figures above.
pub fn in_words(number: usize) -> String {
    NUMBERS
        .get(number)
        .map_or_else(|| figure(number), ToString::to_string)
}

/// A number of things: in words up to twelve, in figures above.
pub fn count(number: usize, thing: &str) -> String {
    format!("{} {}", in_words(number), named(number, thing))
}

/// The same in figures, for what is counted and not told.
pub fn tally(number: usize, thing: &str) -> String {
    format!("{} {}", figure(number), named(number, thing))
}

fn named(number: usize, thing: &str) -> String {
    format!("{thing}{}", if number == 1 { "" } else { "s" })
}

/// A sentence with a capital.
pub fn capitalised(sentence: &str) -> String {
    let mut characters = sentence.chars();
    let first = characters.next().map(|first| first.to_ascii_uppercase());
    first.into_iter().chain(characters).collect()
}

/// Paragraphs, by their indices.
pub fn paragraphs(range: Range) -> String {
    let Range { start, end } = range;
    match end.saturating_sub(start) {
        1 => format!("paragraph {}", figure(end)),
        2 => format!("paragraphs {} and {}", figure(start + 1), figure(end)),
        _ => format!("paragraphs {} to {}", figure(start + 1), figure(end)),
    }
}

/// Where in the later version something stands.
pub fn moved_to(later: Range) -> String {
    format!("moved to {} of the later version", paragraphs(later))
}

/// Where in the earlier version something stood.
pub fn moved_from(earlier: Range) -> String {
    format!(
        "moved here from {} of the earlier version",
        paragraphs(earlier)
    )
}

/// Several things, an "and" before the last.
pub fn list(things: &[String]) -> String {
    match things {
        [] => String::new(),
        [one] => one.clone(),
        [first @ .., last] => format!("{} and {last}", first.join(", ")),
    }
}
