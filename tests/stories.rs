//! Golden stories: texts written for this project, each aligned by hand.
//!
//! A folder of `tests/stories` holds
//! - `before.txt` and `after.txt`, or its `beads.txt` says where they stand;
//! - `beads.txt`: the alignment as a careful reader sees it, and how much of it the engine must find. People write it;
//!   programs never do;
//! - `report.txt`: the alignment and the edits as the engine makes them now. Where they change, the test writes the new
//!   file and fails once, so that somebody reads the difference before it is committed.
#![cfg(not(target_arch = "wasm32"))]

use notation::{Alignment, Counterparts};
use std::collections::BTreeSet;
use std::fmt::Write as _;
use std::path::{Path, PathBuf};
use std::{env, fs};
use storydiff::report::{BeadReport, Report};

#[path = "support/notation.rs"]
mod notation;
#[path = "support/promises.rs"]
mod promises;

#[test]
fn the_engine_reads_as_a_careful_reader_does() {
    let mut failures = String::new();
    for story in stories() {
        let report = story.compare();
        let found: Alignment = report.beads.iter().flat_map(Counterparts::of).collect();
        let f1 = f1(&story.alignment, &found);
        if f1 < story.at_least {
            writeln!(
                failures,
                "{}: {f1:.3}, not at least {}",
                story.name, story.at_least
            )
            .unwrap();
            for counterparts in story.alignment.difference(&found) {
                writeln!(failures, "    missing {counterparts}").unwrap();
            }
            for counterparts in found.difference(&story.alignment) {
                writeln!(failures, "    instead {counterparts}").unwrap();
            }
        }
    }
    assert!(failures.is_empty(), "\n{failures}");
}

#[test]
fn the_report_of_every_story_keeps_its_promises() {
    for story in stories() {
        println!("{}", story.name);
        promises::check(&story.before, &story.after, &story.compare());
    }
}

#[test]
fn the_engine_knows_two_versions_of_one_story_from_two_stories() {
    for story in stories() {
        let sure = story.compare().summary.same_story;
        let is_one = story
            .alignment
            .iter()
            .any(|counterparts| !counterparts.is_alone());
        assert_eq!(sure > 0.5, is_one, "{}: {sure}", story.name);
    }
}

#[test]
fn reports_are_as_they_were_last_read() {
    let mut changed = Vec::new();
    for story in stories() {
        let path = story.folder.join("report.txt");
        let now = story.describe(&story.compare());
        if fs::read_to_string(&path).unwrap_or_default() != now {
            if env::var_os("CI").is_none() {
                fs::write(&path, now).unwrap();
            }
            changed.push(story.name);
        }
    }
    assert!(
        changed.is_empty(),
        "the reports of {changed:?} have changed: read `git diff --word-diff tests/stories`, and commit what is right"
    );
}

#[test]
fn every_sample_of_the_page_is_a_golden_story() {
    let folder = root().join("www/samples");
    let index = fs::read_to_string(folder.join("index.json")).unwrap();
    let samples: Vec<serde_json::Value> = serde_json::from_str(&index).unwrap();
    assert!(!samples.is_empty());
    for sample in samples {
        let text = |side: &str| read(&folder.join(sample[side]["path"].as_str().unwrap()));
        let is_it = |story: &Story| story.before == text("before") && story.after == text("after");
        assert!(stories().iter().any(is_it), "{sample}");
    }
}

struct Story {
    name: String,
    folder: PathBuf,
    before: String,
    after: String,
    /// As a person sees it.
    alignment: Alignment,
    /// How much of it the engine must find, as F1.
    at_least: f64,
}

impl Story {
    fn read(folder: PathBuf) -> Self {
        let notes = read(&folder.join("beads.txt"));
        let lines = notes
            .lines()
            .map(|line| line.split('#').next().unwrap().trim());
        let lines = lines.filter(|line| !line.is_empty());
        let (heads, beads): (Vec<&str>, Vec<&str>) = lines.partition(|line| line.contains(':'));
        let head = |name: &str| {
            heads
                .iter()
                .find_map(|line| line.strip_prefix(name)?.strip_prefix(": "))
        };
        let text = |side: &str| match head(side) {
            Some(path) => read(&root().join(path)),
            None => read(&folder.join(side).with_extension("txt")),
        };
        Self {
            name: folder.file_name().unwrap().to_string_lossy().into_owned(),
            before: text("before"),
            after: text("after"),
            alignment: beads.into_iter().flat_map(Counterparts::parse).collect(),
            at_least: head("at least").unwrap().parse().unwrap(),
            folder,
        }
    }

    fn compare(&self) -> Report {
        storydiff::compare(&self.before, &self.after, &storydiff::Options::default()).unwrap()
    }

    /// What `report.txt` says: every bead as in `beads.txt`, with its roles where it is more than body, and its edits.
    fn describe(&self, report: &Report) -> String {
        let (before, after) = (notation::utf16(&self.before), notation::utf16(&self.after));
        let mut description = String::new();
        for bead in &report.beads {
            let roles = roles(report, bead);
            writeln!(description, "{}{roles}", notation::bead(bead)).unwrap();
            for line in notation::edits(&bead.edits, &before, &after) {
                writeln!(description, "    {line}").unwrap();
            }
            description.push('\n');
        }
        description
    }
}

fn roles(report: &Report, bead: &BeadReport) -> String {
    let before = &report.before.paragraphs[bead.before.start..bead.before.end];
    let after = &report.after.paragraphs[bead.after.start..bead.after.end];
    let roles: BTreeSet<&str> = before
        .iter()
        .chain(after)
        .map(|paragraph| paragraph.role)
        .collect();
    let roles: Vec<&str> = roles.into_iter().collect();
    if roles == ["body"] {
        String::new()
    } else {
        format!("  # {}", roles.join(", "))
    }
}

/// The harmonic mean of precision and recall.
fn f1(truth: &Alignment, found: &Alignment) -> f64 {
    2.0 * truth.intersection(found).count() as f64 / (truth.len() + found.len()) as f64
}

fn stories() -> Vec<Story> {
    let folders = fs::read_dir(root().join("tests/stories")).unwrap();
    let mut folders: Vec<PathBuf> = folders
        .map(|entry| entry.unwrap().path())
        .filter(|path| path.is_dir())
        .collect();
    folders.sort();
    assert!(!folders.is_empty());
    folders.into_iter().map(Story::read).collect()
}

fn root() -> &'static Path {
    Path::new(env!("CARGO_MANIFEST_DIR"))
}

fn read(path: &Path) -> String {
    fs::read_to_string(path).unwrap_or_else(|error| panic!("{}: {error}", path.display()))
}
