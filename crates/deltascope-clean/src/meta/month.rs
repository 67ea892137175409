//! A date of publishing that names only its month or year: `2022年8月 来源:江畔日报`, `江畔社 2025-06`,
//! `发布日期：2018年`, `2024年6月`.
//!
//! Titles, issues and chronologies are full of such words, so a line dates its story only where all
//! of it is understood: the date, who published, who wrote, and nothing else.

use deltascope_model::Edtf;

use super::day::Day;
use super::outlet::{is_office, is_outlet};
use crate::pattern::Pattern;

/// A longer line, in characters, says more than source and date.
const LONGEST: usize = 60;
/// A longer word, in characters, is no value of a key.
const LONGEST_VALUE: usize = 16;

static DATE: Pattern = Pattern::new(
    r"((?:19|20)[0-9]{2})(?:\s?年(?:\s?([0-9]{1,2})\s?月(?:份)?)?|\s?[-/.]\s?([0-9]{1,2}))",
);
static PUBLISHED: Pattern =
    Pattern::new(r"^(?:发布|发表|刊登|刊发|出版|发文|公开|上线)(?:时间|日期|于)?$");
static SOURCE: Pattern = Pattern::new(
    r"^(?:(?:文章|信息|稿件|本文)?来源|稿源|出处|作者|记者|通讯员|撰文|文|(?:责任)?编辑|责编|(?:发布|发文|公开)(?:机构|单位|机关))$",
);

/// What shows that a date is that of publishing, the best first.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub enum Shown {
    /// Its key: `发布日期:`.
    Key,
    /// Who published or wrote stands in the line.
    Source,
    /// It is alone in its line.
    Alone,
}

/// The one month or year of a text, that no other word follows without a gap.
pub fn month(text: &str) -> Option<Day> {
    // As a year begins.
    memchr::memchr2(b'1', b'2', text.as_bytes())?;
    let mut all = DATE.captures_iter(text);
    let found = all.next().filter(|_| all.next().is_none())?;
    let range = found.get(0)?.range();
    let joins = |char: char| char.is_ascii_alphanumeric() || "-/.．".contains(char);
    let ends = |char: char| char.is_whitespace() || is_gap(char);
    let bounded =
        !text[..range.start].ends_with(joins) && text[range.end..].chars().next().is_none_or(ends);
    let edtf = match found.get(2).or(found.get(3)) {
        Some(month) => Edtf::month(found[1].parse().ok()?, month.as_str().parse().ok()?),
        None => Edtf::new(&found[1]).ok(),
    };
    edtf.filter(|_| bounded).map(|edtf| Day { edtf, range })
}

/// The date is a month, not a year.
pub fn names_month(date: &Day) -> bool {
    date.edtf.as_str().contains('-')
}

/// What shows that the month or year of a line, in Simplified characters, is that of publishing.
pub fn shown(line: &str) -> Option<Shown> {
    // Nearly no line has a year.
    memchr::memchr2(b'1', b'2', line.as_bytes())?;
    if line.chars().count() > LONGEST || line.contains(['。', '，', ',']) {
        return None;
    }
    let Day { range, .. } = month(line)?;
    let (before, after) = (parts(&line[..range.start])?, parts(&line[range.end..])?);
    if before.key {
        return Some(Shown::Key);
    }
    Some(if before.source || after.source { Shown::Source } else { Shown::Alone })
}

/// The line, in Simplified characters, says in which month who published, and nothing else.
pub fn is_sourced_month(line: &str) -> bool {
    month(line).is_some_and(|date| names_month(&date))
        && shown(line).is_some_and(|shown| shown != Shown::Alone)
}

/// What a part of a line says of its story.
#[derive(Default)]
struct Parts {
    /// It ends in the key of a date.
    key: bool,
    /// It names a source or a person.
    source: bool,
}

