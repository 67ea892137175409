//! Language and scheme.

use crate::dom::el;
use leptos::prelude::*;

use crate::{
    browser,
    state::Theme,
    store::{say, store},
    words::Lang,
};

/// Language and scheme.
#[component]
pub fn Preferences() -> impl IntoView {
    let store = store();
    let words = &say().frame;
    let lang = Lang::ALL.map(|lang| {
        let chosen = move || store.lang.get() == lang;
        el("option")
            .attr("value", lang.tag())
            .attr("lang", lang.tag())
            .prop("selected", chosen)
            .child(lang.name())
            .view()
    });
    let theme = [None, Some(Theme::Light), Some(Theme::Dark)].map(|theme| {
        let name = words.themes[theme.map_or(0, |theme| theme as usize + 1)];
        let chosen = move || store.theme.get() == theme;
        el("option")
            .attr("value", theme.map_or("", Theme::key))
            .prop("selected", chosen)
            .child(name)
            .view()
    });
    let choose_lang = move |event| {
        if let Some(lang) = Lang::from_tag(&event_target_value(&event)) {
            store.choose_lang(lang);
            // The choice was built anew in its own language.
            request_animation_frame(|| {
                browser::focus("lang");
            });
        }
    };
    let choose_theme = move |event| {
        let key = event_target_value(&event);
        store.choose_theme(Theme::ALL.into_iter().find(|theme| theme.key() == key));
    };
    el("div")
        .class("preferences")
        .child(
            el("select")
                .attr("id", "lang")
                .test("lang")
                .attr("aria-label", words.lang)
                .attr("title", words.lang)
                .on("change", choose_lang)
                .children(lang),
        )
        .child(
            el("select")
                .attr("id", "theme")
                .test("theme")
                .attr("aria-label", words.theme)
                .attr("title", words.theme)
                .on("change", choose_theme)
                .children(theme),
        )
        .view()
}
