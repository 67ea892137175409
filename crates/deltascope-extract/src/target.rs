//! Deadlines: `到2027年底,甲走廊基本建成`, `力争2030年前建成乙平台`.
//!
//! A target is a future time with a word of intent or outcome and the initiative it speaks of. Also
//! here: `自2021年初开展甲计划以来`, whose first day is a launch.

use std::sync::LazyLock;

use deltascope_model::{Edtf, InitiativeKind, Phase, TextRange};

use crate::bind::{Bound, Sentence, is_a_year_of, is_later, slice};
use crate::clause::clause_of;
use crate::goals::{ends_then, reckons};
use crate::meaning::Meaning;
use crate::names::Mention;
use crate::phases::can_be_carried_out;
use crate::rules::is_number;
use crate::standing::{asks, standing};
use crate::tense::{INTENDS, ends_clause, says_ahead};
use crate::triggers::{triggers, triggers_at};
use crate::words::Words;

/// Words of what a target reaches.
const OUTCOMES: &[&str] = &[
    "建成",
    "形成",
    "实现",
    "达到",
    "完成",
    "基本",
    "初步",
    "成为",
    "突破",
    "超过",
    "建设",
    "全面",
    "打造",
    "投用",
    "设立",
    "成立",
    "上线",
    "启用",
    "投入",
    "开工",
    "通车",
    "揭牌",
    "开放",
    "发射",
    "开通",
    "运行",
    "取得",
    "跻身",
    "达成",
    "迈入",
    "进入",
    "交付",
    "竣工",
    "翻番",
    "翻一番",
    "成形",
    "成型",
    "接入",
    "覆盖",
    "建起",
    "扩大",
    "扩至",
    "增至",
    "增加",
    "提高",
    "提升",
    "升至",
    "降至",
    "降低",
    "下降",
    "缩短",
    "压缩",
    "减少",
    "不低于",
    "不少于",
    "控制在",
    "翻两番",
    "落地",
    "完工",
    "建立",
    "报送",
    "印发",
    "出台",
    "发布",
    "推广",
    "投产",
    "投运",
    "验收",
    "到位",
    "新增",
    "增设",
    "延长",
    "新建",
    "再建",
    "转入",
    "定稿",
    "报批",
    "送审",
];

/// They, by their first characters.
pub(crate) static OUTCOME_WORDS: LazyLock<Words> =
    LazyLock::new(|| Words::new(OUTCOMES.iter().copied()));

/// The targets, and the launches told by 自…以来, of a sentence.
pub(crate) fn targets(sentence: &Sentence<'_>, clauses: &[TextRange]) -> Vec<Bound> {
    let mut found = Vec::new();
    for (time, meaning) in &sentence.times {
        let inside = sentence.mentions.iter().any(|name| name.range.overlap(time.range).is_some());
        let of_a_thing =
            inside || is_a_year_of(sentence.text, time, meaning) && !rises_to(sentence, time.range);
        let Some(edtf) = time.edtf.as_ref().filter(|_| !of_a_thing) else { continue };
        let bound = match meaning {
            Meaning::Since(_) => carried_out(sentence, edtf, time.range)
                .map(|(mention, edtf)| (mention, edtf, Phase::Launched))
                .or_else(|| to_be_carried_out(sentence, clauses, edtf, time.range))
                .or_else(|| to_be_opened(sentence, clauses, edtf, time.range)),
            Meaning::Point(_) if begins_then(sentence, time.range) => {
                to_be_carried_out(sentence, clauses, edtf, time.range)
            }
            // “十四五”末 is a year, “十四五” a period.
            Meaning::Fixed(_) if !time.text.ends_with(['末', '底']) => None,
            Meaning::Feast(..) if !is_limit(sentence.text, time.range) => None,
            Meaning::Point(_) | Meaning::Before(_) | Meaning::Fixed(_) | Meaning::Feast(..) => {
                deadline(sentence, clauses, edtf, time.range, matches!(meaning, Meaning::Before(_)))
                    .map(|mention| (mention, edtf.clone(), Phase::Target))
            }
            _ => None,
        };
        if let Some((mention, edtf, phase)) = bound {
            let name = sentence.mentions[mention].range;
            let first = clauses[clause_of(clauses, name.start().min(time.range.start()))].start();
            let last = clauses
                [clause_of(clauses, name.end().max(time.range.end()).saturating_sub(1))]
            .end();
            found.push(Bound {
                mention,
                phase,
                edtf,
                basis: time.basis,
                standing: standing(
                    sentence,
                    clauses[clause_of(clauses, time.range.start())],
                    time.range.start(),
                    phase,
                    false,
                ),
                verb: time.range,
                scope: TextRange::new(first, last.max(first)),
            });
        }
    }
    found
}

