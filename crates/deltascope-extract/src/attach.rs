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

use std::sync::LazyLock;

use deltascope_model::{InitiativeKind, Phase, TextRange};

use crate::bind::{Sentence, slice};
use crate::clause::clause_of;
use crate::phases::told_of;
use crate::rules::is_number;
use crate::stages::STAGES;
use crate::tense::ends_clause;
use crate::triggers::{ADVERBS, Trigger, triggers_at};
use crate::words::Words;

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
        clause.contains(mention.range) && told_of(trigger, mention).is_some()
    };
    let behind = slice(sentence.text, verb.end(), sentence.range.end());
    let ahead = slice(sentence.text, sentence.range.start(), verb.start());
    if trigger.is_elided(ahead, behind) {
        let unsaid = sentence.mentions.first().is_some_and(|name| name.range.is_empty());
        let index = unsaid.then_some(0).or_else(|| only_before(sentence, verb, trigger));
        return index.into_iter().collect();
    }
    let indices = 0..sentence.mentions.len();
    let first = indices
        .clone()
        .find(|&index| sentence.mentions[index].range.start() >= verb.end())
        .filter(fitting);
    if let Some(first) = first {
        let acted = trigger.object && is_object(sentence, clause, verb, first, trigger);
        if acted || is_told_of(sentence, verb, first) {
            let joined = joined_after(sentence, first, trigger);
            return std::iter::once(first).chain(joined).collect();
        }
    }
    let ceremony = is_for_others(sentence, clause, verb, trigger);
    let subject = trigger.subject && !ceremony || is_granted(sentence, clause, verb, trigger);
    let listed = subject.then(|| listed_behind(sentence, verb, trigger));
    if let Some(listed) = listed.filter(|listed| !listed.is_empty()) {
        return listed;
    }
    if !subject || !ends_its_clause(sentence, clause, verb, trigger) {
        return Vec::new();
    }
    // 甲馆2021年列入《乙规划》,2022年动工: a plan is not built.
    let before = indices.rev().find(|&index| {
        let name = sentence.mentions[index];
        name.range.end() <= verb.start()
            && !says_where_or_by_whom(sentence.text, name.range)
            && told_of(trigger, name).is_some()
    });
    let behind_name = |index: usize| {
        let end = sentence.mentions[index].range.end();
        let held = trigger.phase == Phase::Held;
        if held { behind_ceremony(sentence.text, end, verb.start()) } else { end }
    };
    if let Some(index) = before.filter(fitting)
        && is_light_predicate(sentence, behind_name(index), verb.start())
    {
        let put_forward = trigger.word != "提出" || is_passive(sentence, index, verb);
        return if put_forward { joined_before(sentence, index, trigger) } else { Vec::new() };
    }
    subject_behind(sentence, clauses, clause_at, verb, trigger)
        .or_else(|| subject_before(sentence, clauses, clause_at, (verb, trigger), before?))
        .filter(|&index| told_of(trigger, sentence.mentions[index]).is_some())
        .filter(|_| trigger.word != "提出")
        .into_iter()
        .collect()
}

/// `去年动工的甲工程`, `五年前起步于甲市的丙带`, `成立于去年的乙中心`, `同日揭牌的还有乙中心`: the verb tells of the name behind it.
fn is_told_of(sentence: &Sentence<'_>, verb: TextRange, index: usize) -> bool {
    const MOST_BETWEEN: usize = 8;
    let between = slice(sentence.text, verb.end(), sentence.mentions[index].range.start());
    let between = match sentence
        .times
        .iter()
        .find(|(time, _)| slice(sentence.text, verb.end(), time.range.start()) == "于")
    {
        Some((time, _)) => between.split_once(time.text.as_str()).map_or(between, |(_, rest)| rest),
        None => between,
    };
    let verb = verb.slice(sentence.text).unwrap_or_default();
    (between.starts_with('的') || verb.ends_with('于') && between.ends_with('的'))
        && between.chars().count() <= MOST_BETWEEN
        && !between.contains(['、', ',', '，', ';', '；'])
}

