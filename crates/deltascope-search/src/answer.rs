//! `Answer`: one item of a query, with the articles that hold it.
//!
//! A text is held by title and body, and by the names of initiatives that the article gives
//! evidence for; by other names of the same thing, by names that it spells, and by the same number in
//! other characters. Quoted text is held by title and body alone. A field is held by what the index
//! knows of the article.

use deltascope_model::{Article, TextRange};
use deltascope_text::Letters;

use crate::facts::{ArticleFacts, Wanted};
use crate::format::InitiativeEntry;
use crate::index::{Index, texts};
use crate::lookup::{count, places_in};
use crate::names::term_of;
use crate::numbers::Number;
use crate::places;
use crate::query::{Ask, Field, Item, Problem, ProblemKind};
use crate::rank::{Counts, rarity};
use crate::scan::{Letter, find_all, holds};
use crate::search::{Also, BodyHit, Hit, NameHit, Options, Reason, Where};

/// What stands in fewer articles is also looked for as pinyin.
const FEW: usize = 3;

/// An item of the query with the articles that hold it.
pub(crate) struct Answer<'q, 'i> {
    pub item: &'q Item,
    /// By position, in order.
    pub matches: Vec<Match>,
    /// See [`rarity`].
    pub rarity: u64,
    /// The initiatives whose names hold the text.
    named: Vec<&'i InitiativeEntry>,
    /// Other names that were found.
    others: Vec<(String, Vec<Letter>)>,
    /// The text is a number.
    number: Option<Number<'q>>,
}

/// An article that holds an item; nothing is counted where a fact holds.
#[derive(Clone, Copy, Default)]
pub(crate) struct Match {
    pub article: u32,
    counts: Counts,
}

impl Index {
    /// The answer to an item; none, and a problem, where it names what there is not.
    pub(crate) fn answer<'q>(
        &self,
        articles: &[Article],
        item: &'q Item,
        options: Options,
        problems: &mut Vec<Problem>,
    ) -> Option<Answer<'q, '_>> {
        let mut answer = Answer {
            item,
            matches: Vec::new(),
            rarity: 0,
            named: Vec::new(),
            others: Vec::new(),
            number: None,
        };
        match (&item.ask, item.field) {
            (Ask::Text(term), None) => self.of_text(articles, term, options, &mut answer),
            (Ask::Text(term), Some(Field::Title)) => {
                answer.matches = of_title(self.letters(), articles, term);
            }
            (Ask::Text(term), Some(field)) => {
                let name: String = term.iter().map(|letter| letter[0]).collect();
                let wanted = match field {
                    Field::Place => self.facts().places_named(self.letters(), name.trim()),
                    Field::Kind => Wanted::kinds(self.letters(), name.trim()),
                    Field::Phase => Wanted::phases(self.letters(), name.trim()),
                    _ => {
                        let published = |article: &Article, _: &ArticleFacts| {
                            let publisher = article.publisher.as_deref();
                            publisher.is_some_and(|name| holds(self.letters(), name, term))
                        };
                        answer.matches = self.where_holds(articles, published);
                        return Some(answer);
                    }
                };
                if wanted.is_nothing() {
                    problems.push(Problem { range: item.range, kind: ProblemKind::UnknownName });
                    return None;
                }
                answer.matches = self.where_holds(articles, |_, known| wanted.holds(known));
            }
            (&Ask::Before(day), _) => {
                answer.matches = self.where_holds(articles, |article, _| {
                    let published = article.published.as_ref();
                    published.is_some_and(|date| {
                        date.edtf.bounds().first.is_none_or(|first| first < day)
                    })
                });
            }
            (&Ask::After(day), _) => {
                answer.matches = self.where_holds(articles, |article, _| {
                    let published = article.published.as_ref();
                    published
                        .is_some_and(|date| date.edtf.bounds().last.is_none_or(|last| last >= day))
                });
            }
        }
        answer.rarity = rarity(articles.len(), answer.matches.len());
        Some(answer)
    }

    /// The articles of which something holds.
    fn where_holds(
        &self,
        articles: &[Article],
        holds: impl Fn(&Article, &ArticleFacts) -> bool,
    ) -> Vec<Match> {
        let all = articles.iter().zip(&self.facts().articles).zip(0..);
        let found = all.filter(|((article, known), _)| holds(article, known));
        found.map(|(_, article)| Match { article, ..Match::default() }).collect()
    }

    /// Answers a text of any field.
    fn of_text<'q, 'i>(
        &'i self,
        articles: &[Article],
        term: &'q [Letter],
        options: Options,
        answer: &mut Answer<'q, 'i>,
    ) {
        let mut all = vec![Counts::default(); articles.len()];
        let found = count(self.postings(articles), term);
        let few = found.len() < FEW;
        for found in found {
            let counts = &mut all[found.article as usize];
            (counts.title, counts.body) = (found.title, found.body);
        }
        if !options.literal && !answer.item.quoted {
            let named = |entry: &&InitiativeEntry| {
                entry.names.iter().any(|name| holds(self.letters(), name, term))
            };
            answer.named = self.initiatives().iter().filter(named).collect();
            for &article in answer.named.iter().flat_map(|entry| &entry.articles) {
                all[article as usize].names += 1;
            }
        }
        // What is excluded is what was typed: leaving out more would be a surprise.
        if !options.literal && !answer.item.quoted && !answer.item.excluded {
            let spelled = if few { self.spelled(term) } else { Vec::new() };
            for name in self.aliases(term).into_iter().chain(spelled) {
                let other = term_of(self.letters(), &name);
                let found = count(self.postings(articles), &other);
                for found in &found {
                    all[found.article as usize].other += found.title + found.body;
                }
                if !found.is_empty() {
                    answer.others.push((name, other));
                }
            }
            answer.number = Number::read(term);
            if let Some(number) = &answer.number {
                for (article, counts) in articles.iter().zip(&mut all) {
                    let texts = texts(article);
                    let found = texts.map(|text| number.find_all(self.letters(), text).len());
                    counts.other += found.sum::<usize>() as u32;
                }
            }
        }
        let found = all.into_iter().zip(0..).filter(|(counts, _)| *counts != Counts::default());
        answer.matches = found.map(|(counts, article)| Match { article, counts }).collect();
    }
}

