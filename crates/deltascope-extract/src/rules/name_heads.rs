//! The last words of names, and where a text has them.
//!
//! One automaton finds all of them; at one end the longest counts (行动计划 also ends in 计划).

use std::sync::LazyLock;

use deltascope_model::InitiativeKind;

use crate::endings::Endings;
use crate::spots::{List, Text};
use crate::words::{Characters, Words};

use InitiativeKind::{
    Alliance, Centre, Cluster, Corridor, Event, Fund, Law, Plan, Platform, Policy, Programme,
    Project,
};

/// Heads that make a name by themselves.
pub(super) const HEADS: [(InitiativeKind, &[&str]); 10] = [
    (Platform, &["平台", "办公室", "共享网"]),
    (Alliance, &["联盟", "联合体"]),
    (Plan, &["行动方案", "行动计划", "规划"]),
    (Programme, &["计划", "共同体"]),
    (Corridor, &["走廊", "廊道", "创新带", "产业带", "经济带", "科创带", "中试带"]),
    (Fund, &["基金"]),
    (Centre, &["中心", "实验室", "研究院", "试验场", "创新院"]),
    (
        Project,
        &[
            "示范区",
            "试验区",
            "先行区",
            "先导区",
            "开发区",
            "合作区",
            "产业园",
            "科创园",
            "中试园",
            "科创飞地",
            "工程",
        ],
    ),
    (Cluster, &["集群"]),
    (Event, &["论坛", "大会", "峰会", "博览会", "座谈会", "研讨会"]),
];

/// Heads of things that news names all the time: a name only beside a verb of its life (动工, 成立).
pub(super) const HEADS_BESIDE_VERBS: [(InitiativeKind, &[&str]); 6] = [
    (
        Platform,
        &[
            "站网",
            "监测网",
            "观测网",
            "卫星网",
            "预警网",
            "数据库",
            "资源库",
            "专家库",
            "样本库",
            "数字库",
        ],
    ),
    (Alliance, &["协会", "学会", "联合会", "基金会", "商会", "促进会", "研究会", "合作组织"]),
    (
        Programme,
        &[
            "协作网",
            "合作机制",
            "协作机制",
            "联动机制",
            "协调机制",
            "互认机制",
            "共享机制",
            "专项行动",
            "专项",
            "一卡通",
        ],
    ),
    (
        Centre,
        &[
            "博物馆",
            "科技馆",
            "纪念馆",
            "图书馆",
            "美术馆",
            "体育馆",
            "大剧院",
            "体育场",
            "医院",
            "大学",
            "研究所",
            "交易所",
            "基地",
            "天文台",
            "观测站",
            "考察站",
            "科考站",
            "监测站",
            "工作站",
            "研究站",
            "实验站",
            "试验站",
            "学院",
            "展览馆",
            "体验馆",
            "文化馆",
            "档案馆",
            "陈列馆",
            "艺术馆",
            "规划馆",
            "孵化器",
            "加速器",
            "装置",
            "试验设施",
            "实验设施",
            "研究设施",
            "光源",
        ],
    ),
    (
        Project,
        &[
            "中试线",
            "海试场",
            "测试场",
            "创新港",
            "度假区",
            "航站楼",
            "储气库",
            "大坝",
            "船闸",
            "快速路",
            "一期项目",
            "二期项目",
            "三期项目",
            "集聚区",
            "科技园",
            "国家公园",
            "保护区",
            "协作区",
            "自贸区",
            "铁路",
            "高铁",
            "高速公路",
            "大桥",
            "隧道",
            "机场",
            "水库",
            "电站",
            "跨海通道",
            "运河",
            "空间站",
            "号线",
            "示范线",
            "延伸线",
            "延长线",
        ],
    ),
    (
        Event,
        &[
            "联席会议",
            "圆桌会议",
            "圆桌对话",
            "对话会",
            "推介会",
            "对接会",
            "启动会",
            "推进会",
            "交流会",
            "协调会",
            "工作会议",
            "运动会",
            "锦标赛",
            "联赛",
            "艺术节",
            "电影节",
            "文化节",
            "音乐节",
            "旅游节",
            "交易会",
            "洽谈会",
            "展览会",
            "拍卖会",
            "大赛",
            "展销会",
            "采购会",
            "音乐会",
            "游园会",
            "冰雪节",
            "采摘节",
            "丰收节",
            "美食节",
            "购物节",
            "消费节",
            "戏剧节",
            "动漫节",
            "读书节",
            "科技节",
            "电子展",
            "双年展",
            "艺术展",
            "航展",
            "车展",
            "书展",
            "年会",
            "公开赛",
            "邀请赛",
            "大奖赛",
            "挑战赛",
            "马拉松",
            "旅游年",
            "文化年",
            "科技周",
            "奥运会",
            "亚运会",
            "全运会",
            "冬奥会",
            "残奥会",
            "残运会",
            "大运会",
            "世博会",
            "园博会",
            "颁奖典礼",
            "颁奖礼",
            "颁奖晚会",
            "颁奖仪式",
            "盛典",
            "嘉年华",
            "灯会",
            "庙会",
            "花展",
            "灯展",
        ],
    ),
];

