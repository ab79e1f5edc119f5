//! Comparison keys: tokens become integers before any search.
//!
//! A key folds case, the style of quotation marks and dashes, full width, composed and decomposed accents and what has no
//! width at all; it never edits the text. Linear in the texts; a token that was seen before costs one look-up.

use crate::interner::Interner;
use crate::version::Version;

/// The comparison keys of the two versions, a row a token, alike for both sides.
#[derive(Clone, Debug, Default)]
pub struct Keys {
    /// Of the earlier version, parallel to [`Version::tokens`].
    pub before: Vec<Key>,
    /// Of the later version, parallel to [`Version::tokens`].
    pub after: Vec<Key>,
    /// What the cores of tokens are when folded, by [`Key::core`].
    pub(crate) words: Vec<String>,
}

/// What a token is compared by. Two tokens are equal where their `exact` are; they are the same word where their `core`s are.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub struct Key {
    /// The token, character for character.
    pub exact: u32,
    /// The token's core, folded.
    pub core: u32,
}

impl Keys {
    /// Interns the tokens of both versions.
    pub fn new<'t>(before: &Version<'t>, after: &Version<'t>) -> Self {
        let mut exacts = Interner::default();
        let mut cores = Interner::default();
        let mut core_of_exact = Vec::new();
        let mut intern = |version: &Version<'t>| -> Vec<Key> {
            let key = |token: &crate::version::Token| {
                let exact = exacts.intern(version.text_of(token.span));
                if exact as usize == core_of_exact.len() {
                    core_of_exact.push(cores.intern(fold(version.text_of(token.core))));
                }
                Key {
                    exact,
                    core: core_of_exact[exact as usize],
                }
            };
            version.tokens.iter().map(key).collect()
        };
        let (before, after) = (intern(before), intern(after));
        Self {
            before,
            after,
            words: cores.into_terms(),
        }
    }
}

/// Folds what makes no other word: case, style of marks, width, composition; leaves out what cannot be seen.
pub(crate) fn fold(text: &str) -> String {
    if text.is_ascii() {
        return text.to_ascii_lowercase().replace('`', "'");
    }
    compose(
        text.chars()
            .filter(|&c| !is_invisible(c) && !is_point(c))
            .map(narrow)
            .flat_map(char::to_lowercase)
            .map(fold_mark),
    )
}

/// Folds the styles of a quotation mark or a dash into one.
pub(crate) fn fold_mark(c: char) -> char {
    match c {
        '\u{2018}' | '\u{2019}' | '\u{201a}' | '\u{201b}' | '\u{2032}' | '\u{02bc}'
        | '\u{2039}' | '\u{203a}' | '`' | '׳' | '『' | '』' => '\'',
        '\u{201c}' | '\u{201d}' | '\u{201e}' | '\u{201f}' | '\u{2033}' | '«' | '»' | '״' | '「'
        | '」' => '"',
        '\u{2010}'..='\u{2015}' | '\u{2212}' | '\u{5be}' => '-',
        other => other,
    }
}

/// Whether a character has no width of its own: soft hyphen, zero-width spaces and joiners, marks of direction, byte order mark.
pub(crate) fn is_invisible(c: char) -> bool {
    matches!(
        c,
        '\u{ad}' | '\u{200b}'..='\u{200f}' | '\u{2060}' | '\u{feff}'
    )
}

/// Whether a character is a point of Hebrew or Arabic, which most texts leave out, or lengthens an Arabic word.
fn is_point(c: char) -> bool {
    matches!(c, '\u{591}'..='\u{5bd}' | '\u{5c1}' | '\u{5c2}' | '\u{640}' | '\u{64b}'..='\u{652}')
}

/// A full-width form of an ASCII character as that character.
fn narrow(c: char) -> char {
    match c {
        '\u{ff01}'..='\u{ff5e}' => char::from_u32(u32::from(c) - 0xfee0).unwrap_or(c),
        other => other,
    }
}

/// Joins letters with the accents that follow them, as far as [`ACCENTED`] knows them, and the letters of a Korean
/// syllable: of two texts that differ in their Unicode normalisation alone, the same.
pub(crate) fn compose(chars: impl Iterator<Item = char>) -> String {
    let mut text = String::new();
    for c in chars {
        let joined = text.chars().next_back().and_then(|last| {
            let accent = ACCENTED.iter().find(|(accent, _)| *accent == c);
            accent
                .and_then(|(_, pairs)| accented(last, pairs))
                .or_else(|| syllable(last, c))
        });
        if joined.is_some() {
            text.pop();
        }
        text.push(joined.unwrap_or(c));
    }
    text
}

/// What two parts of a Korean syllable make, as The Unicode Standard, 3.12, counts them: its first consonant and its vowel,
/// or these and its last consonant.
fn syllable(one: char, other: char) -> Option<char> {
    let [one, other] = [one, other].map(u32::from);
    let joined = match (one, other) {
        (0x1100..=0x1112, 0x1161..=0x1175) => 0xac00 + ((one - 0x1100) * 21 + other - 0x1161) * 28,
        (0xac00..=0xd7a3, 0x11a8..=0x11c2) if (one - 0xac00) % 28 == 0 => one + other - 0x11a7,
        _ => return None,
    };
    char::from_u32(joined)
}

