//! `Edtf`: dates with their true precision, in the Extended Date/Time Format of ISO 8601-2.
//!
//! The part used here: years, months, days; unspecified digits (`202X`, `2024-06-XX`, `XXXX`);
//! seasons (21–24), quarters (33–36) and half-years (40–41) in the month's place; the qualifiers `~`, `?`, `%`;
//! intervals with open ends (`../2025-03-10`, `2021/..`).

use std::fmt;

use serde::{Deserialize, Serialize};

use crate::{
    json::{Reader, Refused, Step},
    read::{Blank, Read},
};

/// Days since 1970-01-01, in the proleptic Gregorian calendar.
pub type Day = i32;

/// No text of the forms used here is longer, in bytes: two days, each with a qualifier, and the mark between.
const LONGEST: usize = "2024-06-05~/2024-06-06~".len();

/// A valid EDTF string. It is kept in place: dates are made and copied all the time. So are its days, which
/// are asked for far more often than dates are made.
#[derive(Clone, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
#[serde(try_from = "String", into = "String")]
pub struct Edtf {
    // Invariant: the first `len` bytes parse; those behind are zero, so that the order is that of the texts.
    // (The text of `BLANK` stays in the reader.)
    bytes: [u8; LONGEST],
    len: u8,
    // Invariant: those of the text.
    bounds: Bounds,
}

/// The days that an EDTF value may cover, both ends inclusive.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct Bounds {
    /// First day; none for an open or unknown start.
    pub first: Option<Day>,
    /// Last day; none for an open or unknown end.
    pub last: Option<Day>,
    /// Marked with `~`, `?` or `%` anywhere.
    pub approximate: bool,
}

impl Bounds {
    const NONE: Self = Self { first: None, last: None, approximate: false };
}

/// Not EDTF, or not of the part used here.
#[derive(Clone, Debug, PartialEq, Eq, thiserror::Error)]
#[error(
    "“{0}” is not a date of the EDTF forms used here (such as 2024, 2024-06, 2024-06-05, 2021/..)"
)]
pub struct EdtfError(String);

impl Edtf {
    /// Checks and keeps an EDTF string.
    ///
    /// # Errors
    /// Where the text is not of the part of EDTF used here.
    pub fn new(text: impl Into<String>) -> Result<Self, EdtfError> {
        let text = text.into();
        Self::parsed(&text).ok_or(EdtfError(text))
    }

    fn parsed(text: &str) -> Option<Self> {
        let bounds = parse(text.as_bytes())?;
        let mut edtf = Self { bounds, ..Self::BLANK };
        edtf.push(text.as_bytes());
        Some(edtf)
    }

    /// Appends what fits: all, in a text that parses.
    fn push(&mut self, text: &[u8]) {
        let start = usize::from(self.len);
        if let Some(place) = self.bytes.get_mut(start..start + text.len()) {
            place.copy_from_slice(text);
            self.len += text.len() as u8;
        }
    }

    /// A year, `2024`.
    pub fn year(year: i32) -> Option<Self> {
        Self::plain(year, &[], [(1, 1), (12, 31)])
    }

    /// A month, `2024-06`; none where there is no such month.
    pub fn month(year: i32, month: u32) -> Option<Self> {
        let days = || [(month, 1), (month, days_in_month(year, month))];
        (1..=12).contains(&month).then(|| Self::plain(year, &[month], days()))?
    }

    /// A day, `2024-06-05`; none where there is no such day.
    pub fn day(year: i32, month: u32, day: u32) -> Option<Self> {
        let is_day = (1..=12).contains(&month) && (1..=days_in_month(year, month)).contains(&day);
        is_day.then(|| Self::plain(year, &[month, day], [(month, day); 2]))?
    }

    /// A year, with the month and the day `within` it, that begins and ends on such days.
    fn plain(year: i32, within: &[u32], days: [(u32, u32); 2]) -> Option<Self> {
        let number = u32::try_from(year).ok().filter(|number| *number <= 9999)?;
        let [first, last] = days.map(|(month, day)| Some(day_number(year, month, day)));
        let mut edtf = Self { bounds: Bounds { first, last, approximate: false }, ..Self::BLANK };
        edtf.push(&digits(number / 100));
        edtf.push(&digits(number % 100));
        for part in within {
            edtf.push(b"-");
            edtf.push(&digits(*part));
        }
        Some(edtf)
    }

