//! Sentences that a paragraph break cuts in two.
//!
//! Both parts stay sentences, each inside its paragraph; the second is marked. Only what is sure is: after a title, an
//! initial or a comma a sentence has not ended, nor has it where the next paragraph begins with a small letter.

use super::marks::{self, Ending, Start};
use super::{Language, Role, Span, Version, abbreviations};

/// A line of fewer words without a mark at its end may be a heading or an item as well as half a sentence.
const FEWEST_WORDS: usize = 5;

/// Marks the sentences that go on with the last one of the paragraph before.
pub(super) fn mark(version: &mut Version) {
    for at in 1..version.paragraphs.len() {
        let [before, paragraph] = [at - 1, at].map(|at| version.paragraphs[at]);
        let bodies = before.role == Role::Body && paragraph.role == Role::Body;
        if !bodies || before.sentences.is_empty() || marks::is_item(version.text_of(before.span)) {
            continue;
        }
        let last = version.sentences[before.sentences.end - 1];
        let first = &version.sentences[paragraph.sentences.start];
        let continues = goes_on(
            version.text_of(last.span),
            last.tokens,
            version.text_of(first.span),
            version.language,
        );
        version.sentences[paragraph.sentences.start].continues = continues;
    }
}

/// Whether the sentence `last`, of so many `tokens`, goes on with `next`.
fn goes_on(last: &str, tokens: Span, next: &str, language: Language) -> bool {
    let small = marks::start_of(next) == Start::Lower && !marks::is_item(next);
    match marks::ending_of(last) {
        Ending::Pause => small,
        Ending::Bare => small && tokens.len() >= FEWEST_WORDS,
        Ending::Terminator => last
            .strip_suffix('.')
            .is_some_and(|before| abbreviations::is_unfinished(before, next, language)),
    }
}

#[cfg(test)]
mod tests {
    use crate::version::{ParagraphBreaks, Version};

    /// The paragraphs of `text` with `>` before each whose first sentence goes on with the paragraph before.
    fn marked(text: &str) -> String {
        let text = text.replace(['>'], "").replace(" / ", "\n\n");
        let version = Version::new(&text, ParagraphBreaks::Auto, None);
        let paragraph = |sentence: &crate::version::Sentence| {
            let mark = if sentence.continues { ">" } else { "" };
            let span = version.paragraphs[sentence.paragraph].span;
            (
                version.paragraphs[sentence.paragraph].sentences.start,
                format!("{mark}{}", version.text_of(span)),
            )
        };
        let mut paragraphs: Vec<(usize, String)> =
            version.sentences.iter().map(paragraph).collect();
        paragraphs.dedup_by_key(|(first, _)| *first);
        paragraphs
            .into_iter()
            .map(|(_, text)| text)
            .collect::<Vec<_>>()
            .join(" / ")
    }

    #[test]
    fn sentences_that_a_break_cuts() {
        for text in [
            "The letter was found, she said, by Dr. / >Elise Holm, a dentist in the town. She kept it.",
            "The plan is that they are embedding U.S. / >Special Forces in the units of the navy.",
            "They kept the bell in the tower that was built for it by John F. / >Holm and his sons.",
            "They kept the bell, / >for it was theirs. / They rang it when the boats came home at / >last.",
            "They put it in room No. / >5 of the museum, where nobody could see it.",
            "They had never been to the U.S. / The bell had. / They had not been in the U.S. / Boats had.",
            "He left at dawn. / and nobody saw him. / “He is here. / I saw him,” she said to the boy.",
            "They sold the lamp, the oil, / The boy, the bell and the tower, all on one day.",
            "milk / eggs / bread",
            "They had a dog and a cat: / - the dog was old and lame / - the cat was not.",
        ] {
            assert_eq!(marked(text), text);
        }
    }
}
