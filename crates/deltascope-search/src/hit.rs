//! `Hit`: where in an article a query was found, and why. Worked out for the articles that are
//! shown, from their own text.

use deltascope_model::{Article, TextRange};

use crate::answer::Answer;
use crate::index::Index;
use crate::numbers::Number;
use crate::places;
use crate::query::Field;
use crate::scan::find_all;
use crate::search::Results;

/// An article that a query found, with all places of what was asked for.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Hit {
    /// Bytes of the title's raw text, in order, without overlaps.
    pub title: Vec<TextRange>,
    /// The initiatives with evidence in the article whose names hold a term, term by term: positions among those of
    /// the corpus, in the order of their ids ([`Index::knows`]).
    pub names: Vec<u32>,
    /// The places in the body, in reading order, without overlaps.
    pub body: Vec<BodyHit>,
    /// Why it was found, in the order of the query.
    pub reasons: Vec<Reason>,
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

impl Index {
    /// The places of what a search asked for in an article that it found, given by its position.
    pub fn hit(&self, article: &Article, at: u32, results: &Results) -> Hit {
        let mut hit = Hit::default();
        let age = results.hits.age(at);
        for answer in results.clauses.iter().flatten().filter(|answer| !answer.item.excluded) {
            self.mark(&mut hit, answer, article, (at, age));
        }
        hit
    }

    /// Adds to the hit of an article, given by its position and its place among the newest, what an item
    /// finds there.
    fn mark(&self, hit: &mut Hit, answer: &Answer, article: &Article, (at, age): (u32, u32)) {
        let Ok(found) = answer.matches.binary_search_by_key(&age, |found| found.article) else {
            return;
        };
        let counts = answer.matches[found].counts;
        let letters = self.letters();
        let term = answer.item.range;
        if let Some(text) = answer.text().filter(|_| counts.title + counts.body > 0) {
            let (title, mut body) = places_in(article, |raw| find_all(letters, raw, text));
            body.retain(|_| answer.item.field.is_none());
            hit.add(term, &title, &body, None);
        }
        if counts.names > 0 {
            hit.reasons.push(Reason { term, place: Where::Name, other: None });
        }
        if let Some(field) = answer.item.field.filter(|&field| field != Field::Title) {
            hit.reasons.push(Reason { term, place: Where::Field(field), other: None });
        }
        if counts.other > 0 {
            for (name, other) in &answer.others {
                let (title, body) = places_in(article, |text| find_all(letters, text, other));
                hit.add(term, &title, &body, Some(name));
            }
            if let Some(number) = answer.text().filter(|_| answer.by_value).and_then(Number::read) {
                let (title, body) = places_in(article, |text| number.find_all(letters, text));
                hit.add(term, &title, &body, None);
            }
        }
        for entry in answer.named.iter().map(|&named| &self.initiatives()[named as usize]) {
            if !hit.names.contains(&entry.at) && entry.articles.binary_search(&at).is_ok() {
                hit.names.push(entry.at);
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

/// The places in the title and in the body that `find` gives for each text.
fn places_in(
    article: &Article,
    find: impl Fn(&str) -> Vec<TextRange>,
) -> (Vec<TextRange>, Vec<BodyHit>) {
    let title = article.title.as_ref().map(|title| find(&title.text)).unwrap_or_default();
    let body = article.paragraphs.iter().zip(0..).flat_map(|(text, paragraph)| {
        find(text).into_iter().map(move |range| BodyHit { paragraph, range })
    });
    (title, body.collect())
}
