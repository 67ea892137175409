//! The fields of a date, read at a place: year, month, day, and parts such as 底 and 上半年.
//!
//! Shared by the rules; a field reader looks only at its own characters and their neighbours.

use super::Scan;
use crate::meaning::{Field, Part};
use crate::numerals::{Number, arabic_digit, digits, small};

/// Years that news states; other numbers before 年 are lengths or ages.
const YEARS: std::ops::RangeInclusive<u32> = 1840..=2199;

const RELATIVE_YEARS: [(&str, i32); 11] = [
    ("大前年", -3),
    ("前年", -2),
    ("去年", -1),
    ("上年", -1),
    ("上一年", -1),
    ("今年", 0),
    ("本年", 0),
    ("明年", 1),
    ("下一年", 1),
    ("后年", 2),
    ("大后年", 3),
];

const ANTECEDENT_YEARS: [(&str, i32); 4] = [("同年", 0), ("当年", 0), ("次年", 1), ("翌年", 1)];

/// A year: `2024年`, `二〇二五年`, `2024年度`, `去年`, `同年`.
pub(super) fn year(scan: Scan<'_>) -> Option<(Scan<'_>, Field)> {
    let (after, field) = bare_year(scan)
        .and_then(|(after, value)| Some((after.eat_blank().eat("年")?, Field::Stated(value))))
        .or_else(|| relative_year(scan))?;
    Some((after.eat("度").filter(|after| !after.rest().starts_with('假')).unwrap_or(after), field))
}

/// Four digits that can be a year.
pub(super) fn bare_year(scan: Scan<'_>) -> Option<(Scan<'_>, i32)> {
    let number = digits(scan.rest())?;
    let alone = !scan.before().ends_with(|c| is_number(c) || c == '.' || c == '第');
    (number.digits == 4 && YEARS.contains(&number.value) && alone)
        .then(|| (scan.skip(number.len), number.value as i32))
}

fn relative_year(scan: Scan<'_>) -> Option<(Scan<'_>, Field)> {
    if let Some((after, value)) = word(scan, &RELATIVE_YEARS) {
        // 十年前年均…, 00后年轻人, 以上年限: the word straddles two others.
        let straddles = scan.before().ends_with(['年', '以', '0', '加'])
            || after.rest().starts_with(['轻', '均', '限', '龄', '级']);
        return (!straddles).then_some((after, Field::FromReference(value)));
    }
    let (after, value) = word(scan, &ANTECEDENT_YEARS)?;
    // 当年 alone mostly means 'back then'.
    let dated = scan.eat("当年").is_none() || month(after).is_some();
    dated.then_some((after, Field::FromAntecedent(value)))
}

/// A month's number: `6月`, `十二月`; not the length `6个月`.
pub(super) fn month(scan: Scan<'_>) -> Option<(Scan<'_>, Field)> {
    let number = alone(scan)?;
    let after = scan.skip(number.len).eat_blank().eat("月")?;
    let is_month = (1..=12).contains(&number.value) && !scan.rest().starts_with('两');
    (is_month && !after.rest().starts_with(['均', '息', '租', '球', '薪', '供']))
        .then_some((after, Field::Stated(number.value as i32)))
}

/// A month with no year before it; 98年1月 has one, of an era or of two digits, that is not read.
pub(super) fn lone_month(scan: Scan<'_>) -> Option<(Scan<'_>, Field)> {
    let of_year =
        scan.before().strip_suffix('年').is_some_and(|before| before.ends_with(is_number));
    month(scan).filter(|_| !of_year)
}

/// A month by its distance: `上月`, `本月`, `当月`.
pub(super) fn relative_month(scan: Scan<'_>) -> Option<(Scan<'_>, Field)> {
    const FROM_REFERENCE: [(&str, i32); 6] =
        [("上月", -1), ("上个月", -1), ("本月", 0), ("这个月", 0), ("下月", 1), ("下个月", 1)];
    const FROM_ANTECEDENT: [(&str, i32); 3] = [("同月", 0), ("当月", 0), ("次月", 1)];
    if scan.before().ends_with(['以', '加']) {
        return None;
    }
    let reference =
        word(scan, &FROM_REFERENCE).map(|(after, value)| (after, Field::FromReference(value)));
    reference.or_else(|| {
        word(scan, &FROM_ANTECEDENT).map(|(after, value)| (after, Field::FromAntecedent(value)))
    })
}

/// A day's number after a month: `5日`, `5号`, `二十日`.
pub(super) fn day(scan: Scan<'_>) -> Option<(Scan<'_>, Field)> {
    let number = small(scan.rest()).filter(|number| (1..=31).contains(&number.value))?;
    let after = scan.skip(number.len).eat_blank();
    let after = after.eat("日").or_else(|| after.eat("号"))?;
    Some((after, Field::Stated(number.value as i32)))
}

