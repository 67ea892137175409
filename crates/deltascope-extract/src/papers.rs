//! What is done to an initiative through something that belongs to it.
//!
//! - `签署甲带合作备忘录`, `签署协议,共建甲圈`, `签约共建甲圈`: signed
//! - `公布第二批甲联合体名单`, `甲联合体名单公布`, `公布的第二批甲联合体`: listed
//! - `批复甲装置的可行性研究报告`, `甲装置的可研报告获批`: adopted
//! - `启动甲装置的预研`, `甲中心的总部启用`, `甲计划第二批项目启动`: launched
//! - `发布甲计划的年度报告`, `三地为甲圈共同发布五点主张`: issued
//!
//! The word behind the name says what it is; this module never looks at dates.

use deltascope_model::{InitiativeKind, Phase, TextRange};

use crate::bind::{Sentence, slice};
use crate::names::Mention;
use crate::rules::is_number;
use crate::tense::ends_clause;
use crate::triggers::Trigger;

/// What belongs to an initiative, right behind its name, and the phase that a verb of some phase then
/// tells of the initiative.
struct Paper {
    words: &'static [&'static str],
    verb: Phase,
    phase: Phase,
}

const AGREEMENTS: &[&str] = &["协议", "备忘录", "意向书", "协定"];

/// Parts by which a thing comes to life, or is finished.
const PARTS: &[&str] = &[
    "总部",
    "新总部",
    "一期",
    "首期",
    "主体",
    "院区",
    "新院区",
    "新馆",
    "主馆",
    "主楼",
    "大楼",
    "新址",
    "园区",
    "核心区",
    "启动区",
    "先导区",
    "起步区",
    "骨干网",
    "网站",
    "小程序",
    "主机",
    "首台",
    "首条",
];

/// What the batches of a programme consist of: 第二批项目.
const BATCHES: [&str; 4] = ["项目", "任务", "课题", "工程"];

const PAPERS: [Paper; 8] = [
    Paper { words: AGREEMENTS, verb: Phase::Signed, phase: Phase::Signed },
    Paper { words: &["名单"], verb: Phase::Issued, phase: Phase::Listed },
    Paper {
        words: &[
            "可行性研究报告",
            "可行性报告",
            "可研",
            "项目建议书",
            "建议书",
            "初步设计",
            "立项",
            "设立",
            "成立",
            "总体方案",
            "实施方案",
            "建设方案",
            "方案",
            "总体规划",
            "规划",
        ],
        verb: Phase::Adopted,
        phase: Phase::Adopted,
    },
    Paper {
        words: &[
            "预研",
            "预先研究",
            "筹建",
            "筹备",
            "前期",
            "建设",
            "合作",
            "通用",
            "通兑",
            "互认",
            "共享",
            "推广",
            "应用",
            "试点",
            "试运行",
            "通办",
            "联网",
            "互通",
        ],
        verb: Phase::Launched,
        phase: Phase::Launched,
    },
    Paper {
        words: &["构想", "设想", "概念", "想法", "动议", "建议", "倡议", "提议"],
        verb: Phase::Proposed,
        phase: Phase::Proposed,
    },
    Paper { words: PARTS, verb: Phase::Launched, phase: Phase::Launched },
    Paper { words: &["预研"], verb: Phase::Completed, phase: Phase::Completed },
    Paper { words: PARTS, verb: Phase::Completed, phase: Phase::Completed },
];

/// What is published of a programme year by year.
const REPORTS: Paper = Paper {
    words: &["报告", "白皮书", "蓝皮书", "成绩单", "百强", "榜单", "排名", "结果"],
    verb: Phase::Issued,
    phase: Phase::Issued,
};

/// Between a verb and a name, in characters.
const MOST_BETWEEN: usize = 10;

/// Between a name and a verb.
const MOST_BEHIND: usize = 24;

