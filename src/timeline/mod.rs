//! The timeline: initiatives' dated phases on lanes by kind, as a chart and as a table.
//!
//! 1. `prepare` turns the items into marks: `shape` says how precisely each is drawn
//! 2. `projection` and `ticks` map days to pixels and name them
//! 3. `layout` gives each mark a row where it overlaps nothing
//! 4. `chart` holds the state; `gesture` and `keys` turn pointers and keys into changes of it
//! 5. `plot`, `event_mark`, `details`, `legend` and `table` show it; `painter` places the marks,
//!    `hearing` takes in what happens to them
//!
//! Steps 1 to 3, gestures and keys are pure and tested natively. Nothing here
//! fetches, reads the address or touches `web-sys`; `browser.rs` measures and focuses.

mod chart;
mod details;
mod event_mark;
mod gesture;
mod hearing;
mod keys;
mod layout;
mod legend;
mod painter;
mod plot;
mod prepare;
mod projection;
mod shape;
mod table;
mod text_width;
mod ticks;
mod toolbar;

pub use projection::Projection;
pub use text_width::text_width;
pub use ticks::{Tick, axis};

use std::sync::Arc;

use crate::dom::{Child, all_of, el, live, value};
use crate::signals::Memo;
use deltascope_model::{EventDate, InitiativeKind, Phase};
use leptos::prelude::*;

use crate::words::{Lang, words};

/// An event as the timeline shows it.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct TimelineItem {
    /// The event, by id.
    pub event: String,
    /// The initiative, by id: events of one initiative light up together.
    pub initiative: String,
    /// The initiative's kind, which is the lane.
    pub kind: InitiativeKind,
    /// The step in the initiative's life.
    pub phase: Phase,
    /// When.
    pub date: EventDate,
    /// The initiative's name, in the language of the interface where there is one.
    pub label: String,
    /// The sentence that states it.
    pub evidence: String,
    /// The names of its places, in the language of the interface.
    pub places: Vec<String>,
}

/// The timeline. `window` is the visible range in days since 1970; none shows everything.
/// `on_window` is called once a view rests, and means to replace the present address.
/// `on_open` is called with an event's id, `on_initiative` with that of its initiative. `today` draws
/// a line.
#[component]
pub fn Timeline(
    items: Memo<Arc<Vec<TimelineItem>>>,
    lang: Memo<Lang>,
    window: Memo<Option<(i32, i32)>>,
    on_window: Callback<Option<(i32, i32)>>,
    on_open: Callback<String>,
    on_initiative: Callback<String>,
    #[prop(optional)] today: Option<i32>,
) -> impl IntoView {
    let chart = chart::Chart::new(items, lang, window, on_window, on_initiative);
    let as_table = RwSignal::new(false);
    let name = value(move || Some(words(lang.get()).timeline.name.into()));
    let empty = move || items.with(|items| items.is_empty());
    let body = move || {
        if empty() {
            el("p").class("timeline-empty").child(words(lang.get()).timeline.empty).view()
        } else if as_table.get() {
            table::table(items, lang, on_open, on_initiative)
        } else {
            all_of([
                (plot::plot(chart, lang, today, on_open)).part(),
                (legend::undated(chart, lang, on_open)).part(),
                (legend::legend(lang)).part(),
            ])
        }
    };
    el("section")
        .class("timeline")
        .test("timeline")
        .attr("aria-label", name)
        .child(live(move || toolbar::toolbar(chart, lang.get(), as_table)))
        .child(live(body))
        .view()
}
