//! The people of an article: those of its paragraphs, and where their names stand again.
//!
//! A name is sure where what stands behind it tells that it ends. Such a one decides where else in the
//! article nothing tells: behind a title how long the name is (省长袁柯热烈欢迎), and at the head of a clause
//! that it is one (袁柯热烈欢迎).

use std::collections::BTreeSet;

use deltascope_model::TextRange;

use super::titles::titles_in;
use super::{Found, after, begins_clause, name, of_text};
use crate::spots::Text;
use crate::words::Words;

/// Words that make a name a firm's.
const FIRMS: [&str; 6] = ["公司", "集团", "股份", "电器", "银行", "控股"];

/// The people of each paragraph of an article, in order.
pub(crate) fn in_article(paragraphs: &[Text<'_>]) -> Vec<Vec<Found>> {
    let mut all: Vec<Vec<Found>> =
        paragraphs.iter().map(|text| of_text(*text, &BTreeSet::new())).collect();
    let sure = told(paragraphs, &all).filter(|(_, after, _)| after::ending(after) > 0);
    let sure: BTreeSet<&str> = sure.map(|(name, ..)| name).collect();
    if !sure.is_empty() {
        decide(paragraphs, &sure, &mut all);
    }
    let names: BTreeSet<&str> = told(paragraphs, &all).map(|(name, ..)| name).collect();
    if names.is_empty() {
        return all;
    }
    let names = Words::new(names);
    for (text, found) in paragraphs.iter().zip(&mut all) {
        again(text, &names, &sure, found);
    }
    let firms = firms(paragraphs, &all);
    for (text, found) in paragraphs.iter().zip(&mut all) {
        found.retain(|one| one.name.slice(text).is_some_and(|name| !firms.contains(name)));
    }
    all
}

/// All people, each with the name and what stands behind it.
fn told<'a, 'f>(
    paragraphs: &'f [Text<'a>],
    all: &'f [Vec<Found>],
) -> impl Iterator<Item = (&'a str, &'a str, &'f Found)> {
    let pairs = paragraphs.iter().zip(all);
    let people = pairs.flat_map(|(text, found)| found.iter().map(move |one| (text.as_str(), one)));
    people.filter_map(|(text, one)| {
        Some((one.name.slice(text)?, text.get(one.name.usize().end..)?, one))
    })
}

/// Reads the paragraphs again where a sure name stands behind a title and was not found.
fn decide(paragraphs: &[Text<'_>], sure: &BTreeSet<&str>, all: &mut [Vec<Found>]) {
    let words = Words::new(sure.iter().copied());
    for (text, found) in paragraphs.iter().zip(all) {
        let ends = titles_in(*text).into_iter().map(|title| title.end);
        let mut missed = ends.flat_map(|end| {
            let names = words.at(&text[end..]);
            names.map(move |(name, ())| TextRange::of(end, end + name.len()))
        });
        let missed = missed.any(|name| found.iter().all(|one| one.name != name));
        if missed {
            *found = of_text(*text, sure);
        }
    }
}

/// Adds where names stand alone that the article gives more about elsewhere.
fn again(text: &str, names: &Words, sure: &BTreeSet<&str>, found: &mut Vec<Found>) {
    let mut more: Vec<Found> = Vec::new();
    for (at, name, ()) in names.within(text) {
        let range = TextRange::of(at, at + name.len());
        let (before, after) = (&text[..at], &text[range.usize().end..]);
        let alone = name.chars().nth(2).is_some()
            || begins_clause(before)
                && (after::ending(after) > 0 || sure.contains(name) && may_act(text, range))
            || after::goes_on(after)
            || is_firm(after);
        let next = found.partition_point(|one| one.name.end() <= range.start());
        let near = found.get(next).into_iter().chain(more.last());
        if alone && near.into_iter().all(|one| one.name.overlap(range).is_none()) {
            more.push(Found { name: range, offices: Vec::new() });
        }
    }
    found.append(&mut more);
    found.sort_by_key(|one| one.name);
}

/// Whether a verb may stand behind a name that is known: 袁柯热烈欢迎, but 金山区.
fn may_act(text: &str, name: TextRange) -> bool {
    let behind = &text[name.usize().end..];
    behind.starts_with(after::is_han) && !name::grows(behind)
}

/// Names that have no office, and that a word makes a firm's: 康明表示, 康明公司.
fn firms(paragraphs: &[Text<'_>], all: &[Vec<Found>]) -> BTreeSet<String> {
    let all: Vec<_> = told(paragraphs, all).collect();
    let named = |of: fn(&(&str, &str, &Found)) -> bool| -> BTreeSet<&str> {
        all.iter().filter(|one| of(one)).map(|(name, ..)| *name).collect()
    };
    let holders = named(|(.., one)| !one.offices.is_empty());
    let firms = named(|(_, after, _)| is_firm(after));
    firms.difference(&holders).map(|name| (*name).to_owned()).collect()
}

fn is_firm(after: &str) -> bool {
    FIRMS.iter().any(|word| after.starts_with(word))
}
