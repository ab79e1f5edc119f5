//! A comparison as it is written down: both texts, what they are called, and the report on them.

use std::cmp::Reverse;
use std::ops::Range as Indices;
use storydiff::Report;
use storydiff::report::{BeadReport, EditReport, FactReport, Range, Text, VersionReport};

/// Below this, the texts are read as two stories and not as two versions of one.
const SAME_STORY: f64 = 0.5;

/// One of the two versions.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Side {
    /// The earlier one.
    Before,
    /// The later one.
    After,
}

impl Side {
    /// Both, in the order in which they are read.
    pub const BOTH: [Self; 2] = [Self::Before, Self::After];

    /// Of two things, the one that belongs to this side.
    pub fn of<T>(self, before: T, after: T) -> T {
        match self {
            Self::Before => before,
            Self::After => after,
        }
    }

    /// The side across.
    pub fn other(self) -> Self {
        self.of(Self::After, Self::Before)
    }

    /// What it is called in saved comparisons and in names of places.
    pub fn name(self) -> &'static str {
        self.of("before", "after")
    }
}

/// What stands on both sides.
pub trait Sided {
    /// Where it stands on one of them.
    fn on(&self, side: Side) -> Range;

    /// Whether it has anything there.
    fn has(&self, side: Side) -> bool {
        length(self.on(side)) > 0
    }
}

impl Sided for BeadReport {
    fn on(&self, side: Side) -> Range {
        side.of(self.before, self.after)
    }
}

impl Sided for EditReport {
    fn on(&self, side: Side) -> Range {
        side.of(self.before, self.after)
    }
}

impl Sided for FactReport {
    fn on(&self, side: Side) -> Range {
        side.of(self.before, self.after).unwrap_or_default()
    }
}

/// Both texts, what they are called, and the report on them.
pub struct Comparison<'t> {
    /// What the versions are called, the earlier one first.
    pub names: [&'t str; 2],
    /// What is said of the texts.
    pub report: Report,
    texts: [Text<'t>; 2],
}

impl<'t> Comparison<'t> {
    /// Puts together what belongs together.
    pub fn new(names: [&'t str; 2], texts: [&'t str; 2], report: Report) -> Self {
        Self {
            names,
            report,
            texts: texts.map(Text::new),
        }
    }

    /// What a version is called.
    pub fn name(&self, side: Side) -> &'t str {
        side.of(self.names[0], self.names[1])
    }

    /// The text of a version.
    pub fn text(&self, side: Side) -> &'t str {
        side.of(&self.texts[0], &self.texts[1]).whole()
    }

    /// What stands in a range of a version's text.
    pub fn slice(&self, side: Side, range: Range) -> &'t str {
        side.of(&self.texts[0], &self.texts[1]).slice(range)
    }

    /// What the report says of a version.
    pub fn version(&self, side: Side) -> &VersionReport {
        side.of(&self.report.before, &self.report.after)
    }

    /// Where the paragraphs of a bead stand in one version's text.
    pub fn paragraphs(&self, bead: &BeadReport, side: Side) -> Vec<Range> {
        let paragraphs = &self.version(side).paragraphs[indices(bead.on(side))];
        let ranges = paragraphs.iter().map(|paragraph| Range {
            start: paragraph.start,
            end: paragraph.end,
        });
        ranges.collect()
    }

    /// In which paragraph of a version an offset stands, or before which.
    pub fn paragraph_at(&self, side: Side, offset: usize) -> usize {
        let paragraphs = &self.version(side).paragraphs;
        paragraphs.partition_point(|paragraph| paragraph.end <= offset)
    }

    /// Whether the texts are versions of one story, as far as can be told.
    pub fn is_one_story(&self) -> bool {
        self.report.summary.same_story >= SAME_STORY
    }

    /// Whether the versions differ: more or less white space between words is no difference, another break of paragraphs or
    /// a space that came or went is.
    pub fn differs(&self) -> bool {
        let mut edits = self.report.beads.iter().flat_map(|bead| &bead.edits);
        !self.keeps_paragraphs() || edits.any(|edit| edit.kind != "equal")
    }

    /// Whether every paragraph has one counterpart, in the same order.
    pub fn keeps_paragraphs(&self) -> bool {
        let mut beads = self.report.beads.iter();
        beads.all(|bead| bead.kind == "match" && !bead.moved)
    }
}

/// Things that stand apart from their row of counterparts, the first one last, ready to be popped.
pub fn waiting(
    beads: &[BeadReport],
    side: Side,
    apart: impl Fn(usize, &BeadReport) -> bool,
) -> Vec<(usize, &BeadReport)> {
    let all = beads.iter().enumerate();
    let mut found: Vec<_> = all
        .filter(|(index, bead)| bead.has(side) && apart(*index, bead))
        .collect();
    found.sort_by_key(|(_, bead)| Reverse(bead.on(side).start));
    found
}

/// How long a range is, in whatever it counts.
pub fn length(range: Range) -> usize {
    range.end.saturating_sub(range.start)
}

/// A range of indices, to take a part of a table with.
pub fn indices(range: Range) -> Indices<usize> {
    range.start..range.end
}
