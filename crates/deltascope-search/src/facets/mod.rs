//! Facets: which articles and facts pass the filters, and how many each value of a filter would leave.
//!
//! 1. [`Facets::of`] turns the corpus into rows ([`rows`]): one for each event and each figure in each
//!    article that states it, one for each initiative that an article names, and one for the
//!    article itself. A row holds the values that each facet may match.
//! 2. Each list that is shown has subjects: stories, or whatever facts make up ([`Subjects`]). A
//!    subject passes where one row of it passes every filter and the search, so that `kind` and
//!    `year` must hold of the same fact.
//! 3. A facet's counts are taken with its own filter off: they say what a click would bring. The
//!    reprints of one story are one.
//!
//! A place holds the places inside it (江苏 finds 南京) and a group its members; what is said of
//! a group is said of each member (三省一市 counts for 安徽), and of no smaller place. A fact is where
//! its initiative is, an event also where it is told to be, a figure also where its scope says.

mod fact;
mod rows;
mod sentences;

use std::sync::OnceLock;

use deltascope_model::Corpus;

use crate::index::Index;
use crate::search::Results;

pub use fact::Fact;
use rows::{Rows, Writer};
pub use sentences::Searched;
use sentences::Sentences;

/// What a filter is about.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Facet {
    /// Where.
    Place,
    /// Kind of initiative.
    Kind,
    /// Who first published the article.
    Publisher,
    /// Year of the event, or of the article's publication.
    Year,
    /// Step in an initiative's life.
    Phase,
    /// Month of the event, or of the article's publication, where it is known.
    Month,
}

impl Facet {
    /// How many there are.
    pub const COUNT: usize = 6;

    /// Every facet, in the order in which they are offered.
    pub const ALL: [Self; Self::COUNT] =
        [Self::Place, Self::Kind, Self::Year, Self::Month, Self::Phase, Self::Publisher];

    /// Its name in addresses and in test ids.
    pub fn key(self) -> &'static str {
        match self {
            Self::Place => "place",
            Self::Kind => "kind",
            Self::Publisher => "publisher",
            Self::Year => "year",
            Self::Phase => "phase",
            Self::Month => "month",
        }
    }
}

/// The chosen values of each facet, by key, indexed by `Facet as usize`.
pub type Picks = [Vec<String>; Facet::COUNT];

/// How many each value of each facet would leave, by position in [`Facets::keys`].
pub type Counts = [Vec<usize>; Facet::COUNT];

/// What a list shows.
pub enum Subjects {
    /// Articles, those that reprint one another as one.
    Stories,
    /// What these facts make up together, one after another.
    Facts(Vec<Vec<Fact>>),
}

/// A corpus as the filters see it.
pub struct Facets {
    /// Sorted but for kinds and phases, which stand in their own order.
    keys: [Vec<String>; Facet::COUNT],
    rows: Rows,
    /// For each article the first of its family, or itself.
    stories: Vec<u32>,
    lists: Vec<List>,
    sentences: OnceLock<Sentences>,
}

/// The subjects of a list with the rows of each, by position, one subject after another, so that
/// each is counted once.
struct List {
    stories: bool,
    // Invariant: the rows of a subject stand together.
    rows: Vec<(u32, u32)>,
}

/// What passes.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Selection {
    /// Articles, by position in the corpus; the reprints of one story stand together.
    pub articles: Vec<usize>,
    /// The subjects of each list, by their own positions.
    pub passed: Vec<Vec<usize>>,
}

impl Selection {
    /// The subjects of a list that pass.
    pub fn of(&self, list: usize) -> &[usize] {
        self.passed.get(list).map_or(&[], Vec::as_slice)
    }
}

impl Facets {
    /// Reads a corpus for these lists.
    pub fn of(corpus: &Corpus, lists: &[Subjects]) -> Self {
        let writer = Writer::new(corpus);
        let (rows, of_facts) = writer.rows();
        let stories = corpus.stories();
        let story = |row: u32| stories[rows.article(row as usize)];
        let list = |subjects: &Subjects| match subjects {
            Subjects::Stories => {
                let mut all: Vec<(u32, u32)> =
                    (0..rows.len() as u32).map(|row| (story(row), row)).collect();
                all.sort_unstable_by_key(|&(story, row)| (story, rows.article(row as usize), row));
                List { stories: true, rows: all }
            }
            Subjects::Facts(subjects) => {
                let all = subjects.iter().zip(0..).flat_map(|(facts, at)| {
                    let rows = facts.iter().flat_map(|fact| of_facts[fact.place(corpus)].clone());
                    rows.map(move |row| (at, row))
                });
                List { stories: false, rows: all.collect() }
            }
        };
        let lists = lists.iter().map(list).collect();
        Self { keys: writer.keys, rows, stories, lists, sentences: OnceLock::new() }
    }

