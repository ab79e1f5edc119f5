//! Words that stand for each other: learned from the two texts themselves.
//!
//! Where one version says "Jehovah" wherever the other says "the Lord", or a hero is renamed, no dictionary is needed to
//! see it: words that keep standing in counterparts, each without the other, translate each other (Gale & Church 1991,
//! "Identifying Word Correspondences in Parallel Texts", by Dice's coefficient). Time is linear in the counterparts
//! times the square of a bounded sentence.

use super::features::Vectors;
use super::groups::Group;
use super::parameters::Parameters;
use crate::version::Span;
use libm::logf;

/// Counterparts with more words than this of their own on one side say too little of each.
const MOST: usize = 64;

/// In how many counterparts a word must stand at the least for any to be looked for that stands for it.
const LEAST: usize = 2;

/// The terms of the later version that stand for other terms of the earlier one: by term of the later version, the
/// term it stands for, which is itself for most; `None` where there are none. `groups` are counterparts.
///
/// Two words stand for each other where each is the other's best by Dice's coefficient over the counterparts that have
/// them on one side alone, and where that is no chance.
pub(super) fn learn(
    before: &Vectors,
    after: &Vectors,
    vocabulary: usize,
    groups: &[Group],
    parameters: &Parameters,
) -> Option<Vec<u32>> {
    let mut of_before = Vec::with_capacity(groups.len());
    let mut of_after = Vec::with_capacity(groups.len());
    let mut own = Own::new(vocabulary);
    for (from, to) in groups {
        let left = own.terms(before, *from, after, *to);
        let right = own.terms(after, *to, before, *from);
        if left.len() <= MOST && right.len() <= MOST {
            of_before.push(left);
            of_after.push(right);
        }
    }
    let places_before = places(&of_before, vocabulary);
    let places_after = places(&of_after, vocabulary);
    let mut best_before = vec![(0.0_f32, 0_u32); vocabulary];
    let mut best_after = vec![(0.0_f32, 0_u32); vocabulary];
    let mut counts = vec![0_u32; vocabulary];
    let mut touched: Vec<u32> = Vec::new();
    for (term, places) in places_before.iter().enumerate() {
        if places.len() < LEAST {
            continue;
        }
        for &counterpart in places.iter().flat_map(|&place| &of_after[place as usize]) {
            if counts[counterpart as usize] == 0 {
                touched.push(counterpart);
            }
            counts[counterpart as usize] += 1;
        }
        for counterpart in touched.drain(..) {
            let common = std::mem::take(&mut counts[counterpart as usize]) as f32;
            let of_counterpart = places_after[counterpart as usize].len();
            let (left, right) = (places.len() as f32, of_counterpart as f32);
            let dice = 2.0 * common / (left + right);
            let nats = likelihood_ratio(common, left, right, of_before.len() as f32);
            if dice >= parameters.lexicon && nats >= parameters.lexicon_nats {
                offer(&mut best_before[term], dice, counterpart);
                offer(&mut best_after[counterpart as usize], dice, term as u32);
            }
        }
    }
    let mut lexicon: Vec<u32> = (0..vocabulary as u32).collect();
    let mut any = false;
    for (counterpart, &(dice, term)) in best_after.iter().enumerate() {
        if dice > 0.0 && best_before[term as usize].1 as usize == counterpart {
            lexicon[counterpart] = term;
            any = true;
        }
    }
    any.then_some(lexicon)
}

/// Finds the terms that one side of counterparts has and the other has not.
struct Own {
    /// The last search in which each term stood on the other side, and the last in which it was found.
    other: Vec<u32>,
    found: Vec<u32>,
    search: u32,
}

impl Own {
    fn new(vocabulary: usize) -> Self {
        Self {
            other: vec![0; vocabulary],
            found: vec![0; vocabulary],
            search: 0,
        }
    }

    /// The terms of the sentences `side` of one version, each once, that stand in none of the sentences `other_side`
    /// of the other.
    fn terms(&mut self, of: &Vectors, side: Span, others: &Vectors, other_side: Span) -> Vec<u32> {
        self.search += 1;
        let rows = other_side
            .range()
            .flat_map(|sentence| others.row(sentence).0);
        rows.for_each(|&term| self.other[term as usize] = self.search);
        let mut terms = Vec::new();
        for &term in side.range().flat_map(|sentence| of.row(sentence).0) {
            let (other, found) = (self.other[term as usize], &mut self.found[term as usize]);
            if other != self.search && *found != self.search {
                *found = self.search;
                terms.push(term);
            }
        }
        terms
    }
}

/// How much more likely two words are to meet where they do if they stand for each other than by chance, in nats
/// (Dunning 1993): they meet in `common` of `all` places, of which `left` and `right` have the one or the other.
fn likelihood_ratio(common: f32, left: f32, right: f32, all: f32) -> f32 {
    let cells = [
        (common, left, right),
        (left - common, left, all - right),
        (right - common, all - left, right),
        (all - left - right + common, all - left, all - right),
    ];
    let nats = cells
        .iter()
        .filter(|(met, ..)| *met > 0.0)
        .map(|(met, row, column)| met * logf(met * all / (row * column)));
    nats.sum()
}

/// Where each term stands: indices into `groups`, ascending.
fn places(groups: &[Vec<u32>], vocabulary: usize) -> Vec<Vec<u32>> {
    let mut places = vec![Vec::new(); vocabulary];
    for (place, terms) in groups.iter().enumerate() {
        for &term in terms {
            places[term as usize].push(place as u32);
        }
    }
    places
}

/// Keeps the better of two; the first of equally good ones.
fn offer(best: &mut (f32, u32), dice: f32, term: u32) {
    if dice > best.0 {
        *best = (dice, term);
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::align::features::Features;
    use crate::align::probe::Probe;
    use crate::keys::Keys;
    use crate::version::{ParagraphBreaks, Version};

    fn translated(before: &str, after: &str) -> Option<[f32; 2]> {
        let version = |text| Version::new(text, ParagraphBreaks::Auto, None);
        let (before, after) = (version(before), version(after));
        let keys = Keys::new(&before, &after);
        let mut features = Features::new(&before, &after, &keys);
        let sentence = |k| Span::new(k, k + 1);
        let groups: Vec<Group> = (0..before.sentences.len())
            .map(|k| (sentence(k), sentence(k)))
            .collect();
        let likeness = |features: &Features| {
            let mut probe = Probe::new(features);
            probe.take(features.before(), 0);
            probe.against(features.after(), 0).stems
        };
        let stems = &features.stems;
        let lexicon = learn(
            &stems.before,
            &stems.after,
            stems.idf.len(),
            &groups,
            &Parameters::default(),
        )?;
        let untranslated = likeness(&features);
        features.translate(&lexicon);
        Some([untranslated, likeness(&features)])
    }

    #[test]
    fn a_hero_renamed_is_the_same_hero() {
        let before = "Ulysses wept. The rain fell. Ulysses slept on deck. A gull cried. The mast broke. \
            They rowed. Nobody spoke of Ulysses at dawn. The oars dripped. Then Ulysses laughed. It was late.";
        let [untranslated, likeness] =
            translated(before, &before.replace("Ulysses", "Odysseus")).unwrap();
        assert!(untranslated < 0.7, "{untranslated}");
        assert!(likeness > 0.99, "{likeness}");
    }

    #[test]
    fn one_meeting_of_two_words_says_nothing() {
        assert_eq!(
            translated("Ulysses wept. It rained.", "Odysseus wept. It rained."),
            None
        );
    }
}
