//! Expressions of time of every kind: the times that date something, and beside them times of a
//! clock, lengths and habits, which articles' timelines have no use for.
//!
//! 1. at each place the longest of a time, a habit, a length and a time of day counts
//! 2. the times are resolved as [`times`](crate::times()) does
//! 3. the clock of a time is read from its own words

use deltascope_model::{Basis, Edtf, TextRange};

use crate::context::Context;
use crate::meaning::Meaning;
use crate::rules::time_clock::{self, Hours};
use crate::rules::{Scan, Undated, is_number, republic, time_habit, time_length};
use crate::spots::Spots;
use crate::times::{FoundTime, read_at, resolve_all};

/// What an expression of time tells.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum ExpressionKind {
    /// When: `3月10日上午`.
    Date,
    /// At what time of whatever day: `下午5点到6点`.
    Clock,
    /// How long: `三年半`.
    Length,
    /// How often: `每周一`.
    Habit,
}

impl ExpressionKind {
    /// `date`, `clock`, `length` or `habit`.
    #[must_use]
    pub fn key(self) -> &'static str {
        match self {
            Self::Date => "date",
            Self::Clock => "clock",
            Self::Length => "length",
            Self::Habit => "habit",
        }
    }
}

/// An expression of time of any kind.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Expression {
    /// What it tells.
    pub kind: ExpressionKind,
    /// Where it stands and, of a date, what it means.
    pub time: FoundTime,
    /// The value as ISO-TimeML writes it (`T17:30`, `P3.5Y`, `2025-03-10T08`, `TMO`), with `/`
    /// between two and `..` for an open end; none of a date that says no time of day.
    pub timex: Option<String>,
}

/// The expressions of a text of either script, in order, none overlapping another.
pub fn expressions(text: &str, reference: Option<&Edtf>) -> Vec<Expression> {
    let simplified = deltascope_text::simplify(text);
    let plain = simplified.text();
    let republic = republic::is_counted_in(Spots::of(plain).text(plain));
    let (mut dates, mut found) = (Vec::new(), Vec::new());
    let mut free_from = 0;
    for (at, first) in plain.char_indices() {
        if at < free_from {
            continue;
        }
        let place = Scan::new(plain, at).counted(republic);
        // An hour is one of a clock here.
        let date = read_at(place, first).filter(|date| date.meaning != Meaning::Hour);
        let end = date.as_ref().map_or(at, |date| date.range.usize().end);
        if let Some(undated) = undated(place).filter(|one| one.time.range.usize().end > end) {
            free_from = undated.time.range.usize().end;
            found.push(undated);
        } else if let Some(date) = date {
            free_from = end;
            dates.push(date);
        }
    }
    let mut context = Context::alone(reference);
    let spots = Spots::of(plain);
    found.extend(
        resolve_all(spots.text(plain), &mut dates, &mut context)
            .into_iter()
            .map(|time| Expression { kind: ExpressionKind::Date, timex: clock_of(&time), time }),
    );
    found.sort_by_key(|one| one.time.range.start());
    for Expression { time, .. } in &mut found {
        time.range = simplified.raw_range(time.range);
        time.text.clear();
        time.text.push_str(time.range.slice(text).unwrap_or_default());
    }
    found
}

/// The longest of what dates nothing at a place.
fn undated(place: Scan<'_>) -> Option<Expression> {
    let readings = [
        (ExpressionKind::Habit, time_habit::read(place)),
        (ExpressionKind::Length, time_length::read(place)),
        (ExpressionKind::Clock, lone_clock(place)),
    ];
    let found = readings.into_iter().filter_map(|(kind, reading)| Some((kind, reading?)));
    let (kind, (len, timex)) = found.max_by_key(|(_, (len, _))| *len)?;
    let at = place.before().len();
    let time = FoundTime {
        range: TextRange::of(at, at + len),
        text: String::new(),
        edtf: None,
        basis: Basis::Stated,
        anchor: None,
    };
    Some(Expression { kind, time, timex: Some(timex) })
}

