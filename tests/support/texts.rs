//! Texts to compare: any at all, and stories with their revisions.

mod pieces;

use pieces::PIECES;
use proptest::collection::vec;
use proptest::prelude::*;
use proptest::sample::{Index, select};

/// Two texts of odd pieces, some of which stand in both.
pub fn any_texts() -> impl Strategy<Value = (String, String)> {
    let piece = prop_oneof![
        4 => select(PIECES).prop_map(str::to_owned),
        1 => any::<char>().prop_map(String::from),
    ];
    let stands = select(&[(true, true), (true, true), (true, false), (false, true)][..]);
    vec((piece, stands), 0..60).prop_map(|pieces| {
        let (mut before, mut after) = (String::new(), String::new());
        for (piece, (in_before, in_after)) in pieces {
            before += if in_before { &piece } else { "" };
            after += if in_after { &piece } else { "" };
        }
        (before, after)
    })
}

/// A story and a revision of it, each in a layout of its own.
pub fn revised_story() -> impl Strategy<Value = (String, String)> {
    let before = (story(), layout());
    let after = (vec(change(), 0..8), layout());
    (before, after).prop_map(|((story, layout_before), (changes, layout_after))| {
        let mut revision = story.clone();
        for change in changes {
            change.apply(&mut revision);
        }
        (
            layout_before.lay_out(&story),
            layout_after.lay_out(&revision),
        )
    })
}

/// A story in which no sentence stands twice, and a revision in which none does.
pub fn plain_revision() -> impl Strategy<Value = (String, String)> {
    let once = |change: &Change| !matches!(change, Change::Repeat(..) | Change::Add(..));
    let changes = vec(change().prop_filter("a sentence told twice", once), 0..8);
    (distinct_story(), changes).prop_map(|(story, changes)| {
        let mut revision = story.clone();
        for change in changes {
            change.apply(&mut revision);
        }
        (
            Layout::BlankLines.lay_out(&story),
            Layout::BlankLines.lay_out(&revision),
        )
    })
}

/// A story in which no sentence stands twice, in two layouts.
pub fn laid_out_twice() -> impl Strategy<Value = (String, String)> {
    let story = (distinct_story(), layout(), layout());
    story.prop_map(|(story, one, other)| (one.lay_out(&story), other.lay_out(&story)))
}

/// A story in which no sentence stands twice, and its paragraphs in another order: paragraph `j` of the other stood
/// at `order[j]`.
pub fn shuffled_story() -> impl Strategy<Value = (String, String, Vec<usize>)> {
    let order = |story: &Story| Just((0..story.len()).collect::<Vec<_>>()).prop_shuffle();
    let story = distinct_story().prop_flat_map(move |story| (order(&story), Just(story)));
    story.prop_map(|(order, story)| {
        let shuffled = order.iter().map(|&i| story[i].clone()).collect();
        let lay_out = |story| Layout::BlankLines.lay_out(story);
        (lay_out(&story), lay_out(&shuffled), order)
    })
}

/// Paragraphs of sentences.
type Story = Vec<Vec<String>>;

fn story() -> impl Strategy<Value = Story> {
    vec(paragraph(), 0..8)
}

fn distinct_story() -> impl Strategy<Value = Story> {
    (Just(SENTENCES.to_vec()).prop_shuffle(), 1..4_usize).prop_map(|(sentences, size)| {
        let paragraph = |sentences: &[&str]| sentences.iter().map(ToString::to_string).collect();
        sentences.chunks(size).map(paragraph).collect()
    })
}

fn paragraph() -> impl Strategy<Value = Vec<String>> {
    vec(select(SENTENCES).prop_map(str::to_owned), 1..5)
}