/// A day's number with no month before it: `4日`, but no length such as `30日内`.
pub(super) fn lone_day(scan: Scan<'_>) -> Option<(Scan<'_>, Field)> {
    const LENGTH_BEFORE: [char; 12] =
        ['第', '前', '后', '约', '近', '超', '满', '每', '续', '共', '月', '达'];
    const LENGTH_AFTER: [&str; 15] = [
        "内", "均", "年化", "游", "龄", "报", "志", "常", "元", "以上", "以内", "线", "后", "无",
        "未",
    ];
    let number = alone(scan).filter(|number| number.arabic)?;
    let (after, field) = day(scan)?;
    let is_day = scan.skip(number.len).eat_blank().eat("日").is_some()
        && !scan.before().ends_with(LENGTH_BEFORE)
        && (after.rest().starts_with("报道")
            || !LENGTH_AFTER.iter().any(|word| after.rest().starts_with(word)));
    is_day.then_some((after, field))
}

/// A part of a year, after it: `底`, `年初`, `上半年`, `前三季度`.
pub(super) fn part_of_year(scan: Scan<'_>) -> Option<(Scan<'_>, Part)> {
    edge(scan.eat("年").unwrap_or(scan))
        .or_else(|| scan.eat("年中").and_then(middle))
        .or_else(|| counted_part(scan))
}

/// A part of the year that the reader has in mind: `年底`, `上半年`, `前三季度`.
pub(super) fn lone_part(scan: Scan<'_>) -> Option<(Scan<'_>, Part)> {
    // 三年底, 十年中: the 年 belongs to a length.
    let length =
        scan.before().ends_with(|c: char| is_number(c) || "年几多这每全半当余".contains(c));
    // 年初二 is a day of the lunar new year.
    let lunar = |after: &Scan<'_>| after.rest().chars().nth(1).is_some_and(is_number);
    let edge = scan.eat("年").filter(|_| !length).filter(|after| !lunar(after)).and_then(edge);
    let within = || scan.eat("年内").filter(|_| !length).map(|after| (after, Part::Whole));
    let middle = || scan.eat("年中").filter(|_| !length).and_then(middle);
    edge.or_else(within)
        .or_else(middle)
        .or_else(|| counted_part(scan).filter(|_| !scan.before().ends_with('年')))
}

/// A part of a month, after it: `初`, `底`, `上旬`.
pub(super) fn part_of_month(scan: Scan<'_>) -> Option<(Scan<'_>, Part)> {
    if let Some((after, index)) = scan.eat_any(&["上旬", "中旬", "下旬"]) {
        return Some((after, Part::Tenth(index as u32 + 1)));
    }
    edge(scan)
}

/// 初, 底 or 末 that is no part of a longer word.
fn edge(scan: Scan<'_>) -> Option<(Scan<'_>, Part)> {
    const LONGER: [char; 20] = [
        '步', '始', '级', '心', '衷', '中', '具', '创', '稿', '审', '层', '座', '薪', '线', '色',
        '气', '部', '盘', '端', '稍',
    ];
    let (after, index) = scan.eat_any(&["初", "底", "末"])?;
    let part = if index == 0 { Part::Start } else { Part::End };
    (!after.rest().starts_with(LONGER)).then_some((after, part))
}

/// 年中 that is no 年 and 中国.
fn middle(after: Scan<'_>) -> Option<(Scan<'_>, Part)> {
    (!after.rest().starts_with(['国', '央', '心', '小', '共', '科', '外', '方', '医', '央']))
        .then_some((after, Part::Middle))
}

/// `上半年`, `第三季度`, `前三季度`, `前11个月`.
fn counted_part(scan: Scan<'_>) -> Option<(Scan<'_>, Part)> {
    if let Some((after, index)) = scan.eat_any(&["上半年", "下半年"]) {
        return Some((after, Part::Half(index as u32 + 1)));
    }
    if let Some(first) = scan.eat("前") {
        let number = small(first.rest())?;
        let after = first.skip(number.len);
        if let Some(after) = after.eat("季度").or_else(|| after.eat("个季度")) {
            return (2..=3)
                .contains(&number.value)
                .then_some((after, Part::FirstQuarters(number.value)));
        }
        let after = after.eat("个月")?;
        return (1..=11)
            .contains(&number.value)
            .then_some((after, Part::FirstMonths(number.value)));
    }
    let ordinal = scan.eat("第").unwrap_or(scan);
    let number = small(ordinal.rest()).filter(|number| (1..=4).contains(&number.value))?;
    let clear = !scan.before().ends_with(|c: char| is_number(c) || c == '第' || c == '前');
    let after = ordinal.skip(number.len).eat("季度")?;
    (clear && !ordinal.rest().starts_with('两')).then_some((after, Part::Quarter(number.value)))
}

/// A small number that no other number, 第 or 每年 stands before.
fn alone(scan: Scan<'_>) -> Option<Number> {
    let before = scan.before();
    let joined = before.ends_with(|c: char| is_number(c) || c == '.' || c == '第' || c == '/')
        || before.ends_with("每年")
        || before.ends_with('每');
    small(scan.rest()).filter(|_| !joined)
}

/// True for a character of a number in any form.
pub(super) fn is_number(c: char) -> bool {
    arabic_digit(c).is_some() || "〇一二三四五六七八九十百千万亿两".contains(c)
}

fn word<'a>(scan: Scan<'a>, words: &[(&str, i32)]) -> Option<(Scan<'a>, i32)> {
    let found = words.iter().filter(|(word, _)| scan.rest().starts_with(word));
    found.max_by_key(|(word, _)| word.len()).map(|(word, value)| (scan.skip(word.len()), *value))
}
