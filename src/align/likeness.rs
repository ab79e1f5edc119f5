//! What an alignment says of what it found: kinds of links, likeness of paragraphs, whether it is one story at all.

use super::links::Pair;
use super::position::Kind;
use super::same::cores;
use super::{Link, LinkKind};
use crate::keys::{Key, Keys};
use crate::order::ascend;
use crate::version::{Span, Version};
use libm::{expf, logf};

/// The most that a likeness can be where the texts differ at all.
const NEARLY: f64 = 0.9999;

/// The share of words in common from which a link counts as edited, not reworded.
const EDITED: f64 = 0.6;

/// The ratio of lengths below which one sentence of a link that is not edited is told in part.
const PART: f64 = 0.65;

/// The likeness of all words to their counterparts, times the common order, up to which texts are surely unrelated, and
/// from which on they surely are versions of one story.
const UNRELATED: f64 = 0.06;
const RELATED: f64 = 0.15;
/// More of a common order is no surer.
const MOST_ORDER: f64 = 4.0;

/// The links of an alignment, in the order of `pairs`.
pub(super) fn describe(
    before: &Version,
    after: &Version,
    keys: &Keys,
    pairs: &[Pair],
) -> Vec<Link> {
    let mut of_before = vec![0; before.sentences.len()];
    let mut of_after = vec![0; after.sentences.len()];
    for pair in pairs {
        of_before[pair.before] += 1;
        of_after[pair.after] += 1;
    }
    pairs
        .iter()
        .map(|pair| {
            let (from, to) = (&before.sentences[pair.before], &after.sentences[pair.after]);
            let (left, right) = (cores(from, &keys.before), cores(to, &keys.after));
            let ratio =
                left.len().min(right.len()) as f64 / left.len().max(right.len()).max(1) as f64;
            let shared = of_before[pair.before] > 1 || of_after[pair.after] > 1;
            let kind = if left == right {
                LinkKind::Same
            } else if dice(left, right) >= EDITED {
                LinkKind::Edited
            } else if shared || ratio < PART {
                LinkKind::Partial
            } else {
                LinkKind::Reworded
            };
            let equal = before.text_of(from.span) == after.text_of(to.span);
            Link {
                before: pair.before,
                after: pair.after,
                kind,
                similarity: if equal {
                    1.0
                } else {
                    calibrated(pair.similarity)
                },
            }
        })
        .collect()
}

/// The likeness of two groups of paragraphs, 0..1: the words they have in common, 1 only for equal text.
pub(super) fn of_paragraphs(
    before: &Version,
    after: &Version,
    keys: &Keys,
    from: Span,
    to: Span,
) -> f64 {
    if from.is_empty() || to.is_empty() {
        return 0.0;
    }
    let text = |version: &Version<'_>, span: Span| {
        version.paragraphs[span.range()]
            .iter()
            .map(|paragraph| paragraph.span)
            .reduce(|a, b| Span::new(a.start, b.end))
    };
    let equal = match (text(before, from), text(after, to)) {
        (Some(a), Some(b)) => before.text_of(a) == after.text_of(b),
        _ => false,
    };
    if equal {
        return 1.0;
    }
    let words = |version: &Version, keys: &[Key], span: Span| -> Vec<u32> {
        let sentences = version.paragraphs[span.range()]
            .iter()
            .flat_map(|paragraph| paragraph.sentences.range());
        sentences
            .flat_map(|sentence| cores(&version.sentences[sentence], keys))
            .collect()
    };
    rounded(dice(
        words(before, &keys.before, from),
        words(after, &keys.after, to),
    ))
}

/// 0..1: how sure it is that both texts are versions of one story; below 0.5 for texts on other matters.
///
/// What tells is the share of words in linked sentences, each as far as it is alike, in the version that has more of it
/// (an excerpt is a version too), times the order that both texts have in common, and discounted where even the best
/// pairs are little alike. Of unrelated texts of one kind (chapters of one book, essays on one subject) this product
/// seldom exceeds 0.1, of free retellings it seldom falls below 0.15: see README.md beside this file.
pub(super) fn same_story(before: &Version, after: &Version, pairs: &[Pair], kind: &Kind) -> f64 {
    if before.text == after.text {
        return 1.0;
    }
    let told = |version: &Version, sentence: fn(&Pair) -> usize| {
        let mut best = vec![0.0_f32; version.sentences.len()];
        for pair in pairs {
            let best = &mut best[sentence(pair)];
            *best = best.max(pair.similarity);
        }
        let words = version
            .sentences
            .iter()
            .map(|sentence| sentence.tokens.len() as f64);
        let told = words.clone().zip(best).map(|(n, best)| n * f64::from(best));
        told.sum::<f64>() / words.sum::<f64>().max(1.0)
    };
    let told = told(before, |pair| pair.before).max(told(after, |pair| pair.after));
    let discount = ((f64::from(kind.median) - 0.05) / 0.1).clamp(0.0, 1.0);
    let order = f64::from(kind.order).clamp(1.0, MOST_ORDER);
    let sure = ((told * order * discount - UNRELATED) / (RELATED - UNRELATED)).clamp(0.0, 1.0);
    four_decimals(sure)
}

/// Dice's coefficient of two bags of words: twice the words in common over all words.
fn dice(mut left: Vec<u32>, mut right: Vec<u32>) -> f64 {
    ascend(&mut left);
    ascend(&mut right);
    let (mut i, mut j, mut common) = (0, 0, 0);
    while i < left.len() && j < right.len() {
        match left[i].cmp(&right[j]) {
            std::cmp::Ordering::Less => i += 1,
            std::cmp::Ordering::Greater => j += 1,
            std::cmp::Ordering::Equal => {
                (i, j, common) = (i + 1, j + 1, common + 1);
            }
        }
    }
    let all = left.len() + right.len();
    if all == 0 {
        0.0
    } else {
        2.0 * f64::from(common) / all as f64
    }
}

/// The likeness of linked sentences: near 0.9 where they are nearly verbatim, near 0.5 where one is retold in the other,
/// and seldom below 0.3. Their cosines are near 0.85, near 0.3 and seldom below 0.13 (news and tales retold).
///
/// The power by way of a logarithm: the standard library's would cost 2 kB of the engine's size in the browser.
fn calibrated(cosine: f32) -> f64 {
    const FAINTEST: f32 = 0.1;
    const EXPONENT: f32 = 0.6;
    rounded(expf(logf(cosine.max(FAINTEST)) * EXPONENT).into())
}

/// A likeness of texts that differ: less than 1.
fn rounded(likeness: f64) -> f64 {
    four_decimals(likeness).clamp(0.0, NEARLY)
}

/// So that a report is short and the same on every machine.
fn four_decimals(share: f64) -> f64 {
    (share * 1e4).round() / 1e4
}
