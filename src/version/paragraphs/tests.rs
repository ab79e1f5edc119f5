//! Each case is a text with `¶` where a paragraph begins after the first, and `¶v` where that is a stanza.

use super::*;

/// `text` with `¶` before each paragraph but the first.
fn marked(text: &str, breaks: ParagraphBreaks) -> String {
    let mut marked = String::new();
    let mut end = 0;
    for (number, passage) in split(text, breaks).into_iter().enumerate() {
        marked += &text[end..passage.span.start];
        marked += match (number, passage.verse) {
            (0, false) => "",
            (_, false) => "¶",
            (_, true) => "¶v",
        };
        marked += passage.span.of(text);
        end = passage.span.end;
    }
    marked + &text[end..]
}

fn check_as(breaks: ParagraphBreaks, case: &str) {
    let text = case.replace("¶v", "").replace('¶', "");
    assert_eq!(marked(&text, breaks), case);
}

fn check(case: &str) {
    check_as(ParagraphBreaks::Auto, case);
}

#[test]
fn blank_lines_part_paragraphs() {
    check("One.\n\n¶Two.\n \t\n\u{a0}\n¶Three.\n\n\n");
    check("\r\n\r\nOne.\r\n\r\n¶Two.\r\n");
    check("One.\r\r¶Two.\n\r\n¶Three.\u{2029}¶Four.\u{c}¶Five.\u{2029}");
    check("");
    check(" \n\t\n");
}

#[test]
fn lines_are_paragraphs_where_they_are_long_or_end_sentences() {
    let long = "A paragraph from the web goes on and on without a break, because the window wraps it, and ends here.";
    check(&format!(
        "{long} {long}\n¶{long}\n\n¶Then.\n¶{long} {long}\n¶{long} {long}"
    ));
    check(
        "“Who is it?”\n¶“It is me.”\n¶“Then come in, and shut the door.”\n¶He came in.\n¶“Well?”\n¶Nothing.",
    );
    check("Milk\n¶Bread\n¶Oil\n¶Salt");
    check("milk\n¶bread\n¶oil for the lamp\n¶salt");
}

/// A tale of three paragraphs, and each of its lines 40 columns wide at the most.
const TALE: &str = "\
When the old lamp on the quay was lit
for the last time, nobody came to see
it but the cat and a boy who had been
sent for oil and had not gone.
¶It burned until the morning. Then the
man from the harbour office climbed up
with a bag, and put the lamp into it,
and Mrs. Holm, who saw him from her
window, began to laugh.
¶Nobody knows why. It was a good lamp
and had cost as much as a horse.
";

#[test]
fn wrapped_lines_belong_together() {
    check(&TALE.replace('¶', "\n¶"));
    check(&TALE.replace('¶', "\n¶").replace('\n', "\r\n"));
    check(&format!("    {}", TALE.replace('¶', "    ¶")));
    check(&format!("\t{}", TALE.replace('¶', "\n\t¶")));
    // Quoted: all lines are indented.
    check(&format!(
        "   {}",
        TALE.replace('¶', "\n¶").replace('\n', "\n   ").trim_end()
    ));
    // With nothing between them, what ends before the margin ends a paragraph.
    check(TALE);
}

#[test]
fn what_stands_apart_in_wrapped_text() {
    check(&format!("CHAPTER ONE\n¶{}", TALE.replace('¶', "\n¶")));
    check(&format!("Nore, 3 May\n¶Dear Ida,\n¶{TALE}"));
    check(&format!(
        "{TALE}\n¶What they left behind in the tower:\n¶- a bag\n¶- an oil can that leaked so much that\n  nobody wanted it\n¶- the boy\n"
    ));
    check(&format!(
        "{TALE}\n¶1. The lamp.\n¶2. The oil, of which there was so much\nthat it ran.\n¶3. The boy.\n"
    ));
}

#[test]
fn two_lines_are_one_where_the_sentence_goes_on() {
    check("A short text that was sent by letter\nand has no more than two lines.");
    check("A Short Text\n¶By Ida Holm\n\n¶It has a title and an author.");
}

const STANZAS: &str = "\
The tide goes out and leaves its bill:
One boot, one bottle, half an oar,
A rope that ties up nothing still,
A doll’s blue arm, a cupboard door.

¶vThe gulls come down like clerks to count,
Their hands behind them, bald and grave,
And never question the amount,
And sign for it, wave after wave.
";

#[test]
fn stanzas() {
    check(&format!("Low Water\n\n¶v{STANZAS}"));
    check(&format!("¶v{STANZAS}"));
    check(&format!("Low Water\n¶by Ida Holm\n\n¶v{STANZAS}"));
    // Lines without capitals are verse where they pause as verse does.
    let small = STANZAS
        .replace("\nA", "\na")
        .replace("\nO", "\no")
        .replace("\nT", "\nt");
    check(&format!("¶v{small}"));
    // A stanza in prose that was wrapped much wider.
    check(&format!("{WIDE}\n¶v{STANZAS}\n¶{WIDE}"));
}

#[test]
fn stanzas_whose_lines_end_sentences() {
    let stopped = "Who lit the lamp above the door?\nWho swept the ash along the floor?\n\
                   Who called the boats that came no more?\nWho left the key?\n";
    check(&format!("¶v{stopped}\n¶v{STANZAS}"));
    check(&format!("The Key\n\n¶v{stopped}\n¶v{STANZAS}\n¶v{stopped}"));
    check(
        "¶vrain on the tin roof,\nthe cat counts every drop.\nnobody comes home.\n\n\
           ¶vthe ferry is late,\na gull sits on the timetable,\nreading the small print.",
    );
    // Talk in short lines is none.
    check("“Who is it?”\n¶“It is me, Ida.”\n\n¶“Then come in.”\n¶He came in.\n¶“Well?”\n¶Nothing.");
}

/// A paragraph wrapped at 95 columns.
const WIDE: &str = "\
It was a song about the harbour, which nobody sang any more since the boats had been sold to
people from the south, who had songs of their own and kept them to themselves, as they kept
their nets and their daughters, and who called the place by a name that it had never had.
";

#[test]
fn verse_without_stanzas_is_read_line_by_line() {
    let lines = STANZAS.replace("\n\n¶v", "\n");
    check(&lines.trim_end().replace('\n', "\n¶"));
    let long = lines.repeat(6);
    check(&format!(
        "Low Water\n\n¶{}",
        long.trim_end().replace('\n', "\n¶")
    ));
}

#[test]
fn breaks_that_were_asked_for() {
    use ParagraphBreaks::{BlankLines, Lines};
    check_as(Lines, "One line\n¶goes on\n\n¶here.");
    check_as(BlankLines, "One.\nTwo.\n\n¶Three.\n  ¶Four\nfour.");
    check_as(BlankLines, &format!("¶v{STANZAS}"));
}

#[test]
fn one_file_may_mix_them() {
    let long =
        "A paragraph from the web goes on and on without a break, because the window wraps it. "
            .repeat(3);
    check(&format!(
        "{}\n¶{long}\n¶{long}\n\n¶v{STANZAS}\n¶{long}",
        TALE.replace('¶', "\n¶")
    ));
}

#[test]
fn scripts_without_spaces_are_wrapped_too() {
    let line = "外面下着大雪一个老人走进茶馆把帽子放在桌子上他说请给我一杯热茶";
    check(&format!(
        "　　{line}\n{line}\n{line}\n{line}\n好。\n\n　　¶{line}\n{line}\n茶。"
    ));
}
