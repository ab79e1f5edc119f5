//! The wire model: what a comparison says, in ranges of UTF-16 code units.
//!
//! The only types that are serialised, and the only place where bytes become UTF-16. A report carries
//! ranges, never text: who holds it holds both texts, and cuts them with [`Text`].

mod names;
mod text;
mod utf16;

pub use text::Text;

use crate::align::Alignment;
use crate::facts::Fact;
use crate::kinship::{Bearing, Kinship};
use crate::options::Correction;
use crate::summary::{self, Figures};
use crate::version::{self, Span, Version};
use crate::words;
use names::{bead_kind, change, cosmetic, edit_kind, fact_kind, link_kind, role};
use serde::Serialize;
use utf16::Utf16;

/// Name and version of this program, as reports name it.
pub const ENGINE: &str = concat!("storydiff ", env!("CARGO_PKG_VERSION"));

/// The comparison of two versions of a story.
///
/// What moved, and what only the later version has:
///
/// ```
/// let before = "The bell rang twice.\n\nNobody had wound the clock since Easter.\n\nA dog slept in the barrow.";
/// let after = "A dog slept in the barrow.\n\nThe bell rang twice.\n\nNobody had wound the clock since Easter.\n\nSnow fell.";
/// let report = storydiff::compare(before, after, &storydiff::Options::default())?;
///
/// let mut said = Vec::new();
/// for bead in &report.beads {
///     if bead.moved {
///         said.push(format!("paragraph {} is now paragraph {}", bead.before.start + 1, bead.after.start + 1));
///     }
///     if bead.kind == "insertion" {
///         said.push(format!("paragraph {} is new", bead.after.start + 1));
///     }
/// }
/// assert_eq!(said, ["paragraph 3 is now paragraph 1", "paragraph 4 is new"]);
/// # Ok::<(), storydiff::Error>(())
/// ```
///
/// Which words changed:
///
/// ```
/// use storydiff::report::Text;
///
/// let (before, after) = ("The red lamp went out at six.", "The green lamp never went out at six.");
/// let report = storydiff::compare(before, after, &storydiff::Options::default())?;
///
/// let (before, after) = (Text::new(before), Text::new(after));
/// let edits = report.beads.iter().flat_map(|bead| &bead.edits);
/// let changes: Vec<String> = edits
///     .filter(|edit| edit.kind != "equal")
///     .map(|edit| format!("{}: {:?} → {:?}", edit.kind, before.slice(edit.before), after.slice(edit.after)))
///     .collect();
/// assert_eq!(changes, [r#"substitution: "red" → "green""#, r#"insertion: "" → "never ""#]);
/// # Ok::<(), storydiff::Error>(())
/// ```
#[derive(Clone, Debug, PartialEq, Serialize)]
pub struct Report {
    /// The version of this format: 1.
    pub format: u32,
    /// Name and version of the program that made it, and the name of the table of kin words that it used.
    pub engine: String,
    /// The earlier version.
    pub before: VersionReport,
    /// The later version.
    pub after: VersionReport,
    /// The alignment of paragraphs, in reading order.
    pub beads: Vec<BeadReport>,
    /// The alignment of sentences, ascending by `(before, after)`.
    pub links: Vec<LinkReport>,
    /// The audit of facts, in reading order.
    pub facts: Vec<FactReport>,
    /// Figures for the whole comparison.
    pub summary: Summary,
    /// What a table of kin words has to do with it: `"none"`, `"wanted"` or `"used"`.
    pub kinship: &'static str,
    /// Whether a bound on work cut the search short.
    pub approximate: bool,
    /// What a reader corrected by hand, as given; absent where nothing was.
    #[serde(skip_serializing_if = "Vec::is_empty")]
    pub corrections: Vec<Correction>,
}

/// A half-open range: of UTF-16 code units of a text, or of indices into a table, as its owner says.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Serialize)]
pub struct Range {
    /// The first position inside.
    pub start: usize,
    /// The first position past the end.
    pub end: usize,
}

