//! The rail of filters; a drawer on a narrow screen.

use leptos::prelude::*;

use super::{
    chips::total,
    control::{click, icon_button, value},
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
    view! {
        <aside class="rail" id="filters" aria-label=words.name data-testid="filters" data-open=open()>
            <div class="rail-head">
                <h2>{words.name}</h2>
                {icon_button(words.close, "close-filters", "×", move || store.close_drawer())}
            </div>
            {groups.into_iter().collect_view().into_any()}
            <div class="rail-foot">
                <button type="button" class="button button-strong" data-testid="show-results"
                    on:click=click(move || store.close_drawer())>
                    {words.show}<span class="count">{total()}</span>
                </button>
            </div>
        </aside>
        <div class="veil" data-open=open() aria-hidden="true" on:click=click(move || store.close_drawer())></div>
    }
}
