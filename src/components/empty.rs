//! Nothing to show: says so, and offers what would bring something.

use leptos::prelude::*;

use super::{
    chips::{chip, chosen},
    control::{button, live},
};
use crate::{
    found::found,
    state::{View, ViewState},
    store::{data, say, store},
    words::{count, fill},
};

/// The empty state of a view.
#[component]
pub fn Empty(
    /// Of the timeline; else of the list of articles.
    events: bool,
) -> impl IntoView {
    let store = store();
    let words = say();
    let selection = found().selection;
    let corpus_is_empty = data().corpus.articles.is_empty();
    let body = move || {
        if corpus_is_empty {
            return view! {
                <h2>{words.states.barren}</h2>
                <p>{words.states.barren_help}</p>
            }
            .into_any();
        }
        let articles = selection.with(|selection| selection.articles.len());
        let elsewhere = (events && articles > 0).then(|| {
            let number = count(words.filters.articles, articles);
            view! {
                <p>{fill(words.states.no_events, &number)}</p>
                {button("button button-strong", "see-articles", words.states.see_articles.into(), move || store.go(|state| state.view = View::Articles))}
            }
            .into_any()
        });
        let chosen = store.state.with(chosen);
        let ways = (!chosen.is_empty()).then(|| {
            let chips = chosen.into_iter().map(|(facet, key)| chip(store, facet, key));
            view! {
                <p>{words.states.empty_help}</p>
                <ul class="chips">{chips.collect_view()}</ul>
                {button("button", "empty-clear", words.filters.clear_all.into(), move || store.go(ViewState::clear))}
            }
            .into_any()
        });
        view! { <h2>{words.states.empty}</h2>{elsewhere}{ways} }.into_any()
    };
    view! { <div class="state state-inline" data-testid="empty">{live(body)}</div> }
}
