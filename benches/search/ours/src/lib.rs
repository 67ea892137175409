//! Deltascope's search for the side-by-side run: articles in, ids out.

use deltascope_model::{Article, Corpus, TextRange, Title};
use deltascope_search::{Index, Needs, Options, Prepared, Results};
use deltascope_text::{Letters, pinyin};
use wasm_bindgen::prelude::wasm_bindgen;

/// The hits of a screen, and more.
const SCREEN: usize = 50;

/// A corpus with its index.
#[wasm_bindgen]
#[derive(Default)]
pub struct Engine {
    corpus: Corpus,
    index: Index,
    files: Vec<(String, Vec<u8>)>,
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

    /// Makes the index.
    fn index(&mut self) {
        self.corpus.articles.sort_by(|a, b| a.id.cmp(&b.id));
        self.index = Index::build(&self.corpus, Letters::whole(), pinyin);
    }

    /// Makes the index in files, and gives its head.
    pub fn split(&mut self) -> Vec<u8> {
        self.index();
        let (head, files) = self.index.split(&self.corpus.articles);
        self.files = files;
        head.to_bytes()
    }

    /// The names of all files.
    pub fn names(&self) -> Vec<String> {
        self.files.iter().map(|file| file.0.clone()).collect()
    }

    /// The bytes of a file, by the place of its name; they are given away.
    pub fn bytes(&mut self, at: usize) -> Vec<u8> {
        std::mem::take(&mut self.files[at].1)
    }

    /// Makes the index, and all that searches would make when they need it; returns the size of its
    /// file.
    pub fn build(&mut self) -> usize {
        self.index();
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

    /// The articles that a query finds, as positions in the order of their ids, best first.
    pub fn search(&self, query: &str) -> Vec<u32> {
        let query = self.index.query(query);
        let found = self.index.search(&self.corpus.articles, &query, Options::default());
        found.hits.all()
    }

    /// What a screen shows of that: how many there are, and the first of them.
    pub fn screen(&self, query: &str) -> Vec<u32> {
        let query = self.index.query(query);
        screen(&self.index.search(&self.corpus.articles, &query, Options::default()))
    }
}

/// How many articles were found, and the first of them, best first.
fn screen(found: &Results) -> Vec<u32> {
    let first = found.hits.iter().take(SCREEN).map(|hit| hit.article);
    std::iter::once(found.hits.len() as u32).chain(first).collect()
}

/// An index in files, of which it has those that were fetched.
#[wasm_bindgen]
pub struct Reader {
    index: Index,
    found: Vec<u32>,
}

#[wasm_bindgen]
impl Reader {
    /// Reads the head.
    ///
    /// # Panics
    /// Where it is no head.
    #[wasm_bindgen(constructor)]
    pub fn new(head: &[u8]) -> Self {
        Self { index: Index::from_bytes(head).expect("a head"), found: Vec::new() }
    }

    /// The names of the files that a query needs; when there are none, it is answered.
    pub fn ask(&mut self, query: &str) -> Vec<String> {
        match self.index.ask(&self.index.query(query), Options::default()) {
            Ok(results) => {
                self.found = results.hits.all();
                Vec::new()
            }
            Err(Needs(names)) => names,
        }
    }

    /// As [`Engine::screen`], of a query that needs no more files.
    pub fn screen(&self, query: &str) -> Vec<u32> {
        let found = self.index.ask(&self.index.query(query), Options::default());
        found.map(|results| screen(&results)).unwrap_or_default()
    }

    /// Takes a file.
    ///
    /// # Panics
    /// Where it is not the file of this name.
    pub fn supply(&self, name: &str, bytes: &[u8]) {
        self.index.supply(name, bytes).expect("the file of this name");
    }

    /// What the last query found, as [`Engine::search`] gives it.
    pub fn found(&mut self) -> Vec<u32> {
        std::mem::take(&mut self.found)
    }
}

/// The form in which a pack of texts crosses the network.
#[wasm_bindgen]
pub fn renamed(text: &str) -> String {
    deltascope_model::renamed(text)
}
