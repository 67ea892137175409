//! The corpus in numbers, and its pages.

use crate::dom::{all_of, el, live};
use deltascope_model::CorpusPage;
use leptos::prelude::*;

use super::{
    control::{link, more},
    coverage::coverage,
    keep_offline::keep_offline,
    overview::told,
};
use crate::{
    data::{CORPUS_FILE, Data},
    order::in_order,
    state::ViewState,
    store::{data, say_in},
    words::{about::AboutWords, count, fill},
};

/// How many pages are shown at a time.
const BATCH: usize = 200;

/// The corpus in numbers, and its pages.
#[component]
pub fn About() -> impl IntoView {
    let data = data();
    let words = say_in(AboutWords::of);
    let corpus = &data.corpus;
    let characters = (0..corpus.pages.len()).map(|at| data.characters(at));
    let (all, removed) = characters.fold((0, 0), |sum, page| (sum.0 + page.0, sum.1 + page.1));
    let numbers = [
        corpus.pages.len().to_string(),
        corpus.articles.len().to_string(),
        [&share(all, removed), "%"].concat(),
        corpus.initiatives.len().to_string(),
        corpus.events.len().to_string(),
        data.count_of_times().to_string(),
        data.count_of_issues().to_string(),
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
    let drawn = RwSignal::new(BATCH);
    let listed = data.clone();
    let pages = live(move || {
        let pages = listed.corpus.pages.iter().enumerate().take(drawn.get());
        let rows = pages.map(|(at, page)| row(page, listed.characters(at)));
        all_of([
            el("ul").class("pages").children(rows).view(),
            more("more-pages", listed.corpus.pages.len(), BATCH, drawn),
        ])
    });
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
        .child(keep_offline(&data))
        .child(el("h3").child(words.hosts))
        .child(el("ul").class("pages").children(hosts))
        .child(el("h3").child(words.pages))
        .child(pages)
        .view()
}

/// Pages, characters and removed characters by the site that pages were saved from, the site with the
/// most pages first; those that name none come together.
fn hosts(data: &Data) -> Vec<(String, usize, usize, usize)> {
    let mut hosts: Vec<(String, usize, usize, usize)> = Vec::new();
    let mut own = vec![None; data.corpus.pages.len()];
    for article in data.corpus.articles.iter().rev() {
        let pages = &data.corpus.pages;
        if let Ok(at) = pages.binary_search_by(|page| page.id.cmp(&article.page)) {
            own[at] = article.host.as_deref();
        }
    }
    for (at, name) in own.into_iter().map(Option::unwrap_or_default).enumerate() {
        let nth = hosts.iter().position(|host| host.0 == name).unwrap_or_else(|| {
            hosts.push((name.to_owned(), 0, 0, 0));
            hosts.len() - 1
        });
        let (all, removed) = data.characters(at);
        let host = &mut hosts[nth];
        *host = (std::mem::take(&mut host.0), host.1 + 1, host.2 + all, host.3 + removed);
    }
    let order = in_order(hosts.iter().map(|host| (-(host.1 as i32), 0)));
    order.into_iter().map(|at| hosts[at].clone()).collect()
}

/// A share in whole percent.
pub fn share(all: usize, part: usize) -> String {
    ((part * 100 + all / 2) / all.max(1)).to_string()
}

fn row(page: &CorpusPage, (all, removed): (usize, usize)) -> AnyView {
    let words = say_in(AboutWords::of);
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
