//! The corpus in numbers, and its pages.

use crate::dom::el;
use deltascope_model::{CorpusPage, Label};
use leptos::prelude::*;

use super::control::link;
use crate::{
    data::CORPUS_FILE,
    state::ViewState,
    store::{data, say},
    words::fill,
};

/// The corpus in numbers, and its pages.
#[component]
pub fn About() -> impl IntoView {
    let data = data();
    let words = &say().about;
    let corpus = &data.corpus;
    let characters = corpus.pages.iter().map(characters);
    let (all, removed) = characters.fold((0, 0), |sum, page| (sum.0 + page.0, sum.1 + page.1));
    let numbers = [
        corpus.pages.len().to_string(),
        corpus.articles.len().to_string(),
        [&share(all, removed), "%"].concat(),
        corpus.initiatives.len().to_string(),
        corpus.events.len().to_string(),
        corpus.times.len().to_string(),
        corpus.issues.len().to_string(),
    ];
    let numbers = words.numbers.iter().zip(numbers).map(|(name, number)| {
        el("div").child(el("dt").child(*name).view()).child(el("dd").child(number).view()).view()
    });
    let pages = corpus.pages.iter().map(row);
    el("div")
        .class("prose")
        .test("about")
        .child(el("h2").child(words.corpus).view())
        .child(el("p").class("lead").child(words.lead).view())
        .child(el("dl").class("numbers").children(numbers).view())
        .child(
            el("p")
                .child(
                    el("a")
                        .class("button")
                        .attr("href", CORPUS_FILE)
                        .attr("download", "corpus.json")
                        .test("download")
                        .child(words.download)
                        .view(),
                )
                .view(),
        )
        .child(el("h3").child(words.pages).view())
        .child(el("ul").class("pages").children(pages).view())
        .view()
}

/// The characters of a page, and those of its noise.
pub fn characters(page: &CorpusPage) -> (usize, usize) {
    let of = |text: &str| text.chars().filter(|c| !c.is_whitespace()).count();
    let noise = page.segments.iter().filter(|segment| segment.label == Label::Noise);
    let removed = noise.filter_map(|segment| segment.range.slice(&page.text)).map(of).sum();
    (of(&page.text), removed)
}

/// A share in whole percent.
pub fn share(all: usize, part: usize) -> String {
    ((part * 100 + all / 2) / all.max(1)).to_string()
}

fn row(page: &CorpusPage) -> AnyView {
    let words = &say().about;
    let (all, removed) = characters(page);
    let note = match &page.error {
        Some(error) => {
            el("span").class("page-error").child(words.unread).child(error.clone()).view()
        }
        None => el("span").class("faint").child(fill(words.removed, &share(all, removed))).view(),
    };
    let id = page.id.clone();
    let show = move |state: &mut ViewState| {
        state.open(&id, None);
        state.raw = true;
    };
    el("li")
        .child(link(
            "page-link",
            "page",
            ["page-", &page.id].concat(),
            page.path.clone().into_any(),
            show,
        ))
        .child(note)
        .view()
}
