//! What is to be said of a search: what of the query means nothing, which other names were searched
//! for, and what finds something where it finds nothing.

use crate::dom::{all_of, el, live, none};
use deltascope_model::TextRange;
use leptos::prelude::*;

use super::{control::button, failure::arrived};
use crate::{
    data::Search,
    found::{Found, found},
    store::{Store, say, store},
    words::fill,
};

/// The remarks on the search at hand.
#[component]
pub fn Remarks() -> impl IntoView {
    let store = store();
    let Found { search, under_way, .. } = found();
    let waits = live(move || match under_way.get() {
        Some(arrival) => arrived(arrival, |()| none()),
        None => none(),
    });
    let remarks = live(move || {
        let search = search.get();
        let lines = search.as_ref().as_ref().map_or_else(Vec::new, |one| remarks(store, one));
        if lines.is_empty() {
            return none();
        }
        el("div").class("remarks").attr("role", "status").test("remarks").children(lines).view()
    });
    all_of([waits, remarks])
}

fn remarks(store: Store, Search { text, results, .. }: &Search) -> Vec<AnyView> {
    let words = &say().filters;
    let part = |range: TextRange| range.slice(text).unwrap_or_default();
    let mut lines = Vec::new();
    for problem in &results.problems {
        let said = fill(words.problems[problem.kind as usize], part(problem.range));
        lines.push(el("p").test("problem").child(said).view());
    }
    for also in &results.also {
        let names = el("span").child([words.also, &also.names.join("、")].concat());
        let only = fill(words.only, part(also.term));
        let only = ask(store, "only", only, in_quotes(text, also.term));
        lines.push(el("p").test("also").child(names).child(only).view());
    }
    if let Some(suggestion) = &results.suggestion {
        let other = ask(store, "instead", suggestion.clone(), suggestion.clone());
        lines.push(el("p").child(el("span").child(words.instead)).child(other).view());
    }
    lines
}

/// A button that asks another query.
fn ask(store: Store, test: &'static str, label: String, query: String) -> AnyView {
    button("button", test, label, move || store.go(|state| state.query.clone_from(&query)))
}

/// A query with one of its terms in quotation marks: searched to the letter.
fn in_quotes(text: &str, term: TextRange) -> String {
    let (start, end) = (term.start() as usize, term.end() as usize);
    [&text[..start], "\"", &text[start..end], "\"", &text[end..]].concat()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn one_term_is_put_in_quotation_marks() {
        let text = "甲 两市|乙";
        assert_eq!(in_quotes(text, TextRange::of(4, 10)), "甲 \"两市\"|乙");
    }
}
