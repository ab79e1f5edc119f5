use super::*;
use crate::version::ParagraphBreaks;

/// A table of two dimensions: water, fire, and what ends words of either.
fn table() -> Vec<u8> {
    let pieces = [
        ("##s", 8, 8),
        ("fire", 8, 15),
        ("flame", 8, 15),
        ("lake", 15, 8),
        ("sea", 15, 8),
    ];
    let text: Vec<&str> = pieces.iter().map(|piece| piece.0).collect();
    let text = text.join("\n");
    let mut table = b"kinship\x01\x04tiny\x02en\x02\x00".to_vec();
    table.extend((pieces.len() as u32).to_le_bytes());
    table.extend((text.len() as u32).to_le_bytes());
    table.extend(text.bytes());
    table.extend(pieces.iter().flat_map(|_| 0.5_f32.to_le_bytes()));
    table.extend(pieces.iter().map(|piece| piece.1 | piece.2 << 4));
    table
}

fn version(text: &str) -> Version<'_> {
    Version::new(text, ParagraphBreaks::Auto, Some(Language::English))
}

#[test]
fn a_word_has_its_longest_pieces_or_none() {
    let kinship = Kinship::parse(&table()).unwrap();
    let pieces = |word: &str| {
        let mut found = vec![9];
        kinship.split(word.as_bytes(), &mut found);
        found.split_off(1)
    };
    assert_eq!(pieces("flames"), [2, 0]);
    assert_eq!(pieces("seas"), [4, 0]);
    assert_eq!(pieces("season"), []);
    assert_eq!(pieces("s"), []);
    assert_eq!(pieces(""), []);
    assert_eq!(pieces("sée"), []);
}

#[test]
fn sentences_are_kin_by_what_parts_them_from_the_others() {
    let kinship = Kinship::parse(&table()).unwrap();
    let (before, after) = (
        version("A fire. The sea!"),
        version("Lakes.\n\nThose Flames? No."),
    );
    let sentences = kinship.sentences(&before, &after, &Keys::new(&before, &after));
    let cosine = |i, j| sentences.cosine(i, j);
    assert!(cosine(0, 1) > 0.7 && cosine(1, 0) > 0.7);
    assert!(cosine(0, 0) <= 0.0 && cosine(1, 1) <= 0.0 && cosine(0, 2) <= 0.0);
}

#[test]
fn only_a_whole_table_is_read() {
    let whole = table();
    assert_eq!(Kinship::parse(&whole).unwrap().name(), "tiny");
    for end in 0..whole.len() {
        assert!(Kinship::parse(&whole[..end]).is_err(), "{end}");
    }
    let fault = |change: &dyn Fn(&mut Vec<u8>)| {
        let mut table = table();
        change(&mut table);
        Kinship::parse(&table).unwrap_err().to_string()
    };
    let first_piece = 26;
    assert_eq!(&whole[first_piece..first_piece + 3], b"##s");
    for (change, expected) in [
        (
            &(|table: &mut Vec<u8>| table[7] = 2) as &dyn Fn(&mut Vec<u8>),
            "it is none, or one of another format",
        ),
        (&|table| table[14] = b'x', "it is damaged"),
        (&|table| table[16] = 0, "it is damaged"),
        (&|table| table[first_piece] = b'z', "it is damaged"),
        (&|table| table[22] = 255, "it is cut off"),
        (&|table| table.push(0), "it is damaged"),
    ] {
        let message = format!("The table of kin words cannot be used: {expected}.");
        assert_eq!(fault(change), message);
    }
}

#[test]
fn no_change_of_a_byte_makes_it_panic() {
    let (before, after) = (
        version("A fire. The seas!"),
        version("Lakes. Those flames."),
    );
    let keys = Keys::new(&before, &after);
    let whole = table();
    for at in 0..whole.len() {
        for byte in [0, 1, 10, 35, 127, 128, 255] {
            let mut table = whole.clone();
            table[at] = byte;
            if let Ok(kinship) = Kinship::parse(&table) {
                let cosine = kinship.sentences(&before, &after, &keys).cosine(0, 1);
                assert!((0.0..=1.0).contains(&cosine));
            }
        }
    }
}
