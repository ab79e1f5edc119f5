//! Runs of words with capitals: what can be a name.
//!
//! Titles, what begins a sentence and possessive endings are no part of one; an initial, a particle or a full stop inside
//! an abbreviation does not end it. Linear in the text.

use super::Ids;
use crate::keys::{Key, fold};
use crate::version::wordlist::{Words, holds, words};
use crate::version::{Language, Role, Span, Version};

/// Words before a name that are no part of it, and words that join parts of one; folded.
const TITLES: Words =
    words("capt col dame dr frau gen gov herr lt miss mlle mme mr mrs ms prof rep rev sen sgt sir");
const JOINTS: Words = words("al bin da de del den der di du la of van von");

/// Words that say what somebody is: what stands before them is no part of the name after them.
const OFFICES: Words = words(
    "bundeskanzler bundeskanzlerin bundespräsident chairman chancellor governor judge kanzler kanzlerin mayor minister \
    ministerin president professor präsident präsidentin secretary senator",
);

/// A word of a name.
pub(super) struct Part {
    pub(super) id: u32,
    /// The word as `Side::base` tells it.
    pub(super) word: String,
    /// Index into the version's tokens.
    pub(super) token: usize,
    /// Whether it never stands without a capital.
    pub(super) distinct: bool,
}

/// A name where a text has it.
pub(super) struct Name {
    /// Bytes of the text.
    pub(super) span: Span,
    /// Index into the version's sentences.
    pub(super) sentence: usize,
    pub(super) parts: Vec<Part>,
    /// Whether it stands where any word has a capital.
    pub(super) weak: bool,
    /// Equal for names that are one.
    pub(super) cluster: u32,
}

impl Name {
    /// Its last word: of a person, the surname.
    pub(super) fn last(&self) -> u32 {
        self.parts.last().map_or(0, |part| part.id)
    }

    /// Its words after an office: "Holm" of "British Prime Minister Holm".
    pub(super) fn own(&self) -> &[Part] {
        let end = self.parts.len().saturating_sub(1);
        let office = |part: &Part| holds(OFFICES, &part.word);
        let start = self.parts[..end].iter().rposition(office);
        &self.parts[start.map_or(0, |at| at + 1)..]
    }

    /// Whether nothing but its last word tells whose it is.
    pub(super) fn is_bare(&self) -> bool {
        self.own().len() < 2
    }

    /// Whether two names can be one: they have the last word in common, and of the others not each has its own.
    pub(super) fn agrees(&self, other: &Self) -> bool {
        self.last() == other.last() && (self.is_bare() || other.is_bare() || self.is_like(other))
    }

    /// Whether each of two names has the first word or the last of the other, and words of its own: "North Korea", "South
    /// Korea"; "Anna Holm", "Anna Vane".
    pub(super) fn differs(&self, other: &Self) -> bool {
        let first = |name: &Self| name.own().first().map(|part| part.id);
        let shares = self.last() == other.last() || first(self) == first(other);
        shares && !self.is_bare() && !other.is_bare() && !self.is_like(other)
    }

    /// Whether the words that only one of two names has say no other thing than those that only the other has: none, their
    /// beginning, their initials, or the same with another ending.
    fn is_like(&self, other: &Self) -> bool {
        let (one, two) = (self.beyond(other), other.beyond(self));
        let begins =
            |long: &[String; 2], short: &str| long.iter().any(|long| long.starts_with(short));
        let stem = |word: &String| match word.as_bytes() {
            [stem @ .., b'e' | b'm' | b'n' | b'r' | b's'] if stem.len() > 3 => stem.len(),
            _ => 0,
        };
        let same_stem = stem(&one[0]) > 0
            && stem(&one[0]) == stem(&two[0])
            && one[0].as_bytes()[..stem(&one[0])] == two[0].as_bytes()[..stem(&one[0])];
        same_stem || begins(&one, &two[0]) || begins(&two, &one[0])
    }

