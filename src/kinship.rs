//! Kinship of words: "laboratory" and "lab" are kin, though they share no stem.
//!
//! A [`Kinship`] is a table of vectors of word pieces, distilled from a sentence encoder (Tulkens & van Dongen 2024,
//! `Model2Vec`; `scripts/kinship` makes it). The vector of a sentence is the mean of its pieces', less the mean over the
//! sentences of both texts (Arora et al. 2017): what all sentences have in common tells none from another. Time and
//! memory are linear in the texts; the pieces of a word are looked up once.
//!
//! # The file
//!
//! | what | form |
//! |---|---|
//! | magic and version of the format | `kinship`, u8: 1 |
//! | name, as reports give it | length u8, UTF-8 |
//! | language, a BCP 47 tag | length u8, UTF-8 |
//! | how many dimensions, an even number | u16 |
//! | how many pieces | u32 |
//! | the pieces, ascending by bytes, a line feed between two; `##` begins those that go on inside a word | length u32, UTF-8 |
//! | the scale of each piece | f32 |
//! | the vector of each piece, two dimensions a byte, the first in the low half: 0..=15 stand for (−7.5..=7.5) · scale | bytes |
//!
//! Numbers are little-endian, lengths count bytes. Four bits a dimension and 128 dimensions serve better than eight bits
//! and 64 in as many bytes: scripts/kinship/README.md.

use crate::error::Error;
use crate::keys::{Key, Keys};
use crate::version::{Language, Span, Version};

/// What begins the file: the magic and the version of the format.
const MAGIC: &[u8] = b"kinship\x01";

/// What begins a piece that goes on inside a word.
const INSIDE: &[u8] = b"##";

/// The most dimensions a table may have: a bound on what the sentences of two books take.
const MOST_DIMENSIONS: usize = 512;

/// What is said of a file whose parts do not fit together.
const DAMAGED: Error = Error::Kinship("it is damaged");

/// The language of the table that comes with the page.
const AT_HAND: Language = Language::English;

/// A table of vectors of word pieces. It is read once and serves any number of comparisons.
///
/// ```no_run
/// use storydiff::{Kinship, Options, compare_with};
///
/// let table = Kinship::parse(&std::fs::read("www/kinship/english.bin")?)?;
/// let (before, after) = (std::fs::read_to_string("before.txt")?, std::fs::read_to_string("after.txt")?);
/// let report = compare_with(&before, &after, &Options::default(), Some(&table), |_| {})?;
/// println!("{}: {}", report.engine, report.kinship);
/// # Ok::<(), Box<dyn std::error::Error>>(())
/// ```
#[derive(Clone, Debug)]
pub struct Kinship {
    name: String,
    language: Language,
    dimensions: usize,
    /// The file.
    bytes: Vec<u8>,
    /// Where each piece stands in the file, without what marks those inside a word; these come first, and both kinds
    /// ascend by their bytes.
    pieces: Vec<Span>,
    /// How many of the pieces go on inside a word.
    inside: usize,
    /// The length of the longest piece, in bytes.
    longest: usize,
    /// Where the scales begin in the file.
    scales: usize,
    /// Where the vectors begin in the file.
    vectors: usize,
}

/// What a table has to do with a comparison.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub enum Bearing {
    /// None: the texts are in another language, or too close to need it.
    #[default]
    None,
    /// The table that comes with the page would bear on the texts, but none was given.
    Wanted,
    /// It bore on them.
    Used,
}

impl Kinship {
    /// Reads a table.
    ///
    /// # Errors
    /// [`Error::Kinship`] where `bytes` are not one whole table and no more.
    pub fn parse(bytes: &[u8]) -> Result<Self, Error> {
        if !bytes.starts_with(MAGIC) {
            return Err(Error::Kinship("it is none, or one of another format"));
        }
        let mut parts = Parts {
            bytes,
            at: MAGIC.len(),
        };
        let name = parts.text()?;
        let language = Language::from_tag(&parts.text()?).ok_or(DAMAGED)?;
        let dimensions = parts.number(2)?;
        let count = parts.number(4)?;
        let length = parts.number(4)?;
        let lines = parts.part(length)?;
        let scales = parts.part(count.saturating_mul(4))?;
        let vectors = parts.part(count.saturating_mul(dimensions / 2))?;
        let mut kinship = Self {
            name,
            language,
            dimensions,
            bytes: bytes.to_vec(),
            pieces: Vec::new(),
            inside: 0,
            longest: 0,
            scales: scales.start,
            vectors: vectors.start,
        };
        let fits = vectors.end == bytes.len()
            && dimensions % 2 == 0
            && (2..=MOST_DIMENSIONS).contains(&dimensions)
            && kinship.find_pieces(lines)
            && kinship.pieces.len() == count
            && (0..count).all(|piece| (0.0..=1e6).contains(&kinship.scale(piece)));
        if fits { Ok(kinship) } else { Err(DAMAGED) }
    }

