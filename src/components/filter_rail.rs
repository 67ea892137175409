//! The rail of filters; a drawer on a narrow screen.

use leptos::prelude::*;

use super::{facet_group::FacetGroup, link::icon_button};
use crate::{
    found::found,
    state::{Facet, View},
    store::{say, store},
    words::count,
};

/// The rail of filters.
#[component]
pub fn FilterRail() -> impl IntoView {
    let store = store();
    let words = &say().filters;
    let selection = found().selection;
    let groups = Facet::ALL.map(|facet| view! { <FacetGroup facet=facet/> }.into_any());
    let total = move || {
        let articles = store.state.with(|state| state.view == View::Articles);
        selection.with(|selection| {
            if articles {
                count(words.articles, selection.articles.len())
            } else {
                count(words.events, selection.events.len())
            }
        })
    };
    let open = move || store.drawer.get().then_some("true");
    view! {
        <aside class="rail" id="filters" aria-label=words.name data-testid="filters" data-open=open>
            <div class="rail-head">
                <h2>{words.name}</h2>
                {icon_button(words.close, "close-filters", "×", move || store.close_drawer())}
            </div>
            {groups.into_iter().collect_view().into_any()}
            <div class="rail-foot">
                <button type="button" class="button button-strong" data-testid="show-results"
                    on:click=move |_| store.close_drawer()>
                    {words.show}<span class="count">{total}</span>
                </button>
            </div>
        </aside>
        <div class="veil" data-open=open aria-hidden="true" on:click=move |_| store.close_drawer()></div>
    }
}
