//! What looks like a quantity and is a name, a slogan or an idiom.
//!
//! Slogans are known by their quotation marks: “八个协同” is the name of eight things, not a count
//! of them. Those that stand without marks are listed.

use std::sync::LazyLock;

use crate::words::Words;

/// Sayings and names that begin with a number and a measure word.
const SAYINGS: [&str; 34] = [
    "三个代表",
    "四个全面",
    "四个自信",
    "四个意识",
    "两个维护",
    "两个确立",
    "两个一百年",
    "五个一",
    "四个一",
    "三个一",
    "两个大局",
    "三次产业",
    "三位一体",
    "四位一体",
    "五位一体",
    "六位一体",
    "八项规定",
    "四大家",
    "四大发明",
    "四大天王",
    "三大纪律",
    "两步走",
    "三步走",
    "三件套",
    "四件套",
    "两件套",
    "八大关",
    "五大连池",
    "三大件",
    "两条腿",
    "三个臭皮匠",
    "四大名著",
    "四大文明",
    "两手",
];

/// They, by their first characters.
static SAYING_WORDS: LazyLock<Words> = LazyLock::new(|| Words::new(SAYINGS));

/// Whether the number at the head of `rest` begins a name rather than a quantity; `before` is what
/// stands before it.
pub(super) fn is_name(before: &str, rest: &str, len: usize) -> bool {
    // 队伍人员, 一一列明, and 这两天, which is a time.
    before.ends_with('队') && rest.starts_with('伍')
        || rest.starts_with("一一")
        || before.ends_with('这') && (rest.starts_with("两天") || rest.starts_with("几天"))
        || rest.chars().nth(1) == Some('〇')
            && rest[len - len.min(3)..].starts_with(['所', '厂', '院'])
        || SAYING_WORDS.begin(rest)
        // 20国集团
        || rest[..len].ends_with('国') && rest[len..].starts_with("集团")
        || is_everywhere(before, rest)
        || is_part_of_a_village(before, &rest[..len])
        || is_warranty(before, rest)
        || is_slogan(before, rest, len)
        || is_title(before, rest, len)
}

/// `兴隆村5组`, `东湖社区3组`: a part of a village by its number.
fn is_part_of_a_village(before: &str, words: &str) -> bool {
    words.ends_with(['组', '社'])
        && (before.ends_with('村') || before.ends_with("社区") || before.ends_with("居委会"))
}

/// `四处寻找`, but 共四处 counts places.
fn is_everywhere(before: &str, rest: &str) -> bool {
    rest.starts_with("四处")
        && !before.ends_with(['共', '有', '了', '成', '达', '设', '等', '为', '这', '、'])
}

/// `汽车三包规定`: repair, replacement and refund; but 送来三包 counts packs.
fn is_warranty(before: &str, rest: &str) -> bool {
    const OF_IT: [&str; 17] = [
        "规定", "政策", "责任", "服务", "期", "凭证", "办法", "征求", "有效", "法规", "问题",
        "承诺", "义务", "条款", "法律", "”", "」",
    ];
    let behind = rest.strip_prefix("三包");
    behind.is_some_and(|behind| {
        OF_IT.iter().any(|word| behind.starts_with(word))
            || ["汽车", "家电", "手机", "商品", "实行", "推出", "享受"]
                .iter()
                .any(|what| before.ends_with(what))
    })
}

/// `“柳七首”`: a short title in quotation marks that ends in a Chinese number with its measure word,
/// behind one character that says nothing of a number.
fn is_title(before: &str, rest: &str, len: usize) -> bool {
    let closes = |text: &str| text.starts_with(['”', '"', '」', '’', '』']);
    let mut back = before.chars().rev();
    let (Some(first), Some(mark)) = (back.next(), back.next()) else { return false };
    closes(&rest[len..])
        && !rest.starts_with(|c: char| c.is_ascii_digit())
        && matches!(mark, '“' | '「' | '‘' | '『')
        && !"共有近约超逾达破过仅的上下第每前满这那各全就只了".contains(first)
}