/// `明年春节前`: what is to be done by then, where 春节 itself says no more than when.
fn is_limit(text: &str, time: TextRange) -> bool {
    slice(text, 0, time.end()).ends_with('前')
        || slice(text, time.end(), text.len() as u32).starts_with('前')
}

/// The initiative of a deadline.
fn deadline(
    sentence: &Sentence<'_>,
    clauses: &[TextRange],
    edtf: &Edtf,
    time: TextRange,
    before_then: bool,
) -> Option<usize> {
    if !sentence.goals.is_empty() {
        return sentence.goals.contains(&time).then_some(0);
    }
    let before = sentence.text.get(sentence.range.usize().start..time.usize().start)?;
    // 截至5月31日 is as of when something is told.
    let as_of = before.ends_with("截至") || before.ends_with("截止到");
    let until = before.ends_with(['到', '至']) && !as_of || before.ends_with("力争");
    let at = clause_of(clauses, time.start());
    let reach = TextRange::new(
        clauses.get(at)?.start(),
        clauses.get((at + 2).min(clauses.len() - 1))?.end(),
    );
    let words = reach.slice(sentence.text)?;
    let within = time.slice(sentence.text).is_some_and(|words| words.ends_with('内'));
    let later = is_later(edtf, sentence.reference)
        || open_start_is_later(edtf, sentence.reference)
        || within && ends_later(edtf, sentence.reference) && says_ahead(words);
    // 到2025年, said in 2025, and 今年计划再建30个.
    let aims = || {
        let behind = slice(sentence.text, time.end(), clauses[at].end());
        intends_right_behind(sentence, time)
            || behind.contains("目标为")
            || behind.contains("目标是")
    };
    let still = ends_later(edtf, sentence.reference) && (until || aims());
    // 电站年内全面投产
    let this_year = within && ends_later(edtf, sentence.reference);
    let later = later || still || this_year && acts_right_behind(sentence, time);
    let limit = until || within || before_then;
    let until = until || asks(before);
    let unknown = sentence.reference.is_none() && until;
    let done_then = || later && acts_right_behind(sentence, time);
    // 甲所预计,到2030年…, but 预计年底前取得认证
    let told = before.rfind(ends_clause).map_or("", |at| &before[..at]);
    let lasts = ends_then(slice(sentence.text, time.end(), sentence.range.end()));
    // 到2023年底增至45个, told nobody knows when: mostly what was.
    let grown = ["增至", "扩至", "升至", "降至", "增加到", "已"];
    let behind = slice(sentence.text, time.end(), sentence.range.end());
    let grown = !later && grown.iter().any(|word| behind.starts_with(word));
    if !(later || unknown) || reckons(told) || lasts || grown {
        return None;
    }
    let promised = promised_by(sentence, time);
    let asked = asked_by(sentence, time).or(promised).or_else(|| goes_by(sentence, clauses, time));
    if !(OUTCOME_WORDS.stand_in(words) || limit && must(words) || done_then()) {
        return asked;
    }
    if !(until || before_then || says_ahead(words) || limit && must(words) || done_then()) {
        return None;
    }
    let names = sentence.mentions.iter().enumerate();
    let behind = names
        .clone()
        .find(|(_, name)| name.range.start() >= time.end() && reach.contains(name.range));
    let ahead = names.rev().find(|(_, name)| name.range.end() <= time.start());
    // 甲平台明年6月上线,乙走廊…: what the clause itself is about goes before what follows it.
    let own = ahead.filter(|(_, name)| clauses[at].contains(name.range));
    // 起草《甲条例》;到2025年,产值要…: behind such a mark another thing is told.
    let parted = |name: &Mention| {
        let between = name.range.usize().end..time.usize().start;
        let words = sentence.text.get(between).unwrap_or_default();
        let listed = words.contains(['：', ':', '一']);
        // 计划明年设立甲中心;到2026年,范围扩大到…
        let made = || is_acted_on(sentence, clauses, name.range);
        words.contains(['；', ';']) && !listed && (is_document(name) || made())
    };
    // 按照《甲规划》,乙中心到2025年…,到2027年两地营收突破…: what places are to reach is the plan's.
    let of_places = || {
        const PLACES: [&str; 8] = ["两地", "三地", "四地", "全省", "全市", "全县", "全区", "各地"];
        let clause = clauses[at].slice(sentence.text)?;
        PLACES.iter().find(|word| clause.contains(**word))?;
        let mut names = sentence.mentions.iter().enumerate();
        names.rfind(|(_, name)| name.title && name.range.end() <= time.start())
    };
    let ahead = of_places().or(ahead);
    // 甲中心将于6月8日(星期六)举行开放日: a day of its own, and no goal.
    let behind_it = slice(sentence.text, time.end(), sentence.range.end());
    let behind_it = match behind_it.strip_prefix(['(', '（']) {
        Some(inside) => inside.split_once([')', '）']).map_or(behind_it, |(_, rest)| rest),
        None => behind_it,
    };
    let held = ["举行", "举办", "召开"].iter().any(|word| behind_it.starts_with(word));
    // 签署《甲协议》,商定明年完成互换,并筹组乙联盟: whoever promises does not promise what is named behind.
    let behind = behind.filter(|(_, name)| promised.is_none() || clauses[at].contains(name.range));
    let promised = promised.map(|index| (index, &sentence.mentions[index]));
    let found = own.or(behind).or(promised).or(ahead.filter(|(_, name)| !parted(name)));
    let found = found.filter(|(_, name)| !held || name.kind == InitiativeKind::Event);
    let found = found.filter(|(_, name)| !is_a_means(sentence.text, name.range));
    found.filter(|(_, name)| !is_decided_at(sentence, name, time)).map(|(index, _)| index)
}

