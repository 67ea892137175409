//! What a quantity is a figure of, as a noun phrase that is the same in all articles.
//!
//! 1. a count has its noun behind it: `41项需求任务` → 需求任务
//! 2. else the noun before the number, without qualifiers and the verb that governs it:
//!    `已集聚大型科学仪器超4.6万台` → 大型科学仪器
//! 3. else the verb itself, with what its measure word stands for: `立项72项` → 立项项目
//! 4. one name for several spellings (研发强度 → 研发投入强度), without the name of the initiative

use std::sync::LazyLock;

use deltascope_model::Phase;

use super::thing::is_thing;
use super::words::{
    COMPOUNDS, EMPTY, ENUMERATED, GENERIC, JOINT_ENDS, LINKS, SAME, VERB_ENDS, VERB_WORDS,
};
use crate::endings::Endings;
use crate::triggers::triggers_at;
use crate::words::Words;

/// The name that words end in.
pub(super) fn last_name(words: &str) -> Option<&str> {
    let name = trimmed(&words[last_joint(words)..]);
    is_name(name).then_some(name)
}

/// Verbs that tell two flows apart: 输出的技术合同, 吸纳的技术合同.
const FLOWS: [&str; 6] = ["输出", "吸纳", "引进", "出口", "进口", "转移"];

/// Who does what a verb says: never what is counted by a number behind that verb.
const DOERS: [&str; 16] = [
    "企业",
    "公司",
    "机构",
    "高校",
    "院所",
    "部门",
    "政府",
    "平台",
    "单位",
    "学校",
    "医院",
    "专家",
    "团队",
    "办公室",
    "联盟",
    "中心",
];

/// How long an indicator may be, in characters.
const LONGEST: usize = 16;

/// The indicator of a number that has `before` in its clause and `noun` behind its measure word.
pub(super) fn indicator(before: &str, noun: Option<&str>) -> Option<String> {
    let before = without_degree(before);
    // 专精特新“小巨人”: marks around part of a name are none of it.
    let plain = before.replace(['“', '”', '"', '「', '」', '『', '』'], "");
    let before = without_ends(without_source(&plain), &LINKS);
    let before = without(before, &["的数量", "的总数", "的家数"]);
    // 甲企业的份额写作1/8
    if let Some(whole) = part_of(before) {
        return indicator(whole, None).map(|part| format!("{part}占比"));
    }
    let (rest, verb) = without_verbs(before);
    let start = last_joint(rest);
    let flow = {
        let ahead = rest[..start].trim_end_matches(['的', '到', '给', '往', '向']);
        FLOWS.iter().find(|flow| ahead.ends_with(**flow))
    };
    let governed = verb.filter(|verb| before.ends_with(*verb)).unwrap_or_default();
    let behind = noun.filter(|noun| is_name(noun)).map(|noun| modified(noun, governed));
    let ahead = || {
        let tail = behind_pointed(trimmed(&rest[start..]), &rest[..start]);
        // 跨省服务占比: the share of what the verb's noun names.
        let share = matches!(tail, "占比" | "比例" | "比重");
        let of = VERB_ENDS.of(&rest[..start]).next().filter(|_| share);
        if let Some(verb) = of {
            let ahead = &rest[..start - verb.len()];
            let name = trimmed(&rest[last_joint(ahead)..]);
            return is_name(name).then(|| name.to_owned());
        }
        let kind = ["平台", "项目", "集群", "联盟", "走廊", "中心", "实验室"].contains(&tail);
        let doer = verb.is_some() && DOERS.iter().any(|doer| tail.ends_with(doer));
        let name = modified(tail, &rest[..start]);
        (is_name(tail) && !doer && !(kind && name == tail)).then_some(name)
    };
    let name = behind.or_else(ahead)?;
    let name = one_name(&name);
    // What came anew is not all there is.
    let anew = ["新增", "新建", "新设"]
        .iter()
        .any(|verb| before.ends_with(verb) || rest[..start].ends_with(verb));
    let name = if anew && !name.starts_with('新') { format!("新增{name}") } else { name };
    Some(match flow {
        Some(flow) if !name.starts_with(flow) => format!("{flow}{name}"),
        _ => name,
    })
}

