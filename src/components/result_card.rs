//! One story in the list: an article's title, who and when, what was found in it, and its reprints.

use std::sync::Arc;

use crate::dom::{all_of, el, live, none};
use crate::signals::{Shared, memo};
use deltascope_model::{Article, TextRange};
use deltascope_search::{Hit, Reason, Where, snippets};
use deltascope_text::Letters;
use leptos::prelude::*;

use super::{
    article_head,
    control::{button, link, more},
    initiative::initiative_link,
    marked::marked,
};
use crate::{
    data::{Arrival, Data, Search},
    listing::{self, NAMES, REPRINTS, opening},
    naming,
    state::ViewState,
    store::{Store, say},
    words::{count, date::date_words, fill},
};

/// Snippets of one card.
const SNIPPETS: usize = 3;

/// One story in the list: the article that stands for it, and others that reprint it.
pub fn result_card(
    data: &Arc<Data>,
    store: Store,
    articles: &[usize],
    search: &Shared<Option<Search>>,
) -> AnyView {
    let article = &data.corpus.articles[articles[0]];
    // What is in the title and the names is known before the text is here.
    let hit = (**search).as_ref().and_then(|search| data.hit(search, article));
    let hit = hit.as_ref();
    let below = all_of([
        text(data, articles[0], search, hit),
        names(data, articles[0], hit),
        reprints(data, &articles[1..]),
    ]);
    card(store, article, hit, data.stated(articles[0]).len(), below)
}

/// An article's title, who and when, and of how many facts it tells; and below that, what was found in it.
pub fn card(
    store: Store,
    article: &Article,
    hit: Option<&Hit>,
    stated: usize,
    below: AnyView,
) -> AnyView {
    let lang = naming::script_tag(article.script);
    let words = &say().filters;
    let title = match &article.title {
        Some(title) => marked(&title.text, hit.map_or(&[], |hit| hit.title.as_slice())),
        None => article_head::title(article),
    };
    let publisher = match &article.publisher {
        Some(name) => el("span").attr("lang", lang).child(name.clone()).view(),
        None => el("span").class("faint").child(words.unsigned).view(),
    };
    let when = match &article.published {
        Some(dated) => {
            let words = date_words(&dated.edtf, dated.basis, store.lang.get_untracked());
            el("time").attr("datetime", dated.edtf.to_string()).child(words).view()
        }
        None => el("span").class("faint").child(words.undated).view(),
    };
    let stated_count =
        (stated > 0).then(|| el("span").class("stated").child(count(words.stated, stated)).view());
    let id = article.id.clone();
    el("li")
        .class("card")
        .test("result")
        .attr("data-article", article.id.clone())
        .child(el("h2").attr("lang", lang).child(link(
            "result-link",
            "result-link",
            ["r-", &article.id].concat(),
            title,
            move |state| state.open(&id, None),
        )))
        .child(el("p").class("card-source").child(publisher).child(when).child(stated_count))
        .child(below)
        .view()
}

/// The other articles of the story, by their publishers; of many, the first, until all are asked for.
fn reprints(data: &Arc<Data>, others: &[usize]) -> AnyView {
    if others.is_empty() {
        return none();
    }
    let links = |data: &Data, others: &[usize]| all_of(others.iter().map(|&at| reprint(data, at)));
    let links = if others.len() <= REPRINTS {
        links(data, others)
    } else {
        let (data, others) = (Arc::clone(data), others.to_vec());
        let drawn = RwSignal::new(REPRINTS);
        live(move || {
            let all = others.len();
            let rest = more("more-reprints", all, all, drawn);
            all_of([links(&data, &others[..drawn.get().min(all)]), el("li").child(rest).view()])
        })
    };
    el("div")
        .class("card-names")
        .child(el("span").child(count(say().filters.reprints, others.len())))
        .child(el("ul").child(links))
        .view()
}

fn reprint(data: &Data, at: usize) -> AnyView {
    let article = &data.corpus.articles[at];
    let name = listing::source(article);
    let name = name.map_or(say().filters.unsigned, String::as_str).to_owned();
    let (id, test) = (article.id.clone(), ["r-", &article.id].concat());
    let open = move |state: &mut ViewState| state.open(&id, None);
    el("li").child(link("more-link", "reprint", test, name.into_any(), open)).view()
}

