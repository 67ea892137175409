//! The Chinese cases of Recognizers-Text's `DateTimeModel`, where they stand beside the checkout or
//! `DELTASCOPE_SUITES` says: which share of all of them our expressions give, in their form.
//!
//! Their form: `End` is inclusive, in characters; the end of a span is the first day after it where
//! the text names one period, and the last named side itself where it names two (从3日到5日 ends on
//! the 5th); 2018年以后 begins with 2019 and 2018年以前 ends with 2018; a date without a year may be
//! of either side of the reference. Parts of the day are hours of theirs (上午 is 8 to 12), a length
//! is in seconds (a year has 365 days, a month 30), and a habit has no value but its length.
//! A case counts where every expression of it has the range and one of the values, and nothing else
//! is found. What counts from the minute of asking (2分钟前) is none of ours and stays in the
//! denominator. `DELTASCOPE_SUITES_SHOW` prints the cases that are lost.
#![expect(
    clippy::disallowed_methods,
    clippy::print_stdout,
    clippy::unwrap_used,
    reason = "a test reads the cases and stops at the first fault"
)]

mod recognizers;

use deltascope_extract::{Expression, ExpressionKind, FoundTime, expressions};
use deltascope_model::{Day, Edtf};
use serde_json::Value;

/// The value of a date, or the ends of a span.
type Theirs = (Option<String>, Option<String>, Option<String>);

#[test]
fn shares_of_the_cases() {
    let Some(cases) = recognizers::cases("DateTime/DateTimeModel.json") else {
        return;
    };
    let (mut right, mut dates, mut right_dates) = (0, 0, 0);
    for case in &cases {
        let ok = passes(case);
        right += usize::from(ok);
        if !ok && recognizers::shown() {
            show(case);
        }
        if is_of_dates(case) {
            dates += 1;
            right_dates += usize::from(ok);
        }
    }
    println!(
        "all cases {right} of {}, dates and spans of dates {right_dates} of {dates}",
        cases.len()
    );
    assert!(right * 100 >= cases.len() * FLOOR_ALL && right_dates * 100 >= dates * FLOOR_DATES);
}

/// Shares in hundredths; they rise with the rules and are never lowered.
const FLOOR_ALL: usize = 89;
const FLOOR_DATES: usize = 90;

fn show(case: &Value) {
    println!("{} {}", case["Context"]["ReferenceDateTime"], case["Input"]);
    for result in results(case) {
        println!("  expected {} {}", result["Text"], result["Resolution"]["values"]);
    }
    for found in found(case) {
        println!("  found    {} {:?} {:?}", found.time.text, found.timex, ours(&found));
    }
}

fn found(case: &Value) -> Vec<Expression> {
    let reference = case["Context"]["ReferenceDateTime"].as_str().and_then(|date| date.get(..10));
    let reference = reference.and_then(|date| Edtf::new(date).ok());
    expressions(case["Input"].as_str().unwrap(), reference.as_ref())
}

fn results(case: &Value) -> &[Value] {
    case["Results"].as_array().map_or(&[], Vec::as_slice)
}

/// True where every expression that the case asks for is a date or a span of days.
fn is_of_dates(case: &Value) -> bool {
    let dates = |result: &Value| {
        matches!(result["TypeName"].as_str(), Some("datetimeV2.date" | "datetimeV2.daterange"))
    };
    !results(case).is_empty() && results(case).iter().all(dates)
}

fn passes(case: &Value) -> bool {
    let input = case["Input"].as_str().unwrap();
    let (found, expected) = (found(case), results(case));
    found.len() == expected.len()
        && found.iter().zip(expected).all(|(found, expected)| same(input, found, expected))
}

fn same(input: &str, found: &Expression, expected: &Value) -> bool {
    let chars = |bytes: usize| input[..bytes].chars().count() as u64;
    let range = found.time.range.usize();
    let there = expected["Start"] == chars(range.start) && expected["End"] == chars(range.end) - 1;
    let ours = ours(found);
    let values = expected["Resolution"]["values"].as_array().unwrap();
    there
        && values.iter().any(|value| {
            let text = |key: &str| value[key].as_str().map(str::to_owned);
            let unresolved = value["value"] == "not resolved";
            if found.kind == ExpressionKind::Habit {
                return unresolved && text("timex") == found.timex;
            }
            unresolved && ours.is_empty()
                || ours.contains(&(text("value"), text("start"), text("end")))
        })
}

