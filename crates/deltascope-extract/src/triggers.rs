//! Verbs that date a phase of an initiative's life, and what may stand around them.
//!
//! 共同编制《…》 counts as issued: news says so of documents that are out, and no phase is nearer.
//! A call (倡议) that is published is proposed. 实施 alone does not count as in force, as projects are 实施 too; 正式实施 and 起实施 do.

use deltascope_model::{InitiativeKind, Phase};

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

const fn both(word: &'static str, phase: Phase) -> Trigger {
    Trigger { word, phase, object: true, subject: true, open_end: false }
}

const fn object(word: &'static str, phase: Phase) -> Trigger {
    Trigger { word, phase, object: true, subject: false, open_end: false }
}

const fn subject(word: &'static str, phase: Phase) -> Trigger {
    Trigger { word, phase, object: false, subject: true, open_end: false }
}

const fn subject_open(word: &'static str, phase: Phase) -> Trigger {
    Trigger { word, phase, object: false, subject: true, open_end: true }
}

/// Every verb. At one place the longest counts.
pub(crate) const TRIGGERS: [Trigger; 141] = [
    object("发出", Phase::Proposed),
    object("提出建设", Phase::Proposed),
    object("提出打造", Phase::Proposed),
    object("提出共建", Phase::Proposed),
    object("提出成立", Phase::Proposed),
    object("提出组建", Phase::Proposed),
    object("提出设立", Phase::Proposed),
    object("提出实施", Phase::Proposed),
    object("提出探索设立", Phase::Proposed),
    object("提出建立", Phase::Proposed),
    object("倡议成立", Phase::Proposed),
    object("倡议建设", Phase::Proposed),
    object("提议建设", Phase::Proposed),
    object("提议设立", Phase::Proposed),
    both("表决通过", Phase::Adopted),
    both("审议通过", Phase::Adopted),
    both("审议并通过", Phase::Adopted),
    both("审议批准", Phase::Adopted),
    object("通过了", Phase::Adopted),
    object("通过", Phase::Adopted),
    subject("获得通过", Phase::Adopted),
    subject("获批准", Phase::Adopted),
    subject("获批立项", Phase::Adopted),
    subject("立项", Phase::Adopted),
    both("核准", Phase::Adopted),
    subject("获批设立", Phase::Adopted),
    both("批准", Phase::Adopted),
    object("批复", Phase::Adopted),
    subject("获批", Phase::Adopted),
    subject("获通过", Phase::Adopted),
    both("签署", Phase::Signed),
    both("签订", Phase::Signed),
    both("签约", Phase::Signed),
    both("缔结", Phase::Signed),
    both("印发", Phase::Issued),
    both("发布", Phase::Issued),
    both("公布", Phase::Issued),
    both("出台", Phase::Issued),
    both("颁布", Phase::Issued),
    both("下发", Phase::Issued),
    both("发表", Phase::Issued),
    both("推出", Phase::Issued),
    object("共同编制", Phase::Issued),
    object("联合编制", Phase::Issued),
    object("编制了", Phase::Issued),
    object("编制", Phase::Issued),
    object("共同制定", Phase::Issued),
    object("联合制定", Phase::Issued),
    subject_open("正式实施", Phase::InForce),
    subject_open("正式施行", Phase::InForce),
    subject_open("起施行", Phase::InForce),
    subject_open("起实施", Phase::InForce),
    subject_open("起正式施行", Phase::InForce),
    subject_open("起正式实施", Phase::InForce),
    subject_open("起执行", Phase::InForce),
    subject_open("起生效", Phase::InForce),
    subject_open("起实行", Phase::InForce),
    subject_open("起正式实行", Phase::InForce),
    subject("施行", Phase::InForce),
    subject("生效", Phase::InForce),
    both("启动", Phase::Launched),
    both("启用", Phase::Launched),
    both("开通", Phase::Launched),
    both("上线", Phase::Launched),
    subject("拉开帷幕", Phase::Launched),
    subject("启幕", Phase::Launched),
    subject("开工", Phase::Launched),
    subject("开工建设", Phase::Launched),
    subject("动工", Phase::Launched),
    subject("破土动工", Phase::Launched),
    subject("启动建设", Phase::Launched),
    subject("启动筹建", Phase::Launched),
    both("启动实施", Phase::Launched),
    object("启动建立", Phase::Launched),
    object("启动组建", Phase::Launched),
    object("启动设立", Phase::Launched),
    subject("动工兴建", Phase::Launched),
    subject("奠基", Phase::Launched),
    both("发射", Phase::Launched),
    subject("升空", Phase::Launched),
    subject("通车", Phase::Launched),
    subject("通航", Phase::Launched),
    subject("开馆", Phase::Launched),
    subject("开园", Phase::Launched),
    subject("开业", Phase::Launched),
    subject("投用", Phase::Launched),
    subject("投产", Phase::Launched),
    subject("试运行", Phase::Launched),
    subject("上线运行", Phase::Launched),
    subject("开通运营", Phase::Launched),
    subject_open("始建于", Phase::Launched),
    subject("投入运行", Phase::Launched),
    subject("投入运营", Phase::Launched),
    subject("开始", Phase::Launched),
    subject("投入使用", Phase::Launched),
    both("成立", Phase::Established),
    subject("挂牌成立", Phase::Established),
    subject("创立", Phase::Established),
    subject("创办", Phase::Established),
    subject("创建", Phase::Established),
    both("揭牌", Phase::Established),
    subject("揭牌成立", Phase::Established),
    both("组建", Phase::Established),
    both("设立", Phase::Established),
    both("挂牌", Phase::Established),
    both("建立", Phase::Established),
    subject_open("建于", Phase::Established),
    subject("获批建设", Phase::Adopted),
    both("举行", Phase::Held),
    both("举办", Phase::Held),
    both("召开", Phase::Held),
    subject("开幕", Phase::Held),
    subject("揭幕", Phase::Held),
    subject("开赛", Phase::Held),
    both("闭幕", Phase::Held),
    both("结束", Phase::Held),
    subject("落幕", Phase::Held),
    subject_open("入选", Phase::Listed),
    subject_open("被列为", Phase::Listed),
    subject_open("写入", Phase::Listed),
    subject_open("被写入", Phase::Listed),
    subject_open("被列入", Phase::Listed),
    subject_open("列入", Phase::Listed),
    subject_open("被纳入", Phase::Listed),
    subject_open("上榜", Phase::Listed),
    subject_open("榜上有名", Phase::Listed),
    object("公示", Phase::Listed),
    both("建成", Phase::Completed),
    subject("建成通车", Phase::Completed),
    subject("建成投用", Phase::Completed),
    subject("建成开放", Phase::Completed),
    subject("建成投产", Phase::Completed),
    subject("落成", Phase::Completed),
    subject("竣工", Phase::Completed),
    subject("完工", Phase::Completed),
    subject("通过验收", Phase::Completed),
    subject("通过总体验收", Phase::Completed),
    subject("通过竣工验收", Phase::Completed),
    subject("宣告建成", Phase::Completed),
    subject("全线贯通", Phase::Completed),
    subject("通过国家验收", Phase::Completed),
];

