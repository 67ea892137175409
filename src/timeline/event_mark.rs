//! One event, or one counted mark, as a button. `painter` places it; `plot` hears it.

use crate::dom::{el, live, none};
use deltascope_model::Basis;
use leptos::prelude::*;

use super::{
    TimelineItem,
    chart::{Chart, Stop},
    shape::Shape,
};
use crate::words::{Lang, date::date_words, words};

/// The name by which assistive technology knows an event: initiative, phase, date, kind.
pub fn accessible_name(item: &TimelineItem, lang: Lang) -> String {
    let (facts, comma) = (&words(lang).facts, words(lang).timeline.comma);
    let date = date_words(&item.date.edtf, item.date.basis, lang);
    let (kind, phase) = (facts.kinds[item.kind as usize], facts.phases[item.phase as usize]);
    [&item.label, " ", phase, comma, &date, comma, kind].concat()
}

/// The classes that draw a shape.
fn signs(shape: Shape) -> String {
    let mut classes = String::from("event");
    for (on, class) in [
        (shape.is_point(), " point"),
        (shape.open_start, " open-start"),
        (shape.open_end, " open-end"),
        (shape.approximate, " approximate"),
        (shape.basis == Basis::Vague, " vague"),
        (shape.basis == Basis::Inferred, " inferred"),
    ] {
        if on {
            classes.push_str(class);
        }
    }
    classes
}

/// The mark of a stop, in the language of the moment: another language makes another list.
pub fn mark(chart: Chart, stop: Stop, lang: Lang) -> AnyView {
    if stop.counted { counted(chart, stop, lang) } else { event(chart, stop, lang) }
}

fn event(chart: Chart, stop: Stop, lang: Lang) -> AnyView {
    let all = chart.prepared.get_untracked();
    let (Some(item), Some(mark)) = (all.item(stop.mark), all.marks.get(stop.mark)) else {
        return none();
    };
    el("li")
        .child(
            el("button")
                .attr("type", "button")
                .attr("id", stop.id())
                .class(signs(mark.shape))
                .attr("tabindex", "-1")
                .test("event")
                .attr("data-event", item.event.clone())
                .attr("data-kind", item.kind.key())
                .attr("aria-label", accessible_name(item, lang))
                .child(el("span").class("bar"))
                .child(
                    el("span")
                        .class("flag")
                        .child(el("i").class("glyph").attr("data-phase", item.phase.key()))
                        .child(el("span").class("name").child(item.label.clone()))
                        // Parts the two words for whoever hears them or speaks them.
                        .child(" ")
                        .child(
                            el("span")
                                .class("phase")
                                .child(words(lang).facts.phases[item.phase as usize]),
                        ),
                ),
        )
        .view()
}

fn counted(chart: Chart, stop: Stop, lang: Lang) -> AnyView {
    let words = words(lang);
    let cluster = move || chart.layout.with(|layout| layout.cluster(stop.mark));
    let count = live(move || cluster().map_or(0, |cluster| cluster.count).to_string().into_any());
    let kind = cluster().map_or("", |cluster| words.facts.kinds[cluster.lane]);
    let before = [kind, words.timeline.comma].concat();
    el("li")
        .child(
            el("button")
                .attr("type", "button")
                .attr("id", stop.id())
                .class("counted")
                .attr("tabindex", "-1")
                .test("cluster")
                .child(el("span").class("unseen").child(before))
                .child("+")
                .child(count)
                .child(el("span").class("unseen").child(words.timeline.gathered)),
        )
        .view()
}
