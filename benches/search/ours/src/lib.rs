//! Deltascope's search for the side-by-side run: articles in, ids out.

use deltascope_model::{Article, Corpus, TextRange, Title};
use deltascope_search::{Index, Options, Prepared};
use deltascope_text::{Letters, pinyin};
use wasm_bindgen::prelude::wasm_bindgen;

/// The hits of a screen.
const SCREEN: usize = 40;

/// A corpus with its index.
#[wasm_bindgen]
#[derive(Default)]
pub struct Engine {
    corpus: Corpus,
    index: Index,
}

#[wasm_bindgen]
impl Engine {
    /// Nothing yet.
    #[wasm_bindgen(constructor)]
    pub fn new() -> Self {
        Self::default()
    }

    /// One more article; its paragraphs are lines.
    pub fn add(&mut self, id: String, title: String, body: &str) {
        self.corpus.articles.push(Article {
            page: id.clone(),
            id,
            title: Some(Title { text: title, range: TextRange::default() }),
            paragraphs: body.lines().map(Into::into).collect(),
            ..Article::default()
        });
    }

    /// Makes the index, and all that searches would make when they need it; returns the size of its
    /// file.
    pub fn build(&mut self) -> usize {
        self.corpus.articles.sort_by(|a, b| a.id.cmp(&b.id));
        self.index = Index::build(&self.corpus, Letters::whole(), pinyin);
        let mut left = Some(Prepared::default());
        while let Some(next) = left {
            left = self.index.prepare(&self.corpus.articles, next);
        }
        self.index.to_bytes().len()
    }

    /// The id of the article at a position.
    pub fn id(&self, at: u32) -> String {
        self.corpus.articles[at as usize].id.clone()
    }

    /// The articles that a query finds, as positions in the order of their ids: the first screen
    /// best first, then the others.
    pub fn search(&self, query: &str) -> Vec<u32> {
        let query = self.index.query(query);
        let options = Options { first: SCREEN, ..Options::default() };
        let found = self.index.search(&self.corpus.articles, &query, options);
        found.hits.into_iter().map(|hit| hit.article).collect()
    }
}
