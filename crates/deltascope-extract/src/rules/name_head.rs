//! Names by their last word: `白石湾智慧航运联合创新中心`.
//!
//! 1. a head (平台, 联盟, 走廊 …) that no longer word goes on from
//! 2. its left boundary: the last verb, particle or mark before it, or the opening quotation mark
//! 3. the name must be six characters long, say more than general words, and be no counted class
//!    (首批12家创新联合体)
//!
//! `青川省成立新材料产业联盟` → `新材料产业联盟`. Precision first: a doubtful boundary gives no name.

use deltascope_model::{InitiativeKind, TextRange};

use super::field::is_number;
use crate::gazetteer::KnownMatch;

/// A name found by its last word.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(crate) struct HeadName {
    /// The name, without quotation marks.
    pub(crate) range: TextRange,
    pub(crate) kind: InitiativeKind,
    /// Starts with a place or an organisation, or stands in quotation marks.
    pub(crate) anchored: bool,
}

use InitiativeKind::{
    Alliance, Centre, Cluster, Corridor, Event, Fund, Plan, Platform, Programme, Project,
};

const HEADS: [(&str, InitiativeKind); 33] = [
    ("平台", Platform),
    ("办公室", Platform),
    ("联盟", Alliance),
    ("联合体", Alliance),
    ("行动方案", Plan),
    ("行动计划", Plan),
    ("规划", Plan),
    ("计划", Programme),
    ("共同体", Programme),
    ("走廊", Corridor),
    ("创新带", Corridor),
    ("产业带", Corridor),
    ("经济带", Corridor),
    ("基金", Fund),
    ("中心", Centre),
    ("实验室", Centre),
    ("研究院", Centre),
    ("试验场", Centre),
    ("创新院", Centre),
    ("示范区", Project),
    ("试验区", Project),
    ("先行区", Project),
    ("开发区", Project),
    ("合作区", Project),
    ("产业园", Project),
    ("工程", Project),
    ("集群", Cluster),
    ("论坛", Event),
    ("大会", Event),
    ("峰会", Event),
    ("博览会", Event),
    ("座谈会", Event),
    ("研讨会", Event),
];

/// What may not follow a head: with it the head is part of a longer word.
const GOES_ON: [&str; 32] = [
    "化", "会", "区", "城", "局", "师", "员", "书", "型", "级", "性", "链", "经济", "院", "部",
    "商", "主任", "堂", "体系", "主席", "秘书", "管委", "委员", "负责", "成员", "单位", "企业",
    "指数", "项目", "人才", "硕士", "集团",
];

/// Words and particles that end before a name starts. Longer ones first is not needed: the one that
/// ends last counts.
const STOPS: [&str; 152] = [
    "共建",
    "推动",
    "成立",
    "支持",
    "建设",
    "启动",
    "打造",
    "设立",
    "组建",
    "建立",
    "搭建",
    "签署",
    "签订",
    "发布",
    "印发",
    "公布",
    "出台",
    "举办",
    "举行",
    "召开",
    "加入",
    "依托",
    "通过",
    "围绕",
    "推进",
    "加快",
    "加强",
    "促进",
    "深化",
    "提升",
    "完善",
    "构建",
    "形成",
    "参与",
    "牵头",
    "承担",
    "作为",
    "成为",
    "位于",
    "依靠",
    "借助",
    "利用",
    "实施",
    "落实",
    "编制",
    "制定",
    "起草",
    "聚焦",
    "面向",
    "服务于",
    "引进",
    "引入",
    "入驻",
    "落户",
    "挂牌",
    "揭牌",
    "上线",
    "开通",
    "运营",
    "管理着",
    "拥有",
    "包括",
    "包含",
    "涵盖",
    "例如",
    "比如",
    "其中",
    "以及",
    "同时",
    "此次",
    "本次",
    "正在",
    "已经",
    "正式",
    "共同",
    "联手",
    "携手",
    "会同",
    "集聚",
    "汇聚",
    "汇集",
    "助力",
    "融入",
    "参加",
    "出席",
    "主办",
    "承办",
    "协办",
    "申报",
    "获批",
    "入选",
    "列入",
    "纳入",
    "命名为",
    "更名为",
    "升级为",
    "认定",
    "投资",
    "出资",
    "发起",
    "开展",
    "谋划",
    "探索",
    "筹建",
    "创建",
    "新建",
    "扩建",
    "改建",
    "建成",
    "建有",
    "设有",
    "建好",
    "用好",
    "办好",
    "完成",
    "强化",
    "优化",
    "整合",
    "联动",
    "对接",
    "吸引",
    "培育",
    "壮大",
    "发挥",
    "充分",
    "积极",
    "首个",
    "一批",
    "一个",
    "多个",
    "首批",
    "各类",
    "各级",
    "全市",
    "全省",
    "我省",
    "我市",
    "我国",
    "省内",
    "市内",
    "相关",
    "有关",
    "上述",
    "这个",
    "这一",
    "该",
    "了",
    "的",
    "第一家",
    "拟建",
    "委托",
    "规划建设",
];

