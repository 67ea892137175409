//! The overview: all days with a histogram of what begins when, and a brush over those in view.
//! Its ends are sliders.

use crate::dom::{all_of, el, live, none, value};
use crate::signals::{Memo, effect, memo};
use deltascope_model::{Basis, Day, Edtf};
use leptos::prelude::*;

use super::{
    brush::{self, Brush, Grip},
    chart::Chart,
    histogram,
    plot::pixels,
    projection::Projection,
    ticks,
};
use crate::{
    browser::{self, Happening},
    words::{Lang, date::date_words, words},
};

/// The overview's id.
const STRIP: &str = "timeline-overview";
/// The ids of the ends of the brush.
const ENDS: [(&str, Grip); 2] = [("overview-start", Grip::Start), ("overview-end", Grip::End)];
/// What it listens to.
const EVENTS: [&str; 5] = ["pointerdown", "pointermove", "pointerup", "pointercancel", "keydown"];
/// Height of the histogram; the style sheet knows it too.
const HEIGHT: i32 = 36;

/// The overview.
pub fn overview(chart: Chart) -> AnyView {
    let lang = chart.wiring.lang;
    let all = memo(move || {
        let extent = chart.prepared.with(|all| all.extent)?;
        Some(Projection::fit(extent.without_labels(), chart.view.get().width))
    });
    let held = StoredValue::new(None::<Brush>);
    effect(move || {
        browser::watch_events(STRIP, &EVENTS, move |event| hear(chart, all, held, event));
    });
    effect(move || {
        let window = chart.view.get().window();
        // Shown before there is room for it, it would be seen to jump.
        if let Some(all) = all.get().filter(|all| all.width > 1) {
            show(all, window, lang.get());
        }
    });
    let bars = live(move || {
        let prepared = chart.prepared.get();
        let Some(view) = all.get() else { return none() };
        let firsts = prepared
            .dated
            .iter()
            .filter_map(|&at| prepared.known.shapes[at])
            .map(|shape| shape.first);
        let outline = histogram::outline(&histogram::columns(firsts, view), HEIGHT);
        el("div").class("overview-bars").style("clip-path", outline).view()
    });
    let labels = live(move || {
        let Some(view) = all.get() else { return none() };
        let axis = ticks::axis(view, lang.get());
        let ticks = if axis.major.is_empty() { axis.minor } else { axis.major };
        all_of(ticks.into_iter().map(|tick| {
            el("span").class("tick").style("left", pixels(tick.x)).child(tick.label).view()
        }))
    });
    let name = value(move || Some(words(lang.get()).timeline.overview[0].into()));
    let part = |class: &'static str| el("div").class(class);
    el("div")
        .attr("id", STRIP)
        .class("timeline-overview")
        .test("overview")
        .attr("role", "group")
        .attr("aria-label", name)
        .child(
            part("overview-strip")
                .attr("aria-hidden", "true")
                .child(bars)
                .child(part("overview-veil before"))
                .child(part("overview-veil after"))
                .child(part("overview-window")),
        )
        .child(part("overview-labels").attr("aria-hidden", "true").child(labels))
        .children([0, 1].map(|at| end(lang, at)))
        .view()
}

/// One end of the brush.
fn end(lang: Memo<Lang>, at: usize) -> AnyView {
    let name = value(move || Some(words(lang.get()).timeline.overview[at + 1].into()));
    el("button")
        .attr("type", "button")
        .attr("id", ENDS[at].0)
        .class("overview-end")
        .test(ENDS[at].0)
        .attr("role", "slider")
        .attr("aria-label", name)
        .view()
}

/// Puts the brush over the days in view.
fn show(all: Projection, window: (Day, Day), lang: Lang) {
    let (first, last) = all.window();
    let left = all.x(window.0).clamp(0, all.width);
    let right = all.x(window.1).clamp(left, all.width);
    for (name, x) in [("--from", left), ("--to", right)] {
        browser::set_style(STRIP, name, &pixels(x));
    }
    for ((id, _), day) in ENDS.into_iter().zip([window.0, window.1]) {
        let day = day.clamp(first, last);
        let text = Edtf::from_day(day).map(|edtf| date_words(&edtf, Basis::Stated, lang));
        for (name, value) in [("min", first), ("max", last), ("now", day)] {
            let name = ["aria-value", name].concat();
            browser::set_attribute(id, &name, Some(&value.to_string()));
        }
        browser::set_attribute(id, "aria-valuetext", text.as_deref());
    }
}

/// Takes in an event; true where the browser should not act on it itself.
fn hear(
    chart: Chart,
    all: Memo<Option<Projection>>,
    held: StoredValue<Option<Brush>>,
    event: &Happening,
) -> bool {
    let Some(all) = all.get_untracked() else { return false };
    let window = chart.view.get_untracked().window();
    match event.name.as_str() {
        "pointerdown" if event.button == 0 => {
            let brush = Brush::press(event.pointer, event.x, window, all);
            held.set_value(Some(brush));
            browser::capture_pointer(STRIP, event.pointer);
        }
        "pointermove" => {
            let held = held.get_value();
            if let Some(days) = held.and_then(|brush| brush.drag(event.pointer, event.x, all)) {
                chart.turn_days(days);
            }
        }
        "pointerup" | "pointercancel" => held.set_value(None),
        "keydown" if !event.command && !event.alt => {
            let end = ENDS.into_iter().find(|(id, _)| *id == event.button_id);
            // The room for labels that the view may have is no part of the strip.
            let (first, last) = all.window();
            let limits = (first.min(window.0), last.max(window.1));
            let days = end.and_then(|(_, grip)| brush::key(&event.key, grip, window, limits));
            if let Some(days) = days {
                chart.show_days(days);
            }
            return days.is_some();
        }
        _ => {}
    }
    false
}
