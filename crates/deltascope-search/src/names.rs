//! Names: what one thing is called, and how the names are read aloud.
//!
//! - a term that is a whole name also searches the thing's other names: 沪苏浙皖 → 三省一市
//! - Latin letters that spell a name search what they spell: `csj`, `changsanjiao` → 长三角
//!
//! The names are those of the corpus; the table of readings holds their characters alone.

use std::collections::BTreeMap;

use deltascope_model::Corpus;
use deltascope_text::Letters;
use serde::{Deserialize, Serialize};

use crate::index::Index;
use crate::scan::{Letter, holds};

/// Most names that one spelling searches.
const SPELLED: usize = 8;

/// Names that are neither an initiative's nor a place's, and how all are read.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
pub(crate) struct Names {
    /// The names of each organisation.
    pub organisations: Vec<Vec<String>>,
    /// The publishers of articles.
    pub publishers: Vec<String>,
    /// The readings of each Chinese character of a name, without tones; sorted.
    pub readings: Vec<(char, Vec<String>)>,
}

impl Names {
    /// The names of a corpus; `read` gives the readings of a character.
    pub fn of(corpus: &Corpus, read: fn(char) -> Vec<String>) -> Self {
        let mut organisations: Vec<Vec<String>> = corpus
            .organisations
            .iter()
            .map(|one| std::iter::once(&one.name).chain(&one.aliases).cloned().collect())
            .collect();
        organisations.sort_unstable();
        let published = corpus.articles.iter().filter_map(|article| article.publisher.clone());
        let mut publishers: Vec<String> = published.collect();
        publishers.sort_unstable();
        publishers.dedup();
        let named = corpus.initiatives.iter().flat_map(|one| one.aliases.iter().chain([&one.name]));
        let places = corpus.places.iter().flat_map(|one| one.aliases.iter().chain([&one.name]));
        let all = organisations.iter().flatten().chain(&publishers).chain(named).chain(places);
        let readings: BTreeMap<char, Vec<String>> =
            all.flat_map(|name| name.chars()).map(|c| (c, read(c))).collect();
        let readings = readings.into_iter().filter(|(_, readings)| !readings.is_empty()).collect();
        Self { organisations, publishers, readings }
    }

    /// Every name, for the table of letters.
    pub fn all(&self) -> impl Iterator<Item = &str> {
        self.organisations.iter().flatten().chain(&self.publishers).map(String::as_str)
    }

    fn readings(&self, c: char) -> &[String] {
        let at = self.readings.binary_search_by_key(&c, |&(known, _)| known);
        at.map_or(&[], |at| &self.readings[at].1)
    }

    /// How many characters of a name, from its start, Latin letters spell; none where they do not,
    /// or where they give too little of it. Each character is spelled by a reading or its initial.
    fn spelled(&self, name: &str, typed: &str) -> Option<usize> {
        let chars: Vec<char> = name.chars().collect();
        let (length, whole) = self.spell(&chars, typed)?;
        (whole || length == chars.len() || length > 2).then_some(length)
    }

    /// The length, and whether each character was spelled in full.
    fn spell(&self, chars: &[char], typed: &str) -> Option<(usize, bool)> {
        if typed.is_empty() {
            return Some((0, true));
        }
        let (&c, others) = chars.split_first()?;
        if c.is_ascii() {
            let rest = typed.strip_prefix(c.to_ascii_lowercase())?;
            return self.spell(others, rest).map(|(length, whole)| (length + 1, whole));
        }
        let readings = self.readings(c);
        let full = readings.iter().find_map(|reading| {
            let (length, whole) = self.spell(others, typed.strip_prefix(reading.as_str())?)?;
            Some((length + 1, whole))
        });
        full.or_else(|| {
            readings.iter().find_map(|reading| {
                let rest = typed.strip_prefix(reading.chars().next()?)?;
                self.spell(others, rest).map(|(length, _)| (length + 1, false))
            })
        })
    }
}