/// What a letter and an accent make, by the pairs of that accent.
fn accented(letter: char, pairs: &str) -> Option<char> {
    let lower = letter.to_lowercase().next()?;
    let mut pairs = pairs.chars();
    while let (Some(plain), Some(accented)) = (pairs.next(), pairs.next()) {
        if plain == letter {
            return Some(accented);
        }
        if plain == lower {
            return capital(accented);
        }
    }
    None
}

/// The capital of an accented small letter: it stands some places before it, by the block it is in. (The standard
/// library's table of capitals would cost 7 kB of the engine's size in the browser.)
fn capital(letter: char) -> Option<char> {
    let before = |places| char::from_u32(u32::from(letter) - places);
    let mut candidates = [32, 1, 80, 37, 38, 63, 64].into_iter().filter_map(before);
    candidates.find(|candidate| candidate.to_lowercase().eq([letter]))
}

/// The accents that the languages known here combine with letters, each with the small letters it stands on and what they
/// make; of Japanese, with the syllables.
const ACCENTED: [(char, &str); 19] = [
    ('\u{300}', "aàeèiìoòuùnǹеѐиѝ"),
    ('\u{301}', "aácćeéiílĺnńoórŕsśuúyýzźαάεέηήιίοόυύωώϊΐϋΰгѓкќ"),
    ('\u{302}', "aâcĉeêgĝhĥiîjĵoôsŝuûwŵyŷ"),
    ('\u{303}', "aãiĩnñoõuũ"),
    ('\u{304}', "aāeēiīoōuū"),
    ('\u{306}', "aăeĕgğiĭoŏuŭийуў"),
    ('\u{307}', "cċeėgġzż"),
    ('\u{308}', "aäeëiïoöuüyÿеёіїιϊυϋ"),
    ('\u{30a}', "aåuů"),
    ('\u{30b}', "oőuű"),
    ('\u{30c}', "cčdďeělľnňrřsštťzž"),
    ('\u{326}', "sștț"),
    ('\u{327}', "cçgģkķlļnņrŗsştţ"),
    ('\u{328}', "aąeęiįuų"),
    ('\u{653}', "اآ"),
    ('\u{654}', "اأوؤيئ"),
    ('\u{655}', "اإ"),
    (
        '\u{3099}',
        "かがきぎくぐけげこごさざしじすずせぜそぞただちぢつづてでとどはばひびふぶへべほぼうゔ\
        カガキギクグケゲコゴサザシジスズセゼソゾタダチヂツヅテデトドハバヒビフブヘベホボウヴゝゞヽヾワヷヰヸヱヹヲヺ",
    ),
    ('\u{309a}', "はぱひぴふぷへぺほぽハパヒピフプヘペホポ"),
];

#[cfg(test)]
mod tests {
    use super::*;
    use crate::version::ParagraphBreaks;
    use unicode_normalization::UnicodeNormalization;

    #[test]
    fn what_makes_no_other_word_is_folded() {
        for (one, other) in [
            ("Lamp", "lamp"),
            ("it’s", "it's"),
            ("well\u{2011}known", "well-known"),
            ("ＡＢＣ１", "abc1"),
            ("İ", "i\u{307}"),
            ("I\u{307}", "İ"),
            ("cafe\u{301}", "café"),
            ("E\u{301}TE\u{301}", "été"),
            ("и\u{306}", "й"),
            ("soft\u{ad}ly\u{200b}", "softly"),
            ("כָּל־פֶּה", "כל-פה"),
            ("ד״ר", "ד\"ר"),
            ("كلمةً", "كلمة"),
            ("«ليمـــون»", "\"ليمون\""),
            ("「『", "“‘"),
        ] {
            assert_eq!(fold(one), fold(other), "{one:?} {other:?}");
        }
        assert_ne!(fold("schon"), fold("schön"));
        assert_ne!(fold("İ"), fold("i"));
    }

    #[test]
    fn letters_of_known_languages_are_one_however_their_accents_are_encoded() {
        let blocks = [
            '\u{c0}'..='\u{17e}',
            '\u{388}'..='\u{3ce}',
            '\u{400}'..='\u{45f}',
            '\u{620}'..='\u{64a}',
            '\u{3041}'..='\u{30fe}',
            '\u{ac00}'..='\u{d7a3}',
        ];
        for letter in blocks.into_iter().flatten() {
            let decomposed: String = letter.nfd().collect();
            let letter = letter.to_string();
            assert_eq!(fold(&decomposed), fold(&letter), "{letter} {decomposed:?}");
        }
    }

    #[test]
    fn tokens_share_exact_keys_and_cores() {
        let text = "The lamp, the Lamp. lamp,";
        let version = Version::new(text, ParagraphBreaks::Auto, None);
        let keys = Keys::new(&version, &version);
        assert_eq!(keys.before, keys.after);
        let exact: Vec<_> = keys.before.iter().map(|key| key.exact).collect();
        let core: Vec<_> = keys.before.iter().map(|key| key.core).collect();
        assert_eq!(exact, [0, 1, 2, 3, 1]);
        assert_eq!(core, [0, 1, 0, 1, 1]);
    }
}
