//! Full and partial dates: `2025年3月10日`, `2024年6月`, `9月1日`, `同年12月`, `去年底`, `4日`, `上半年`.

use super::field::{
    day, half_of_month, is_number, lone_day, lone_month, lone_part, month, naught_year,
    part_of_month, part_of_year, relative_month, short_year, year, year_of_month,
};
use super::{Reading, Scan};
use crate::meaning::{Field, Meaning, Part, Point};
use crate::numerals::arabic_digit;

/// A date at this place.
pub(super) fn read(scan: Scan<'_>) -> Reading {
    point(scan).map(|(after, point)| (after.since(scan), Meaning::Point(point)))
}

/// A date, and the place after it.
pub(super) fn point(scan: Scan<'_>) -> Option<(Scan<'_>, Point)> {
    scan.date(read_point)
}

fn read_point(scan: Scan<'_>) -> Option<(Scan<'_>, Point)> {
    super::time_iso::point(scan)
        .or_else(|| super::time_iso::day_first(scan))
        .or_else(|| super::time_iso::in_brackets(scan))
        .or_else(|| with_year(scan))
        .or_else(|| season_by_distance(scan))
        .or_else(|| with_month(scan))
        .or_else(|| {
            let (after, part) = lone_part(scan)?;
            // 年内 and 上半年 are of the year in which the article stands.
            Some((after, Point { part, ..Point::default() }))
        })
        .or_else(|| month_edge(scan))
        .or_else(|| super::time_relative_day::point(scan))
        .or_else(|| lone_day(scan).map(|(after, day)| (after, Point { day, ..Point::default() })))
}

fn with_year(scan: Scan<'_>) -> Option<(Scan<'_>, Point)> {
    let Some((after, year)) = year(scan) else {
        return year_of_month(scan)
            .and_then(|(after, year)| {
                let (after, point) = within_month(after.eat_blank(), month)?;
                Some((after, Point { year, ..point }))
            })
            .or_else(|| part_of_short_year(scan))
            .or_else(|| {
                let (after, year) = naught_year(scan)?;
                Some((after, Point { year, ..Point::default() }))
            });
    };
    // 2024年八月初五: time_lunar reads it.
    if let Some((after, point)) = within_month(after.eat_blank(), month) {
        let (after, day) = bare_day(scan, after, point);
        if day == Field::Open && is_lunar_day(after) {
            return None;
        }
        return Some((after, Point { year, day, ..point }));
    }
    let (after, part) = part_of_year(after).unwrap_or((after, Part::Whole));
    Some((after, Point { year, part, ..Point::default() }))
}

/// `24年四季度`, `23年上半年`: two digits are a year where a part of one follows.
fn part_of_short_year(scan: Scan<'_>) -> Option<(Scan<'_>, Point)> {
    let (after, year) = short_year(scan)?;
    let (after, part) = part_of_year(after)?;
    let counted = matches!(part, Part::Quarter(_) | Part::FirstQuarters(_) | Part::Half(_));
    counted.then_some((after, Point { year, part, ..Point::default() }))
}

/// `2012年1月15，`, `二〇〇四年八月十五`: a day without 日. Where the year is in other numerals than the
/// day (2024年八月十五), the day is one of the moon.
fn bare_day<'a>(scan: Scan<'a>, after: Scan<'a>, point: Point) -> (Scan<'a>, Field) {
    let arabic = |scan: Scan<'_>| scan.rest().starts_with(|c| arabic_digit(c).is_some());
    let day = after.small().filter(|number| {
        let end = after.skip(number.len).rest().chars().next();
        (1..=31).contains(&number.value)
            && point.month.is_stated()
            && point.day == Field::Open
            && point.part == Part::Whole
            && after.before().ends_with('月')
            && number.arabic == arabic(scan)
            && end.is_none_or(|c| !c.is_alphanumeric() && !"-—–~～/.%".contains(c))
    });
    match day {
        Some(number) => (after.skip(number.len), Field::Stated(number.value as i32)),
        None => (after, point.day),
    }
}

fn with_month(scan: Scan<'_>) -> Option<(Scan<'_>, Point)> {
    within_month(scan, lone_month)
        .filter(|(after, _)| !is_lunar_day(*after))
        .or_else(|| within_month(scan, relative_month))
}

