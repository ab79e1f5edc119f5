//! What sentences are made of, as integers: the stems of their words, and their runs of four characters.
//!
//! What a token says is found once for each comparison key, so that a book costs what its vocabulary does; then time is
//! linear in the texts.

use super::stem::stem;
use crate::interner::Interner;
use crate::keys::{Key, Keys};
use crate::version::numerals::Numerals;
use crate::version::{Sentence, Span, Version};

/// A list of terms for each sentence of a version, in the order of the text.
#[derive(Clone, Debug, Default)]
pub(super) struct Bags {
    pub(super) terms: Vec<u32>,
    /// Where the list of each sentence ends.
    ends: Vec<usize>,
}

impl Bags {
    /// How many sentences there are.
    pub(super) fn len(&self) -> usize {
        self.ends.len()
    }

    /// The terms of one sentence.
    pub(super) fn of(&self, sentence: usize) -> &[u32] {
        let start = sentence.checked_sub(1).map_or(0, |k| self.ends[k]);
        &self.terms[start..self.ends[sentence]]
    }
}

/// The terms of one kind of both versions, and how many different ones there are.
pub(super) struct Terms {
    pub(super) before: Bags,
    pub(super) after: Bags,
    pub(super) vocabulary: usize,
}

/// The stems of both versions' sentences, and their runs of four characters with a space before, between and after words.
pub(super) fn of_versions(before: &Version, after: &Version, keys: &Keys) -> [Terms; 2] {
    let mut reader = Reader::new(keys);
    let before = reader.read(before, &keys.before);
    let after = reader.read(after, &keys.after);
    let [(stems_before, stems_after), (grams_before, grams_after)] =
        [(before.0, after.0), (before.1, after.1)];
    [
        Terms {
            before: stems_before,
            after: stems_after,
            vocabulary: reader.stems.len(),
        },
        Terms {
            before: grams_before,
            after: grams_after,
            vocabulary: reader.grams.len(),
        },
    ]
}

/// A word: its stem and where its letters stand.
#[derive(Clone, Copy)]
struct Word {
    stem: u32,
    letters: Span,
}

struct Reader {
    stems: Interner<String>,
    grams: Interner<u64>,
    words: Vec<Word>,
    /// The letters of all words, 16 bits each: those beyond the Basic Multilingual Plane may fall together, which costs a
    /// little likeness and no more.
    letters: Vec<u16>,
    /// The words of each token core, by its key.
    of_cores: Vec<Span>,
}

impl Reader {
    fn new(keys: &Keys) -> Self {
        let mut reader = Self {
            stems: Interner::default(),
            grams: Interner::default(),
            words: Vec::new(),
            letters: Vec::new(),
            of_cores: Vec::with_capacity(keys.words.len()),
        };
        let numerals = Numerals::new();
        for folded in &keys.words {
            let start = reader.words.len();
            for word in words_in(folded, &numerals) {
                let word = reader.word(&word);
                reader.words.push(word);
            }
            let end = reader.words.len();
            reader.of_cores.push(Span::new(start, end));
        }
        reader
    }

    /// The stems and the character runs of a version.
    fn read(&mut self, version: &Version, keys: &[Key]) -> (Bags, Bags) {
        let (mut stems, mut grams) = (Bags::default(), Bags::default());
        let mut words = Vec::new();
        for sentence in &version.sentences {
            self.words_of(version, sentence, keys, &mut words);
            stems.terms.extend(words.iter().map(|word| word.stem));
            stems.ends.push(stems.terms.len());
            self.runs(&words, &mut grams.terms);
            grams.ends.push(grams.terms.len());
        }
        (stems, grams)
    }

    /// The words of a sentence; where it has none, its tokens.
    fn words_of(
        &mut self,
        version: &Version,
        sentence: &Sentence,
        keys: &[Key],
        words: &mut Vec<Word>,
    ) {
        words.clear();
        for token in sentence.tokens.range() {
            let span = self.of_cores[keys[token].core as usize];
            words.extend_from_slice(&self.words[span.range()]);
        }
        if words.is_empty() {
            for token in sentence.tokens.range() {
                words.push(self.word(version.text_of(version.tokens[token].span)));
            }
        }
    }

    fn word(&mut self, word: &str) -> Word {
        let start = self.letters.len();
        let letters = word.chars().map(|c| (u32::from(c) & 0xffff) as u16);
        self.letters.extend(letters);
        Word {
            stem: self.stems.intern(stem(word).to_owned()),
            letters: Span::new(start, self.letters.len()),
        }
    }

    /// Adds the runs of four characters of some words to a bag.
    fn runs(&mut self, words: &[Word], bag: &mut Vec<u32>) {
        const SPACE: u16 = b' ' as u16;
        let mut window = u64::from(SPACE);
        let mut count = 0;
        for word in words {
            for &c in self.letters[word.letters.range()].iter().chain(&[SPACE]) {
                window = window << 16 | u64::from(c);
                if count >= 2 {
                    bag.push(self.grams.intern(window));
                }
                count += 1;
            }
        }
    }
}

/// The words of a folded token: runs of letters, digits and apostrophes, without these; numbers in digits
/// however they are written.
fn words_in(folded: &str, numerals: &Numerals) -> Vec<String> {
    if let Some(number) = numerals.cardinal(folded).filter(|&number| number > 1) {
        return vec![number.to_string()];
    }
    let is_number = folded.starts_with(|c: char| c.is_ascii_digit());
    let inner = |c: char| matches!(c, '\'' | '.') || is_number && c == ',';
    let parts = folded.split(|c: char| !c.is_alphanumeric() && !inner(c));
    let bare = parts.map(|part| part.chars().filter(|c| !inner(*c)).collect::<String>());
    bare.filter(|word| !word.is_empty()).collect()
}
