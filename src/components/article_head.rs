//! The head of an article: title, and what the page says of its origin.

use crate::dom::{Child, all_of, el, none};
use deltascope_model::{Article, CorpusPage, PageDate};
use leptos::prelude::*;

use super::control::safe_address;
use crate::{
    listing, naming,
    store::{say, say_in, store},
    words::{date::date_words, reader::ReaderWords},
};

/// The head of an article, or of a page without one.
pub fn article_head(
    article: Option<&Article>,
    page: &CorpusPage,
    title_id: &'static str,
) -> AnyView {
    let lang = article.map_or("zh", |article| naming::script_tag(article.script));
    let title = article.map_or_else(|| page.path.clone().part(), title);
    el("header")
        .class("reader-head")
        .child(
            el("h1")
                .attr("id", title_id)
                .attr("tabindex", "-1")
                .attr("lang", lang)
                .test("reader-title")
                .child(title),
        )
        .child(el("dl").class("origin").child(article.map(origin)).child(address(page)))
        .view()
}

/// An article's title, what stands in for a missing one marked as such.
pub fn title(article: &Article) -> AnyView {
    let lang = store().lang.get_untracked();
    let (sign, text) = listing::title(article, lang);
    let sign = sign.map(|sign| el("span").class("stand-in").attr("lang", lang.tag()).child(sign));
    all_of([sign.part(), text.map(str::to_owned).part()])
}

fn origin(article: &Article) -> AnyView {
    let words = say();
    let reader = say_in(ReaderWords::of);
    let lang = naming::script_tag(article.script);
    let named = article.publisher.clone().map(|name| line(reader.publisher, name, lang));
    let publisher =
        named.unwrap_or_else(|| line(reader.publisher, words.filters.unsigned.to_owned(), ""));
    let said = |date: &PageDate| date_words(&date.edtf, date.basis, store().lang.get_untracked());
    let when = article.published.as_ref().map_or(words.filters.undated.to_owned(), said);
    let byline = (!article.byline.is_empty()).then(|| article.byline.join("、"));
    [
        publisher,
        line(reader.published, when, ""),
        byline.map(|names| line(reader.byline, names, lang)).into_any(),
        article.editor.clone().map(|name| line(reader.editor, name, lang)).into_any(),
        article.dateline.clone().map(|text| line(reader.dateline, text, lang)).into_any(),
        article.newspaper_page.clone().map(|text| line(reader.sheet, text, lang)).into_any(),
        article.host.clone().map(|name| line(reader.host, name, lang)).into_any(),
        article.page_date.as_ref().map(|found| line(reader.page_date, said(found), "")).into_any(),
    ]
    .into_iter()
    .collect_view()
    .into_any()
}

/// A name and its value; no `lang` means the interface's own.
fn line(name: &'static str, value: String, lang: &'static str) -> AnyView {
    let lang = (!lang.is_empty()).then_some(lang);
    el("div").child(el("dt").child(name)).child(el("dd").attr("lang", lang).child(value)).view()
}

fn address(page: &CorpusPage) -> AnyView {
    let Some(address) = &page.url else { return none() };
    let value = match safe_address(address) {
        Some(safe) => el("a")
            .attr("href", safe)
            .attr("target", "_blank")
            .attr("rel", "noopener noreferrer")
            .child(address.clone())
            .view(),
        None => address.clone().into_any(),
    };
    el("div")
        .class("origin-address")
        .child(el("dt").child(say_in(ReaderWords::of).address))
        .child(el("dd").child(value))
        .view()
}
