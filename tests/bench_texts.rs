//! The texts that speed is measured with: the same for ever, as long and as much changed as they say.
#![cfg(not(target_arch = "wasm32"))]

use std::collections::HashSet;
use storydiff::version::{ParagraphBreaks, Version};
use storydiff::{Options, compare};
use texts::{LENGTHS, Pair};

#[path = "../benches/texts/mod.rs"]
mod texts;

fn pair(name: &str) -> Pair {
    texts::pair(name).expect(name)
}

fn words(text: &str) -> usize {
    text.split_whitespace().count()
}

/// FNV-1a, 64 bits (Fowler, Noll & Vo).
fn hash(text: &str) -> u64 {
    text.bytes().fold(0xcbf2_9ce4_8422_2325, |hash, byte| {
        (hash ^ u64::from(byte)).wrapping_mul(0x0100_0000_01b3)
    })
}

/// Whether a figure is what it should be, or not further from it than `by`, a share of it.
fn near(figure: f64, expected: f64, by: f64) -> bool {
    (figure - expected).abs() <= by * expected
}

fn sentences(text: &str) -> Vec<String> {
    let version = Version::new(text, ParagraphBreaks::default(), None);
    let sentence = |at: usize| version.text_of(version.sentences[at].span).to_owned();
    (0..version.sentences.len()).map(sentence).collect()
}

#[test]
fn texts_are_always_the_same() {
    // They change with the stories they are made from, too: then figures from before cannot be compared with those from after.
    let names = [
        "edited-article",
        "rewritten-article",
        "edited-10k",
        "rewritten-10k",
        "three-kinds",
    ];
    let pairs = names.map(pair);
    let hashes = pairs.map(|pair| hash(&(pair.before + &pair.after)));
    assert_eq!(
        hashes,
        [
            0x48b3_4ee2_da1c_0760,
            0x1773_c0b5_ed18_2775,
            0x38f5_c2c1_dc1b_6b62,
            0x9fe6_e7d8_808e_e30a,
            0x8fb8_7400_e43d_196e
        ],
        "{names:?}"
    );
}

#[test]
fn prose_is_as_long_as_it_says_and_has_the_vocabulary_of_prose() {
    // Word forms of novels of these lengths, roughly.
    let forms = [600.0, 2_200.0, 9_000.0];
    for ((length, count), expected) in LENGTHS.into_iter().zip(forms) {
        for kind in ["edited", "rewritten"] {
            let Pair { before, after } = pair(&format!("{kind}-{length}"));
            assert!(near(words(&before) as f64, count as f64, 0.04), "{length}");
            assert!(near(words(&after) as f64, count as f64, 0.06), "{length}");
            let trim = |word: &str| {
                word.trim_matches(|c: char| !c.is_alphanumeric())
                    .to_lowercase()
            };
            let found: HashSet<String> = before.split_whitespace().map(trim).collect();
            assert!(
                near(found.len() as f64, expected, 0.1),
                "{length}: {}",
                found.len()
            );
        }
    }
}

#[test]
fn an_edition_keeps_most_sentences_and_a_rewrite_hardly_any() {
    for (kind, expected) in [("edited", 0.8), ("rewritten", 0.01)] {
        let Pair { before, after } = pair(&format!("{kind}-100k"));
        let before = sentences(&before);
        let after: HashSet<String> = sentences(&after).into_iter().collect();
        let kept = before
            .iter()
            .filter(|sentence| after.contains(*sentence))
            .count();
        let share = kept as f64 / before.len() as f64;
        assert!((share - expected).abs() < 0.02, "{kind}: {share}");
    }
}

#[test]
fn paragraphs_move_and_keep_their_counterparts() {
    for (kind, expected) in [("edited", 0.02), ("rewritten", 0.05)] {
        let Pair { before, after } = pair(&format!("{kind}-10k"));
        let report =
            compare(&before, &after, &Options::default()).expect("there are no corrections");
        let counts = &report.summary.beads;
        let all = report.before.paragraphs.len() as f64;
        let alone = (counts.insertion + counts.deletion) as f64 / all;
        let moved = counts.moved as f64 / all;
        assert!(alone < 0.06, "{kind}: {alone}");
        assert!(near(moved, expected, 0.6), "{kind}: {moved}");
        assert!(counts.split + counts.merge > 0, "{kind}");
    }
}

#[test]
fn hostile_texts_are_what_they_say() {
    let three = pair("three-kinds");
    let kinds: HashSet<&str> = three.before.split(' ').collect();
    assert_eq!((words(&three.before), kinds.len()), (20_000, 3));
    assert_ne!(three.before, three.after);

    let different = pair("all-different");
    let all = different
        .before
        .split(' ')
        .chain(different.after.split(' '));
    assert_eq!(all.collect::<HashSet<_>>().len(), 40_000);

    let paragraph = pair("one-paragraph");
    let both = paragraph.before.split(' ').zip(paragraph.after.split(' '));
    let changed = both.filter(|(before, after)| before != after).count();
    assert!(near(words(&paragraph.before) as f64, 50_000.0, 0.001));
    assert!(near(changed as f64, 5_000.0, 0.02), "{changed}");
    assert!(!paragraph.before.contains('\n'));

    let identical = pair("identical-paragraphs");
    assert_eq!(identical.before.matches("\n\n").count(), 100_000);
}

#[test]
fn there_is_a_pair_of_every_name_and_no_other() {
    let names = texts::names();
    assert_eq!(names.len(), 2 * LENGTHS.len() + 6);
    for name in names.iter().filter(|name| name.ends_with("article")) {
        assert!(texts::pair(name).is_some(), "{name}");
    }
    assert!(texts::pair("edited").is_none() && texts::pair("edited-2k").is_none());
}
