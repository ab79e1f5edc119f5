//! What a file is when it is not a text. As `www/read/recognise.js` has it for the page.

/// How a file of each kind begins, and what is said of it.
const KINDS: [(&[u8], &str); 13] = [
    (b"%PDF-", "is a PDF"),
    (b"{\\rtf", "is a rich text (RTF) document"),
    (
        b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1",
        "is a Word or other Office document",
    ),
    (
        b"PK\x03\x04",
        "is an archive, or a document that is one inside",
    ),
    (
        b"PK\x05\x06",
        "is an archive, or a document that is one inside",
    ),
    (b"\x1f\x8b", "is an archive"),
    (b"7z\xbc\xaf\x27\x1c", "is an archive"),
    (b"Rar!\x1a\x07", "is an archive"),
    (b"\x89PNG\r\n\x1a\n", "is a picture"),
    (b"\xff\xd8\xff", "is a picture"),
    (b"GIF89a", "is a picture"),
    (b"\0asm", "is a program"),
    (b"\x7fELF", "is a program"),
];

/// How much of a text is looked at for control characters.
const SAMPLE: usize = 0x10000;

/// Texts hold next to none; compressed or compiled bytes read as Windows-1252 hold about one in ten.
const CONTROL_SHARE: f64 = 0.02;

/// What a file is by how it begins, where that is not a text.
pub fn by_beginning(bytes: &[u8]) -> Option<&'static str> {
    let kind = KINDS.iter().find(|(mark, _)| bytes.starts_with(mark));
    kind.map(|(_, kind)| *kind)
}

/// Whether a text is one: not where it holds U+0000 or many control characters.
pub fn is_text(text: &str) -> bool {
    let (mut controls, mut all) = (0, 0);
    for character in text.chars().take(SAMPLE) {
        // Tabs, line and page ends, and DOS's end of file.
        let harmless = matches!(character, '\t'..='\r' | '\x1a');
        controls += usize::from(character < ' ' && !harmless);
        all += 1;
    }
    !text.contains('\0') && controls as f64 <= f64::from(all) * CONTROL_SHARE
}
