//! Deltascope's search for the side-by-side run: articles in, ids out.

use deltascope_model::{Article, Corpus, TextRange, Title};
use deltascope_search::{Index, Options};
use deltascope_text::{Letters, pinyin};
use wasm_bindgen::prelude::wasm_bindgen;

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

    /// Makes the index; returns the size of its file.
    pub fn build(&mut self) -> usize {
        self.corpus.articles.sort_by(|a, b| a.id.cmp(&b.id));
        self.index = Index::build(&self.corpus, Letters::whole(), pinyin);
        // The first search reads the texts.
        self.search("一");
        self.index.to_bytes().len()
    }

    /// The ids of the articles that a query finds, best first.
    pub fn search(&self, query: &str) -> Vec<String> {
        let query = self.index.query(query);
        let found = self.index.search(&self.corpus.articles, &query, Options::default());
        found.hits.into_iter().map(|hit| hit.article).collect()
    }
}
