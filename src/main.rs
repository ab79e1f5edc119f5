//! `storydiff BEFORE AFTER`: compares two versions of a story. `docs/command-line.md` says how.

mod cli;

use cli::Outcome;
use std::process::ExitCode;

/// Of a comparison that was not made.
const TROUBLE: u8 = 2;

fn main() -> ExitCode {
    match cli::run(std::env::args_os().skip(1)) {
        Ok(Outcome::Done) => ExitCode::SUCCESS,
        Ok(Outcome::Different) => ExitCode::FAILURE,
        Err(sentence) => {
            cli::files::note(&sentence);
            ExitCode::from(TROUBLE)
        }
    }
}
