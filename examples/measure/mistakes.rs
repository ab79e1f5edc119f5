//! The mistakes, by what they look like, and how kinds of links agree with people's.

use crate::Laboratory;
use crate::gold::{Document, Pairs, Prepared};
use std::collections::{BTreeMap, BTreeSet};
use storydiff::align::{Alignment, Parameters};

/// What a mistake can look like; it may look like several.
type Class = (&'static str, fn(&Seen) -> bool);

const CLASSES: &[Class] = &[
    ("all", |_| true),
    ("neither sentence in another link", |seen| {
        !seen.others.0 && !seen.others.1
    }),
    ("one of them in another link", |seen| {
        seen.others.0 != seen.others.1
    }),
    ("both in other links", |seen| seen.others.0 && seen.others.1),
    ("hardly a word in common (Dice below 0.15)", |seen| {
        seen.dice < 0.15
    }),
    ("many words in common (Dice above 0.4)", |seen| {
        seen.dice > 0.4
    }),
    ("one has five words or fewer", |seen| seen.shortest <= 5),
    ("one is three times as long", |seen| {
        seen.longest >= 3 * seen.shortest
    }),
    ("speech in one", |seen| seen.speech),
    (
        "no stop at the end of one: headings, lists, verse",
        |seen| seen.unstopped,
    ),
    ("out of order with a quarter of all links", |seen| {
        4 * seen.crossed > seen.links
    }),
];

/// Two units.
type Pair = (usize, usize);

/// A pair of units and what can be seen of it.
struct Seen {
    /// Whether either unit stands in another of the links it is held against.
    others: (bool, bool),
    dice: f64,
    /// In words.
    shortest: usize,
    longest: usize,
    speech: bool,
    unstopped: bool,
    /// How many of the links that people made it crosses, and how many there are.
    crossed: usize,
    links: usize,
}

impl Seen {
    /// `against` are the links in which its units may stand otherwise.
    fn new(document: &Document, (i, j): (usize, usize), against: &Pairs) -> Self {
        let (before, after) = (document.before.unit(i), document.after.unit(j));
        let words = |text: &str| -> BTreeSet<String> {
            let words = text.split(|c: char| !c.is_alphanumeric());
            words
                .filter(|word| !word.is_empty())
                .map(str::to_lowercase)
                .collect()
        };
        let (left, right) = (words(before), words(after));
        let common = left.intersection(&right).count();
        let either = |holds: fn(&str) -> bool| holds(before) || holds(after);
        let crossed = document
            .links
            .iter()
            .filter(|&&(k, l)| (k < i && l > j) || (k > i && l < j));
        Self {
            others: (
                against.iter().any(|&(k, l)| k == i && l != j),
                against.iter().any(|&(k, l)| l == j && k != i),
            ),
            dice: 2.0 * common as f64 / (left.len() + right.len()).max(1) as f64,
            shortest: left.len().min(right.len()),
            longest: left.len().max(right.len()),
            speech: either(|text| text.contains(['"', '“', '”', '‘', '„', '«', '`'])),
            unstopped: either(|text| {
                !text.ends_with(['.', '!', '?', '"', '”', '’', '\'', ';', ':', ',', ')'])
            }),
            crossed: crossed.count(),
            links: document.links.len(),
        }
    }
}

/// The alignment of a document with the last table, the links that it misses, and those that it makes up.
fn mistakes(laboratory: &Laboratory, prepared: &Prepared) -> (Alignment, Vec<Pair>, Vec<Pair>) {
    let kinship = laboratory.tables.last().copied().flatten();
    let alignment = prepared.align(kinship, &Parameters::default());
    let found = prepared.linked_units(&alignment);
    let document = prepared.document;
    let missed = document.links.difference(&found).copied().collect();
    let made_up = found
        .difference(&document.links)
        .filter(|pair| !document.optional.contains(pair));
    let made_up = made_up.copied().collect();
    (alignment, missed, made_up)
}

/// A table in Markdown: of every class, how many links are missed and how many made up in each set.
pub fn print_counts(laboratory: &Laboratory) {
    let mut counts = vec![vec![(0, 0); laboratory.sets.len()]; CLASSES.len()];
    let mut linked = vec![0; laboratory.sets.len()];
    for (set, (_, documents)) in laboratory.sets.iter().enumerate() {
        for prepared in documents
            .iter()
            .filter(|prepared| !prepared.document.by_paragraph)
        {
            let (alignment, missed, made_up) = mistakes(laboratory, prepared);
            let (document, found) = (prepared.document, prepared.linked_units(&alignment));
            linked[set] += document.links.len();
            for (class, (_, holds)) in CLASSES.iter().enumerate() {
                let of = |pairs: &[(usize, usize)], against: &Pairs| {
                    pairs
                        .iter()
                        .filter(|&&pair| holds(&Seen::new(document, pair, against)))
                        .count()
                };
                counts[class][set].0 += of(&missed, &found);
                counts[class][set].1 += of(&made_up, &document.links);
            }
        }
    }
    print!("| missed + made up |");
    for ((name, _), linked) in laboratory.sets.iter().zip(&linked) {
        print!(" {name} ({linked}) |");
    }
    println!("\n|---|{}", "---|".repeat(laboratory.sets.len()));
    for ((name, _), counts) in CLASSES.iter().zip(counts) {
        print!("| {name} |");
        for (missed, made_up) in counts {
            print!(" {missed} + {made_up} |");
        }
        println!();
    }
}

/// Every mistake of one set, both sentences in full.
pub fn print_all(laboratory: &Laboratory, set: &str) {
    for (_, documents) in laboratory.sets.iter().filter(|(name, _)| *name == set) {
        for prepared in documents {
            let document = prepared.document;
            println!("=== {}", document.id);
            let (_, missed, made_up) = mistakes(laboratory, prepared);
            for (what, pairs) in [("missed", missed), ("made up", made_up)] {
                for (i, j) in pairs {
                    let (before, after) = (document.before.unit(i), document.after.unit(j));
                    println!("{what} {i} {j}\n    {before}\n    {after}");
                }
            }
        }
    }
}

/// How the kinds of links of one set agree with those that people gave them: a row for each kind of theirs.
pub fn print_kinds(laboratory: &Laboratory, set: &str) {
    let mut counts: BTreeMap<&str, BTreeMap<String, usize>> = BTreeMap::new();
    let sets = laboratory.sets.iter().filter(|(name, _)| *name == set);
    for prepared in sets.flat_map(|(_, documents)| documents) {
        let (alignment, ..) = mistakes(laboratory, prepared);
        for (kind, pair) in prepared
            .document
            .kinds
            .iter()
            .zip(&prepared.document.listed)
        {
            let found = prepared.kind_of(&alignment, *pair);
            let found = found.map_or("missed".to_owned(), |kind| {
                format!("{kind:?}").to_lowercase()
            });
            *counts.entry(kind).or_default().entry(found).or_default() += 1;
        }
    }
    for (kind, found) in counts {
        println!("{kind:12} {found:?}");
    }
}
