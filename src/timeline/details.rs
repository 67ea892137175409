//! The details of the event under the pointer or the focus: its evidence, beside the event.

use crate::dom::{el, live, none};
use deltascope_model::{Event, Evidence};
use leptos::prelude::*;

use super::{chart::Chart, layout::ROW, plot::pixels, prepare::Prepared, stops::Stop};
use crate::{
    components::control::click,
    words::{date::date_words, words},
};

/// Widest the details get, in pixels; the style sheet knows it too.
const WIDTH: i32 = 360;

/// The details of the active event, if there is one. The pointer can move onto them.
pub fn details(chart: Chart) -> AnyView {
    let shown = move || {
        let stop = chart.active.get().filter(|stop| !stop.counted)?;
        let all = chart.prepared.get();
        let view = chart.view.get();
        let place = chart.layout.with(|layout| chart.place(&all, layout, stop))?;
        let room = (view.width - WIDTH).max(0);
        let left = chart.gutter().pixels() + (place.x - chart.pan()).clamp(0, room);
        let event = all.event(stop.mark)?;
        Some(panel(chart, stop, &all, event, (left, place.y + ROW)))
    };
    live(move || shown().unwrap_or_else(none))
}

fn panel(
    chart: Chart,
    stop: Stop,
    all: &Prepared,
    event: &Event,
    (left, top): (i32, i32),
) -> AnyView {
    let lang = all.lang;
    let facts = &words(lang).facts;
    let phase = facts.phases[event.phase as usize];
    let kind = all.kind(event);
    let (name, tag) = all.name(event);
    let places = all.places(event);
    let quote = |found: &Evidence| el("blockquote").attr("lang", "zh").child(found.text.clone());
    let sentence = event.evidence.first().map(|found| quote(found).view());
    el("div")
        .attr("id", "timeline-details")
        .class("timeline-details")
        .attr("role", "tooltip")
        .attr("data-kind", kind.key())
        .style("left", pixels(left))
        .style("top", pixels(top))
        .on("pointerenter", move |_| chart.hold(true))
        .on("pointerleave", move |_| chart.hold(false))
        .child(
            el("p")
                .class("what")
                .child(el("b").attr("lang", tag).child(name.to_owned()))
                .child(" ")
                .child(el("span").child(phase)),
        )
        .child(
            el("p")
                .class("when")
                .child(date_words(&event.date.edtf, event.date.basis, lang))
                .child(el("span").child(facts.kinds[kind as usize]))
                .child((!places.is_empty()).then(|| el("span").child(places).view())),
        )
        .child(sentence)
        // For the mouse; keys have a key of their own, and the reader has a link.
        .child(
            el("button")
                .attr("type", "button")
                .attr("tabindex", "-1")
                .test("details-initiative")
                .on("click", click(move || chart.open_initiative(Some(stop))))
                .child(words(lang).initiative.page)
                .child(" →"),
        )
        .view()
}
