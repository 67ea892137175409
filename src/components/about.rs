//! The corpus in numbers, and its pages.

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
    let numbers =
        words.numbers.iter().zip(numbers).map(|(name, number)| {
            view! { <div><dt>{*name}</dt><dd>{number}</dd></div> }.into_any()
        });
    let pages = corpus.pages.iter().map(row);
    view! {
        <div class="prose" data-testid="about">
            <h2>{words.corpus}</h2>
            <p class="lead">{words.lead}</p>
            <dl class="numbers">{numbers.collect_view()}</dl>
            <p><a class="button" href=CORPUS_FILE download="corpus.json" data-testid="download">
                {words.download}
            </a></p>
            <h3>{words.pages}</h3>
            <ul class="pages">{pages.collect_view()}</ul>
        </div>
    }
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
            view! { <span class="page-error">{words.unread}{error.clone()}</span> }.into_any()
        }
        None => view! { <span class="faint">{fill(words.removed, &share(all, removed))}</span> }
            .into_any(),
    };
    let id = page.id.clone();
    let show = move |state: &mut ViewState| {
        state.open(&id, None);
        state.raw = true;
    };
    view! {
        <li>
            {link("page-link", "page", ["page-", &page.id].concat(), page.path.clone().into_any(), show)}
            {note}
        </li>
    }
    .into_any()
}
