//! Why there is no corpus: what happened, what to do, and another try.

use leptos::prelude::*;

use super::control::button;
use crate::{
    data::{Fault, LoadError},
    store::{say, store},
    words::fill,
};

/// The failure of a load.
#[component]
pub fn Failure(
    /// What failed.
    error: LoadError,
) -> impl IntoView {
    let store = store();
    let words = &say().states;
    let (at, detail) = match error.fault {
        Fault::Network => (0, String::new()),
        Fault::Missing => (1, String::new()),
        Fault::Empty => (2, String::new()),
        Fault::Truncated => (3, String::new()),
        Fault::Version(found) => (4, found),
        Fault::Damaged(how) => (5, how),
        Fault::Mixed => (6, String::new()),
    };
    let detail = (!detail.is_empty()).then(|| {
        view! { <p class="state-detail">{words.detail}<code>{detail}</code></p> }.into_any()
    });
    view! {
        <main id="main" tabindex="-1"><div class="state" role="alert" data-testid="error">
            <h1>{words.failed}</h1>
            <p>{fill(words.faults[at], error.file)}</p>
            <p>{words.remedies[at]}</p>
            {detail}
            {button("button button-strong", "retry", words.retry.into(), move || store.load())}
        </div></main>
    }
}
