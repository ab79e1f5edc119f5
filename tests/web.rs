//! The boundary to JavaScript, in a browser: arguments, errors, the shape of what comes back, marks on the timeline.

#![cfg(target_arch = "wasm32")]

use js_sys::{Array, Error, JsString, Object, Reflect};
use storydiff::wasm::{compare, use_kinship};
use wasm_bindgen::{JsCast, JsValue};
use wasm_bindgen_test::{wasm_bindgen_test, wasm_bindgen_test_configure};
use web_sys::Performance;

wasm_bindgen_test_configure!(run_in_browser);

/// What JavaScript's `value.a.b` is for the path `"a.b"`; indices are names too.
fn at(value: &JsValue, path: &str) -> JsValue {
    path.split('.').fold(value.clone(), |value, name| {
        Reflect::get(&value, &name.into()).unwrap()
    })
}

fn report(before: &str, after: &str) -> JsValue {
    compare(&before.into(), &after.into(), &JsValue::UNDEFINED).unwrap()
}

fn options(name: &str, value: &JsValue) -> JsValue {
    let options = Object::new();
    Reflect::set(&options, &name.into(), value).unwrap();
    options.into()
}

/// The message of the error that these arguments throw.
fn thrown(before: &JsValue, after: &JsValue, options: &JsValue) -> String {
    let error = JsValue::from(compare(before, after, options).unwrap_err());
    error.unchecked_into::<Error>().message().into()
}

#[wasm_bindgen_test]
fn a_report_holds_plain_objects_and_arrays() {
    let report = report("The lamp was lit.", "The lamp was never lit.");
    assert_eq!(at(&report, "format"), 1.0);
    assert!(Array::is_array(&at(&report, "beads")));
    assert_eq!(at(&report, "beads.0.kind"), "match");
    assert_eq!(at(&report, "beads.0.moved"), JsValue::FALSE);
    assert_eq!(at(&report, "approximate"), JsValue::FALSE);
}

#[wasm_bindgen_test]
fn ranges_count_utf16_code_units() {
    let (before, after) = ("🦊 sleeps.\n\nThe end.", "🦊🦊 sleeps.\n\nThe end.");
    let report = report(before, after);
    for (side, text) in [("before", before), ("after", after)] {
        let length = f64::from(JsString::from(text).length());
        assert_eq!(at(&report, &format!("{side}.length")), length);
        assert_eq!(at(&report, &format!("{side}.paragraphs.1.end")), length);
    }
    assert_eq!(at(&report, "before.paragraphs.0.end"), 10.0);
    assert_eq!(at(&report, "after.paragraphs.0.end"), 12.0);
}

#[wasm_bindgen_test]
fn what_is_not_there_is_absent_null_or_empty() {
    let same = report("The lamp was lit.", "The lamp was lit.");
    let edit = at(&same, "beads.0.edits.0");
    assert_eq!(at(&edit, "kind"), "equal");
    assert!(!Reflect::has(&edit, &"cosmetic".into()).unwrap());
    let facts: Array = at(&same, "facts").unchecked_into();
    assert!(Array::is_array(&facts));
    assert_eq!(facts.length(), 0);
    assert!(at(&report("", ""), "summary.longest").is_null());
}

#[wasm_bindgen_test]
fn options_may_be_left_out() {
    let (before, after) = (JsValue::from("One.\nTwo."), JsValue::from("One.\nTwo."));
    for none in [
        JsValue::UNDEFINED,
        JsValue::NULL,
        Object::new().into(),
        options("paragraphs", &JsValue::UNDEFINED),
    ] {
        assert!(compare(&before, &after, &none).is_ok());
    }
}

#[wasm_bindgen_test]
fn options_are_heeded() {
    let text = JsValue::from("One line.\nAnother line.");
    let paragraphs = |value: &str| {
        let report = compare(&text, &text, &options("paragraphs", &value.into())).unwrap();
        at(&report, "before.paragraphs.length")
    };
    assert_eq!(paragraphs("lines"), 2.0);
    assert_eq!(paragraphs("blank-lines"), 1.0);
}

#[wasm_bindgen_test]
fn errors_name_what_is_wrong() {
    let (text, none) = (JsValue::from("One."), JsValue::UNDEFINED);
    assert_eq!(
        thrown(&1.into(), &text, &none),
        "\"before\" must be a string."
    );
    assert_eq!(thrown(&text, &none, &none), "\"after\" must be a string.");
    assert_eq!(
        thrown(&text, &text, &"lines".into()),
        "\"options\" must be an object."
    );

    let with = |name, value: &JsValue| thrown(&text, &text, &options(name, value));
    assert_eq!(
        with("sentences", &"auto".into()),
        "There is no option \"sentences\"."
    );
    assert_eq!(
        with("sentences", &1.into()),
        "There is no option \"sentences\"."
    );
    assert!(with("paragraphs", &"chapters".into()).contains("\"paragraphs\""));
    assert!(with("paragraphs", &true.into()).contains("\"paragraphs\""));
    assert!(with("language", &7.into()).contains("\"language\""));
}

/// Corrections, as JSON spells them.
fn corrections(json: &str) -> JsValue {
    options("corrections", &js_sys::JSON::parse(json).unwrap())
}

