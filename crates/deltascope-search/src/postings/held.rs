//! `Held`: articles as a set, a bit for each.

use super::block::Posting;

/// The bits of a word.
const WORD: u32 = u64::BITS;

/// A set of articles.
#[derive(Clone, Debug, Default)]
pub(crate) struct Held(Vec<u64>);

impl Held {
    /// The articles of a list.
    pub fn all(postings: &[Posting]) -> Self {
        let mut held = Self::default();
        held.add(postings);
        held
    }

    /// Adds the articles of a list.
    pub fn add(&mut self, postings: &[Posting]) {
        let Some(last) = postings.last() else { return };
        let words = (last.article() / WORD) as usize + 1;
        self.0.resize(self.0.len().max(words), 0);
        for posting in postings {
            self.0[(posting.article() / WORD) as usize] |= 1 << (posting.article() % WORD);
        }
    }

    /// Those that are in a list of these too.
    pub fn and<'l>(&self, lists: impl Iterator<Item = &'l [Posting]>) -> Self {
        let mut both = vec![0; self.0.len()];
        for posting in lists.flatten() {
            let at = (posting.article() / WORD) as usize;
            let bit = 1 << (posting.article() % WORD);
            if let Some(word) = both.get_mut(at) {
                *word |= self.0[at] & bit;
            }
        }
        Self(both)
    }

    /// Whether an article is one of them.
    #[inline]
    pub fn holds(&self, article: u32) -> bool {
        let word = self.0.get((article / WORD) as usize).copied().unwrap_or_default();
        word >> (article % WORD) & 1 == 1
    }

    /// How many there are.
    pub fn len(&self) -> usize {
        self.0.iter().map(|word| word.count_ones() as usize).sum()
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn what_is_in_both_is_held() {
        let list = |articles: &[u32]| -> Vec<Posting> {
            articles.iter().map(|&article| Posting::new(article, 1, false)).collect()
        };
        let mut held = Held::all(&list(&[1, 63, 64, 200]));
        held.add(&list(&[0, 65]));
        let (one, other) = (list(&[0, 64, 4000]), list(&[2, 200]));
        let both = held.and([&one[..], &other].into_iter());
        let found: Vec<u32> = (0..5000).filter(|&article| both.holds(article)).collect();
        assert_eq!((found, both.len()), (vec![0, 64, 200], 3));
        assert_eq!(Held::all(&[]).len(), 0);
    }
}
