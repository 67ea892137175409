//! Containers and encodings: any bytes.
#![no_main]

libfuzzer_sys::fuzz_target!(|bytes: &[u8]| deltascope_fuzz::clean_and_check(bytes));
