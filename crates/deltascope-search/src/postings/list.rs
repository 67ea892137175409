//! `List`: the articles and places of a key, and how terms are found by them.
//!
//! Where a term starts is found by one list of it, then what other lists of it do not have goes: articles are
//! looked up by their order, and places at hand, so that little of a long list is read.

use std::ops::Range;

use super::block::{Posting, Spot};
use super::places::Places;
use super::ranks::RanksOf;
use crate::matches::before;

/// A list.
#[derive(Clone, Copy)]
pub(crate) struct List<'b> {
    /// The articles.
    pub postings: &'b [Posting],
    /// The places of all lists that are like it, and where its own start.
    places: &'b Places,
    first: usize,
    /// Of a long list ([`super::ranks`]).
    ranks: Option<RanksOf<'b>>,
}

/// So many starts are looked up together: within what the list has of their articles, each apart from the
/// others, so that a machine need not wait for one before the next, nor foretell a branch.
const TOGETHER: usize = 64;

impl<'b> List<'b> {
    /// A list of these articles, of which the first has its places there.
    pub fn new(
        postings: &'b [Posting],
        places: &'b Places,
        first: usize,
        ranks: Option<RanksOf<'b>>,
    ) -> Self {
        Self { postings, places, first, ranks }
    }

    /// All places.
    pub fn spots(&self) -> Vec<Spot> {
        let mut spots = Vec::with_capacity(self.postings.len());
        self.starts(0, &mut spots);
        spots
    }

    /// Adds where a term starts that has this pair at a place of its own.
    pub fn starts(&self, at: u32, starts: &mut Vec<Spot>) {
        self.starts_of(0..self.postings.len() as u32, at, starts);
    }

    /// As [`List::starts`], of the articles at some places of the list, in order.
    pub fn starts_of(&self, which: impl IntoIterator<Item = u32>, at: u32, starts: &mut Vec<Spot>) {
        for nth in which {
            let posting = self.postings[nth as usize];
            let article = Spot::from(posting.article()) << 32;
            self.places.each(self.first + nth as usize, posting.step(), |place| {
                starts.extend(place.checked_sub(at).map(|start| article | Spot::from(start)));
            });
        }
    }

    /// Adds those of these starts of a term where it has this pair at a place of its own.
    pub fn keep(&self, starts: &[Spot], at: u32, kept: &mut Vec<Spot>) {
        let article = |start: Spot| (start >> 32) as u32;
        let mut from = 0;
        for starts in starts.chunks(TOGETHER) {
            let part = match self.ranks {
                None => self.part(from, article(starts[0]), article(starts[starts.len() - 1])),
                Some(_) => 0..0,
            };
            let (mut both, mut count) = ([(0, 0); TOGETHER], 0);
            for &start in starts {
                let article = article(start);
                let part = self.ranks.map_or(part.clone(), |ranks| ranks.around(article));
                let nth = part.start
                    + self.postings[part].partition_point(|known| known.article() < article);
                both[count] = (start, nth);
                let is_own = self.postings.get(nth).is_some_and(|own| own.article() == article);
                count += usize::from(is_own);
            }
            kept.extend(both[..count].iter().filter_map(|&(start, nth)| {
                let place = (start as u32).checked_add(at)?;
                let step = self.postings[nth].step();
                self.places.hold(self.first + nth, step, place).then_some(start)
            }));
            // The next start may be of the last article too.
            from = part.end.saturating_sub(1);
        }
    }

    /// The part of the list, from a place on, that has an article, a later one, and those between.
    fn part(&self, from: usize, first: u32, last: u32) -> Range<usize> {
        let from = from + before(&self.postings[from..], |known| known.article() < first);
        from..from + before(&self.postings[from..], |known| known.article() <= last)
    }
}
