//! Dates with their year, in the forms that pages write them in: `2012年01月11日`, `2012-1-11`,
//! `2012/01/11`, `2012.01.11`, `２０１２年１月１１日`, `二〇一二年一月十一日`, `民國101年1月11日`,
//! `一百零一年一月十一日` after 民國, `101-01-11` where it stands alone or behind its key,
//! `January 11, 2012`, `11 January 2012`.

use std::ops::Range;

use deltascope_model::Edtf;

use super::digits::{Shape, shapes};
use crate::pattern::Pattern;

static HAN: Pattern = Pattern::new(
    r"([一二][〇○零Ｏ一二三四五六七八九]{3})年([一二三四五六七八九十]{1,2})月([一二三四五六七八九十廿卅]{1,3})日",
);
static MINGUO: Pattern = Pattern::new(
    r"(?:中[华華])?民[国國]\s*([0-9]{2,3}|[〇○零Ｏ一二三四五六七八九十百]{2,4})\s*[-/.年]\s*([0-9]{1,2}|[一二三四五六七八九十]{1,2})\s*[-/.月]\s*([0-9]{1,2}|[一二三四五六七八九十廿卅]{1,3})\s*日?",
);
/// A year of the Republic without its name, as offices in Taiwan write it: nothing but the date, or
/// right behind its key.
static BARE_MINGUO: Pattern = Pattern::new(
    r"(?:^|[日时時][期间間]\s*[:：]?\s*)((1[01][0-9])[-/年]\s?([0-9]{1,2})[-/月]\s?([0-9]{1,2})日?)(?:$|\s)",
);

/// Months as the two English patterns write them.
const MONTHS: [&str; 12] =
    ["jan", "feb", "mar", "apr", "may", "jun", "jul", "aug", "sep", "oct", "nov", "dec"];

static ENGLISH: Pattern = Pattern::new(concat!(
    r"(?i)\b(jan|feb|mar|apr|may|jun|jul|aug|sep|oct|nov|dec)[a-z]{0,6}\.? ([0-9]{1,2})(?:st|nd|rd|th)?,? ?((?:19|20)[0-9]{2})\b",
    r"|\b([0-9]{1,2})(?:st|nd|rd|th)? (jan|feb|mar|apr|may|jun|jul|aug|sep|oct|nov|dec)[a-z]{0,6}\.?,? ((?:19|20)[0-9]{2})\b",
));

/// A date and the bytes of the text that state it.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Day {
    /// The date.
    pub edtf: Edtf,
    /// Where the text states it.
    pub range: Range<usize>,
}

/// The dates of a text, in order. What is no date of the calendar is none.
pub fn days(text: &str) -> Vec<Day> {
    let mut days = Vec::new();
    if !may_date(text) {
        return days;
    }
    days.extend(
        shapes(text)
            .filter_map(|(at, Shape { whole, parts })| read(text, at..at + whole.len(), parts, 0)),
    );
    let spelled = |pattern: &Pattern, first_year: i32| {
        let found = pattern.captures_iter(text).filter_map(|found| {
            let parts = [&found[1], &found[2], &found[3]];
            read(text, found.get(0)?.range(), parts, first_year)
        });
        found.collect::<Vec<_>>()
    };
    // Most lines hold none of what the patterns need.
    if text.contains('年') {
        days.extend(spelled(&HAN, 0));
    }
    if text.contains('民') {
        days.extend(spelled(&MINGUO, 1911));
    }
    let may_be_bare = || text.starts_with('1') || text.contains(['期', '时', '時']);
    if text.contains('1') && may_be_bare() {
        days.extend(BARE_MINGUO.captures_iter(text).filter_map(|found| {
            let part = |nth: usize| number(&found[nth]);
            let year = 1911 + i32::try_from(part(2)?).ok()?;
            Some(Day { edtf: Edtf::day(year, part(3)?, part(4)?)?, range: found.get(1)?.range() })
        }));
    }
    if may_be_english(text) {
        days.extend(ENGLISH.captures_iter(text).filter_map(|found| {
            let part = |one: usize, other: usize| found.get(one).or(found.get(other));
            let (name, day, year) = (part(1, 5)?, part(2, 4)?, part(3, 6)?);
            let name = name.as_str().to_ascii_lowercase();
            let month = MONTHS.iter().position(|month| *month == name)? as u32 + 1;
            let edtf = Edtf::day(year.as_str().parse().ok()?, month, number(day.as_str())?)?;
            Some(Day { edtf, range: found.get(0)?.range() })
        }));
    }
    days.sort_by_key(|day| day.range.start);
    days
}

