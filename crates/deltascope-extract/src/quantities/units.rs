//! What numbers count and measure in: currencies, measures of the world, and measure words.
//!
//! A unit is looked for behind a number, the longest first. `Unit::name` is what is written out:
//! one name for all spellings.

use std::collections::BTreeMap;
use std::sync::LazyLock;

/// What a unit makes of a number.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Class {
    /// Money; the name is the code of ISO 4217.
    Money,
    /// A measure of length, area, mass, energy, data …
    Measure,
    /// A span of time.
    Duration,
    /// A measure word that counts whatever a Chinese or an Arabic number stands before.
    Count,
    /// A word that counts behind Arabic digits alone: 三国 and 两会 are names.
    ArabicCount,
    /// Times as much.
    Times,
    /// A score.
    Score,
}

/// A unit as written.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) struct Unit {
    /// How many bytes state it.
    pub(super) len: usize,
    /// What is written out.
    pub(super) name: &'static str,
    pub(super) class: Class,
}

/// Spellings, each with the name that is written out; a name alone is its own spelling.
type Table = &'static [(&'static str, &'static str)];

const MONEY: Table = &[
    ("元人民币", "CNY"),
    ("人民币元", "CNY"),
    ("人民币", "CNY"),
    ("块钱", "CNY"),
    ("元", "CNY"),
    ("圆", "CNY"),
    ("美元", "USD"),
    ("美圆", "USD"),
    ("美金", "USD"),
    ("美钞", "USD"),
    ("欧元", "EUR"),
    ("港元", "HKD"),
    ("港币", "HKD"),
    ("港圆", "HKD"),
    ("澳门元", "MOP"),
    ("新台币", "TWD"),
    ("台币", "TWD"),
    ("日元", "JPY"),
    ("日圆", "JPY"),
    ("韩元", "KRW"),
    ("韩圆", "KRW"),
    ("英镑", "GBP"),
    ("瑞士法郎", "CHF"),
    ("瑞郎", "CHF"),
    ("加元", "CAD"),
    ("加拿大元", "CAD"),
    ("澳元", "AUD"),
    ("澳大利亚元", "AUD"),
    ("新西兰元", "NZD"),
    ("新加坡元", "SGD"),
    ("新元", "SGD"),
    ("卢布", "RUB"),
    ("卢比", "INR"),
    ("泰铢", "THB"),
    ("林吉特", "MYR"),
    ("越南盾", "VND"),
    ("印尼盾", "IDR"),
    ("雷亚尔", "BRL"),
    ("兰特", "ZAR"),
    ("奈拉", "NGN"),
    ("迪拉姆", "AED"),
    ("里亚尔", "SAR"),
    ("里拉", "TRY"),
    ("比特币", "BTC"),
];

/// Longer words that begin like a currency.
const NOT_MONEY: [&str; 9] =
    ["元素", "元宇宙", "元组", "元件", "元器件", "元首", "元旦", "元老", "圆桌"];

/// Signs before a number.
const SIGNS: Table = &[
    ("人民币", "CNY"),
    ("港币", "HKD"),
    ("美金", "USD"),
    ("新台币", "TWD"),
    ("台币", "TWD"),
    ("日币", "JPY"),
    ("RMB", "CNY"),
    ("￥", "CNY"),
    ("¥", "CNY"),
    ("HK$", "HKD"),
    ("NT$", "TWD"),
    ("US$", "USD"),
    ("$", "USD"),
    ("＄", "USD"),
    ("€", "EUR"),
    ("£", "GBP"),
];

