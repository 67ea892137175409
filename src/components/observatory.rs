//! The observatory: filters, main area and reader over a corpus.

use std::sync::Arc;

use leptos::prelude::*;

use super::{
    control::{live, truth},
    filter_rail::FilterRail,
    main_area::MainArea,
    reader::Reader,
};
use crate::{data::Data, found::Found, store::store};

/// Filters, main area and reader.
#[component]
pub fn Observatory(
    /// The corpus.
    data: Arc<Data>,
) -> impl IntoView {
    let store = store();
    provide_context(Found::new(store, &data));
    provide_context(data);
    let opened = Memo::new(move |_| store.state.with(|state| state.article.clone()));
    let reader = move || {
        opened.get().map(|article| view! { <Reader opened=article/> }.into_any()).into_any()
    };
    let narrows = Memo::new(move |_| store.state.with(|state| state.view.follows_filters()));
    let rail = move || narrows.get().then(|| view! { <FilterRail/> }.into_any()).into_any();
    view! {
        <div class="columns" data-rail=truth(move || narrows.get())>
            {live(rail)}
            <MainArea/>
            {live(reader)}
        </div>
    }
}
