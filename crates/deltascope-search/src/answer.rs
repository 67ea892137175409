//! `Answer`: one item of a query, with the articles that hold it.
//!
//! A text is held by title and body, and by the names of initiatives that the article gives
//! evidence for; by other names of the same thing, by names that it spells, and by the same number in
//! other characters. Quoted text is held by title and body alone. A field is held by what the index
//! knows of the article.

use std::sync::Arc;

use crate::facts::{ArticleFacts, Wanted};
use crate::index::Index;
use crate::matches::{Match, union};
use crate::names::term_of;
use crate::numbers::Number;
use crate::postings::Missing;
use crate::query::{Ask, Field, Item, Problem, ProblemKind};
use crate::rank::{Counts, rarity};
use crate::scan::Letter;
use crate::search::{Also, Options};
use crate::texts::{Texts, in_order};

/// What stands in fewer articles is also looked for as pinyin.
const FEW: usize = 3;

/// An item of the query with the articles that hold it.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(crate) struct Answer {
    pub item: Item,
    /// In order.
    pub matches: Arc<Vec<Match>>,
    /// See [`rarity`].
    pub rarity: u64,
    /// The initiatives whose names hold the text, by position.
    pub named: Vec<u32>,
    /// Other names that were found.
    pub others: Vec<(String, Vec<Letter>)>,
    /// The text is a number, and was searched for in its other forms.
    pub by_value: bool,
}

impl Index {
    /// The answer to an item, as far as nothing of it is missing; none, and a problem, where it names
    /// what there is not.
    pub(crate) fn answer(
        &self,
        texts: &Texts,
        item: &Item,
        options: Options,
        problems: &mut Vec<Problem>,
        missing: &mut Missing,
    ) -> Option<Answer> {
        let known = Known { facts: &self.facts().articles, newest: &texts.ranking.newest };
        let mut answer = Answer {
            item: item.clone(),
            matches: Arc::default(),
            rarity: 0,
            named: Vec::new(),
            others: Vec::new(),
            by_value: false,
        };
        let matches = match (&item.ask, item.field) {
            (Ask::Text(term), None) => self.of_text(texts, term, options, &mut answer, missing),
            (Ask::Text(term), Some(Field::Title)) => {
                let mut found = texts.articles.count(term, missing);
                found.retain(|found| found.counts.title > 0);
                for Match { counts, .. } in &mut found {
                    counts.body = 0;
                }
                found
            }
            (Ask::Text(term), Some(Field::Publisher)) => {
                let named = self.publishers_named(texts, term);
                known.that(|known| known.publisher.is_some_and(|at| named[at as usize]))
            }
            (Ask::Text(term), Some(field)) => {
                let name: String = term.iter().map(|letter| letter[0]).collect();
                let wanted = match field {
                    Field::Place => self.facts().places_named(self.letters(), name.trim()),
                    Field::Kind => Wanted::kinds(self.letters(), name.trim()),
                    _ => Wanted::phases(self.letters(), name.trim()),
                };
                if wanted.is_nothing() {
                    problems.push(Problem { range: item.range, kind: ProblemKind::UnknownName });
                    return None;
                }
                known.that(|known| wanted.holds(known))
            }
            (&Ask::Before(day), _) => known.that(|known| {
                known.published.is_some_and(|date| date.first.is_none_or(|first| first < day))
            }),
            (&Ask::After(day), _) => known.that(|known| {
                known.published.is_some_and(|date| date.last.is_none_or(|last| last >= day))
            }),
        };
        answer.rarity = rarity(known.facts.len(), matches.len());
        answer.matches = Arc::new(matches);
        Some(answer)
    }

    /// Whether the name of each publisher holds a term.
    fn publishers_named(&self, texts: &Texts, term: &[Letter]) -> Vec<bool> {
        let publishers = self.names().publishers.len();
        let first = self.name_sets().count() - publishers;
        let mut named = vec![false; publishers];
        for set in texts.names.count(term, &mut Missing::new()) {
            if let Some(at) = (set.article as usize).checked_sub(first) {
                named[at] = true;
            }
        }
        named
    }

    /// The articles that hold a text of any field.
    fn of_text(
        &self,
        known: &Texts,
        term: &[Letter],
        options: Options,
        answer: &mut Answer,
        missing: &mut Missing,
    ) -> Vec<Match> {
        let mut matches = known.articles.count(term, missing);
        if options.literal || answer.item.quoted {
            return matches;
        }
        let few = missing.is_empty() && matches.len() < FEW;
        let sets = known.names.count(term, missing);
        let initiatives = self.initiatives();
        let sets = sets.iter().map(|set| set.article);
        answer.named = sets.clone().filter(|&set| (set as usize) < initiatives.len()).collect();
        let of_named = |named: &u32| initiatives[*named as usize].articles.iter().copied();
        let found = known.ranking.ages(answer.named.iter().flat_map(of_named));
        let counts = Counts { names: 1, ..Counts::default() };
        let found: Vec<Match> =
            found.into_iter().map(|article| Match { article, counts }).collect();
        matches = union(matches, &found);
        // What is excluded is what was typed: leaving out more would be a surprise.
        if answer.item.excluded {
            return matches;
        }
        let spelled = if few { self.spelled(term) } else { Vec::new() };
        for name in self.aliases(sets, term).into_iter().chain(spelled) {
            let other = term_of(self.letters(), &name);
            let mut found = known.articles.count(&other, missing);
            if found.is_empty() {
                continue;
            }
            for Match { counts, .. } in &mut found {
                *counts = Counts { other: counts.title + counts.body, ..Counts::default() };
            }
            matches = union(matches, &found);
            answer.others.push((name, other));
        }
        if let Some(number) = Number::read(term) {
            answer.by_value = true;
            matches = union(matches, &known.articles.with_value(&number, missing));
        }
        matches
    }
}

/// What is known of each article.
#[derive(Clone, Copy)]
struct Known<'a> {
    facts: &'a [ArticleFacts],
    newest: &'a [u32],
}

impl Known<'_> {
    /// The articles of which something holds.
    fn that(self, holds: impl Fn(&ArticleFacts) -> bool) -> Vec<Match> {
        let found = in_order(self.facts, self.newest).zip(0..).filter(|(known, _)| holds(known));
        found.map(|(_, article)| Match { article, ..Match::default() }).collect()
    }
}

impl Answer {
    /// The text that is asked for.
    pub fn text(&self) -> Option<&[Letter]> {
        match (&self.item.ask, self.item.field) {
            (Ask::Text(term), None | Some(Field::Title)) if !self.item.excluded => Some(term),
            _ => None,
        }
    }

    /// What was found of other names.
    pub fn also(&self) -> Option<Also> {
        let names: Vec<String> = self.others.iter().map(|(name, _)| name.clone()).collect();
        (!names.is_empty()).then_some(Also { term: self.item.range, names })
    }
}
