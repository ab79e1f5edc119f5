//! Which facts of two versions are the same: first in sentences that tell the same, then anywhere.

use super::dates;
use super::numbers::{Class, Quantity};
use super::{Change, Fact, FactKind};
use crate::align::Link;
use crate::order::sorted;
use crate::version::Span;
use std::mem::discriminant;

/// So many facts of a sentence are looked at as counterparts of each of so many of another; a table has more.
pub(super) const MOST: usize = 64;

/// So many numbers of a sentence that are in no other are held against each of so many: each two are kept in memory.
const MOST_ALTERED: usize = 16;

/// Links of sentences that are at least so alike put numbers of one size in each other's place, 0..1.
const ALIKE: f64 = 0.6;

/// What is matched.
#[derive(Clone, Copy)]
pub(super) struct Item {
    /// Bytes of the text.
    pub(super) span: Span,
    /// Equal for what is the same in counterparts.
    pub(super) key: u32,
    /// Equal for what is the same wherever it stands.
    pub(super) wide: u32,
}

/// Calls `see` with the indices of every two facts whose sentences are linked, and the link; `before` and `after` are the
/// sentences of each side's facts, ascending, of which the first `most` count.
pub(super) fn linked(
    before: &[usize],
    after: &[usize],
    links: &[Link],
    most: usize,
    see: &mut dyn FnMut(usize, usize, &Link),
) {
    let inside = |sentences: &[usize], at: usize| {
        let start = sentences.partition_point(|sentence| *sentence < at);
        let rest = sentences[start..].iter().take(most);
        start..start + rest.take_while(|sentence| **sentence == at).count()
    };
    for link in links {
        let there = inside(after, link.after);
        for b in inside(before, link.before) {
            for a in there.clone() {
                see(b, a, link);
            }
        }
    }
}

/// The items of two versions and their counterparts.
pub(super) struct Matching<'a> {
    pub(super) before: &'a [Item],
    pub(super) after: &'a [Item],
    /// The sentence of each item, an index, by side.
    pub(super) sentences: &'a [Vec<usize>; 2],
    pub(super) links: &'a [Link],
    /// Which item of the other version each is kept as or altered to.
    pub(super) mates: [Vec<Option<usize>>; 2],
    /// What became of the items that have one.
    pub(super) pairs: Vec<(Change, usize, usize)>,
}

impl<'a> Matching<'a> {
    /// Pairs what is equal: in linked sentences first, then in order.
    pub(super) fn new(
        items: &'a [Vec<Item>; 2],
        sentences: &'a [Vec<usize>; 2],
        links: &'a [Link],
    ) -> Self {
        let (before, after) = (items[0].as_slice(), items[1].as_slice());
        let mut matching = Self {
            before,
            after,
            sentences,
            links,
            mates: [vec![None; before.len()], vec![None; after.len()]],
            pairs: Vec::new(),
        };
        linked(&sentences[0], &sentences[1], links, MOST, &mut |b, a, _| {
            if before[b].key == after[a].key {
                matching.pair(Change::Kept, b, a);
            }
        });
        let mut free = matching.places(true);
        for (b, item) in before.iter().enumerate() {
            if matching.mates[0][b].is_none()
                && let Some(a) = free.get_mut(item.wide as usize).and_then(Vec::pop)
            {
                matching.pair(Change::Kept, b, a);
            }
        }
        matching
    }

    /// The items of the later version by what they are wherever they stand, last first; where `free`, those without a
    /// counterpart.
    fn places(&self, free: bool) -> Vec<Vec<usize>> {
        let mut places = Vec::new();
        for (a, item) in self.after.iter().enumerate().rev() {
            let wide = item.wide as usize;
            if places.len() <= wide {
                places.resize(wide + 1, Vec::new());
            }
            if !free || self.mates[1][a].is_none() {
                places[wide].push(a);
            }
        }
        places
    }

    /// Pairs two items, unless one of them has its counterpart.
    pub(super) fn pair(&mut self, change: Change, b: usize, a: usize) {
        if self.mates[0][b].is_none() && self.mates[1][a].is_none() {
            self.mates[0][b] = Some(a);
            self.mates[1][a] = Some(b);
            self.pairs.push((change, b, a));
        }
    }

