//! The doubts of the build, each with a way to its place.

use crate::dom::el;
use deltascope_model::Issue;
use leptos::prelude::*;

use super::control::link;
use crate::{
    data::Data,
    state::ViewState,
    store::{data, say},
};

/// The doubts of the build.
#[component]
pub fn Issues() -> impl IntoView {
    let data = data();
    let words = &say().about;
    let list = if data.corpus.issues.is_empty() {
        el("p").class("faint").test("no-issues").child(words.no_issues).view()
    } else {
        let rows = data.corpus.issues.iter().map(|issue| row(&data, issue));
        el("ol").class("issues").children(rows).view()
    };
    el("div")
        .class("prose")
        .child(el("h2").child(words.issues).view())
        .child(el("p").class("lead").child(words.issues_lead).view())
        .child(list)
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
                .child(el("code").child(issue.kind.clone()).view())
                .child(el("span").class("path").child(path).view())
                .view(),
        )
        .child(el("p").child(issue.message.clone()).view())
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
