//! The timeline as a table: the same events with the same words, in order of date, each with its source.

use crate::dom::{all_of, el, live, none, value};
use deltascope_model::Event;
use leptos::prelude::*;

use super::{chart::Chart, prepare::Prepared};
use crate::{
    browser,
    components::{
        control::{click, more},
        evidence::source,
    },
    words::{date::date_words, words},
};

/// How many rows are drawn at first, and with each press for more.
const BATCH: usize = 200;

/// The table of what the view covers. Its date column turns the order round; a printer and a file get
/// all rows.
pub fn table(chart: Chart) -> AnyView {
    let latest_first = RwSignal::new(false);
    let drawn = RwSignal::new(BATCH);
    let lang = chart.wiring.lang;
    let printed = RwSignal::new(false);
    browser::watch_window(&["beforeprint", "afterprint"], move |name| {
        printed.set(name == "beforeprint");
    });
    let events = move || {
        let all = chart.prepared.get();
        let mut events = chart.in_view();
        // What has no date stands last either way.
        if latest_first.get() {
            events.reverse();
        }
        events.extend(&all.undated);
        (all, events)
    };
    let rows = move || {
        let (all, events) = events();
        let corpus = &all.data.corpus;
        let shown = if printed.get() { usize::MAX } else { drawn.get() };
        all_of(events.iter().take(shown).map(|&at| row(chart, &all, &corpus.events[at])))
    };
    let head = move || head(words(lang.get()).timeline.columns, latest_first);
    // Explicit roles: narrow screens stack the cells, which takes the implicit ones away.
    el("div")
        .class("timeline-table")
        .test("timeline-table")
        .child(
            el("table")
                .attr("role", "table")
                .attr("aria-label", value(move || Some(words(lang.get()).timeline.name.into())))
                .child(el("thead").attr("role", "rowgroup").child(live(head)))
                .child(el("tbody").attr("role", "rowgroup").child(live(rows))),
        )
        .child(live(move || more("more-rows", events().1.len(), BATCH, drawn)))
        .view()
}

fn head(columns: [&'static str; 7], latest_first: RwSignal<bool>) -> AnyView {
    let (sort, arrow) =
        if latest_first.get() { ("descending", "↓") } else { ("ascending", "↑") };
    let head = |name: &&'static str| {
        el("th").attr("role", "columnheader").attr("scope", "col").child(*name).view()
    };
    let turn = click(move || latest_first.update(|latest| *latest = !*latest));
    el("tr")
        .attr("role", "row")
        .child(
            el("th")
                .attr("role", "columnheader")
                .attr("scope", "col")
                .attr("aria-sort", sort)
                .child(
                    el("button")
                        .attr("type", "button")
                        .test("sort-date")
                        .on("click", turn)
                        .child(columns[0])
                        .child(el("i").attr("aria-hidden", "true").child(arrow)),
                ),
        )
        .children(columns[1..].iter().map(head))
        .view()
}

fn row(chart: Chart, all: &Prepared, event: &Event) -> AnyView {
    let facts = &words(all.lang).facts;
    let phase = facts.phases[event.phase as usize];
    let kind = all.kind(event);
    let (name, tag) = all.name(event);
    let initiative = event.initiative.clone();
    let cell = |class: &'static str| el("td").attr("role", "cell").class(class);
    let (quote, source) = event.evidence.first().map_or_else(
        || (none(), none()),
        |found| {
            let quote = el("p").attr("lang", "zh").child(found.text.clone()).view();
            (quote, source(&all.data, found, &["t-", &event.id].concat()))
        },
    );
    el("tr")
        .attr("role", "row")
        .attr("data-kind", kind.key())
        .child(cell("when").child(date_words(&event.date.edtf, event.date.basis, all.lang)))
        .child(
            el("th").attr("role", "rowheader").attr("scope", "row").child(
                el("button")
                    .attr("type", "button")
                    .attr("lang", tag)
                    .test("open-initiative")
                    .on("click", click(move || chart.wiring.on_initiative.run(initiative.clone())))
                    .child(name.to_owned()),
            ),
        )
        .child(
            cell("phase")
                .child(el("i").class("glyph").attr("data-phase", event.phase.key()))
                .child(phase),
        )
        .child(cell("kind").child(facts.kinds[kind as usize]))
        .child(cell("places").child(all.places(event)))
        .child(cell("evidence").child(quote))
        .child(cell("told-by").child(source))
        .view()
}
