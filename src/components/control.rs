//! Controls that every view shares: links to another state of the app, buttons, switches.
//!
//! Each is one function over boxed actions: a view's type is compiled once for each shape, and the
//! app crosses the network as that code.

use std::sync::Arc;

use crate::dom::{Action, Value, el, none, truth, value};
use leptos::{ev::MouseEvent, prelude::*, wasm_bindgen::JsCast};

use crate::{
    state::ViewState,
    store::{say, store},
    words::fill,
};

/// A change of what is shown.
pub type Change = Arc<dyn Fn(&mut ViewState) + Send + Sync>;

/// A click that does one thing.
pub fn click(action: impl Fn() + 'static) -> Action {
    Box::new(move |_| action())
}

/// A plain click on a link, answered here instead of by the browser. Any other click (new tab,
/// copy the address) is the browser's.
pub fn instead(action: impl Fn() + 'static) -> Action {
    Box::new(move |event| {
        let event: MouseEvent = event.unchecked_into();
        let plain = event.button() == 0
            && !event.ctrl_key()
            && !event.meta_key()
            && !event.shift_key()
            && !event.alt_key();
        if plain {
            event.prevent_default();
            action();
        }
    })
}

/// A link to another state, with its true address. The id may be empty; one with an id gets the
/// focus back when the reader that it opened is closed.
pub fn link(
    class: &'static str,
    test: &'static str,
    id: String,
    label: AnyView,
    change: impl Fn(&mut ViewState) + Send + Sync + 'static,
) -> AnyView {
    link_over(class, test, id, label, Arc::new(change))
}

fn link_over(
    class: &'static str,
    test: &'static str,
    id: String,
    label: AnyView,
    change: Change,
) -> AnyView {
    let store = store();
    let id = (!id.is_empty()).then_some(id);
    let there = Arc::clone(&change);
    let address = value(move || Some(store.address(|state| there(state))));
    el("a")
        .class(class)
        .attr("id", id)
        .test(test)
        .attr("href", address)
        .on("click", instead(move || store.go(|state| change(state))))
        .child(label)
        .view()
}

/// A button.
pub fn button(
    class: &'static str,
    test: &'static str,
    label: String,
    action: impl Fn() + 'static,
) -> AnyView {
    button_over(class, test, label, click(action))
}

/// A button whose action is boxed already.
pub fn button_over(
    class: &'static str,
    test: &'static str,
    label: String,
    action: Action,
) -> AnyView {
    el("button")
        .attr("type", "button")
        .class(class)
        .test(test)
        .on("click", action)
        .child(label)
        .view()
}

/// The button that draws the next `batch` of `all` entries, where there are more than are drawn.
pub fn more(test: &'static str, all: usize, batch: usize, drawn: RwSignal<usize>) -> AnyView {
    let rest = all.saturating_sub(drawn.get());
    if rest == 0 {
        return none();
    }
    let label = fill(say().filters.more, &rest.to_string());
    button("button more-results", test, label, move || drawn.update(|drawn| *drawn += batch))
}

/// A button with a character for an icon; its test id is its id too.
pub fn icon_button(
    name: &'static str,
    test: &'static str,
    icon: &'static str,
    action: impl Fn() + 'static,
) -> AnyView {
    icon_button_over(name, test, icon, click(action))
}

fn icon_button_over(
    name: &'static str,
    test: &'static str,
    icon: &'static str,
    action: Action,
) -> AnyView {
    el("button")
        .attr("type", "button")
        .class("icon-button")
        .attr("id", test)
        .attr("aria-label", name)
        .attr("title", name)
        .test(test)
        .on("click", action)
        .child(el("span").attr("aria-hidden", "true").child(icon))
        .view()
}

/// One side of a switch.
pub fn side(
    test: &'static str,
    label: &'static str,
    pressed: impl Fn() -> bool + Send + 'static,
    change: impl Fn(&mut ViewState) + 'static,
) -> AnyView {
    let store = store();
    side_over(test, label, truth(pressed), click(move || store.go(&change)))
}

fn side_over(test: &'static str, label: &'static str, pressed: Value, action: Action) -> AnyView {
    el("button")
        .attr("type", "button")
        .test(test)
        .attr("aria-pressed", pressed)
        .on("click", action)
        .child(label)
        .view()
}

/// A page's own address, if it is one that a link may lead to.
pub fn safe_address(address: &str) -> Option<String> {
    let lower = address.to_ascii_lowercase();
    (lower.starts_with("https://") || lower.starts_with("http://")).then(|| address.to_owned())
}

#[cfg(test)]
mod tests {
    use super::safe_address;

    #[test]
    fn only_addresses_of_the_web_become_links() {
        assert!(safe_address("https://example.org/a").is_some());
        assert!(safe_address("HTTP://example.org").is_some());
        for address in ["javascript:alert(1)", "data:text/html,x", " https://x", "//x", ""] {
            assert_eq!(safe_address(address), None, "{address}");
        }
    }
}
