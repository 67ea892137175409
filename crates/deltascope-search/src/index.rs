//! `Index`: what is built once, and the search over it.

use deltascope_model::{Article, Corpus, Initiative, TextRange};
use deltascope_text::fold;

use crate::format::{self, ArticleEntry, IndexError, InitiativeEntry, Payload};
use crate::query::Query;
use crate::rank::Counts;
use crate::scan::find_all;

/// The index of one corpus.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Index {
    payload: Payload,
}

/// An article that a query found.
#[derive(Clone, Debug, PartialEq)]
pub struct Hit {
    /// The article, by id.
    pub article: String,
    /// Higher is better; comparable within one search.
    pub score: f32,
    /// Ranges of the title's text.
    pub title: Vec<TextRange>,
    /// The initiatives whose names hold a term.
    pub names: Vec<NameHit>,
    /// The places in the body, in reading order.
    pub body: Vec<BodyHit>,
}

/// An initiative whose name holds a term.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct NameHit {
    /// The initiative, by id.
    pub initiative: String,
}

/// A place in the body.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub struct BodyHit {
    /// The paragraph, counted from 0.
    pub paragraph: u32,
    /// Bytes of the paragraph's raw text.
    pub range: TextRange,
}

/// The places of one term in one article.
#[derive(Default)]
struct Found<'i> {
    title: Vec<TextRange>,
    names: Vec<&'i str>,
    body: Vec<BodyHit>,
}

impl Index {
    /// Builds the index of a corpus.
    pub fn build(corpus: &Corpus) -> Self {
        let mut articles: Vec<ArticleEntry> = corpus.articles.iter().map(article_entry).collect();
        articles.sort_by(|a, b| a.id.cmp(&b.id));
        let mut initiatives: Vec<InitiativeEntry> = corpus
            .initiatives
            .iter()
            .map(|initiative| initiative_entry(initiative, &articles))
            .filter(|entry| !entry.articles.is_empty())
            .collect();
        initiatives.sort_by(|a, b| a.id.cmp(&b.id));
        Self { payload: Payload { articles, initiatives } }
    }

    /// The bytes of `index.bin`.
    pub fn to_bytes(&self) -> Vec<u8> {
        format::write(&self.payload)
    }

    /// Reads `index.bin`.
    ///
    /// # Errors
    /// Says which of the ways of [`IndexError`] the bytes are wrong.
    pub fn from_bytes(bytes: &[u8]) -> Result<Self, IndexError> {
        format::read(bytes).map(|payload| Self { payload })
    }

    /// True where the index was built from exactly these articles.
    pub fn belongs_to(&self, articles: &[Article]) -> bool {
        articles.len() == self.payload.articles.len()
            && articles.iter().all(|article| {
                let at = self.place(&article.id);
                at.is_some_and(|at| self.payload.articles[at].checksum == checksum(article))
            })
    }

    /// The articles that hold all terms of a query and none of its exclusions, best first, equal
    /// ones by id. An empty query finds nothing.
    pub fn search(&self, articles: &[Article], query: &Query) -> Vec<Hit> {
        if query.is_empty() {
            return Vec::new();
        }
        let mut holders = vec![0; query.terms.len()];
        let mut kept = Vec::new();
        for article in articles {
            let names = self.names_of(article);
            let found: Vec<Found> =
                query.terms.iter().map(|term| occurrences(article, &names, term)).collect();
            for (holders, found) in holders.iter_mut().zip(&found) {
                *holders += usize::from(!found.counts().is_zero());
            }
            let all = found.iter().all(|found| !found.counts().is_zero());
            let excluded =
                |term: &Vec<char>| !occurrences(article, &names, term).counts().is_zero();
            if all && !query.excluded.iter().any(excluded) {
                kept.push((article, found));
            }
        }
        let mut hits: Vec<Hit> = kept
            .into_iter()
            .map(|(article, found)| hit(article, found, articles.len(), &holders))
            .collect();
        hits.sort_by(|a, b| b.score.total_cmp(&a.score).then_with(|| a.article.cmp(&b.article)));
        hits
    }

    /// Where an article stands in the index.
    fn place(&self, id: &str) -> Option<usize> {
        self.payload.articles.binary_search_by(|entry| entry.id.as_str().cmp(id)).ok()
    }

    /// The initiatives with evidence in an article.
    fn names_of(&self, article: &Article) -> Vec<&InitiativeEntry> {
        let Some(place) = self.place(&article.id) else { return Vec::new() };
        let place = place as u32;
        self.payload.initiatives.iter().filter(|entry| entry.articles.contains(&place)).collect()
    }
}

impl Found<'_> {
    fn counts(&self) -> Counts {
        Counts { title: self.title.len(), names: self.names.len(), body: self.body.len() }
    }
}

/// The places of a term in an article.
fn occurrences<'i>(article: &Article, names: &[&'i InitiativeEntry], term: &[char]) -> Found<'i> {
    let title = article.title.as_ref().map(|title| find_all(&title.text, term));
    let holds = |name: &String| !find_all(name, term).is_empty();
    let names = names.iter().filter(|entry| entry.names.iter().any(holds));
    let body = article.paragraphs.iter().zip(0..).flat_map(|(text, paragraph)| {
        find_all(text, term).into_iter().map(move |range| BodyHit { paragraph, range })
    });
    Found {
        title: title.unwrap_or_default(),
        names: names.map(|entry| entry.id.as_str()).collect(),
        body: body.collect(),
    }
}

/// The terms' places in one article as a hit.
fn hit(article: &Article, found: Vec<Found>, articles: usize, holders: &[usize]) -> Hit {
    let score = found.iter().zip(holders).map(|(f, &holders)| f.counts().score(articles, holders));
    let score = score.sum();
    let (mut title, mut names, mut body) = (Vec::new(), Vec::new(), Vec::new());
    for term in found {
        title.extend(term.title);
        names.extend(term.names);
        body.extend(term.body);
    }
    title.sort_unstable();
    names.sort_unstable();
    names.dedup();
    body.sort_unstable();
    let names = names.into_iter().map(|id| NameHit { initiative: id.into() }).collect();
    Hit { article: article.id.clone(), score, title, names, body }
}

fn article_entry(article: &Article) -> ArticleEntry {
    ArticleEntry { id: article.id.clone(), checksum: checksum(article) }
}

/// A checksum of everything that search reads of an article.
fn checksum(article: &Article) -> u32 {
    let title = article.title.as_ref().map_or("", |title| title.text.as_str());
    let texts = std::iter::once(title).chain(article.paragraphs.iter().map(String::as_str));
    format::crc32(texts.flat_map(|text| [text.as_bytes(), b"\n"]))
}

/// An initiative with its folded names and the articles that hold its evidence.
fn initiative_entry(initiative: &Initiative, articles: &[ArticleEntry]) -> InitiativeEntry {
    let mut names: Vec<String> = std::iter::once(&initiative.name)
        .chain(&initiative.aliases)
        .chain(&initiative.name_en)
        .map(|name| fold(name).text().to_owned())
        .collect();
    names.sort();
    names.dedup();
    let place = |id: &str| articles.binary_search_by(|entry| entry.id.as_str().cmp(id)).ok();
    let mut places: Vec<u32> = initiative
        .evidence
        .iter()
        .filter_map(|evidence| place(&evidence.article))
        .map(|place| place as u32)
        .collect();
    places.sort_unstable();
    places.dedup();
    InitiativeEntry { id: initiative.id.clone(), names, articles: places }
}
