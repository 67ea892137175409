//! Lengths of time: `8天20小时`, `三年半`, `半个月`, `一年多三个月又20天`. They date nothing.

use super::field::is_number;
use super::{Scan, Undated};

/// The units from the longest on, by the letter that ISO 8601 gives them.
const LETTERS: [char; 7] = ['Y', 'M', 'W', 'D', 'H', 'M', 'S'];

/// The first of the units that are of a clock.
const HOUR: usize = 4;

/// Words of units, by their place in [`LETTERS`], and how many of that one each is.
const UNITS: [(&str, usize, u32); 20] = [
    ("个世纪", 0, 100),
    ("年", 0, 1),
    ("个月", 1, 1),
    ("周", 2, 1),
    ("个星期", 2, 1),
    ("星期", 2, 1),
    ("个礼拜", 2, 1),
    ("礼拜", 2, 1),
    ("天", 3, 1),
    ("个小时", HOUR, 1),
    ("小时", HOUR, 1),
    ("个钟头", HOUR, 1),
    ("钟头", HOUR, 1),
    ("分钟", 5, 1),
    ("分", 5, 1),
    ("秒钟", 6, 1),
    ("秒", 6, 1),
    ("个季度", 1, 3),
    ("个工作日", 3, 1),
    ("刻钟", 5, 15),
];

/// A length in halves of each unit.
type Halves = [Option<u32>; LETTERS.len()];

/// A length at this place.
pub(crate) fn read(scan: Scan<'_>) -> Undated {
    // 5年期, 三年级, 8分之一: a name, a class, a fraction.
    const LONGER: [char; 18] = [
        '岁', '级', '期', '代', '制', '龄', '度', '生', '前', '后', '来', '之', '历', '薪', '末',
        '初', '底', '围',
    ];
    // 数十年 and 大半年 are longer than 十年 and 半年 say; 公元618年 is a year.
    let inside = scan.before().ends_with(['数', '几', '大'])
        || scan.before().ends_with("公元")
        || scan.before().ends_with("公元前");
    if inside || scan.before().ends_with(|c: char| is_number(c) || ".第:：/-—".contains(c)) {
        return None;
    }
    let mut length: Halves = [None; LETTERS.len()];
    let (mut after, mut last) = part(scan, None, &mut length)?;
    loop {
        let next = after.eat_any(&["又", "零", "多", "余", "加"]).map_or(after, |(next, _)| next);
        match part(next, Some(last), &mut length) {
            Some((end, unit)) => (after, last) = (end, unit),
            None => break,
        }
    }
    let longer = after.rest().starts_with(LONGER) || after.rest().starts_with("载");
    (!longer).then(|| (after.since(scan), iso(&length)))
}

/// One number and its unit.
fn part<'a>(
    scan: Scan<'a>,
    before: Option<usize>,
    length: &mut Halves,
) -> Option<(Scan<'a>, usize)> {
    let (unit_at, mut halves) = number(scan)?;
    let units = UNITS.iter().filter(|(word, ..)| unit_at.rest().starts_with(word));
    let (word, unit, by) = match units.max_by_key(|(word, ..)| word.len()) {
        // 8天20时 is a length, 20时 a time of day; 3分 are points or cents, but 3分20秒 is a length.
        Some(("分", ..)) if before.is_none() && !seconds_follow(unit_at) => return None,
        Some((word, unit, by)) => (*word, *unit, *by),
        None if before == Some(HOUR - 1) && unit_at.rest().starts_with('时') => ("时", HOUR, 1),
        None => return None,
    };
    let mut after = unit_at.skip(word.len());
    if length[unit].is_some() {
        return None;
    }
    if let Some(more) = after.eat("半").filter(|_| matches!(unit, 0 | 2 | 3)) {
        (after, halves) = (more, halves + 1);
    }
    length[unit] = Some(halves * by);
    Some((after, unit))
}

/// `20秒` behind the 分 of 3分20秒.
fn seconds_follow(minutes: Scan<'_>) -> bool {
    let number_at = minutes.skip("分".len());
    number_at.small().is_some_and(|number| number_at.skip(number.len).eat("秒").is_some())
}

/// A number in halves: `半`, `8`, `一个半`; 多 and 余 change nothing.
fn number(scan: Scan<'_>) -> Option<(Scan<'_>, u32)> {
    if let Some(after) = scan.eat("半") {
        return Some((after, 1));
    }
    let number = scan.small().or_else(|| scan.digits().filter(|number| number.arabic));
    let number = number.filter(|number| number.value < 1000)?;
    let after = scan.skip(number.len).eat_blank();
    let after = after.eat_any(&["多", "余"]).map_or(after, |(after, _)| after);
    // 一个半小时 is one and a half, 一个半月 too.
    if let Some(half) = after.eat("个半") {
        return Some((half, number.value * 2 + 1));
    }
    Some((after, number.value * 2))
}

/// `P1Y3M20DT8H50M20S`
fn iso(length: &Halves) -> String {
    let mut text = String::from("P");
    for (unit, halves) in length.iter().enumerate() {
        let Some(halves) = halves else { continue };
        if unit >= HOUR && !text.contains('T') {
            text.push('T');
        }
        text.push_str(&(halves / 2).to_string());
        if halves % 2 == 1 {
            text.push_str(".5");
        }
        text.push(LETTERS[unit]);
    }
    text
}

#[cfg(test)]
mod tests {
    use super::*;

    #[track_caller]
    fn check(text: &str, expected: Option<(&str, &str)>) {
        let found = read(Scan::new(text, 0));
        let expected = expected.map(|(matched, length)| (matched.len(), length.to_owned()));
        assert_eq!(found, expected, "{text}");
    }

    #[test]
    fn lengths() {
        check("两年,", Some(("两年", "P2Y")));
        check("6 天", Some(("6 天", "P6D")));
        check("三年半", Some(("三年半", "P3.5Y")));
        check("半个月,", Some(("半个月", "P0.5M")));
        check("半小时", Some(("半小时", "PT0.5H")));
        check("一个半小时", Some(("一个半小时", "PT1.5H")));
        check("8天20时", Some(("8天20时", "P8DT20H")));
        check("一年多三个月又20天", Some(("一年多三个月又20天", "P1Y3M20D")));
        check("2小时9分12秒", Some(("2小时9分12秒", "PT2H9M12S")));
        check("两天又一个月", Some(("两天又一个月", "P1M2D")));
        check("9分30秒,", Some(("9分30秒", "PT9M30S")));
        check("三刻钟", Some(("三刻钟", "PT45M")));
        check("半个世纪", Some(("半个世纪", "P50Y")));
    }

    #[test]
    fn other_counts_are_no_lengths() {
        for text in
            ["5年期", "三年级", "8分之一", "3分", "2018年", "20时", "三年前", "月", "一年半载"]
        {
            check(text, None);
        }
    }
}
