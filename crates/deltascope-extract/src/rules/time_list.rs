//! The first of two dates that share a unit: `2023、2024年`, `6、7月`, `今明两年`.
//!
//! Each date is a time of its own; what a list leaves out is only the unit.

use super::field::{bare_year, is_number};
use super::time_date::point;
use super::{Reading, Scan};
use crate::meaning::{Field, Meaning, Point};
use crate::numerals::small;

const AND: [&str; 6] = ["、", "和", "及", "与", "或", ","];

/// The first of a list at this place.
pub(super) fn read(scan: Scan<'_>) -> Reading {
    years_together(scan).or_else(|| years(scan)).or_else(|| months(scan))
}

/// 今明两年, 明后两天
fn years_together(scan: Scan<'_>) -> Reading {
    if let Some((after, index)) = scan.eat_any(&["今明两天", "明后两天", "今明后三天", "今明两日"])
    {
        let (first, last) = [(0, 1), (1, 2), (0, 2), (0, 1)][index];
        let day = |days| Point { day: Field::FromReference(days), ..Point::default() };
        return Some((after.since(scan), Meaning::Span(day(first), day(last))));
    }
    let (after, index) = scan.eat_any(&["今明两年", "明后两年", "去今两年", "今明后三年"])?;
    let (first, last) = [(0, 1), (1, 2), (-1, 0), (0, 2)][index];
    let year = |years| Point { year: Field::FromReference(years), ..Point::default() };
    Some((after.since(scan), Meaning::Span(year(first), year(last))))
}

fn years(scan: Scan<'_>) -> Reading {
    let (after, year) = bare_year(scan)?;
    let mut rest = after;
    // 2021、2022和2023年: every one of them is a year.
    for _ in 0..MOST {
        let (next, _) = rest.eat_any(&AND)?;
        let (end, _) = bare_year(Scan::new(next.rest(), 0))?;
        rest = next.skip(end.since(Scan::new(next.rest(), 0)));
        if rest.eat("年").is_some() {
            let point = Point { year: Field::Stated(year), ..Point::default() };
            return Some((after.since(scan), Meaning::Point(point)));
        }
    }
    None
}

fn months(scan: Scan<'_>) -> Reading {
    if scan.before().ends_with(|c: char| is_number(c) || ".第、,/-—".contains(c)) {
        return None;
    }
    let number = small(scan.rest()).filter(|number| (1..=12).contains(&number.value))?;
    let after = scan.skip(number.len);
    let next = after.eat("、")?;
    let (_, other) = point(Scan::new(next.rest(), 0))?;
    let following = |field: Field| field == Field::Stated(number.value as i32 + 1);
    let month = Point { month: Field::Stated(number.value as i32), ..Point::default() };
    // 6、7月, but not the list of things in 2、10月的工作.
    (other.year == Field::Open && other.day == Field::Open && following(other.month))
        .then(|| (after.since(scan), Meaning::Point(month)))
}

/// No list of years is longer.
const MOST: usize = 8;

#[cfg(test)]
mod tests {
    use super::super::test::check;
    use super::*;

    #[test]
    fn firsts_of_lists() {
        let year = |value| Meaning::Point(Point { year: Field::Stated(value), ..Point::default() });
        check(read, "2023、2024年", Some(("2023", year(2023))));
        check(read, "2021、2022和2023年", Some(("2021", year(2021))));
        let june = Meaning::Point(Point { month: Field::Stated(6), ..Point::default() });
        check(read, "6、7月,", Some(("6", june)));
        let year = |years| Point { year: Field::FromReference(years), ..Point::default() };
        check(read, "今明两年", Some(("今明两年", Meaning::Span(year(0), year(1)))));
    }

    #[test]
    fn other_lists_are_no_dates() {
        for text in ["2023、2024号", "2、10月", "2023年、2024年", "1、2个", "2023,5年"] {
            check(read, text, None);
        }
    }
}
