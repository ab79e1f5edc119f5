//! Word stems: endings stripped, so that "demanded" and "demanding" count as one word.

/// Endings, longest first. English and German; a wrong cut costs little, for both versions are cut alike.
const ENDINGS: [&str; 22] = [
    "ations", "ation", "ments", "ingly", "ungen", "ment", "ings", "edly", "iers", "ing", "ies",
    "ied", "ers", "ern", "ung", "ed", "es", "ly", "er", "en", "em", "s",
];

/// How many characters of a word stay at the least.
const SHORTEST: usize = 3;

/// The stem of a word in small letters: without one ending and a last "e", "y" or "i".
pub(super) fn stem(word: &str) -> &str {
    let stripped = ENDINGS
        .iter()
        .find_map(|ending| word.strip_suffix(ending).filter(|stem| is_long(stem)));
    let stem = stripped.unwrap_or(word);
    stem.strip_suffix(['e', 'y', 'i'])
        .filter(|stem| is_long(stem))
        .unwrap_or(stem)
}

fn is_long(stem: &str) -> bool {
    stem.chars().nth(SHORTEST - 1).is_some()
}

#[cfg(test)]
mod tests {
    use super::stem;

    #[test]
    fn inflections_of_a_word_share_a_stem() {
        for words in [
            ["demanded", "demanding"],
            ["cities", "city"],
            ["operation", "operations"],
            ["zeitungen", "zeitung"],
        ] {
            assert_eq!(stem(words[0]), stem(words[1]));
        }
    }

    #[test]
    fn short_words_stay_whole() {
        for word in ["is", "her", "sing", "bed", "été"] {
            assert_eq!(stem(word), word);
        }
    }
}
