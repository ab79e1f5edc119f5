//! Which passages stand between quotation marks.
//!
//! One pass over the marks of a paragraph with a short stack of those that are open; a mark that can both open and
//! close is told by its neighbours, an apostrophe by the letters around it. A quotation that goes on in the next
//! paragraph, with an opening mark of its own or without, is one for each paragraph. Linear in the text.

use crate::version::{Language, Span, Version, is_unspaced, trim};

/// More marks than this are never open at once; the outermost is given up for the next.
const DEEPEST: usize = 4;

/// Words with an apostrophe where a letter is left out at the beginning.
const ELIDED: [&str; 7] = ["tis", "twas", "em", "cause", "til", "n", "twere"];

/// A quotation mark, or what may be one.
#[allow(clippy::struct_excessive_bools)] // each is told by the neighbours alone
struct Mark {
    /// Bytes of the text.
    span: Span,
    c: char,
    /// Whether it stands where a quotation can begin, and where one can end.
    opens: bool,
    closes: bool,
    /// Whether punctuation stands before it, so that it is hardly an apostrophe.
    sure: bool,
    /// Whether it looks like that of a plural possessive: the boats’ oars.
    possessive: bool,
}

/// What quotations there are, the outermost of those inside each other, without their marks: bytes, ascending.
pub(super) fn find(version: &Version) -> Vec<Span> {
    let mut found = Vec::new();
    // What the paragraph before left open: its mark, and the rest of that paragraph.
    let mut open: Option<(char, Span)> = None;
    for paragraph in &version.paragraphs {
        let carried = open.take();
        if let Some(speech) = dialogue(version, paragraph.span) {
            found.extend(speech);
        } else {
            let marks = marks(version.text, paragraph.span);
            open = read(&marks, paragraph.span, carried, &mut found);
        }
    }
    for quotation in &mut found {
        *quotation = trim(version.text, *quotation);
    }
    found.retain(|quotation| version.text_of(*quotation).contains(char::is_alphanumeric));
    found
}

/// Reads one paragraph; returns what it leaves open.
fn read(
    marks: &[Mark],
    paragraph: Span,
    carried: Option<(char, Span)>,
    found: &mut Vec<Span>,
) -> Option<(char, Span)> {
    let sure_ahead = sure_ahead(marks);
    let mut stack: Vec<(char, usize)> = Vec::new();
    if let Some((c, rest)) = carried {
        if marks
            .first()
            .is_some_and(|mark| mark.c == c && mark.opens && mark.span.start == paragraph.start)
        {
            push(found, rest);
        } else if let Some(mark) = marks
            .iter()
            .find(|mark| mark.c == c && mark.opens || mark.closes && is_pair(c, mark.c))
            && mark.closes
            && is_pair(c, mark.c)
            && (mark.sure || c != '‘' && c != '\'')
        {
            push(found, rest);
            stack.push((c, paragraph.start));
        }
    }
    for (mark, sure_ahead) in marks.iter().zip(sure_ahead) {
        let level = stack
            .iter()
            .rposition(|(open, _)| mark.closes && is_pair(*open, mark.c));
        if let Some(level) = level {
            if mark.possessive && sure_ahead {
                continue;
            }
            let start = stack[level].1;
            stack.truncate(level);
            push(found, Span::new(start, mark.span.start));
        } else if mark.opens {
            if let Some(level) = stack.iter().position(|(open, _)| *open == mark.c) {
                stack.truncate(level);
            } else if stack.len() == DEEPEST {
                stack.remove(0);
            }
            stack.push((mark.c, mark.span.end));
        }
    }
    let (c, start) = *stack.first()?;
    Some((c, Span::new(start, paragraph.end)))
}

/// Adds a quotation in the place of those inside it.
fn push(found: &mut Vec<Span>, quotation: Span) {
    while found
        .last()
        .is_some_and(|inner| inner.start >= quotation.start)
    {
        found.pop();
    }
    found.push(quotation);
}

