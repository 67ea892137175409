//! `Chart`: the state of the timeline's chart, and everything that one can do with it.
//!
//! 1. What it shows comes from the items, the address' window and the plot's width.
//! 2. During a gesture the view is local ([`Chart::show`]); once it rests, the window goes to the
//!    address, and the view follows the address again.
//! 3. Layout follows from marks and scale; what is drawn, from layout and position. Each is a memo,
//!    so that a step of panning moves one number.

use std::{sync::Arc, time::Duration};

use crate::signals::{Memo, Shared, effect, memo};
use deltascope_model::Day;
use leptos::prelude::*;

use super::{
    TimelineItem,
    hearing::PLOT,
    keys::Action,
    layout::{self, Layout, Rules},
    prepare::Prepared,
    projection::{Extent, Projection},
};
use crate::{browser, order::in_order, words::Lang};

/// A plot narrower than this has headings above its lanes instead of beside them.
const NARROW: i32 = 600;
/// Pixels beside the lanes for their headings, on a wide plot.
const GUTTER: i32 = 124;
/// How long a view must rest before it goes to the address.
const REST: Duration = Duration::from_millis(180);
/// How long details stay after the pointer left their event, so that it can move onto them.
const LINGER: Duration = Duration::from_millis(140);
/// One press of a zoom button.
const STEP: f64 = 1.6;

/// Something that can have the focus: an event or a counted mark, by list and number of the mark.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, PartialOrd, Ord)]
pub struct Stop {
    /// The list, see [`Prepared::generation`].
    pub generation: u32,
    /// The mark, or the first one of a counted mark.
    pub mark: usize,
    /// A counted mark.
    pub counted: bool,
}

impl Stop {
    /// The id of its element.
    pub fn id(self) -> String {
        let mut id = String::from(if self.counted { "timeline-c" } else { "timeline-e" });
        id.push_str(&self.mark.to_string());
        id
    }
}

/// The chart's state; a handle that is copied freely.
#[derive(Clone, Copy)]
pub struct Chart {
    /// The marks.
    pub prepared: Memo<Shared<Prepared>>,
    /// Whether headings stand above the lanes.
    pub narrow: RwSignal<bool>,
    /// The view.
    pub view: Memo<Projection>,
    /// Where everything stands.
    pub layout: Memo<Layout>,
    /// What is drawn, which is what is visible.
    pub drawn: Memo<Vec<Stop>>,
    /// The one whose details are shown.
    pub active: RwSignal<Option<Stop>>,
    /// The one that last had the focus.
    pub current: RwSignal<Option<Stop>>,
    width: RwSignal<i32>,
    local: RwSignal<Option<(f64, f64)>>,
    unfolded: RwSignal<Option<usize>>,
    on_window: Callback<Option<(Day, Day)>>,
    on_initiative: Callback<String>,
    rest: StoredValue<Option<TimeoutHandle>>,
    linger: StoredValue<Option<TimeoutHandle>>,
}

