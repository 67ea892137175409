//! All ways in: files, folders with their sub-folders, patterns, archives and standard input.
//!
//! 1. `find`: the paths that the user named → files, in the order of their names
//! 2. `open`: a file → the pages in it; most hold one, WARC files and JSON lines hold many
//! 3. `lines` with `escapes`, `warc` with `http` and `packed`: how those two are read
//! 4. `batches`: the pages with their ids, a bounded number at a time
//!
//! Each file is read once, as a stream; no more of it is held than the limits allow. What cannot be
//! read arrives as a page too, with the reason in the place of its bytes.

mod batches;
mod escapes;
mod find;
mod http;
mod lines;
mod open;
mod packed;
mod warc;

pub use batches::{Batches, Page};
pub use find::{Found, Place, find};
pub use open::read;

/// A page as it came in.
#[derive(Debug, PartialEq, Eq)]
pub struct Received {
    /// Its id, where whoever wrote it gave one.
    pub id: Option<String>,
    /// Where it came from: relative, with `/`; in an archive with `#` and its number there.
    pub path: String,
    /// Its own address, where known.
    pub url: Option<String>,
    /// When it was saved, where known.
    pub accessed: Option<String>,
    /// Its bytes, or why there are none.
    pub content: Result<Vec<u8>, String>,
}

impl Received {
    /// A page that is known by its path alone.
    fn new(path: impl Into<String>, content: Result<Vec<u8>, String>) -> Self {
        Self { id: None, path: path.into(), url: None, accessed: None, content }
    }
}
