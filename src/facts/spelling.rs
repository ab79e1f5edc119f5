//! Names spelled in two ways.

/// Longer words are not compared, shorter ones differ in too much.
const LENGTHS: std::ops::RangeInclusive<usize> = 4..=32;

/// Endings that make another word of a name: Mexico, Mexican.
const ENDINGS: [&str; 11] = [
    "n", "s", "an", "ian", "ns", "ans", "ians", "ish", "ese", "er", "i",
];

/// Whether two words are one in two spellings, and neither the other with an ending: at most two letters differ, and one
/// in three (Levenshtein 1966, in a single row).
pub(super) fn is_misspelled(one: &[char], other: &[char]) -> bool {
    let far = one.len().abs_diff(other.len()) > 2;
    if far || !LENGTHS.contains(&one.len()) || !LENGTHS.contains(&other.len()) {
        return false;
    }
    let shared = one.iter().zip(other).take_while(|(a, b)| a == b).count();
    let is_ending = |word: &[char]| {
        let ending = &word[shared..];
        ENDINGS
            .iter()
            .any(|known| known.chars().eq(ending.iter().copied()))
    };
    if shared >= 4 && (is_ending(one) || is_ending(other)) {
        return false;
    }
    let mut row: Vec<usize> = (0..=other.len()).collect();
    for (i, a) in one.iter().enumerate() {
        let mut diagonal = std::mem::replace(&mut row[0], i + 1);
        for (j, b) in other.iter().enumerate() {
            let best = (diagonal + usize::from(a != b))
                .min(row[j] + 1)
                .min(row[j + 1] + 1);
            diagonal = std::mem::replace(&mut row[j + 1], best);
        }
    }
    let distance = row[other.len()];
    distance <= 2 && distance * 3 <= one.len().max(other.len())
}

#[cfg(test)]
mod tests {
    use super::is_misspelled;

    #[test]
    fn spellings_and_other_names() {
        for (one, other, expected) in [
            ("katherine", "catherine", true),
            ("thompson", "thomson", true),
            ("nicolás", "nicolas", true),
            ("mexico", "mexican", false),
            ("venezuela", "venezuelan", false),
            ("harvard", "stanford", false),
            ("oda", "ida", false),
        ] {
            let [a, b] = [one, other].map(|word| word.chars().collect::<Vec<char>>());
            assert_eq!(is_misspelled(&a, &b), expected, "{one} {other}");
        }
    }
}