/// What `甲企业的份额写作` is a share of.
fn part_of(before: &str) -> Option<&str> {
    let (rest, _) = without_verbs(before);
    ["的份额", "的占比", "的比重"].iter().find_map(|share| rest.strip_suffix(share))
}

/// How often what looks like a verb was done: `购买检测服务7000次` → 检测服务.
pub(super) fn by_times(before: &str, unit: &str) -> Option<String> {
    let object =
        without_ends(before, &LINKS).strip_suffix("服务").filter(|_| unit.ends_with('次'))?;
    let tail = trimmed(&object[last_joint(object)..]);
    let verb = || VERB_ENDS.of(object).next();
    let kind = Some(tail).filter(|tail| is_name(tail)).or_else(verb)?;
    Some(format!("{kind}服务"))
}

/// What the verb before a number of this unit does: `立项72项` → 立项项目.
pub(super) fn by_verb(before: &str, unit: &str) -> Option<String> {
    let (_, verb) = without_verbs(without_ends(before, &LINKS));
    if matches!(verb?, "售出" | "卖出") {
        return Some("销量".to_owned());
    }
    Some(format!("{}{}", verb?, thing_of_unit(unit)?))
}

/// The noun that a clause without a number speaks of: `第三批需求清单已向社会发布` → 需求清单.
pub(super) fn subject(clause: &str) -> Option<String> {
    const TELLS: [&str; 18] = [
        "显示",
        "介绍",
        "表示",
        "指出",
        "了解",
        "透露",
        "认为",
        "获悉",
        "通报",
        "坦言",
        "直言",
        "分析师",
        "预测",
        "估计",
        "提醒",
        "回应",
        "专家",
        "经济学家",
    ];
    const SAYS: [&str; 19] = [
        "几经",
        "也",
        "在",
        "怎么",
        "已",
        "正在",
        "将",
        "均",
        "全部",
        "由",
        "向",
        "不断",
        "持续",
        "稳步",
        "进一步",
        "显著",
        "翻了",
        "翻番",
        "翻倍",
    ];
    let clause = clause.trim_end_matches(crate::tense::ends_clause);
    let clause = clause.rsplit(':').next().unwrap_or(clause);
    // 除了总结外: what is left aside.
    // 据后来的统计: where the number is from.
    if clause.starts_with('据') || clause.starts_with('除') && clause.ends_with('外') {
        return None;
    }
    // 升得最快的是联网率: what it is.
    if let Some((_, named)) = clause.rsplit_once("的是")
        && is_name(trimmed(named))
    {
        return Some(one_name(trimmed(named)));
    }
    let clause = without_degree(clause);
    // 甲省向乙省输出…: behind a place nothing is said yet.
    let said =
        |word: &&str| clause.find(*word).filter(|at| !clause[..*at].trim_matches('的').is_empty());
    let end = SAYS.iter().filter_map(said).min().unwrap_or(clause.len());
    let words = without_ends(&clause[..end], &LINKS);
    let words = without(words, &["的家数", "的数量", "的数字", "家数"]);
    let tail = trimmed(&words[last_joint(words)..]);
    let tail = tail.rsplit_once('是').map_or(tail, |(_, named)| trimmed(named));
    let says = clause.ends_with(['指', '称', '说', '问', '答']);
    if says || TELLS.iter().any(|word| words.contains(word)) {
        return None;
    }
    let verbal = VERB_WORDS.begin(tail) || VERB_ENDS.end(tail);
    let within = tail.ends_with(['里', '内', '上']);
    (is_name(tail) && !verbal && !within).then(|| one_name(tail))
}

