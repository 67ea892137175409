//! The choice of one kind of what a view lists; the address holds it.

use crate::dom::{el, truth};
use leptos::prelude::*;

use super::control::click;
use crate::store::{say_in, store};
use crate::words::about::AboutWords;

/// A kind: its key, its name, and how much of it there is.
pub type Kind = (String, String, usize);

/// The kinds of what a list holds, with how often each occurs, in the order of `keys`, which may
/// name one twice. `name` is what a kind is called.
pub fn occurring<'a>(
    keys: impl Iterator<Item = &'a str>,
    name: impl Fn(&str) -> String,
) -> Vec<Kind> {
    let mut kinds: Vec<Kind> = Vec::new();
    for key in keys {
        match kinds.iter_mut().find(|(known, ..)| known == key) {
            Some((.., number)) => *number += 1,
            None => kinds.push((key.to_owned(), name(key), 1)),
        }
    }
    kinds
}

/// The buttons: all `number` entries, or those of one kind.
pub fn kinds(name: &'static str, number: usize, kinds: Vec<Kind>) -> AnyView {
    let all = std::iter::once((None, say_in(AboutWords::of).all_kinds.to_owned(), number));
    let kinds = kinds.into_iter().map(|(key, name, number)| (Some(key), name, number));
    let buttons = all.chain(kinds).map(|(key, name, number)| choice(key, name, number));
    el("ul").class("kinds").attr("aria-label", name).children(buttons).view()
}

fn choice(key: Option<String>, name: String, number: usize) -> AnyView {
    let store = store();
    let own = key.clone();
    let pressed = truth(move || store.state.with(|state| state.only == own));
    el("li")
        .child(
            el("button")
                .attr("type", "button")
                .class("button")
                .test("kind")
                .attr("data-kind-of", key.clone())
                .attr("aria-pressed", pressed)
                .on("click", click(move || store.go(|state| state.only.clone_from(&key))))
                .child(name)
                .child(el("span").class("count").child(number.to_string())),
        )
        .view()
}
