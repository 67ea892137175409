//! Lookup: which articles hold a term, how often, and where.

use deltascope_model::{Article, TextRange};

use crate::postings::{MOST, Postings};
use crate::scan::Letter;
use crate::search::BodyHit;

/// How often a term stands in an article.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub(crate) struct Count {
    /// The article, by position.
    pub article: u32,
    pub title: u32,
    pub body: u32,
}

/// The articles that hold a term in title or body, in order; how often, as [`Postings::find`] tells.
pub(crate) fn count(postings: &[Postings], term: &[Letter]) -> Vec<Count> {
    let mut counts = Vec::new();
    for (part, start) in postings.iter().zip((0..).step_by(MOST)) {
        counts.extend(part.find(term).iter().map(|found| {
            let title = u32::from(part.in_title(*found));
            Count { article: start + found.article() as u32, title, body: found.count() - title }
        }));
    }
    counts
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