/// Whether the words between a subject and a number say what that has, by a noun alone, or does, by a
/// verb that comes first.
pub(super) fn has_or_does(words: &str) -> bool {
    let words = without_ends(words, &LINKS);
    let words = ["已经", "已", "共", "累计", "现", "还将", "还", "将"]
        .iter()
        .find_map(|word| words.strip_prefix(word))
        .unwrap_or(words);
    let verb = VERB_WORDS.begin(words);
    let plain = || without_verbs(words).1.is_none() && last_joint(words) == 0;
    is_name(words) && (verb || plain())
}

/// Whether an indicator says nothing without another word.
pub(super) fn is_generic(name: &str) -> bool {
    GENERIC.contains(&name)
}

/// Whether an indicator only says that it is a number: 总数.
pub(super) fn is_number_of(name: &str) -> bool {
    matches!(name, "总数" | "数量" | "总量" | "数目")
}

/// So many names of a list: `用户和企业` → 用户, 企业.
pub(super) fn listed(names: &str, count: usize) -> Option<Vec<String>> {
    let names = without_ends(names, &LINKS);
    let parts: Vec<&str> = names.split(['和', '与', '及', '、']).collect();
    let parts = parts.get(parts.len().checked_sub(count)?..).filter(|_| count > 1)?;
    parts.iter().map(|part| indicator(part, None)).collect()
}

/// Whether a clause says that another thing has what is counted: `小城有桥梁12座`.
pub(super) fn has_another_owner(before: &str) -> bool {
    const ADVERBS: [char; 11] = ['已', '现', '共', '还', '另', '均', '都', '只', '仅', '总', '也'];
    let mut places = has(before);
    places.any(|at| {
        let ahead = without_ends(&before[..at], &LINKS);
        let ahead = &ahead[last_joint(ahead)..];
        !before[..at].ends_with(ADVERBS) && is_name(ahead)
    })
}

/// Where 有 is a verb, not a part of 国有 or 有效.
fn has(words: &str) -> impl Iterator<Item = usize> {
    words.match_indices('有').map(|(at, _)| at).filter(|&at| {
        let behind = &words[at + "有".len()..];
        !words[..at].ends_with(|c| "国所拥占特私自专保公享含设建".contains(c))
            && !behind.starts_with(|c| "效限关机色线轨望序害毒氧".contains(c))
            && !behind.is_empty()
    })
}

/// Whether these are parts of what is said rather than of a thing: 三个方面.
pub(super) fn is_abstract(name: &str) -> bool {
    ["部分", "方面", "环节", "阶段", "层面", "步骤", "问题", "类别", "维度", "特点"]
        .iter()
        .any(|end| name.ends_with(end))
}

/// Whether a small number of these only enumerates them.
pub(super) fn is_enumerated(name: &str) -> bool {
    ENUMERATED.iter().any(|end| name.ends_with(end))
}

/// What a measure word counts by itself.
pub(super) fn thing_of_unit(unit: &str) -> Option<&'static str> {
    match unit {
        "项" => Some("项目"),
        "家" => Some("企业"),
        "篇" => Some("论文"),
        "CNY" | "USD" => Some("金额"),
        _ => None,
    }
}

/// What a list counts that only says by what it is divided: `按牵头省份分,甲省12项`.
pub(super) fn divided(clause: &str, unit: &str) -> Option<&'static str> {
    let words = clause.trim_end_matches(crate::tense::ends_clause);
    let divides = words.starts_with('按') && (words.ends_with('分') || words.ends_with("来看"));
    thing_of_unit(unit).filter(|_| divides)
}

/// The words without those of a list at their end.
pub(super) fn without<'a>(words: &'a str, list: &[&str]) -> &'a str {
    let mut rest = words.trim_end();
    while let Some(shorter) = list.iter().find_map(|word| rest.strip_suffix(word)) {
        rest = shorter.trim_end();
    }
    rest
}