/// Heads of what every region has: names only beside a verb, and where they start with a place.
pub(super) const HEADS_OF_PLACES: [(InitiativeKind, &[&str]); 8] = [
    (Event, &["工作会", "会商会"]),
    (Platform, &["服务网", "信息网", "信息系统", "服务卡"]),
    (Alliance, &["医联体", "医共体", "协作体"]),
    (Plan, &["总体方案", "实施方案", "工作方案", "合作方案", "路线图"]),
    (Policy, &["清单"]),
    (
        Programme,
        &[
            "机制",
            "联席会",
            "制度",
            "定期票",
            "直通车",
            "发展指数",
            "创新指数",
            "景气指数",
            "质量指数",
        ],
    ),
    (Centre, &["服务站", "院区", "校区", "分院", "分校"]),
    (
        Project,
        &[
            "建设项目",
            "改造项目",
            "提升项目",
            "扩建项目",
            "修复项目",
            "保护项目",
            "治理项目",
            "整治项目",
            "升级项目",
            "示范项目",
            "园区",
            "生产线",
            "公路",
            "新城",
            "公园",
            "乐园",
            "博览园",
            "博园",
            "动物园",
            "植物园",
            "度假村",
            "影视城",
            "水厂",
            "处理厂",
            "灌区",
            "口岸",
            "小镇",
            "自贸港",
            "发展区",
            "保税区",
            "绿道",
            "航道",
            "枢纽",
            "管道",
            "班列",
            "航线",
            "电厂",
            "风电场",
        ],
    ),
];

/// Heads of documents without title marks: names only behind or before a verb by which documents come to be,
/// and where they start with a place. Agreements are none: what is signed is mostly called no more than one.
pub(super) const HEADS_OF_DOCUMENTS: [(InitiativeKind, &[&str]); 3] = [
    (Law, &["条例", "法”", "法」"]),
    (
        Policy,
        &[
            "倡议",
            "倡议书",
            "申报指南",
            "若干措施",
            "政策措施",
            "实施意见",
            "指导意见",
            "管理办法",
            "实施办法",
            "宣言",
            "白皮书",
        ],
    ),
    (Plan, &["规划纲要"]),
];

/// Heads of what comes again and again: names only with a number or a reach (第六届甲节, 甲国际兰展).
pub(super) const HEADS_OF_EDITIONS: [(InitiativeKind, &[&str]); 1] = [(
    Event,
    &[
        "节",
        "展",
        "赛",
        "奖",
        "会议",
        "科学周",
        "开放日",
        "品评日",
        "体验日",
        "宣传周",
        "文化周",
        "活动周",
        "艺术季",
        "文化季",
    ],
)];

