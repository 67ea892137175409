//! Why there is no corpus, or a part of one: what happened, what to do, and another try.

use crate::dom::{Action, el};
use leptos::prelude::*;

use super::control::{button, button_over, click};
use crate::{
    data::{Arrival, Fault, LoadError},
    store::{data, say, store},
    words::fill,
};

/// How the app's own files are called.
const APP: &str = "Deltascope (.wasm)";

/// Which of the words tell of a fault, and what it says of itself.
fn told(fault: &Fault) -> (usize, &str) {
    match fault {
        Fault::Network => (0, ""),
        Fault::Missing => (1, ""),
        Fault::Empty => (2, ""),
        Fault::Truncated => (3, ""),
        Fault::Version(found) => (4, found),
        Fault::Damaged(how) => (5, how),
        Fault::Mixed => (6, ""),
    }
}

/// What has arrived, as `show` draws it; or that it is on its way, or why it did not come.
pub fn arrived<T>(arrival: Arrival<T>, show: impl FnOnce(T) -> AnyView) -> AnyView {
    match arrival {
        Arrival::Here(here) => show(here),
        Arrival::Coming => coming(),
        Arrival::Failed(error) => {
            let data = data();
            part_failure(&error, click(move || data.retry()))
        }
    }
}

/// That a part is on its way.
pub fn coming() -> AnyView {
    el("p")
        .class("state-line")
        .test("part-loading")
        .attr("role", "status")
        .child(el("span").class("pulse").attr("aria-hidden", "true"))
        .child(say().states.part_loading)
        .view()
}

/// That a part of the app did not come, and another try.
pub fn lost(again: impl Fn() + 'static) -> AnyView {
    let error = LoadError { file: APP.to_owned(), fault: Fault::Network };
    part_failure(&error, click(again))
}

/// That a part did not come, why, and another try.
pub fn part_failure(error: &LoadError, again: Action) -> AnyView {
    let words = &say().states;
    let (at, _) = told(&error.fault);
    el("div")
        .class("state-line")
        .attr("role", "alert")
        .test("part-error")
        .child(el("p").child(fill(words.faults[at], &error.file)))
        .child(el("p").child(words.remedies[at]))
        .child(button_over("button", "part-retry", words.retry.into(), again))
        .view()
}

/// The failure of a load.
#[component]
#[expect(clippy::needless_pass_by_value, reason = "a component owns its props")]
pub fn Failure(
    /// What failed.
    error: LoadError,
) -> impl IntoView {
    let store = store();
    let words = &say().states;
    let (at, detail) = told(&error.fault);
    let detail = detail.to_owned();
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
                .child(el("p").child(fill(words.faults[at], &error.file)))
                .child(el("p").child(words.remedies[at]))
                .child(detail)
                .child(button("button button-strong", "retry", words.retry.into(), move || {
                    store.load();
                })),
        )
        .view()
}
