//! The top bar: name, search, views, preferences. In an embed only the search, the views and a
//! link to the whole app are left.

use crate::dom::{drawing, el, live, none, value};
use leptos::prelude::*;

use super::{control::instead, preferences::Preferences, search_box::SearchBox};
use crate::{
    browser,
    drawings::MARK,
    signals::effect_from,
    state::{View, ViewState},
    store::{Store, say, store},
};

/// The top bar.
#[component]
pub fn TopBar() -> impl IntoView {
    let store = store();
    let words = &say().frame;
    let embed = move || store.state.with(|state| state.embed);
    let home = move |state: &mut ViewState| {
        *state = ViewState { lang: state.lang, theme: state.theme, ..ViewState::default() };
    };
    let brand = move || {
        if embed() {
            return none();
        }
        el("a")
            .class("brand")
            .test("brand")
            .attr("href", value(move || Some(store.address(home))))
            .on("click", instead(move || store.go(home)))
            .child(drawing("brand-mark", "0 0 64 64", MARK.map(|(class, d)| (class, d.to_owned()))))
            .child(el("span").class("brand-name").attr("lang", "en").child("Deltascope"))
            .child(el("span").class("brand-line").child(words.tagline))
            .view()
    };
    let corner = move || {
        if embed() {
            let whole = move |state: &mut ViewState| state.embed = false;
            return el("a")
                .class("open-full")
                .test("open-full")
                .attr("target", "_blank")
                .attr("rel", "noopener")
                .attr("href", value(move || Some(store.address(whole))))
                .child(words.open_full)
                .view();
        }
        view! { <Preferences/> }.into_any()
    };
    let shown = store.part(|from, to| {
        (to.view, to.initiative) = (from.view, from.initiative.clone());
    });
    effect_from(move |first| {
        shown.track();
        // The first is shown when the app takes over from the page's first frame.
        if !first {
            request_animation_frame(|| browser::show_tab(browser::TAB));
        }
    });
    el("header")
        .class("top")
        .child(
            el("a")
                .class("skip")
                .attr("href", "#main")
                .on(
                    "click",
                    instead(|| {
                        browser::focus("main");
                    }),
                )
                .child(words.skip),
        )
        .child(live(brand))
        .child(view! { <SearchBox/> }.into_any())
        .child(
            el("nav")
                .class("views")
                .attr("aria-label", words.views_name)
                .children(View::ALL.into_iter().take(View::TABS).map(|view| tab(store, view))),
        )
        .child(live(corner))
        .view()
}

fn tab(store: Store, view: View) -> AnyView {
    let show = move |state: &mut ViewState| state.show(view);
    let is_shown = move |state: &ViewState| state.view.tab() == view && state.initiative.is_none();
    let current = value(move || store.state.with(is_shown).then(|| "page".to_owned()));
    el("a")
        .class("view-tab")
        .test(["view-", view.key()].concat())
        .attr("aria-current", current)
        .attr("href", value(move || Some(store.address(show))))
        .on("click", instead(move || store.go(show)))
        .child(say().frame.views[view as usize])
        .view()
}
