//! What part a paragraph plays on the page: title, byline, caption or body.
//!
//! Told from its shape (length, capitals, what stands at its end) and its place (at the top, between paragraphs of
//! prose). What is not clear is body: a reader misses a label less than a wrong one hurts.

use super::marks::{self, Ending, Start};
use super::wordlist::{Words, holds, words};
use super::{Paragraph, Version, lower};

/// The part a paragraph plays.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Role {
    /// A headline, or the heading of a chapter.
    Title,
    /// Who wrote it, where and when.
    Byline,
    /// The words under a picture.
    Caption,
    /// The story itself.
    Body,
}

/// Headings that a number follows.
const NUMBERED_HEADINGS: Words = words(
    "act acte akt book brief buch canto capitolo capítulo chapitre chapter kapitel letter lettre libro livre part \
    parte partie scene scène section stave szene teil volume",
);

/// Headings that stand alone.
const LONE_HEADINGS: Words = words(
    "acknowledgements afterword appendix conclusion contents dedication einleitung epilog epilogue foreword inhalt \
    introduction nachwort notes preface prolog prologue préface vorwort",
);

/// Numbers in words, as headings use them.
const NUMBERS: Words = words(
    "drei dritter drittes eight eins eleven erster erstes fifth first five four fourth fünf fünftes last letztes \
    nine one second seven six sixth ten third three twelve two vier viertes zwei zweiter zweites",
);

/// Before the name of an author.
const BY: Words = words("by door par por von");

/// What may stand before the word before the name of an author.
const CRAFTS: Words = words(
    "adapted compiled edited illustrated illustrations photographs photography photos reported retold story text \
    told translated words written",
);

/// In small words of names and places.
const PARTICLES: Words = words("and at by da de del for in nd of rd st th the und van von");

/// Months, as dates name them.
const MONTHS: Words = words(
    "apr april aug august dec december dezember feb februar february jan januar january jul juli july jun june juni \
    mai mar march may märz nov november oct october oktober sep sept september",
);

/// First words of a caption, before a colon or a name.
const CAPTION_LABELS: Words = words(
    "above below bild caption credit figure foto illustration image left photo photograph picture pictured right",
);

/// Words of the credit at the end of a caption.
const CREDITS: Words = words("bild credit foto getty image photo photograph picture reuters");

/// The most words of a heading that is set like a sentence.
const HEADING_WORDS: usize = 8;
/// The most words of a headline, whose long words have capitals.
const HEADLINE_WORDS: usize = 16;
/// The most words of a headline that opens the text.
const TOP_HEADLINE_WORDS: usize = 30;
/// The most words of a caption.
const CAPTION_WORDS: usize = 60;
/// The most words of a byline.
const BYLINE_WORDS: usize = 12;

/// Gives every paragraph its role, from its shape and its place. Only short paragraphs are looked at closely.
pub(super) fn assign(version: &mut Version) {
    let mut roles = Vec::with_capacity(version.paragraphs.len());
    let page = Page::new(version);
    for at in 0..version.paragraphs.len() {
        let role = page.role(at, roles.last().copied());
        roles.push(role);
    }
    for (paragraph, role) in version.paragraphs.iter_mut().zip(roles) {
        paragraph.role = role;
    }
}

/// All paragraphs, as far as the role of one depends on others.
struct Page<'v> {
    version: &'v Version<'v>,
    endings: Vec<Ending>,
    /// Whether most paragraphs end as prose does, so that one that does not stands out.
    prose: bool,
    /// The first paragraph that reads as body.
    first_body: usize,
}

impl<'v> Page<'v> {
    fn new(version: &'v Version<'v>) -> Self {
        let endings: Vec<Ending> = version
            .paragraphs
            .iter()
            .map(|paragraph| marks::ending_of(version.text_of(paragraph.span)))
            .collect();
        let ended = endings
            .iter()
            .filter(|ending| **ending != Ending::Bare)
            .count();
        let words = |at: usize| version.tokens_of(&version.paragraphs[at]).len();
        Self {
            version,
            prose: ended * 2 >= endings.len(),
            first_body: (0..endings.len())
                .find(|&at| endings[at] != Ending::Bare && words(at) > HEADING_WORDS)
                .unwrap_or(endings.len()),
            endings,
        }
    }

