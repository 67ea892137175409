//! `Hits`: what a search found, put in order as far as it is looked at.
//!
//! How many there are is known at once. Most of them nobody looks at, so the order of the first few is
//! found by passing over the others; who goes on pays for more. The order is the same however far one goes.

use std::sync::Arc;

use crate::order::smallest;
use crate::search::Sort;

/// A hit as a number by which hits are sorted. From its upper end: found by what stands for a term
/// alone (1 bit), the greatest score less the score (31), the article's place among the newest (32).
/// By date, the other half comes first.
type Key = u64;

const GREATEST: u32 = u32::MAX >> 1;
/// By how many bits a key is turned where hits stand by date.
const TURN: u32 = 32;

/// So many are put in order at first, then each time so many times more.
const FIRST: usize = 64;
const MORE: usize = 16;

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
    /// Each differs from all others.
    keys: Vec<Key>,
    turn: u32,
    /// The articles, the newest first.
    newest: Arc<[u32]>,
}

impl Hits {
    /// None yet, of articles that are given the newest first.
    pub(crate) fn new(sort: Sort, newest: &Arc<[u32]>) -> Self {
        let turn = if sort == Sort::Date { TURN } else { 0 };
        Self { keys: Vec::new(), turn, newest: Arc::clone(newest) }
    }

    /// Makes room for so many.
    pub(crate) fn reserve(&mut self, count: usize) {
        self.keys.reserve(count);
    }

    /// Adds a hit, by its article's place among the newest; it is `indirect` where nothing but what stands
    /// for a term was found.
    #[inline]
    pub(crate) fn push(&mut self, age: u32, score: u64, indirect: bool) {
        let score = score.min(u64::from(GREATEST)) as u32;
        let rank = u32::from(indirect) << 31 | (GREATEST - score);
        self.keys.push((Key::from(rank) << 32 | Key::from(age)).rotate_left(self.turn));
    }

    /// How many there are.
    pub fn len(&self) -> usize {
        self.keys.len()
    }

    /// True where nothing was found.
    pub fn is_empty(&self) -> bool {
        self.keys.is_empty()
    }

    /// The articles, in no order.
    pub fn articles(&self) -> impl Iterator<Item = u32> {
        self.keys.iter().map(|&key| self.found(key).article)
    }

    /// The hits in the order that was asked for.
    pub fn iter(&self) -> impl Iterator<Item = Found> {
        let (mut open, mut last, mut count) = (Vec::new().into_iter(), None, FIRST);
        let next = move || {
            if open.len() == 0 {
                open = smallest(&self.keys, last, count).into_iter();
                count = count.saturating_mul(MORE);
            }
            last = open.next().or(last);
            last
        };
        std::iter::repeat_with(next).take(self.len()).flatten().map(|key| self.found(key))
    }

    /// Those of articles that are wanted.
    #[must_use]
    pub fn filtered(&self, wanted: impl Fn(u32) -> bool) -> Self {
        let keys = self.keys.iter().copied().filter(|&key| wanted(self.found(key).article));
        Self { keys: keys.collect(), turn: self.turn, newest: Arc::clone(&self.newest) }
    }

    /// The first stories: `story` names the story of an article by one of its articles. The reprints of one
    /// stand together, where the first of them stands.
    pub fn stories(&self, first: usize, story: impl Fn(u32) -> u32) -> Vec<Vec<Found>> {
        // The place of each story that was met, from 1.
        let mut places = vec![0; self.newest.len()];
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
        let key = key.rotate_left(self.turn);
        let score = GREATEST - ((key >> 32) as u32 & GREATEST);
        Found { article: self.newest[key as u32 as usize], score }
    }
}

#[cfg(test)]
mod tests {
    use proptest::prelude::*;

    use super::*;

    fn hits(sort: Sort, scores: &[u16]) -> Hits {
        let newest: Arc<[u32]> = (0..scores.len() as u32).rev().collect();
        let mut hits = Hits::new(sort, &newest);
        for (age, &score) in (0..).zip(scores) {
            hits.push(age, score.into(), score.is_multiple_of(7));
        }
        hits
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
    }
}