/// The articles that hold a term in their titles.
fn of_title(letters: &Letters, articles: &[Article], term: &[Letter]) -> Vec<Match> {
    let count = |(article, at): (&Article, u32)| {
        let title = article.title.as_ref().map_or("", |title| &title.text);
        let title = find_all(letters, title, term).len() as u32;
        Match { article: at, counts: Counts { title, ..Counts::default() } }
    };
    articles.iter().zip(0..).map(count).filter(|found| found.counts.title > 0).collect()
}

impl Answer<'_, '_> {
    /// The text that is asked for.
    pub fn text(&self) -> Option<&[Letter]> {
        match (&self.item.ask, self.item.field) {
            (Ask::Text(term), None | Some(Field::Title)) if !self.item.excluded => Some(term),
            _ => None,
        }
    }

    /// What is counted in an article; none where the item does not hold there.
    pub fn counts(&self, article: usize) -> Option<Counts> {
        let at =
            self.matches.binary_search_by_key(&(article as u32), |found| found.article).ok()?;
        self.matches.get(at).map(|found| found.counts)
    }

    /// What was found of other names.
    pub fn also(&self) -> Option<Also> {
        let names: Vec<String> = self.others.iter().map(|(name, _)| name.clone()).collect();
        (!names.is_empty()).then_some(Also { term: self.item.range, names })
    }

    /// Adds to the hit of an article what this item finds there.
    pub fn mark(
        &self,
        hit: &mut Hit,
        letters: &Letters,
        article: &Article,
        at: usize,
        counts: Counts,
    ) {
        let term = self.item.range;
        if let Some(text) = self.text().filter(|_| counts.title + counts.body > 0) {
            let (title, mut body) = places_in(article, |raw| find_all(letters, raw, text));
            body.retain(|_| self.item.field.is_none());
            hit.add(term, &title, &body, None);
        }
        if counts.names > 0 {
            hit.reasons.push(Reason { term, place: Where::Name, other: None });
        }
        if let Some(field) = self.item.field.filter(|&field| field != Field::Title) {
            hit.reasons.push(Reason { term, place: Where::Field(field), other: None });
        }
        if counts.other > 0 {
            for (name, other) in &self.others {
                let (title, body) = places_in(article, |text| find_all(letters, text, other));
                hit.add(term, &title, &body, Some(name));
            }
            if let Some(number) = &self.number {
                let (title, body) = places_in(article, |text| number.find_all(letters, text));
                hit.add(term, &title, &body, None);
            }
        }
        for entry in &self.named {
            let known = hit.names.iter().any(|known| known.initiative == entry.id);
            if !known && entry.articles.binary_search(&(at as u32)).is_ok() {
                hit.names.push(NameHit { initiative: entry.id.clone() });
            }
        }
    }
}

impl Hit {
    /// Adds places where a term, or what stands for it, is found.
    fn add(
        &mut self,
        term: TextRange,
        title: &[TextRange],
        body: &[BodyHit],
        other: Option<&String>,
    ) {
        for (found, place) in [(title.is_empty(), Where::Title), (body.is_empty(), Where::Body)] {
            let reason = Reason { term, place, other: other.cloned() };
            if !found && !self.reasons.contains(&reason) {
                self.reasons.push(reason);
            }
        }
        self.title = places::union(&self.title, title);
        self.body = places::union(&self.body, body);
    }
}
