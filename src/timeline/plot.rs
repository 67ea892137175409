//! The plot: axis, lanes and marks, and the pointers and keys on it.

use deltascope_model::{Day, InitiativeKind};
use leptos::{ev, html, prelude::*};

use super::{
    chart::{Chart, Stop},
    details, event_mark,
    gesture::Gesture,
    keys,
    layout::Lane,
    ticks::{self, Axis, Tick},
};
use crate::{
    browser,
    words::{Lang, words},
};

/// Lines of a wheel that counts lines, in pixels.
const LINE: f64 = 24.0;

/// The plot with its hint.
pub fn plot(
    chart: Chart,
    lang: Signal<Lang>,
    today: Option<Day>,
    on_open: Callback<String>,
) -> AnyView {
    let node = NodeRef::<html::Div>::new();
    Effect::new(move |_| {
        if let Some(element) = node.get() {
            browser::watch_width(&element, move |width| chart.width.set(width));
        }
    });
    let words = move || &words(lang.get()).timeline;
    let shown = Memo::new(move |_| ticks::axis(chart.view.get(), lang.get()));
    let gesture = StoredValue::new(Gesture::default());
    let dragging = RwSignal::new(false);
    let focused = RwSignal::new(false);
    // Pixels from the left edge of the days.
    let at = move |client: i32| {
        node.get_untracked().map_or(0, |element| client - browser::left_of(&element))
            - chart.gutter_now()
    };
    let lifted = move |event: ev::PointerEvent| {
        let view = chart.view.get_untracked();
        gesture.update_value(|gesture| {
            gesture.up(event.pointer_id(), view);
        });
        dragging.set(gesture.with_value(Gesture::is_dragging));
    };
    let moved = move |event: ev::PointerEvent| {
        let Some(extent) = chart.prepared.with_untracked(|all| all.extent) else { return };
        let (id, x) = (event.pointer_id(), at(event.client_x()));
        let view = gesture.try_update_value(|gesture| gesture.moved(id, x, extent)).flatten();
        let Some(view) = view else { return };
        if !dragging.get_untracked() {
            dragging.set(true);
            chart.active.set(None);
        }
        if let Some(element) = node.get_untracked() {
            browser::capture_pointer(&element, id);
        }
        chart.show(view);
    };
    let pressed = move |event: ev::PointerEvent| {
        if event.button() == 0 {
            let view = chart.view.get_untracked();
            let (id, x) = (event.pointer_id(), at(event.client_x()));
            gesture.update_value(|gesture| gesture.down(id, x, view));
        }
    };
    let wheel = move |event: ev::WheelEvent| {
        let unit = if event.delta_mode() == 1 { LINE } else { 1.0 };
        let (x, y) = (event.delta_x() * unit, event.delta_y() * unit);
        if x.abs() > y.abs() || event.shift_key() {
            event.prevent_default();
            chart.pan_by((if x == 0.0 { y } else { x }) as i32);
        } else if event.ctrl_key() || event.meta_key() || focused.get_untracked() {
            event.prevent_default();
            chart.zoom_at((-y / 320.0).exp(), at(event.client_x()));
        }
    };
    let key = move |event: ev::KeyboardEvent| {
        if event.ctrl_key() || event.meta_key() || event.alt_key() {
            return;
        }
        if let Some(action) = keys::action(&event.key(), false) {
            event.prevent_default();
            chart.act(action, None);
        }
    };
    view! {
        <div
            id="timeline-plot"
            class="timeline-plot"
            class:narrow=move || chart.narrow.get()
            class:dragging=move || dragging.get()
            role="group"
            tabindex="0"
            aria-label=move || words().name
            aria-describedby="timeline-hint"
            node_ref=node
            style=("--pan", move || chart.pan().to_string())
            style=("--gutter", move || pixels(chart.gutter()))
            on:pointerdown=pressed
            on:pointermove=moved
            on:pointerup=lifted
            on:pointercancel=lifted
            on:wheel=wheel
            on:keydown=key
            on:focusin=move |_| focused.set(true)
            on:focusout=move |_| focused.set(false)
        >
            {axis(shown)}
            <div class="timeline-body" style:height=move || pixels(chart.layout.read().height)>
                {lanes(chart, lang)}
                {grid(shown)}
                <div class="timeline-track">
                    {move || today.and_then(|today| today_line(chart, today, words().today))}
                    <ul class="timeline-marks">
                        <For each=move || chart.drawn.get() key=|stop| *stop let:stop>
                            {mark(chart, stop, lang, on_open)}
                        </For>
                    </ul>
                </div>
                {details::details(chart, lang)}
            </div>
        </div>
        <p id="timeline-hint" class="timeline-hint">
            <span class="for-mouse">{move || words().hint}</span>
            <span class="for-touch">{move || words().touch_hint}</span>
        </p>
    }
    .into_any()
}

fn mark(chart: Chart, stop: Stop, lang: Signal<Lang>, on_open: Callback<String>) -> AnyView {
    if stop.counted {
        event_mark::counted(chart, stop, lang)
    } else {
        event_mark::event(chart, stop, lang, on_open)
    }
}

/// A length for the style sheet.
pub fn pixels(length: i32) -> String {
    length.to_string() + "px"
}

/// Both rows of the axis.
fn axis(axis: Memo<Axis>) -> AnyView {
    let tick = |tick: &Tick| {
        let x = tick.x.to_string();
        view! { <span class="tick" style=("--x", x)>{tick.label.clone()}</span> }
    };
    let row = move |ticks: &[Tick]| ticks.iter().map(tick).collect_view();
    view! {
        <div class="timeline-axis" aria-hidden="true">
            <div class="timeline-major">{move || row(&axis.read().major)}</div>
            <div class="timeline-minor">{move || row(&axis.read().minor)}</div>
        </div>
    }
    .into_any()
}

/// The ticks' lines through the lanes.
fn grid(axis: Memo<Axis>) -> AnyView {
    let line =
        |tick: &Tick| view! { <i class:strong=tick.strong style=("--x", tick.x.to_string())></i> };
    let lines = move || axis.read().minor.iter().map(line).collect_view();
    view! { <div class="timeline-grid">{lines}</div> }.into_any()
}

fn lanes(chart: Chart, lang: Signal<Lang>) -> AnyView {
    let all = Memo::new(move |_| chart.layout.with(|layout| layout.lanes.clone()));
    let lane = move |lane: &Lane| {
        let kind = InitiativeKind::ALL[lane.lane];
        view! {
            <div
                class="timeline-lane"
                data-kind=kind.key()
                style:top=pixels(lane.top)
                style:height=pixels(lane.height)
            >
                <p>{words(lang.get()).facts.kinds[lane.lane]} <span>{lane.count.to_string()}</span></p>
            </div>
        }
    };
    view! { <div class="timeline-lanes">{move || all.read().iter().map(lane).collect_view()}</div> }
        .into_any()
}

fn today_line(chart: Chart, today: Day, name: &'static str) -> Option<AnyView> {
    let x = chart.view.get().x(today);
    let shown = (0..chart.view.get().width).contains(&x);
    shown.then(|| {
        view! { <div class="timeline-today" style=("--x", x.to_string())><span>{name}</span></div> }
            .into_any()
    })
}
