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

/// So many starts are looked up together: within what the list has of their articles, each apart from the
/// others, so that a machine need not wait for one before the next, nor foretell a branch.
const TOGETHER: usize = 64;

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
        let mut from = 0;
        for starts in starts.chunks(TOGETHER) {
            let (Some(&first), Some(&last)) = (starts.first(), starts.last()) else { return };
            from += before(&self.postings[from..], |known| known.article() < article(first));
            let held = before(&self.postings[from..], |known| known.article() <= article(last));
            let part = &self.postings[from..from + held];
            let (mut both, mut count) = ([(0, 0); TOGETHER], 0);
            for &start in starts {
                let nth = part.partition_point(|known| known.article() < article(start));
                both[count] = (start, nth);
                let is_own = part.get(nth).is_some_and(|own| own.article() == article(start));
                count += usize::from(is_own);
            }
            kept.extend(both[..count].iter().filter_map(|&(start, nth)| {
                let place = (start as u32).checked_add(at)?;
                let nth = from + nth;
                let step = self.postings[nth].step();
                self.places.hold(self.first + nth, step, place).then_some(start)
            }));
            // The next start may be of the last article too.
            from += held.saturating_sub(1);
        }
    }
}
