//! A small generator of random numbers, so that the texts depend on no crate and are the same for ever.

/// `SplitMix64`: Steele, Lea & Flood, "Fast splittable pseudorandom number generators", OOPSLA 2014, with the constants of
/// Vigna's `splitmix64.c`.
pub struct Random(u64);

impl Random {
    pub fn new(seed: u64) -> Self {
        Self(seed)
    }

    fn next(&mut self) -> u64 {
        self.0 = self.0.wrapping_add(0x9e37_79b9_7f4a_7c15);
        let mut z = self.0;
        z = (z ^ (z >> 30)).wrapping_mul(0xbf58_476d_1ce4_e5b9);
        z = (z ^ (z >> 27)).wrapping_mul(0x94d0_49bb_1331_11eb);
        z ^ (z >> 31)
    }

    /// An integer below `end`, which must not be 0. What the remainder favours is beyond measuring at such ends.
    pub fn below(&mut self, end: usize) -> usize {
        (self.next() % end as u64) as usize
    }

    /// Whether something of this probability, 0..1, happens.
    pub fn chance(&mut self, probability: f64) -> bool {
        // The upper 53 bits are all that a float holds.
        ((self.next() >> 11) as f64) < probability * (1_u64 << 53) as f64
    }

    /// One of several.
    pub fn pick<'t, T>(&mut self, from: &'t [T]) -> &'t T {
        &from[self.below(from.len())]
    }
}
