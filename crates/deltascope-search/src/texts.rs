//! `Texts`: what the first search works out of the articles, so that the others need not read them.

use std::cmp::Reverse;

use deltascope_model::{Article, Bounds, Edtf};

use crate::index::{Index, texts};
use crate::matches::Match;
use crate::postings::{MOST, Postings};
use crate::rank::{Length, Lengths};
use crate::scan::Letter;

/// Characters of a title of middle length.
const TITLE_LENGTH: u64 = 20;

/// What stands where in the articles of an index and in its names, and when they were published.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub(crate) struct Texts {
    /// Each entry but the last holds [`MOST`] articles.
    articles: Vec<Postings>,
    /// In the order of [`Index::name_sets`].
    pub names: Postings,
    pub lengths: Vec<Lengths>,
    /// When each article was published.
    pub published: Vec<Option<Bounds>>,
    /// The articles, the newest first, those without a date last.
    pub newest: Vec<u32>,
    /// Where each article stands in `newest`.
    pub age: Vec<u32>,
    /// The publisher of each article, as a position among the names' publishers.
    pub publishers: Vec<Option<u32>>,
}

impl Texts {
    /// Reads the articles that an index was built from, and its names.
    pub fn of(index: &Index, articles: &[Article]) -> Self {
        let letters = index.letters();
        let read = |part: &[Article]| Postings::of(part.iter().map(texts), letters);
        let names = index.name_sets().map(|names| names.iter().map(String::as_str));
        let mut newest: Vec<u32> = (0..articles.len() as u32).collect();
        newest.sort_by_cached_key(|&at| {
            Reverse(published(&articles[at as usize]).map(Edtf::sort_key))
        });
        let mut age = vec![0; newest.len()];
        for (place, &article) in newest.iter().enumerate() {
            age[article as usize] = place as u32;
        }
        let known = &index.names().publishers;
        let publisher = |article: &Article| {
            known.binary_search(article.publisher.as_ref()?).ok().map(|at| at as u32)
        };
        Self {
            articles: articles.chunks(MOST).map(read).collect(),
            names: Postings::of(names, letters),
            lengths: lengths(index, articles),
            published: articles.iter().map(|one| published(one).map(Edtf::bounds)).collect(),
            newest,
            age,
            publishers: articles.iter().map(publisher).collect(),
        }
    }

    /// The articles that hold a term in title or body.
    pub fn count(&self, term: &[Letter]) -> Vec<Match> {
        let mut parts = self.articles.iter().zip((0..).step_by(MOST));
        let mut found = parts.next().map(|(part, _)| part.count(term)).unwrap_or_default();
        for (part, start) in parts {
            found.extend(
                part.count(term)
                    .into_iter()
                    .map(|one: Match| Match { article: one.article + start, ..one }),
            );
        }
        found
    }

    /// Makes some of the lists that searches would make when they need them, and says where to go on:
    /// from 0 until there is nowhere. A place is the part of the articles and one of its lists.
    pub fn make(&self, from: (usize, usize)) -> Option<(usize, usize)> {
        let (part, list) = from;
        let next = self.articles.get(part)?.make(list);
        Some(next.map_or((part + 1, 0), |next| (part, next)))
    }

    /// The articles that may hold a number, in order.
    pub fn with_value(&self, value: u128) -> impl Iterator<Item = usize> {
        let parts = self.articles.iter().zip((0..).step_by(MOST));
        parts.flat_map(move |(part, start)| part.with_value(value).map(move |at| start + at))
    }
}

/// The date of an article.
fn published(article: &Article) -> Option<&Edtf> {
    article.published.as_ref().map(|date| &date.edtf)
}

/// The articles' lengths, each beside the middle.
fn lengths(index: &Index, articles: &[Article]) -> Vec<Lengths> {
    let known = &index.facts().articles;
    let all: u64 = known.iter().map(|known| u64::from(known.length)).sum();
    let middle = all / (known.len() as u64).max(1);
    let of = |(article, length): (&Article, u32)| {
        let title = article.title.as_ref().map_or(0, |title| title.text.len() / 3);
        let title = Length::new(title as u64, TITLE_LENGTH);
        Lengths { title, body: Length::new(u64::from(length), middle) }
    };
    articles.iter().zip(known.iter().map(|known| known.length)).map(of).collect()
}