/// One version: where its paragraphs and sentences stand.
#[derive(Clone, Debug, PartialEq, Serialize)]
pub struct VersionReport {
    /// Of the text, in UTF-16 code units.
    pub length: usize,
    /// How many words it has.
    pub words: usize,
    /// BCP 47 tag of the language it is mostly written in; `"und"` where unknown.
    pub language: &'static str,
    /// Ascending; they cover all text but the white space between them.
    pub paragraphs: Vec<ParagraphReport>,
    /// Ascending, each inside its paragraph.
    pub sentences: Vec<SentenceReport>,
}

/// A paragraph of a version.
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
pub struct ParagraphReport {
    /// UTF-16 code units.
    pub start: usize,
    /// UTF-16 code units.
    pub end: usize,
    /// Indices into the version's sentences.
    pub sentences: Range,
    /// `"title"`, `"byline"`, `"caption"` or `"body"`.
    pub role: &'static str,
}

/// A sentence of a version.
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
pub struct SentenceReport {
    /// UTF-16 code units.
    pub start: usize,
    /// UTF-16 code units.
    pub end: usize,
    /// Index into the version's paragraphs.
    pub paragraph: usize,
}

/// A group of paragraphs and their counterparts.
#[derive(Clone, Debug, PartialEq, Serialize)]
pub struct BeadReport {
    /// `"match"`, `"split"`, `"merge"`, `"recast"`, `"insertion"` or `"deletion"`.
    pub kind: &'static str,
    /// Out of order with the unmoved beads.
    pub moved: bool,
    /// The move that a moved bead is part of, from 0 in the later version's order; absent for others. Beads that stand
    /// next to each other in both versions move together.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub r#move: Option<usize>,
    /// Indices into the earlier version's paragraphs.
    pub before: Range,
    /// Indices into the later version's paragraphs.
    pub after: Range,
    /// 0..1; 1 only for equal text.
    pub similarity: f64,
    /// What happened to its words.
    pub edits: Vec<EditReport>,
}

/// What happened to a run of words inside one bead.
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
pub struct EditReport {
    /// `"equal"`, `"insertion"`, `"deletion"`, `"substitution"` or `"transposition"`.
    pub kind: &'static str,
    /// Of a substitution without a change of wording: what it changes.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub cosmetic: Option<&'static str>,
    /// UTF-16 code units of the earlier text.
    pub before: Range,
    /// UTF-16 code units of the later text.
    pub after: Range,
}

/// Two sentences that tell the same.
#[derive(Clone, Debug, PartialEq, Serialize)]
pub struct LinkReport {
    /// Index into the earlier version's sentences.
    pub before: usize,
    /// Index into the later version's sentences.
    pub after: usize,
    /// `"same"`, `"edited"`, `"reworded"` or `"partial"`.
    pub kind: &'static str,
    /// 0..1.
    pub similarity: f64,
}

/// A quotation, number, date or name, and what became of it.
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
pub struct FactReport {
    /// `"quotation"`, `"number"`, `"date"` or `"name"`.
    pub kind: &'static str,
    /// `"kept"`, `"altered"`, `"reattributed"`, `"dropped"` or `"added"`.
    pub change: &'static str,
    /// UTF-16 code units of the earlier text.
    pub before: Option<Range>,
    /// UTF-16 code units of the later text.
    pub after: Option<Range>,
}

/// Figures for the whole comparison.
#[derive(Clone, Debug, PartialEq, Serialize)]
#[serde(rename_all = "camelCase")]
pub struct Summary {
    /// Words by what happened to them.
    pub words: summary::Words,
    /// Share of the words of each version whose sentence has a counterpart in the other, 0..1.
    pub retold: summary::Retold,
    /// The longest run of words that both versions share verbatim; `null` where there is none.
    pub longest: Option<LongestReport>,
    /// How many beads there are of each kind, and how many of all are moved.
    pub beads: summary::BeadCounts,
    /// How many facts of each kind changed.
    pub facts: summary::FactCounts,
    /// 0..1: how sure it is that both are versions of one story.
    pub same_story: f64,
}