/// Why the search found the article: each term, with where it holds.
fn why(search: &Search, hit: &Hit) -> AnyView {
    let words = &say().filters;
    let mut told = words.why.to_owned();
    let mut last = None;
    for Reason { term, place, other } in &hit.reasons {
        if last != Some(*term) {
            told.push_str(if last.is_some() { "；" } else { "" });
            told.push_str(term.slice(&search.text).unwrap_or_default());
        }
        last = Some(*term);
        let place = match place {
            Where::Title => 0,
            Where::Body => 1,
            Where::Name => 2,
            Where::Field(_) => 3,
        };
        let other = other.as_deref().unwrap_or_default();
        let link = if other.is_empty() { "" } else { " → " };
        told.extend([" · ", words.places[place], link, other]);
    }
    el("p").class("card-names").test("why").child(told).view()
}

/// What the text shows of the search, and why it was found; `hit` is what is known of it without the text.
fn text(
    data: &Arc<Data>,
    at: usize,
    search: &Shared<Option<Search>>,
    hit: Option<&Hit>,
) -> AnyView {
    if data.is_whole() {
        let article = &data.corpus.articles[at];
        return shown(data.letters(), article, (**search).as_ref().zip(hit));
    }
    let (own, data, search) = (Arc::clone(data), Arc::clone(data), search.clone());
    let text = memo(move || own.text(at));
    let words = &say().states;
    live(move || match text.get() {
        Arrival::Here(article) => {
            let search = (*search).as_ref();
            let hit = search.and_then(|search| data.hit(search, &article));
            shown(data.letters(), &article, search.zip(hit.as_ref()))
        }
        Arrival::Coming => {
            el("p").class("faint").test("part-loading").child(words.part_loading).view()
        }
        Arrival::Failed(_) => {
            let data = Arc::clone(&data);
            let retry = button("button", "part-retry", words.retry.into(), move || data.retry());
            el("p").class("faint").child(words.part_failed).child(retry).view()
        }
    })
}

/// The same of an article whose text is here.
pub fn shown(letters: &Letters, article: &Article, found: Option<(&Search, &Hit)>) -> AnyView {
    let lines = lines(letters, article, found.map(|(_, hit)| hit));
    let lang = naming::script_tag(article.script);
    all_of([
        el("div").class("card-text").attr("lang", lang).child(lines).view(),
        found.map(|(search, hit)| why(search, hit)).into_any(),
    ])
}

/// The sentences with hits, or the article's opening.
fn lines(letters: &Letters, article: &Article, hit: Option<&Hit>) -> AnyView {
    let found = hit.map(|hit| snippets(letters, article, hit, SNIPPETS)).unwrap_or_default();
    if found.is_empty() {
        return el("p").child(opening(article)).view();
    }
    let lines = found.iter().map(|snippet| {
        let marks: &[TextRange] = &snippet.marks;
        el("p").class("snippet").test("snippet").child(marked(snippet.text.trim(), marks)).view()
    });
    all_of(lines)
}

/// The initiatives by whose name the search found the article, else those of which it states events.
fn names(data: &Data, at: usize, hit: Option<&Hit>) -> AnyView {
    let found = hit.into_iter().flat_map(|hit| &hit.names);
    let found = found.filter_map(|&at| data.corpus.initiatives.get(at as usize)).map(|one| &one.id);
    let stated = data.stated(at).map(|event| &event.initiative);
    let named = listing::named(&data.corpus, found.chain(stated));
    if named.is_empty() {
        return none();
    }
    let rest = named.len().saturating_sub(NAMES);
    let rest = (rest > 0)
        .then(|| el("li").class("faint").child(fill(say().filters.more, &rest.to_string())).view());
    let links = named.iter().take(NAMES).map(|known| {
        let id = ["i-", &data.corpus.articles[at].id, "-", &known.id].concat();
        el("li").child(initiative_link(known, id)).view()
    });
    el("div")
        .class("card-names")
        .child(el("span").child(say().filters.by_name))
        .child(el("ul").children(links).child(rest))
        .view()
}
