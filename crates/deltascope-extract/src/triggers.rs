//! Verbs that date a phase of an initiative's life, and what may stand around them.
//!
//! 共同编制《…》 counts as issued: news says so of documents that are out, and no phase is nearer; so is a
//! call (倡议), which is whole once it is out, while a draft that is published is proposed. 实施 counts as in force of
//! rules alone; what else is carried out is launched ([`crate::phases`]).

use std::sync::LazyLock;

use deltascope_model::Phase;

use crate::spots::{List, Text};
use crate::tense::ends_clause;
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

/// Where the initiative of a verb may stand, and whether something else may follow the verb.
#[derive(Clone, Copy, PartialEq, Eq)]
enum Place {
    /// 成立甲联盟
    Behind,
    /// 甲联盟成立
    Before,
    /// Both of these.
    Either,
    /// 甲集群入选国家名单
    BeforeOpen,
    /// 办法自3月1日起施行, 自3月1日起施行新的《甲办法》
    EitherOpen,
    /// In a sentence before: 甲大学提出设想.
    Elided,
}

use Place::{Before, BeforeOpen, Behind, Either, EitherOpen, Elided};

/// Every verb. At one place the longest counts.
const WORDS: [(Phase, Place, &[&str]); 32] = [
    (
        Phase::Proposed,
        Behind,
        &[
            "首次提出建设",
            "提出实行",
            "提出开展",
            "提出举办",
            "提出加快建设",
            "提出谋划",
            "提出建设",
            "提出打造",
            "提出共建",
            "提出成立",
            "提出组建",
            "提出设立",
            "提出实施",
            "提出探索设立",
            "提出建立",
            "提出构建",
            "提出创建",
            "提出推进",
            "提出编制",
            "提出制定",
            "提出探索建立",
            "提出共同建设",
            "提出联合建设",
            "建议设立",
            "建议成立",
            "建议组建",
            "建议建设",
            "建议建立",
            "建议共建",
            "倡议设立",
            "倡议组建",
            "倡议建立",
            "倡议共建",
            "提议成立",
            "提议组建",
            "提议共建",
            "倡议成立",
            "倡议建设",
            "提议建设",
            "提议设立",
        ],
    ),
    (
        Phase::Proposed,
        Before,
        &[
            "提出",
            "倡议",
            "提议",
            "征求意见",
            "公开征求意见",
            "公开征集意见",
            "向社会征求意见",
            "面向社会征求意见",
            "向社会公开征求意见",
        ],
    ),
    (Phase::Proposed, BeforeOpen, &["上报", "报送", "提请", "首次提请"]),
    (Phase::Adopted, Elided, &["批复同意更名", "同意更名", "批复更名", "批准更名"]),
    (
        Phase::Proposed,
        Elided,
        &[
            "提出设想",
            "提出构想",
            "提出动议",
            "提出倡议",
            "提出建设构想",
            "提出建设设想",
            "提出修建构想",
            "提出修建设想",
            "提出合作构想",
            "提出合作设想",
        ],
    ),
    (
        Phase::Signed,
        Elided,
        &[
            "签约共建",
            "签约合作",
            "签署共建协议",
            "签署合作协议",
            "签订合作协议",
            "签订共建协议",
            "签署协议",
            "签订协议",
            "签下协议",
            "签署合作备忘录",
            "签署备忘录",
            "签订备忘录",
        ],
    ),
    (
        Phase::Adopted,
        Either,
        &[
            "表决通过",
            "审议通过",
            "审议并通过",
            "审议批准",
            "核准",
            "批准",
            "批复",
            "批准建设",
            "批准设立",
            "批准成立",
            "获批设立",
            "获批建设",
            "获批",
            "获批组建",
            "获批成立",
            "获批创建",
            "批准组建",
            "批准实施",
            "批准启动",
            "同意组建",
            "同意实施",
            "批复组建",
            "批复设立",
            "批复建设",
            "同意建设",
            "同意设立",
            "同意成立",
        ],
    ),
    (Phase::Adopted, Behind, &["通过了", "通过", "批复同意", "审议了", "审议", "审定", "审定了"]),
    (
        Phase::Adopted,
        Before,
        &[
            "获准",
            "获得批文",
            "拿到批文",
            "审批通过",
            "通过审批",
            "敲定",
            "获得审议通过",
            "获国务院同意",
            "获准建设",
            "获准设立",
            "获得通过",
            "获批准",
            "获批立项",
            "立项",
            "完成立项",
            "获通过",
            "获全票通过",
            "全票通过",
            "获表决通过",
            "获审议通过",
            "获得批准",
            "获得国家批准",
            "获国家批准",
            "获得批复",
            "获得国家批复",
            "获批复",
            "获得国家立项",
            "获得核准",
            "获核准",
            "批准立项",
            "批复立项",
            "获国务院批准",
            "获国务院批复",
            "经国务院批准",
            "上升为国家战略",
        ],
    ),
    (Phase::Signed, Either, &["签署", "签订", "签约", "缔结", "续签", "签定"]),
    (Phase::Signed, Behind, &["签下", "签的", "签下的", "签了"]),
    (
        Phase::Issued,
        Either,
        &[
            "印发",
            "发布",
            "公布",
            "出台",
            "颁布",
            "下发",
            "发表",
            "推出",
            "对外发布",
            "对外公布",
            "公开发布",
            "正式发布",
            "制定出台",
            "修订出台",
            "修订发布",
        ],
    ),
    (
        Phase::Issued,
        Behind,
        &["发出", "共同编制", "联合编制", "编制了", "编制", "共同制定", "联合制定"],
    ),
    (
        Phase::Issued,
        Before,
        &[
            "公布实施",
            "发布实施",
            "印发实施",
            "向社会公布",
            "面世",
            "问世",
            "出炉",
            "公之于众",
            "公开",
            "亮相",
            "揭晓",
            "发榜",
        ],
    ),
    (Phase::InForce, Elided, &["同步施行", "同时施行", "同步生效", "同时生效"]),
    (Phase::Proposed, Elided, &["提请审议", "首次提请审议"]),
    (
        Phase::InForce,
        Before,
        &["施行", "施行以来", "生效", "试行", "实施", "全面实施", "落地实施", "全面施行"],
    ),
    (
        Phase::InForce,
        EitherOpen,
        &[
            "正式实施",
            "正式施行",
            "起施行",
            "起实施",
            "起正式施行",
            "起正式实施",
            "起执行",
            "起适用",
            "起试行",
            "起生效",
            "起实行",
            "起正式实行",
            "起同步施行",
            "起同步实施",
            "起同时施行",
            "起同时实施",
        ],
    ),
    (
        Phase::Launched,
        Either,
        &[
            "启动",
            "启用",
            "开通",
            "开通运营",
            "开通试运营",
            "开通初期运营",
            "上线",
            "开工建设",
            "启动建设",
            "启动筹建",
            "启动实施",
            "发射",
            "推行",
        ],
    ),
    (
        Phase::Launched,
        Behind,
        &["启动建立", "启动组建", "启动设立", "启动推进", "启动共建", "启动开展"],
    ),
    (
        Phase::Launched,
        Before,
        &[
            "开启",
            "全面开启",
            "正式开启",
            "打响",
            "启程",
            "开课",
            "招生",
            "首运",
            "动土",
            "展开",
            "通线",
            "开门",
            "开港",
            "开院",
            "开板",
            "试营运",
            "试营业",
            "投入营运",
            "正式营业",
            "投入试运营",
            "启动试运营",
            "发射升空",
            "送入预定轨道",
            "送入轨道",
            "送入太空",
            "发车",
            "下水",
            "开街",
            "迎客",
            "接诊",
            "投料",
            "出光",
            "首次出光",
            "点亮",
            "通电",
            "首发",
            "开始试点",
            "进入试点",
            "启动试点",
            "先行试点",
            "开仓",
            "开门迎客",
            "开始受理",
            "开始试运行",
            "开始接诊",
            "开始招生",
            "拉开帷幕",
            "启幕",
            "开工",
            "开了工",
            "动了工",
            "通了车",
            "投了产",
            "动工",
            "破土动工",
            "动工兴建",
            "奠基",
            "升空",
            "通车",
            "通航",
            "开馆",
            "开园",
            "开业",
            "投用",
            "投产",
            "试运行",
            "试运营",
            "投运",
            "投入试运行",
            "开建",
            "破土",
            "启动运行",
            "铺开",
            "开始实施",
            "进入实施",
            "开始运行",
            "投入运转",
            "投入商用",
            "开诊",
            "开行",
            "开航",
            "并网",
            "并网发电",
            "开播",
            "上马",
            "启动运营",
            "启动试运行",
            "交付启用",
            "正式开放",
            "面向社会开放",
            "对外开放",
            "拉开序幕",
            "点火",
            "开市",
            "启航",
            "上线运行",
            "开通运营",
            "投入运行",
            "投入运营",
            "开始",
            "投入使用",
            "开放",
            "对外服务",
            "投入服务",
            "开始服务",
            "正式运行",
            "正式运营",
            "通水",
            "通气",
            "首飞",
            "首航",
            "开服",
            "开营",
            "开机",
            "进入筹建",
            "开始筹建",
            "进入试运行",
            "转入运行",
            "转入商业运行",
            "实施以来",
            "试点以来",
            "推行以来",
            "运行以来",
            "运营以来",
            "开展以来",
            "投入商业运行",
            "开始发行",
            "发行",
            "正式起步",
        ],
    ),
    (Phase::Launched, BeforeOpen, &["始建于", "始于", "起步于", "发端于"]),
    (
        Phase::Established,
        Either,
        &[
            "成立",
            "宣布成立",
            "揭牌",
            "组建",
            "设立",
            "挂牌",
            "授牌",
            "挂牌运行",
            "建立",
            "创设",
            "组建成立",
            "发起成立",
            "发起设立",
        ],
    ),
    (
        Phase::Established,
        Before,
        &[
            "完成组建",
            "组建完成",
            "组建到位",
            "注册成立",
            "完成注册",
            "宣告诞生",
            "揭幕成立",
            "挂牌成立",
            "创立",
            "创办",
            "创建",
            "揭牌成立",
            "揭牌运行",
            "揭牌亮相",
            "宣告成立",
            "宣布组建",
            "宣告组建",
            "宣布设立",
            "组成",
            "应运而生",
            "正式落户",
            "诞生",
            "获授牌",
            "被授牌",
            "揭了牌",
            "挂了牌",
            "授了牌",
            "揭的牌",
            "挂的牌",
            "授的牌",
            "挂出",
            "挂上",
            "揭开",
            "结成",
            "发起",
            "共建",
            "合办",
        ],
    ),
    (Phase::Established, Behind, &["共组", "合组"]),
    (Phase::Established, BeforeOpen, &["建于", "诞生于"]),
    (Phase::Held, Either, &["举行", "举办", "召开", "闭幕", "结束"]),
    (
        Phase::Held,
        Before,
        &[
            "开会",
            "开幕",
            "揭幕",
            "开赛",
            "落幕",
            "收官",
            "同期举办",
            "同期举行",
            "同期召开",
            "如期举行",
            "如约而至",
            "拉开大幕",
            "登场",
            "开跑",
            "鸣枪",
            "鸣枪开跑",
            "开锣",
            "谢幕",
        ],
    ),
    (Phase::Listed, Behind, &["公示"]),
    (
        Phase::Listed,
        BeforeOpen,
        &[
            "名列其中",
            "在名单之列",
            "在名单中",
            "入选",
            "被列为",
            "写入",
            "被写入",
            "被列入",
            "列入",
            "被纳入",
            "写进",
            "被写进",
            "跻身",
            "入围",
            "入列",
            "获评",
            "被评为",
            "被认定为",
            "获认定为",
            "被确定为",
            "晋级",
            "名列",
            "上榜",
            "榜上有名",
            "已有一席之地",
            "有一席之地",
            "占有一席之地",
            "占据一席之地",
            "位列",
            "在列",
            "位列其中",
            "在其中",
            "正式成为",
            "被确认为",
            "被命名为",
            "被授予",
            "被批准为",
            "被选为",
            "荣获",
            "获颁",
            "荣登",
            "登上",
            "进入",
            "纳入",
            "列为",
            "升格为",
        ],
    ),
    (Phase::Completed, Either, &["建成"]),
    (
        Phase::Completed,
        Before,
        &[
            "交工",
            "全部建成",
            "完成交付",
            "全部完工",
            "全面建成",
            "基本建成",
            "如期建成",
            "全面完工",
            "建成通车",
            "建成投用",
            "建成开放",
            "建成投产",
            "落成",
            "竣工",
            "完工",
            "通过验收",
            "通过总体验收",
            "通过竣工验收",
            "宣告建成",
            "全线贯通",
            "贯通",
            "通过国家验收",
            "通过了国家验收",
            "通过了验收",
            "通过整体验收",
            "通过技术验收",
            "通过工艺验收",
            "完成国家验收",
            "完成总体验收",
            "完成验收",
            "建成投入使用",
            "建成投运",
            "建成并投用",
            "建成并投入使用",
            "建成运营",
            "建成开园",
            "建成开馆",
            "合龙",
            "完成",
            "全部完成",
            "基本完成",
            "顺利完成",
            "如期完成",
            "结题",
            "建成启用",
            "建成运行",
            "建成使用",
            "竣工投产",
            "竣工验收",
            "交付使用",
            "交付",
            "通过国家级验收",
            "通过专家验收",
            "顺利验收",
            "验收",
            "完成建设",
            "建设完成",
        ],
    ),
];

/// The verbs, by their first character.
pub(crate) static TRIGGERS: LazyLock<Words<Trigger>> = LazyLock::new(|| {
    let all = WORDS.iter().flat_map(|(phase, place, words)| {
        words.iter().map(|&word| {
            let trigger = Trigger {
                word,
                phase: *phase,
                object: matches!(place, Behind | Either | EitherOpen),
                subject: !matches!(place, Behind | Elided),
                open_end: matches!(place, BeforeOpen | EitherOpen),
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
    "宣布", "是", "料", "预定",
];

/// They, by their first character.
pub(crate) static ADVERB_WORDS: LazyLock<Words> =
    LazyLock::new(|| Words::new(ADVERBS.iter().copied()));

/// Words that hold a trigger without being one: 新闻发布会 is no publishing.
const NO_TRIGGERS: [&str; 36] = [
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