    /// Reads the sentences that state facts, as the first search would.
    pub fn prepare(&self, corpus: &Corpus, index: &Index) {
        self.sentences(corpus, index);
    }

    fn sentences(&self, corpus: &Corpus, index: &Index) -> &Sentences {
        self.sentences.get_or_init(|| Sentences::of(corpus, index))
    }

    /// What a search found, as filters ask it.
    pub fn searched(&self, corpus: &Corpus, index: &Index, results: &Results) -> Searched {
        self.sentences(corpus, index).searched(corpus, index, results)
    }

    /// Applies the filters; `searched` is none where there is no search.
    pub fn select(&self, picks: &Picks, searched: Option<&Searched>) -> Selection {
        let mut selection = Selection::default();
        for list in &self.lists {
            let mut passed = Vec::new();
            for (subject, row, stopped) in self.found(list, picks, searched) {
                if stopped != 0 {
                    continue;
                }
                if passed.last() != Some(&subject) {
                    passed.push(subject);
                }
                let article = self.rows.article(row);
                if list.stories && selection.articles.last() != Some(&article) {
                    selection.articles.push(article);
                }
            }
            selection.passed.push(passed);
        }
        selection
    }

    /// How much of a list each value of each facet would leave, under the same. It takes several times as long
    /// as [`Self::select`] takes for the list.
    pub fn counts(&self, list: usize, picks: &Picks, searched: Option<&Searched>) -> Counts {
        let zeros = |value: usize| std::array::from_fn(|facet| vec![value; self.keys[facet].len()]);
        let mut tally = Tally { counts: zeros(0), last: zeros(usize::MAX) };
        for (subject, row, stopped) in self.found(&self.lists[list], picks, searched) {
            tally.count(subject, &self.rows, row, stopped);
        }
        tally.counts
    }

    /// The rows of a list that a search found, each with its subject and the facets that stop it.
    fn found<'a>(
        &'a self,
        list: &'a List,
        picks: &'a Picks,
        searched: Option<&'a Searched>,
    ) -> impl Iterator<Item = (usize, usize, u8)> + use<'a> {
        let picked: [Vec<bool>; Facet::COUNT] = std::array::from_fn(|facet| {
            self.keys[facet].iter().map(|key| picks[facet].contains(key)).collect()
        });
        let rows = list.rows.iter().map(|&(subject, row)| (subject as usize, row as usize));
        rows.filter(move |&(_, row)| {
            // An article is found as a whole, whatever of it is a fact.
            let fact = self.rows.fact(row).filter(|_| !list.stories);
            searched.is_none_or(|searched| match fact {
                None => searched.articles[self.rows.article(row)],
                Some(fact) => searched.facts[fact],
            })
        })
        .map(move |(subject, row)| (subject, row, self.stopped(row, picks, &picked)))
    }

    /// The facets whose filter stops a row, each as a bit.
    fn stopped(&self, row: usize, picks: &Picks, picked: &[Vec<bool>; Facet::COUNT]) -> u8 {
        let mut bits = 0;
        for (facet, picked) in picked.iter().enumerate().filter(|&(at, _)| !picks[at].is_empty()) {
            let passes = self.rows.values(row, facet).iter().any(|&value| picked[value as usize]);
            bits |= u8::from(!passes) << facet;
        }
        bits
    }

    /// The first article of an article's family, or the article itself.
    pub fn story(&self, article: usize) -> usize {
        self.stories[article] as usize
    }

    /// A facet's values, as an address names them: months and years in the order of time.
    pub fn keys(&self, facet: Facet) -> &[String] {
        &self.keys[facet as usize]
    }
}

/// How much there is under each value: subjects, each counted once.
struct Tally {
    counts: Counts,
    /// For each value the last one counted.
    last: Counts,
}

impl Tally {
    /// Counts a row of `subject`; the rows of one subject come one after another.
    fn count(&mut self, subject: usize, rows: &Rows, row: usize, stopped: u8) {
        for facet in 0..Facet::COUNT {
            // Its own filter off: only the others may have stopped the row.
            if stopped & !(1 << facet) != 0 {
                continue;
            }
            for &value in rows.values(row, facet) {
                let value = value as usize;
                if self.last[facet][value] != subject {
                    self.last[facet][value] = subject;
                    self.counts[facet][value] += 1;
                }
            }
        }
    }
}

#[cfg(test)]
mod tests;
