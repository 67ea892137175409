//! Search: the articles that a query finds, best first, and why.
//!
//! 1. each item of the query is answered alone: the articles that hold it, and how often
//! 2. an article is found where each clause has an item that holds there
//! 3. those found are ranked ([`crate::rank`]), and get the places of what was asked for

use std::cmp::Reverse;

use deltascope_model::{Article, TextRange};

use crate::answer::Answer;
use crate::index::Index;
use crate::lookup::places_in;
use crate::query::{Field, Item, Problem, Query};
use crate::rank::{Counts, Length};
use crate::scan::{Letter, find_all};

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
    /// In the order that was asked for.
    pub hits: Vec<Hit>,
    /// What of the query does not mean what it seems to, in order.
    pub problems: Vec<Problem>,
    /// What was searched for beside what was typed.
    pub also: Vec<Also>,
    /// Where nothing was found, a query near it that finds something.
    pub suggestion: Option<String>,
    /// Nothing of the query is left to search for.
    pub asks_nothing: bool,
}

/// What was searched for beside a term.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Also {
    /// The bytes of the query.
    pub term: TextRange,
    /// Other names, of which each stands in some article.
    pub names: Vec<String>,
}

/// An article that a query found.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Hit {
    /// The article, by id.
    pub article: String,
    /// Higher is better; comparable within one search.
    pub score: u64,
    /// The leading article of its family, or itself: the same for all reprints of a story.
    pub story: u32,
    /// Bytes of the title's raw text, in order, without overlaps.
    pub title: Vec<TextRange>,
    /// The initiatives with evidence in the article whose names hold a term, term by term.
    pub names: Vec<NameHit>,
    /// The places in the body, in reading order, without overlaps.
    pub body: Vec<BodyHit>,
    /// Why it was found, in the order of the query.
    pub reasons: Vec<Reason>,
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

/// Why an article was found: a term of the query, and where it holds.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Reason {
    /// The bytes of the query.
    pub term: TextRange,
    /// Where it holds.
    pub place: Where,
    /// What stands there in its place: another name, or the number in other characters.
    pub other: Option<String>,
}

/// Where a term holds.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Where {
    /// In the title.
    Title,
    /// In the body.
    Body,
    /// In the name of an initiative of [`Hit::names`].
    Name,
    /// In what this field says.
    Field(Field),
}

impl Results {
    /// The hits by story: the reprints of one stand together, where the first of them stands.
    pub fn stories(&self) -> Vec<Vec<&Hit>> {
        let mut places: Vec<(u32, usize)> =
            self.hits.iter().zip(0..).map(|(hit, at)| (hit.story, at)).collect();
        places.sort_unstable();
        let mut stories: Vec<&[(u32, usize)]> = places.chunk_by(|a, b| a.0 == b.0).collect();
        stories.sort_unstable_by_key(|story| story[0].1);
        let hits = |story: &[(u32, usize)]| story.iter().map(|&(_, at)| &self.hits[at]).collect();
        stories.into_iter().map(hits).collect()
    }
}

impl Index {
    /// The articles that a query finds, and what else to ask where it finds none. An empty query
    /// finds nothing.
    ///
    /// # Panics
    /// Where `articles` are not those that the index was built from, in the order of their ids
    /// ([`Index::belongs_to`]); the texts are read there.
    pub fn search(&self, articles: &[Article], query: &Query, options: Options) -> Results {
        let (mut results, clauses) = self.found(articles, query, options);
        if results.hits.is_empty() {
            let held = |item: &Item| {
                let mut answers = clauses.iter().flatten();
                answers.find(|answer| answer.item == item).map_or(0, |answer| answer.matches.len())
            };
            results.suggestion = self.suggestion(articles, query, options, held);
        }
        results
    }

    /// The articles that a query finds, with the answers to its items.
    pub(crate) fn found<'q>(
        &self,
        articles: &[Article],
        query: &'q Query,
        options: Options,
    ) -> (Results, Vec<Vec<Answer<'q, '_>>>) {
        let mut problems = query.problems().to_vec();
        let mut clauses: Vec<Vec<Answer>> = Vec::new();
        for clause in &query.clauses {
            let answer = |item| self.answer(articles, item, options, &mut problems);
            let answers: Vec<Answer> = clause.iter().filter_map(answer).collect();
            if !answers.is_empty() {
                clauses.push(answers);
            }
        }
        problems.sort_by_key(|problem| problem.range);
        let also = clauses.iter().flatten().filter_map(Answer::also).collect();
        let mut hits: Vec<(usize, bool, Hit)> = Vec::new();
        if !clauses.is_empty() {
            let asked = Asked::of(self, &clauses);
            let passing = passing(articles.len(), &clauses);
            hits.extend(passing.map(|at| (at, asked.is_indirect(at), asked.hit(articles, at))));
        }
        let date = |at: usize| {
            let published = articles[at].published.as_ref();
            Reverse(published.map(|date| date.edtf.sort_key()))
        };
        let by_date = options.sort == Sort::Date;
        hits.sort_by_cached_key(|(at, indirect, hit)| {
            let rank = (!by_date).then_some((*indirect, Reverse(hit.score)));
            (rank, date(*at), *at)
        });
        let hits = hits.into_iter().map(|(_, _, hit)| hit).collect();
        let asks_nothing = clauses.is_empty();
        (Results { hits, problems, also, suggestion: None, asks_nothing }, clauses)
    }
}

