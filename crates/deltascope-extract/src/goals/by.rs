//! By whose words a sentence goes, and who decides on what it tells.

use super::clause::parts;
use crate::tense::ends_clause;

/// Words for a plan of whatever name.
const PLANS: [&str; 12] = [
    "安排", "计划", "规划", "部署", "方案", "约定", "构想", "设想", "工期", "初稿", "草案", "文本",
];

/// The word of a sentence by whose words it goes: `按照计划,到2024年,…`, `按联盟的三年安排,…`.
pub(super) fn by_word(sentence: &str) -> Option<&str> {
    const BY: [&str; 6] = ["按照", "根据", "依照", "依据", "按", "依"];
    const TAILS: [&str; 8] = ["要求", "约定", "规定", "安排", "部署", "提出", "明确", "的目标"];
    const LONGEST: usize = 8;
    let words = BY.iter().find_map(|by| sentence.strip_prefix(by))?;
    let clause = words.split(ends_clause).next()?;
    let of_it = clause.split_once('的').filter(|(_, own)| ends_as_a_plan(own));
    let mut word = of_it.map_or(clause, |(word, _)| word);
    while let Some(rest) = TAILS.iter().find_map(|tail| word.strip_suffix(tail)) {
        word = rest;
    }
    let word = if word.is_empty() { clause } else { word };
    (2..=LONGEST).contains(&word.chars().count()).then_some(word)
}

fn ends_as_a_plan(words: &str) -> bool {
    PLANS.iter().any(|end| words.ends_with(end))
}

/// `按试验方案`, where `按计划` and `按总体安排` name nothing.
pub(super) fn is_by_another(word: &str) -> bool {
    const ANY: [&str; 7] = ["总体", "整体", "工作", "建设", "施工", "既定", "最新"];
    let word = ANY.iter().find_map(|any| word.strip_prefix(any)).unwrap_or(word);
    !word.is_empty() && !PLANS.contains(&word)
}

/// `县政府明确,6月底前…`: who decides on it reaches for it, unless a meeting or a plan does.
pub(super) fn is_decided(sentence: &str) -> bool {
    const DECIDES: [&str; 8] = ["明确", "要求", "提出", "决定", "承诺", "部署", "商定", "约定"];
    const NOT_WHO: [&str; 8] = ["会", "会议", "方案", "规划", "计划", "还", "文件", "办法"];
    sentence.split(parts).any(|clause| {
        let who = DECIDES.iter().find_map(|verb| clause.strip_suffix(verb));
        who.is_some_and(|who| !NOT_WHO.iter().any(|end| who.ends_with(end)))
    })
}

/// `下步打算。`, `五、下一步工作`: what follows is planned.
pub(super) fn is_heading(words: &str) -> bool {
    const LONGEST: usize = 14;
    const HEADINGS: [&str; 9] = [
        "打算",
        "下一步",
        "下步工作",
        "下一步工作",
        "工作目标",
        "总体目标",
        "主要目标",
        "目标任务",
        "时间安排",
    ];
    let words = words.trim_end_matches(parts);
    HEADINGS.iter().any(|end| words.ends_with(end)) && words.chars().count() <= LONGEST
}
