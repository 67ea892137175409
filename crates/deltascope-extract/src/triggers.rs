//! Verbs that date a phase of an initiative's life, and what may stand around them.
//!
//! 共同编制《…》 counts as issued: news says so of documents that are out, and no phase is nearer; so is a
//! call (倡议), which is whole once it is out, while a draft that is published is proposed. 实施 counts as in force of
//! rules alone; what else is carried out is launched ([`crate::phases`]).

use std::sync::LazyLock;

use deltascope_model::Phase;

use crate::phases::{Other, others_of};
use crate::spots::{List, Text};
use crate::tense::ends_clause;
use crate::verbs::{Place, WORDS};
use crate::words::Words;

/// A verb, its phase, and where its initiative may stand.
pub(crate) struct Trigger {
    pub(crate) word: &'static str,
    pub(crate) phase: Phase,
    /// The initiative may follow: 成立长三角种业联盟.
    pub(crate) object: bool,
    /// The initiative may stand before: 长三角种业联盟成立.
    pub(crate) subject: bool,
    /// Behind the verb something else may follow: 入选国家名单.
    pub(crate) open_end: bool,
    /// What it tells of some things beside its phase.
    pub(crate) others: Vec<&'static Other>,
}

impl Trigger {
    /// What it acts on was told of before and is not named again: `2006年,甲大学提出设想`, or
    /// `甲市提出共建;`, where the clause ends right behind.
    /// Also `国家批准立项的日子是6月7日`, where who approves stands before.
    pub(crate) fn is_elided(&self, before: &str, behind: &str) -> bool {
        const WHO: [&str; 6] = ["国家", "国务院", "国家发展改革委", "科技部", "省政府", "市政府"];
        let closed = behind.starts_with(ends_clause) || behind.starts_with("的日");
        if self.phase == Phase::Adopted && closed && WHO.iter().any(|who| before.ends_with(who)) {
            return true;
        }
        let agreed = matches!(self.phase, Phase::Proposed | Phase::Signed);
        !self.subject && (!self.object || agreed && behind.starts_with(ends_clause))
    }
}

/// The verbs, by their first character.
pub(crate) static TRIGGERS: LazyLock<Words<Trigger>> = LazyLock::new(|| {
    let all = WORDS.iter().flat_map(|(phase, place, words)| {
        words.iter().map(|&word| {
            let trigger = Trigger {
                word,
                phase: *phase,
                object: matches!(place, Place::Behind | Place::Either | Place::EitherOpen),
                subject: !matches!(place, Place::Behind | Place::Elided),
                open_end: matches!(place, Place::BeforeOpen | Place::EitherOpen),
                others: others_of(word),
            };
            (word, trigger)
        })
    });
    Words::with(all)
});

/// Every place of a text where a verb stands, also one within another, with where it starts; in order.
pub(crate) fn triggers(text: &str) -> impl Iterator<Item = (usize, &'static Trigger)> {
    TRIGGERS.within(text).map(|(at, _, trigger)| (at, trigger))
}

/// The same of a text whose places are noted.
pub(crate) fn triggers_in(text: Text<'_>) -> impl Iterator<Item = (usize, &'static Trigger)> {
    text.words(List::Verbs, &TRIGGERS).map(|(at, _, trigger)| (at, trigger))
}

/// The verbs that a text begins with, the longest first.
pub(crate) fn triggers_at(text: &str) -> impl Iterator<Item = &'static Trigger> {
    TRIGGERS.at(text).map(|(_, trigger)| trigger)
}

/// What may stand between a subject or a time and its verb.
pub(crate) const ADVERBS: &[&str] = &[
    "定于", "定在", "也", "并", "已", "已经", "于", "在", "正式", "成功", "顺利", "随后", "率先",
    "共同", "将", "自", "计划", "拟", "预计", "有望", "力争", "又", "曾", "才", "全面", "首次",
    "如期", "现已", "即将", "起", "到", "至", "早在", "同期", "一并", "先后", "初步", "首批", "从",
    "全线", "全部", "整体", "具体", "就", "就已", "随即", "当即", "由此", "就此", "对外", "公开",
    "宣布", "是", "料", "预定", "择机", "订于", "同步", "终于", "总算", "则", "先行",
];

