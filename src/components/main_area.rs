//! The main area: one of the views, under the chips where it follows them.

use leptos::prelude::*;

use super::{
    about::About,
    chips::Chips,
    control::{live, value},
    issues::Issues,
    results::Results,
    timeline_pane::TimelinePane,
};
use crate::{
    state::View,
    store::{say, store},
};

/// The main area.
#[component]
pub fn MainArea() -> impl IntoView {
    let store = store();
    let view = Memo::new(move |_| store.state.with(|state| state.view));
    let content = move || match view.get() {
        View::Timeline => view! { <Chips/><TimelinePane/> }.into_any(),
        View::Articles => view! { <Chips/><Results/> }.into_any(),
        View::Issues => view! { <Issues/> }.into_any(),
        View::About => view! { <About/> }.into_any(),
    };
    let name = move || say().frame.views[view.get() as usize];
    view! {
        <main id="main" class="main" tabindex="-1" aria-label=value(move || Some(name().to_owned()))>
            <h1 class="unseen">{live(move || name().into_any())}</h1>
            {live(content)}
        </main>
    }
}
