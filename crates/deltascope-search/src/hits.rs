//! `Hits`: what a search found, put in order as far as it is looked at.
//!
//! How many there are is known at once. Most of them nobody looks at, so the order of the first few is
//! found by passing over the others; who goes on pays for more. The order is the same however far one goes.
//!
//! What holds a single term is not even weighed before: as a term in a title weighs more than one in a body,
//! the first few are known without a look at the length of most articles.

use std::borrow::Cow;
use std::sync::Arc;

use crate::matches::Match;
use crate::order::{Smallest, smallest, sorted};
use crate::rank::Ranking;
use crate::search::Sort;

/// A hit as a number by which hits are sorted. From its upper end: found by what stands for a term
/// alone (1 bit), the greatest weight less the weight (31), the article's place among the newest (32).
pub(crate) type Key = u64;

const GREATEST: u32 = u32::MAX >> 1;

/// So many are put in order at first, then all: one who looks at more mostly looks at all.
const FIRST: usize = 64;

/// The key of an article of such a weight, `indirect` where nothing but what stands for a term was found.
#[inline]
pub(crate) fn key(article: u32, weight: u64, indirect: bool) -> Key {
    let weight = weight.min(u64::from(GREATEST)) as u32;
    let rank = u32::from(indirect) << 31 | (GREATEST - weight);
    Key::from(rank) << 32 | Key::from(article)
}

/// The weight in a key.
fn weight(key: Key) -> u32 {
    GREATEST - ((key >> 32) as u32 & GREATEST)
}

/// An article that a query found.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Found {
    /// The article, by its position.
    pub article: u32,
    /// Higher is better; comparable within one search.
    pub score: u32,
}

/// The articles that a query found.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Hits {
    all: All,
    sort: Sort,
    ranking: Arc<Ranking>,
}

/// All hits, the newest first.
#[derive(Clone, Debug, PartialEq, Eq)]
enum All {
    /// With their scores.
    Keys(Vec<Key>),
    /// What holds a term of such a rarity.
    Term(Arc<Vec<Match>>, u64),
}

impl Default for All {
    fn default() -> Self {
        Self::Keys(Vec::new())
    }
}

impl Hits {
    /// What holds a term.
    pub(crate) fn of_term(
        sort: Sort,
        ranking: &Arc<Ranking>,
        matches: &Arc<Vec<Match>>,
        rarity: u64,
    ) -> Self {
        let all = All::Term(Arc::clone(matches), rarity);
        Self { all, sort, ranking: Arc::clone(ranking) }
    }

    /// What has these keys, the newest first.
    pub(crate) fn of_keys(sort: Sort, ranking: &Arc<Ranking>, keys: Vec<Key>) -> Self {
        Self { all: All::Keys(keys), sort, ranking: Arc::clone(ranking) }
    }

    #[inline]
    fn key_of(&self, Match { article, counts }: Match) -> Key {
        key(article, self.ranking.weights.of(article, counts), counts.is_indirect())
    }

