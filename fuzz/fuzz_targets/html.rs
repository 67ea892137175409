//! The HTML path: any bytes after a start that makes them HTML.
#![no_main]

libfuzzer_sys::fuzz_target!(|bytes: &[u8]| {
    deltascope_fuzz::clean_and_check(&[b"<!doctype html><html><head>", bytes].concat());
});
