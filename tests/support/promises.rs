//! What every report promises, whatever the texts: `check` panics and says which promise is broken.
//!
//! All offsets are UTF-16 code units, so texts are looked at as those.

use storydiff::report::{BeadReport, LinkReport, Range, Report, VersionReport};
use storydiff::version::is_white_space;
use unicode_normalization::UnicodeNormalization;

type Text = [u16];

/// Panics where the report of these two texts breaks a promise. Linear in the texts and the report, but for sorting.
pub fn check(before: &str, after: &str, report: &Report) {
    let before: Vec<u16> = before.encode_utf16().collect();
    let after: Vec<u16> = after.encode_utf16().collect();
    assert_eq!(report.format, 1);
    assert!(report.engine.starts_with("storydiff "));
    check_version(&before, &report.before);
    check_version(&after, &report.after);
    check_beads(report);
    for bead in &report.beads {
        check_similarity(&before, &after, report, bead);
        check_edits(&before, &after, report, bead);
    }
    check_links(&before, &after, report);
    check_facts(&before, &after, report);
    check_summary(&before, &after, report);
}

fn check_version(text: &Text, version: &VersionReport) {
    assert_eq!(version.length, text.len(), "length");
    let has_words = chars(text).any(char::is_alphanumeric);
    assert_eq!(version.words > 0, has_words, "words");
    let tag = version.language.as_bytes();
    assert!(
        (2..=3).contains(&tag.len()) && tag.iter().all(u8::is_ascii_lowercase),
        "language"
    );

    let paragraphs: Vec<Range> = version
        .paragraphs
        .iter()
        .map(|paragraph| range(paragraph.start, paragraph.end))
        .collect();
    check_cover(text, &paragraphs, "paragraphs");
    let sentences: Vec<Range> = version
        .sentences
        .iter()
        .map(|sentence| range(sentence.start, sentence.end))
        .collect();
    check_cover(text, &sentences, "sentences");

    let mut first = 0;
    for (index, paragraph) in version.paragraphs.iter().enumerate() {
        assert_eq!(
            paragraph.sentences.start, first,
            "a sentence in no paragraph, or in two"
        );
        first = paragraph.sentences.end;
        let inside = &version.sentences[indices(paragraph.sentences)];
        assert!(!inside.is_empty(), "a paragraph without a sentence");
        for sentence in inside {
            assert_eq!(sentence.paragraph, index);
            assert!(paragraph.start <= sentence.start && sentence.end <= paragraph.end);
        }
        assert!(["title", "byline", "caption", "body"].contains(&paragraph.role));
    }
    assert_eq!(first, version.sentences.len(), "a sentence in no paragraph");
}

/// The ranges ascend, hold text without white space at its ends, and leave out nothing but white space.
fn check_cover(text: &Text, ranges: &[Range], what: &str) {
    let mut at = 0;
    for range in ranges {
        assert!(at <= range.start, "{what} overlap at {at}");
        assert!(
            is_blank(&text[at..range.start]),
            "text outside {what} at {at}"
        );
        let inside = slice(text, *range);
        assert!(!inside.is_empty(), "{what}: an empty one at {at}");
        let ends = [inside[0], inside[inside.len() - 1]];
        assert!(
            !ends.into_iter().any(is_white),
            "{what}: white space at an end, at {at}"
        );
        assert!(
            String::from_utf16(inside).is_ok(),
            "{what}: half a character at {at}"
        );
        at = range.end;
    }
    assert!(is_blank(&text[at..]), "text outside {what} at {at}");
}