/// `八月初五`, `八月十五`: the day that follows is one of the lunar calendar.
pub(super) fn is_lunar_day(after: Scan<'_>) -> bool {
    after.before().ends_with(['月', '初']) && super::time_lunar::day(after).is_some()
        || after.before().ends_with("月初") && after.rest().starts_with(is_number)
}

/// `今春`, `去冬`, `明春`
fn season_by_distance(scan: Scan<'_>) -> Option<(Scan<'_>, Point)> {
    const SEASONS: [&str; 9] =
        ["今春", "今夏", "今秋", "今冬", "去春", "去夏", "去秋", "去冬", "明春"];
    if !scan.rest().starts_with(['今', '去', '明']) {
        return None;
    }
    let (after, index) = scan.eat_any(&SEASONS)?;
    // 古今春秋, 文明春风: the word straddles two others.
    let straddles = scan.before().ends_with(|c| "古当现至文光黎来过".contains(c))
        || after.rest().starts_with(|c| "节风天晚秋雨耕播运游光色".contains(c));
    let part = Part::Season(index as u32 % 4 + 1);
    let year = Field::FromReference([0, -1, 1][index / 4]);
    (!straddles).then_some((after, Point { year, part, ..Point::default() }))
}

/// `月底`, `月初`: of the month in which the article stands.
fn month_edge(scan: Scan<'_>) -> Option<(Scan<'_>, Point)> {
    if !scan.rest().starts_with(['月', '上', '下']) {
        return None;
    }
    let of_another = scan
        .before()
        .ends_with(|c: char| is_number(c) || "个本上下当同次每全腊冬正年日岁逐按".contains(c));
    let of_reference = |part| Point { month: Field::FromReference(0), part, ..Point::default() };
    if let Some((after, part)) = half_of_month(scan) {
        return (!of_another).then(|| (after, of_reference(part)));
    }
    let (after, index) = scan.eat_any(&["月底", "月末", "月初"]).filter(|_| !of_another)?;
    if after.rest().starts_with(['薪', '步', '始', '级']) {
        return None;
    }
    let part = if index == 2 { Part::Start } else { Part::End };
    Some((after, of_reference(part)))
}

/// A month by one of its readers, with its day or part where there is one.
fn within_month<'a>(
    scan: Scan<'a>,
    read: fn(Scan<'a>) -> Option<(Scan<'a>, Field)>,
) -> Option<(Scan<'a>, Point)> {
    let (after, month) = read(scan)?;
    if let Some((after, day)) = day(after.eat_blank()) {
        return Some((after, Point { month, day, ..Point::default() }));
    }
    let (after, part) = part_of_month(after).unwrap_or((after, Part::Whole));
    Some((after, Point { month, part, ..Point::default() }))
}

#[cfg(test)]
mod tests {
    use super::*;
    use Field::{FromAntecedent, FromReference, Open, Stated};

    #[track_caller]
    fn check(text: &str, expected: Option<(&str, [Field; 3], Part)>) {
        let expected = expected.map(|(matched, [year, month, day], part)| {
            (matched, Meaning::Point(Point { year, month, day, part }))
        });
        super::super::test::check(read, text, expected);
    }

    #[test]
    fn dates_with_a_year() {
        let whole = Part::Whole;
        let full = [Stated(2025), Stated(3), Stated(10)];
        check("2025年3月10日上午", Some(("2025年3月10日", full, whole)));
        check("2025 年 3 月 10 日", Some(("2025 年 3 月 10 日", full, whole)));
        check("二〇二五年三月十日", Some(("二〇二五年三月十日", full, whole)));
        check("2025年3月10号", Some(("2025年3月10号", full, whole)));
        check("2024年6月,", Some(("2024年6月", [Stated(2024), Stated(6), Open], whole)));
        check("2024年度报告", Some(("2024年度", [Stated(2024), Open, Open], whole)));
        let day = [Stated(2012), Stated(1), Stated(15)];
        check("2012年1月15、16日", Some(("2012年1月15", day, whole)));
        check("二〇一二年一月十五,", Some(("二〇一二年一月十五", day, whole)));
        check("今年6月", Some(("今年6月", [FromReference(0), Stated(6), Open], whole)));
        check("同年12月", Some(("同年12月", [FromAntecedent(0), Stated(12), Open], whole)));
        check("那一年,", Some(("那一年", [FromAntecedent(0), Open, Open], whole)));
        check("那年3月", Some(("那年3月", [FromAntecedent(0), Stated(3), Open], whole)));
        check("次年,", Some(("次年", [FromAntecedent(1), Open, Open], whole)));
    }

