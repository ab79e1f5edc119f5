//! What is printed for a person to read: sentences, figures and the facts that changed, on 80 columns.

use super::comparison::{Comparison, Side, Sided, length};
use super::english::{capitalised, figure, tally};
use super::files::printable;
use super::quote::Quote;
use super::summary::{CUT_SHORT, FACTS, LONGEST, NO_FACT_CHANGED, sentences};
use super::words::{is_rewritten, is_space, is_visible};
use storydiff::report::{BeadReport, FactReport};

/// In columns of a terminal.
const WIDTH: usize = 80;

/// How much of a passage is quoted, in characters.
const QUOTED: usize = 240;

/// How many facts are listed of a kind that became the same: those of any article, and not all of a book.
const LISTED: usize = 20;

/// What becomes of facts, in the order in which it is told.
pub const CHANGES: [&str; 4] = ["altered", "reattributed", "dropped", "added"];

/// All that is said of a comparison, under what the versions are called.
pub fn overview(comparison: &Comparison, headings: &[String; 2]) -> String {
    let [before, after] = headings.each_ref().map(|heading| printable(heading));
    let mut parts = vec![
        wrapped("", &format!("{before} → {after}")),
        wrapped("", &sentences(comparison)),
    ];
    parts.push(figures(comparison));
    if comparison.is_one_story() {
        parts.extend(longest(comparison));
        parts.extend(facts(comparison));
    }
    if comparison.report.approximate {
        parts.push(wrapped("", &format!("The texts are {CUT_SHORT}.")));
    }
    parts.join("\n")
}

/// A table of words and paragraphs: how many there are, and what became of them.
fn figures(comparison: &Comparison) -> String {
    let report = &comparison.report;
    let words = report.summary.words;
    let mut table = Table::default();
    table.row("", "earlier", "later");
    table.count("words", [report.before.words, report.after.words]);
    if comparison.is_one_story() {
        table.some("  kept", [words.equal; 2]);
        table.some("  kept elsewhere", [words.transposed; 2]);
        table.some("  replaced", [words.substituted, words.substitutes]);
        table.some("  dropped", [words.deleted, 0]);
        table.some("  added", [0, words.inserted]);
    }
    let paragraphs = Side::BOTH.map(|side| comparison.version(side).paragraphs.len());
    table.count("paragraphs", paragraphs);
    if comparison.is_one_story() {
        for fate in FATES {
            table.some(
                &format!("  {fate}"),
                counted(comparison, |bead| fate_of(bead, comparison) == fate),
            );
        }
        table.some("  moved, of these", counted(comparison, |bead| bead.moved));
    }
    table.lines.concat()
}

/// What becomes of paragraphs, in the order in which it is told.
const FATES: [&str; 8] = [
    "unchanged",
    "changed",
    "told anew",
    "split",
    "joined",
    "recast",
    "dropped",
    "new",
];

fn fate_of(bead: &BeadReport, comparison: &Comparison) -> &'static str {
    match bead.kind {
        "split" => "split",
        "merge" => "joined",
        "recast" => "recast",
        "deletion" => "dropped",
        "insertion" => "new",
        _ if is_rewritten(bead) => "told anew",
        _ if bead.edits.iter().any(|edit| is_visible(edit, comparison)) => "changed",
        _ => "unchanged",
    }
}

/// How many paragraphs of each version stand in beads of a kind.
fn counted(comparison: &Comparison, wanted: impl Fn(&BeadReport) -> bool) -> [usize; 2] {
    let beads = comparison.report.beads.iter().filter(|bead| wanted(bead));
    let counts = beads.map(|bead| [length(bead.before), length(bead.after)]);
    counts.fold([0, 0], |sum, count| [sum[0] + count[0], sum[1] + count[1]])
}

/// The longest passage that both share word for word.
fn longest(comparison: &Comparison) -> Option<String> {
    let longest = comparison.report.summary.longest.as_ref()?;
    let head = format!(
        "{}: {}\n\n",
        capitalised(LONGEST),
        tally(longest.words, "word")
    );
    let passage = quote(comparison.slice(Side::After, longest.after));
    Some(head + &wrapped("    ", &passage))
}

/// The facts that changed, in the words of both versions.
fn facts(comparison: &Comparison) -> Option<String> {
    let mut said = String::new();
    for kind in FACTS {
        for change in CHANGES {
            let facts = comparison.report.facts.iter();
            let found: Vec<&FactReport> = facts
                .filter(|fact| fact.kind == kind && fact.change == change)
                .collect();
            if found.is_empty() {
                continue;
            }
            let number = tally(found.len(), kind);
            said.extend(["\n  ", &number, " ", change, "\n"]);
            for (index, fact) in found.iter().take(LISTED).enumerate() {
                // Room between pairs shows which passages belong together.
                said += if index > 0 && change == "altered" {
                    "\n"
                } else {
                    ""
                };
                for side in Side::BOTH.into_iter().filter(|side| fact.has(*side)) {
                    said += &passage(comparison, side, fact);
                }
            }
            if let Some(more) = found.len().checked_sub(LISTED).filter(|more| *more > 0) {
                let more = figure(more);
                said.extend([
                    "         … and ",
                    &more,
                    " more, which --html and --json list\n",
                ]);
            }
        }
    }
    if said.is_empty() {
        return (!comparison.report.facts.is_empty()).then(|| format!("{NO_FACT_CHANGED}\n"));
    }
    Some(format!(
        "Facts that changed, each with its paragraph\n{said}"
    ))
}