/// What an author may do to a story.
#[derive(Clone, Debug)]
enum Change {
    Word(Index, Index, &'static str),
    DropSentence(Index, Index),
    Split(Index),
    Join(Index),
    Move(Index, Index),
    Repeat(Index, Index),
    Drop(Index),
    Add(Index, Vec<String>),
    StraightQuotes,
}

fn change() -> impl Strategy<Value = Change> {
    let place = any::<Index>;
    let word = select(&["", "never", "“lamp”", "7,000", "the old", "Lamp."][..]);
    prop_oneof![
        4 => (place(), place(), word).prop_map(|(p, at, word)| Change::Word(p, at, word)),
        1 => (place(), place()).prop_map(|(p, s)| Change::DropSentence(p, s)),
        1 => place().prop_map(Change::Split),
        1 => place().prop_map(Change::Join),
        2 => (place(), place()).prop_map(|(from, to)| Change::Move(from, to)),
        1 => (place(), place()).prop_map(|(from, to)| Change::Repeat(from, to)),
        1 => place().prop_map(Change::Drop),
        1 => (place(), paragraph()).prop_map(|(to, paragraph)| Change::Add(to, paragraph)),
        1 => Just(Change::StraightQuotes),
    ]
}

impl Change {
    fn apply(self, story: &mut Story) {
        if let Self::Add(to, paragraph) = self {
            story.insert(to.index(story.len() + 1), paragraph);
            return;
        }
        if story.is_empty() {
            return;
        }
        let n = story.len();
        match self {
            Self::Word(p, at, word) => {
                let paragraph = &mut story[p.index(n)];
                let sentence = at.index(paragraph.len());
                let mut words: Vec<&str> = paragraph[sentence].split(' ').collect();
                let at = at.index(words.len());
                words[at] = word;
                paragraph[sentence] = words.join(" ");
            }
            Self::DropSentence(p, s) => {
                let paragraph = &mut story[p.index(n)];
                if paragraph.len() > 1 {
                    paragraph.remove(s.index(paragraph.len()));
                }
            }
            Self::Split(p) => {
                let p = p.index(n);
                let half = story[p].len() / 2;
                if half > 0 {
                    let rest = story[p].split_off(half);
                    story.insert(p + 1, rest);
                }
            }
            Self::Join(p) => {
                let p = p.index(n);
                if p > 0 {
                    let joined = story.remove(p);
                    story[p - 1].extend(joined);
                }
            }
            Self::Move(from, to) => {
                let paragraph = story.remove(from.index(n));
                story.insert(to.index(n), paragraph);
            }
            Self::Repeat(from, to) => {
                let paragraph = story[from.index(n)].clone();
                story.insert(to.index(n), paragraph);
            }
            Self::Drop(p) => {
                story.remove(p.index(n));
            }
            Self::Add(..) => {}
            Self::StraightQuotes => {
                let straight =
                    |sentence: &String| sentence.replace(['“', '”'], "\"").replace('’', "'");
                for paragraph in story {
                    *paragraph = paragraph.iter().map(straight).collect();
                }
            }
        }
    }
}

/// How a story is laid out in a file.
#[derive(Clone, Copy, Debug)]
enum Layout {
    BlankLines,
    LinePerParagraph,
    Wrapped,
    WrappedAndIndented,
    CarriageReturns,
}

fn layout() -> impl Strategy<Value = Layout> {
    use Layout::{BlankLines, CarriageReturns, LinePerParagraph, Wrapped, WrappedAndIndented};
    select(
        &[
            BlankLines,
            LinePerParagraph,
            Wrapped,
            WrappedAndIndented,
            CarriageReturns,
        ][..],
    )
}

impl Layout {
    fn lay_out(self, story: &Story) -> String {
        let (indent, width, end) = match self {
            Self::BlankLines => ("", usize::MAX, "\n\n"),
            Self::LinePerParagraph => ("", usize::MAX, "\n"),
            Self::Wrapped => ("", 40, "\n\n"),
            Self::WrappedAndIndented => ("    ", 40, "\n"),
            Self::CarriageReturns => ("", usize::MAX, "\r\n\r\n"),
        };
        let lay_out =
            |paragraph: &Vec<String>| indent.to_owned() + &wrap(&paragraph.join(" "), width) + end;
        story.iter().map(lay_out).collect()
    }
}

/// Breaks lines at spaces so that none is wider than `width` characters.
fn wrap(text: &str, width: usize) -> String {
    let mut wrapped = String::new();
    let mut column = 0;
    for word in text.split(' ') {
        let letters = word.chars().count();
        if column > 0 {
            let fits = column + 1 + letters <= width;
            wrapped.push(if fits { ' ' } else { '\n' });
            column = if fits { column + 1 } else { 0 };
        }
        wrapped += word;
        column += letters;
    }
    wrapped
}

/// Sentences of this project's own, each unlike the others.
pub const SENTENCES: &[&str] = &[
    "The postman found the gate open and the dog asleep in the barrow.",
    "Nobody had wound the clock since Easter.",
    "“Bring both lanterns,” said the captain, “and no questions.”",
    "At 6.15 a.m. the ferry left without its only passenger.",
    "Dr. Halloran kept a jar of wasps on the surgery windowsill.",
    "Three hundred umbrellas were sold that afternoon, most of them yellow.",
    "My sister paints boats, but she has never once been aboard.",
    "The bridge hums in a west wind; musicians say it is an F sharp.",
    "“Was it you?” she asked.",
    "Snow lay on the piano.",
    "The orchard belonged to a retired conjuror named J. P. Lovell.",
    "Every Thursday the library lends out a tortoise.",
    "He’d sworn never to eat another radish, and he meant it.",
    "The treaty was signed on a tablecloth, because the paper had got wet.",
    "Half the choir had hiccups.",
    "They measured the valley twice, and the second time it was shorter.",
    "“I don’t mind thunder,” the child explained, “only the bit before.”",
    "Our neighbour grows mushrooms in a wardrobe.",
    "In 1987 the last tram was driven into a field and planted with beans.",
    "The cartographer apologised to the island in person.",
    "It rained upward for a minute, or so the baker’s wife maintained.",
    "Seven kites hung in the plane tree like unpaid bills.",
    "The judge adjourned the case until somebody could find the goat.",
    "Below the cellar there was another cellar, and it was warm.",
];
