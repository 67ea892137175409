//! Time expressions of a text.

use deltascope_model::{Basis, Edtf, TextRange};

/// A time expression in a text.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct FoundTime {
    /// Bytes of the text that was given.
    pub range: TextRange,
    /// The expression as written.
    pub text: String,
    /// What it means; none where nothing anchors it.
    pub edtf: Option<Edtf>,
    /// How that is known.
    pub basis: Basis,
    /// The date that a relative expression was counted from.
    pub anchor: Option<Edtf>,
}

/// The time expressions of a text, in order, none overlapping another.
pub fn times(_text: &str, _reference: Option<&Edtf>) -> Vec<FoundTime> {
    Vec::new()
}