/// Heads of names in quotation marks that stand before them: “光明行动”项目.
pub(super) const HEADS_BEHIND_QUOTES: [(InitiativeKind, &[&str]); 5] = [
    (Fund, &["奖学金", "奖励金", "专项资金"]),
    (Platform, &["网站", "系统", "热线", "小程序", "客户端", "App", "APP"]),
    (Programme, &["行动", "专项", "模式"]),
    (Project, &["项目", "任务", "卫星", "探测器", "飞船"]),
    (Centre, &["科学装置"]),
];

/// Heads of names that stand in quotation marks themselves, with the closing mark: “甲贷”.
pub(super) const HEADS_IN_QUOTES: [(InitiativeKind, &[&str]); 2] = [
    (
        Programme,
        &[
            "通”",
            "券”",
            "贷”",
            "保”",
            "码”",
            "一件事”",
            "通」",
            "券」",
            "贷」",
            "保」",
            "码」",
            "一件事」",
        ],
    ),
    (Event, &["特展”", "大展”", "评选”", "特展」", "大展」", "评选」"]),
];

/// The kind of what a name's last word names by itself.
pub(crate) fn kind_by_head(name: &str) -> Option<InitiativeKind> {
    HEADS
        .iter()
        .find_map(|(kind, heads)| heads.iter().any(|head| name.ends_with(head)).then_some(*kind))
}

/// The kind of what a name's longest head names, whatever it needs to be one.
pub(super) fn kind_by_list(name: &str) -> Option<InitiativeKind> {
    let lists = [&HEADS[..], &HEADS_BESIDE_VERBS[..], &HEADS_OF_PLACES[..]].into_iter().flatten();
    let heads = lists.flat_map(|(kind, heads)| heads.iter().map(|head| (*kind, *head)));
    let fitting = heads.filter(|(_, head)| name.ends_with(head));
    fitting.max_by_key(|(_, head)| head.len()).map(|(kind, _)| kind)
}

/// What short forms end in that are in no list of heads: 台网, 快线.
const ENDS_OF_SHORT_FORMS: [(InitiativeKind, &[&str]); 8] = [
    (Alliance, &["联盟", "联合体", "协作体", "共同体", "合作体"]),
    (Centre, &["中心", "实验室", "研究院"]),
    (Programme, &["计划", "行动", "专项", "机制"]),
    (Project, &["工程", "项目"]),
    (Fund, &["基金"]),
    (Platform, &["网", "台", "库"]),
    (Project, &["线", "站", "场", "港", "园", "桥", "仓"]),
    (Corridor, &["廊", "圈", "带"]),
];

/// The kind of what a short form names by its end.
pub(super) fn kind_of_ending(short: &str) -> Option<InitiativeKind> {
    let mut ends = ENDS_OF_SHORT_FORMS.iter().filter(|_| !is_no_name(short));
    let (kind, _) = ends.find(|(_, ends)| ends.iter().any(|end| short.ends_with(end)))?;
    Some(*kind)
}

/// Words that end as names do.
fn is_no_name(words: &str) -> bool {
    const NO_NAMES: [&str; 6] = ["全网", "市场", "现场", "车站", "地带", "一线"];
    NO_NAMES.iter().any(|word| words.ends_with(word))
}

