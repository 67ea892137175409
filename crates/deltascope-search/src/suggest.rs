//! Suggestions: what to search for where nothing is found.
//!
//! 1. a name one character away from a term that stands nowhere: 长三脚 → 长三角
//! 2. the query without one of its terms, the rarest first
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
        let mut finds = |query: &Query| {
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
                    finds(&next)
                });
                if renamed.is_some() {
                    return renamed;
                }
            }
        }
        if query.clauses.len() < 2 {
            return None;
        }
        let holders = |clause: &Vec<Item>| clause.iter().map(&held).sum::<usize>();
        let mut rarest: Vec<usize> = (0..query.clauses.len()).collect();
        rarest.sort_by_key(|&at| holders(&query.clauses[at]));
        rarest.into_iter().take(TRIES).find_map(|at| {
            let mut next = query.clone();
            next.clauses.remove(at);
            finds(&next)
        })
    }

    /// The names one character away from what an item asks for.
    fn near(&self, item: &Item) -> Vec<String> {
        let Ask::Text(term) = &item.ask else { return Vec::new() };
        if item.field.is_some() || item.excluded || term.len() < LEAST {
            return Vec::new();
        }
        let is_near = |name: &&String| one_away(term, &term_of(self.letters(), name));
        let mut names: Vec<String> = self.name_sets().flatten().filter(is_near).cloned().collect();
        names.sort_unstable_by(|a, b| (a.len(), a).cmp(&(b.len(), b)));
        names.dedup();
        names
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
