//! Matches: the articles that hold something, in order, and walks along such lists.

use crate::rank::Counts;

/// An article that holds an item; nothing is counted where a fact holds.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub(crate) struct Match {
    /// By its place among the newest ([`crate::rank::Ranking`]).
    pub article: u32,
    pub counts: Counts,
}

/// The articles of two lists in order, each once, counts added up.
pub(crate) fn union(one: Vec<Match>, other: &[Match]) -> Vec<Match> {
    if other.is_empty() {
        return one;
    }
    let (mut a, mut b) = (&one[..], other);
    let mut out = Vec::with_capacity(a.len() + b.len());
    while let (Some((one, after_a)), Some((two, after_b))) = (a.split_first(), b.split_first()) {
        let (first, second) = (one.article, two.article);
        if first == second {
            out.push(Match { article: first, counts: one.counts.plus(two.counts) });
        } else {
            out.push(if first < second { *one } else { *two });
        }
        a = if first <= second { after_a } else { a };
        b = if second <= first { after_b } else { b };
    }
    out.extend_from_slice(a);
    out.extend_from_slice(b);
    out
}

/// A walk along a list to articles that are asked for in order.
pub(crate) struct Cursor<'l> {
    rest: &'l [Match],
}

impl<'l> Cursor<'l> {
    /// Before the first.
    pub fn new(list: &'l [Match]) -> Self {
        Self { rest: list }
    }

    /// What is counted in an article, where it is in the list.
    pub fn seek(&mut self, article: u32) -> Option<Counts> {
        let passed = before(self.rest, |found| found.article < article);
        self.rest = &self.rest[passed..];
        self.rest.first().filter(|found| found.article == article).map(|found| found.counts)
    }
}

/// How many entries of an ordered list come before something. The steps double until it is passed,
/// so that a short list is looked up in a long one without reading it.
pub(crate) fn before<T>(list: &[T], is_before: impl Fn(&T) -> bool) -> usize {
    let mut reach = 1;
    while list.get(reach - 1).is_some_and(&is_before) {
        reach *= 2;
    }
    let from = reach / 2;
    from + list[from..reach.min(list.len())].partition_point(is_before)
}

#[cfg(test)]
mod tests {
    use proptest::prelude::*;

    use super::*;

    fn list(articles: &[u32]) -> Vec<Match> {
        let counts = Counts { body: 1, ..Counts::default() };
        articles.iter().map(|&article| Match { article, counts }).collect()
    }

    #[test]
    fn counts_of_an_article_in_both_lists_add_up() {
        let found: Vec<(u32, u8)> = union(list(&[1, 3]), &list(&[0, 3, 9]))
            .iter()
            .map(|found| (found.article, found.counts.body))
            .collect();
        assert_eq!(found, [(0, 1), (1, 1), (3, 2), (9, 1)]);
    }

    proptest! {
        #[test]
        fn a_walk_finds_what_is_in_the_list(
            articles in proptest::collection::btree_set(0..200_u32, 0..60),
            asked in proptest::collection::btree_set(0..220_u32, 0..60),
        ) {
            let list = list(&articles.iter().copied().collect::<Vec<_>>());
            let mut cursor = Cursor::new(&list);
            for article in asked {
                prop_assert_eq!(cursor.seek(article).is_some(), articles.contains(&article));
            }
        }
    }
}
