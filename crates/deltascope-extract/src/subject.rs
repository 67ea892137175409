//! Where a sentence leaves unsaid what it speaks of, so that it is what the article spoke of before.
//!
//! 1. only times and adverbs stand before the first verb of a life: `2004年动工,2010年建成`
//! 2. the verb itself says so: `2006年,甲大学提出设想`
//! 3. how many of it there are stands for it: `去年的12家,是6月授的牌`
//! 4. the first of its parts stand for it: `2019年,首批12座站点开通`
//! 5. a stage of it does: `二期去年底立项`
//!
//! This module says where the unsaid name would stand, and never whose it is.

use deltascope_model::{InitiativeKind, Phase, TextRange};

use crate::names::Mention;
use crate::rules::is_number;
use crate::spots::Text;
use crate::stages::STAGES;
use crate::tense::ends_clause;
use crate::times::FoundTime;
use crate::triggers::{ADVERB_WORDS, triggers, triggers_at, triggers_in};

/// Where the name of what was spoken of would stand that the sentence leaves out.
pub(crate) fn subject_left_out(
    text: Text<'_>,
    range: TextRange,
    names: &[&Mention],
    times: &[&FoundTime],
    topic: &Mention,
) -> Option<u32> {
    let words = text.part(range);
    let free =
        |at: &usize| names.iter().all(|name| name.range.usize().start > range.usize().start + at);
    times.iter().find(|time| range.contains(time.range))?;
    // 2006年,甲大学提出设想: who acts is not what the sentence speaks of.
    let acts = |at: &usize| {
        names.iter().all(|name| {
            let (name, at) = (name.range.usize(), range.usize().start + at);
            name.start > at || name.end == at
        })
    };
    let elided = || {
        triggers_in(words).any(|(at, trigger)| {
            trigger.is_elided(&words[..at], &words[at + trigger.word.len()..]) && acts(&at)
        })
    };
    let opening = behind_times_and_adverbs(&text, range, times);
    let verb_first =
        || opening.as_ref().is_some_and(|at| opens_with_a_verb(&words[*at..]) && free(at));
    if elided() || verb_first() {
        return Some(range.start());
    }
    let counted = || counted_of_it(&text, range, times);
    let first = || opening.and_then(|at| Some(at + first_parts(&words[at..], topic.kind)?));
    // 一期 is not 二期.
    let whole = !STAGES.iter().any(|stage| topic.name.contains(stage));
    let stage = || stage_of_it(&text, range, times).filter(|_| whole);
    counted().or_else(first).or_else(stage).filter(free).map(|at| range.start() + at as u32)
}

fn opens_with_a_verb(words: &str) -> bool {
    triggers_at(words).next().is_some()
}

/// How many bytes of a sentence are times, adverbs and commas before anything else.
fn behind_times_and_adverbs(text: &str, range: TextRange, times: &[&FoundTime]) -> Option<usize> {
    let mut at = range.usize().start;
    at += by_a_plan(text.get(at..range.usize().end)?);
    loop {
        let rest = text.get(at..range.usize().end)?;
        let time = times.iter().find(|time| time.range.usize().start == at);
        let adverb = ADVERB_WORDS.at(rest).map(|(word, ())| word).next();
        let first = rest.chars().next()?;
        at += if let Some(time) = time {
            time.range.usize().len()
        } else if opens_with_a_verb(rest) || FIRST.iter().any(|word| rest.starts_with(word)) {
            return Some(at - range.usize().start);
        } else if let Some(adverb) = adverb {
            adverb.len()
        } else if first.is_whitespace() || matches!(first, ',' | '，') {
            first.len_utf8()
        } else {
            return Some(at - range.usize().start);
        };
    }
}

/// How long the clause is that a sentence opens with and that says by whose words it goes: `按照工期安排,`.
fn by_a_plan(words: &str) -> usize {
    const LONGEST: usize = 12;
    const PLANS: [&str; 7] = ["安排", "计划", "规划", "部署", "要求", "目标", "方案"];
    if !words.starts_with(['按', '根']) {
        return 0;
    }
    let clause = words.split(ends_clause).next().unwrap_or_default();
    let told = PLANS.iter().any(|word| clause.ends_with(word)) && clause.chars().count() <= LONGEST;
    if told { clause.len() } else { 0 }
}