    /// The words that another name has not, joints left out, and their initials.
    fn beyond(&self, other: &Self) -> [String; 2] {
        let (mut words, mut initials) = (String::new(), String::new());
        for part in self.own() {
            let shared = other.own().iter().any(|there| there.id == part.id);
            if !shared && !holds(JOINTS, &part.word) {
                words.push_str(&part.word);
                initials.extend(part.word.chars().next());
            }
        }
        [words, initials]
    }
}

/// A version, its keys, and which of its tokens are part of a date.
#[derive(Clone, Copy)]
pub(super) struct Side<'a> {
    pub(super) version: &'a Version<'a>,
    pub(super) keys: &'a [Key],
    pub(super) taken: &'a [bool],
}

impl Side<'_> {
    /// The runs of words with capitals that can be names, and which words have them at all.
    pub(super) fn runs(&self, lower: &[bool], ids: &mut Ids, present: &mut Vec<bool>) -> Vec<Name> {
        let mut names = Vec::new();
        for (sentence, row) in self.version.sentences.iter().enumerate() {
            let headline = self.is_headline(sentence);
            let mut at = row.tokens.start;
            while at < row.tokens.end {
                let start = at;
                at = self.run_end(at, row.tokens.end);
                if at == start {
                    at += 1;
                    continue;
                }
                let mut weak = headline || self.is_initial(start, row.tokens.start);
                let mut titled = false;
                let parts = (start..at).map(|token| {
                    let word = self.base(token);
                    Part {
                        id: ids.intern(word.clone()),
                        word,
                        token,
                        distinct: !has(lower, self.keys[token].core),
                    }
                });
                let mut parts: Vec<Part> = parts.collect();
                for part in &parts {
                    set(present, part.id);
                }
                // What begins a sentence, or a title, is no part of the name after it.
                let mut led = 0;
                for part in &parts {
                    let word = fold(self.core(part.token));
                    let title = holds(TITLES, &word);
                    if !(title
                        || self.is_stop_word(part.token, &word)
                        || weak && !headline && !part.distinct)
                    {
                        break;
                    }
                    (weak, titled, led) = (headline, title, led + 1);
                }
                parts.drain(..led);
                let Some((first, last)) = parts.first().zip(parts.last()) else {
                    continue;
                };
                let one = parts.len() == 1;
                let german = self.version.language == Language::German && !titled;
                let shape = if german {
                    parts.iter().all(|part| part.distinct) && !(one && weak)
                        || one
                            && self
                                .core(first.token)
                                .chars()
                                .nth(1)
                                .is_some_and(char::is_uppercase)
                } else {
                    parts.iter().any(|part| part.distinct)
                };
                if headline || !shape || one && self.core(first.token).len() < 2 {
                    continue;
                }
                let bare = self.bare(last.token);
                let end = self.version.tokens[last.token].core.start + bare.len();
                let stop = bare.contains(['.']) && self.version.text[end..].starts_with('.');
                names.push(Name {
                    span: Span::new(
                        self.version.tokens[first.token].core.start,
                        end + usize::from(stop),
                    ),
                    sentence,
                    weak: weak || german && one,
                    cluster: 0,
                    parts,
                });
            }
        }
        names
    }

    fn core(&self, token: usize) -> &str {
        self.version.text_of(self.version.tokens[token].core)
    }

    /// A word without an ending of the possessive, or what a hyphen joins to it: U.S.-led.
    fn bare(&self, token: usize) -> &str {
        let core = self.core(token);
        let joined = core.find('-').filter(|&at| {
            let small = core[at + 1..].starts_with(char::is_lowercase);
            small || core[..at].contains(['.'])
        });
        let mut owner = ["’s", "'s", "’S", "'S"]
            .iter()
            .filter_map(|end| core.strip_suffix(end));
        joined.map_or_else(|| owner.next().unwrap_or(core), |at| &core[..at])
    }

    /// A bare word folded, without full stops and the ending of a plural.
    fn base(&self, token: usize) -> String {
        let folded = fold(self.bare(token));
        let plural = folded.strip_suffix('s').filter(|word| word.len() > 4);
        plural.unwrap_or(&folded).replace('.', "")
    }

    /// Where the run of words with capitals that begins at `at` ends; `at` where there is none.
    fn run_end(&self, at: usize, end: usize) -> usize {
        let capital = |at: usize| {
            at < end
                && !self.taken[at]
                && self.core(at).starts_with(char::is_uppercase)
                && !is_first_person(self.core(at))
        };
        if !capital(at) {
            return at;
        }
        let mut next = at + 1;
        loop {
            let joint =
                usize::from(next < end && self.joins(next) && holds(JOINTS, self.core(next)));
            if capital(next + joint) && self.joins(next) && (joint == 0 || self.joins(next + 1)) {
                next += joint + 1;
            } else {
                return next;
            }
        }
    }

    /// Whether nothing but the full stop of an initial or the mark of a plural possessive parts a token from the one before.
    fn joins(&self, at: usize) -> bool {
        let tokens = &self.version.tokens;
        let before = self.core(at - 1);
        let gap = Span::new(tokens[at - 1].core.end, tokens[at].core.start)
            .of(self.version.text)
            .trim();
        let short = before.len() <= 3 || before.contains(['.']) || holds(TITLES, &fold(before));
        let possessive = before.ends_with("’s") || before.ends_with("'s");
        !possessive
            && match gap {
                "" => true,
                "." => short,
                "’" | "'" => before.ends_with('s'),
                _ => false,
            }
    }

    /// Whether any word would have a capital here: at the beginning of a sentence, after an opening quotation mark or a colon.
    fn is_initial(&self, at: usize, start: usize) -> bool {
        let tokens = &self.version.tokens;
        let opening = Span::new(tokens[at].span.start, tokens[at].core.start).of(self.version.text);
        at == start || opening.contains(is_quote) || {
            let before =
                Span::new(tokens[at - 1].core.end, tokens[at - 1].span.end).of(self.version.text);
            before.contains([':', '!', '?', '…'])
        }
    }

    /// Whether a sentence without an end has most of its longer words with capitals, or any has nothing but capitals: there
    /// they tell no name.
    fn is_headline(&self, sentence: usize) -> bool {
        let row = self.version.sentences[sentence];
        if self.version.paragraphs[row.paragraph].role == Role::Byline {
            return false;
        }
        let text = self
            .version
            .text_of(row.span)
            .trim_end_matches(|c: char| is_quote(c));
        let (mut capital, mut small) = (0, 0);
        for at in row.tokens.range() {
            let core = self.core(at);
            if core.len() > 3 {
                capital += usize::from(core.starts_with(char::is_uppercase));
                small += usize::from(core.starts_with(char::is_lowercase));
            }
        }
        let loud = row.tokens.len() > 1 && !text.contains(char::is_lowercase);
        loud || !text.ends_with(['.', '!', '?', '…', ',', ';', ':']) && capital > small
    }

    /// Whether a word says little by itself; US is no pronoun.
    fn is_stop_word(&self, token: usize, word: &str) -> bool {
        let shouted = word.len() > 1 && !self.core(token).contains(char::is_lowercase);
        !shouted && self.version.language.is_stop_word(word)
    }
}

fn is_quote(c: char) -> bool {
    matches!(
        c,
        '"' | '\'' | '‘' | '’' | '‚' | '“' | '”' | '„' | '«' | '»' | '‹' | '›'
    )
}

/// "I", alone or with a verb.
fn is_first_person(word: &str) -> bool {
    word == "I" || word.starts_with("I’") || word.starts_with("I'")
}

pub(super) fn set(flags: &mut Vec<bool>, id: u32) {
    let id = id as usize;
    if flags.len() <= id {
        flags.resize(id + 1, false);
    }
    flags[id] = true;
}

pub(super) fn has(flags: &[bool], id: u32) -> bool {
    flags.get(id as usize) == Some(&true)
}
