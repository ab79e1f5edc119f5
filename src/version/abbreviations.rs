//! What a full stop after a word can mean: an abbreviation, an initial, an ordinal number, or the end of a sentence.
//!
//! After Grefenstette & Tapanainen 1994 (what is a word, what is a sentence): a short list of the abbreviations that
//! matter, and for the rest the shape of the word and of the one that follows.

use super::Language;
use super::lower;
use super::marks::{self, Start, is_opener};
use super::wordlist::{Words, holds, words};

/// What a full stop after a word says about the end of a sentence.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Stop {
    /// No sentence ends here: a name, a number or the rest of the phrase must follow.
    Never,
    /// A sentence ends here only where the next word is one that begins sentences.
    BeforeOpener,
    /// The time of day (`7 p.m.`): a sentence ends here unless the day or the time zone follows.
    BeforeAnyButDay,
    /// Not an abbreviation.
    Always,
}

/// Titles, which a name follows. Only with a capital: a rep is no Rep.
const TITLES: Words = words(
    "adm brig capt cav cdr cmdr col comdr cpl cpt dipl dott dr dra drs frl gen gov hon hr hrn insp lt maj messrs \
    mlle mme mmes mr mrs ms msgr pres prof rep reps rev sen sens sgt sig sra sras sres srta supt",
);

/// Abbreviations that something always follows.
const LEADING: Words = words(
    "bzgl bzw ca cf d.h e.g esim evtl geb gest ggf i.d.r i.e inkl insb o.g p.ex resp s.o s.u sog u.a v.a v.chr vgl \
    viz vs z.b z.t zzgl акад гр просп проф св стр тов ул",
);

/// Abbreviations that may end a sentence or stand within one; those without a vowel are told by that.
const TRAILING: Words = words(
    "apr aug ave bros co corp dec dept esq feb inc jan mio nov oct okt op sep sept u.dgl vol vols",
);

/// Abbreviations that a number follows.
const NUMBERED: Words =
    words("abs approx art bd chap fig figs kap max min no nos par sec sect sept tel vols");

/// Days, months and time zones, which follow a time of day.
const DAYS: Words = words(
    "april august bst central cest cet december eastern edt est et february friday gmt january july june march may \
    monday november october pacific pdt pst pt saturday september sunday thursday tuesday utc wednesday",
);

/// Exclamations without a vowel.
const HUMS: Words = words("brr brrr grr grrr hm hmm hmmm mm mmm nth pff psst pst sh shh shhh tsk");

/// Words that begin sentences and hardly ever names.
const ENGLISH_OPENERS: Words = words(
    "a after all although an and another as at because before both but by during each even every for from had he \
    her here his how however i i'd i'll i'm i've if in it it's its many meanwhile more most my no not now on once \
    one only or our she since so some such that the their then there these they this those though through thus to \
    two under until we what when where while who why with yes yet you your",
);

/// As [`ENGLISH_OPENERS`].
const GERMAN_OPENERS: Words = words(
    "aber alle allerdings als also am an auch auf aus außerdem bei bis da dabei dafür daher damit danach dann darum \
    das dem den denn der deshalb die dies diese dieser dieses doch dort du durch ein eine einem einen einer er \
    erst es für hier ich ihr ihre im in ist ja jede jeder jetzt kein keine man manche mein meine mit nach nein \
    nicht noch nun nur ob obwohl oder ohne schon sein seine seit sie so trotzdem um und uns unser unsere unter \
    viele vom von vor wann warum was weil welche wenn wer wie wir wo während zu zum zur zwei über",
);

/// Longer words are no abbreviations; looking further back would cost time without bound.
const LONGEST_WORD: usize = 16;

/// What the full stop after `before`, its sentence up to there, can mean.
pub(super) fn stop_after(before: &str, language: Language) -> Stop {
    let word = last_word(before);
    if word.is_empty() {
        return Stop::Always;
    }
    let label =
        before.len() <= LONGEST_WORD && before.trim_start_matches(is_opener).len() == word.len();
    if is_number(word) {
        return if label && word.len() <= 4 {
            Stop::Never
        } else if has_ordinals(language) && (word.len() <= 2 || is_roman(word)) {
            Stop::BeforeOpener
        } else {
            Stop::Always
        };
    }
    let letters = word.chars().count();
    if letters == 1 && label {
        return Stop::Never;
    }
    if word == "I" && language == Language::English {
        return Stop::Always;
    }
    let phrase = phrase(before, word);
    let phrase = phrase.as_str();
    if leads(word, phrase) {
        Stop::Never
    } else if matches!(phrase, "a.m" | "p.m") {
        Stop::BeforeAnyButDay
    } else if is_initials(phrase) || holds(TRAILING, phrase) || is_clipped(word, phrase) {
        Stop::BeforeOpener
    } else {
        Stop::Always
    }
}

/// Whether the full stop after `before` surely ends no sentence when `next` follows it in a paragraph of its own:
/// `said Dr.` / `Elena`, `embedding U.S.` / `Special Forces`, `by John F.` / `Kennedy`.
pub(super) fn is_unfinished(before: &str, next: &str, language: Language) -> bool {
    let word = last_word(before);
    let phrase = phrase(before, word);
    let previous =
        last_word(before[..before.len() - word.len()].trim_end_matches(super::is_white_space));
    let initials = is_initials(&phrase)
        && word.starts_with(char::is_uppercase)
        && !begins_sentence(next, language);
    match marks::start_of(next) {
        Start::Digit => precedes_number(before),
        Start::Upper if leads(word, &phrase) => true,
        // A noun ends a sentence ("in the U.S."), an adjective or the initial of a name does not.
        Start::Upper if phrase.contains(['.']) => initials && !matches!(previous, "the" | "The"),
        Start::Upper => initials && previous.starts_with(char::is_uppercase),
        Start::Lower | Start::Other => false,
    }
}