/// What we found, in the forms of theirs that say the same; none where they have none.
fn ours(found: &Expression) -> Vec<Theirs> {
    match (found.kind, found.timex.as_deref()) {
        (ExpressionKind::Date, None) => date(&found.time),
        (ExpressionKind::Length, Some(length)) => {
            vec![(Some(seconds(length).to_string()), None, None)]
        }
        (ExpressionKind::Date | ExpressionKind::Clock, Some(timex)) => vec![clock(timex)],
        (ExpressionKind::Habit, _) | (_, None) => Vec::new(),
    }
}

/// A time of day, or two: `2016-01-19T17:00`, `T17/..`.
fn clock(timex: &str) -> Theirs {
    let hour = |side: &str| {
        let (day, time) = side.split_once('T')?;
        let blank = if day.is_empty() { "" } else { " " };
        let zeros = &":00:00"[(time.len() - 2).min(6)..];
        time.starts_with(|c: char| c.is_ascii_digit()).then(|| format!("{day}{blank}{time}{zeros}"))
    };
    if let Some((first, last)) = timex.split_once('/') {
        return (None, hour(first), hour(last));
    }
    let (day, part) = timex.split_once('T').unwrap();
    let hours = match part {
        "MO" => ("08", "12"),
        "AF" => ("12", "16"),
        "EV" => ("16", "20"),
        _ => return (hour(timex), None, None),
    };
    (None, hour(&format!("{day}T{}", hours.0)), hour(&format!("{day}T{}", hours.1)))
}

/// The seconds of `P1Y3M20DT8H50M20S`.
fn seconds(length: &str) -> u64 {
    const DAY: f64 = 86_400.0;
    let (mut sum, mut number, mut of_clock) = (0.0, String::new(), false);
    for c in length.chars().skip(1) {
        let unit = match (c, of_clock) {
            ('T', _) => {
                of_clock = true;
                continue;
            }
            ('Y', _) => 365.0 * DAY,
            ('M', false) => 30.0 * DAY,
            ('W', _) => 7.0 * DAY,
            ('D', _) => DAY,
            ('H', _) => 3600.0,
            ('M', true) => 60.0,
            ('S', _) => 1.0,
            _ => {
                number.push(c);
                continue;
            }
        };
        sum += number.parse::<f64>().unwrap() * unit;
        number.clear();
    }
    sum as u64
}

/// A date or a span of days.
fn date(found: &FoundTime) -> Vec<Theirs> {
    let Some(edtf) = &found.edtf else { return Vec::new() };
    let day = |number: Day| Edtf::from_day(number).map(String::from);
    let is_day = |text: &str| text.len() == "2024-06-05".len() && !text.contains('X');
    let bounds = edtf.bounds();
    let both_sides =
        ["或之后", "及之后", "或以后", "及以后", "或之前", "及之前", "或以前", "及以前"]
            .iter()
            .any(|words| found.text.ends_with(words));
    let season = edtf.as_str().get(5..7).is_some_and(|part| ("21"..="24").contains(&part));
    match edtf.as_str().split_once('/') {
        None if season => Vec::new(),
        None if is_day(edtf.as_str()) => vec![(bounds.first.and_then(day), None, None)],
        None => {
            vec![(None, bounds.first.and_then(day), bounds.last.and_then(|last| day(last + 1)))]
        }
        Some((first, "..")) => {
            let first_edtf = Edtf::new(first).unwrap().bounds();
            let behind = found.text.ends_with(['后', '後']) && !both_sides && !is_day(first);
            let start =
                if behind { first_edtf.last.map(|last| last + 1) } else { first_edtf.first };
            vec![(None, start.and_then(day), None)]
        }
        Some(("..", last)) if found.text == "最近" => vec![(Some(last.to_owned()), None, None)],
        Some(("..", last)) => {
            let last_edtf = Edtf::new(last).unwrap().bounds();
            let whole = both_sides && !is_day(last);
            let end = if whole { last_edtf.last.map(|last| last + 1) } else { last_edtf.first };
            vec![(None, None, end.and_then(day))]
        }
        Some((_, last)) => {
            let two =
                ["到", "至", "-", "–", "—", "和", "与"].iter().any(|to| found.text.contains(to));
            let named = bounds.last.and_then(|last| day(last + 1));
            let side = Edtf::new(last).unwrap().bounds().first.and_then(day);
            vec![(None, bounds.first.and_then(day), if two { side } else { named })]
        }
    }
}
