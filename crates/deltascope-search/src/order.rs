//! Order: many keys, digit by digit, as comparing them would cost more than all else of a search that
//! finds much.

/// The bits of a digit.
const DIGIT: usize = 11;
/// Fewer keys are compared.
const FEW: usize = 1 << DIGIT;

/// The keys in order.
pub(crate) fn sorted(mut keys: Vec<u64>) -> Vec<u64> {
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
    }
}