    /// Every item once at least; those without a counterpart that are told again in the other version are kept.
    pub(super) fn facts(mut self, kind: &dyn Fn(usize, usize) -> FactKind) -> Vec<Fact> {
        let places = self.places(false);
        let mut first_before = vec![usize::MAX; places.len()];
        for (b, item) in self.before.iter().enumerate().rev() {
            if let Some(first) = first_before.get_mut(item.wide as usize) {
                *first = b;
            }
        }
        let mut facts = Vec::new();
        let mut alone = Vec::new();
        for (b, item) in self.before.iter().enumerate() {
            if self.mates[0][b].is_none() {
                match places
                    .get(item.wide as usize)
                    .and_then(|places| places.last())
                {
                    Some(a) => self.pairs.push((Change::Kept, b, *a)),
                    None => alone.push((Change::Dropped, 0, b)),
                }
            }
        }
        for (a, item) in self.after.iter().enumerate() {
            if self.mates[1][a].is_none() {
                match first_before.get(item.wide as usize) {
                    Some(b) if *b != usize::MAX => self.pairs.push((Change::Kept, *b, a)),
                    _ => alone.push((Change::Added, 1, a)),
                }
            }
        }
        for (change, b, a) in self.pairs {
            let (before, after) = (Some(self.before[b].span), Some(self.after[a].span));
            facts.push(Fact {
                kind: kind(0, b),
                change,
                before,
                after,
            });
        }
        for (change, side, at) in alone {
            let span = Some([self.before, self.after][side][at].span);
            let (before, after) = if side == 0 {
                (span, None)
            } else {
                (None, span)
            };
            facts.push(Fact {
                kind: kind(side, at),
                change,
                before,
                after,
            });
        }
        facts
    }

    /// Pairs numbers that stand in each other's place.
    pub(super) fn alter_quantities(&mut self, before: &[Quantity], after: &[Quantity]) {
        let mut candidates: Vec<(u32, usize, usize)> = Vec::new();
        let free = [0, 1].map(|side| -> Vec<usize> {
            let mates = &self.mates[side];
            (0..mates.len()).filter(|at| mates[*at].is_none()).collect()
        });
        let sentences = [0, 1].map(|side| -> Vec<usize> {
            free[side]
                .iter()
                .map(|at| self.sentences[side][*at])
                .collect()
        });
        linked(
            &sentences[0],
            &sentences[1],
            self.links,
            MOST_ALTERED,
            &mut |b, a, link| {
                let (b, a) = (free[0][b], free[1][a]);
                let worth = replaces(&before[b], &after[a], link);
                if worth > 0 {
                    candidates.push((worth, b, a));
                }
            },
        );
        for (worth, b, a) in sorted(&candidates, |one, other| other.0.cmp(&one.0)) {
            let change = if worth == SAME {
                Change::Kept
            } else {
                Change::Altered
            };
            self.pair(change, b, a);
        }
    }
}

/// What it is worth that two dates can be one.
const SAME: u32 = 4;

/// How sure it is that a number of the later version stands in the place of one of the earlier; 0 where it does not.
fn replaces(before: &Quantity, after: &Quantity, link: &Link) -> u32 {
    if discriminant(&before.class) != discriminant(&after.class) {
        return 0;
    }
    let unit = !before.unit.is_empty() && before.unit == after.unit;
    let size = before.magnitude() == after.magnitude();
    match before.class {
        Class::Date if before.rest != after.rest => 0,
        Class::Date if dates::agree(before.digits, after.digits) => SAME,
        Class::Date => 2 * u32::from(dates::are_alike(before.digits, after.digits)),
        Class::Count | Class::Ordinal if unit => 3,
        Class::Count if size && before.magnitude() >= 2 => 1,
        Class::Count | Class::Ordinal => u32::from(size && link.similarity >= ALIKE),
        // Rather in the same currency.
        _ => 1 + u32::from(before.class == after.class),
    }
}