/// `“三个打造”`: a short quotation that begins with number and measure word. What is quoted whole,
/// `“3000家”`, is a quantity.
fn is_slogan(before: &str, rest: &str, len: usize) -> bool {
    const LONGEST: usize = 9;
    if !before.ends_with(['“', '"', '「', '‘', '『']) {
        return false;
    }
    let behind = rest[len..].chars().take(LONGEST).position(|c| "”\"」’』".contains(c));
    behind.is_some_and(|chars| chars > 0)
}

/// A party congress: 十九大, 二十大.
pub(super) fn is_congress(rest: &str) -> bool {
    ["十六大", "十七大", "十八大", "十九大", "二十大", "二十一大"].iter().any(|name| {
        rest.strip_prefix(name).is_some_and(|rest| !rest.starts_with(['类', '产', '行', '项']))
    })
}

/// `三门坡镇`, `五台山`, `六盘水市`: a place whose name begins like a count.
pub(super) fn is_place(rest: &str, len: usize) -> bool {
    const BEGIN: [&str; 5] = ["门", "台", "道", "家", "层"];
    const END: &str = "镇乡县山峡湾渠沟岭坡";
    // 七台河市, 六安.
    let river = rest[len..].strip_prefix('河');
    if rest.starts_with("六安") || river.is_some_and(|rest| rest.starts_with(['市', '县'])) {
        return true;
    }
    let unit = &rest[..len];
    let Some(begin) = BEGIN.iter().find(|begin| unit.ends_with(**begin)) else { return false };
    let plain = unit.chars().count() == 2;
    let near = rest[len..].chars().take(if *begin == "家" { 1 } else { 2 });
    plain && near.into_iter().any(|c| END.contains(c))
}

/// Sayings that hold two numbers and count nothing.
static IDIOMS: LazyLock<Words> = LazyLock::new(|| {
    let words = "一波三折 三言两语 四通八达 四面八方 五花八门 五湖四海 千家万户 千军万马 千山万水 千千万万 千变万化 万水千山 \
     七嘴八舌 七上八下 三番五次 三番两次 两败俱伤 一举两得 一石二鸟 一箭双雕 三头六臂 三教九流 四分五裂 九死一生 \
     十全十美 百里挑一 五颜六色 五光十色 八九不离十 十有八九 十之八九 三天两头 三五成群 三六九等 半斤八两 三心二意 \
     三长两短 一分一秒 一五一十 一清二楚 一干二净 一穷二白 一朝一夕 一分钱一分货 十二万分 千言万语 四平八稳 百万富翁";
    Words::new(words.split_whitespace())
});

/// All of them.
pub(super) fn sayings() -> impl Iterator<Item = &'static str> {
    IDIOMS.all()
}

/// How many bytes of a saying stand at the head of `text`.
pub(super) fn saying(text: &str) -> Option<usize> {
    IDIOMS.at(text).map(|(word, ())| word.len()).max()
}

/// Words that begin with a digit and hold no number.
const WORDS: [&str; 41] = [
    "一切",
    "壹切",
    "一看",
    "一般",
    "一直",
    "一起",
    "一样",
    "一定",
    "一些",
    "一旦",
    "一向",
    "一再",
    "一律",
    "一致",
    "一度",
    "一旁",
    "一面",
    "一边",
    "一方面",
    "一下",
    "一会",
    "一贯",
    "一味",
    "一心",
    "一同",
    "一共",
    "一概",
    "一经",
    "一流",
    "一带",
    "四川",
    "四周",
    "四处",
    "三峡",
    "三亚",
    "六安",
    "九江",
    "两两",
    "九九",
    "万一",
    "十足",
];

/// How many bytes of a word that holds no number stand at the head of `text`.
pub(super) fn word(text: &str) -> Option<usize> {
    WORDS.iter().find(|word| text.starts_with(**word)).map(|word| word.len())
}