/// They, by their first character.
pub(crate) static ADVERB_WORDS: LazyLock<Words> =
    LazyLock::new(|| Words::new(ADVERBS.iter().copied()));

/// Words that hold a trigger without being one: 新闻发布会 is no publishing.
const NO_TRIGGERS: [&str; 39] = [
    "设立方案",
    "组建方案",
    "开放日",
    "征求意见稿",
    "公开征求意见稿",
    "倡议书",
    "实施方案",
    "实施细则",
    "实施意见",
    "实施主体",
    "实施单位",
    "实施情况",
    "实施期",
    "共建共",
    "发布会",
    "发布厅",
    "发布人",
    "发布平台",
    "启动会",
    "启动区",
    "启动资金",
    "上线率",
    "建成区",
    "签约额",
    "签约金额",
    "公布的数据",
    "发布的数据",
    "启动编制",
    "启动制定",
    "发射场",
    "发射中心",
    "发射台",
    "发射任务",
    "发射基地",
    "通车里程",
    "通航里程",
    "发表讲话",
    "发表演讲",
    "发表文章",
];

/// They, by their first character.
static NOT_TRIGGERS: LazyLock<Words> = LazyLock::new(|| Words::new(NO_TRIGGERS));

/// True where a text begins with a longer word in which a trigger is none.
pub(crate) fn begins_longer_word(text: &str) -> bool {
    NOT_TRIGGERS.begin(text)
}

/// Words that list something only where what follows is a list or a programme: 进入政府工作报告.
const INTO: [&str; 5] = ["进入", "纳入", "登上", "荣登", "列为"];

/// True where a verb says no phase in what follows it in its clause: 进入冬天 lists nothing. `behind` is
/// what follows, its clause and more.
pub(crate) fn is_empty_of(trigger: &Trigger, behind: &str) -> bool {
    const LISTS: [&str; 17] = [
        "报告",
        "纲要",
        "规划",
        "名单",
        "名录",
        "目录",
        "清单",
        "榜",
        "行列",
        "序列",
        "方案",
        "计划",
        "项目库",
        "实事",
        "试点",
        "示范",
        "重点",
    ];
    let clause = || behind.split(ends_clause).next().unwrap_or_default();
    // 试行四个月: how long, and no rule that is in force.
    let months = behind
        .trim_start_matches(|c: char| c.is_ascii_digit() || "一二两三四五六七八九十半".contains(c));
    if trigger.word == "试行" && months.len() < behind.len() {
        return true;
    }
    INTO.contains(&trigger.word) && !LISTS.iter().any(|word| clause().contains(word))
}

/// True where an anniversary is meant: 成立五周年.
pub(crate) fn is_anniversary(after: &str) -> bool {
    const NEAR: usize = 6;
    let mut near = after.char_indices().take(NEAR - 1).take_while(|(_, c)| !ends_clause(*c));
    near.any(|(at, c)| match c {
        '周' => after[at..].starts_with("周年"),
        '年' => after[at..].starts_with("年来"),
        _ => false,
    })
}

/// Words that hold one of these without being one: 主要领导提出组建.
pub(crate) const NO_WISHES: [&str; 13] = [
    "建议书",
    "主要",
    "重要",
    "纲要",
    "摘要",
    "必要",
    "未来",
    "响应",
    "供应",
    "应用",
    "效应",
    "许可",
    "认可",
];

/// Verbs that make the next verb a wish, a duty or a plan: 支持组建, 推动成立.
pub(crate) const NOT_YET: [&str; 44] = [
    "支持", "推动", "加快", "探索", "推进", "鼓励", "促进", "谋划", "筹备", "筹划", "准备", "尚未",
    "未", "要", "应当", "应", "需", "可", "旨在", "用于", "加速", "引导", "希望", "建议", "研究",
    "积极", "争取", "协同", "继续", "深化", "大力", "参与", "参加", "协助", "正在", "着力", "持续",
    "不", "着手", "等待", "申请", "迎接", "尚待", "提请",
];