/// Single characters that end before a name starts, and the words in which they do not.
const PARTICLES: [(char, &[&str]); 22] = [
    ('是', &[]),
    ('在', &["在线", "在岸"]),
    ('将', &[]),
    ('由', &["自由", "理由"]),
    ('被', &[]),
    ('把', &[]),
    ('让', &["转让"]),
    ('于', &["关于"]),
    ('从', &[]),
    ('向', &["方向", "面向", "向量"]),
    ('使', &["使用", "天使", "大使"]),
    ('并', &["合并", "并购", "并行", "并网"]),
    ('为', &["华为", "行为", "人为"]),
    ('此', &[]),
    ('每', &[]),
    ('也', &[]),
    ('已', &[]),
    ('还', &[]),
    ('等', &["高等", "平等", "中等", "等离子", "等级", "对等"]),
    ('以', &["以色列", "以太"]),
    ('个', &["个人", "个性", "个体"]),
    (
        '家',
        &[
            "国家",
            "家庭",
            "家电",
            "专家",
            "家居",
            "科学家",
            "企业家",
            "家具",
            "张家",
            "石家",
            "王家",
            "李家",
            "独家",
            "家禽",
        ],
    ),
];

/// Words that name no one thing; a name made of them alone is a class.
const GENERAL: [&str; 100] = [
    "科技",
    "创新",
    "产业",
    "技术",
    "重大",
    "公共",
    "服务",
    "综合",
    "信息",
    "资源",
    "共享",
    "协同",
    "一体化",
    "高质量",
    "发展",
    "区域",
    "国家级",
    "国家",
    "全国",
    "国际",
    "数字",
    "智能",
    "重点",
    "新型",
    "专业",
    "大型",
    "世界级",
    "世界",
    "全球",
    "一流",
    "高端",
    "高水平",
    "高能级",
    "省级",
    "市级",
    "区级",
    "省域",
    "市域",
    "跨区域",
    "跨境",
    "开放",
    "合作",
    "研究",
    "研发",
    "开发",
    "成果",
    "转化",
    "转移",
    "孵化",
    "基础",
    "基础设施",
    "应用",
    "企业",
    "人才",
    "金融",
    "投资",
    "展示",
    "交流",
    "交易",
    "互动",
    "先进",
    "制造",
    "战略",
    "核心",
    "关键",
    "现代",
    "未来",
    "绿色",
    "联合",
    "攻关",
    "科创",
    "科学",
    "城市",
    "工业",
    "行业",
    "社会",
    "经济",
    "管理",
    "监测",
    "数据",
    "云",
    "大",
    "新",
    "性",
    "级",
    "型",
    "化",
    "多",
    "高",
    "各",
    "类",
    "专项",
    "示范",
    "试点",
    "策源",
    "引领",
    "总部",
    "特色",
    "线上",
    "在线",
];

