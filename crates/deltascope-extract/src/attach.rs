//! Which names a verb of a sentence speaks of.
//!
//! 1. an object: the first name behind the verb, with nothing heavy between and nothing behind it
//!    that makes it part of something else (发布甲平台使用指数)
//! 2. a subject: the last name before the verb, where the verb ends its clause and only places,
//!    times and adverbs stand between
//! 3. the subject of the clause before, where the verb's clause has none
//! 4. names joined to it share the verb
//!
//! This module never looks at dates.

use deltascope_model::{Phase, TextRange};

use crate::bind::{Sentence, slice};
use crate::triggers::{ADVERBS, Trigger, fits};

/// The mentions that a verb speaks of.
pub(crate) fn named_by(
    sentence: &Sentence<'_>,
    clauses: &[TextRange],
    clause_at: usize,
    verb: TextRange,
    trigger: &Trigger,
) -> Vec<usize> {
    let clause = clauses[clause_at];
    let fitting = |index: &usize| {
        let mention = &sentence.mentions[*index];
        clause.contains(mention.range) && fits(trigger.phase, mention.kind)
    };
    let indices = 0..sentence.mentions.len();
    if trigger.is_elided() {
        let unsaid = sentence.mentions.first().is_some_and(|name| name.range.is_empty());
        return unsaid.then_some(0).into_iter().collect();
    }
    if trigger.object {
        let mut behind =
            indices.clone().filter(|&index| sentence.mentions[index].range.start() >= verb.end());
        if let Some(first) = behind.next().filter(fitting)
            && is_object(sentence, clause, verb, first, trigger)
        {
            let joined = joined_after(sentence, first, trigger);
            return std::iter::once(first).chain(joined).collect();
        }
    }
    if trigger.subject && ends_its_clause(sentence, clause, verb, trigger) {
        let before = indices.clone().rev().find(|&index| {
            let name = sentence.mentions[index].range;
            name.end() <= verb.start() && !says_where(sentence.text, name)
        });
        if let Some(index) = before.filter(fitting)
            && is_light_predicate(sentence, sentence.mentions[index].range.end(), verb.start())
        {
            return joined_before(sentence, index, trigger);
        }
        // 甲平台是全国首个,已正式上线: the clause of the verb has no subject of its own.
        let previous = clause_at.checked_sub(1).map(|at| clauses[at]);
        let stands_near = |name: TextRange, previous: TextRange| {
            previous.contains(name) || name.start() == sentence.range.start()
        };
        // 首批揭牌时,甲联盟共有四家: the subject opens the clause behind.
        if slice(sentence.text, verb.end(), clause.end()).starts_with('时')
            && has_no_subject(sentence, clause, verb)
            && let Some(next) = clauses.get(clause_at + 1)
            && let Some(index) = indices.clone().find(|&index| {
                sentence.mentions[index].range.start() == next.start()
                    && fits(trigger.phase, sentence.mentions[index].kind)
            })
        {
            return vec![index];
        }
        if let (Some(index), Some(previous)) = (before, previous)
            && stands_near(sentence.mentions[index].range, previous)
            && fits(trigger.phase, sentence.mentions[index].kind)
            && has_no_subject(sentence, clause, verb)
        {
            return vec![index];
        }
    }
    Vec::new()
}

/// True where a name tells where something is: 甲联盟在乙中心成立.
fn says_where(text: &str, name: TextRange) -> bool {
    slice(text, 0, name.start()).ends_with(['在', '于'])
}

/// True where the first name behind a verb is what the verb acts on.
fn is_object(
    sentence: &Sentence<'_>,
    clause: TextRange,
    verb: TextRange,
    index: usize,
    trigger: &Trigger,
) -> bool {
    const MOST_BETWEEN: usize = 16;
    const HEAVY: [&str; 16] = [
        "支持", "推动", "依托", "围绕", "通过", "加入", "位于", "参与", "助力", "服务", "落实",
        "基于", "的有", "的是", "的还", "包括",
    ];
    const TAILS: [&str; 29] = [
        "中,",
        "中，",
        ":",
        "\u{ff1a}",
        "建设",
        "试点",
        "合作",
        "工作",
        "成立",
        "正式",
        "并",
        "等",
        "、",
        "和",
        "与",
        "及",
        "以及",
        "暨",
        "”",
        "」",
        "』",
        "(",
        "(",
        "以来",
        "通用通兑",
        "在",
        ",",
        ")",
        "的成立",
    ];
    let mention = &sentence.mentions[index];
    let between = slice(sentence.text, verb.end(), mention.range.start());
    let tail = slice(sentence.text, mention.range.end(), clause.end());
    let light = between.chars().count() <= MOST_BETWEEN
        && !between.contains(['、', ';', '；', ',', '，'])
        && !HEAVY.iter().any(|word| between.contains(word))
        && (!trigger.word.starts_with("编制") || mention.title && !begins(sentence.text, verb));
    if trigger.phase == Phase::Proposed && trigger.word == "发出" {
        return light && (tail.contains("倡议") || mention.name.contains("倡议"));
    }
    let closed = tail.trim_end_matches(crate::tense::CLAUSE_ENDS).trim().is_empty();
    // 通过《甲办法》 is a vote, 通过甲平台 a way.
    if matches!(trigger.word, "通过" | "通过了") {
        let joined = ["和", "与", "及", "、", "("].iter().any(|word| tail.starts_with(word));
        return mention.title && between.is_empty() && (closed || joined);
    }
    light
        && (closed
            || (trigger.phase == Phase::Held && tail.starts_with(['上', '期']))
            || TAILS.iter().any(|word| tail.starts_with(word))
            || (mention.title && !tail.starts_with(['解', '宣', '新'])))
}

