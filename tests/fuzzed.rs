//! The targets of `fuzz/`, on the inputs that are kept and on fresh ones made of them.
#![cfg(not(target_arch = "wasm32"))]

use random::Random;
use std::fs;
use std::path::Path;

#[allow(dead_code)] // not all of the program
#[path = "../src/cli/mod.rs"]
mod cli;
#[path = "support/corrected.rs"]
mod corrected;
#[path = "support/fuzzed.rs"]
mod fuzzed;
#[path = "support/promises.rs"]
mod promises;
#[allow(dead_code)] // the texts of the benches need the others
#[path = "../benches/texts/random.rs"]
mod random;
#[allow(dead_code)] // the contract needs the others
#[path = "support/reports.rs"]
mod reports;

/// How many fresh inputs each target gets, of each kept one.
const FRESH: usize = 2;

#[test]
fn any_two_texts() {
    check("pairs", fuzzed::pairs);
}

#[test]
fn a_story_and_what_became_of_it() {
    check("edits", fuzzed::edits);
}

#[test]
fn reports_that_readers_corrected() {
    check("corrections", fuzzed::corrections);
}

#[test]
fn the_bytes_of_two_files() {
    check("bytes", fuzzed::bytes);
}

#[test]
fn a_line_of_many() {
    check("lines", fuzzed::lines);
}

/// Gives a target every input that is kept for it, and fresh ones, which are the same in every run.
fn check(target: &str, run: fn(&[u8])) {
    let folder = Path::new(env!("CARGO_MANIFEST_DIR")).join("fuzz/corpus");
    let files = fs::read_dir(folder.join(target)).unwrap();
    let mut paths: Vec<_> = files.map(|file| file.unwrap().path()).collect();
    paths.sort();
    assert!(!paths.is_empty());
    let kept: Vec<Vec<u8>> = paths.iter().map(|path| fs::read(path).unwrap()).collect();
    for (path, input) in paths.iter().zip(&kept) {
        println!("{}", path.display()); // the last one is the one that failed
        run(input);
    }
    let mut random = Random::new(0);
    for _ in 0..FRESH * kept.len() {
        let input = fresh(&kept, &mut random);
        println!("{:?}", input.escape_ascii().to_string());
        run(&input);
    }
}

/// The beginning of one input and the end of another, with a few bytes changed.
fn fresh(kept: &[Vec<u8>], random: &mut Random) -> Vec<u8> {
    let (one, other) = (random.pick(kept), random.pick(kept));
    let mut input = one[..random.below(one.len() + 1)].to_vec();
    input.extend_from_slice(&other[random.below(other.len() + 1)..]);
    for _ in 0..random.below(8).min(input.len()) {
        let at = random.below(input.len());
        input[at] = random.below(0x100) as u8;
    }
    input
}
