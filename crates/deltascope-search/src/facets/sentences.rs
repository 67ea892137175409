//! `Sentences`: the sentences that state facts, searched like articles, so that a view of facts shows
//! those that a query finds.
//!
//! A fact is found where one of its articles is, and there its sentence holds a text that was asked
//! for, or its initiative is named by one, or no text was asked for.

use deltascope_model::Corpus;

use super::fact::Fact;
use crate::answer::Answer;
use crate::index::Index;
use crate::numbers::Number;
use crate::postings::{Missing, Postings};
use crate::query::Field;
use crate::search::Results;

/// What a search found: whether each is a hit, by position.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Searched {
    /// Articles.
    pub articles: Vec<bool>,
    /// Facts: events, then figures.
    pub(crate) facts: Vec<bool>,
}

/// The sentences of all facts.
pub(super) struct Sentences {
    texts: Postings,
    /// In the order of `texts`.
    known: Vec<Sentence>,
}

/// What is known of a sentence.
struct Sentence {
    fact: Fact,
    article: usize,
    /// The initiative that the fact is about, by position in the corpus.
    initiative: Option<usize>,
}

impl Sentences {
    /// Reads a corpus.
    pub fn of(corpus: &Corpus, index: &Index) -> Self {
        let mut known = Vec::new();
        let mut texts = Vec::new();
        for fact in Fact::all(corpus) {
            let initiative = fact.initiative(corpus).and_then(|id| corpus.initiative(id));
            for one in fact.evidence(corpus) {
                let Some(article) = corpus.article(&one.article) else { continue };
                known.push(Sentence { fact, article, initiative });
                texts.push([one.text.as_str()]);
            }
        }
        Self {
            texts: Postings::of(texts.into_iter().map(IntoIterator::into_iter), index.letters()),
            known,
        }
    }

    /// What a search found of the articles and of the facts.
    pub fn searched(&self, corpus: &Corpus, index: &Index, results: &Results) -> Searched {
        let mut articles = vec![false; corpus.articles.len()];
        for article in results.hits.articles() {
            articles[article as usize] = true;
        }
        let asked = || results.clauses.iter().flatten().filter(|answer| answer.text().is_some());
        // The articles that hold a text that was asked for, not only what a field asks.
        let mut by_text = vec![false; articles.len()];
        for found in asked().flat_map(|answer| answer.matches.iter()) {
            by_text[results.hits.position(found.article) as usize] = true;
        }
        let mut held = vec![false; self.known.len()];
        for answer in asked() {
            self.hold(answer, &mut held);
        }
        let mut named = vec![false; corpus.initiatives.len()];
        for &initiative in asked().flat_map(|answer| &answer.named) {
            let at = index.initiatives()[initiative as usize].at;
            if let Some(named) = named.get_mut(at as usize) {
                *named = true;
            }
        }
        let mut facts = vec![false; corpus.events.len() + corpus.figures.len()];
        for (&Sentence { fact, article, initiative, .. }, held) in self.known.iter().zip(held) {
            let states = held
                || !by_text[article]
                || initiative.is_some_and(|of| named[of] && names(corpus, of, article));
            facts[fact.place(corpus)] |= articles[article] && states;
        }
        Searched { articles, facts }
    }

    /// Marks the sentences that hold what an answer asks for.
    fn hold(&self, answer: &Answer, held: &mut [bool]) {
        let own = answer.text().filter(|_| answer.item.field != Some(Field::Title));
        let others = answer.others.iter().map(|(_, other)| other.as_slice());
        for found in own
            .into_iter()
            .chain(others)
            .flat_map(|term| self.texts.count(term, &mut Missing::new()))
        {
            held[found.article as usize] = true;
        }
        let Some(number) = own.filter(|_| answer.by_value).and_then(Number::read) else { return };
        for found in self.texts.with_value(&number, &mut Missing::new()) {
            held[found.article as usize] = true;
        }
    }
}

/// True where an initiative has evidence in an article.
fn names(corpus: &Corpus, initiative: usize, article: usize) -> bool {
    let id = &corpus.articles[article].id;
    corpus.initiatives[initiative].evidence.iter().any(|evidence| evidence.article == *id)
}
