//! The reader: one article beside the results, or over them on a narrow screen.
//!
//! It is no dialogue: on a wide screen the rest stays at hand. On a narrow one the style sheet
//! hides the rest, also from the keyboard.

use std::sync::Arc;

use crate::dom::{all_of, el, live, presence};
use crate::signals::{Memo, effect_from, memo};
use deltascope_model::{Article, CorpusPage, Script, TextRange};
use leptos::prelude::*;

use super::{
    article_body::ArticleBody,
    article_facts::ArticleFacts,
    article_head::article_head,
    audit_bar::audit_bar,
    control::{icon_button, side},
    failure::arrived,
    raw_page::raw_page,
};
use crate::{
    browser,
    data::{Arrival, Data},
    reading::range_of,
    state::ViewState,
    store::{Store, data, say, say_in, store},
    words::reader::ReaderWords,
};

/// The id of what the address points at.
pub const TARGET: &str = "target";
const TITLE: &str = "reader-title";

/// The reader.
#[component]
#[expect(clippy::needless_pass_by_value, reason = "a component owns its props")]
pub fn Reader(
    /// The article's id, or a page's: such a page is shown raw.
    opened: String,
) -> impl IntoView {
    let store = store();
    let data = data();
    let at = data.corpus.article(&opened);
    let article = at.map(|at| &data.corpus.articles[at]);
    let page = article.map_or(opened.as_str(), |article| article.page.as_str());
    let Some(page) = data.page(page) else {
        follow_focus(store, false, memo(|| ()));
        return missing(store, &opened);
    };
    let only_raw = article.is_none();
    let own = Arc::clone(&data);
    let text = memo(move || at.map(|at| own.text(at)));
    follow_focus(store, only_raw, text);
    let traditional = article.is_some_and(|article| article.script == Script::Hant);
    let raw = memo(move || only_raw || store.state.with(|state| state.raw));
    let pointed = store.part(|from, to| {
        to.at.clone_from(&from.at);
        to.rule.clone_from(&from.rule);
    });
    let head = article_head(article, page, TITLE);
    let page = page.clone();
    let body = move || match text.get() {
        Some(text) if !raw.get() => arrived(text, |article| {
            all_of([
                view! { <ArticleFacts article=Arc::clone(&article)/> }.into_any(),
                view! { <ArticleBody article=Arc::clone(&article) beside=false/> }.into_any(),
                continued(&data, &article),
            ])
        }),
        text => {
            let (data, page) = (Arc::clone(&data), page.clone());
            let whole = memo(move || data.whole_page(&page));
            live(move || arrived(whole.get(), |page| audit(page, text.clone(), pointed)))
        }
    };
    el("section")
        .class("reader")
        .test("reader")
        .attr("aria-labelledby", TITLE)
        .child(bar(store, !only_raw, traditional, raw))
        .child(el("div").class("reader-page").child(head).child(live(body)))
        .view()
}

/// The page with what was removed of it, beside the article, where it has one.
fn audit(
    page: Arc<CorpusPage>,
    article: Option<Arrival<Arc<Article>>>,
    pointed: Memo<ViewState>,
) -> AnyView {
    let (data, summary) = (data(), all_of([removed_line(&page), audit_bar(&page)]));
    let article = match article {
        Some(Arrival::Here(article)) => Some(article),
        _ => None,
    };
    let own = article.as_ref().map(|article| article.id.clone());
    let raw = live(move || {
        pointed.with(|state| {
            let id = own.as_deref().unwrap_or_default();
            let targets = targets(&data, id, state.at.as_deref());
            raw_page(&page, own.as_deref(), &targets, state.rule.as_deref())
        })
    });
    let clean = article.map(|article| {
        el("div")
            .class("beside")
            .attr("role", "region")
            .attr("tabindex", "0")
            .attr("aria-label", say_in(ReaderWords::of).beside)
            .child(el("h2").child(say_in(ReaderWords::of).beside))
            .child(view! { <ArticleBody article=article beside=true/> }.into_any())
            .view()
    });
    all_of([summary, el("div").class("audit").child(raw).child(clean).view()])
}

