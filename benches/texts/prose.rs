//! Prose of any length: sentences after those of the stories, with other words, names and numbers.

use super::random::Random;
use super::templates::{Piece, Slot, Templates, core};
use super::vocabulary::Vocabulary;

/// Words with their punctuation.
pub type Sentence = Vec<String>;
pub type Paragraph = Vec<Sentence>;
pub type Story = Vec<Paragraph>;

/// How long a chapter is, in words. Each has people and places of its own.
const CHAPTER: usize = 3_000;
/// The names of a chapter, some of which it takes over from the last.
const NAMES: usize = 8;
const NAMES_TAKEN_OVER: usize = 5;
/// How many sentences a paragraph has at the most.
const SENTENCES: usize = 8;
/// The share of content words that are others than those of the sentence in the story.
const OTHERS: f64 = 0.9;

/// Writes prose, one word after the other.
pub struct Writer {
    pub random: Random,
    pub vocabulary: Vocabulary,
    templates: Templates,
    names: Vec<String>,
}

impl Writer {
    pub fn new(seed: u64) -> Self {
        let templates = Templates::new();
        Self {
            random: Random::new(seed),
            vocabulary: Vocabulary::new(templates.words.clone()),
            templates,
            names: Vec::new(),
        }
    }

    /// A story of so many words, in chapters.
    pub fn story(&mut self, words: usize) -> Story {
        let mut story = Story::new();
        let mut written = 0;
        let mut chapters = 0;
        while written < words {
            if written >= chapters * CHAPTER {
                chapters += 1;
                self.change_names();
                let heading = format!("Chapter {chapters}");
                story.push(vec![heading.split(' ').map(str::to_owned).collect()]);
                written += 2;
            }
            let mut paragraph = Paragraph::new();
            for _ in 0..=self.random.below(SENTENCES) {
                let sentence = self.sentence();
                written += sentence.len();
                paragraph.push(sentence);
                if written >= words {
                    break;
                }
            }
            story.push(paragraph);
        }
        story
    }

    /// A sentence that the story does not have.
    pub fn sentence(&mut self) -> Sentence {
        let pieces = self.templates.sentence(&mut self.random);
        let words: Sentence = pieces.iter().map(|piece| self.fill(piece)).collect();
        for word in &words {
            self.vocabulary.note(core(word));
        }
        words
    }

    fn fill(&mut self, piece: &Piece) -> String {
        match piece.slot {
            Slot::Content if self.random.chance(OTHERS) => {
                let word = self.vocabulary.word(&mut self.random);
                exchange(&piece.text, &word)
            }
            Slot::Itself | Slot::Content => piece.text.clone(),
            Slot::Name => {
                let name = self.random.pick(&self.names);
                exchange(&piece.text, name)
            }
            Slot::Number => piece.text.chars().map(|c| self.digit(c)).collect(),
        }
    }

    /// Another digit in the place of one, and never a 0.
    fn digit(&mut self, c: char) -> char {
        if c.is_ascii_digit() {
            char::from(b'1' + self.random.below(9) as u8)
        } else {
            c
        }
    }

    fn change_names(&mut self) {
        self.names.truncate(NAMES_TAKEN_OVER);
        while self.names.len() < NAMES {
            self.names.push(self.vocabulary.coin(&mut self.random));
        }
    }
}

/// A word in the place of another, with its punctuation and its capital.
pub fn exchange(place: &str, word: &str) -> String {
    let old = core(place);
    if old.is_empty() {
        return place.to_owned();
    }
    let mut new = word.to_owned();
    if old.starts_with(char::is_uppercase) {
        new = capitalised(&new);
    }
    place.replacen(old, &new, 1)
}

/// A word with a capital, behind whatever punctuation it begins with.
pub fn capitalised(word: &str) -> String {
    let begin = word.find(char::is_alphanumeric).unwrap_or(0);
    let (head, tail) = word.split_at(begin);
    let mut rest = tail.chars();
    let first = rest.next().into_iter().flat_map(char::to_uppercase);
    head.chars().chain(first).chain(rest).collect()
}

/// A story as a text: a line a paragraph, with blank lines between them.
pub fn lay_out(story: &Story) -> String {
    let mut text = String::new();
    for paragraph in story {
        for (at, word) in paragraph.iter().flatten().enumerate() {
            if at > 0 {
                text.push(' ');
            }
            text += word;
        }
        text += "\n\n";
    }
    text
}
