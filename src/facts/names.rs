//! Names of people, places and organisations, told by their shape and by how they recur: no list of names is kept.
//!
//! A name is a run of words with capitals. The first word of a sentence counts where it stands with a capital elsewhere
//! too, or begins a run; a word that also stands without one is no name by itself; a headline proves nothing. A name
//! whose last word stands alone somewhere is one with it: the surname is the full name. Linear in the texts.

use super::capitals::{Name, Part, Side, has, set};
use super::matching::linked;
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
