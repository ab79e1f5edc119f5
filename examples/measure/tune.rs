//! A seeded random search for better constants, and what it finds where one set is left out.

use crate::gold::{Prepared, Score};
use crate::parts::PARTS;
use crate::{Laboratory, score};
use std::time::{Duration, Instant};
use storydiff::align::Parameters;

/// Searches for some seconds from the present constants, on all sets but the one left out, and prints what changed.
pub fn print(laboratory: &Laboratory, seconds: u64, seed: u64, left_out: Option<&str>) {
    let (mut was, seconds) = (Parameters::default(), Duration::from_secs(seconds));
    let mut is = search(laboratory, &was, seconds, seed, left_out);
    laboratory.print(&is);
    for (name, place) in PARTS {
        let (was, is) = (*place(&mut was), *place(&mut is));
        if (was - is).abs() > 1e-6 {
            println!("    {name}: {was} -> {is:.4}");
        }
    }
}

/// For each set: F1 with the present constants, and with constants that were searched for so many seconds without it,
/// from where the search began.
pub fn print_each_left_out(laboratory: &Laboratory, seconds: u64, seed: u64) {
    let begun = laboratory.scores(&beginning());
    let tuned = laboratory.scores(&Parameters::default());
    println!(
        "| set | kinship | first constants | tuned without it | tuned on all |\n|---|---|---|---|---|"
    );
    for (set, (name, documents)) in laboratory.sets.iter().enumerate() {
        let seconds = Duration::from_secs(seconds);
        let parameters = search(laboratory, &beginning(), seconds, seed, Some(name));
        for (table, kinship) in laboratory.tables.iter().enumerate() {
            println!(
                "| {name} | {} | {:.3} | {:.3} | {:.3} |",
                if kinship.is_some() { "with" } else { "without" },
                begun[table][set].of_both(),
                score(documents, *kinship, &parameters).of_both(),
                tuned[table][set].of_both(),
            );
        }
    }
}

/// The constants of the first sketch of the alignment, and neutral ones where it had none.
fn beginning() -> Parameters {
    Parameters {
        grams: 1.0,
        kinship: 1.5,
        kinship_median: 0.4,
        kinship_theta: 0.0,
        hubness: 0.2,
        position: 1.2,
        reach: 2.0,
        neighbours: 0.4,
        faint: 0.1,
        theta: 0.1,
        theta_median: 0.15,
        theta_disorder: 0.5,
        paraphrase: 0.4,
        group: -0.06,
        group_recast: -0.16,
        group_close: 0.3,
        group_length: 0.15,
        mutual: 0.25,
        mutual_median: 0.2,
        mutual_close: 0.5,
        residue: 0.4,
        residue_median: 0.2,
        residue_close: 0.5,
        residue_order: 0.0,
        residue_share: 0.2,
        residue_nats: 8.0,
        moved: 0.15,
        moved_nats: 18.0,
        echo: 0.17,
        echo_share: 0.4,
        echo_nats: 18.0,
        echo_phrase: 9.0,
        echo_order: 10.0,
        lexicon: 0.4,
        lexicon_nats: 5.0,
        lexicon_median: 0.5,
    }
}

/// Searches for some time from `start`: a few constants are changed at a time, and what is better on the mean of all
/// sets but the one left out stays.
fn search(
    laboratory: &Laboratory,
    start: &Parameters,
    time: Duration,
    seed: u64,
    left_out: Option<&str>,
) -> Parameters {
    let only = std::env::var("ONLY").unwrap_or_default();
    let only: Vec<&str> = only.split(' ').filter(|name| !name.is_empty()).collect();
    let turned: Vec<_> = PARTS
        .iter()
        .filter(|(name, _)| only.is_empty() || only.iter().any(|prefix| name.starts_with(prefix)))
        .collect();
    let mut chance = Chance(seed.wrapping_mul(2).wrapping_add(1));
    let (mut best, mut best_gain) = (start.clone(), 0.0);
    let start = laboratory.scores(start);
    let end = Instant::now() + time;
    while Instant::now() < end {
        let mut candidate = best.clone();
        for _ in 0..=chance.below(3) {
            let (_, place) = turned[chance.below(turned.len())];
            let constant = place(&mut candidate);
            let factor = 1.0 + 0.5 * (chance.unit() - 0.5) * 2.0 * chance.unit();
            *constant = if constant.abs() < 0.02 {
                *constant + 0.04 * (chance.unit() - 0.5)
            } else {
                *constant * factor
            };
        }
        let found = gain(laboratory, &start, &candidate, left_out, best_gain);
        if found > best_gain + 1e-6 {
            (best, best_gain) = (candidate, found);
        }
    }
    best
}

/// What a set loses against the start counts so many times what another gains: better on the whole is not enough.
const LOSS: f64 = 3.0;

/// No set gains more at once: what has lost more than that on the sets looked at first is given up.
const MOST: f64 = 0.02;

/// What is searched for: the sum of the gains of all sets but the one left out, with each table; less than `least`
/// where it cannot reach that.
fn gain(
    laboratory: &Laboratory,
    start: &[Vec<Score>],
    parameters: &Parameters,
    left_out: Option<&str>,
    least: f64,
) -> f64 {
    let mut sets: Vec<usize> = (0..laboratory.sets.len()).collect();
    sets.retain(|&set| Some(laboratory.sets[set].0) != left_out);
    // Short ones first.
    sets.sort_by_key(|&set| {
        laboratory.sets[set]
            .1
            .iter()
            .map(Prepared::size)
            .sum::<usize>()
    });
    let mut sum = 0.0;
    for (place, &set) in sets.iter().enumerate() {
        for (kinship, start) in laboratory.tables.iter().zip(start) {
            let now = score(&laboratory.sets[set].1, *kinship, parameters);
            let gain = now.of_both() - start[set].of_both();
            sum += if gain < 0.0 { LOSS * gain } else { gain };
        }
        if sum + MOST * (sets.len() - place - 1) as f64 / 4.0 < least {
            return f64::MIN;
        }
    }
    sum
}

/// A small generator of chance (Marsaglia 2003, xorshift64*): the same numbers on every machine.
struct Chance(u64);

impl Chance {
    fn next(&mut self) -> u64 {
        self.0 ^= self.0 >> 12;
        self.0 ^= self.0 << 25;
        self.0 ^= self.0 >> 27;
        self.0.wrapping_mul(0x2545_F491_4F6C_DD1D)
    }

    /// 0..1.
    fn unit(&mut self) -> f32 {
        (self.next() >> 40) as f32 / (1_u64 << 24) as f32
    }

    fn below(&mut self, end: usize) -> usize {
        (self.next() >> 33) as usize % end
    }
}
