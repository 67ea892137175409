//! Organisations by their last word: `青川省交通厅`, `国家药监局`, `白石市医学会`.
//!
//! 1. a last word of offices and bodies that no longer word goes on from
//! 2. back to the place, or the word of a whole country, that the name starts with; nothing between
//!    that a name does not hold
//! 3. ministries, which start with neither, are listed
//!
//! `据白石市卫生局介绍` → `白石市卫生局`. A name without such a start is left out: its start is a guess.

use std::sync::LazyLock;

use deltascope_model::TextRange;

use super::name_head::is_han;
use super::name_place::starts_with_place;
use super::name_start::last_stop;
use crate::endings::Endings;
use crate::gazetteer::{Known, KnownMatch};
use crate::grounds::Places;
use crate::spots::{List, Text};
use crate::words::Words;

/// What names of organisations end with.
const ENDS: [&str; 35] = [
    "局",
    "厅",
    "环境署",
    "总署",
    "审计署",
    "委",
    "院",
    "部",
    "委员会",
    "办公厅",
    "办公室",
    "政府",
    "管委会",
    "执委会",
    "大学",
    "公司",
    "集团",
    "协会",
    "学会",
    "商会",
    "银行",
    "联合会",
    "基金会",
    "促进会",
    "研究所",
    "天文台",
    "总会",
    "联盟",
    "组织",
    "常委会",
    "人大",
    "政协",
    "中心",
    "总局",
    "电视台",
];

/// What makes another word of such an end: 政府部门, 中心城区, 部队.
const GOES_ON: [&str; 20] = [
    "门", "队", "长", "员", "面", "区", "城", "级", "分局", "托", "落", "势", "限", "子", "会议",
    "会员", "会长", "系", "化", "型",
];

/// Words that end like an office.
const NO_OFFICES: [&str; 21] = [
    "东部",
    "西部",
    "南部",
    "北部",
    "中部",
    "内部",
    "外部",
    "全部",
    "总部",
    "局部",
    "客厅",
    "餐厅",
    "大厅",
    "展厅",
    "格局",
    "布局",
    "结局",
    "大局",
    "全局",
    "时局",
    "高校院",
];

/// They, by their first and last characters.
static GOES_ON_WORDS: LazyLock<Words> = LazyLock::new(|| Words::new(GOES_ON));
static NO_OFFICE_ENDS: LazyLock<Endings> = LazyLock::new(|| Endings::new(NO_OFFICES));

/// What starts names besides places.
const WHOLES: [&str; 9] =
    ["国家", "中国", "中共", "全国", "世界", "国际", "联合国", "中华", "国务院"];

const MINISTRIES: [&str; 26] = [
    "外交部",
    "国防部",
    "教育部",
    "公安部",
    "民政部",
    "司法部",
    "财政部",
    "人社部",
    "自然资源部",
    "生态环境部",
    "住建部",
    "住房城乡建设部",
    "交通运输部",
    "水利部",
    "农业农村部",
    "农业部",
    "商务部",
    "文化部",
    "文化和旅游部",
    "卫生部",
    "应急管理部",
    "铁道部",
    "环境保护部",
    "国土资源部",
    "人力资源社会保障部",
    "退役军人事务部",
];

const LONGEST: usize = 22;
const SHORTEST: usize = 4;

/// All words that names end with, and whether one is a ministry's whole name.
pub(crate) static ALL: LazyLock<Words<bool>> = LazyLock::new(|| {
    let ends = ENDS.map(|word| (word, false)).into_iter();
    Words::with(ends.chain(MINISTRIES.map(|word| (word, true))))
});

/// The organisations that a text names by pattern, in order, none overlapping another.
pub(crate) fn organisations(text: Text<'_>, known: &[KnownMatch]) -> Vec<TextRange> {
    let mut found: Vec<TextRange> = Vec::new();
    let mut end = 0;
    for (at, word, &listed) in text.words(List::Organisations, &ALL) {
        // Of words at one place the longest counts, and none that begins inside one before.
        if at < end {
            continue;
        }
        end = at + word.len();
        let after = &text[end..];
        if NO_OFFICE_ENDS.end(&text[..end]) || GOES_ON_WORDS.begin(after) {
            continue;
        }
        let start = if listed { Some(at) } else { start(&text, at, known) };
        let Some(start) = start else { continue };
        let range = TextRange::of(start, end);
        let long_enough = text[start..end].chars().count() >= SHORTEST || listed;
        if long_enough {
            // 青川省科技厅办公室 goes on from 青川省科技厅.
            while found.last().is_some_and(|last| last.overlap(range).is_some()) {
                found.pop();
            }
            found.push(range);
        }
    }
    found
}

/// Where the name starts that ends with the word at `end`: at the place furthest left in reach.
fn start(text: &str, end: usize, known: &[KnownMatch]) -> Option<usize> {
    let before = text.get(..end)?;
    let reach = before
        .char_indices()
        .rev()
        .take(LONGEST)
        .take_while(|(_, c)| is_han(*c) || c.is_ascii_alphanumeric())
        .last()
        .map(|(at, _)| at)?;
    let from = reach + last_stop(&before[reach..]);
    before[from..].char_indices().map(|(at, _)| from + at).find(|&at| {
        let rest = &text[at..];
        let known_at = known.binary_search_by_key(&at, |one| one.range.usize().start);
        let placed = known_at.is_ok_and(|nth| matches!(known[nth].known, Known::Place(_)))
            || starts_with_place(text, at, Places::default());
        let whole = WHOLES.iter().any(|word| rest.starts_with(word));
        // 11月28日经省人大常委会: the end of a date begins no name.
        let dated = rest.starts_with(['日', '月', '年'])
            && text[..at].ends_with(|c: char| c.is_ascii_digit());
        (placed || whole) && !dated && !before[at..].contains(['和', '与', '及', '由'])
    })
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::spots::Spots;

    #[track_caller]
    fn check(text: &str, expected: &[&str]) {
        let found = organisations(Spots::of(text).text(text), &[]);
        let found: Vec<_> = found.iter().filter_map(|range| range.slice(text)).collect();
        assert_eq!(found, expected, "{text}");
    }

    #[test]
    fn offices_and_bodies() {
        check("四川省交通厅会同国家铁路局印发", &["四川省交通厅", "国家铁路局"]);
        check("据青石市卫生局介绍", &["青石市卫生局"]);
        check("交通运输部、湖北省人民政府办公厅发布", &["交通运输部", "湖北省人民政府办公厅"]);
        check("世界卫生组织与中国科学院签署", &["世界卫生组织", "中国科学院"]);
        check("浙江省交通厅与青石市政府签署", &["浙江省交通厅", "青石市政府"]);
        check("云南省科技厅办公室", &["云南省科技厅办公室"]);
    }

    #[test]
    fn other_words() {
        check("财政部门和有关部门介绍", &[]);
        check("湖北省中心城区", &[]);
        check("四川北部的产业格局", &[]);
        check("湖北省与四川省签署协议", &[]);
        check("这家公司与协会合作", &[]);
        check("国家的大学", &[]);
        check("11月28日经省科技厅批准", &[]);
    }
}
