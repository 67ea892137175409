//! The doubts of the build by kind, each with a way to its place.

use crate::dom::{all_of, el, live, truth};
use deltascope_model::Issue;
use leptos::prelude::*;

use super::control::{click, link};
use crate::{
    data::Data,
    state::ViewState,
    store::{data, say},
};

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
    let words = &say().about;
    let list = if data.corpus.issues.is_empty() {
        el("p").class("faint").test("no-issues").child(words.no_issues).view()
    } else {
        // The place of the chosen kind in the list, from 1; 0 is all.
        let chosen = RwSignal::new(0_usize);
        let kinds = by_kind(&data.corpus.issues);
        let all = choice(chosen, 0, words.all_kinds.to_owned(), data.corpus.issues.len());
        let choices = kinds
            .iter()
            .enumerate()
            .map(|(at, (kind, number))| choice(chosen, at + 1, kind_name(kind), *number));
        let choices = std::iter::once(all).chain(choices);
        let choices =
            el("ul").class("kinds").attr("aria-label", words.issues).children(choices).view();
        let rows = live(move || {
            let kind = chosen.get().checked_sub(1).map(|at| &kinds[at].0);
            let own = |issue: &&Issue| kind.is_none_or(|kind| *kind == issue.kind);
            let rows = data.corpus.issues.iter().filter(own).map(|issue| row(&data, issue));
            el("ol").class("issues").children(rows).view()
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

/// The kinds that occur, with how often, in the order in which they first occur.
fn by_kind(issues: &[Issue]) -> Vec<(String, usize)> {
    let mut kinds: Vec<(String, usize)> = Vec::new();
    for issue in issues {
        match kinds.iter_mut().find(|(kind, _)| *kind == issue.kind) {
            Some((_, number)) => *number += 1,
            None => kinds.push((issue.kind.clone(), 1)),
        }
    }
    kinds
}

/// A kind in the interface's language.
fn kind_name(kind: &str) -> String {
    let known = KINDS.iter().position(|known| *known == kind);
    known.map_or(kind, |at| say().about.kinds[at]).to_owned()
}

/// A kind to narrow the list to.
fn choice(chosen: RwSignal<usize>, at: usize, name: String, number: usize) -> AnyView {
    el("li")
        .child(
            el("button")
                .attr("type", "button")
                .class("button")
                .test("issue-kind")
                .attr("aria-pressed", truth(move || chosen.get() == at))
                .on("click", click(move || chosen.set(at)))
                .child(name)
                .child(el("span").class("count").child(number.to_string())),
        )
        .view()
}

fn row(data: &Data, issue: &Issue) -> AnyView {
    let path = data.page(&issue.page).map_or(&issue.page, |page| &page.path).clone();
    let quote = issue
        .evidence
        .as_ref()
        .map(|evidence| el("blockquote").attr("lang", "zh").child(evidence.text.clone()).view());
    let page = issue.page.clone();
    let at = issue.evidence.as_ref().map(|evidence| {
        [&evidence.range.start().to_string(), "-", &evidence.range.end().to_string()].concat()
    });
    let show = move |state: &mut ViewState| {
        state.open(&page, at.clone());
        state.raw = true;
    };
    el("li")
        .class("issue")
        .test("issue")
        .attr("data-kind-of", issue.kind.clone())
        .child(
            el("p")
                .class("issue-head")
                .child(el("strong").child(kind_name(&issue.kind)))
                .child(el("span").class("path").child(path)),
        )
        .child(el("p").attr("lang", "en").child(issue.message.clone()))
        .child(quote)
        .child(link(
            "more-link",
            "issue-open",
            issue.id.clone(),
            say().about.see_place.into_any(),
            show,
        ))
        .view()
}
