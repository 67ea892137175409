//! `Among`: the articles that lists share, told before any place is looked at.
//!
//! Most articles of a list lack what another list holds. Where both lists are of a size, a bit for each
//! article tells that sooner than looking each of them up: one list writes its bits, the other reads them.

use super::block::Posting;
use super::list::List;
use super::size;

/// A bit for each article.
pub(crate) struct Among(Vec<u64>);

/// To read bits is worth it where the other list is no more than so many times as long: measured.
const TIMES: usize = 10;
/// And where the shorter list has one article in so many, as the bits of all are cleared.
const SHARE: usize = 512;

impl Among {
    /// The articles that some lists share with others, which have more, of so many in all; none where looking
    /// them up is sooner done.
    pub fn both(few: &[List], more: &[List], articles: usize) -> Option<Self> {
        if size(more) > TIMES * size(few) || size(few) < articles / SHARE {
            return None;
        }
        let none = || Self(vec![0; articles / 64 + 1]);
        let (mut own, mut both) = (none(), none());
        few.iter().flat_map(|list| list.postings).for_each(|posting| own.add(*posting));
        for list in more {
            for at in own.places(list.postings) {
                both.add(list.postings[at as usize]);
            }
        }
        Some(both)
    }

    /// The places in a list of the articles that are among them.
    pub fn places(&self, postings: &[Posting]) -> Vec<u32> {
        // Each place is put, and the next over it where it is none: no branch is to be foretold.
        let (mut places, mut count) = (vec![0; postings.len()], 0);
        for (at, posting) in (0..).zip(postings) {
            places[count] = at;
            count += usize::from(self.has(*posting));
        }
        places.truncate(count);
        places
    }

    fn has(&self, posting: Posting) -> bool {
        let article = posting.article();
        self.0.get(article as usize / 64).is_some_and(|bits| bits >> (article % 64) & 1 == 1)
    }

    fn add(&mut self, posting: Posting) {
        let article = posting.article();
        if let Some(bits) = self.0.get_mut(article as usize / 64) {
            *bits |= 1 << (article % 64);
        }
    }
}

#[cfg(test)]
mod tests {
    use super::super::places::Places;
    use super::*;

    fn postings(articles: impl IntoIterator<Item = u32>) -> Vec<Posting> {
        articles.into_iter().map(|article| Posting::new(article, 1, false)).collect()
    }

    /// The articles of the first list that the second shares, of 200.
    fn shared(few: &[Posting], more: &[Posting]) -> Option<Vec<u32>> {
        let places = Places::default();
        let list = |postings| [List::new(postings, &places, 0, None)];
        let both = Among::both(&list(few), &list(more), 200)?;
        Some(both.places(few).iter().map(|&at| few[at as usize].article()).collect())
    }

    #[test]
    fn it_tells_what_both_have() {
        let few = postings([0, 3, 63, 64, 90, 199]);
        let more = postings((0..200).step_by(3));
        assert_eq!(shared(&few, &postings([])), Some(vec![]));
        assert_eq!(shared(&few, &few), Some(vec![0, 3, 63, 64, 90, 199]));
        // 67 are more than ten times six.
        assert_eq!(shared(&few, &more), None);
        assert_eq!(shared(&few, &more[..60]), Some(vec![0, 3, 63, 90]));
    }
}
