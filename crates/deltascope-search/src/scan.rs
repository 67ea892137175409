//! Scanning: where a folded term stands in a raw text.
//!
//! Folding is one character for one, so raw characters are folded as they are compared: no copy
//! of the text, and the ranges are raw from the start.

use deltascope_model::TextRange;
use deltascope_text::fold_char;

/// The places of a folded term in a raw text, left to right, without overlaps.
pub(crate) fn find_all(raw: &str, term: &[char]) -> Vec<TextRange> {
    let mut found = Vec::new();
    let Some(&first) = term.first() else { return found };
    let mut rest = raw.char_indices();
    while let Some((start, c)) = rest.next() {
        if fold_char(c) != first {
            continue;
        }
        let mut ahead = rest.clone();
        if term[1..].iter().all(|&want| ahead.next().is_some_and(|(_, c)| fold_char(c) == want)) {
            found.push(TextRange::of(start, ahead.offset()));
            rest = ahead;
        }
    }
    found
}