/// For each mark, whether a sure end of a single quotation comes before the next begins.
fn sure_ahead(marks: &[Mark]) -> Vec<bool> {
    let mut ahead = false;
    let mut all: Vec<bool> = marks
        .iter()
        .rev()
        .map(|mark| {
            let told = ahead;
            match mark.c {
                '‘' | '\'' if mark.opens && !mark.closes => ahead = false,
                '’' | '\'' if mark.sure => ahead = true,
                _ => {}
            }
            told
        })
        .collect();
    all.reverse();
    all
}

/// Whether `close` ends what `open` began.
fn is_pair(open: char, close: char) -> bool {
    match open {
        '„' | '‟' => matches!(close, '“' | '”' | '"'),
        '“' => matches!(close, '”' | '“' | '"'),
        '‚' => matches!(close, '‘' | '’'),
        '‘' => close == '’',
        '«' => close == '»',
        '»' => matches!(close, '«' | '»'),
        '‹' => close == '›',
        '›' => close == '‹',
        '「' => close == '」',
        '『' => close == '』',
        _ => close == open,
    }
}

/// The marks of a paragraph.
fn marks(text: &str, paragraph: Span) -> Vec<Mark> {
    let mut marks = Vec::new();
    let inner = paragraph.of(text);
    let mut prev = ' ';
    for (at, c) in inner.char_indices() {
        let known = matches!(
            c,
            '"' | '\''
                | '‘'
                | '’'
                | '‚'
                | '“'
                | '”'
                | '„'
                | '‟'
                | '«'
                | '»'
                | '‹'
                | '›'
                | '「'
                | '」'
                | '『'
                | '』'
        );
        if known {
            let mut rest = inner[at + c.len_utf8()..].chars();
            let (next, second) = (rest.next().unwrap_or(' '), rest.next().unwrap_or(' '));
            let begins = !prev.is_alphanumeric() && !next.is_whitespace();
            let ends = !prev.is_whitespace() && !next.is_alphanumeric();
            let (opens, closes) = match c {
                '「' | '『' | '„' | '‟' | '‚' => (true, false),
                '」' | '』' => (false, true),
                '«' | '»' | '‹' | '›' => (true, true),
                '“' => (true, ends && (!begins || !next.is_alphanumeric())),
                '”' => (begins && next.is_alphanumeric(), true),
                '‘' => (!prev.is_alphanumeric(), ends),
                '’' => (false, ends),
                '\'' => (begins && !is_elided(&inner[at + 1..]), ends),
                // Scripts without spaces do not tell: it ends what is open, and else begins.
                _ => (
                    begins || is_unspaced(prev) && !next.is_whitespace(),
                    ends || is_unspaced(next) && !prev.is_whitespace(),
                ),
            };
            let start = paragraph.start + at;
            marks.push(Mark {
                span: Span::new(start, start + c.len_utf8()),
                c,
                opens,
                closes,
                sure: ends && prev.is_ascii_punctuation() || prev == '…' || prev == '—',
                possessive: matches!(c, '’' | '\'')
                    && matches!(prev, 's' | 'S')
                    && next == ' '
                    && second.is_lowercase(),
            });
        }
        prev = c;
    }
    marks
}

/// Whether `rest` begins with a word or a year whose beginning is left out: ’tis, ’90s.
fn is_elided(rest: &str) -> bool {
    let len = rest
        .find(|c: char| !c.is_alphanumeric())
        .unwrap_or(rest.len());
    let word = &rest[..len];
    let year = word.trim_end_matches('s');
    ELIDED
        .iter()
        .any(|elided| word.eq_ignore_ascii_case(elided))
        || year.len() == 2 && year.bytes().all(|b| b.is_ascii_digit())
}

