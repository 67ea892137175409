//! The rows of the vertical timeline: headings, events in the order of time, and counted stretches
//! where there are many.
//!
//! 1. Few events are listed under the years in which they begin.
//! 2. Many are parted by year; if all are of one year, by month; if of one month, by day.
//! 3. A part with few events is listed, any other is one counted row that opens to its days. A
//!    single day is always listed.

use deltascope_model::{Day, civil, day_number};

/// So many events are listed whole.
const ALL: usize = 60;
/// So many of one part are listed among counted parts.
const FEW: usize = 5;

/// The unit that a heading names.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Unit {
    /// A year.
    Year,
    /// A month.
    Month,
    /// A day.
    Day,
}

/// A row.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Row {
    /// What begins in the unit that starts with this day follows.
    Heading(Unit, Day),
    /// The event with this number in the list.
    Event(usize),
    /// So many events begin in the unit with this first and last day.
    Counted(Unit, (Day, Day), usize),
    /// Today: what is above has begun by then.
    Today,
}

/// The rows of events that begin on these days, which rise.
pub fn rows(firsts: &[Day], today: Option<Day>) -> Vec<Row> {
    let mut rows = if firsts.len() <= ALL {
        let mut rows = Vec::new();
        for (bounds, part) in parts(firsts, Unit::Year) {
            list(Unit::Year, bounds, part, &mut rows);
        }
        rows
    } else {
        crowded(firsts)
    };
    if let Some(today) = today {
        let begun = firsts.partition_point(|&first| first <= today);
        if begun > 0 && begun < firsts.len() {
            let comes = |row: &Row| match *row {
                Row::Event(at) => at >= begun,
                Row::Counted(_, (first, _), _) | Row::Heading(_, first) => first > today,
                Row::Today => false,
            };
            if let Some(at) = rows.iter().position(comes) {
                rows.insert(at, Row::Today);
            }
        }
    }
    rows
}

fn crowded(firsts: &[Day]) -> Vec<Row> {
    let units = [Unit::Year, Unit::Month, Unit::Day];
    let unit = units.into_iter().find(|&unit| parts(firsts, unit).len() > 1).unwrap_or(Unit::Day);
    let mut rows = Vec::new();
    for (bounds, part) in parts(firsts, unit) {
        if unit == Unit::Day || part.len() <= FEW {
            list(unit, bounds, part, &mut rows);
        } else {
            rows.push(Row::Counted(unit, bounds, part.len()));
        }
    }
    rows
}

fn list(unit: Unit, bounds: (Day, Day), part: std::ops::Range<usize>, rows: &mut Vec<Row>) {
    rows.push(Row::Heading(unit, bounds.0));
    rows.extend(part.map(Row::Event));
}

/// The units in which events begin: first and last day, and the numbers of the events.
fn parts(firsts: &[Day], unit: Unit) -> Vec<((Day, Day), std::ops::Range<usize>)> {
    let mut parts: Vec<((Day, Day), std::ops::Range<usize>)> = Vec::new();
    for (at, &day) in firsts.iter().enumerate() {
        match parts.last_mut() {
            Some(((_, last), range)) if day <= *last => range.end = at + 1,
            _ => parts.push((bounds(unit, day), at..at + 1)),
        }
    }
    parts
}

/// The first and the last day of the unit that a day is in.
fn bounds(unit: Unit, day: Day) -> (Day, Day) {
    let (year, month, _) = civil(day);
    match unit {
        Unit::Year => (day_number(year, 1, 1), day_number(year + 1, 1, 1) - 1),
        Unit::Month => {
            let next = day_number(year + month as i32 / 12, month % 12 + 1, 1);
            (day_number(year, month, 1), next - 1)
        }
        Unit::Day => (day, day),
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn day(month: u32, day: u32) -> Day {
        day_number(2024, month, day)
    }

    /// Rows as letters: `y`, `m` and `d` for headings, `e` for events, `|` for today, and the
    /// number of a counted row.
    #[track_caller]
    fn check(firsts: &[Day], today: Option<Day>, expected: &str) {
        let name = |row: &Row| match row {
            Row::Heading(Unit::Year, _) => "y".into(),
            Row::Heading(Unit::Month, _) => "m".into(),
            Row::Heading(Unit::Day, _) => "d".into(),
            Row::Event(_) => "e".into(),
            Row::Counted(_, _, count) => format!("({count})"),
            Row::Today => "|".into(),
        };
        let found: String = rows(firsts, today).iter().map(name).collect();
        assert_eq!(found, expected);
    }

    #[test]
    fn few_events_are_listed_by_year() {
        let firsts = [day(1, 1), day(3, 9), day_number(2026, 2, 2)];
        check(&firsts, None, "yeeye");
        check(&firsts, Some(day(2, 1)), "ye|eye");
        check(&firsts, Some(day_number(2025, 2, 1)), "yee|ye");
        check(&firsts, Some(day_number(2030, 1, 1)), "yeeye");
        check(&[], Some(0), "");
    }

    #[test]
    fn a_crowd_is_parted_by_the_coarsest_unit_that_parts_it() {
        let mut years = vec![day(5, 5); 70];
        years.push(day_number(2025, 1, 1));
        check(&years, None, "(70)ye");
        let mut months = vec![day(5, 5); 70];
        months.extend([day(6, 1), day(6, 2)]);
        check(&months, Some(day(5, 20)), "(70)|mee");
        let mut days = vec![day(5, 5); 61];
        days.push(day(5, 6));
        check(&days, None, &format!("d{}de", "e".repeat(61)));
    }

    #[test]
    fn no_event_is_lost() {
        let mut firsts: Vec<Day> =
            (0..900_u32).map(|n| (n.wrapping_mul(2_654_435_761) >> 12) as Day % 9000).collect();
        firsts.sort_unstable();
        let held: usize = rows(&firsts, None)
            .into_iter()
            .map(|row| match row {
                Row::Event(_) => 1,
                Row::Counted(_, (first, last), count) => {
                    let within = firsts.iter().filter(|day| (first..=last).contains(day)).count();
                    assert_eq!(within, count);
                    count
                }
                _ => 0,
            })
            .sum();
        assert_eq!(held, firsts.len());
    }
}