/// A number says little without its sentence, in which brackets show it, and so do words that another now says; other
/// quotations and names stand for themselves.
fn passage(comparison: &Comparison, side: Side, fact: &FactReport) -> String {
    let range = fact.on(side);
    let paragraph = figure(comparison.paragraph_at(side, range.start) + 1);
    let sign = side.of('-', '+');
    let Quote {
        lead,
        passage,
        rest,
    } = Quote::new(comparison, side, range);
    let text = match (fact.kind, fact.change) {
        ("number" | "date", _) | (_, "reattributed") => quote(&format!("{lead}[{passage}]{rest}")),
        _ => quote(passage),
    };
    wrapped(&format!("{paragraph:>8} {sign} "), &text)
}

/// A passage on one line, cut between words where it is long.
fn quote(text: &str) -> String {
    let words: Vec<&str> = text
        .split(is_space)
        .filter(|word| !word.is_empty())
        .collect();
    let line = printable(&words.join(" "));
    if line.chars().count() <= QUOTED {
        return line;
    }
    let cut: String = line.chars().take(QUOTED).collect();
    let (kept, _) = cut.rsplit_once(' ').unwrap_or((&cut, ""));
    format!("{kept} …")
}

/// A text in lines of bounded width; what leads the first indents the others. A word that is longer than a line is broken.
fn wrapped(lead: &str, text: &str) -> String {
    let indent = lead.chars().count();
    let mut lines = lead.to_owned();
    let mut column = indent;
    let line_break = format!("\n{:indent$}", "");
    for word in text.split(' ') {
        let columns: usize = word.chars().map(columns).sum();
        if column > indent && column + 1 + columns > WIDTH {
            lines += &line_break;
            column = indent;
        }
        if column > indent {
            lines.push(' ');
            column += 1;
        }
        for character in word.chars() {
            let columns = self::columns(character);
            if column + columns > WIDTH {
                lines += &line_break;
                column = indent;
            }
            lines.push(character);
            column += columns;
        }
    }
    lines.push('\n');
    lines
}

/// How many columns of a terminal a character takes at most: two where it is wide (Unicode Standard Annex 11), which are the
/// scripts of East Asia and pictures.
fn columns(character: char) -> usize {
    let is_wide = matches!(character,
        '\u{1100}'..='\u{115f}' | '\u{231a}'..='\u{23ff}' | '\u{25fd}'..='\u{27bf}' | '\u{2b1b}'..='\u{2b55}'
        | '\u{2e80}'..='\u{a4cf}' | '\u{a960}'..='\u{a97f}' | '\u{ac00}'..='\u{d7a3}' | '\u{f900}'..='\u{faff}'
        | '\u{fe10}'..='\u{fe6f}' | '\u{ff01}'..='\u{ff60}' | '\u{ffe0}'..='\u{ffe6}' | '\u{16fe0}'..='\u{1b2ff}'
        | '\u{1f000}'..='\u{1faff}' | '\u{20000}'..='\u{3fffd}');
    if is_wide { 2 } else { 1 }
}

/// Lines of a label and two columns.
#[derive(Default)]
struct Table {
    lines: Vec<String>,
}

impl Table {
    fn row(&mut self, label: &str, before: &str, after: &str) {
        self.lines
            .push(format!("{label:<20}{before:>9}{after:>9}\n"));
    }

    fn count(&mut self, label: &str, counts: [usize; 2]) {
        let [before, after] = counts.map(figure);
        self.row(label, &before, &after);
    }

    /// A row where there is anything to count; a version without any has a dash.
    fn some(&mut self, label: &str, counts: [usize; 2]) {
        if counts != [0, 0] {
            let [before, after] = counts.map(|count| match count {
                0 => "–".to_owned(),
                count => figure(count),
            });
            self.row(label, &before, &after);
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn no_line_is_wider_than_a_terminal() {
        let river = "河".repeat(60);
        let long = "x".repeat(200);
        for text in [
            river.as_str(),
            &format!("On {river} lies {long}"),
            &format!("{long} {long} end"),
            &"🚢".repeat(41),
        ] {
            for lead in ["", "       5 - "] {
                let lines = wrapped(lead, text);
                let widths = lines.lines().map(|line| line.chars().map(columns).sum());
                assert!(widths.clone().all(|width: usize| width <= WIDTH), "{lines}");
                let letters = |text: &str| text.replace([' ', '\n'], "");
                assert_eq!(letters(&lines), letters(&format!("{lead}{text}")));
            }
        }
        assert_eq!(wrapped("", &river).lines().next().unwrap(), "河".repeat(40));
    }
}
