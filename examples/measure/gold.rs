//! Texts aligned by people, and how far an alignment agrees with theirs.

use crate::tally::Tally;
use serde_json::Value;
use std::collections::{BTreeMap, BTreeSet};
use std::error::Error;
use std::path::{Path, PathBuf};
use std::{fs, io};
use storydiff::Kinship;
use storydiff::align::{Alignment, Link, LinkKind, Parameters, align_with};
use storydiff::keys::Keys;
use storydiff::version::{ParagraphBreaks, Span, Version};

/// A paragraph pair told by links alone has at least this share of the shorter paragraph linked, 0..1.
const SHARE: f64 = 0.3;

/// Pairs of units or of paragraphs: indices into before and after.
pub type Pairs = BTreeSet<(usize, usize)>;

/// The documents of one kind.
pub struct Set {
    pub name: String,
    pub documents: Vec<Document>,
}

/// Two versions and what people linked.
pub struct Document {
    pub id: String,
    pub before: Side,
    pub after: Side,
    pub links: Pairs,
    /// Undecided: counted neither way.
    pub optional: Pairs,
    /// The links in the order of their kinds, where people gave them any.
    pub listed: Vec<(usize, usize)>,
    pub kinds: Vec<String>,
    /// Whether the units are paragraphs: then links of sentences are not scored.
    pub by_paragraph: bool,
}

/// One version, laid out as a text.
pub struct Side {
    pub text: String,
    /// The place of every unit in the text, in bytes.
    pub units: Vec<Span>,
    /// The paragraph of every unit.
    pub paragraphs: Vec<usize>,
}

/// The agreement of one document or set.
#[derive(Clone, Copy, Default)]
pub struct Score {
    pub sentences: Tally,
    pub paragraphs: Tally,
}

impl Score {
    pub fn add(&mut self, other: Self) {
        self.sentences.add(other.sentences);
        self.paragraphs.add(other.paragraphs);
    }

    /// F1 by sentences and a little by paragraphs, where people linked sentences, else by paragraphs alone.
    pub fn of_both(self) -> f64 {
        let (sentences, paragraphs) = (self.sentences.f1(), self.paragraphs.f1());
        let by_sentence = self.sentences.gold > 0;
        if by_sentence {
            0.85 * sentences + 0.15 * paragraphs
        } else {
            paragraphs
        }
    }

    /// F1 by sentences where people linked those, else by paragraphs.
    pub fn f1(self) -> f64 {
        let by_sentence = self.sentences.gold > 0;
        if by_sentence {
            self.sentences.f1()
        } else {
            self.paragraphs.f1()
        }
    }
}

/// Reads the sets under a folder: a folder each, with documents as JSON.
pub fn read(folder: &Path) -> Result<Vec<Set>, Box<dyn Error>> {
    let mut sets = Vec::new();
    for set in entries(folder)? {
        if !set.is_dir() {
            continue;
        }
        let documents = documents_in(&set)?;
        let documents = documents.iter().map(|path| read_document(path));
        let documents = documents.collect::<Result<_, _>>()?;
        let name = set
            .file_name()
            .unwrap_or_default()
            .to_string_lossy()
            .into_owned();
        sets.push(Set { name, documents });
    }
    Ok(sets)
}

/// The paths of the documents in a folder.
pub fn documents_in(folder: &Path) -> io::Result<Vec<PathBuf>> {
    let mut paths = entries(folder)?;
    paths.retain(|path| {
        path.extension()
            .is_some_and(|extension| extension == "json")
    });
    Ok(paths)
}

pub fn read_document(path: &Path) -> Result<Document, Box<dyn Error>> {
    let document = Document::new(&read_json(path)?);
    document.ok_or_else(|| format!("{} is no document", path.display()).into())
}

pub fn read_json(path: &Path) -> Result<Value, Box<dyn Error>> {
    let text = fs::read_to_string(path)
        .map_err(|error| format!("{} cannot be read: {error}", path.display()))?;
    Ok(serde_json::from_str(&text)?)
}

fn entries(folder: &Path) -> io::Result<Vec<PathBuf>> {
    let mut paths = fs::read_dir(folder)?
        .map(|entry| entry.map(|entry| entry.path()))
        .collect::<Result<Vec<_>, _>>()?;
    paths.sort();
    Ok(paths)
}

