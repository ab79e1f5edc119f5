//! What holds for every version, whatever its text.

use super::*;

/// Fails where the tables of `version` do not cover its text as their docs promise.
fn assert_covered(version: &Version) {
    let text = version.text;
    let covered = |spans: &mut dyn Iterator<Item = Span>| {
        let mut end = 0;
        for span in spans {
            assert!(
                span.start >= end && span.end > span.start,
                "{span:?} after {end}"
            );
            assert!(
                text[end..span.start].chars().all(is_white_space),
                "text before {span:?}"
            );
            assert_eq!(trim(text, span), span, "white space at an end");
            end = span.end;
        }
        assert!(text[end..].chars().all(is_white_space), "text after {end}");
    };
    covered(&mut version.paragraphs.iter().map(|paragraph| paragraph.span));
    covered(&mut version.sentences.iter().map(|sentence| sentence.span));
    covered(&mut version.tokens.iter().map(|token| token.span));
    let mut next = 0;
    for (at, paragraph) in version.paragraphs.iter().enumerate() {
        assert_eq!(paragraph.sentences.start, next);
        assert!(!paragraph.sentences.is_empty());
        next = paragraph.sentences.end;
        for sentence in &version.sentences[paragraph.sentences.range()] {
            assert_eq!(sentence.paragraph, at);
            assert!(
                paragraph.span.start <= sentence.span.start
                    && sentence.span.end <= paragraph.span.end
            );
        }
    }
    assert_eq!(next, version.sentences.len());
    let mut next = 0;
    for sentence in &version.sentences {
        assert_eq!(sentence.tokens.start, next);
        assert!(!sentence.tokens.is_empty());
        next = sentence.tokens.end;
        for token in &version.tokens[sentence.tokens.range()] {
            assert!(sentence.span.start <= token.span.start && token.span.end <= sentence.span.end);
            assert!(token.span.start <= token.core.start && token.core.end <= token.span.end);
            assert!(!token.core.is_empty());
        }
    }
    assert_eq!(next, version.tokens.len());
}

const BREAKS: [ParagraphBreaks; 3] = [
    ParagraphBreaks::Auto,
    ParagraphBreaks::BlankLines,
    ParagraphBreaks::Lines,
];

proptest::proptest! {
    /// Every sequence of the marks that the rules look at is covered.
    #[test]
    fn every_text_is_covered(
        text in "([a-zA-Z]{1,3}|[ .,:;!?…—“”„‘’»«()'\"\\-0-9\n\r\t\u{a0}\u{feff}\u{85}\u{2028}\u{2029}\u{c}]|。|你|と|é|\u{301}|ก|👍){0,60}",
        german: bool,
    ) {
        let language = if german { Language::German } else { Language::English };
        for breaks in BREAKS {
            assert_covered(&Version::new(&text, breaks, Some(language)));
        }
    }

    /// A text has the same words, whatever its language and however it is cut into paragraphs and sentences.
    #[test]
    fn words_stand_however_a_text_is_cut(
        text in "(to rest|Prof|Tom cried|der|The|Foo|a|foo[.]bar/|12|[.!?:;—“”»「\\[\\]()' \n]|\n\n|[.]\\[12\\]|！|．|。|你|说|と|カ|ั|\u{200b}|\u{301}){0,24}",
    ) {
        let mut whole = Version::new("", ParagraphBreaks::Auto, None);
        whole.text = &text;
        tokens::split(&text, Span::new(0, text.len()), &mut whole.tokens);
        let words = whole.words_in(Span::new(0, whole.tokens.len()));
        for language in [Language::English, Language::German, Language::Chinese] {
            for breaks in BREAKS {
                let version = Version::new(&text, breaks, Some(language));
                assert_eq!(version.words_in(Span::new(0, version.tokens.len())), words, "{language:?} {breaks:?}");
            }
        }
    }
}

/// Each of these would take hours if any step looked at all of the text again for every mark, word or line.
#[test]
fn hostile_texts_are_read_in_linear_time() {
    let size = 150_000;
    for piece in [
        "word ",
        "word\n",
        "word,\nWord\n",
        "The same paragraph, again.\n\n",
        "a",
        ".",
        ". ",
        "a. ",
        "A.",
        "\"",
        "\" ",
        ".\" ",
        "a b c d: E f ",
        "aaaa.Aaa",
        "aaaa!”Aaa",
        "A!”",
        "说!”a",
        "(",
        "[1]",
        "“",
        "—",
        "a—",
        "—.",
        "\n",
        "\r\n",
        " ",
        "- a\n",
        "你好。",
        "你",
        "สวัสดี",
        "\u{301}",
        "\u{feff}",
        "z. B. ",
        "1. ",
        "...",
        ". . ",
        "’s ",
        "\u{2028}a",
        "é",
    ] {
        for text in [
            piece.repeat(size / piece.len()),
            format!("a. {}b", piece.repeat(size / piece.len())),
        ] {
            assert_covered(&Version::new(&text, ParagraphBreaks::Auto, None));
        }
    }
}

#[test]
fn stages_agree() {
    let text = "The Bell\n\nIt was known to Dr.\n\nHolm. She kept it.";
    let version = Version::new(text, ParagraphBreaks::Auto, None);
    let sentences: Vec<&str> = version
        .sentences
        .iter()
        .map(|sentence| version.text_of(sentence.span))
        .collect();
    assert_eq!(
        sentences,
        ["The Bell", "It was known to Dr.", "Holm.", "She kept it."]
    );
    assert_eq!(version.language, Language::English);
    assert_eq!(version.paragraphs[0].role, Role::Title);
    assert_eq!(
        version
            .sentences
            .iter()
            .map(|s| s.continues)
            .collect::<Vec<_>>(),
        [false, false, true, false]
    );
    assert_eq!(version.tokens_of(&version.paragraphs[2]), Span::new(7, 11));
}
