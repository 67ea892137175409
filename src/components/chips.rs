//! The chips: everything that narrows what is shown, each to be taken away, and the number left.

use std::sync::Arc;

use crate::dom::{el, live, none, truth};
use leptos::prelude::*;

use super::control::{button, click};
use crate::{
    browser,
    found::found,
    lazy::{self, later},
    naming,
    state::{Facet, View, ViewState},
    store::{Store, data, say, store},
    words::{count, fill},
};

/// The number of results, the chips, and the button that opens the filters on a narrow screen.
#[component]
pub fn Chips() -> impl IntoView {
    let store = store();
    let words = &say().filters;
    let narrowing = store.part(|from, to| {
        to.query.clone_from(&from.query);
        to.picks.clone_from(&from.picks);
    });
    let asked = RwSignal::new(0);
    let chips = move || {
        let chosen = narrowing.with(chosen);
        asked.set(0);
        if chosen.is_empty() {
            return none();
        }
        let chips = chosen.into_iter().map(|(facet, key)| chip(store, facet, key));
        el("ul")
            .class("chips")
            .attr("aria-label", words.chosen)
            .children(chips)
            .child(el("li").child(button(
                "clear-all",
                "clear-all",
                words.clear_all.into(),
                move || {
                    store.go(ViewState::clear);
                    browser::focus("main");
                },
            )))
            .child(el("li").class("save-all").child(button(
                "clear-all",
                "save-all",
                words.save.into(),
                move || asked.update(|times| *times += 1),
            )))
            .view()
    };
    let data = data();
    let report = move || {
        if asked.get() == 0 {
            return none();
        }
        let data = Arc::clone(&data);
        later(lazy::report, move |report| report(&data))
    };
    el("div")
        .class("narrowing")
        .child(
            el("button")
                .attr("type", "button")
                .attr("id", "open-filters")
                .class("button open-filters")
                .test("open-filters")
                .attr("aria-controls", "filters")
                .attr("aria-expanded", truth(move || store.drawer.get()))
                .on(
                    "click",
                    click(move || {
                        store.drawer.set(true);
                        request_animation_frame(|| {
                            browser::focus("close-filters");
                        });
                    }),
                )
                .child(words.name),
        )
        .child(el("p").class("total").test("total").attr("role", "status").child(total()))
        .child(live(chips))
        .child(live(report))
        .view()
}

/// The number of what passes: stories in the list of articles, else what the view shows.
pub fn total() -> AnyView {
    let store = store();
    let words = &say().filters;
    let selection = found().selection;
    let shown = store.part(ViewState::copy_list);
    live(move || {
        // Ties, flows and comparisons are made of what passes: its number is not theirs.
        let listed = |state: &ViewState| {
            state
                .list()
                .filter(|_| !matches!(state.view, View::Compare | View::Network | View::Flows))
        };
        let Some(view) = shown.with(listed) else { return none() };
        let names = [words.events, words.articles, words.entries, words.targets];
        selection.with(|selection| {
            let number = selection.of(view as usize).len();
            let mut told = count(names[view as usize], number);
            let reprints = selection.articles.len().saturating_sub(number);
            if view == View::Articles && reprints > 0 {
                told.push_str(&fill(words.with_reprints, &reprints.to_string()));
            }
            told.into_any()
        })
    })
}

/// What narrows the view: the query as no facet, then each chosen value.
pub fn chosen(state: &ViewState) -> Vec<(Option<Facet>, String)> {
    let query = Some(state.query.trim()).filter(|query| !query.is_empty());
    let values = Facet::ALL.into_iter().flat_map(|facet| {
        state.picks[facet as usize].iter().map(move |key| (Some(facet), key.clone()))
    });
    query.map(|query| (None, query.to_owned())).into_iter().chain(values).collect()
}

/// Takes one of what narrows away.
fn drop_one(state: &mut ViewState, facet: Option<Facet>, key: &str) {
    match facet {
        Some(facet) => state.toggle(facet, key),
        None => state.query.clear(),
    }
}

/// One chip: a click takes away what it names.
pub fn chip(store: Store, facet: Option<Facet>, key: String) -> AnyView {
    let words = say();
    let name = match facet {
        Some(facet) => naming::value(&data(), facet, &key, store.lang.get_untracked()),
        None => fill(words.states.quoted, &key),
    };
    let about = facet.map_or("", |facet| words.filters.facets[facet as usize]);
    el("li")
        .child(
            el("button")
                .attr("type", "button")
                .class("chip")
                .test("chip")
                .attr("data-facet", facet.map_or("q", Facet::key))
                .on(
                    "click",
                    click(move || {
                        store.go(|state| drop_one(state, facet, &key));
                        browser::focus("main");
                    }),
                )
                .child(el("span").class("unseen").child(words.filters.remove))
                .child(el("span").class("chip-facet").child(about))
                .child(el("span").class("chip-name").child(name))
                .child(el("span").class("chip-x").attr("aria-hidden", "true").child("×")),
        )
        .view()
}
