//! A seeded random search for better constants.

use crate::Laboratory;
use crate::gold::Score;
use crate::parts::PARTS;
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
    let start_scores = laboratory.scores(&best);
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
        let scores = laboratory.scores(&candidate);
        let found = gain(laboratory, &start_scores, &scores, left_out);
        tried += 1;
        if found > best_gain + 1e-6 {
            (best, best_gain) = (candidate, found);
        }
    }
    laboratory.print(
        &format!("{tried} tried, {best_gain:+.5}"),
        &laboratory.scores(&best),
    );
    for (name, place) in PARTS {
        let (was, is) = (*place(&mut Parameters::default()), *place(&mut best));
        if (was - is).abs() > 1e-6 {
            println!("    {name}: {was} -> {is:.4}");
        }
    }
}

/// What a set loses against the start counts so many times what another gains: better on the whole is not enough.
const LOSS: f64 = 3.0;

/// What is searched for: the mean gain of all sets but the one left out.
fn gain(laboratory: &Laboratory, was: &[Score], is: &[Score], left_out: Option<&str>) -> f64 {
    let sets = laboratory.sets.iter().zip(was.iter().zip(is));
    let gains = sets
        .filter(|((name, _), _)| Some(*name) != left_out)
        .map(|(_, (was, is))| {
            let gain = is.of_both() - was.of_both();
            if gain < 0.0 { LOSS * gain } else { gain }
        });
    let gains: Vec<f64> = gains.collect();
    gains.iter().sum::<f64>() / gains.len() as f64
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
