//! The Chinese cases of Recognizers-Text's `DateTimeModel`, where they stand beside the checkout: which share
//! of all of them our times give, in their form.
//!
//! Their form: `End` is inclusive, in characters; the end of a span is the first day after it where
//! the text names one period, and the last named side itself where it names two (从3日到5日 ends on
//! the 5th); 2018年以后 begins with 2019 and 2018年以前 ends with 2018; a date without a year may be
//! of either side of the reference. A case counts where every time of it has the range and one of the
//! values, and nothing else is found. Times of day, lengths and habits are no dates here, so that
//! their cases are lost, and they stand in the denominator.
#![expect(
    clippy::disallowed_methods,
    clippy::unwrap_used,
    reason = "a test reads the cases and stops at the first fault"
)]

use std::path::Path;

use deltascope_extract::{FoundTime, times};
use deltascope_model::{Day, Edtf};
use serde_json::Value;

/// The value of a date, or the ends of a span.
type Theirs = (Option<String>, Option<String>, Option<String>);

#[test]
fn shares_of_the_cases() {
    let path = Path::new(env!("CARGO_MANIFEST_DIR"))
        .join("../../../shared/suites/recognizers-text/DateTime/DateTimeModel.json");
    let Ok(text) = std::fs::read_to_string(&path) else {
        println!("no ../shared/suites/recognizers-text beside this checkout: nothing to measure");
        return;
    };
    let cases: Vec<Value> = serde_json::from_str(text.trim_start_matches('\u{feff}')).unwrap();
    let (mut right, mut dates, mut right_dates) = (0, 0, 0);
    for case in &cases {
        let ok = passes(case);
        right += usize::from(ok);
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
const FLOOR_ALL: usize = 55;
const FLOOR_DATES: usize = 82;

fn results(case: &Value) -> &[Value] {
    case["Results"].as_array().map_or(&[], Vec::as_slice)
}

fn is_of_dates(case: &Value) -> bool {
    let dates = |result: &Value| {
        matches!(result["TypeName"].as_str(), Some("datetimeV2.date" | "datetimeV2.daterange"))
    };
    !results(case).is_empty() && results(case).iter().all(dates)
}

fn passes(case: &Value) -> bool {
    let input = case["Input"].as_str().unwrap();
    let reference = case["Context"]["ReferenceDateTime"].as_str().and_then(|date| date.get(..10));
    let found = times(input, reference.and_then(|date| Edtf::new(date).ok()).as_ref());
    let expected = results(case);
    if expected.is_empty() {
        return found.is_empty();
    }
    is_of_dates(case)
        && found.len() == expected.len()
        && found.iter().zip(expected).all(|(found, expected)| same(input, found, expected))
}

fn same(input: &str, found: &FoundTime, expected: &Value) -> bool {
    let chars = |bytes: usize| input[..bytes].chars().count() as u64;
    let range = found.range.usize();
    let there = expected["Start"] == chars(range.start) && expected["End"] == chars(range.end) - 1;
    let ours = ours(found);
    let values = expected["Resolution"]["values"].as_array().unwrap();
    there
        && values.iter().any(|value| {
            let text = |key: &str| value[key].as_str().map(str::to_owned);
            let unresolved = value["value"] == "not resolved";
            unresolved && ours.is_empty()
                || ours.contains(&(text("value"), text("start"), text("end")))
        })
}

/// What we found, in the forms of theirs that say the same; none where it is no date of theirs.
fn ours(found: &FoundTime) -> Vec<Theirs> {
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
