//! The rail of filters; a drawer on a narrow screen.

use crate::dom::{all_of, el, value};
use leptos::prelude::*;

use super::{
    chips::total,
    control::{click, icon_button},
    facet_group::FacetGroup,
};
use crate::{
    state::Facet,
    store::{say, store},
};

/// The rail of filters.
#[component]
pub fn FilterRail() -> impl IntoView {
    let store = store();
    let words = &say().filters;
    let groups = Facet::ALL.map(|facet| view! { <FacetGroup facet=facet/> }.into_any());
    let open = move || value(move || store.drawer.get().then(|| "true".to_owned()));
    all_of([
        el("aside")
            .class("rail")
            .attr("id", "filters")
            .attr("aria-label", words.name)
            .test("filters")
            .attr("data-open", open())
            .child(el("div").class("rail-head").child(el("h2").child(words.name)).child(
                icon_button(words.close, "close-filters", "×", move || {
                    store.close_drawer();
                }),
            ))
            .children(groups)
            .child(
                el("div").class("rail-foot").child(
                    el("button")
                        .attr("type", "button")
                        .class("button button-strong")
                        .test("show-results")
                        .on("click", click(move || store.close_drawer()))
                        .child(words.show)
                        .child(el("span").class("count").child(total())),
                ),
            )
            .view(),
        el("div")
            .class("veil")
            .attr("data-open", open())
            .attr("aria-hidden", "true")
            .on("click", click(move || store.close_drawer()))
            .view(),
    ])
}
