//! Slides insertions and deletions to where a clause begins.
//!
//! Where the text around an insertion repeats, several places for it are equally right: of `it was late, [it was dark,]`
//! a reader expects whole clauses to be marked (the idea is Fraser's, of his semantic clean-up).

use super::segments::Segment;
use super::{Run, Texts};
use std::cmp::Reverse;

/// How many tokens a change may slide.
const FAR: usize = 20;
/// How well a change may begin after the end of a sentence, and end with it.
const SENTENCE: u8 = 2;

/// Slides every change between two of a segment's runs that leaves one side alone.
pub(super) fn slide(texts: Texts, segment: Segment, runs: &mut Vec<Run>) {
    let Some(last) = runs.len().checked_sub(1) else {
        return;
    };
    for at in 1..=last {
        let (left, right) = (runs[at - 1], runs[at]);
        let ((before, after), (end_before, end_after)) = (left.end(), right.end());
        // Where the run before the change begins and the one after it ends, on the side that changes.
        let (version, first, end) = match (right.before - before, right.after - after) {
            (0, 1..) => (texts.after, left.after, end_after),
            (1.., 0) => (texts.before, left.before, end_before),
            _ => continue,
        };
        // The first run and the last may be used up, if nothing is changed beyond them.
        let is_first =
            at == 1 && (left.before, left.after) == (segment.before.start, segment.after.start);
        let is_last = at == last && right.end() == (segment.before.end, segment.after.end);
        let earlier = (1..left.len + usize::from(is_first))
            .take(FAR)
            .take_while(|&by| texts.is_identical(right.before - by, right.after - by))
            .count();
        let later = (0..right.len - usize::from(!is_last))
            .take(FAR)
            .take_while(|&by| texts.is_identical(before + by, after + by))
            .count();

        // The runs around the change share its kept tokens out among them.
        let kept = left.len + right.len;
        let clause_end = |token: Option<usize>| match token {
            Some(token) => clause_end(version.text_of(version.tokens[token].span)),
            None => SENTENCE,
        };
        let score = |len: usize| {
            let (start, end) = (first + len, end - (kept - len));
            clause_end(start.checked_sub(1)) + clause_end(end.checked_sub(1))
        };
        let len = (left.len - earlier..=left.len + later)
            .max_by_key(|&len| (score(len), len == left.len, Reverse(len)))
            .unwrap_or(left.len);
        runs[at - 1].len = len;
        runs[at] = Run {
            before: end_before - (kept - len),
            after: end_after - (kept - len),
            len: kept - len,
        };
    }
    runs.retain(|run| run.len > 0);
}

/// How well a change may begin after a token, or end with it: after a sentence, a clause, any other word.
fn clause_end(token: &str) -> u8 {
    let token = token.trim_end_matches(['"', '\'', '”', '’', '»', ')', ']']);
    match token.chars().next_back() {
        Some('.' | '!' | '?' | '…' | '。' | '！' | '？') => SENTENCE,
        Some(',' | ';' | ':' | '—' | '–' | '，' | '；' | '：' | '、') => SENTENCE / 2,
        _ => 0,
    }
}