/// Places that need no gazetteer to start a name with.
const WIDE_PLACES: [&str; 53] = [
    "中国",
    "北京",
    "天津",
    "河北",
    "山西",
    "内蒙古",
    "辽宁",
    "吉林",
    "黑龙江",
    "上海",
    "江苏",
    "浙江",
    "安徽",
    "福建",
    "江西",
    "山东",
    "河南",
    "湖北",
    "湖南",
    "广东",
    "广西",
    "海南",
    "重庆",
    "四川",
    "贵州",
    "云南",
    "西藏",
    "陕西",
    "甘肃",
    "青海",
    "宁夏",
    "新疆",
    "香港",
    "澳门",
    "台湾",
    "京津冀",
    "粤港澳",
    "长三角",
    "长江",
    "黄河",
    "珠三角",
    "成渝",
    "东北",
    "中欧",
    "中非",
    "亚太",
    "亚洲",
    "欧洲",
    "欧盟",
    "东盟",
    "上合",
    "一带一路",
    "金砖",
];

/// Words of names that begin like a stop word.
const NO_STOPS: &[&str] = &["共同体", "建设银行", "发布会", "启动区", "促进中心", "促进会", "推广"];

const MOST_CHARACTERS: usize = 32;
const LEAST_CHARACTERS: usize = 6;

/// The names of a text by their last words, in order, none overlapping another.
pub(crate) fn head_names(text: &str, known: &[KnownMatch]) -> Vec<HeadName> {
    let mut found: Vec<HeadName> = Vec::new();
    for end in head_ends(text) {
        if let Some(name) = name_before(text, end, known).map(|name| extended(text, name)) {
            while found.last().is_some_and(|last| name.range.start() <= last.range.start()) {
                found.pop();
            }
            if found.last().is_none_or(|last| last.range.end() <= name.range.start()) {
                found.push(name);
            }
        }
    }
    found
}

/// 甲共同体 in 甲共同体建设办公室 is no name of its own.
fn extended(text: &str, name: HeadName) -> HeadName {
    const LONGER: [(&str, InitiativeKind); 12] = [
        ("建设办公室", Platform),
        ("推进办公室", Platform),
        ("工作办公室", Platform),
        ("领导小组办公室", Platform),
        ("联席会议办公室", Platform),
        ("联席会议", Event),
        ("成立大会", Event),
        ("建设方案", Plan),
        ("实施方案", Plan),
        ("建设规划", Plan),
        ("发展规划", Plan),
        ("建设发展规划", Plan),
    ];
    let rest = text.get(name.range.usize().end..).unwrap_or_default();
    let found = LONGER.iter().filter(|(word, _)| rest.starts_with(word));
    match found.max_by_key(|(word, _)| word.len()) {
        Some((word, kind)) => HeadName {
            range: TextRange::new(name.range.start(), name.range.end() + word.len() as u32),
            kind: *kind,
            ..name
        },
        None => name,
    }
}

/// Where a head ends.
#[derive(Clone, Copy)]
struct HeadEnd {
    head: usize,
    end: usize,
    kind: InitiativeKind,
}

fn head_ends(text: &str) -> Vec<HeadEnd> {
    let mut ends: Vec<HeadEnd> = HEADS
        .iter()
        .flat_map(|(head, kind)| {
            text.match_indices(head).map(|(at, _)| HeadEnd {
                head: at,
                end: at + head.len(),
                kind: *kind,
            })
        })
        .filter(|end| !is_verb(text, end))
        .filter(|end| !GOES_ON.iter().any(|word| text[end.end..].starts_with(word)))
        .collect();
    ends.sort_by_key(|end| (end.end, end.head));
    // 行动计划 also ends in 计划: the longer head counts.
    ends.dedup_by_key(|end| end.end);
    ends
}

