//! Measures the engine against what people found: the alignment, the edits of words, the audit of facts.
//!
//! `cargo run --release --example measure -- COMMAND …`; `npm run measure -- FOLDER` prints it all. What people
//! aligned stands in `GOLD`: a folder a set, a JSON document a pair of versions.
//! - `words FILE…`: how the edits agree with those that people marked in a file of pairs of sentences, or of a document
//!   like those of `GOLD`, how many of the runs that are kept in linked sentences are lone stop words;
//! - `facts PATH [FOLDER]`: how the audit agrees with the facts that a reader listed in a file, or in all files of a folder;
//!   where they are not about the samples, `dev` in FOLDER is what `GOLD` is below.
//!
//! The others read `GOLD`, which stands after their names:
//! - `evaluate`: how far the engine agrees with people, set by set;
//! - `ablate`: the same with one part of the score or the search switched off at a time;
//! - `mistakes [SET]`: how many pairs are missed and how many made up, by what they look like; of one set, each of them;
//! - `kinds SET`: how the kinds of links agree with those that people gave them, where they gave any;
//! - `tune SECONDS SEED [LEFT-OUT-SET]`: searches better constants at random, on all sets but one;
//! - `leave-one-out SECONDS SEED`: F1 of every set with constants that were searched for without it.
//!
//! The environment variable `KINSHIP` may name a table of kin words: then the alignment is measured without it and with it.

mod ablate;
#[path = "../../tests/support/audit.rs"]
mod audit;
mod facts;
mod gold;
mod mistakes;
mod parts;
#[path = "../../tests/support/tally.rs"]
mod tally;
mod tune;
mod words;

use gold::{Prepared, Score, Set};
use std::error::Error;
use std::path::Path;
use std::{env, fs, thread};
use storydiff::Kinship;
use storydiff::align::Parameters;
use tally::Tally;

fn main() -> Result<(), Box<dyn Error>> {
    let arguments: Vec<String> = env::args().skip(1).collect();
    let arguments: Vec<&str> = arguments.iter().map(String::as_str).collect();
    match arguments.as_slice() {
        ["words", files @ ..] => {
            println!("words");
            files
                .iter()
                .try_for_each(|file| words::print(Path::new(file)))
        }
        ["facts", path] => facts::print(Path::new(path), None),
        ["facts", path, gold] => facts::print(Path::new(path), Some(Path::new(gold))),
        [command, folder, rest @ ..] => measure_alignment(command, folder, rest),
        _ => Err(
            "usage: measure words|facts|evaluate|ablate|mistakes|kinds|tune|leave-one-out …".into(),
        ),
    }
}

fn measure_alignment(command: &str, folder: &str, rest: &[&str]) -> Result<(), Box<dyn Error>> {
    let sets = gold::read(Path::new(folder))?;
    let kinship = match env::var_os("KINSHIP") {
        Some(path) => Some(Kinship::parse(&fs::read(path)?)?),
        None => None,
    };
    let laboratory = Laboratory::new(&sets, kinship.as_ref());
    match (command, rest) {
        ("evaluate", []) => laboratory.print(&Parameters::default()),
        ("ablate", []) => ablate::print(&laboratory),
        ("mistakes", []) => mistakes::print_counts(&laboratory),
        ("mistakes", [set]) => mistakes::print_all(&laboratory, set),
        ("kinds", [set]) => mistakes::print_kinds(&laboratory, set),
        ("tune", [seconds, seed, rest @ ..]) => {
            let left_out = rest.first().copied();
            tune::print(&laboratory, seconds.parse()?, seed.parse()?, left_out);
        }
        ("leave-one-out", [seconds, seed]) => {
            tune::print_each_left_out(&laboratory, seconds.parse()?, seed.parse()?);
        }
        _ => return Err(format!("no such command: {command} {}", rest.join(" ")).into()),
    }
    Ok(())
}

/// All documents, ready to be aligned again and again.
struct Laboratory<'d> {
    sets: Vec<(&'d str, Vec<Prepared<'d>>)>,
    /// Without a table of kin words, and with it where there is one.
    tables: Vec<Option<&'d Kinship>>,
}

impl<'d> Laboratory<'d> {
    fn new(sets: &'d [Set], kinship: Option<&'d Kinship>) -> Self {
        let prepared = |set: &'d Set| {
            let documents = set.documents.iter().map(Prepared::new).collect();
            (set.name.as_str(), documents)
        };
        let mut tables = vec![None];
        tables.extend(kinship.map(Some));
        Self {
            sets: sets.iter().map(prepared).collect(),
            tables,
        }
    }

    /// The agreement on every set with each table.
    fn scores(&self, parameters: &Parameters) -> Vec<Vec<Score>> {
        let of_table = |kinship| {
            let sets = self.sets.iter();
            sets.map(|(_, documents)| score(documents, kinship, parameters))
                .collect()
        };
        self.tables.iter().copied().map(of_table).collect()
    }

    /// Precision, recall and F1 by sentences and F1 by paragraphs of every set, a table for each table of kin words.
    fn print(&self, parameters: &Parameters) {
        for (table, scores) in self.tables.iter().zip(self.scores(parameters)) {
            println!("{}", table.map_or("without kinship", |_| "with kinship"));
            for ((name, _), score) in self.sets.iter().zip(scores) {
                let (sentences, paragraphs) = (figures(score.sentences), figures(score.paragraphs));
                println!("  {name:20} sentences {sentences:25}   paragraphs {paragraphs}");
            }
        }
    }
}

/// A digit of F1 more than is quoted: constants are tuned by it.
fn figures(tally: Tally) -> String {
    if tally.gold == 0 {
        return "–".to_owned();
    }
    let (precision, recall, f1) = (tally.precision(), tally.recall(), tally.f1());
    format!("P {precision:.3} R {recall:.3} F1 {f1:.4}")
}

/// The agreement on some documents, shared among the processor's cores.
fn score(documents: &[Prepared], kinship: Option<&Kinship>, parameters: &Parameters) -> Score {
    let cores = thread::available_parallelism().map_or(1, usize::from);
    let work = |core: usize| {
        let mut sum = Score::default();
        let mine = documents.iter().skip(core).step_by(cores);
        mine.for_each(|document| sum.add(document.score(kinship, parameters)));
        sum
    };
    let mut sum = Score::default();
    thread::scope(|scope| {
        let workers: Vec<_> = (0..cores)
            .map(|core| scope.spawn(move || work(core)))
            .collect();
        for worker in workers {
            sum.add(worker.join().unwrap_or_default());
        }
    });
    sum
}
