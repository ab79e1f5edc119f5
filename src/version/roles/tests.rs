//! Each case is a page: a paragraph a line, its role before it.

use super::Role;
use crate::version::{ParagraphBreaks, Version};

fn check(page: &str) {
    let lines: Vec<(&str, &str)> = page
        .lines()
        .filter_map(|line| line.trim_start().split_once("| "))
        .collect();
    let text = lines
        .iter()
        .map(|(_, text)| *text)
        .collect::<Vec<_>>()
        .join("\n\n");
    let version = Version::new(&text, ParagraphBreaks::Auto, None);
    let found: Vec<(&str, &str)> = version
        .paragraphs
        .iter()
        .map(|paragraph| {
            let role = match paragraph.role {
                Role::Title => "title",
                Role::Byline => "byline",
                Role::Caption => "caption",
                Role::Body => "body",
            };
            (role, version.text_of(paragraph.span))
        })
        .collect();
    assert_eq!(found, lines);
}

#[test]
fn a_report_with_pictures() {
    check(
        "title| Village Gets Its ‘Lost’ Bell Back
        byline| Tuesday, 4 November 2025 by Ida Holm
        body| A bell that hung for ninety years in the wrong museum is on its way home to Nore.
        caption| The bell on its wooden carriage in front of the old harbour office in Nore
        body| “We never forgot it,” the mayor said on Monday, and wept.
        title| What happens next
        body| The bell will hang in the school, where it will be rung at noon.
        caption| Photo: the tower before the fire.
        body| Nobody is sure who will ring it in the summer holidays.
        caption| Children wait for the lorry – Image © Ida Holm
        body| It is said to weigh less than the cow that pulled it.
        body| Ida Holm",
    );
}

#[test]
fn a_book() {
    check(
        "title| The Ferry
        byline| By A. N. Holm
        byline| Translated by Per Lund
        title| PREFACE.
        body| This story was begun in a wet summer, and it never dried.
        title| CHAPTER IV.
        body| To Mrs. Lund, Nore.
        body| You will be glad to hear that no harm has come of it so far.
        body| Your affectionate brother,
        body| R. HOLM.
        title| Letter 2
        byline| Nore, 28th March, 1911.
        body| How slowly the time goes here, where there is nothing but water.
        title| XII
        body| There was nothing left to cross but the street.
        title| Part Two: The Street
        body| It was crossed on foot.",
    );
}

#[test]
fn not_everything_short_is_a_title() {
    check(
        "body| By the time he came home it was dark, and no one asked where he had been.
        body| “Why?”
        body| Because the lamp had gone out, he said, and would not say more about
        body| the lamp or the oil or the boy who had been told to fill it.
        body| This is what she bought on the way home, as the list shows:
        body| - one lamp
        body| - two boys
        body| She had forgotten the oil; she went back for it; and when she had it she had
        body| forgotten the lamp.
        body| Part I forgot and part nobody would say
        body| The end",
    );
}

#[test]
fn neither_verse_nor_lists_have_titles() {
    check(
        "body| Milk
        body| Bread
        body| Oil for the lamp
        body| Salt
        body| Soap",
    );
    let poem = "The tide goes out and leaves its bill:\nOne boot, one bottle, half an oar,\n\
                A rope that ties up nothing still,\nA doll’s blue arm, a cupboard door";
    let version = Version::new(poem, ParagraphBreaks::BlankLines, None);
    assert!(
        version
            .paragraphs
            .iter()
            .all(|paragraph| paragraph.role == Role::Body)
    );
}
