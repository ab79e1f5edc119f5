//! Word edits: what they promise for every text, and what a person reads.

#![cfg(not(target_arch = "wasm32"))]

use proptest::prelude::*;
use storydiff::align::{Bead, Link, LinkKind};
use storydiff::keys::Keys;
use storydiff::version::{ParagraphBreaks, Span, Version};
use storydiff::words::{self, Edit, EditKind};

/// White space as JavaScript's `\s` sees it.
fn is_space(c: char) -> bool {
    c == '\u{feff}' || c.is_whitespace() && c != '\u{85}'
}

/// `text.replace(/\s+/g, " ")`.
fn collapse(text: &str) -> String {
    let mut collapsed = String::new();
    for c in text.chars() {
        if !is_space(c) {
            collapsed.push(c);
        } else if !collapsed.ends_with(' ') {
            collapsed.push(' ');
        }
    }
    collapsed
}

fn version(text: &str) -> Version<'_> {
    Version::new(text, ParagraphBreaks::Auto, None)
}

/// A bead of all paragraphs of both versions.
fn whole(before: &Version, after: &Version) -> Bead {
    Bead {
        before: Span::new(0, before.paragraphs.len()),
        after: Span::new(0, after.paragraphs.len()),
        moved: None,
        similarity: 0.5,
    }
}

fn links(pairs: &[(usize, usize)]) -> Vec<Link> {
    pairs
        .iter()
        .map(|&(before, after)| Link {
            before,
            after,
            kind: LinkKind::Edited,
            similarity: 0.5,
        })
        .collect()
}

/// The edits of two texts as one bead, every promise checked.
fn edits(before: &str, after: &str, pairs: &[(usize, usize)]) -> Vec<Edit> {
    let (b, a) = (version(before), version(after));
    edits_of(&b, &a, pairs, &whole(&b, &a))
}

fn edits_of(before: &Version, after: &Version, pairs: &[(usize, usize)], bead: &Bead) -> Vec<Edit> {
    let keys = Keys::new(before, after);
    let edits = words::edits(before, after, &keys, &links(pairs), bead).edits;
    assert_promises(before, after, bead, &edits);
    edits
}

fn assert_promises(before: &Version, after: &Version, bead: &Bead, edits: &[Edit]) {
    assert!(
        edits
            .windows(2)
            .all(|pair| pair[0].before.end <= pair[1].before.start),
        "the earlier spans ascend: {edits:?}"
    );
    let side = |span: fn(&Edit) -> Span| edits.iter().map(span).collect::<Vec<_>>();
    assert_covers(before, bead.before, side(|edit| edit.before));
    assert_covers(after, bead.after, side(|edit| edit.after));
    for edit in edits {
        let (b, a) = (before.text_of(edit.before), after.text_of(edit.after));
        let shape = match edit.kind {
            EditKind::Equal | EditKind::Transposition => {
                collapse(b) == collapse(a) && !b.is_empty()
            }
            EditKind::Insertion => b.is_empty() && !a.is_empty(),
            EditKind::Deletion => !b.is_empty() && a.is_empty(),
            EditKind::Substitution => !b.is_empty() && !a.is_empty() && b != a,
        };
        assert!(shape, "{:?} of {b:?} and {a:?}", edit.kind);
        assert!(edit.cosmetic.is_none() || edit.kind == EditKind::Substitution);
    }
    for pair in edits.windows(2) {
        let place = |edit: &Edit| (edit.before.end, edit.after.end);
        let one_sided = |edit: &Edit| matches!(edit.kind, EditKind::Deletion | EditKind::Insertion);
        assert!(
            !(one_sided(&pair[0])
                && one_sided(&pair[1])
                && pair[0].kind != pair[1].kind
                && place(&pair[0]) == (pair[1].before.start, pair[1].after.start)),
            "two edits where one substitution should be: {pair:?}"
        );
    }
}

/// Sorted, the spans cover the paragraphs, overlap nowhere and leave out nothing but white space between paragraphs.
fn assert_covers(version: &Version, paragraphs: Span, mut spans: Vec<Span>) {
    spans.sort();
    let covered = &version.paragraphs[paragraphs.range()];
    if let ([first, ..], [.., last]) = (covered, covered) {
        let bounds = Span::new(first.span.start, last.span.end);
        assert!(
            spans
                .iter()
                .all(|span| bounds.start <= span.start && span.end <= bounds.end),
            "{spans:?} in {bounds:?}"
        );
    }
    spans.retain(|span| !span.is_empty());
    let mut at = covered.first().map_or(0, |first| first.span.start);
    let mut outside = Vec::new();
    for span in spans {
        assert!(at <= span.start, "two edits overlap at {at}");
        outside.push(Span::new(at, span.start));
        at = span.end;
    }
    outside.push(Span::new(
        at,
        covered.last().map_or(at, |last| last.span.end),
    ));
    for gap in outside.into_iter().filter(|gap| !gap.is_empty()) {
        let between = covered
            .windows(2)
            .any(|pair| pair[0].span.end <= gap.start && gap.end <= pair[1].span.start);
        assert!(
            between && version.text_of(gap).chars().all(is_space),
            "in no edit: {:?}",
            version.text_of(gap)
        );
    }
}

