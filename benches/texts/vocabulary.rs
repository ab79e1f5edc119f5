//! The words of a text that grows: its vocabulary grows as that of real prose does.

use super::random::Random;
use std::collections::HashSet;

/// Heaps' law (Heaps 1978), `forms = FACTOR * words ^ EXPONENT`: 600 word forms in an article of 1,300 words, 2,200 in
/// 10,000 words, 9,000 in a novel of 100,000, 38,000 in a million.
const FACTOR: f64 = 7.15;
const EXPONENT: f64 = 0.62;

/// The probability that a word that is used again is one of those used last: prose keeps to its subject for a while.
const RECENT: f64 = 0.5;
/// How many content words back "last" reaches: some three pages.
const REACH: usize = 400;

/// The sounds that made-up words are made of: onset, vowel, coda; then an ending.
const ONSETS: [&str; 24] = [
    "b", "br", "c", "ch", "d", "dr", "f", "g", "gr", "h", "k", "l", "m", "n", "p", "pl", "r", "s",
    "sh", "st", "t", "tr", "v", "w",
];
const VOWELS: [&str; 8] = ["a", "e", "i", "o", "u", "ea", "oo", "ai"];
const CODAS: [&str; 12] = ["", "", "", "ck", "l", "m", "n", "nd", "r", "rt", "s", "t"];
const ENDINGS: [&str; 8] = ["", "", "", "", "ed", "er", "ing", "s"];

/// The words of a text.
pub struct Vocabulary {
    /// Every form that the text has had.
    forms: HashSet<String>,
    /// Words of the stories that the text has not used yet; the next one last.
    unused: Vec<String>,
    /// All content words and names so far, again and again, as they stood.
    used: Vec<String>,
    /// How many words the text has.
    words: usize,
}

impl Vocabulary {
    pub fn new(mut stories: Vec<String>) -> Self {
        stories.reverse();
        Self {
            forms: HashSet::new(),
            unused: stories,
            used: Vec::new(),
            words: 0,
        }
    }

    /// Takes note of a word that the text has now, without punctuation.
    pub fn note(&mut self, word: &str) {
        self.words += 1;
        if !self.forms.contains(word) {
            self.forms.insert(word.to_lowercase());
        }
    }

    /// A content word, after Simon ("On a class of skew distribution functions", 1955): a new one where the text has fewer
    /// forms than real prose of its length, else one of those used so far, the oftener used the likelier.
    pub fn word(&mut self, random: &mut Random) -> String {
        let expected = FACTOR * (self.words as f64).powf(EXPONENT);
        let word = if self.used.is_empty() || (self.forms.len() as f64) < expected {
            self.unused.pop().unwrap_or_else(|| self.coin(random))
        } else {
            let all = self.used.len();
            let reach = if random.chance(RECENT) {
                all.min(REACH)
            } else {
                all
            };
            self.used[all - 1 - random.below(reach)].clone()
        };
        self.used.push(word.clone());
        word
    }

    /// A made-up word that the text has not had.
    pub fn coin(&mut self, random: &mut Random) -> String {
        loop {
            let mut word = String::new();
            for _ in 0..2 + random.below(2) {
                word += *random.pick(&ONSETS);
                word += *random.pick(&VOWELS);
            }
            word += *random.pick(&CODAS);
            word += *random.pick(&ENDINGS);
            if self.forms.insert(word.clone()) {
                return word;
            }
        }
    }
}