/// 计划 and 规划 also are verbs: 平台计划于明年上线.
fn is_verb(text: &str, end: &HeadEnd) -> bool {
    const OBJECTS: [&str; 15] = [
        "于", "在", "到", "用", "将", "通过", "投资", "今", "明", "后", "再", "新", "对", "分",
        "从",
    ];
    let after = &text[end.end..];
    matches!(&text[end.head..end.end], "计划" | "规划")
        && (OBJECTS.iter().any(|word| after.starts_with(word)) || after.starts_with(is_number))
}

fn name_before(text: &str, end: HeadEnd, known: &[KnownMatch]) -> Option<HeadName> {
    let quoted = quoted_start(text, end);
    let start = match quoted {
        Some(start) => start,
        None => boundary(text, end.head, known)?,
    };
    let name = text.get(start..end.end)?;
    let count = name.chars().count();
    let modifiers = text.get(start..end.head)?;
    let placed = starts_with_place(text, start, known);
    // An institute is mostly an actor; it is an initiative where something dates it.
    let anchored = (quoted.is_some() || placed) && !name.ends_with("院");
    let specific = placed || !only_general(modifiers);
    let fits = (LEAST_CHARACTERS..=MOST_CHARACTERS).contains(&count)
        && (quoted.is_some() || placed || modifiers.chars().filter(|c| is_han(*c)).count() >= 4);
    (fits && specific && !counted(modifiers)).then(|| HeadName {
        range: TextRange::of(start, end.end),
        kind: end.kind,
        anchored,
    })
}

/// The start of a quoted name that ends with the head: `“白石湾汽车零部件集群”`.
fn quoted_start(text: &str, end: HeadEnd) -> Option<usize> {
    let after = text.get(end.end..)?;
    let before = text.get(..end.head)?;
    for (open, close) in [('“', '”'), ('「', '」'), ('『', '』')] {
        if after.starts_with(close) {
            let start = before.rfind(open)? + open.len_utf8();
            let inside = text.get(start..end.head)?;
            let plain = !inside.contains(['。', ';', '；', '!', '?', ',', '，', close]);
            return plain.then_some(start);
        }
    }
    None
}

/// Where an unquoted name starts.
fn boundary(text: &str, head: usize, known: &[KnownMatch]) -> Option<usize> {
    let before = text.get(..head)?;
    let floor = before
        .char_indices()
        .rev()
        .take(MOST_CHARACTERS)
        .find(|(_, c)| !(c.is_alphanumeric() || *c == '·' || *c == '-'))
        .map_or(0, |(at, c)| at + c.len_utf8());
    let segment = text.get(floor..head)?;
    let stop = last_stop(segment);
    let start = skip_time(text, floor + stop, head);
    let segment = text.get(start..head)?;
    // Of two joined things the second is the name, where it starts with a place; else both may be
    // one name (碳纤维及复合材料), which only a place before them can tell.
    match segment.rfind(['和', '与', '及', '暨']) {
        None => Some(start),
        Some(at) => {
            let joined = start + at + '和'.len_utf8();
            if starts_with_place(text, joined, known) {
                return Some(joined);
            }
            let whole = starts_with_place(text, start, known)
                && !HEADS.iter().any(|(head, _)| segment[..at].ends_with(head));
            whole.then_some(start)
        }
    }
}

/// Where the last stop word of a segment ends.
fn last_stop(segment: &str) -> usize {
    let words = STOPS.iter().flat_map(|word| {
        segment
            .match_indices(word)
            .filter(|(at, _)| !inside_any(segment, *at, NO_STOPS))
            .map(|(at, word)| at + word.len())
    });
    let particles = PARTICLES.iter().flat_map(|(particle, within)| {
        segment
            .match_indices(*particle)
            .filter(|(at, _)| !inside_any(segment, *at, within))
            .map(|(at, matched)| at + matched.len())
    });
    words.chain(particles).max().unwrap_or(0)
}

