//! Quoted names that a sentence says what they are: `“蓝鲸一号”是三国合作的钻探项目`.
//!
//! 1. the words behind 是 end, with their clause, in the kind of thing that it is
//! 2. the next sentence points at it: `“石桥云”。这套系统去年上线`
//! 3. a year or a day is declared to be one: `今年被确定为“亲水年”`
//! 4. what is listed is counted behind the list: `“甲关键技术”“乙装备开发”等四个项目`

use deltascope_model::{InitiativeKind, TextRange};

use super::field::is_number;
use super::name_head::is_han;
use super::name_verb::reach_behind;
use crate::spots::{List, Text};
use crate::tense::ends_clause;

/// The marks that such a name stands in.
const MARKS: [(char, char); 2] = [('“', '”'), ('「', '」')];

/// Those that open one.
pub(crate) const OPENING: [char; 2] = [MARKS[0].0, MARKS[1].0];

/// What such things are.
const KINDS: [(&str, InitiativeKind); 12] = [
    ("项目", InitiativeKind::Project),
    ("工程", InitiativeKind::Project),
    ("计划", InitiativeKind::Programme),
    ("行动", InitiativeKind::Programme),
    ("活动", InitiativeKind::Programme),
    ("平台", InitiativeKind::Platform),
    ("联盟", InitiativeKind::Alliance),
    ("基金", InitiativeKind::Fund),
    ("集群", InitiativeKind::Cluster),
    ("装置", InitiativeKind::Centre),
    ("博览会", InitiativeKind::Event),
    ("论坛", InitiativeKind::Event),
];

/// Where names are that a text defines, without their quotation marks, and the kind of each.
pub(crate) fn defined_names(text: Text<'_>) -> Vec<(TextRange, InitiativeKind)> {
    let opened = text.places(List::Quotations).filter_map(|at| {
        let marks = MARKS.into_iter().find(|(open, _)| text[at..].starts_with(*open))?;
        let start = at + marks.0.len_utf8();
        let (name, behind) = reach_behind(&text, start).split_once(marks.1)?;
        let declared = || is_declared(&text[..at], name).then_some(InitiativeKind::Event);
        let alone = || {
            let kind = pointed_at(behind).or_else(|| is_told(behind)).or_else(declared)?;
            Some((kind, 2..=12))
        };
        let listed = || counted(&text[..at], behind, marks).map(|kind| (kind, 6..=40));
        let (kind, lengths) = alone().or_else(listed)?;
        let plain = name.chars().all(|c| is_han(c) || c.is_alphanumeric() || "·-—".contains(c));
        let fits = lengths.contains(&name.chars().count()) && plain;
        fits.then(|| (TextRange::of(start, start + name.len()), kind))
    });
    opened.collect()
}

/// The kind of what its own sentence says that it is: `“甲号”是三国合作的钻探项目`.
fn is_told(behind: &str) -> Option<InitiativeKind> {
    const LONGEST: usize = 40;
    let what = behind.strip_prefix(['是', '系'])?.split(ends_clause).next()?;
    let of_a_kind = what.chars().count() <= LONGEST && !what.starts_with(['否', '不']);
    KINDS.iter().find(|(end, _)| of_a_kind && what.ends_with(end)).map(|(_, kind)| *kind)
}

/// True for what somebody makes of a year, a month, a week or a day: `今年被确定为“亲水年”`.
fn is_declared(before: &str, name: &str) -> bool {
    const DECLARES: [&str; 5] = ["确定为", "定为", "命名为", "宣布为", "设立为"];
    const MOST_BETWEEN: usize = 10;
    if !name.ends_with(['年', '月', '周', '日']) || name.chars().any(is_number) {
        return false;
    }
    let reach = before.char_indices().rev().nth(MOST_BETWEEN + DECLARES.len());
    let near = reach.map_or(before, |(at, _)| &before[at..]);
    let behind = DECLARES.iter().find_map(|word| Some(near.rsplit_once(word)?.1));
    behind.is_some_and(|whose| {
        whose.is_empty() || whose.ends_with('的') && !whose.contains(ends_clause)
    })
}

