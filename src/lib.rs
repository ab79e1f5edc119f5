//! Reads two versions of a story together: which paragraphs tell the same, wherever they moved, and which words changed.
//!
//! ```
//! let report = storydiff::compare("The lamp was lit.", "The lamp was never lit.", &storydiff::Options::default())?;
//! assert_eq!(report.beads.len(), 1);
//! assert_eq!(report.beads[0].kind, "match");
//! # Ok::<(), storydiff::Error>(())
//! ```
//!
//! A [`Report`] holds ranges and never text; its own documentation shows how to walk it. [`Options`] say what cannot be
//! told from the texts, [`Kinship`] finds more of what was freely retold.
//!
//! Without its default feature `cli`, which is for the program `storydiff` alone, the crate depends on `serde` and
//! `libm`, the same logarithms on every platform. It reads no files, asks no clock and starts no threads: many pairs are
//! compared by calling [`compare`] from as many threads as there are cores.
//!
//! Data runs one way, each stage's output the next one's only input:
//! text → [`Version`](version::Version) → [`Keys`](keys::Keys) → links and beads ([`align`]) → edits ([`words`]) →
//! [`facts`] → [`summary`] → [`Report`].

pub mod align;
pub mod error;
pub mod facts;
mod interner;
pub mod keys;
pub mod kinship;
pub mod options;
mod order;
pub mod report;
mod runs;
pub mod summary;
pub mod version;
#[cfg(target_arch = "wasm32")]
#[doc(hidden)] // public for its browser tests alone
pub mod wasm;
pub mod words;

pub use error::Error;
pub use kinship::Kinship;
pub use options::{Correction, Options};
pub use report::Report;

/// Compares two versions of a story.
///
/// The same texts and options always give the same report. Time and memory are bounded by the size of the texts;
/// where a bound cut the search short the report says `approximate`.
///
/// ```
/// use storydiff::{Options, compare};
///
/// let before = String::from("The lamp was lit.\n\nNobody came.");
/// let after = String::from("Nobody came.\n\nThe lamp was never lit.");
/// let report = compare(&before, &after, &Options::default())?;
///
/// assert_eq!(report.summary.beads.r#match, 2);
/// assert_eq!(report.summary.beads.moved, 1);
/// assert_eq!(report.summary.words.inserted, 1);
/// # Ok::<(), storydiff::Error>(())
/// ```
///
/// # Errors
/// [`Error::NoParagraph`] where a correction names a paragraph that is not there; without corrections there are none.
pub fn compare(before: &str, after: &str, options: &Options) -> Result<Report, Error> {
    compare_with(before, after, options, None, |_| {})
}

/// As [`compare`], with a table of kin words that the alignment uses where it bears on the texts; `done` is told the name of each stage as it ends.
///
/// ```
/// use storydiff::{Options, compare_with};
///
/// let mut stages = Vec::new();
/// let report = compare_with("One.", "One.", &Options::default(), None, |stage| stages.push(stage))?;
///
/// assert_eq!(report.kinship, "none");
/// assert_eq!(stages, ["segment", "keys", "align", "words", "facts", "report"]);
/// # Ok::<(), storydiff::Error>(())
/// ```
///
/// # Errors
/// As [`compare`].
pub fn compare_with(
    before: &str,
    after: &str,
    options: &Options,
    kinship: Option<&Kinship>,
    mut done: impl FnMut(&'static str),
) -> Result<Report, Error> {
    let before = version::Version::new(before, options.paragraphs, options.language);
    let after = version::Version::new(after, options.paragraphs, options.language);
    options.check(before.paragraphs.len(), after.paragraphs.len())?;
    done("segment");
    let keys = keys::Keys::new(&before, &after);
    done("keys");
    let mut alignment = align::align(&before, &after, &keys, kinship, &options.corrections);
    done("align");
    let mut edits = Vec::new();
    for bead in &alignment.beads {
        let found = words::edits(&before, &after, &keys, &alignment.links, bead);
        alignment.approximate |= found.approximate;
        edits.push(found.edits);
    }
    done("words");
    let facts = facts::audit(&before, &after, &keys, &alignment);
    done("facts");
    let figures = summary::Figures::new(&before, &after, &alignment, &edits, &facts);
    let mut report = Report::new(
        &before, &after, &alignment, &edits, &facts, &figures, kinship,
    );
    report.corrections.clone_from(&options.corrections);
    done("report");
    Ok(report)
}
