//! One event, or one counted mark, as a button.

use deltascope_model::Basis;
use leptos::{ev, prelude::*};

use super::{
    TimelineItem,
    chart::{Chart, Stop},
    keys,
    layout::{BARE, Place},
    shape::Shape,
};
use crate::words::{Lang, date::date_words, words};

/// The name by which assistive technology knows an event: initiative, phase, date, kind.
pub fn accessible_name(item: &TimelineItem, lang: Lang) -> String {
    let comma = words(lang).timeline.comma;
    let date = date_words(&item.date.edtf, item.date.basis, lang);
    let phase = words(lang).facts.phases[item.phase as usize];
    [&item.label, " ", phase, comma, &date, comma, words(lang).facts.kinds[item.kind as usize]]
        .concat()
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

/// What happens on keys, focus and pointers of a mark, whichever it is.
fn on_key(chart: Chart, stop: Stop, event: &ev::KeyboardEvent) {
    event.stop_propagation();
    if event.ctrl_key() || event.meta_key() || event.alt_key() {
        return;
    }
    let key = event.key();
    // The first Escape closes the details, the second leaves.
    if key == "Escape" && chart.active.get_untracked().is_some() {
        chart.active.set(None);
    } else if let Some(action) = keys::action(&key, true) {
        event.prevent_default();
        chart.act(action, Some(stop));
    }
}

fn tabindex(chart: Chart, stop: Stop) -> &'static str {
    if chart.entry.get() == Some(stop) { "0" } else { "-1" }
}

/// An event.
pub fn event(chart: Chart, stop: Stop, lang: Signal<Lang>, on_open: Callback<String>) -> AnyView {
    let all = chart.prepared.get_untracked();
    let (Some(item), Some(mark)) = (all.item(stop.mark), all.marks.get(stop.mark)) else {
        return ().into_any();
    };
    let place = Memo::new(move |_| chart.place(stop.mark));
    let part = move |part: fn(Place) -> i32| move || place.get().map_or(0, part).to_string();
    let (named, phase) = (item.clone(), item.phase);
    let (id, initiative) = (item.event.clone(), item.initiative.clone());
    // Events of one initiative light up together.
    let akin = move || {
        chart.active.get().is_some_and(|active| {
            chart
                .prepared
                .with(|all| all.item(active.mark).is_some_and(|item| item.initiative == initiative))
        })
    };
    view! {
        <li>
            <button
                type="button"
                id=stop.id()
                class=signs(mark.shape)
                class:akin=akin
                class:bare=move || place.get().is_some_and(|place| place.text == BARE)
                data-testid="event"
                data-event=id.clone()
                data-kind=item.kind.key()
                tabindex=move || tabindex(chart, stop)
                aria-label=move || accessible_name(&named, lang.get())
                aria-describedby=move || {
                    (chart.active.get() == Some(stop)).then_some("timeline-details")
                }
                style=("--x", part(|place| place.x))
                style=("--y", part(|place| place.y))
                style=("--bar", part(|place| place.bar))
                style=("--text", part(|place| place.text))
                on:click=move |_| on_open.run(id.clone())
                on:keydown=move |event| on_key(chart, stop, &event)
                on:focus=move |_| chart.focused(stop)
                on:blur=move |_| chart.dismiss(stop)
                on:pointerenter=move |event: ev::PointerEvent| {
                    if event.pointer_type() == "mouse" && event.buttons() == 0 {
                        chart.active.set(Some(stop));
                    }
                }
                on:pointerleave=move |_| chart.dismiss(stop)
            >
                <span class="bar"></span>
                <span class="flag">
                    <i class="glyph" data-phase=item.phase.key()></i>
                    <span class="name">{item.label.clone()}</span>
                    <span class="phase">{move || words(lang.get()).facts.phases[phase as usize]}</span>
                </span>
            </button>
        </li>
    }
    .into_any()
}

/// A counted mark.
pub fn counted(chart: Chart, stop: Stop, lang: Signal<Lang>) -> AnyView {
    let cluster = Memo::new(move |_| chart.cluster(stop.mark));
    let count = move || cluster.get().map_or(0, |cluster| cluster.count).to_string();
    let name = move || {
        let kind = cluster.get().map_or("", |cluster| words(lang.get()).facts.kinds[cluster.lane]);
        let words = &words(lang.get()).timeline;
        [kind, words.comma, &count(), words.gathered].concat()
    };
    view! {
        <li>
            <button
                type="button"
                id=stop.id()
                class="counted"
                data-testid="cluster"
                tabindex=move || tabindex(chart, stop)
                aria-label=name
                style=("--x", move || cluster.get().map_or(0, |cluster| cluster.x).to_string())
                style=("--y", move || cluster.get().map_or(0, |cluster| cluster.y).to_string())
                on:click=move |_| {
                    if let Some(cluster) = cluster.get_untracked() {
                        chart.open(cluster);
                    }
                }
                on:keydown=move |event| on_key(chart, stop, &event)
                on:focus=move |_| chart.focused(stop)
            >
                "+"
                {count}
            </button>
        </li>
    }
    .into_any()
}