const MEASURES: Table = &[
    ("平方公里", "平方公里"),
    ("平方千米", "平方公里"),
    ("km²", "平方公里"),
    ("平方米", "平方米"),
    ("平米", "平方米"),
    ("㎡", "平方米"),
    ("m²", "平方米"),
    ("立方米", "立方米"),
    ("公顷", "公顷"),
    ("亩", "亩"),
    ("公里", "公里"),
    ("千米", "公里"),
    ("km", "公里"),
    ("KM", "公里"),
    ("海里", "海里"),
    ("光年", "光年"),
    ("米", "米"),
    ("公尺", "米"),
    ("厘米", "厘米"),
    ("公分", "厘米"),
    ("cm", "厘米"),
    ("CM", "厘米"),
    ("毫米", "毫米"),
    ("mm", "毫米"),
    ("微米", "微米"),
    ("μm", "微米"),
    ("纳米", "纳米"),
    ("nm", "纳米"),
    ("英寸", "英寸"),
    ("英吋", "英寸"),
    ("像素", "像素"),
    ("英尺", "英尺"),
    ("平方英尺", "平方英尺"),
    ("英里", "英里"),
    ("英亩", "英亩"),
    ("磅", "磅"),
    ("盎司", "盎司"),
    ("加仑", "加仑"),
    ("吨", "吨"),
    ("公吨", "吨"),
    ("t", "吨"),
    ("吨标准煤", "吨标准煤"),
    ("标准煤", "吨标准煤"),
    ("公斤", "公斤"),
    ("千克", "公斤"),
    ("kg", "公斤"),
    ("KG", "公斤"),
    ("Kg", "公斤"),
    ("斤", "斤"),
    ("克", "克"),
    ("公克", "克"),
    ("g·t", "g·t"),
    ("毫克", "毫克"),
    ("g", "克"),
    ("mg", "毫克"),
    ("微克", "微克"),
    ("升", "升"),
    ("毫升", "毫升"),
    ("ml", "毫升"),
    ("mL", "毫升"),
    ("L", "升"),
    ("CC", "毫升"),
    ("cc", "毫升"),
    ("千瓦时", "千瓦时"),
    ("度电", "千瓦时"),
    ("千瓦", "千瓦"),
    ("kW", "千瓦"),
    ("kWh", "千瓦时"),
    ("兆瓦", "兆瓦"),
    ("吉瓦", "吉瓦"),
    ("瓦", "瓦"),
    ("伏", "伏"),
    ("安", "安"),
    ("赫兹", "赫兹"),
    ("GHz", "GHz"),
    ("MHz", "MHz"),
    ("字节", "字节"),
    ("比特", "比特"),
    ("TB", "TB"),
    ("GB", "GB"),
    ("MB", "MB"),
    ("PB", "PB"),
    ("EB", "EB"),
    ("Mbps", "Mbps"),
    ("Gbps", "Gbps"),
    ("摄氏度", "℃"),
    ("℃", "℃"),
    ("°C", "℃"),
    ("大卡", "千卡"),
    ("千卡", "千卡"),
    ("卡路里", "卡路里"),
    ("标准箱", "标准箱"),
    ("TEU", "标准箱"),
    ("PFlops", "PFlops"),
    ("EFlops", "EFlops"),
    ("马力", "马力"),
    ("分贝", "分贝"),
];

/// Words that a measure begins and that are none of it.
const NOT_MEASURES: [&str; 16] = [
    "米粒", "克服", "克隆", "克勤", "克难", "升级", "升至", "升到", "升为", "升温", "升值", "安全",
    "安徽", "安排", "瓦解", "米兰",
];

const DURATIONS: Table = &[
    ("周年", "周年"),
    ("年", "年"),
    ("个多月", "个月"),
    ("个半月", "个月"),
    ("个多小时", "小时"),
    ("个半小时", "小时"),
    ("个多星期", "个星期"),
    ("个多世纪", "个世纪"),
    ("个世纪", "个世纪"),
    ("个月", "个月"),
    ("个星期", "个星期"),
    ("星期", "个星期"),
    ("个季度", "个季度"),
    ("周", "周"),
    ("个工作日", "个工作日"),
    ("工作日", "个工作日"),
    ("天", "天"),
    ("个小时", "小时"),
    ("小时", "小时"),
    ("个钟头", "小时"),
    ("飞行小时", "小时"),
    ("分钟", "分钟"),
    ("秒钟", "秒"),
    ("秒", "秒"),
    ("毫秒", "毫秒"),
    ("岁", "岁"),
    ("周岁", "岁"),
    ("昼夜", "昼夜"),
];

