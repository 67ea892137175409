//! What the signs mean, which keys there are, and the events that no axis can show.

use crate::dom::{all_of, el, live, none};
use crate::signals::Memo;
use deltascope_model::Phase;
use leptos::prelude::*;

use super::{chart::Chart, event_mark::accessible_name};
use crate::{
    components::control::click,
    words::{Lang, words},
};

/// The classes of the legend's samples, in the order of its words.
const SAMPLES: [&str; 6] = ["point", "span", "open-end", "approximate", "vague", "inferred"];

/// The legend, folded until asked for.
pub fn legend(lang: Memo<Lang>) -> AnyView {
    let inside = move || {
        let (facts, words) = (&words(lang.get()).facts, &words(lang.get()).timeline);
        let sample = |(class, sign): (&&'static str, &&'static str)| {
            el("li")
                .child(el("i").class(["sample ", class].concat()).child(el("span").class("bar")))
                .child(*sign)
                .view()
        };
        let phase = |phase: &Phase| {
            let name = facts.phases[*phase as usize];
            el("li")
                .child(el("i").class("glyph").attr("data-phase", phase.key()))
                .child(name)
                .view()
        };
        let key = |(keys, what): &(&'static str, &'static str)| {
            el("div").child(el("dt").child(*keys)).child(el("dd").child(*what)).view()
        };
        all_of([
            el("summary").child(words.legend).view(),
            el("div")
                .class("timeline-legend-parts")
                .child(
                    el("section").child(el("h3").child(words.precision)).child(
                        el("ul")
                            .child(SAMPLES.iter().zip(&words.signs).map(sample).collect_view())
                            .child(
                                el("li")
                                    .child(el("i").class("counted").child("+9"))
                                    .child(words.signs[SAMPLES.len()]),
                            ),
                    ),
                )
                .child(el("section").child(el("h3").child(words.phases)).child(
                    el("ul").class("phases").child(Phase::ALL.iter().map(phase).collect_view()),
                ))
                .child(
                    el("section")
                        .child(el("h3").child(words.keys))
                        .child(el("dl").child(words.key_table.iter().map(key).collect_view())),
                )
                .view(),
        ])
    };
    el("details").class("timeline-legend").child(live(inside)).view()
}

/// The events without a year, as a list below the chart.
pub fn undated(chart: Chart, lang: Memo<Lang>, on_open: Callback<String>) -> AnyView {
    let list = move || {
        let all = chart.prepared.get();
        let button = |number: &usize| {
            let item = &all.items[*number];
            let id = item.event.clone();
            el("li")
                .child(
                    el("button")
                        .attr("type", "button")
                        .test("event")
                        .on("click", click(move || on_open.run(id.clone())))
                        .child(accessible_name(item, lang.get())),
                )
                .view()
        };
        if all.undated.is_empty() {
            return none();
        }
        el("div")
            .class("timeline-undated")
            .child(el("h2").child(words(lang.get()).timeline.undated))
            .child(el("ul").child(all.undated.iter().map(button).collect_view()))
            .view()
    };
    live(list)
}
