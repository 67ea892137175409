//! `List`: the articles and places of a key, and how terms are found by them.
//!
//! Where a term starts is found by one list of it, then what other lists of it do not have goes: articles are
//! looked up by their order, and places at hand, so that little of a long list is read.

use super::block::{Posting, Spot};
use super::places::Places;
use crate::matches::before;

/// A list.
#[derive(Clone, Copy)]
pub(crate) struct List<'b> {
    /// The articles.
    pub postings: &'b [Posting],
    /// The places of all lists that are like it, and where its own start.
    places: &'b Places,
    first: usize,
}

/// A list of so many times as many articles is looked up, not walked along.
const LONGER: usize = 8;

impl<'b> List<'b> {
    /// A list of these articles, of which the first has its places there.
    pub fn new(postings: &'b [Posting], places: &'b Places, first: usize) -> Self {
        Self { postings, places, first }
    }

    /// All places.
    pub fn spots(&self) -> Vec<Spot> {
        let mut spots = Vec::with_capacity(self.postings.len());
        self.starts(0, &mut spots);
        spots
    }

    /// Adds where a term starts that has this pair at a place of its own.
    pub fn starts(&self, at: u32, starts: &mut Vec<Spot>) {
        for (posting, own) in self.postings.iter().zip(self.first..) {
            let article = Spot::from(posting.article()) << 32;
            self.places.each(own, posting.step(), |place| {
                starts.extend(place.checked_sub(at).map(|start| article | Spot::from(start)));
            });
        }
    }

    /// Adds those of these starts of a term where it has this pair at a place of its own.
    pub fn keep(&self, starts: &[Spot], at: u32, kept: &mut Vec<Spot>) {
        let article = |start: Spot| (start >> 32) as u32;
        let holds = |start: Spot, nth: usize| {
            let place = (start as u32).checked_add(at);
            let step = self.postings[nth].step();
            place.is_some_and(|place| self.places.hold(self.first + nth, step, place))
        };
        if starts.len() < self.postings.len() / LONGER {
            let mut nth = 0;
            for &start in starts {
                let own = article(start);
                nth += before(&self.postings[nth..], |posting| posting.article() < own);
                let Some(posting) = self.postings.get(nth) else { return };
                kept.extend((posting.article() == own && holds(start, nth)).then_some(start));
            }
            return;
        }
        // Lists of a size are walked along without a branch that nobody can foretell.
        let mut both = vec![(0, 0); starts.len()];
        let (mut one, mut other, mut count) = (0, 0, 0);
        while one < starts.len() && other < self.postings.len() {
            let (a, b) = (article(starts[one]), self.postings[other].article());
            both[count] = (starts[one], other as u32);
            count += usize::from(a == b);
            one += usize::from(a <= b);
            other += usize::from(b < a);
        }
        let both = both[..count].iter().filter(|&&(start, nth)| holds(start, nth as usize));
        kept.extend(both.map(|both| both.0));
    }
}
