//! Quarters and half-years by their distance: `上季度`, `本季度`, `下一季度`, `上个半年`.

use super::{Reading, Scan};
use crate::meaning::Meaning;

const WHICH: [(&str, i32); 13] = [
    ("上", -1),
    ("上个", -1),
    ("上一", -1),
    ("上一个", -1),
    ("本", 0),
    ("这", 0),
    ("这个", 0),
    ("这一", 0),
    ("这一个", 0),
    ("下", 1),
    ("下个", 1),
    ("下一", 1),
    ("下一个", 1),
];

/// A quarter or half-year at this place.
pub(super) fn read(scan: Scan<'_>) -> Reading {
    // 以上季度: the word straddles two others.
    if scan.before().ends_with(['以', '加', '早', '网', '线', '如', '天']) {
        return None;
    }
    let which = WHICH.iter().filter(|(word, _)| scan.rest().starts_with(word));
    let (word, distance) = which.max_by_key(|(word, _)| word.len())?;
    let unit_at = scan.skip(word.len());
    if let Some(after) = unit_at.eat("季度") {
        return Some((after.since(scan), Meaning::PartOfYear(3, *distance)));
    }
    // 上半年 is the first half of a year; 上个半年 the half-year before.
    let after = unit_at.eat("半年").filter(|_| word.ends_with('个'))?;
    Some((after.since(scan), Meaning::PartOfYear(6, *distance)))
}

#[cfg(test)]
mod tests {
    use super::super::test::check;
    use super::*;

    #[test]
    fn quarters_by_distance() {
        check(read, "上季度,", Some(("上季度", Meaning::PartOfYear(3, -1))));
        check(read, "本季度盈利", Some(("本季度", Meaning::PartOfYear(3, 0))));
        check(read, "下一个季度", Some(("下一个季度", Meaning::PartOfYear(3, 1))));
        check(read, "上个半年", Some(("上个半年", Meaning::PartOfYear(6, -1))));
        for text in ["上半年", "本季", "上个季节", "这半年"] {
            check(read, text, None);
        }
    }
}
