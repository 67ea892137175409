//! The whole page as saved: every removed segment struck out, under the rule that removed it.

use deltascope_model::{CorpusPage, Label, Segment, TextRange};
use leptos::prelude::*;

use super::reader::{TARGET, removed_line};
use crate::{
    reading::{Mark, runs},
    store::say,
};

/// The page. `own` is the open article: other articles of the page are named as such.
pub fn raw_page(page: &CorpusPage, own: Option<&str>, targets: &[TextRange]) -> AnyView {
    let mut before: Option<&Segment> = None;
    let mut reached = false;
    let mut out = Vec::with_capacity(page.segments.len());
    for segment in &page.segments {
        let Some(text) = segment.range.slice(&page.text) else { continue };
        let blank = text.trim().is_empty();
        if blank && segment.label == Label::Noise {
            // A gap between lines: nothing was removed that could be read.
            let gap = text.to_owned();
            out.push(view! { <span data-testid="removed-segment">{gap}</span> }.into_any());
            continue;
        }
        let same = before.is_some_and(|before| {
            (before.label, &before.rule, &before.article)
                == (segment.label, &segment.rule, &segment.article)
        });
        let tag = (!blank && !same).then(|| tag(segment, own));
        out.push(stretch(segment, text, tag, targets, &mut reached));
        if !blank {
            before = Some(segment);
        }
    }
    let error = page
        .error
        .clone()
        .map(|error| view! { <p class="page-error">{say().about.unread}{error}</p> }.into_any());
    view! {
        {removed_line(page)}
        {error}
        <div class="raw" lang="zh" data-testid="raw">{out}</div>
    }
    .into_any()
}

/// Label and rule of a segment.
fn tag(segment: &Segment, own: Option<&str>) -> AnyView {
    let words = say();
    let other = segment.article.is_some() && segment.article.as_deref() != own;
    let label = words.facts.labels[segment.label as usize];
    let story = other
        .then(|| view! { <span class="seg-other">{words.reader.other_story}</span> }.into_any());
    view! {
        <span class="seg-tag" data-testid="rule">{label}{story}<code>{segment.rule.clone()}</code></span>
    }
    .into_any()
}

fn stretch(
    segment: &Segment,
    text: &str,
    tag: Option<AnyView>,
    targets: &[TextRange],
    reached: &mut bool,
) -> AnyView {
    let start = segment.range.start();
    let aims: Vec<(TextRange, Mark)> = targets
        .iter()
        .filter_map(|range| range.overlap(segment.range))
        .map(|range| (TextRange::new(range.start() - start, range.end() - start), Mark::Target))
        .collect();
    let parts: Vec<AnyView> = runs(text, &aims)
        .iter()
        .map(|run| {
            let part = run.range.slice(text).unwrap_or_default().to_owned();
            if !run.is(Mark::Target) {
                return part.into_any();
            }
            let id = (!*reached).then_some(TARGET);
            *reached = true;
            view! { <span class="target" id=id tabindex="-1" data-testid="target">{part}</span> }
                .into_any()
        })
        .collect();
    let class = match segment.label {
        Label::Title => "seg seg-title",
        Label::Metadata => "seg seg-metadata",
        Label::Body => "seg seg-body",
        Label::Noise => "seg seg-noise",
    };
    if segment.label == Label::Noise {
        view! { <span class=class data-testid="removed-segment">{tag}<s>{parts}</s></span> }
            .into_any()
    } else {
        view! { <span class=class>{tag}{parts}</span> }.into_any()
    }
}
