//! What must hold whatever comes in.

mod cleaning;
mod facts;
mod search;

pub use cleaning::{check, clean_and_check};
pub use facts::extract_and_check;
pub use search::{ask, fold_and_check, read_files, read_index};
