//! Search: the articles that a query finds, best first.
//!
//! 1. each item of the query is answered alone: the articles that hold it, and how often
//! 2. an article is found where each clause has an item that holds there; the clause that fewest
//!    articles meet is walked along, the others are looked up
//! 3. those found are ranked ([`crate::rank`]); no text is read for it
//!
//! Where and why an article was found is worked out for what is shown alone: [`Index::hit`].

use deltascope_model::{Article, TextRange};

use crate::answer::Answer;
use crate::hits::{Found, Hits, Key, key};
use crate::index::{Index, Needs, file_name};
use crate::matches::{Cursor, Match};
use crate::postings::Missing;
use crate::query::{Item, Problem, Query};
use crate::rank::Counts;
use crate::scan::Letter;
use crate::texts::Texts;

/// How a search is done.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct Options {
    /// The order of the hits.
    pub sort: Sort,
    /// Only what was typed is searched for: no names of initiatives, no other names, no other forms of
    /// numbers, as if all were in quotation marks.
    pub literal: bool,
}

/// An order of hits; what is equal stands by date, the newest first, and then by id.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub enum Sort {
    /// The best first.
    #[default]
    Relevance,
    /// The newest first, what has no date last.
    Date,
}

/// What a search found.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Results {
    /// The articles, in the order that was asked for.
    pub hits: Hits,
    /// What of the query does not mean what it seems to, in order.
    pub problems: Vec<Problem>,
    /// What was searched for beside what was typed.
    pub also: Vec<Also>,
    /// Where nothing was found, a query near it that finds something.
    pub suggestion: Option<String>,
    /// Nothing of the query is left to search for.
    pub asks_nothing: bool,
    /// What the clauses of the query found.
    pub(crate) clauses: Vec<Vec<Answer>>,
}

/// What was searched for beside a term.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Also {
    /// The bytes of the query.
    pub term: TextRange,
    /// Other names, of which each stands in some article.
    pub names: Vec<String>,
}

impl Index {
    /// The articles that a query finds, and what else to ask where it finds none, from the texts. An
    /// empty query finds nothing.
    ///
    /// # Panics
    /// Where `articles` are not those that the index was built from, in the order of their ids
    /// ([`Index::belongs_to`]); the texts are read there, by the first search.
    pub fn search(&self, articles: &[Article], query: &Query, options: Options) -> Results {
        self.answered(self.texts(articles), query, options, &mut Missing::new())
    }

    /// As [`Index::search`], of a split index, from its files.
    ///
    /// # Errors
    /// Names the files to fetch and to [`Index::supply`] before it is asked again. Most queries need files
    /// once; one that finds nothing may need some more, for what to ask in its place.
    pub fn ask(&self, query: &Query, options: Options) -> Result<Results, Needs> {
        let Some(texts) = self.in_files() else { return Ok(Results::default()) };
        let mut missing = Missing::new();
        let results = self.answered(texts, query, options, &mut missing);
        if missing.is_empty() {
            return Ok(results);
        }
        Err(Needs(texts.articles.names_of(&missing).map(file_name).collect()))
    }

    fn answered(
        &self,
        texts: &Texts,
        query: &Query,
        options: Options,
        missing: &mut Missing,
    ) -> Results {
        let mut results = self.found(texts, query, options, missing);
        if results.hits.is_empty() && missing.is_empty() {
            let held = |item: &Item| {
                let mut answers = results.clauses.iter().flatten();
                answers.find(|answer| answer.item == *item).map_or(0, |answer| answer.matches.len())
            };
            results.suggestion = self.suggestion(texts, query, options, held, missing);
        }
        results
    }

    /// The articles that a query finds, as far as nothing is missing.
    pub(crate) fn found(
        &self,
        texts: &Texts,
        query: &Query,
        options: Options,
        missing: &mut Missing,
    ) -> Results {
        let mut problems = query.problems().to_vec();
        let mut clauses: Vec<Vec<Answer>> = Vec::new();
        for clause in &query.clauses {
            let answer = |item| self.answer(texts, item, options, &mut problems, missing);
            let answers: Vec<Answer> = clause.iter().filter_map(answer).collect();
            if !answers.is_empty() {
                clauses.push(answers);
            }
        }
        problems.sort_by_key(|problem| problem.range);
        let also = clauses.iter().flatten().filter_map(Answer::also).collect();
        let hits = match &clauses[..] {
            [] => Hits::default(),
            [clause] if clause.len() == 1 && !clause[0].item.excluded => {
                let Answer { matches, rarity, .. } = &clause[0];
                Hits::of_term(options.sort, &texts.ranking, matches, *rarity)
            }
            _ => {
                let keys = Asked::of(texts, &clauses, missing).walk();
                Hits::of_keys(options.sort, &texts.ranking, keys)
            }
        };
        let asks_nothing = clauses.is_empty();
        Results { hits, problems, also, suggestion: None, asks_nothing, clauses }
    }

