//! The frame: top bar, notices, and below them the observatory, or why there is none.

use std::sync::Arc;

use crate::dom::{el, live, presence, truth};
use crate::signals::memo;
use leptos::prelude::*;

use super::{failure::Failure, notices::Notices, observatory::Observatory, top_bar::TopBar};
use crate::{
    lazy::{self, later},
    state::ViewState,
    store::{Load, say, store},
};

/// That the corpus is on its way.
fn loading() -> AnyView {
    el("main")
        .attr("id", "main")
        .attr("tabindex", "-1")
        .child(
            el("p")
                .class("state")
                .test("loading")
                .attr("role", "status")
                .child(el("span").class("pulse").attr("aria-hidden", "true"))
                .child(say().states.loading),
        )
        .view()
}

/// The frame of the whole app.
#[component]
pub fn Shell() -> impl IntoView {
    let store = store();
    let content = move || match store.load.get() {
        Load::Loading => loading(),
        Load::Answering(answers) => {
            let alone = memo(move || store.state.with(ViewState::searches_alone));
            live(move || {
                let answers = Arc::clone(&answers);
                if alone.get() {
                    later(lazy::first_hits, move |hits| hits(&answers))
                } else {
                    loading()
                }
            })
        }
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
