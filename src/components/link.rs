//! `link`: a link to another state of the app; a plain click stays in the document, any other
//! click (new tab, copy address) gets a true address.

use leptos::{ev::MouseEvent, prelude::*};

/// True for a click that should be answered here, with the browser's own answer stopped.
pub fn taken(event: &MouseEvent) -> bool {
    let plain = event.button() == 0
        && !event.ctrl_key()
        && !event.meta_key()
        && !event.shift_key()
        && !event.alt_key();
    if plain {
        event.prevent_default();
    }
    plain
}

/// A page's own address, if it is one that a link may lead to.
pub fn safe_address(address: &str) -> Option<String> {
    let lower = address.to_ascii_lowercase();
    (lower.starts_with("https://") || lower.starts_with("http://")).then(|| address.to_owned())
}

/// A click that does one thing, as a handler for links.
pub fn instead(action: impl Fn() + 'static) -> impl Fn(MouseEvent) + 'static {
    move |event| {
        if taken(&event) {
            action();
        }
    }
}

/// A button with an icon's character, an accessible name and an action.
pub fn icon_button(
    name: &'static str,
    test: &'static str,
    icon: &'static str,
    action: impl Fn() + 'static,
) -> AnyView {
    view! {
        <button type="button" class="icon-button" id=test aria-label=name title=name data-testid=test
            on:click=move |_| action()>
            <span aria-hidden="true">{icon}</span>
        </button>
    }
    .into_any()
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