    /// The role of a paragraph; `previous` is that of the one before.
    fn role(&self, at: usize, previous: Option<Role>) -> Role {
        let paragraph = &self.version.paragraphs[at];
        let text = self.version.text_of(paragraph.span);
        if paragraph.verse
            || self.words(at) > CAPTION_WORDS
            || marks::is_item(text)
            || text.starts_with('[')
        {
            return Role::Body;
        }
        let look = Look::new(self.version, paragraph);
        let top = at < self.first_body;
        if look.is_byline() && (top || matches!(previous, Some(Role::Title | Role::Byline))) {
            Role::Byline
        } else if look.is_labelled_caption() {
            Role::Caption
        } else if at + 1 == self.endings.len() {
            Role::Body
        } else if look.is_numbered_heading() || (at == 0 && look.is_headline(HEADLINE_WORDS)) {
            Role::Title
        } else if !self.stands_out(at) {
            Role::Body
        } else if (at == 0 && look.words.len() <= TOP_HEADLINE_WORDS)
            || look.is_headline(HEADLINE_WORDS)
            || look.words.len() <= HEADING_WORDS
        {
            Role::Title
        } else if !top && look.sentences == 1 && !text.contains([';']) {
            Role::Caption
        } else {
            Role::Body
        }
    }

    /// Whether a paragraph ends without a mark where most have one, and neither is one of a list nor part of a sentence
    /// that a break cut in two.
    fn stands_out(&self, at: usize) -> bool {
        let text = |at: usize| {
            self.version
                .paragraphs
                .get(at)
                .map(|paragraph| self.version.text_of(paragraph.span))
        };
        let is_bare = |at: usize| self.endings.get(at) == Some(&Ending::Bare);
        let starts_small = |at: usize| {
            text(at).is_some_and(|text| {
                let by = text
                    .split(super::is_white_space)
                    .next()
                    .is_some_and(|word| holds(BY, word));
                marks::start_of(text) == Start::Lower && !by
            })
        };
        let listed = at >= self.first_body && at > 0 && is_bare(at - 1) && is_bare(at + 1);
        self.prose && is_bare(at) && !listed && !starts_small(at) && !starts_small(at + 1)
    }

    fn words(&self, at: usize) -> usize {
        self.version.tokens_of(&self.version.paragraphs[at]).len()
    }
}

/// What a short paragraph looks like.
struct Look<'t> {
    text: &'t str,
    /// The cores of its tokens that have a letter or digit.
    words: Vec<&'t str>,
    /// The same in small letters.
    lower: Vec<String>,
    sentences: usize,
    ending: Ending,
}

impl<'t> Look<'t> {
    fn new(version: &Version<'t>, paragraph: &Paragraph) -> Self {
        let text = version.text_of(paragraph.span);
        let words: Vec<&str> = version.tokens[version.tokens_of(paragraph).range()]
            .iter()
            .map(|token| version.text_of(token.core))
            .filter(|core| core.contains(char::is_alphanumeric))
            .collect();
        Self {
            text,
            lower: words.iter().map(|word| lower(word)).collect(),
            words,
            sentences: paragraph.sentences.len(),
            ending: marks::ending_of(text),
        }
    }

    /// `CHAPTER IV.`, `Letter 2`, `Part One: The Boat`, `Preface`, `XII`.
    fn is_numbered_heading(&self) -> bool {
        let (Some(first), Some(word)) = (self.lower.first(), self.words.first()) else {
            return false;
        };
        let capital = marks::start_of(word) != Start::Lower;
        let second = self.lower.get(1);
        // "Book I read" is none.
        let sentence = self
            .words
            .get(2)
            .is_some_and(|third| marks::start_of(third) == Start::Lower);
        let numbered = holds(NUMBERED_HEADINGS, first)
            && second.is_some_and(|second| is_number(second))
            || holds(NUMBERS, first)
                && second.is_some_and(|second| holds(NUMBERED_HEADINGS, second))
                && self.words.len() == 2;
        let lone = self.words.len() == 1 && (holds(LONE_HEADINGS, first) || is_numeral(word));
        capital
            && !sentence
            && self.words.len() <= HEADLINE_WORDS
            && self.sentences <= 2
            && (numbered || lone)
    }