fn check_beads(report: &Report) {
    let beads = &report.beads;
    check_partition(
        report.before.paragraphs.len(),
        beads.iter().map(|bead| bead.before),
    );
    check_partition(
        report.after.paragraphs.len(),
        beads.iter().map(|bead| bead.after),
    );
    for bead in &report.beads {
        let kind = match (len(bead.before), len(bead.after)) {
            (0, 0) => panic!("an empty bead"),
            (0, _) => "insertion",
            (_, 0) => "deletion",
            (1, 1) => "match",
            (1, _) => "split",
            (_, 1) => "merge",
            _ => "recast",
        };
        assert_eq!(bead.kind, kind);
        let one_sided = len(bead.before) == 0 || len(bead.after) == 0;
        assert!(
            !(bead.moved && one_sided),
            "moved from nowhere, or to nowhere"
        );
        assert_eq!(bead.moved, bead.r#move.is_some());
    }
    let mut moves: Vec<usize> = beads.iter().filter_map(|bead| bead.r#move).collect();
    moves.dedup();
    assert!(
        moves.iter().copied().eq(0..moves.len()),
        "moves are not numbered in order"
    );
    // Reading order is that of the later text, and what stays in place in that of the earlier text too.
    check_ascending(report.beads.iter().map(|bead| bead.after), "beads, after");
    let unmoved = report.beads.iter().filter(|bead| !bead.moved);
    check_ascending(unmoved.map(|bead| bead.before), "unmoved beads, before");
}

/// Every paragraph stands in exactly one of the ranges.
fn check_partition(paragraphs: usize, ranges: impl Iterator<Item = Range>) {
    let mut seen = vec![0; paragraphs];
    for range in ranges {
        seen[indices(range)].iter_mut().for_each(|n| *n += 1);
    }
    let wrong = seen.iter().position(|&n| n != 1);
    assert_eq!(wrong, None, "a paragraph in no bead, or in several");
}

fn check_similarity(before: &Text, after: &Text, report: &Report, bead: &BeadReport) {
    let similarity = bead.similarity;
    assert!((0.0..=1.0).contains(&similarity), "similarity {similarity}");
    if similarity >= 1.0 {
        let before = squeeze(slice(before, cover(&report.before, bead.before)));
        let after = squeeze(slice(after, cover(&report.after, bead.after)));
        assert_eq!(before, after, "similarity 1 of different texts");
    }
}

fn check_edits(before: &Text, after: &Text, report: &Report, bead: &BeadReport) {
    check_ascending(bead.edits.iter().map(|edit| edit.before), "edits, before");
    let befores = bead.edits.iter().map(|edit| edit.before);
    check_rebuild(before, &report.before, bead.before, befores.collect());
    let afters = bead.edits.iter().map(|edit| edit.after);
    check_rebuild(after, &report.after, bead.after, afters.collect());
    for edit in &bead.edits {
        let (old, new) = (slice(before, edit.before), slice(after, edit.after));
        let sides = (!old.is_empty(), !new.is_empty());
        let expected = match edit.kind {
            "equal" | "substitution" | "transposition" => (true, true),
            "insertion" => (false, true),
            "deletion" => (true, false),
            other => panic!("an edit of kind {other}"),
        };
        assert_eq!(sides, expected, "the sides of a {}", edit.kind);
        match edit.kind {
            "equal" => assert_eq!(
                squeeze(old),
                squeeze(new),
                "an equal edit of different texts"
            ),
            // What is moved may leave the space before it and take the one behind it.
            "transposition" => {
                assert_eq!(words(old), words(new), "a transposition of different words");
            }
            _ => {}
        }
        if let Some(cosmetic) = edit.cosmetic {
            assert_eq!(edit.kind, "substitution");
            let known = ["case", "punctuation", "quotes", "whitespace", "spelling"];
            assert!(known.contains(&cosmetic), "{cosmetic}");
        }
    }
    // Kept words that cross others are transpositions.
    let in_place = bead.edits.iter().filter(|edit| edit.kind == "equal");
    check_ascending(in_place.map(|edit| edit.after), "equal edits, after");
    if bead.similarity >= 1.0 {
        assert!(
            bead.edits.iter().all(|edit| edit.kind == "equal"),
            "edits of equal text"
        );
    }
    for pair in bead
        .edits
        .windows(2)
        .filter(|pair| pair.iter().all(|edit| edit.kind == "equal"))
    {
        let touches =
            pair[0].before.end == pair[1].before.start && pair[0].after.end == pair[1].after.start;
        assert!(
            !touches,
            "one run of equal words in two edits: {:?}",
            pair[0]
        );
    }
}

/// The ranges, sorted, and white space between paragraphs make up the text of a bead's paragraphs.
fn check_rebuild(text: &Text, version: &VersionReport, paragraphs: Range, mut ranges: Vec<Range>) {
    ranges.retain(|range| len(*range) > 0);
    ranges.sort_by_key(|range| range.start);
    let whole = cover(version, paragraphs);
    let paragraphs = &version.paragraphs[indices(paragraphs)];
    let check_gap = |gap: Range| {
        assert!(is_blank(slice(text, gap)), "text in no edit: {gap:?}");
        let next = paragraphs.partition_point(|paragraph| paragraph.end <= gap.start);
        let inside = paragraphs
            .get(next)
            .is_some_and(|paragraph| paragraph.start < gap.end);
        assert!(
            len(gap) == 0 || !inside,
            "white space of a paragraph in no edit: {gap:?}"
        );
    };
    let mut at = whole.start;
    for edit in ranges {
        assert!(
            at <= edit.start,
            "two edits overlap, or one begins outside its bead, at {at}"
        );
        check_gap(range(at, edit.start));
        assert!(
            String::from_utf16(slice(text, edit)).is_ok(),
            "half a character at {at}"
        );
        at = edit.end;
    }
    assert!(at <= whole.end, "an edit ends beyond its bead, at {at}");
    check_gap(range(at, whole.end));
}

fn check_links(before: &Text, after: &Text, report: &Report) {
    let places: Vec<_> = report
        .links
        .iter()
        .map(|link| (link.before, link.after))
        .collect();
    assert!(
        places.is_sorted_by(|a, b| a < b),
        "links do not ascend, or one stands twice"
    );
    for link in &report.links {
        let LinkReport {
            similarity, kind, ..
        } = *link;
        let old = &report.before.sentences[link.before];
        let new = &report.after.sentences[link.after];
        let old = slice(before, range(old.start, old.end));
        let new = slice(after, range(new.start, new.end));
        let equal = squeeze(old) == squeeze(new);
        assert!((0.0..=1.0).contains(&similarity), "similarity {similarity}");
        assert!(
            similarity < 1.0 || equal,
            "similarity 1 of different sentences"
        );
        match kind {
            "same" => assert_eq!(letters(old), letters(new), "the same, in other letters"),
            "edited" | "reworded" | "partial" => assert!(!equal, "{kind}, but equal"),
            other => panic!("a link of kind {other}"),
        }
    }
}

fn check_summary(before: &Text, after: &Text, report: &Report) {
    let summary = &report.summary;
    let words = summary.words;
    assert_eq!(
        words.equal + words.deleted + words.substituted + words.transposed,
        report.before.words,
        "words before: {words:?}"
    );
    assert_eq!(
        words.equal + words.inserted + words.substitutes + words.transposed,
        report.after.words,
        "words after: {words:?}"
    );
    let count = |kind: &str| report.beads.iter().filter(|bead| bead.kind == kind).count();
    let beads = summary.beads;
    assert_eq!(beads.r#match, count("match"));
    assert_eq!(beads.split, count("split"));
    assert_eq!(beads.merge, count("merge"));
    assert_eq!(beads.recast, count("recast"));
    assert_eq!(beads.insertion, count("insertion"));
    assert_eq!(beads.deletion, count("deletion"));
    assert_eq!(
        beads.moved,
        report.beads.iter().filter(|bead| bead.moved).count()
    );
    for share in [
        summary.retold.before,
        summary.retold.after,
        summary.same_story,
    ] {
        assert!((0.0..=1.0).contains(&share), "a share of {share}");
    }
    let kept = words.equal + words.transposed;
    match &summary.longest {
        None => assert_eq!(kept, 0, "words are kept, but none the longest"),
        Some(longest) => {
            let old = squeeze(slice(before, longest.before));
            assert_eq!(
                old,
                squeeze(slice(after, longest.after)),
                "the longest run differs"
            );
            assert!(0 < longest.words && longest.words <= kept, "{longest:?}");
        }
    }
}

/// Each range begins where the one before it ends, or later; empty ones too.
fn check_ascending(ranges: impl Iterator<Item = Range>, what: &str) {
    let mut at = 0;
    for range in ranges {
        assert!(
            at <= range.start && range.start <= range.end,
            "{what}: {range:?} after {at}"
        );
        at = range.end;
    }
}

/// From the first of some paragraphs to the last; empty where there are none.
fn cover(version: &VersionReport, paragraphs: Range) -> Range {
    match &version.paragraphs[indices(paragraphs)] {
        [] => range(0, 0),
        [first, ..] => range(first.start, version.paragraphs[paragraphs.end - 1].end),
    }
}

fn range(start: usize, end: usize) -> Range {
    Range { start, end }
}

fn indices(range: Range) -> std::ops::Range<usize> {
    range.start..range.end
}

fn len(range: Range) -> usize {
    range.end - range.start
}

fn slice(text: &Text, range: Range) -> &Text {
    &text[indices(range)]
}

fn is_white(unit: u16) -> bool {
    char::from_u32(unit.into()).is_some_and(is_white_space)
}

fn is_blank(text: &Text) -> bool {
    text.iter().copied().all(is_white)
}

/// Every run of white space as one space.
fn squeeze(text: &Text) -> Vec<u16> {
    let mut squeezed = text.to_vec();
    squeezed
        .iter_mut()
        .filter(|unit| is_white(**unit))
        .for_each(|unit| *unit = ' ' as u16);
    squeezed.dedup_by(|a, b| *a == ' ' as u16 && a == b);
    squeezed
}

/// The words of a text: what stands between white space.
fn words(text: &Text) -> Vec<&Text> {
    text.split(|unit| is_white(*unit))
        .filter(|word| !word.is_empty())
        .collect()
}

/// What typography leaves alone: letters and digits, in small letters, however their accents are encoded and however wide they
/// are, without the points of Hebrew and Arabic.
fn letters(text: &Text) -> String {
    let is_point = |c| matches!(c, '\u{591}'..='\u{5c7}' | '\u{640}' | '\u{64b}'..='\u{652}');
    let narrow = |c| match c {
        '\u{ff01}'..='\u{ff5e}' => char::from_u32(u32::from(c) - 0xfee0).unwrap_or(c),
        _ => c,
    };
    // In small letters first: the dot of a capital İ becomes an accent of its own.
    chars(text)
        .flat_map(char::to_lowercase)
        .nfc()
        .filter(|c| c.is_alphanumeric() && !is_point(*c))
        .map(narrow)
        .collect()
}

fn chars(text: &Text) -> impl Iterator<Item = char> {
    char::decode_utf16(text.iter().copied()).map(|c| c.unwrap_or(char::REPLACEMENT_CHARACTER))
}

fn check_facts(before: &Text, after: &Text, report: &Report) {
    let mut changed = [0; 3];
    for fact in &report.facts {
        let sides = [(before, fact.before), (after, fact.after)];
        for (text, range) in sides
            .iter()
            .filter_map(|(text, range)| range.map(|range| (text, range)))
        {
            assert!(!is_blank(slice(text, range)), "an empty {}", fact.kind);
            let cut = String::from_utf16(slice(text, range)).expect("whole characters");
            assert_eq!(
                cut.trim_matches(is_white_space),
                cut,
                "white space around a fact"
            );
        }
        let expected = match fact.change {
            "kept" | "altered" | "reattributed" => [true, true],
            "dropped" => [true, false],
            "added" => [false, true],
            other => panic!("a fact that is {other}"),
        };
        assert_eq!(
            sides.map(|(_, range)| range.is_some()),
            expected,
            "{fact:?}"
        );
        let kind = match fact.kind {
            "quotation" => 0,
            "number" | "date" => 1,
            "name" => 2,
            other => panic!("a fact of kind {other}"),
        };
        assert!(fact.change != "reattributed" || kind == 0, "{fact:?}");
        changed[kind] += usize::from(fact.change != "kept");
    }
    let counts = report.summary.facts;
    assert_eq!([counts.quotations, counts.numbers, counts.names], changed);
}
