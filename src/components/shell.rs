//! The frame: top bar, notices, and below them the observatory, or why there is none.

use leptos::prelude::*;

use super::{
    control::{live, truth},
    failure::Failure,
    notices::Notices,
    observatory::Observatory,
    top_bar::TopBar,
};
use crate::store::{Load, say, store};

/// The frame of the whole app.
#[component]
pub fn Shell() -> impl IntoView {
    let store = store();
    let words = say();
    let content = move || match store.load.get() {
        Load::Loading => view! {
            <main id="main" tabindex="-1"><p class="state" data-testid="loading" role="status">
                <span class="pulse" aria-hidden="true"></span>
                {words.states.loading}
            </p></main>
        }
        .into_any(),
        Load::Failed(error) => view! { <Failure error=error/> }.into_any(),
        Load::Ready(data) => view! { <Observatory data=data/> }.into_any(),
    };
    view! {
        <div class="app" data-reading=truth(move || store.state.with(|state| state.article.is_some()))>
            <TopBar/>
            <Notices/>
            {live(content)}
        </div>
    }
}