    /// Whether it is set as headlines are: all words in capitals, or every long one with a capital.
    fn is_headline(&self, most: usize) -> bool {
        let long = || {
            self.words
                .iter()
                .filter(|word| word.chars().count() > 3 && word.contains(char::is_alphabetic))
        };
        let capitals = long()
            .filter(|word| marks::start_of(word) == Start::Upper)
            .count();
        let all_capitals =
            !self.text.contains(char::is_lowercase) && self.text.contains(char::is_uppercase);
        self.ending != Ending::Pause
            && self.words.len() <= most
            && self.sentences == 1
            && !self.text.ends_with(['.', '”', '"'])
            && (all_capitals || (capitals >= 2 && capitals * 5 >= long().count() * 4))
    }

    /// `By A. N. Author`, `From our correspondent`, `Place, 3 May 2024`.
    fn is_byline(&self) -> bool {
        if self.words.is_empty() || self.words.len() > BYLINE_WORDS {
            return false;
        }
        let is_name = |words: &[&str]| {
            !words.is_empty()
                && words
                    .iter()
                    .all(|word| word.starts_with(char::is_uppercase) || holds(PARTICLES, word))
        };
        let by = self.lower.iter().position(|word| holds(BY, word));
        let crafted = self.lower.first().is_some_and(|first| holds(CRAFTS, first));
        let signed = self.ending == Ending::Bare
            && by.is_some_and(|by| {
                is_name(&self.words[by + 1..])
                    && (by == 0 || (by == 1 && crafted) || self.is_date(by))
            });
        let correspondent = self.lower.len() <= 8
            && self
                .lower
                .starts_with(&["from".to_owned(), "our".to_owned()])
            && self
                .lower
                .iter()
                .any(|word| word.ends_with("correspondent"));
        signed || correspondent || self.is_date(self.words.len())
    }

    /// Whether the first `length` words are names and a date, and no sentence.
    fn is_date(&self, length: usize) -> bool {
        let words = || self.lower.iter().zip(&self.words).take(length);
        let month = words()
            .any(|(lower, word)| word.starts_with(char::is_uppercase) && holds(MONTHS, lower));
        let day = words().any(|(lower, _)| lower.starts_with(|c: char| c.is_ascii_digit()));
        let no_sentence = words()
            .all(|(lower, word)| !word.starts_with(char::is_lowercase) || holds(PARTICLES, lower));
        month && day && no_sentence && self.ending != Ending::Pause
    }

    /// Whether it says of itself that it stands under a picture: `Photo: …`, `… (AP Photo/…)`, `… © …`.
    fn is_labelled_caption(&self) -> bool {
        let label = self
            .text
            .split_once([':', '|', '/'])
            .is_some_and(|(label, _)| {
                let label = bare_lower(label);
                holds(CAPTION_LABELS, &label)
            });
        let pictured = self.lower.first().is_some_and(|first| first == "pictured");
        // A credit stands after a dash, a bar, a slash or in brackets at the end.
        let credit = self
            .text
            .rsplit_once(['(', '|', '–', '—', '/', '-', '['])
            .is_some_and(|(before, credit)| {
                let words: Vec<String> = credit
                    .split(super::is_white_space)
                    .take(8)
                    .map(bare_lower)
                    .collect();
                before.ends_with(super::is_white_space)
                    && words.len() < 8
                    && words.iter().any(|word| holds(CREDITS, word))
            });
        let sentence = self.ending == Ending::Terminator && self.sentences > 2;
        !sentence && (label || pictured || (credit && self.ending == Ending::Bare))
    }
}

fn bare_lower(word: &str) -> String {
    lower(word.trim_matches(|c: char| !c.is_alphanumeric()))
}

fn is_numeral(word: &str) -> bool {
    word.len() <= 6
        && (word.bytes().all(|b| b.is_ascii_digit()) || word.bytes().all(|b| b"IVXLC".contains(&b)))
}

fn is_number(lower: &str) -> bool {
    is_numeral(&lower.to_ascii_uppercase()) || holds(NUMBERS, lower)
}

#[cfg(test)]
mod tests;
