//! Which words are one word in two spellings: British and American, old and new, one word, hyphenated or two.
//!
//! A few general rules, each the shadow of a table of thousands; they only ever compare words that stand in the same place,
//! so a rule may map a word to something that is none.

/// Whether two runs of folded words are the same words in another spelling.
pub(super) fn same(before: &[String], after: &[String]) -> bool {
    let (mut b, mut a) = (parts(before), parts(after));
    loop {
        match (b.next(), a.next()) {
            (None, None) => return true,
            (Some(b), Some(a)) if is_same_word(b, a) => {}
            _ => break,
        }
    }
    let (b, a) = (
        parts(before).collect::<String>(),
        parts(after).collect::<String>(),
    );
    let hyphenated = || before.iter().chain(after).any(|word| is_compound(word));
    b == a && (hyphenated() || ONE_OR_TWO.contains(&b.as_str()))
}

fn is_same_word(before: &str, after: &str) -> bool {
    // Most words that stand in the same place differ at once.
    let initial = |word: &str| match word.chars().next() {
        Some('æ' | 'œ' | 'a' | 'o') => Some('e'),
        other => other,
    };
    before == after || initial(before) == initial(after) && canonical(before) == canonical(after)
}

/// The words, and those that hyphens join one by one.
fn parts(words: &[String]) -> impl Iterator<Item = &str> {
    words
        .iter()
        .flat_map(|word| word.split(|c| c == '-' && is_compound(word)))
}

/// Written as one word or as two without a change of meaning.
const ONE_OR_TWO: [&str; 2] = ["cannot", "percent"];

/// Whether a word is made of words; a hyphen makes other numbers: -3, 1-2.
fn is_compound(word: &str) -> bool {
    word.contains(['-']) && !word.contains(char::is_numeric)
}

/// What is spelled two ways, between a stem with at least so many groups of vowels and one of some endings.
struct Rule {
    from: &'static str,
    to: &'static str,
    vowels: usize,
    endings: &'static [&'static str],
}

const fn rule(
    from: &'static str,
    to: &'static str,
    vowels: usize,
    endings: &'static [&'static str],
) -> Rule {
    Rule {
        from,
        to,
        vowels,
        endings,
    }
}

const NOUN: &[&str] = &["", "s"];
const VERB: &[&str] = &["e", "es", "ed", "er", "ers", "ing", "ings"];

/// In this order. The stem keeps short words apart that are two: four and for, prise and prize, filling and filing.
const RULES: &[Rule] = &[
    rule("ctis", "ctic", 1, VERB),
    rule("is", "iz", 1, VERB),
    rule("isation", "ization", 1, NOUN),
    rule("ys", "yz", 1, VERB),
    rule("tre", "ter", 1, NOUN),
    rule("tred", "tered", 1, &[""]),
    rule("bre", "ber", 1, NOUN),
    rule("gre", "ger", 1, NOUN),
    rule("vre", "ver", 1, NOUN),
    rule(
        "ll",
        "l",
        2,
        &[
            "", "s", "ed", "er", "ers", "ing", "ings", "or", "ors", "ment", "ments",
        ],
    ),
    rule("llful", "lful", 1, &["", "ly"]),
    rule("ogue", "og", 1, NOUN),
    rule("ence", "ense", 1, NOUN),
    rule("amme", "am", 1, NOUN),
    rule("dgement", "dgment", 1, NOUN),
    rule("grey", "gray", 0, &["", "s", "er", "ing", "ish"]),
];

/// One spelling for all of a word.
fn canonical(word: &str) -> String {
    let mut word = unaccented(word);
    word = simple_vowels(&word);
    for rule in RULES {
        if let Some(replaced) = rule.apply(&word) {
            word = replaced;
        }
    }
    word
}

impl Rule {
    fn apply(&self, word: &str) -> Option<String> {
        self.endings.iter().find_map(|ending| {
            let stem = word.strip_suffix(ending)?.strip_suffix(self.from)?;
            (vowel_groups(stem) >= self.vowels).then(|| [stem, self.to, ending].concat())
        })
    }
}

/// Without the accents that loan words lose; umlauts make other words.
fn unaccented(word: &str) -> String {
    let mut plain = String::with_capacity(word.len());
    for c in word.chars() {
        match c {
            'à' | 'â' => plain.push('a'),
            'ç' => plain.push('c'),
            'è' | 'é' | 'ê' | 'ë' => plain.push('e'),
            'î' | 'ï' => plain.push('i'),
            'ñ' => plain.push('n'),
            'ô' => plain.push('o'),
            'û' => plain.push('u'),
            'æ' => plain.push_str("ae"),
            'œ' => plain.push_str("oe"),
            'ß' => plain.push_str("ss"),
            other => plain.push(other),
        }
    }
    plain
}

/// With `o` for `ou` before `r` (not in four, mourning) and `e` for `ae` and `oe` (not in poet, heroes, Michael).
fn simple_vowels(word: &str) -> String {
    let mut simple = String::with_capacity(word.len());
    let mut rest = word;
    while let Some(c) = rest.chars().next() {
        let (taken, put) = if rest.starts_with("our") && vowel_groups(&simple) > 0 {
            ("ou", "o")
        } else if word.len() > 5
            && (rest.starts_with("ae") && !rest.starts_with("ael")
                || rest.starts_with("oe") && rest != "oes")
        {
            (&rest[..2], "e")
        } else {
            (&rest[..c.len_utf8()], &rest[..c.len_utf8()])
        };
        simple.push_str(put);
        rest = &rest[taken.len()..];
    }
    simple
}

fn vowel_groups(text: &str) -> usize {
    let is_vowel = |c| matches!(c, 'a' | 'e' | 'i' | 'o' | 'u' | 'y' | 'ä' | 'ö' | 'ü');
    let mut last = false;
    text.chars()
        .filter(|&c| {
            let starts = is_vowel(c) && !last;
            last = is_vowel(c);
            starts
        })
        .count()
}
