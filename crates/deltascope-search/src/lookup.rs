//! Lookup: which articles hold a term, how often, and where.

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
        let (title, body) = places_in(article, |text| find_all(table, text, term));
        Count { article: at, title: title.len() as u32, body: body.len() as u32 }
    };
    articles.iter().zip(0..).map(count).filter(|count| count.title + count.body > 0).collect()
}

/// The places in the title and in the body that `find` gives for each text.
pub(crate) fn places_in(
    article: &Article,
    find: impl Fn(&str) -> Vec<TextRange>,
) -> (Vec<TextRange>, Vec<BodyHit>) {
    let title = article.title.as_ref().map(|title| find(&title.text)).unwrap_or_default();
    let body = article.paragraphs.iter().zip(0..).flat_map(|(text, paragraph)| {
        find(text).into_iter().map(move |range| BodyHit { paragraph, range })
    });
    (title, body.collect())
}