/// The same for many words.
pub(super) fn without_ends<'a>(words: &'a str, ends: &Endings) -> &'a str {
    let mut rest = words.trim_end();
    // 船只 is a thing, though 只 is a link, and so is 响应.
    while let Some(word) = ends.of(rest).max_by_key(|word| word.len())
        && !THINGS.end(rest)
    {
        rest = rest[..rest.len() - word.len()].trim_end();
    }
    rest
}

/// Names of things that end like a link.
static THINGS: LazyLock<Endings> = LazyLock::new(|| {
    Endings::new(["船只", "响应", "供应", "反应", "效应", "公约", "契约", "合约"])
});

/// What stands before how something moves.
static DEGREES: LazyLock<Words> =
    LazyLock::new(|| Words::new(["升得", "增得", "涨得", "降得", "增长得", "提升得"]));

/// `联网率升得更快`: the words without how something moves.
fn without_degree(words: &str) -> &str {
    DEGREES.within(words).next().map_or(words, |(at, ..)| &words[..at])
}

/// `会员据一家报纸所记`: the words without those that tell where the number is from.
fn without_source(words: &str) -> &str {
    const SAID: [&str; 6] = ["所记", "所载", "统计", "介绍", "报道", "测算"];
    let told = without_ends(words, &LINKS);
    let sourced = told.rsplit_once('据').filter(|(ahead, _)| !ahead.ends_with(['数', '依', '证']));
    sourced
        .filter(|_| SAID.iter().any(|word| told.ends_with(word)))
        .map_or(words, |(ahead, _)| ahead)
}

/// The words without the verbs at their end, and the first of those verbs.
fn without_verbs(words: &str) -> (&str, Option<&'static str>) {
    let mut verb = None;
    let mut rest = words;
    loop {
        let longest = VERB_ENDS.of(rest).max_by_key(|verb| verb.len());
        let Some(found) = longest else { return (rest, verb) };
        verb = Some(found);
        rest = without_ends(&rest[..rest.len() - found.len()], &LINKS);
    }
}

/// Where the noun phrase at the end of `words` begins: behind the last verb or joint.
fn last_joint(words: &str) -> usize {
    // 上线率, 交付量: a measure of what the verb says.
    let parts = |end: usize, word: &str| {
        let measure = words[end..].starts_with(['率', '量']) && word.chars().count() > 1;
        !measure && !COMPOUNDS.begin(&words[end - word.len()..])
    };
    // A word that ends the phrase parts nothing, there or before.
    let closing: Vec<&str> = JOINT_ENDS.of(words).filter(|word| parts(words.len(), word)).collect();
    let last = JOINT_ENDS.last(words, |end, word, ()| !closing.contains(&word) && parts(end, word));
    let had = has(words).last().map(|at| at + "有".len());
    last.max(had).unwrap_or(0)
}

/// A generic indicator with the word before it: 兑付的金额 → 兑付金额.
fn modified(tail: &str, ahead: &str) -> String {
    let money = ["额", "资金", "价值", "投资"].iter().any(|end| tail.ends_with(end));
    if ahead.ends_with('的') && !money {
        return tail.to_owned();
    }
    let ahead = without(ahead, &["的", "了", "到", "过"]);
    let word = ahead.char_indices().rev().nth(1).map(|(at, _)| &ahead[at..]);
    match word.filter(|word| is_generic(tail) && is_name(word)) {
        Some(word) => format!("{word}{tail}"),
        None => tail.to_owned(),
    }
}

