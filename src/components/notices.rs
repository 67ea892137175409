//! What of the address was not understood.

use crate::dom::{el, live, none};
use leptos::prelude::*;

use super::control::button;
use crate::{
    state::CORPUS,
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
            return none();
        }
        let lines = notices.iter().map(|notice| {
            if notice.name == CORPUS {
                return el("p").test("changed").child(words.changed).view();
            }
            let part = [&notice.name, "=", &notice.value].concat();
            el("p").child(fill(words.notice, &part)).view()
        });
        el("div")
            .class("notices")
            .attr("role", "status")
            .test("notice")
            .child(el("div").children(lines))
            .child(button("button", "notice-dismiss", words.dismiss.into(), move || {
                store.notices.set(Vec::new());
            }))
            .view()
    })
}
