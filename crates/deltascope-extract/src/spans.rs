//! From a paragraph's text back to the page: the one place that maps offsets.
//!
//! A paragraph is the concatenation of its spans of the page; noise between two spans was cut out.
//! A range of the paragraph maps to the page from the first span it touches to the last, so a
//! range that crosses a cut takes the cut with it: evidence stays a literal range of the page.
//!
//! Where text was read in Simplified characters, the range goes back through the conversion first.
//! This module never looks at what the text says.

use deltascope_model::{Evidence, TextRange};
use deltascope_text::{Folded, simplify};

/// A paragraph as it is read: Simplified characters, and the way back to the page.
pub(crate) struct Reading<'a> {
    folded: Folded,
    spans: &'a [TextRange],
}

impl<'a> Reading<'a> {
    /// Reads a paragraph that is the concatenation of `spans` of the page.
    pub(crate) fn new(paragraph: &str, spans: &'a [TextRange]) -> Self {
        Self { folded: simplify(paragraph), spans }
    }

    /// The paragraph in Simplified characters.
    pub(crate) fn text(&self) -> &str {
        self.folded.text()
    }

    /// The page's range behind a range of [`Reading::text`]; none where the spans do not hold it.
    pub(crate) fn page_range(&self, range: TextRange) -> Option<TextRange> {
        page_range(self.spans, self.folded.raw_range(range))
    }

    /// Evidence for a range of [`Reading::text`], with the page's own characters.
    pub(crate) fn evidence(&self, article: &str, page: &str, range: TextRange) -> Option<Evidence> {
        let range = self.page_range(range)?;
        let text = range.slice(page)?.to_owned();
        Some(Evidence { article: article.to_owned(), range, text })
    }
}

/// The page's range behind a range of the concatenated spans; none where they do not hold it.
fn page_range(spans: &[TextRange], range: TextRange) -> Option<TextRange> {
    let mut start = None;
    let mut before = 0;
    for span in spans {
        let after = before + span.len();
        if start.is_none() && range.start() < after {
            start = Some(span.start() + (range.start() - before));
        }
        if let Some(start) = start
            && range.end() <= after
        {
            let end = span.start() + range.end().saturating_sub(before);
            return (start < end).then(|| TextRange::new(start, end));
        }
        before = after;
    }
    None
}

#[cfg(test)]
mod tests {
    use super::*;
    use proptest::prelude::*;

    #[track_caller]
    fn check(spans: &[(u32, u32)], range: (u32, u32), expected: Option<(u32, u32)>) {
        let spans: Vec<_> = spans.iter().map(|&(a, b)| TextRange::new(a, b)).collect();
        let found = page_range(&spans, TextRange::new(range.0, range.1));
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

    proptest! {
        #[test]
        fn evidence_is_the_match_with_the_cuts_inside_it(
            pieces in proptest::collection::vec(("[一-鿿a-z]{1,6}", "[|]{0,3}"), 1..6),
            from in 0usize..12,
            length in 1usize..12,
        ) {
            let (mut page, mut text, mut spans) = (String::new(), String::new(), Vec::new());
            for (kept, cut) in &pieces {
                spans.push(TextRange::of(page.len(), page.len() + kept.len()));
                page.push_str(kept);
                text.push_str(kept);
                page.push_str(cut);
            }
            let bounds: Vec<usize> =
                text.char_indices().map(|(at, _)| at).chain([text.len()]).collect();
            let from = from.min(bounds.len() - 2);
            let to = (from + length).min(bounds.len() - 1);
            let range = TextRange::of(bounds[from], bounds[to]);
            let found = page_range(&spans, range).unwrap();
            let literal = found.slice(&page).unwrap();
            prop_assert_eq!(literal.replace('|', ""), &text[range.usize()]);
            prop_assert!(!literal.starts_with('|') && !literal.ends_with('|'));
        }
    }
}
