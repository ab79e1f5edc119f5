//! Who says a quotation, where its sentence names one, and quotations that another says now.

use super::Change;
use super::capitals::Name;
use super::matching::Matching;
use super::spelling::is_misspelled;
use crate::keys::fold;
use crate::version::wordlist::{GERMAN_SPEECH, SPEECH, holds};
use crate::version::{Span, Version};

/// How many tokens around a quotation are searched.
const REACH: usize = 24;

/// For each quotation, the name of who says it, where it is told.
pub(super) fn find<'n>(
    version: &Version,
    quotations: &[Span],
    names: &'n [Name],
) -> Vec<Option<&'n Name>> {
    let mut speakers: Vec<Option<&Name>> = Vec::new();
    for (at, quotation) in quotations.iter().enumerate() {
        let first = version
            .tokens
            .partition_point(|token| token.core.end <= quotation.start);
        let next = version
            .tokens
            .partition_point(|token| token.core.start < quotation.end);
        let sentence = |token: usize| {
            version
                .sentences
                .partition_point(|sentence| sentence.tokens.end <= token)
        };
        let (opening, closing) = (sentence(first), sentence(next.saturating_sub(1)));
        let row = |sentence: usize| {
            version
                .sentences
                .get(sentence)
                .map_or(Span::default(), |sentence| sentence.tokens)
        };
        let after = Span::new(next, row(closing).end.min(next + REACH).max(next));
        let before = Span::new(
            row(opening)
                .start
                .max(first.saturating_sub(REACH))
                .min(first),
            first,
        );
        // Between this quotation and its neighbours.
        let bound = |span: Span| -> Span {
            let text = |token: usize| version.tokens[token].core.start;
            let quoted = |token: &usize| {
                let near = [at.wrapping_sub(1), at + 1]
                    .into_iter()
                    .filter_map(|at| quotations.get(at));
                near.into_iter()
                    .any(|other| other.start <= text(*token) && text(*token) < other.end)
            };
            if span.start == next {
                Span::new(span.start, span.range().find(quoted).unwrap_or(span.end))
            } else {
                let start = span
                    .range()
                    .rev()
                    .find(quoted)
                    .map_or(span.start, |at| at + 1);
                Span::new(start, span.end)
            }
        };
        let (before, after) = (bound(before), bound(after));
        let whole = before.is_empty() && after.is_empty();
        let told =
            subject(version, names, after, true).or_else(|| subject(version, names, before, false));
        let same = || {
            let same_paragraph =
                at > 0 && !version.text[quotations[at - 1].end..quotation.start].contains(['\n']);
            speakers
                .last()
                .copied()
                .flatten()
                .filter(|_| whole && same_paragraph)
        };
        let speaker = told.or_else(same);
        speakers.push(speaker);
    }
    speakers
}

/// The name beside a verb of saying among these tokens.
fn subject<'n>(
    version: &Version,
    names: &'n [Name],
    tokens: Span,
    follows: bool,
) -> Option<&'n Name> {
    let is_verb = |token: &usize| {
        let word = fold(version.text_of(version.tokens[*token].core));
        holds(SPEECH, &word) || holds(GERMAN_SPEECH, &word)
    };
    let mut row = tokens.range();
    let verb = if follows {
        row.find(is_verb)
    } else {
        row.rfind(is_verb)
    }?;
    let bytes = |start: usize, end: usize| {
        let byte = |token: usize| {
            version
                .tokens
                .get(token)
                .map_or(version.text.len(), |token| token.core.start)
        };
        Span::new(byte(start), byte(end))
    };
    let within = |span: Span, last: bool| {
        let start = names.partition_point(|name| name.span.start < span.start);
        let end = names.partition_point(|name| name.span.start < span.end);
        if last {
            names[start..end.max(start)].last()
        } else {
            names[start..end.max(start)].first()
        }
    };
    let before = within(bytes(tokens.start, verb), true);
    if follows && verb == tokens.start {
        within(bytes(verb, tokens.end), false)
    } else {
        before
    }
}

/// Whether two speakers can be one: by their names, a part of them, or one spelled in two ways.
fn is_one(one: &Name, other: &Name) -> bool {
    let is_part = |one: &Name, other: &Name| {
        one.parts.len() == 1 && other.parts.iter().any(|part| part.id == one.last())
    };
    let words = |name: &Name| -> Vec<char> {
        let words = name.own().iter().flat_map(|part| part.word.chars());
        words.collect()
    };
    one.agrees(other)
        || is_part(one, other)
        || is_part(other, one)
        || one.differs(other) && is_misspelled(&words(one), &words(other))
}

/// Marks the kept quotations that another says now: where both speakers are named.
pub(super) fn reattribute(matching: &mut Matching, said: &[Vec<Option<&Name>>; 2]) {
    for (change, b, a) in &mut matching.pairs {
        if let (Change::Kept, Some(one), Some(other)) = (*change, said[0][*b], said[1][*a])
            && !is_one(one, other)
        {
            *change = Change::Reattributed;
        }
    }
}
