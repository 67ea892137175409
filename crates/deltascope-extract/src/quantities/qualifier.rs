//! What a text says of how exact a number is: 超, 近, 约, 以上 …
//!
//! A word counts only directly at the number. 附近 and 节约 end in such a word and are none.

use std::sync::LazyLock;

use crate::endings::Endings;

/// How a value stands to what is true.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum Qualifier {
    /// As stated.
    Exact,
    /// At least, or more than.
    Over,
    /// At most, or nearly.
    Under,
    /// About.
    About,
}

impl Qualifier {
    /// The word of the format.
    pub(crate) fn as_str(self) -> &'static str {
        match self {
            Self::Exact => "exact",
            Self::Over => "over",
            Self::Under => "under",
            Self::About => "about",
        }
    }
}

/// Words before a number. Of two that end alike the longer stands first.
const BEFORE: [(&str, Qualifier); 54] = {
    use Qualifier::{About, Over, Under};
    [
        ("不超过", Under),
        ("不超", Under),
        ("不多于", Under),
        ("不高于", Under),
        ("不大于", Under),
        ("不少于", Over),
        ("不低于", Over),
        ("不小于", Over),
        ("不下", Over),
        ("不止", Over),
        ("不足", Under),
        ("不到", Under),
        ("不够", Under),
        ("不满", Under),
        ("未满", Under),
        ("不得低于", Over),
        ("不得少于", Over),
        ("不得高于", Under),
        ("不得超过", Under),
        ("低于", Under),
        ("少于", Under),
        ("小于", Under),
        ("至多", Under),
        ("最多", Under),
        ("最高", Under),
        ("多于", Over),
        ("高于", Over),
        ("大于", Over),
        ("至少", Over),
        ("最少", Over),
        ("最低", Over),
        ("起码", Over),
        ("超过", Over),
        ("超出", Over),
        ("超越", Over),
        ("突破", Over),
        ("冲破", Over),
        ("超", Over),
        ("逾", Over),
        ("破", Over),
        ("跌破", Under),
        ("大于等于", Over),
        ("≥", Over),
        ("≤", Under),
        (">", Over),
        ("<", Under),
        ("大约", About),
        ("大概", About),
        ("约为", About),
        ("约莫", About),
        ("约", About),
        ("接近", Under),
        ("将近", Under),
        ("近", Under),
    ]
};

/// Words that end in a qualifier and are none.
const NOT_BEFORE: [&str; 30] = [
    "附近",
    "最近",
    "邻近",
    "靠近",
    "临近",
    "远近",
    "亲近",
    "新近",
    "相近",
    "节约",
    "公约",
    "契约",
    "条约",
    "签约",
    "合约",
    "预约",
    "制约",
    "简约",
    "履约",
    "违约",
    "集约",
    "大纽约",
    "纽约",
    "赶超",
    "高超",
    "中超",
    "反超",
    "爆破",
    "侦破",
    "打破",
];

/// 上 and 过, which qualify a multiplier without a digit: 上百家, 过万.
const BEFORE_BARE: [(&str, Qualifier); 3] =
    [("上", Qualifier::Over), ("过", Qualifier::Over), ("成", Qualifier::Over)];

/// The words before a number, and those that are none, by their last characters: most numbers have none.
static BEFORE_ENDS: LazyLock<Endings> =
    LazyLock::new(|| Endings::new(BEFORE.iter().chain(&BEFORE_BARE).map(|(word, _)| *word)));
static NOT_BEFORE_ENDS: LazyLock<Endings> = LazyLock::new(|| Endings::new(NOT_BEFORE));

/// Words behind the unit.
const BEHIND: [(&str, Qualifier); 15] = [
    ("及以上", Qualifier::Over),
    ("或以上", Qualifier::Over),
    ("以上", Qualifier::Over),
    ("之上", Qualifier::Over),
    ("及以下", Qualifier::Under),
    ("以下", Qualifier::Under),
    ("以内", Qualifier::Under),
    ("之内", Qualifier::Under),
    ("左右", Qualifier::About),
    ("上下", Qualifier::About),
    ("有余", Qualifier::Over),
    ("出头", Qualifier::Over),
    ("开外", Qualifier::Over),
    ("余", Qualifier::Over),
    ("多", Qualifier::Over),
];

