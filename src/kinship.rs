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
//! and 64 in as many bytes: F1 of retold texts 0.817 and 0.803, 0.788 without a table.

use crate::error::Error;
use crate::keys::{Key, Keys, fold};
use crate::version::{Language, Span, Version};
use std::ops::Range;

/// What begins the file: the magic and the version of the format.
const MAGIC: &[u8] = b"kinship\x01";

/// What begins a piece that goes on inside a word.
const INSIDE: &[u8] = b"##";

/// The most dimensions a table may have: a bound on what the sentences of two books take.
const MOST_DIMENSIONS: usize = 512;

/// The language of the table that comes with the page.
const AT_HAND: Language = Language::English;

/// A table of vectors of word pieces.
#[derive(Clone, Debug)]
pub struct Kinship {
    name: String,
    language: Language,
    dimensions: usize,
    /// The pieces, one after the other, without what marks those inside a word.
    text: Vec<u8>,
    /// Where each piece stands in `text`: those inside a word first, both kinds ascending by their bytes.
    pieces: Vec<Span>,
    /// How many of the pieces go on inside a word.
    inside: usize,
    /// The length of the longest piece, in bytes.
    longest: usize,
    /// What a step of each piece's vector counts.
    scales: Vec<f32>,
    /// The vectors of the pieces, one after the other.
    vectors: Vec<u8>,
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
        let fault = |what| Err(Error::Kinship(what));
        let Some(rest) = bytes.strip_prefix(MAGIC) else {
            return fault("it is none, or one of another format");
        };
        let mut bytes = Bytes(rest);
        let name = bytes.string()?;
        let Some(language) = Language::from_tag(&bytes.string()?) else {
            return fault("its language is not known here");
        };
        let dimensions = bytes.number(2)?;
        let count = bytes.number(4)?;
        let length = bytes.number(4)?;
        let lines = bytes.take(length)?;
        let scales: Vec<f32> = bytes
            .take(count.saturating_mul(4))?
            .chunks_exact(4)
            .map(|scale| f32::from_bits(little_endian(scale) as u32))
            .collect();
        let vectors = bytes.take(count.saturating_mul(dimensions / 2))?.to_vec();
        let mut text = Vec::new();
        let mut pieces = Vec::new();
        let (mut inside, mut longest) = (0, 0);
        let mut last: &[u8] = b"";
        for line in lines.split(|byte| *byte == b'\n') {
            if line <= last {
                return fault("its pieces are not in order");
            }
            last = line;
            let piece = line.strip_prefix(INSIDE).unwrap_or(line);
            // Pieces may begin before the "##" of others; those would not be found by their halves of the table.
            if piece.is_empty() || (piece.len() < line.len() && inside < pieces.len()) {
                return fault("its pieces are not in order");
            }
            inside += usize::from(piece.len() < line.len());
            longest = longest.max(piece.len());
            pieces.push(Span::new(text.len(), text.len() + piece.len()));
            text.extend(piece);
        }
        let sound = scales.iter().all(|scale| (0.0..=1e6).contains(scale))
            && (2..=MOST_DIMENSIONS).contains(&dimensions)
            && dimensions % 2 == 0;
        if !sound || pieces.len() != count {
            return fault("its parts do not fit together");
        }
        if !bytes.0.is_empty() {
            return fault("something follows it");
        }
        Ok(Self {
            name,
            language,
            dimensions,
            text,
            pieces,
            inside,
            longest,
            scales,
            vectors,
        })
    }

    /// Its name, as reports give it.
    pub fn name(&self) -> &str {
        &self.name
    }

    /// The vectors of the sentences of both versions.
    pub(crate) fn sentences(&self, before: &Version, after: &Version, keys: &Keys) -> Sentences {
        let mut words = Words {
            kinship: self,
            known: Vec::new(),
        };
        let (before, after) = (
            words.means(before, &keys.before),
            words.means(after, &keys.after),
        );
        Sentences::new(before, after, self.dimensions)
    }

    /// The pieces of a word in small letters, from its beginning the longest each time; none where one is missing.
    fn pieces_of(&self, word: &[u8]) -> Vec<usize> {
        let mut found = Vec::new();
        let mut start = 0;
        while start < word.len() {
            let places = if start == 0 {
                self.inside..self.pieces.len()
            } else {
                0..self.inside
            };
            let pieces = &self.pieces[places.clone()];
            let ends = (start + 1..=word.len().min(start + self.longest)).rev();
            let longest = ends.into_iter().find_map(|end| {
                let compare = |piece: &Span| self.text[piece.range()].cmp(&word[start..end]);
                let place = pieces.binary_search_by(compare).ok()?;
                Some((places.start + place, end))
            });
            let Some((piece, end)) = longest else {
                return Vec::new();
            };
            found.push(piece);
            start = end;
        }
        found
    }

    /// Adds the vector of a piece to a sum.
    fn add(&self, piece: usize, sum: &mut [f32]) {
        let scale = self.scales[piece];
        let vector = &self.vectors[piece * self.dimensions / 2..];
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

/// What is left to read of a file.
struct Bytes<'b>(&'b [u8]);