/// The one thing that a sentence has named before a verb that leaves unsaid what it acts on.
fn only_before(sentence: &Sentence<'_>, verb: TextRange, trigger: &Trigger) -> Option<usize> {
    let before = |name: &&crate::names::Mention| name.range.end() <= verb.start();
    let mut names = sentence.mentions.iter().copied().take_while(before);
    let first = names.next()?;
    (names.all(|other| other.key == first.key) && told_of(trigger, first).is_some()).then_some(0)
}

/// `三块牌子同时挂出:甲联盟、乙中心`
fn listed_behind(sentence: &Sentence<'_>, verb: TextRange, trigger: &Trigger) -> Vec<usize> {
    let behind = slice(sentence.text, verb.end(), sentence.range.end());
    if !behind.trim_start_matches('了').starts_with([':', '：']) {
        return Vec::new();
    }
    let names = sentence.mentions.iter().enumerate();
    let fitting = names
        .filter(|(_, name)| name.range.start() >= verb.end() && told_of(trigger, name).is_some());
    fitting.map(|(index, _)| index).collect()
}

/// `甲中心举行签约仪式,签署《乙备忘录》`: what is signed is named.
fn is_for_others(
    sentence: &Sentence<'_>,
    clause: TextRange,
    verb: TextRange,
    trigger: &Trigger,
) -> bool {
    let object = slice(sentence.text, verb.end(), clause.end());
    let behind = slice(sentence.text, clause.end(), sentence.range.end());
    trigger.phase == Phase::Signed
        && (object.starts_with("仪式") || object.starts_with("活动"))
        && ["签署《", "签订《", "签下《"].iter().any(|signs| behind.starts_with(signs))
}

/// `甲条例获省人大常委会通过`: 通过 with who votes before it.
fn is_granted(
    sentence: &Sentence<'_>,
    clause: TextRange,
    verb: TextRange,
    trigger: &Trigger,
) -> bool {
    const LONGEST: usize = 16;
    let before = slice(sentence.text, clause.start(), verb.start());
    let giver = before.rsplit_once(['获', '经', '由']).map(|(_, giver)| giver);
    trigger.word == "通过"
        && giver.is_some_and(|giver| {
            giver.chars().count() <= LONGEST
                && giver.ends_with(['会', '院', '府', '委', '部', '局'])
        })
}

/// `甲走廊2016年由乙区提出`
fn is_passive(sentence: &Sentence<'_>, index: usize, verb: TextRange) -> bool {
    let between = slice(sentence.text, sentence.mentions[index].range.end(), verb.start());
    ["由", "被", "首次", "最早"].iter().any(|word| between.contains(word))
}

/// `首批揭牌时,甲联盟共有四家`: the subject opens the clause behind.
fn subject_behind(
    sentence: &Sentence<'_>,
    clauses: &[TextRange],
    clause_at: usize,
    verb: TextRange,
    trigger: &Trigger,
) -> Option<usize> {
    let clause = clauses.get(clause_at)?;
    let behind = slice(sentence.text, verb.end(), clause.end());
    let then = ["时", "以来", "后", "之后", "以后"].iter().any(|word| behind.starts_with(word));
    let next = clauses.get(clause_at + 1).filter(|_| then)?.start();
    let opens = |name: &&crate::names::Mention| {
        name.range.start() == next && told_of(trigger, name).is_some()
    };
    let index = sentence.mentions.iter().position(opens)?;
    has_no_subject(sentence, *clause, verb).then_some(index)
}

