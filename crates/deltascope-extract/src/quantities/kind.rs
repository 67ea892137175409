//! What a quantity tells, from the words of its clause: a growth, a change from one value to
//! another, a plain count; and what is counted.

use std::sync::LazyLock;

use super::FoundQuantity;
use super::shape::{Of, Shape};
use super::{decimal, near_before, near_behind};
use crate::moves;
use crate::words::{Characters, Words};

/// Words of rising, before a percentage or a multiple.
const RISES: [&str; 20] = [
    "增长",
    "增速",
    "增幅",
    "同比增",
    "环比增",
    "上升",
    "提高",
    "提升",
    "增加",
    "上涨",
    "上扬",
    "涨幅",
    "扩大",
    "攀升",
    "快",
    "翻",
    "多增",
    "增",
    "涨",
    "升",
];

/// Words of falling.
const FALLS: [&str; 13] = [
    "降", "跌", "减", "下降", "降低", "减少", "下滑", "回落", "下跌", "降幅", "缩减", "跌幅",
    "收窄",
];

/// Words between a word of growth and its number.
const BETWEEN: [&str; 14] = [
    "了",
    "约",
    "超过",
    "超",
    "近",
    "达到",
    "达",
    "逾",
    "不少于",
    "至少",
    "将",
    "为",
    "约为",
    "幅度",
];

/// How long what is counted may be, in characters.
const LONGEST_NOUN: usize = 16;

/// Gives each shape its kind, its noun and its form of writing.
pub(super) fn name(text: &str, shapes: Vec<Shape>) -> Vec<FoundQuantity> {
    let changes: Vec<bool> = changes(text, &shapes);
    let mut found: Vec<FoundQuantity> = shapes
        .into_iter()
        .zip(changes)
        .map(|(shape, change)| {
            let (start, end) = (shape.range.usize().start, shape.range.usize().end);
            let kind = if change { "change" } else { kind(&text[..start], &shape) };
            let value = decimal(shape.value);
            FoundQuantity {
                range: shape.range,
                text: shape.range.slice(text).unwrap_or_default().to_owned(),
                value: match shape.high {
                    Some(high) => format!("{value}/{}", decimal(high)),
                    None => value,
                },
                noun: matches!(shape.of, Of::Count)
                    .then(|| noun(&text[end..], &shape.unit))
                    .flatten(),
                unit: shape.unit,
                qualifier: shape.qualifier.as_str(),
                kind,
            }
        })
        .collect();
    // 分别增长2%和5%: the second rises too.
    for nth in 1..found.len() {
        let [one, other] = [&found[nth - 1], &found[nth]];
        let between = text.get(one.range.usize().end..other.range.usize().start);
        let alike = other.kind == "percent" && one.unit == other.unit;
        if alike && matches!(one.kind, "growth" | "decline") && matches!(between, Some("和" | "、"))
        {
            found[nth].kind = found[nth - 1].kind;
        }
    }
    found
}

fn kind(before: &str, shape: &Shape) -> &'static str {
    match shape.of {
        Of::Percent | Of::Times | Of::Index => match direction(before) {
            Some(true) => "growth",
            Some(false) => "decline",
            None if shape.of == Of::Times => "ratio",
            None if shape.of == Of::Index => "index",
            None => "percent",
        },
        Of::Count if is_per_so_many(before) => "ratio",
        Of::Count => "count",
        Of::Money => "money",
        Of::Measure => "measure",
        Of::Duration => "duration",
        Of::Ratio => "ratio",
        Of::Score => "score",
        Of::Ordinal => "ordinal",
        Of::Rank => "rank",
    }
}

/// `每10万人有12家`, `每平方公里260人`: so many of one thing for so many of another, told in the clause.
fn is_per_so_many(before: &str) -> bool {
    const MEASURES: [&str; 6] = ["平方公里", "公里", "公顷", "亩", "平方米", "百户"];
    const COUNTED: &str = "人名户家个件台辆例位次";
    let Some((_, of)) = clause(near_before(before)).rsplit_once('每') else { return false };
    let many = of.trim_start_matches(|c: char| c.is_ascii_digit());
    let many = many.trim_start_matches(['十', '百', '千', '万', '亿']);
    many.len() < of.len() && many.starts_with(|c| COUNTED.contains(c))
        || MEASURES.iter().any(|measure| of.starts_with(measure))
}