/// One text that shows both: `one [two/twi] three`; `[two/]` where two was deleted, `[/two]` where it was inserted;
/// `{two}` where moved words stood and `{/two}` where they stand now; `[So/so]~case` where no wording changed.
fn show(before: &str, after: &str, edits: &[Edit]) -> String {
    let is_moved = |edit: &&Edit| edit.kind == EditKind::Transposition;
    let mut arrivals: Vec<&Edit> = edits.iter().filter(is_moved).collect();
    arrivals.sort_by_key(|edit| edit.after.start);
    let mut arrivals = arrivals.into_iter().peekable();
    let arrival = |moved: &Edit| format!("{{/{}}}", moved.after.of(after));
    let mut shown = Vec::new();
    for edit in edits {
        let (b, a) = (edit.before.of(before), edit.after.of(after));
        if is_moved(&edit) {
            shown.push(format!("{{{b}}}"));
            continue;
        }
        while let Some(moved) = arrivals.next_if(|moved| moved.after.start < edit.after.end) {
            shown.push(arrival(moved));
        }
        shown.push(match (edit.kind, edit.cosmetic) {
            (EditKind::Equal, _) => b.to_owned(),
            (_, None) => format!("[{b}/{a}]"),
            (_, Some(cosmetic)) => {
                format!("[{b}/{a}]~{}", format!("{cosmetic:?}").to_lowercase())
            }
        });
    }
    shown.extend(arrivals.map(arrival));
    shown.concat()
}

/// Both texts of a notation as [`show`] writes it.
fn parse(notation: &str) -> (String, String) {
    let (mut before, mut after) = (String::new(), String::new());
    let mut rest = notation;
    while let Some(at) = rest.find(['[', '{']) {
        before += &rest[..at];
        after += &rest[..at];
        let end = at + rest[at..].find([']', '}']).expect("a bracket that closes");
        let (b, a) = match rest[at + 1..end].split_once('/') {
            Some(sides) => sides,
            None => (&rest[at + 1..end], ""),
        };
        before += b;
        after += a;
        rest = &rest[end + 1..];
        for cosmetic in [
            "~case",
            "~punctuation",
            "~quotes",
            "~whitespace",
            "~spelling",
        ] {
            rest = rest.strip_prefix(cosmetic).unwrap_or(rest);
        }
    }
    (before + rest, after + rest)
}

/// The notation is what goes in and what is expected to come out; `pairs` are the links of sentences.
fn reads_linked(notation: &str, pairs: &[(usize, usize)]) {
    let (before, after) = parse(notation);
    let edits = edits(&before, &after, pairs);
    assert_eq!(show(&before, &after, &edits), notation);
}

/// As [`reads_linked`], without links.
fn reads(notation: &str) {
    reads_linked(notation, &[]);
}

#[test]
fn equal_texts_are_one_equal_edit() {
    reads("The lamp was lit.");
    let edits = edits("The lamp\nwas  lit.", "The lamp was lit.", &[]);
    assert_eq!(edits.len(), 1);
    assert_eq!(edits[0].kind, EditKind::Equal);
}

#[test]
fn one_side_alone_is_one_edit() {
    reads("[/The lamp was lit. Nobody came.]");
    reads("[The lamp was lit. Nobody came./]");
    assert!(edits("", "", &[]).is_empty());
}

#[test]
fn white_space_goes_with_the_change_that_needs_it() {
    reads("The [old /]lamp was lit.");
    reads("The [/old ]lamp was lit.");
    reads("The [old/new] lamp was lit.");
    reads("[Then the/The] lamp was lit and we sat down.");
    reads("The lamp was [lit./lit at dusk.]");
    reads("We sat down and the lamp was lit[ at dusk/]");
}

#[test]
fn whole_words_change() {
    reads("The keeper [climbs/climbed] the stair.");
    reads("The [lamp went/lamps have gone] out in the night.");
}

