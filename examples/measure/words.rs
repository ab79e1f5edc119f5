//! The edits of words: against those that people marked, and how much of a rewritten story they keep in crumbs.

use crate::gold::{Document, read_document, read_json};
use crate::tally::Tally;
use serde_json::Value;
use std::error::Error;
use std::path::Path;
use storydiff::report::{EditReport, Range, Report};
use storydiff::version::{Language, ParagraphBreaks, Version};
use storydiff::{Options, compare};

/// Prints, of a file with pairs of sentences, how the revised words agree with those that people marked; of a document, how
/// many runs of kept words in its linked sentences are a lone stop word.
pub fn print(file: &Path) -> Result<(), Box<dyn Error>> {
    let json = read_json(file)?;
    let name = file.file_stem().unwrap_or_default().to_string_lossy();
    if let Some(pairs) = json["items"].as_array() {
        let mut sum = Agreement::default();
        for pair in pairs {
            sum.add(pair)
                .ok_or_else(|| format!("{} is no pair of sentences", pair["id"]))?;
        }
        println!(
            "  {name:20} {}   marked just as people did {:.3} of {} pairs   runs per human run {:.2}",
            sum.words,
            sum.exact as f64 / pairs.len().max(1) as f64,
            pairs.len(),
            sum.runs as f64 / sum.gold_runs.max(1) as f64,
        );
    } else {
        let confetti = Confetti::new(&read_document(file)?);
        println!(
            "  {name:20} lone stop words {:.3} of {} kept runs   words kept {:.3}",
            confetti.lone as f64 / confetti.runs.max(1) as f64,
            confetti.runs,
            confetti.kept as f64 / confetti.words.max(1) as f64,
        );
    }
    Ok(())
}

#[derive(Default)]
struct Agreement {
    /// Words revised in either version.
    words: Tally,
    /// Pairs with just the words marked that people marked.
    exact: usize,
    /// Edits that change something.
    runs: usize,
    gold_runs: usize,
}

impl Agreement {
    fn add(&mut self, pair: &Value) -> Option<()> {
        let texts = [pair["before"].as_str()?, pair["after"].as_str()?];
        let report = compare(texts[0], texts[1], &Options::default()).ok()?;
        let edits: Vec<&EditReport> = edits(&report).filter(|edit| !is_kept(edit)).collect();
        let gold = pair["edits"].as_array()?;
        let mut exact = true;
        for (side, name) in ["before", "after"].into_iter().enumerate() {
            let gold: Vec<Range> = gold.iter().filter_map(|edit| range(&edit[name])).collect();
            let found: Vec<Range> = edits
                .iter()
                .map(|edit| [edit.before, edit.after][side])
                .collect();
            for word in words(texts[side]) {
                let touches = |range: &Range| range.start < word.end && range.end > word.start;
                let (gold, found) = (gold.iter().any(touches), found.iter().any(touches));
                self.words.add(Tally {
                    right: usize::from(gold && found),
                    found: usize::from(found),
                    gold: usize::from(gold),
                });
                exact &= gold == found;
            }
        }
        self.exact += usize::from(exact);
        self.runs += edits.len();
        self.gold_runs += gold.len();
        Some(())
    }
}

/// What is kept of linked sentences, each pair compared by itself.
#[derive(Default)]
struct Confetti {
    /// Runs of kept words without a change between them.
    runs: usize,
    /// Those that are a single stop word.
    lone: usize,
    /// Words of both versions, and how many of them are kept.
    words: usize,
    kept: usize,
}

impl Confetti {
    /// Stop words are those that the engine knows: more than most lists have, so that nothing passes for a word with content.
    fn new(document: &Document) -> Self {
        let language = Version::new(&document.before.text, ParagraphBreaks::Auto, None).language;
        let mut confetti = Self::default();
        for &(i, j) in &document.listed {
            confetti.add(document.before.unit(i), document.after.unit(j), language);
        }
        confetti
    }

    fn add(&mut self, before: &str, after: &str, language: Language) {
        let Ok(report) = compare(before, after, &Options::default()) else {
            return;
        };
        let words_before = words(before);
        self.words += words_before.len() + words(after).len();
        let mut edits: Vec<&EditReport> = edits(&report).collect();
        edits.sort_by_key(|edit| edit.before.start);
        let runs = edits.chunk_by(|one, next| is_kept(one) == is_kept(next));
        for run in runs.filter(|run| is_kept(run[0])) {
            let inside = |word: &&Word| {
                run.iter()
                    .any(|edit| edit.before.start <= word.start && word.end <= edit.before.end)
            };
            let kept: Vec<&Word> = words_before.iter().filter(inside).collect();
            self.runs += usize::from(!kept.is_empty());
            self.kept += 2 * kept.len();
            if let [word] = kept.as_slice() {
                self.lone += usize::from(language.is_stop_word(&word.text.to_lowercase()));
            }
        }
    }
}

fn edits(report: &Report) -> impl Iterator<Item = &EditReport> {
    report.beads.iter().flat_map(|bead| &bead.edits)
}

fn is_kept(edit: &EditReport) -> bool {
    edit.kind == "equal"
}

/// `[start, end]`.
fn range(json: &Value) -> Option<Range> {
    Some(Range {
        start: json[0].as_u64()? as usize,
        end: json[1].as_u64()? as usize,
    })
}

/// Letters and digits, apostrophes inside included; its place in UTF-16 code units.
struct Word {
    text: String,
    start: usize,
    end: usize,
}

fn words(text: &str) -> Vec<Word> {
    let mut words: Vec<Word> = Vec::new();
    let mut at = 0;
    let mut chars = text.chars().peekable();
    let mut inside = false;
    while let Some(c) = chars.next() {
        let is_apostrophe = matches!(c, '\'' | '’');
        let goes_on = inside && is_apostrophe && chars.peek().is_some_and(|c| c.is_alphanumeric());
        if c.is_alphanumeric() && !inside {
            words.push(Word {
                text: String::new(),
                start: at,
                end: at,
            });
        }
        at += c.len_utf16();
        inside = c.is_alphanumeric() || goes_on;
        if let Some(word) = words.last_mut().filter(|_| inside) {
            word.text.push(c);
            word.end = at;
        }
    }
    words
}
