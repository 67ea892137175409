//! The events that an article states, each leading to its sentence, and the initiatives it names.

use std::sync::Arc;

use deltascope_model::{Article, Event, InitiativeKind};
use leptos::prelude::*;

use super::{
    control::{instead, value},
    reader::TARGET,
};
use crate::{
    browser,
    data::Data,
    naming,
    order::in_order,
    store::{Store, data, say, store},
    words::{date::date_words, facts},
};

/// The facts of an article.
#[component]
#[expect(clippy::needless_pass_by_value, reason = "a component owns its props")]
pub fn ArticleFacts(
    /// The article.
    article: Arc<Article>,
) -> impl IntoView {
    let store = store();
    let data = data();
    let words = &say().reader;
    let states = |event: &&Event| event.evidence.iter().any(|found| found.article == article.id);
    let events: Vec<&Event> = data.corpus.events.iter().filter(states).collect();
    let order = in_order(events.iter().map(|event| event.date.edtf.sort_key()));
    let list = if events.is_empty() {
        view! { <p class="faint">{words.no_facts}</p> }.into_any()
    } else {
        let rows = order.into_iter().map(|at| row(&data, store, &article.id, events[at]));
        view! { <ol class="fact-list">{rows.collect_view()}</ol> }.into_any()
    };
    let names = named(&data, store, &article.id);
    view! {
        <details class="facts" open=true data-testid="facts">
            <summary>{words.facts}<span class="count">{events.len().to_string()}</span></summary>
            {list}
            {names}
        </details>
    }
}

fn row(data: &Data, store: Store, article: &str, event: &Event) -> AnyView {
    let lang = store.lang.get_untracked();
    let initiative = data.initiative(&event.initiative);
    let (name, tag) = initiative.map_or((event.initiative.as_str(), "zh"), |known| {
        (naming::initiative(known, lang), naming::initiative_lang(known, lang))
    });
    let kind = initiative.map(|known| known.kind);
    let (article, id) = (article.to_owned(), event.id.clone());
    let (there, at) = (article.clone(), id.clone());
    let current = {
        let id = id.clone();
        value(move || {
            store.state.with(|state| state.at.as_ref() == Some(&id)).then(|| "true".to_owned())
        })
    };
    view! {
        <li>
            <a class="fact" data-testid="event" data-event=event.id.clone() aria-current=current
                href=value(move || Some(store.address(|state| state.open(&there, Some(at.clone())))))
                on:click=instead(move || {
                    store.open(&article, Some(id.clone()));
                    // Where it is open at this sentence already, go there again.
                    request_animation_frame(|| {
                        browser::reveal(TARGET);
                    });
                })>
                <span class="fact-date">
                    {date_words(&event.date.edtf, event.date.basis, lang)}
                </span>
                <span class="kind-glyph" lang="zh-Hans" aria-hidden="true"
                    data-kind=kind.map(InitiativeKind::key)>{kind.map(naming::glyph)}</span>
                <span class="fact-name" lang=tag>{name.to_owned()}</span>
                <span class="fact-phase">{facts::phase(event.phase, lang)}</span>
            </a>
        </li>
    }
    .into_any()
}

/// The initiatives that the article names.
fn named(data: &Data, store: Store, article: &str) -> AnyView {
    let lang = store.lang.get_untracked();
    let names: Vec<AnyView> = data
        .corpus
        .initiatives
        .iter()
        .filter(|known| known.evidence.iter().any(|found| found.article == article))
        .map(|known| {
            let tag = naming::initiative_lang(known, lang);
            view! {
                <li>
                    <span class="kind-glyph" lang="zh-Hans" data-kind=known.kind.key()
                        role="img" aria-label=facts::kind(known.kind, lang)>{naming::glyph(known.kind)}</span>
                    <span lang=tag>{naming::initiative(known, lang).to_owned()}</span>
                </li>
            }
            .into_any()
        })
        .collect();
    if names.is_empty() {
        return ().into_any();
    }
    view! {
        <details class="named">
            <summary>{say().reader.initiatives}<span class="count">{names.len().to_string()}</span></summary>
            <ul>{names}</ul>
        </details>
    }
    .into_any()
}