#[wasm_bindgen_test]
fn corrections_are_heeded_and_come_back() {
    let text = JsValue::from("The lamp was lit.\n\nThen it went out.");
    let report = |options: JsValue| compare(&text, &text, &options).unwrap();
    for none in [JsValue::UNDEFINED, corrections("[]")] {
        assert!(!Reflect::has(&report(none), &"corrections".into()).unwrap());
    }
    let parted = report(corrections(
        r#"[{ "before": 1, "after": 1, "paired": false }]"#,
    ));
    assert_eq!(at(&parted, "beads.1.kind"), "deletion");
    assert_eq!(at(&parted, "beads.2.kind"), "insertion");
    assert_eq!(at(&parted, "corrections.length"), 1.0);
    assert_eq!(at(&parted, "corrections.0.before"), 1.0);
    assert_eq!(at(&parted, "corrections.0.after"), 1.0);
    assert_eq!(at(&parted, "corrections.0.paired"), JsValue::FALSE);
    let again = report(options("corrections", &at(&parted, "corrections")));
    assert_eq!(at(&again, "beads.length"), at(&parted, "beads.length"));
}

#[wasm_bindgen_test]
fn a_correction_that_is_wrong_is_named() {
    let text = JsValue::from("The lamp was lit.\n\nThen it went out.");
    let with = |json: &str| thrown(&text, &text, &corrections(json));
    assert_eq!(with("7"), "The option \"corrections\" must be an array.");
    for (wrong, message) in [
        ("7", "before: must be the index of a paragraph."),
        ("{}", "before: must be the index of a paragraph."),
        (
            r#"{ "before": 0, "after": 0.5, "paired": true }"#,
            "after: must be the index of a paragraph.",
        ),
        (
            r#"{ "before": 0, "after": -1, "paired": true }"#,
            "after: must be the index of a paragraph.",
        ),
        (
            r#"{ "before": "0", "after": 0, "paired": true }"#,
            "before: must be the index of a paragraph.",
        ),
        (
            r#"{ "before": 0, "after": 0, "paired": 1 }"#,
            "paired: must be a boolean.",
        ),
    ] {
        let right = r#"{ "before": 0, "after": 0, "paired": true }"#;
        let expected = format!("corrections[1].{message}");
        assert_eq!(with(&format!("[{right}, {wrong}]")), expected);
    }
    assert_eq!(
        with(r#"[{ "before": 90, "after": 0, "paired": true }]"#),
        "corrections[0].before: there is no paragraph 90."
    );
}

#[wasm_bindgen_test]
fn each_stage_leaves_one_mark_on_the_timeline() {
    let performance: Performance = at(&js_sys::global(), "performance").unchecked_into();
    for _ in 0..2 {
        report("The lamp was lit.", "The lamp was never lit.");
    }
    for stage in [
        "start",
        "segment",
        "keys",
        "align",
        "words",
        "report",
        "serialize",
    ] {
        let marks = performance.get_entries_by_name(&format!("storydiff:{stage}"));
        assert_eq!(marks.length(), 1, "{stage}");
    }
}

#[wasm_bindgen_test]
fn lone_surrogates_keep_their_places_and_differ_from_each_other() {
    let text = |lone: u16| {
        let letters = "The lamp was lit.".encode_utf16();
        JsValue::from(JsString::from_char_code(
            &letters.chain([lone]).collect::<Vec<u16>>(),
        ))
    };
    let report = compare(&text(0xd800), &text(0xdc01), &JsValue::UNDEFINED).unwrap();
    assert_eq!(at(&report, "before.length"), 18.0);
    assert_ne!(at(&report, "beads.0.similarity"), 1.0);
    let same = compare(&text(0xd800), &text(0xd800), &JsValue::UNDEFINED).unwrap();
    assert_eq!(at(&same, "beads.0.similarity"), 1.0);
}

#[wasm_bindgen_test]
fn an_array_and_a_function_are_no_options() {
    let text = JsValue::from("The lamp was lit.");
    let function = js_sys::Function::new_no_args("");
    for wrong in [Array::new().into(), JsValue::from(function)] {
        assert_eq!(
            thrown(&text, &text, &wrong),
            "\"options\" must be an object."
        );
    }
}

#[wasm_bindgen_test]
fn a_table_of_kin_words_is_used_from_then_on() {
    let winter = || {
        report(
            include_str!("../www/samples/winter/before.txt"),
            include_str!("../www/samples/winter/after.txt"),
        )
    };
    assert_eq!(at(&winter(), "kinship"), "wanted");
    for wrong in [None, Some(vec![0; 9])] {
        let error = JsValue::from(use_kinship(wrong).unwrap_err());
        let message = String::from(error.unchecked_into::<Error>().message());
        assert!(message.starts_with("The table of kin words"), "{message}");
    }
    assert_eq!(at(&winter(), "kinship"), "wanted");

    let table: &[u8] = include_bytes!("../www/kinship/english.bin");
    use_kinship(Some(table.to_vec())).unwrap();
    assert!(use_kinship(Some(table[1..].to_vec())).is_err());
    let used = winter();
    assert_eq!(at(&used, "kinship"), "used");
    let engine = at(&used, "engine").as_string().unwrap();
    assert!(engine.ends_with(" with kinship english-128"), "{engine}");
    let same = report("The lamp was lit.", "The lamp was lit.");
    assert_eq!(at(&same, "kinship"), "none");
}
