//! Lookup: which articles hold a term, and how often.

use deltascope_model::{Article, TextRange};
use deltascope_text::Letters;

use crate::scan::{Letter, find_all};
use crate::search::BodyHit;

/// How often a term stands in an article.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub(crate) struct Count {
    /// The article, by position.
    pub article: u32,
    pub title: u32,
    pub body: u32,
}

/// The articles that hold a term in title or body, in order.
pub(crate) fn count(table: &Letters, articles: &[Article], term: &[Letter]) -> Vec<Count> {
    let count = |(article, at): (&Article, u32)| {
        let body = article.paragraphs.iter().map(|text| find_all(table, text, term).len());
        let body = body.sum::<usize>() as u32;
        Count { article: at, title: in_title(table, article, term).len() as u32, body }
    };
    articles.iter().zip(0..).map(count).filter(|count| count.title + count.body > 0).collect()
}

/// The places of a term in a title.
pub(crate) fn in_title(table: &Letters, article: &Article, term: &[Letter]) -> Vec<TextRange> {
    article.title.as_ref().map(|title| find_all(table, &title.text, term)).unwrap_or_default()
}

/// The places of a term in a body, in reading order.
pub(crate) fn in_body(table: &Letters, article: &Article, term: &[Letter]) -> Vec<BodyHit> {
    let places = article.paragraphs.iter().zip(0..).flat_map(|(text, paragraph)| {
        let found = find_all(table, text, term);
        found.into_iter().map(move |range| BodyHit { paragraph, range })
    });
    places.collect()
}
