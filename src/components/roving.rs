//! The keys of a field of which one thing at a time is reached by Tab: arrows, Home and End lead to
//! another.

use leptos::prelude::*;

use crate::{browser, signals::effect};

/// Lets keys in the element `field` move the focus, and with it the `stop` of Tab. `next` tells where
/// a key leads from one thing, and `id` the element of a thing.
pub fn roving(
    field: &'static str,
    stop: RwSignal<usize>,
    id: fn(usize) -> String,
    next: impl Fn(usize, &str) -> Option<usize> + Clone + 'static,
) {
    effect(move || {
        let next = next.clone();
        browser::watch_events(field, &["keydown"], move |event| {
            let plain = !event.command && !event.alt && !event.shift;
            let found = next(stop.get_untracked(), &event.key).filter(|_| plain);
            if let Some(found) = found {
                stop.set(found);
                browser::show_and_focus(&id(found));
            }
            found.is_some()
        });
    });
}