    #[test]
    fn parts_of_a_year_or_month() {
        let year = [Stated(2021), Open, Open];
        check("2021年初,", Some(("2021年初", year, Part::Start)));
        check("2021年初步建成", Some(("2021年", year, Part::Whole)));
        check("2021年中国", Some(("2021年", year, Part::Whole)));
        check("2021年底", Some(("2021年底", year, Part::End)));
        check("2021年前三季度", Some(("2021年前三季度", year, Part::FirstQuarters(3))));
        check("2021年第二季度", Some(("2021年第二季度", year, Part::Quarter(2))));
        let this = [FromReference(0), Open, Open];
        check("今年年初,", Some(("今年年初", this, Part::Start)));
        check("今年上半年", Some(("今年上半年", this, Part::Half(1))));
        check("今年前11个月", Some(("今年前11个月", this, Part::FirstMonths(11))));
        check("8月中下旬", Some(("8月中下旬", [Open, Stated(8), Open], Part::Tenths(2, 3))));
        check("2021年冬由", Some(("2021年冬", year, Part::Season(4))));
        check("2021年冬奥会", Some(("2021年", year, Part::Whole)));
        check("今春以来", Some(("今春", [FromReference(0), Open, Open], Part::Season(1))));
        check("8月下半月", Some(("8月下半月", [Open, Stated(8), Open], Part::HalfMonth(2))));
        let sunday = Part::NthWeekday(2, 6);
        check("5月的第二个星期日", Some(("5月的第二个星期日", [Open, Stated(5), Open], sunday)));
        let monday = Part::LastWeekday(0);
        check("四月最后一个周一,", Some(("四月最后一个周一", [Open, Stated(4), Open], monday)));
        check("8月上旬", Some(("8月上旬", [Open, Stated(8), Open], Part::Tenths(1, 1))));
    }

    #[test]
    fn dates_without_a_year() {
        let whole = Part::Whole;
        check("12月12日", Some(("12月12日", [Open, Stated(12), Stated(12)], whole)));
        check("十月一日", Some(("十月一日", [Open, Stated(10), Stated(1)], whole)));
        check("上月发布", Some(("上月", [Open, FromReference(-1), Open], whole)));
        check("上(12)月5日", Some(("上(12)月5日", [Open, FromReference(-1), Stated(5)], whole)));
        check("去（2011）年底", Some(("去（2011）年底", [Stated(2011), Open, Open], Part::End)));
        check("三季度末,", Some(("三季度末", [Open; 3], Part::QuarterEnd(3))));
        check("4日举行", Some(("4日", [Open, Open, Stated(4)], whole)));
        check("十日發布", None);
        check("十日发布", Some(("十日", [Open, Open, Stated(10)], whole)));
        check("7日报道", Some(("7日", [Open, Open, Stated(7)], whole)));
        check("一季度", Some(("一季度", [Open; 3], Part::Quarter(1))));
        check("年底前", Some(("年底", [Open; 3], Part::End)));
    }

    #[test]
    fn a_month_of_an_unread_year_is_no_date() {
        let text = "98年1月11日";
        let found = read(Scan::new(text, "98年".len()));
        assert_eq!(found, None);
    }

    #[test]
    fn lengths_and_names_are_no_dates() {
        for text in [
            "30日内",
            "7日年化",
            "3个月",
            "13月",
            "500年",
            "1-5年期",
            "四日",
            "32日",
            "5年来",
            "后年轻人",
            "24小时",
            "年初二",
            "当年的",
            "那年头",
            "这一年来",
            "1号楼",
        ] {
            check(text, None);
        }
    }
}
