//! The doubts of the build kind by kind, each with a way to its place and its article.

use crate::dom::{all_of, el, live, none};
use deltascope_model::Issue;
use leptos::prelude::*;

use super::{
    control::{link, more},
    evidence::at,
    failure::arrived,
    kinds::kinds,
};
use crate::{
    data::Data,
    state::ViewState,
    store::{data, say_in, store},
    words::about::AboutWords,
};

/// How many are drawn at a time.
const BATCH: usize = 60;

/// The kinds of issue that have a name in the interface; another is shown by its key.
const KINDS: [&str; 18] = [
    "unreadable",
    "undecoded",
    "no-story",
    "several-stories",
    "no-title",
    "no-date",
    "reposted-date",
    "reference-inferred",
    "reference-contradicted",
    "shifted-bytes",
    "stub",
    "spun",
    "shuffled",
    "invented",
    "swapped-domain",
    "doubled-punctuation",
    "parts-missing",
    "correction-unmet",
];

/// The doubts of the build.
#[component]
pub fn Issues() -> impl IntoView {
    let data = data();
    let words = say_in(AboutWords::of);
    let found = data.issue_kinds();
    let list = if found.is_empty() {
        el("p").class("faint").test("no-issues").child(words.no_issues).view()
    } else {
        let all = data.count_of_issues();
        let named =
            found.iter().map(|one| (one.kind.clone(), kind_name(&one.kind), one.count as usize));
        let choices = kinds(words.issues, all, named.collect());
        let only = store().part(|from, to| to.only.clone_from(&from.only));
        let drawn = RwSignal::new(BATCH);
        let rows = live(move || {
            // A kind that does not occur narrows nothing.
            let only = only.with(|state| state.only.clone());
            let only = found.iter().find(|one| only.as_ref() == Some(&one.kind));
            let (issues, rest) = data.issues(only.map(|one| one.kind.as_str()), drawn.get());
            let rows = issues.iter().map(|issue| row(&data, issue));
            let number = only.map_or(all, |one| one.count as usize);
            all_of([
                el("ol").class("issues").children(rows).view(),
                arrived(rest, |()| more("more-issues", number, BATCH, drawn)),
            ])
        });
        all_of([choices, rows])
    };
    el("div")
        .class("prose")
        .child(el("h2").child(words.issues))
        .child(el("p").class("lead").child(words.issues_lead))
        .child(list)
        .view()
}

/// A kind in the interface's language.
fn kind_name(kind: &str) -> String {
    let known = KINDS.iter().position(|known| *known == kind);
    known.map_or(kind, |at| say_in(AboutWords::of).kinds[at]).to_owned()
}

/// A note of the build as a sentence: with a capital, and a full stop.
fn sentence(note: &str) -> String {
    let mut letters = note.chars();
    let Some(first) = letters.next() else { return String::new() };
    let mut told: String = first.to_uppercase().chain(letters).collect();
    if !told.ends_with(['.', '?', '!', '。']) {
        told.push('.');
    }
    told
}

fn row(data: &Data, issue: &Issue) -> AnyView {
    let words = say_in(AboutWords::of);
    let page = data.page(&issue.page);
    let known = KINDS.iter().position(|known| *known == issue.kind);
    let advice = known.and_then(|at| words.advice.get(at).copied());
    let detail = el("p").attr("lang", "en").child(sentence(&issue.message));
    // The build's words, below those of the interface where it has its own.
    let (told, detail) = match advice {
        None => (detail.view(), none()),
        Some(advice) => {
            // What is on no page is told by the note alone.
            let folded = el("details").class("issue-detail").attr("open", page.is_none());
            let folded = folded.child(el("summary").child(words.detail)).child(detail);
            (el("p").child(advice).view(), folded.view())
        }
    };
    let quote = issue
        .evidence
        .as_ref()
        .map(|evidence| el("blockquote").attr("lang", "zh").child(evidence.text.clone()).view());
    let place = page.map_or(words.corrections, |page| &page.path).to_owned();
    el("li")
        .class("issue")
        .test("issue")
        .attr("data-kind-of", issue.kind.clone())
        .child(
            el("p")
                .class("issue-head")
                .child(el("strong").child(kind_name(&issue.kind)))
                .child(el("span").class("path").child(place)),
        )
        .child(told)
        .child(quote)
        .child(page.map(|page| way(data, issue, &page.id)))
        .child(detail)
        .view()
}

/// The way to what an issue is about: its words on the raw page, and the article.
fn way(data: &Data, issue: &Issue, page: &str) -> AnyView {
    let words = say_in(AboutWords::of);
    let at = issue.evidence.as_ref().map(|evidence| at(evidence.range));
    // Without words in question, the one article of the page.
    let mut own = data.corpus.articles.iter().filter(|article| article.page == page);
    let article = match (&issue.evidence, own.next(), own.next()) {
        (Some(evidence), ..) => data.article(&evidence.article),
        (None, only, None) => only,
        _ => None,
    };
    let opened = article.map_or(page, |article| &article.id).to_owned();
    let show = move |state: &mut ViewState| {
        state.open(&opened, at.clone());
        state.raw = true;
    };
    let article = article.map(|article| {
        let (id, opened) = (["a-", &issue.id].concat(), article.id.clone());
        let show = move |state: &mut ViewState| state.open(&opened, None);
        link("more-link", "issue-article", id, words.see_article.into_any(), show)
    });
    el("p")
        .class("ways")
        .child(link("more-link", "issue-open", issue.id.clone(), words.see_place.into_any(), show))
        .child(article)
        .view()
}

#[cfg(test)]
mod tests {
    use super::sentence;

    #[test]
    fn a_note_is_told_as_a_sentence() {
        assert_eq!(sentence("no text was found; look"), "No text was found; look.");
        assert_eq!(sentence("Check the date."), "Check the date.");
        assert_eq!(sentence("2 stories stand here"), "2 stories stand here.");
        assert_eq!(sentence(""), "");
    }
}
