//! From one date to another: `2022-2025年`, `2018年至2023年`, `6月5日至6日`, `1—4月`.
//!
//! What one side leaves out, the other gives: the year and month go forward, the unit backward.

use std::sync::LazyLock;

use super::field::{bare_year, is_number, lone_month, relative_month, year};
use super::time_date::point;
use super::{Reading, Scan, TO};
use crate::meaning::{Field, Meaning, Part, Point};
use crate::numerals::han_digit;
use crate::words::Words;

/// Words between the two ends of a span of time.
static UNTIL: LazyLock<Words> =
    LazyLock::new(|| Words::new(TO.into_iter().chain(["直至", "起至", "起到", "开始至"])));

/// A span at this place.
pub(super) fn read(scan: Scan<'_>) -> Reading {
    let inside = scan.before().ends_with(['各', '来', '独', '服', '听', '遵', '顺', '亲']);
    let start = scan.eat_any(&["自从", "从", "自"]).filter(|_| !inside).map_or(scan, |(at, _)| at);
    let (after, first, last) = dates(start)
        .or_else(|| unit_at_the_end(start))
        .or_else(|| within_year(start))
        .or_else(|| within_month(start))
        .or_else(|| numbered_days(start))
        .or_else(|| adjoining_months(start))
        .or_else(|| dotted_months(start))
        .or_else(|| years_of_a_name(start))?;
    let last = Point {
        year: if last.year == Field::Open { first.year } else { last.year },
        month: if last.month == Field::Open && last.part == Part::Whole && first.day != Field::Open
        {
            first.month
        } else {
            last.month
        },
        ..last
    };
    let after = after
        .eat_any(&["之间", "期间", "间"])
        .filter(|(end, _)| !end.rest().starts_with(['接', '断', '歇', '隔']))
        .map_or(after, |(end, _)| end);
    Some((after.since(scan), Meaning::Span(first, last)))
}

/// Both sides are dates: `2024年6月5日至6日`, `3月和9月之间`.
fn dates(scan: Scan<'_>) -> Option<(Scan<'_>, Point, Point)> {
    let (after, first) = point(scan)?;
    // 3日上午至5日: the time of day is no part of what is counted.
    let after = super::time_clock::after(after);
    let (next, joined) = match until(after) {
        Some(next) => (next.eat_blank(), false),
        None => (after.eat_any(&["和", "与"])?.0, true),
    };
    // The second side is read as if it stood alone.
    let alone = Scan::new(next.rest(), 0);
    let (end, last) = point(alone)?;
    let end = next.skip(end.since(alone));
    let clock = super::time_clock::after(end);
    let end = if clock.rest().starts_with("之间") { clock } else { end };
    let between = end.eat_any(&["之间", "间"]).is_some();
    if (!joined || between) && over_new_year(first, last) {
        return Some((end, first, Point { year: Field::FromAntecedent(1), ..last }));
    }
    let fits = if joined {
        between && same_kind(first, last)
    } else {
        // 即日起到4月底
        let from_today = first.day == Field::FromReference(0);
        same_kind(first, last) || stands_alone(first, last) || from_today
    };
    fits.then_some((end, first, last))
}