impl Document {
    fn new(json: &Value) -> Option<Self> {
        let pairs = |name: &str| -> Option<Vec<(usize, usize)>> {
            let number = |value: &Value| value.as_u64().map(|number| number as usize);
            let pair = |pair: &Value| Some((number(&pair[0])?, number(&pair[1])?));
            let pairs = json[name].as_array();
            pairs.map_or(Some(Vec::new()), |pairs| pairs.iter().map(pair).collect())
        };
        let kinds = json["link_kinds"].as_array().into_iter().flatten();
        let listed = pairs("links")?;
        Some(Self {
            id: json["id"].as_str().unwrap_or_default().to_owned(),
            before: Side::new(&json["before"], &json["before_paragraph"])?,
            after: Side::new(&json["after"], &json["after_paragraph"])?,
            links: listed.iter().copied().collect(),
            optional: pairs("optional_links")?.into_iter().collect(),
            listed,
            kinds: kinds
                .filter_map(|kind| kind.as_str().map(str::to_owned))
                .collect(),
            by_paragraph: json["unit"] == "paragraph",
        })
    }
}

impl Side {
    /// The units with a space between those of one paragraph and a blank line between paragraphs.
    fn new(units: &Value, paragraphs: &Value) -> Option<Self> {
        let units = units.as_array()?;
        let paragraphs: Vec<usize> = match paragraphs.as_array() {
            Some(given) => given
                .iter()
                .map(|k| k.as_u64().map(|k| k as usize))
                .collect::<Option<_>>()?,
            None => (0..units.len()).collect(),
        };
        let mut text = String::new();
        let mut spans = Vec::new();
        for (k, unit) in units.iter().enumerate() {
            if k > 0 {
                text += if paragraphs[k] == paragraphs[k - 1] {
                    " "
                } else {
                    "\n\n"
                };
            }
            let start = text.len();
            text += unit.as_str()?;
            spans.push(Span::new(start, text.len()));
        }
        Some(Self {
            text,
            units: spans,
            paragraphs,
        })
    }

    pub fn unit(&self, unit: usize) -> &str {
        self.units[unit].of(&self.text)
    }

    /// The units that a range covers at least half of, else the one it covers most of.
    fn units_of(&self, range: Span) -> Vec<usize> {
        let covered = |k: usize| {
            let unit = self.units[k];
            unit.end
                .min(range.end)
                .saturating_sub(unit.start.max(range.start))
        };
        let first = self.units.partition_point(|unit| unit.end <= range.start);
        let touched =
            first..first + self.units[first..].partition_point(|unit| unit.start < range.end);
        let half: Vec<usize> = touched
            .clone()
            .filter(|&k| 2 * covered(k) >= self.units[k].len())
            .collect();
        if half.is_empty() {
            touched
                .max_by_key(|&k| (covered(k), usize::MAX - k))
                .into_iter()
                .collect()
        } else {
            half
        }
    }

    /// The paragraph in whose units a range mostly lies.
    fn home(&self, range: Span) -> Option<usize> {
        let covered = |unit: &Span| {
            unit.end
                .min(range.end)
                .saturating_sub(unit.start.max(range.start))
        };
        let most = (0..self.units.len()).max_by_key(|&k| (covered(&self.units[k]), usize::MAX - k));
        most.map(|k| self.paragraphs[k])
    }
}

/// A document as the engine sees it.
pub struct Prepared<'d> {
    pub document: &'d Document,
    pub before: Version<'d>,
    pub after: Version<'d>,
    keys: Keys,
    /// The units and the paragraph of the document to which each sentence belongs.
    homes: [Vec<(Vec<usize>, usize)>; 2],
}

impl<'d> Prepared<'d> {
    pub fn new(document: &'d Document) -> Self {
        let version = |side: &'d Side| Version::new(&side.text, ParagraphBreaks::Auto, None);
        let (before, after) = (version(&document.before), version(&document.after));
        let homes =
            [(&before, &document.before), (&after, &document.after)].map(|(version, side)| {
                let spans = version.sentences.iter().map(|sentence| sentence.span);
                spans
                    .map(|span| (side.units_of(span), side.home(span).unwrap_or(0)))
                    .collect()
            });
        Self {
            document,
            keys: Keys::new(&before, &after),
            before,
            after,
            homes,
        }
    }

    /// How many sentences both versions have.
    pub fn size(&self) -> usize {
        self.before.sentences.len() + self.after.sentences.len()
    }

