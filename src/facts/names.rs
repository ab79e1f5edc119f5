//! Names of people, places and organisations, told by their shape and by how they recur: no list of names is kept.
//!
//! A name is a run of words with capitals. The first word of a sentence counts where it stands with a capital elsewhere
//! too, or begins a run; a word that also stands without one is no name by itself; a headline proves nothing. A name
//! whose last word stands alone somewhere is one with it: the surname is the full name, unless two have it. Linear in the
//! texts.

use super::capitals::{Name, Part, Side, has, set};
use super::matching::{self, linked};
use super::spelling::is_misspelled;
use super::{Change, Fact, FactKind, Ids};
use crate::align::Link;

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
            for name in names.iter().filter(|name| name.is_bare()) {
                set(&mut alone, name.last());
            }
        }
        // A surname of two people stands for neither.
        let mut shared = Vec::new();
        let mut bearers: Vec<Option<&Name>> = Vec::new();
        for name in before.iter().chain(&after).filter(|name| !name.is_bare()) {
            let last = name.last() as usize;
            bearers.resize(bearers.len().max(last + 1), None);
            if name.differs(bearers[last].get_or_insert(name)) {
                set(&mut shared, name.last());
            }
        }
        for name in before.iter_mut().chain(&mut after) {
            let bare = name.is_bare() || has(&alone, name.last()) && !has(&shared, name.last());
            name.cluster = if bare {
                name.last()
            } else {
                let mut words = String::new();
                for part in &name.parts {
                    words.push_str(&part.word);
                    words.push(' ');
                }
                ids.intern(words)
            };
        }
        Self {
            before,
            after,
            present,
        }
    }

    /// What became of each name, once, at its first passages.
    pub(super) fn facts(&self, links: &[Link], ids: usize) -> Vec<Fact> {
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
        let firsts = [
            Firsts::new(&self.before, ids),
            Firsts::new(&self.after, ids),
        ];
        let sentences =
            |names: &[Name]| -> Vec<usize> { names.iter().map(|name| name.sentence).collect() };
        let [before, after] = [sentences(&self.before), sentences(&self.after)];
        let unseen = |names: &[Name], other: usize| -> Vec<Option<Vec<char>>> {
            let word = |name| Some(self.unseen(name, other)?.word.chars().collect());
            names.iter().map(word).collect()
        };
        let unseen = [unseen(&self.before, 1), unseen(&self.after, 0)];
        let is_respelled = |b: usize, a: usize| match (&unseen[0][b], &unseen[1][a]) {
            (Some(one), Some(other)) => is_misspelled(one, other),
            _ => false,
        };
        for spelling in [true, false] {
            linked(
                &before,
                &after,
                links,
                matching::MOST,
                &mut |at, there, _| {
                    let (b, a) = (&self.before[at], &self.after[there]);
                    let fresh = |name: &Name| !done[name.cluster as usize];
                    let gone = |name, other: usize| firsts[other].counterpart(name).is_none();
                    let is_other = || b.differs(a) && gone(b, 1) && gone(a, 0);
                    let is_altered = || {
                        if spelling {
                            is_respelled(at, there)
                        } else {
                            is_other()
                        }
                    };
                    if fresh(b) && fresh(a) && is_altered() {
                        done[b.cluster as usize] = true;
                        done[a.cluster as usize] = true;
                        fact(Change::Altered, Some(b), Some(a));
                    }
                },
            );
        }
        for (names, other) in [(&self.before, 1), (&self.after, 0)] {
            for name in names {
                if std::mem::replace(&mut done[name.cluster as usize], true) {
                    continue;
                }
                let there = firsts[other].counterpart(name);
                if let Some(there) = there {
                    done[there.cluster as usize] = true;
                }
                let change = match there {
                    Some(_) => Change::Kept,
                    None if self.is_named(name, other, &firsts[other]) => continue,
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

    /// Whether all words of a name stand in the other version, or one that begins it is a name by itself there.
    fn is_named(&self, name: &Name, other: usize, firsts: &Firsts) -> bool {
        let mut parts = name.parts.iter();
        parts.all(|part| has(&self.present[other], part.id)) || firsts.is_begun(name)
    }

    /// The word of a name that stands in one version only, if it is the only one.
    fn unseen<'n>(&self, name: &'n Name, other: usize) -> Option<&'n Part> {
        let mut parts = name
            .parts
            .iter()
            .filter(|part| part.distinct && !has(&self.present[other], part.id));
        parts.next().filter(|_| parts.next().is_none())
    }
}

/// So many names with one last word are looked at.
const MOST: usize = 16;

/// Where each name of a version stands first, by its last word.
struct Firsts<'n>(Vec<Vec<&'n Name>>);

impl<'n> Firsts<'n> {
    fn new(names: &'n [Name], ids: usize) -> Self {
        let (mut firsts, mut seen) = (vec![Vec::new(); ids], vec![false; ids]);
        for name in names {
            let places = &mut firsts[name.last() as usize];
            if !std::mem::replace(&mut seen[name.cluster as usize], true) && places.len() < MOST {
                places.push(name);
            }
        }
        Self(firsts)
    }

    /// The name that is one with `name`, of another version: the same whole name first; a surname alone is nobody's where
    /// another has it.
    fn counterpart(&self, name: &Name) -> Option<&'n Name> {
        let (mut best, mut most) = (None, 0);
        let places = &self.0[name.last() as usize];
        let other = places.iter().any(|there| there.differs(name));
        for there in places {
            let worth = if there.cluster == name.cluster {
                3
            } else if !there.agrees(name) {
                0
            } else if there.is_bare() {
                u32::from(!other)
            } else {
                2
            };
            if worth > most {
                (best, most) = (Some(*there), worth);
            }
        }
        best
    }

    /// Whether a word of `name` before its last is a name by itself.
    fn is_begun(&self, name: &Name) -> bool {
        let (_, begin) = name.parts.split_last().unzip();
        let alone = |part: &Part| {
            let mut places = self.0[part.id as usize].iter();
            places.any(|there| there.parts.len() == 1)
        };
        begin.is_some_and(|parts: &[Part]| parts.iter().any(alone))
    }
}
