//! Names by their last word: `白石湾智慧航运联合创新中心`.
//!
//! 1. a head (平台, 联盟, 走廊 …) that no longer word goes on from
//! 2. its left boundary: the last verb, particle or mark before it, or the opening quotation mark
//! 3. the name must be six characters long, say more than general words, and be no counted class
//!    (首批12家创新联合体)
//!
//! `青川省成立新材料产业联盟` → `新材料产业联盟`. Precision first: a doubtful boundary gives no name.

use std::collections::BTreeMap;
use std::sync::LazyLock;

use deltascope_model::{InitiativeKind, TextRange};

use super::field::is_number;
use super::name_heads::{HEADS, Head, Needs, heads};
use super::name_words::{GENERAL, LONGER_PLACES, NO_STOPS, PARTICLES, STOPS, WIDE_PLACES};
use crate::endings::Endings;
use crate::gazetteer::KnownMatch;
use crate::tense::CLAUSE_ENDS;
use crate::triggers::triggers;

/// A name found by its last word.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(crate) struct HeadName {
    /// The name, without quotation marks.
    pub(crate) range: TextRange,
    pub(crate) kind: InitiativeKind,
    /// Starts with a place or an organisation, or stands in quotation marks.
    pub(crate) anchored: bool,
}

const MOST_CHARACTERS: usize = 32;
const LEAST_CHARACTERS: usize = 6;