/// Whether `word`, or the `phrase` it ends, is one that something must follow.
fn leads(word: &str, phrase: &str) -> bool {
    let titled = word.starts_with(char::is_uppercase) && holds(TITLES, phrase);
    titled || holds(LEADING, phrase)
}

/// Whether `word` stands before a number when a full stop follows it: `approx. 5`.
pub(super) fn precedes_number(before: &str) -> bool {
    holds(NUMBERED, &lower(last_word(before)))
}

/// Whether `text`, after an abbreviation, begins with a word that begins sentences.
pub(super) fn begins_sentence(text: &str, language: Language) -> bool {
    let word = first_word(text);
    match language {
        Language::English => holds(ENGLISH_OPENERS, &word),
        Language::German => holds(GERMAN_OPENERS, &word),
        other => other.is_stop_word(&word),
    }
}

/// Whether `text`, after a time of day, begins with the day or the time zone.
pub(super) fn begins_with_day(text: &str) -> bool {
    holds(DAYS, &first_word(text))
}

/// The word at the beginning of `text` in small letters; cut short where it is too long for any table here.
fn first_word(text: &str) -> String {
    text.chars()
        .take(LONGEST_WORD)
        .take_while(|c| c.is_alphanumeric() || is_apostrophe(*c))
        .flat_map(char::to_lowercase)
        .map(|c| if is_apostrophe(c) { '\'' } else { c })
        .collect()
}

/// The word at the end of `before`, full stops inside it included; of a compound, what follows the last hyphen.
fn last_word(before: &str) -> &str {
    let start = before
        .char_indices()
        .rev()
        .take(LONGEST_WORD)
        .take_while(|(_, c)| c.is_alphanumeric() || *c == '.' || is_apostrophe(*c))
        .last()
        .map_or(before.len(), |(at, _)| at);
    before[start..].trim_start_matches(|c: char| !c.is_alphanumeric())
}

/// `word`, the last of `before`, in small letters, together with the dotted letters before it: of `z. B` both, of
/// `J. R. R` all three.
fn phrase(before: &str, word: &str) -> String {
    let mut phrase = lower(word);
    let mut rest = &before[..before.len() - word.len()];
    for _ in 0..if word.chars().count() <= 3 { 4 } else { 0 } {
        let Some(stopped) = rest
            .trim_end_matches([' ', '\u{a0}', '\u{202f}'])
            .strip_suffix('.')
        else {
            break;
        };
        let letter = last_word(stopped);
        if letter.chars().count() != 1 {
            break;
        }
        phrase.insert(0, '.');
        phrase.insert_str(0, &lower(letter));
        rest = &stopped[..stopped.len() - letter.len()];
    }
    phrase
}

/// Whether `phrase` is one letter, or letters with full stops between them: `j`, `u.s`, `ph.d`.
fn is_initials(phrase: &str) -> bool {
    let dots = phrase.contains(['.']);
    phrase.split('.').all(|part| {
        part.chars().all(char::is_alphabetic) && part.chars().count() <= if dots { 2 } else { 1 }
    })
}

/// Whether `word` looks clipped: Latin letters, not all of them capitals, and no vowel (`Bd`, `Str`, `Kpt`).
fn is_clipped(word: &str, lower: &str) -> bool {
    (2..=5).contains(&word.len())
        && word
            .bytes()
            .all(|b| b.is_ascii_alphabetic() && !b"aeiouyAEIOUY".contains(&b))
        && word.bytes().skip(1).all(|b| b.is_ascii_lowercase())
        && !holds(HUMS, lower)
}

/// Whether `word` is a number in digits or in several Roman ones.
fn is_number(word: &str) -> bool {
    !word.is_empty() && word.bytes().all(|b| b.is_ascii_digit()) || is_roman(word)
}

fn is_roman(word: &str) -> bool {
    (2..=6).contains(&word.len()) && word.bytes().all(|b| b"IVXLC".contains(&b))
}

/// Whether the language writes ordinal numbers with a full stop.
fn has_ordinals(language: Language) -> bool {
    matches!(
        language,
        Language::German | Language::Danish | Language::Finnish | Language::Norwegian
    )
}

fn is_apostrophe(c: char) -> bool {
    matches!(c, '\'' | '’')
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn stops() {
        use Language::{English, German};
        for (before, language, stop) in [
            ("said Dr", English, Stop::Never),
            ("said the rep", English, Stop::Always),
            ("a book by J. R. R", English, Stop::BeforeOpener),
            ("the U.S", English, Stop::BeforeOpener),
            ("at 7 p.m", English, Stop::BeforeAnyButDay),
            ("pens, e.g", English, Stop::Never),
            ("pens, e. g", English, Stop::Never),
            ("(b", English, Stop::Never),
            ("and 12", English, Stop::Always),
            ("12", English, Stop::Never),
            ("im 19", German, Stop::BeforeOpener),
            ("im Jahr 1984", German, Stop::Always),
            ("d. h", German, Stop::Never),
            ("die Str", German, Stop::BeforeOpener),
            ("(noch)", German, Stop::Always),
        ] {
            assert_eq!(stop_after(before, language), stop, "{before}");
        }
    }

    #[test]
    fn words_of_any_length() {
        let long = "x".repeat(100);
        assert_eq!(stop_after(&long, Language::English), Stop::Always);
        assert!(!begins_sentence(&long, Language::English));
        assert!(begins_sentence("I’m here", Language::English));
    }
}
