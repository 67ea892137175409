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
    /// The newest first.
    pub articles: Postings,
    /// In the order of [`Index::name_sets`].
    pub names: Postings,
    pub ranking: Arc<Ranking>,
}

impl Texts {
    /// Reads the articles that an index was built from.
    pub fn read(index: &Index, articles: &[Article]) -> Self {
        let newest = newest(&index.facts().articles);
        let read = Postings::of(in_order(articles, &newest).map(texts), index.letters());
        Self::of(index, read, newest)
    }

    /// Has what stands where in files.
    pub fn in_files(index: &Index, files: Files) -> Self {
        let known = &index.facts().articles;
        let newest = newest(known);
        let titles = in_order(known, &newest).map(|known| known.title).collect();
        Self::of(index, Postings::Files(files, titles), newest)
    }

    fn of(index: &Index, articles: Postings, newest: Vec<u32>) -> Self {
        let names = index.name_sets().map(|names| names.iter().map(String::as_str));
        let names = Postings::of(names, index.letters());
        let ranking = Arc::new(Ranking::new(&lengths(&index.facts().articles), newest));
        Self { articles, names, ranking }
    }
}

/// The positions of articles, the newest first.
pub(crate) fn newest(known: &[ArticleFacts]) -> Vec<u32> {
    let dates = known.iter().map(|article| article.published.map(Published::sort_key));
    by_newest(dates).into_iter().map(|at| at as u32).collect()
}

/// What is at these positions.
pub(crate) fn in_order<'a, T>(all: &'a [T], positions: &[u32]) -> impl Iterator<Item = &'a T> {
    positions.iter().map(|&at| &all[at as usize])
}

/// The articles' lengths, each beside the middle.
fn lengths(known: &[ArticleFacts]) -> Vec<Lengths> {
    let all: u64 = known.iter().map(|known| known.length.about()).sum();
    let middle = all / (known.len() as u64).max(1);
    let of = |known: &ArticleFacts| Lengths {
        title: Length::new(u64::from(known.title), TITLE_LENGTH),
        body: Length::new(known.length.about(), middle),
    };
    known.iter().map(of).collect()
}
