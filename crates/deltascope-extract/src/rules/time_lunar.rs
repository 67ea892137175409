//! Days of the lunar calendar: `农历八月十五`, `正月初五`, `大年初一`, `腊月廿三`.
//!
//! A month by its number is lunar only where 农历 or a day in the lunar way (初五) says so.

use super::field::year;
use super::{Reading, Scan};
use crate::meaning::{Field, Meaning};
use crate::numerals::arabic_digit;

/// A lunar date at this place.
pub(super) fn read(scan: Scan<'_>) -> Reading {
    let (first_at, of_year) = match year(scan) {
        Some((after, year)) => (after.eat_blank(), year),
        None => (scan, Field::Open),
    };
    let named = first_at.eat_any(&["农历", "阴历", "旧历"]).map(|(after, _)| after);
    if scan.before().ends_with(|c: char| super::field::is_number(c)) {
        return None;
    }
    if let Some((after, day)) = day_of_the_feast(scan) {
        return Some((after.since(scan), Meaning::Lunar(Field::Open, 1, Some(day))));
    }
    if let Some(after) = new_year_day(first_at) {
        return Some((after.0.since(scan), Meaning::Lunar(of_year, after.1, Some(after.2))));
    }
    let place = named.unwrap_or(first_at);
    let (place, of_year) = match (named, of_year) {
        (Some(place), Field::Open) => {
            year(place).map_or((place, of_year), |(after, year)| (after, year))
        }
        _ => (place, of_year),
    };
    let (after_month, month, only_lunar) = month(place)?;
    match day(after_month) {
        Some((after, day, own)) => {
            // 2024年八月十五: one who writes the year so would write the sun's day so too.
            let other_numerals = of_year.is_stated()
                && scan.rest().starts_with(|c| arabic_digit(c).is_some())
                && !after_month.rest().starts_with(|c| arabic_digit(c).is_some());
            let sure = named.is_some() || only_lunar || own || other_numerals;
            sure.then(|| (after.since(scan), Meaning::Lunar(of_year, month, Some(day))))
        }
        None if named.is_some() || only_lunar => {
            Some((after_month.since(scan), Meaning::Lunar(of_year, month, None)))
        }
        None => None,
    }
}

/// 大年初一, 年初二, 大年三十
pub(super) fn new_year_day(scan: Scan<'_>) -> Option<(Scan<'_>, u32, u32)> {
    let (after, index) = scan.eat_any(&["大年", "年"])?;
    let own = |(_, day, own): &(Scan<'_>, u32, bool)| *own && *day <= 15;
    // 年初一批项目: 年初 and a number.
    let counts = |after: Scan<'_>| {
        index == 1 && after.rest().starts_with(|c| "批项系些个次共期至起".contains(c))
    };
    let straddles = index == 1
        && scan
            .before()
            .ends_with(|c: char| super::field::is_number(c) || "今去明同当每全".contains(c));
    if let Some((after, day, _)) =
        day(after).filter(own).filter(|found| !straddles && !counts(found.0))
    {
        return Some((after, 1, day));
    }
    after.eat("三十").filter(|_| index == 0).map(|after| (after, 12, 30))
}

/// `初二下午`, `除夕至初三`, `初三(1/25)`: a day of the new year's feast. 初二 alone is as often a class.
fn day_of_the_feast(scan: Scan<'_>) -> Option<(Scan<'_>, u32)> {
    const BEHIND: [&str; 11] =
        ["上午", "下午", "中午", "晚上", "凌晨", "早上", "清晨", "当天", "(1/", "(2/", "开市"];
    const JOINTS: [char; 7] = ['至', '到', '、', '和', '与', '-', '~'];
    scan.eat("初")?;
    let (after, day, _) = day(scan)?;
    let first = scan.before().strip_suffix(JOINTS);
    let of_a_row = first.is_some_and(|first| {
        let mut last = first.chars().rev();
        let numbered =
            last.next().is_some_and(super::field::is_number) && last.next() == Some('初');
        numbered || first.ends_with("除夕") || first.ends_with("年三十")
    });
    let of_a_class = after.eat_any(&["年级", "学生", "班", "级", "生"]).is_some();
    let told = of_a_row || BEHIND.iter().any(|word| after.rest().starts_with(word));
    (told && !of_a_class).then_some((after, day))
}

/// 正月, 腊月, 八月, and whether only the lunar calendar has it.
pub(super) fn month(scan: Scan<'_>) -> Option<(Scan<'_>, u32, bool)> {
    if let Some((after, index)) = scan.eat_any(&["正月", "冬月", "腊月"]) {
        return Some((after, [1, 11, 12][index], true));
    }
    let number = scan.small().filter(|number| (1..=12).contains(&number.value))?;
    Some((scan.skip(number.len).eat("月")?, number.value, false))
}

/// A day in the lunar way: 初五, 廿三, 十五 without 日; and whether it is written so nowhere else.
pub(super) fn day(scan: Scan<'_>) -> Option<(Scan<'_>, u32, bool)> {
    if let Some(after) = scan.eat("初") {
        let number = after.small().filter(|number| !number.arabic && number.value <= 10)?;
        return Some((after.skip(number.len), number.value, true));
    }
    let number =
        scan.small().filter(|number| !number.arabic && (1..=30).contains(&number.value))?;
    let after = scan.skip(number.len);
    let other = after.rest().starts_with(|c: char| {
        "日号个年月天周家项名位人万亿千百多余至到、—-".contains(c) || c.is_ascii_digit()
    });
    (!other && number.value > 10).then(|| (after, number.value, scan.rest().starts_with('廿')))
}

#[cfg(test)]
mod tests {
    use super::super::test::check;
    use super::*;

    #[test]
    fn lunar_days() {
        let lunar = |month, day| Meaning::Lunar(Field::Open, month, day);
        check(read, "农历八月十五,", Some(("农历八月十五", lunar(8, Some(15)))));
        check(read, "正月初五开工", Some(("正月初五", lunar(1, Some(5)))));
        check(read, "腊月廿三", Some(("腊月廿三", lunar(12, Some(23)))));
        check(read, "大年初一", Some(("大年初一", lunar(1, Some(1)))));
        check(read, "三月初三", Some(("三月初三", lunar(3, Some(3)))));
        check(read, "农历正月,", Some(("农历正月", lunar(1, None))));
        check(read, "初二下午", Some(("初二", lunar(1, Some(2)))));
        let row = "除夕、初三";
        let third = read(Scan::new(row, "除夕、".len()));
        assert_eq!(third, Some(("初三".len(), lunar(1, Some(3)))));
        let of_2024 = Meaning::Lunar(Field::Stated(2024), 9, Some(9));
        let autumn = Meaning::Lunar(Field::Stated(2024), 8, Some(15));
        check(read, "2024年八月十五,", Some(("2024年八月十五", autumn)));
        check(read, "2024年农历九月初九", Some(("2024年农历九月初九", of_2024)));
    }

    #[test]
    fn days_of_the_sun_are_not_lunar() {
        for text in [
            "二〇二四年八月十五",
            "8月十五",
            "八月十五日",
            "8月15日",
            "三月",
            "三月三十个",
            "九月初,",
            "年初一批",
            "3月初",
            "初二学生",
            "初二，",
        ] {
            check(read, text, None);
        }
    }
}
