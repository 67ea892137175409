//! Open periods: `2022年以来`, `自2021年初`, `2024年起`, `自去年起`, `2019年至今`, `2030年前`.
//!
//! `9月1日起施行` is a point: the law begins on that day, and 起 belongs to the verb.

use super::field::bare_year;
use super::time_date::point;
use super::{Reading, Scan};
use crate::meaning::{Field, Meaning, Part, Point};

/// A word that a law's or a measure's first day stands before.
const FORCE: [&str; 14] = [
    "施行",
    "实施",
    "执行",
    "生效",
    "正式施行",
    "同步施行",
    "同步实施",
    "同时施行",
    "同时实施",
    "正式实施",
    "正式生效",
    "正式执行",
    "实行",
    "正式实行",
];

/// Words behind the start of a period that is still open.
const OPEN: [&str; 10] =
    ["以来", "至今", "迄今", "到现在", "起", "开始", "及之后", "或之后", "及以后", "或以后"];

/// Words behind the end of a period, or before its start where they say 后.
const SIDES: [&str; 14] = [
    "之前",
    "以前",
    "前",
    "及以前",
    "及之前",
    "或之前",
    "或以前",
    "之后",
    "以后",
    "后",
    "(含)以后",
    "(含)以前",
    "(含)之后",
    "(含)之前",
];

/// An open period at this place.
pub(super) fn read(scan: Scan<'_>) -> Reading {
    let start =
        scan.eat_any(&["自从", "自", "从"]).map(|(after, _)| after).filter(|_| !inside_word(scan));
    let (after, point) = start_point(start.unwrap_or(scan))?;
    let after = if point.day == Field::Open { after } else { super::time_clock::after(after) };
    // 今年来, but not 今年来华.
    let so_far = point == Point { year: Field::FromReference(0), ..Point::default() };
    if so_far
        && let Some(end) = after.eat("来")
        && !end.rest().starts_with(|c| "自临到访华沪宁浙京港说看的之".contains(c))
    {
        return Some((end.since(scan), Meaning::Since(point)));
    }
    if let Some((end, index)) = after.eat_any(&OPEN) {
        return match index {
            4 | 5 if starts_a_law(end) => None,
            4 if end.rest().starts_with([
                '步', '草', '诉', '到', '飞', '降', '义', '点', '源', '初', '家', '重', '火', '底',
            ]) =>
            {
                None
            }
            5 if !starts_a_period(start.is_some(), point, end) => None,
            _ => Some((end.since(scan), Meaning::Since(point))),
        };
    }
    if let Some((end, index)) = after.eat_any(&SIDES) {
        return match index {
            0..=6 | 11 | 13 => before(scan, start, end, point),
            _ => behind(scan, end, point, index == 9),
        };
    }
    // 自2021年初开展; with 从 it is the one side of a comparison, 从2018年的2%.
    let opened = start.is_some() && scan.eat("从").is_none();
    opened.then(|| (after.since(scan), Meaning::Since(point)))
}

/// `2030年前` and `2027年底前` are deadlines; `6月前三周` is not.
fn before(scan: Scan<'_>, start: Option<Scan<'_>>, end: Scan<'_>, point: Point) -> Reading {
    let named = point.year.is_stated()
        || point.part == Part::End
        || point.month.is_stated()
        || matches!(point.day, Field::Stated(_) | Field::FromReference(_));
    let counts = end.rest().starts_with(|c: char| {
        super::field::is_number(c) || "夕后往来景期身瞻沿总端述任台后线".contains(c)
    });
    (start.is_none() && named && !counts).then(|| (end.since(scan), Meaning::Before(point)))
}

/// 从9月开始 and 2018年开始 are periods; in 9月5日开始施工 it is the verb.
fn starts_a_period(opened: bool, point: Point, end: Scan<'_>) -> bool {
    let year_only = point.month == Field::Open && point.day == Field::Open;
    let closes = end.rest().chars().next().is_none_or(|c| !c.is_alphanumeric());
    (opened || year_only || closes) && !end.rest().starts_with(['时', '前', '日'])
}

/// `2018年之后` is open at its end; `2024年后疫情时代` and `3月后劲` are not.
fn behind(scan: Scan<'_>, end: Scan<'_>, point: Point, bare: bool) -> Reading {
    let counts = bare
        && end.rest().starts_with(|c: char| {
            super::field::is_number(c) || "半续期疫备来劲市勤台方卫面端者发人出生果院世".contains(c)
        });
    (point.year.is_stated() && !counts).then(|| (end.since(scan), Meaning::Since(point)))
}

/// A date, or four digits with 以来 right after them: `2022以来`.
fn start_point(scan: Scan<'_>) -> Option<(Scan<'_>, Point)> {
    point(scan).or_else(|| {
        let (after, year) = bare_year(scan)?;
        after.eat_any(&["以来", "至今"])?;
        Some((after, Point { year: Field::Stated(year), ..Point::default() }))
    })
}

fn starts_a_law(after: Scan<'_>) -> bool {
    after.eat_any(&FORCE).is_some()
}

/// 各自, 来自, 独自: the 自 belongs to the word before.
fn inside_word(scan: Scan<'_>) -> bool {
    scan.before().ends_with([
        '各', '来', '独', '亲', '出', '源', '私', '擅', '服', '听', '遵', '顺', '跟', '随', '无',
        '择',
    ])
}

#[cfg(test)]
mod tests {
    use super::super::test::check;
    use super::*;

    fn year(value: i32) -> Point {
        Point { year: Field::Stated(value), ..Point::default() }
    }

    #[test]
    fn open_periods() {
        let early = Point { part: Part::Start, ..year(2021) };
        check(read, "自2021年初开展", Some(("自2021年初", Meaning::Since(early))));
        check(read, "2022年以来,", Some(("2022年以来", Meaning::Since(year(2022)))));
        check(read, "2022以来,", Some(("2022以来", Meaning::Since(year(2022)))));
        check(read, "2024年起,", Some(("2024年起", Meaning::Since(year(2024)))));
        let last = Point { year: Field::FromReference(-1), ..Point::default() };
        check(read, "自去年起,", Some(("自去年起", Meaning::Since(last))));
        let tomorrow = Point { day: Field::FromReference(1), ..Point::default() };
        check(read, "明天中午前交付", Some(("明天中午前", Meaning::Before(tomorrow))));
        check(read, "2030年前建成", Some(("2030年前", Meaning::Before(year(2030)))));
    }

    #[test]
    fn points_and_words_are_no_periods() {
        for text in
            ["9月1日起施行", "9月1日起同步施行", "2022年,", "2022家", "2020年起草", "6月前三周"]
        {
            check(read, text, None);
        }
        let inside = "来自2021年";
        assert_eq!(read(Scan::new(inside, "来".len())), None);
    }
}
