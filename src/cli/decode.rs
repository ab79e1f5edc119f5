//! Bytes to text: which encoding a file is written in, and why that was assumed. As `www/read/decode.js` has it for the
//! page.
//!
//! UTF-8 is certain enough to go without saying: text in another encoding is hardly ever valid UTF-8 by chance.

use std::borrow::Cow;

/// How much of a file is looked at to tell UTF-16 from its zero bytes: 64 KiB hold thousands of spaces and line ends.
const SAMPLE: usize = 0x10000;

/// The least share of code units with a zero byte in UTF-16 without a byte order mark. Latin text has it in nearly all,
/// Cyrillic and Greek in their spaces and full stops; a stray zero byte stays far below.
const ZERO_SHARE: f64 = 0.1;

/// What Windows-1252 has where Latin-1 has control characters, from 0x80 on, as the Encoding Standard lists it.
const WINDOWS_1252: [char; 32] = [
    '€', '\u{81}', '‚', 'ƒ', '„', '…', '†', '‡', 'ˆ', '‰', 'Š', '‹', 'Œ', '\u{8d}', 'Ž', '\u{8f}',
    '\u{90}', '‘', '’', '“', '”', '•', '–', '—', '˜', '™', 'š', '›', 'œ', '\u{9d}', 'ž', 'Ÿ',
];

/// A text, and what was assumed to read it, where anything had to be.
pub struct Decoded {
    /// The text, without a byte order mark.
    pub text: String,
    /// The encoding, and why it was assumed.
    pub assumed: Option<(&'static str, &'static str)>,
}

/// Decodes a text whose encoding nobody told.
pub fn decode(bytes: Vec<u8>) -> Decoded {
    const BY_MARK: &str = "as its byte order mark says";
    const BY_ZEROS: &str = "as the pattern of its zero bytes suggests";
    let assumed = |text, encoding, reason| Decoded {
        text,
        assumed: Some((encoding, reason)),
    };
    match bytes.as_slice() {
        [0xef, 0xbb, 0xbf, rest @ ..] => {
            return match String::from_utf8_lossy(rest) {
                Cow::Borrowed(text) => Decoded {
                    text: text.to_owned(),
                    assumed: None,
                },
                // What was lost is said of an encoding that is named.
                Cow::Owned(text) => assumed(text, "UTF-8", BY_MARK),
            };
        }
        [0xff, 0xfe, rest @ ..] => {
            return assumed(utf16(rest, u16::from_le_bytes), "UTF-16 LE", BY_MARK);
        }
        [0xfe, 0xff, rest @ ..] => {
            return assumed(utf16(rest, u16::from_be_bytes), "UTF-16 BE", BY_MARK);
        }
        _ => {}
    }
    match zeros(&bytes) {
        Some(Order::Little) => {
            return assumed(utf16(&bytes, u16::from_le_bytes), "UTF-16 LE", BY_ZEROS);
        }
        Some(Order::Big) => {
            return assumed(utf16(&bytes, u16::from_be_bytes), "UTF-16 BE", BY_ZEROS);
        }
        None => {}
    }
    match String::from_utf8(bytes) {
        Ok(text) => Decoded {
            text,
            assumed: None,
        },
        Err(error) => {
            let text = error.as_bytes().iter().map(|&byte| match byte {
                0x80..0xa0 => WINDOWS_1252[usize::from(byte - 0x80)],
                _ => char::from(byte),
            });
            let reason = "because it is not valid UTF-8";
            assumed(text.collect(), "Windows-1252", reason)
        }
    }
}

/// Which byte of a code unit comes first.
enum Order {
    Little,
    Big,
}

/// UTF-16 by where its zero bytes stand: the upper halves of its ASCII characters, hence all on odd places (little endian)
/// or all on even ones.
fn zeros(bytes: &[u8]) -> Option<Order> {
    if bytes.len() % 2 == 1 {
        return None;
    }
    let sample = &bytes[..bytes.len().min(SAMPLE)];
    let (mut even, mut odd) = (0, 0);
    for (index, _) in sample.iter().enumerate().filter(|(_, byte)| **byte == 0) {
        *(if index % 2 == 0 { &mut even } else { &mut odd }) += 1;
    }
    let enough = |zeros: usize| zeros as f64 > sample.len() as f64 / 2.0 * ZERO_SHARE;
    match (even, odd) {
        (0, zeros) if enough(zeros) => Some(Order::Little),
        (zeros, 0) if enough(zeros) => Some(Order::Big),
        _ => None,
    }
}

/// What is not valid, half a code unit at the end too, becomes U+FFFD.
fn utf16(bytes: &[u8], unit: fn([u8; 2]) -> u16) -> String {
    let pairs = bytes.chunks_exact(2);
    let half = !pairs.remainder().is_empty();
    let units = pairs.map(|pair| unit([pair[0], pair[1]]));
    let text = char::decode_utf16(units).map(|unit| unit.unwrap_or(char::REPLACEMENT_CHARACTER));
    text.chain(half.then_some(char::REPLACEMENT_CHARACTER))
        .collect()
}