    /// The day with this number.
    pub fn from_day(day: Day) -> Option<Self> {
        let (year, month, day) = civil(day);
        Self::day(year, month, day)
    }

    /// From the first to the last, `2018/2023`.
    pub fn interval(first: &Self, last: &Self) -> Option<Self> {
        Self::parsed(&format!("{first}/{last}"))
    }

    /// The string.
    pub fn as_str(&self) -> &str {
        std::str::from_utf8(self.text()).unwrap_or_default()
    }

    fn text(&self) -> &[u8] {
        self.bytes.get(..usize::from(self.len)).unwrap_or_default()
    }

    /// Year, month and day of a plain date, whatever its qualifier, as far as it has them.
    pub fn civil(&self) -> Option<(i32, Option<u32>, Option<u32>)> {
        let (years, rest) = unqualified(self.text()).split_first_chunk::<4>()?;
        let [century, years] = [[years[0], years[1]], [years[2], years[3]]];
        let year = (two_digits(century)? * 100 + two_digits(years)?) as i32;
        Some(match *rest {
            [] => (year, None, None),
            [b'-', tens, ones] => (year, Some(month([tens, ones])?), None),
            [b'-', tens, ones, b'-', ref day @ ..] => {
                (year, Some(month([tens, ones])?), Some(two_digits((*day).try_into().ok()?)?))
            }
            _ => return None,
        })
    }

    /// The days it may cover.
    pub fn bounds(&self) -> Bounds {
        self.bounds
    }

    /// Where it stands in time order: by first day, open starts by their end.
    pub fn sort_key(&self) -> (Day, Day) {
        let bounds = self.bounds();
        let first = bounds.first.or(bounds.last).unwrap_or(Day::MAX);
        (first, bounds.last.unwrap_or(Day::MAX))
    }

    /// The calendar years that it touches; an open end counts only its known side.
    pub fn years(&self) -> std::ops::RangeInclusive<i32> {
        let bounds = self.bounds();
        let year = |day: Option<Day>| day.map(|day| civil(day).0);
        match (year(bounds.first), year(bounds.last)) {
            (Some(first), Some(last)) => first..=last,
            (Some(one), None) | (None, Some(one)) => one..=one,
            #[expect(clippy::reversed_empty_ranges, reason = "no year at all")]
            (None, None) => 1..=0,
        }
    }
}

impl fmt::Display for Edtf {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(self.as_str())
    }
}

impl fmt::Debug for Edtf {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.debug_tuple("Edtf").field(&self.as_str()).finish()
    }
}

impl TryFrom<String> for Edtf {
    type Error = EdtfError;
    fn try_from(text: String) -> Result<Self, EdtfError> {
        Self::new(text)
    }
}

impl From<Edtf> for String {
    fn from(edtf: Edtf) -> Self {
        edtf.as_str().to_owned()
    }
}

impl Blank for Edtf {
    const BLANK: Self = Self { bytes: [0; LONGEST], len: 0, bounds: Bounds::NONE };
}

impl Read for Edtf {
    fn read(&mut self, reader: &mut Reader<'_>) -> Step {
        let mut text = String::new();
        reader.string(&mut text)?;
        *self = Self::parsed(&text).ok_or(Refused::Wrong)?;
        Ok(())
    }
}

/// Number of the day: H. Hinnant's `days_from_civil`.
pub fn day_number(year: i32, month: u32, day: u32) -> Day {
    let year = if month <= 2 { year - 1 } else { year };
    let era = year.div_euclid(400);
    let of_era = year.rem_euclid(400);
    let of_year = (153 * ((month as i32 + 9) % 12) + 2) / 5 + day as i32 - 1;
    era * 146_097 + of_era * 365 + of_era / 4 - of_era / 100 + of_year - 719_468
}

