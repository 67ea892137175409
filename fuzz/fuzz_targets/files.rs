//! The reader of a split index's files: any bytes, and whole files with bytes changed.
#![no_main]

libfuzzer_sys::fuzz_target!(|bytes: &[u8]| deltascope_fuzz::read_files(bytes));
