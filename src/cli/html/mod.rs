//! A comparison as one HTML file that needs nothing: no network, no engine, no script.
//!
//! In a wide window every paragraph stands beside its counterpart; in a narrow one the later version is read, with the
//! earlier words struck through where they stood. Both by style alone, and a Content-Security-Policy lets nothing else in.
//! The file holds the saved comparison too, so that it opens again on the page of storydiff.
//!
//! Story text gets in as text. A character that no HTML file can hold, U+0000, is shown as U+FFFD, and is whole in the
//! saved comparison.

mod facts;
mod notes;
mod paragraph;
mod rows;

use super::comparison::{Comparison, Side};
use super::files::printable;
use super::{json, summary};

const STYLE: &str = include_str!("style.css");

/// Of the style, so that no other is let in.
const STYLE_HASH: &str = "sha256-2sz+a2MqGpQGHO3OpmxNuSG+3OQyvC+cDeN7TN6leps=";

/// The text of the file.
///
/// # Errors
/// Where the saved comparison cannot be written as JSON.
pub fn page(comparison: &Comparison) -> serde_json::Result<String> {
    // A direction that a name sets would turn what stands after it.
    let names = comparison.names.map(|name| escape(&printable(name)));
    let title = format!("{} compared with {}", names[0], names[1]);
    let shows = if comparison.is_one_story() {
        "versions"
    } else {
        "strangers"
    };
    let sentences = escape(&summary::sentences(comparison));
    let figures = escape(&summary::figures(comparison));
    let facts = facts::panel(comparison);
    let heads = Side::BOTH.map(|side| {
        format!(
            "<span class=\"{}\">{} <b>{}</b></span>",
            side.name(),
            side.of("Earlier version", "Later version"),
            side.of(&names[0], &names[1])
        )
    });
    let rows = rows::draw(comparison);
    let saved = String::from_utf8_lossy(&json::saved(comparison)?).replace('<', "\\u003c");
    Ok(format!(
        r#"<!doctype html>
<html lang="en">
<head>
<meta charset="utf-8">
<meta http-equiv="Content-Security-Policy" content="default-src 'none'; style-src '{STYLE_HASH}'; base-uri 'none'; form-action 'none'">
<meta name="viewport" content="width=device-width, initial-scale=1">
<meta name="color-scheme" content="light dark">
<title>{title}</title>
<style>{STYLE}</style>
</head>
<body data-shows="{shows}">
<header>
<h1>{title}</h1>
<p class="summary">{sentences}</p>
<p class="figures">{figures}</p>
{facts}</header>
<div class="heads">{}{}</div>
<main>
{rows}</main>
<footer>Made with storydiff. This file needs no network. Dropped on the page of storydiff, it opens there as the comparison that it was.</footer>
<script type="application/json" id="storydiff">{saved}</script>
</body>
</html>
"#,
        heads[0], heads[1]
    ))
}

/// Text as HTML, in elements and in attributes.
fn escape(text: &str) -> String {
    let mut escaped = String::with_capacity(text.len());
    for character in text.chars() {
        match character {
            '&' => escaped += "&amp;",
            '<' => escaped += "&lt;",
            '>' => escaped += "&gt;",
            '"' => escaped += "&quot;",
            // A parser would make a line feed of it.
            '\r' => escaped += "&#13;",
            '\0' => escaped.push(char::REPLACEMENT_CHARACTER),
            _ => escaped.push(character),
        }
    }
    escaped
}

/// The attribute that names the language of a version, where it is known.
fn language(comparison: &Comparison, side: Side) -> String {
    match comparison.version(side).language {
        "und" => String::new(),
        tag => format!(" lang=\"{tag}\""),
    }
}
