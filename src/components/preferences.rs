//! Language and scheme.

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
        let name = ["简体", "繁體", "English"][lang as usize];
        let chosen = move || store.lang.get() == lang;
        view! { <option value=lang.tag() lang=lang.tag() prop:selected=chosen>{name}</option> }
            .into_any()
    });
    let theme = [None, Some(Theme::Light), Some(Theme::Dark)].map(|theme| {
        let name = words.themes[theme.map_or(0, |theme| theme as usize + 1)];
        let chosen = move || store.theme.get() == theme;
        view! { <option value=theme.map_or("", Theme::key) prop:selected=chosen>{name}</option> }
            .into_any()
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
    view! {
        <div class="preferences">
            <select id="lang" data-testid="lang" aria-label=words.lang title=words.lang
                on:change=choose_lang>{lang.into_iter().collect_view().into_any()}</select>
            <select id="theme" data-testid="theme" aria-label=words.theme title=words.theme
                on:change=choose_theme>{theme.into_iter().collect_view().into_any()}</select>
        </div>
    }
}