    /// The first stories: the reprints of one stand together, where the first of them stands.
    pub fn stories(&self, results: &Results, first: usize) -> Vec<Vec<Found>> {
        results.hits.stories(first, |article| self.story(article))
    }

    /// The leading article of an article's family, or itself: the same for all reprints of a story.
    pub fn story(&self, article: u32) -> u32 {
        self.facts().articles[article as usize].story
    }
}

/// What is asked for, with what all hits need.
struct Asked<'a> {
    texts: &'a Texts,
    clauses: &'a [Vec<Answer>],
    /// The articles that hold the terms in a row, where there is more than one.
    in_a_row: Vec<Match>,
}

impl<'a> Asked<'a> {
    fn of(texts: &'a Texts, clauses: &'a [Vec<Answer>], missing: &mut Missing) -> Self {
        let firsts = clauses.iter().filter_map(|clause| clause.iter().find_map(Answer::text));
        let firsts: Vec<&[Letter]> = firsts.collect();
        let in_a_row = match firsts.len() {
            0 | 1 => Vec::new(),
            _ => texts.articles.count(&firsts.concat(), missing),
        };
        Self { texts, clauses, in_a_row }
    }

    /// Walks along the articles that may be found, in their order: those that are.
    fn walk(&self) -> Vec<Key> {
        let excludes = |clause: &&Vec<Answer>| clause.iter().any(|answer| answer.item.excluded);
        let size = |clause: &&Vec<Answer>| -> usize {
            clause.iter().map(|answer| answer.matches.len()).sum()
        };
        let narrowest = self.clauses.iter().filter(|clause| !excludes(clause)).min_by_key(size);
        let mut walk = self.start();
        match narrowest.map(Vec::as_slice) {
            None => {
                (0..self.texts.ranking.age.len() as u32).for_each(|article| walk.visit(article));
            }
            Some([one]) => {
                for found in one.matches.iter() {
                    walk.visit(found.article);
                }
            }
            Some(several) => {
                let all = several.iter().flat_map(|answer| answer.matches.iter());
                let mut all: Vec<u32> = all.map(|found| found.article).collect();
                all.sort_unstable();
                all.dedup();
                for article in all {
                    walk.visit(article);
                }
            }
        }
        walk.hits
    }

    fn start(&self) -> Walk<'_> {
        let clause = |clause: &'a Vec<Answer>| {
            clause.iter().map(|answer| (answer, Cursor::new(&answer.matches))).collect()
        };
        Walk {
            texts: self.texts,
            clauses: self.clauses.iter().map(clause).collect(),
            in_a_row: Cursor::new(&self.in_a_row),
            hits: Vec::new(),
        }
    }
}

/// A walk along articles in their order.
struct Walk<'a> {
    texts: &'a Texts,
    clauses: Vec<Vec<(&'a Answer, Cursor<'a>)>>,
    in_a_row: Cursor<'a>,
    hits: Vec<Key>,
}

impl Walk<'_> {
    /// Adds an article where each clause has an item that holds, or one that excludes what does not.
    fn visit(&mut self, article: u32) {
        let weights = &self.texts.ranking.weights;
        let (mut score, mut rarities, mut indirect) = (0, 0, false);
        for clause in &mut self.clauses {
            let (mut holds, mut found, mut stands) = (false, false, false);
            for (answer, cursor) in clause {
                let counts = cursor.seek(article);
                holds |= counts.is_some() != answer.item.excluded;
                let Some(counts) = counts else { continue };
                found = true;
                stands |= !counts.is_indirect();
                if !answer.item.excluded {
                    score += answer.rarity * weights.of(article, counts);
                    rarities += answer.rarity;
                }
            }
            if !holds {
                return;
            }
            indirect |= found && !stands;
        }
        if let Some(counts) = self.in_a_row.seek(article) {
            score += rarities * weights.of(article, held(counts));
        }
        self.hits.push(key(article, score, indirect));
    }
}

/// Whether each field holds something at all.
fn held(counts: Counts) -> Counts {
    Counts { title: counts.title.min(1), body: counts.body.min(1), ..Counts::default() }
}

#[cfg(test)]
mod tests;