/// Year, month and day of a day's number, the inverse of [`day_number`].
pub fn civil(day: Day) -> (i32, u32, u32) {
    let day = day + 719_468;
    let era = day.div_euclid(146_097);
    let of_era = day.rem_euclid(146_097);
    let year_of_era = (of_era - of_era / 1460 + of_era / 36_524 - of_era / 146_096) / 365;
    let of_year = of_era - (365 * year_of_era + year_of_era / 4 - year_of_era / 100);
    let shifted = (5 * of_year + 2) / 153;
    let month = if shifted < 10 { shifted + 3 } else { shifted - 9 } as u32;
    let year = year_of_era + era * 400 + i32::from(month <= 2);
    (year, month, (of_year - (153 * shifted + 2) / 5 + 1) as u32)
}

fn days_in_month(year: i32, month: u32) -> u32 {
    match month {
        2 if year % 4 == 0 && (year % 100 != 0 || year % 400 == 0) => 29,
        2 => 28,
        4 | 6 | 9 | 11 => 30,
        _ => 31,
    }
}

fn parse(text: &[u8]) -> Option<Bounds> {
    let Some(middle) = text.iter().position(|byte| *byte == b'/') else {
        return parse_date(text);
    };
    let side = |part: &[u8]| match part {
        b".." | b"" => Some(Bounds::default()),
        date => parse_date(date),
    };
    let (start, end) = (side(&text[..middle])?, side(&text[middle + 1..])?);
    if let (Some(first), Some(last)) = (start.first, end.last)
        && first > last
    {
        return None;
    }
    let approximate = start.approximate || end.approximate;
    Some(Bounds { first: start.first, last: end.last, approximate })
}

/// A date without its qualifier.
fn unqualified(date: &[u8]) -> &[u8] {
    if let [bare @ .., b'~' | b'?' | b'%'] = date { bare } else { date }
}

fn parse_date(text: &[u8]) -> Option<Bounds> {
    let bare = unqualified(text);
    let approximate = bare.len() < text.len();
    let (years, rest) = bare.split_first_chunk::<4>()?;
    let (month, day): (Option<[u8; 2]>, Option<[u8; 2]>) = match rest {
        [] => (None, None),
        [b'-', tens, ones] => (Some([*tens, *ones]), None),
        [b'-', tens, ones, b'-', day @ ..] => (Some([*tens, *ones]), Some(day.try_into().ok()?)),
        _ => return None,
    };
    if years == b"XXXX" {
        let known = |part: Option<[u8; 2]>| {
            part.is_none_or(|part| part == *b"XX" || two_digits(part).is_some())
        };
        return (known(month) && known(day)).then_some(Bounds { approximate, ..Bounds::default() });
    }
    // Unspecified digits stand behind the known ones.
    let known = years.iter().take_while(|byte| byte.is_ascii_digit()).count();
    if known == 0 || years[known..].iter().any(|byte| *byte != b'X') {
        return None;
    }
    let (low, high) = years.iter().fold((0, 0), |(low, high), byte| match byte {
        b'X' => (low * 10, high * 10 + 9),
        digit => (low * 10 + i32::from(*digit - b'0'), high * 10 + i32::from(*digit - b'0')),
    });
    let months = match month {
        None | Some([b'X', b'X']) => (1, 12),
        Some(month) => match two_digits(month)? {
            month @ 1..=12 => (month, month),
            // Winter runs into the next year.
            season @ 21..=24 => ((season - 21) * 3 + 3, (season - 21) * 3 + 5),
            quarter @ 33..=36 => ((quarter - 33) * 3 + 1, (quarter - 33) * 3 + 3),
            half @ 40..=41 => ((half - 40) * 6 + 1, (half - 40) * 6 + 6),
            _ => return None,
        },
    };
    let (high, months) =
        if months.1 > 12 { (high + 1, (months.0, months.1 - 12)) } else { (high, months) };
    let days = match day {
        None | Some([b'X', b'X']) => (1, days_in_month(high, months.1)),
        Some(_) if months.0 != months.1 => return None,
        Some(day) => {
            let day = two_digits(day)?;
            ((1..=days_in_month(low, months.0)).contains(&day)).then_some((day, day))?
        }
    };
    Some(Bounds {
        first: Some(day_number(low, months.0, days.0)),
        last: Some(day_number(high, months.1, days.1)),
        approximate,
    })
}

