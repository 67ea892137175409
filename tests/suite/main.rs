//! The native integration suite: pages in, corpus out, as the command line and the app use it.
//!
//! `cleaning` measures how well pages are cleaned, by `measure`, and `scores`
//! how sure it is of what; `default_corpus` holds the promises
//! on the pages of this project; `seeds` the same on real saved pages, where a folder of them stands
//! beside the checkout; `search` that nothing is missed; `facts` how much of what
//! pages state is found, `conflicts` whether what differs stands side by side; `repairs` what is read back of a damaged page.
#![expect(
    clippy::disallowed_methods,
    clippy::print_stdout,
    clippy::unwrap_used,
    reason = "tests read the pages they are about, print what they measured, and stop at the first fault"
)]

mod cleaning;
mod conflicts;
mod default_corpus;
mod facts;
mod measure;
mod pages;
mod repairs;
mod scores;
mod search;
mod seeds;
mod settled;
