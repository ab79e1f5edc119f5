//! What a text is: a [`Version`] of a story, cut into paragraphs, sentences and tokens.
//!
//! A version borrows its text and holds flat tables of ranges into it; the text itself is never
//! rewritten. All text offsets in this crate are bytes; `report` alone turns them into UTF-16.

mod abbreviations;
mod continued;
mod language;
mod lines;
mod marks;
pub(crate) mod numerals;
mod paragraphs;
mod roles;
mod sentences;
mod tokens;
pub(crate) mod wordlist;

pub use language::Language;
pub use roles::Role;
pub(crate) use tokens::is_unspaced;

/// A half-open range `start..end`: of bytes in a text, or of indices into a table, as its owner says.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct Span {
    /// The first position inside.
    pub start: usize,
    /// The first position past the end.
    pub end: usize,
}

impl Span {
    /// The span `start..end`.
    pub const fn new(start: usize, end: usize) -> Self {
        Self { start, end }
    }

    /// How many positions it covers.
    pub const fn len(self) -> usize {
        self.end - self.start
    }

    /// Whether it covers nothing.
    pub const fn is_empty(self) -> bool {
        self.end == self.start
    }

    /// The positions it covers, for loops and for indexing.
    pub const fn range(self) -> std::ops::Range<usize> {
        self.start..self.end
    }

    /// What it covers of `text`, as bytes.
    pub fn of(self, text: &str) -> &str {
        &text[self.start..self.end]
    }
}

/// How the ends of paragraphs are marked in a text.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub enum ParagraphBreaks {
    /// Told from the text itself.
    #[default]
    Auto,
    /// Blank lines (or indents) part paragraphs; a single line break is a wrapped line.
    BlankLines,
    /// Every line is a paragraph.
    Lines,
}

/// A paragraph of a version.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Paragraph {
    /// Bytes of the text, without the white space around it.
    pub span: Span,
    /// Indices into [`Version::sentences`].
    pub sentences: Span,
    /// What part it plays on the page.
    pub role: Role,
    /// Whether it is a stanza: each of its lines is a sentence.
    pub verse: bool,
}

/// A sentence of a version.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Sentence {
    /// Bytes of the text, without the white space around it.
    pub span: Span,
    /// Index into [`Version::paragraphs`].
    pub paragraph: usize,
    /// Indices into [`Version::tokens`].
    pub tokens: Span,
    /// Whether it goes on with the last sentence of the paragraph before, which a paragraph break has cut in two.
    pub continues: bool,
}

/// A run of text without white space, also cut after a dash that joins two words; in scripts that part no words by
/// spaces, a UAX #29 word.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Token {
    /// Bytes of the text.
    pub span: Span,
    /// Bytes of the text: the token without the punctuation around its letters and digits; all of it where it has none.
    pub core: Span,
}

/// A version of a story: a text and the tables that say where its parts stand.
#[derive(Clone, Debug)]
pub struct Version<'t> {
    /// The text, as it came.
    pub text: &'t str,
    /// The language it is mostly written in.
    pub language: Language,
    /// Ascending; they cover all text but the white space between them.
    pub paragraphs: Vec<Paragraph>,
    /// Ascending, each inside one paragraph; they cover all text but white space.
    pub sentences: Vec<Sentence>,
    /// Ascending, each inside one sentence; they cover all text but white space.
    pub tokens: Vec<Token>,
}

impl<'t> Version<'t> {
    /// Cuts `text` into paragraphs, sentences and tokens. Time is linear in the text.
    pub fn new(text: &'t str, breaks: ParagraphBreaks, language: Option<Language>) -> Self {
        let language = language.unwrap_or_else(|| Language::detect(text));
        let mut version = Self {
            text,
            language,
            paragraphs: Vec::new(),
            sentences: Vec::new(),
            tokens: Vec::new(),
        };
        for passage in paragraphs::split(text, breaks) {
            let first = version.sentences.len();
            for sentence in sentences::split(text, passage, language) {
                let start = version.tokens.len();
                tokens::split(text, sentence, &mut version.tokens);
                version.sentences.push(Sentence {
                    span: sentence,
                    paragraph: version.paragraphs.len(),
                    tokens: Span::new(start, version.tokens.len()),
                    continues: false,
                });
            }
            let sentences = Span::new(first, version.sentences.len());
            version.paragraphs.push(Paragraph {
                span: passage.span,
                sentences,
                role: Role::Body,
                verse: passage.verse,
            });
        }
        roles::assign(&mut version);
        continued::mark(&mut version);
        version
    }

    /// The text of a paragraph, sentence or token.
    pub fn text_of(&self, span: Span) -> &'t str {
        span.of(self.text)
    }

    /// Which tokens a paragraph has: indices into [`Version::tokens`].
    pub fn tokens_of(&self, paragraph: &Paragraph) -> Span {
        match &self.sentences[paragraph.sentences.range()] {
            [] => Span::default(),
            [only] => only.tokens,
            [first, .., last] => Span::new(first.tokens.start, last.tokens.end),
        }
    }

    /// How many of these tokens, given as indices, are words: hold a letter or a digit.
    pub fn words_in(&self, tokens: Span) -> usize {
        let is_word = |token: &&Token| self.text_of(token.core).starts_with(char::is_alphanumeric);
        self.tokens[tokens.range()].iter().filter(is_word).count()
    }

    /// How many words begin inside these bytes: an edit may part a word from the marks before it.
    pub fn words_beginning(&self, bytes: Span) -> usize {
        let index = |byte| self.tokens.partition_point(|token| token.core.start < byte);
        self.words_in(Span::new(index(bytes.start), index(bytes.end)))
    }
}

/// White space as both Rust and JavaScript's `\s` see it, so that every promise of the report holds for both.
pub fn is_white_space(c: char) -> bool {
    c.is_whitespace() && c != '\u{85}'
}

/// `text` in small letters, each by itself. (The standard library's final sigma would cost 2 kB of the engine's size in
/// the browser.)
pub(crate) fn lower(text: &str) -> String {
    if text.is_ascii() {
        return text.to_ascii_lowercase();
    }
    text.chars().flat_map(char::to_lowercase).collect()
}

/// `span` without the white space at its ends; empty at `span.start` where there is nothing else.
pub(crate) fn trim(text: &str, span: Span) -> Span {
    let inner = span.of(text);
    let kept = inner.trim_start_matches(is_white_space);
    let start = span.start + inner.len() - kept.len();
    Span::new(start, start + kept.trim_end_matches(is_white_space).len())
}

#[cfg(all(test, not(target_arch = "wasm32")))]
mod tests;
