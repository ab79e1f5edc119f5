//! Each case is a paragraph with `|` where it is to be cut: `One. | Two.`

use super::*;

/// `text` with `|` where it is cut.
fn cut(text: &str, language: Language) -> String {
    let passage = Passage {
        span: Span::new(0, text.len()),
        verse: false,
    };
    let mut marked = String::new();
    let mut end = 0;
    for sentence in split(text, passage, language) {
        let between = &text[end..sentence.start];
        marked += between;
        if end > 0 {
            marked += if between.is_empty() { "|" } else { "| " };
        }
        marked += sentence.of(text);
        end = sentence.end;
    }
    marked + &text[end..]
}

fn check(language: Language, cases: &[&str]) {
    for case in cases {
        let text = case.replace("| ", "").replace('|', "");
        assert_eq!(cut(&text, language), *case);
    }
}

#[test]
fn terminators_and_what_closes_after_them() {
    check(
        Language::English,
        &[
            "",
            "No terminator at all",
            "One. | Two! | Three? | Four",
            "“Stop!” he cried. | “Why?” | “Because.”",
            "He said, “Stop.” | Then (at last) he left. | (She stayed.) | “Good.”",
            "“Why?” I said. | “Stop!” Tom Holm cried. | “Who?” | Tom had no idea. | “Now!” | He said no.",
            "“We knew. | We always knew,” she said. | “‘Never,’ he told me.”",
            "He had “no idea”. | [She had.] | «Oui.» | Done.",
            "It was known.[12] | It was *forgotten.* | _So it was._ | End.",
            "“Oh! what a day,” said he. | What? | Who?! | No!!! | Yes.",
            "« Bonjour ! » | He left.",
            "He left . . . and came back. | She waited… | Then she too left... | And so on.",
            "... And then? | … then nothing. | \"Quite.\"",
            "He was late (wasn’t he?), but came. | She ran; he walked: all was well.",
            "A line.\n| The next\r\none.\u{a0}| The last.",
        ],
    );
}

#[test]
fn abbreviations_initials_and_numbers() {
    check(
        Language::English,
        &[
            "Mr. Hyde met Dr. Jekyll at St. Luke’s, No. 5, Main St. | The door was shut.",
            "“‘Dr. Gray,’ she said.” | MRS. SAVILLE wrote to Prof. Ito.",
            "J. R. R. Tolkien and F. Scott met J.-P. Roux. | A. B. was there.",
            "He left the U.S. Army in the U.S. | The C.I.A. program stayed. | “U.S. | But why?”",
            "Bring pens, e.g. Biros, i.e. pens, etc. | Students came vs. Teachers.",
            "At 7 p.m. Friday it closed. | At 8 a.m. | Buyers came. | At 6 p.m. EST it rained.",
            "It cost 3.5 or 1.000 or $4. | Fig. 3 shows it. | See vol. 2 and Sept. 3.",
            "He won. | 25 people saw it! | 30 did not. | It was 12. 13 were late.",
            "So am I. | He is not. | Apple Inc. Chief Jane Roe left Apple Inc. | It shook.",
            "Smith et al. found it. | The Bd. Chair knew. | Hmm. | Shh. | The MPs. | And NBC. | So.",
            "1. First of all. | IV. The fourth. | CHAPTER IV.",
            "CHAPTER IV.",
            "12. And it came to pass. | 13. And it did not.",
        ],
    );
}

#[test]
fn spaces_left_out() {
    check(
        Language::English,
        &[
            "The end is near.|The beginning too.|“Really?” | Yes.",
            "See www.example.Com or e.g.This or node.js or 3.Then or U.S.Army.",
        ],
    );
}

#[test]
fn texts_without_capitals() {
    check(
        Language::English,
        &[
            "hello there. | how are you? | fine, e.g. today.",
            "“stop!” he cried. | and then… nothing.",
        ],
    );
}

#[test]
fn german() {
    check(
        Language::German,
        &[
            "Am 3. März und im 19. Jahrhundert, z. B. in St. Veith, d. h. hier. | Der Abt kam.",
            "Friedrich II. von Preußen und Ludwig XIV. | Er kam ca. 1750 zu Hrn. Dr. Huber, vgl. Nr. 5 usw. | Autos auch.",
            "Es kostet 2 Mio. Euro bzw. 3 Mrd. Euro. | Das ist viel. | „Halt!“, rief er. | „Ja.“ | Dann nichts.",
            "Alle lebten von da an vergnügt: | Die Hexe war fort für immer.",
            "Ein Grund: Es gibt zu viele Autos. | Sie sagte zu ihm ganz leise: „Ich gehe jetzt heim.“",
            "Er kam um 5 Uhr. | 30 Leute warteten. | Es war 1984. | Im Mai „ sang “ er. “ | Dann ging er.",
        ],
    );
}

#[test]
fn other_scripts() {
    check(
        Language::Unknown,
        &[
            "外面下着大雪。|他说：“请给我一杯热茶。”|好！|「待て！」と言った。|終わり",
            "هل وصلت؟ | نعم. | شكرا",
            "यह अच्छा है। | वह गया।",
        ],
    );
}

#[test]
fn speakers_named_after_a_quotation() {
    check(
        Language::Unknown,
        &[
            "“几点开？”她问。|“七点整。”他小声说，声音很轻。|“好。”|顾师傅看了看她。|“别急！”|他说：“坐吧。”",
            "「いつ？」と聞いた。|「あしただよ。」|彼は笑った。",
            "״כמה?״ שאל הזקן. | ״מאה,״ אמרה היא. | ״באמת?״ | הוא קם.",
            "«متى؟» سألت أمي. | «غدًا!» | ثم خرج. | «لماذا؟» | قال الرجل: «لا أدري.»",
            "”Minne?” Väinö kysyi. | ”Jään yli!” | Hän lähti.",
        ],
    );
}

#[test]
fn scripts_without_spaces() {
    check(
        Language::Chinese,
        &["你好吗?|我很好.|他说!|“走吧……我们走。”|它高3.5米、宽2．5米。|看"],
    );
}

#[test]
fn colons_and_abbreviations_of_other_languages() {
    check(
        Language::Russian,
        &[
            "Он жил на ул. Садовой у проф. Орлова, т. е. рядом. | Дал им. | Ушёл.",
            "На столе лежали письма от двоих: Ивана и Марии.",
            "— Куда? — спросил он. | — Домой! | — Иван встал.",
        ],
    );
    check(
        Language::Spanish,
        &["Vino la Sra. López con el Dr. Ruiz. | ¿Y la Srta. Paz? | No."],
    );
    check(
        Language::Finnish,
        &["Tuli esim. Helsingistä 3. toukokuuta klo 7.30. | Sitten n. 20 muuta lähti."],
    );
}

#[test]
fn lines_of_verse_are_sentences() {
    let text = "The tide goes out. It leaves\r\n  one boot,\u{2028}and half an oar.";
    let passage = Passage {
        span: Span::new(0, text.len()),
        verse: true,
    };
    let lines: Vec<&str> = split(text, passage, Language::English)
        .into_iter()
        .map(|line| line.of(text))
        .collect();
    assert_eq!(
        lines,
        [
            "The tide goes out. It leaves",
            "one boot,",
            "and half an oar."
        ]
    );
}