impl Chart {
    /// A chart of `items`, showing `window`.
    pub fn new(
        items: Memo<Arc<Vec<TimelineItem>>>,
        lang: Memo<Lang>,
        window: Memo<Option<(Day, Day)>>,
        on_window: Callback<Option<(Day, Day)>>,
        on_initiative: Callback<String>,
    ) -> Self {
        let width = RwSignal::new(0);
        let narrow = RwSignal::new(false);
        let made = StoredValue::new(0);
        let prepared = memo(move || {
            let generation = made.get_value() + 1;
            made.set_value(generation);
            Shared::new(Prepared::new(items.get(), lang.get(), narrow.get(), generation))
        });
        let local = RwSignal::new(None::<(f64, f64)>);
        let view = memo(move || {
            let gutter = if narrow.get() { 0 } else { GUTTER };
            let width = (width.get() - gutter).max(1);
            let Some(extent) = prepared.with(|all| all.extent) else {
                return Projection { start: 0.0, days: 1.0, width };
            };
            match (local.get(), window.get()) {
                (Some((start, days)), _) => Projection { start, days, width },
                (None, Some(window)) => Projection::of_window(window, extent, width),
                (None, None) => Projection::fit(extent, width),
            }
        });
        // The address was changed by something else than this chart: follow it.
        effect(move || {
            let window = window.get();
            let own = local.with_untracked(Option::is_some).then(|| view.get_untracked().window());
            if own.is_some() && own != window {
                local.set(None);
            }
        });
        let scale = memo(move || view.get().scale());
        let unfolded = RwSignal::new(None);
        let layout = memo(move || {
            let rows = if narrow.get() { 4 } else { 6 };
            let heading = if narrow.get() { layout::HEADING } else { 0 };
            prepared.with(|all| {
                let origin = all.extent.map_or(0, |extent| extent.first);
                let unfolded = unfolded.get();
                layout::pack(
                    &all.marks,
                    Rules { origin, scale: scale.get(), rows, heading, unfolded },
                )
            })
        });
        let drawn = drawn(prepared, layout, view);
        let rest = StoredValue::new(None::<TimeoutHandle>);
        on_cleanup(move || {
            if let Some(Some(handle)) = rest.try_get_value() {
                handle.clear();
            }
        });
        Self {
            prepared,
            narrow,
            view,
            layout,
            drawn,
            active: RwSignal::new(None),
            current: RwSignal::new(None),
            width,
            local,
            unfolded,
            on_window,
            on_initiative,
            rest,
            linger: StoredValue::new(None),
        }
    }

    /// Notes the plot's width in pixels, headings included.
    pub fn resize(self, width: i32) {
        self.narrow.set(width < NARROW);
        self.width.set(width);
    }

    /// Pixels beside the lanes for their headings.
    pub fn gutter(self) -> i32 {
        if self.narrow.get() { 0 } else { GUTTER }
    }

    /// The same, now.
    pub fn gutter_now(self) -> i32 {
        if self.narrow.get_untracked() { 0 } else { GUTTER }
    }

    /// Pixels from the first day of all to the plot's left edge, now.
    pub fn pan(self) -> i32 {
        pan(self.view.get_untracked(), self.extent_now())
    }

    /// The drawn stop that Tab enters: the last focused, or the first one wholly in view.
    pub fn entry(self, drawn: &[Stop]) -> Option<Stop> {
        let current = self.current.get_untracked().filter(|stop| drawn.contains(stop));
        let left = self.pan();
        let in_view = |stop: &&Stop| {
            self.layout.with_untracked(|layout| {
                layout.place(stop.mark, stop.counted).is_some_and(|place| place.x >= left)
            })
        };
        current.or_else(|| drawn.iter().find(in_view).or(drawn.first()).copied())
    }

    /// The stop whose element has this id.
    pub fn stop(self, id: &str) -> Option<Stop> {
        let rest = id.strip_prefix("timeline-")?;
        let counted = rest.starts_with('c');
        let mark = rest.get(1..)?.parse().ok()?;
        Some(Stop { generation: self.prepared.with_untracked(|all| all.generation), mark, counted })
    }

    /// Shows a view, and sends it to the address once it rests.
    pub fn show(self, view: Projection) {
        self.local.set(Some((view.start, view.days)));
        if let Some(handle) = self.rest.get_value() {
            handle.clear();
        }
        let handle = set_timeout_with_handle(move || self.settle(), REST).ok();
        self.rest.set_value(handle);
    }

    fn settle(self) {
        if self.local.try_get_untracked().flatten().is_some() {
            self.on_window.run(Some(self.view.get_untracked().window()));
        }
    }

    /// Shows everything.
    pub fn fit(self) {
        if let Some(handle) = self.rest.get_value() {
            handle.clear();
        }
        self.local.set(None);
        self.unfolded.set(None);
        self.on_window.run(None);
    }

