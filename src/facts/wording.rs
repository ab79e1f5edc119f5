//! Quotations whose words changed, and what each is made of.

use super::matching::{MOST, Matching, linked};
use super::{Change, Ids};
use crate::keys::fold;
use crate::order::ascending;
use crate::version::{Span, Version};

/// More words of a quotation are not weighed.
const LONGEST: usize = 512;
/// A word in so many quotations is too common to find one by.
const COMMON: usize = 8;
/// How much of the shorter of two quotations must stand in the longer, in letters, 0..1: where their sentences are
/// linked, and where they are not.
const LINKED: f32 = 0.25;
const ANYWHERE: f32 = 0.6;
/// Fewer letters in common are chance where the sentences are not linked.
const FEWEST: usize = 12;

/// The words of a quotation: runs of letters and digits, folded.
pub(super) struct Wording {
    ids: Vec<u32>,
    letters: Vec<u32>,
}

impl Wording {
    /// Reads a quotation.
    pub(super) fn new(version: &Version, span: Span, ids: &mut Ids) -> Self {
        let folded = fold(version.text_of(span));
        let words = folded
            .split(|c: char| !c.is_alphanumeric())
            .filter(|word| !word.is_empty());
        let (ids, letters) = words
            .take(LONGEST)
            .map(|word| (ids.intern(word.to_owned()), word.chars().count() as u32))
            .unzip();
        Self { ids, letters }
    }

    /// Equal for the same words in the same order.
    pub(super) fn key(version: &Version, span: Span) -> String {
        let mut key = fold(version.text_of(span));
        key.retain(char::is_alphanumeric);
        key
    }

    fn len(&self) -> u32 {
        self.letters.iter().sum()
    }
}

/// Two quotations and how much of the shorter stands in the longer, 0..1.
#[derive(Clone, Copy)]
struct Candidate {
    b: usize,
    a: usize,
    share: f32,
}

/// Pairs quotations that have no counterpart yet and share words: each with the one that it shares most with, where
/// that one has no better or was taken apart.
pub(super) fn alter(matching: &mut Matching, before: &[Wording], after: &[Wording], ids: usize) {
    let mut counts = vec![0_u32; ids];
    let mut candidates = Vec::new();
    let mates = matching.mates.clone();
    let free = |b: usize, a: usize| mates[0][b].is_none() && mates[1][a].is_none();
    let mut weigh = |b: usize, a: usize, least: f32, fewest: usize| {
        let (letters, words) = shared(&before[b], &after[a], &mut counts);
        let share = letters as f32 / before[b].len().min(after[a].len()).max(1) as f32;
        let enough = letters as usize >= fewest && (words >= 2 || share >= ANYWHERE);
        if enough && share >= least {
            candidates.push(Candidate { b, a, share });
        }
    };
    linked(
        &matching.sentences[0],
        &matching.sentences[1],
        matching.links,
        MOST,
        &mut |b, a, _| {
            if free(b, a) {
                weigh(b, a, LINKED, 0);
            }
        },
    );
    let mut postings: Vec<Vec<usize>> = vec![Vec::new(); ids];
    for (a, wording) in after
        .iter()
        .enumerate()
        .filter(|(a, _)| mates[1][*a].is_none())
    {
        for id in &wording.ids {
            let places = &mut postings[*id as usize];
            if places.len() <= COMMON && places.last() != Some(&a) {
                places.push(a);
            }
        }
    }
    for (b, wording) in before
        .iter()
        .enumerate()
        .filter(|(b, _)| mates[0][*b].is_none())
    {
        let mut met: Vec<usize> = Vec::new();
        for id in &wording.ids {
            let places = &postings[*id as usize];
            for &a in places.iter().filter(|_| places.len() <= COMMON) {
                if met.len() < COMMON && !met.contains(&a) {
                    met.push(a);
                    weigh(b, a, ANYWHERE, FEWEST);
                }
            }
        }
    }
    let mut best = [
        vec![None::<Candidate>; before.len()],
        vec![None; after.len()],
    ];
    for candidate in &candidates {
        for (side, at) in [(0, candidate.b), (1, candidate.a)] {
            let best = &mut best[side][at];
            if best.is_none_or(|best| best.share < candidate.share) {
                *best = Some(*candidate);
            }
        }
    }
    let mut altered = Vec::new();
    let is_best = |side: usize, at: usize, candidate: &Candidate| {
        best[side][at].is_some_and(|best| (best.b, best.a) == (candidate.b, candidate.a))
    };
    for candidate in &candidates {
        let Candidate { b, a, share } = *candidate;
        let (of_before, of_after) = (is_best(0, b, candidate), is_best(1, a, candidate));
        let beside = |side: usize| match (side, best[0][b], best[1][a]) {
            (0, Some(best), _) => matching.sentences[1][best.a] == matching.sentences[1][a],
            (_, _, Some(best)) => matching.sentences[0][best.b] == matching.sentences[0][b],
            _ => false,
        };
        let apart = |side: usize| share >= ANYWHERE || beside(side);
        if of_after && (of_before || apart(0)) || of_before && apart(1) {
            altered.push((b, a));
        }
    }
    let altered = ascending(&altered);
    let swapped: Vec<_> = altered.iter().map(|&(b, a)| (a, b)).collect();
    let (split, merged) = (
        joined(&altered, before, after),
        joined(&ascending(&swapped), after, before),
    );
    for (b, a) in altered {
        let kept = split[b] || merged[a];
        matching.mates[0][b] = Some(a);
        matching.mates[1][a] = Some(b);
        matching
            .pairs
            .push((if kept { Change::Kept } else { Change::Altered }, b, a));
    }
}

/// Which of `one` are, word for word, their counterparts in `many` taken together; `pairs` ascend.
fn joined(pairs: &[(usize, usize)], one: &[Wording], many: &[Wording]) -> Vec<bool> {
    let mut rest: Vec<&[u32]> = one.iter().map(|wording| wording.ids.as_slice()).collect();
    for (whole, part) in pairs {
        rest[*whole] = rest[*whole]
            .strip_prefix(many[*part].ids.as_slice())
            .unwrap_or(&[u32::MAX]);
    }
    rest.iter().map(|rest| rest.is_empty()).collect()
}

/// How many letters, and how many longer words, two quotations share. `counts`, by id, is all 0 before and after.
fn shared(before: &Wording, after: &Wording, counts: &mut [u32]) -> (u32, u32) {
    for id in &before.ids {
        counts[*id as usize] += 1;
    }
    let (mut letters, mut words) = (0, 0);
    for (id, len) in after.ids.iter().zip(&after.letters) {
        let count = &mut counts[*id as usize];
        if *count > 0 {
            *count -= 1;
            letters += len;
            words += u32::from(*len >= 4);
        }
    }
    for id in &before.ids {
        counts[*id as usize] = 0;
    }
    (letters, words)
}
