//! A seeded random search for better constants.

use crate::gold::{Prepared, Score};
use crate::parts::PARTS;
use crate::{Laboratory, score};
use std::time::{Duration, Instant};
use storydiff::align::Parameters;

/// Searches for some seconds from the present constants: a few are changed at a time, and what is better on the mean
/// of all sets but the one left out stays.
pub fn search(laboratory: &Laboratory, seconds: u64, seed: u64, left_out: Option<&str>) {
    let only = std::env::var("ONLY").unwrap_or_default();
    let only: Vec<&str> = only.split(' ').filter(|name| !name.is_empty()).collect();
    let turned: Vec<_> = PARTS
        .iter()
        .filter(|(name, _)| only.is_empty() || only.iter().any(|prefix| name.starts_with(prefix)))
        .collect();
    let mut chance = Chance(seed.wrapping_mul(2).wrapping_add(1));
    let mut best = Parameters::default();
    let start = laboratory.scores(&best);
    let mut best_gain = 0.0;
    let end = Instant::now() + Duration::from_secs(seconds);
    let mut tried = 0;
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
        tried += 1;
        if found > best_gain + 1e-6 {
            (best, best_gain) = (candidate, found);
        }
    }
    println!("{tried} tried, {best_gain:+.5}");
    laboratory.print(&best);
    for (name, place) in PARTS {
        let (was, is) = (*place(&mut Parameters::default()), *place(&mut best));
        if (was - is).abs() > 1e-6 {
            println!("    {name}: {was} -> {is:.4}");
        }
    }
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