/// A time of day with no day: `下午5点`, `大约十点`, `12:00之前`, `从9点到11点`.
fn lone_clock(place: Scan<'_>) -> Undated {
    /// Points of a list, and words that need a day before them.
    const OTHER: [&str; 7] = ["一点", "两点", "三点", "早", "晨", "晚", "夜"];
    if place.before().ends_with(|c: char| is_number(c) || ".:：".contains(c))
        || place.rest().starts_with(' ')
    {
        return None;
    }
    let opened = place.eat_any(&["从", "自"]);
    let start = opened.or_else(|| place.eat_any(&["大约", "约", "大概"]));
    let (after, Hours { first, last }) = time_clock::read(start.map_or(place, |(start, _)| start))?;
    if opened.is_some() && last.is_none() || OTHER.contains(&&place.rest()[..after.since(place)]) {
        return None;
    }
    let first = first.timex();
    if let Some(last) = last {
        return Some((after.since(place), format!("{first}/{}", last.timex())));
    }
    Some(match after.eat_blank().eat_any(&["之前", "以前", "之后", "以后"]) {
        Some((end, 0 | 1)) => (end.since(place), format!("../{first}")),
        Some((end, _)) => (end.since(place), format!("{first}/..")),
        None => (after.since(place), first),
    })
}

/// A date with the time of day that its words say.
fn clock_of(date: &FoundTime) -> Option<String> {
    let hours = hours_in(&date.text);
    let (_, first) = hours.first()?;
    let edtf = date.edtf.as_ref()?.as_str();
    Some(match edtf.split_once('/') {
        Some(("..", day)) => format!("../{day}{}", first.first.timex()),
        Some((day, "..")) => format!("{day}{}/..", first.first.timex()),
        Some((one, two)) => {
            // 今天到明天四点: an hour at the end is the second side's.
            let alone_behind = hours.len() == 1 && hours[0].0 == date.text.len();
            let before = if alone_behind { String::new() } else { first.first.timex() };
            let behind = hours.get(1).or(hours.first().filter(|_| alone_behind));
            let behind = behind.map_or_else(String::new, |(_, last)| last.first.timex());
            format!("{one}{before}/{two}{behind}")
        }
        None => {
            let until = first.last.map(|last| format!("/{edtf}{}", last.timex()));
            format!("{edtf}{}{}", first.first.timex(), until.unwrap_or_default())
        }
    })
}

/// The times of day in the words of a date, each with where it ends.
fn hours_in(words: &str) -> Vec<(usize, Hours)> {
    let mut found = Vec::new();
    let mut free_from = 0;
    for (at, first) in words.char_indices() {
        let place = Scan::new(words, at);
        if at < free_from || is_number(first) && place.before().ends_with(is_number) {
            continue;
        }
        if let Some((after, hours)) = time_clock::read(place) {
            free_from = at + after.since(place);
            found.push((free_from, hours));
        }
    }
    found
}

#[cfg(test)]
mod tests {
    use super::*;

    #[track_caller]
    fn check(text: &str, expected: &[(&str, &str, Option<&str>)]) {
        let reference = Edtf::new("2025-03-10").unwrap();
        let found = expressions(text, Some(&reference));
        let found: Vec<_> = found
            .iter()
            .map(|one| (one.time.text.as_str(), one.kind.key(), one.timex.as_deref()))
            .collect();
        assert_eq!(found, expected, "{text}");
    }

    #[test]
    fn every_kind() {
        check(
            "3月10日上午8时30分开工。",
            &[("3月10日上午8时30分", "date", Some("2025-03-10T08:30"))],
        );
        check(
            "工期兩年半，每週一上午9點例會。",
            &[
                ("兩年半", "length", Some("P2.5Y")),
                ("每週一上午9點", "habit", Some("XXXX-WXX-1T09")),
            ],
        );
        check(
            "从昨天下午两点到今天四点封路，下午五点之前绕行。",
            &[
                ("从昨天下午两点到今天四点", "date", Some("2025-03-09T14/2025-03-10T04")),
                ("下午五点之前", "clock", Some("../T17")),
            ],
        );
        check("2025.01.29晚上六点试播", &[("2025.01.29晚上六点", "date", Some("2025-01-29T18"))]);
        check(
            "今晚7点到9点直播。",
            &[("今晚7点到9点", "date", Some("2025-03-10T19/2025-03-10T21"))],
        );
        check("三年前动工，分三步走，一点建议。", &[("三年前", "date", None)]);
    }
}