/// The longest run of words that both versions share verbatim.
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
pub struct LongestReport {
    /// UTF-16 code units of the earlier text.
    pub before: Range,
    /// UTF-16 code units of the later text.
    pub after: Range,
    /// How many words it has.
    pub words: usize,
}

impl Report {
    /// Writes down a comparison, without corrections; `edits` holds those of every bead, in the order of the beads.
    pub(crate) fn new(
        before: &Version,
        after: &Version,
        alignment: &Alignment,
        edits: &[Vec<words::Edit>],
        facts: &[Fact],
        figures: &Figures,
        kinship: Option<&Kinship>,
    ) -> Self {
        let (utf16_before, utf16_after) = (Utf16::new(before.text), Utf16::new(after.text));
        Self {
            format: 1,
            engine: match kinship {
                Some(kinship) if alignment.kinship == Bearing::Used => {
                    format!("{ENGINE} with kinship {}", kinship.name())
                }
                _ => ENGINE.to_owned(),
            },
            before: version_report(before, &utf16_before),
            after: version_report(after, &utf16_after),
            beads: alignment
                .beads
                .iter()
                .zip(edits)
                .map(|(bead, edits)| BeadReport {
                    kind: bead_kind(bead),
                    moved: bead.moved.is_some(),
                    r#move: bead.moved,
                    before: indices(bead.before),
                    after: indices(bead.after),
                    similarity: bead.similarity,
                    edits: edits
                        .iter()
                        .map(|edit| edit_report(edit, &utf16_before, &utf16_after))
                        .collect(),
                })
                .collect(),
            links: alignment
                .links
                .iter()
                .map(|link| LinkReport {
                    before: link.before,
                    after: link.after,
                    kind: link_kind(link.kind),
                    similarity: link.similarity,
                })
                .collect(),
            facts: facts
                .iter()
                .map(|fact| FactReport {
                    kind: fact_kind(fact.kind),
                    change: change(fact.change),
                    before: fact.before.map(|span| utf16_before.range(span)),
                    after: fact.after.map(|span| utf16_after.range(span)),
                })
                .collect(),
            summary: Summary {
                words: figures.words,
                retold: figures.retold,
                longest: figures.longest.map(|longest| LongestReport {
                    before: utf16_before.range(longest.before),
                    after: utf16_after.range(longest.after),
                    words: longest.words,
                }),
                beads: figures.beads,
                facts: figures.facts,
                same_story: alignment.same_story,
            },
            kinship: match alignment.kinship {
                Bearing::None => "none",
                Bearing::Wanted => "wanted",
                Bearing::Used => "used",
            },
            approximate: alignment.approximate,
            corrections: Vec::new(),
        }
    }
}

fn indices(span: Span) -> Range {
    Range {
        start: span.start,
        end: span.end,
    }
}

fn version_report(version: &Version, utf16: &Utf16) -> VersionReport {
    VersionReport {
        length: utf16.range(Span::new(0, version.text.len())).end,
        words: version.words_in(Span::new(0, version.tokens.len())),
        language: version.language.tag(),
        paragraphs: version
            .paragraphs
            .iter()
            .map(|paragraph: &version::Paragraph| {
                let Range { start, end } = utf16.range(paragraph.span);
                ParagraphReport {
                    start,
                    end,
                    sentences: indices(paragraph.sentences),
                    role: role(paragraph.role),
                }
            })
            .collect(),
        sentences: version
            .sentences
            .iter()
            .map(|sentence| {
                let Range { start, end } = utf16.range(sentence.span);
                SentenceReport {
                    start,
                    end,
                    paragraph: sentence.paragraph,
                }
            })
            .collect(),
    }
}

fn edit_report(edit: &words::Edit, before: &Utf16, after: &Utf16) -> EditReport {
    EditReport {
        kind: edit_kind(edit.kind),
        cosmetic: edit.cosmetic.map(cosmetic),
        before: before.range(edit.before),
        after: after.range(edit.after),
    }
}