/// The kind of what is counted behind a list of quoted names: `“甲关键技术”“乙装备开发”等四个项目`.
fn counted(before: &str, behind: &str, (open, close): (char, char)) -> Option<InitiativeKind> {
    const MOST: usize = 6;
    const LONGEST: usize = 14;
    const JOINS: [char; 4] = ['、', '和', '与', '及'];
    const WHATS: [(&str, InitiativeKind); 4] = [
        ("项目", InitiativeKind::Project),
        ("工程", InitiativeKind::Project),
        ("平台", InitiativeKind::Platform),
        ("基金", InitiativeKind::Fund),
    ];
    let mut rest = behind;
    for _ in 0..MOST {
        let next = rest.trim_start_matches(JOINS).strip_prefix(open);
        let Some((_, later)) = next.and_then(|next| next.split_once(close)) else { break };
        rest = later;
    }
    let number = rest.strip_prefix('等').unwrap_or(rest);
    let what = number.trim_start_matches(is_number);
    // “甲”28个项目: a list has more than one, or says that it goes on.
    let listed = number.len() < behind.len() || before.trim_end_matches(JOINS).ends_with(close);
    if !listed || what.len() == number.len() {
        return None;
    }
    let what = what.strip_prefix(['个', '项', '大', '座'])?.split(ends_clause).next()?;
    let short = what.chars().count() <= LONGEST;
    let mut kinds = WHATS.iter();
    let kind = kinds.find(|(word, _)| what.starts_with(word) || short && what.ends_with(word));
    kind.map(|(_, kind)| *kind)
}

/// The kind of what the next sentence goes on with, as `“甲云”。这套系统去年上线`.
fn pointed_at(behind: &str) -> Option<InitiativeKind> {
    const THAT: [&str; 7] = ["这套", "这个", "这项", "这一", "这款", "这场", "该"];
    const WHATS: [(&str, InitiativeKind); 5] = [
        ("系统", InitiativeKind::Platform),
        ("小程序", InitiativeKind::Platform),
        ("机制", InitiativeKind::Programme),
        ("制度", InitiativeKind::Programme),
        ("赛事", InitiativeKind::Event),
    ];
    let next = behind.strip_prefix(['。', '，'])?;
    let what = THAT.iter().find_map(|that| next.strip_prefix(that))?;
    let (word, kind) = KINDS.iter().chain(&WHATS).find(|(word, _)| what.starts_with(word))?;
    // 这项活动的意义: what is told of it, and no more, opens the sentence.
    (!what[word.len()..].starts_with('的')).then_some(*kind)
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::spots::Spots;

    #[test]
    fn what_a_sentence_says_of_a_quoted_name() {
        for (text, expected) in [
            ("“蓝鲸一号”是三国合作、五家船厂承建的钻探项目。", Some("蓝鲸一号")),
            ("据介绍，“晨光2030”是面向山区的助学计划，已办三年。", Some("晨光2030")),
            ("提醒来自“石桥云”。这套系统去年上线。", Some("石桥云")),
            ("提醒来自“石桥云”。这套书去年出版。", None),
            ("大家都说“石桥好”。这项活动的意义不小。", None),
            ("实施“鱼苗气体检测关键技术”等42项国家项目。", Some("鱼苗气体检测关键技术")),
            ("实施“鱼苗气体检测关键技术”42项国家项目。", None),
            ("喊出“鱼苗气体检测关键技术”等42句口号。", None),
            ("这一年被确定为四城的“亲水年”，", Some("亲水年")),
            ("5月被定为“读诗月”。", Some("读诗月")),
            ("今年正逢“亲水年”，", None),
            ("被确定为四城的“亲水城”，", None),
            ("被确定为“2030年”，", None),
            ("“快”是他对项目的印象。", None),
            ("“蓝鲸一号”是一个好名字。", None),
            ("“今天来的人多”是个意外，活动照旧。", None),
        ] {
            let found = defined_names(Spots::of(text).text(text));
            let names: Vec<_> = found.iter().filter_map(|(range, _)| range.slice(text)).collect();
            assert_eq!(names, expected.into_iter().collect::<Vec<_>>(), "{text}");
        }
    }

    #[test]
    fn all_of_a_list_are_of_the_kind_that_is_counted() {
        let text = "「鱼苗储运装备开发」「鱼苗规模化-鱼饵规模化制备」两个项目还纳入计划。";
        let found = defined_names(Spots::of(text).text(text));
        let names: Vec<_> = found.iter().filter_map(|(range, _)| range.slice(text)).collect();
        assert_eq!(names, ["鱼苗储运装备开发", "鱼苗规模化-鱼饵规模化制备"]);
    }
}