    /// All keys, the newest first.
    fn keys(&self) -> Cow<'_, [Key]> {
        match &self.all {
            All::Keys(keys) => keys.into(),
            All::Term(matches, _) => matches.iter().map(|&found| self.key_of(found)).collect(),
        }
    }

    /// The first so many, or some more.
    fn first(&self, count: usize) -> Vec<Key> {
        match &self.all {
            _ if self.sort == Sort::Date || self.len() / 2 <= count => self.in_order(),
            All::Keys(keys) => smallest(keys, count),
            All::Term(matches, _) => self.first_of_term(matches, count),
        }
    }

    /// All of them.
    fn in_order(&self) -> Vec<Key> {
        let keys = self.keys().into_owned();
        if self.sort == Sort::Date { keys } else { sorted(keys) }
    }

    fn first_of_term(&self, matches: &[Match], count: usize) -> Vec<Key> {
        let weights = &self.ranking.weights;
        let mut first = Smallest::new(count);
        // What weighs less comes later than enough others, and whether bodies may weigh as much.
        let (mut least, mut bodies) = (0, true);
        for &found in matches {
            if !bodies && found.counts.is_of_body() {
                continue;
            }
            if weights.of(found.article, found.counts) < least {
                continue;
            }
            if let Some(bound) = first.push(self.key_of(found)) {
                least = u64::from(GREATEST.saturating_sub((bound >> 32) as u32));
                bodies = weights.most_of_body() >= least;
            }
        }
        first.sorted()
    }

    /// How many there are.
    pub fn len(&self) -> usize {
        match &self.all {
            All::Keys(keys) => keys.len(),
            All::Term(matches, _) => matches.len(),
        }
    }

    /// True where nothing was found.
    pub fn is_empty(&self) -> bool {
        self.len() == 0
    }

    /// The articles, in no order.
    pub fn articles(&self) -> impl Iterator<Item = u32> {
        let (keys, matches) = match &self.all {
            All::Keys(keys) => (&keys[..], &[][..]),
            All::Term(matches, _) => (&[][..], &matches[..]),
        };
        let places = keys.iter().map(|&key| key as u32);
        places.chain(matches.iter().map(|found| found.article)).map(|age| self.position(age))
    }

    /// The position of the article at a place among the newest.
    pub(crate) fn position(&self, age: u32) -> u32 {
        self.ranking.newest[age as usize]
    }

    /// The place among the newest of the article at a position.
    pub(crate) fn age(&self, position: u32) -> u32 {
        self.ranking.age.get(position as usize).copied().unwrap_or(u32::MAX)
    }

    /// The hits in the order that was asked for.
    pub fn iter(&self) -> impl Iterator<Item = Found> {
        let (mut open, mut passed) = (Vec::new().into_iter(), 0);
        let next = move || {
            if open.len() == 0 && passed < self.len() {
                let next = if passed == 0 { self.first(FIRST) } else { self.in_order() };
                let passed_here = std::mem::replace(&mut passed, next.len());
                open = next.into_iter();
                if let Some(last) = passed_here.checked_sub(1) {
                    open.nth(last);
                }
            }
            open.next()
        };
        std::iter::from_fn(next).map(|key| self.found(key))
    }

    /// All articles in the order that was asked for, for who surely goes to the end.
    pub fn all(&self) -> Vec<u32> {
        self.in_order().into_iter().map(|key| self.position(key as u32)).collect()
    }

    /// Those of articles that are wanted.
    #[must_use]
    pub fn filtered(&self, wanted: impl Fn(u32) -> bool) -> Self {
        let wanted = |age| wanted(self.position(age));
        let all = match &self.all {
            All::Keys(keys) => {
                All::Keys(keys.iter().copied().filter(|&key| wanted(key as u32)).collect())
            }
            All::Term(matches, rarity) => {
                let matches = matches.iter().copied().filter(|found| wanted(found.article));
                All::Term(Arc::new(matches.collect()), *rarity)
            }
        };
        Self { all, sort: self.sort, ranking: Arc::clone(&self.ranking) }
    }

    /// The first stories: `story` names the story of an article by one of its articles. The reprints of one
    /// stand together, where the first of them stands.
    pub fn stories(&self, first: usize, story: impl Fn(u32) -> u32) -> Vec<Vec<Found>> {
        // The place of each story that was met, from 1.
        let mut places = vec![0; self.ranking.newest.len()];
        let mut met = 0;
        for found in self.iter() {
            if met == first {
                break;
            }
            let place = &mut places[story(found.article) as usize];
            if *place == 0 {
                met += 1;
                *place = met;
            }
        }
        let mut stories = vec![Vec::new(); met];
        for found in self.filtered(|article| places[story(article) as usize] > 0).iter() {
            stories[places[story(found.article) as usize] - 1].push(found);
        }
        stories
    }

    fn found(&self, key: Key) -> Found {
        let rarity = if let All::Term(_, rarity) = &self.all { *rarity } else { 1 };
        let score = (rarity * u64::from(weight(key))).min(u64::from(GREATEST)) as u32;
        Found { article: self.position(key as u32), score }
    }
}

#[cfg(test)]
mod tests {
    use proptest::prelude::*;

    use super::*;
    use crate::rank::{Counts, Length, Lengths};

