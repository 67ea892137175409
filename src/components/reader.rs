//! The reader: one article beside the results, or over them on a narrow screen.
//!
//! It is no dialogue: on a wide screen the rest stays at hand. On a narrow one the style sheet
//! hides the rest, also from the keyboard.

use std::sync::Arc;

use deltascope_model::{CorpusPage, Script, TextRange};
use leptos::prelude::*;

use super::{
    article_body::ArticleBody,
    article_facts::ArticleFacts,
    article_head::article_head,
    control::{icon_button, live, side},
    raw_page::raw_page,
};
use crate::{
    browser,
    data::Data,
    reading::range_of,
    store::{Store, data, say, store},
};

/// The id of what the address points at.
pub const TARGET: &str = "target";
const TITLE: &str = "reader-title";

/// The reader.
#[component]
#[expect(clippy::needless_pass_by_value, reason = "a component owns its props")]
pub fn Reader(
    /// The article's id, or a page's: such a page is shown raw.
    opened: String,
) -> impl IntoView {
    let store = store();
    let data = data();
    let article = data.article(&opened).cloned();
    let page = article.as_ref().map_or(opened.as_str(), |article| article.page.as_str());
    let Some(page) = data.page(page).cloned() else {
        follow_focus(store, false);
        return missing(store, &opened);
    };
    let only_raw = article.is_none();
    follow_focus(store, only_raw);
    let traditional = article.as_ref().is_some_and(|article| article.script == Script::Hant);
    let raw = Memo::new(move |_| only_raw || store.state.with(|state| state.raw));
    let head = article_head(article.as_ref(), &page, TITLE);
    let article = article.map(Arc::new);
    let body = move || match &article {
        Some(article) if !raw.get() => view! {
            <ArticleFacts article=Arc::clone(article)/>
            <ArticleBody article=Arc::clone(article)/>
        }
        .into_any(),
        article => {
            let own = article.as_ref().map(|article| article.id.clone());
            let targets = store.state.with(|state| {
                targets(&data, own.as_deref().unwrap_or_default(), state.at.as_deref())
            });
            raw_page(&page, own.as_deref(), &targets)
        }
    };
    view! {
        <section class="reader" data-testid="reader" aria-labelledby=TITLE>
            {bar(store, !only_raw, traditional, raw)}
            <div class="reader-page">{head}{live(body)}</div>
        </section>
    }
    .into_any()
}

/// What the address points at, as ranges of the page: an event's sentences, or one range.
pub fn targets(data: &Data, article: &str, at: Option<&str>) -> Vec<TextRange> {
    let Some(at) = at else { return Vec::new() };
    match data.event(at) {
        Some(event) => event
            .evidence
            .iter()
            .filter(|evidence| evidence.article == article)
            .map(|evidence| evidence.range)
            .collect(),
        None => range_of(at).into_iter().collect(),
    }
}

/// Gives the focus to what the address points at, or to the title where it points at nothing,
/// whenever that changes.
fn follow_focus(store: Store, only_raw: bool) {
    let shown = Memo::new(move |_| {
        store.state.with(|state| (state.article.clone(), state.at.clone(), only_raw || state.raw))
    });
    Effect::new(move |before: Option<()>| {
        let pointed = shown.with(|(_, at, _)| at.is_some());
        let first = before.is_none();
        request_animation_frame(move || {
            if pointed && browser::reveal(TARGET) {
                return;
            }
            if first {
                browser::focus(TITLE);
            }
        });
    });
}

fn bar(store: Store, can_clean: bool, traditional: bool, raw: Memo<bool>) -> AnyView {
    let words = &say().reader;
    let simplified = Memo::new(move |_| store.state.with(|state| state.simplified));
    let views = can_clean.then(|| {
        view! {
            <div class="switch" role="group" aria-label=words.raw_choice>
                {side("clean-switch", words.clean, move || !raw.get(), |state| state.raw = false)}
                {side("raw-switch", words.raw, move || raw.get(), |state| state.raw = true)}
            </div>
        }
        .into_any()
    });
    let own = move || !simplified.get();
    let scripts = traditional.then(|| {
        view! {
            <div class="switch" role="group" aria-label=words.script hidden=move || raw.get()>
                {side("script-original", words.original, own, |state| state.simplified = false)}
                {side("script-simplified", words.simplified, move || simplified.get(), |state| {
                    state.simplified = true;
                })}
            </div>
        }
        .into_any()
    });
    view! {
        <div class="reader-bar">
            {views}
            {scripts}
            {icon_button(words.close, "reader-close", "×", move || store.close())}
        </div>
    }
    .into_any()
}

fn missing(store: Store, opened: &str) -> AnyView {
    let words = &say().reader;
    view! {
        <section class="reader" data-testid="reader" aria-labelledby=TITLE>
            {bar(store, false, false, Memo::new(|_| false))}
            <div class="reader-page" data-testid="reader-missing">
                <h1 id=TITLE tabindex="-1">{words.missing}</h1>
                <p><code>{opened.to_owned()}</code></p>
                <p>{words.missing_help}</p>
            </div>
        </section>
    }
    .into_any()
}

/// The characters of a page that its cleaning removed, in words.
pub fn removed_line(page: &CorpusPage) -> AnyView {
    let (all, removed) = super::about::characters(page);
    let share = super::about::share(all, removed);
    let line = crate::words::fill(say().reader.removed, &all.to_string());
    view! { <p class="removed-line" data-testid="removed">{line}<strong>{share}"%"</strong></p> }
        .into_any()
}
