//! The vertical timeline: time runs down, an event a row, with its sentence.

use std::sync::Arc;

use crate::dom::{Child, all_of, el, live, value};
use crate::signals::memo;
use deltascope_model::{Day, Event, civil};
use leptos::prelude::*;

use super::{
    chart::Chart,
    event_mark::signs,
    prepare::Prepared,
    rows::{Row, Unit, rows},
};
use crate::{
    components::control::{click, more},
    words::{Lang, date, words},
};

/// How many rows are drawn at first, and with each press for more.
const BATCH: usize = 200;

/// The vertical timeline of what the view covers.
pub fn down(chart: Chart) -> AnyView {
    let drawn = RwSignal::new(BATCH);
    // Kept, so that another width, of which the page learns when this is laid out, draws nothing anew.
    let listed = memo(move || {
        let lang = chart.prepared.with(|all| all.lang);
        let events = chart.in_view();
        // What began before the days in view stands under the first of them.
        let (start, _) = chart.view.get().window();
        let known = chart.prepared.with(|all| Arc::clone(&all.known));
        let first = |event: &usize| known.shapes[*event].map(|shape| shape.first.max(start));
        let firsts: Vec<Day> = events.iter().filter_map(first).collect();
        (lang, events, firsts)
    });
    let list = move || {
        let (_, events, firsts) = listed.get();
        let all = chart.prepared.get_untracked();
        let rows = rows(&firsts, chart.wiring.today);
        let most =
            rows.iter().map(|row| if let Row::Counted(.., count) = row { *count } else { 0 });
        let most = most.max().unwrap_or_default();
        let draw = |row: &Row| match *row {
            Row::Heading(unit, first) => {
                el("h2").class("down-unit").child(name(unit, first, all.lang)).view()
            }
            Row::Event(at) => moment(chart, &all, events[at]),
            Row::Counted(unit, days, count) => {
                counted(chart, name(unit, days.0, all.lang), days, (count, most))
            }
            Row::Today => el("p")
                .class("down-today")
                .test("today")
                .child(el("span").child(words(all.lang).timeline.today))
                .view(),
        };
        all_of([
            all_of(rows.iter().take(drawn.get()).map(draw)),
            more("more-rows", rows.len(), BATCH, drawn),
        ])
    };
    let lang = chart.wiring.lang;
    el("div")
        .class("timeline-down")
        .test("timeline-down")
        .attr("role", "group")
        .attr("aria-label", value(move || Some(words(lang.get()).timeline.name.into())))
        .child(live(list))
        .view()
}

/// A unit of time in words.
fn name(unit: Unit, first: Day, lang: Lang) -> String {
    let (year, month, of_month) = civil(first);
    match unit {
        Unit::Year => date::year(year, lang),
        Unit::Month => date::month(year, month, lang),
        Unit::Day => {
            let comma = if lang == Lang::En { " " } else { "" };
            [date::month(year, month, lang), date::day_of_month(of_month, lang)].join(comma)
        }
    }
}

/// A stretch with many events: a press shows its days.
fn counted(
    chart: Chart,
    name: String,
    (first, last): (Day, Day),
    (count, most): (usize, usize),
) -> AnyView {
    let words = &words(chart.wiring.lang.get_untracked()).timeline;
    let share = (count * 100).div_ceil(most.max(1));
    el("button")
        .attr("type", "button")
        .class("down-counted")
        .test("cluster")
        .on("click", click(move || chart.show_days((first, last + 1))))
        .child(el("b").child(name))
        .child(" ")
        .child(el("span").child(count.to_string()).child(words.gathered))
        .child(el("i").class("share").style("width", share.to_string() + "%"))
        .view()
}

fn moment(chart: Chart, all: &Prepared, at: usize) -> AnyView {
    let event: &Event = &all.data.corpus.events[at];
    let facts = &words(all.lang).facts;
    let (name, tag) = all.name(event);
    let kind = all.kind(event);
    let (id, initiative) = (event.id.clone(), event.initiative.clone());
    let classes = all.known.shapes[at].map_or_else(String::new, |shape| signs("moment", shape));
    let places = all.places(event);
    let quote = event
        .evidence
        .first()
        .map(|found| el("blockquote").attr("lang", "zh").child(found.text.clone()));
    let plain = |test: &'static str| el("button").attr("type", "button").test(test);
    el("article")
        .class(classes)
        .attr("data-kind", kind.key())
        .child(el("span").class("bar").attr("aria-hidden", "true"))
        .child(el("p").class("when").child(date::date_words(
            &event.date.edtf,
            event.date.basis,
            all.lang,
        )))
        .child(
            plain("event")
                .class("what")
                .attr("data-event", id.clone())
                .on("click", click(move || chart.wiring.on_open.run(id.clone())))
                .child(el("i").class("glyph").attr("data-phase", event.phase.key()))
                .child(el("span").class("name").attr("lang", tag).child(name.to_owned()))
                .child(" ")
                .child(el("span").class("phase").child(facts.phases[event.phase as usize])),
        )
        .child(
            el("p")
                .class("about")
                .child(el("span").class("kind").child(facts.kinds[kind as usize]))
                .child((!places.is_empty()).then(|| el("span").child(places).part()))
                .child(
                    plain("open-initiative")
                        .on(
                            "click",
                            click(move || chart.wiring.on_initiative.run(initiative.clone())),
                        )
                        .child(words(all.lang).initiative.page)
                        .child(" →"),
                ),
        )
        .child(quote)
        .view()
}