#[test]
fn changes_without_wording_are_named() {
    reads("The [lamp/lamp,]~punctuation was lit.");
    reads("And then [The/the]~case lamp was lit.");
    reads("He went to the [“harbour”/\"harbour\"]~quotes at noon.");
    reads("All the [harbours/harbors]~spelling were closed by the [grey/gray]~spelling fog.");
    reads("我[们回/们 回]~whitespace家。");
    // Beside a change of wording they are part of it.
    reads("And then [The old/the] lamp was lit.");
}

#[test]
fn where_little_is_kept_a_word_is_kept_without_its_punctuation() {
    reads(
        "[They/When at last somebody] saw [the /]smoke[, rising in a thin line beyond the/ they had given up all hope of ever leaving that miserable] island.",
    );
}

#[test]
fn stop_words_kept_by_chance_are_let_go() {
    reads(
        "[The mayor praised the crew of the ferry for its calm./A spokesman for the owners blamed the weather and the state of the quay.]",
    );
    // Where most is kept, they are kept too.
    reads(
        "The keeper [climbed/left] the [stair/house] of his father before the first boat came in.",
    );
}

#[test]
fn whole_clauses_are_inserted() {
    reads("It was late, [/it was dark, ]and the wind rose.");
    reads("A boat came. [/The boat was grey. ]It was late. The wind rose.");
    reads("[/He came in. ]He sat down. Nobody spoke.");
}

#[test]
fn what_moved_is_kept_at_both_places() {
    reads("{The boat was late.}{ }The wind had dropped at noon.{/ }{/The boat was late.}");
    reads(
        "“We saw the lamp go [out,” /out and]{he said}[, “and/] nobody [came.”/came,” ]~punctuation{/he said}[/.]",
    );
    // Too little to say so.
    reads("The [lamp /]keeper climbed [/the lamp ]stair.");
}

#[test]
fn linked_sentences_are_compared_with_each_other() {
    reads_linked(
        "The tide came in. [Nobody on the quay had seen the boat. /]The lamp went out.",
        &[(0, 0), (2, 1)],
    );
    // The lamp went out is nearer, but not the counterpart.
    reads_linked(
        "The lamp went [out. The lamp went on/out and the keeper slept. It was lit] again at dawn.",
        &[(0, 0), (1, 1)],
    );
}

#[test]
fn a_sentence_told_in_two_is_compared_with_both() {
    reads_linked(
        "First part of [it, and then/it.\n\nThen] the second part followed on.",
        &[(0, 0), (0, 1)],
    );
}

#[test]
fn linked_sentences_that_cross_are_transposed() {
    reads_linked(
        "{/Rain fell.}[The/ Slowly the] tide came [in slowly, said the keeper. /in, according to the keeper of the light.]{Rain fell.}",
        &[(0, 1), (1, 0)],
    );
}

#[test]
fn an_edit_without_text_on_one_side_stands_where_it_belongs() {
    let (b, a) = (version("One.\n\nThree."), version("One.\n\nTwo.\n\nThree."));
    let bead = Bead {
        before: Span::new(1, 1),
        after: Span::new(1, 2),
        ..whole(&b, &a)
    };
    let edits = edits_of(&b, &a, &[], &bead);
    assert_eq!(edits[0].before, Span::new(4, 4));
    assert_eq!(edits[0].after, Span::new(6, 10));
}

#[test]
fn huge_beads_are_compared_in_bounded_time() {
    let mut seed = 1_u32;
    let mut words = |kinds: u32, count: usize| -> String {
        let word = |()| {
            seed = seed.wrapping_mul(1_664_525).wrapping_add(1_013_904_223);
            (seed >> 16).rem_euclid(kinds).to_string() + " "
        };
        std::iter::repeat_n((), count).map(word).collect()
    };
    // A quadratic search of these would not end within the patience of who runs the tests.
    let (few, other) = (words(3, 20_000), words(3, 20_000));
    edits(&few, &other, &[]);
    let (many, other) = (words(40_000, 50_000), words(40_000, 50_000));
    edits(&many, &other, &[]);
    let changed: String = many
        .split(' ')
        .enumerate()
        .flat_map(|(at, word)| [if at % 10 == 0 { "x" } else { word }, " "])
        .collect();
    let kept: usize = edits(&many, &changed, &[])
        .iter()
        .filter(|edit| edit.kind == EditKind::Equal)
        .map(|edit| edit.before.len())
        .sum();
    assert!(kept * 10 > many.len() * 8);
}

