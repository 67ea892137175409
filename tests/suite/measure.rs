//! How near a cleaned text is to the right one: F1 over the longest common subsequence of
//! characters.
//!
//! Width, case, kind of quotation mark and script do not count, nor does white space: a page that
//! sets them otherwise is not cleaned worse for it.

use deltascope_text::fold;

/// The characters of a text that count.
pub fn counted(text: &str) -> Vec<char> {
    fold(text).text().chars().filter(|char| !char.is_whitespace()).collect()
}

/// F1 of a found text against the right one, from 0 to 1; 1 where both are empty.
pub fn f1(found: &str, right: &str) -> f64 {
    let (found, right) = (counted(found), counted(right));
    if found.is_empty() && right.is_empty() {
        return 1.0;
    }
    2.0 * common(&found, &right) as f64 / (found.len() + right.len()) as f64
}

/// The text holds all of the part's characters in their order, be there others between them.
pub fn holds(text: &[char], part: &[char]) -> bool {
    let mut rest = text.iter();
    part.iter().all(|char| rest.any(|other| other == char))
}

/// Length of the longest common subsequence.
fn common(one: &[char], other: &[char]) -> usize {
    let same = |(one, other): &(&char, &char)| one == other;
    let head = one.iter().zip(other).take_while(same).count();
    let (one, other) = (&one[head..], &other[head..]);
    let tail = one.iter().rev().zip(other.iter().rev()).take_while(same).count();
    let (one, other) = (&one[..one.len() - tail], &other[..other.len() - tail]);
    // The row of the usual table, once for each character of `one`.
    let mut row = vec![0_usize; other.len() + 1];
    for char in one {
        let mut above_left = 0;
        for (at, candidate) in other.iter().enumerate() {
            let above = row[at + 1];
            row[at + 1] = if char == candidate { above_left + 1 } else { above.max(row[at]) };
            above_left = above;
        }
    }
    head + row.last().copied().unwrap_or_default() + tail
}

#[track_caller]
fn check(found: &str, right: &str, expected: f64) {
    let measured = f1(found, right);
    assert!((measured - expected).abs() < 0.001, "{found} against {right}: {measured}");
}

#[test]
fn what_is_missing_and_what_is_too_much_both_cost() {
    check("三市共用仪器", "三市共用仪器", 1.0);
    check("三市 共用\n儀器，", "三市共用仪器,", 1.0);
    check("三市仪器", "三市共用仪器", 0.8);
    check("首页三市共用仪器", "三市共用仪器", 0.857);
    check("仪器共用", "共用仪器", 0.5);
    check("", "三市", 0.0);
    check("", "", 1.0);
}
