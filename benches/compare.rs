//! How long a comparison takes, whole and stage by stage: `cargo bench`, or `cargo bench -- NAME` for what has that in its
//! name (`compare/edited-100k`, `stages/rewritten-10k/align`).
//!
//! What the engine takes in a browser, beside other tools, `npm run bench` measures.

use criterion::measurement::WallTime;
use criterion::{BenchmarkGroup, BenchmarkId, Criterion, Throughput};
use std::cell::LazyCell;
use std::hint::black_box;
use std::path::PathBuf;
use std::time::{Duration, Instant};
use std::{env, fs};
use storydiff::align::{Alignment, align};
use storydiff::keys::Keys;
use storydiff::version::{ParagraphBreaks, Version};
use storydiff::{Options, compare, compare_with, facts, words};
use texts::Pair;

mod texts;

/// Whose stages are measured one by one: of a million words, one kind is slow enough.
const STAGED: [&str; 7] = [
    "edited-article",
    "rewritten-article",
    "edited-10k",
    "rewritten-10k",
    "edited-100k",
    "rewritten-100k",
    "edited-1m",
];
/// Books that stand in `../shared/long` where this project is worked on: whole editions, and two translations.
const BOOKS: [(&str, [&str; 2]); 2] = [
    (
        "frankenstein",
        ["frankenstein-1818.txt", "frankenstein-1831.txt"],
    ),
    ("odyssey", ["odyssey-butler.txt", "odyssey-pope.txt"]),
];
/// Samples of each, as few as criterion takes: the texts are the same every time, and the long ones slow.
const SAMPLES: usize = 10;

fn whole(criterion: &mut Criterion) {
    let mut group = criterion.benchmark_group("compare");
    slowly(&mut group);
    for name in texts::names() {
        // Made only where it is measured: a filter may leave it out.
        let pair = LazyCell::new(|| texts::pair(&name));
        group.bench_function(&name, |bencher| {
            let pair = LazyCell::force(&pair).as_ref().expect("it was listed");
            bencher.iter(|| run(pair));
        });
    }
    for (name, files) in BOOKS {
        let Some(pair) = book(files) else { continue };
        group.throughput(Throughput::Bytes(
            (pair.before.len() + pair.after.len()) as u64,
        ));
        group.bench_function(name, |bencher| bencher.iter(|| run(&pair)));
    }
}

fn stages(criterion: &mut Criterion) {
    let mut group = criterion.benchmark_group("stages");
    slowly(&mut group);
    for name in STAGED {
        let pair = LazyCell::new(|| texts::pair(name).expect("it is one of the pairs"));
        let versions = LazyCell::new(|| [version(&pair.before), version(&pair.after)]);
        let keys = LazyCell::new(|| Keys::new(&versions[0], &versions[1]));
        let aligned = || align(&versions[0], &versions[1], &keys, None, &[]);
        let alignment = LazyCell::new(aligned);
        let id = |stage| BenchmarkId::new(name, stage);

        group.bench_function(id("segment"), |bencher| {
            let pair = LazyCell::force(&pair);
            bencher.iter_with_large_drop(|| {
                [&pair.before, &pair.after].map(|text| version(black_box(text)))
            });
        });
        group.bench_function(id("keys"), |bencher| {
            let [before, after] = LazyCell::force(&versions);
            bencher.iter_with_large_drop(|| Keys::new(black_box(before), after));
        });
        group.bench_function(id("align"), |bencher| {
            LazyCell::force(&keys);
            bencher.iter_with_large_drop(aligned);
        });
        group.bench_function(id("words"), |bencher| {
            let ([before, after], keys) = (&*versions, &*keys);
            let Alignment { links, beads, .. } = &*alignment;
            bencher.iter_with_large_drop(|| {
                let edits = |bead| words::edits(before, after, keys, links, bead);
                beads.iter().map(edits).collect::<Vec<_>>()
            });
        });
        group.bench_function(id("facts"), |bencher| {
            let ([before, after], keys, alignment) = (&*versions, &*keys, &*alignment);
            bencher.iter_with_large_drop(|| facts::audit(before, after, keys, alignment));
        });
        group.bench_function(id("report"), |bencher| {
            let pair = LazyCell::force(&pair);
            bencher.iter_custom(|times| (0..times).map(|_| last_stage(pair)).sum());
        });
    }
}

fn slowly(group: &mut BenchmarkGroup<'_, WallTime>) {
    group.sample_size(SAMPLES);
    group.warm_up_time(Duration::from_millis(500));
    group.measurement_time(Duration::from_secs(2));
}

fn run(pair: &Pair) -> storydiff::Report {
    let (before, after) = (black_box(&pair.before), black_box(&pair.after));
    compare(before, after, &Options::default()).expect("there are no corrections")
}

/// How long the summary and the report take, which only a whole comparison makes.
fn last_stage(pair: &Pair) -> Duration {
    let mut ends = Vec::new();
    let done = |_| ends.push(Instant::now());
    let report = compare_with(&pair.before, &pair.after, &Options::default(), None, done);
    black_box(report).expect("there are no corrections");
    match ends[..] {
        [.., last_but_one, last] => last - last_but_one,
        _ => Duration::ZERO,
    }
}

fn version(text: &str) -> Version<'_> {
    Version::new(text, ParagraphBreaks::default(), None)
}

fn book(files: [&str; 2]) -> Option<Pair> {
    let folder = PathBuf::from(env!("CARGO_MANIFEST_DIR")).join("../shared/long");
    let [before, after] = files.map(|name| fs::read_to_string(folder.join(name)).ok());
    Some(Pair {
        before: before?,
        after: after?,
    })
}

fn main() {
    let mut criterion = Criterion::default().configure_from_args();
    whole(&mut criterion);
    stages(&mut criterion);
    criterion.final_summary();
}
