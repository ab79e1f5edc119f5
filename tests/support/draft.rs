//! Real prose under a fuzzer's hand: a story, and another version of it that choices make.

use super::choices::Choices;
use super::editions::STORIES;
use super::pieces::PIECES;
use std::ops::Range;

/// A text as what editors take into their hands: words, single marks, and white space as it stands. A character of a script
/// without spaces is a word.
struct Draft(Vec<String>);

/// What is taken up at once.
#[derive(Clone, Copy)]
enum Size {
    Word,
    Sentence,
    Paragraph,
}

const SIZES: [Size; 3] = [Size::Word, Size::Sentence, Size::Paragraph];
/// Between two paragraphs.
const BREAK: &str = "\n\n";
/// Where the scripts of China and Japan begin, which have no spaces.
const UNSPACED: char = '\u{2e80}';
/// How many paragraphs of a story are taken at the most. Few tell as much as many, and are read the faster.
const PARAGRAPHS: usize = 4;
/// How often a version is changed at the most.
const CHANGES: usize = 32;
/// A longer draft, in tokens, is not made longer.
const LONG: usize = 500;

/// A story and another version of it.
pub fn versions(choices: &mut Choices) -> (String, String) {
    let [before, after] = choices.pick(STORIES);
    let mut before = Draft::new(before, choices);
    for _ in 0..choices.below(4) {
        before.change(choices);
    }
    let mut after = if choices.flip() {
        Draft::new(after, choices)
    } else {
        Draft(before.0.clone())
    };
    for _ in 0..CHANGES {
        if choices.is_spent() {
            break;
        }
        after.change(choices);
    }
    (before.0.concat(), after.0.concat())
}

impl Draft {
    /// A few paragraphs of a story.
    fn new(story: &str, choices: &mut Choices) -> Self {
        let paragraphs: Vec<&str> = story.split_inclusive(BREAK).collect();
        let first = choices.below(paragraphs.len());
        let count = 1 + choices.below(PARAGRAPHS);
        let some = &paragraphs[first..paragraphs.len().min(first + count)];
        Self(tokens(&some.concat()))
    }

    /// What an editor, a program or an accident may do to a text.
    fn change(&mut self, choices: &mut Choices) {
        let change = choices.below(14);
        if self.0.is_empty() {
            self.0.push((*choices.pick(PIECES)).to_owned());
            return;
        }
        let size = *choices.pick(&SIZES);
        let at = choices.below(self.0.len());
        let part = self.around(at, size);
        let is_long = self.0.len() > LONG;
        match change {
            0 => drop(self.0.drain(part)),
            1 => {
                let moved: Vec<String> = self.0.drain(part).collect();
                let to = self.start(choices, size);
                self.0.splice(to..to, moved);
            }
            2 if !is_long => {
                let copied = self.0[part].to_vec();
                let to = self.start(choices, size);
                self.0.splice(to..to, copied);
            }
            3 => {
                let piece = *choices.pick(PIECES);
                self.0.splice(part, [piece.to_owned()]);
            }
            4 => self
                .0
                .insert(part.start, (*choices.pick(PIECES)).to_owned()),
            5 => self.0.insert(part.end, (*choices.pick(PIECES)).to_owned()),
            6 => self.0.insert(at, BREAK.to_owned()),
            7 => {
                let end = part.end - 1;
                if is_break(&self.0[end]) {
                    " ".clone_into(&mut self.0[end]);
                }
            }
            8 => self.retype(part, str::to_uppercase),
            9 => self.retype(part, |text| {
                text.replace(['“', '”'], "\"").replace('’', "'")
            }),
            10 => self.retype(part, |text| text.replace("—", " – ").replace("...", "…")),
            11 => self.retype(part, |text| text.replace(' ', "\n")),
            12 if !is_long => {
                let other = Self::new(choices.pick(STORIES)[0], choices);
                self.0.splice(at..at, other.0);
            }
            13 => self.retype(part, |text| text.chars().rev().collect()),
            _ => {}
        }
    }

    /// The part of this size that a token stands in.
    fn around(&self, at: usize, size: Size) -> Range<usize> {
        let ends = |token: &String| match size {
            Size::Word => true,
            Size::Sentence => {
                is_break(token) || token.contains(['.', '!', '?', '。', '؟', '！', '？'])
            }
            Size::Paragraph => is_break(token),
        };
        let start = self.0[..at].iter().rposition(ends);
        let end = self.0[at..].iter().position(ends);
        start.map_or(0, |start| start + 1)..end.map_or(self.0.len(), |end| at + end + 1)
    }

    /// Where a part of this size begins.
    fn start(&self, choices: &mut Choices, size: Size) -> usize {
        let at = choices.below(self.0.len() + 1);
        if at == self.0.len() {
            at
        } else {
            self.around(at, size).start
        }
    }

    fn retype(&mut self, part: Range<usize>, write: impl Fn(&str) -> String) {
        for token in &mut self.0[part] {
            *token = write(token);
        }
    }
}

fn is_break(token: &str) -> bool {
    token.matches('\n').count() > 1
}

fn tokens(text: &str) -> Vec<String> {
    #[derive(PartialEq)]
    enum Kind {
        Space,
        Word,
        Alone,
    }
    let kind = |c: char| match c {
        _ if c.is_whitespace() => Kind::Space,
        _ if c.is_alphanumeric() && c < UNSPACED => Kind::Word,
        _ => Kind::Alone,
    };
    let mut tokens: Vec<String> = Vec::new();
    let mut last = Kind::Alone;
    for c in text.chars() {
        let now = kind(c);
        match tokens.last_mut() {
            Some(token) if now == last && now != Kind::Alone => token.push(c),
            _ => tokens.push(c.to_string()),
        }
        last = now;
    }
    tokens
}