/// `接入甲平台,到2027年联网率达到九成`, `在甲园区动工,今年9月建成`: what others use, or stand in, has no goal
/// of its own there.
fn is_a_means(text: &str, name: TextRange) -> bool {
    const USES: [&str; 11] =
        ["接入", "加入", "融入", "依托", "借助", "利用", "对接", "通过", "在", "落户", "位于"];
    let before = slice(text, 0, name.start());
    let voted = ["审议通过", "表决通过"].iter().any(|word| before.ends_with(word));
    !voted && USES.iter().any(|word| before.ends_with(word))
}

/// `成立甲联盟,承诺2025年底前…`, `签订《甲协议》,约定到…`: what was named last makes a promise.
fn promised_by(sentence: &Sentence<'_>, time: TextRange) -> Option<usize> {
    const PROMISES: [&str; 4] = ["承诺", "约定", "商定", "议定"];
    let index = sentence.mentions.iter().rposition(|name| name.range.end() <= time.start())?;
    let between = slice(sentence.text, sentence.mentions[index].range.end(), time.start());
    let between = between.trim_end_matches(['到', '至', '于', '在']);
    let promise = between.strip_prefix(ends_clause)?;
    PROMISES.contains(&promise).then_some(index)
}

/// `产值由2023年的118亿元增加到2028年的250亿元`: the amount of a year by then.
fn rises_to(sentence: &Sentence<'_>, time: TextRange) -> bool {
    let before = slice(sentence.text, sentence.range.start(), time.start());
    let behind = slice(sentence.text, time.end(), sentence.range.end());
    let amount = behind.strip_prefix('的').is_some_and(|amount| amount.starts_with(is_number));
    amount
        && ["增加到", "增长到", "提高到", "提升到", "扩大到", "降到", "下降到", "压缩到"]
            .iter()
            .any(|word| before.ends_with(word))
}

