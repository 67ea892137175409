//! `Ranks`: where in a long list an article stands, without a look at most of the list.
//!
//! All articles are cut into steps, and beside a long list lies how many of its own come before each step. So
//! an article is looked for among those of its step alone, which lie side by side in memory.

use std::ops::Range;

use super::block::Posting;

/// The articles of a step; fewer in tests, as those below.
const STEP: u32 = if cfg!(test) { 4 } else { 64 };
/// A list is long that has one article in so many of all, and so many at least: measured, as ranks of
/// shorter lists take more memory than they save time.
const SHARE: u32 = 16;
const LEAST: u32 = if cfg!(test) { 8 } else { 256 };

/// The ranks of long lists.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub(crate) struct Ranks {
    // Invariant: sorted; where each long list starts.
    firsts: Vec<u32>,
    // Invariant: of each of them as many as there are steps, and one more.
    before: Vec<u32>,
}

/// How many articles of a list come before each step, and how many it has.
#[derive(Clone, Copy)]
pub(crate) struct RanksOf<'r>(&'r [u32]);

/// True where a list is long that has so many of all articles.
fn is_long(count: u32, articles: u32) -> bool {
    count >= LEAST.max(articles / SHARE)
}

/// The numbers beside a list.
fn numbers(articles: u32) -> usize {
    articles.div_ceil(STEP) as usize + 1
}

impl Ranks {
    /// Adds those of a list that starts at a place, if it is long.
    pub fn add(&mut self, first: u32, postings: &[Posting], articles: u32) {
        let count = postings.len() as u32;
        if !is_long(count, articles) {
            return;
        }
        let all = self.before.len() + numbers(articles);
        self.firsts.push(first);
        let mut step = 0;
        for (at, posting) in (0..).zip(postings) {
            while step <= posting.article() / STEP {
                self.before.push(at);
                step += 1;
            }
        }
        self.before.resize(all, count);
    }

    /// Those of a list of so many of all articles that starts at a place; none where it is not long.
    pub fn of(&self, first: u32, count: u32, articles: u32) -> Option<RanksOf<'_>> {
        if !is_long(count, articles) {
            return None;
        }
        let at = self.firsts.binary_search(&first).ok()?;
        let numbers = numbers(articles);
        Some(RanksOf(&self.before[at * numbers..(at + 1) * numbers]))
    }

    /// Gives memory back that is not needed.
    pub fn shrink(&mut self) {
        self.firsts.shrink_to_fit();
        self.before.shrink_to_fit();
    }
}

impl RanksOf<'_> {
    /// Within which places of the list an article stands, if it does.
    #[inline]
    pub fn around(self, article: u32) -> Range<usize> {
        let step = (article / STEP) as usize;
        match self.0.get(step..step + 2) {
            Some(&[from, to]) => from as usize..to as usize,
            _ => 0..0,
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    const ARTICLES: u32 = 30;

    /// Where each of all articles is looked for in a list of these, behind a list that is not long.
    fn around(own: &[u32]) -> Option<Vec<Range<usize>>> {
        let own: Vec<Posting> = own.iter().map(|&one| Posting::new(one, 1, false)).collect();
        let mut ranks = Ranks::default();
        ranks.add(0, &own[..3], ARTICLES);
        ranks.add(3, &own, ARTICLES);
        let ranks = ranks.of(3, own.len() as u32, ARTICLES)?;
        Some((0..ARTICLES).map(|article| ranks.around(article)).collect())
    }

    #[test]
    fn an_article_is_looked_for_among_those_of_its_step() {
        let own = [1, 2, 3, 4, 5, 13, 14, 28];
        let around = around(&own).unwrap();
        assert_eq!(
            [&around[0], &around[3], &around[4], &around[7]],
            [&(0..3), &(0..3), &(3..5), &(3..5)]
        );
        assert_eq!(
            [&around[8], &around[12], &around[16], &around[29]],
            [&(5..5), &(5..7), &(7..7), &(7..8)]
        );
    }

    #[test]
    fn short_lists_have_none() {
        assert_eq!(around(&[1, 2, 3, 4, 5, 6, 7]), None);
        let ranks = Ranks::default();
        assert!(ranks.of(0, 7, ARTICLES).is_none());
    }
}
