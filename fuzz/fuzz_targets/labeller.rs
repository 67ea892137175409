//! The labeller: any text, decoded already.
#![no_main]

use deltascope_model::Page;

libfuzzer_sys::fuzz_target!(|text: &str| {
    let page = Page {
        id: "p".into(),
        path: "p".into(),
        sha256: String::new(),
        encoding: "UTF-8".into(),
        url: None,
        accessed: None,
        site: None,
        hints: Vec::new(),
        head: Vec::new(),
        text: text.to_owned(),
    };
    deltascope_fuzz::check(&deltascope_clean::clean_decoded(page));
});
