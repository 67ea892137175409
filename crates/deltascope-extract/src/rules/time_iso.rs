//! Dates in digits alone: `2025-03-10`, `2025/3/10`, `2025.03.10`.

use super::field::bare_year;
use super::{Reading, Scan};
use crate::meaning::{Field, Meaning, Point};
use crate::numerals::small;

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
        let number = small(next.rest()).filter(|number| number.arabic)?;
        after = next.skip(number.len);
        (1..=limit).contains(&number.value).then_some(Field::Stated(number.value as i32))
    };
    let (month, day) = (field(12)?, field(31)?);
    let more = after.rest().starts_with(|c: char| c.is_ascii_digit());
    let point = Point { year: Field::Stated(year), month, day, ..Point::default() };
    (!more).then_some((after, point))
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
        check(read, "2025-13-01", None);
        check(read, "2025-03-101", None);
        check(read, "2025.5%", None);
        check(read, "0214-01-02", None);
    }
}
