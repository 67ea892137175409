//! The search box: searches as one types, but never while an input method composes.

use crate::dom::{drawing, el, live, value};
use leptos::{ev, prelude::*, wasm_bindgen::JsCast};

use super::control::icon_button;
use crate::{
    app::SEARCH_BOX,
    drawings::GLASS,
    state::View,
    store::{say, store},
};

/// The search box.
#[component]
pub fn SearchBox() -> impl IntoView {
    let store = store();
    let words = &say().frame;
    let part = store.part(|from, to| to.query.clone_from(&from.query));
    let query = move || part.with(|state| state.query.clone());
    let is_empty = move || part.with(|state| state.query.is_empty());
    let is_empty_now = move || part.with_untracked(|state| state.query.is_empty());
    let composing = StoredValue::new(false);
    let put = move |text: String| store.adjust(|state| state.query = text);
    let typed = move |event: ev::Event| {
        if !composing.get_value() {
            put(event_target_value(&event));
        }
    };
    let pressed = move |event: ev::Event| {
        let event: ev::KeyboardEvent = event.unchecked_into();
        // While composing, Enter and Escape belong to the input method; 229 is how some browsers
        // name such a key.
        if composing.get_value() || event.is_composing() || event.key_code() == 229 {
            return;
        }
        match event.key().as_str() {
            "Escape" if !is_empty_now() => {
                event.prevent_default();
                put(String::new());
            }
            "Enter" if !is_empty_now() => {
                store.go(|state| state.show(View::Articles));
            }
            _ => {}
        }
    };
    let clear = move || {
        put(String::new());
        crate::browser::focus(SEARCH_BOX);
    };
    let clear_button = move || {
        if is_empty() {
            el("kbd").class("search-key").attr("aria-hidden", "true").child("/").view()
        } else {
            icon_button(words.search_clear, "search-clear", "×", clear)
        }
    };
    el("div")
        .class("search")
        .attr("role", "search")
        .child(drawing("search-icon", "0 0 20 20", [("", GLASS.to_owned())]))
        .child(
            el("input")
                .attr("id", SEARCH_BOX)
                .test(SEARCH_BOX)
                .attr("type", "search")
                .attr("autocomplete", "off")
                .attr("autocapitalize", "off")
                .attr("spellcheck", "false")
                .attr("enterkeyhint", "search")
                .attr("aria-label", words.search)
                .attr("placeholder", words.search_hint)
                .field("value", value(move || Some(query())))
                .on("input", typed)
                .on("keydown", pressed)
                .on("compositionstart", move |_| composing.set_value(true))
                .on("compositionend", move |event| {
                    composing.set_value(false);
                    put(event_target_value(&event));
                }),
        )
        .child(live(clear_button))
        .view()
}