/// The speech in a paragraph that begins with a dash, where the language writes dialogue so: speech and what is told of
/// it change at every dash.
fn dialogue(version: &Version, paragraph: Span) -> Option<Vec<Span>> {
    use Language::{French, Greek, Italian, Polish, Portuguese, Russian, Spanish};
    let dashes = ['—', '―', '–'];
    let text = paragraph.of(version.text);
    let known = matches!(
        version.language,
        French | Greek | Italian | Polish | Portuguese | Russian | Spanish
    );
    if !known || !text.starts_with(dashes) {
        return None;
    }
    let mut speech = Vec::new();
    let mut at = paragraph.start;
    for (k, part) in text.split(dashes).enumerate() {
        if k % 2 == 1 {
            speech.push(Span::new(at, at + part.len()));
        }
        at += part.len();
        at += version.text[at..].chars().next().map_or(0, char::len_utf8);
    }
    Some(speech)
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::version::ParagraphBreaks;

    /// The quotations of `text`, `|` between them.
    fn quoted(text: &str) -> String {
        let text = text.replace(" / ", "\n\n");
        let version = Version::new(&text, ParagraphBreaks::Auto, None);
        let found = find(&version);
        found
            .iter()
            .map(|span| version.text_of(*span))
            .collect::<Vec<_>>()
            .join("|")
    }

    #[test]
    fn styles() {
        for (text, expected) in [
            ("“Stop,” she said. “Now.”", "Stop,|Now."),
            ("\"Stop,\" she said. \"Now.\"", "Stop,|Now."),
            ("‘Stop,’ she said, ‘it’s late.’", "Stop,|it’s late."),
            ("'Stop,' she said, 'it's late.'", "Stop,|it's late."),
            (
                "„Halt“, sagte sie, ‚jetzt‘ und »gleich«.",
                "Halt|jetzt|gleich",
            ),
            ("« Arrête », dit-elle, «maintenant».", "Arrête|maintenant"),
            ("”Stopp”, sa hon. »Nu», sa han.", "Stopp|Nu"),
            ("「止まれ」と彼女は言った。『雪』", "止まれ|雪"),
            ("他说：“你好”，然后走了。", "你好"),
            (
                "他说\"你好\"然后走了，又说：\"再见。\"她没听见。",
                "你好|再见。",
            ),
            ("a ‘weapon’—so called—of “mass”", "weapon|mass"),
        ] {
            assert_eq!(quoted(text), expected, "{text}");
        }
    }

    #[test]
    fn apostrophes_are_none() {
        for text in [
            "It’s the boats’ oars, and the ’90s, and rock ’n’ roll.",
            "It's the boats' oars, and the '90s, and rock 'n' roll, 'tis the dogs' life.",
            "A man of 5'10\" and a pipe of 6\" in L’Aquila.",
            "He said “stop and went on, and nobody asked.",
        ] {
            assert_eq!(quoted(text), "", "{text}");
        }
        assert_eq!(
            quoted("‘The boats’ oars are gone,’ he said."),
            "The boats’ oars are gone,"
        );
        assert_eq!(quoted("The ‘gangs’ of the boys’ school."), "gangs");
    }

    #[test]
    fn the_outermost_of_several() {
        for (text, expected) in [
            ("“He said ‘no’ to me,” she said.", "He said ‘no’ to me,"),
            ("‘He said “no” to me,’ she said.", "He said “no” to me,"),
            ("“Stop! he said. “No,” she said.", "No,"),
        ] {
            assert_eq!(quoted(text), expected, "{text}");
        }
    }

    #[test]
    fn one_for_each_paragraph() {
        for (text, expected) in [
            (
                "“I came home. / “Nobody was there.” She wept.",
                "I came home.|Nobody was there.",
            ),
            (
                "He said, ‘She is the one. / I saw her.’ He left.",
                "She is the one.|I saw her.",
            ),
            ("“I came home, he said. / Nobody was there.", ""),
        ] {
            assert_eq!(quoted(text), expected, "{text}");
        }
    }

    #[test]
    fn dashes_where_the_language_has_them() {
        let spanish = "—Vengo ahora —dijo él—. Mañana no puedo. / El hombre se fue y la mujer se quedó en la casa con los niños.";
        assert_eq!(quoted(spanish), "Vengo ahora|. Mañana no puedo.");
        assert_eq!(
            quoted(
                "— So he came, and the dog was with him in the house. / And that was it for the day."
            ),
            ""
        );
    }
}
