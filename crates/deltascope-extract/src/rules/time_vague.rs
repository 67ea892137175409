//! Times that name no date: `近日`, `日前`, `目前`, `近年来`. Never a day, and only those not long ago
//! can be when something happened.

use std::sync::LazyLock;

use super::{Reading, Scan};
use crate::meaning::Meaning;
use crate::words::Words;

/// Points of time not long ago.
static LATELY: LazyLock<Words> = LazyLock::new(|| {
    Words::new([
        "日前",
        "这几日",
        "近日",
        "近期",
        "最近",
        "最近几天",
        "不久前",
        "前不久",
        "前几天",
        "前些天",
        "前些日子",
        "前阵子",
        "前段时间",
        "前一段时间",
        "近几天",
        "近些天",
        "近几日",
        "几天前",
        "几周前",
        "数周前",
        "几个星期前",
        "数日前",
        "数天前",
        "这些天",
        "这几天",
        "这两天",
        "这两日",
        "这阵子",
        "这一阵子",
        "这些日子",
        "前两天",
    ])
});

/// Longer spans, and what is so at present.
static SPANS: LazyLock<Words> = LazyLock::new(|| {
    Words::new([
        "近一阶段",
        "这段时间以来",
        "最近一个时期",
        "最近一段时间",
        "近日来",
        "近来",
        "近年来",
        "近年",
        "近几年来",
        "近几年",
        "近些年来",
        "近些年",
        "最近几年",
        "目前",
        "截至目前",
        "前些年",
        "前几年",
        "前几个月",
        "近几天来",
        "近几个月",
        "近几个月来",
        "近段时间",
        "近段时间以来",
        "近一段时间",
        "近一段时间以来",
        "近一个时期",
        "近一时期",
        "近一时期以来",
        "几年来",
        "几年前",
        "几个月前",
        "几个月来",
        "几天来",
        "几十年来",
        "几十年前",
        "数年来",
        "数年前",
        "数月前",
        "数月来",
        "数日来",
        "数十年来",
        "数十年前",
        "多年来",
        "多年前",
        "多年以来",
        "多日来",
        "连日来",
        "这些年",
        "这些年来",
        "这几年",
        "这几年来",
        "这两年",
        "这两年来",
        "这几个月",
    ])
});

/// A vague time at this place.
pub(super) fn read(scan: Scan<'_>) -> Reading {
    let point = scan.eat_word(&LATELY).map(|after| (after, Meaning::Lately));
    let longer = scan.eat_word(&SPANS).map(|after| (after, Meaning::Vague));
    let longest = [point, longer].into_iter().flatten().max_by_key(|(after, _)| after.since(scan));
    let (after, meaning) = longest?;
    // 今日前往, 生日前, 3日前, 附近日本, 十月近年关: the word straddles others.
    let straddles = scan.before().ends_with(|c: char| {
        super::field::is_number(c) && !scan.rest().starts_with(['多', '几'])
            || scan.rest().starts_with(['日', '近', '前', '目'])
                && "今昨明同当次翌即截附邻接靠临最生节假第".contains(c)
            // 与科技关系最近的, 离站最近的: the nearest.
            || "系离距站得".contains(c) && scan.rest().starts_with("最近的")
    }) || after.rest().starts_with([
        '往', '景', '邻', '距', '途', '进', '身', '瞻', '视', '关', '平', '郊', '义', '似', '距',
    ]) || after.rest().starts_with('沿') && after.before().ends_with('前');
    (!straddles).then(|| (after.since(scan), meaning))
}

#[cfg(test)]
mod tests {
    use super::super::test::check;
    use super::*;

    #[test]
    fn vague_times() {
        for word in LATELY.all() {
            check(read, &format!("{word},"), Some((word, Meaning::Lately)));
        }
        for word in SPANS.all() {
            check(read, &format!("{word},"), Some((word, Meaning::Vague)));
        }
        let nearest = "关系最近的";
        assert_eq!(read(Scan::new(nearest, "关系".len())), None);
        check(read, "日前往", None);
        check(read, "近期沿海", Some(("近期", Meaning::Lately)));
        check(read, "目前沿", None);
        check(read, "最近邻", None);
        let straddling = "今日前往";
        assert_eq!(read(Scan::new(straddling, "今".len())), None);
    }
}
