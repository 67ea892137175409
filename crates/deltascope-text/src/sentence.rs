//! Sentences: ranges that tile a text.

use deltascope_model::TextRange;

/// The sentences of a text, in order; concatenated they are the text.
pub fn sentences(text: &str) -> Vec<TextRange> {
    let mut out = Vec::new();
    let mut start = 0;
    for (at, c) in text.char_indices() {
        if "。！？!?；…\n".contains(c) {
            let end = at + c.len_utf8();
            out.push(TextRange::of(start, end));
            start = end;
        }
    }
    if start < text.len() {
        out.push(TextRange::of(start, text.len()));
    }
    out
}
