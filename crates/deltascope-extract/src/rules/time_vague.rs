//! Times that name no date: `近日`, `日前`, `目前`, `近年来`. Never a day.

use super::{Reading, Scan};
use crate::meaning::Meaning;

const WORDS: [&str; 19] = [
    "日前",
    "近日",
    "近期",
    "近来",
    "近年来",
    "近年",
    "近几年来",
    "近几年",
    "近些年来",
    "近些年",
    "最近几年",
    "最近",
    "目前",
    "截至目前",
    "不久前",
    "前不久",
    "前些年",
    "前几年",
    "几年来",
];

/// A vague time at this place.
pub(super) fn read(scan: Scan<'_>) -> Reading {
    let (after, _) = scan.eat_any(&WORDS)?;
    // 今日前往, 3日前, 十月近年关: the word straddles others.
    let straddles = scan.before().ends_with(|c: char| {
        super::field::is_number(c) || "今昨明同当次翌即截附邻接靠临最生节假".contains(c)
    }) || after
        .rest()
        .starts_with(['往', '景', '邻', '距', '途', '沿', '进', '身', '瞻', '视', '关']);
    (!straddles).then(|| (after.since(scan), Meaning::Vague))
}

#[cfg(test)]
mod tests {
    use super::super::test::check;
    use super::*;

    #[test]
    fn vague_times() {
        for word in WORDS {
            check(read, &format!("{word},"), Some((word, Meaning::Vague)));
        }
        check(read, "日前往", None);
        check(read, "最近邻", None);
        let straddling = "今日前往";
        assert_eq!(read(Scan::new(straddling, "今".len())), None);
    }
}
