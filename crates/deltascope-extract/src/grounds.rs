//! Places that an article tells of by itself, which no gazetteer need know.
//!
//! - 宁德 where it names 宁德市: a short name between a word that ends before a name and its rank
//! - 沪盐 where it names 盐城: two first characters of places, or one beside a province's short name
//!
//! They only tell that a name starts with a place (宁德大黄鱼种业园, 沪盐中试基地); where anything is, they do not.
//! A rank alone is weak: what starts with such a place must come to life too (`name_framed`).

use crate::gazetteer::{Known, KnownMatch};
use crate::rules::name_head::is_han;
use crate::rules::name_place::is_short_name;
use crate::spots::{List, Text};

/// So many places are kept of an article, so that work grows with the text.
const MOST: usize = 24;

/// Places of an article.
#[derive(Debug, Default)]
pub(crate) struct Grounds {
    names: Vec<String>,
    /// The first characters of places of which no common words consist.
    firsts: Vec<char>,
}

/// What is known in a text, and the places that its article tells of.
#[derive(Clone, Copy)]
pub(crate) struct Places<'a> {
    pub(crate) known: &'a [KnownMatch],
    grounds: &'a Grounds,
}

/// Of an article that tells of none.
static NONE: Grounds = Grounds { names: Vec::new(), firsts: Vec::new() };

impl Default for Places<'_> {
    fn default() -> Self {
        NONE.with(&[])
    }
}

impl<'a> From<&'a [KnownMatch]> for Places<'a> {
    fn from(known: &'a [KnownMatch]) -> Self {
        NONE.with(known)
    }
}

impl Places<'_> {
    /// True where a known name starts.
    pub(crate) fn known_at(self, at: usize) -> bool {
        self.known.binary_search_by_key(&at, |one| one.range.usize().start).is_ok()
    }

    /// True where a text begins with the short names of two places of the article.
    pub(crate) fn begin(self, text: &str) -> bool {
        self.grounds.begin(text)
    }

    /// True where a text begins with a place that its rank alone tells to be one.
    pub(crate) fn told_by_rank(self, text: &str) -> bool {
        self.grounds.names.iter().any(|name| text.starts_with(name.as_str()))
    }

    /// True where a place ends.
    pub(crate) fn end(self, text: &str, at: usize) -> bool {
        let first = self.known.partition_point(|one| one.range.usize().end < at);
        let known = self.known.get(first).filter(|one| one.range.usize().end == at);
        known.is_some_and(|one| matches!(one.known, Known::Place(_)))
            || self.grounds.names.iter().any(|name| text[..at].ends_with(name.as_str()))
    }
}

impl Grounds {
    /// The places of an article's paragraphs, each with what is known in it.
    pub(crate) fn of<'a>(paragraphs: impl Iterator<Item = (Text<'a>, &'a [KnownMatch])>) -> Self {
        let (mut names, mut firsts): (Vec<String>, Vec<char>) = Default::default();
        let mut take = |name: &str| {
            let first = name.chars().next().filter(|c| !COMMON.contains(*c) && is_han(*c));
            for c in first.into_iter().chain(short_of(name)) {
                if !firsts.contains(&c) {
                    firsts.push(c);
                }
            }
        };
        for (text, known) in paragraphs {
            let places = known.iter().filter(|one| matches!(one.known, Known::Place(_)));
            for name in places.filter_map(|one| one.range.slice(&text)) {
                if name.chars().nth(1).is_some() {
                    take(name);
                }
            }
            for name in ranked(text, known) {
                if names.len() < MOST && !names.iter().any(|one| one == name) {
                    take(name);
                    names.push(name.to_owned());
                }
            }
        }
        Self { names, firsts }
    }

    /// The same with what is known in a text.
    pub(crate) fn with<'a>(&'a self, known: &'a [KnownMatch]) -> Places<'a> {
        Places { known, grounds: self }
    }

    /// True where a text begins with the short names of two places.
    fn begin(&self, text: &str) -> bool {
        let mut chars = text.chars();
        let (Some(one), Some(other)) = (chars.next(), chars.next()) else { return false };
        let first = |c: char| self.firsts.contains(&c);
        match (first(one), first(other)) {
            (true, true) => one != other,
            (true, false) => is_short_name(other),
            (false, true) => is_short_name(one),
            (false, false) => false,
        }
    }
}

