//! Dates of `before:` and `after:`: a year, a month or a day, as people write them.

use deltascope_model::{Day, Edtf};

/// The first day of a date: `2024`, `2024-06`, `2024/6/30`, `2024.6.30`, `2024年6月30日`; none where
/// the text is no date. Characters are folded before.
pub(super) fn first_day(text: &str) -> Option<Day> {
    let mut edtf = String::new();
    let mut rest = text;
    for marks in ["-/.年", "-/.月", "日号"] {
        let digits = rest.len() - rest.trim_start_matches(|c: char| c.is_ascii_digit()).len();
        let (number, after) = rest.split_at(digits);
        edtf.push_str(match (edtf.is_empty(), digits) {
            (_, 0) => return None,
            (true, _) => "",
            (false, 1) => "-0",
            (false, _) => "-",
        });
        edtf.push_str(number);
        let mark = after.chars().next();
        rest = &after[mark.map_or(0, char::len_utf8)..];
        match mark {
            None => break,
            Some(mark) if !marks.contains(mark) => return None,
            // `2024年` ends with its unit, `2024-` stops short.
            Some(mark) if rest.is_empty() && mark > '/' => break,
            Some(_) => {}
        }
    }
    if !rest.is_empty() || text.ends_with(['-', '/', '.']) {
        return None;
    }
    Edtf::new(edtf).ok()?.bounds().first
}

#[cfg(test)]
mod tests {
    use super::*;

    #[track_caller]
    fn check(text: &str, expected: Option<&str>) {
        let day = first_day(text).and_then(Edtf::from_day).map(|day| day.to_string());
        assert_eq!(day.as_deref(), expected, "{text}");
    }

    #[test]
    fn every_precision_and_mark() {
        check("2024", Some("2024-01-01"));
        check("2024-06", Some("2024-06-01"));
        check("2024-6", Some("2024-06-01"));
        check("2024/6", Some("2024-06-01"));
        check("2024.6.3", Some("2024-06-03"));
        check("2024-06-30", Some("2024-06-30"));
        check("2024年", Some("2024-01-01"));
        check("2024年6月", Some("2024-06-01"));
        check("2024年6月30日", Some("2024-06-30"));
        check("2024年12月1号", Some("2024-12-01"));
        check("2024年6", Some("2024-06-01"));
    }

    #[test]
    fn what_is_no_date_is_none() {
        for text in [
            "",
            "abc",
            "24",
            "2024-",
            "2024-13",
            "2024-02-30",
            "2024-06-30-1",
            "2024年6月30日晚",
            "2024-001",
            "年",
            "-2024",
            "2024--6",
            "２０２４",
        ] {
            check(text, None);
        }
    }
}
