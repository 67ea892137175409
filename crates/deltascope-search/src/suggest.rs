//! Suggestions: what to search for where nothing is found.
//!
//! 1. a name one character away from a term that stands nowhere: 长三脚 → 长三角
//! 2. a term that stands nowhere in the longest parts that do: 安徽牵头的联盟 → 安徽牵头 联盟
//! 3. the query, so taken apart, without one of its terms, the rarest first
//!
//! A suggestion always finds something. The shortest name wins, then the first in order.

use crate::index::Index;
use crate::names::term_of;
use crate::postings::Missing;
use crate::query::{Ask, Item, Query};
use crate::scan::{Letter, alike};
use crate::search::{Options, Results};
use crate::texts::Texts;

/// Shortest term that is held against names: a shorter one is near too many.
const LEAST: usize = 3;
/// Most names and terms that are tried.
const TRIES: usize = 8;
/// Shortest part of a term, and the longest term that is taken apart, in characters.
const PART: usize = 2;
const LONGEST: usize = 24;

impl Index {
    /// A query near one that finds nothing; `held` is how many articles hold each of its items.
    pub(crate) fn suggestion(
        &self,
        texts: &Texts,
        query: &Query,
        options: Options,
        held: impl Fn(&Item) -> usize,
        missing: &mut Missing,
    ) -> Option<String> {
        // The first that finds something is it, so none is tried while one before it is not known.
        let finds = |query: &Query, missing: &mut Missing| {
            let Results { hits, .. } = self.found(texts, query, options, missing);
            (!hits.is_empty() && missing.is_empty()).then(|| query.to_string())
        };
        for (at, clause) in query.clauses.iter().enumerate() {
            for (nth, item) in clause.iter().enumerate().filter(|(_, item)| held(item) == 0) {
                let renamed = self.near(item).into_iter().take(TRIES).find_map(|name| {
                    let mut next = query.clone();
                    let ask = Ask::Text(term_of(self.letters(), &name));
                    let quoted = item.quoted || name.contains(' ');
                    next.clauses[at][nth] = Item { text: name, ask, quoted, ..item.clone() };
                    finds(&next, missing)
                });
                if renamed.is_some() {
                    return renamed;
                }
            }
        }
        let mut apart = query.clone();
        apart.clauses = query
            .clauses
            .iter()
            .flat_map(|clause| match clause.as_slice() {
                [item] if held(item) == 0 => {
                    let parts = self.parts(texts, item, options, missing);
                    let parts: Vec<Vec<Item>> = parts.into_iter().map(|part| vec![part]).collect();
                    if parts.is_empty() { vec![clause.clone()] } else { parts }
                }
                _ => vec![clause.clone()],
            })
            .collect();
        if apart != *query {
            let found = finds(&apart, missing);
            if found.is_some() {
                return found;
            }
        }
        if apart.clauses.len() < 2 {
            return None;
        }
        let holders = |clause: &Vec<Item>| clause.iter().map(&held).sum::<usize>();
        let mut rarest: Vec<usize> = (0..apart.clauses.len()).collect();
        rarest.sort_by_key(|&at| holders(&apart.clauses[at]));
        rarest.into_iter().take(TRIES).find_map(|at| {
            let mut next = apart.clone();
            next.clauses.remove(at);
            finds(&next, missing)
        })
    }

    /// The parts of an item that articles hold, from the left and each as long as can be; what stands
    /// between them is left out, and Latin words and numbers stay whole. None while something is missing.
    fn parts(
        &self,
        texts: &Texts,
        item: &Item,
        options: Options,
        missing: &mut Missing,
    ) -> Vec<Item> {
        let characters: Vec<char> = item.text.chars().collect();
        if free(item).is_none() || characters.len() > LONGEST {
            return Vec::new();
        }
        let ends = |at: usize| {
            let beside = |at: usize| characters.get(at).is_some_and(char::is_ascii_alphanumeric);
            at == 0 || !(beside(at - 1) && beside(at))
        };
        let mut parts = Vec::new();
        let mut from = 0;
        while from < characters.len() {
            let run = characters[from..].iter().take_while(|c| c.is_alphanumeric()).count();
            let until = (from + PART..=from + run).rev().filter(|&until| ends(from) && ends(until));
            let mut all = until.map(|until| {
                let text: String = characters[from..until].iter().collect();
                let ask = Ask::Text(term_of(self.letters(), &text));
                (until, Item { text, ask, quoted: false, ..item.clone() })
            });
            let longest = all.find(|(_, part)| {
                let answer = self.answer(texts, part, options, &mut Vec::new(), missing);
                answer.is_some_and(|answer| !answer.matches.is_empty())
            });
            from = longest.as_ref().map_or(from + 1, |(until, _)| *until);
            parts.extend(longest.map(|(_, part)| part));
        }
        if missing.is_empty() { parts } else { Vec::new() }
    }

    /// The names one character away from what an item asks for.
    fn near(&self, item: &Item) -> Vec<String> {
        let Some(term) = free(item).filter(|term| term.len() >= LEAST) else {
            return Vec::new();
        };
        let is_near = |name: &&String| one_away(term, &term_of(self.letters(), name));
        let mut names: Vec<String> = self.name_sets().flatten().filter(is_near).cloned().collect();
        names.sort_unstable_by(|a, b| (a.len(), a).cmp(&(b.len(), b)));
        names.dedup();
        names
    }
}

/// The characters of an item that asks for text anywhere.
fn free(item: &Item) -> Option<&[Letter]> {
    match &item.ask {
        Ask::Text(term) if item.field.is_none() && !item.excluded => Some(term),
        _ => None,
    }
}

/// True where two terms differ in one character: another, one more or one less.
fn one_away(a: &[Letter], b: &[Letter]) -> bool {
    let (short, long) = if a.len() < b.len() { (a, b) } else { (b, a) };
    let same = |(a, b): &(&Letter, &Letter)| alike(**a, **b);
    let front = short.iter().zip(long).take_while(same).count();
    let back = short[front..].iter().rev().zip(long.iter().rev()).take_while(same).count();
    long.len() - front - back == 1
}

#[cfg(test)]
mod tests {
    use deltascope_text::Letters;

    use super::*;

    #[track_caller]
    fn check(a: &str, b: &str, expected: bool) {
        let term = |text: &str| term_of(Letters::whole(), text);
        assert_eq!(one_away(&term(a), &term(b)), expected, "{a} {b}");
        assert_eq!(one_away(&term(b), &term(a)), expected, "{b} {a}");
    }

    #[test]
    fn one_character_may_differ() {
        check("长三脚", "長三角", true);
        check("长三", "长三角", true);
        check("长三三角", "长三角", true);
        check("长江角", "长三", false);
        check("长三角", "長三角", false);
        check("长角三", "长三角", false);
    }
}
