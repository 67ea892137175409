//! Folding: one character for one, ranges lead back, and folded twice is folded once.
#![no_main]

libfuzzer_sys::fuzz_target!(|text: &str| deltascope_fuzz::fold_and_check(text));