fn trimmed(words: &str) -> &str {
    let words = words.trim_matches(|c: char| c.is_whitespace() || "“”\"「」、（）()".contains(c));
    let words = ["但", "而", "先后", "有"]
        .iter()
        .find_map(|word| words.strip_prefix(word))
        .unwrap_or(words);
    // 去年共集散货物, but 共享仪器.
    let all = words.strip_prefix('共').filter(|rest| rest.chars().count() > 1);
    let words = all.filter(|_| !is_thing(words)).unwrap_or(words);
    // 设车站9座, but 设备 and 设施.
    let set = words.strip_prefix('设');
    let words = set
        .filter(|rest| {
            rest.chars().count() > 1 && !rest.starts_with(|c| "备施计想定置立有".contains(c))
        })
        .unwrap_or(words);
    // 建成后装卸效率: behind when it is so.
    let words = words.strip_prefix('后').filter(|rest| is_later(rest)).unwrap_or(words);
    // 一份清单: a thing, not its number.
    let one = words.strip_prefix('一').and_then(|rest| {
        ["份", "张", "项", "个", "批", "系列"].iter().find_map(|word| rest.strip_prefix(word))
    });
    let words = one.unwrap_or(words);
    let whose = WHOSE.at(words).next().map_or(0, |(word, ())| word.len());
    &words[whose..]
}

/// Words of two characters that begin like what 该 points at by one.
static POINTED: LazyLock<Words> = LazyLock::new(|| {
    let words = "机构 机场 机型 机组 机器 机制 机关 机房 院校 院所 车型 车辆 车站 车间 车企 车流 船舶 船只 船队 厂房 厂区 \
     店铺 店面 站点 校区 校园 馆藏 县城 县域 市场 市区 省会 村民 村庄 镇区 港口 港区 桥梁 剧院 剧集 书院 书籍 片区";
    Words::new(words.split_whitespace())
});

/// `该机购置价格`: the words behind what 该 points at by one character, where 该 stands before them.
fn behind_pointed<'a>(words: &'a str, ahead: &str) -> &'a str {
    let rest = words.strip_prefix(|c| "机船车厂店院校馆站县市省村镇港桥剧书片".contains(c));
    rest.filter(|rest| ahead.ends_with('该') && rest.chars().count() > 1 && !POINTED.begin(words))
        .unwrap_or(words)
}

/// What opens the name of a number and tells only whose it is, or of how many.
static WHOSE: LazyLock<Words> = LazyLock::new(|| {
    Words::new([
        "首批", "首个", "沿线", "区内", "市内", "省内", "境内", "圈内", "园内", "各类", "各级",
        "一批", "全省", "全市", "全县", "全区", "全国", "我国", "整个", "三省", "四地", "三地",
        "两地", "当中", "如今", "至今", "今届", "本届", "此类", "该类", "本省", "本市", "我省",
        "我市", "的", "以上", "以下",
    ])
});

/// What stands behind 后 where that closes a phrase of time: 后装卸效率, but not 后勤.
fn is_later(rest: &str) -> bool {
    rest.chars().count() > 2 && !rest.starts_with(|c| "勤备台续方发期代世道端者半排卫".contains(c))
}

/// A name without the word that says that it is a number, in the spelling that all share.
pub(super) fn one_name(name: &str) -> String {
    const NUMBERS: [&str; 4] = ["数量", "总数", "个数", "家数"];
    const NOUNS: [&str; 10] =
        ["指数", "系数", "次数", "人数", "倍数", "天数", "日数", "函数", "参数", "分数"];
    let short = NUMBERS.iter().find_map(|end| name.strip_suffix(end)).or_else(|| {
        name.strip_suffix('数').filter(|_| !NOUNS.iter().any(|noun| name.ends_with(noun)))
    });
    let short = short.filter(|short| is_name(short)).unwrap_or(name);
    SAME.iter().find(|(other, _)| *other == short).map_or(short, |(_, name)| name).to_owned()
}

/// 四城, 三地: so many places, of which nothing is said yet.
fn are_places(words: &str) -> bool {
    let mut chars = words.chars();
    let (count, places) = (chars.next(), chars.next());
    chars.next().is_none()
        && count.is_some_and(|c| "两二三四五六七八九十".contains(c))
        && places.is_some_and(|c| "地城省市县区州乡镇村".contains(c))
}

