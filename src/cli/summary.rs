//! What became of the story, in a sentence or two: those of the page (`www/element/summary.js`).

use super::comparison::{Comparison, length};
use super::english::{self, NEGLIGIBLE, capitalised, count, list, nearest_share, tally};
use super::words::is_visible;
use storydiff::report::{BeadReport, EditReport};

/// The kinds of facts, in the order in which they are told.
pub const FACTS: [&str; 4] = ["quotation", "number", "date", "name"];

/// Where facts were looked for and all were kept.
pub const NO_FACT_CHANGED: &str = "No quotation, number, date or name changed.";

/// What is said before the length of the longest passage that both share.
pub const LONGEST: &str = "longest passage kept word for word";

/// What texts are whose report is approximate.
pub const CUT_SHORT: &str =
    "so long that the search was cut short: some counterparts may be missing";

/// What became of the story.
pub fn sentences(comparison: &Comparison) -> String {
    let report = &comparison.report;
    match [&report.before, &report.after].map(|version| version.paragraphs.is_empty()) {
        [true, true] => return "Both versions are empty.".to_owned(),
        [true, false] => return "The first version is empty.".to_owned(),
        [false, true] => return "The second version is empty.".to_owned(),
        [false, false] => {}
    }
    if !comparison.is_one_story() {
        return "These are not versions of one story. They share too little to be read against each other, so each stands by itself, as it is."
            .to_owned();
    }
    let mut said = retelling(comparison);
    let facts = list(&changed_facts(comparison));
    let moved = match moved_paragraphs(comparison) {
        0 => String::new(),
        moved => capitalised(&count(moved, "paragraph")) + " moved",
    };
    match (moved.is_empty(), facts.is_empty()) {
        (true, true) => {}
        (false, true) => said.extend([" ", &moved, "."]),
        (true, false) => said.extend([" ", &capitalised(&facts), " changed."]),
        (false, false) => said.extend([" ", &moved, "; ", &facts, " changed."]),
    }
    said
}

/// How many paragraphs moved, whichever version has more of them.
fn moved_paragraphs(comparison: &Comparison) -> usize {
    let moved = comparison.report.beads.iter().filter(|bead| bead.moved);
    moved
        .map(|bead: &BeadReport| length(bead.before).max(length(bead.after)))
        .sum()
}

/// How many facts changed, kind by kind, all in figures where one must be.
fn changed_facts(comparison: &Comparison) -> Vec<String> {
    let facts = &comparison.report.facts;
    let counts = FACTS.map(|kind| {
        let changed = facts
            .iter()
            .filter(|fact| fact.kind == kind && fact.change != "kept");
        (changed.count(), kind)
    });
    let say = if counts.iter().any(|(number, _)| *number > 12) {
        tally
    } else {
        count
    };
    let some = counts.iter().filter(|(number, _)| *number > 0);
    some.map(|(number, kind)| say(*number, kind)).collect()
}

fn retelling(comparison: &Comparison) -> String {
    let retold = comparison.report.summary.retold;
    let fresh = 1.0 - retold.after;
    if retold.before > 1.0 - NEGLIGIBLE && fresh < NEGLIGIBLE {
        return rewording(comparison);
    }
    let kept = nearest_share(retold.before);
    let main = format!(
        "{} of the first version {} retold in the second",
        capitalised(kept.words),
        kept.verb
    );
    if fresh < NEGLIGIBLE {
        return format!("{main}, which adds nothing.");
    }
    let added = nearest_share(fresh);
    format!("{main}, {} of which {} new.", added.words, added.verb)
}

/// Where nothing was dropped and nothing added.
fn rewording(comparison: &Comparison) -> String {
    let report = &comparison.report;
    let edits = report.beads.iter().flat_map(|bead| &bead.edits);
    let visible: Vec<&EditReport> = edits.filter(|edit| is_visible(edit, comparison)).collect();
    if visible.is_empty() {
        return if comparison.keeps_paragraphs() {
            "The two versions are the same, word for word."
        } else {
            "The two versions have the same words."
        }
        .to_owned();
    }
    let words = report.summary.words;
    let changed = words.inserted + words.deleted + words.substituted.max(words.substitutes);
    if changed > 0 && visible.iter().any(|edit| edit.cosmetic.is_none()) {
        return format!(
            "The second version tells all of the first and nothing else; {} changed.",
            count(changed, "word")
        );
    }
    if words.transposed > 0 {
        return "The two versions have the same words, some in another order.".to_owned();
    }
    "The two versions have the same words; only spelling, case or punctuation differs.".to_owned()
}

/// The figures under the summary.
pub fn figures(comparison: &Comparison) -> String {
    let report = &comparison.report;
    let [before, after] = [&report.before, &report.after].map(|version| version.paragraphs.len());
    let mut said = vec![format!(
        "{} against {}",
        tally(before, "paragraph"),
        english::figure(after)
    )];
    if let Some(longest) = &report.summary.longest {
        let words = tally(longest.words, "word");
        said.push(format!("{LONGEST}: {words}"));
    }
    if report.approximate {
        said.push(CUT_SHORT.to_owned());
    }
    said.join(" · ")
}
