//! What an author, or another hand, makes of a story.

use super::prose::{Paragraph, Sentence, Story, Writer, capitalised, exchange};
use super::templates::core;
use std::collections::HashMap;

/// How much is changed. All are probabilities, 0..1, of each of what they are about.
pub struct Rates {
    /// Of sentences: that their words change. The next five are about these sentences alone.
    pub touched: f64,
    /// Of words of four letters or more: that another stands in their place.
    pub exchanged: f64,
    /// Of shorter words: that another of them stands in their place.
    pub recast: f64,
    /// Of words but the first and the last: that they are dropped.
    pub dropped: f64,
    /// Of words: that another is put before them.
    pub added: f64,
    /// Of sentences: that what stands behind a comma changes places with what stands before it.
    pub turned: f64,
    /// Of sentences: that they go, that a new one comes behind them, that they are split at a comma, and that they are
    /// joined with the next.
    pub deleted: f64,
    pub inserted: f64,
    pub split: f64,
    pub joined: f64,
    /// Of paragraphs: that they move, are split in two, and are merged with the next.
    pub moved: f64,
    pub paragraphs_split: f64,
    pub paragraphs_merged: f64,
}

/// A later edition.
pub const EDITED: Rates = Rates {
    touched: 0.2,
    exchanged: 0.12,
    recast: 0.04,
    dropped: 0.05,
    added: 0.05,
    turned: 0.0,
    deleted: 0.03,
    inserted: 0.03,
    split: 0.01,
    joined: 0.01,
    moved: 0.02,
    paragraphs_split: 0.02,
    paragraphs_merged: 0.02,
};

/// A careful rewriter's work: everything is told, and every sentence in other words. Of the words, some 35 % are kept, as
/// in the news story of `www/samples`.
pub const REWRITTEN: Rates = Rates {
    touched: 1.0,
    exchanged: 0.55,
    recast: 0.4,
    dropped: 0.15,
    added: 0.1,
    turned: 0.3,
    deleted: 0.03,
    inserted: 0.03,
    split: 0.1,
    joined: 0.1,
    moved: 0.05,
    paragraphs_split: 0.1,
    paragraphs_merged: 0.1,
};

/// How far a paragraph moves at the most, in paragraphs.
const REACH: usize = 40;
/// Words of fewer letters are the short ones, in characters.
const SHORT: usize = 4;
const SHORT_WORDS: [&str; 16] = [
    "a", "an", "and", "as", "at", "by", "for", "had", "he", "in", "it", "of", "on", "she", "the",
    "to",
];

/// A revision of a story.
pub fn revise(story: Story, rates: &Rates, writer: &mut Writer) -> Story {
    let mut reviser = Reviser {
        rates,
        writer,
        synonyms: HashMap::new(),
    };
    let told: Story = story
        .into_iter()
        .map(|paragraph| reviser.sentences(paragraph))
        .filter(|paragraph| !paragraph.is_empty())
        .collect();
    let divided = reviser.paragraphs(told);
    reviser.order(divided)
}

struct Reviser<'r> {
    rates: &'r Rates,
    writer: &'r mut Writer,
    /// What the reviser says for a word, once they have said it.
    synonyms: HashMap<String, String>,
}

