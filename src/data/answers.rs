//! `Answers`: what answers a search of a corpus in parts before its head is here. The index says which articles are
//! found, and their texts are parts: that is little beside what filters, counts and the other views need.

use std::sync::Arc;

use deltascope_model::{Article, Shelves, content_name};
use deltascope_search::{Hit, Index, Options, Sort};
use deltascope_text::Letters;
use leptos::prelude::RwSignal;

use super::{
    Arrival, Fault, INDEX_FILE, LoadError, Search, corpus_fault, fetch, parts::Parts, read_index,
};

/// The index of a corpus in parts, and its parts.
pub struct Answers {
    pub(super) index: Arc<Index>,
    pub(super) parts: Parts,
}

impl Answers {
    /// Fetches and reads the index, and `file`, the list of the shelves.
    ///
    /// # Errors
    /// With the first file that is wrong, and how.
    pub(super) async fn load(file: &str, news: RwSignal<usize>) -> Result<Self, LoadError> {
        let wrong = |fault| LoadError { file: file.to_owned(), fault };
        let shelves = Shelves::parse(&fetch(file).await?);
        let shelves = shelves.map_err(|error| wrong(corpus_fault(error)))?;
        let bytes = fetch(INDEX_FILE).await?;
        let index = Arc::new(read_index(&bytes)?);
        if shelves.index != content_name(&bytes) {
            return Err(LoadError { file: INDEX_FILE.to_owned(), fault: Fault::Mixed });
        }
        let parts = Parts::of(shelves, &index.newest_first(), news);
        let parts = parts.ok_or_else(|| wrong(Fault::Damaged("texts".to_owned())))?;
        Ok(Self { index, parts })
    }

    /// Searches; none for a query that asks for nothing. Which facts are found is not known yet.
    pub fn search(&self, text: &str, sort: Sort) -> Arrival<Option<Search>> {
        let (query, options) = (self.index.query(text), Options { sort, literal: false });
        self.parts.results(&self.index, &query, options).and_then(|results| {
            let found = Search { text: text.to_owned(), results, searched: None };
            Arrival::Here((!found.results.asks_nothing).then_some(found))
        })
    }

    /// The first stories that a search found, each by the position of the article that stands for it.
    pub fn stories(&self, search: &Search, first: usize) -> Vec<usize> {
        let stories = self.index.stories(&search.results, first);
        stories.iter().filter_map(|story| Some(story.first()?.article as usize)).collect()
    }

    /// The article at a position, with its text.
    pub fn article(&self, at: usize) -> Arrival<Arc<Article>> {
        self.parts.article(at)
    }

    /// Where the search found the article at a position, and why.
    pub fn hit(&self, search: &Search, article: &Article, at: usize) -> Hit {
        self.index.hit(article, at as u32, &search.results)
    }

    /// What is known of the characters of the articles.
    pub fn letters(&self) -> &Letters {
        self.index.letters()
    }

    /// Has what did not arrive tried again.
    pub fn retry(&self) {
        self.parts.retry();
    }
}