/// What a span of time is no quantity before: 三年行动计划 is a name.
const NOT_DURATIONS: [&str; 18] = [
    "年行动",
    "年计划",
    "年规划",
    "年期",
    "年级",
    "年代",
    "年度",
    "年制",
    "年来",
    "年前",
    "年后",
    "天来",
    "天前",
    "周期",
    "周边",
    "周刊",
    "天津",
    "年货",
];

const COUNTS: &[&str] = &[
    "个",
    "家",
    "项",
    "件",
    "名",
    "位",
    "台",
    "套",
    "次",
    "条",
    "场",
    "种",
    "类",
    "批",
    "支",
    "座",
    "所",
    "处",
    "部",
    "篇",
    "份",
    "艘",
    "架",
    "辆",
    "列",
    "枚",
    "户",
    "笔",
    "起",
    "例",
    "款",
    "组",
    "轮",
    "大",
    "人",
    "对",
    "间",
    "门",
    "册",
    "本",
    "页",
    "幅",
    "棵",
    "株",
    "颗",
    "粒",
    "瓶",
    "盒",
    "箱",
    "袋",
    "包",
    "桶",
    "层",
    "栋",
    "幢",
    "股",
    "只",
    "头",
    "张",
    "块",
    "片",
    "集",
    "首",
    "道",
    "宗",
    "班",
    "趟",
    "单",
    "桩",
    "封",
    "席",
    "亩次",
    "人次",
    "人份",
    "台次",
    "架次",
    "车次",
    "户次",
    "班次",
    "项次",
    "家次",
    "例次",
    "场次",
    "批次",
    "人年",
    "台套",
    "台(套)",
    "台（套）",
    "套(台)",
    "家(个)",
    "个(项)",
    "项(个)",
    "部门",
    "部委",
    "方面",
    "环节",
    "领域",
    "维度",
    "匹",
    "盏",
    "具",
    "艘次",
    "标段",
];

const ARABIC_COUNTS: &[&str] = &[
    "病例", "城市", "省份", "度", "国", "省", "市", "地", "县", "区", "镇", "乡", "村", "城", "校",
    "院", "企", "馆", "园", "级", "代", "号线", "线", "站", "路", "港", "环", "词", "科", "期",
    "届", "步", "口", "字", "员", "点", "金", "银", "铜",
];

/// Longer words that begin like a measure word: 个体, 家庭, 人工智能.
const NOT_COUNTS: [&str; 82] = [
    "个体", "个性", "个别", "家庭", "家具", "家电", "家居", "家装", "家用", "名单", "名录", "名称",
    "位置", "位于", "台湾", "台州", "台风", "套餐", "套路", "次要", "次日", "次年", "条件", "条例",
    "场景", "场所", "种子", "种业", "种植", "类似", "批准", "批复", "批示", "支持", "支撑", "支付",
    "座谈", "所在", "部分", "部署", "件事", "组织", "组成", "组建", "期间", "期待", "大学", "大会",
    "大厦", "大桥", "大道", "人工", "人才", "人民", "对接", "对口", "本科", "字号", "头条", "首次",
    "点半", "点钟", "度假", "度过", "环比", "包括", "包含", "包装", "包容", "包围", "包办", "包机",
    "只为", "只有", "只是", "只能", "只要", "只占", "只因", "只会", "只想", "只剩",
];

/// Longer words that begin like a score.
const NOT_SCORES: [&str; 7] = ["分店", "分公司", "分会", "分院", "分布", "分别", "分之"];

