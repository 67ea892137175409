//! The facts of any article.
#![no_main]

libfuzzer_sys::fuzz_target!(|text: &str| deltascope_fuzz::extract_and_check(text));
