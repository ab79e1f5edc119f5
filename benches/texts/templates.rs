//! The sentences of this project's own stories, as patterns for others.

use super::random::Random;
use std::collections::HashMap;

const STORIES: [&str; 8] = [
    include_str!("../../www/samples/winter/before.txt"),
    include_str!("../../www/samples/winter/after.txt"),
    include_str!("../../www/samples/whetstone/before.txt"),
    include_str!("../../www/samples/whetstone/after.txt"),
    include_str!("../../www/samples/lighthouse/before.txt"),
    include_str!("../../www/samples/lighthouse/after.txt"),
    include_str!("../../tests/stories/lighthouse-ac/after.txt"),
    include_str!("../../tests/stories/same-subject/after.txt"),
];

/// Words that stand at least so often in the stories are those that hold sentences together: they are never exchanged.
const FREQUENT: usize = 8;
/// Nor are those of fewer letters, in characters.
const SHORT: usize = 4;
/// Sentences are patterns where they have no fewer words than the first and no more than the second.
const WORDS: std::ops::RangeInclusive<usize> = 4..=40;

/// What may stand in the place of a word.
#[derive(Clone, Copy, PartialEq, Eq)]
pub enum Slot {
    /// The word itself.
    Itself,
    Content,
    Name,
    Number,
}

/// A word with its punctuation, as it stands in a text.
#[derive(Clone)]
pub struct Piece {
    pub text: String,
    pub slot: Slot,
}

/// The patterns: whole sentences that hold quotations, and clauses of all others by their place.
#[derive(Default)]
pub struct Templates {
    whole: Vec<Vec<Piece>>,
    first: Vec<Vec<Piece>>,
    middle: Vec<Vec<Piece>>,
    last: Vec<Vec<Piece>>,
    /// The content words of the stories, in their order, each once.
    pub words: Vec<String>,
}

impl Templates {
    pub fn new() -> Self {
        let mut counts: HashMap<String, usize> = HashMap::new();
        for word in STORIES.iter().flat_map(|story| story.split_whitespace()) {
            *counts.entry(core(word).to_lowercase()).or_default() += 1;
        }
        let mut templates = Self::default();
        for sentence in STORIES.iter().flat_map(|story| sentences(story)) {
            templates.add(&sentence, &mut counts);
        }
        templates
    }

    /// Takes a sentence; `counts` loses the words that have been seen.
    fn add(&mut self, sentence: &[&str], counts: &mut HashMap<String, usize>) {
        if !WORDS.contains(&sentence.len()) {
            return;
        }
        let mut pieces: Vec<Piece> = Vec::new();
        for (at, &word) in sentence.iter().enumerate() {
            let begins = at == 0 || !word.starts_with(char::is_alphanumeric);
            let form = core(word).to_lowercase();
            let slot = slot(word, begins, counts.get(&form).copied());
            if slot == Slot::Content && counts.insert(form.clone(), 0) != Some(0) {
                self.words.push(form);
            }
            let text = word.to_owned();
            pieces.push(Piece { text, slot });
        }
        if sentence
            .iter()
            .any(|word| word.contains(['“', '”', '(', ')']))
        {
            return self.whole.push(pieces);
        }
        let mut clauses: Vec<Vec<Piece>> = pieces
            .split_inclusive(|piece| piece.text.ends_with([',', ';', ':', '–', '—']))
            .map(<[Piece]>::to_vec)
            .collect();
        let Some(last) = clauses.pop() else { return };
        if clauses.is_empty() {
            return self.whole.push(last);
        }
        self.last.push(last);
        self.first.push(clauses.remove(0));
        self.middle.append(&mut clauses);
    }

    /// A sentence: one of the stories', or clauses of several.
    pub fn sentence(&self, random: &mut Random) -> Vec<Piece> {
        let at = random.below(self.whole.len() + self.first.len());
        if let Some(whole) = self.whole.get(at) {
            return whole.clone();
        }
        let mut sentence = self.first[at - self.whole.len()].clone();
        // As many clauses between the first and the last as the stories have, on average.
        let mut between = self.middle.len() as f64 / self.first.len() as f64;
        while random.chance(between) {
            let clause = random.pick(&self.middle);
            sentence.extend_from_slice(clause);
            between -= 1.0;
        }
        let last = random.pick(&self.last);
        sentence.extend_from_slice(last);
        sentence
    }
}

/// A word without the punctuation around it.
pub fn core(word: &str) -> &str {
    word.trim_matches(|c: char| !c.is_alphanumeric())
}

/// What may stand in the place of a word; `begins` where a capital says nothing, `count` how often it stands in the stories.
fn slot(word: &str, begins: bool, count: Option<usize>) -> Slot {
    let core = core(word);
    if core.contains(|c: char| c.is_ascii_digit()) {
        return Slot::Number;
    }
    if core.chars().count() < SHORT || !core.chars().all(char::is_alphabetic) {
        return Slot::Itself;
    }
    if !begins && core.starts_with(char::is_uppercase) {
        return Slot::Name;
    }
    // Those that have been seen, as content, count 0.
    if count.is_some_and(|count| count >= FREQUENT) {
        Slot::Itself
    } else {
        Slot::Content
    }
}

/// The sentences of a story, roughly: each ends with the punctuation of an end.
fn sentences(story: &str) -> Vec<Vec<&str>> {
    let mut sentences = Vec::new();
    for line in story.lines() {
        let words: Vec<&str> = line.split_whitespace().collect();
        let ends = |word: &&str| word.trim_end_matches('”').ends_with(['.', '?', '!']);
        for sentence in words.split_inclusive(ends) {
            if sentence.last().is_some_and(ends) && balanced(sentence) {
                sentences.push(sentence.to_vec());
            }
        }
    }
    sentences
}

/// Whether every quotation that is opened in a sentence is closed in it.
fn balanced(sentence: &[&str]) -> bool {
    let count = |mark| {
        sentence
            .iter()
            .map(|word| word.matches(mark).count())
            .sum::<usize>()
    };
    count('“') == count('”')
}