/// Whether the words directly before a number say that something rises by it, or falls.
fn direction(before: &str) -> Option<bool> {
    let mut before = before.trim_end();
    while let Some(rest) = BETWEEN.iter().find_map(|word| before.strip_suffix(word)) {
        before = rest.trim_end();
    }
    let ends = |words: &[&str]| words.iter().any(|word| before.ends_with(word));
    let compared = || clause(before).starts_with(['比', '较']) || clause(before).contains("年同期");
    if ends(&RISES) || before.ends_with('高') && compared() {
        Some(true)
    } else if ends(&FALLS) || before.ends_with('低') && compared() {
        Some(false)
    } else {
        None
    }
}

/// The words behind the last mark.
fn clause(before: &str) -> &str {
    before.rsplit(['，', ',', '。', '；', ';', '：', ':']).next().unwrap_or(before)
}

/// Which shapes are the two ends of a change: 从2.81%上升到3.34%.
fn changes(text: &str, shapes: &[Shape]) -> Vec<bool> {
    const FROM: [char; 3] = ['从', '由', '自'];
    // 由2.8亿元，合每股1元，增至3亿元: what a share has stands between.
    let of_a_share = |shape: &Shape| text[..shape.range.usize().start].ends_with("每股");
    let told: Vec<usize> = (0..shapes.len()).filter(|&nth| !of_a_share(&shapes[nth])).collect();
    let mut changes = vec![false; shapes.len()];
    for pair in told.windows(2) {
        let [one, other] = pair else { continue };
        let (first, second) = (&shapes[*one], &shapes[*other]);
        let between = &text[first.range.usize().end..second.range.usize().start];
        // A length of time has its own way to tell what it became.
        if first.unit != second.unit
            || first.of == Of::Duration
            || between.chars().nth(20).is_some()
        {
            continue;
        }
        let before = near_before(&text[..first.range.usize().start]);
        let clause = before.rfind(['，', '。', '；', ',', '\n']).map_or(before, |at| &before[at..]);
        if !between.contains(['。', '；', '\n'])
            && clause.contains(FROM)
            && moves::stand_in(between)
        {
            changes[*one] = true;
            changes[*other] = true;
        }
    }
    changes
}

/// What a noun is not behind any more: marks, and words of one character.
const NOUN_ENDS: &str =
    "，。；、：！？,;:!?（）()“”「」\"《》 \n\t和与及的是为在等已将由于从到共获还";

static NOUN_END: LazyLock<Characters> = LazyLock::new(|| Characters::new(NOUN_ENDS.chars()));

/// What ends a noun, as no name holds it.
static NOUN_VERBS: LazyLock<Words> = LazyLock::new(|| {
    Words::new([
        "参与",
        "参加",
        "来自",
        "入选",
        "落地",
        "落到",
        "落户",
        "落",
        "申领",
        "成功",
        "实现",
        "之一",
        "中的",
        "同步",
        "线上",
        "因此",
        "经遴选",
        "件件",
        "分别",
        "分布",
        "写作",
        "分成",
        "之中",
        "当中",
        "组成",
        "公布",
        "联署",
        "先后",
        "全部",
        "陆续",
        "纷纷",
        "集中",
        "签约",
        "共建",
        "参展",
        "参赛",
        "拆得",
        "入网",
        "加盟",
        "参会",
        "亮相",
        "出席",
        "到场",
        "投产",
        "竣工",
        "开工",
        "开建",
        "上市交易",
        "通车",
        "汇聚",
        "集聚",
        "列入",
        "入驻",
        "启动",
        "建成",
        "投用",
        "牵头",
        "办得",
        "里面",
        "获批",
        "立项",
        "开通",
        "发展到",
        "发展至",
        "增加到",
        "增至",
        "扩大到",
        "扩大至",
        "扩充到",
        "扩充至",
        "相比",
        "揭牌",
        "可以",
        "以此",
        "进入",
        "卡在",
        "差得",
        "带动",
        "预计",
        "就有",
        "中就",
        "中最",
    ])
});

/// What may stand before a number as its qualifier, a character each.
const BOUNDS: [char; 6] = ['超', '约', '近', '逾', '达', '仅'];

/// Verbs that say what those counted do: `24名医生成为首批成员`. What follows them tells whether they are one:
/// 报名人数 and 通过率 are names.
static NOUN_ACTS: LazyLock<Words> = LazyLock::new(|| {
    Words::new([
        "成为", "完成", "通过", "超过", "参观", "纳入", "出发", "前往", "献血", "授权", "发起",
        "刷新", "报名", "获得", "取得", "接受", "选择", "认为", "表示", "存在", "送进", "送往",
        "运往", "戴上", "停售", "开展", "采取", "进行", "达到", "连续", "提前", "受损", "受伤",
        "遇难", "被困", "抵达", "到达", "离开", "结束", "退出", "提出", "要求", "均为", "均已",
        "都已", "正在", "找到", "拿到", "下水", "出海", "返回", "复工", "复产", "关闭", "迁往",
        "搬进", "住进", "内的", "全数", "齐聚",
    ])
});

