//! Lists of words, to look words up in: as slices of strings they would weigh twice as much in the browser.

use std::cmp::Ordering;

/// Words with a space between them, sorted by their bytes.
pub(crate) type Words = &'static str;

/// Verbs that name the speaker of a quotation: by name before the verb (English, Finnish), or after it where no capital
/// tells a name (Arabic, Hebrew).
pub(crate) const SPEECH: Words = words(
    "added adds admitted agreed announced answered argued argues asked asks began called claimed concluded continued \
    cried declared demanded exclaimed explained huudahti huusi insisted jatkoi kuiskasi kysyi murmured muttered noted \
    recalled remarked repeated replied revealed said sanoi say says shouted snapped stated tells told vastasi warned \
    whispered writes wrote yelled אמר אמרה אמרו הוסיף הוסיפה לחש לחשה ענה ענתה צעק צעקה קרא קראה שאל שאלה أجاب أجابت سأل \
    سألت صاح صاحت قال قالت همس همست",
);

/// The same in German, where a name before the verb begins a sentence of its own.
pub(crate) const GERMAN_SPEECH: Words =
    words("antwortete betonte erklärt erklärte fragt fragte meinte rief sagt sagte schrieb");

/// A list, which does not compile where it is not sorted.
pub(crate) const fn words(list: Words) -> Words {
    let bytes = list.as_bytes();
    let (mut word, mut at) = (0, 0);
    while at < bytes.len() {
        if bytes[at] == b' ' {
            let mut same = 0;
            while bytes[word + same] == bytes[at + 1 + same] {
                same += 1;
            }
            assert!(bytes[word + same] < bytes[at + 1 + same]);
            word = at + 1;
        }
        at += 1;
    }
    list
}

/// Whether `word` is one of `words`. Time is logarithmic in them.
pub(crate) fn holds(words: Words, word: &str) -> bool {
    let (mut low, mut high) = (0, words.len());
    while low < high {
        let middle = usize::midpoint(low, high);
        let (before, after) = (
            &words.as_bytes()[low..middle],
            &words.as_bytes()[middle..high],
        );
        let is_space = |byte: &u8| *byte == b' ';
        let start = before
            .iter()
            .rposition(is_space)
            .map_or(low, |at| low + at + 1);
        let end = after
            .iter()
            .position(is_space)
            .map_or(high, |at| middle + at);
        match words[start..end].cmp(word) {
            Ordering::Equal => return true,
            Ordering::Less => low = (end + 1).min(high),
            Ordering::Greater => high = start.saturating_sub(1).max(low),
        }
    }
    false
}
