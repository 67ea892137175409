//! Places: lists of ranges in order and without overlaps, and their union.
//!
//! Each term's places come in order, so lists are merged and never sorted: less code to send.

use deltascope_model::TextRange;

use crate::hit::BodyHit;

/// A place that can be joined to one that it overlaps.
pub(crate) trait Place: Copy + Ord {
    /// The place that covers both, where both overlap; `self` starts no later than `next`.
    fn joined(self, next: Self) -> Option<Self>;
}

impl Place for TextRange {
    fn joined(self, next: Self) -> Option<Self> {
        self.overlap(next)?;
        Some(TextRange::new(self.start(), self.end().max(next.end())))
    }
}

impl Place for BodyHit {
    fn joined(self, next: Self) -> Option<Self> {
        let range = self.range.joined(next.range).filter(|_| self.paragraph == next.paragraph)?;
        Some(Self { range, ..self })
    }
}

/// The places of two lists in order, those that overlap joined.
pub(crate) fn union<P: Place>(a: &[P], b: &[P]) -> Vec<P> {
    let (mut a, mut b) = (a.iter().copied().peekable(), b.iter().copied().peekable());
    let mut out: Vec<P> = Vec::new();
    loop {
        let from_a = match (a.peek(), b.peek()) {
            (Some(one), Some(other)) => one <= other,
            (one, _) => one.is_some(),
        };
        let Some(next) = (if from_a { a.next() } else { b.next() }) else { return out };
        match out.last_mut().and_then(|last| Some((last.joined(next)?, last))) {
            Some((joined, last)) => *last = joined,
            None => out.push(next),
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[track_caller]
    fn check(a: &[(u32, u32)], b: &[(u32, u32)], expected: &[(u32, u32)]) {
        let ranges = |list: &[(u32, u32)]| -> Vec<TextRange> {
            list.iter().map(|&(start, end)| TextRange::new(start, end)).collect()
        };
        assert_eq!(union(&ranges(a), &ranges(b)), ranges(expected));
        assert_eq!(union(&ranges(b), &ranges(a)), ranges(expected));
    }

    #[test]
    fn the_union_is_in_order_and_without_overlaps() {
        check(&[], &[], &[]);
        check(&[(0, 3), (6, 9)], &[], &[(0, 3), (6, 9)]);
        check(&[(0, 3), (9, 12)], &[(3, 6), (6, 9)], &[(0, 3), (3, 6), (6, 9), (9, 12)]);
        check(&[(0, 6), (9, 15)], &[(3, 12)], &[(0, 15)]);
        check(&[(0, 12)], &[(3, 6), (6, 9), (15, 18)], &[(0, 12), (15, 18)]);
        check(&[(0, 3)], &[(0, 3)], &[(0, 3)]);
    }

    #[test]
    fn places_of_different_paragraphs_never_join() {
        let place = |paragraph| BodyHit { paragraph, range: TextRange::new(0, 3) };
        assert_eq!(union(&[place(0)], &[place(0), place(1)]), [place(0), place(1)]);
    }
}
