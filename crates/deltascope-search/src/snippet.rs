//! Snippets: the sentences of an article that hold the hits, with marks.

use deltascope_model::{Article, TextRange};
use deltascope_text::sentences;

use crate::index::Hit;

/// A piece of a paragraph to show under a result.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Snippet {
    /// The paragraph, counted from 0.
    pub paragraph: u32,
    /// Where the piece stands in the paragraph's raw text.
    pub range: TextRange,
    /// The piece, raw.
    pub text: String,
    /// Ranges of `text` to mark.
    pub marks: Vec<TextRange>,
}

/// At most `max` snippets of an article for a hit, in reading order.
pub fn snippets(article: &Article, hit: &Hit, max: usize) -> Vec<Snippet> {
    let mut out = Vec::new();
    for (text, paragraph) in article.paragraphs.iter().zip(0..) {
        for sentence in sentences(text) {
            let inside =
                hit.body.iter().filter(|b| b.paragraph == paragraph && sentence.contains(b.range));
            let marks: Vec<TextRange> = inside
                .map(|b| {
                    TextRange::new(
                        b.range.start() - sentence.start(),
                        b.range.end() - sentence.start(),
                    )
                })
                .collect();
            if let (false, Some(piece)) = (marks.is_empty(), sentence.slice(text)) {
                out.push(Snippet { paragraph, range: sentence, text: piece.to_owned(), marks });
            }
        }
    }
    out.truncate(max);
    out
}
