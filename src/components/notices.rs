//! What of the address was not understood.

use leptos::prelude::*;

use super::control::{button, live};
use crate::{
    store::{say, store},
    words::fill,
};

/// The notices, until they are dismissed.
#[component]
pub fn Notices() -> impl IntoView {
    let store = store();
    let words = &say().frame;
    live(move || {
        let notices = store.notices.get();
        if notices.is_empty() {
            return ().into_any();
        }
        let lines = notices.iter().map(|notice| {
            let part = [&notice.name, "=", &notice.value].concat();
            view! { <p>{fill(words.notice, &part)}</p> }.into_any()
        });
        view! {
            <div class="notices" role="status" data-testid="notice">
                <div>{lines.collect_view()}</div>
                {button("button", "notice-dismiss", words.dismiss.into(), move || {
                    store.notices.set(Vec::new());
                })}
            </div>
        }
        .into_any()
    })
}
