//! Which pages are read together.
//!
//! Short pages are sooner read together than one by one: what reads one thing is then at hand for all of
//! them (see [`mentions`](deltascope_extract::mentions)). Long ones gain nothing by others.

/// So many bytes a group has at most, but for a page that is longer and stands alone.
pub const MOST_BYTES: usize = 64 << 10;

/// Pages in groups, in order; `bytes` tells how long one is.
pub fn groups<T>(
    pages: impl IntoIterator<Item = T>,
    bytes: impl Fn(&T) -> usize,
) -> impl Iterator<Item = Vec<T>> {
    let mut pages = pages.into_iter().peekable();
    std::iter::from_fn(move || {
        let mut group = vec![pages.next()?];
        let mut filled = bytes(&group[0]);
        while let Some(page) =
            pages.next_if(|page| filled.saturating_add(bytes(page)) <= MOST_BYTES)
        {
            filled += bytes(&page);
            group.push(page);
        }
        Some(group)
    })
}

#[cfg(test)]
mod tests {
    use super::*;

    #[track_caller]
    fn check(pages: &[usize], expected: &[&[usize]]) {
        let pages = pages.iter().map(|share| share * MOST_BYTES / 4);
        let groups = groups(pages, |bytes| *bytes);
        let groups: Vec<Vec<usize>> = groups
            .map(|group| group.iter().map(|bytes| bytes * 4 / MOST_BYTES).collect())
            .collect();
        assert_eq!(groups, expected);
    }

    #[test]
    fn short_pages_share_a_group() {
        check(&[1, 2, 1, 1, 1], &[&[1, 2, 1], &[1, 1]]);
        check(&[3, 3, 1], &[&[3], &[3, 1]]);
        check(&[1, 8, 1], &[&[1], &[8], &[1]]);
        check(&[4, 0, 0, 1], &[&[4, 0, 0], &[1]]);
        check(&[], &[]);
    }
}
