//! Parts of a year or month as dates: 年底, 三季度, 上旬, 第二周, 第二个星期日.

use deltascope_model::{Day, Edtf};

use crate::meaning::{Part, Unit};
use crate::moment::Moment;

/// A part of a year or of a month.
pub(crate) fn date(moment: Moment, part: Part) -> Option<Edtf> {
    let year = moment.year;
    let months = |first: u32, last: u32| {
        Edtf::interval(&Edtf::month(year, first)?, &Edtf::month(year, last)?)
    };
    match (moment.month, part) {
        (None, Part::Start) => Edtf::new(format!("{year:04}-01~")).ok(),
        (None, Part::Middle) => Edtf::new(format!("{year:04}-06~")).ok(),
        (None, Part::End) => Edtf::new(format!("{year:04}-12~")).ok(),
        (None, Part::Quarter(quarter)) => Edtf::new(format!("{year:04}-{}", 32 + quarter)).ok(),
        (None, Part::QuarterEnd(quarter)) => {
            Edtf::new(format!("{year:04}-{:02}~", quarter * 3)).ok()
        }
        (None, Part::Half(half)) => Edtf::new(format!("{year:04}-{}", 39 + half)).ok(),
        (None, Part::FirstQuarters(quarters)) => months(1, quarters * 3),
        (_, Part::Nth(count, unit)) => units(moment, unit, |all| (count, count, all)),
        (_, Part::First(count, unit)) => units(moment, unit, |all| (1, count, all)),
        (_, Part::Last(count, unit)) => {
            units(moment, unit, |all| ((all + 1).saturating_sub(count), all, all))
        }
        (None, Part::Season(season)) => Edtf::new(format!("{year:04}-{}", 20 + season)).ok(),
        (None, Part::FirstMonths(1)) => Edtf::month(year, 1),
        (None, Part::FirstMonths(count)) => months(1, count),
        (Some(month), Part::Tenths(first, last)) => {
            days_of(year, month, first * 10 - 9, (last < 3).then_some(last * 10))
        }
        (Some(month), Part::HalfMonth(1)) => days_of(year, month, 1, Some(15)),
        (Some(month), Part::HalfMonth(_)) => days_of(year, month, 16, None),
        (Some(_), Part::NthWeekday(nth, day)) => {
            let first = moment.edtf()?.bounds().first?;
            let day = first + (day as i32 - weekday_of(first)).rem_euclid(7) + (nth as i32 - 1) * 7;
            (day <= moment.edtf()?.bounds().last?).then(|| Edtf::from_day(day))?
        }
        (Some(_), Part::LastWeekday(day)) => {
            let last = moment.edtf()?.bounds().last?;
            Edtf::from_day(last - (weekday_of(last) - day as i32).rem_euclid(7))
        }
        _ => moment.edtf(),
    }
}

/// The days of a month from one to another, or to its end.
fn days_of(year: i32, month: u32, first: u32, last: Option<u32>) -> Option<Edtf> {
    let end = Moment::of_day_number(Edtf::month(year, month)?.bounds().last?).day?;
    Edtf::interval(&Edtf::day(year, month, first)?, &Edtf::day(year, month, last.unwrap_or(end))?)
}

/// The day of the week of a day, counted from 0 for Monday; day 0 was a Thursday.
pub(crate) fn weekday_of(day: Day) -> i32 {
    (day + 3).rem_euclid(7)
}

/// From one to another of the weeks, days or months of a year or month, counted from 1; `which` is
/// told how many there are. A week is of the year or month that has its Thursday, as ISO 8601 says.
fn units(moment: Moment, unit: Unit, which: impl Fn(u32) -> (u32, u32, u32)) -> Option<Edtf> {
    let bounds = moment.edtf()?.bounds();
    let (start, end) = (bounds.first?, bounds.last?);
    let (first, length, all) = match unit {
        Unit::Month => {
            let (first, last, all) = which(12);
            let month = |month: u32| Edtf::month(moment.year, month);
            let within = first >= 1 && last <= all && first <= last;
            return match within {
                true if first == last => month(first),
                true => Edtf::interval(&month(first)?, &month(last)?),
                false => None,
            };
        }
        Unit::Week => {
            let monday = |day: Day| day - weekday_of(day);
            let first = monday(start + 3);
            let last = monday(end - 3);
            (first, 7, (last - first) / 7 + 1)
        }
        Unit::Day => (start, 1, end - start + 1),
        Unit::Year => return None,
    };
    let (from, to, all) = which(all.unsigned_abs());
    if from < 1 || from > to || to > all {
        return None;
    }
    let from = first + (from as i32 - 1) * length;
    let to = first + to as i32 * length - 1;
    if from == to {
        return Edtf::from_day(from);
    }
    Edtf::interval(&Edtf::from_day(from)?, &Edtf::from_day(to)?)
}