    pub fn align(&self, kinship: Option<&Kinship>, parameters: &Parameters) -> Alignment {
        align_with(
            &self.before,
            &self.after,
            &self.keys,
            kinship,
            &[],
            parameters,
        )
    }

    pub fn score(&self, kinship: Option<&Kinship>, parameters: &Parameters) -> Score {
        let alignment = self.align(kinship, parameters);
        let document = self.document;
        let mut score = Score::default();
        if !document.by_paragraph {
            let found = self.linked_units(&alignment);
            score.sentences = tally(&document.links, &document.optional, &found);
        }
        let paragraphs = |pairs: &Pairs| -> Pairs {
            let home = |(i, j): &(usize, usize)| {
                (
                    document.before.paragraphs[*i],
                    document.after.paragraphs[*j],
                )
            };
            pairs.iter().map(home).collect()
        };
        let found = self.paired_paragraphs(&alignment);
        score.paragraphs = tally(
            &paragraphs(&document.links),
            &paragraphs(&document.optional),
            &found,
        );
        score
    }

    /// The pairs of the document's units that are linked.
    pub fn linked_units(&self, alignment: &Alignment) -> Pairs {
        let mut found = Pairs::new();
        for link in &alignment.links {
            for &i in &self.homes[0][link.before].0 {
                found.extend(self.homes[1][link.after].0.iter().map(|&j| (i, j)));
            }
        }
        found
    }

    /// The kind of a link of two units, where there is one.
    pub fn kind_of(&self, alignment: &Alignment, (i, j): (usize, usize)) -> Option<LinkKind> {
        let joins = |link: &&Link| {
            self.homes[0][link.before].0.contains(&i) && self.homes[1][link.after].0.contains(&j)
        };
        alignment.links.iter().find(joins).map(|link| link.kind)
    }

    /// The pairs of the document's paragraphs that share a bead or enough linked sentences.
    fn paired_paragraphs(&self, alignment: &Alignment) -> Pairs {
        let mut found = Pairs::new();
        for bead in &alignment.beads {
            let owners = |version: &Version, side: &Side, span: Span| -> BTreeSet<usize> {
                let units = version.paragraphs[span.range()]
                    .iter()
                    .flat_map(|paragraph| side.units_of(paragraph.span));
                units.map(|unit| side.paragraphs[unit]).collect()
            };
            let after = owners(&self.after, &self.document.after, bead.after);
            for p in owners(&self.before, &self.document.before, bead.before) {
                found.extend(after.iter().map(|&q| (p, q)));
            }
        }
        found.extend(self.pairs_by_links(alignment));
        found
    }

    /// The pairs of paragraphs of which a good part of the shorter one is linked.
    fn pairs_by_links(&self, alignment: &Alignment) -> Pairs {
        let mut linked: BTreeMap<(usize, usize), [BTreeSet<usize>; 2]> = BTreeMap::new();
        for link in &alignment.links {
            let pair = (self.homes[0][link.before].1, self.homes[1][link.after].1);
            let sides = linked.entry(pair).or_default();
            sides[0].insert(link.before);
            sides[1].insert(link.after);
        }
        let versions = [&self.before, &self.after];
        let length = |side: usize, sentence: usize| versions[side].sentences[sentence].span.len();
        let lengths = [0, 1].map(|side| {
            let mut lengths: BTreeMap<usize, usize> = BTreeMap::new();
            for (sentence, (_, home)) in self.homes[side].iter().enumerate() {
                *lengths.entry(*home).or_default() += length(side, sentence);
            }
            lengths
        });
        let enough = |((p, q), sides): &((usize, usize), [BTreeSet<usize>; 2])| {
            let whole = [lengths[0][p], lengths[1][q]];
            let shorter = usize::from(whole[0] > whole[1]);
            let told: usize = sides[shorter]
                .iter()
                .map(|&sentence| length(shorter, sentence))
                .sum();
            told as f64 / whole[shorter].max(1) as f64 >= SHARE
        };
        linked
            .into_iter()
            .filter(enough)
            .map(|(pair, _)| pair)
            .collect()
    }
}

/// Optional pairs count neither way.
fn tally(gold: &Pairs, optional: &Pairs, found: &Pairs) -> Tally {
    let counted = found
        .iter()
        .filter(|pair| gold.contains(pair) || !optional.contains(pair));
    Tally {
        right: found.intersection(gold).count(),
        found: counted.count(),
        gold: gold.len(),
    }
}
