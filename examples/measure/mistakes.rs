//! The mistakes, by what they look like.

use crate::Laboratory;

pub fn print_counts(laboratory: &Laboratory) {
    let _ = laboratory;
}
pub fn print_all(laboratory: &Laboratory, set: &str) {
    let parameters = storydiff::align::Parameters::default();
    for (name, documents) in &laboratory.sets {
        if name != &set {
            continue;
        }
        for document in documents {
            let found = document.linked_units(
                &document.align(laboratory.tables.last().copied().flatten(), &parameters),
            );
            let gold = document.document;
            let linked = |i: usize, j: usize, pairs: &crate::gold::Pairs| {
                (
                    pairs.iter().any(|p| p.0 == i),
                    pairs.iter().any(|p| p.1 == j),
                )
            };
            println!("=== {}", gold.id);
            for &(i, j) in gold.links.difference(&found) {
                println!(
                    "MISS {i} {j} {:?}\n    {}\n    {}",
                    linked(i, j, &found),
                    gold.before.units[i].of(&gold.before.text),
                    gold.after.units[j].of(&gold.after.text)
                );
            }
            for &(i, j) in found.difference(&gold.links) {
                if gold.optional.contains(&(i, j)) {
                    continue;
                }
                println!(
                    "FALSE {i} {j} {:?}\n    {}\n    {}",
                    linked(i, j, &gold.links),
                    gold.before.units[i].of(&gold.before.text),
                    gold.after.units[j].of(&gold.after.text)
                );
            }
        }
    }
}