/// What names of things end in that are in no list of heads, where a verb tells that they come to life.
const ENDS_OF_THINGS: [(InitiativeKind, &[&str]); 7] = [
    (Alliance, &["共保体", "协作组", "工作组", "专班", "合作社", "服务队", "共享体", "研究会"]),
    (Centre, &["馆", "书院", "种业园", "试验园", "科学园", "产业园", "工坊", "学校", "车间"]),
    (Platform, &["资料库", "系统", "专网", "大脑", "小程序", "云", "服务卡"]),
    (
        Project,
        &[
            "飞地",
            "高速",
            "通道",
            "专线",
            "街区",
            "示范园",
            "试验田",
            "牧场",
            "码头",
            "仓库",
            "直流",
            "输电线路",
            "轻轨",
            "有轨电车",
            "跑道",
            "货轮",
            "船",
            "电池厂",
            "工厂",
        ],
    ),
    (Programme, &["补贴", "攻关", "行动", "活动", "试点", "保险", "奖", "服务包"]),
    (
        Fund,
        &[
            "资金池",
            "补偿资金",
            "引导资金",
            "扶持资金",
            "共担资金",
            "共管资金",
            "专项资金",
            "贷款",
            "债券",
        ],
    ),
    (
        Event,
        &[
            "展览",
            "大展",
            "特展",
            "巡展",
            "巡回展",
            "联展",
            "主题展",
            "艺术季",
            "文化周",
            "巡演",
            "赛事",
            "会",
        ],
    ),
];

/// The kind of what a name is of that a verb tells to come to life, and the end that tells it.
pub(super) fn kind_of_thing(name: &str) -> Option<(InitiativeKind, &'static str)> {
    static ENDS: LazyLock<Endings> = LazyLock::new(|| Endings::new(ends().map(|(_, end)| end)));
    fn ends() -> impl Iterator<Item = (InitiativeKind, &'static str)> {
        let heads = HEADS.iter().chain(&HEADS_BESIDE_VERBS).chain(&HEADS_OF_PLACES);
        let lists = heads.chain(&ENDS_OF_THINGS).chain(&ENDS_OF_SHORT_FORMS);
        lists.flat_map(|(kind, ends)| ends.iter().map(|end| (*kind, *end)))
    }
    let longest = ENDS.of(name).max_by_key(|end| end.len()).filter(|_| !is_no_name(name))?;
    ends().find(|(_, end)| *end == longest)
}

/// False where no short form ends in a character.
pub(super) fn may_end_a_short_form(last: char) -> bool {
    static LAST: LazyLock<Characters> = LazyLock::new(|| {
        let ends = ENDS_OF_SHORT_FORMS.iter().flat_map(|(_, ends)| *ends);
        Characters::new(ends.filter_map(|end| end.chars().next_back()))
    });
    LAST.may_hold(last)
}

/// What may not follow a head: with it the head is part of a longer word.
pub(super) const GOES_ON: [&str; 55] = [
    "化",
    "会",
    "区",
    "城",
    "局",
    "师",
    "员",
    "书",
    "型",
    "级",
    "性",
    "链",
    "经济",
    "院",
    "部",
    "商",
    "主任",
    "堂",
    "体系",
    "主席",
    "秘书",
    "管委",
    "委员",
    "负责",
    "成员",
    "单位",
    "企业",
    "指数",
    "项目",
    "人才",
    "硕士",
    "集团",
    "生",
    "教授",
    "校长",
    "专家",
    "学者",
    "总裁",
    "公司",
    "公安",
    "职工",
    "旅客",
    "大巴",
    "航站楼",
    "会长",
    "理事",
    "选手",
    "冠军",
    "系统",
    "附属",
    "小区",
    "社区",
    "街道",
    "站",
    "号",
];

/// What 专项 only tells of.
const SPECIAL: [&str; 20] = [
    "资金", "行动", "检查", "债", "整治", "规划", "工作", "治理", "督查", "小组", "报告", "研究",
    "斗争", "执法", "方案", "计划", "附加", "抚恤", "巡视", "审计",
];

/// Where a head stands, and what it takes to be one.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) struct Head {
    pub(super) start: usize,
    pub(super) end: usize,
    pub(super) kind: InitiativeKind,
    pub(super) needs: Needs,
}

/// What a head needs beside it to end a name.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum Needs {
    Nothing,
    AVerb,
    AVerbAndAPlace,
    AVerbOfDocuments,
    AnEdition,
    QuotesAround,
    Quotes,
}

