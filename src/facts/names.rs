//! Names of people, places and organisations, told by their shape and by how they recur: no list of names is kept.
//!
//! A name is a run of words with capitals. The first word of a sentence counts where it stands with a capital elsewhere
//! too, or begins a run; a word that also stands without one is no name by itself; a headline proves nothing. A name
//! whose last word stands alone somewhere is one with it: the surname is the full name. Linear in the texts.

use super::matching::linked;
use super::spelling::is_misspelled;
use super::{Change, Fact, FactKind, Ids};
use crate::align::Link;
use crate::keys::{Key, fold};
use crate::version::wordlist::{Words, holds, words};
use crate::version::{Language, Role, Span, Version};

/// Words before a name that are no part of it, and words that join parts of one; folded.
const TITLES: Words =
    words("capt col dame dr frau gen gov herr lt miss mlle mme mr mrs ms prof rep rev sen sgt sir");
const JOINTS: Words = words("al bin da de del den der di du la of van von");

/// A word of a name.
#[derive(Clone, Copy)]
struct Part {
    id: u32,
    /// Index into the version's tokens.
    token: usize,
    /// Whether it never stands without a capital.
    distinct: bool,
}

/// A name where a text has it.
pub(super) struct Name {
    /// Bytes of the text.
    pub(super) span: Span,
    /// Index into the version's sentences.
    sentence: usize,
    parts: Vec<Part>,
    /// Whether it stands where any word has a capital.
    weak: bool,
    /// Equal for names that are one.
    cluster: u32,
}

impl Name {
    /// Its last word: of a person, the surname.
    pub(super) fn last(&self) -> u32 {
        self.parts.last().map_or(0, |part| part.id)
    }
}

/// A version, its keys, and which of its tokens are part of a date.
#[derive(Clone, Copy)]
pub(super) struct Side<'a> {
    pub(super) version: &'a Version<'a>,
    pub(super) keys: &'a [Key],
    pub(super) taken: &'a [bool],
}

/// The names in two versions.
pub(super) struct Names {
    pub(super) before: Vec<Name>,
    pub(super) after: Vec<Name>,
    /// By a word's id, whether it stands with a capital anywhere in the two.
    present: [Vec<bool>; 2],
}

impl Names {
    /// Finds the names.
    pub(super) fn new(before: Side, after: Side, ids: &mut Ids) -> Self {
        let sides = [before, after];
        let mut lower = Vec::new();
        for side in sides {
            for (token, key) in side.version.tokens.iter().zip(side.keys) {
                if side
                    .version
                    .text_of(token.core)
                    .starts_with(char::is_lowercase)
                {
                    set(&mut lower, key.core);
                }
            }
        }
        let mut present = [Vec::new(), Vec::new()];
        let [mut before, mut after] = [0, 1].map(|k| sides[k].runs(&lower, ids, &mut present[k]));
        let (mut known, mut alone) = (Vec::new(), Vec::new());
        for name in before
            .iter()
            .chain(&after)
            .filter(|name| !name.weak || name.parts.len() > 1)
        {
            for part in name.parts.iter().filter(|part| part.distinct) {
                set(&mut known, part.id);
            }
        }
        for names in [&mut before, &mut after] {
            names.retain(|name| name.parts.len() > 1 || has(&known, name.last()));
            for name in names.iter().filter(|name| name.parts.len() == 1) {
                set(&mut alone, name.last());
            }
        }
        for (names, side) in [(&mut before, sides[0]), (&mut after, sides[1])] {
            for name in names {
                name.cluster = if has(&alone, name.last()) {
                    name.last()
                } else {
                    let mut words = String::new();
                    for part in &name.parts {
                        words.push_str(&side.base(part.token));
                        words.push(' ');
                    }
                    ids.of(words)
                };
            }
        }
        Self {
            before,
            after,
            present,
        }
    }