/// The place after what stands between the two ends.
fn until(scan: Scan<'_>) -> Option<Scan<'_>> {
    let scan = scan.eat_blank();
    scan.eat_word(&UNTIL)
}

/// The unit stands at the end only: `2022-2025年`, `1-4月`, `5至6日`.
fn unit_at_the_end(scan: Scan<'_>) -> Option<(Scan<'_>, Point, Point)> {
    let (after, first) = bare_year(scan)
        .map(|(after, year)| (after, Point { year: Field::Stated(year), ..Point::default() }))
        .or_else(|| small_side(scan))?;
    let next = until(after)?;
    let next = next.eat_blank();
    let alone = Scan::new(next.rest(), 0);
    let (end, last) =
        point(alone).or_else(|| school_year(alone)).or_else(|| short_year(alone, first))?;
    let end = next.skip(end.since(alone));
    let first = match (first.year, last.month, last.day) {
        (Field::Stated(_), Field::Open, Field::Open) if last.year != Field::Open => first,
        (Field::Open, Field::Stated(_), Field::Open) if last.year == Field::Open => {
            Point { month: first.day, ..Point::default() }
        }
        (Field::Open, Field::Open, Field::Stated(_)) => first,
        _ => return None,
    };
    ordered(first, last).then_some((end, first, last))
}

/// The 15年 of 2010—15年.
fn short_year(scan: Scan<'_>, first: Point) -> Option<(Scan<'_>, Point)> {
    let first = first.year.stated()?;
    let number = scan.small().filter(|number| number.digits == 2 && number.arabic)?;
    let after = scan.skip(number.len).eat_blank().eat("年")?;
    let year = first / 100 * 100 + number.value as i32;
    (year > first).then_some((after, Point { year: Field::Stated(year), ..Point::default() }))
}

/// `2023—2024赛季`, `2023-2024学年`: a year that is named by two.
fn school_year(scan: Scan<'_>) -> Option<(Scan<'_>, Point)> {
    let (after, year) = bare_year(scan)?;
    let (after, _) = after.eat_any(&["赛季", "学年", "财年", "年度"])?;
    Some((after, Point { year: Field::Stated(year), ..Point::default() }))
}

/// The year stands before a span of months or days: `今年1-4月`.
fn within_year(scan: Scan<'_>) -> Option<(Scan<'_>, Point, Point)> {
    let (after, year) = year(scan)?;
    let inner = Scan::new(after.eat_blank().rest(), 0);
    let (end, first, last) = unit_at_the_end(inner).or_else(|| within_month(inner))?;
    let months = first.year == Field::Open && first.month != Field::Open;
    months.then(|| (after.eat_blank().skip(end.since(inner)), Point { year, ..first }, last))
}

/// The month stands before a span of days: `12月3-5日`.
fn within_month(scan: Scan<'_>) -> Option<(Scan<'_>, Point, Point)> {
    let (after, month) = lone_month(scan).or_else(|| relative_month(scan))?;
    let inner = Scan::new(after.eat_blank().rest(), 0);
    let (end, first, last) = unit_at_the_end(inner)?;
    let days = first.month == Field::Open && first.day != Field::Open && first.year == Field::Open;
    days.then(|| {
        let month = |point: Point| Point { month, ..point };
        (after.eat_blank().skip(end.since(inner)), month(first), month(last))
    })
}

/// `四五月间`: two months beside each other, told as one number.
fn adjoining_months(scan: Scan<'_>) -> Option<(Scan<'_>, Point, Point)> {
    let first = scan.rest().chars().next()?;
    let value = han_digit(first)? as i32;
    let alone = !scan.before().ends_with(|c: char| is_number(c) || "第每.".contains(c));
    let inner = Scan::new(&scan.rest()[first.len_utf8()..], 0);
    let (end, month) = lone_month(inner).filter(|_| alone)?;
    let of = |month| Point { month, ..Point::default() };
    let next = month == Field::Stated(value + 1) && value > 0;
    next.then(|| {
        let end = scan.skip(first.len_utf8() + end.since(inner));
        (end, of(Field::Stated(value)), of(month))
    })
}

/// `2024.09—2025.01`: months of digits, which one alone is too like a decimal to be.
fn dotted_months(scan: Scan<'_>) -> Option<(Scan<'_>, Point, Point)> {
    fn month(scan: Scan<'_>) -> Option<(Scan<'_>, Point)> {
        let (after, year) = bare_year(scan)?;
        let month_at = after.eat(".")?;
        let number = month_at.digits().filter(|number| number.arabic && number.digits == 2)?;
        let year = Field::Stated(year);
        let point = Point { year, month: Field::Stated(number.value as i32), ..Point::default() };
        (1..=12).contains(&number.value).then(|| (month_at.skip(number.len), point))
    }
    let (after, first) = month(scan)?;
    let next = until(after)?;
    let alone = Scan::new(next.rest(), 0);
    let (end, last) = month(alone)?;
    let goes_on = end.rest().starts_with(|c: char| is_number(c) || "%％.亿万".contains(c));
    (!goes_on && ordered(first, last)).then(|| (next.skip(end.since(alone)), first, last))
}

/// `13号到16号`: days of speech, and no houses or gates.
fn numbered_days(scan: Scan<'_>) -> Option<(Scan<'_>, Point, Point)> {
    let (next, first) = small_side(scan)?;
    let (next, _) = next.eat("号")?.eat_any(&TO)?;
    let number = next.small().filter(|number| number.value <= 31)?;
    let end = next.skip(number.len).eat("号")?;
    let last = Point { day: Field::Stated(number.value as i32), ..Point::default() };
    // 3号到5号楼, 1号至3号线, 2号到4号院: a number of a thing.
    let thing =
        end.rest().starts_with(|c| "楼线院馆机门桌车位井仓坑泊码厅地选种房公墓台".contains(c));
    (!thing && ordered(first, last)).then_some((end, first, last))
}

/// `(2011-2015)`, `（2021—2035`: the years of a plan or a life, which need no 年 in brackets.
fn years_of_a_name(scan: Scan<'_>) -> Option<(Scan<'_>, Point, Point)> {
    const LONGEST: i32 = 120;
    let year = |year: i32| Point { year: Field::Stated(year), ..Point::default() };
    let (after, first) = bare_year(scan).filter(|_| scan.before().ends_with(['(', '（']))?;
    let next = until(after)?;
    let alone = Scan::new(next.rest(), 0);
    let (end, last) = bare_year(alone)?;
    let end = next.skip(end.since(alone));
    let goes_on = end.rest().starts_with(|c: char| is_number(c) || "年-—/.".contains(c));
    (!goes_on && first < last && last - first <= LONGEST).then(|| (end, year(first), year(last)))
}

/// A small number as a day, until the other side tells its unit.
fn small_side(scan: Scan<'_>) -> Option<(Scan<'_>, Point)> {
    let joined = scan
        .before()
        .ends_with(|c: char| is_number(c) || matches!(c, '.' | '第' | '/' | '-' | '—'));
    let number = scan.small().filter(|_| !joined)?;
    // 一至九月, but not 三到五日: lengths are written so.
    let day = Field::Stated(number.value as i32);
    Some((scan.skip(number.len), Point { day, ..Point::default() }))
}

/// Both sides end in the same unit, or the second is finer in the same year.
fn same_kind(first: Point, last: Point) -> bool {
    let open = |field: Field| field == Field::Open;
    let days = first.is_a_day() && last.is_a_day();
    let months = open(first.day) && open(last.day) && !open(first.month) && !open(last.month);
    let years = open(first.month) && open(last.month) && !open(first.year) && !open(last.year);
    let years = years
        || open(first.month)
            && open(last.month)
            && first.part != Part::Whole
            && last.part != Part::Whole;
    (days || months || (years && open(first.day) && open(last.day))) && ordered(first, last)
}

/// Each side names its own year, be they as fine as each other or not: `2019年6月至2021年`.
fn stands_alone(first: Point, last: Point) -> bool {
    first.year != Field::Open && last.year != Field::Open && ordered(first, last)
}

/// Nothing stated runs backwards within the same larger unit.
fn ordered(first: Point, last: Point) -> bool {
    for (first, last) in [(first.year, last.year), (first.month, last.month), (first.day, last.day)]
    {
        match (first, last) {
            (Field::Stated(one), Field::Stated(two))
            | (Field::FromReference(one), Field::FromReference(two))
                if one != two =>
            {
                return one < two;
            }
            // 9月12日至明年1月4日; 2023年底至今年初: which is later, only the reference tells; 次年 is
            // the later by itself.
            (Field::Open, Field::FromReference(1..) | Field::FromAntecedent(1..))
            | (Field::Stated(_) | Field::FromReference(_), Field::FromAntecedent(1))
            | (Field::Stated(_), Field::FromReference(_))
            | (Field::FromReference(_), Field::Stated(_)) => return true,
            _ => {}
        }
    }
    true
}

/// `12月28日至1月3日` runs into the next year.
fn over_new_year(first: Point, last: Point) -> bool {
    let (Field::Stated(one), Field::Stated(two)) = (first.month, last.month) else { return false };
    last.year == Field::Open && one > two && (first.day == Field::Open) == (last.day == Field::Open)
}

#[cfg(test)]
mod tests {
    use super::super::test::check;
    use super::*;
    use Field::Stated;

    fn of_year(value: i32) -> Point {
        Point { year: Stated(value), ..Point::default() }
    }

    fn day(month: i32, day: i32) -> Point {
        Point { month: Stated(month), day: Stated(day), ..Point::default() }
    }

    #[test]
    fn spans() {
        let years = Meaning::Span(of_year(2022), of_year(2025));
        for text in ["2022-2025年", "2022—2025年", "2022年至2025年", "2022～2025年"] {
            check(read, text, Some((text, years.clone())));
        }
        check(read, "2010—15年", Some(("2010—15年", Meaning::Span(of_year(2010), of_year(2015)))));
        let next = Point { year: Field::FromReference(1), ..day(1, 4) };
        check(
            read,
            "9月12日至明年1月4日",
            Some(("9月12日至明年1月4日", Meaning::Span(day(9, 12), next))),
        );
        check(read, "6月5日至6日", Some(("6月5日至6日", Meaning::Span(day(6, 5), day(6, 6)))));
        let month = |value| Point { month: Stated(value), ..Point::default() };
        check(read, "1-4月,", Some(("1-4月", Meaning::Span(month(1), month(4)))));
        let of_2024 = |value| Point { year: Stated(2024), ..month(value) };
        let expected = Meaning::Span(of_2024(1), of_2024(4));
        for text in ["2024年1月至4月", "2024年1-4月"] {
            check(read, text, Some((text, expected.clone())));
        }
    }

    #[test]
    fn spans_of_days_in_speech_and_of_years_in_brackets() {
        let of = |day: i32| Point { day: Stated(day), ..Point::default() };
        check(read, "13号到16号,", Some(("13号到16号", Meaning::Span(of(13), of(16)))));
        check(read, "1号到3号楼", None);
        let text = "(2011—2015征求意见稿)";
        let years = Meaning::Span(of_year(2011), of_year(2015));
        assert_eq!(read(Scan::new(text, 1)), Some(("2011—2015".len(), years)));
        check(read, "2011-2015", None);
    }

    #[test]
    fn spans_of_months_in_few_words() {
        let month = |year, month| Point { year, month: Stated(month), ..Point::default() };
        let spring = Meaning::Span(month(Field::Open, 4), month(Field::Open, 5));
        check(read, "四五月间采茶", Some(("四五月间", spring)));
        let winter = Meaning::Span(month(Stated(2024), 9), month(Stated(2025), 1));
        check(read, "2024.09—2025.01,", Some(("2024.09—2025.01", winter)));
        for text in ["四六月间", "三四个月", "2024.09-2025.01%", "2024.9-2025.1"] {
            check(read, text, None);
        }
    }

    #[test]
    fn no_spans() {
        for text in ["1-5年期", "2025-2022年", "2024年", "3-5个月", "2025-03-10", "4日到访"]
        {
            check(read, text, None);
        }
    }
}
