//! Evidence as one reads it: the sentence with its neighbours, and where it stands.

use std::sync::Arc;

use crate::dom::{all_of, el, live, none};
use crate::signals::memo;
use deltascope_model::{Article, Evidence, TextRange};
use leptos::prelude::*;

use super::{
    control::{link, safe_address},
    failure::arrived,
};
use crate::{
    context::context,
    data::{Arrival, Data},
    fragment::to_sentence,
    naming,
    state::ViewState,
    store::{say, store},
    words::{count, date::date_words},
};

/// How many cards of one fact are shown at once.
const SHOWN: usize = 3;

/// The sentences of a fact, each as a card; those beyond the first few are folded away. `key` tells
/// their links from those of other facts on the page.
pub fn cards(data: &Arc<Data>, evidence: &[Evidence], key: &str) -> AnyView {
    let mut cards: Vec<AnyView> = evidence
        .iter()
        .enumerate()
        .map(|(nth, found)| card(data, found, &[key, "-", &nth.to_string()].concat()))
        .collect();
    let rest = cards.split_off(cards.len().min(SHOWN));
    let rest = if rest.is_empty() {
        none()
    } else {
        el("details")
            .class("more-evidence")
            .child(el("summary").child(count(say().initiative.more, rest.len())))
            .child(rest)
            .view()
    };
    all_of([all_of(cards), rest])
}

/// One sentence with its neighbours.
fn card(data: &Arc<Data>, evidence: &Evidence, key: &str) -> AnyView {
    let figure = el("figure").class("evidence").test("evidence");
    if !evidence.text.is_empty() {
        return figure.child(told(data, evidence, key)).view();
    }
    // A head leaves the sentence to the text of its article.
    let (at, own) = (data.corpus.article(&evidence.article), Arc::clone(data));
    let text = memo(move || at.map(|at| own.text(at)));
    let (data, evidence, key) = (Arc::clone(data), evidence.clone(), key.to_owned());
    let whole = live(move || match text.get() {
        Some(text) => arrived(text, |article| told(&data, &evidence.complete(&article), &key)),
        None => none(),
    });
    figure.child(whole).view()
}

/// A sentence with its neighbours, as soon as these are here, and where it stands.
fn told(data: &Arc<Data>, evidence: &Evidence, key: &str) -> AnyView {
    let article = data.article(&evidence.article);
    let lang = article.map_or("zh", |article| naming::script_tag(article.script));
    let (own, at) = (Arc::clone(data), data.corpus.article(&evidence.article));
    let text = memo(move || at.map(|at| own.text(at)));
    let stated = evidence.clone();
    let quote = live(move || match text.get() {
        Some(Arrival::Here(article)) => quote(&article, &stated),
        _ => stated.text.clone().into_any(),
    });
    all_of([
        el("blockquote").attr("lang", lang).child(quote).view(),
        el("figcaption").child(source(data, evidence, key)).view(),
    ])
}

/// A sentence between its neighbours.
fn quote(article: &Article, stated: &Evidence) -> AnyView {
    match context(article, stated) {
        Some(near) => all_of([
            el("span").class("near").child(near.before).view(),
            el("span").class("stated-here").child(near.stated).view(),
            el("span").class("near").child(near.after).view(),
        ]),
        None => stated.text.clone().into_any(),
    }
}

/// Who published a sentence and when, leading to it in the reader, and to the page that it was
/// saved from where its address is known.
pub fn source(data: &Data, evidence: &Evidence, key: &str) -> AnyView {
    let words = say();
    let article = data.article(&evidence.article);
    let publisher = article.and_then(|article| article.publisher.clone());
    let tag = publisher.is_some().then(|| article.map(|one| naming::script_tag(one.script)));
    let told = article.and_then(|article| article.published.as_ref());
    let when = told.map_or_else(
        || words.filters.undated.to_owned(),
        |told| date_words(&told.edtf, told.basis, store().lang.get_untracked()),
    );
    let name = publisher.unwrap_or_else(|| words.filters.unsigned.to_owned());
    let label = all_of([
        el("span").class("unseen").child([words.initiative.read, " · "].concat()).view(),
        el("span").attr("lang", tag.flatten()).child(name).view(),
        el("span").class("when").child(when).view(),
    ]);
    let (id, at) = (evidence.article.clone(), at(evidence.range));
    let read = move |state: &mut ViewState| state.open(&id, Some(at.clone()));
    el("span")
        .class("source")
        .child(link("source-link", "evidence-open", ["s-", key].concat(), label, read))
        .child(article.and_then(|article| original(data, article, evidence)))
        .child((!evidence.text.is_empty()).then(|| collect(evidence)).flatten())
        .view()
}

/// The button that collects a sentence: `public/trail.js` hears it. An embed keeps nothing.
fn collect(evidence: &Evidence) -> Option<AnyView> {
    let embed = store().state.with_untracked(|state| state.embed);
    let place = [&evidence.article, ".", &at(evidence.range)].concat();
    let button = el("button")
        .attr("type", "button")
        .class("collect")
        .test("collect")
        .attr("data-place", place)
        .attr("data-sentence", evidence.text.clone())
        .attr("data-done", say().initiative.collected)
        .child(say().initiative.collect);
    (!embed).then(|| button.view())
}

/// The address of the sentence on the page that it was saved from.
pub fn original_address(data: &Data, article: &Article, evidence: &Evidence) -> Option<String> {
    let address = safe_address(data.page(&article.page)?.url.as_deref()?)?;
    let is_known = !evidence.text.is_empty();
    Some(if is_known { to_sentence(&address, &evidence.text) } else { address })
}

/// The way there.
fn original(data: &Data, article: &Article, evidence: &Evidence) -> Option<AnyView> {
    let link = el("a")
        .class("original")
        .test("original")
        .attr("href", original_address(data, article, evidence)?)
        .attr("target", "_blank")
        .attr("rel", "noopener noreferrer")
        .child(say().initiative.original);
    Some(link.view())
}

/// A range as an address names it.
pub fn at(range: TextRange) -> String {
    [&range.start().to_string(), "-", &range.end().to_string()].concat()
}
