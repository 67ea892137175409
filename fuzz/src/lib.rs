//! What must hold whatever comes in.

mod cleaning;
mod facts;
mod search;

use deltascope_model::Page;

pub use cleaning::{check, clean_and_check};
pub use facts::extract_and_check;
pub use search::{ask, fold_and_check, read_files, read_index};

/// A page of this text, decoded already.
pub fn page(text: &str) -> Page {
    Page {
        id: "p".into(),
        path: "p".into(),
        encoding: "UTF-8".into(),
        text: text.to_owned(),
        ..Page::default()
    }
}
