//! The plot: axis, lanes and marks, time running to the right.

use crate::dom::{all_of, el, live, value};
use crate::signals::{Shared, effect, memo};
use leptos::prelude::*;

use super::{
    chart::Chart,
    details,
    hearing::{self, Hearing},
    lanes::Lane,
    layout::{self, Layout},
    painter, ticks,
};
use crate::{
    browser,
    words::{Lang, words},
};

/// The plot with its hint.
pub fn plot(chart: Chart) -> AnyView {
    let hearing = Hearing::new(chart);
    effect(move || {
        browser::watch_events(hearing::PLOT, &hearing::EVENTS, move |event| hearing.hear(event));
    });
    let lang = chart.wiring.lang;
    let axis = memo(move || ticks::axis(chart.view.get(), lang.get()));
    painter::paint(chart, axis);
    let name = value(move || Some(words(lang.get()).timeline.name.into()));
    let narrow = value(move || chart.narrow.get().then(String::new));
    let dragging = value(move || hearing.dragging.get().then(String::new));
    let empty = value(move || chart.prepared.with(|all| all.marks.is_empty()).then(String::new));
    let [major, minor, grid] = painter::TICKS;
    let row = |id: &'static str| el("div").attr("id", id).class(id);
    all_of([
        el("div")
            .attr("id", hearing::PLOT)
            .class("timeline-plot")
            .test("timeline-plot")
            .attr("data-narrow", narrow)
            .attr("data-dragging", dragging)
            .attr("role", "group")
            .attr("tabindex", "0")
            .attr("aria-label", name)
            .attr("aria-describedby", "timeline-hint")
            .child(
                el("div")
                    .class("timeline-axis")
                    .attr("aria-hidden", "true")
                    .child(row(major))
                    .child(row(minor)),
            )
            .child(
                el("div")
                    .attr("id", painter::BODY)
                    .class("timeline-body")
                    .attr("data-empty", empty)
                    .child(lanes(chart))
                    .child(row(grid).attr("aria-hidden", "true"))
                    .child(
                        el("div")
                            .class("timeline-track")
                            .child(row(painter::LIVES).attr("aria-hidden", "true"))
                            .child(today_line(chart))
                            .child(el("div").attr("id", painter::MARKS).class("timeline-marks")),
                    )
                    .child(details::details(chart)),
            )
            .view(),
        el("p")
            .attr("id", "timeline-hint")
            .class("timeline-hint")
            .child(live(move || hint(lang.get())))
            .view(),
    ])
}

/// What to do with a mouse and keys, and what with fingers; the style sheet shows one of them.
fn hint(lang: Lang) -> AnyView {
    let words = &words(lang).timeline;
    let hints = [("for-mouse", words.hint), ("for-touch", words.touch_hint)];
    all_of(hints.map(|(class, text)| el("span").class(class).child(text).view()))
}

/// A length for the style sheet.
pub fn pixels(length: i32) -> String {
    length.to_string() + "px"
}

/// The lanes that the screen shows.
fn lanes(chart: Chart) -> AnyView {
    let rows = move || {
        let (top, bottom) = chart.sight.get();
        let all = chart.prepared.get();
        let row = |lane: &layout::Lane| {
            let kind = match all.lanes.get(lane.number) {
                Some(Lane::Kind(kind)) => Some(kind.key()),
                _ => None,
            };
            let name = all.lane(lane.number);
            el("div")
                .class("timeline-lane")
                .test("lane")
                .attr("data-kind", kind)
                .style("top", pixels(lane.top))
                .style("height", pixels(lane.height))
                .child(
                    el("p")
                        .child(
                            el("b")
                                .attr("lang", all.lane_lang(lane.number))
                                .attr("title", name.clone())
                                .child(name),
                        )
                        .child(el("span").child(lane.count.to_string())),
                )
                .view()
        };
        let in_sight = |lane: &&layout::Lane| lane.top + lane.height > top && lane.top < bottom;
        chart
            .layout
            .with(|layout: &Shared<Layout>| all_of(layout.lanes.iter().filter(in_sight).map(row)))
    };
    el("div").class("timeline-lanes").child(live(rows)).view()
}

fn today_line(chart: Chart) -> AnyView {
    let name = live(move || words(chart.wiring.lang.get()).timeline.today.into_any());
    el("div")
        .attr("id", painter::TODAY)
        .class("timeline-today")
        .test("today")
        .attr("hidden", true)
        .child(el("span").child(name))
        .view()
}