fn inside_any(segment: &str, at: usize, words: &[&str]) -> bool {
    words.iter().any(|word| {
        segment.match_indices(word).any(|(start, _)| start <= at && at < start + word.len())
    })
}

/// `2021年长三角种业联盟`: the date is no part of the name.
fn skip_time(text: &str, start: usize, head: usize) -> usize {
    let Some(segment) = text.get(start..head) else { return start };
    let times = crate::times::scan(segment);
    times.last().map_or(start, |time| start + time.range.usize().end)
}

fn starts_with_place(text: &str, start: usize, known: &[KnownMatch]) -> bool {
    let Some(rest) = text.get(start..) else { return false };
    known.iter().any(|found| found.range.usize().start == start)
        || WIDE_PLACES.iter().any(|place| rest.starts_with(place))
        || rest.chars().next().is_some_and(|c| c.is_ascii_uppercase())
        || administrative(rest)
}

/// A place by its ending: two or three characters and 省, 市, 县.
fn administrative(rest: &str) -> bool {
    rest.char_indices().skip(2).take(2).any(|(at, c)| {
        matches!(c, '省' | '市' | '县')
            && rest[..at].chars().all(is_han)
            && !only_general(&rest[..at])
    })
}

/// 12家…, 三大…: a class of things, not one of them.
fn counted(modifiers: &str) -> bool {
    let after = modifiers.trim_start_matches(is_number);
    let arabic = modifiers.starts_with(|c| crate::numerals::arabic_digit(c).is_some());
    after.len() < modifiers.len()
        && (arabic || after.starts_with(|c| "家个项大座所批条只支种类".contains(c)))
}

/// True where only general words stand before the head.
fn only_general(modifiers: &str) -> bool {
    let mut rest = modifiers;
    while !rest.is_empty() {
        let Some(word) =
            GENERAL.iter().filter(|word| rest.starts_with(*word)).max_by_key(|word| word.len())
        else {
            return false;
        };
        rest = &rest[word.len()..];
    }
    true
}

fn is_han(c: char) -> bool {
    ('一'..='鿿').contains(&c)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[track_caller]
    fn check(text: &str, expected: &[&str]) {
        let names: Vec<_> =
            head_names(text, &[]).iter().map(|name| &text[name.range.usize()]).collect();
        assert_eq!(names, expected, "{text}");
    }

    #[test]
    fn names_start_behind_verbs_and_particles() {
        check("白石区成立新材料产业链式联盟,", &["新材料产业链式联盟"]);
        check("推动四川航运数据服务平台建设", &["四川航运数据服务平台"]);
        check("在湖北中药材大会上", &["湖北中药材大会"]);
        check("2021年湖南油茶产业创新联盟成立", &["湖南油茶产业创新联盟"]);
        check("支持贵州碳纤维及复合材料技术创新中心建设", &["贵州碳纤维及复合材料技术创新中心"]);
        check(
            "由云南花卉交易中心和四川蚕桑创新中心发起",
            &["云南花卉交易中心", "四川蚕桑创新中心"],
        );
    }

    #[test]
    fn names_go_on() {
        check("成立四川绿色共同体建设办公室,", &["四川绿色共同体建设办公室"]);
        check("印发四川绿色走廊建设方案", &["四川绿色走廊建设方案"]);
    }

    #[test]
    fn quoted_names_are_whole() {
        check("位于甲镇的“青浦汽车及零部件集群”入选", &["青浦汽车及零部件集群"]);
        check("「海岛渔业保护计划」启动", &["海岛渔业保护计划"]);
    }

    #[test]
    fn classes_and_general_words_are_no_names() {
        for text in [
            "建设重大科技创新平台",
            "组建首批12家产业创新联合体",
            "具有全球影响力的科技创新中心",
            "中心城市",
            "高水平国际合作平台化",
            "红十字会基金会",
            "该平台",
            "国家技术创新中心",
            "和复合材料技术中心",
        ] {
            check(text, &[]);
        }
    }
}
