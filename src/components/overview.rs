//! The head of the front page: what this corpus is, how much there is of what, from when to when,
//! what is newest, and where to start.
//!
//! What it is and where to start is for whoever gathered the pages to say (the corpus's guide); a
//! corpus without one has the rest.

use crate::dom::{all_of, el, none};
use deltascope_model::{Event, Story, Told};
use leptos::prelude::*;

use super::{control::link, initiative::initiative_link};
use crate::{
    data::Data,
    order::in_order,
    state::ViewState,
    store::{say, store},
    words::{Lang, date::date_words, facts},
};

/// How many of the newest events are shown.
const NEWEST: usize = 4;

/// A text of the guide in the interface's language.
pub fn told(told: &Told) -> String {
    match store().lang.get_untracked() {
        Lang::Hans => &told.hans,
        Lang::Hant => &told.hant,
        Lang::En => &told.en,
    }
    .clone()
}

/// The head of the front page.
pub fn overview(data: &Data) -> AnyView {
    let words = &say().overview;
    let guide = data.corpus.guide.as_ref();
    let title = guide.map_or_else(|| words.title.to_owned(), |guide| told(&guide.title));
    let note = guide.map(|guide| el("p").class("overview-note").child(told(&guide.note)).view());
    let stories = guide.map_or(&[][..], |guide| &guide.stories);
    el("section")
        .class("overview")
        .test("front")
        .child(
            el("div")
                .class("overview-about")
                .child(el("h2").child(title))
                .child(note)
                .child(numbers(data)),
        )
        .child(newest(data))
        .child(start(stories))
        .view()
}

fn numbers(data: &Data) -> AnyView {
    let corpus = &data.corpus;
    let years = corpus.articles.iter().filter_map(|one| one.published.as_ref());
    let years = years.map(|published| published.edtf.years()).filter(|years| !years.is_empty());
    let span = years.fold(None, |span: Option<(i32, i32)>, years| {
        let (first, last) = (*years.start(), *years.end());
        let (from, to) = span.unwrap_or((first, last));
        Some((from.min(first), to.max(last)))
    });
    let span = match span {
        Some((from, to)) if from < to => format!("{from}–{to}"),
        Some((year, _)) => year.to_string(),
        None => "–".to_owned(),
    };
    let values = [
        corpus.articles.len().to_string(),
        span,
        corpus.initiatives.len().to_string(),
        corpus.events.len().to_string(),
        corpus.figures.len().to_string(),
    ];
    let numbers = say().overview.numbers.iter().zip(values).map(|(name, value)| {
        el("div").child(el("dt").child(*name)).child(el("dd").child(value)).view()
    });
    el("dl").class("overview-numbers").children(numbers).view()
}

/// What happened last, newest first.
fn newest(data: &Data) -> AnyView {
    let lang = store().lang.get_untracked();
    let happened: Vec<&Event> =
        data.corpus.events.iter().filter(|one| one.has_happened()).collect();
    let order = in_order(happened.iter().map(|one| one.date.edtf.sort_key()));
    let latest = order.into_iter().rev().map(|at| happened[at]);
    // Those without any date stand last in time, and are not news.
    let dated = latest.filter(|event| event.date.edtf.bounds().first.is_some());
    let rows = dated.take(NEWEST).filter_map(|event| {
        let initiative = data.initiative(&event.initiative)?;
        let when = date_words(&event.date.edtf, event.date.basis, lang);
        let row = el("li")
            .child(el("span").class("when").child(when))
            .child(initiative_link(initiative, ["newest-", &event.id].concat()))
            .child(el("span").class("faint").child(facts::phase(event.phase, lang)));
        Some(row.view())
    });
    let rows: Vec<AnyView> = rows.collect();
    if rows.is_empty() {
        return none();
    }
    el("div")
        .class("overview-newest")
        .child(el("h3").child(say().overview.newest))
        .child(el("ul").test("newest").child(rows))
        .view()
}

fn start(stories: &[Story]) -> AnyView {
    if stories.is_empty() {
        return none();
    }
    el("div")
        .class("overview-stories")
        .child(el("h3").child(say().overview.start))
        .child(el("ul").children(stories.iter().map(story)))
        .view()
}

fn story(story: &Story) -> AnyView {
    let label = all_of([
        el("strong").child(told(&story.title)).view(),
        el("span").child(told(&story.text)).view(),
    ]);
    let (view, _) = ViewState::parse(&story.query);
    let open = move |state: &mut ViewState| {
        let (lang, theme, extra) = (state.lang, state.theme, state.extra.clone());
        *state = ViewState { lang, theme, extra, ..view.clone() };
    };
    el("li").child(link("story", "story", String::new(), label, open)).view()
}
