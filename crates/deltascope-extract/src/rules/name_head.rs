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

use deltascope_model::{InitiativeKind, Phase, TextRange};

use super::field::is_number;
use super::name_counted::{
    counted, counted_behind, is_an_edition, is_an_own_meeting, is_numbered, is_of_a_reach,
    is_one_of_many, may_be_of_many, of_several, year_before,
};
use super::name_heads::{HEADS, Head, Needs, heads, heads_of_part};
use super::name_words::{
    GENERAL, LONGER_PLACES, MODIFYING, NO_STOPS, PARTICLES, PROVINCES, PROVINCES_AND_WORDS, STOPS,
    WIDE_PLACES,
};
use crate::endings::Endings;
use crate::gazetteer::{Known, KnownMatch};
use crate::spots::Text;
use crate::tense::ends_clause;
use crate::triggers::triggers;
use crate::words::{Characters, Words};

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
pub(crate) fn head_names(text: Text<'_>, known: &[KnownMatch]) -> Vec<HeadName> {
    let mut found: Vec<HeadName> = Vec::new();
    for head in heads(text).into_iter().filter(|head| !is_verb(&text, head)) {
        if let Some(name) = name_before(text, head, known).map(|name| extended(&text, name)) {
            let name = going_on_from(found.last(), head, name);
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

/// `“护鸟”行动推进会`: a head right behind a name makes one name with it.
fn going_on_from(last: Option<&HeadName>, head: Head, mut name: HeadName) -> HeadName {
    let first = last.filter(|last| last.range.usize().end == head.start);
    if let Some(last) = first.filter(|last| last.range.start() < name.range.start()) {
        name.range = TextRange::new(last.range.start(), name.range.end());
    }
    name
}

/// The name that a clause begins with, whether or not a verb dates it: 临河铁路 of `临河铁路全长186公里`.
pub(crate) fn opening_name(clause: &str) -> Option<(&str, InitiativeKind)> {
    const LEAST: usize = 4;
    let whole = |head: &Head| !matches!(head.needs, Needs::Quotes | Needs::AnEdition);
    let head = heads_of_part(clause).into_iter().find(whole)?;
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
    const LONGER: [(&str, InitiativeKind); 13] = [
        ("纲要", InitiativeKind::Plan),
        ("项目", InitiativeKind::Project),
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
    let own = name.range.slice(text).unwrap_or_default();
    if let Some(len) = session(own, rest).or_else(|| stage(rest)) {
        let range = TextRange::new(name.range.start(), name.range.end() + len as u32);
        let kind = if rest.starts_with('第') { name.kind } else { InitiativeKind::Project };
        return HeadName { range, kind, ..name };
    }
    if let Some(len) = section(own, rest) {
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

/// How far the number of a session goes on behind an assembly: 甲省人民代表大会第三次会议.
fn session(name: &str, rest: &str) -> Option<usize> {
    let number = rest.strip_prefix('第')?;
    let behind = number.trim_start_matches(is_number);
    let end = ["次会议", "次全体会议"].iter().find_map(|end| behind.strip_prefix(*end))?;
    (name.ends_with("大会") && behind.len() < number.len()).then_some(rest.len() - end.len())
}

/// How far the stage of a project goes on behind its name: 甲机场三期扩建工程.
fn stage(rest: &str) -> Option<usize> {
    const WORKS: [&str; 5] = ["改扩建", "扩建", "续建", "建设", ""];
    let behind = rest.strip_prefix(['一', '二', '三', '四', '五'])?.strip_prefix('期')?;
    let mut works = WORKS.iter().filter_map(|work| behind.strip_prefix(work));
    let whole =
        works.find_map(|rest| rest.strip_prefix("工程").or_else(|| rest.strip_prefix("项目")));
    Some(rest.len() - whole.unwrap_or(behind).len())
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
    const OBJECTS: [&str; 20] = [
        "年底前",
        "于",
        "在",
        "到",
        "用",
        "将",
        "通过",
        "投资",
        "今",
        "明",
        "后",
        "再",
        "新",
        "对",
        "分",
        "从",
        "总投",
        "总面",
        "面积",
        "占地",
    ];
    if !matches!(&text[head.start..head.end], "计划" | "规划") {
        return false;
    }
    let after = &text[head.end..];
    let named = text[..head.start].ends_with(['”', '」', '』'])
        || NOUNS.iter().any(|word| text[..head.start].ends_with(word));
    !named
        && !is_decided(after)
        && (OBJECTS.iter().any(|word| after.starts_with(word)) || after.starts_with(is_number))
}

/// 甲规划2014年获国务院批复: what is done to documents only.
fn is_decided(after: &str) -> bool {
    const LONGEST: usize = 60;
    if !after.starts_with(is_number) {
        return false;
    }
    let clause = after.split(ends_clause).next().unwrap_or_default();
    let clause = &clause[..clause.floor_char_boundary(LONGEST)];
    let decided = ["获", "由", "经", "印发"].iter().any(|word| {
        ["年", "月", "日"].iter().any(|unit| clause.contains(&format!("{unit}{word}")))
    });
    decided
        && triggers(clause).any(|(_, verb)| matches!(verb.phase, Phase::Adopted | Phase::Issued))
}

fn name_before(text: Text<'_>, head: Head, known: &[KnownMatch]) -> Option<HeadName> {
    if head.needs == Needs::AnEdition && !may_be_of_many(&text[..head.start]) {
        return None;
    }
    let quoted = quoted_start(&text, head).or_else(|| behind_quotes(&text, head));
    if let Some(whole) = quoted.and_then(|start| with_place_before(text, start, head, known)) {
        return Some(whole);
    }
    let start = match (quoted, head.needs) {
        (Some(start), _) => start,
        (None, Needs::Quotes) => return None,
        (None, _) => boundary(text, head.start, known)
            .map(|start| before_purpose(&text, head, start).unwrap_or(start))?,
    };
    let name = text.get(start..head.end)?;
    let count = name.chars().count();
    let modifiers = text.get(start..head.start)?;
    let placed = starts_with_place(&text, start + year_before(modifiers), known);
    if head.needs == Needs::AVerbAndAPlace && !placed && quoted.is_none() {
        return None;
    }
    // An institute or an office is mostly an actor; it is an initiative where something dates it.
    // 第六届甲节 is named so whatever is told of it.
    let edition =
        head.kind == InitiativeKind::Event && (is_an_edition(name) || placed && is_numbered(name));
    let needs_little = matches!(head.needs, Needs::Nothing | Needs::AVerbAndAPlace);
    let anchored = (quoted.is_some() || placed || edition)
        && (needs_little || edition)
        && head.kind != InitiativeKind::Centre
        && !name.ends_with("办公室");
    // 大型仪器共享网 may be any, that of a place is one.
    let specific = placed || !only_general(modifiers) && !name.ends_with("共享网");
    // 白青铁路 is a name, 白青平台 hardly one.
    let (least, modified) = match head.needs {
        Needs::AVerb if head.kind == InitiativeKind::Project => (4, 2),
        Needs::AVerbAndAPlace if head.kind == InitiativeKind::Project => (5, 3),
        Needs::AVerb | Needs::AnEdition if head.kind == InitiativeKind::Event => (5, 3),
        Needs::QuotesAround => (3, 2),
        _ => (LEAST_CHARACTERS, 4),
    };
    let modified = modifiers.chars().filter(|c| is_han(*c)).count() >= modified;
    let fits =
        (least..=MOST_CHARACTERS).contains(&count) && (quoted.is_some() || placed || modified);
    // Whether a verb stands beside it is asked last, as that takes longest.
    if !fits || !specific {
        return None;
    }
    // 住甲市中心: where somebody lives.
    let several = of_several(text.get(..start)?) || name.ends_with("市中心");
    let lives = || match head.needs {
        Needs::Nothing => true,
        Needs::AnEdition if !edition && !is_of_a_reach(modifiers, placed) => false,
        _ if placed && (quoted.is_some() || says_whose(modifiers, name)) || edition => true,
        _ => {
            beside_verb(&text, start, head.end)
                || head.kind == InitiativeKind::Project
                    && opens_what_has_a_verb(&text, start, head.end)
        }
    };
    // 力争新增联合实验室十个: so many of a class.
    let of_a_class = !placed && quoted.is_none() && counted_behind(text.get(head.end..)?);
    // “十四五”计划 is that of the country.
    let of_five_years = ["计划", "规划"].iter().any(|head| {
        let years = name.strip_suffix(head).map(|years| years.trim_matches(['“', '”', '「', '」']));
        years.is_some_and(|years| years.ends_with('五') && years.starts_with('十'))
    });
    let several =
        several || is_one_of_many(name) || of_five_years || of_a_class || is_an_own_meeting(name);
    (!several && !counted(modifiers) && lives()).then(|| HeadName {
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

/// The text behind a place, as far as is looked.
fn reach_behind(text: &str, at: usize) -> &str {
    &text[at..text.ceil_char_boundary((at + REACH).min(text.len()))]
}

/// True where a verb of some phase stands in the clause around a name.
fn beside_verb(text: &str, start: usize, end: usize) -> bool {
    let before = within_reach(text, start);
    let before = before.rfind(ends_clause).map_or(before, |at| &before[at..]);
    let after = reach_behind(text, end);
    let after = after.find(ends_clause).map_or(after, |at| &after[..at]);
    // 甲项目实施以来 without a date tells of no life.
    let since = |verb: &str, behind: &str| {
        verb.ends_with("以来") || verb == "实施" && behind.starts_with("以来")
    };
    let verb = |text: &str| {
        triggers(text).any(|(at, verb)| !since(verb.word, &text[at + verb.word.len()..]))
    };
    verb(before) || verb(after)
}

/// True for a name that opens a sentence in which a verb of some phase follows a date:
/// `白青铁路全长265公里,2019年12月开工`.
fn opens_what_has_a_verb(text: &str, start: usize, end: usize) -> bool {
    let before = within_reach(text, start);
    let opens = before.is_empty() || before.ends_with(['。', '\n', '”', '！', '？']);
    let after = reach_behind(text, end);
    let sentence = after.split(['。', '\n', '！', '？']).next().unwrap_or_default();
    let clauses = || sentence.split(ends_clause).skip(1);
    // The verb tells of what the sentence opens with where nothing but a date stands before it.
    let dated = |clause: &str| {
        triggers(clause).any(|(at, verb)| {
            let date =
                clause[..at].trim_end_matches(|c| "年月日底前初末".contains(c) || is_number(c));
            verb.subject && at > 0 && date.is_empty()
        })
    };
    opens && clauses().any(dated)
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
    const MOST_BETWEEN: usize = 8;
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
fn boundary(text: Text<'_>, head: usize, known: &[KnownMatch]) -> Option<usize> {
    let before = text.get(..head)?;
    let floor = floor(before, known);
    let segment = text.get(floor..head)?;
    let modifying = MODIFYING.iter().find_map(|word| segment.strip_suffix(*word));
    let whole = modifying.map(last_stop);
    let whole = whole.filter(|stop| {
        starts_with_place(&text, floor + stop + year_before(&segment[*stop..]), known)
    });
    let joint = together(segment).filter(|at| starts_with_place(&text, floor + at, known));
    let stop = whole.or(joint).unwrap_or_else(|| last_stop(segment));
    let start = skip_time(text, floor + stop, head);
    let segment = text.get(start..head)?;
    // Of two joined things the second is the name, where it starts with a place; else both may be
    // one name (碳纤维及复合材料), which only a place before them can tell.
    match segment.rfind(['和', '与', '及', '暨']) {
        None => Some(start),
        Some(at) => {
            let joined = start + at + '和'.len_utf8();
            // 甲市与乙县合作区: the name is of both.
            let rest = text.get(joined..head)?;
            let placed = starts_with_place(&text, start, known);
            if is_place(&segment[..at], start, known) || are_together(&segment[..at], rest, placed)
            {
                return Some(start);
            }
            if starts_with_place(&text, joined, known) {
                return Some(joined);
            }
            let whole = starts_with_place(&text, start, known)
                && !HEADS
                    .iter()
                    .flat_map(|(_, heads)| *heads)
                    .any(|head| segment[..at].ends_with(head));
            whole.then_some(start)
        }
    }
}

/// Where the characters begin of which a name before a place may consist; none further than a name is long
/// is looked at.
pub(super) fn floor(before: &str, known: &[KnownMatch]) -> usize {
    let mut rest = before;
    for _ in 0..MOST_CHARACTERS {
        // Most characters are Chinese, which their first byte tells.
        if let [.., 0xe5..=0xe8, _, _] = rest.as_bytes() {
            rest = &rest[..rest.len() - 3];
            continue;
        }
        let Some((at, c)) = rest.char_indices().next_back() else { break };
        let fits = is_han(c)
            || c.is_alphanumeric()
            || matches!(c, '·' | '-')
            || joins_places(before, at)
            || is_around_a_place(before, at, known);
        if !fits {
            return rest.len();
        }
        rest = &rest[..at];
    }
    0
}

/// Where a name starts in which two places build something together: 甲乙共建农机实验室.
fn together(segment: &str) -> Option<usize> {
    // A character is found sooner than a word, and mostly there is none.
    let mut ends = segment.rmatch_indices('建').map(|(at, _)| at);
    let end = ends.find(|&at| segment[..at].ends_with('共'))?;
    let (places, rest) = (&segment[..end - "共".len()], &segment[end + "建".len()..]);
    let start = last_stop(places);
    let start = start + batch(&places[start..]);
    let two = (2..=4).contains(&places[start..].chars().count());
    (two && last_stop(rest) == 0 && !rest.is_empty()).then_some(start)
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

/// True where one of the words stands over a place.
fn inside_any(segment: &str, at: usize, words: &[&str]) -> bool {
    let (segment, here) = (segment.as_bytes(), segment[at..].chars().next());
    let stands = |word: &str, ahead: usize| {
        at.checked_sub(ahead).is_some_and(|start| segment[start..].starts_with(word.as_bytes()))
    };
    words
        .iter()
        .any(|word| word.char_indices().any(|(ahead, c)| Some(c) == here && stands(word, ahead)))
}

/// `2021年长三角种业联盟`, `第二批种业创新联盟`: the date and the batch are no part of the name.
pub(super) fn skip_time(text: Text<'_>, start: usize, head: usize) -> usize {
    let times = crate::times::scan(text.part(TextRange::of(start, head)));
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

/// Places wider than those of the gazetteer, by their first character.
static WIDE: LazyLock<Words> =
    LazyLock::new(|| Words::new(WIDE_PLACES.into_iter().chain(LONGER_PLACES)));

pub(crate) fn starts_with_place(text: &str, start: usize, known: &[KnownMatch]) -> bool {
    let Some(rest) = text.get(start..) else { return false };
    known.binary_search_by_key(&start, |found| found.range.usize().start).is_ok()
        || WIDE.begin(rest)
        || rest.chars().next().is_some_and(|c| c.is_ascii_uppercase())
        || administrative(rest)
        || is_region(rest)
}

/// Short names of provinces, by their characters.
static SHORT: LazyLock<Characters> =
    LazyLock::new(|| Characters::new(PROVINCES.chars().chain(PROVINCES_AND_WORDS.chars())));

/// `川渝…`, `晋陕豫…`
fn is_region(rest: &str) -> bool {
    let mut first = rest.chars().take(2);
    let (Some(one), Some(two)) = (first.next(), first.next()) else { return false };
    let short = |c| SHORT.may_hold(c) && PROVINCES.contains(c);
    let either = |c| short(c) || SHORT.may_hold(c) && PROVINCES_AND_WORDS.contains(c);
    either(one) && either(two) && (short(one) || short(two))
}

/// Whether a piece that starts there is a place and nothing else.
fn is_place(piece: &str, start: usize, known: &[KnownMatch]) -> bool {
    let whole = |found: &KnownMatch| {
        matches!(found.known, Known::Place(_))
            && found.range == TextRange::of(start, start + piece.len())
    };
    known.iter().any(whole)
        || is_wide(piece)
        || piece.ends_with(['省', '市', '县']) && administrative(piece)
}

/// The dash of 蒙东—京津冀工程; two are a break in the sentence.
fn joins_places(text: &str, at: usize) -> bool {
    let (before, rest) = (&text[..at], &text[at..]);
    let behind = rest.strip_prefix('—');
    before.ends_with(is_han) && behind.is_some_and(|behind| behind.starts_with(is_han))
}

/// The brackets of 甲省（乙市）示范区: around a few characters, behind a place.
fn is_around_a_place(text: &str, at: usize, known: &[KnownMatch]) -> bool {
    const LONGEST: usize = 6;
    let inside =
        |words: &str| (2..=LONGEST).contains(&words.chars().count()) && words.chars().all(is_han);
    let placed = |open: usize| {
        let known = known
            .iter()
            .any(|found| matches!(found.known, Known::Place(_)) && found.range.usize().end == open);
        known || WIDE_PLACES.iter().chain(&LONGER_PLACES).any(|wide| text[..open].ends_with(wide))
    };
    let rest = &text[at..];
    if let Some(behind) = rest.strip_prefix(['（', '(']) {
        let closed = behind.find(['）', ')']).is_some_and(|end| inside(&behind[..end]));
        return closed && placed(at);
    }
    let behind = rest.strip_prefix(['）', ')']);
    let before = within_reach(text, at);
    let open = before.rfind(['（', '(']).filter(|open| {
        before[*open..].chars().next().is_some_and(|c| inside(&before[open + c.len_utf8()..]))
    });
    behind.is_some_and(|behind| behind.starts_with(is_han))
        && open.is_some_and(|open| placed(at - before.len() + open))
}

/// 甲区与乙三县一体化示范区: a short name before the word, and togetherness behind it.
fn are_together(first: &str, rest: &str, placed: bool) -> bool {
    let longest = if placed { 8 } else { 4 };
    (2..=longest).contains(&first.chars().count())
        && first.chars().all(is_han)
        && !only_general(first)
        && ["一体化", "合作", "协同", "协作", "联动", "互联", "跨界", "毗邻"]
            .iter()
            .any(|word| rest.contains(word))
}

/// A quoted name that is too short without the place before it: 甲市“药店联盟”.
fn with_place_before(
    text: Text<'_>,
    start: usize,
    head: Head,
    known: &[KnownMatch],
) -> Option<HeadName> {
    const SHORT: usize = 4;
    let inside = text.get(start..head.end)?;
    let (open, mark) = text.get(..start)?.char_indices().next_back()?;
    let (_, close) = QUOTES.into_iter().find(|(first, _)| *first == mark)?;
    let closed = text[head.end..].starts_with(close) && inside.chars().count() <= SHORT;
    let from = boundary(text, open, known).filter(|_| closed)?;
    let anchored = head.needs == Needs::Nothing;
    let range = TextRange::of(from, head.end + close.len_utf8());
    let placed = from < open && starts_with_place(&text, from, known);
    (placed && (anchored || beside_verb(&text, from, range.usize().end))).then_some(HeadName {
        range,
        kind: head.kind,
        anchored,
    })
}

/// A place by its ending: two or three characters and 省, 市, 县.
fn administrative(rest: &str) -> bool {
    rest.char_indices().skip(2).take(2).any(|(at, c)| {
        matches!(c, '省' | '市' | '县')
            && rest[..at].chars().all(is_han)
            // 沿线五市 is no name of a city.
            && !rest[..at].ends_with(is_number)
            && !only_general(&rest[..at])
    })
}

/// 沪浙苏海洋装备联合海试场: what several places have together is one thing.
fn says_whose(modifiers: &str, name: &str) -> bool {
    const LEAST: usize = 6;
    const TOGETHER: [&str; 4] = ["联合", "共建", "共享", "协同"];
    const INSTITUTES: [&str; 4] = ["医院", "大学", "学院", "研究所"];
    modifiers.chars().count() >= LEAST
        && TOGETHER.iter().any(|word| modifiers.ends_with(word))
        && !INSTITUTES.iter().any(|word| name.ends_with(word))
}

/// General words, by their first character.
static GENERAL_WORDS: LazyLock<Words> = LazyLock::new(|| Words::new(GENERAL.iter().copied()));

/// True where only general words stand before the head.
fn only_general(modifiers: &str) -> bool {
    let mut rest = modifiers;
    while !rest.is_empty() {
        let word = || GENERAL_WORDS.at(rest).next().map(|(word, ())| word.len());
        let Some(len) = of_so_many_places(rest).or_else(word) else { return false };
        rest = &rest[len..];
    }
    true
}

/// 五市, 三省: how many places something is of, and not which.
fn of_so_many_places(words: &str) -> Option<usize> {
    let behind = words.strip_prefix(|c| "两二三四五六七八九十各".contains(c))?;
    let rest = behind.strip_prefix(['省', '市', '地', '县', '区', '城'])?;
    Some(words.len() - rest.len())
}

pub(crate) fn is_han(c: char) -> bool {
    ('一'..='鿿').contains(&c)
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::spots::Spots;

    #[track_caller]
    fn check(text: &str, expected: &[&str]) {
        let names: Vec<_> = head_names(Spots::of(text).text(text), &[])
            .iter()
            .map(|name| &text[name.range.usize()])
            .collect();
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
        check("江西石湾机场三期扩建工程已于2022年动工", &["江西石湾机场三期扩建工程"]);
        check("云南省人民代表大会第三次会议开幕", &["云南省人民代表大会第三次会议"]);
    }

    #[test]
    fn a_year_and_two_who_build_together_are_part_of_a_name() {
        check("5月17日,2025湖北茶业博览会在石湾举行", &["2025湖北茶业博览会"]);
        check("2025个联盟成立", &[]);
        check("公布第三批黔渝共建农机重点实验室名单", &["黔渝共建农机重点实验室"]);
        check("两地已共建农机重点实验室", &["农机重点实验室"]);
    }

    #[test]
    fn a_special_programme_is_none_where_it_tells_of_another_thing() {
        check("举行湖北古桥修缮专项启动仪式", &["湖北古桥修缮专项"]);
        check("启动湖北古桥修缮专项资金申报", &[]);
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
    fn what_every_region_has_is_a_name_behind_a_place_and_beside_a_verb() {
        check("湖北江豚保护补偿机制2021年建立", &["湖北江豚保护补偿机制"]);
        check("建立江豚保护补偿机制", &[]);
        check("湖北江豚保护补偿机制作用不小", &[]);
        check("四川中药种质资源库建成投用", &["四川中药种质资源库"]);
        check("福建职业资格认可清单公布", &["福建职业资格认可清单"]);
        check("公布重点任务清单", &[]);
    }

    #[test]
    fn regions_of_several_provinces_are_places() {
        check("推动川渝急救协作联盟建设", &["川渝急救协作联盟"]);
        check("由晋陕豫果业合作联盟发起", &["晋陕豫果业合作联盟"]);
    }

    #[test]
    fn purposes_right_before_a_head_are_part_of_a_name() {
        check("湖北低空飞行运营平台上线", &["湖北低空飞行运营平台"]);
        check("湖北低空运营服务平台上线", &["湖北低空运营服务平台"]);
        check("公司负责运营平台", &[]);
    }

    #[test]
    fn two_places_have_one_name() {
        check("湖北与湖南一体化示范区揭牌", &["湖北与湖南一体化示范区"]);
        check("白石与江北三县协同发展示范区揭牌", &["白石与江北三县协同发展示范区"]);
        check("云南花卉中心与四川蚕桑示范区揭牌", &["云南花卉中心", "四川蚕桑示范区"]);
    }

    #[test]
    fn a_dash_joins_places() {
        check("蒙东—湖北绿电直供工程开工", &["蒙东—湖北绿电直供工程"]);
        check("大家都来——湖北绿电直供工程开工", &["湖北绿电直供工程"]);
    }

    #[test]
    fn meetings_of_whoever_holds_them_are_no_names() {
        check("举行第四次成员大会", &[]);
        check("举行第四届湖北茶业大会", &["第四届湖北茶业大会"]);
    }

    #[test]
    fn short_quoted_names_have_their_place() {
        check("武汉“药店联盟”挂牌", &["武汉“药店联盟”"]);
        check("浙江“之江实验室”挂牌", &[]);
        check("“山海同游”一卡通发行", &["“山海同游”一卡通"]);
        check("四川“蓉易贷”上线", &["四川“蓉易贷”"]);
        check("“港澳药械通”政策实施", &["港澳药械通"]);
    }

    #[test]
    fn a_plan_that_was_decided_on_is_no_verb() {
        check("湖北湖泊保护规划2014年3月获国务院批复", &["湖北湖泊保护规划"]);
        check("湖北湖泊平台规划2026年启用", &["湖北湖泊平台"]);
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
            "新增油茶联合实验室十个",
        ] {
            check(text, &[]);
        }
    }
}
