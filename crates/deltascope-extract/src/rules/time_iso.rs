//! Dates in digits alone: `2025-03-10`, `2025/3/10`, `2025.03.10`, `25/3/2025` as Hong Kong writes it, and
//! in brackets `(1/25)`.

use super::field::bare_year;
use super::{Reading, Scan};
use crate::meaning::{Field, Meaning, Point};

/// A date of digits at this place.
pub(crate) fn read(scan: Scan<'_>) -> Reading {
    point(scan).map(|(after, point)| (after.since(scan), Meaning::Point(point)))
}

/// A date of digits, and the place after it.
pub(super) fn point(scan: Scan<'_>) -> Option<(Scan<'_>, Point)> {
    let (mut after, year) = bare_year(scan)?;
    let separator = ["-", "/", "."].into_iter().find(|mark| after.rest().starts_with(mark))?;
    let mut field = |limit: u32| {
        let next = after.eat(separator)?;
        let number = next.small().filter(|number| number.arabic)?;
        after = next.skip(number.len);
        (1..=limit).contains(&number.value).then_some(Field::Stated(number.value as i32))
    };
    let (month, day) = (field(12)?, field(31)?);
    let more = after.rest().starts_with(|c: char| c.is_ascii_digit());
    let point = Point { year: Field::Stated(year), month, day, ..Point::default() };
    (!more).then_some((after, point))
}

/// A number of digits up to `limit`.
fn part(scan: Scan<'_>, limit: u32) -> Option<(Scan<'_>, i32)> {
    let number = scan.small().filter(|number| number.arabic)?;
    (1..=limit).contains(&number.value).then_some((scan.skip(number.len), number.value as i32))
}

/// `25/3/2025`: the day stands first where the year stands last.
pub(super) fn day_first(scan: Scan<'_>) -> Option<(Scan<'_>, Point)> {
    let joined = |c: char| c.is_ascii_digit() || matches!(c, '/' | '-' | '.');
    let (after, day) = part(scan, 31)?;
    let (after, month) = part(after.eat("/")?, 12)?;
    let (after, year) = bare_year(after.eat("/")?)?;
    let alone = !scan.before().ends_with(joined) && !after.rest().starts_with(['/', '.']);
    let [year, month, day] = [year, month, day].map(Field::Stated);
    alone.then(|| (after, Point { year, month, day, ..Point::default() }))
}

/// `(1/25)`, `(1/22~1/24)`: a month and day in brackets that is no part of a whole.
pub(super) fn in_brackets(scan: Scan<'_>) -> Option<(Scan<'_>, Point)> {
    let (after, month) = part(scan, 12)?;
    let (after, day) = part(after.eat("/")?, 31)?;
    let opens = scan.before().ends_with(['(', '（']);
    let closes = after.rest().starts_with([')', '）']);
    // (1/2) may be the first page of two.
    let sure = day > 12 && day > month;
    let goes_on = after.eat_any(&["~", "～", "-", "至"]).is_some();
    let (month, day) = (Field::Stated(month), Field::Stated(day));
    (sure && (opens || scan.before().is_empty()) && (closes || goes_on))
        .then(|| (after, Point { month, day, ..Point::default() }))
}

#[cfg(test)]
mod tests {
    use super::super::test::check;
    use super::*;

    fn date(year: i32, month: i32, day: i32) -> Meaning {
        let [year, month, day] = [year, month, day].map(Field::Stated);
        Meaning::Point(Point { year, month, day, ..Point::default() })
    }

    #[test]
    fn dates_of_digits() {
        check(read, "2025-03-10 13:16", Some(("2025-03-10", date(2025, 3, 10))));
        check(read, "2025/3/9,", Some(("2025/3/9", date(2025, 3, 9))));
        check(read, "2025.11.30", Some(("2025.11.30", date(2025, 11, 30))));
        let text = "(1/25)";
        let day = Point { month: Field::Stated(1), day: Field::Stated(25), ..Point::default() };
        assert_eq!(in_brackets(Scan::new(text, 1)).map(|(_, point)| point), Some(day));
        assert!(in_brackets(Scan::new("(1/2)", 1)).is_none());
        assert!(in_brackets(Scan::new("占1/25)", "占".len())).is_none());
        let day = |text| day_first(Scan::new(text, 0)).map(|(_, point)| Meaning::Point(point));
        assert_eq!(day("25/3/2025,"), Some(date(2025, 3, 25)));
        assert_eq!(day("3/25/2025"), None);
        assert_eq!(day("25/3/2025/1"), None);
        check(read, "2025-13-01", None);
        check(read, "2025-03-101", None);
        check(read, "2025.5%", None);
        check(read, "0214-01-02", None);
    }
}