    /// Notes where the pieces stand, a line each; false where they are not in order.
    fn find_pieces(&mut self, lines: Span) -> bool {
        let mut last: &[u8] = b"";
        let mut start = lines.start;
        for line in self.bytes[lines.range()].split(|byte| *byte == b'\n') {
            let inside = line.starts_with(INSIDE);
            let end = start + line.len();
            let piece = Span::new(start + if inside { INSIDE.len() } else { 0 }, end);
            if line <= last || piece.is_empty() || (inside && self.inside < self.pieces.len()) {
                return false;
            }
            self.inside += usize::from(inside);
            self.longest = self.longest.max(piece.len());
            self.pieces.push(piece);
            last = line;
            start = end + 1;
        }
        true
    }

    fn scale(&self, piece: usize) -> f32 {
        let start = self.scales + 4 * piece;
        f32::from_bits(little_endian(&self.bytes[start..start + 4]) as u32)
    }

    /// Its name, as reports give it.
    pub fn name(&self) -> &str {
        &self.name
    }

    /// The vectors of the sentences of both versions.
    pub(crate) fn sentences(&self, before: &Version, after: &Version, keys: &Keys) -> Sentences {
        let words = Words::new(self, keys);
        let mut sentences = Sentences {
            dimensions: self.dimensions,
            before: words.means(before, &keys.before),
            after: words.means(after, &keys.after),
            squares: [Vec::new(), Vec::new()],
        };
        sentences.centre();
        sentences.squares = [&sentences.before, &sentences.after].map(|vectors| {
            let vectors = vectors.chunks_exact(self.dimensions);
            vectors.map(|vector| dot(vector, vector)).collect()
        });
        sentences
    }

    /// Adds to `found` the pieces of a word in small letters, from its beginning the longest each time; none where one
    /// is missing.
    fn split(&self, word: &[u8], found: &mut Vec<usize>) {
        let count = found.len();
        let mut start = 0;
        while start < word.len() {
            let first = if start == 0 { self.inside } else { 0 };
            let last = if start == 0 {
                self.pieces.len()
            } else {
                self.inside
            };
            let mut end = word.len().min(start + self.longest);
            let piece = loop {
                let compare = |piece: &Span| self.bytes[piece.range()].cmp(&word[start..end]);
                match self.pieces[first..last].binary_search_by(compare) {
                    Ok(place) => break first + place,
                    Err(_) => end -= 1,
                }
                if end == start {
                    found.truncate(count);
                    return;
                }
            };
            found.push(piece);
            start = end;
        }
    }

    /// Adds the vector of a piece to a sum.
    fn add(&self, piece: usize, sum: &mut [f32]) {
        let scale = self.scale(piece);
        let vector = &self.bytes[self.vectors + piece * self.dimensions / 2..];
        for (pair, byte) in sum.chunks_exact_mut(2).zip(vector) {
            pair[0] += scale * (f32::from(byte & 15) - 7.5);
            pair[1] += scale * (f32::from(byte >> 4) - 7.5);
        }
    }
}

/// What a table has to do with two texts in which the kinship of words weighs `weight`.
pub(crate) fn bearing(
    kinship: Option<&Kinship>,
    before: &Version,
    after: &Version,
    weight: f32,
) -> Bearing {
    let language = kinship.map_or(AT_HAND, |kinship| kinship.language);
    if weight <= 0.0 || before.language != language || after.language != language {
        Bearing::None
    } else if kinship.is_none() {
        Bearing::Wanted
    } else {
        Bearing::Used
    }
}

/// The parts of a file, one after the other.
struct Parts<'b> {
    bytes: &'b [u8],
    at: usize,
}