/// True where a verb stands right before a name that does not open its clause: `设立甲中心`.
fn is_acted_on(sentence: &Sentence<'_>, clauses: &[TextRange], name: TextRange) -> bool {
    let clause = clauses[clause_of(clauses, name.start())];
    let before = slice(sentence.text, clause.start(), name.start());
    triggers(before).any(|(at, verb)| verb.object && at + verb.word.len() == before.len())
}

/// `按照去年修订的《甲规划》,今年第四季…`: the plan by whose words a sentence goes.
fn goes_by(sentence: &Sentence<'_>, clauses: &[TextRange], time: TextRange) -> Option<usize> {
    const BY: [&str; 5] = ["按照", "根据", "依照", "依据", "按"];
    const MOST_BETWEEN: usize = 16;
    let mut names = sentence.mentions.iter().enumerate();
    let (index, plan) = names.rfind(|(_, name)| name.title && name.range.end() <= time.start())?;
    let clause = clauses[clause_of(clauses, plan.range.start())];
    let before = slice(sentence.text, clause.start(), plan.range.start());
    let by = BY.iter().find_map(|word| before.split_once(word)).map(|(_, between)| between);
    by.is_some_and(|between| between.chars().count() <= MOST_BETWEEN).then_some(index)
}

/// `《甲方案》要求,8月底前…`: the plan that asks for whatever stands behind.
fn asked_by(sentence: &Sentence<'_>, time: TextRange) -> Option<usize> {
    let mut names = sentence.mentions.iter().enumerate();
    let (index, plan) = names.rfind(|(_, name)| {
        (is_document(name) || name.kind == InitiativeKind::Plan) && name.range.end() <= time.start()
    })?;
    asks(slice(sentence.text, plan.range.end(), time.start())).then_some(index)
}

/// `今年计划再建30个`: what is intended stands right behind the time.
fn intends_right_behind(sentence: &Sentence<'_>, time: TextRange) -> bool {
    let behind = slice(sentence.text, time.end(), sentence.range.end());
    INTENDS.iter().any(|word| behind.starts_with(word))
}

/// `拟2024年开工,2027年建成`, `2025年底前通车`: what is done by then is told right behind.
fn acts_right_behind(sentence: &Sentence<'_>, time: TextRange) -> bool {
    let behind = slice(sentence.text, time.end(), sentence.range.end());
    let behind = behind.trim_start_matches(['前', '底', '内']);
    let adverbs = ["全面", "全部", "基本", "正式", "全线", "整体", "主体"];
    let behind = adverbs.iter().find_map(|word| behind.strip_prefix(word)).unwrap_or(behind);
    let done = triggers_at(behind)
        .find(|verb| matches!(verb.phase, Phase::Established | Phase::Launched | Phase::Completed));
    done.is_some_and(|verb| {
        let after = &behind[verb.word.len()..];
        after.is_empty() || after.starts_with(ends_clause)
    })
}

fn is_document(name: &Mention) -> bool {
    use InitiativeKind as Kind;
    matches!(name.kind, Kind::Law | Kind::Policy)
}

/// `甲会议通过了方案,提出到2028年…`: what a meeting asks for is no deadline of the meeting.
fn is_decided_at(sentence: &Sentence<'_>, name: &Mention, time: TextRange) -> bool {
    const DECIDES: [&str; 7] = ["通过", "审议", "提出", "明确", "发布", "部署", "要求"];
    let between = name.range.usize().end..time.usize().start.max(name.range.usize().end);
    let words = sentence.text.get(between).unwrap_or_default();
    name.kind == InitiativeKind::Event && DECIDES.iter().any(|verb| words.contains(verb))
}

/// True where a clause says what must or can be by then.
fn must(words: &str) -> bool {
    ["要", "将", "应", "须", "能", "可以", "推动", "确保", "力争", "加快"]
        .iter()
        .any(|word| words.contains(word))
}

/// 年内 that is not over yet.
pub(crate) fn ends_later(edtf: &Edtf, reference: Option<&Edtf>) -> bool {
    let now = reference.and_then(|reference| reference.bounds().last);
    matches!((edtf.bounds().last, now), (Some(last), Some(now)) if last > now)
}

