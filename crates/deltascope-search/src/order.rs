//! Order: many keys, digit by digit, as comparing them would cost more than all else of a search that
//! finds much.
//!
//! Keys come in the order of their lower halves and differ there, so only the upper halves are looked at.

/// The bits of a digit.
const DIGIT: u32 = 8;
/// The lowest bit by which keys are put in order.
const UPPER: u32 = 32;
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
        self.held.sort_unstable();
        self.held.truncate(self.count);
        self.held
    }
}

/// So many of the keys, in order: the smallest.
pub(crate) fn smallest(keys: &[u64], count: usize) -> Vec<u64> {
    let mut smallest = Smallest::new(count);
    for &key in keys {
        smallest.push(key);
    }
    smallest.sorted()
}

/// The keys in order.
pub(crate) fn sorted(mut keys: Vec<u64>) -> Vec<u64> {
    if keys.len() < FEW {
        keys.sort_unstable();
        return keys;
    }
    let differ = keys.iter().fold(0, |differ, key| differ | (key ^ keys[0]));
    let shifts = (UPPER..u64::BITS).step_by(DIGIT as usize);
    let mut shifts = shifts.filter(|&shift| digit(differ, shift) > 0).peekable();
    let mut counts = Counts::default();
    if let Some(&first) = shifts.peek() {
        for &key in &keys {
            counts.0[digit(key, first)] += 1;
        }
    }
    let mut moved = vec![0; keys.len()];
    while let Some(shift) = shifts.next() {
        // What the next digit needs is counted on the way.
        let (mut ends, next) = (std::mem::take(&mut counts).ends(), shifts.peek().copied());
        for &key in &keys {
            let end = &mut ends[digit(key, shift)];
            moved[*end as usize] = key;
            *end += 1;
            if let Some(next) = next {
                counts.0[digit(key, next)] += 1;
            }
        }
        std::mem::swap(&mut keys, &mut moved);
    }
    keys
}

fn digit(key: u64, shift: u32) -> usize {
    (key >> shift) as usize % (1 << DIGIT)
}

/// How many keys have each digit.
struct Counts([u32; 1 << DIGIT]);

impl Default for Counts {
    fn default() -> Self {
        Self([0; 1 << DIGIT])
    }
}

impl Counts {
    /// Where the keys of each digit start.
    fn ends(mut self) -> [u32; 1 << DIGIT] {
        let mut end = 0;
        for count in &mut self.0 {
            end += std::mem::replace(count, end);
        }
        self.0
    }
}

#[cfg(test)]
mod tests {
    use proptest::prelude::*;

    use super::*;

    proptest! {
        #![proptest_config(ProptestConfig::with_cases(32))]

        #[test]
        fn it_orders_as_comparing_does(
            uppers in proptest::collection::vec(any::<u32>(), FEW - 1..2 * FEW), kept in any::<u32>(), steps in 1..9_u64,
        ) {
            let key = |(upper, lower): (&u32, u64)| (u64::from(upper & kept) << UPPER) | (lower * steps);
            let keys: Vec<u64> = uppers.iter().zip(0..).map(key).collect();
            let mut expected = keys.clone();
            expected.sort_unstable();
            prop_assert_eq!(sorted(keys), expected);
        }

        #[test]
        fn the_smallest_are_the_first_in_order(
            keys in proptest::collection::vec(any::<u64>(), 0..300), count in 1..40_usize,
        ) {
            let mut expected = keys.clone();
            expected.sort_unstable();
            expected.truncate(count);
            prop_assert_eq!(smallest(&keys, count), expected);
        }
    }
}