/// `甲平台是全国首个,已正式上线`: the clause of the verb has no subject of its own, nor have those
/// between, which tell of other times.
fn subject_before(
    sentence: &Sentence<'_>,
    clauses: &[TextRange],
    clause_at: usize,
    (verb, trigger): (TextRange, &Trigger),
    index: usize,
) -> Option<usize> {
    let name = sentence.mentions[index].range;
    // 发布《甲指引》,列明13项因素,自1月1日起适用: rules come into force, whatever they say.
    let rules = trigger.phase == Phase::InForce && sentence.mentions[index].title;
    let timed = |clause: &TextRange| {
        sentence.times.iter().any(|(time, _)| time.range.start() == clause.start())
    };
    let previous = *clauses.get(clause_at.checked_sub(1)?)?;
    let between = &clauses[(clause_of(clauses, name.start()) + 1).min(clause_at)..clause_at];
    let near = previous.contains(name)
        || rules
        || name.start() == sentence.range.start()
        || slice(sentence.text, 0, name.start()).ends_with(ends_clause)
        || slice(sentence.text, 0, name.start()).ends_with('—')
        || is_of_a_stage(sentence, name, clauses[clause_at])
        || between.iter().all(timed);
    (near && has_no_subject(sentence, clauses[clause_at], verb)).then_some(index)
}

/// `甲电站…并网,功率…;二期拟于10月开工`: the one stage told of is one of what was named.
fn is_of_a_stage(sentence: &Sentence<'_>, name: TextRange, clause: TextRange) -> bool {
    let between = slice(sentence.text, name.end(), clause.start());
    let words = clause.slice(sentence.text).unwrap_or_default();
    STAGES.iter().any(|stage| words.starts_with(stage))
        && !STAGES.iter().any(|stage| between.contains(stage))
}

/// True where a name tells where something is done, or by whom: 甲联盟在乙中心成立, 备忘录由丙研究院签署.
fn says_where_or_by_whom(text: &str, name: TextRange) -> bool {
    slice(text, 0, name.start()).ends_with(['在', '于', '由'])
}

/// Words that say something else of a name than the verb before them.
static OTHER_DEEDS: LazyLock<Words> = LazyLock::new(|| {
    Words::new([
        "支持", "推动", "依托", "围绕", "通过", "加入", "位于", "参与", "助力", "服务", "落实",
        "基于", "包括",
    ])
});

