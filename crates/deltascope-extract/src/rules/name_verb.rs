//! Verbs and names: heads that are verbs themselves, and whether a verb of some phase tells of a name.

use deltascope_model::Phase;

use super::field::is_number;
use super::name_heads::Head;
use crate::tense::ends_clause;
use crate::triggers::{Trigger, triggers, triggers_at};

/// 计划 and 规划 also are verbs: 平台计划于明年上线.
pub(super) fn is_verb(text: &str, head: &Head) -> bool {
    const NOUNS: [&str; 13] = [
        "攻关", "行动", "科学", "研发", "伙伴", "培育", "人才", "倍增", "提升", "保育", "助学",
        "奖励", "标签",
    ];
    const OBJECTS: [&str; 20] = [
        "年底前",
        "于",
        "在",
        "到",
        "用",
        "将",
        "通过",
        "投资",
        "今",
        "明",
        "后",
        "再",
        "新",
        "对",
        "分",
        "从",
        "总投",
        "总面",
        "面积",
        "占地",
    ];
    if !matches!(&text[head.start..head.end], "计划" | "规划") {
        return false;
    }
    let after = &text[head.end..];
    let named = text[..head.start].ends_with(['”', '」', '』'])
        || NOUNS.iter().any(|word| text[..head.start].ends_with(word));
    !named
        && !is_decided(after)
        && (OBJECTS.iter().any(|word| after.starts_with(word)) || after.starts_with(is_number))
}

/// 甲规划2014年获国务院批复: what is done to documents only.
fn is_decided(after: &str) -> bool {
    const LONGEST: usize = 60;
    if !after.starts_with(is_number) {
        return false;
    }
    let clause = after.split(ends_clause).next().unwrap_or_default();
    let clause = &clause[..clause.floor_char_boundary(LONGEST)];
    let decided = ["获", "由", "经", "印发"].iter().any(|word| {
        ["年", "月", "日"].iter().any(|unit| clause.contains(&format!("{unit}{word}")))
    });
    decided
        && triggers(clause).any(|(_, verb)| matches!(verb.phase, Phase::Adopted | Phase::Issued))
}

/// True where a verb of some phase stands in the clause around a name.
pub(super) fn beside_verb(text: &str, start: usize, end: usize) -> bool {
    let before = within_reach(text, start);
    let before = before.rfind(ends_clause).map_or(before, |at| &before[at..]);
    let after = reach_behind(text, end);
    let after = after.find(ends_clause).map_or(after, |at| &after[..at]);
    // 甲项目实施以来 without a date tells of no life.
    let since = |verb: &str, behind: &str| {
        verb.ends_with("以来") || verb == "实施" && behind.starts_with("以来")
    };
    let verb = |text: &str| {
        triggers(text).any(|(at, verb)| !since(verb.word, &text[at + verb.word.len()..]))
    };
    verb(before) || verb(after)
}

/// True for a name that opens a sentence in which a verb of some phase follows a date:
/// `白青铁路全长265公里,2019年12月开工`.
pub(super) fn opens_what_has_a_verb(text: &str, start: usize, end: usize) -> bool {
    let before = within_reach(text, start);
    let opens = before.is_empty() || before.ends_with(['。', '\n', '”', '！', '？']);
    let after = reach_behind(text, end);
    let sentence = after.split(['。', '\n', '！', '？']).next().unwrap_or_default();
    let clauses = || sentence.split(ends_clause).skip(1);
    // The verb tells of what the sentence opens with where nothing but a date stands before it.
    let dated = |clause: &str| {
        triggers(clause).any(|(at, verb)| {
            let date =
                clause[..at].trim_end_matches(|c| "年月日底前初末".contains(c) || is_number(c));
            verb.subject && at > 0 && date.is_empty()
        })
    };
    opens && clauses().any(dated)
}