    /// Zooms by buttons or keys: about the focused event, or else the middle.
    pub fn zoom(self, closer: bool) {
        let view = self.view.get_untracked();
        let focused = self.active.get_untracked().and_then(|stop| self.x(stop));
        let anchor = focused.filter(|x| (0..view.width).contains(x)).unwrap_or(view.width / 2);
        self.zoom_at(if closer { STEP } else { 1.0 / STEP }, anchor);
    }

    /// Zooms about a pixel of the plot.
    pub fn zoom_at(self, factor: f64, anchor: i32) {
        if let Some(extent) = self.extent_now() {
            self.show(self.view.get_untracked().zoom(factor, anchor, extent));
        }
    }

    /// Moves the view by pixels.
    pub fn pan_by(self, pixels: i32) {
        if let Some(extent) = self.extent_now() {
            self.show(self.view.get_untracked().pan(pixels, extent));
        }
    }

    /// Opens a counted mark: zooms to its days, or unfolds its lane where that would not part them.
    pub fn open(self, stop: Stop) {
        let cluster = self.layout.with_untracked(|layout| layout.cluster(stop.mark));
        let (Some(cluster), Some(extent)) = (cluster, self.extent_now()) else { return };
        let view = self.view.get_untracked();
        let days = (cluster.days.1 - cluster.days.0).max(1);
        if cluster.days.0 == cluster.days.1 || !view.can_zoom_in() {
            self.unfolded.set(Some(cluster.lane));
            return;
        }
        let window = (cluster.days.0 - days / 2 - 1, cluster.days.1 + days / 2 + 1);
        self.show(Projection::of_window(window, extent, view.width));
    }

    /// Does what a key asks for, with the focus on `from` or on the plot.
    pub fn act(self, action: Action, from: Option<Stop>) {
        let step = self.view.get_untracked().width / 6;
        match action {
            Action::PanBack => self.pan_by(-step),
            Action::PanOn => self.pan_by(step),
            Action::ZoomIn => self.zoom(true),
            Action::ZoomOut => self.zoom(false),
            Action::Fit => self.fit(),
            Action::Leave => {
                browser::focus(PLOT);
            }
            Action::Initiative => self.open_initiative(from),
            _ => {
                if let Some(stop) = self.layout.with_untracked(|all| self.walk(all, action, from)) {
                    self.go(stop);
                }
            }
        }
    }

    /// Opens the page of an event's initiative.
    pub fn open_initiative(self, stop: Option<Stop>) {
        let Some(stop) = stop.filter(|stop| !stop.counted) else { return };
        let of = |all: &Shared<Prepared>| all.item(stop.mark).map(|item| item.initiative.clone());
        if let Some(initiative) = self.prepared.with_untracked(of) {
            self.on_initiative.run(initiative);
        }
    }

    /// Notes that an element of the chart took the focus.
    pub fn focused(self, stop: Stop) {
        self.current.set(Some(stop));
        self.activate(stop);
    }

    /// Shows the details of a stop.
    pub fn activate(self, stop: Stop) {
        self.keep();
        self.active.set(Some(stop));
    }

    /// Hides the details soon, unless the pointer moves onto them or something else is shown.
    pub fn dismiss(self) {
        self.keep();
        let hide = move || {
            let _ = self.active.try_set(None);
        };
        self.linger.set_value(set_timeout_with_handle(hide, LINGER).ok());
    }

    /// Keeps the details that are shown.
    fn keep(self) {
        if let Some(handle) = self.linger.get_value() {
            handle.clear();
        }
    }

    /// Notes whether the pointer rests on the details.
    pub fn hold(self, held: bool) {
        if held { self.keep() } else { self.dismiss() }
    }

    /// The event of a stop, by id.
    pub fn event(self, stop: Stop) -> Option<String> {
        self.prepared.with_untracked(|all| all.item(stop.mark).map(|item| item.event.clone()))
    }

