//! The boundary to JavaScript: arguments in, report out, stage marks. It decides nothing.

use crate::{Correction, Kinship, Options, compare_with};
use js_sys::{Array, JsString, Object, Reflect};
use serde::Serialize;
use std::char::DecodeUtf16Error;
use std::sync::{Mutex, MutexGuard, PoisonError};
use wasm_bindgen::prelude::*;
use web_sys::Performance;

/// Two levels of lists of free blocks by their size (Masmano et al. 2004): as fast as Rust's own, and 3 kB smaller, gzip.
#[global_allocator]
static ALLOCATOR: rlsf::SmallGlobalTlsf = rlsf::SmallGlobalTlsf::new();

#[wasm_bindgen(typescript_custom_section)]
const TYPES: &str = include_str!("report.d.ts");

/// The table of kin words that comparisons use.
static KINSHIP: Mutex<Option<Kinship>> = Mutex::new(None);

/// Compares two versions of a story: `before` is the earlier text, `after` the later one.
///
/// @throws {Error} where an argument is not of its type, an option is unknown or a correction names a paragraph that is not
/// there; the message names it.
#[wasm_bindgen(unchecked_return_type = "Report")]
pub fn compare(
    #[wasm_bindgen(unchecked_param_type = "string")] before: &JsValue,
    #[wasm_bindgen(unchecked_param_type = "string")] after: &JsValue,
    #[wasm_bindgen(unchecked_optional_param_type = "Options")] options: &JsValue,
) -> Result<JsValue, JsError> {
    let (before, after) = (text(before, "before")?, text(after, "after")?);
    let options = read_options(options)?;
    let marks = Marks::new();
    let report = compare_with(&before, &after, &options, kinship().as_ref(), |stage| {
        marks.set(stage);
    })?;
    let report =
        report.serialize(&serde_wasm_bindgen::Serializer::new().serialize_missing_as_null(true))?;
    marks.set("serialize");
    Ok(report)
}

/// Takes a table of kin words, which every comparison uses from then on where it bears on the texts.
///
/// @throws {Error} where it is not a whole table; then what was there before stays in use.
#[wasm_bindgen(js_name = useKinship)]
pub fn use_kinship(
    #[wasm_bindgen(unchecked_param_type = "Uint8Array")] table: Option<Vec<u8>>,
) -> Result<(), JsError> {
    let table = Kinship::parse(&table.unwrap_or_default())?;
    *kinship() = Some(table);
    Ok(())
}

fn kinship() -> MutexGuard<'static, Option<Kinship>> {
    KINSHIP.lock().unwrap_or_else(PoisonError::into_inner)
}

/// The text of a string. JavaScript's may hold lone surrogates, which no Rust string does: each becomes a character of
/// the private use area of its own, one code unit too, so that every range stays true and unequal texts unequal.
fn text(value: &JsValue, name: &str) -> Result<String, JsError> {
    let string = value
        .dyn_ref::<JsString>()
        .ok_or_else(|| JsError::new(&format!("\"{name}\" must be a string.")))?;
    let text = String::from(string);
    // What a lone surrogate has become: only where it stands need each code unit be looked at, which takes a while.
    if !text.contains(char::REPLACEMENT_CHARACTER) || string.is_valid_utf16() {
        return Ok(text);
    }
    let stand_in =
        |lone: DecodeUtf16Error| char::from_u32(u32::from(lone.unpaired_surrogate()) + 0x0800);
    Ok(char::decode_utf16(string.iter())
        .filter_map(|unit| unit.map_or_else(stand_in, Some))
        .collect())
}

fn read_options(value: &JsValue) -> Result<Options, JsError> {
    let mut options = Options::default();
    if value.is_undefined() || value.is_null() {
        return Ok(options);
    }
    let object = value
        .dyn_ref::<Object>()
        .filter(|object| !object.is_function() && !Array::is_array(object))
        .ok_or_else(|| JsError::new("\"options\" must be an object."))?;
    for entry in Object::keys(object).iter() {
        let name = entry.as_string().unwrap_or_default();
        let value = Reflect::get(object, &entry)
            .map_err(|_| JsError::new(&format!("The option \"{name}\" cannot be read.")))?;
        if value.is_undefined() {
            continue;
        }
        if name == "corrections" {
            options.corrections = read_corrections(&value)?;
            continue;
        }
        if Options::knows(&name) && !value.is_string() {
            let message = format!("The option \"{name}\" must be a string.");
            return Err(JsError::new(&message));
        }
        options.set(&name, &value.as_string().unwrap_or_default())?;
    }
    Ok(options)
}

fn read_corrections(value: &JsValue) -> Result<Vec<Correction>, JsError> {
    let list = value
        .dyn_ref::<Array>()
        .ok_or_else(|| JsError::new("The option \"corrections\" must be an array."))?;
    let mut corrections = Vec::new();
    for (at, correction) in list.iter().enumerate() {
        let index = |name| {
            let index = field(&correction, name).as_f64();
            let index = index.filter(|index| *index >= 0.0 && index.fract() == 0.0);
            index.ok_or_else(|| ill_typed(at, name, "the index of a paragraph"))
        };
        let paired = field(&correction, "paired").as_bool();
        corrections.push(Correction {
            before: index("before")? as usize,
            after: index("after")? as usize,
            paired: paired.ok_or_else(|| ill_typed(at, "paired", "a boolean"))?,
        });
    }
    Ok(corrections)
}

fn field(object: &JsValue, name: &str) -> JsValue {
    Reflect::get(object, &name.into()).unwrap_or_default()
}

fn ill_typed(at: usize, name: &str, expected: &str) -> JsError {
    JsError::new(&format!("corrections[{at}].{name}: must be {expected}."))
}

/// Marks `storydiff:<stage>` on the performance timeline, where the host has one, as each stage ends.
struct Marks(Option<Performance>);

impl Marks {
    fn new() -> Self {
        let performance = field(&js_sys::global(), "performance");
        let marks = Self(performance.dyn_into().ok());
        marks.set("start");
        marks
    }

    /// Replaces the mark that an earlier comparison left, so that the timeline does not grow.
    fn set(&self, stage: &str) {
        if let Some(performance) = &self.0 {
            let name = format!("storydiff:{stage}");
            performance.clear_marks_with_mark_name(&name);
            // A host that refuses a mark loses the mark, not the comparison.
            let _ = performance.mark(&name);
        }
    }
}