impl Reviser<'_> {
    fn happens(&mut self, rate: f64) -> bool {
        self.writer.random.chance(rate)
    }

    fn sentences(&mut self, paragraph: Paragraph) -> Paragraph {
        let mut told = Paragraph::new();
        let mut open: Option<Sentence> = None; // to be joined with the next
        for sentence in paragraph {
            if self.happens(self.rates.deleted) {
                continue;
            }
            let mut sentence = if self.happens(self.rates.touched) {
                self.tell(sentence)
            } else {
                sentence
            };
            if let Some(first) = open.take() {
                sentence = join(first, &sentence);
            }
            if self.happens(self.rates.joined) {
                open = Some(sentence);
            } else if self.happens(self.rates.split) {
                told.extend(split(sentence));
            } else {
                told.push(sentence);
            }
            if self.happens(self.rates.inserted) {
                told.extend(open.take());
                told.push(self.writer.sentence());
            }
        }
        told.extend(open);
        told
    }

    /// A sentence in other words.
    fn tell(&mut self, sentence: Sentence) -> Sentence {
        let last = sentence.len() - 1;
        let mut told = Sentence::new();
        for (at, word) in sentence.into_iter().enumerate() {
            let bare = word == core(&word);
            if at > 0 && self.happens(self.rates.added) {
                told.push(self.writer.vocabulary.word(&mut self.writer.random));
            }
            let short = core(&word).chars().count() < SHORT;
            if short && self.happens(self.rates.recast) {
                let other = self.writer.random.pick(&SHORT_WORDS);
                told.push(exchange(&word, other));
            } else if !short && self.happens(self.rates.exchanged) {
                told.push(self.synonym(&word));
            } else if !(bare && at > 0 && at < last && self.happens(self.rates.dropped)) {
                told.push(word);
            }
        }
        if self.happens(self.rates.turned) {
            turn(&mut told);
        }
        told
    }

    fn synonym(&mut self, word: &str) -> String {
        let writer = &mut *self.writer;
        let synonym = self.synonyms.entry(core(word).to_lowercase());
        let synonym = synonym.or_insert_with(|| writer.vocabulary.word(&mut writer.random));
        exchange(word, synonym)
    }

    /// Splits and merges.
    fn paragraphs(&mut self, story: Story) -> Story {
        let mut divided = Story::new();
        let mut open: Option<Paragraph> = None; // to be merged with the next
        for mut paragraph in story {
            if let Some(mut first) = open.take() {
                first.append(&mut paragraph);
                paragraph = first;
            }
            if self.happens(self.rates.paragraphs_merged) {
                open = Some(paragraph);
                continue;
            }
            let rest = if paragraph.len() > 1 && self.happens(self.rates.paragraphs_split) {
                let at = 1 + self.writer.random.below(paragraph.len() - 1);
                Some(paragraph.split_off(at))
            } else {
                None
            };
            divided.push(paragraph);
            divided.extend(rest);
        }
        divided.extend(open);
        divided
    }

    /// Moves paragraphs.
    fn order(&mut self, story: Story) -> Story {
        let mut placed: Vec<(usize, Paragraph)> = Vec::new();
        for (at, paragraph) in story.into_iter().enumerate() {
            let moved = self.happens(self.rates.moved);
            // As far up as down; nothing moves to before the beginning.
            let by = if moved {
                self.writer.random.below(2 * REACH)
            } else {
                REACH
            };
            placed.push((at + by, paragraph));
        }
        placed.sort_by_key(|(place, _)| *place);
        placed.into_iter().map(|(_, paragraph)| paragraph).collect()
    }
}

/// One sentence of two.
fn join(mut first: Sentence, second: &[String]) -> Sentence {
    if let Some(end) = first.last_mut() {
        let bare = end.trim_end_matches(['.', '?', '!']).len();
        // A quotation's end stays as it is.
        if !end.ends_with('”') {
            end.truncate(bare);
            end.push_str(", and");
        }
    }
    first.extend_from_slice(second);
    // Words never hold white space.
    first.join(" ").split(' ').map(str::to_owned).collect()
}

/// Two sentences of one, where it has a comma and no quotation.
fn split(mut sentence: Sentence) -> Vec<Sentence> {
    let comma = sentence.iter().position(|word| word.ends_with(','));
    let quotes = sentence.iter().any(|word| word.contains(['“', '”']));
    let Some(comma) = comma.filter(|_| !quotes) else {
        return vec![sentence];
    };
    let mut second = sentence.split_off(comma + 1);
    let end = &mut sentence[comma];
    end.pop();
    end.push('.');
    if let Some(first) = second.first_mut() {
        *first = capitalised(first);
    }
    vec![sentence, second]
}

/// Puts what stands behind the first comma before it, where there is no quotation.
fn turn(sentence: &mut Sentence) {
    let comma = sentence.iter().position(|word| word.ends_with(','));
    let quotes = sentence.iter().any(|word| word.contains(['“', '”']));
    let Some(comma) = comma.filter(|_| !quotes) else {
        return;
    };
    let count = sentence.len();
    let end = sentence[count - 1].pop();
    sentence[count - 1].push(',');
    sentence[comma].pop();
    sentence[comma].extend(end);
    sentence.rotate_left(comma + 1);
    sentence[0] = capitalised(&sentence[0]);
}
