//! People and the offices that a text gives them: 白石市市长何平, 何平院士, 何平,某大学校长,.
//!
//! 1. [`titles`] are looked for; where a text has none, it may still say who speaks
//! 2. a name stands behind a title ([`name`]), with others in a list, or before it
//! 3. [`office`] says how far the office reaches back, and of what organisation it is
//! 4. who speaks at the head of a clause (`何平说`) is a person without an office
//! 5. [`article`] finds the names again where they stand alone
//! 6. [`gather`] joins what an article tells of a name, and what several do where an office agrees
//!
//! Bylines are no part of a story: 记者 is no office here.

mod after;
mod article;
mod gather;
mod line;
mod name;
mod office;
mod surnames;
mod titles;

use std::collections::{BTreeMap, BTreeSet};

use deltascope_model::TextRange;

pub(crate) use article::in_article;
pub(crate) use gather::{People, Told};
pub use line::{FoundPerson, people};

use crate::speaker;
use crate::spots::Text;
use name::{name_at, name_before};
pub(crate) use titles::ALL as TITLES;
use titles::{Kind, Title, ends_in_title, titles_in};

/// A person in a text.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(crate) struct Found {
    pub(crate) name: TextRange,
    pub(crate) offices: Vec<Office>,
}

/// An office that a text gives a person.
#[derive(Clone, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub(crate) struct Office {
    pub(crate) name: TextRange,
    /// What it is an office of, within the name.
    pub(crate) organisation: Option<TextRange>,
}

/// Behind what a name may begin that stands before a title or a verb.
const BEFORE: [&str; 34] = [
    "由", "对", "向", "与", "和", "及", "同", "请", "让", "给", "跟", "是", "有", "的", "了", "把",
    "被", "为", "任命", "选举", "推选", "邀请", "采访", "聘请", "包括", "以及", "还有", "感谢",
    "会见", "免去", "提名", "、", "据", "来自",
];

/// What stands between a person and the office that he takes or holds.
const HOLDS: [&str; 13] = [
    "当选为",
    "选为",
    "当选",
    "担任",
    "出任",
    "接任",
    "兼任",
    "就任",
    "升任",
    "改任",
    "为",
    "任",
    "是",
];

/// Words that say that an office is held, so that 的 may stand between it and the name.
const HELD: [&str; 6] = ["时任", "现任", "身为", "作为", "担任", "任"];

/// The people that a text gives with an office or as speakers, in order; `sure` are names that its
/// article gives elsewhere.
fn of_text(text: Text<'_>, sure: &BTreeSet<&str>) -> Vec<Found> {
    let mut found: BTreeMap<TextRange, Vec<Office>> = BTreeMap::new();
    let mut floor = 0;
    for title in titles_in(text) {
        for (name, offices) in of_title(&text, title, floor, sure) {
            floor = floor.max(name.usize().end);
            found.entry(name).or_default().extend(offices);
        }
    }
    for name in speakers(text) {
        let before = found.range(..=name).next_back().map(|(other, _)| *other);
        let after = found.range(name..).next().map(|(other, _)| *other);
        if before.into_iter().chain(after).all(|other| other.overlap(name).is_none()) {
            found.insert(name, Vec::new());
        }
    }
    let mut people: Vec<Found> = Vec::new();
    for (name, mut offices) in found {
        offices.sort_unstable();
        offices.dedup();
        if people.last().is_none_or(|last| last.name.overlap(name).is_none()) {
            people.push(Found { name, offices });
        }
    }
    people
}

/// The people whose office ends in a title; none of its words stand before `floor`.
fn of_title(
    text: &str,
    title: Title,
    floor: usize,
    sure: &BTreeSet<&str>,
) -> Vec<(TextRange, Vec<Office>)> {
    let of = |range| Office { name: range, organisation: office::organisation(text, range) };
    let mut people = Vec::new();
    if title.kind != Kind::Office
        && let Some(name) = name_before(&text[..title.start], may_stand)
    {
        let own = (title.kind == Kind::Honour).then(|| of(TextRange::of(title.start, title.end)));
        people.push((name, own.into_iter().collect()));
    }
    if title.kind == Kind::Courtesy || !people.is_empty() {
        return people;
    }
    let ranges = office::offices(text, TextRange::of(title.start, title.end), floor);
    let mut offices: Vec<Office> = ranges.into_iter().map(of).collect();
    let start = offices.first().map_or(title.start, |first| first.name.usize().start);
    for name in names_behind(text, start, title.end, sure) {
        people.push((name, offices.clone()));
        // 省委常委、副省长甲、乙: of the first's offices the others have the last.
        offices.drain(..offices.len() - 1);
    }
    if people.is_empty() && after::ending(&text[title.end..]) > 0 {
        let holders = names_of_holders(text, start);
        people.extend(holders.into_iter().map(|name| (name, offices.clone())));
    }
    people
}

/// The names right behind an office: 市长甲, 院士甲、乙和丙, 时任县长的甲.
fn names_behind(text: &str, start: usize, end: usize, sure: &BTreeSet<&str>) -> Vec<TextRange> {
    let mut names = Vec::new();
    let held =
        HELD.iter().any(|word| text[start..].starts_with(word) || text[..start].ends_with(word));
    let between = text[end..].chars().next().filter(|c| *c == ' ' || *c == '的' && held);
    let mut at = end + between.map_or(0, char::len_utf8);
    while let Some(name) = text.get(at..).and_then(|rest| name_at(rest, sure)) {
        names.push(TextRange::of(at, at + name));
        at += name;
        match text[at..].chars().next().filter(|next| matches!(next, '、' | '和' | '与')) {
            Some(join) => at += join.len_utf8(),
            None => break,
        }
    }
    names
}

/// The names before an office that starts here: 甲,某局局长, 甲(某局局长), 甲、乙为副会长.
fn names_of_holders(text: &str, start: usize) -> Vec<TextRange> {
    let before = &text[..start];
    let beside = before.strip_suffix([',', '，', '(', '（']);
    let held = HOLDS.iter().find_map(|word| before.strip_suffix(word));
    let Some(mut before) = beside.or(held) else { return Vec::new() };
    let mut names = Vec::new();
    while let Some(name) = name_before(before, may_stand) {
        names.push(name);
        match before[..name.usize().start].strip_suffix(['、', '和']) {
            Some(rest) if beside.is_none() => before = rest,
            _ => break,
        }
    }
    names
}

/// Who speaks at the head of a clause: 何平说, 据何平介绍.
fn speakers(text: Text<'_>) -> Vec<TextRange> {
    let verbs = speaker::persons_sayings(text);
    let heads = |before: &str| begins_clause(before) || before.ends_with('据');
    verbs.filter_map(|verb| name_before(&text[..verb], heads)).collect()
}

/// Whether a name may stand behind this text.
fn may_stand(before: &str) -> bool {
    begins_clause(before)
        || BEFORE.iter().any(|word| before.ends_with(word))
        || ends_in_title(before).is_some()
}

/// Whether a clause begins behind this text.
fn begins_clause(before: &str) -> bool {
    before
        .chars()
        .next_back()
        .is_none_or(|last| !last.is_alphanumeric() && !matches!(last, '、' | '·' | '《'))
}
