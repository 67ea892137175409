//! Quoted names that a sentence says what they are: `“蓝鲸一号”是三国合作的钻探项目`.
//!
//! The words behind 是 end, with their clause, in the kind of thing that it is.

use deltascope_model::{InitiativeKind, TextRange};

use super::name_head::is_han;
use crate::spots::{List, Text};
use crate::tense::ends_clause;

/// The mark that opens such a name.
pub(crate) const OPENING: char = '“';

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
    const LONGEST: usize = 12;
    const LONGEST_WHAT: usize = 40;
    let starts = text.places(List::Quotations).filter(|&at| text[at..].starts_with(OPENING));
    let opened = starts.filter_map(|at| {
        let start = at + OPENING.len_utf8();
        let (name, behind) = text[start..].split_once('”')?;
        let kind = pointed_at(behind).or_else(|| {
            let what = behind.strip_prefix(['是', '系'])?.split(ends_clause).next()?;
            let of_a_kind = what.chars().count() <= LONGEST_WHAT && !what.starts_with(['否', '不']);
            KINDS.iter().find(|(end, _)| of_a_kind && what.ends_with(end)).map(|(_, kind)| *kind)
        })?;
        let length = name.chars().count();
        let plain = name.chars().all(|c| is_han(c) || c.is_alphanumeric() || "·-—".contains(c));
        let fits = (2..=LONGEST).contains(&length) && plain;
        fits.then(|| (TextRange::of(start, start + name.len()), kind))
    });
    opened.collect()
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
            ("“快”是他对项目的印象。", None),
            ("“蓝鲸一号”是一个好名字。", None),
            ("“今天来的人多”是个意外，活动照旧。", None),
        ] {
            let found = defined_names(Spots::of(text).text(text));
            let names: Vec<_> = found.iter().filter_map(|(range, _)| range.slice(text)).collect();
            assert_eq!(names, expected.into_iter().collect::<Vec<_>>(), "{text}");
        }
    }
}
