//! `Moment`: a year, month or day to count from, with the arithmetic of calendars.

use deltascope_model::{Edtf, civil, day_number};

/// A date of one of three precisions.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub(crate) struct Moment {
    pub(crate) year: i32,
    pub(crate) month: Option<u32>,
    // Invariant: none where the month is none.
    pub(crate) day: Option<u32>,
}

impl Moment {
    /// A year.
    pub(crate) fn year(year: i32) -> Self {
        Self { year, month: None, day: None }
    }

    /// The date itself, or the last day of a span; none where no year is known.
    pub(crate) fn of(edtf: &Edtf) -> Option<Self> {
        let plain = edtf.civil().map(|(year, month, day)| Self { year, month, day });
        plain.or_else(|| edtf.bounds().last.map(Self::of_day_number))
    }

    /// The day with this number.
    pub(crate) fn of_day_number(day: i32) -> Self {
        let (year, month, day) = civil(day);
        Self { year, month: Some(month), day: Some(day) }
    }

    /// The date as EDTF; none where there is no such day.
    pub(crate) fn edtf(self) -> Option<Edtf> {
        match (self.month, self.day) {
            (None, _) => Edtf::year(self.year),
            (Some(month), None) => Edtf::month(self.year, month),
            (Some(month), Some(day)) => Edtf::day(self.year, month, day),
        }
    }

    /// So many months later; none where no month is known.
    pub(crate) fn months_later(self, months: i32) -> Option<Self> {
        let index = self.year * 12 + self.month? as i32 - 1 + months;
        let month = index.rem_euclid(12) as u32 + 1;
        Some(Self { year: index.div_euclid(12), month: Some(month), day: None })
    }

    /// So many days later; none where no day is known.
    pub(crate) fn days_later(self, days: i32) -> Option<Self> {
        Some(Self::of_day_number(day_number(self.year, self.month?, self.day?) + days))
    }

    /// True where both are of the same month.
    pub(crate) fn is_month_of(self, other: Self) -> bool {
        self.month.is_some() && (self.year, self.month) == (other.year, other.month)
    }

    /// True for a day, or the next month, so shortly after the other that its year needs no word.
    pub(crate) fn is_soon_after(self, other: Self) -> bool {
        const SOON: i32 = 31;
        let number = |moment: Self| Some(day_number(moment.year, moment.month?, moment.day?));
        let next_month =
            self.day.is_none() && other.months_later(1).is_some_and(|next| next.is_month_of(self));
        let days = number(self).zip(number(other)).map(|(day, from)| day - from);
        next_month || days.is_some_and(|days| (1..=SOON).contains(&days))
    }

    /// True where this surely lies after the other, as far as both are known.
    pub(crate) fn is_after(self, other: Self) -> bool {
        if self.year != other.year {
            return self.year > other.year;
        }
        match (self.month, other.month) {
            (Some(one), Some(two)) if one != two => one > two,
            (Some(_), Some(_)) => matches!((self.day, other.day), (Some(a), Some(b)) if a > b),
            _ => false,
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn moment(text: &str) -> Moment {
        Moment::of(&Edtf::new(text).unwrap()).unwrap()
    }

    #[test]
    fn edtf_there_and_back() {
        for text in ["2024", "2024-06", "2024-06-05"] {
            assert_eq!(moment(text).edtf().unwrap().as_str(), text);
        }
        assert_eq!(moment("2024-06~"), moment("2024-06"));
        assert_eq!(moment("2018/2023"), moment("2023-12-31"));
        assert_eq!(moment("2024-34"), moment("2024-06-30"));
        assert_eq!(Moment::of(&Edtf::new("XXXX-09-01").unwrap()), None);
    }

    #[test]
    fn steps_cross_years() {
        assert_eq!(moment("2025-01").months_later(-1), Some(moment("2024-12")));
        assert_eq!(moment("2024-03-01").days_later(-1), Some(moment("2024-02-29")));
        assert_eq!(moment("2025").months_later(-1), None);
    }

    #[test]
    fn after_only_where_sure() {
        assert!(moment("2025-09-01").is_after(moment("2025-08-03")));
        assert!(!moment("2025-08").is_after(moment("2025-08-03")));
        assert!(!moment("2025-09").is_after(moment("2025")));
    }
}