    /// Brings a stop into view and gives it the focus once it is drawn.
    fn go(self, stop: Stop) {
        let Some(extent) = self.extent_now() else { return };
        let view = self.view.get_untracked();
        let (day, room) = self.prepared.with_untracked(|all| {
            all.marks.get(stop.mark).map_or((0, 0), |mark| (mark.shape.first, mark.text))
        });
        let moved = view.reveal(day, room.min(view.width / 2), extent);
        if moved != view {
            self.show(moved);
        }
        self.current.set(Some(stop));
        request_animation_frame(move || {
            browser::focus(&stop.id());
        });
    }

    /// The stop that an action leads to.
    fn walk(self, layout: &Layout, action: Action, from: Option<Stop>) -> Option<Stop> {
        let generation = self.prepared.with_untracked(|all| all.generation);
        let stops = all_stops(layout, generation);
        let order = in_order(stops.iter().map(|(x, y, _)| (*x, *y)));
        let stops: Vec<_> = order.into_iter().map(|at| stops[at]).collect();
        let at = stops.iter().position(|(.., stop)| Some(*stop) == from);
        let found = match (action, at) {
            (Action::First, _) => stops.first(),
            (Action::Last, _) => stops.last(),
            (Action::Previous, Some(at)) => stops.get(at.checked_sub(1)?),
            (Action::Next, Some(at)) => stops.get(at + 1),
            (Action::Above | Action::Below, Some(at)) => {
                let (x, y, _) = stops[at];
                let lane = layout.lanes.iter().position(|lane| y < lane.top + lane.height)?;
                let next = if action == Action::Above { lane.checked_sub(1)? } else { lane + 1 };
                let next = layout.lanes.get(next)?;
                stops
                    .iter()
                    .filter(|(_, y, _)| (next.top..next.top + next.height).contains(y))
                    .min_by_key(|(other, ..)| (other - x).abs())
            }
            _ => None,
        };
        found.map(|(.., stop)| *stop)
    }

    fn x(self, stop: Stop) -> Option<i32> {
        let view = self.view.get_untracked();
        self.prepared.with_untracked(|all| Some(view.x(all.marks.get(stop.mark)?.shape.first)))
    }

    /// The days of all events, now.
    pub fn extent_now(self) -> Option<Extent> {
        self.prepared.with_untracked(|all| all.extent)
    }
}

fn pan(view: Projection, extent: Option<Extent>) -> i32 {
    extent.map_or(0, |extent| -view.x(extent.first))
}

/// Everything that can have the focus, with its left and top edges.
fn all_stops(layout: &Layout, generation: u32) -> Vec<(i32, i32, Stop)> {
    let events = layout.places.iter().enumerate().filter_map(|(mark, place)| {
        let place = (*place)?;
        Some((place.x, place.y, Stop { generation, mark, counted: false }))
    });
    let counted = layout.clusters.iter().map(|cluster| {
        (cluster.x, cluster.y, Stop { generation, mark: cluster.first, counted: true })
    });
    events.chain(counted).collect()
}

/// What is visible, in the order of reading: lane by lane, and in a lane by time.
fn drawn(
    prepared: Memo<Shared<Prepared>>,
    layout: Memo<Layout>,
    view: Memo<Projection>,
) -> Memo<Vec<Stop>> {
    memo(move || {
        let (generation, extent) = prepared.with(|all| (all.generation, all.extent));
        let left = pan(view.get(), extent);
        let right = left + view.get().width;
        layout.with(|layout| {
            let mut stops = all_stops(layout, generation);
            stops.retain(|(.., stop)| {
                layout.place(stop.mark, stop.counted).is_some_and(|place| {
                    place.right() + layout::FADE > left && place.x - layout::FADE < right
                })
            });
            let order = in_order(stops.iter().map(|(.., stop)| (stop.mark as i32, 0)));
            order.into_iter().map(|at| stops[at].2).collect()
        })
    })
}
