//! Puts the drawn marks where the layout says, once for each frame.
//!
//! 1. What each mark should look like is worked out as plain numbers.
//! 2. Only what differs from the last frame is written.
//!
//! A reactive attribute for each number of each mark would cost several effects a mark; a step of
//! panning then took longer than a frame with a few hundred marks on the screen.

use crate::signals::effect;
use leptos::prelude::*;

use super::{
    chart::{Chart, Stop},
    layout::{BARE, Place},
    plot::pixels,
};
use crate::browser;

/// The id of what holds the lanes.
pub const BODY: &str = "timeline-body";
/// The id of the list of marks.
pub const MARKS: &str = "timeline-marks";

/// Pixels below the lanes, for the name of today's line.
const FOOT: i32 = 18;

/// The names of the numbers in the style sheet.
const NUMBERS: [&str; 5] = ["--x", "--y", "--bar", "--text", "--slide"];

/// A mark as it was last written.
#[derive(Clone, Copy, PartialEq)]
struct Painted {
    stop: Stop,
    /// In the order of [`NUMBERS`].
    numbers: [i32; 5],
    /// Tab leads to it.
    entry: bool,
    /// It belongs to the initiative whose details are shown.
    akin: bool,
}

/// Keeps the drawn marks in their places. Call it once for a chart on the screen.
pub fn paint(chart: Chart) {
    let last = StoredValue::new(Vec::<Painted>::new());
    let asked = StoredValue::new(false);
    effect(move || {
        chart.view.track();
        chart.layout.track();
        chart.drawn.track();
        chart.active.track();
        chart.current.track();
        if asked.get_value() {
            return;
        }
        asked.set_value(true);
        // The list itself has changed by then.
        request_animation_frame(move || {
            if asked.try_set_value(false).is_none() {
                let next = frame(chart);
                let _ = last.try_update_value(|last| {
                    write(&next, last);
                    *last = next;
                });
            }
        });
    });
}

/// What the marks should look like now.
fn frame(chart: Chart) -> Vec<Painted> {
    let Some(drawn) = chart.drawn.try_get_untracked() else { return Vec::new() };
    let pan = chart.pan();
    let shift = ["translateX(", &(-pan).to_string(), "px)"].concat();
    browser::set_style(MARKS, "transform", &shift);
    let height = chart.layout.with_untracked(|layout| layout.height);
    browser::set_style(BODY, "height", &pixels(height + FOOT));
    let entry = chart.entry(&drawn);
    let active = chart.active.get_untracked();
    let all = chart.prepared.get_untracked();
    let initiative = |stop: Stop| all.item(stop.mark).map(|item| &item.initiative);
    let shown = active.filter(|stop| !stop.counted).and_then(initiative);
    chart.layout.with_untracked(|layout| {
        let painted = |stop: Stop| Painted {
            stop,
            numbers: numbers(layout.place(stop.mark, stop.counted).unwrap_or_default(), pan),
            entry: entry == Some(stop),
            akin: shown.is_some() && !stop.counted && initiative(stop) == shown,
        };
        drawn.into_iter().map(painted).collect()
    })
}

/// A label slides along its bar, to stay readable where the bar begins before the plot.
fn numbers(place: Place, pan: i32) -> [i32; 5] {
    let slide = (pan - place.x).clamp(0, (place.bar - place.text).max(0));
    [place.x, place.y, place.bar, place.text, slide]
}

fn write(next: &[Painted], last: &[Painted]) {
    let mut before = last.iter().peekable();
    for painted in next {
        while before.next_if(|old| old.stop < painted.stop).is_some() {}
        let old = before.next_if(|old| old.stop == painted.stop);
        if old == Some(painted) {
            continue;
        }
        let id = painted.stop.id();
        for (at, name) in NUMBERS.iter().enumerate() {
            let number = painted.numbers[at];
            if old.is_none_or(|old| old.numbers[at] != number) {
                browser::set_style(&id, name, &number.to_string());
            }
        }
        let attribute = |name: &str, value: Option<&str>| browser::set_attribute(&id, name, value);
        attribute("tabindex", Some(if painted.entry { "0" } else { "-1" }));
        attribute("data-akin", painted.akin.then_some(""));
        let bare = painted.numbers[3] == BARE && !painted.stop.counted;
        attribute("data-bare", bare.then_some(""));
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_label_slides_within_its_bar_only() {
        let place = Place { x: 100, y: 0, bar: 300, text: 80 };
        let slide = |pan| numbers(place, pan)[4];
        assert_eq!((slide(0), slide(150), slide(390)), (0, 50, 220));
        assert_eq!(numbers(Place { bar: 20, ..place }, 150)[4], 0);
    }
}
