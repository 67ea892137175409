//! Times that come again: `每天`, `每周一下午八点`, `每三个月`, `每隔5天`. They date nothing.

use super::field;
use super::time_week::day;
use super::{Scan, Undated, time_clock, time_length};

/// Units that come again, and how long each is.
const UNITS: [(&str, &str); 13] = [
    ("天", "P1D"),
    ("日", "P1D"),
    ("晚", "P1D"),
    ("周末", "XXXX-WXX-WE"),
    ("周", "P1W"),
    ("星期", "P1W"),
    ("礼拜", "P1W"),
    ("月", "P1M"),
    ("季度", "P3M"),
    ("年", "P1Y"),
    ("小时", "PT1H"),
    ("钟头", "PT1H"),
    ("分钟", "PT1M"),
];

/// A time that comes again at this place.
pub(crate) fn read(scan: Scan<'_>) -> Undated {
    let (each, index) = scan.eat_any(&["每", "每逢", "逢", "每隔"])?;
    let found = weekday(each).filter(|_| index != 3).or_else(|| unit(each)).or_else(|| {
        let (len, length) = time_length::read(each)?;
        Some((each.skip(len), length))
    });
    let (after, again) = found.filter(|_| index != 2 || weekday(each).is_some())?;
    let (after, again) = dated(after, again);
    let of_day = again.ends_with('D') || again.starts_with('X');
    Some(match time_clock::read(after).filter(|_| of_day) {
        Some((end, hours)) => (end.since(scan), format!("{again}{}", hours.first.timex())),
        None => (after.since(scan), again),
    })
}

/// `15日` of 每月15日, `三月` of 每年三月: which day or month comes again.
fn dated<'a>(after: Scan<'a>, again: String) -> (Scan<'a>, String) {
    let in_month = |scan| day_of_month(scan).map(|(end, day)| (end, format!("XXXX-XX-{day:02}")));
    let in_year = |scan: Scan<'a>| {
        let number = scan.small().filter(|number| (1..=12).contains(&number.value))?;
        let (end, month) = (scan.skip(number.len).eat("月")?, number.value);
        Some(match day_of_month(end) {
            Some((end, day)) => (end, format!("XXXX-{month:02}-{day:02}")),
            None => (end, format!("XXXX-{month:02}")),
        })
    };
    let found = match again.as_str() {
        "P1M" => in_month(after),
        "P1Y" => in_year(after.eat("的").unwrap_or(after)),
        _ => None,
    };
    found.unwrap_or((after, again))
}

fn day_of_month(scan: Scan<'_>) -> Option<(Scan<'_>, i32)> {
    let (end, day) = field::day(scan)?;
    Some((end, day.stated()?))
}

/// `周一`, `星期日`, not 周一次.
fn weekday(scan: Scan<'_>) -> Option<(Scan<'_>, String)> {
    let (week, _) = scan.eat_any(&["周", "星期", "礼拜", "个星期", "个周"])?;
    let (after, day) = day(week)?;
    let counts = after.rest().starts_with(|c| "次场期回节班趟更评份篇条".contains(c));
    (!counts).then(|| (after, format!("XXXX-WXX-{}", day + 1)))
}

fn unit(scan: Scan<'_>) -> Option<(Scan<'_>, String)> {
    let unit_at = scan.eat_any(&["个", "一", "一个"]).map_or(scan, |(after, _)| after);
    let (word, length) = UNITS.iter().find(|(word, _)| unit_at.rest().starts_with(word))?;
    let after = unit_at.skip(word.len());
    // 每年级, 每日元, 每天花板: the word straddles others.
    let straddles = after.rest().starts_with(['级', '元', '龄', '报', '刊', '花']);
    (!straddles).then(|| (after, (*length).to_owned()))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[track_caller]
    fn check(text: &str, expected: Option<(&str, &str)>) {
        let found = read(Scan::new(text, 0));
        let expected = expected.map(|(matched, again)| (matched.len(), again.to_owned()));
        assert_eq!(found, expected, "{text}");
    }

    #[test]
    fn habits() {
        check("每天都发生", Some(("每天", "P1D")));
        check("每个月,", Some(("每个月", "P1M")));
        check("每周一次", Some(("每周", "P1W")));
        check("每周一下午八点", Some(("每周一下午八点", "XXXX-WXX-1T20")));
        check("每天上午九点", Some(("每天上午九点", "P1DT09")));
        check("逢周一闭馆", Some(("逢周一", "XXXX-WXX-1")));
        check("每逢周末加班", Some(("每逢周末", "XXXX-WXX-WE")));
        check("每三个月", Some(("每三个月", "P3M")));
        check("每隔5天", Some(("每隔5天", "P5D")));
        check("每月15日发放", Some(("每月15日", "XXXX-XX-15")));
        check("每年三月,", Some(("每年三月", "XXXX-03")));
        check("每年3月12日,", Some(("每年3月12日", "XXXX-03-12")));
        for text in ["每家", "逢年过节", "每年级", "每三家"] {
            check(text, None);
        }
    }
}