    /// As many articles, the newest first the last.
    fn ranking(count: usize) -> Arc<Ranking> {
        let length = |at: usize| Lengths {
            title: Length::new(7 + at as u64 % 31, 20),
            body: Length::new(100 + 97 * at as u64 % 1013, 500),
        };
        let lengths: Vec<Lengths> = (0..count).map(length).collect();
        Arc::new(Ranking::new(&lengths, (0..count as u32).rev().collect()))
    }

    fn hits(sort: Sort, scores: &[u16]) -> Hits {
        let keys = (0..).zip(scores);
        let keys = keys.map(|(age, &score)| key(age, score.into(), score.is_multiple_of(7)));
        Hits::of_keys(sort, &ranking(scores.len()), keys.collect())
    }

    /// The articles, put in order at once.
    fn in_order(sort: Sort, scores: &[u16]) -> Vec<u32> {
        let mut all: Vec<usize> = (0..scores.len()).collect();
        if sort == Sort::Relevance {
            all.sort_by_key(|&age| (scores[age].is_multiple_of(7), u16::MAX - scores[age]));
        }
        all.into_iter().map(|age| (scores.len() - 1 - age) as u32).collect()
    }

    proptest! {
        #![proptest_config(ProptestConfig::with_cases(32))]

        #[test]
        fn however_far_one_goes_the_order_is_the_same(
            scores in proptest::collection::vec(0..400_u16, 0..4000), by_date in any::<bool>(), modulus in 1..900_u32,
        ) {
            let sort = if by_date { Sort::Date } else { Sort::Relevance };
            let hits = hits(sort, &scores);
            let expected = in_order(sort, &scores);
            prop_assert_eq!(hits.iter().map(|found| found.article).collect::<Vec<_>>(), &expected[..]);
            prop_assert_eq!(hits.all(), &expected[..]);
            prop_assert!(hits.iter().all(|found| found.score == u32::from(scores[scores.len() - 1 - found.article as usize])));
            let few = hits.filtered(|article| article.is_multiple_of(modulus));
            let expected: Vec<u32> = expected.into_iter().filter(|article| article.is_multiple_of(modulus)).collect();
            prop_assert_eq!(few.iter().map(|found| found.article).collect::<Vec<_>>(), &expected[..]);
            prop_assert_eq!(few.len(), few.articles().count());
            let story = |article| article / 5 * 5;
            let mut stories: Vec<Vec<u32>> = Vec::new();
            for &article in &expected {
                match stories.iter_mut().find(|own| story(own[0]) == story(article)) {
                    Some(own) => own.push(article),
                    None => stories.push(vec![article]),
                }
            }
            for first in [0, 1, 12, usize::MAX] {
                let found = few.stories(first, story);
                let found = found.iter().map(|own| own.iter().map(|found| found.article).collect::<Vec<_>>());
                prop_assert!(found.eq(stories.iter().take(first).cloned()));
            }
        }

        #[test]
        fn what_holds_a_term_stands_as_if_it_had_been_weighed_at_once(
            found in proptest::collection::vec((0..9_u8, 0..30_u8, 0..90_u8), 0..2000), rarity in 1..5000_u64,
            titles in 1..60_u8, names in 1..60_u8, others in 1..60_u8, bodies in 0..9_u8,
        ) {
            let ranking = ranking(found.len());
            let matches = found.iter().zip(0..).filter_map(|(&(body, title, other), article)| {
                let counts = Counts {
                    title: u8::from(title.is_multiple_of(titles)),
                    names: u8::from(other.is_multiple_of(names)),
                    body: body.saturating_sub(bodies),
                    other: u8::from(other.is_multiple_of(others)),
                };
                (counts != Counts::default()).then_some(Match { article, counts })
            });
            let matches: Arc<Vec<Match>> = Arc::new(matches.collect());
            let hits = Hits::of_term(Sort::Relevance, &ranking, &matches, rarity);
            let keys = matches.iter().map(|&Match { article, counts }| {
                key(article, rarity * ranking.weights.of(article, counts), counts.is_indirect())
            });
            let expected = Hits::of_keys(Sort::Relevance, &ranking, keys.collect());
            prop_assert!(hits.iter().eq(expected.iter()));
            prop_assert_eq!(hits.len(), expected.len());
            prop_assert!(hits.filtered(|at| at % 3 == 0).iter().eq(expected.filtered(|at| at % 3 == 0).iter()));
        }
    }
}
