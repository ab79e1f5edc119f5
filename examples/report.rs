//! Prints the report of two texts as JSON: `cargo run --example report -- before.txt after.txt`, with a table of kin
//! words where a third file is one: `www/kinship/english.bin`.

use std::error::Error;
use std::fs::{read, read_to_string};
use storydiff::{Kinship, Options, compare_with};

fn main() -> Result<(), Box<dyn Error>> {
    let mut paths = std::env::args().skip(1);
    let (Some(before), Some(after), table, None) =
        (paths.next(), paths.next(), paths.next(), paths.next())
    else {
        return Err("usage: report BEFORE AFTER [KINSHIP]".into());
    };
    let kinship = match table {
        Some(path) => Some(Kinship::parse(&read(path)?)?),
        None => None,
    };
    let (before, after) = (read_to_string(before)?, read_to_string(after)?);
    let report = compare_with(
        &before,
        &after,
        &Options::default(),
        kinship.as_ref(),
        |_| {},
    )?;
    println!("{}", serde_json::to_string(&report)?);
    Ok(())
}