/// The initiative that a verb speaks of through something of its, and the phase.
pub(crate) fn through_papers(
    sentence: &Sentence<'_>,
    clauses: &[TextRange],
    clause_at: usize,
    verb: TextRange,
    trigger: &Trigger,
) -> Option<(usize, Phase)> {
    // 首批模组完成吊装: a part that is done is not finished by that.
    let clause = *clauses.get(clause_at).filter(|_| !trigger.word.ends_with("完成"))?;
    let names = || sentence.mentions.iter().enumerate().filter(|(_, name)| has_papers(name.kind));
    let behind = names().find(|(_, name)| name.range.start() >= verb.end());
    let ahead = names().rfind(|(_, name)| name.range.end() <= verb.start());
    let inside = |(_, name): &(usize, &&Mention)| clause.contains(name.range);
    let papers = || PAPERS.iter().filter(|paper| paper.verb == trigger.phase);
    let reports = |name: &Mention, tail: &str| {
        let of = name.kind == InitiativeKind::Programme && trigger.phase == Phase::Issued;
        (of && is_of(&REPORTS, tail)).then_some(Phase::Issued)
    };
    let object = behind.filter(inside).and_then(|(index, name)| {
        let between = slice(sentence.text, verb.end(), name.range.start());
        let tail = slice(sentence.text, name.range.end(), clause.end());
        let light = between.chars().count() <= MOST_BETWEEN && !between.contains('、');
        let mut fitting = papers().filter(|_| light);
        let paper = fitting
            .find(|paper| is_of(paper, tail) || paper.phase == Phase::Listed && is_batch(between));
        let paper = paper.map(|paper| paper.phase);
        Some((index, paper.or_else(|| reports(name, tail).filter(|_| light))?))
    });
    let subject = || {
        let (index, name) = ahead.filter(inside).filter(|_| trigger.subject)?;
        let tail = slice(sentence.text, name.range.end(), verb.start());
        let light = tail.chars().count() <= MOST_BEHIND && !tail.contains('、');
        let papers_at = behind_a_time(sentence, name.range.end(), verb.start());
        let batch = is_batch(last_clause(slice(sentence.text, 0, name.range.start())));
        let of = |paper: &&Paper| {
            is_of(paper, tail)
                || papers_at.is_some_and(|tail| is_of(paper, tail))
                || paper.phase == Phase::Listed && batch
                || paper.phase == Phase::Launched && is_batch_of(tail)
                || matches!(paper.phase, Phase::Launched | Phase::Completed) && is_a_part(tail)
        };
        Some((index, papers().filter(|_| light).find(of)?.phase))
    };
    let built = || {
        let (index, name) = behind?;
        let start = built_together(sentence, clauses, clause_at, verb, trigger)?;
        let between = slice(sentence.text, start, name.range.start());
        (between.chars().count() <= 2).then_some((index, Phase::Signed))
    };
    let given = || {
        let (index, name) = ahead.filter(inside).filter(|_| trigger.phase == Phase::Issued)?;
        let for_it = slice(sentence.text, clause.start(), name.range.start()).ends_with('为');
        let between = slice(sentence.text, name.range.end(), verb.start());
        (for_it && ["", "共同", "联合"].contains(&between)).then_some((index, Phase::Issued))
    };
    object.or_else(subject).or_else(built).or_else(given)
}

/// True for kinds that live by papers about them; a document is one itself.
fn has_papers(kind: InitiativeKind) -> bool {
    use InitiativeKind as Kind;
    !matches!(kind, Kind::Law | Kind::Plan | Kind::Policy | Kind::Event)
}

/// `的第二批`, `首批`
fn is_batch(between: &str) -> bool {
    let between = between.trim_start_matches(['了', '的']);
    between.starts_with(['第', '首']) && between.contains('批')
}

/// `甲设施从2016年项目建议书获批`: what stands behind a time that a name goes on with.
fn behind_a_time<'a>(sentence: &Sentence<'a>, from: u32, to: u32) -> Option<&'a str> {
    let begins = |time: &TextRange| {
        time.start() >= from
            && time.end() <= to
            && ["", "从", "自", "于"].contains(&slice(sentence.text, from, time.start()))
    };
    let time = sentence.times.iter().map(|(time, _)| time.range).find(begins)?;
    Some(slice(sentence.text, time.end(), to))
}

