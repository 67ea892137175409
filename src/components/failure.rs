//! Why there is no corpus: what happened, what to do, and another try.

use crate::dom::el;
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
        el("p").class("state-detail").child(words.detail).child(el("code").child(detail)).view()
    });
    el("main")
        .attr("id", "main")
        .attr("tabindex", "-1")
        .child(
            el("div")
                .class("state")
                .attr("role", "alert")
                .test("error")
                .child(el("h1").child(words.failed))
                .child(el("p").child(fill(words.faults[at], error.file)))
                .child(el("p").child(words.remedies[at]))
                .child(detail)
                .child(button("button button-strong", "retry", words.retry.into(), move || {
                    store.load();
                })),
        )
        .view()
}
