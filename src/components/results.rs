//! The list of stories that pass search and filters: an article, and those that reprint it.

use crate::dom::{all_of, el, live, none};
use crate::signals::effect;
use deltascope_search::{Found, Hits, Selection, Sort};
use leptos::prelude::*;

use super::{
    control::{more, side},
    empty::Empty,
    result_card::result_card,
};
use crate::{
    data::Data,
    found::found,
    listing,
    state::View,
    store::{data, say, store},
};

/// How many cards are drawn at first, which each key that is typed draws anew.
const FIRST: usize = 8;
/// How many cards are drawn with each press for more.
const BATCH: usize = 24;

/// The list: by relevance under a search, else by date, newest first and undated last.
#[component]
pub fn Results() -> impl IntoView {
    let store = store();
    let data = data();
    let found = found();
    let order = store.part(|from, to| to.sort = from.sort);
    let drawn = RwSignal::new(FIRST);
    effect(move || {
        found.selection.track();
        drawn.set(FIRST);
    });
    let list = move || {
        let selection = found.selection.get();
        if selection.articles.is_empty() {
            return view! { <Empty events=false/> }.into_any();
        }
        let search = found.search.get();
        let hits = (*search).as_ref().map(|search| &search.results.hits);
        let hits = hits.filter(|hits| !hits.is_empty());
        let sort = order.with(|state| state.sort);
        // Those that are not drawn need no order among themselves.
        let shown = match hits {
            Some(hits) if sort == Sort::Relevance => {
                by_relevance(&data, &selection, hits, drawn.get())
            }
            _ => {
                let ranked = listing::by_date(&data.corpus, &selection.articles);
                let all = data.corpus.articles.len();
                listing::stories(&ranked, drawn.get(), all, |at| data.facets.story(at))
            }
        };
        let cards: Vec<AnyView> =
            shown.iter().map(|story| result_card(&data, store, story, &search)).collect();
        let all = selection.of(View::Articles as usize).len();
        let more = more("more-results", all, BATCH, drawn);
        let orders = if hits.is_none() { none() } else { orders(sort) };
        all_of([orders, el("ol").class("results").test("results").child(cards).view(), more])
    };
    live(list)
}

/// The two orders of what a search finds, to choose from.
fn orders(now: Sort) -> AnyView {
    let sorts = [("by-relevance", Sort::Relevance), ("by-date", Sort::Date)];
    let choices = say().filters.orders.into_iter().zip(sorts).map(|(label, (test, sort))| {
        side(test, label, move || sort == now, move |state| state.sort = sort)
    });
    el("div").class("switch orders").children(choices).view()
}

/// The first stories of the articles that pass, in the order of the hits.
fn by_relevance(data: &Data, selection: &Selection, hits: &Hits, first: usize) -> Vec<Vec<usize>> {
    let mut passes = vec![false; data.corpus.articles.len()];
    for &at in &selection.articles {
        passes[at] = true;
    }
    let passing = hits.filtered(|at| passes[at as usize]);
    let stories = passing.stories(first, |at| data.facets.story(at as usize) as u32);
    let article = |found: &Found| found.article as usize;
    stories.iter().map(|story| story.iter().map(article).collect()).collect()
}
