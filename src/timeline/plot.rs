//! The plot: axis, lanes and marks.

use crate::dom::{all_of, el, live, none, value};
use crate::signals::{Memo, effect, memo};
use deltascope_model::{Day, InitiativeKind};
use leptos::{html, prelude::*};

use super::{
    chart::Chart,
    details, event_mark,
    hearing::{self, Hearing},
    layout::Lane,
    painter,
    ticks::{self, Axis, Tick},
};
use crate::{
    browser,
    words::{Lang, words},
};

/// The plot with its hint.
pub fn plot(
    chart: Chart,
    lang: Memo<Lang>,
    today: Option<Day>,
    on_open: Callback<String>,
) -> AnyView {
    let node = NodeRef::<html::Div>::new();
    let hearing = Hearing::new(chart, on_open);
    effect(move || {
        if let Some(element) = node.get() {
            browser::watch_width(&element, move |width| chart.resize(width));
            browser::watch_events(&element, &hearing::EVENTS, move |event| hearing.hear(event));
        }
    });
    painter::paint(chart);
    let axis = memo(move || ticks::axis(chart.view.get(), lang.get()));
    let name = value(move || Some(words(lang.get()).timeline.name.into()));
    let narrow = value(move || chart.narrow.get().then(String::new));
    let dragging = value(move || hearing.dragging.get().then(String::new));
    let line = live(move || today.map_or_else(none, |today| today_line(chart, today, lang.get())));
    all_of([view! { <div id=hearing::PLOT class="timeline-plot" data-narrow=narrow data-dragging=dragging role="group" tabindex="0" aria-label=name aria-describedby="timeline-hint" node_ref=node>{el("div").class("timeline-axis").attr("aria-hidden", "true").child(layer(axis, "timeline-major", |axis| &axis.major)).child(layer(axis, "timeline-minor", |axis| &axis.minor)).view()}{el("div").attr("id", painter::BODY).class("timeline-body").child(lanes(chart, lang)).child(layer(axis, "timeline-grid", |axis| &axis.minor)).child(el("div").class("timeline-track").child(line).child(el("ul").attr("id", painter::MARKS).class("timeline-marks").child(view! { <For each=move || chart.drawn.get() key=|stop| *stop let:stop>
                            {event_mark::mark(chart, stop, lang.get_untracked())}
                        </For> }.into_any()))).child(details::details(chart, lang)).view()}</div> }.into_any(), el("p").attr("id", "timeline-hint").class("timeline-hint").child(live(move || hint(lang.get()))).view()])
}

/// What to do with a mouse and keys, and what with fingers; the style sheet shows one of them.
fn hint(lang: Lang) -> AnyView {
    let words = &words(lang).timeline;
    [("for-mouse", words.hint), ("for-touch", words.touch_hint)]
        .map(|(class, text)| el("span").class(class).child(text).view())
        .into_any()
}

/// A length for the style sheet.
pub fn pixels(length: i32) -> String {
    length.to_string() + "px"
}

/// Ticks: a row of the axis, or their lines through the lanes.
fn layer(axis: Memo<Axis>, class: &'static str, ticks: fn(&Axis) -> &Vec<Tick>) -> AnyView {
    let tick = |tick: &Tick| {
        let class = if tick.strong { "tick strong" } else { "tick" };
        el("span").class(class).style("left", pixels(tick.x)).child(tick.label.clone()).view()
    };
    let all = live(move || axis.with(|axis| all_of(ticks(axis).iter().map(tick))));
    el("div").class(class).child(all).view()
}

fn lanes(chart: Chart, lang: Memo<Lang>) -> AnyView {
    let row = move |lane: &Lane| {
        el("div")
            .class("timeline-lane")
            .attr("data-kind", InitiativeKind::ALL[lane.number].key())
            .style("top", pixels(lane.top))
            .style("height", pixels(lane.height))
            .child(
                el("p")
                    .child(words(lang.get()).facts.kinds[lane.number])
                    .child(el("span").child(lane.count.to_string())),
            )
            .view()
    };
    let all = live(move || chart.layout.with(|layout| all_of(layout.lanes.iter().map(row))));
    el("div").class("timeline-lanes").child(all).view()
}

fn today_line(chart: Chart, today: Day, lang: Lang) -> AnyView {
    let view = chart.view.get();
    let x = view.x(today);
    if !(0..view.width).contains(&x) {
        return none();
    }
    let name = words(lang).timeline.today;
    el("div").class("timeline-today").style("left", pixels(x)).child(el("span").child(name)).view()
}
