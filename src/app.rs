//! `App`: the store, the document's dress, the keys of the whole app, and the frame.

use crate::dom::live;
use crate::signals::{effect, memo};
use leptos::prelude::*;

use crate::{
    browser::{self, Dress},
    components::shell::Shell,
    naming,
    state::View,
    store::{Load, Store, store},
    words::words,
};

/// The id of the search box.
pub const SEARCH_BOX: &str = "search";

/// Provides the store, and has the corpus fetched.
pub fn begin() {
    let store = Store::new();
    provide_context(store);
    store.load();
}

/// The whole app.
#[component]
pub fn App() -> impl IntoView {
    let store = store();
    // Kept, so that what changes nothing of it, such as a key typed, leaves the document alone.
    let dress = memo(move || dress(store));
    effect(move || dress.with(browser::dress_document));
    listen_for_keys(store);
    // Another language builds everything anew: words need not be tracked one by one.
    live(move || {
        // Asked for here: what is first asked for below, where nobody follows it, would have all of this
        // built twice.
        store.lang.get();
        view! { <Shell/> }.into_any()
    })
}

fn dress(store: Store) -> Dress {
    let (lang, theme) = (store.lang.get(), store.theme.get());
    let words = words(lang);
    store.state.with(|state| {
        let Load::Ready(data) = store.load.get() else {
            return Dress { title: "Deltascope".to_owned(), lang, theme, embed: state.embed };
        };
        let article = state.article.as_deref().and_then(|id| data.article(id));
        let article = article.and_then(|article| Some(article.title.as_ref()?.text.clone()));
        let initiative = state.initiative.as_deref().and_then(|id| data.initiative(id));
        let initiative = initiative.map(|known| naming::initiative(known, lang).to_owned());
        let view = (state.view != View::default()).then(|| words.frame.views[state.view as usize]);
        let mut title = article.or(initiative).or(view.map(str::to_owned)).unwrap_or_default();
        if !title.is_empty() {
            title.push_str(" · ");
        }
        title.push_str("Deltascope");
        Dress { title, lang, theme, embed: state.embed }
    })
}

/// `/` goes to the search, Escape closes the drawer and then the reader.
fn listen_for_keys(store: Store) {
    browser::on_key(move |event| {
        if event.default_prevented() || event.is_composing() || browser::is_typing(event) {
            return;
        }
        let plain = !event.ctrl_key() && !event.meta_key() && !event.alt_key();
        match event.key().as_str() {
            "/" if plain => {
                event.prevent_default();
                browser::focus(SEARCH_BOX);
            }
            "Escape" if store.drawer.get_untracked() => store.close_drawer(),
            "Escape" if store.state.with_untracked(|state| state.article.is_some()) => {
                store.close();
            }
            _ => {}
        }
    });
}