/// The articles, by position, where each clause has an item that holds, or one that excludes what
/// does not.
fn passing(articles: usize, clauses: &[Vec<Answer>]) -> impl Iterator<Item = usize> {
    let mut holding = vec![0; articles];
    for (clause, passed) in clauses.iter().zip(0..) {
        for answer in clause {
            let mut matches = answer.matches.iter().map(|found| found.article as usize).peekable();
            for (at, holding) in holding.iter_mut().enumerate() {
                let holds = matches.next_if_eq(&at).is_some();
                if holds != answer.item.excluded && *holding == passed {
                    *holding = passed + 1;
                }
            }
        }
    }
    let clauses = clauses.len();
    holding.into_iter().enumerate().filter(move |&(_, passed)| passed == clauses).map(|(at, _)| at)
}

/// What is asked for, with what all hits need.
struct Asked<'a, 'q, 'i> {
    index: &'i Index,
    clauses: &'a [Vec<Answer<'q, 'i>>],
    /// The terms as they would stand in a row, where there is more than one.
    phrase: Vec<Letter>,
    /// Characters of a body of middle length.
    middle: u64,
}

impl<'a, 'q, 'i> Asked<'a, 'q, 'i> {
    fn of(index: &'i Index, clauses: &'a [Vec<Answer<'q, 'i>>]) -> Self {
        let firsts = clauses.iter().filter_map(|clause| clause.iter().find_map(Answer::text));
        let texts: Vec<&[Letter]> = firsts.collect();
        let phrase = if texts.len() > 1 { texts.concat() } else { Vec::new() };
        let known = &index.facts().articles;
        let all: u64 = known.iter().map(|known| u64::from(known.length)).sum();
        Self { index, clauses, phrase, middle: all / (known.len() as u64).max(1) }
    }

    /// True where a clause holds in an article only by what stands for its terms.
    fn is_indirect(&self, at: usize) -> bool {
        let indirect = |clause: &Vec<Answer>| {
            let mut counts = clause.iter().filter_map(|answer| answer.counts(at)).peekable();
            counts.peek().is_some() && counts.all(Counts::is_indirect)
        };
        self.clauses.iter().any(indirect)
    }

    /// The hit of an article.
    fn hit(&self, articles: &[Article], at: usize) -> Hit {
        let (article, known) = (&articles[at], &self.index.facts().articles[at]);
        let letters = self.index.letters();
        let mut hit = Hit {
            article: article.id.clone(),
            score: 0,
            story: known.story,
            title: Vec::new(),
            names: Vec::new(),
            body: Vec::new(),
            reasons: Vec::new(),
        };
        let title = article.title.as_ref().map_or(0, |title| title.text.len() / 3);
        let title = Length { own: title as u64, middle: TITLE_LENGTH };
        let body = Length { own: u64::from(known.length), middle: self.middle };
        let mut rarities = 0;
        for answer in self.clauses.iter().flatten().filter(|answer| !answer.item.excluded) {
            let Some(counts) = answer.counts(at) else { continue };
            hit.score += answer.rarity * counts.weight(title, body);
            rarities += answer.rarity;
            answer.mark(&mut hit, letters, article, at, counts);
        }
        if !self.phrase.is_empty() {
            let (in_title, in_body) =
                places_in(article, |text| find_all(letters, text, &self.phrase));
            let held = |is_empty: bool| u32::from(!is_empty);
            let (title_holds, body_holds) = (held(in_title.is_empty()), held(in_body.is_empty()));
            let counts = Counts { title: title_holds, body: body_holds, ..Counts::default() };
            hit.score += rarities * counts.weight(title, body);
        }
        hit
    }
}

/// Characters of a title of middle length.
const TITLE_LENGTH: u64 = 20;

#[cfg(test)]
mod tests;
