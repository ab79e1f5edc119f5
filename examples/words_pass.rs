//! One pass of Unicode word segmentation (UAX #29) over a text, for `npm run bench`: the least that a tool takes which
//! looks at words. It is built for wasm as the engine is, but for speed instead of size, and takes a string as it does.
#![cfg(target_arch = "wasm32")]

use unicode_segmentation::UnicodeSegmentation;
use wasm_bindgen::prelude::wasm_bindgen;

/// How many words and other pieces a text has.
#[wasm_bindgen]
pub fn pieces(text: &str) -> usize {
    text.split_word_bounds().count()
}
