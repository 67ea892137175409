//! What the signs mean, which keys there are, and the events that no axis can show.

use crate::dom::{el, live, none};
use deltascope_model::Phase;
use leptos::prelude::*;

use super::chart::Chart;
use crate::{
    components::control::click,
    words::{Lang, words},
};

/// The classes of the legend's samples, in the order of its words.
const SAMPLES: [&str; 6] = ["point", "span", "open-end", "approximate", "vague", "inferred"];

/// The legend, folded until asked for.
pub fn legend(lang: Lang) -> AnyView {
    let (facts, words) = (&words(lang).facts, &words(lang).timeline);
    let sample = |(class, sign): (&&'static str, &&'static str)| {
        el("li")
            .child(el("i").class(["sample ", class].concat()).child(el("span").class("bar")))
            .child(*sign)
            .view()
    };
    let phase = |phase: &Phase| {
        let name = facts.phases[*phase as usize];
        el("li").child(el("i").class("glyph").attr("data-phase", phase.key())).child(name).view()
    };
    let key = |(keys, what): &(&'static str, &'static str)| {
        el("div").child(el("dt").child(*keys)).child(el("dd").child(*what)).view()
    };
    el("details")
        .class("timeline-legend")
        .child(el("summary").child(words.legend))
        .child(
            el("div")
                .class("timeline-legend-parts")
                .child(
                    el("section").child(el("h3").child(words.precision)).child(
                        el("ul").children(SAMPLES.iter().zip(&words.signs).map(sample)).child(
                            el("li")
                                .child(el("i").class("counted").child("+9"))
                                .child(words.signs[SAMPLES.len()]),
                        ),
                    ),
                )
                .child(
                    el("section")
                        .child(el("h3").child(words.phases))
                        .child(el("ul").class("phases").children(Phase::ALL.iter().map(phase))),
                )
                .child(
                    el("section")
                        .child(el("h3").child(words.keys))
                        .child(el("dl").children(words.key_table.iter().map(key))),
                ),
        )
        .view()
}

/// The events without a year, as a list below the chart.
pub fn undated(chart: Chart) -> AnyView {
    let list = move || {
        let all = chart.prepared.get();
        let button = |&at: &usize| {
            let event = &all.data.corpus.events[at];
            let id = event.id.clone();
            el("li")
                .child(
                    el("button")
                        .attr("type", "button")
                        .test("undated")
                        .on("click", click(move || chart.wiring.on_open.run(id.clone())))
                        .child(all.accessible_name(event)),
                )
                .view()
        };
        if all.undated.is_empty() {
            return none();
        }
        el("div")
            .class("timeline-undated")
            .child(el("h2").child(words(all.lang).timeline.undated))
            .child(el("ul").children(all.undated.iter().map(button)))
            .view()
    };
    live(list)
}
