//! The corpus in numbers, and its pages.

use crate::dom::el;
use deltascope_model::{CorpusPage, Label};
use leptos::prelude::*;

use super::{control::link, coverage::coverage, overview::told};
use crate::{
    data::{CORPUS_FILE, Data},
    order::in_order,
    state::ViewState,
    store::{data, say},
    words::{count, fill},
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
        el("div").child(el("dt").child(*name)).child(el("dd").child(number)).view()
    });
    let hosts = hosts(&data).into_iter().map(|(host, pages, all, removed)| {
        let name = if host.is_empty() { words.no_host.to_owned() } else { host };
        let told = count(words.host_pages, pages) + &fill(words.removed, &share(all, removed));
        el("li")
            .test("host")
            .child(el("span").class("path").child(name))
            .child(el("span").class("faint").child(told))
            .view()
    });
    let pages = corpus.pages.iter().map(row);
    el("div")
        .class("prose")
        .test("about")
        .child(el("h2").child(words.corpus))
        .child(
            corpus
                .guide
                .as_ref()
                .map(|guide| el("p").class("lead").child(told(&guide.note)).view()),
        )
        .child(el("p").class("lead").child(words.lead))
        .child(el("dl").class("numbers").children(numbers))
        .child(
            el("p").child(
                el("a")
                    .class("button")
                    .attr("href", CORPUS_FILE)
                    .attr("download", "corpus.json")
                    .test("download")
                    .child(words.download),
            ),
        )
        .child(coverage(&data))
        .child(el("h3").child(words.hosts))
        .child(el("ul").class("pages").children(hosts))
        .child(el("h3").child(words.pages))
        .child(el("ul").class("pages").children(pages))
        .view()
}

/// The characters of a page, and those of its noise.
pub fn characters(page: &CorpusPage) -> (usize, usize) {
    let of = |text: &str| text.chars().filter(|c| !c.is_whitespace()).count();
    let noise = page.segments.iter().filter(|segment| segment.label == Label::Noise);
    let removed = noise.filter_map(|segment| segment.range.slice(&page.text)).map(of).sum();
    (of(&page.text), removed)
}

/// Pages, characters and removed characters by the site that pages were saved from, the site with the
/// most pages first; those that name none come together.
fn hosts(data: &Data) -> Vec<(String, usize, usize, usize)> {
    let mut hosts: Vec<(String, usize, usize, usize)> = Vec::new();
    for page in &data.corpus.pages {
        let own = data.corpus.articles.iter().find(|article| article.page == page.id);
        let name = own.and_then(|article| article.host.as_deref()).unwrap_or_default();
        let at = hosts.iter().position(|host| host.0 == name).unwrap_or_else(|| {
            hosts.push((name.to_owned(), 0, 0, 0));
            hosts.len() - 1
        });
        let (all, removed) = characters(page);
        let host = &mut hosts[at];
        *host = (std::mem::take(&mut host.0), host.1 + 1, host.2 + all, host.3 + removed);
    }
    let order = in_order(hosts.iter().map(|host| (-(host.1 as i32), 0)));
    order.into_iter().map(|at| hosts[at].clone()).collect()
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
