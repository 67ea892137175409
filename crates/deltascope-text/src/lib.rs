//! Characters: what search, extraction and the reader need to know about Chinese text.
//!
//! - [`Letters`]: what is known of Traditional and Simplified, as a value
//! - [`Letters::fold`]: one form for everything that a search should treat as equal;
//!   [`Letters::readings`] for the characters that have two
//! - [`Letters::simplify`]: Traditional Chinese read as Simplified
//! - [`Letters::part_for`]: the part that a corpus needs, which its index carries for the app
//! - with the feature `whole`, which makes all that is known part of the build: `Letters::whole`,
//!   the same conversions by it as functions, `script`, which of the two a text is written in, and
//!   `pinyin`, how a character is read aloud
//! - [`sentences`]: ranges that tile a text
//!
//! Every conversion keeps one character for one character and a map back to the raw bytes. This
//! crate never drops a character, never guesses an encoding, and knows nothing of pages.

mod folded;
mod letters;
mod part;
#[cfg(feature = "whole")]
mod pinyin;
#[cfg(feature = "whole")]
mod script;
mod sentence;
#[cfg(feature = "whole")]
mod whole;
mod width;

pub use folded::Folded;
pub use letters::Letters;
#[cfg(feature = "whole")]
pub use pinyin::pinyin;
#[cfg(feature = "whole")]
pub use script::script;
pub use sentence::sentences;
#[cfg(feature = "whole")]
pub use whole::{fold, fold_char, readings, simplified, simplify, turns};
