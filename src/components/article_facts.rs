//! The events that an article states, each leading to its sentence, and the initiatives it names.

use std::sync::Arc;

use crate::dom::{all_of, el, none, value};
use deltascope_model::{Article, Event, Initiative, InitiativeKind};
use leptos::prelude::*;

use super::{
    control::{instead, link},
    evidence::source,
    initiative::initiative_link,
    reader::TARGET,
};
use crate::{
    browser,
    data::Data,
    naming,
    order::in_order,
    store::{Store, data, say, say_in, store},
    words::{date::date_words, facts, reader::ReaderWords},
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
    let words = say_in(ReaderWords::of);
    let states = |event: &&Event| event.evidence.iter().any(|found| found.article == article.id);
    let events: Vec<&Event> = data.corpus.events.iter().filter(states).collect();
    let order = in_order(events.iter().map(|event| event.date.edtf.sort_key()));
    let list = if events.is_empty() {
        el("p").class("faint").child(words.no_facts).view()
    } else {
        let rows = order.into_iter().map(|at| row(&data, store, &article.id, events[at]));
        el("ol").class("fact-list").children(rows).view()
    };
    let names = named(&data, store, &article.id);
    el("details")
        .class("facts")
        .attr("open", true)
        .test("facts")
        .child(
            el("summary")
                .child(words.facts)
                .child(el("span").class("count").child(events.len().to_string())),
        )
        .child(list)
        .child(names)
        .view()
}

fn row(data: &Data, store: Store, article: &str, event: &Event) -> AnyView {
    let lang = store.lang.get_untracked();
    let initiative = data.initiative(&event.initiative);
    let (name, tag) = initiative.map_or((event.initiative.as_str(), "zh"), |known| {
        (naming::initiative(known, lang), naming::initiative_lang(known, lang))
    });
    let kind = initiative.map(|known| known.kind);
    let glyph = kind.map(|kind| naming::glyph(kind, lang));
    let stated = event.evidence.iter().find(|found| found.article == article);
    let (article, id) = (article.to_owned(), event.id.clone());
    let (there, at) = (article.clone(), id.clone());
    let current = {
        let id = id.clone();
        value(move || {
            store.state.with(|state| state.at.as_ref() == Some(&id)).then(|| "true".to_owned())
        })
    };
    el("li")
        .child(
            el("a")
                .class("fact")
                .test("event")
                .attr("data-event", event.id.clone())
                .attr("aria-current", current)
                .attr(
                    "href",
                    value(move || {
                        Some(store.address(|state| state.open(&there, Some(at.clone()))))
                    }),
                )
                .on(
                    "click",
                    instead(move || {
                        store.open(&article, Some(id.clone()));
                        // Where it is open at this sentence already, go there again.
                        request_animation_frame(|| {
                            browser::reveal(TARGET, false);
                        });
                    }),
                )
                .child(el("span").class("fact-date").child(date_words(
                    &event.date.edtf,
                    event.date.basis,
                    lang,
                )))
                .child(
                    el("span")
                        .class("kind-glyph")
                        .attr("lang", glyph.map(|(_, tag)| tag))
                        .attr("aria-hidden", "true")
                        .attr("data-kind", kind.map(InitiativeKind::key))
                        .child(glyph.map(|(glyph, _)| glyph)),
                )
                .child(el("span").class("fact-name").attr("lang", tag).child(name.to_owned()))
                .child(el("span").class("fact-phase").child(facts::phase(event.phase, lang))),
        )
        .child(initiative.map(page_link))
        .child(stated.map(|found| {
            // The reader shows the rest of it.
            let source = source(data, found, &["f-", &event.id].concat());
            el("span").class("fact-source").child(source).view()
        }))
        .view()
}

/// The way from an event to its initiative's page.
fn page_link(initiative: &Initiative) -> AnyView {
    let lang = store().lang.get_untracked();
    let name = naming::initiative(initiative, lang).to_owned();
    let there = initiative.id.clone();
    let label = all_of([
        el("span").class("unseen").child(say().initiative.open).view(),
        el("span")
            .class("unseen")
            .attr("lang", naming::initiative_lang(initiative, lang))
            .child(name)
            .view(),
        el("span").attr("aria-hidden", "true").child("→").view(),
    ]);
    link("fact-page", "fact-page", String::new(), label, move |state| state.open_initiative(&there))
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
            let (glyph, tag) = naming::glyph(known.kind, lang);
            el("li")
                .child(
                    el("span")
                        .class("kind-glyph")
                        .attr("lang", tag)
                        .attr("data-kind", known.kind.key())
                        .attr("role", "img")
                        .attr("aria-label", facts::kind(known.kind, lang))
                        .child(glyph),
                )
                .child(initiative_link(known, String::new()))
                .view()
        })
        .collect();
    if names.is_empty() {
        return none();
    }
    el("details")
        .class("named")
        .child(
            el("summary")
                .child(say_in(ReaderWords::of).initiatives)
                .child(el("span").class("count").child(names.len().to_string())),
        )
        .child(el("ul").child(names))
        .view()
}
