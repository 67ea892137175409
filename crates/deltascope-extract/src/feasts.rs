//! Feasts and lunar days to days of the calendar.
//!
//! Without a year the one nearest to the reference is meant: news of a feast stands around it, and
//! of what is planned for one before it. Where
//! the lunar calendar is not known, the year is all that is said.

use deltascope_model::{Basis, Day, Edtf, day_number};

use crate::context::Context;
use crate::lunar;
use crate::meaning::{Feast, Field, SolarTerm};
use crate::moment::Moment;
use crate::resolve::Resolved;

/// The days that go by the sun and that news tells of by name; 大雪 and the like are weather more often.
pub(crate) const TERMS: [(&str, SolarTerm); 9] = {
    const fn term(name: &str, month: u32, first: [i32; 2]) -> (&str, SolarTerm) {
        (name, SolarTerm { month, first })
    }
    [
        term("立春", 2, [463, 387]),
        term("春分", 3, [2142, 2065]),
        term("清明", 4, [559, 481]),
        term("立夏", 5, [632, 552]),
        term("夏至", 6, [2220, 2137]),
        term("立秋", 8, [835, 750]),
        term("秋分", 9, [2382, 2304]),
        term("立冬", 11, [822, 744]),
        term("冬至", 12, [2260, 2194]),
    ]
};

/// The day of a feast in a year.
pub(crate) fn day(feast: Feast, year: i32) -> Option<Day> {
    match feast {
        Feast::Solar(month, day) => Some(day_number(year, month, day)),
        Feast::Lunar(month, day) => lunar::day(year, month, day),
        Feast::BeforeNewYear(days) => Some(lunar::day(year, 1, 1)? - days as i32),
        // The usual formula of the two centuries: the sun's year is .2422 days longer than 365. 立春
        // comes before the leap day of its year.
        Feast::OfTheSun(term) => (1900..2100).contains(&year).then(|| {
            let of_century = year % 100;
            let first = term.first[usize::from(year >= 2000)] * 100;
            let leaps = (of_century - i32::from(term.month < 3)).div_euclid(4);
            let of_month = (of_century * 2422 + first) / 10_000 - leaps;
            day_number(year, term.month, of_month.unsigned_abs())
        }),
    }
}

/// The first and last day of a lunar date or month.
pub(crate) fn lunar(year: i32, month: u32, day: Option<u32>) -> Option<(Day, Day)> {
    match day {
        // 大年三十 may be the 29th.
        Some(30) if month == 12 => {
            let last = lunar::day(year, 12, 30).or_else(|| lunar::day(year, 12, 29))?;
            Some((last, last))
        }
        Some(day) => lunar::day(year, month, day).map(|day| (day, day)),
        None => {
            let first = lunar::day(year, month, 1)?;
            let last = lunar::day(year, month, 30).or_else(|| lunar::day(year, month, 29))?;
            Some((first, last))
        }
    }
}

/// The days that `of_year` gives for the year that is named, else for the one nearest to the
/// reference.
pub(crate) fn resolve(
    year: Field,
    context: &Context,
    of_year: impl Fn(i32) -> Option<(Day, Day)>,
) -> Resolved {
    let then = |edtf: &Option<Edtf>| edtf.as_ref().and_then(Moment::of);
    let now = then(&context.reference);
    let (year, basis, anchor) = match year {
        Field::Stated(year) => (Some(year), Basis::Stated, None),
        Field::FromReference(years) => {
            (now.map(|now| now.year + years), Basis::Inferred, context.reference.clone())
        }
        Field::FromAntecedent(years) | Field::FromPeriod(years) => {
            let before = context.antecedent.clone().or_else(|| context.reference.clone());
            (then(&before).map(|then| then.year + years), Basis::Inferred, before)
        }
        Field::Open => {
            let year = now.and_then(|now| nearest(now, context.ahead, &of_year));
            (year, Basis::Inferred, context.reference.clone())
        }
    };
    let edtf = year.and_then(|year| match of_year(year) {
        Some((first, last)) if first == last => Edtf::from_day(first),
        Some((first, last)) => Edtf::interval(&Edtf::from_day(first)?, &Edtf::from_day(last)?),
        None => Edtf::year(year),
    });
    let antecedent = edtf.clone().filter(|edtf| !edtf.as_str().contains('/'));
    Resolved { edtf, basis, anchor, antecedent }
}

/// The year whose day lies nearest to the reference, or right ahead; its own where that is no day.
fn nearest(now: Moment, ahead: bool, of_year: &impl Fn(i32) -> Option<(Day, Day)>) -> Option<i32> {
    let (Some(month), Some(day)) = (now.month, now.day) else { return Some(now.year) };
    let today = day_number(now.year, month, day);
    let distance = |year: &i32| match of_year(*year) {
        Some((_, last)) if ahead && last < today => i32::MAX,
        Some((first, _)) => (first - today).abs(),
        None => i32::MAX,
    };
    (now.year - 1..=now.year + 1).min_by_key(distance)
}

#[cfg(test)]
mod tests {
    use super::*;

    fn term(name: &str) -> Feast {
        let term = TERMS.iter().find(|(term, _)| *term == name);
        Feast::OfTheSun(term.expect("it is one of them").1)
    }

    #[track_caller]
    fn check(feast: Feast, year: i32, expected: &str) {
        let found = day(feast, year).and_then(Edtf::from_day);
        assert_eq!(found.as_ref().map(Edtf::as_str), Some(expected));
    }

    #[test]
    fn days_of_feasts() {
        check(Feast::Solar(10, 1), 2024, "2024-10-01");
        check(Feast::Lunar(8, 15), 2025, "2025-10-06");
        check(Feast::BeforeNewYear(1), 2025, "2025-01-28");
        for (name, year, expected) in [
            ("清明", 2020, "2020-04-04"),
            ("清明", 2022, "2022-04-05"),
            ("清明", 2023, "2023-04-05"),
            ("清明", 2026, "2026-04-05"),
            ("立春", 1999, "1999-02-04"),
            ("立春", 2021, "2021-02-03"),
            ("立春", 2025, "2025-02-03"),
            ("春分", 2024, "2024-03-20"),
            ("立夏", 2025, "2025-05-05"),
            ("夏至", 1996, "1996-06-21"),
            ("夏至", 2025, "2025-06-21"),
            ("立秋", 2024, "2024-08-07"),
            ("秋分", 2023, "2023-09-23"),
            ("立冬", 2022, "2022-11-07"),
            ("冬至", 2023, "2023-12-22"),
            ("冬至", 2025, "2025-12-21"),
        ] {
            check(term(name), year, expected);
        }
    }

    #[test]
    fn the_nearest_year_is_meant() {
        let reference = Edtf::new("2025-01-05").unwrap();
        let context = Context { reference: Some(reference), ..Context::default() };
        let new_year = |year| day(Feast::Lunar(1, 1), year).map(|day| (day, day));
        let found = resolve(Field::Open, &context, new_year);
        assert_eq!(found.edtf.unwrap().as_str(), "2025-01-29");
        let national = |year| day(Feast::Solar(10, 1), year).map(|day| (day, day));
        assert_eq!(resolve(Field::Open, &context, national).edtf.unwrap().as_str(), "2024-10-01");
    }
}
