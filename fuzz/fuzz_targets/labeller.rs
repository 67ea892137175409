//! The labeller: any text, decoded already.
#![no_main]

libfuzzer_sys::fuzz_target!(|text: &str| {
    deltascope_fuzz::check(&deltascope_clean::clean_decoded(deltascope_fuzz::page(text)));
});
