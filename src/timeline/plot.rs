//! The plot: axis, lanes and marks.

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
    components::control::{live, value},
    words::{Lang, words},
};

/// The plot with its hint.
pub fn plot(
    chart: Chart,
    lang: Signal<Lang>,
    today: Option<Day>,
    on_open: Callback<String>,
) -> AnyView {
    let node = NodeRef::<html::Div>::new();
    let hearing = Hearing::new(chart, on_open);
    Effect::new(move |_| {
        if let Some(element) = node.get() {
            browser::watch_width(&element, move |width| chart.resize(width));
            browser::watch_events(&element, &hearing::EVENTS, move |event| hearing.hear(event));
        }
    });
    painter::paint(chart);
    let axis = Memo::new(move |_| ticks::axis(chart.view.get(), lang.get()));
    let name = value(move || Some(words(lang.get()).timeline.name.into()));
    let narrow = value(move || chart.narrow.get().then(String::new));
    let dragging = value(move || hearing.dragging.get().then(String::new));
    let line = live(move || {
        today.map_or_else(|| ().into_any(), |today| today_line(chart, today, lang.get()))
    });
    view! {
        <div
            id=hearing::PLOT
            class="timeline-plot"
            data-narrow=narrow
            data-dragging=dragging
            role="group"
            tabindex="0"
            aria-label=name
            aria-describedby="timeline-hint"
            node_ref=node
        >
            <div class="timeline-axis" aria-hidden="true">
                {layer(axis, "timeline-major", |axis| &axis.major)}
                {layer(axis, "timeline-minor", |axis| &axis.minor)}
            </div>
            <div id=painter::BODY class="timeline-body">
                {lanes(chart, lang)}
                {layer(axis, "timeline-grid", |axis| &axis.minor)}
                <div class="timeline-track">
                    {line}
                    <ul id=painter::MARKS class="timeline-marks">
                        <For each=move || chart.drawn.get() key=|stop| *stop let:stop>
                            {event_mark::mark(chart, stop, lang.get_untracked())}
                        </For>
                    </ul>
                </div>
                {details::details(chart, lang)}
            </div>
        </div>
        <p id="timeline-hint" class="timeline-hint">
            {live(move || hint(lang.get()))}
        </p>
    }
    .into_any()
}

/// What to do with a mouse and keys, and what with fingers; the style sheet shows one of them.
fn hint(lang: Lang) -> AnyView {
    let words = &words(lang).timeline;
    [("for-mouse", words.hint), ("for-touch", words.touch_hint)]
        .map(|(class, text)| view! { <span class=class>{text}</span> })
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
        view! { <span class=class style:left=pixels(tick.x)>{tick.label.clone()}</span> }
    };
    let all = live(move || ticks(&axis.read()).iter().map(tick).collect_view().into_any());
    view! { <div class=class>{all}</div> }.into_any()
}

fn lanes(chart: Chart, lang: Signal<Lang>) -> AnyView {
    let row = move |lane: &Lane| {
        view! {
            <div
                class="timeline-lane"
                data-kind=InitiativeKind::ALL[lane.number].key()
                style:top=pixels(lane.top)
                style:height=pixels(lane.height)
            >
                <p>{words(lang.get()).facts.kinds[lane.number]} <span>{lane.count.to_string()}</span></p>
            </div>
        }
    };
    let all = live(move || chart.layout.read().lanes.iter().map(row).collect_view().into_any());
    view! { <div class="timeline-lanes">{all}</div> }.into_any()
}

fn today_line(chart: Chart, today: Day, lang: Lang) -> AnyView {
    let view = chart.view.get();
    let x = view.x(today);
    if !(0..view.width).contains(&x) {
        return ().into_any();
    }
    let name = words(lang).timeline.today;
    view! { <div class="timeline-today" style:left=pixels(x)><span>{name}</span></div> }.into_any()
}
