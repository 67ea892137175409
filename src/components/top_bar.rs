//! The top bar: name, search, views, preferences. In an embed only the search, the views and a
//! link to the whole app are left.

use leptos::prelude::*;

use super::{
    control::{instead, live, value},
    preferences::Preferences,
    search_box::SearchBox,
};
use crate::{
    browser,
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
            return ().into_any();
        }
        view! {
            <a class="brand" data-testid="brand" href=value(move || Some(store.address(home)))
                on:click=instead(move || store.go(home))>
                <svg class="brand-mark" viewBox="0 0 64 64" aria-hidden="true">
                    <path d="M32 8 58 54H6Z" class="brand-delta"/>
                    <path d="M32 8V24M32 24 18 54M32 24 46 54M32 24V54" class="brand-streams"/>
                    <circle cx="32" cy="24" r="6" class="brand-seal"/>
                </svg>
                <span class="brand-name" lang="en">"Deltascope"</span>
                <span class="brand-line">{words.tagline}</span>
            </a>
        }
        .into_any()
    };
    let corner = move || {
        if embed() {
            let whole = move |state: &mut ViewState| state.embed = false;
            return view! {
                <a class="open-full" data-testid="open-full" target="_blank" rel="noopener"
                    href=value(move || Some(store.address(whole)))>{words.open_full}</a>
            }
            .into_any();
        }
        view! { <Preferences/> }.into_any()
    };
    view! {
        <header class="top">
            <a class="skip" href="#main" on:click=instead(|| {
                browser::focus("main");
            })>{words.skip}</a>
            {live(brand)}
            <SearchBox/>
            <nav class="views" aria-label=words.views_name>
                {View::ALL.map(|view| tab(store, view)).collect_view().into_any()}
            </nav>
            {live(corner)}
        </header>
    }
}

fn tab(store: Store, view: View) -> AnyView {
    let show = move |state: &mut ViewState| state.view = view;
    let current =
        value(move || store.state.with(|state| state.view == view).then(|| "page".to_owned()));
    view! {
        <a class="view-tab" data-testid=["view-", view.key()].concat() aria-current=current
            href=value(move || Some(store.address(show))) on:click=instead(move || store.go(show))>
            {say().frame.views[view as usize]}
        </a>
    }
    .into_any()
}
