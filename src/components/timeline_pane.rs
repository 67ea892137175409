//! The timeline over what passes search and filters.

use std::sync::Arc;

use crate::dom::{all_of, live, none};
use crate::signals::{Shared, memo};
use leptos::prelude::*;

use super::{empty::Empty, main_area::kept};
use crate::{
    browser,
    found::found,
    state::{Form, View},
    store::{data, store},
    timeline::{Wiring, timeline},
};

/// The timeline, or why it is empty.
#[component]
pub fn TimelinePane() -> impl IntoView {
    let store = store();
    let data = data();
    let selection = found().selection;
    let empty =
        memo(move || selection.with(|selection| selection.of(View::Timeline as usize).is_empty()));
    let opening = Arc::clone(&data);
    let on_open = Callback::new(move |event: String| {
        let article = opening.event(&event).and_then(|event| event.evidence.first());
        if let Some(evidence) = article {
            store.open(&evidence.article, Some(event));
        }
    });
    let wiring = Wiring {
        events: memo(move || {
            Shared::new(selection.with(|all| all.of(View::Timeline as usize).to_vec()))
        }),
        lang: store.lang,
        by: memo(move || store.state.with(|state| state.by)),
        form: memo(move || store.state.with(|state| state.form)),
        window: memo(move || store.state.with(|state| state.window)),
        today: Some(browser::today()),
        on_window: Callback::new(move |window| store.adjust(|state| state.window = window)),
        on_look: Callback::new(move |(by, form): (_, Option<Form>)| {
            store.go(|state| (state.by, state.form) = (by, form));
        }),
        on_open,
        on_initiative: Callback::new(move |id: String| store.open_initiative(&id)),
    };
    all_of([
        live(move || if empty.get() { view! { <Empty events=true/> }.into_any() } else { none() }),
        kept(memo(move || !empty.get()), move || timeline(&data, wiring)),
    ])
}
