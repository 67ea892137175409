//! From a paragraph's text back to the page: the one place that maps offsets.
//!
//! A paragraph is the concatenation of pieces of the page; noise between two was cut out.
//! A range of the paragraph maps to the page from the first piece it touches to the last, so a
//! range that crosses a cut takes the cut with it: evidence stays a literal range of the page.
//!
//! Where characters of the page were repaired, the paragraph has others; a range that touches them
//! maps to all of the page's characters behind: the evidence is what the page holds, not what it
//! was meant to say.
//!
//! Where text was read in Simplified characters, the range goes back through the conversion first.
//! This module never looks at what the text says.

use deltascope_model::{Evidence, Piece, TextRange};
use deltascope_text::{Folded, simplify};

use crate::spots::{Spots, Text};

/// A paragraph as it is read: Simplified characters, and the way back to the page.
pub(crate) struct Reading {
    folded: Folded,
    spots: Spots,
    pieces: Vec<Piece>,
}

impl Reading {
    /// Reads a paragraph that is the concatenation of `pieces` of the page.
    pub(crate) fn new(paragraph: &str, pieces: Vec<Piece>) -> Self {
        let folded = simplify(paragraph);
        Self { spots: Spots::of(folded.text()), folded, pieces }
    }

    /// The paragraph in Simplified characters.
    pub(crate) fn text(&self) -> &str {
        self.folded.text()
    }

    /// The same with its places.
    pub(crate) fn noted(&self) -> Text<'_> {
        self.spots.text(self.folded.text())
    }

    /// The page's range behind a range of [`Reading::text`]; none where the pieces do not hold it.
    pub(crate) fn page_range(&self, range: TextRange) -> Option<TextRange> {
        page_range(&self.pieces, self.folded.raw_range(range))
    }

    /// The page's own characters behind a range of [`Reading::text`].
    pub(crate) fn literal<'a>(&self, page: &'a str, range: TextRange) -> Option<Literal<'a>> {
        let range = self.page_range(range)?;
        Some(Literal { range, text: range.slice(page)? })
    }

    /// An expression as written; where some of it is repaired, as it was meant.
    pub(crate) fn expression(&self, range: TextRange, evidence: &Evidence) -> String {
        let raw = self.folded.raw_range(range);
        let repaired =
            self.pieces.iter().any(|piece| piece.repaired && piece.at.overlap(raw).is_some());
        let meant = range.slice(self.text()).filter(|_| repaired);
        meant.unwrap_or(&evidence.text).to_owned()
    }
}

/// A literal range of a page.
pub(crate) struct Literal<'a> {
    range: TextRange,
    text: &'a str,
}

impl Literal<'_> {
    /// It as evidence from an article.
    pub(crate) fn evidence(&self, article: &str) -> Evidence {
        Evidence { article: article.to_owned(), range: self.range, text: self.text.to_owned() }
    }
}

/// The page's range behind a range of the concatenated pieces; none where they do not hold it.
fn page_range(pieces: &[Piece], range: TextRange) -> Option<TextRange> {
    let end = pieces.last()?.at.end();
    let from = pieces.partition_point(|piece| piece.at.end() <= range.start());
    let to = pieces.partition_point(|piece| piece.at.start() < range.end());
    let touched = pieces.get(from..to)?;
    let (first, last) = (touched.first()?.in_page(range)?, touched.last()?.in_page(range)?);
    (range.end() <= end).then(|| TextRange::new(first.start(), last.end()))
}

#[cfg(test)]
mod tests {
    use super::*;
    use proptest::prelude::*;

    #[track_caller]
    fn check(spans: &[(u32, u32)], range: (u32, u32), expected: Option<(u32, u32)>) {
        let mut end = 0;
        let piece = |&(start, after): &(u32, u32)| {
            let page = TextRange::new(start, after);
            end += page.len();
            Piece { page, at: TextRange::new(end - page.len(), end), repaired: false }
        };
        let pieces: Vec<_> = spans.iter().map(piece).collect();
        let found = page_range(&pieces, TextRange::new(range.0, range.1));
        assert_eq!(found, expected.map(|(a, b)| TextRange::new(a, b)));
    }

    #[test]
    fn a_range_across_a_cut_takes_the_cut() {
        check(&[(10, 20)], (0, 10), Some((10, 20)));
        check(&[(10, 20), (26, 30)], (8, 12), Some((18, 28)));
        check(&[(10, 20), (26, 30)], (8, 10), Some((18, 20)));
        check(&[(10, 20), (26, 30)], (10, 12), Some((26, 28)));
        check(&[(10, 20)], (4, 11), None);
        check(&[(10, 20)], (4, 4), None);
        check(&[], (0, 1), None);
    }

    #[test]
    fn a_range_that_touches_a_repair_takes_all_of_it() {
        // Page: 0..9 as written, 9..30 repaired to 18 bytes, 30..36 as written.
        let piece = |page: (u32, u32), at: (u32, u32), repaired| Piece {
            page: TextRange::new(page.0, page.1),
            at: TextRange::new(at.0, at.1),
            repaired,
        };
        let pieces = [
            piece((0, 9), (0, 9), false),
            piece((9, 30), (9, 27), true),
            piece((30, 36), (27, 33), false),
        ];
        let check = |range: (u32, u32), expected: (u32, u32)| {
            let found = page_range(&pieces, TextRange::new(range.0, range.1));
            assert_eq!(found, Some(TextRange::new(expected.0, expected.1)));
        };
        check((3, 9), (3, 9));
        check((3, 12), (3, 30));
        check((12, 15), (9, 30));
        check((24, 30), (9, 33));
        check((27, 33), (30, 36));
        check((0, 33), (0, 36));
    }

    proptest! {
        #[test]
        fn evidence_is_the_match_with_the_cuts_inside_it(
            pieces in proptest::collection::vec(("[一-鿿a-z]{1,6}", "[|]{0,3}"), 1..6),
            from in 0usize..12,
            length in 1usize..12,
        ) {
            let (mut page, mut text, mut parts) = (String::new(), String::new(), Vec::new());
            for (kept, cut) in &pieces {
                parts.push(Piece {
                    page: TextRange::of(page.len(), page.len() + kept.len()),
                    at: TextRange::of(text.len(), text.len() + kept.len()),
                    repaired: false,
                });
                page.push_str(kept);
                text.push_str(kept);
                page.push_str(cut);
            }
            let bounds: Vec<usize> =
                text.char_indices().map(|(at, _)| at).chain([text.len()]).collect();
            let from = from.min(bounds.len() - 2);
            let to = (from + length).min(bounds.len() - 1);
            let range = TextRange::of(bounds[from], bounds[to]);
            let found = page_range(&parts, range).unwrap();
            let literal = found.slice(&page).unwrap();
            prop_assert_eq!(literal.replace('|', ""), &text[range.usize()]);
            prop_assert!(!literal.starts_with('|') && !literal.ends_with('|'));
        }
    }
}