/// True for a document that a verb by which such come to be stands right before, or behind in its clause.
pub(super) fn beside_documents_verb(text: &str, start: usize, end: usize) -> bool {
    const LONGEST: usize = 48;
    let of_documents = |verb: &Trigger| {
        use Phase::{Adopted, InForce, Issued, Proposed, Signed};
        matches!(verb.phase, Proposed | Adopted | Signed | Issued | InForce)
    };
    let before = within_reach(text, start).trim_end_matches(['“', '「', '了']);
    let before = &before[before.ceil_char_boundary(before.len().saturating_sub(LONGEST))..];
    let acted = triggers(before).any(|(at, verb)| {
        of_documents(verb) && verb.object && at + verb.word.len() == before.len()
    });
    let after = &text[end..text.floor_char_boundary(end + LONGEST)];
    let after = after.split(ends_clause).next().unwrap_or_default();
    let after = after.trim_start_matches(['”', '」']);
    let told = || triggers(after).any(|(_, verb)| of_documents(verb) && verb.subject);
    acted || !after.starts_with('的') && told()
}

/// True where a sum stands behind a name, which so is that of a thing: `甲基金，首期规模6000万元`.
pub(super) fn has_its_sum(text: &str, end: usize) -> bool {
    const SUMS: [&str; 14] = [
        "首期规模",
        "资金规模",
        "建设规模",
        "总规模",
        "首期",
        "规模",
        "计划总投资",
        "计划投资",
        "概算总投资",
        "总投资",
        "概算",
        "预算",
        "投资",
        "造价",
    ];
    const LONGEST: usize = 12;
    let behind = text[end..].trim_start_matches(['，', ',']);
    let sum = SUMS.iter().find_map(|word| behind.strip_prefix(word));
    let sum = sum.map(|sum| sum.trim_start_matches(['为', '约', '达', '超', '近', '逾']));
    sum.is_some_and(|sum| {
        let mut chars = sum.chars();
        chars.next().is_some_and(is_number) && chars.take(LONGEST).any(|c| c == '元')
    })
}

/// True where a name is measured right behind it, which so is that of one thing: `甲铁路全长265公里`.
pub(super) fn has_its_measure(text: &str, end: usize) -> bool {
    const MEASURES: [&str; 11] = [
        "线路全长",
        "全长",
        "总长",
        "主线长",
        "总里程",
        "总建筑面积",
        "总面积",
        "总库容",
        "总装机容量",
        "装机容量",
        "总装机",
    ];
    let behind = text[end..].trim_start_matches(['，', ',']);
    let measure = MEASURES.iter().find_map(|word| behind.strip_prefix(word));
    measure.is_some_and(|rest| {
        rest.trim_start_matches(['为', '约', '达', '超', '近', '逾']).starts_with(is_number)
    })
}

/// True for a meeting at which something is told: `在甲工作会议上`. What is told of games is who won there.
pub(super) fn is_where_something_is_told(text: &str, start: usize, end: usize) -> bool {
    const MEETINGS: [&str; 7] = ["会议", "年会", "推介会", "对接会", "启动会", "推进会", "交流会"];
    let before = text[..start].trim_end_matches(|c| is_number(c) || c == '年');
    before.ends_with('在')
        && text[end..].starts_with('上')
        && MEETINGS.iter().any(|word| text[start..end].ends_with(word))
}

/// No further is looked for what belongs to a name, in bytes: a text may have no marks at all.
const REACH: usize = 300;

/// The text before a place, as far as is looked.
pub(super) fn within_reach(text: &str, at: usize) -> &str {
    &text[text.floor_char_boundary(at.saturating_sub(REACH))..at]
}

/// The text behind a place, as far as is looked.
pub(super) fn reach_behind(text: &str, at: usize) -> &str {
    &text[at..text.ceil_char_boundary((at + REACH).min(text.len()))]
}

/// True for an area that stands between 在 and a verb: 在石湾开发区动工.
pub(super) fn is_where_something_happens(text: &str, start: usize, end: usize) -> bool {
    const AREAS: [&str; 8] =
        ["开发区", "产业园", "园区", "新城", "高新区", "保税区", "度假区", "科技园"];
    AREAS.iter().any(|area| text[start..end].ends_with(area))
        && text[..start].ends_with('在')
        && triggers_at(&text[end..]).next().is_some()
}