proptest! {
    #![proptest_config(ProptestConfig { cases: 512, failure_persistence: None, ..ProptestConfig::default() })]

    #[test]
    fn promises_hold_for_any_text(before in any_text(), after in any_text()) {
        edits(&before, &after, &[]);
    }

    #[test]
    fn promises_hold_for_edited_prose(
        (before, after) in edited_prose(),
        pairs in proptest::collection::btree_set((0..6usize, 0..6usize), 0..8),
        first in (0..4usize, 0..4usize),
        last in (0..4usize, 0..4usize),
    ) {
        let (b, a) = (version(&before), version(&after));
        let pairs: Vec<_> = pairs
            .into_iter()
            .filter(|pair| pair.0 < b.sentences.len() && pair.1 < a.sentences.len())
            .collect();
        edits_of(&b, &a, &pairs, &whole(&b, &a));
        let part = |first: usize, last: usize, len: usize| {
            let start = first.min(len);
            Span::new(start, (start + last).min(len))
        };
        let bead = Bead {
            before: part(first.0, last.0, b.paragraphs.len()),
            after: part(first.1, last.1, a.paragraphs.len()),
            ..whole(&b, &a)
        };
        edits_of(&b, &a, &pairs, &bead);
    }

    #[test]
    fn a_text_against_itself_is_equal(text in any_text()) {
        let edits = edits(&text, &text, &[]);
        prop_assert!(edits.iter().all(|edit| edit.kind == EditKind::Equal));
    }
}

/// Words, marks and white space of every odd kind.
fn any_text() -> impl Strategy<Value = String> {
    let part = prop_oneof![
        4 => proptest::sample::select(vec!["the", "The", "lamp", "lamp.", "lit", "“lit”", "\"lit\"", "of", "was,", "was"]),
        2 => proptest::sample::select(vec!["你", "好", "你好。", "ก", "e\u{301}", "é", "👩‍👩‍👧", "—", "...", "-", "\u{301}", "İ", "ß", "x\u{85}y"]),
        4 => Just(" "),
        2 => proptest::sample::select(vec!["\n", "\n\n", "\r\n", "\u{a0}", "\u{3000}", "\u{85}", "\u{feff}", "\u{200b}", "\t", "\u{2028}"]),
        1 => proptest::sample::select(vec![". ", "! ", ".\n\n", ", "]),
    ];
    prop_oneof![
        4 => proptest::collection::vec(part, 0..40).prop_map(|parts| parts.concat()),
        1 => any::<String>(),
    ]
}

/// Sentences, and the same with words dropped, added and changed, sentences in another order, paragraphs cut elsewhere.
fn edited_prose() -> impl Strategy<Value = (String, String)> {
    const WORDS: [&str; 24] = [
        "the", "of", "a", "and", "harbour", "lamp", "keeper", "stair", "wind", "boat", "lit",
        "saw", "climbed", "never", "night", "\"stay\"", "he", "said,", "colour", "color", "grey",
        "It", "was", "late;",
    ];
    let word = proptest::sample::select(WORDS.to_vec());
    let sentence = proptest::collection::vec(word, 1..14);
    let sentences = proptest::collection::vec(sentence, 0..6);
    let breaks = proptest::collection::vec(proptest::bool::weighted(0.3), 12);
    let changes = proptest::collection::vec((0..8u8, proptest::sample::select(WORDS.to_vec())), 90);
    let order = Just((0..6usize).collect::<Vec<_>>()).prop_shuffle();
    (sentences, breaks, changes, order, any::<bool>()).prop_map(
        |(sentences, breaks, changes, order, shuffled)| {
            let mut changes = changes.into_iter();
            let mut told = sentences.clone();
            for sentence in &mut told {
                *sentence = sentence
                    .iter()
                    .flat_map(|word| match changes.next() {
                        Some((0, _)) => vec![],
                        Some((1, other)) => vec![other],
                        Some((2, other)) => vec![*word, other],
                        _ => vec![*word],
                    })
                    .collect();
            }
            if shuffled {
                told = order
                    .iter()
                    .filter_map(|&at| told.get(at).cloned())
                    .collect();
            }
            let write = |sentences: &[Vec<&str>], breaks: &[bool]| -> String {
                sentences
                    .iter()
                    .zip(breaks)
                    .map(|(sentence, end)| {
                        let mut sentence = sentence.join(" ");
                        if let Some(first) = sentence.get_mut(..1) {
                            first.make_ascii_uppercase();
                        }
                        sentence + if *end { ".\n\n" } else { ". " }
                    })
                    .collect()
            };
            (write(&sentences, &breaks[..6]), write(&told, &breaks[6..]))
        },
    )
}
