//! Text with hits marked.

use crate::dom::el;
use deltascope_model::TextRange;
use leptos::prelude::*;

use crate::reading::{Mark, runs};

/// The text with each range in a `mark`.
pub fn marked(text: &str, ranges: &[TextRange]) -> AnyView {
    let marks: Vec<(TextRange, Mark)> = ranges.iter().map(|range| (*range, Mark::Hit)).collect();
    let runs = runs(text, &marks);
    let parts = runs.iter().map(|run| {
        let part = run.range.slice(text).unwrap_or_default().to_owned();
        if run.is(Mark::Hit) { el("mark").child(part).view() } else { part.into_any() }
    });
    parts.collect_view().into_any()
}
