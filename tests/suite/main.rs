//! The native integration suite: pages in, corpus out, as the command line and the app use it.
//!
//! `default_corpus` holds the promises on the pages of this project; `seeds` the same on real saved
//! pages, where a folder of them stands beside the checkout; `search` that nothing is missed.
#![expect(
    clippy::disallowed_methods,
    clippy::unwrap_used,
    reason = "tests read the pages they are about, and stop at the first fault"
)]

mod default_corpus;
mod pages;
mod search;
mod seeds;
