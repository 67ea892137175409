//! The switch between the faces of the figures: the list, small charts, flows.

use crate::dom::{el, value};
use leptos::prelude::*;

use super::control::instead;
use crate::{
    state::{View, ViewState},
    store::{say_in, store},
    words::figures::FigureWords,
};

/// The switch.
pub fn faces() -> AnyView {
    let store = store();
    let links = View::FACES.into_iter().zip(say_in(FigureWords::of).faces).map(|(face, name)| {
        let show = move |state: &mut ViewState| state.show(face);
        let current =
            value(move || store.state.with(|state| state.view == face).then(|| "page".to_owned()));
        let link = el("a")
            .test(["face-", face.key()].concat())
            .attr("aria-current", current)
            .attr("href", value(move || Some(store.address(show))))
            .on("click", instead(move || store.go(show)))
            .child(name);
        el("li").child(link).view()
    });
    el("ul")
        .class("switch faces")
        .attr("aria-label", say_in(FigureWords::of).face)
        .children(links)
        .view()
}
