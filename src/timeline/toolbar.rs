//! The row above the chart: how much is shown, zoom, and the switch between chart and table.

use crate::dom::{el, live};
use deltascope_model::civil;
use leptos::prelude::*;

use super::chart::Chart;
use crate::{
    components::control::click,
    words::{Lang, date, words},
};

/// The row above the chart, in a language.
pub fn toolbar(chart: Chart, lang: Lang, as_table: RwSignal<bool>) -> AnyView {
    let words = &words(lang).timeline;
    let table = as_table.get();
    // The days in view, and how many events they leave out.
    let count = move || {
        let (first, last) = chart.view.get().window();
        let month = |day| {
            let (year, month, _) = civil(day);
            date::month(year, month, lang)
        };
        let (shown, all) = visible(chart);
        let [before, between, after] = words.shown;
        let mut text = [month(first).as_str(), words.to, &month(last)].concat();
        if shown < all {
            let (shown, all) = (shown.to_string(), all.to_string());
            text += &[words.comma, before, &shown, between, &all, after].concat();
        }
        text.into_any()
    };
    // One function for all buttons: each kind of handler costs size.
    let button = move |test: &'static str, text: &'static str, name: &'static str, does: Does| {
        let pressed = match does {
            Does::Switch(to) => Some(if to == table { "true" } else { "false" }),
            _ => None,
        };
        let action = move || match does {
            Does::Zoom(closer) => chart.zoom(closer),
            Does::Fit => chart.fit(),
            Does::Switch(table) => as_table.set(table),
        };
        el("button")
            .attr("type", "button")
            .test(test)
            .attr("aria-label", name)
            .attr("aria-pressed", pressed)
            .on("click", click(action))
            .child(text)
            .view()
    };
    el("div")
        .class("timeline-bar")
        .child(el("p").class("timeline-count").attr("hidden", table).child(live(count)))
        .child(
            el("div")
                .class("timeline-group")
                .attr("role", "group")
                .attr("aria-label", words.zoom)
                .attr("hidden", table)
                .child(button("zoom-out", "−", words.zoom_out, Does::Zoom(false)))
                .child(button("zoom-in", "+", words.zoom_in, Does::Zoom(true)))
                .child(button("zoom-fit", words.fit, words.fit, Does::Fit)),
        )
        .child(
            el("div")
                .class("timeline-group")
                .attr("role", "group")
                .attr("aria-label", words.rendering)
                .test("timeline-switch")
                .child(button("as-chart", words.chart, words.chart, Does::Switch(false)))
                .child(button("as-table", words.table, words.table, Does::Switch(true))),
        )
        .view()
}

/// What a button does.
#[derive(Clone, Copy)]
enum Does {
    Zoom(bool),
    Fit,
    Switch(bool),
}

/// How many events the view covers, and how many an axis can show.
fn visible(chart: Chart) -> (usize, usize) {
    let view = chart.view.get();
    chart.prepared.with(|all| {
        let shown = all.marks.iter().filter(|mark| {
            view.x(mark.shape.last + 1) > 0 && view.x(mark.shape.first) < view.width
        });
        (shown.count(), all.marks.len())
    })
}
