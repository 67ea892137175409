//! The observatory: filters, main area and reader over a corpus.

use std::sync::Arc;

use crate::dom::{el, live, truth};
use crate::signals::{effect, memo};
use leptos::prelude::*;

use super::{filter_rail::FilterRail, main_area::MainArea, reader::Reader};
use crate::{data::Data, found::Found, state::ViewState, store::store};

/// Filters, main area and reader.
#[component]
pub fn Observatory(
    /// The corpus.
    data: Arc<Data>,
) -> impl IntoView {
    let store = store();
    provide_context(Found::new(store, &data));
    let known = Arc::clone(&data);
    provide_context(data);
    let named = store.part(|from, to| to.initiative.clone_from(&from.initiative));
    effect(move || {
        let unknown = named
            .with(|state| state.initiative.clone().filter(|id| known.initiative(id).is_none()));
        if let Some(id) = unknown {
            store.refuse("initiative", id, |state| state.initiative = None);
        }
    });
    let opened = store.part(|from, to| to.article.clone_from(&from.article));
    let reader = move || {
        opened
            .with(|state| state.article.clone())
            .map(|article| view! { <Reader opened=article/> }.into_any())
            .into_any()
    };
    let narrows = memo(move || store.state.with(ViewState::list).is_some());
    let rail = move || narrows.get().then(|| view! { <FilterRail/> }.into_any()).into_any();
    el("div")
        .class("columns")
        .attr("data-rail", truth(move || narrows.get()))
        .child(live(rail))
        .child(view! { <MainArea/> }.into_any())
        .child(live(reader))
        .view()
}