impl<'b> Bytes<'b> {
    fn take(&mut self, length: usize) -> Result<&'b [u8], Error> {
        let (taken, rest) = self
            .0
            .split_at_checked(length)
            .ok_or(Error::Kinship("it is cut off"))?;
        self.0 = rest;
        Ok(taken)
    }

    fn number(&mut self, length: usize) -> Result<usize, Error> {
        self.take(length).map(little_endian)
    }

    fn string(&mut self) -> Result<String, Error> {
        let length = self.number(1)?;
        let bytes = self.take(length)?;
        Ok(String::from_utf8_lossy(bytes).into_owned())
    }
}

fn little_endian(bytes: &[u8]) -> usize {
    let bytes = bytes.iter().rev();
    bytes.fold(0, |sum, byte| sum << 8 | usize::from(*byte))
}

/// The pieces of the words that were met.
struct Words<'k> {
    kinship: &'k Kinship,
    /// By the key of a token's core.
    known: Vec<Option<Vec<usize>>>,
}

impl Words<'_> {
    /// The mean vector of the pieces of each sentence, one after the other; zeros where none of its words is known.
    fn means(&mut self, version: &Version, keys: &[Key]) -> Vec<f32> {
        let kinship = self.kinship;
        let mut means = Vec::new();
        for sentence in &version.sentences {
            let start = means.len();
            means.resize(start + kinship.dimensions, 0.0);
            let mut count = 0;
            for token in sentence.tokens.range() {
                let core = keys[token].core as usize;
                if core >= self.known.len() {
                    self.known.resize(core + 1, None);
                }
                let pieces = self.known[core].get_or_insert_with(|| {
                    let folded = fold(version.text_of(version.tokens[token].core));
                    let words = folded.split(|c: char| !c.is_alphanumeric());
                    words
                        .flat_map(|word| kinship.pieces_of(word.as_bytes()))
                        .collect()
                });
                count += pieces.len();
                for &piece in pieces.iter() {
                    kinship.add(piece, &mut means[start..]);
                }
            }
            for mean in &mut means[start..] {
                *mean /= count.max(1) as f32;
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
}

impl Sentences {
    /// Takes from each vector the mean of all; vectors of zeros stay what they are.
    fn new(before: Vec<f32>, after: Vec<f32>, dimensions: usize) -> Self {
        let known = |row: &[f32]| row.iter().any(|x| *x != 0.0);
        let mut mean = vec![0.0; dimensions];
        let mut count = 0.0_f32;
        let rows = before.chunks_exact(dimensions);
        for row in rows.chain(after.chunks_exact(dimensions)) {
            count += f32::from(known(row));
            mean.iter_mut().zip(row).for_each(|(mean, x)| *mean += x);
        }
        let centred = |mut vectors: Vec<f32>| {
            for row in vectors.chunks_exact_mut(dimensions) {
                if known(row) {
                    row.iter_mut()
                        .zip(&mean)
                        .for_each(|(x, sum)| *x -= sum / count);
                }
            }
            vectors
        };
        Self {
            dimensions,
            before: centred(before),
            after: centred(after),
        }
    }

    /// The cosine of two blocks of sentences, 0..=1: less than 0 counts as 0.
    pub(crate) fn cosine(&self, before: Range<usize>, after: Range<usize>) -> f32 {
        let (mut dot, mut left, mut right) = (0.0, 0.0, 0.0);
        for dimension in 0..self.dimensions {
            let sum = |vectors: &[f32], block: &Range<usize>| -> f32 {
                let places = block.clone().map(|k| k * self.dimensions + dimension);
                places.map(|place| vectors[place]).sum()
            };
            let (x, y) = (sum(&self.before, &before), sum(&self.after, &after));
            dot += x * y;
            left += x * x;
            right += y * y;
        }
        let lengths = (left * right).sqrt();
        if lengths > 0.0 {
            (dot / lengths).clamp(0.0, 1.0)
        } else {
            0.0
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::version::ParagraphBreaks;

    /// A table of two dimensions: water, fire, and what ends words of either.
    fn table() -> Vec<u8> {
        let pieces = [
            ("##s", 8, 8),
            ("fire", 8, 15),
            ("flame", 8, 15),
            ("lake", 15, 8),
            ("sea", 15, 8),
        ];
        let text: Vec<&str> = pieces.iter().map(|piece| piece.0).collect();
        let text = text.join("\n");
        let mut table = b"kinship\x01\x04tiny\x02en\x02\x00".to_vec();
        table.extend((pieces.len() as u32).to_le_bytes());
        table.extend((text.len() as u32).to_le_bytes());
        table.extend(text.bytes());
        table.extend(pieces.iter().flat_map(|_| 0.5_f32.to_le_bytes()));
        table.extend(pieces.iter().map(|piece| piece.1 | piece.2 << 4));
        table
    }

    fn version(text: &str) -> Version<'_> {
        Version::new(text, ParagraphBreaks::Auto, Some(Language::English))
    }

    #[test]
    fn a_word_has_its_longest_pieces_or_none() {
        let kinship = Kinship::parse(&table()).unwrap();
        let pieces = |word: &str| kinship.pieces_of(word.as_bytes());
        assert_eq!(pieces("flames"), [2, 0]);
        assert_eq!(pieces("seas"), [4, 0]);
        assert_eq!(pieces("season"), []);
        assert_eq!(pieces("s"), []);
        assert_eq!(pieces(""), []);
        assert_eq!(pieces("sée"), []);
    }

    #[test]
    fn sentences_are_kin_by_what_parts_them_from_the_others() {
        let kinship = Kinship::parse(&table()).unwrap();
        let (before, after) = (
            version("A fire. The sea!"),
            version("Lakes.\n\nThose Flames? No."),
        );
        let sentences = kinship.sentences(&before, &after, &Keys::new(&before, &after));
        let cosine = |i, j| sentences.cosine(i..i + 1, j..j + 1);
        assert!(cosine(0, 1) > 0.7 && cosine(1, 0) > 0.7);
        assert_eq!([cosine(0, 0), cosine(1, 1), cosine(0, 2)], [0.0; 3]);
        assert!(sentences.cosine(0..2, 0..2) <= 1.0);
    }

    #[test]
    fn only_a_whole_table_is_read() {
        let whole = table();
        assert_eq!(Kinship::parse(&whole).unwrap().name(), "tiny");
        for end in 0..whole.len() {
            assert!(Kinship::parse(&whole[..end]).is_err(), "{end}");
        }
        let fault = |change: &dyn Fn(&mut Vec<u8>)| {
            let mut table = table();
            change(&mut table);
            Kinship::parse(&table).unwrap_err().to_string()
        };
        let first_piece = 26;
        assert_eq!(&whole[first_piece..first_piece + 3], b"##s");
        for (change, expected) in [
            (
                &(|table: &mut Vec<u8>| table[7] = 2) as &dyn Fn(&mut Vec<u8>),
                "it is none, or one of another format",
            ),
            (&|table| table[14] = b'x', "its language is not known here"),
            (&|table| table[16] = 0, "its parts do not fit together"),
            (
                &|table| table[first_piece] = b'z',
                "its pieces are not in order",
            ),
            (&|table| table[22] = 255, "it is cut off"),
            (&|table| table.push(0), "something follows it"),
        ] {
            let message = format!("The table of kin words cannot be used: {expected}.");
            assert_eq!(fault(change), message);
        }
    }

    #[test]
    fn no_change_of_a_byte_makes_it_panic() {
        let (before, after) = (
            version("A fire. The seas!"),
            version("Lakes. Those flames."),
        );
        let keys = Keys::new(&before, &after);
        let whole = table();
        for at in 0..whole.len() {
            for byte in [0, 1, 10, 35, 127, 128, 255] {
                let mut table = whole.clone();
                table[at] = byte;
                if let Ok(kinship) = Kinship::parse(&table) {
                    let cosine = kinship.sentences(&before, &after, &keys).cosine(0..1, 0..2);
                    assert!((0.0..=1.0).contains(&cosine));
                }
            }
        }
    }
}
