//! Prints the report of two texts as JSON: `cargo run --example report -- before.txt after.txt`.

use std::error::Error;
use std::fs::read_to_string;

fn main() -> Result<(), Box<dyn Error>> {
    let mut paths = std::env::args().skip(1);
    let (Some(before), Some(after), None) = (paths.next(), paths.next(), paths.next()) else {
        return Err("usage: report BEFORE AFTER".into());
    };
    let (before, after) = (read_to_string(before)?, read_to_string(after)?);
    let report = storydiff::compare(&before, &after, &storydiff::Options::default());
    println!("{}", serde_json::to_string(&report)?);
    Ok(())
}