/// Where what those counted do begins.
fn act(noun: &str) -> Option<usize> {
    const SHORTEST: usize = 2;
    NOUN_ACTS.within(noun).find_map(|(at, verb, ())| {
        let behind = &noun[at + verb.len()..];
        let name = behind.starts_with(['的', '者', '率', '量', '人', '数', '点', '证', '书']);
        (!name && noun[..at].chars().count() >= SHORTEST).then_some(at)
    })
}

/// `33件`, `3万多毫升`: a number and a measure, and no more.
fn is_counted(words: &str) -> bool {
    const LONGEST_MEASURE: usize = 2;
    let measure = words
        .trim_start_matches(|c: char| c.is_ascii_digit() || matches!(c, '.' | ','))
        .trim_start_matches(['十', '百', '千', '万', '亿', '多', '余']);
    (1..=LONGEST_MEASURE).contains(&measure.chars().count())
        && measure.chars().all(char::is_alphabetic)
}

/// `技术攻关和成果转化项目`: two kinds of what stands at the end, where `noun` is the first of them.
fn both<'a>(noun: &str, behind: &'a str) -> Option<&'a str> {
    const WHOLES: [&str; 5] = ["项目", "任务", "课题", "工程", "活动"];
    let second = behind.strip_prefix(noun)?.strip_prefix(['和', '与'])?;
    let second = second.split(|c| NOUN_ENDS.contains(c)).next().filter(|_| !noun.is_empty())?;
    let whole = WHOLES.iter().find(|whole| second.ends_with(**whole))?;
    let kinds = second.len() > whole.len() && WHOLES.iter().all(|whole| !noun.ends_with(whole));
    let len = noun.len() + "和".len() + second.len();
    behind.get(..len).filter(|_| kinds && NOUN_VERBS.within(second).next().is_none())
}

/// What is counted: the words behind the measure word, up to a mark or a word that no name holds.
fn noun(behind: &str, unit: &str) -> Option<String> {
    const SHORT_NOUN: usize = 4;
    let behind = near_behind(behind);
    let ends = |c| NOUN_END.may_hold(c) && NOUN_ENDS.contains(c);
    // 31个县（市、区）
    if behind.starts_with("县（市") || behind.starts_with("县(市") {
        return Some("县市区".to_owned());
    }
    // 602家二级及以上医院, 要求的200个以上…
    let behind =
        ["以上", "以下"].iter().find_map(|word| behind.strip_prefix(word)).unwrap_or(behind);
    let near = behind.char_indices().nth(SHORT_NOUN + 3).map_or(behind, |(end, _)| &behind[..end]);
    let classes = near.match_indices('及').map(|(at, _)| (at, &near[at..]));
    let mut classes =
        classes.filter(|(_, class)| class.starts_with("及以上") || class.starts_with("及以下"));
    let from = classes.next().map_or(0, |(at, _)| at + "及以上".len());
    let end = behind[from..].find(ends).map_or(behind.len(), |end| from + end);
    // 212家门店8月25日挂牌: a number right behind a short noun begins something else.
    let digit = behind[..end].find(|c: char| c.is_ascii_digit());
    let digit = digit.filter(|&at| {
        let long = behind[..at].chars().count();
        // 11个市76个县: so many of two kinds.
        (2..=SHORT_NOUN).contains(&long) || long > 0 && is_counted(&behind[at..end])
    });
    // 两个区域超550家企业: so does a bound.
    let bound = |at: usize| behind[..at].ends_with(BOUNDS).then(|| at - "超".len());
    let next = behind[..end].find(|c: char| c.is_ascii_digit()).and_then(bound);
    let noun = &behind[..next.or(digit).unwrap_or(end)];
    // 915名市民参与: the 与 is the verb's.
    let joined = if behind[noun.len()..].starts_with('与') { "与".len() } else { 0 };
    let verb = NOUN_VERBS.within(&behind[..noun.len() + joined]).next().map(|(at, ..)| at);
    let verb = verb.into_iter().chain(act(noun)).min();
    // 由15家发展到83家: what leads to another number is a verb.
    if verb.is_none() && behind[end..].starts_with('到') {
        return None;
    }
    let noun = &noun[..verb.unwrap_or(noun.len())];
    let noun = both(noun, behind).filter(|_| unit == "项").unwrap_or(noun);
    (2..=LONGEST_NOUN).contains(&noun.chars().count()).then(|| noun.to_owned())
}