/// `第二批项目已于…`
fn is_batch_of(tail: &str) -> bool {
    let Some((number, rest)) = tail.trim_start_matches('的').split_once('批') else {
        return false;
    };
    let counted = number == "首" || number.starts_with('第') && number.chars().count() <= 3;
    counted && BATCHES.iter().any(|word| rest.starts_with(word))
}

/// `的两条试验线上月…`: something of the thing's own, by which it comes to life.
fn is_a_part(tail: &str) -> bool {
    const LONGEST: usize = 10;
    const NO_PARTS: [&str; 33] = [
        "航线", "航班", "班机", "班列", "专列", "列车", "快线", "企业", "公司", "成员", "负责",
        "专家", "人员", "学生", "产品", "作品", "成果", "论文", "指数", "基金", "大会", "论坛",
        "会议", "活动", "仪式", "课程", "展览", "研究", "合作", "工作", "投资", "专项", "培训",
    ];
    let Some(own) = tail.strip_prefix('的') else { return false };
    let own = own.split(is_number).next().unwrap_or_default();
    let noun = own.split(['在', '于', '已', '由', '今', '去', '上', '本', '昨', '将']).next();
    noun.is_some_and(|noun| {
        (2..=LONGEST).contains(&noun.chars().count())
            && !NO_PARTS.iter().any(|word| noun.contains(word))
            && !noun.contains(ends_clause)
    })
}

/// What stands behind the last mark of a text.
fn last_clause(text: &str) -> &str {
    text.rfind(ends_clause).map_or(text, |at| text[at..].trim_start_matches(ends_clause))
}

/// True where the text behind a name goes on with something of the initiative.
fn is_of(paper: &Paper, tail: &str) -> bool {
    const BETWEEN: [&str; 26] = [
        "的",
        "战略",
        "合作",
        "共建",
        "建设",
        "框架",
        "入选",
        "”",
        "」",
        "项目",
        "联合",
        "年度",
        "中期",
        "评估",
        "监测",
        "进展",
        "先期",
        "首份",
        "最新",
        "分析",
        "总体",
        "跨省",
        "跨市",
        "跨区域",
        "数据",
        "服务",
    ];
    let mut rest = tail;
    while let Some(after) = BETWEEN.iter().find_map(|word| rest.strip_prefix(*word)) {
        if paper.words.iter().any(|word| rest.starts_with(word)) {
            return true;
        }
        rest = after;
    }
    paper.words.iter().any(|word| rest.starts_with(word))
}

/// Where what is built together should be named: `签署协议,合力建设…`, `签约共建…`.
fn built_together(
    sentence: &Sentence<'_>,
    clauses: &[TextRange],
    clause_at: usize,
    verb: TextRange,
    trigger: &Trigger,
) -> Option<u32> {
    const TOGETHER: [&str; 11] =
        ["合力", "共同", "联合", "携手", "联手", "一起", "将", "合作", "决定", "约定", "推动"];
    const BUILD: [&str; 13] = [
        "创建", "合建", "筹建", "创办", "合办", "共建", "建设", "打造", "推进", "组建", "设立",
        "成立", "发起",
    ];
    if trigger.phase != Phase::Signed {
        return None;
    }
    if BUILD.iter().any(|word| trigger.word.ends_with(word)) {
        return Some(verb.end());
    }
    let behind = slice(sentence.text, verb.end(), clauses.get(clause_at)?.end());
    let object = behind.trim_end_matches(ends_clause);
    // 签约,组建…; 签署备忘录,共建…
    let agreed = object.is_empty() || AGREEMENTS.iter().any(|word| object.ends_with(word));
    let from = if agreed { clauses.get(clause_at + 1)?.start() } else { verb.end() };
    let mut rest = slice(sentence.text, from, sentence.range.end());
    while let Some(after) = TOGETHER.iter().find_map(|word| rest.strip_prefix(*word)) {
        rest = after;
    }
    let rest = BUILD.iter().find_map(|word| rest.strip_prefix(*word))?;
    Some(sentence.range.end() - rest.len() as u32)
}
