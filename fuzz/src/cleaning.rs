//! What must hold of every record, whatever the page was.

use deltascope_clean::{Input, Limits, clean_within};
use deltascope_model::{CleanedPage, TextRange};

/// Cleans bytes within small limits, so that a run is quick, and looks at the record.
pub fn clean_and_check(bytes: &[u8]) {
    let limits = Limits { bytes: 1 << 20, ..Limits::default() };
    let input = Input { id: "p", path: "p", bytes, ..Input::default() };
    check(&clean_within(&input, &limits));
}

/// The segments tile the text; spans, as they are or repaired, are paragraphs; titles and dates are
/// literal.
pub fn check(record: &CleanedPage) {
    let text = &record.page.text;
    let mut at = 0;
    for segment in &record.segments {
        assert_eq!(segment.range.start(), at, "segments follow one another");
        assert!(segment.range.slice(text).is_some_and(|part| !part.is_empty()));
        at = segment.range.end();
    }
    assert_eq!(at as usize, text.len(), "segments tile the page");
    assert!(record.error.is_none() || record.articles.is_empty());
    for article in &record.articles {
        for (spans, paragraph) in article.spans.iter().zip(&article.paragraphs) {
            let told = |span: &TextRange| {
                article.repair_of(*span).map_or(span.slice(text), |repair| Some(&*repair.text))
            };
            let joined: String = spans.iter().filter_map(told).collect();
            assert_eq!(&joined, paragraph);
        }
        if let Some(title) = &article.title {
            assert_eq!(title.range.slice(text), Some(title.text.as_str()));
        }
        if let Some(derived) = &article.derived_title {
            assert_eq!(derived.range.slice(text), Some(derived.text.as_str()));
            assert!(article.title.is_none(), "a title needs none to stand for it");
        }
        for date in article.published.iter().chain(&article.page_date) {
            assert!(date.range.slice(text).is_some());
        }
    }
}