/// What stands before a number says; `bare` where the number is a multiplier alone.
pub(super) fn before(text: &str, bare: bool) -> Option<Qualifier> {
    let text = text.trim_end_matches([' ', '“', '"', '「']);
    let text = text.strip_suffix('了').unwrap_or(text);
    if is_about_a_share(text) {
        return Some(Qualifier::About);
    }
    if let Some(found) = before_a_verb(text) {
        return Some(found);
    }
    if !BEFORE_ENDS.end(text) || NOT_BEFORE_ENDS.end(text) {
        return None;
    }
    let words = BEFORE.iter().chain(if bare { &BEFORE_BARE[..] } else { &[] });
    let longest = words.filter(|(word, _)| text.ends_with(word)).max_by_key(|(word, _)| word.len());
    longest
        .map(|&(word, qualifier)| if is_denied(text, word) { Qualifier::Under } else { qualifier })
}

/// `未能突破`, `没有超过`: a bound that was not passed.
fn is_denied(text: &str, word: &str) -> bool {
    const DENIES: [&str; 8] = ["未", "未能", "没", "没有", "无法", "难以", "从未", "不会"];
    let passes = || matches!(word, "突破" | "冲破" | "超过" | "超出" | "超越" | "超");
    let ahead = text.strip_suffix(word).unwrap_or_default();
    passes() && DENIES.iter().any(|no| ahead.ends_with(no))
}

/// `约有300人`, `至少需要十年`: a word and a number may have a verb between them.
fn before_a_verb(text: &str) -> Option<Qualifier> {
    const VERBS: [&str; 8] = ["还有", "有", "需要", "需", "要", "合", "分别为", "分别占"];
    const WORDS: [(&str, Qualifier); 7] = [
        ("约", Qualifier::About),
        ("大概", Qualifier::About),
        ("至少", Qualifier::Over),
        ("起码", Qualifier::Over),
        ("最少", Qualifier::Over),
        ("至多", Qualifier::Under),
        ("最多", Qualifier::Under),
    ];
    if !text.ends_with(['有', '需', '要', '合', '为', '占']) {
        return None;
    }
    let ahead = VERBS.iter().find_map(|verb| text.strip_suffix(verb))?;
    let found = WORDS.iter().find(|(word, _)| ahead.ends_with(word));
    found.filter(|_| !NOT_BEFORE.iter().any(|word| ahead.ends_with(word))).map(|found| found.1)
}

/// `低于24.80米的历史最低值`, `高于5.8%的全国平均水平`: what another value is set against is exact.
pub(super) fn is_set_against(before: &str, behind: &str) -> bool {
    const KNOWN: [&str; 12] = [
        "历史", "历年", "平均", "全国", "全省", "全市", "最低", "最高", "预期", "去年", "上年",
        "同期",
    ];
    let compared =
        ["低于", "高于", "超过", "少于", "多于"].iter().any(|word| before.ends_with(word));
    let known =
        behind.strip_prefix('的').is_some_and(|of| KNOWN.iter().any(|word| of.starts_with(word)));
    compared && known
}

/// `约占全国的`: what is said of a share stands before what it is a share of, in its clause and with
/// no other number between. 梨约占3成，桃占2成 says nothing of the 2.
fn is_about_a_share(text: &str) -> bool {
    const WHOLE: usize = 8;
    if !text.ends_with(['的', '国', '省', '市', '占']) {
        return false;
    }
    let said = "约占".chars().count() + WHOLE;
    let near = text.char_indices().rev().take(said).last().map_or(text, |(at, _)| &text[at..]);
    near.rsplit_once("约占").is_some_and(|(_, whole)| {
        !whole.contains(|c: char| c.is_ascii_digit() || "，。；、：！？,;:!?\n".contains(c))
    })
}

/// `一公尺内`: no farther; but 10米内河 is another word.
pub(super) fn within(behind_a_measure: &str) -> Option<Qualifier> {
    let rest = behind_a_measure.strip_prefix('内')?;
    let other = rest.starts_with(|c: char| "部容地外存蒙陆需资政阁科置衣涝河胆饰幕".contains(c));
    (!other).then_some(Qualifier::Under)
}

/// What stands behind a number and its unit says.
pub(super) fn behind(text: &str) -> Option<Qualifier> {
    let text = text.trim_start_matches([' ', '”', '」', ')', '）']);
    let found = BEHIND.iter().find(|(word, _)| text.starts_with(word));
    found
        // 多种, 多层: 多 of the next word.
        .filter(|(word, _)| {
            !matches!(*word, "多" | "余")
                || !text[word.len()..].starts_with(|c: char| "种元样项次方层边地年".contains(c))
        })
        .map(|&(_, qualifier)| qualifier)
}
