//! The frame: top bar, notices, and below them the observatory, or why there is none.

use crate::dom::{el, live, presence, truth};
use leptos::prelude::*;

use super::{failure::Failure, notices::Notices, observatory::Observatory, top_bar::TopBar};
use crate::store::{Load, say, store};

/// The frame of the whole app.
#[component]
pub fn Shell() -> impl IntoView {
    let store = store();
    let words = say();
    let content = move || match store.load.get() {
        Load::Loading => el("main")
            .attr("id", "main")
            .attr("tabindex", "-1")
            .child(
                el("p")
                    .class("state")
                    .test("loading")
                    .attr("role", "status")
                    .child(el("span").class("pulse").attr("aria-hidden", "true"))
                    .child(words.states.loading),
            )
            .view(),
        Load::Failed(error) => view! { <Failure error=error/> }.into_any(),
        Load::Ready(data) => view! { <Observatory data=data/> }.into_any(),
    };
    el("div")
        .class("app")
        .attr("data-reading", truth(move || store.state.with(|state| state.article.is_some())))
        // By an attribute: asked by `:has`, the style sheet would be asked at every change of the page.
        .attr("data-beside", presence(move || store.state.with(|s| s.article.is_some() && s.raw)))
        .child(view! { <TopBar/> }.into_any())
        .child(view! { <Notices/> }.into_any())
        .child(live(content))
        .view()
}
