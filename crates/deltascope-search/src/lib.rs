//! Search: every substring of titles, bodies and initiatives' names, in either script.
//!
//! 1. [`Index::build`] from a corpus, at build time; [`Index::to_bytes`] and
//!    [`Index::from_bytes`] are the file `index.bin`
//! 2. [`Index::query`]: terms, `"phrases"`, `-exclusions`
//! 3. [`Index::search`]: every article that holds all terms, best first, with exact raw ranges
//! 4. [`snippets`]: the sentences to show, with marks
//!
//! The text itself is not in the index: the caller holds the articles already. What is in it is the
//! table of the characters that the texts need, [`Index::letters`]. This crate never
//! reads a file, and never drops a hit to be fast.

mod format;
mod index;
mod places;
mod query;
mod rank;
#[cfg(test)]
mod sample;
mod scan;
mod snippet;

pub use format::{INDEX_VERSION, IndexError};
pub use index::{BodyHit, Hit, Index, NameHit};
pub use query::Query;
pub use snippet::{Snippet, snippets};
