//! Paragraphs a to h of one story, arranged: the notation is the paragraphs of both versions, the expectation their beads.

use super::*;
use crate::keys::Keys;
use crate::version::ParagraphBreaks;

fn paragraph(name: char) -> &'static str {
    match name {
        'a' => "The ferry left Orrin quay before dawn with nine passengers and a crate of oranges.",
        'b' => {
            "Nobody on board had slept. A child counted the lamps along the breakwater until they were gone."
        }
        'c' => "Captain Lund kept the radio low and hummed a hymn that his mother used to sing.",
        'd' => {
            "By noon the wind had turned. Grey water climbed the windows of the saloon and slid away again."
        }
        'e' => {
            "The cook handed out bread, cheese and black coffee, and refused every coin that was offered."
        }
        'f' => "Toward evening an island rose out of the haze like the back of a sleeping animal.",
        'g' => {
            "They tied up at a wooden pier where three old men were mending nets by lantern light."
        }
        'h' => "In the morning the crate of oranges stood open on the pier, and it was empty.",
        // The same as c, told anew.
        'C' => {
            "Lund, the captain, hummed an old hymn of his mother's; the radio was turned down low."
        }
        // b in two paragraphs, d and e in one.
        '1' => "Nobody on board had slept.",
        '2' => "A child counted the lamps along the breakwater until they were gone.",
        '3' => {
            "By noon the wind had turned. Grey water climbed the windows of the saloon and slid away again. \
             The cook handed out bread, cheese and black coffee, and refused every coin that was offered."
        }
        _ => "***",
    }
}

fn alignment(before: &str, after: &str) -> Alignment {
    aligned(before, after, "")
}

/// As readers correct it: `b=c` where they say that two paragraphs are counterparts, `b/c` where they say that they are not.
fn aligned(before: &str, after: &str, corrections: &str) -> Alignment {
    let place = |names: &str, name: &str| names.find(name).unwrap();
    let correction = |said: &str| Correction {
        before: place(before, &said[..1]),
        after: place(after, &said[2..]),
        paired: &said[1..2] == "=",
    };
    let corrections: Vec<_> = corrections.split_whitespace().map(correction).collect();
    let text = |names: &str| {
        names
            .chars()
            .map(paragraph)
            .collect::<Vec<_>>()
            .join("\n\n")
    };
    let (before, after) = (text(before), text(after));
    let version = |text| Version::new(text, ParagraphBreaks::BlankLines, None);
    let (before, after) = (version(&before), version(&after));
    let keys = Keys::new(&before, &after);
    align(&before, &after, &keys, None, &corrections)
}

fn beads(before: &str, after: &str) -> String {
    corrected(before, after, "")
}

fn corrected(before: &str, after: &str, corrections: &str) -> String {
    let side = |names: &str, span: Span| -> String {
        let names: String = names.chars().skip(span.start).take(span.len()).collect();
        if names.is_empty() {
            "-".to_owned()
        } else {
            names
        }
    };
    let aligned = aligned(before, after, corrections);
    let beads = aligned.beads.into_iter().map(|bead| {
        let moved = bead
            .moved
            .map_or(String::new(), |number| format!("~{number}:"));
        format!(
            "{moved}{}={}",
            side(before, bead.before),
            side(after, bead.after)
        )
    });
    beads.collect::<Vec<_>>().join(" ")
}

#[test]
fn a_text_and_itself_match_throughout() {
    assert_eq!(beads("abcd", "abcd"), "a=a b=b c=c d=d");
    assert_eq!(beads("", ""), "");
}

#[test]
fn what_one_version_alone_has_stands_at_its_place() {
    assert_eq!(beads("abcd", "abd"), "a=a b=b c=- d=d");
    assert_eq!(beads("abd", "abcd"), "a=a b=b -=c d=d");
    assert_eq!(beads("ab", ""), "a=- b=-");
    assert_eq!(beads("", "ab"), "-=a -=b");
}

#[test]
fn a_paragraph_told_anew_is_a_match() {
    assert_eq!(beads("abcde", "abCde"), "a=a b=b c=C d=d e=e");
}

#[test]
fn a_moved_paragraph_is_moved_and_the_others_are_not() {
    assert_eq!(beads("abcdef", "abdefc"), "a=a b=b d=d e=e f=f ~0:c=c");
    assert_eq!(beads("abcdef", "eabcdf"), "~0:e=e a=a b=b c=c d=d f=f");
}

