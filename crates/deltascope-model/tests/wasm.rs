//! The same types in a browser: 32-bit offsets and `JSON` as the app meets them.
#![cfg(target_arch = "wasm32")]

use deltascope_model::{CORPUS_FORMAT, Corpus, CorpusError, Edtf, TextRange};
use wasm_bindgen_test::{wasm_bindgen_test, wasm_bindgen_test_configure};

wasm_bindgen_test_configure!(run_in_browser);

#[wasm_bindgen_test]
fn a_corpus_reads_back() {
    let corpus = Corpus { format: CORPUS_FORMAT.into(), ..Corpus::default() };
    assert_eq!(Corpus::parse(&corpus.to_json()), Ok(corpus));
}

#[wasm_bindgen_test]
fn wrong_bytes_are_told_apart() {
    assert_eq!(Corpus::parse(b""), Err(CorpusError::Empty));
    assert_eq!(Corpus::parse(b"{\"format\":"), Err(CorpusError::Truncated(10)));
    let other = b"{\"format\":\"deltascope-corpus/0\"}";
    assert_eq!(Corpus::parse(other), Err(CorpusError::Format("deltascope-corpus/0".into())));
}

#[wasm_bindgen_test]
fn offsets_reach_the_end_of_the_format() {
    let range = TextRange::new(u32::MAX - 3, u32::MAX);
    assert_eq!(range.usize().len(), 3);
    assert_eq!(range.slice("短"), None);
}

#[wasm_bindgen_test]
fn a_month_is_its_days() {
    let month = Edtf::new("2024-02").unwrap();
    let bounds = month.bounds();
    assert_eq!(bounds.last.zip(bounds.first).map(|(last, first)| last - first), Some(28));
}
