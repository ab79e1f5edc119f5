//! Texts unlike any prose, made to take long.

use super::Pair;
use super::prose::{Story, Writer};
use super::random::Random;
use super::revise::{EDITED, revise};
use super::templates::core;

/// What makes a pair.
type Make = fn() -> Pair;

/// All of them, by their names.
pub const ALL: [(&str, Make); 6] = [
    ("three-kinds", three_kinds),
    ("all-different", all_different),
    ("one-paragraph", one_paragraph),
    ("identical-paragraphs", identical_paragraphs),
    ("one-word-paragraphs", one_word_paragraphs),
    ("one-line", one_line),
];

/// Words of each version of the first two.
const WORDS: usize = 20_000;
/// Words of the one paragraph.
const PARAGRAPH: usize = 50_000;
/// Of those words, every such one is another in the later version.
const EVERY: usize = 10;
/// Paragraphs that are all the same.
const IDENTICAL: usize = 100_000;
/// Paragraphs of a word.
const ONE_WORD: usize = 1_000_000;
/// Different words of those.
const FORMS: usize = 10_000;
/// The length of the line, in bytes.
const LINE: usize = 10_000_000;
/// Bytes of a word of prose and the space behind it, at the least.
const BYTES_A_WORD: usize = 5;

/// Three words over and over, at random.
fn three_kinds() -> Pair {
    let mut random = Random::new(1);
    let mut version = || {
        let words = (0..WORDS).map(|_| *random.pick(&["lamp", "gate", "snow"]));
        words.collect::<Vec<_>>().join(" ")
    };
    Pair {
        before: version(),
        after: version(),
    }
}

/// No word twice, in either version.
fn all_different() -> Pair {
    let mut writer = Writer::new(2);
    let mut version = || {
        let words = (0..WORDS).map(|_| writer.vocabulary.coin(&mut writer.random));
        words.collect::<Vec<_>>().join(" ")
    };
    Pair {
        before: version(),
        after: version(),
    }
}

/// A long paragraph of prose, changed at every tenth word.
fn one_paragraph() -> Pair {
    let mut writer = Writer::new(3);
    let mut words: Vec<String> = writer
        .story(PARAGRAPH)
        .into_iter()
        .flatten()
        .flatten()
        .collect();
    let before = words.join(" ");
    for word in words.iter_mut().step_by(EVERY) {
        let other = writer.vocabulary.word(&mut writer.random);
        *word = word.replace(core(word), &other);
    }
    let after = words.join(" ");
    Pair { before, after }
}

/// One paragraph over and over; the later version tells the middle one otherwise and has one more.
fn identical_paragraphs() -> Pair {
    let paragraph = "The lamp was lit, and nobody came.\n\n";
    let before = paragraph.repeat(IDENTICAL);
    let half = paragraph.repeat(IDENTICAL / 2);
    let after = format!("{half}The lamp was never lit, and somebody came.\n\n{half}");
    Pair { before, after }
}

/// Paragraphs of a word, drawn for each version by itself.
fn one_word_paragraphs() -> Pair {
    let mut writer = Writer::new(5);
    let mut coin = || writer.vocabulary.coin(&mut writer.random);
    let forms: Vec<String> = (0..FORMS).map(|_| coin()).collect();
    let mut random = Random::new(5);
    let mut version = || {
        let words = (0..ONE_WORD).map(|_| random.pick(&forms).as_str());
        words.collect::<Vec<_>>().join("\n\n")
    };
    Pair {
        before: version(),
        after: version(),
    }
}

/// Prose without a line break, and a later edition of it.
fn one_line() -> Pair {
    let mut writer = Writer::new(6);
    let mut story = writer.story(LINE / BYTES_A_WORD);
    let mut length = 0;
    story.retain(|paragraph| {
        length += paragraph
            .iter()
            .flatten()
            .map(|word| word.len() + 1)
            .sum::<usize>();
        length <= LINE
    });
    let before = line(&story);
    let after = line(&revise(story, &EDITED, &mut writer));
    Pair { before, after }
}

fn line(story: &Story) -> String {
    let words: Vec<&str> = story
        .iter()
        .flatten()
        .flatten()
        .map(String::as_str)
        .collect();
    words.join(" ")
}
