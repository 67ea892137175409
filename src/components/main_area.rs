//! The main area: one of the views, under the chips where it follows them.

use crate::dom::{all_of, el, live, value};
use leptos::prelude::*;

use super::{
    about::About, chips::Chips, issues::Issues, results::Results, timeline_pane::TimelinePane,
};
use crate::{
    state::View,
    store::{say, store},
};

/// The main area.
#[component]
pub fn MainArea() -> impl IntoView {
    let store = store();
    let view = store.part(|from, to| to.view = from.view);
    let view = move || view.with(|state| state.view);
    let content = move || match view() {
        View::Timeline => {
            all_of([view! { <Chips/> }.into_any(), view! { <TimelinePane/> }.into_any()])
        }
        View::Articles => all_of([view! { <Chips/> }.into_any(), view! { <Results/> }.into_any()]),
        View::Issues => view! { <Issues/> }.into_any(),
        View::About => view! { <About/> }.into_any(),
    };
    let name = move || say().frame.views[view() as usize];
    el("main")
        .attr("id", "main")
        .class("main")
        .attr("tabindex", "-1")
        .attr("aria-label", value(move || Some(name().to_owned())))
        .child(el("h1").class("unseen").child(live(move || name().into_any())))
        .child(live(content))
        .view()
}