/// The names of a text by their last words, in order, none overlapping another.
pub(crate) fn head_names(text: &str, known: &[KnownMatch]) -> Vec<HeadName> {
    let mut found: Vec<HeadName> = Vec::new();
    for head in heads(text).into_iter().filter(|head| !is_verb(text, head)) {
        if let Some(name) = name_before(text, head, known).map(|name| extended(text, name)) {
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

/// The name that a clause begins with, whether or not a verb dates it: 临河铁路 of `临河铁路全长186公里`.
pub(crate) fn opening_name(clause: &str) -> Option<(&str, InitiativeKind)> {
    const LEAST: usize = 4;
    let head = heads(clause).into_iter().find(|head| head.needs != Needs::Quotes)?;
    let (name, modifiers) = (clause.get(..head.end)?, clause.get(..head.start)?);
    let fits = (LEAST..=MOST_CHARACTERS).contains(&name.chars().count())
        && name.chars().all(is_han)
        && last_stop(modifiers) == 0
        && !only_general(modifiers)
        && !counted(modifiers);
    fits.then_some((name, head.kind))
}

/// 甲共同体 in 甲共同体建设办公室 is no name of its own.
fn extended(text: &str, name: HeadName) -> HeadName {
    const LONGER: [(&str, InitiativeKind); 19] = [
        ("纲要", InitiativeKind::Plan),
        ("项目", InitiativeKind::Project),
        ("一期", InitiativeKind::Project),
        ("二期", InitiativeKind::Project),
        ("三期", InitiativeKind::Project),
        ("一期工程", InitiativeKind::Project),
        ("二期工程", InitiativeKind::Project),
        ("三期工程", InitiativeKind::Project),
        ("建设办公室", InitiativeKind::Platform),
        ("推进办公室", InitiativeKind::Platform),
        ("工作办公室", InitiativeKind::Platform),
        ("领导小组办公室", InitiativeKind::Platform),
        ("联席会议办公室", InitiativeKind::Platform),
        ("联席会议", InitiativeKind::Event),
        ("建设方案", InitiativeKind::Plan),
        ("实施方案", InitiativeKind::Plan),
        ("建设规划", InitiativeKind::Plan),
        ("发展规划", InitiativeKind::Plan),
        ("建设发展规划", InitiativeKind::Plan),
    ];
    let rest = text.get(name.range.usize().end..).unwrap_or_default();
    if let Some(len) = section(name.range.slice(text).unwrap_or_default(), rest) {
        let range = TextRange::new(name.range.start(), name.range.end() + len as u32);
        return HeadName { range, ..name };
    }
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

/// How far a line's section goes on behind the line's name: 白青铁路石湾段.
fn section(name: &str, rest: &str) -> Option<usize> {
    const LONGEST: usize = 8;
    let line = ["铁路", "高铁", "高速公路", "号线"].iter().any(|line| name.ends_with(line));
    let at =
        rest.char_indices().skip(1).take(LONGEST).find(|(_, c)| *c == '段').map(|(at, _)| at)?;
    (line && rest[..at].chars().all(|c| is_han(c) || c == '至')).then_some(at + '段'.len_utf8())
}

/// 计划 and 规划 also are verbs: 平台计划于明年上线.
fn is_verb(text: &str, head: &Head) -> bool {
    const NOUNS: [&str; 9] =
        ["攻关", "行动", "科学", "研发", "伙伴", "培育", "人才", "倍增", "提升"];
    const OBJECTS: [&str; 19] = [
        "于", "在", "到", "用", "将", "通过", "投资", "今", "明", "后", "再", "新", "对", "分",
        "从", "总投", "总面", "面积", "占地",
    ];
    let after = &text[head.end..];
    let named = text[..head.start].ends_with(['”', '」', '』'])
        || NOUNS.iter().any(|word| text[..head.start].ends_with(word));
    !named
        && matches!(&text[head.start..head.end], "计划" | "规划")
        && (OBJECTS.iter().any(|word| after.starts_with(word)) || after.starts_with(is_number))
}

fn name_before(text: &str, head: Head, known: &[KnownMatch]) -> Option<HeadName> {
    let quoted = quoted_start(text, head).or_else(|| behind_quotes(text, head));
    let start = match (quoted, head.needs) {
        (Some(start), _) => start,
        (None, Needs::Quotes) => return None,
        (None, _) => boundary(text, head.start, known)
            .map(|start| before_purpose(text, head, start).unwrap_or(start))?,
    };
    let name = text.get(start..head.end)?;
    let count = name.chars().count();
    let modifiers = text.get(start..head.start)?;
    let placed = starts_with_place(text, start, known);
    // An institute or an office is mostly an actor; it is an initiative where something dates it.
    let anchored = (quoted.is_some() || placed)
        && head.needs == Needs::Nothing
        && head.kind != InitiativeKind::Centre
        && !name.ends_with("办公室");
    let specific = placed || !only_general(modifiers);
    // 白青铁路 is a name, 白青平台 hardly one.
    let (least, modified) = match head.needs {
        Needs::AVerb if head.kind == InitiativeKind::Project => (4, 2),
        Needs::AVerb if head.kind == InitiativeKind::Event => (5, 3),
        _ => (LEAST_CHARACTERS, 4),
    };
    let modified = modifiers.chars().filter(|c| is_han(*c)).count() >= modified;
    let fits =
        (least..=MOST_CHARACTERS).contains(&count) && (quoted.is_some() || placed || modified);
    // 住甲市中心: where somebody lives.
    let several = of_several(text.get(..start)?) || name.ends_with("市中心");
    let lives = head.needs == Needs::Nothing || beside_verb(text, start, head.end);
    (fits && specific && lives && !several && !counted(modifiers)).then(|| HeadName {
        range: TextRange::of(start, head.end),
        kind: head.kind,
        anchored,
    })
}

/// Where a meeting's name starts that says what it is for: 青川省推进航运发展大会.
fn before_purpose(text: &str, head: Head, start: usize) -> Option<usize> {
    const PURPOSES: [&str; 5] = ["推进", "促进", "加快", "推动", "深化"];
    let before = text.get(..start)?;
    let place = PURPOSES.iter().find_map(|word| before.strip_suffix(*word))?;
    let mut starts = place.char_indices().rev().skip(1).take(3).map(|(at, _)| at);
    let opens = |at: usize| !place[..at].ends_with(is_han);
    let at =
        starts.find(|&at| opens(at) && (administrative(&text[at..]) || is_wide(&place[at..])))?;
    (head.kind == InitiativeKind::Event).then_some(at)
}

fn is_wide(place: &str) -> bool {
    WIDE_PLACES.iter().chain(&LONGER_PLACES).any(|wide| *wide == place)
}

/// No further is looked for what belongs to a name, in bytes: a text may have no marks at all.
const REACH: usize = 300;

/// The text before a place, as far as is looked.
fn within_reach(text: &str, at: usize) -> &str {
    &text[text.floor_char_boundary(at.saturating_sub(REACH))..at]
}

/// True where a verb of some phase stands in the clause around a name.
fn beside_verb(text: &str, start: usize, end: usize) -> bool {
    let before = within_reach(text, start);
    let before = before.rfind(CLAUSE_ENDS).map_or(before, |at| &before[at..]);
    let after = &text[end..text.ceil_char_boundary((end + REACH).min(text.len()))];
    let after = after.find(CLAUSE_ENDS).map_or(after, |at| &after[..at]);
    triggers(before).next().is_some() || triggers(after).next().is_some()
}

/// The start of a quoted name that ends with the head: `“白石湾汽车零部件集群”`.
fn quoted_start(text: &str, head: Head) -> Option<usize> {
    let after = text.get(head.end..)?;
    let before = within_reach(text, head.start);
    for (open, close) in QUOTES {
        if after.starts_with(close) {
            let from = head.start - before.len();
            let start = from + before.rfind(open)? + open.len_utf8();
            let inside = text.get(start..head.start)?;
            return is_phrase(inside, close).then_some(start);
        }
    }
    None
}

/// The start of a name whose quoted part stands before the head: `“光明行动”项目`. How a thing is
/// done (“揭榜挂帅”项目) is no name.
fn behind_quotes(text: &str, head: Head) -> Option<usize> {
    const WAYS: [&str; 6] = ["揭榜挂帅", "赛马", "放管服", "互联网", "一带一路", "双碳"];
    const MOST_BETWEEN: usize = 5;
    let before = within_reach(text, head.start);
    let (close_at, close) =
        before.char_indices().rev().take(MOST_BETWEEN).find(|(_, c)| !is_han(*c))?;
    let (open, close) = QUOTES.into_iter().find(|(_, mark)| *mark == close)?;
    let start = before[..close_at].rfind(open)?;
    let inside = before.get(start + open.len_utf8()..close_at)?;
    let between = &before[close_at + close.len_utf8()..];
    let fits = is_phrase(inside, close)
        && inside.chars().count() >= 2
        && !WAYS.iter().any(|way| inside.contains(way))
        && last_stop(between) == 0
        && !counted_behind(text.get(head.end..)?);
    fits.then_some(head.start - before.len() + start)
}

/// Quotation marks that names stand in.
const QUOTES: [(char, char); 3] = [('“', '”'), ('「', '」'), ('『', '』')];

fn is_phrase(inside: &str, close: char) -> bool {
    !inside.contains(['。', ';', '；', '!', '?', '！', '？', ',', '，', close])
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
                && !HEADS
                    .iter()
                    .flat_map(|(_, heads)| *heads)
                    .any(|head| segment[..at].ends_with(head));
            whole.then_some(start)
        }
    }
}

/// Where the last stop word of a segment ends.
pub(super) fn last_stop(segment: &str) -> usize {
    let stops = STOP_WORDS.within(segment).find(|&(end, word)| {
        let within = PARTICLE_WORDS.get(word).copied().unwrap_or(NO_STOPS);
        !inside_any(segment, end - word.len(), within)
    });
    stops.map_or(0, |(end, _)| end)
}

/// Stop words and particles, by their last character.
static STOP_WORDS: LazyLock<Endings> =
    LazyLock::new(|| Endings::new(STOPS.iter().copied().chain(PARTICLES.map(|(word, _)| word))));

/// The words that a particle is part of, by particle.
static PARTICLE_WORDS: LazyLock<BTreeMap<&str, &[&str]>> =
    LazyLock::new(|| BTreeMap::from(PARTICLES));

fn inside_any(segment: &str, at: usize, words: &[&str]) -> bool {
    words.iter().any(|word| {
        segment.match_indices(word).any(|(start, _)| start <= at && at < start + word.len())
    })
}

/// `2021年长三角种业联盟`, `第二批种业创新联盟`: the date and the batch are no part of the name.
fn skip_time(text: &str, start: usize, head: usize) -> usize {
    let Some(segment) = text.get(start..head) else { return start };
    let times = crate::times::scan(segment);
    let start = times.last().map_or(start, |time| start + time.range.usize().end);
    start + batch(text.get(start..head).unwrap_or_default())
}

/// How long the number of a batch or a round is that a text begins with: 第二批, 第三轮.
fn batch(text: &str) -> usize {
    let Some(rest) = text.strip_prefix('第') else { return 0 };
    let after = rest.trim_start_matches(is_number);
    match after.strip_prefix(['批', '轮']) {
        Some(end) if after.len() < rest.len() => text.len() - end.len(),
        _ => 0,
    }
}

pub(super) fn starts_with_place(text: &str, start: usize, known: &[KnownMatch]) -> bool {
    let Some(rest) = text.get(start..) else { return false };
    known.binary_search_by_key(&start, |found| found.range.usize().start).is_ok()
        || WIDE_PLACES.iter().chain(&LONGER_PLACES).any(|place| rest.starts_with(place))
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

/// 项目28项, 行动三次: a number of things.
fn counted_behind(after: &str) -> bool {
    let rest = after.trim_start_matches(is_number);
    rest.len() < after.len() && rest.starts_with(|c| "项个次家批场起名".contains(c))
}

/// 两个…, 一家…, 各类…: what stands before a name says that it is a class.
fn of_several(before: &str) -> bool {
    const SEVERAL: [&str; 9] =
        ["一批", "多个", "多座", "多家", "多条", "多项", "几个", "各类", "各级"];
    let measured = before.trim_end_matches(|c| "个家座项条所批支颗".contains(c));
    let number = measured.trim_end_matches(is_number);
    SEVERAL.iter().any(|word| before.ends_with(word))
        || measured.len() < before.len() && number.len() < measured.len() && !number.ends_with('第')
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

pub(super) fn is_han(c: char) -> bool {
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
    fn what_is_named_all_the_time_is_a_name_beside_a_verb() {
        check("白青铁路石湾段昨日通车", &["白青铁路石湾段"]);
        check("乘客在白青铁路石湾段滞留", &[]);
        check("第四届湖广海钓锦标赛在石湾闭幕", &["第四届湖广海钓锦标赛"]);
        check("四川省推进航运发展大会召开", &["四川省推进航运发展大会"]);
        check("湖南蚕桑博物馆正式开馆", &["湖南蚕桑博物馆"]);
        check("全市建成两座跨海大桥", &[]);
        check("一座跨海大桥通车", &[]);
        check("3号线启动招标,白青高铁项目开工", &["白青高铁项目"]);
    }

    #[test]
    fn heads_behind_quoted_names() {
        check("“护鸟”行动启动", &["“护鸟”行动"]);
        check("“护鸟”计划2019年启动", &["“护鸟”计划"]);
        check("「听风二号」气象卫星升空", &["「听风二号」气象卫星"]);
        check("“揭榜挂帅”项目启动", &[]);
        check("启动“护鸟”项目28项", &[]);
        check("他说“护鸟”的行动很有意义", &[]);
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
            "建成两个航运数据平台",
            "每县建成一家慢病防治中心",
            "成立一批油茶产业联盟",
        ] {
            check(text, &[]);
        }
    }
}
