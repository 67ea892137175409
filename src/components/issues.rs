//! The doubts of the build, each with a way to its place.

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
        view! { <p class="faint" data-testid="no-issues">{words.no_issues}</p> }.into_any()
    } else {
        let rows = data.corpus.issues.iter().map(|issue| row(&data, issue));
        view! { <ol class="issues">{rows.collect_view()}</ol> }.into_any()
    };
    view! {
        <div class="prose">
            <h2>{words.issues}</h2>
            <p class="lead">{words.issues_lead}</p>
            {list}
        </div>
    }
}

fn row(data: &Data, issue: &Issue) -> AnyView {
    let path = data.page(&issue.page).map_or(&issue.page, |page| &page.path).clone();
    let quote = issue.evidence.as_ref().map(|evidence| {
        view! { <blockquote lang="zh">{evidence.text.clone()}</blockquote> }.into_any()
    });
    let page = issue.page.clone();
    let at = issue.evidence.as_ref().map(|evidence| {
        [&evidence.range.start().to_string(), "-", &evidence.range.end().to_string()].concat()
    });
    let show = move |state: &mut ViewState| {
        state.open(&page, at.clone());
        state.raw = true;
    };
    view! {
        <li class="issue" data-testid="issue" data-kind-of=issue.kind.clone()>
            <p class="issue-head"><code>{issue.kind.clone()}</code><span class="path">{path}</span></p>
            <p>{issue.message.clone()}</p>
            {quote}
            {link("more-link", "issue-open", issue.id.clone(), say().about.see_place.into_any(), show)}
        </li>
    }
    .into_any()
}
