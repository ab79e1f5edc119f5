//! The engine's constants by name, so that programs can turn them.

use storydiff::align::Parameters;

/// A constant: its name and where it stands.
pub type Part = (&'static str, fn(&mut Parameters) -> &mut f32);

macro_rules! parts {
    ($($name:ident)*) => {
        /// All constants, in the order of their declaration.
        pub const PARTS: &[Part] = &[$((stringify!($name), |parameters| &mut parameters.$name)),*];
    };
}

parts! {
    grams kinship kinship_median kinship_theta hubness position reach neighbours faint theta theta_median theta_disorder paraphrase
    group group_recast group_close group_length mutual mutual_median mutual_close
    single single_median single_close single_order single_nats
    moved moved_nats echo echo_share echo_nats echo_order echo_bigram_nats lexicon lexicon_nats lexicon_median
}
