//! Meetings, told of beside or about an initiative.
//!
//! - `在6日的甲论坛上`, `日前,在2025年甲大会上`, `6日,甲论坛签约一批项目`: the meeting itself was held
//! - `甲联盟2024年度的理事会会议11月3日举行`, `甲走廊的专责小组在乙市开会`: a meeting of the initiative's own
//! - `召开新闻发布会,介绍《甲条例》`: a meeting about it
//!
//! Both of the last are held in the life of the initiative; what was said there is for others.

use deltascope_model::{EventStanding, InitiativeKind, Phase, TextRange};

use crate::bind::{Bound, Sentence, dates_an_event, is_later, slice, time_of};
use crate::clause::clause_of;
use crate::meaning::Meaning;
use crate::tense::ends_clause;

/// The meetings of a sentence that its verbs alone do not give.
pub(crate) fn gatherings(sentence: &Sentence<'_>, clauses: &[TextRange]) -> Vec<Bound> {
    let mut found = stages(sentence, clauses);
    for &(verb, trigger) in sentence.verbs() {
        if trigger.phase == Phase::Held
            && let Some(mention) =
                about(sentence, clauses, verb).or_else(|| of_its_own(sentence, clauses, verb))
            && let Some(clause) = clauses.get(clause_of(clauses, verb.start()))
            && let Some((edtf, basis, _)) =
                time_of(sentence, clauses, clause_of(clauses, verb.start()), verb)
            && !is_later(&edtf, sentence.reference)
        {
            let name = sentence.mentions[mention].range;
            let scope =
                TextRange::new(clause.start().min(name.start()), clause.end().max(name.end()));
            let (phase, standing) = (Phase::Held, EventStanding::Happened);
            found.push(Bound { mention, phase, edtf, basis, standing, verb, scope });
        }
    }
    found
}

/// The meetings at which a sentence sets what it tells, or which it makes its subject.
fn stages(sentence: &Sentence<'_>, clauses: &[TextRange]) -> Vec<Bound> {
    const BETWEEN: [&str; 9] =
        [",", "，", "", "的", "在", "举行的", "召开的", "举办的", "日前举行的"];
    const STAGES: [&str; 13] = [
        "迎来",
        "吸引",
        "汇聚",
        "云集",
        "上",
        "期间",
        "集中签约",
        "签约",
        "签署",
        "发布",
        "揭晓",
        "发出",
        "通过",
    ];
    const AT: [&str; 2] = [",在", "，在"];
    let mut found = Vec::new();
    for (mention, name) in sentence.mentions.iter().enumerate() {
        let behind = slice(sentence.text, name.range.end(), sentence.range.end());
        let at = name.kind == InitiativeKind::Event
            && STAGES.iter().any(|word| behind.starts_with(word));
        if !at {
            continue;
        }
        // 在2025年甲大会上: the year is part of what the meeting is called.
        let year = sentence.times.iter().map(|(time, _)| time.range).find(|time| {
            time.end() == name.range.start()
                && slice(sentence.text, 0, time.start()).ends_with('在')
        });
        let start = year.map_or(name.range.start(), TextRange::start);
        let there = || {
            let mut times = sentence.times.iter();
            times.rfind(|(time, meaning)| {
                let lately = **meaning == Meaning::Lately;
                time.range.end() <= start
                    && (lately || dates_an_event(meaning))
                    && AT.contains(&slice(sentence.text, time.range.end(), start))
            })
        };
        let right_before = || {
            sentence.times.iter().find(|(time, meaning)| {
                time.range.end() <= name.range.start()
                    && dates_an_event(meaning)
                    && BETWEEN.contains(&slice(sentence.text, time.range.end(), name.range.start()))
            })
        };
        let time = there().or_else(right_before);
        let Some((time, _)) = time else { continue };
        let Some(edtf) = time.edtf.clone() else { continue };
        let later = is_later(&edtf, sentence.reference);
        let scope = clauses[clause_of(clauses, name.range.start())];
        found.push(Bound {
            mention,
            phase: if later { Phase::Target } else { Phase::Held },
            edtf,
            basis: time.basis,
            standing: if later { EventStanding::Announced } else { EventStanding::Happened },
            verb: time.range,
            scope,
        });
    }
    found
}

/// The initiative that a meeting is about: `召开新闻发布会,介绍《甲条例》`.
fn about(sentence: &Sentence<'_>, clauses: &[TextRange], verb: TextRange) -> Option<usize> {
    const MOST_BETWEEN: usize = 18;
    const ABOUT: [&str; 9] =
        ["介绍", "解读", "研究", "部署", "听取", "讨论", "通报", "专题研究", "推进"];
    let at = clause_of(clauses, verb.start());
    let (here, next) = (clauses.get(at)?, clauses.get(at + 1)?);
    let object = slice(sentence.text, verb.end(), here.end()).trim_end_matches(ends_clause);
    let meeting = object.ends_with(['会', '议']) && object.chars().count() <= MOST_BETWEEN;
    let words = next.slice(sentence.text)?;
    let mut names = sentence.mentions.iter().enumerate();
    let (index, name) = names.find(|(_, name)| name.range.start() >= verb.end())?;
    let between = slice(sentence.text, next.start(), name.range.start());
    (meeting
        && next.contains(name.range)
        && name.kind != InitiativeKind::Event
        && ABOUT.iter().any(|word| words.starts_with(word))
        && between.chars().count() <= MOST_BETWEEN
        && !between.contains('、'))
    .then_some(index)
}

/// The initiative whose own meeting it is: `甲联盟2024年度的理事会会议11月3日举行`.
fn of_its_own(sentence: &Sentence<'_>, clauses: &[TextRange], verb: TextRange) -> Option<usize> {
    const MOST_BETWEEN: usize = 28;
    const MOST_OBJECT: usize = 12;
    const MEETINGS: [&str; 12] = [
        "会商",
        "年会",
        "理事会",
        "联席会议",
        "工作会议",
        "推进会",
        "会员大会",
        "成员大会",
        "座谈会",
        "协调会",
        "例会",
        "全体会议",
    ];
    const BODIES: [&str; 5] = ["小组", "办公室", "理事会", "委员会", "秘书处"];
    let clause = clauses.get(clause_of(clauses, verb.start()))?;
    let mut names = sentence.mentions.iter().enumerate();
    let (index, name) = names.rfind(|(_, name)| name.range.end() <= verb.start())?;
    let between = slice(sentence.text, name.range.end(), verb.start());
    let words = if verb.slice(sentence.text) == Some("开会") { &BODIES[..] } else { &MEETINGS };
    // 甲网3月29日举行第四次成员大会
    let object = slice(sentence.text, verb.end(), clause.end()).trim_end_matches(ends_clause);
    let own = object.chars().count() <= MOST_OBJECT
        && !between.contains(['、', '与', '和'])
        && MEETINGS.iter().any(|word| object.ends_with(word));
    (clause.contains(name.range)
        && name.kind != InitiativeKind::Event
        && between.chars().count() <= MOST_BETWEEN
        && (own || words.iter().any(|word| between.contains(word))))
    .then_some(index)
}
