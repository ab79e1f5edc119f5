//! The panel of facts that changed, each in the words of both versions.

use super::super::comparison::{Comparison, Side, Sided};
use super::super::english::{capitalised, figure};
use super::super::overview::CHANGES;
use super::super::quote::Quote;
use super::super::summary::{FACTS, NO_FACT_CHANGED};
use super::{escape, language};
use storydiff::report::FactReport;

/// The panel; only words where no fact changed, nothing where none could have.
pub fn panel(comparison: &Comparison) -> String {
    if !comparison.is_one_story() {
        return String::new();
    }
    let facts = comparison.report.facts.iter();
    let changed = facts.filter(|fact| fact.change != "kept").count();
    if changed == 0 {
        return format!("<p class=\"facts\">{NO_FACT_CHANGED}</p>\n");
    }
    let groups = FACTS.map(|kind| group(comparison, kind)).concat();
    format!(
        "<details class=\"facts\"><summary>Facts that changed · {}</summary>\n{groups}</details>\n",
        figure(changed)
    )
}

fn group(comparison: &Comparison, kind: &str) -> String {
    let of = |change: &str| -> Vec<&FactReport> {
        let facts = comparison.report.facts.iter();
        facts
            .filter(|fact| fact.kind == kind && fact.change == change)
            .collect()
    };
    let (mut counts, mut items) = (String::new(), String::new());
    for change in CHANGES {
        let found = of(change);
        if !found.is_empty() {
            counts.extend([" · ", &figure(found.len()), " ", change]);
        }
        for (index, fact) in found.into_iter().enumerate() {
            let again = if index > 0 { " class=\"again\"" } else { "" };
            let passages = Side::BOTH
                .map(|side| passage(comparison, fact, side))
                .concat();
            items.extend([
                "<li><span",
                again,
                ">",
                change,
                "</span>",
                &passages,
                "</li>\n",
            ]);
        }
    }
    if items.is_empty() {
        return String::new();
    }
    let heading = capitalised(kind);
    format!("<h2>{heading}s<span>{counts}</span></h2>\n<ul>\n{items}</ul>\n")
}

/// The words of a fact in one version: a link to the paragraph in which they stand.
fn passage(comparison: &Comparison, fact: &FactReport, side: Side) -> String {
    if !fact.has(side) {
        return String::new();
    }
    let range = fact.on(side);
    let paragraph = comparison.paragraph_at(side, range.start) + 1;
    let Quote {
        lead,
        passage,
        rest,
    } = Quote::new(comparison, side, range);
    let beside = |text: &str| match fact.kind {
        "name" => String::new(),
        _ => escape(text),
    };
    format!(
        "<a class=\"{0}\" href=\"#{0}-{paragraph}\"><span dir=\"auto\"{1}>{2}<b>{3}</b>{4}</span></a>",
        side.name(),
        language(comparison, side),
        beside(&lead),
        escape(passage),
        beside(&rest)
    )
}
