//! Characters: what search, extraction and the reader need to know about Chinese text.
//!
//! - [`fold`]: one form for everything that a search should treat as equal; [`readings`] for the
//!   characters that have two
//! - [`simplify`]: Traditional Chinese read as Simplified
//! - [`script`]: which of the two a text is written in
//! - [`sentences`]: ranges that tile a text
//!
//! Every conversion keeps one character for one character and a map back to the raw bytes. This
//! crate never drops a character, never guesses an encoding, and knows nothing of pages.

mod folded;
mod han;
mod script;
mod sentence;
mod width;

pub use folded::{Folded, fold, fold_char, readings, simplify};
pub use script::script;
pub use sentence::sentences;
