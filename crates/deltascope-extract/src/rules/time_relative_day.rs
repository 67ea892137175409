//! Days by their distance: `昨日`, `今天`, `此前一天`, `次日`, `当天`, `今（16）日`.

use std::sync::LazyLock;

use super::Scan;
use super::field::numbered;
use crate::meaning::{Field, Point};
use crate::words::Words;

static FROM_REFERENCE: LazyLock<Words<i32>> = LazyLock::new(|| {
    Words::with([
        ("大前天", -3),
        ("前天", -2),
        ("前日", -2),
        ("前晚", -2),
        ("昨", -1),
        ("昨日", -1),
        ("昨天", -1),
        ("昨晚", -1),
        ("昨夜", -1),
        ("昨晨", -1),
        ("昨早", -1),
        ("昨午", -1),
        ("今日", 0),
        ("今天", 0),
        ("今晨", 0),
        ("今早", 0),
        ("今晚", 0),
        ("今夜", 0),
        ("今儿", 0),
        ("昨儿", -1),
        ("明儿", 1),
        ("后儿", 2),
        ("明日", 1),
        ("明天", 1),
        ("明早", 1),
        ("明晨", 1),
        ("明晚", 1),
        ("后天", 2),
        ("后日", 2),
        ("大后天", 3),
        ("即日", 0),
        ("今凌晨", 0),
    ])
});

static FROM_ANTECEDENT: LazyLock<Words<i32>> = LazyLock::new(|| {
    Words::with([
        ("此前一天", -1),
        ("此前一日", -1),
        ("前一天", -1),
        ("前一日", -1),
        ("前一晚", -1),
        ("同日", 0),
        ("同一天", 0),
        ("当日", 0),
        ("当天", 0),
        ("当晚", 0),
        ("次日", 1),
        ("次晨", 1),
        ("翌日", 1),
        ("隔天", 1),
        ("隔日", 1),
        ("第二天", 1),
        ("翌晨", 1),
    ])
});

/// Words that a day word stands in without being one, by the character before.
const STRADDLES: [(&str, &str); 6] = [
    // 以前日本, 目前天气, 之后天津, 先天后天
    ("前日", "以之目此空提面跟眼年月周日天史门当从先生胎"),
    ("前天", "以之目此空提面跟眼年月周日史门当从先生胎"),
    ("前晚", "以之目此年月周日天"),
    ("后天", "以之今然日最事战会年月落前背赛先雨随此"),
    ("后日", "以之今然日最事战会年月落前背赛先雨随此"),
    ("隔日", "间阻分"),
];

/// Words before 当天 that speak of whatever day it may be.
const ANY: [&str; 8] = ["只能", "必须", "须", "可以", "不能", "应当", "每次", "每"];

/// A day by its distance, and the place after it.
pub(super) fn point(scan: Scan<'_>) -> Option<(Scan<'_>, Point)> {
    if let Some(found) = numbered_day(scan) {
        return Some(found);
    }
    let antecedent =
        FROM_ANTECEDENT.at(scan.rest()).map(|(word, by)| (word, Field::FromAntecedent(*by)));
    let reference =
        FROM_REFERENCE.at(scan.rest()).map(|(word, by)| (word, Field::FromReference(*by)));
    let (word, day) = antecedent.chain(reference).next()?;
    let after = scan.skip(word.len());
    let straddles = STRADDLES.iter().any(|(straddling, before)| {
        *straddling == word && scan.before().ends_with(|c| before.contains(c))
    });
    // 衛生局昨公布; 今是昨非 and 昨非 are sayings.
    let saying = word == "昨" && (after.rest().starts_with('非') || scan.before().ends_with('是'));
    // 服药后第二天, 只能在当天使用: of any such day, and of none that is told.
    let before = scan.before();
    let any = matches!(word, "第二天" | "次日" | "隔天" | "隔日" | "翌日")
        && before.ends_with(['后', '的', '每'])
        || matches!(word, "当天" | "当日")
            && ANY.iter().any(|modal| before.strip_suffix('在').unwrap_or(before).ends_with(modal));
    // 去年的今天, 一年前的今天: a day of that year.
    let any = any
        || word.starts_with('今')
            && before.ends_with(['年', '前', '的'])
            && ["年的", "年前的", "年前"].iter().any(|year| before.ends_with(year));
    // 即日起 and 今日起; 即日 alone is rare and is a word of notices.
    let notice = word == "即日" && !after.rest().starts_with('起');
    (!straddles && !any && !notice && !saying && !is_masthead(word, scan.before(), after.rest()))
        .then(|| (after, Point { day, ..Point::default() }))
}

/// `今（16）日`, `昨(5)晚`: the day is the one whose number it says.
fn numbered_day(scan: Scan<'_>) -> Option<(Scan<'_>, Point)> {
    let (after, number) = numbered(scan, &["今", "昨", "明", "前"])?;
    let (after, _) = after.eat_any(&["日", "天", "晨", "早", "晚"])?;
    let day = Field::Stated(number.value as i32);
    (1..=31).contains(&number.value).then_some((after, Point { day, ..Point::default() }))
}

/// 光明日报, 今日头条, 明天系, 今日看点: a name, not a day.
fn is_masthead(word: &str, before: &str, after: &str) -> bool {
    const AFTER: [&str; 27] = [
        "控股",
        "集团",
        "重现",
        "之后》",
        "香",
        "黄花",
        "方舟",
        "说法",
        "资本",
        "网",
        "在线",
        "财经",
        "养性",
        "努力",
        "性",
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
    let names = word.ends_with(['日', '天']) && word.starts_with(['今', '明', '昨']);
    before_joins
        || names && AFTER.iter().any(|word| after.starts_with(word)) && !after.starts_with("报道")
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::meaning::Meaning;

    #[track_caller]
    fn check(before: &str, text: &str, expected: Option<(&str, Field)>) {
        let whole = format!("{before}{text}");
        let scan = Scan::new(&whole, before.len());
        let found = point(scan).map(|(after, point)| (after.since(scan), Meaning::Point(point)));
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
        check("衛生局", "昨公布", Some(("昨", Field::FromReference(-1))));
        check("今是", "昨非", None);
        check("服药后", "第二天", None);
        check("只能在", "当天使用", None);
        check("去年的", "今天", None);
        check("", "今（16）日说", Some(("今（16）日", Field::Stated(16))));
        check("", "昨(5)晚", Some(("昨(5)晚", Field::Stated(5))));
    }

    #[test]
    fn mastheads_are_no_days() {
        check("光", "明日报全媒体记者", None);
        check("", "今日头条", None);
        check("", "今日看点", None);
    }
}
