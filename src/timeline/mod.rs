//! The timeline: initiatives' dated phases, across, down or as a table.
//!
//! 1. `known` looks at every event of the corpus once: `shape` says how precisely it is drawn
//! 2. `lanes` puts the events that pass into lanes, and `prepare` makes marks of them
//! 3. `projection` and `ticks` map days to pixels and name them
//! 4. `layout` gives each mark a row where it overlaps nothing; `stops` says which are in sight
//! 5. `rows` folds the same events into the rows of the vertical timeline; `histogram` and `brush`
//!    are the overview's arithmetic, `coming` finds what is next
//! 6. `chart` holds the state; `gesture` and `keys` turn pointers and keys into changes of it
//! 7. `plot`, `down`, `table`, `overview`, `toolbar`, `details` and `legend` show it; `painter` and
//!    `event_mark` draw the marks, `hearing` takes in what happens to them
//!
//! Steps 1 to 5, gestures and keys are pure and tested natively. Nothing here
//! fetches, reads the address or touches `web-sys`; `browser.rs` measures, draws and focuses. The table
//! comes when it is first shown, and names sources as all views of facts do (`components/evidence`).

mod brush;
mod chart;
mod coming;
mod details;
mod down;
mod event_mark;
mod gesture;
mod hearing;
mod histogram;
mod keys;
mod known;
mod lanes;
mod layout;
mod legend;
mod overview;
mod painter;
mod plot;
mod prepare;
mod projection;
mod rows;
mod shape;
mod stops;
mod table;
mod text_width;
mod ticks;
mod toolbar;

pub use chart::Chart;
pub use projection::Projection;
pub use shape::Shape;
pub use table::table;
pub use text_width::text_width;
pub use ticks::{Tick, axis};

use std::sync::Arc;

use crate::dom::{Child, all_of, el, live, value};
use crate::signals::{Memo, Shared, effect};
use deltascope_model::Day;
use leptos::prelude::*;

use crate::{
    browser,
    data::Data,
    lazy::{self, later},
    state::{By, Form},
    words::{Lang, words},
};

/// The timeline's element.
const SECTION: &str = "timeline";

/// What the timeline shows, and whom it tells; a handle to copy around.
#[derive(Clone, Copy)]
pub struct Wiring {
    /// The events that pass, by position in the corpus.
    pub events: Memo<Shared<Vec<usize>>>,
    /// The language of the interface.
    pub lang: Memo<Lang>,
    /// What the lanes are.
    pub by: Memo<By>,
    /// How it is rendered; none leaves it to the room there is.
    pub form: Memo<Option<Form>>,
    /// The range to show in days since 1970; none shows everything.
    pub window: Memo<Option<(Day, Day)>>,
    /// Where today's line is drawn.
    pub today: Option<Day>,
    /// Called once a view rests; means to replace the present address.
    pub on_window: Callback<Option<(Day, Day)>>,
    /// Called with other lanes, and the present rendering, or with another rendering.
    pub on_look: Callback<(By, Option<Form>)>,
    /// Called with an event's id, to show what states it.
    pub on_open: Callback<String>,
    /// Called with an initiative's id, to show its page.
    pub on_initiative: Callback<String>,
}

/// The timeline.
pub fn timeline(data: &Arc<Data>, wiring: Wiring) -> AnyView {
    let chart = chart::Chart::new(data, wiring);
    let lang = wiring.lang;
    let laid_out = move |width| {
        painter::look(chart);
        chart.resize(width);
    };
    effect(move || browser::watch_width(SECTION, laid_out));
    let form = chart.form;
    let name = value(move || Some(words(lang.get()).timeline.name.into()));
    let gutter = value(move || chart.gutter().name().map(Into::into));
    let body = move || match form.get() {
        Form::Across => plot::plot(chart),
        Form::Down => down::down(chart),
        Form::Table => later(lazy::event_table, move |table| table(chart)),
    };
    let below = move || {
        let undated = (form.get() != Form::Table).then(|| legend::undated(chart));
        all_of([undated.part(), legend::legend(lang.get())])
    };
    el("section")
        .attr("id", SECTION)
        .class("timeline")
        .test("timeline")
        .attr("aria-label", name)
        .attr("data-gutter", gutter)
        .child(live(move || toolbar::toolbar(chart, lang.get(), form.get())))
        .child(overview::overview(chart))
        .child(live(move || coming::coming(chart)))
        .child(live(body))
        .child(live(below))
        .view()
}