/// True where a drafting only begins: 启动编制.
fn begins(text: &str, verb: TextRange) -> bool {
    let before = slice(text, 0, verb.start());
    ["启动", "开展", "组织", "着手"].iter().any(|word| before.ends_with(word))
}

/// Further names behind the first that share its verb: 印发《甲办法》和《乙办法》.
fn joined_after(sentence: &Sentence<'_>, first: usize, trigger: &Trigger) -> Vec<usize> {
    let mut joined = Vec::new();
    for index in first + 1..sentence.mentions.len() {
        let (last, next) = (sentence.mentions[index - 1], sentence.mentions[index]);
        let between = slice(sentence.text, last.range.end(), next.range.start());
        if !JOINS.contains(&between.trim()) || !fits(trigger.phase, next.kind) {
            break;
        }
        joined.push(index);
    }
    joined
}

/// A subject with the names joined to it: 甲中心、乙中心揭牌.
fn joined_before(sentence: &Sentence<'_>, last: usize, trigger: &Trigger) -> Vec<usize> {
    let mut joined = vec![last];
    for index in (0..last).rev() {
        let (this, next) = (sentence.mentions[index], sentence.mentions[index + 1]);
        let between = slice(sentence.text, this.range.end(), next.range.start());
        if !JOINS.contains(&between.trim()) || !fits(trigger.phase, this.kind) {
            break;
        }
        joined.push(index);
    }
    joined
}

/// What stands between two names that share a verb.
const JOINS: [&str; 6] = ["、", "和", "与", "及", "以及", "”、“"];

/// True where nothing that the verb could act on follows it in its clause.
fn ends_its_clause(
    sentence: &Sentence<'_>,
    clause: TextRange,
    verb: TextRange,
    trigger: &Trigger,
) -> bool {
    const MOST_BEHIND: usize = 3;
    const CLOSING: [&str; 11] =
        ["仪式", "大会", "并投入", "运行", "运营", "以来", "于", "在", "成功", "开放", "时"];
    let behind = slice(sentence.text, verb.end(), clause.end());
    let behind = behind.trim_end_matches(crate::tense::CLAUSE_ENDS);
    let behind = behind.trim_start_matches(['了', '后', '”', '」']);
    let most = if trigger.word == "开始" { MOST_BEHIND * 2 } else { MOST_BEHIND };
    trigger.open_end
        || behind.chars().count() <= most && !behind.starts_with('的')
        || CLOSING.iter().any(|word| behind.starts_with(word))
}

/// True where only places, times and adverbs stand between a subject and its verb: what goes on in
/// another noun (甲走廊创新协作启动) is another thing.
fn is_light_predicate(sentence: &Sentence<'_>, start: u32, end: u32) -> bool {
    const MOST_BETWEEN: usize = 30;
    const STARTS: [&str; 30] = [
        "在", "于", "已", "也", "正式", "成功", "日前", "近日", "将", "获", "顺利", "由", "经",
        "自", "首次", "同时", "率先", "全面", "今", "去年", "上月", "本月", "共同", "当日", "同日",
        "如期", "计划", "拟", "预计", "有望",
    ];
    const HEAVY: [&str; 27] = [
        "支持",
        "推动",
        "牵头",
        "负责",
        "参与",
        "主任",
        "主席",
        "院长",
        "秘书长",
        "表示",
        "提出",
        "提及",
        "指出",
        "介绍",
        "强调",
        "明确",
        "规定",
        "的",
        "助力",
        "促进",
        "依托",
        "协助",
        "会同",
        "围绕",
        "带动",
        "联合",
        "认为",
    ];
    let whole = slice(sentence.text, start, end);
    let between = whole.trim_start_matches(['”', '」', '』', ')', '\u{ff09}', ' ', '也']);
    // 由甲、乙联合印发: how they did it.
    let between = between.strip_suffix("联合").unwrap_or(between);
    let at = start + (whole.len() - between.len()) as u32;
    let opens = between.is_empty()
        || sentence.times.iter().any(|(time, _)| time.range.start() == at)
        || between.starts_with(|c: char| c.is_numeric() || crate::tense::CLAUSE_ENDS.contains(&c))
        || STARTS.iter().any(|word| between.starts_with(word));
    opens
        && between.chars().count() <= MOST_BETWEEN
        && !HEAVY.iter().any(|word| between.contains(word))
}

/// True where only times and adverbs stand before a verb in its clause.
fn has_no_subject(sentence: &Sentence<'_>, clause: TextRange, verb: TextRange) -> bool {
    let mut rest = slice(sentence.text, clause.start(), verb.start()).to_owned();
    for (time, _) in &sentence.times {
        if clause.contains(time.range) {
            rest = rest.replace(&time.text, "");
        }
    }
    let mut rest = rest.trim();
    while let Some(word) = ADVERBS.iter().find(|word| rest.starts_with(*word)) {
        rest = &rest[word.len()..];
    }
    rest.is_empty()
}
