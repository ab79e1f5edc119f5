//! Writes the texts that speed is measured with: `cargo run --release --example bench_texts -- FOLDER [NAME…]`.
//!
//! Of each pair, `NAME.before.txt` and `NAME.after.txt`; all pairs where none is named. Prints their names and lengths.

use std::error::Error;
use std::path::PathBuf;
use std::{env, fs};

#[path = "../benches/texts/mod.rs"]
mod texts;

fn main() -> Result<(), Box<dyn Error>> {
    let mut arguments = env::args().skip(1);
    let folder = PathBuf::from(arguments.next().ok_or("Which folder?")?);
    let mut names: Vec<String> = arguments.collect();
    if names.is_empty() {
        names = texts::names();
    }
    fs::create_dir_all(&folder)?;
    for name in names {
        let pair = texts::pair(&name).ok_or_else(|| format!("There is no pair {name}."))?;
        for (side, text) in [("before", &pair.before), ("after", &pair.after)] {
            fs::write(folder.join(format!("{name}.{side}.txt")), text)?;
            let words = text.split_whitespace().count();
            println!("{name} {side}: {words} words, {} bytes", text.len());
        }
    }
    Ok(())
}
