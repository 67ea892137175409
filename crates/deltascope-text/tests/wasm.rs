//! The tables of characters in a browser: the app folds each query there, letter by letter.
#![cfg(target_arch = "wasm32")]

use deltascope_model::{Script, TextRange};
use deltascope_text::{fold, script, sentences, simplify};
use wasm_bindgen_test::{wasm_bindgen_test, wasm_bindgen_test_configure};

wasm_bindgen_test_configure!(run_in_browser);

#[wasm_bindgen_test]
fn folding_makes_both_scripts_and_widths_one() {
    assert_eq!(fold("長三角Ｇ６０").text(), fold("长三角g60").text());
}

#[wasm_bindgen_test]
fn a_folded_range_leads_back_to_the_raw_bytes() {
    let raw = "合作：創新券";
    let folded = fold(raw);
    let needle = fold("创新券");
    let at = folded.text().find(needle.text()).unwrap();
    let range = folded.raw_range(TextRange::of(at, at + needle.text().len()));
    assert_eq!(range.slice(raw), Some("創新券"));
}

#[wasm_bindgen_test]
fn a_phrase_is_read_as_a_phrase() {
    assert_eq!(simplify("乾隆年間的乾燥設備").text(), "乾隆年间的干燥设备");
}

#[wasm_bindgen_test]
fn a_script_is_known_by_its_own_characters() {
    assert_eq!(script("長江三角洲區域創新"), Script::Hant);
    assert_eq!(script("长江三角洲区域创新"), Script::Hans);
}

#[wasm_bindgen_test]
fn sentences_tile_a_text() {
    let text = "增长1.8%。三地签约！\n明年再议";
    let found: Vec<_> = sentences(text).iter().filter_map(|range| range.slice(text)).collect();
    assert_eq!(found.concat(), text);
    assert!(found[0].starts_with("增长1.8%。"), "{found:?}");
}
