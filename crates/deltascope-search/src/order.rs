//! Order: many keys, digit by digit, as comparing them would cost more than all else of a search that
//! finds much.

/// The bits of a digit.
const DIGIT: usize = 11;
/// Fewer keys are compared.
const FEW: usize = 1 << DIGIT;

/// The smallest so many of the keys that come.
pub(crate) struct Smallest {
    count: usize,
    held: Vec<u64>,
    /// No greater key is one of them.
    bound: u64,
}

impl Smallest {
    /// None yet.
    pub fn new(count: usize) -> Self {
        Self { count, held: Vec::with_capacity(2 * count), bound: u64::MAX }
    }

    /// Takes a key; a new bound where there is one.
    #[inline]
    pub fn push(&mut self, key: u64) -> Option<u64> {
        if key > self.bound {
            return None;
        }
        self.held.push(key);
        if self.held.len() < 2 * self.count {
            return None;
        }
        // Of twice as many, the greater half goes.
        self.bound = *self.held.select_nth_unstable(self.count - 1).1;
        self.held.truncate(self.count);
        Some(self.bound)
    }

    /// These, in order.
    pub fn sorted(mut self) -> Vec<u64> {
        self.held = sorted(self.held);
        self.held.truncate(self.count);
        self.held
    }
}

/// So many of the keys that are greater than `last`, in order: the smallest. The keys differ.
pub(crate) fn smallest(keys: &[u64], last: Option<u64>, count: usize) -> Vec<u64> {
    let left = keys.iter().copied().filter(|&key| last.is_none_or(|last| key > last));
    if keys.len() / 2 <= count {
        return sorted(left.collect());
    }
    let mut smallest = Smallest::new(count);
    for key in left {
        smallest.push(key);
    }
    smallest.sorted()
}

/// The keys in order.
fn sorted(mut keys: Vec<u64>) -> Vec<u64> {
    if keys.len() < FEW {
        keys.sort_unstable();
        return keys;
    }
    let differ = keys.iter().fold(0, |differ, key| differ | (key ^ keys[0]));
    let mut moved = vec![0; keys.len()];
    for shift in (0..u64::BITS).step_by(DIGIT) {
        let digit = |key: u64| (key >> shift) as usize % (1 << DIGIT);
        if digit(differ) == 0 {
            continue;
        }
        let mut ends = [0_usize; 1 << DIGIT];
        for &key in &keys {
            ends[digit(key)] += 1;
        }
        let mut end = 0;
        for count in &mut ends {
            end += std::mem::replace(count, end);
        }
        for &key in &keys {
            let end = &mut ends[digit(key)];
            moved[*end] = key;
            *end += 1;
        }
        std::mem::swap(&mut keys, &mut moved);
    }
    keys
}

#[cfg(test)]
mod tests {
    use proptest::prelude::*;

    use super::*;

    proptest! {
        #![proptest_config(ProptestConfig::with_cases(32))]

        #[test]
        fn it_orders_as_comparing_does(
            keys in proptest::collection::vec(any::<u64>(), FEW - 1..2 * FEW), kept in any::<u64>(),
        ) {
            let keys: Vec<u64> = keys.into_iter().map(|key| key & kept).collect();
            let mut expected = keys.clone();
            expected.sort_unstable();
            prop_assert_eq!(sorted(keys), expected);
        }

        #[test]
        fn the_smallest_are_the_first_in_order(
            keys in proptest::collection::btree_set(any::<u64>(), 0..300), count in 1..40_usize, last in 0..400_usize,
        ) {
            let ordered: Vec<u64> = keys.iter().copied().collect();
            let mixed: Vec<u64> = (0..ordered.len()).map(|at| ordered[at * 151 % ordered.len()]).collect();
            let mixed = if ordered.len().is_multiple_of(151) { &ordered } else { &mixed };
            let last = last.checked_sub(100).and_then(|at| ordered.get(at).copied());
            let expected: Vec<u64> =
                ordered.iter().copied().filter(|&key| last.is_none_or(|last| key > last)).take(count).collect();
            let found = smallest(mixed, last, count);
            prop_assert_eq!(&found[..expected.len()], expected);
            prop_assert!(found.is_sorted());
        }
    }
}