/// `去年的12家,`, `这12家`: how many of it there are, with nothing named behind the number.
fn counted_of_it(text: &str, range: TextRange, times: &[&FoundTime]) -> Option<usize> {
    const MEASURES: [char; 8] = ['家', '个', '项', '座', '所', '支', '条', '批'];
    let words = range.slice(text)?;
    let time = times.iter().find(|time| time.range.start() == range.start());
    let behind = time.map_or(0, |time| time.range.usize().len());
    let rest = &words[behind..];
    let marked = match time {
        Some(_) => rest.strip_prefix('的')?,
        None => ["这", "那", "上述"].iter().find_map(|word| rest.strip_prefix(word))?,
    };
    let number = marked.trim_start_matches(is_number);
    let measure = number.strip_prefix(MEASURES).filter(|_| number.len() < marked.len())?;
    let closed =
        measure.starts_with(['是', '在', '于', '由', '已']) || measure.starts_with(ends_clause);
    closed.then_some(words.len() - measure.len())
}

/// `一期投资3.8亿元;二期去年底立项`: where a clause starts that tells of a stage of it, with a time right
/// behind and a verb of its life.
fn stage_of_it(text: &str, range: TextRange, times: &[&FoundTime]) -> Option<usize> {
    let start = range.usize().start;
    let words = range.slice(text)?;
    let mut clauses = words.split_inclusive(ends_clause).scan(0, |at, clause| {
        let from = *at;
        *at += clause.len();
        Some((from, clause))
    });
    clauses.find_map(|(at, clause)| {
        let stage =
            STAGES.iter().filter(|stage| clause.starts_with(**stage)).max_by_key(|s| s.len())?;
        let behind = at + stage.len();
        let rest = TextRange::of(start + behind, range.usize().end);
        let verb = behind + behind_times_and_adverbs(text, rest, times)?;
        let dated = times.iter().any(|time| {
            let time = time.range.usize();
            time.start >= start + behind && time.end <= start + verb
        });
        (dated && opens_with_a_verb(&words[verb..])).then_some(at)
    })
}

/// Words for the first of the parts that a thing consists of.
const FIRST: [&str; 4] = ["首批", "第一批", "首期", "首个"];

/// `首批12座站点开通`: where the verb stands that the first of its parts stand before.
fn first_parts(words: &str, kind: InitiativeKind) -> Option<usize> {
    const LONGEST: usize = 16;
    const PARTS: [&str; 26] = [
        "城市",
        "站",
        "站点",
        "冷库",
        "库",
        "线路",
        "机组",
        "主机",
        "设备",
        "园区",
        "节点",
        "门店",
        "场馆",
        "基地",
        "网点",
        "航线",
        "班列",
        "院区",
        "校区",
        "展馆",
        "厂房",
        "充电桩",
        "桩",
        "车间",
        "大楼",
        "泊位",
    ];
    const TASKS: [&str; 3] = ["项目", "任务", "课题"];
    let rest = FIRST.iter().find_map(|word| words.strip_prefix(word))?;
    let (at, _) = triggers(rest)
        .filter(|(_, trigger)| {
            trigger.subject && matches!(trigger.phase, Phase::Launched | Phase::Completed)
        })
        .min_by_key(|(at, _)| *at)?;
    let parts = &rest[..at];
    let of_tasks = matches!(kind, InitiativeKind::Programme | InitiativeKind::Corridor);
    let named = PARTS.iter().any(|word| parts.ends_with(word))
        || of_tasks && TASKS.iter().any(|word| parts.ends_with(word));
    let near =
        parts.chars().count() <= LONGEST && !parts.contains(ends_clause) && !parts.contains('的');
    (named && near).then_some(words.len() - rest.len() + at)
}
