//! Which language a text is mostly written in, and which of its words carry little meaning.
//!
//! Scripts that write one language tell it at once. Languages that share the Latin script are told by their function
//! words (Grefenstette 1995): some twenty words make up a quarter of any running text and differ from language to
//! language. Only samples of bounded size are read.

mod tables;

use super::wordlist::{self, Words};
use super::{is_white_space, lower};
use crate::interner;
use crate::order::sorted;

/// A language that this crate knows something about.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub enum Language {
    /// None that is known here.
    #[default]
    Unknown,
    /// Arabic.
    Arabic,
    /// Chinese.
    Chinese,
    /// Danish.
    Danish,
    /// Dutch.
    Dutch,
    /// English.
    English,
    /// Finnish.
    Finnish,
    /// French.
    French,
    /// German.
    German,
    /// Greek.
    Greek,
    /// Hebrew.
    Hebrew,
    /// Italian.
    Italian,
    /// Japanese.
    Japanese,
    /// Korean.
    Korean,
    /// Norwegian.
    Norwegian,
    /// Polish.
    Polish,
    /// Portuguese.
    Portuguese,
    /// Russian.
    Russian,
    /// Spanish.
    Spanish,
    /// Swedish.
    Swedish,
    /// Thai.
    Thai,
}

use Language::{
    Arabic, Chinese, Danish, Dutch, English, Finnish, French, German, Greek, Hebrew, Italian,
    Japanese, Korean, Norwegian, Polish, Portuguese, Russian, Spanish, Swedish, Thai, Unknown,
};

/// What is known of a language.
struct Known {
    language: Language,
    /// BCP 47.
    tag: &'static str,
    /// The function words that tell it from others, lower-case and sorted; none where its script tells it.
    function_words: Words,
    /// Words that carry little meaning, lower-case and sorted.
    stop_words: Words,
}

impl Known {
    const fn by_script(language: Language, tag: &'static str) -> Self {
        Self::by_words(language, tag, "")
    }

    const fn by_words(language: Language, tag: &'static str, words: Words) -> Self {
        Self {
            language,
            tag,
            function_words: words,
            stop_words: words,
        }
    }

    const fn with_stop_words(self, stop_words: Words) -> Self {
        Self { stop_words, ..self }
    }
}

/// In the order of [`Language`], so that a language finds its row by its number.
static KNOWN: [Known; 21] = [
    Known::by_script(Unknown, "und"),
    Known::by_script(Arabic, "ar").with_stop_words(tables::ARABIC),
    Known::by_script(Chinese, "zh").with_stop_words(tables::CHINESE),
    Known::by_words(Danish, "da", tables::DANISH),
    Known::by_words(Dutch, "nl", tables::DUTCH),
    Known::by_words(English, "en", tables::ENGLISH).with_stop_words(tables::ENGLISH_STOP_WORDS),
    Known::by_words(Finnish, "fi", tables::FINNISH),
    Known::by_words(French, "fr", tables::FRENCH),
    Known::by_words(German, "de", tables::GERMAN).with_stop_words(tables::GERMAN_STOP_WORDS),
    Known::by_script(Greek, "el"),
    Known::by_script(Hebrew, "he").with_stop_words(tables::HEBREW),
    Known::by_words(Italian, "it", tables::ITALIAN),
    Known::by_script(Japanese, "ja").with_stop_words(tables::JAPANESE),
    Known::by_script(Korean, "ko"),
    Known::by_words(Norwegian, "no", tables::NORWEGIAN),
    Known::by_words(Polish, "pl", tables::POLISH),
    Known::by_words(Portuguese, "pt", tables::PORTUGUESE),
    Known::by_script(Russian, "ru").with_stop_words(tables::RUSSIAN),
    Known::by_words(Spanish, "es", tables::SPANISH),
    Known::by_words(Swedish, "sv", tables::SWEDISH),
    Known::by_script(Thai, "th"),
];

/// How many bytes are read at the beginning, in the middle and at the end of a text.
const SAMPLE: usize = 6 * 1024;

impl Language {
    /// The language that most of a sample of `text` is written in, where that is clear.
    pub fn detect(text: &str) -> Self {
        let samples = samples(text);
        let mut script = Scripts::default();
        for sample in &samples {
            sample.chars().for_each(|c| script.count(c));
        }
        script
            .language()
            .unwrap_or_else(|| by_function_words(&samples))
    }

    /// The BCP 47 tag: `"en"`, `"de"`; `"und"` for unknown.
    pub fn tag(self) -> &'static str {
        self.known().tag
    }

    /// The language of a BCP 47 tag, by its first part.
    pub fn from_tag(tag: &str) -> Option<Self> {
        let primary = tag.split('-').next()?;
        KNOWN
            .iter()
            .find(|known| known.tag.eq_ignore_ascii_case(primary))
            .map(|known| known.language)
    }

    /// Whether `word`, in small letters, carries little meaning in this language: an article, a pronoun, an auxiliary.
    pub fn is_stop_word(self, word: &str) -> bool {
        wordlist::holds(self.known().stop_words, word)
    }

    fn known(self) -> &'static Known {
        &KNOWN[self as usize]
    }
}