#[test]
fn paragraphs_that_moved_together_are_one_move() {
    assert_eq!(
        beads("abcdefgh", "acdefghb"),
        "a=a c=c d=d e=e f=f g=g h=h ~0:b=b"
    );
    assert_eq!(
        beads("abcdefgh", "adefghbc"),
        "a=a d=d e=e f=f g=g h=h ~0:b=b ~0:c=c"
    );
    assert_eq!(
        beads("abcdefgh", "cadefghb"),
        "~0:c=c a=a d=d e=e f=f g=g h=h ~1:b=b"
    );
}

#[test]
fn a_paragraph_told_twice_has_one_bead_and_an_echo() {
    assert_eq!(beads("abcdef", "abcdefb"), "a=a b=b c=c d=d e=e f=f -=b");
    let aligned = alignment("abcdef", "abcdefb");
    let second = aligned.links.iter().filter(|link| link.after > 7);
    assert!(second.clone().count() > 0);
    for link in second {
        assert_eq!(link.kind, LinkKind::Same);
    }
}

#[test]
fn a_paragraph_cut_in_two_is_a_split_and_two_joined_are_a_merge() {
    assert_eq!(beads("abc", "a12c"), "a=a b=12 c=c");
    assert_eq!(beads("cdef", "c3f"), "c=c de=3 f=f");
}

#[test]
fn many_paragraphs_joined_are_one_merge_and_one_cut_in_many_is_one_split() {
    let names = "abcdefgh";
    let parts: Vec<&str> = names.chars().map(paragraph).collect();
    let kinds = |before: &str, after: &str| -> Vec<(BeadKind, usize, usize)> {
        let before = Version::new(before, ParagraphBreaks::BlankLines, None);
        let after = Version::new(after, ParagraphBreaks::BlankLines, None);
        let beads = align(&before, &after, &Keys::new(&before, &after), None, &[]).beads;
        beads
            .iter()
            .map(|bead| (bead.kind(), bead.before.len(), bead.after.len()))
            .collect()
    };
    let (apart, joined) = (parts.join("\n\n"), parts.join(" "));
    assert_eq!(kinds(&apart, &joined), [(BeadKind::Merge, 8, 1)]);
    assert_eq!(kinds(&joined, &apart), [(BeadKind::Split, 1, 8)]);
}

#[test]
fn a_sentence_that_a_paragraph_break_cuts_is_told_in_both_its_parts() {
    let whole = "The lamp was tended by Dr. Amsel for thirty years.\n\nNobody thanked her.";
    let cut = "The lamp was tended by Dr.\n\nAmsel for thirty years.\n\nNobody thanked her.";
    let version = |text| Version::new(text, ParagraphBreaks::BlankLines, None);
    let (whole, cut) = (version(whole), version(cut));
    let aligned = align(&whole, &cut, &Keys::new(&whole, &cut), None, &[]);
    let links: Vec<_> = aligned
        .links
        .iter()
        .map(|link| (link.before, link.after))
        .collect();
    assert_eq!(links, [(0, 0), (0, 1), (1, 2)]);
    assert_eq!(aligned.beads[0].kind(), BeadKind::Split);
}

#[test]
fn paragraphs_without_words_are_matched_where_they_are_equal() {
    assert_eq!(beads("a*b*c", "a*b*c"), "a=a *=* b=b *=* c=c");
}

#[test]
fn a_paragraph_against_a_paragraph_is_one_bead() {
    assert_eq!(beads("a", "e"), "a=e");
    assert_eq!(beads("a", "ef"), "a=- -=e -=f");
}

#[test]
fn texts_on_other_matters_are_not_one_story() {
    assert!(alignment("abcd", "abcd").same_story > 0.99);
    assert!(alignment("abcd", "efgh").same_story < 0.5);
}

#[test]
fn a_link_says_how_much_of_a_sentence_stands_in_the_other() {
    let kinds = |before, after| {
        alignment(before, after)
            .links
            .iter()
            .map(|link| link.kind)
            .collect::<Vec<_>>()
    };
    assert_eq!(kinds("abcde", "abcde"), [LinkKind::Same; 7]);
    assert!(kinds("abcde", "abCde").contains(&LinkKind::Reworded));
}

mod corrections {
    use super::*;

