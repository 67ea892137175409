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
    words::count,
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
        let names = &words.filters;
        let lists = [
            (View::Articles, names.articles, "see-articles"),
            (View::Figures, names.entries, "see-figures"),
            (View::Timeline, names.events, "see-events"),
        ];
        let see = |(view, name, test): (View, _, _)| {
            let number = selection.with(|selection| selection.of(view as usize).len());
            let go = move || store.go(|state| state.show(view));
            (number > 0).then(|| button("button button-strong", test, count(name, number), go))
        };
        let own = store.state.with(ViewState::list);
        let others = lists.into_iter().filter(|(view, ..)| own != Some(*view));
        let others: Vec<AnyView> = others.filter_map(see).collect();
        let elsewhere = (events && !others.is_empty()).then(|| {
            let line = el("p").child(words.states.elsewhere).view();
            all_of([line, el("p").class("state-line").children(others).view()])
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
