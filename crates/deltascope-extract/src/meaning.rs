//! What a time expression says, before anything is known about its article.
//!
//! A rule turns characters into a [`Meaning`]; `resolve` turns a meaning into a date. Rules never
//! see a reference date, and resolving never sees characters.

use deltascope_model::Edtf;

/// What a time expression says.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(crate) enum Meaning {
    /// A point or a period of the calendar: `2024年6月`, `去年底`, `4日`.
    Point(Point),
    /// From one to another, both inclusive: `2022-2025年`.
    Span(Point, Point),
    /// Open at its end: `2022年以来`, `自2021年初`.
    Since(Point),
    /// Open at its start: `2030年前`.
    Before(Point),
    /// Known by itself: `“十四五”`, `2020年代`.
    Fixed(Edtf),
    /// Known by what it names: `党的十八大以来`, `第三轮三年行动计划`.
    Known(Edtf),
    /// The last so many units up to the reference: `近5年来`.
    Last(u32, Unit),
    /// The next so many units from the reference: `未来三年`.
    Next(u32, Unit),
    /// So many units before the reference: `三年前`.
    Ago(u32, Unit),
    /// So many units after the date named before, else after the reference: `三年后`.
    Later(u32, Unit),
    /// So many units from the date named before on, or back from it: `此后两年`, `此前三年`.
    Around(i32, Unit),
    /// The same with a number that is not exact: `30多年来`.
    About(Box<Self>),
    /// A quarter or half-year by its months, so many after the reference's: `上季度` is 3 and -1.
    PartOfYear(i32, i32),
    /// A week, so many after the reference's: `上周` is -1.
    Week(i32),
    /// The days from one to another of a week, counted from 0 for Monday: `本周末`, `上周三`.
    Weekdays(i32, u32, u32),
    /// A day of the week with no week named: `周三`.
    Weekday(u32),
    /// A feast's day, or the days off around it: `国庆节`, `今年春节`.
    Feast(Feast, Field),
    /// A day of the lunar calendar: `农历八月十五`; no day for a whole month.
    Lunar(Field, u32, Option<u32>),
    /// The period named before, in another year: `去年同期` is -1 year from the reference's.
    SamePeriod(Field),
    /// The day named before, and nothing where none was: `这一天`.
    SameDay,
    /// The day named before, by an hour of it, and nothing where none was: `上午8时49分`.
    Hour,
    /// Nothing dates it: `第二财季`.
    Undated,
    /// No certain date, not long before the reference: `近日`.
    Lately,
    /// No certain date or span up to the reference: `近年来`, `目前`.
    Vague,
    /// No certain date, from the reference on: `今后几年`.
    VagueAhead,
}

impl Meaning {
    /// True where the expression ends in a day, which its time of day may follow.
    pub(crate) fn ends_in_a_day(&self) -> bool {
        match self {
            Self::Point(point) | Self::Span(_, point) => point.is_a_day(),
            Self::Weekdays(_, first, last) => first == last,
            Self::Weekday(_) | Self::Lunar(_, _, Some(_)) | Self::SameDay => true,
            _ => false,
        }
    }

    /// True where only a distance is said, to count from what was told before.
    pub(crate) fn is_a_distance(&self) -> bool {
        match self {
            Self::Later(..) | Self::SameDay | Self::Hour => true,
            Self::Point(point) => matches!(point.day, Field::FromAntecedent(days) if days != 0),
            Self::About(inner) => inner.is_a_distance(),
            _ => false,
        }
    }

    /// True for a year that is told by its number and in whole.
    pub(crate) fn is_a_year(&self) -> bool {
        let of = |point: &Point| Self::Point(Point { year: point.year, ..Point::default() });
        matches!(self, Self::Point(point) if point.year.is_stated() && *self == of(point))
    }

    /// True where figures can be told of it and compared with another year's: no single day.
    pub(crate) fn is_a_period(&self) -> bool {
        match self {
            Self::Point(point) => {
                point.day == Field::Open
                    && !matches!(
                        point.part,
                        Part::Start | Part::Middle | Part::End | Part::QuarterEnd(_)
                    )
            }
            Self::Span(..) => true,
            _ => false,
        }
    }
}

/// A feast by the calendar that it goes by.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum Feast {
    /// A month and a day: 国庆节.
    Solar(u32, u32),
    /// A month and a day of the lunar calendar: 中秋节.
    Lunar(u32, u32),
    /// The last day of the lunar year, so many days before the first: 除夕 is 1.
    BeforeNewYear(u32),
    /// One of the days that go by the sun: 清明, 冬至.
    OfTheSun(SolarTerm),
}

/// A day that goes by the sun, as the usual formula has it.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) struct SolarTerm {
    pub(crate) month: u32,
    /// Its place in the month in the first year of a century, the last one's and this one's, in
    /// hundredths of a day.
    pub(crate) first: [i32; 2],
}

/// A length of time.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum Unit {
    Year,
    Month,
    Week,
    Day,
}

/// A point or a period of the calendar; what is not said is left open.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub(crate) struct Point {
    pub(crate) year: Field,
    pub(crate) month: Field,
    pub(crate) day: Field,
    pub(crate) part: Part,
}

impl Point {
    /// True for a day, by its number, its distance or its place among the weekdays of a month.
    pub(crate) fn is_a_day(&self) -> bool {
        self.day != Field::Open || matches!(self.part, Part::NthWeekday(..) | Part::LastWeekday(_))
    }
}

/// One field of a date.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub(crate) enum Field {
    /// Not said.
    #[default]
    Open,
    /// Said: `2024年`.
    Stated(i32),
    /// So many after the reference's: `去年` is -1.
    FromReference(i32),
    /// So many after the last date named before: `同年` is 0, `次年` 1.
    FromAntecedent(i32),
    /// So many after the period that figures are told of, else after the reference's: `上年` is -1.
    FromPeriod(i32),
}

impl Field {
    /// The number, where the text gives it itself.
    pub(crate) fn stated(self) -> Option<i32> {
        match self {
            Self::Stated(value) => Some(value),
            _ => None,
        }
    }

    /// True where the text gives the number itself.
    pub(crate) fn is_stated(self) -> bool {
        matches!(self, Self::Stated(_))
    }
}

/// Which part of the year or month is meant.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub(crate) enum Part {
    #[default]
    Whole,
    /// 初
    Start,
    /// 中
    Middle,
    /// 底, 末
    End,
    /// 一季度
    Quarter(u32),
    /// 三季度末
    QuarterEnd(u32),
    /// 前三季度
    FirstQuarters(u32),
    /// 上半年 1, 下半年 2
    Half(u32),
    /// 前11个月
    FirstMonths(u32),
    /// 上旬 1 to 1, 中下旬 2 to 3
    Tenths(u32, u32),
    /// 上半月 1, 下半月 2
    HalfMonth(u32),
    /// 第二个星期日, the day counted from 0 for Monday
    NthWeekday(u32, u32),
    /// 最后一个星期一
    LastWeekday(u32),
    /// 春 1, 夏 2, 秋 3, 冬 4
    Season(u32),
    /// 第三周, 第二个月
    Nth(u32, Unit),
    /// 前10天, 前两周
    First(u32, Unit),
    /// 最后三周
    Last(u32, Unit),
}