    #[test]
    fn what_is_already_so_stays_as_it_is() {
        for (before, after, said) in [
            ("abcd", "abcd", "b=b"),
            ("abc", "a12c", "b=1 b=2"),
            ("cdef", "c3f", "e=3 d=3"),
            ("abcd", "abd", "c/d a/b"),
            ("abcdef", "abdefc", "c=c"),
        ] {
            let (corrected, found) = (aligned(before, after, said), alignment(before, after));
            assert_eq!(corrected.beads, found.beads, "{said}");
            assert_eq!(corrected.links, found.links, "{said}");
        }
    }

    #[test]
    fn paragraphs_without_counterparts_make_a_match() {
        assert_eq!(beads("abce", "abcg"), "a=a b=b c=c e=- -=g");
        assert_eq!(corrected("abce", "abcg", "e=g"), "a=a b=b c=c e=g");
        assert_eq!(corrected("abce", "gabc", "e=g"), "~0:e=g a=a b=b c=c");
    }

    #[test]
    fn a_paragraph_beside_a_bead_joins_it() {
        assert_eq!(corrected("abc", "abgc", "b=g"), "a=a b=bg c=c");
        assert_eq!(corrected("abec", "abc", "e=c"), "a=a b=b ec=c");
        assert_eq!(corrected("abc", "abghc", "b=g b=h"), "a=a b=bgh c=c");
        assert_eq!(corrected("abec", "abgc", "b=g e=g"), "a=a be=bg c=c");
    }

    #[test]
    fn a_paragraph_that_stands_apart_leaves_its_bead() {
        assert_eq!(corrected("abcd", "abcdg", "b=g"), "a=a -=b c=c d=d ~0:b=g");
        assert_eq!(corrected("abcd", "abcd", "b=c"), "a=a -=b b=c c=- d=d");
    }

    #[test]
    fn a_bead_gives_what_it_can_spare() {
        assert_eq!(corrected("abc", "a12c", "a=1"), "a=a1 b=2 c=c");
        assert_eq!(corrected("abc", "a12c", "c=2"), "a=a b=1 c=2c");
        assert_eq!(corrected("cgdef", "c3f", "g=3"), "c=c gde=3 f=f");
        assert_eq!(corrected("cdef", "c3gf", "e=g"), "c=c d=3 e=g f=f");
    }

    #[test]
    fn what_corrections_hold_together_stays_so() {
        assert_eq!(corrected("cdef", "c3gf", "e=3 e=g"), "c=c de=3g f=f");
        assert_eq!(
            corrected("abc", "abghc", "b=g b=h b/g"),
            "a=a -=b -=g b=h c=c"
        );
        assert_eq!(corrected("abc", "abgc", "c/g b=g"), "a=a b=bg c=c");
    }

    #[test]
    fn what_is_no_counterpart_is_taken_out() {
        assert_eq!(corrected("abc", "abc", "b/b"), "a=a b=- -=b c=c");
        assert_eq!(corrected("abc", "a12c", "b/1"), "a=a -=1 b=2 c=c");
        assert_eq!(corrected("cdef", "c3f", "e/3"), "c=c d=3 e=- f=f");
        assert_eq!(corrected("a", "e", "a/e"), "a=- -=e");
    }

    #[test]
    fn a_bead_without_its_middle_goes_by_its_links() {
        let said = "b=g b=h b=i";
        assert_eq!(corrected("abc", "abghic", said), "a=a b=bghi c=c");
        assert_eq!(
            corrected("abc", "abghic", "b=g b=h b=i b/g"),
            "a=a -=b -=g b=hi c=c"
        );
    }

    #[test]
    fn the_last_word_on_two_paragraphs_counts() {
        for said in ["b/b b=b", "b=c b/c", "b/b b=c b/c b=b"] {
            assert_eq!(
                corrected("abcd", "abcd", said),
                beads("abcd", "abcd"),
                "{said}"
            );
        }
        assert_eq!(corrected("abcd", "abcd", "b=b b/b"), "a=a b=- -=b c=c d=d");
        assert_eq!(
            corrected("abcdg", "abcd", "b=c g=b c=c"),
            "a=a ~0:g=b bc=c d=d"
        );
    }

    #[test]
    fn no_sentence_is_linked_across_paragraphs_that_are_no_counterparts() {
        let links = |said| aligned("abcdef", "abcdefb", said).links.len();
        assert_eq!(links("b/b"), links("") - 2);
    }

    #[test]
    fn sentences_that_tell_the_same_are_linked_where_a_pair_is_made_by_hand() {
        let inside = |said| {
            let links = aligned("abcdC", "abcdg", said).links;
            links.iter().filter(|link| link.before == 6).count()
        };
        assert_eq!(inside("C=c"), 1);
    }
}
