//! What each part of the score and the search is worth: F1 without it.

use crate::Laboratory;
use storydiff::align::Parameters;

/// A part and how it is switched off.
type Off = (&'static str, fn(&mut Parameters));

/// Out of reach of every score.
const NEVER: f32 = 1e9;

const PARTS: &[Off] = &[
    ("nothing", |_| {}),
    ("character 4-grams", |p| p.grams = 0.0),
    ("words", |p| p.grams = NEVER),
    ("words that stand for each other", |p| p.lexicon = NEVER),
    ("kinship of words", |p| p.kinship = 0.0),
    ("hubness", |p| p.hubness = 0.0),
    ("expected position", |p| p.position = 0.0),
    ("neighbours", |p| p.neighbours = 0.0),
    ("groups of sentences", |p| {
        (p.group, p.group_recast) = (-NEVER, -NEVER);
    }),
    ("the way through both texts", |p| p.theta = NEVER),
    ("mutual bests", |p| p.mutual = NEVER),
    ("bests of one sentence", |p| p.single = NEVER),
    ("moves", |p| p.moved = NEVER),
    ("echoes", |p| p.echo = NEVER),
];

/// A table in Markdown, with the last table of kin words.
pub fn print(laboratory: &Laboratory) {
    let scores = |parameters: &Parameters| laboratory.scores(parameters).pop().unwrap_or_default();
    let whole = scores(&Parameters::default());
    print!("| without |");
    laboratory
        .sets
        .iter()
        .for_each(|(name, _)| print!(" {name} |"));
    println!("\n|---|{}", "---|".repeat(laboratory.sets.len()));
    for (name, switch_off) in PARTS {
        let mut parameters = Parameters::default();
        switch_off(&mut parameters);
        print!("| {name} |");
        for (score, whole) in scores(&parameters).iter().zip(&whole) {
            let (f1, lost) = (score.f1(), score.f1() - whole.f1());
            if *name == "nothing" {
                print!(" {f1:.3} |");
            } else {
                print!(" {} |", format!("{lost:+.3}").replace('-', "−"));
            }
        }
        println!();
    }
}