/// The date of year, month and day that stand in a range of the text.
fn read(text: &str, range: Range<usize>, parts: [&str; 3], first_year: i32) -> Option<Day> {
    let (before, after) = (&text[..range.start], &text[range.end..]);
    let is_digit = |char: char| char.is_ascii_digit();
    // `12012-01-02` and `2012-01-111` are numbers of something else.
    let goes_on = text[range.clone()].ends_with(is_digit)
        && parts[2].len() == 2
        && after.starts_with(is_digit)
        && after.get(2..3).is_none_or(|colon| colon != ":");
    if before.ends_with(is_digit) || goes_on {
        return None;
    }
    let [year, month, day] = parts.map(number);
    let edtf = Edtf::day(first_year + i32::try_from(year?).ok()?, month?, day?)?;
    Some(Day { edtf, range })
}

/// A digit stands in the text, or what a date in other numbers is not without.
fn may_date(text: &str) -> bool {
    text.chars().any(|char| matches!(char, '0'..='9' | '０'..='９' | '年' | '民'))
}

/// A blank, a figure of a year and a month's name stand in the text.
fn may_be_english(text: &str) -> bool {
    let is_month =
        |three: &[u8]| MONTHS.iter().any(|month| three.eq_ignore_ascii_case(month.as_bytes()));
    memchr::memchr2(b'1', b'2', text.as_bytes()).is_some()
        && text.contains(' ')
        && text.as_bytes().windows(3).any(|three| three[0].is_ascii_alphabetic() && is_month(three))
}

/// `０３`, `十二`, `二〇一二`, `廿三`, `一百零一`.
fn number(word: &str) -> Option<u32> {
    if let Some((hundreds, rest)) = word.split_once('百') {
        let rest = rest.trim_start_matches(['零', '〇', '○']);
        let rest = if rest.is_empty() { 0 } else { number(rest)? };
        return Some(number(hundreds)? * 100 + rest);
    }
    let digit = |char: char| match char {
        '０'..='９' => Some(u32::from(char) - u32::from('０')),
        '〇' | '○' | '零' | 'Ｏ' => Some(0),
        _ => char.to_digit(10).or_else(|| {
            "一二三四五六七八九".chars().position(|one| one == char).map(|at| at as u32 + 1)
        }),
    };
    if !word.contains(['十', '廿', '卅']) {
        return word.chars().try_fold(0, |sum, char| Some(sum * 10 + digit(char)?));
    }
    let mut sum = 0;
    for char in word.chars() {
        match char {
            '十' => sum = sum.max(1) * 10,
            '廿' => sum = 20,
            '卅' => sum = 30,
            _ => sum += digit(char)?,
        }
    }
    Some(sum)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[track_caller]
    fn check(text: &str, expected: &[&str]) {
        let found: Vec<String> = days(text).iter().map(|day| day.edtf.to_string()).collect();
        assert_eq!(found, expected);
    }

    #[test]
    fn forms_of_a_date() {
        check("2012年01月11日 08:21", &["2012-01-11"]);
        check("【2012/1/11 江畔報】", &["2012-01-11"]);
        check("2012.01.1103:28", &["2012-01-11"]);
        check("２０１２年１月１１日", &["2012-01-11"]);
        check("二〇一二年一月十一日", &["2012-01-11"]);
        check("二○二四年十二月二十三日", &["2024-12-23"]);
        check("民國101年1月11日", &["2012-01-11"]);
        check("中華民國一百年十二月十日 星期六", &["2011-12-10"]);
        check("民國一百零一年一月十一日", &["2012-01-11"]);
        check("民國一○一年一月十一日", &["2012-01-11"]);
        check("發布日期：101-05-08", &["2012-05-08"]);
        check("101/05/08 10:20", &["2012-05-08"]);
        check("June 5, 2024 06:00 AM | 151 次", &["2024-06-05"]);
        check("Published: 06 May 2015 10:30", &["2015-05-06"]);
        check("MAY 6TH, 2015", &["2015-05-06"]);
        check("记者 张三 | Jan 31,2019", &["2019-01-31"]);
        check("2024-06-05 更新 2024-06-07", &["2024-06-05", "2024-06-07"]);
    }

    #[test]
    fn what_is_no_date() {
        check("2025-02-30", &[]);
        check("12012-01-02", &[]);
        check("2024年6月", &[]);
        check("编号2012-01-112", &[]);
        check("共101-05-08件", &[]);
        check("may 2015", &[]);
    }
}
