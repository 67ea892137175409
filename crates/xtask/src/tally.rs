//! How many tests ran, read from the closing lines of the test runners.

use std::fmt;

/// Tests that ran.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct Tally {
    /// That passed.
    pub passed: u64,
    /// That failed.
    pub failed: u64,
}

impl Tally {
    /// Takes in one line of a runner's output. Lines that close no run change nothing.
    pub fn read(&mut self, line: &str) {
        let Some(found) = cargo(line).or_else(|| node(line)) else { return };
        self.passed += found.passed;
        self.failed += found.failed;
    }
}

impl fmt::Display for Tally {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "{} passed, {} failed", self.passed, self.failed)
    }
}

/// `test result: ok. 3 passed; 0 failed; 0 ignored; …`, of libtest and of wasm-bindgen-test.
fn cargo(line: &str) -> Option<Tally> {
    let (_, counts) = line.strip_prefix("test result: ")?.split_once(". ")?;
    let count = |word: &str| {
        counts.split(';').find_map(|part| part.trim().strip_suffix(word)?.trim().parse().ok())
    };
    Some(Tally { passed: count("passed")?, failed: count("failed")? })
}

/// `ℹ pass 3` and `ℹ fail 0`, each on its line, of Node's test runner.
fn node(line: &str) -> Option<Tally> {
    let mut words = line.strip_prefix("ℹ ")?.split(' ');
    let (word, count) = (words.next()?, words.next()?.parse().ok()?);
    match (word, words.next()) {
        ("pass", None) => Some(Tally { passed: count, failed: 0 }),
        ("fail", None) => Some(Tally { passed: 0, failed: count }),
        _ => None,
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[track_caller]
    fn check(output: &str, passed: u64, failed: u64) {
        let mut tally = Tally::default();
        output.lines().for_each(|line| tally.read(line));
        assert_eq!(tally, Tally { passed, failed });
    }

    #[test]
    fn each_runner_s_closing_lines_count() {
        check(
            "test result: ok. 12 passed; 0 failed; 1 ignored; 0 measured; finished in 0.1s",
            12,
            0,
        );
        check("test result: FAILED. 1 passed; 2 failed; 0 ignored", 1, 2);
        check("ℹ tests 9\nℹ suites 0\nℹ pass 8\nℹ fail 1\nℹ cancelled 0", 8, 1);
    }

    #[test]
    fn other_lines_do_not() {
        check("test result_is_kept ... ok\n10 passed\nℹ pass by value\nrunning 4 tests", 0, 0);
        check("ℹ pass 3 of 4", 0, 0);
    }

    #[test]
    fn runs_add_up() {
        let two = "test result: ok. 2 passed; 0 failed; 0 ignored\nℹ pass 3\nℹ fail 1";
        check(two, 5, 1);
        assert_eq!(Tally { passed: 5, failed: 1 }.to_string(), "5 passed, 1 failed");
    }
}
