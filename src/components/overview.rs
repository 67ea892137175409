//! The head of the front page: what this corpus is, how much there is of what, from when to when,
//! what is newest, and where to start.
//!
//! What it is and where to start is for whoever gathered the pages to say (the corpus's guide); a
//! corpus without one has the rest.

use crate::dom::{all_of, el, none};
use deltascope_model::{Corpus, Story, Told};
use leptos::prelude::*;

use super::{control::link, initiative::initiative_link};
use crate::{
    front,
    state::ViewState,
    store::{say, store},
    words::{date::date_words, facts},
};

/// A text of the guide in the interface's language.
pub fn told(told: &Told) -> String {
    front::told(told, store().lang.get_untracked()).to_owned()
}

/// The head of the front page.
pub fn overview(corpus: &Corpus) -> AnyView {
    let words = &say().overview;
    let guide = corpus.guide.as_ref();
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
                .child(numbers(corpus)),
        )
        .child(newest(corpus))
        .child(start(stories))
        .view()
}

fn numbers(corpus: &Corpus) -> AnyView {
    let lang = store().lang.get_untracked();
    let numbers = say().overview.numbers.iter().zip(front::numbers(corpus, lang));
    let numbers = numbers.map(|(name, value)| {
        el("div").child(el("dt").child(*name)).child(el("dd").child(value)).view()
    });
    el("dl").class("overview-numbers").children(numbers).view()
}

fn newest(corpus: &Corpus) -> AnyView {
    let lang = store().lang.get_untracked();
    let rows = front::newest(corpus).map(|(event, initiative)| {
        let when = date_words(&event.date.edtf, event.date.basis, lang);
        el("li")
            .child(el("span").class("when").child(when))
            .child(initiative_link(initiative, ["newest-", &event.id].concat()))
            .child(el("span").class("faint").child(facts::phase(event.phase, lang)))
            .view()
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
