//! Bytes of a page → labelled segments that tile its text → articles.
//!
//! 1. `container`: gzip and MHTML undone
//! 2. `decode`: bytes to text, with the encoding that was found
//! 3. `html`: where the text is HTML, the text that a reader sees; `address`, `site`: the address and the
//!    site that it gives; `tags`, `head`: what its tags say of the text; `address_line`: the address
//!    that a line of the text gives, where there is no other
//! 4. `block`: the text as blocks (lines, and paragraphs set in one line); `scan`, `words`: what stands in
//!    them, in one walk; `hints`: what the tags say of each
//!    `pattern`: patterns, ready at once
//! 5. `repair`: what was read one byte late (`shifted`), as it was meant, where that is certain
//! 6. `rules`: what a single block is by its own look (a share widget, a bare timestamp …)
//!    `gallery`: captions that tell the story by themselves
//! 7. `weigh`: what each block adds; `body`: the run of blocks that is the story, chosen as a whole; `verse`: where there is none, a
//!    poem; `decision`: the head and the foot of a court's decision; `offer`, `recipe`: the sections of an offer of work and of a recipe
//! 8. `split`: a run that holds several stories, taken apart
//! 9. `meta`: title, publisher, byline and dates, from the blocks around the run
//! 10. `inline`: noise cut out of the paragraphs
//! 11. `score`: how sure each label is; `pairs`: which blocks say the same
//! 12. `assemble`: segments and articles
//!
//! Nothing is deleted: what is not the story is labelled, with the rule that decided. This crate
//! never opens a file and never sees more than one page.

mod address;
mod address_line;
mod assemble;
mod block;
mod body;
mod container;
mod decision;
mod decode;
mod gallery;
mod head;
mod hints;
mod html;
mod inline;
mod limits;
mod meta;
mod misread;
mod offer;
mod pairs;
mod pattern;
mod recipe;
mod record;
mod repair;
mod rules;
mod salutation;
mod scan;
mod score;
mod shifted;
mod site;
mod speakers;
mod split;
mod stacked;
mod tags;
mod verse;
mod weigh;
mod wide;
mod words;

pub use assemble::clean_decoded;
pub use limits::Limits;
pub use record::{Input, clean, clean_within, digest, page_id, refused, unread};
pub use shifted::{Shifted, shifted};