    /// What became of each name, once, at its first passages.
    pub(super) fn facts(&self, before: Side, after: Side, links: &[Link], ids: usize) -> Vec<Fact> {
        let mut facts = Vec::new();
        let mut done = vec![false; ids];
        let mut fact = |change, before: Option<&Name>, after: Option<&Name>| {
            let span = |name: &Name| name.span;
            facts.push(Fact {
                kind: FactKind::Name,
                change,
                before: before.map(span),
                after: after.map(span),
            });
        };
        let sentences =
            |names: &[Name]| -> Vec<usize> { names.iter().map(|name| name.sentence).collect() };
        linked(
            &sentences(&self.before),
            &sentences(&self.after),
            links,
            &mut |b, a, _| {
                let (b, a) = (&self.before[b], &self.after[a]);
                let fresh = |name: &Name| !done[name.cluster as usize];
                if fresh(b) && fresh(a) && self.is_respelled((b, before), (a, after)) {
                    done[b.cluster as usize] = true;
                    done[a.cluster as usize] = true;
                    fact(Change::Altered, Some(b), Some(a));
                }
            },
        );
        let first = |names: &[Name]| {
            let mut first = vec![usize::MAX; ids];
            for (at, name) in names.iter().enumerate().rev() {
                for part in &name.parts {
                    first[part.id as usize] = at;
                }
            }
            for (at, name) in names.iter().enumerate().rev() {
                first[name.cluster as usize] = at;
            }
            first
        };
        let firsts = [first(&self.before), first(&self.after)];
        for (names, others, other) in [
            (&self.before, &self.after, 1),
            (&self.after, &self.before, 0),
        ] {
            for name in names {
                if std::mem::replace(&mut done[name.cluster as usize], true) {
                    continue;
                }
                let place = |id: u32| others.get(firsts[other][id as usize]);
                let there = place(name.cluster)
                    .or_else(|| place(name.last()).filter(|there| there.last() == name.last()));
                let change = match there {
                    Some(_) => Change::Kept,
                    None if self.is_named(name, other) => continue,
                    None if other == 1 => Change::Dropped,
                    None => Change::Added,
                };
                if other == 1 {
                    fact(change, Some(name), there);
                } else {
                    fact(change, there, Some(name));
                }
            }
        }
        facts
    }

    /// Whether half of a name, or more, stands in the other version.
    fn is_named(&self, name: &Name, other: usize) -> bool {
        let there = name
            .parts
            .iter()
            .filter(|part| has(&self.present[other], part.id));
        there.count() * 2 >= name.parts.len()
    }

    /// Whether two names differ in the spelling of a word that stands in one version only, each.
    fn is_respelled(&self, before: (&Name, Side), after: (&Name, Side)) -> bool {
        let only = |name: &Name, other: usize| -> Option<Part> {
            let mut parts = name
                .parts
                .iter()
                .filter(|part| part.distinct && !has(&self.present[other], part.id));
            parts.next().filter(|_| parts.next().is_none()).copied()
        };
        match (only(before.0, 1), only(after.0, 0)) {
            (Some(b), Some(a)) => is_misspelled(&before.1.base(b.token), &after.1.base(a.token)),
            _ => false,
        }
    }
}

impl Side<'_> {
    /// The runs of words with capitals that can be names, and which words have them at all.
    fn runs(&self, lower: &[bool], ids: &mut Ids, present: &mut Vec<bool>) -> Vec<Name> {
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
                let parts = (start..at).map(|token| Part {
                    id: ids.of(self.base(token)),
                    token,
                    distinct: !has(lower, self.keys[token].core),
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
                let Some((first, last)) = parts.first().copied().zip(parts.last().copied()) else {
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
                let stop = bare.contains('.') && self.version.text[end..].starts_with('.');
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
            small || core[..at].contains('.')
        });
        let own = core.len() - core.trim_end_matches(['s', '\'', '’']).len();
        let own = if core[core.len() - own..].contains(['\'', '’']) {
            core.len() - own
        } else {
            core.len()
        };
        &core[..joined.unwrap_or(own)]
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
        let short = before.len() <= 3 || before.contains('.') || holds(TITLES, &fold(before));
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

    /// Whether a sentence without an end has most of its longer words with capitals.
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
        !text.ends_with(['.', '!', '?', '…', ',', ';', ':']) && capital > small
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

fn set(flags: &mut Vec<bool>, id: u32) {
    let id = id as usize;
    if flags.len() <= id {
        flags.resize(id + 1, false);
    }
    flags[id] = true;
}

fn has(flags: &[bool], id: u32) -> bool {
    flags.get(id as usize) == Some(&true)
}
