//! `Chart`: the state of the timeline, and everything that one can do with it.
//!
//! 1. What it shows comes from the events that pass, the address' window and the plot's size.
//! 2. During a gesture the view is local ([`Chart::show`]); once it rests, the window goes to the
//!    address, and the view follows the address again.
//! 3. Layout follows from marks and scale, and is held while a hand zooms; what is drawn, from layout and position. Each is a memo,
//!    so that a step of panning moves one number.

use std::{ops::Deref, sync::Arc, time::Duration};

use crate::signals::{Memo, Shared, effect, memo};
use deltascope_model::Day;
use leptos::prelude::*;

use super::{
    Wiring,
    hearing::PLOT,
    keys::Action,
    known::Known,
    layout::{self, Layout, Place, Rules},
    prepare::Prepared,
    projection::{Extent, Projection},
    stops::{self, Sight, Stop},
};
use crate::{
    browser,
    data::Data,
    state::{By, Form},
};

/// A plot narrower than this has headings above its lanes instead of beside them.
const NARROW: i32 = 600;
/// Screens on which time runs down unless asked otherwise.
const PHONE: &str = "(max-width: 40rem)";
/// How long a view must rest before it goes to the address.
const REST: Duration = Duration::from_millis(180);
/// How long details stay after the pointer left their event, so that it can move onto them.
const LINGER: Duration = Duration::from_millis(140);
/// One press of a zoom button.
const STEP: f64 = 1.6;
/// Days shown around one that is jumped to, where the view is wider.
const AROUND: i32 = 183;

