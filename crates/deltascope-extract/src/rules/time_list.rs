//! The first of two dates that share a unit: `2023、2024年`, `6、7月`, `3月5、6日`, `今明两年`.
//!
//! Each date is a time of its own; what a list leaves out is only the unit.

use super::field::{bare_year, is_number, lone_month};
use super::{Reading, Scan};
use crate::meaning::{Field, Meaning, Point, Unit};
use crate::numerals::{arabic_digit, small};

const AND: [&str; 6] = ["、", "和", "及", "与", "或", ","];

/// The first of a list at this place.
pub(super) fn read(scan: Scan<'_>) -> Reading {
    years_together(scan).or_else(|| years(scan)).or_else(|| months_or_days(scan))
}

/// 今明两年, 明后两天
fn years_together(scan: Scan<'_>) -> Reading {
    const DAYS: [&str; 9] = [
        "今明两天",
        "今明两日",
        "明后两天",
        "今明后三天",
        "昨今两天",
        "昨今两日",
        "前昨两天",
        "今明天",
        "明后天",
    ];
    if !scan.rest().starts_with(['今', '明', '去', '昨', '前']) {
        return None;
    }
    if let Some((after, index)) = scan.eat_any(&DAYS) {
        let (first, last) =
            [(0, 1), (0, 1), (1, 2), (0, 2), (-1, 0), (-1, 0), (-2, -1), (0, 1), (1, 2)][index];
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

/// The 6 of 6、7月, the 15 of 15、16日, the 3月5 of 3月5、6日.
fn months_or_days(scan: Scan<'_>) -> Reading {
    let before = scan.before();
    // 6、7、8月: the second of them goes on from the first; 2、10月的工作 is the second of other things.
    let follows = |value: u32| {
        before.strip_suffix('、').is_none_or(|before| {
            let first = before.trim_end_matches(|c| arabic_digit(c).is_some());
            small(&before[first.len()..]).is_some_and(|number| number.value + 1 == value)
        })
    };
    if before.ends_with(|c: char| is_number(c) || matches!(c, '.' | '第' | ',' | '/' | '-' | '—'))
    {
        return None;
    }
    let (day_at, month) =
        lone_month(scan).map_or((scan, None), |(after, month)| (after, Some(month)));
    let number = day_at.small().filter(|number| follows(number.value))?;
    let after = day_at.skip(number.len);
    let last = last_of_list(after, number.value, month.is_none())?;
    let value = Field::Stated(number.value as i32);
    let point = match (month, last) {
        (Some(month), Unit::Day) => Point { month, day: value, ..Point::default() },
        (None, Unit::Day) => Point { day: value, ..Point::default() },
        (None, Unit::Month) => Point { month: value, ..Point::default() },
        _ => return None,
    };
    Some((after.since(scan), Meaning::Point(point)))
}

/// The unit at the end of a list of numbers that rises from `first`; by one each, where they must
/// stand close to each other.
fn last_of_list(mut after: Scan<'_>, first: u32, close: bool) -> Option<Unit> {
    let mut value = first;
    for _ in 0..MOST {
        let next = after.eat("、")?;
        let number = next.small().filter(|number| {
            number.value == value + 1 || !close && (value + 1..=31).contains(&number.value)
        })?;
        (after, value) = (next.skip(number.len), number.value);
        if after.eat("月").is_some() {
            return (value <= 12).then_some(Unit::Month);
        }
        if after.eat("日").is_some() {
            return (value <= 31).then_some(Unit::Day);
        }
    }
    None
}

/// No list is longer.
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
        check(read, "6、7月,", Some(("6", june.clone())));
        check(read, "6、7、8月,", Some(("6", june)));
        let july = Meaning::Point(Point { month: Field::Stated(7), ..Point::default() });
        assert_eq!(read(Scan::new("6、7、8月", "6、".len())), Some((1, july)));
        let of_march = Point { month: Field::Stated(3), ..Point::default() };
        let day = Point { day: Field::Stated(5), ..of_march };
        check(read, "3月5、8日,", Some(("3月5", Meaning::Point(day))));
        let day = Point { day: Field::Stated(15), ..Point::default() };
        check(read, "15、16日", Some(("15", Meaning::Point(day))));
        let year = |years| Point { year: Field::FromReference(years), ..Point::default() };
        let day = |days| Point { day: Field::FromReference(days), ..Point::default() };
        check(read, "昨今两天", Some(("昨今两天", Meaning::Span(day(-1), day(0)))));
        check(read, "今明两年", Some(("今明两年", Meaning::Span(year(0), year(1)))));
    }

    #[test]
    fn other_lists_are_no_dates() {
        for text in [
            "2023、2024号",
            "2、10月",
            "2023年、2024年",
            "1、2个",
            "2023,5年",
            "1、3日",
            "3月5、4日",
        ] {
            check(read, text, None);
        }
    }
}