/// First characters of places that common words consist of too.
const COMMON: &str = "上中下大小南北东西新高长江河海山三四五平天太一明白";

/// Short names of cities that their names do not begin with.
fn short_of(name: &str) -> Option<char> {
    const SHORT: [(&str, char); 7] = [
        ("南京", '宁'),
        ("宁波", '甬'),
        ("广州", '穗'),
        ("成都", '蓉'),
        ("福州", '榕'),
        ("厦门", '鹭'),
        ("温州", '瓯'),
    ];
    SHORT.iter().find(|(city, _)| name.starts_with(city)).map(|(_, short)| *short)
}

/// The names of two or three characters that stand before their rank and behind a mark, another rank or a
/// word that ends before names, where nothing is known.
fn ranked<'a>(noted: Text<'a>, known: &'a [KnownMatch]) -> impl Iterator<Item = &'a str> {
    const BEFORE: &str = "在于从到据由和与及的、省市州盟是把";
    const NO_NAMES: &str = "全各本该两此每某多几都城超门股这那同一二三四五六七八九十地省外";
    const LENGTHS: std::ops::RangeInclusive<usize> = 2..=3;
    let text = noted.as_str();
    let ranks = noted.places(List::Ranks).filter(|&at| text[at..].starts_with(RANKS));
    ranks.filter_map(move |at| {
        let next = known.partition_point(|one| one.range.usize().end < at);
        if known.get(next).is_some_and(|one| one.range.usize().start < at) {
            return None;
        }
        let opens = |c: char| !is_han(c) || BEFORE.contains(c);
        let name = text[..at].char_indices().rev().take(LENGTHS.end() + 1);
        let (mut start, mut length) = (at, 0);
        for (nth, c) in name.take_while(|(_, c)| !opens(*c)) {
            if NO_NAMES.contains(c) {
                return None;
            }
            (start, length) = (nth, length + 1);
        }
        LENGTHS.contains(&length).then_some(&text[start..at])
    })
}

/// Ranks of places that stand behind their names.
pub(crate) const RANKS: [char; 5] = ['市', '县', '盟', '州', '旗'];

#[cfg(test)]
mod tests {
    use super::*;
    use crate::spots::Spots;

    #[track_caller]
    fn check(told: &str, name: &str, by_rank: bool, two: bool) {
        let spots = Spots::of(told);
        let grounds = Grounds::of(std::iter::once((spots.text(told), &[][..])));
        let places = grounds.with(&[]);
        assert_eq!(
            (places.told_by_rank(name), places.begin(name)),
            (by_rank, two),
            "{told} {name}"
        );
    }

    #[test]
    fn places_by_their_rank_are_places_without_it() {
        check("据石湾市统计，", "石湾大桥", true, false);
        check("在阿勒山盟，", "阿勒山铁路", true, false);
        check("石湾大桥通车", "石湾大桥", false, false);
        check("全市和各县，城市门市", "全市大桥", false, false);
        let told = "据石湾市统计，";
        let spots = Spots::of(told);
        let grounds = Grounds::of(std::iter::once((spots.text(told), &[][..])));
        assert!(grounds.with(&[]).end("去年石湾启动", "去年石湾".len()));
        assert!(!grounds.with(&[]).end("去年石岸启动", "去年石岸".len()));
    }

    #[test]
    fn first_characters_of_two_places_are_both() {
        check("石湾市、柳岸市", "石柳公路", false, true);
        check("石湾市发布", "渝石合作基金", false, true);
        // One place alone, or a common word.
        check("石湾市的", "石板公路", false, false);
        check("上石市、海山市", "上海公路", false, false);
    }
}