/// The chart: a handle that is copied freely. The state behind it, some signals, stays in memory for
/// each time that the view was opened; copied into every closure it would be a good part of the code.
#[derive(Clone, Copy)]
pub struct Chart(&'static State);

impl Deref for Chart {
    type Target = State;
    fn deref(&self) -> &State {
        self.0
    }
}

/// The chart's state.
pub struct State {
    /// What it is given, and whom it tells.
    pub wiring: Wiring,
    /// The marks.
    pub prepared: Memo<Shared<Prepared>>,
    /// How it is rendered.
    pub form: Memo<Form>,
    /// Whether headings stand above the lanes.
    pub narrow: RwSignal<bool>,
    /// The view.
    pub view: Memo<Projection>,
    /// The scale that things are laid out for.
    pub laid: Memo<f64>,
    /// Where everything stands.
    pub layout: Memo<Shared<Layout>>,
    /// What is drawn, which is what is in sight.
    pub drawn: Memo<Vec<Stop>>,
    /// The one whose details are shown.
    pub active: RwSignal<Option<Stop>>,
    /// The one that last had the focus.
    pub current: RwSignal<Option<Stop>>,
    /// The lanes' part that the screen shows, from top to bottom.
    pub sight: RwSignal<(i32, i32)>,
    width: RwSignal<i32>,
    local: RwSignal<Option<(f64, f64)>>,
    /// A hand is at it, and a layout for the view would be for the next one again.
    turning: RwSignal<bool>,
    unfolded: RwSignal<Option<usize>>,
    rest: StoredValue<Option<TimeoutHandle>>,
    linger: StoredValue<Option<TimeoutHandle>>,
}

impl Chart {
    /// A chart of the events that pass.
    pub fn new(data: &Arc<Data>, wiring: Wiring) -> Self {
        let width = RwSignal::new(0);
        // Until the plot is laid out, as the screen is.
        let narrow = RwSignal::new(browser::matches_media(PHONE));
        let sight = RwSignal::new((0, 0));
        let made = StoredValue::new(0);
        let known = Arc::new(Known::of(&data.corpus));
        let data = Arc::clone(data);
        // By the screen and not by the room: an article opened beside it turns nothing round.
        let form = memo(move || {
            narrow.track();
            let by_screen = if browser::matches_media(PHONE) { Form::Down } else { Form::Across };
            wiring.form.get().unwrap_or(by_screen)
        });
        let prepared = memo(move || {
            let generation = made.get_value() + 1;
            made.set_value(generation);
            let how = (wiring.by.get(), wiring.lang.get(), narrow.get(), form.get());
            let prepare =
                |events: &Shared<Vec<usize>>| Prepared::new(&data, &known, events, how, generation);
            Shared::new(wiring.events.with(prepare))
        });
        let local = RwSignal::new(None::<(f64, f64)>);
        let view = memo(move || {
            let gutter = Gutter::of(form.get(), narrow.get(), wiring.by.get());
            let width = (width.get() - gutter.pixels()).max(1);
            let Some(extent) = prepared.with(|all| all.extent) else {
                return Projection { start: 0.0, days: 1.0, width };
            };
            match (local.get(), wiring.window.get()) {
                (Some((start, days)), _) => Projection { start, days, width },
                (None, Some(window)) => Projection::of_window(window, extent, width),
                (None, None) => Projection::first_view(extent, width),
            }
        });
        // The address was changed by something else than this chart: follow it.
        effect(move || {
            let window = wiring.window.get();
            let own = local.with_untracked(Option::is_some).then(|| view.get_untracked().window());
            if own.is_some() && own != window {
                local.set(None);
            }
        });
        let turning = RwSignal::new(false);
        let last = StoredValue::new(0.0);
        let laid = memo(move || {
            let wanted = layout::step(view.get().scale());
            let before = last.get_value();
            let held = turning.get() && before > 0.0;
            let laid = if held { layout::held(before, wanted) } else { wanted };
            last.set_value(laid);
            laid
        });
        let unfolded = RwSignal::new(None);
        let wide = memo(move || view.get().width);
        let layout = memo(move || {
            // Nothing is laid out before there is room for it.
            if width.get() == 0 {
                return Shared::new(Layout::default());
            }
            let (wide, scale) = (wide.get(), laid.get());
            let (narrow, unfolded) = (narrow.get(), unfolded.get());
            prepared.with(|all| Shared::new(all.laid_out(wide, scale, narrow, unfolded)))
        });
        let drawn = memo(move || {
            let (generation, extent) = prepared.with(|all| (all.generation, all.extent));
            let (view, laid) = (view.get(), laid.get());
            // In the pixels of the layout.
            let closer = laid / view.scale();
            let left = (f64::from(pan(view, extent)) * closer) as i32;
            let width = (f64::from(view.width) * closer) as i32;
            let sight = Sight { across: (left - 1, left + width + 1), down: sight.get() };
            layout.with(|layout| stops::in_sight(layout, generation, sight))
        });
        let rest = StoredValue::new(None::<TimeoutHandle>);
        on_cleanup(move || {
            if let Some(Some(handle)) = rest.try_get_value() {
                handle.clear();
            }
        });
        Self(Box::leak(Box::new(State {
            wiring,
            prepared,
            form,
            narrow,
            view,
            laid,
            layout,
            drawn,
            active: RwSignal::new(None),
            current: RwSignal::new(None),
            sight,
            width,
            local,
            turning,
            unfolded,
            rest,
            linger: StoredValue::new(None),
        })))
    }

    /// Notes the plot's width in pixels, headings included.
    pub fn resize(self, width: i32) {
        // Told the same again, all that follows from it would be worked out anew.
        if self.width.get_untracked() != width {
            self.width.set(width);
            let narrow = width < NARROW;
            if self.narrow.get_untracked() != narrow {
                self.narrow.set(narrow);
            }
        }
    }

    /// Notes which part of the lanes the screen shows, from top to bottom.
    pub fn look(self, seen: (i32, i32)) {
        let before = self.sight.get_untracked();
        let sight = stops::around(seen, before);
        if before != sight {
            self.sight.set(sight);
        }
    }

    /// The room beside the lanes for their headings.
    pub fn gutter(self) -> Gutter {
        Gutter::of(self.form.get(), self.narrow.get(), self.wiring.by.get())
    }

    /// The same, now.
    pub fn gutter_now(self) -> Gutter {
        let (form, narrow) = (self.form.get_untracked(), self.narrow.get_untracked());
        Gutter::of(form, narrow, self.wiring.by.get_untracked())
    }

    /// Pixels from the first day of all to the plot's left edge, now.
    pub fn pan(self) -> i32 {
        pan(self.view.get_untracked(), self.extent_now())
    }

    /// The events that the view covers, in the order of time.
    pub fn in_view(self) -> Vec<usize> {
        // The events before the view, which follows from them.
        self.prepared.with(|all| {
            let view = self.view.get();
            let (start, end) = (view.start, view.start + view.days);
            let covers = |event: &usize| {
                all.known.shapes[*event].is_some_and(|shape| {
                    f64::from(shape.last + 1) > start && f64::from(shape.first) < end
                })
            };
            all.dated.iter().copied().filter(covers).collect()
        })
    }

    /// Where a stop stands now.
    pub fn place(self, all: &Prepared, layout: &Layout, stop: Stop) -> Option<Place> {
        let laid = layout.place(stop.mark, stop.counted)?;
        let (scale, extent) = (self.view.get_untracked().scale(), all.extent?);
        let rules = Rules { extent, room: 0, scale, rows: 0, heading: 0, unfolded: None };
        Some(rules.place_at(all.marks.get(stop.mark)?, laid))
    }

    /// The drawn stop that Tab enters: the last focused, or the first one wholly in view.
    pub fn entry(self, drawn: &[Stop]) -> Option<Stop> {
        let current = self.current.get_untracked().filter(|stop| drawn.contains(stop));
        let in_view = |stop: &&Stop| self.x(**stop).is_some_and(|x| x >= 0);
        current.or_else(|| drawn.iter().find(in_view).or(drawn.first()).copied())
    }

    /// The stop whose element has this id.
    pub fn stop(self, id: &str) -> Option<Stop> {
        Stop::of_id(id, self.generation())
    }

    fn generation(self) -> u32 {
        self.prepared.with_untracked(|all| all.generation)
    }

    /// Shows a view, and sends it to the address once it rests.
    pub fn show(self, view: Projection) {
        self.put(view, false);
    }

    /// The same for one of many in a row, by a hand that drags, pinches or turns a wheel: marks keep
    /// their rows while they can, and are laid out anew once the hand rests.
    pub fn turn(self, view: Projection) {
        self.put(view, true);
    }

    fn put(self, view: Projection, turning: bool) {
        self.turning.set(turning);
        self.local.set(Some((view.start, view.days)));
        if let Some(handle) = self.rest.get_value() {
            handle.clear();
        }
        let handle = set_timeout_with_handle(move || self.settle(), REST).ok();
        self.rest.set_value(handle);
    }

    fn settle(self) {
        if self.local.try_get_untracked().flatten().is_some() {
            self.wiring.on_window.run(Some(self.view.get_untracked().window()));
            self.turning.set(false);
        }
    }

    /// Shows everything; where the first view does, the address need not say so.
    pub fn fit(self) {
        self.unfolded.set(None);
        let Some(extent) = self.extent_now() else { return };
        let width = self.view.get_untracked().width;
        let all = Projection::fit(extent, width);
        if all != Projection::first_view(extent, width) {
            self.show(all);
            return;
        }
        if let Some(handle) = self.rest.get_value() {
            handle.clear();
        }
        self.turning.set(false);
        self.local.set(None);
        self.wiring.on_window.run(None);
    }

    /// Shows these days, as far as the limits allow.
    pub fn show_days(self, window: (Day, Day)) {
        self.put_days(window, false);
    }

    /// The same for some of many in a row, by a hand.
    pub fn turn_days(self, window: (Day, Day)) {
        self.put_days(window, true);
    }

    fn put_days(self, window: (Day, Day), turning: bool) {
        if let Some(extent) = self.extent_now() {
            let width = self.view.get_untracked().width;
            self.put(Projection::of_window(window, extent, width), turning);
        }
    }

    /// Shows a day in the middle, with no more than a year around it.
    pub fn show_day(self, day: Day) {
        let (first, last) = self.view.get_untracked().window();
        let around = ((last - first) / 2).min(AROUND);
        self.show_days((day - around, day + around));
    }

    /// Zooms by buttons or keys: about the focused event, or else the middle.
    pub fn zoom(self, closer: bool) {
        let view = self.view.get_untracked();
        let focused = self.active.get_untracked().and_then(|stop| self.x(stop));
        let anchor = focused.filter(|x| (0..view.width).contains(x)).unwrap_or(view.width / 2);
        if let Some(extent) = self.extent_now() {
            self.show(view.zoom(if closer { STEP } else { 1.0 / STEP }, anchor, extent));
        }
    }

    /// Zooms about a pixel of the plot, by a hand.
    pub fn zoom_at(self, factor: f64, anchor: i32) {
        if let Some(extent) = self.extent_now() {
            self.turn(self.view.get_untracked().zoom(factor, anchor, extent));
        }
    }

    /// Moves the view by pixels.
    pub fn pan_by(self, pixels: i32) {
        if let Some(extent) = self.extent_now() {
            self.turn(self.view.get_untracked().pan(pixels, extent));
        }
    }

    /// Opens a counted mark: zooms to its days, or unfolds its lane where that would not part them.
    pub fn open(self, stop: Stop) {
        let cluster = self.layout.with_untracked(|layout| layout.cluster(stop.mark));
        let Some(cluster) = cluster else { return };
        let (first, last) = cluster.days;
        if first == last || !self.view.get_untracked().can_zoom_in() {
            self.unfolded.set(Some(cluster.lane));
            return;
        }
        let margin = (last - first) / 2 + 1;
        self.show_days((first - margin, last + margin));
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
                let walk = |all: &Shared<Layout>| stops::walk(all, self.generation(), action, from);
                if let Some(stop) = self.layout.with_untracked(walk) {
                    self.go(stop);
                }
            }
        }
    }

    /// Opens what states an event.
    pub fn open_event(self, stop: Stop) {
        let id =
            self.prepared.with_untracked(|all| all.event(stop.mark).map(|event| event.id.clone()));
        if let Some(id) = id {
            self.wiring.on_open.run(id);
        }
    }

    /// Opens the page of an event's initiative.
    pub fn open_initiative(self, stop: Option<Stop>) {
        let Some(stop) = stop.filter(|stop| !stop.counted) else { return };
        let of =
            |all: &Shared<Prepared>| all.event(stop.mark).map(|event| event.initiative.clone());
        if let Some(initiative) = self.prepared.with_untracked(of) {
            self.wiring.on_initiative.run(initiative);
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
        let place = self.layout.with_untracked(|layout| layout.place(stop.mark, stop.counted));
        let (top, bottom) = self.sight.get_untracked();
        if let Some(place) = place.filter(|place| !(top..bottom).contains(&place.y)) {
            self.look((place.y, place.y));
        }
        // Drawn in the next frame, and then there to have the focus.
        request_animation_frame(move || {
            request_animation_frame(move || {
                browser::show_and_focus(&stop.id());
            });
        });
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

/// The room beside the lanes for their headings.
#[derive(Clone, Copy)]
pub enum Gutter {
    /// None: they stand above, or there are no lanes.
    None,
    /// For names of a few characters.
    Short,
    /// For those of initiatives and of who acts.
    Long,
}

impl Gutter {
    fn of(form: Form, narrow: bool, by: By) -> Self {
        match by {
            _ if narrow || form != Form::Across => Self::None,
            By::Actor | By::Initiative => Self::Long,
            _ => Self::Short,
        }
    }

    /// Pixels; the style sheet knows them too.
    pub fn pixels(self) -> i32 {
        [0, 124, 208][self as usize]
    }

    /// How the style sheet calls it.
    pub fn name(self) -> Option<&'static str> {
        [None, Some("short"), Some("long")][self as usize]
    }
}