/// The beginning, the middle and the end of `text`: all of it where it is short.
fn samples(text: &str) -> Vec<&str> {
    if text.len() <= 3 * SAMPLE {
        return vec![text];
    }
    [0, (text.len() - SAMPLE) / 2, text.len() - SAMPLE]
        .into_iter()
        .map(|start| &text[boundary(text, start)..boundary(text, start + SAMPLE)])
        .collect()
}

/// The first place at or after byte `at` where a character begins.
fn boundary(text: &str, at: usize) -> usize {
    (at..text.len())
        .find(|&at| text.is_char_boundary(at))
        .unwrap_or(text.len())
}

/// How many letters of each script a sample has.
#[derive(Default)]
struct Scripts {
    letters: usize,
    kana: usize,
    han: usize,
    hangul: usize,
    thai: usize,
    hebrew: usize,
    greek: usize,
    arabic: usize,
    /// Letters of the Arabic script that Arabic does not write (Persian, Urdu and others do).
    beyond_arabic: usize,
    cyrillic: usize,
    /// Letters that Russian writes and its neighbours with the same script do not.
    russian: usize,
    /// Cyrillic letters that Russian does not write.
    beyond_russian: usize,
}

impl Scripts {
    fn count(&mut self, c: char) {
        if !c.is_alphabetic() {
            return;
        }
        self.letters += 1;
        if c.is_ascii() {
            return;
        }
        let script = match c {
            '\u{3040}'..='\u{30ff}' => &mut self.kana,
            '\u{3400}'..='\u{9fff}' | '\u{f900}'..='\u{faff}' | '\u{20000}'..='\u{3ffff}' => {
                &mut self.han
            }
            '\u{1100}'..='\u{11ff}' | '\u{3130}'..='\u{318f}' | '\u{ac00}'..='\u{d7a3}' => {
                &mut self.hangul
            }
            '\u{0e00}'..='\u{0e7f}' => &mut self.thai,
            '\u{0590}'..='\u{05ff}' => &mut self.hebrew,
            '\u{0370}'..='\u{03ff}' | '\u{1f00}'..='\u{1fff}' => &mut self.greek,
            '\u{0600}'..='\u{06ff}' => &mut self.arabic,
            '\u{0400}'..='\u{052f}' => &mut self.cyrillic,
            _ => return,
        };
        *script += 1;
        match c {
            '\u{0620}'..='\u{065f}' | '\u{0670}' | '\u{0671}' => {}
            '\u{0600}'..='\u{06ff}' => self.beyond_arabic += 1,
            'ы' | 'э' | 'Ы' | 'Э' => self.russian += 1,
            'а'..='я' | 'А'..='Я' | 'ё' | 'Ё' => {}
            '\u{0400}'..='\u{052f}' => self.beyond_russian += 1,
            _ => {}
        }
    }

    /// The language of the script that most letters belong to, where it writes one language only.
    fn language(&self) -> Option<Language> {
        let most = |letters: usize| letters * 2 > self.letters;
        if most(self.kana + self.han) {
            // Japanese prose is about half kana; a few occur in Chinese as names.
            return Some(if self.kana * 10 > self.han {
                Japanese
            } else {
                Chinese
            });
        }
        if most(self.cyrillic) {
            let sure = self.russian > 0 && self.beyond_russian * 200 <= self.cyrillic;
            return Some(if sure { Russian } else { Unknown });
        }
        if most(self.arabic) {
            let sure = self.beyond_arabic * 100 <= self.arabic;
            return Some(if sure { Arabic } else { Unknown });
        }
        [
            (self.hangul, Korean),
            (self.thai, Thai),
            (self.hebrew, Hebrew),
            (self.greek, Greek),
        ]
        .into_iter()
        .find_map(|(letters, language)| most(letters).then_some(language))
    }
}

