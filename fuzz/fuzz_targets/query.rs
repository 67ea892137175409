//! The reader of queries, and the search: any text is a query, and printed it reads back the same.
#![no_main]

libfuzzer_sys::fuzz_target!(|text: &str| deltascope_fuzz::ask(text));
