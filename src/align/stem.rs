//! Word stems: endings stripped, so that "demanded" and "demanding" count as one word.

/// Endings, longest first: English and German, Arabic, Hebrew. A wrong cut costs little, for both versions are cut alike.
const ENDINGS: [&str; 35] = [
    "ations", "ation", "ments", "ingly", "ungen", "ment", "ings", "edly", "iers", "ing", "ies",
    "ied", "ers", "ern", "ung", "ed", "es", "ly", "er", "en", "em", "s", "ها", "ان", "ات", "ون",
    "ين", "ية", "ه", "ة", "ي", "ים", "ות", "ת", "ה",
];

/// What Arabic and Hebrew write before a word and as part of it: "and", then articles and prepositions, longest first.
const AND: [&str; 3] = ["و", "ف", "ו"];
const ARTICLES: [&str; 14] = [
    "وال", "بال", "كال", "فال", "لل", "ال", "ب", "ل", "ب", "ל", "ש", "ה", "מ", "כ",
];

/// What a stem ends in by accident.
const LAST: [&str; 3] = ["e", "y", "i"];

/// How many characters of a word stay at the least.
const SHORTEST: usize = 3;

/// The stem of a word in small letters: without one ending and a last "e", "y" or "i".
pub(super) fn stem(word: &str) -> &str {
    let is_semitic = |c| matches!(c, '\u{5d0}'..='\u{5ea}' | '\u{620}'..='\u{64a}');
    let mut stem = word;
    if word.starts_with(is_semitic) {
        for affixes in [&AND[..], &ARTICLES] {
            stem = without(stem, affixes, |word, affix| word.strip_prefix(affix));
        }
    }
    for affixes in [&ENDINGS[..], &LAST] {
        stem = without(stem, affixes, |word, affix| word.strip_suffix(affix));
    }
    stem
}

/// A word without the first of `affixes` that it has and can do without.
fn without<'w>(
    word: &'w str,
    affixes: &[&str],
    strip: fn(&'w str, &str) -> Option<&'w str>,
) -> &'w str {
    let mut stems = affixes.iter().filter_map(|affix| strip(word, affix));
    stems.find(|stem| is_long(stem)).unwrap_or(word)
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
            ["والسفينة", "سفينة"],
            ["והספינות", "ספינה"],
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