/// A number below a hundred.
fn digits(number: u32) -> [u8; 2] {
    [number / 10, number % 10].map(|digit| b'0' + digit as u8)
}

fn two_digits([tens, ones]: [u8; 2]) -> Option<u32> {
    let digits = tens.is_ascii_digit() && ones.is_ascii_digit();
    digits.then(|| u32::from(tens - b'0') * 10 + u32::from(ones - b'0'))
}

/// A month of a calendar, and no season or quarter.
fn month(part: [u8; 2]) -> Option<u32> {
    two_digits(part).filter(|month| *month <= 12)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[track_caller]
    fn check(text: &str, first: Option<&str>, last: Option<&str>) {
        let bounds = Edtf::new(text).unwrap().bounds();
        let show = |day: Option<Day>| day.map(|day| Edtf::from_day(day).unwrap().to_string());
        assert_eq!(show(bounds.first).as_deref(), first, "first day of {text}");
        assert_eq!(show(bounds.last).as_deref(), last, "last day of {text}");
    }

    #[test]
    fn bounds_cover_exactly_the_precision() {
        check("2024-02", Some("2024-02-01"), Some("2024-02-29"));
        check("2023-12", Some("2023-12-01"), Some("2023-12-31"));
        check("2025", Some("2025-01-01"), Some("2025-12-31"));
        check("202X", Some("2020-01-01"), Some("2029-12-31"));
        check("2024-34", Some("2024-04-01"), Some("2024-06-30"));
        check("2024-41", Some("2024-07-01"), Some("2024-12-31"));
        check("2024-22", Some("2024-06-01"), Some("2024-08-31"));
        check("2023-24", Some("2023-12-01"), Some("2024-02-29"));
        check("2024-06-XX", Some("2024-06-01"), Some("2024-06-30"));
        check("2018/2023", Some("2018-01-01"), Some("2023-12-31"));
        check("../2025-03-10", None, Some("2025-03-10"));
        check("2021/..", Some("2021-01-01"), None);
        check("XXXX-09-01", None, None);
        check("1969-12-31", Some("1969-12-31"), Some("1969-12-31"));
    }

    #[test]
    fn what_is_no_date_is_refused() {
        for text in [
            "",
            "2024-13",
            "2025-02-29",
            "24",
            "2024-6",
            "2024-33-01",
            "2025/2024",
            "近日",
            "XX24",
            "20é",
        ] {
            assert!(Edtf::new(text).is_err(), "{text} passed");
        }
    }

    #[test]
    fn a_date_made_of_numbers_is_that_of_its_text() {
        for year in [0, 1969, 2000, 2023, 2024, 2100, 9999] {
            let months = (0..=13).map(|month| Edtf::month(year, month));
            let days = (0..=13).flat_map(|month| (0..=32).map(move |day| (month, day)));
            let days = days.map(|(month, day)| Edtf::day(year, month, day));
            for made in [Edtf::year(year)].into_iter().chain(months).chain(days).flatten() {
                assert_eq!(Edtf::new(made.to_string()), Ok(made));
            }
        }
        assert_eq!([Edtf::year(-1), Edtf::year(10_000), Edtf::month(2024, 13)], [None, None, None]);
    }

    #[test]
    fn day_numbers_go_there_and_back() {
        for day in (-800_000..800_000).step_by(13) {
            let (year, month, of_month) = civil(day);
            assert_eq!(day_number(year, month, of_month), day);
        }
        assert_eq!(day_number(1970, 1, 1), 0);
    }

    #[test]
    fn years_of_open_ends_are_the_known_side() {
        assert_eq!(Edtf::new("2021/..").unwrap().years(), 2021..=2021);
        assert_eq!(Edtf::new("2018/2020").unwrap().years(), 2018..=2020);
        assert_eq!(Edtf::new("XXXX").unwrap().years().count(), 0);
    }
}