/// `../2030` ends after the reference.
pub(crate) fn open_start_is_later(edtf: &Edtf, reference: Option<&Edtf>) -> bool {
    let bounds = edtf.bounds();
    let now = reference.and_then(|reference| reference.bounds().last);
    bounds.first.is_none() && matches!((bounds.last, now), (Some(last), Some(now)) if last > now)
}

/// `自2021年初开展甲计划以来`
fn carried_out(sentence: &Sentence<'_>, edtf: &Edtf, time: TextRange) -> Option<(usize, Edtf)> {
    let after = sentence.text.get(time.usize().end..sentence.range.usize().end)?;
    let verb = ["开展", "启动", "实施", "推行", "推出"]
        .into_iter()
        .find(|verb| after.starts_with(verb))?;
    let name_at = time.end() + verb.len() as u32;
    let index = sentence
        .mentions
        .iter()
        .position(|name| name.range.start() == name_at && can_be_carried_out(name.kind))?;
    let behind = sentence.text.get(sentence.mentions[index].range.usize().end..)?;
    let clause = behind.split(crate::tense::ends_clause).next()?;
    let start = Edtf::new(edtf.as_str().split('/').next()?).ok()?;
    clause.contains("以来").then_some((index, start))
}

/// `8月起`: something begins then.
fn begins_then(sentence: &Sentence<'_>, time: TextRange) -> bool {
    let behind = slice(sentence.text, time.end(), sentence.range.end());
    behind.strip_prefix('起').is_some_and(|behind| behind.starts_with(ends_clause))
}

/// `8月起,甲中心将实施乙计划`: what begins on a day to come.
fn to_be_carried_out(
    sentence: &Sentence<'_>,
    clauses: &[TextRange],
    edtf: &Edtf,
    time: TextRange,
) -> Option<(usize, Edtf, Phase)> {
    const VERBS: [&str; 6] = ["实施", "启动", "推行", "推出", "开展", "试行"];
    let start = Edtf::new(edtf.as_str().split('/').next()?).ok()?;
    let reach = clauses.get((clause_of(clauses, time.start()) + 1).min(clauses.len() - 1))?.end();
    let index = sentence.mentions.iter().position(|name| {
        let before = slice(sentence.text, time.end(), name.range.start());
        let before = before.trim_end_matches(['“', '「']);
        can_be_carried_out(name.kind)
            && name.range.end() <= reach
            && VERBS.iter().any(|verb| before.ends_with(verb))
            && says_ahead(before)
    })?;
    is_later(&start, sentence.reference).then_some((index, start, Phase::Target))
}

/// `甲基金…,6月16日起受理申请`, `第二届4月1日起接受报名`: what others may make use of from a day to come.
fn to_be_opened(
    sentence: &Sentence<'_>,
    clauses: &[TextRange],
    edtf: &Edtf,
    time: TextRange,
) -> Option<(usize, Edtf, Phase)> {
    const OPENS: [&str; 10] =
        ["受理", "接受", "开放", "开课", "招生", "报名", "预约", "申领", "申报", "发放"];
    const PARTS: [&str; 3] = ["第", "首", "新"];
    const MOST_BEFORE: usize = 6;
    let start = Edtf::new(edtf.as_str().split('/').next()?).ok()?;
    let behind = slice(sentence.text, time.end(), sentence.range.end()).trim_start_matches('起');
    let opens = OPENS.iter().any(|verb| behind.starts_with(verb));
    let index = sentence.mentions.iter().rposition(|name| name.range.end() <= time.start())?;
    let clause = clauses[clause_of(clauses, time.start())].start();
    let from = clause.max(sentence.mentions[index].range.end());
    let before =
        slice(sentence.text, from, time.start()).trim_end_matches(['从', '自', '于', '将']);
    let own = before.is_empty()
        || PARTS.iter().any(|part| before.starts_with(part))
            && before.chars().count() <= MOST_BEFORE;
    let law = is_document(sentence.mentions[index]);
    (opens && own && !law && is_later(&start, sentence.reference)).then_some((
        index,
        start,
        Phase::Target,
    ))
}
