//! `Searched`: what a search reads of a corpus folder, of a corpus in parts no more than it needs.

use std::collections::BTreeMap;
use std::path::{Path, PathBuf};

use anyhow::{Context, Result, bail};
use deltascope_model::{Article, Corpus, Initiative, Part, Parts, Text};
use deltascope_search::{Hit, Index, Needs, Options, Query, Results};

use crate::folder::{CORPUS, HEAD, INDEX, PARTS, advice, bytes};
use crate::parts;

/// The articles of a corpus folder, and its index.
pub struct Searched {
    dir: PathBuf,
    /// The index.
    pub index: Index,
    // Invariant: without their texts where `places` says where these are.
    articles: Vec<Article>,
    /// Without what states them.
    initiatives: Vec<Initiative>,
    parts: Vec<Part>,
    /// For each article the place of its part and its place there; empty where the corpus is whole.
    places: Vec<(usize, usize)>,
    /// The parts that were read.
    texts: BTreeMap<usize, Vec<Text>>,
}

impl Searched {
    /// Reads the articles, or what the head says of them, and the index.
    ///
    /// # Errors
    /// Names the file and says how it is wrong.
    pub fn read(dir: &Path) -> Result<Self> {
        let index =
            Index::from_bytes(&bytes(&dir.join(INDEX))?).with_context(|| advice(dir, INDEX))?;
        let name = if index.is_split() { HEAD } else { CORPUS };
        let corpus =
            Corpus::parse_articles(&bytes(&dir.join(name))?).with_context(|| advice(dir, name))?;
        let Corpus { articles, initiatives, .. } = corpus;
        if !index.belongs_to(&articles) || !index.knows(&initiatives) {
            bail!("{}: {INDEX} belongs to another {name}; build again", dir.display());
        }
        let parts = if index.is_split() {
            let list = Parts::parse(&bytes(&dir.join(PARTS))?);
            list.with_context(|| advice(dir, PARTS))?.texts
        } else {
            Vec::new()
        };
        let held = parts.iter().enumerate();
        let held = held.flat_map(|(at, part)| (0..part.count as usize).map(move |nth| (at, nth)));
        let mut places: Vec<_> = index.newest_first().into_iter().zip(held).collect();
        places.sort_unstable();
        let places = places.into_iter().map(|(_, place)| place).collect();
        let texts = BTreeMap::new();
        Ok(Self { dir: dir.to_owned(), index, articles, initiatives, parts, places, texts })
    }

    /// Searches, and reads the files of the index that this needs.
    ///
    /// # Errors
    /// As [`Searched::read`].
    pub fn search(&self, query: &Query, options: Options) -> Result<Results> {
        if !self.index.is_split() {
            return Ok(self.index.search(&self.articles, query, options));
        }
        loop {
            let names = match self.index.ask(query, options) {
                Ok(results) => return Ok(results),
                Err(Needs(names)) => names,
            };
            for name in names {
                let file = parts::file(&name);
                let bytes = bytes(&self.dir.join(&file))?;
                self.index.supply(&name, &bytes).with_context(|| advice(&self.dir, &file))?;
            }
        }
    }

    /// The id of an article.
    pub fn id(&self, at: u32) -> &str {
        &self.articles[at as usize].id
    }

    /// The ids of the initiatives by whose names an article was found.
    pub fn named(&self, hit: &Hit) -> Vec<&str> {
        let known = hit.names.iter().filter_map(|&at| self.initiatives.get(at as usize));
        known.map(|one| one.id.as_str()).collect()
    }

    /// An article with its text.
    ///
    /// # Errors
    /// As [`Searched::read`].
    pub fn article(&mut self, at: u32) -> Result<&Article> {
        let Some(&(at, nth)) = self.places.get(at as usize) else {
            return Ok(&self.articles[at as usize]);
        };
        if !self.texts.contains_key(&at) {
            let part = &self.parts[at];
            let file = part.file();
            let texts = part.texts(&bytes(&self.dir.join(&file))?);
            self.texts.insert(at, texts.with_context(|| advice(&self.dir, &file))?);
        }
        Ok(&self.texts[&at][nth].article)
    }
}