/// The parts of the story on other pages, each under its number.
fn continued(data: &Arc<Data>, article: &Article) -> AnyView {
    let count = article.continued.len() + 1;
    let parts = article.continued.iter().zip(2..).filter_map(|(id, nth)| {
        let (own, at) = (Arc::clone(data), data.corpus.article(id)?);
        let text = memo(move || own.text(at));
        let body = move || {
            arrived(text.get(), |part| view! { <ArticleBody article=part beside=true/> }.into_any())
        };
        Some([el("h2").child(format!("{nth}/{count}")).view(), live(body)])
    });
    all_of(parts.flatten())
}

/// What the address points at, as ranges of the page: an event's sentences, or one range.
pub fn targets(data: &Data, article: &str, at: Option<&str>) -> Vec<TextRange> {
    let Some(at) = at else { return Vec::new() };
    match data.event(at) {
        Some(event) => event
            .evidence
            .iter()
            .filter(|evidence| evidence.article == article)
            .map(|evidence| evidence.range)
            .collect(),
        None => range_of(at).into_iter().collect(),
    }
}

/// Gives the focus to what the address points at, or to the title where it points at nothing,
/// whenever that changes, or the text of it arrives.
fn follow_focus<T: 'static>(store: Store, only_raw: bool, text: Memo<T>) {
    let shown = store.part(move |from, to| {
        to.article.clone_from(&from.article);
        to.at.clone_from(&from.at);
        to.raw = only_raw || from.raw;
    });
    effect_from(move |first| {
        text.track();
        let pointed = shown.with(|state| state.at.is_some());
        request_animation_frame(move || {
            // Whoever walks from removal to removal keeps the button in hand.
            let walking = browser::focused().is_some_and(|id| id.starts_with("audit-"));
            if pointed && browser::reveal(TARGET, walking) {
                return;
            }
            if first {
                browser::focus(TITLE);
            }
        });
    });
}

fn bar(store: Store, can_clean: bool, traditional: bool, raw: Memo<bool>) -> AnyView {
    let words = say_in(ReaderWords::of);
    let simplified = memo(move || store.state.with(|state| state.simplified));
    let views = can_clean.then(|| {
        el("div")
            .class("switch")
            .attr("role", "group")
            .attr("aria-label", words.raw_choice)
            .child(side("clean-switch", words.clean, move || !raw.get(), |state| state.raw = false))
            .child(side("raw-switch", words.raw, move || raw.get(), |state| state.raw = true))
            .view()
    });
    let own = move || !simplified.get();
    let scripts = traditional.then(|| {
        el("div")
            .class("switch")
            .attr("role", "group")
            .attr("aria-label", words.script)
            .attr("hidden", presence(move || raw.get()))
            .child(side("script-original", words.original, own, |state| state.simplified = false))
            .child(side(
                "script-simplified",
                words.simplified,
                move || simplified.get(),
                |state| {
                    state.simplified = true;
                },
            ))
            .view()
    });
    el("div")
        .class("reader-bar")
        .child(views)
        .child(scripts)
        .child(icon_button(say().frame.close_article, "reader-close", "×", move || store.close()))
        .view()
}

fn missing(store: Store, opened: &str) -> AnyView {
    let words = say_in(ReaderWords::of);
    el("section")
        .class("reader")
        .test("reader")
        .attr("aria-labelledby", TITLE)
        .child(bar(store, false, false, memo(|| false)))
        .child(
            el("div")
                .class("reader-page")
                .test("reader-missing")
                .child(el("h1").attr("id", TITLE).attr("tabindex", "-1").child(words.missing))
                .child(el("p").child(el("code").child(opened.to_owned())))
                .child(el("p").child(words.missing_help)),
        )
        .view()
}

/// The characters of a page that its cleaning removed, in words.
pub fn removed_line(page: &CorpusPage) -> AnyView {
    let (all, removed) = page.characters();
    let share = super::about::share(all, removed);
    let line = crate::words::fill(say_in(ReaderWords::of).removed, &all.to_string());
    el("p")
        .class("removed-line")
        .test("removed")
        .child(line)
        .child(el("strong").child(share).child("%"))
        .view()
}