impl Index {
    /// The names of each thing: the initiatives come first, the publishers last.
    pub(crate) fn name_sets(&self) -> impl Iterator<Item = &[String]> {
        let names = self.names();
        let places = self.facts().places.iter().map(|place| place.get(1..).unwrap_or_default());
        let initiatives = self.initiatives().iter().map(|entry| entry.names.as_slice());
        let organisations = names.organisations.iter().map(Vec::as_slice);
        let publishers = names.publishers.iter().map(std::slice::from_ref);
        initiatives.chain(places).chain(organisations).chain(publishers)
    }

    /// The other names of what a term names as a whole: none that hold the term or another of them,
    /// as those are found with it, and none of one character, as those mean too much.
    /// `sets` are the things of which a name holds the term, in order, by their places in
    /// [`Index::name_sets`].
    pub(crate) fn aliases(&self, sets: impl Iterator<Item = u32>, term: &[Letter]) -> Vec<String> {
        let letters = self.letters();
        let is_term =
            |name: &String| name.chars().count() == term.len() && holds(letters, name, term);
        let mut all = self.name_sets().zip(0..);
        let sets = sets.filter_map(|set| all.find(|&(_, at)| at == set));
        let sets = sets.map(|(names, _)| names).filter(|names| names.iter().any(is_term));
        let mut others: Vec<&String> = sets
            .flatten()
            .filter(|name| name.chars().nth(1).is_some() && !holds(letters, name, term))
            .collect();
        others.sort_unstable_by_key(|name| (name.len(), *name));
        let mut kept: Vec<&String> = Vec::new();
        for name in others {
            if !kept.iter().any(|known| holds(letters, name, &term_of(letters, known))) {
                kept.push(name);
            }
        }
        kept.into_iter().cloned().collect()
    }

    /// What Latin letters spell of the names, the longest first.
    pub(crate) fn spelled(&self, term: &[Letter]) -> Vec<String> {
        let typed: String = term.iter().map(|letter| letter[0]).collect();
        let is_latin = typed.bytes().all(|byte| byte.is_ascii_alphanumeric());
        if !is_latin || typed.len() < 2 || !typed.bytes().any(|byte| byte.is_ascii_alphabetic()) {
            return Vec::new();
        }
        let found = self.name_sets().flatten().filter_map(|name| {
            let length = self.names().spelled(name, &typed)?;
            let part: String = name.chars().take(length).collect();
            (!part.is_ascii()).then_some(part)
        });
        let mut found: Vec<String> = found.collect();
        found.sort_unstable();
        found.dedup();
        found.truncate(SPELLED);
        found
    }
}

/// A name as a term.
pub(crate) fn term_of(letters: &Letters, name: &str) -> Vec<Letter> {
    name.chars().map(|c| letters.readings(c)).collect()
}

#[cfg(test)]
mod tests {
    use super::*;

    fn names(all: &[&str]) -> Names {
        let mut names = Names::default();
        let mut chars: Vec<char> = all.iter().flat_map(|name| name.chars()).collect();
        chars.sort_unstable();
        chars.dedup();
        names.readings = chars.into_iter().map(|c| (c, deltascope_text::pinyin(c))).collect();
        names
    }

    #[track_caller]
    fn check(name: &str, typed: &str, expected: &str) {
        let length = names(&[name]).spelled(name, typed).unwrap_or(0);
        assert_eq!(name.chars().take(length).collect::<String>(), expected, "{typed}");
    }

    #[test]
    fn readings_and_initials_spell_a_name() {
        check("长三角", "csj", "长三角");
        check("长三角", "changsanjiao", "长三角");
        check("长三角", "changsj", "长三角");
        check("长三角一体化", "csj", "长三角");
        check("合肥", "hefei", "合肥");
        check("合肥", "hf", "合肥");
        check("G60科创走廊", "g60kczl", "G60科创走廊");
        check("西安", "xian", "西安");
    }

    #[test]
    fn a_full_spelling_may_stop_early_and_initials_may_not() {
        check("合肥先进光源", "hefei", "合肥");
        check("合肥先进光源", "hf", "");
        check("合肥先进光源", "hfx", "合肥先");
        check("合肥", "hefeix", "");
        check("合肥", "fei", "");
    }
}
