//! From one date to another: `2022-2025年`, `2018年至2023年`, `6月5日至6日`, `1—4月`.
//!
//! What one side leaves out, the other gives: the year and month go forward, the unit backward.

use super::field::{bare_year, is_number, lone_month, relative_month, year};
use super::time_date::point;
use super::{Reading, Scan, TO};
use crate::meaning::{Field, Meaning, Part, Point};
use crate::numerals::small;

/// Words between the two ends of a span of time, besides [`TO`].
const UNTIL: [&str; 3] = ["直至", "起至", "开始至"];

/// A span at this place.
pub(super) fn read(scan: Scan<'_>) -> Reading {
    let inside = scan.before().ends_with(['各', '来', '独', '服', '听', '遵', '顺', '亲']);
    let start = scan.eat_any(&["自从", "从", "自"]).filter(|_| !inside).map_or(scan, |(at, _)| at);
    let (after, first, last) = dates(start)
        .or_else(|| unit_at_the_end(start))
        .or_else(|| within_year(start))
        .or_else(|| within_month(start))?;
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
    let between = end.eat_any(&["之间", "间"]).is_some();
    if (!joined || between) && over_new_year(first, last) {
        return Some((end, first, Point { year: Field::FromAntecedent(1), ..last }));
    }
    let fits = if joined {
        between && same_kind(first, last)
    } else {
        same_kind(first, last) || stands_alone(first, last)
    };
    fits.then_some((end, first, last))
}

/// The place after what stands between the two ends.
fn until(scan: Scan<'_>) -> Option<Scan<'_>> {
    let scan = scan.eat_blank();
    scan.eat_any(&TO).or_else(|| scan.eat_any(&UNTIL)).map(|(next, _)| next)
}

/// The unit stands at the end only: `2022-2025年`, `1-4月`, `5至6日`.
fn unit_at_the_end(scan: Scan<'_>) -> Option<(Scan<'_>, Point, Point)> {
    let (after, first) = bare_year(scan)
        .map(|(after, year)| (after, Point { year: Field::Stated(year), ..Point::default() }))
        .or_else(|| small_side(scan))?;
    let next = until(after)?;
    let next = next.eat_blank();
    let alone = Scan::new(next.rest(), 0);
    let (end, last) = point(alone).or_else(|| school_year(alone))?;
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

/// A small number as a day, until the other side tells its unit.
fn small_side(scan: Scan<'_>) -> Option<(Scan<'_>, Point)> {
    let joined = scan.before().ends_with(|c: char| is_number(c) || ".第/-—".contains(c));
    let number = small(scan.rest()).filter(|_| !joined)?;
    // 一至九月, but not 三到五日: lengths are written so.
    let day = Field::Stated(number.value as i32);
    Some((scan.skip(number.len), Point { day, ..Point::default() }))
}

/// Both sides end in the same unit, or the second is finer in the same year.
fn same_kind(first: Point, last: Point) -> bool {
    let open = |field: Field| field == Field::Open;
    let days = !open(first.day) && !open(last.day);
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
            // 2023年底至今年初: which is later, only the reference tells.
            (Field::Stated(_), Field::FromReference(_))
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
    fn no_spans() {
        for text in ["1-5年期", "2025-2022年", "2024年", "3-5个月", "2025-03-10", "4日到访"]
        {
            check(read, text, None);
        }
    }
}
