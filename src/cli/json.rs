//! JSON as JavaScript's `JSON.stringify` writes it, so that a report is the same bytes whoever wrote it.

use super::comparison::{Comparison, Side};
use serde::Serialize;
use serde_json::ser::{Formatter, Serializer};
use std::io;
use storydiff::Report;

/// Writes numbers as JavaScript does: no fraction where there is none.
struct JavaScript;

impl Formatter for JavaScript {
    fn write_f64<W: ?Sized + io::Write>(&mut self, writer: &mut W, value: f64) -> io::Result<()> {
        if value == 0.0 {
            writer.write_all(b"0")
        } else if value.abs() < 1e-6 {
            write!(writer, "{value:e}")
        } else {
            write!(writer, "{value}")
        }
    }
}

/// A value as one line of JSON, without the end of the line.
///
/// # Errors
/// Where the value cannot be written as JSON; reports always can.
pub fn line<T: Serialize + ?Sized>(value: &T) -> serde_json::Result<Vec<u8>> {
    let mut bytes = Vec::new();
    value.serialize(&mut Serializer::with_formatter(&mut bytes, JavaScript))?;
    Ok(bytes)
}

#[derive(Serialize)]
struct Saved<'c> {
    storydiff: u32,
    before: Story<'c>,
    after: Story<'c>,
    report: &'c Report,
}

#[derive(Serialize)]
struct Story<'c> {
    name: &'c str,
    text: &'c str,
}

/// A saved comparison: both texts and the report on them, which the page and the element open again.
///
/// # Errors
/// As [`line`].
pub fn saved(comparison: &Comparison) -> serde_json::Result<Vec<u8>> {
    let story = |side| Story {
        name: comparison.name(side),
        text: comparison.text(side),
    };
    line(&Saved {
        storydiff: 1,
        before: story(Side::Before),
        after: story(Side::After),
        report: &comparison.report,
    })
}
