//! Bytes of a page → labelled segments that tile its text → articles.
//!
//! 1. [`decode`]: bytes to text, with the encoding that was found
//! 2. `block`: the text as blocks (lines, and paragraphs set in one line)
//! 3. `rules`: what a single block is by its own look (a share widget, a bare timestamp …)
//! 4. `body`: the run of blocks that is the story, chosen as a whole
//! 5. `split`: a run that holds several stories, taken apart
//! 6. `meta`: title, publisher, byline and dates, from the blocks around the run
//! 7. `inline`: noise cut out of the paragraphs
//! 8. `assemble`: segments and articles
//!
//! Nothing is deleted: what is not the story is labelled, with the rule that decided. This crate
//! never opens a file and never sees more than one page.

mod assemble;
mod block;
mod body;
mod decode;
mod inline;
mod meta;
mod rules;
mod split;

pub use assemble::{Input, clean, page_id, unread};
pub use decode::{DecodeError, Decoded, MAX_BYTES, decode};
