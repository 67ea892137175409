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
use crate::order::{Smallest, smallest};
use crate::rank::Ranking;
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
    all: All,
    turn: u32,
    ranking: Arc<Ranking>,
}

/// All hits, in no order.
#[derive(Clone, Debug, PartialEq, Eq)]
enum All {
    /// Each differs from all others.
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
    /// None yet.
    pub(crate) fn new(sort: Sort, ranking: &Arc<Ranking>) -> Self {
        let turn = if sort == Sort::Date { TURN } else { 0 };
        Self { all: All::default(), turn, ranking: Arc::clone(ranking) }
    }

    /// What holds a term.
    pub(crate) fn of_term(
        sort: Sort,
        ranking: &Arc<Ranking>,
        matches: &Arc<Vec<Match>>,
        rarity: u64,
    ) -> Self {
        Self { all: All::Term(Arc::clone(matches), rarity), ..Self::new(sort, ranking) }
    }

    /// The articles of these scores, each `indirect` where nothing but what stands for a term was found.
    pub(crate) fn scored(mut self, scored: impl Iterator<Item = (u32, u64, bool)>) -> Self {
        let key = |(article, score, indirect)| self.key(article, score, indirect);
        self.all = All::Keys(scored.map(key).collect());
        self
    }

    #[inline]
    fn key(&self, article: u32, score: u64, indirect: bool) -> Key {
        let score = score.min(u64::from(GREATEST)) as u32;
        let rank = u32::from(indirect) << 31 | (GREATEST - score);
        let age = self.ranking.age[article as usize];
        (Key::from(rank) << 32 | Key::from(age)).rotate_left(self.turn)
    }

    #[inline]
    fn key_of(&self, Match { article, counts }: Match, rarity: u64) -> Key {
        let weight = self.ranking.weights.of(article, counts);
        self.key(article, rarity * weight, counts.is_indirect())
    }

    /// All keys.
    fn keys(&self) -> Cow<'_, [Key]> {
        match &self.all {
            All::Keys(keys) => keys.into(),
            All::Term(matches, rarity) => {
                matches.iter().map(|&found| self.key_of(found, *rarity)).collect()
            }
        }
    }

    /// The first so many, or some more.
    fn first(&self, count: usize) -> Vec<Key> {
        match &self.all {
            All::Term(matches, rarity) if self.turn == 0 && matches.len() / 2 > count => {
                self.first_of_term(matches, *rarity, count)
            }
            _ => smallest(&self.keys(), None, count),
        }
    }

    fn first_of_term(&self, matches: &[Match], rarity: u64, count: usize) -> Vec<Key> {
        let weights = &self.ranking.weights;
        let mut first = Smallest::new(count);
        // What weighs less comes later than enough others, and whether bodies may weigh as much.
        let (mut least, mut bodies) = (0, true);
        for &found in matches {
            if !bodies && found.counts.is_of_body() {
                continue;
            }
            let weight = weights.of(found.article, found.counts);
            if weight < least {
                continue;
            }
            if let Some(bound) = first.push(self.key_of(found, rarity)) {
                let rank = (bound >> 32) as u32;
                least = u64::from(GREATEST.saturating_sub(rank)).div_ceil(rarity.max(1));
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
        let of_keys = keys.iter().map(|&key| self.found(key).article);
        of_keys.chain(matches.iter().map(|found| found.article))
    }

    /// The hits in the order that was asked for.
    pub fn iter(&self) -> impl Iterator<Item = Found> {
        let (mut open, mut last, mut count) = (Vec::new().into_iter(), None, FIRST);
        let mut keys = None;
        let next = move || {
            if open.len() == 0 {
                let more = match last {
                    None => self.first(count),
                    _ => smallest(keys.get_or_insert_with(|| self.keys()), last, count),
                };
                open = more.into_iter();
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
        let all = match &self.all {
            All::Keys(keys) => {
                let keys = keys.iter().copied();
                All::Keys(keys.filter(|&key| wanted(self.found(key).article)).collect())
            }
            All::Term(matches, rarity) => {
                let matches = matches.iter().copied().filter(|found| wanted(found.article));
                All::Term(Arc::new(matches.collect()), *rarity)
            }
        };
        Self { all, turn: self.turn, ranking: Arc::clone(&self.ranking) }
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
        let key = key.rotate_left(self.turn);
        let score = GREATEST - ((key >> 32) as u32 & GREATEST);
        Found { article: self.ranking.newest[key as u32 as usize], score }
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
        Arc::new(Ranking::new((0..count).map(length).collect(), (0..count as u32).rev().collect()))
    }

    fn hits(sort: Sort, scores: &[u16]) -> Hits {
        let articles = (0..scores.len() as u32).rev().zip(scores);
        Hits::new(sort, &ranking(scores.len())).scored(
            articles.map(|(article, &score)| (article, score.into(), score.is_multiple_of(7))),
        )
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
            let scored = matches.iter().map(|&Match { article, counts }| {
                (article, rarity * ranking.weights.of(article, counts), counts.is_indirect())
            });
            let expected = Hits::new(Sort::Relevance, &ranking).scored(scored);
            prop_assert!(hits.iter().eq(expected.iter()));
            prop_assert_eq!(hits.len(), expected.len());
            prop_assert!(hits.filtered(|at| at % 3 == 0).iter().eq(expected.filtered(|at| at % 3 == 0).iter()));
        }
    }
}