/// None where a word is not understood.
fn parts(text: &str) -> Option<Parts> {
    let mut parts = Parts::default();
    let mut in_value = false;
    let words = text.split(|char: char| char.is_whitespace() || is_gap(char));
    for word in words.filter(|word| !word.is_empty()) {
        let (key, value) = word.split_once([':', '：']).unwrap_or(("", word));
        let name = value.trim_matches(['《', '》', '“', '”']);
        let plain = name.chars().all(|char| char.is_alphanumeric() || "-—".contains(char));
        if !plain || name.chars().count() > LONGEST_VALUE {
            return None;
        }
        parts.key = PUBLISHED.is_match(if key.is_empty() { word } else { key });
        if parts.key {
            if !key.is_empty() && !value.is_empty() {
                return None;
            }
            in_value = false;
            continue;
        }
        // What follows the value of a key is a part of it: `记者:张三 李四`.
        let understood = match key {
            "" => in_value || is_outlet(name) || is_office(name),
            _ => SOURCE.is_match(key),
        };
        if !understood {
            return None;
        }
        in_value |= !key.is_empty();
        parts.source = true;
    }
    Some(parts)
}

/// A mark between the parts of a line of source.
fn is_gap(char: char) -> bool {
    "|｜┊·•/／()（）【】[]".contains(char)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[track_caller]
    fn check(line: &str, expected: Option<(&str, Shown)>) {
        let simple = deltascope_text::simplify(line);
        let found = shown(simple.text()).map(|shown| (month(line).unwrap().edtf, shown));
        let found = found.as_ref().map(|(edtf, shown)| (edtf.as_str(), *shown));
        assert_eq!(found, expected, "{line}");
    }

    #[test]
    fn the_line_says_who_published_and_when() {
        check("2022年8月 来源:江畔日报 编辑:张三", Some(("2022-08", Shown::Source)));
        check("来源：江畔日报 2022年8月", Some(("2022-08", Shown::Source)));
        check("來源：江畔日報 2022年8月", Some(("2022-08", Shown::Source)));
        check("来源: 江畔日报 | 2022-08", Some(("2022-08", Shown::Source)));
        check("江畔社 2025-06", Some(("2025-06", Shown::Source)));
        check("江畔日报2025年6月", Some(("2025-06", Shown::Source)));
        check("《江畔日报》（2018年）", Some(("2018", Shown::Source)));
        check("江畔大学研究院 · 2018年", Some(("2018", Shown::Source)));
        check("作者:张三 2025/6", Some(("2025-06", Shown::Source)));
        check("发布日期：2018年", Some(("2018", Shown::Key)));
        check("发布时间: 2022年08月 来源:江畔日报", Some(("2022-08", Shown::Key)));
        check("來源:江畔日報 發佈於 2022年8月", Some(("2022-08", Shown::Key)));
        check("2024年6月", Some(("2024-06", Shown::Alone)));
        check("（2024年6月）", Some(("2024-06", Shown::Alone)));
        check("2024年", Some(("2024", Shown::Alone)));
    }

    #[test]
    fn other_months_and_years_are_not_of_publishing() {
        for line in [
            "2024年度报告",
            "2024年江畔日报十件大事",
            "江畔杂志 2022年第8期",
            "江畔杂志 2022年8月 第3期",
            "江畔日报 2022年8月11日",
            "2022-08-11 江畔日报",
            "2022年8月 三市共用仪器",
            "三市共用仪器 2022年8月",
            "江畔日报 2021年8月 2022年8月",
            "2020-2025 江畔日报",
            "2022年13月",
            "时间:2022年8月 地点:江畔大学",
            "数据时间:2022年8月",
            "来源:江畔社 地点:江畔 2022年8月",
            "图片来源:江畔社 2022年8月",
            "江畔社 2022.8.11",
            "编号12022-08",
            "2022年8月，江畔日报",
            "成立于2018年",
            "",
        ] {
            check(line, None);
        }
    }
}