/// True where the first name behind a verb is what the verb acts on.
fn is_object(
    sentence: &Sentence<'_>,
    clause: TextRange,
    verb: TextRange,
    index: usize,
    trigger: &Trigger,
) -> bool {
    const MOST_BETWEEN: usize = 16;
    const TAILS: [&str; 32] = [
        "的正是",
        "的是",
        "的则是",
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
        "（",
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
        && !OTHER_DEEDS.stand_in(between)
        && (!trigger.word.starts_with("编制") || mention.title && !begins(sentence.text, verb));
    if is_deliberation(trigger) {
        // A standard is examined once, and stands then.
        let decided = mention.kind == InitiativeKind::Plan
            || mention.kind == InitiativeKind::Policy && trigger.word.starts_with("审定");
        return light && decided && in_session(sentence, verb);
    }
    if trigger.word == "发出" {
        return light && (tail.contains("倡议") || mention.name.contains("倡议"));
    }
    let closed = tail.trim_end_matches(ends_clause).trim().is_empty();
    // 通过《甲办法》 is a vote, 通过甲平台 a way.
    if matches!(trigger.word, "通过" | "通过了") {
        let joined = ["和", "与", "及", "、", "(", "（"].iter().any(|word| tail.starts_with(word));
        // 已于12月通过甲走廊建设方案
        let document = matches!(mention.kind, InitiativeKind::Plan | InitiativeKind::Law);
        let voted = closed && document && says_when(sentence, verb);
        return between.is_empty() && (mention.title && (closed || joined) || voted);
    }
    light
        && (closed
            || (trigger.phase == Phase::Held && tail.starts_with(['上', '期']))
            || TAILS.iter().any(|word| tail.starts_with(word))
            || (mention.title && !tail.starts_with(['解', '宣', '新'])))
}

/// True where a time stands right before a verb.
fn says_when(sentence: &Sentence<'_>, verb: TextRange) -> bool {
    sentence.times.iter().any(|(time, _)| time.range.end() == verb.start())
}

/// `审议`: who decides has it before them, and does decide on plans; a law is read more than once.
fn is_deliberation(trigger: &Trigger) -> bool {
    matches!(trigger.word, "审议" | "审议了" | "审定" | "审定了")
}

/// True where a meeting is told of before the verb.
fn in_session(sentence: &Sentence<'_>, verb: TextRange) -> bool {
    let before = slice(sentence.text, sentence.range.start(), verb.start());
    ["会", "政治局"].iter().any(|word| before.contains(word))
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
        if !JOINS.contains(&between.trim()) || told_of(trigger, next).is_none() {
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
        if !JOINS.contains(&between.trim()) || told_of(trigger, this).is_none() {
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
    const CLOSING: &[&str] = &[
        "至1",
        "至2",
        "仪式",
        "大会",
        "并投入",
        "运行",
        "运营",
        "以来",
        "于",
        "在",
        "成功",
        "开放",
        "时",
        "典礼",
        "不到",
        "至今",
        "已有",
        "以后",
        "之后",
        "之初",
        "之时",
        "的日",
        "的时",
        "日期",
        "时间",
        "那天",
        "那年",
        "是在",
        "当天",
        "筹建",
        "筹备",
    ];
    let behind = slice(sentence.text, verb.end(), clause.end());
    let behind = behind.trim_end_matches(ends_clause);
    let behind = behind.trim_start_matches(['了', '后', '”', '」']);
    // 完成吊装: not the thing itself is finished.
    let most = match trigger.word {
        "开始" => MOST_BEHIND * 2,
        word if word.ends_with("完成") => 0,
        _ => MOST_BEHIND,
    };
    // 是2021年揭的牌的, 是去年成立的: the day is what is told.
    let before = slice(sentence.text, clause.start(), verb.start());
    let told = behind == "的"
        && sentence.times.iter().any(|(time, _)| {
            clause.contains(time.range)
                && slice(sentence.text, 0, time.range.start()).ends_with(['是', '在'])
        })
        && before.contains('是');
    // 经甲会通过并开始实施: two verbs end the clause.
    let both = behind.strip_prefix('并').is_some_and(|next| {
        triggers_at(next).next().is_some_and(|verb| verb.subject && verb.word.len() == next.len())
    });
    // 甲中心去年3月开工、今年8月投用: another verb with a time of its own.
    let joined = behind.strip_prefix('、').is_some_and(|_| {
        let next = verb.end() + "、".len() as u32;
        sentence.times.iter().any(|(time, _)| time.range.start() == next)
    });
    // 已验收19个: of what there are many.
    let counted = behind.trim_start_matches(is_number);
    let counted =
        counted.len() < behind.len() && counted.starts_with(|c| "个项家件座条批处".contains(c));
    let closed = trigger.open_end
        || told
        || joined
        || both
        || behind.chars().count() <= most && !behind.starts_with('的')
        || CLOSING.iter().any(|word| behind.starts_with(word));
    closed && !counted
}

/// Words that say something else of a subject than the verb behind them.
static HEAVY: LazyLock<Words> = LazyLock::new(|| {
    Words::new([
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
    ])
});

/// Where the ceremony ends of which a meeting consists, or the meeting's name: 甲评选揭晓仪式在乙市举行.
fn behind_ceremony(text: &str, start: u32, end: u32) -> u32 {
    const MOST_BEFORE: usize = 4;
    const CEREMONIES: [&str; 7] =
        ["揭晓仪式", "颁奖仪式", "颁奖典礼", "开幕式", "闭幕式", "开幕仪式", "闭幕仪式"];
    let whole = slice(text, start, end);
    let words = whole.trim_start_matches(['”', '」', '』']);
    let starts = words.char_indices().take(MOST_BEFORE + 1).map(|(at, _)| &words[at..]);
    let mut behind = starts.flat_map(|rest| CEREMONIES.map(|word| rest.strip_prefix(word)));
    behind.find_map(|behind| behind).map_or(start, |behind| end - behind.len() as u32)
}

/// True where only places, times and adverbs stand between a subject and its verb: what goes on in
/// another noun (甲走廊创新协作启动) is another thing.
fn is_light_predicate(sentence: &Sentence<'_>, start: u32, end: u32) -> bool {
    const MOST_BETWEEN: usize = 30;
    // 由甲、乙、丙三省科技厅和丁市政府共同: all who do it.
    const MOST_BY_MANY: usize = 60;
    const ITS_OWN: [&str; 5] = ["", "的", "建设", "项目", "工程"];
    const STARTS: &[&str] = &[
        "在", "于", "已", "也", "正式", "成功", "日前", "近日", "将", "获", "顺利", "由", "经",
        "向", "对外", "公开", "从", "早在", "就已", "就此", "由此", "随即", "自", "首次", "同时",
        "率先", "全面", "今", "去年", "上月", "本月", "共同", "当日", "同日", "如期", "计划", "拟",
        "预计", "有望", "是", "同期", "被", "此前", "于是", "最早", "先后", "就", "又", "再次",
        "较", "提前", "定于", "定在", "订于", "同步", "终于", "总算",
    ];
    let whole = slice(sentence.text, start, end);
    let between = whole.trim_start_matches(['”', '」', '』', ')', '\u{ff09}', ' ', '也']);
    let between = without_alias(between);
    let between = STAGES.iter().find_map(|stage| between.strip_prefix(stage)).unwrap_or(between);
    if ITS_OWN.contains(&between) {
        return true;
    }
    let at = start + (whole.len() - between.len()) as u32;
    let own = ITS_OWN.iter().find(|word| between.starts_with(**word) && !word.is_empty());
    let at = at + own.filter(|word| **word != "的").map_or(0, |word| word.len()) as u32;
    // 由甲、乙联合印发: how they did it.
    let between = without_where(slice(sentence.text, at, end));
    let between = ["联合", "牵头", "共同"]
        .iter()
        .find_map(|how| between.strip_suffix(how))
        .unwrap_or(&between);
    let between = without_giver(between);
    let opens = sentence.times.iter().any(|(time, _)| time.range.start() == at)
        || between.starts_with(|c: char| c.is_numeric() || ends_clause(c))
        || STARTS.iter().any(|word| between.starts_with(word));
    let most = if between.contains('由') { MOST_BY_MANY } else { MOST_BETWEEN };
    // 由三地的9家院所发起: whose they are says nothing of the subject.
    let (before, by) = between.split_once('由').unwrap_or((between, ""));
    let heavy = HEAVY.stand_in(before) || by.split('的').any(|part| HEAVY.stand_in(part));
    opens && between.chars().count() <= most && !heavy
}

/// What stands behind a name and its short form: `(MIF)本月21日`, `(下称保育计划)2021年5月`.
fn without_alias(behind: &str) -> &str {
    const CALLED: [&str; 5] = ["下称", "简称", "以下简称", "以下称", "又称"];
    let inside = behind.strip_prefix(['(', '\u{ff08}']);
    let split = inside.and_then(|inside| inside.split_once([')', '\u{ff09}']));
    let alias = |alias: &str| {
        alias.chars().all(|c| c.is_ascii_alphanumeric())
            || CALLED.iter().any(|word| alias.starts_with(word))
    };
    split.filter(|(inside, _)| alias(inside)).map_or(behind, |(_, rest)| rest)
}

/// What stands between a subject and its verb, but for where it was done: 在乙市的论坛上.
fn without_where(between: &str) -> String {
    let Some(start) = between.find('在') else { return between.to_owned() };
    let end = ["论坛上", "大会上", "会议上", "会上", "仪式上", "活动上", "现场"]
        .iter()
        .filter_map(|word| Some(between.find(word)? + word.len()))
        .min();
    match end {
        Some(end) if start < end => {
            format!("{}在此{}", &between[..start], &between[end..])
        }
        None if is_place_with_a_word(&between[start..]) => {
            format!("{}在此", &between[..start])
        }
        _ => between.to_owned(),
    }
}

/// `去年拿到甲部的批复`, `4月通过甲省组织的验收`: who gave it is no subject of its own.
fn without_giver(between: &str) -> &str {
    const LONGEST: usize = 18;
    if !between.ends_with(['的', '织']) {
        return between;
    }
    ["拿到", "获得", "得到", "取得", "通过", "顺利通过", "完成"]
        .iter()
        .filter_map(|word| between.split_once(word))
        .find(|(_, giver)| giver.chars().count() <= LONGEST)
        .map_or(between, |(before, _)| before)
}

/// `在甲市的一间茶馆里宣布`
fn is_place_with_a_word(words: &str) -> bool {
    const LONGEST: usize = 16;
    let place = ADVERBS.iter().find_map(|word| words.strip_suffix(*word)).unwrap_or(words);
    place.ends_with(['里', '内', '旁', '上', '下', '前', '中'])
        && place.chars().count() <= LONGEST
        && !place.contains(ends_clause)
}

/// True where only times and adverbs stand before a verb in its clause.
fn has_no_subject(sentence: &Sentence<'_>, clause: TextRange, verb: TextRange) -> bool {
    let mut rest = slice(sentence.text, clause.start(), verb.start()).to_owned();
    for (time, _) in &sentence.times {
        if clause.contains(time.range) {
            rest = rest.replace(&time.text, "");
        }
        // 自1月1日起适用: of the time that ends within the verb all stands here but that.
        let shared = slice(sentence.text, time.range.start(), verb.start());
        if time.range.contains(TextRange::new(verb.start(), time.range.end().max(verb.start())))
            && !shared.is_empty()
        {
            rest = rest.replace(shared, "");
        }
    }
    // 于2020年12月由甲通过
    let mut rest = without_doings(rest.trim().trim_start_matches('于'));
    rest = without_giver(rest);
    rest = ["此前的", "此前", "随后的"].iter().find_map(|w| rest.strip_prefix(w)).unwrap_or(rest);
    if is_by_whom(rest) {
        return true;
    }
    if is_where(rest.strip_prefix('是').unwrap_or(rest)) {
        return true;
    }
    while let Some(word) = ADVERBS.iter().find(|word| rest.starts_with(*word)) {
        rest = &rest[word.len()..];
    }
    rest.is_empty()
}

/// What of a thing is begun or finished, told without its name: `备案完成,投资随即启动`.
fn without_doings(words: &str) -> &str {
    const DOINGS: [&str; 20] = [
        "一期工程",
        "二期工程",
        "三期工程",
        "二期",
        "三期",
        "一期",
        "首期",
        "主体",
        "全线",
        "全程",
        "主线",
        "投资",
        "建设",
        "施工",
        "运营",
        "运行",
        "招生",
        "招商",
        "试点",
        "服务",
    ];
    let words =
        ["首笔", "首批", "首期"].iter().find_map(|w| words.strip_prefix(w)).unwrap_or(words);
    DOINGS.iter().find_map(|word| words.strip_prefix(word)).unwrap_or(words)
}

/// `已由甲会审议`: no more than by whom.
fn is_by_whom(words: &str) -> bool {
    const LONGEST: usize = 14;
    let words = words.strip_prefix('已').unwrap_or(words);
    // 日前获甲省科技厅批复
    let given = words.starts_with('获') && words.ends_with(['厅', '局', '委', '部', '府', '院']);
    (words.starts_with(['由', '经']) || given)
        && words.chars().count() <= LONGEST
        && !words.contains('的')
}

/// `在甲市`, `在甲市正式`: no more than where.
fn is_where(words: &str) -> bool {
    const LONGEST: usize = 10;
    words.starts_with('在') && words.chars().count() <= LONGEST && !words.contains('的')
}