impl Parts<'_> {
    fn part(&mut self, length: usize) -> Result<Span, Error> {
        let start = self.at;
        if length > self.bytes.len() - start {
            return Err(Error::Kinship("it is cut off"));
        }
        self.at += length;
        Ok(Span::new(start, self.at))
    }

    fn number(&mut self, length: usize) -> Result<usize, Error> {
        let part = self.part(length)?;
        Ok(little_endian(&self.bytes[part.range()]))
    }

    /// Reads a text that begins with its length.
    fn text(&mut self) -> Result<String, Error> {
        let length = self.number(1)?;
        let part = self.part(length)?;
        Ok(self.bytes[part.range()]
            .iter()
            .copied()
            .map(char::from)
            .collect())
    }
}

fn little_endian(bytes: &[u8]) -> usize {
    let bytes = bytes.iter().rev();
    bytes.fold(0, |sum, byte| sum << 8 | usize::from(*byte))
}

/// The pieces of all words.
struct Words<'k> {
    kinship: &'k Kinship,
    /// Those of one word after those of another.
    pieces: Vec<usize>,
    /// Where in `pieces` those of each token's core stand, by its key.
    places: Vec<Span>,
}

impl<'k> Words<'k> {
    fn new(kinship: &'k Kinship, keys: &Keys) -> Self {
        let (mut pieces, mut places) = (Vec::new(), Vec::new());
        for folded in &keys.words {
            let start = pieces.len();
            for word in folded.split(|c: char| !c.is_alphanumeric()) {
                kinship.split(word.as_bytes(), &mut pieces);
            }
            places.push(Span::new(start, pieces.len()));
        }
        Self {
            kinship,
            pieces,
            places,
        }
    }

    /// The mean vector of the pieces of each sentence, one after the other; zeros where none of its words is known.
    fn means(&self, version: &Version, keys: &[Key]) -> Vec<f32> {
        let dimensions = self.kinship.dimensions;
        let mut means = vec![0.0; version.sentences.len() * dimensions];
        for (sentence, mean) in version
            .sentences
            .iter()
            .zip(means.chunks_exact_mut(dimensions))
        {
            let mut count = 0.0_f32;
            for token in sentence.tokens.range() {
                for piece in self.places[keys[token].core as usize].range() {
                    self.kinship.add(self.pieces[piece], &mut *mean);
                    count += 1.0;
                }
            }
            for x in mean {
                *x /= count.max(1.0);
            }
        }
        means
    }
}

/// The vectors of the sentences of both versions, one after the other.
pub(crate) struct Sentences {
    dimensions: usize,
    before: Vec<f32>,
    after: Vec<f32>,
    /// The squares of their lengths.
    squares: [Vec<f32>; 2],
}

impl Sentences {
    /// Takes from each vector the mean of all; vectors of zeros count for nothing and stay what they are.
    fn centre(&mut self) {
        let dimensions = self.dimensions;
        let mut mean = vec![0.0; dimensions];
        let mut count = 0.0_f32;
        for pass in 0..2 {
            for vectors in [&mut self.before, &mut self.after] {
                for vector in vectors.chunks_exact_mut(dimensions) {
                    if vector.iter().all(|x| *x == 0.0) {
                        continue;
                    }
                    count += if pass == 0 { 1.0 } else { 0.0 };
                    for (x, sum) in vector.iter_mut().zip(&mut mean) {
                        if pass == 0 {
                            *sum += *x;
                        } else {
                            *x -= *sum / count;
                        }
                    }
                }
            }
        }
    }

    /// The vector of one sentence of the earlier version.
    pub(crate) fn before(&self, sentence: usize) -> &[f32] {
        &self.before[sentence * self.dimensions..][..self.dimensions]
    }

    /// The vector of one sentence of the later version.
    pub(crate) fn after(&self, sentence: usize) -> &[f32] {
        &self.after[sentence * self.dimensions..][..self.dimensions]
    }

    /// The cosine of two sentences, 0..=1: less than 0 counts as 0.
    pub(crate) fn cosine(&self, before: usize, after: usize) -> f32 {
        let lengths = (self.squares[0][before] * self.squares[1][after]).sqrt();
        if lengths > 0.0 {
            (dot(self.before(before), self.after(after)) / lengths).clamp(0.0, 1.0)
        } else {
            0.0
        }
    }
}

/// The dot product of two vectors of the same, even number of dimensions.
pub(crate) fn dot(one: &[f32], other: &[f32]) -> f32 {
    let pairs = one.chunks_exact(2).zip(other.chunks_exact(2));
    let sums = pairs.fold([0.0; 2], |sums, (x, y)| {
        [sums[0] + x[0] * y[0], sums[1] + x[1] * y[1]]
    });
    sums[0] + sums[1]
}

#[cfg(test)]
mod tests;
