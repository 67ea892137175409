//! What pointers, wheel, keys and focus do to the plot: one listener for all of its marks.

use leptos::prelude::*;

use super::{chart::Chart, gesture::Gesture, keys, stops::Stop};
use crate::browser::{self, Happening};

/// The events that [`Hearing::hear`] knows.
pub const EVENTS: [&str; 11] = [
    "pointerdown",
    "pointermove",
    "pointerup",
    "pointercancel",
    "pointerover",
    "pointerout",
    "wheel",
    "keydown",
    "click",
    "focusin",
    "focusout",
];

/// The plot's id.
pub const PLOT: &str = "timeline-plot";
/// Pixels of a wheel that magnify by e.
const WHEEL: f64 = 320.0;

/// The state of what is heard; a handle that is copied freely.
#[derive(Clone, Copy)]
pub struct Hearing {
    /// A pointer drags the plot.
    pub dragging: RwSignal<bool>,
    chart: Chart,
    gesture: StoredValue<Gesture>,
    focused: StoredValue<bool>,
}

impl Hearing {
    /// Nothing heard yet.
    pub fn new(chart: Chart) -> Self {
        Self {
            dragging: RwSignal::new(false),
            chart,
            gesture: StoredValue::new(Gesture::default()),
            focused: StoredValue::new(false),
        }
    }

    /// Takes in an event of the plot; true where the browser should not act on it itself.
    pub fn hear(self, event: &Happening) -> bool {
        let chart = self.chart;
        let stop = chart.stop(&event.button_id);
        let x = event.x - chart.gutter_now().pixels();
        match (event.name.as_str(), stop) {
            ("wheel", _) => return self.wheel(event, x),
            ("keydown", _) => return self.key(event, stop),
            ("pointerdown", _) if event.button == 0 => {
                let view = chart.view.get_untracked();
                self.gesture.update_value(|gesture| gesture.down(event.pointer, x, view));
            }
            ("pointermove", _) => self.moved(event.pointer, x),
            ("pointerup" | "pointercancel", _) => self.lifted(event.pointer),
            ("pointerover", Some(stop)) if event.hovers => chart.activate(stop),
            ("focusin", None) => self.focused.set_value(true),
            ("focusin", Some(stop)) => {
                self.focused.set_value(true);
                chart.focused(stop);
            }
            ("focusout", _) => {
                self.focused.set_value(false);
                chart.dismiss();
            }
            ("pointerout", Some(_)) => chart.dismiss(),
            ("click", Some(stop)) => self.click(stop),
            _ => {}
        }
        false
    }

    fn click(self, stop: Stop) {
        if stop.counted {
            self.chart.open(stop);
        } else {
            self.chart.open_event(stop);
        }
    }

    fn moved(self, pointer: i32, x: i32) {
        let Some(extent) = self.chart.extent_now() else { return };
        let view = self.gesture.try_update_value(|gesture| gesture.moved(pointer, x, extent));
        let Some(view) = view.flatten() else { return };
        if !self.dragging.get_untracked() {
            self.dragging.set(true);
            self.chart.active.set(None);
        }
        browser::capture_pointer(PLOT, pointer);
        self.chart.turn(view);
    }

    fn lifted(self, pointer: i32) {
        let view = self.chart.view.get_untracked();
        self.gesture.update_value(|gesture| gesture.up(pointer, view));
        let dragging = self.gesture.with_value(Gesture::is_dragging);
        if dragging != self.dragging.get_untracked() {
            self.dragging.set(dragging);
        }
    }

    /// A plain vertical wheel scrolls the page, unless the plot has the focus.
    fn wheel(self, event: &Happening, x: i32) -> bool {
        let (across, down) = event.wheel;
        if across.abs() > down.abs() || event.shift {
            self.chart.pan_by((if across == 0.0 { down } else { across }) as i32);
        } else if event.command || self.focused.get_value() {
            self.chart.zoom_at((-down / WHEEL).exp(), x);
        } else {
            return false;
        }
        true
    }

    fn key(self, event: &Happening, stop: Option<Stop>) -> bool {
        if event.command || event.alt {
            return false;
        }
        // The first Escape closes the details, the second leaves the event.
        if event.key == "Escape" && self.chart.active.get_untracked().is_some() {
            self.chart.active.set(None);
            return true;
        }
        let action = keys::action(&event.key, stop.is_some());
        if let Some(action) = action {
            self.chart.act(action, stop);
        }
        action.is_some()
    }
}
