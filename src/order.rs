//! `in_order`: the one sort of the app. Each kind of value sorted for itself would be compiled for
//! itself; dates and counts both fit two numbers.

/// The positions of the keys in rising order, equal ones as they came.
pub fn in_order(keys: impl Iterator<Item = (i32, i32)>) -> Vec<usize> {
    let mut keyed: Vec<(i32, i32, usize)> =
        keys.enumerate().map(|(at, (first, second))| (first, second, at)).collect();
    keyed.sort_unstable();
    keyed.into_iter().map(|(_, _, at)| at).collect()
}

#[cfg(test)]
mod tests {
    use super::in_order;

    #[test]
    fn equal_keys_stay_as_they_came() {
        let keys = [(2, 0), (1, 5), (2, 0), (1, 4)];
        assert_eq!(in_order(keys.into_iter()), [3, 1, 0, 2]);
    }
}
