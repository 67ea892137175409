//! Bytes of a page → labelled segments that tile its text → articles.
//!
//! 1. [`decode`]: bytes to text, with the encoding that was found
//! 2. `html`: where the text is HTML, the text that a reader sees
//! 3. `block`: the text as blocks (lines, and paragraphs set in one line)
//! 4. `rules`: what a single block is by its own look (a share widget, a bare timestamp …)
//! 5. `body`: the run of blocks that is the story, chosen as a whole
//! 6. `split`: a run that holds several stories, taken apart
//! 7. `meta`: title, publisher, byline and dates, from the blocks around the run
//! 8. `inline`: noise cut out of the paragraphs
//! 9. `assemble`: segments and articles
//!
//! Nothing is deleted: what is not the story is labelled, with the rule that decided. This crate
//! never opens a file and never sees more than one page.

mod assemble;
mod block;
mod body;
mod decode;
mod html;
mod inline;
mod meta;
mod rules;
mod split;

pub use assemble::{Input, clean, clean_decoded, digest, page_id, unread};
pub use decode::{DecodeError, Decoded, MAX_BYTES, decode};
