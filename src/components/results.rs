//! The list of articles that pass search and filters.

use crate::dom::{Child, all_of, el, live};
use crate::signals::effect;
use leptos::prelude::*;

use super::{control::button, empty::Empty, result_card::result_card};
use crate::{
    data::Data,
    found::found,
    order::in_order,
    select::Selection,
    store::{data, say, store},
    words::fill,
};

/// How many cards are drawn at a time.
const BATCH: usize = 40;

/// The list: by relevance under a search, else by date, newest first and undated last.
#[component]
pub fn Results() -> impl IntoView {
    let store = store();
    let data = data();
    let found = found();
    let drawn = RwSignal::new(BATCH);
    effect(move || {
        found.selection.track();
        drawn.set(BATCH);
    });
    let list = move || {
        let selection = found.selection.get();
        if selection.articles.is_empty() {
            return view! { <Empty events=false/> }.into_any();
        }
        let search = found.search.get();
        let cards: Vec<AnyView> = match search.as_ref() {
            Some(search) => search
                .hits
                .iter()
                .filter_map(|hit| Some((position(&data, &selection, &hit.article)?, hit)))
                .take(drawn.get())
                .map(|(at, hit)| result_card(&data, store, at, Some(hit)))
                .collect(),
            None => by_date(&data, &selection)
                .into_iter()
                .take(drawn.get())
                .map(|at| result_card(&data, store, at, None))
                .collect(),
        };
        let rest = selection.articles.len().saturating_sub(drawn.get());
        let more = (rest > 0).then(|| {
            button(
                "button more-results",
                "more-results",
                fill(say().filters.more, &rest.to_string()),
                move || {
                    drawn.update(|drawn| *drawn += BATCH);
                },
            )
        });
        all_of([el("ol").class("results").test("results").child(cards).view(), (more).part()])
    };
    live(list)
}

/// The article's position, if it passes.
fn position(data: &Data, selection: &Selection, id: &str) -> Option<usize> {
    let at = data.corpus.articles.binary_search_by(|article| article.id.as_str().cmp(id)).ok()?;
    selection.articles.binary_search(&at).ok().map(|_| at)
}

fn by_date(data: &Data, selection: &Selection) -> Vec<usize> {
    let keys = selection.articles.iter().map(|&at| {
        let published = data.corpus.articles[at].published.as_ref();
        published
            .map(|date| date.edtf.sort_key())
            .map_or((i32::MAX, 0), |(first, last)| (-first, -last))
    });
    in_order(keys).into_iter().map(|at| selection.articles[at]).collect()
}
