//! Which script a text is written in.

use deltascope_model::Script;

use crate::han;

/// The script of a text, by counting characters that only one script writes; a tie is Simplified.
pub fn script(text: &str) -> Script {
    let traditional = text.chars().filter(|&c| han::simplified(c) != c).count();
    if traditional > 0 { Script::Hant } else { Script::Hans }
}
