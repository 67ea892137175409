//! From one date to another: `2022-2025年`, `2018年至2023年`, `6月5日至6日`, `1—4月`.
//!
//! What one side leaves out, the other gives: the year and month go forward, the unit backward.

use super::field::{bare_year, is_number, year};
use super::time_date::point;
use super::{Reading, Scan};
use crate::meaning::{Field, Meaning, Part, Point};
use crate::numerals::small;

const TO: [&str; 11] = ["——", "-", "—", "–", "－", "~", "～", "至", "到", "〜", "―"];

/// A span at this place.
pub(super) fn read(scan: Scan<'_>) -> Reading {
    let (after, first, last) =
        dates(scan).or_else(|| unit_at_the_end(scan)).or_else(|| within_year(scan))?;
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
    Some((after.since(scan), Meaning::Span(first, last)))
}

/// Both sides are dates: `2024年6月5日至6日`.
fn dates(scan: Scan<'_>) -> Option<(Scan<'_>, Point, Point)> {
    let (after, first) = point(scan)?;
    let (next, _) = after.eat_any(&TO)?;
    // The second side is read as if it stood alone.
    let (end, last) = point(Scan::new(next.rest(), 0))?;
    let consumed = end.since(Scan::new(next.rest(), 0));
    same_kind(first, last).then(|| (next.skip(consumed), first, last))
}

/// The unit stands at the end only: `2022-2025年`, `1-4月`, `5至6日`.
fn unit_at_the_end(scan: Scan<'_>) -> Option<(Scan<'_>, Point, Point)> {
    let (after, first) = bare_year(scan)
        .map(|(after, year)| (after, Point { year: Field::Stated(year), ..Point::default() }))
        .or_else(|| small_side(scan))?;
    let (next, _) = after.eat_any(&TO)?;
    let (end, last) = point(Scan::new(next.rest(), 0))?;
    let end = next.skip(end.since(Scan::new(next.rest(), 0)));
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

/// The year stands before a span of months or days: `今年1-4月`.
fn within_year(scan: Scan<'_>) -> Option<(Scan<'_>, Point, Point)> {
    let (after, year) = year(scan)?;
    let inner = Scan::new(after.rest(), 0);
    let (end, first, last) = unit_at_the_end(inner)?;
    let months = first.year == Field::Open && first.month != Field::Open;
    months.then(|| (after.skip(end.since(inner)), Point { year, ..first }, last))
}

/// A small number as a day, until the other side tells its unit.
fn small_side(scan: Scan<'_>) -> Option<(Scan<'_>, Point)> {
    let joined = scan.before().ends_with(|c: char| is_number(c) || c == '.' || c == '第');
    let number = small(scan.rest()).filter(|number| number.arabic && !joined)?;
    let day = Field::Stated(number.value as i32);
    Some((scan.skip(number.len), Point { day, ..Point::default() }))
}

/// Both sides end in the same unit, or the second is finer in the same year.
fn same_kind(first: Point, last: Point) -> bool {
    let open = |field: Field| field == Field::Open;
    let days = !open(first.day) && !open(last.day);
    let months = open(first.day) && open(last.day) && !open(first.month) && !open(last.month);
    let years = open(first.month) && open(last.month) && !open(first.year) && !open(last.year);
    (days || months || (years && open(first.day) && open(last.day))) && ordered(first, last)
}

/// Nothing stated runs backwards within the same larger unit.
fn ordered(first: Point, last: Point) -> bool {
    let stated = |field: Field| match field {
        Field::Stated(value) => Some(value),
        _ => None,
    };
    for (first, last) in [(first.year, last.year), (first.month, last.month), (first.day, last.day)]
    {
        if let (Some(first), Some(last)) = (stated(first), stated(last))
            && first != last
        {
            return first < last;
        }
    }
    true
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
