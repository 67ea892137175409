//! The whole page as saved: every removed segment struck out, under the rule that removed it.

use crate::dom::{Child, all_of, el};
use deltascope_model::{CorpusPage, Label, Segment, TextRange};
use leptos::prelude::*;

use super::{audit_bar::colour, reader::TARGET};
use crate::{
    audit::removals,
    reading::{Mark, runs},
    store::{say, say_in},
    words::{about::AboutWords, fill, reader::ReaderWords},
};

/// The page. `own` is the open article: other articles of the page are named as such. Of what was
/// removed, only what `rule` removed stands out, where there is one.
pub fn raw_page(
    page: &CorpusPage,
    own: Option<&str>,
    targets: &[TextRange],
    rule: Option<&str>,
) -> AnyView {
    let rules = removals(page);
    let mut before: Option<&Segment> = None;
    let mut reached = false;
    let mut out = Vec::with_capacity(page.segments.len());
    for segment in &page.segments {
        let Some(text) = segment.range.slice(&page.text) else { continue };
        let blank = text.trim().is_empty();
        if blank && segment.label == Label::Noise {
            // A gap between lines: nothing was removed that could be read.
            let gap = text.to_owned();
            out.push(el("span").test("removed-segment").child(gap).view());
            continue;
        }
        let same = before.is_some_and(|before| {
            (before.label, &before.rule, &before.article)
                == (segment.label, &segment.rule, &segment.article)
        });
        let tag = (!blank && !same).then(|| tag(segment, own));
        let noise = (segment.label == Label::Noise).then(|| {
            let at = rules.iter().position(|removal| removal.rule == segment.rule);
            let dim = rule.is_some_and(|rule| rule != segment.rule);
            (colour(at.unwrap_or_default()), dim)
        });
        out.push(stretch(segment, text, tag, noise, targets, &mut reached));
        if !blank {
            before = Some(segment);
        }
    }
    let error = page.error.clone().map(|error| {
        el("p").class("page-error").child(say_in(AboutWords::of).unread).child(error).view()
    });
    all_of([error.part(), el("div").class("raw").attr("lang", "zh").test("raw").child(out).view()])
}

/// Label and rule of a segment.
fn tag(segment: &Segment, own: Option<&str>) -> AnyView {
    let (words, reader) = (say(), say_in(ReaderWords::of));
    let other = segment.article.is_some() && segment.article.as_deref() != own;
    let label = words.facts.labels[segment.label as usize];
    let story = other.then(|| el("span").class("seg-other").child(reader.other_story).view());
    el("span")
        .class("seg-tag")
        .test("rule")
        .attr("title", fill(reader.score, &usize::from(segment.score).to_string()))
        .child(label)
        .child(story)
        .child(el("code").child(segment.rule.clone().into_owned()))
        .view()
}

fn stretch(
    segment: &Segment,
    text: &str,
    tag: Option<AnyView>,
    noise: Option<(String, bool)>,
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
            el("span")
                .class("target")
                .attr("id", id)
                .attr("tabindex", "-1")
                .test("target")
                .child(part)
                .view()
        })
        .collect();
    let class = match segment.label {
        Label::Title => "seg seg-title",
        Label::Metadata => "seg seg-metadata",
        Label::Body => "seg seg-body",
        Label::Noise => "seg seg-noise",
    };
    if let Some((colour, dim)) = noise {
        el("span")
            .class(class)
            .test("removed-segment")
            .attr("data-colour", colour)
            .attr("data-dim", dim)
            .child(tag)
            .child(el("s").child(parts))
            .view()
    } else {
        el("span").class(class).child(tag).child(parts).view()
    }
}