/// Words that hold a trigger without being one: 新闻发布会 is no publishing.
pub(crate) const NO_TRIGGERS: [&str; 25] = [
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

/// True where an anniversary is meant: 成立五周年.
pub(crate) fn is_anniversary(after: &str) -> bool {
    let near = after.char_indices().nth(6).map_or(after, |(at, _)| &after[..at]);
    near.contains("周年") || near.contains("年来")
}

/// True where a thing of this kind can pass through the phase: an alliance is not issued.
pub(crate) fn fits(phase: Phase, kind: InitiativeKind) -> bool {
    use InitiativeKind as Kind;
    let document = matches!(kind, Kind::Law | Kind::Plan | Kind::Policy);
    match phase {
        Phase::Issued | Phase::InForce => document || kind == Kind::Programme,
        Phase::Signed => matches!(kind, Kind::Policy | Kind::Programme | Kind::Plan),
        Phase::Adopted => {
            document
                || matches!(kind, Kind::Project | Kind::Centre | Kind::Programme | Kind::Cluster)
        }
        Phase::Established | Phase::Completed => !document && kind != Kind::Event,
        Phase::Held => kind == Kind::Event,
        Phase::Launched => !matches!(kind, Kind::Law | Kind::Policy),
        Phase::Proposed | Phase::Listed | Phase::Target => true,
    }
}

/// Verbs that make the next verb a wish, a duty or a plan: 支持组建, 推动成立.
pub(crate) const NOT_YET: [&str; 38] = [
    "支持", "推动", "加快", "探索", "推进", "鼓励", "促进", "谋划", "筹备", "筹划", "准备", "尚未",
    "未", "要", "应当", "应", "需", "可", "旨在", "用于", "加速", "引导", "希望", "建议", "研究",
    "积极", "争取", "协同", "继续", "深化", "大力", "参与", "参加", "协助", "正在", "着力", "持续",
    "不",
];