/// Every head with its kind and what it needs.
pub(crate) static ALL: LazyLock<Words<(InitiativeKind, Needs)>> = LazyLock::new(|| {
    let lists = [
        (&HEADS[..], Needs::Nothing),
        (&HEADS_BESIDE_VERBS[..], Needs::AVerb),
        (&HEADS_OF_PLACES[..], Needs::AVerbAndAPlace),
        (&HEADS_OF_DOCUMENTS[..], Needs::AVerbOfDocuments),
        (&HEADS_OF_EDITIONS[..], Needs::AnEdition),
        (&HEADS_BEHIND_QUOTES[..], Needs::Quotes),
        (&HEADS_IN_QUOTES[..], Needs::QuotesAround),
    ];
    let all = lists.iter().flat_map(|(list, needs)| {
        list.iter().flat_map(|(kind, words)| words.iter().map(|word| (*word, (*kind, *needs))))
    });
    Words::with(all)
});

/// What goes on from a head, by its first character.
static LONGER: LazyLock<Words> = LazyLock::new(|| Words::new(GOES_ON));

/// The heads of a text that no longer word goes on from, in order of their ends.
pub(super) fn heads(text: Text<'_>) -> Vec<Head> {
    of_words(&text, text.words(List::Heads, &ALL))
}

/// The same of a part of a text whose places are not noted.
pub(super) fn heads_of_part(text: &str) -> Vec<Head> {
    of_words(text, ALL.within(text))
}

fn of_words<'a>(
    text: &str,
    words: impl Iterator<Item = (usize, &'a str, &'a (InitiativeKind, Needs))>,
) -> Vec<Head> {
    let mut found: Vec<Head> = words
        .map(|(start, word, &(kind, needs))| {
            let end = start + word.trim_end_matches(['”', '」']).len();
            Head { start, end, kind, needs }
        })
        .filter(|head| !goes_on(text, head))
        .collect();
    found.sort_by_key(|head| (head.end, head.start));
    found.dedup_by_key(|head| head.end);
    found
}

/// What a contest consists of, or gives: 决赛 of 第六届甲赛, 金奖 of 第六届甲展.
fn is_a_round(name: &str) -> bool {
    const ROUNDS: [&str; 12] = [
        "比赛",
        "决赛",
        "预赛",
        "复赛",
        "初赛",
        "金奖",
        "银奖",
        "铜奖",
        "等奖",
        "提名奖",
        "优秀奖",
        "组织奖",
    ];
    ROUNDS.iter().any(|round| name.ends_with(round))
}

/// True where the name of an edition ends: 第六届甲节 and no 节目.
fn ends_an_edition(after: &str) -> bool {
    const GOES_ON: &str = "在于将已今昨明去前此本上开闭举落启拉日月共由从正定订原拟预揭颁";
    let next = after.chars().next();
    next.is_none_or(|c| !('一'..='鿿').contains(&c) || GOES_ON.contains(c))
}

/// True where what follows makes a head part of a longer word.
fn goes_on(text: &str, head: &Head) -> bool {
    let after = &text[head.end..];
    // A railway's project is the railway's own name's end; a platform's project is another thing.
    let own = head.kind == Project && after.starts_with("项目");
    // 甲联盟成员由14家增至39家: how many it has is told of itself.
    let of_members = || {
        let rest = ["成员单位", "成员"].iter().find_map(|word| after.strip_prefix(word));
        rest.is_some_and(|rest| rest.starts_with(['由', '从', '已', '达', '增', '扩', '共', '超']))
    };
    let own = own || head.kind == Alliance && of_members();
    // 专项资金, 专项整治: what is special is no programme.
    let special =
        text[..head.end].ends_with("专项") && SPECIAL.iter().any(|word| after.starts_with(word));
    let charger = text[..head.end].ends_with("充电站");
    // 甲市特色产业集群名单: those of a list are many.
    let listed = head.kind == Cluster && after.starts_with("名单");
    !own && (special || charger || listed || LONGER.begin(after))
        || head.needs == Needs::AnEdition
            && (is_a_round(&text[..head.end]) || !ends_an_edition(after))
}
