//! The audit of facts: quotations, numbers, dates and names, and what became of them in the other version.
//!
//! What a text says is found in each version by itself (`quotations`, `numbers`, `dates`, `capitals`, `names`) and matched
//! by the links of sentences (`matching`, `wording`). A false alarm costs a reader's trust: what is told elsewhere in the
//! other version is kept. Time and memory are near-linear in the texts and the links.

mod capitals;
mod dates;
mod lexicon;
mod matching;
mod names;
mod numbers;
mod quotations;
mod speakers;
mod spelling;
mod wording;

use crate::align::{Alignment, Link};
use crate::interner::Interner;
use crate::keys::Keys;
use crate::order::sorted;
use crate::version::{Span, Version};
use capitals::Side;
use lexicon::Lexicon;
use matching::{Item, Matching};
use names::Names;
use numbers::{Class, Quantity, Reader};
use wording::Wording;

/// What a fact is.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum FactKind {
    /// Words between quotation marks.
    Quotation,
    /// A number, an amount, a percentage, an ordinal.
    Number,
    /// A date, a day, a time.
    Date,
    /// A person, a place, an organisation.
    Name,
}

/// What became of a fact.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Change {
    /// The same in both.
    Kept,
    /// Another in its place.
    Altered,
    /// Of a quotation: the same, said by another.
    Reattributed,
    /// Only in the earlier version.
    Dropped,
    /// Only in the later version.
    Added,
}

/// A fact, and what became of it.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Fact {
    /// What it is.
    pub kind: FactKind,
    /// What became of it.
    pub change: Change,
    /// Bytes of the earlier text.
    pub before: Option<Span>,
    /// Bytes of the later text.
    pub after: Option<Span>,
}

/// Words, wordings and values of facts as integers.
type Ids = Interner<String>;

/// Audits the facts of two versions, in reading order: that of the beads, and inside one that of the earlier text.
pub fn audit(before: &Version, after: &Version, keys: &Keys, alignment: &Alignment) -> Vec<Fact> {
    let mut ids = Ids::default();
    let links = &alignment.links;
    let words = Lexicon::new().look_all_up(&keys.words);
    let quantities = |version, keys| {
        Reader {
            version,
            keys,
            words: &words,
        }
        .quantities()
    };
    let numbers = [
        quantities(before, &keys.before),
        quantities(after, &keys.after),
    ];
    let mut facts = matched_numbers(before, after, &numbers, links, &mut ids);

    let taken = [dated(before, &numbers[0]), dated(after, &numbers[1])];
    let sides = [
        Side {
            version: before,
            keys: &keys.before,
            taken: &taken[0],
        },
        Side {
            version: after,
            keys: &keys.after,
            taken: &taken[1],
        },
    ];
    let names = Names::new(sides[0], sides[1], &mut ids);
    facts.extend(names.facts(links, ids.len()));
    facts.extend(matched_quotations(before, after, &names, links, &mut ids));
    in_reading_order(before, after, alignment, &facts)
}

fn matched_numbers(
    before: &Version,
    after: &Version,
    numbers: &[Vec<Quantity>; 2],
    links: &[Link],
    ids: &mut Ids,
) -> Vec<Fact> {
    let (mut items, mut sentences) = ([Vec::new(), Vec::new()], [Vec::new(), Vec::new()]);
    for (side, version) in [before, after].into_iter().enumerate() {
        let spans: Vec<Span> = numbers[side].iter().map(|number| number.span).collect();
        sentences[side] = sentences_of(version, &spans);
        for number in &numbers[side] {
            let mut term = number.key();
            let key = ids.intern(term.clone());
            if number.is_common() {
                term.push(' ');
                term.push_str(&number.unit);
            }
            items[side].push(Item {
                span: number.span,
                key,
                wide: ids.intern(term),
            });
        }
    }
    let mut matching = Matching::new(&items, &sentences, links);
    matching.alter_quantities(&numbers[0], &numbers[1]);
    matching.facts(&|side, at| match numbers[side][at].class {
        Class::Date | Class::Day | Class::Time => FactKind::Date,
        _ => FactKind::Number,
    })
}

fn matched_quotations(
    before: &Version,
    after: &Version,
    names: &Names,
    links: &[Link],
    ids: &mut Ids,
) -> Vec<Fact> {
    let (mut items, mut sentences) = ([Vec::new(), Vec::new()], [Vec::new(), Vec::new()]);
    let (mut wordings, mut said) = ([Vec::new(), Vec::new()], [Vec::new(), Vec::new()]);
    for (side, (version, names)) in [(before, &names.before), (after, &names.after)]
        .into_iter()
        .enumerate()
    {
        let quotations = quotations::find(version);
        sentences[side] = sentences_of(version, &quotations);
        said[side] = speakers::find(version, &quotations, names);
        for span in quotations {
            let key = ids.intern(Wording::key(version, span));
            items[side].push(Item {
                span,
                key,
                wide: key,
            });
            wordings[side].push(Wording::new(version, span, ids));
        }
    }
    let mut matching = Matching::new(&items, &sentences, links);
    wording::alter(&mut matching, &wordings[0], &wordings[1], ids.len());
    speakers::reattribute(&mut matching, &said);
    matching.facts(&|_, _| FactKind::Quotation)
}

/// Which tokens are part of a date.
fn dated(version: &Version, numbers: &[Quantity]) -> Vec<bool> {
    let mut dated = vec![false; version.tokens.len()];
    for number in numbers
        .iter()
        .filter(|number| matches!(number.class, Class::Date | Class::Day | Class::Time))
    {
        dated[number.tokens.range()].fill(true);
    }
    dated
}

/// The sentence in which each span begins, as an index; the spans ascend.
fn sentences_of(version: &Version, spans: &[Span]) -> Vec<usize> {
    let mut at = 0;
    let sentence = |span: &Span| {
        while at + 1 < version.sentences.len() && version.sentences[at + 1].span.start <= span.start
        {
            at += 1;
        }
        at
    };
    spans.iter().map(sentence).collect()
}

/// The facts by the bead of their first side, and inside one by their place.
fn in_reading_order(
    before: &Version,
    after: &Version,
    alignment: &Alignment,
    facts: &[Fact],
) -> Vec<Fact> {
    let mut beads = [
        vec![0; before.paragraphs.len()],
        vec![0; after.paragraphs.len()],
    ];
    for (at, bead) in alignment.beads.iter().enumerate() {
        beads[0][bead.before.range()].fill(at);
        beads[1][bead.after.range()].fill(at);
    }
    let paragraph = |version: &Version, byte: usize| {
        version
            .paragraphs
            .partition_point(|paragraph| paragraph.span.end <= byte)
    };
    let places: Vec<(usize, usize, usize, Fact)> = facts
        .iter()
        .map(|fact| {
            let (side, start) = match (fact.before, fact.after) {
                (Some(span), _) => (0, span.start),
                (None, span) => (1, span.map_or(0, |span| span.start)),
            };
            let bead = beads[side]
                .get(paragraph([before, after][side], start))
                .copied()
                .unwrap_or(0);
            (bead, side, start, *fact)
        })
        .collect();
    let ordered = sorted(&places, |one, other| {
        (one.0, one.1, one.2).cmp(&(other.0, other.1, other.2))
    });
    ordered.into_iter().map(|(.., fact)| fact).collect()
}
