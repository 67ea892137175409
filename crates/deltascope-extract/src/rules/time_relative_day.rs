//! Days by their distance: `昨日`, `今天`, `此前一天`, `次日`, `当天`.

use super::{Reading, Scan};
use crate::meaning::{Field, Meaning, Point};

const FROM_REFERENCE: [(&str, i32); 10] = [
    ("前天", -2),
    ("昨日", -1),
    ("昨天", -1),
    ("今日", 0),
    ("今天", 0),
    ("今晨", 0),
    ("今晚", 0),
    ("明日", 1),
    ("明天", 1),
    ("后天", 2),
];

const FROM_ANTECEDENT: [(&str, i32); 10] = [
    ("此前一天", -1),
    ("此前一日", -1),
    ("前一天", -1),
    ("前一日", -1),
    ("同日", 0),
    ("当日", 0),
    ("当天", 0),
    ("次日", 1),
    ("翌日", 1),
    ("第二天", 1),
];

/// A day by its distance at this place.
pub(super) fn read(scan: Scan<'_>) -> Reading {
    let longest = |words: &[(&'static str, i32)]| {
        let found = words.iter().filter(|(word, _)| scan.rest().starts_with(word)).copied();
        found.max_by_key(|(word, _)| word.len())
    };
    let (word, day) = longest(&FROM_ANTECEDENT)
        .map(|(word, value)| (word, Field::FromAntecedent(value)))
        .or_else(|| {
            longest(&FROM_REFERENCE).map(|(word, value)| (word, Field::FromReference(value)))
        })?;
    let after = scan.skip(word.len());
    (!is_masthead(scan.before(), after.rest()))
        .then(|| (word.len(), Meaning::Point(Point { day, ..Point::default() })))
}

/// 光明日报, 今日头条, 明天系, 今日看点: a name, not a day.
fn is_masthead(before: &str, after: &str) -> bool {
    const AFTER: [&str; 12] = [
        "报",
        "头条",
        "看点",
        "系",
        "俄",
        "之星",
        "要闻",
        "热点",
        "快评",
        "新闻网",
        "关注",
        "中国",
    ];
    let before_joins = before.ends_with(['光', '文', '黎', '聪', '往', '先', '透']);
    before_joins || AFTER.iter().any(|word| after.starts_with(word)) && !after.starts_with("报道")
}

#[cfg(test)]
mod tests {
    use super::*;

    #[track_caller]
    fn check(before: &str, text: &str, expected: Option<(&str, Field)>) {
        let whole = format!("{before}{text}");
        let found = read(Scan::new(&whole, before.len()));
        let expected = expected
            .map(|(word, day)| (word.len(), Meaning::Point(Point { day, ..Point::default() })));
        assert_eq!(found, expected, "{whole}");
    }

    #[test]
    fn days_by_distance() {
        check("", "昨日,", Some(("昨日", Field::FromReference(-1))));
        check("", "此前一天结束", Some(("此前一天", Field::FromAntecedent(-1))));
        check("签订的", "当天,", Some(("当天", Field::FromAntecedent(0))));
        check("", "次日", Some(("次日", Field::FromAntecedent(1))));
    }

    #[test]
    fn mastheads_are_no_days() {
        check("光", "明日报全媒体记者", None);
        check("", "今日头条", None);
        check("", "今日看点", None);
    }
}
