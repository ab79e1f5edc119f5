//! Measures the alignment on texts that people aligned: a folder a set, a JSON document a pair of versions.
//!
//! `cargo run --profile measure --example measure -- COMMAND GOLD …` where the command is
//! - `evaluate`: how far the engine agrees with people, set by set;
//! - `ablate`: the same with one part of the score or the search switched off at a time;
//! - `mistakes [SET]`: how many pairs are missed and how many made up, by what they look like; of one set, each of them;
//! - `tune SECONDS SEED [LEFT-OUT-SET]`: searches better constants at random, on all sets but one.
//!
//! The environment variable `KINSHIP` may name a table of kin words to use.

mod ablate;
mod gold;
mod mistakes;
mod parts;
mod tune;

use gold::{Prepared, Score, Set};
use std::error::Error;
use std::path::Path;
use std::thread;
use storydiff::align::Parameters;

fn main() -> Result<(), Box<dyn Error>> {
    let arguments: Vec<String> = std::env::args().skip(1).collect();
    let arguments: Vec<&str> = arguments.iter().map(String::as_str).collect();
    let [command, folder, rest @ ..] = arguments.as_slice() else {
        return Err("usage: measure evaluate|ablate|mistakes|tune GOLD …".into());
    };
    let sets = gold::read(Path::new(folder))?;
    let laboratory = Laboratory::new(&sets);
    match (*command, rest) {
        ("evaluate", []) => laboratory.print("", &laboratory.scores(&Parameters::default())),
        ("ablate", []) => ablate::print(&laboratory),
        ("mistakes", []) => mistakes::print_counts(&laboratory),
        ("mistakes", [set]) => mistakes::print_all(&laboratory, set),
        ("tune", [seconds, seed, rest @ ..]) => {
            tune::search(
                &laboratory,
                seconds.parse()?,
                seed.parse()?,
                rest.first().copied(),
            );
        }
        _ => return Err(format!("no such command: {command} {}", rest.join(" ")).into()),
    }
    Ok(())
}

/// All documents, ready to be aligned again and again.
struct Laboratory<'d> {
    sets: Vec<(&'d str, Vec<Prepared<'d>>)>,
}

impl<'d> Laboratory<'d> {
    fn new(sets: &'d [Set]) -> Self {
        let prepared = |set: &'d Set| {
            (
                set.name.as_str(),
                set.documents.iter().map(Prepared::new).collect(),
            )
        };
        Self {
            sets: sets.iter().map(prepared).collect(),
        }
    }

    /// The agreement on every set, documents shared among the processor's cores.
    fn scores(&self, parameters: &Parameters) -> Vec<Score> {
        let cores = thread::available_parallelism().map_or(1, usize::from);
        let documents = || {
            self.sets
                .iter()
                .enumerate()
                .flat_map(|(set, (_, documents))| {
                    documents.iter().map(move |document| (set, document))
                })
        };
        let mut scores = vec![Score::default(); self.sets.len()];
        thread::scope(|scope| {
            let work = |core: usize| {
                move || {
                    documents()
                        .skip(core)
                        .step_by(cores)
                        .map(|(set, document)| (set, document.score(parameters)))
                        .collect::<Vec<_>>()
                }
            };
            let workers: Vec<_> = (0..cores).map(|core| scope.spawn(work(core))).collect();
            for worker in workers {
                for (set, score) in worker.join().unwrap_or_default() {
                    scores[set].add(score);
                }
            }
        });
        scores
    }

    /// One table: precision, recall and F1 by sentences and F1 by paragraphs of every set.
    fn print(&self, title: &str, scores: &[Score]) {
        println!("{title}");
        for ((name, _), score) in self.sets.iter().zip(scores) {
            let (s, p) = (score.sentences, score.paragraphs);
            println!(
                "{name:20} sentences P {:.3} R {:.3} F1 {:.4}   paragraphs P {:.3} R {:.3} F1 {:.4}",
                s.precision(),
                s.recall(),
                s.f1(),
                p.precision(),
                p.recall(),
                p.f1(),
            );
        }
    }
}
