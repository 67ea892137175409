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
    /// The last so many units up to the reference: `近5年来`.
    Last(u32, Unit),
    /// The next so many units from the reference: `未来三年`.
    Next(u32, Unit),
    /// So many units before the reference: `三年前`.
    Ago(u32, Unit),
    /// No certain date, up to the reference: `近日`.
    Vague,
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
}

impl Field {
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
    /// 前三季度
    FirstQuarters(u32),
    /// 上半年 1, 下半年 2
    Half(u32),
    /// 前11个月
    FirstMonths(u32),
    /// 上旬 1, 中旬 2, 下旬 3
    Tenth(u32),
}
