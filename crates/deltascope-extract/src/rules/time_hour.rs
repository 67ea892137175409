//! A time of day of a day that the text has told of: `上午8时49分`, `8时53分`, `晚上7点`.
//!
//! It dates what it stands with by that day. Hours that come again (每天9时, 周一至周五9时), hours from one to
//! another, and what only looks like an hour (8点建议, 7点档) are none.

use super::field::is_number;
use super::{Reading, Scan, time_clock};
use crate::meaning::Meaning;

/// Words of what comes again, in the clause before an hour.
const AGAIN: [&str; 14] = [
    "每",
    "逢",
    "营业",
    "开放",
    "时间",
    "工作日",
    "通常",
    "一般",
    "平时",
    "往往",
    "经常",
    "时段",
    "班车",
    "星期",
];

/// What an hour is a part of a name or of a rule before.
const OTHERS: [&str; 10] = ["档", "新闻", "前", "后", "以前", "以后", "之前", "之后", "版", "班"];

/// An hour at this place.
pub(super) fn read(scan: Scan<'_>) -> Reading {
    let joined = |c: char| is_number(c) || ".:：第-—–~～日号晚晨早夜".contains(c);
    if scan.before().ends_with(joined) || closes_a_span(scan) || scan.rest().starts_with(' ') {
        return None;
    }
    let (after, hours) = time_clock::read(scan)?;
    let told = hours.last.is_none() && hours.first.is_told();
    // 20:05 alone is as often a score.
    let words = &scan.rest()[..after.since(scan)];
    let digits = words.contains([':', '：'])
        && words.starts_with(is_number)
        && !scan.before().ends_with("京时间");
    let other = OTHERS.iter().any(|word| after.rest().starts_with(word));
    (told && !digits && !other && !comes_again(scan.before()))
        .then(|| (after.since(scan), Meaning::Hour))
}

/// The 下午5时 of 上午9时至下午5时.
fn closes_a_span(scan: Scan<'_>) -> bool {
    let first = scan.before().strip_suffix(['至', '到']);
    first.is_some_and(|first| {
        let hour = first.trim_end_matches(['许', '半', '整', '钟']);
        hour.ends_with(['时', '点', '分']) || hour.ends_with(is_number)
    })
}

/// Whether a clause tells of what comes again.
fn comes_again(before: &str) -> bool {
    let clause = before.rsplit(['。', '；', '\n', '，', ',']).next().unwrap_or(before);
    let clause = clause.trim_end_matches("北京时间");
    AGAIN.iter().any(|word| clause.contains(word))
}

#[cfg(test)]
mod tests {
    use super::super::test::check;
    use super::*;

    #[test]
    fn hours_of_a_day() {
        for text in ["上午8时49分", "8时53分", "下午五点", "晚上7点半", "傍晚6时许", "上午9:30"]
        {
            check(read, text, Some((text, Meaning::Hour)));
        }
    }

    #[test]
    fn no_hours_of_a_day() {
        for text in ["上午", "8时", "3点建议", "晚8点档", "9时至21时", "20:05", "下午5点前", "三点"]
        {
            check(read, text, None);
        }
        for text in
            ["每天上午9时", "周一至周五上午9时", "营业到晚上9时", "18日上午9时", "9时至晚上7时"]
        {
            let at = text.find("上午").or_else(|| text.find("晚上")).unwrap();
            assert_eq!(read(Scan::new(text, at)), None, "{text}");
        }
    }
}