fn begins_or_meets(phase: Phase) -> bool {
    matches!(phase, Phase::Launched | Phase::Held)
}

fn is_name(words: &str) -> bool {
    const BEGIN: [&str; 13] = [
        "中小", "中外", "中国", "中央", "中试", "中心", "中药", "上市", "上海", "种业", "种子",
        "个人", "前沿",
    ];
    let length = words.chars().count();
    (2..=LONGEST).contains(&length)
        && EMPTY.at(words).all(|(empty, ())| empty != words)
        && !are_places(words)
        // 联赛去年揭幕,打了9场: what was done measures nothing.
        && triggers_at(words).all(|verb| verb.word != words || !begins_or_meets(verb.phase))
        && words
            .chars()
            .all(|c| c.is_alphanumeric() && !matches!(c, '每' | '是' | '把' | '被' | '了' | '着'))
        && !words.contains("记者")
        && !words.starts_with(|c| "了着比较其这那各等".contains(c))
        && (!words.starts_with('按') || words.starts_with("按揭") || words.starts_with("按摩"))
        && (!words.starts_with(|c| "个种次后前中上下".contains(c))
            || BEGIN.iter().any(|word| words.starts_with(word)))
        && !words.ends_with([
            '在', '于', '以', '被', '把', '并', '而', '也', '还', '又', '比', '较', '等', '后',
            '时', '前',
        ])
}

#[cfg(test)]
mod tests {
    use super::*;

    #[track_caller]
    fn check(before: &str, noun: Option<&str>, expected: Option<&str>) {
        let found = indicator(before, noun).or_else(|| by_verb(before, "项"));
        assert_eq!(found.as_deref(), expected, "{before}");
    }

    #[test]
    fn words_before_and_behind() {
        check("平台已汇聚检测设备超", None, Some("检测设备"));
        check("发布", Some("需求清单"), Some("需求清单"));
        check("总投入达", None, Some("总投入"));
        check("全年渔获量达", None, Some("渔获量"));
        check("往来船只达到", None, Some("往来船只"));
        check("带动社会资本共计", None, Some("社会资本"));
        check("兑付金额超", None, Some("兑付金额"));
        check("兑付的金额超", None, Some("兑付金额"));
        check("甲市向乙市输出的技术合同超", None, Some("输出技术合同"));
        check("输出到的技术合同超", None, Some("输出技术合同"));
        check("每生产", None, None);
        check("服务", Some("企业"), Some("服务企业"));
        check("服务机构达到", None, Some("服务机构"));
        check("共组织实施项目", None, Some("实施项目"));
        check("吸引了来自的", Some("中外机构"), Some("中外机构"));
        check("共", None, None);
        check("目前", None, None);
    }

    #[test]
    fn one_name_for_several() {
        check("研发强度从", None, Some("研发投入强度"));
        check("研发经费投入强度达到", None, Some("研发投入强度"));
        check("注册用户数达", None, Some("注册用户"));
        check("综合指数为", None, Some("综合指数"));
        check("全县工业投资完成", None, Some("工业投资"));
    }

    #[test]
    fn what_a_verb_governs() {
        check("发明专利累计获得授权", None, Some("发明专利"));
        check("共立项", None, Some("立项项目"));
        check("骨干企业牵头", None, Some("牵头项目"));
        check("新品种推广", None, Some("新品种"));
        check("设备建成后装卸效率", None, Some("装卸效率"));
        check("建成后勤基地", None, None);
    }

    #[test]
    fn the_subject_of_a_clause_before() {
        assert_eq!(subject("第三批需求清单已向社会发布,").as_deref(), Some("第三批需求清单"));
        assert_eq!(subject("研发强度,").as_deref(), Some("研发投入强度"));
        assert_eq!(subject("研发经费投入强度,").as_deref(), Some("研发投入强度"));
        assert_eq!(subject("实施以来,"), None);
    }
}
