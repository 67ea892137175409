//! What is told of a place itself. What is said of a group (`三省一市`) is said of each member, but
//! stands between no two of them: beside each other it would be the same in every column.

use deltascope_model::{Corpus, Event, Figure, Place};

/// A place and what lies in it.
pub struct Within<'a> {
    corpus: &'a Corpus,
    place: &'a Place,
}

impl<'a> Within<'a> {
    /// The place with this id.
    pub fn of(corpus: &'a Corpus, id: &str) -> Option<Self> {
        Some(Self { corpus, place: find(corpus, id)? })
    }

    /// True for the place, and for one that lies in it.
    fn holds(&self, id: &str) -> bool {
        let mut at = find(self.corpus, id);
        while let Some(place) = at {
            if place.id == self.place.id {
                return true;
            }
            at = place.parent.as_ref().and_then(|id| find(self.corpus, id));
        }
        false
    }

    /// True for an event that is told of it.
    pub fn has_event(&self, event: &Event) -> bool {
        event.places.iter().any(|id| self.holds(id))
    }

    /// True for a figure of it: its scope names it by itself (`沪浙皖` is no 沪), or, without a scope,
    /// its initiative lies in it and nowhere else.
    pub fn has_figure(&self, figure: &Figure) -> bool {
        if let Some(scope) = &figure.scope {
            let mut names = self.place.aliases.iter().chain([&self.place.name]);
            return names.any(|name| scope.split('、').any(|part| part == name));
        }
        let known = figure.initiative.as_ref().and_then(|id| self.corpus.initiative(id));
        known.is_some_and(|at| {
            let places = &self.corpus.initiatives[at].places;
            !places.is_empty() && places.iter().all(|id| self.holds(id))
        })
    }
}

fn find<'a>(corpus: &'a Corpus, id: &str) -> Option<&'a Place> {
    let at = corpus.places.binary_search_by(|place| place.id.as_str().cmp(id)).ok()?;
    Some(&corpus.places[at])
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::{figures::ledger::tests::figure, network::graph::tests};

    fn place(id: &str, name: &str, parent: Option<&str>) -> Place {
        Place { parent: parent.map(str::to_owned), ..tests::place(id, name, &[]) }
    }

    #[track_caller]
    fn check(id: &str, scope: Option<&str>, expected: bool) {
        let places = vec![
            place("1", "甲省", None),
            place("11", "乙市", Some("1")),
            place("9", "甲丁", None),
        ];
        let corpus = Corpus { places, ..Corpus::default() };
        let within = Within::of(&corpus, id).unwrap();
        let mut one = figure("企业", 1, "5", "家", "2024");
        one.scope = scope.map(str::to_owned);
        assert_eq!(within.has_figure(&one), expected, "{id} {scope:?}");
    }

    #[test]
    fn a_figure_is_of_the_place_that_its_scope_names() {
        check("1", Some("甲省"), true);
        check("1", Some("丙省、甲省"), true);
        check("1", Some("丙省"), false);
        check("1", Some("甲省丙省"), false);
        check("11", None, false);
    }

    #[test]
    fn a_place_holds_what_lies_in_it_and_no_group_of_it() {
        let places = vec![
            place("1", "甲省", None),
            place("11", "乙市", Some("1")),
            place("9", "甲丁", None),
        ];
        let corpus = Corpus { places, ..Corpus::default() };
        let province = Within::of(&corpus, "1").unwrap();
        assert!(province.holds("1") && province.holds("11"));
        assert!(!province.holds("9") && !province.holds("no"));
        assert!(!Within::of(&corpus, "11").unwrap().holds("1"));
        assert!(Within::of(&corpus, "no").is_none());
    }
}