/// The language whose function words are most frequent, where they are frequent enough and others much rarer.
fn by_function_words(samples: &[&str]) -> Language {
    // The languages that have a word, a bit each.
    let mut languages = interner::Known::new();
    for (bit, known) in KNOWN.iter().enumerate() {
        for word in known.function_words.split(' ') {
            *languages.entry(word, 0_u32) |= 1 << bit;
        }
    }
    let mut hits = [0_usize; KNOWN.len()];
    let mut words = 0_usize;
    for word in samples
        .iter()
        .flat_map(|sample| sample.split(is_white_space))
    {
        let word = word.trim_matches(|c: char| !c.is_alphabetic());
        if word.is_empty() || word.len() > 256 {
            continue;
        }
        words += 1;
        let mut of_word = languages.get(&lower(word)).copied().unwrap_or(0);
        while of_word != 0 {
            hits[of_word.trailing_zeros() as usize] += 1;
            of_word &= of_word - 1;
        }
    }
    let hits: Vec<(usize, Language)> = hits
        .into_iter()
        .zip(KNOWN.iter().map(|known| known.language))
        .collect();
    match sorted(&hits, |a, b| b.0.cmp(&a.0))[..] {
        [(best, language), (second, _), ..]
            if best >= 2 && best * 8 >= words && best * 4 >= second * 5 =>
        {
            language
        }
        _ => Unknown,
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn told_by_words_and_by_script() {
        for (tag, text) in [
            ("en", "The lamp was lit when he came to the door."),
            (
                "de",
                "Die Lampe war schon angezündet, als er an die Tür kam.",
            ),
            (
                "fr",
                "La lampe était allumée quand il est venu à la porte avec nous.",
            ),
            (
                "es",
                "La lámpara ya estaba encendida cuando él llegó a la puerta con los niños.",
            ),
            (
                "it",
                "La lampada era già accesa quando lui arrivò alla porta con gli altri.",
            ),
            (
                "pt",
                "A lâmpada já estava acesa quando ele chegou à porta com os outros e não havia ninguém.",
            ),
            (
                "nl",
                "De lamp was al aan toen hij bij de deur kwam en het was niet koud.",
            ),
            (
                "sv",
                "Lampan var redan tänd när han kom till dörren och det var inte kallt.",
            ),
            (
                "da",
                "Lampen var allerede tændt, da han kom hen til døren, og jeg så ikke noget af det efter middag.",
            ),
            (
                "no",
                "Lampen var allerede tent da han kom bort til døren, og jeg så ikke noe av det etter middag nå.",
            ),
            (
                "pl",
                "Lampa była już zapalona, kiedy on przyszedł do drzwi, ale nie było go w domu.",
            ),
            (
                "ru",
                "Лампа была уже зажжена, когда мы подошли к этой двери.",
            ),
            ("und", "Лампата беше запалена, когато той дойде до вратата."),
            ("zh", "他走到门口的时候，灯已经亮了。"),
            ("ja", "彼が戸口に来たとき、ランプはもうともっていた。"),
            ("ko", "그가 문에 왔을 때 등불은 이미 켜져 있었다."),
            ("th", "เมื่อเขามาถึงประตู ตะเกียงก็จุดแล้ว"),
            ("he", "המנורה כבר דלקה כשהגיע אל הדלת."),
            ("el", "Η λάμπα ήταν ήδη αναμμένη όταν έφτασε στην πόρτα."),
            ("ar", "كان المصباح مضاء عندما وصل إلى الباب."),
            ("und", "چراغ روشن بود وقتی که او به در رسید."),
            (
                "fi",
                "Lamppu oli jo sytytetty, kun hän tuli ovelle, mutta siellä ei ollut ketään.",
            ),
            (
                "und",
                "Lorem ipsum dolor sit amet, consectetur adipiscing elit.",
            ),
            ("und", "Lampo."),
            ("und", ""),
        ] {
            assert_eq!(Language::detect(text).tag(), tag, "{text}");
        }
    }

    #[test]
    fn samples_stand_on_characters() {
        let text = "é".repeat(40_000) + " the lamp and the door";
        assert_eq!(Language::detect(&text), English);
        assert_eq!(Language::detect(&"Und es war so. ".repeat(10_000)), German);
    }

    #[test]
    fn every_tag_is_told_to_those_who_choose_one() {
        let told = include_str!("../../docs/command-line.md");
        for known in &KNOWN {
            assert!(told.contains(&format!("`{}`", known.tag)), "{}", known.tag);
        }
    }

    #[test]
    fn tags_lead_back() {
        for known in &KNOWN {
            assert_eq!(known.language.tag(), known.tag);
            assert_eq!(Language::from_tag(known.tag), Some(known.language));
        }
        assert_eq!(Language::from_tag("de-AT"), Some(German));
        assert_eq!(Language::from_tag("xx"), None);
    }

    #[test]
    fn tables_are_sorted() {
        for known in &KNOWN {
            for words in [known.function_words, known.stop_words] {
                assert!(words.split(' ').is_sorted(), "{}", known.tag);
                assert!(
                    words
                        .split(' ')
                        .all(|word| word.is_empty() || wordlist::holds(words, word))
                );
                assert!(!wordlist::holds(words, "lamp") && !wordlist::holds(words, ""));
            }
        }
        assert!(English.is_stop_word("the") && German.is_stop_word("über"));
        assert!(!English.is_stop_word("lamp") && !Unknown.is_stop_word("the"));
    }
}
