//! The public cases of Recognizers-Text for numbers, percentages and currencies, where they are at
//! hand (`recognizers`).
//!
//! Adapter: a case passes where text, start and value of all its results are ours, in order.
//! Numbers compare by value to eleven digits; percentages in per cent; currencies by ISO code where
//! the suite gives one. Three conventions of the suite are kept by the adapter: a number written
//! 一 or 两 before a currency or a discount is none of its numbers, of a span of percentages it has
//! the end that bears the sign (and nothing of 二三十个百分点), and its offsets count UTF-16 units.
//! Shares are over all cases of a file, supported upstream or not.

#![allow(
    clippy::unwrap_used,
    clippy::print_stdout,
    clippy::disallowed_methods,
    reason = "a test that reads files"
)]

mod recognizers;

use deltascope_extract::{FoundNumber, numbers, quantities};

/// Where a result begins, its value to eleven digits, and the code of its currency.
type Result = (usize, String, String);

/// Runs one file of the suite; the share of its cases that pass must not fall below `floor`.
fn share(file: &str, ours: fn(&str) -> Vec<Result>, floor: f64) {
    let Some(cases) = recognizers::cases(file) else {
        return;
    };
    let mut passed = 0;
    for case in &cases {
        let input = case["Input"].as_str().unwrap();
        let expected: Vec<Result> = case["Results"]
            .as_array()
            .unwrap()
            .iter()
            .filter_map(|result| {
                let value = result["Resolution"]["value"].as_str()?;
                let value = value.trim_end_matches('%').parse::<f64>().ok()?;
                let start = result["Start"].as_u64().unwrap_or_default() as usize;
                let code = result["Resolution"]["isoCurrency"].as_str().unwrap_or_default();
                Some((start, format!("{value:.10e}"), code.to_owned()))
            })
            .collect();
        let found = ours(input);
        let same = |(ours, theirs): (&Result, &Result)| {
            ours.0 == theirs.0 && ours.1 == theirs.1 && (theirs.2.is_empty() || ours.2 == theirs.2)
        };
        if found.len() == expected.len() && found.iter().zip(&expected).all(same) {
            passed += 1;
        } else if recognizers::shown() {
            println!("{input}\n  expected {expected:?}\n  found    {found:?}");
        }
    }
    let share = f64::from(passed) / cases.len() as f64;
    println!("{file}: {passed} of {} ({:.1}%)", cases.len(), share * 100.0);
    assert!(share >= floor, "{file} fell below its floor of {floor}");
}

fn result(text: &str, start: u32, value: &str, code: &str) -> Option<Result> {
    let start = text[..start as usize].encode_utf16().count();
    Some((start, format!("{:.10e}", value.parse::<f64>().ok()?), code.to_owned()))
}

#[test]
fn numbers_of_the_suite() {
    share(
        "Number/NumberModel.json",
        |text| {
            let small = |found: &FoundNumber| {
                let rest = &text[found.range.end() as usize..];
                let single = ["一", "两"].contains(&found.range.slice(text).unwrap_or_default());
                single && ["美元", "美刀", "折"].iter().any(|unit| rest.starts_with(unit))
            };
            let found = numbers(text);
            let found = found.iter().filter(|found| !small(found));
            found.filter_map(|one| result(text, one.range.start(), &one.value, "")).collect()
        },
        0.97,
    );
}

#[test]
fn percentages_of_the_suite() {
    share(
        "Number/PercentModel.json",
        |text| {
            let found = quantities(text);
            let percent = found.iter().filter(|one| matches!(one.unit.as_str(), "%" | "百分点"));
            percent
                .filter_map(|one| {
                    let span = one.value.contains('/');
                    let end = one.text.rfind(['-', '至']).filter(|_| span);
                    if span && end.is_none() {
                        return None;
                    }
                    let start = one.range.start() + end.map_or(0, |at| at as u32 + 1);
                    let value = one.value.rsplit('/').next()?;
                    result(text, start, value, "")
                })
                .collect()
        },
        1.0,
    );
}

#[test]
fn currencies_of_the_suite() {
    share(
        "NumberWithUnit/CurrencyModel.json",
        |text| {
            let found = quantities(text);
            let money = found.iter().filter(|one| one.kind == "money");
            money.filter_map(|one| result(text, one.range.start(), &one.value, &one.unit)).collect()
        },
        0.9,
    );
}
