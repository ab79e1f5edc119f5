//! Facts by their texts: as a reader lists them, as the engine finds them, and how far both agree.
//!
//! A reader writes down, as JSON, either
//! - `facts`, a row a fact: kind, change, before, after; then `true` where it may count either way; or
//! - quotations alone: those of `before` and of `after`, each with its `text`, and `relations`, each with its `change`
//!   and the indices of both quotations, `null` where there is none.

use crate::tally::Tally;
use serde_json::Value;
use std::collections::BTreeSet;
use std::fmt;
use storydiff::{Options, compare};

/// What is found in two versions, or is to be found.
#[derive(Default)]
pub struct Audit {
    pub facts: Vec<Fact>,
    /// What each version by itself has of the facts, whatever became of it: facts of one text and no change.
    passages: Vec<Fact>,
}

#[derive(Clone, Debug)]
pub struct Fact {
    pub kind: String,
    pub change: String,
    /// Before and after.
    pub texts: [Option<String>; 2],
    /// Whether it may count either way.
    optional: bool,
}

/// How far the engine agrees with a reader.
#[derive(Default)]
pub struct Agreement {
    passages: Tally,
    pub facts: Tally,
    /// The facts that were missed, and those that were told instead.
    mistakes: [Vec<Fact>; 2],
}

impl Audit {
    /// What a reader wrote down.
    pub fn read(gold: &Value) -> Option<Self> {
        match gold["facts"].as_array() {
            Some(rows) => {
                let facts: Option<Vec<Fact>> = rows.iter().map(Fact::read).collect();
                let facts = facts?;
                let passages = facts.iter().flat_map(Fact::passages).collect();
                Some(Self { facts, passages })
            }
            None => Self::read_quotations(gold),
        }
    }

    fn read_quotations(gold: &Value) -> Option<Self> {
        let mut audit = Self::default();
        for relation in gold["relations"].as_array()? {
            let quotation = |side: &str| {
                let index = relation[side].as_u64()?;
                text(&gold[side][index as usize]["text"])
            };
            let texts = [quotation("before"), quotation("after")];
            let change = text(&relation["change"])?;
            audit.facts.push(Fact::new("quotation", &change, texts));
        }
        // Not from the relations: a quotation may stand in several, and is one passage all the same.
        for (side, name) in ["before", "after"].into_iter().enumerate() {
            for quotation in gold[name].as_array()? {
                let passage = Fact::passage("quotation", side, text(&quotation["text"])?);
                audit.passages.push(passage);
            }
        }
        Some(audit)
    }

    /// What the engine finds.
    pub fn new(before: &str, after: &str) -> Self {
        let report = compare(before, after, &Options::default()).expect("no corrections");
        let versions = [before, after].map(|text| text.encode_utf16().collect::<Vec<u16>>());
        let (mut audit, mut seen) = (Self::default(), BTreeSet::new());
        for fact in &report.facts {
            let mut texts = [None, None];
            for (side, range) in [fact.before, fact.after].into_iter().enumerate() {
                let Some(range) = range else { continue };
                let text = String::from_utf16_lossy(&versions[side][range.start..range.end]);
                texts[side] = Some(text.clone());
                if seen.insert((fact.kind, side, range.start, range.end)) {
                    audit.passages.push(Fact::passage(fact.kind, side, text));
                }
            }
            audit.facts.push(Fact::new(fact.kind, fact.change, texts));
        }
        audit
    }

    /// How far `found` agrees with this on the facts of one kind.
    pub fn agreement(&self, found: &Self, kind: &str) -> Agreement {
        let (passages, _) = agreement(&self.passages, &found.passages, kind);
        let (facts, mistakes) = agreement(&self.facts, &found.facts, kind);
        Agreement {
            passages,
            facts,
            mistakes,
        }
    }
}

impl Fact {
    fn new(kind: &str, change: &str, texts: [Option<String>; 2]) -> Self {
        Self {
            kind: kind.to_owned(),
            change: change.to_owned(),
            texts,
            optional: false,
        }
    }

    fn passage(kind: &str, side: usize, text: String) -> Self {
        let mut texts = [None, None];
        texts[side] = Some(text);
        Self::new(kind, "", texts)
    }

    fn read(row: &Value) -> Option<Self> {
        let texts = [text(&row[2]), text(&row[3])];
        Some(Self {
            optional: row[4] == true,
            ..Self::new(&text(&row[0])?, &text(&row[1])?, texts)
        })
    }

    fn passages(&self) -> impl Iterator<Item = Self> {
        let texts = self.texts.iter().enumerate();
        texts.filter_map(|(side, text)| {
            let passage = Self::passage(&self.kind, side, text.clone()?);
            Some(Self {
                optional: self.optional,
                ..passage
            })
        })
    }

    /// Whether both are one: each text of the one holds that of the other.
    fn is(&self, other: &Self) -> bool {
        let alike = |side: usize| match (&self.texts[side], &other.texts[side]) {
            (Some(one), Some(other)) => one.contains(other) || other.contains(one),
            (one, other) => one.is_none() && other.is_none(),
        };
        self.change == other.change && alike(0) && alike(1)
    }
}

impl Agreement {
    pub fn add(&mut self, other: Self) {
        self.passages.add(other.passages);
        self.facts.add(other.facts);
        for (all, more) in self.mistakes.iter_mut().zip(other.mistakes) {
            all.extend(more);
        }
    }
}

/// The figures; `{:#}` adds the mistakes.
impl fmt::Display for Agreement {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        let (passages, facts) = (self.passages, self.facts);
        write!(f, "found {passages} of {:3}", passages.gold)?;
        write!(f, "   what became of them {facts} of {:3}", facts.gold)?;
        if f.alternate() {
            for (what, mistakes) in ["missed", "instead"].into_iter().zip(&self.mistakes) {
                for fact in mistakes {
                    write!(f, "\n    {what} {fact:?}")?;
                }
            }
        }
        Ok(())
    }
}

/// How far two lists agree on one kind, one fact for one; what is in the first alone, and what in the second.
fn agreement(gold: &[Fact], found: &[Fact], kind: &str) -> (Tally, [Vec<Fact>; 2]) {
    let of_kind = |facts: &[Fact]| -> Vec<Fact> {
        let facts = facts.iter().filter(|fact| fact.kind == kind);
        facts.cloned().collect()
    };
    let (optional, sure): (Vec<Fact>, Vec<Fact>) =
        of_kind(gold).into_iter().partition(|fact| fact.optional);
    let mut instead = of_kind(found);
    let mut take = |fact: &Fact| {
        let at = instead.iter().position(|other| other.is(fact));
        at.map(|at| instead.swap_remove(at)).is_some()
    };
    let gold = sure.len();
    let missed: Vec<Fact> = sure.into_iter().filter(|fact| !take(fact)).collect();
    for fact in &optional {
        take(fact);
    }
    let right = gold - missed.len();
    let tally = Tally {
        right,
        found: right + instead.len(),
        gold,
    };
    (tally, [missed, instead])
}

fn text(value: &Value) -> Option<String> {
    value.as_str().map(str::to_owned)
}
