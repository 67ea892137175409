//! `Texts`: what searches ask of the articles and of the names, worked out once.

use std::sync::Arc;

use deltascope_model::{Article, by_newest};

use crate::facts::{ArticleFacts, Published};
use crate::index::{Index, texts};
use crate::postings::{Files, Postings};
use crate::rank::{Length, Lengths, Ranking};

/// Characters of a title of middle length.
const TITLE_LENGTH: u64 = 20;

/// What stands where in the articles of an index and in its names, and what their order asks.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(crate) struct Texts {
    pub articles: Postings,
    /// In the order of [`Index::name_sets`].
    pub names: Postings,
    pub ranking: Arc<Ranking>,
}

impl Texts {
    /// Reads the articles that an index was built from.
    pub fn read(index: &Index, articles: &[Article]) -> Self {
        Self::of(index, Postings::of(articles.iter().map(texts), index.letters()))
    }

    /// Has what stands where in files.
    pub fn in_files(index: &Index, files: Files) -> Self {
        let titles = index.facts().articles.iter().map(|known| known.title);
        Self::of(index, Postings::Files(files, titles.collect()))
    }

    fn of(index: &Index, articles: Postings) -> Self {
        let names = index.name_sets().map(|names| names.iter().map(String::as_str));
        let known = &index.facts().articles;
        let dates = known.iter().map(|article| article.published.map(Published::sort_key));
        let newest = by_newest(dates).into_iter().map(|at| at as u32).collect();
        let names = Postings::of(names, index.letters());
        Self { articles, names, ranking: Arc::new(Ranking::new(lengths(known), newest)) }
    }
}

/// The articles' lengths, each beside the middle.
fn lengths(known: &[ArticleFacts]) -> Vec<Lengths> {
    let all: u64 = known.iter().map(|known| u64::from(known.length)).sum();
    let middle = all / (known.len() as u64).max(1);
    let of = |known: &ArticleFacts| Lengths {
        title: Length::new(u64::from(known.title), TITLE_LENGTH),
        body: Length::new(u64::from(known.length), middle),
    };
    known.iter().map(of).collect()
}
