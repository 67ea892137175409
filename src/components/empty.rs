//! Nothing to show: says so, and offers what would bring something.

use crate::dom::{Child, all_of, el, live};
use leptos::prelude::*;

use super::{
    chips::{chip, chosen},
    control::button,
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
    /// Of another view than the list of articles, which may hold some.
    events: bool,
) -> impl IntoView {
    let store = store();
    let words = say();
    let selection = found().selection;
    let corpus_is_empty = data().corpus.articles.is_empty();
    let body = move || {
        if corpus_is_empty {
            return all_of([
                el("h2").child(words.states.barren).view(),
                el("p").child(words.states.barren_help).view(),
            ]);
        }
        let articles = selection.with(|selection| selection.of(View::Articles as usize).len());
        let elsewhere = (events && articles > 0).then(|| {
            let number = count(words.filters.articles, articles);
            all_of([
                el("p").child(fill(words.states.no_events, &number)).view(),
                (button(
                    "button button-strong",
                    "see-articles",
                    words.states.see_articles.into(),
                    move || store.go(|state| state.show(View::Articles)),
                ))
                .part(),
            ])
        });
        let chosen = store.state.with(chosen);
        let ways = (!chosen.is_empty()).then(|| {
            let chips = chosen.into_iter().map(|(facet, key)| chip(store, facet, key));
            all_of([
                el("p").child(words.states.empty_help).view(),
                el("ul").class("chips").children(chips).view(),
                (button("button", "empty-clear", words.filters.clear_all.into(), move || {
                    store.go(ViewState::clear);
                }))
                .part(),
            ])
        });
        all_of([el("h2").child(words.states.empty).view(), (elsewhere).part(), (ways).part()])
    };
    el("div").class("state state-inline").test("empty").child(live(body)).view()
}
