//! Many pairs: lines of JSON in (NDJSON), a line of JSON out for each, in the same order.
//!
//! One thread reads, some compare, one writes. A bounded queue of places to wait at, in the order of the lines, keeps both
//! that order and the memory: the reader waits while the oldest of them is still being compared. A bad line, or a pair that
//! the engine fails on, is answered and never stops the run.

use super::arguments::Lines;
use super::files::{MOST_BYTES, reason};
use super::pair::{Setup, answer, failure};
use std::io::{self, BufRead, ErrorKind, Write};
use std::num::NonZeroUsize;
use std::panic;
use std::sync::mpsc::{Receiver, Sender, SyncSender, channel, sync_channel};
use std::sync::{Arc, Mutex, PoisonError};
use std::thread;
use storydiff::Kinship;

/// How many lines are held for each that is compared.
const WINDOW: usize = 4;

/// A line that is waited for.
struct Job {
    line: Line,
    /// Takes the answer.
    done: Sender<Vec<u8>>,
}

/// A line of standard input, without its end.
#[derive(Debug, PartialEq, Eq)]
enum Line {
    Read(Vec<u8>),
    TooLong,
}

/// Answers every line of standard input on standard output.
///
/// # Errors
/// A sentence, where either stream fails; one that nobody reads any more ends the run quietly.
pub fn run(lines: Lines, kinship: Option<Kinship>) -> Result<(), String> {
    // What a pair fails on is said in its answer.
    panic::set_hook(Box::new(|_| {}));
    let cores = || thread::available_parallelism().map_or(1, NonZeroUsize::get);
    let jobs = lines.jobs.unwrap_or_else(cores);
    let setup = Arc::new(Setup {
        options: lines.settings.options,
        kinship,
        summary_only: lines.summary_only,
    });
    let (work, taken) = sync_channel::<Job>(jobs);
    let (places, waiting) = sync_channel::<Receiver<Vec<u8>>>(WINDOW * jobs);
    let taken = Arc::new(Mutex::new(taken));
    for _ in 0..jobs {
        let (taken, setup) = (Arc::clone(&taken), Arc::clone(&setup));
        spawn(move || compare(&taken, &setup))?;
    }
    // Not joined: where nobody reads the answers any more, this thread may still wait for a line, and ends with the program.
    let reader = spawn(move || read(&mut io::stdin().lock(), &work, &places))?;
    match write(&waiting) {
        Ok(()) => reader
            .join()
            .unwrap_or_else(|_| Err(io::Error::other("the reader failed")))
            .map_err(|error| format!("Standard input cannot be read: {}.", reason(&error))),
        Err(error) if error.kind() == ErrorKind::BrokenPipe => Ok(()),
        Err(error) => Err(format!(
            "Standard output cannot be written: {}.",
            reason(&error)
        )),
    }
}

fn spawn<T: Send + 'static>(
    work: impl FnOnce() -> T + Send + 'static,
) -> Result<thread::JoinHandle<T>, String> {
    let thread = thread::Builder::new().spawn(work);
    thread.map_err(|error| format!("A thread cannot be started: {}.", reason(&error)))
}

/// Hands on every line, and before it the place where its answer is waited for.
fn read(
    input: &mut impl BufRead,
    work: &SyncSender<Job>,
    places: &SyncSender<Receiver<Vec<u8>>>,
) -> io::Result<()> {
    // The input may begin with a byte order mark.
    let mut mark = &b"\xef\xbb\xbf"[..];
    while let Some(mut line) = next_line(input, MOST_BYTES as usize)? {
        if let Line::Read(bytes) = &mut line {
            if bytes.starts_with(mark) {
                bytes.drain(..mark.len());
            }
        }
        mark = b"";
        let (done, answer) = channel();
        // Either is closed when the other end has stopped.
        if places.send(answer).is_err() || work.send(Job { line, done }).is_err() {
            break;
        }
    }
    Ok(())
}

/// The next line; what is longer than `most` bytes is passed over.
fn next_line(input: &mut impl BufRead, most: usize) -> io::Result<Option<Line>> {
    let mut line = Vec::new();
    let mut length = 0;
    loop {
        let piece = match input.fill_buf() {
            Err(error) if error.kind() == ErrorKind::Interrupted => continue,
            piece => piece?,
        };
        if piece.is_empty() && length == 0 {
            return Ok(None);
        }
        let end = piece.iter().position(|byte| *byte == b'\n');
        let part = &piece[..end.unwrap_or(piece.len())];
        if line.len() + part.len() <= most {
            line.extend_from_slice(part);
        } else {
            line = Vec::new();
        }
        let is_last = end.is_some() || piece.is_empty();
        let used = part.len() + usize::from(end.is_some());
        length += used;
        input.consume(used);
        if is_last {
            let ends = usize::from(end.is_some());
            return Ok(Some(if length - ends > most {
                Line::TooLong
            } else {
                Line::Read(line)
            }));
        }
    }
}

/// Answers lines until there are no more.
fn compare(taken: &Mutex<Receiver<Job>>, setup: &Setup) {
    loop {
        // The lock is held while this thread waits for a line, and not while it compares.
        let job = taken.lock().unwrap_or_else(PoisonError::into_inner).recv();
        let Ok(Job { line, done }) = job else {
            return;
        };
        let answered = match line {
            Line::Read(bytes) => answer(&bytes, setup),
            Line::TooLong => failure("This line has more than 100 MB."),
        };
        // Where nobody waits for it any more, the run is over.
        let _ = done.send(answered);
    }
}

/// Writes the answers in the order of the lines.
fn write(waiting: &Receiver<Receiver<Vec<u8>>>) -> io::Result<()> {
    let mut output = io::BufWriter::new(io::stdout().lock());
    while let Some(place) = next(waiting, &mut output)? {
        let answer = next(&place, &mut output)?;
        output.write_all(&answer.unwrap_or_else(|| failure("The comparison failed.")))?;
        output.write_all(b"\n")?;
    }
    Ok(())
}

/// The next thing to come; what was written so far is handed on where it has to be waited for.
fn next<T>(from: &Receiver<T>, output: &mut impl Write) -> io::Result<Option<T>> {
    if let Ok(ready) = from.try_recv() {
        return Ok(Some(ready));
    }
    output.flush()?;
    Ok(from.recv().ok())
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn lines_end_with_a_line_feed_or_the_input_and_long_ones_are_passed_over() {
        for capacity in [1, 2, 3, 100] {
            let mut input = io::BufReader::with_capacity(capacity, &b"a\n\nlong!\nfour\nb"[..]);
            let mut lines = Vec::new();
            while let Some(line) = next_line(&mut input, 4).unwrap() {
                lines.push(line);
            }
            let read = |text: &str| Line::Read(text.as_bytes().to_vec());
            assert_eq!(
                lines,
                [read("a"), read(""), Line::TooLong, read("four"), read("b")]
            );
        }
    }
}
