//! The details of the event under the pointer or the focus: its evidence, beside the event.

use crate::dom::{el, live, none};
use crate::signals::Memo;
use leptos::prelude::*;

use super::{
    TimelineItem,
    chart::{Chart, Stop},
    layout::ROW,
    plot::pixels,
};
use crate::{
    components::control::click,
    words::{Lang, date::date_words, words},
};

/// Widest the details get, in pixels; the style sheet knows it too.
const WIDTH: i32 = 360;

/// The details of the active event, if there is one. The pointer can move onto them.
pub fn details(chart: Chart, lang: Memo<Lang>) -> AnyView {
    let shown = move || {
        let stop = chart.active.get().filter(|stop| !stop.counted)?;
        let place = chart.layout.with(|layout| layout.place(stop.mark, false))?;
        chart.view.track();
        let item = chart.prepared.with(|all| all.item(stop.mark).cloned())?;
        let room = (chart.view.get().width - WIDTH).max(0);
        let left = chart.gutter() + (place.x - chart.pan()).clamp(0, room);
        Some(panel(chart, stop, &item, lang.get(), (left, place.y + ROW)))
    };
    live(move || shown().unwrap_or_else(none))
}

fn panel(
    chart: Chart,
    stop: Stop,
    item: &TimelineItem,
    lang: Lang,
    (left, top): (i32, i32),
) -> AnyView {
    let facts = &words(lang).facts;
    let phase = facts.phases[item.phase as usize];
    let places = item.places.join(words(lang).timeline.and);
    let sentence = (!item.evidence.is_empty())
        .then(|| el("blockquote").attr("lang", "zh").child(item.evidence.clone()).view());
    el("div")
        .attr("id", "timeline-details")
        .class("timeline-details")
        .attr("role", "tooltip")
        .attr("data-kind", item.kind.key())
        .style("left", pixels(left))
        .style("top", pixels(top))
        .on("pointerenter", move |_| chart.hold(true))
        .on("pointerleave", move |_| chart.hold(false))
        .child(el("p").class("what").child(item.label.clone()).child(el("span").child(phase)))
        .child(
            el("p")
                .class("when")
                .child(date_words(&item.date.edtf, item.date.basis, lang))
                .child(el("span").child(facts.kinds[item.kind as usize]))
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