/// The units that begin with one character, and the longer words that are none.
#[derive(Default)]
struct Beginning {
    /// Spelling, name and class.
    units: Vec<(&'static str, &'static str, Class)>,
    /// Words, with the class that they rule out.
    not: Vec<(&'static str, Class)>,
}

/// All units by their first character: few are asked at each number.
static BEGINNINGS: LazyLock<BTreeMap<char, Beginning>> = LazyLock::new(|| {
    let mut all: BTreeMap<char, Beginning> = BTreeMap::new();
    let at = |word: &str| word.chars().next().unwrap_or_default();
    let tables = [(MONEY, Class::Money), (MEASURES, Class::Measure), (DURATIONS, Class::Duration)];
    let pairs = tables.into_iter().flat_map(|(table, class)| {
        table.iter().map(move |&(spelling, name)| (spelling, name, class))
    });
    let counts = COUNTS.iter().map(|&word| (word, canonical(word), Class::Count));
    let arabic = ARABIC_COUNTS.iter().map(|&word| (word, word, Class::ArabicCount));
    let others = [("倍", "倍", Class::Times), ("分", "分", Class::Score)];
    for unit in pairs.chain(counts).chain(arabic).chain(others) {
        all.entry(at(unit.0)).or_default().units.push(unit);
    }
    let not: [(&[&'static str], Class); 6] = [
        (&NOT_MONEY, Class::Money),
        (&NOT_MEASURES, Class::Measure),
        (&NOT_DURATIONS, Class::Duration),
        (&NOT_SCORES, Class::Score),
        (&NOT_COUNTS, Class::Count),
        (&NOT_COUNTS, Class::ArabicCount),
    ];
    for (words, class) in not {
        for word in words {
            all.entry(at(word)).or_default().not.push((word, class));
        }
    }
    all
});

/// The unit at the head of `text`, the longest; `chinese` where the number is written in Chinese.
pub(super) fn unit(text: &str, chinese: bool) -> Option<Unit> {
    let beginning = BEGINNINGS.get(&text.chars().next()?)?;
    let mut best: Option<Unit> = None;
    for &(spelling, name, class) in &beginning.units {
        let longer = best.is_none_or(|best| best.len < spelling.len());
        let suits = !chinese || !matches!(class, Class::ArabicCount | Class::Score);
        let ruled_out =
            || beginning.not.iter().any(|&(word, of)| of == class && text.starts_with(word));
        if longer && suits && ends_word(text, spelling) && !ruled_out() {
            best = Some(Unit { len: spelling.len(), name, class });
        }
    }
    best
}

/// One spelling of the paired measure words: 台套 and 台（套） are 台(套).
fn canonical(name: &'static str) -> &'static str {
    match name {
        "台套" | "台（套）" | "套(台)" => "台(套)",
        name => name,
    }
}

/// A Latin unit must not run on into a word: 5 mm, not 5 mmol.
fn ends_word(text: &str, spelling: &str) -> bool {
    text.strip_prefix(spelling).is_some_and(|rest| {
        !spelling.ends_with(|c: char| c.is_ascii_alphabetic())
            || !rest.starts_with(|c: char| c.is_ascii_alphanumeric())
    })
}

/// The currency whose sign stands at the end of `text`, and how many bytes state it.
pub(super) fn sign_before(text: &str) -> Option<(usize, &'static str)> {
    let close = text.trim_end_matches(' ');
    let longest =
        SIGNS.iter().filter(|(sign, _)| close.ends_with(sign)).max_by_key(|(sign, _)| sign.len());
    longest.map(|(sign, code)| (text.len() - close.len() + sign.len(), *code))
}

/// Whether a sign of money can begin with the character.
pub(super) fn is_sign(c: char) -> bool {
    matches!(c, '￥' | '¥' | '$' | '＄' | '€' | '£')
}

/// The currency whose sign stands at the head of `text`, and how many bytes state it.
pub(super) fn sign_at(text: &str) -> Option<(usize, &'static str)> {
    if !text.starts_with(is_sign) {
        return None;
    }
    SIGNS.iter().find(|(sign, _)| text.starts_with(sign)).map(|(sign, code)| (sign.len(), *code))
}
