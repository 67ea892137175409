//! Puts the drawn marks and ticks where the layout says, once for each frame.
//!
//! 1. What each mark should look like is worked out as plain numbers.
//! 2. An element stays with its mark as long as this is drawn; elements that are free are taken for
//!    new marks, so that a frame makes few.
//! 3. Only what differs from the last frame is written.
//!
//! By hand, and not by signals: an effect for each number of each mark took longer than a frame
//! with a few hundred marks on the screen.

use std::collections::VecDeque;

use crate::signals::{Memo, effect};
use leptos::prelude::*;

use super::{
    chart::Chart,
    event_mark::Slot,
    lanes::Lane as Heading,
    layout::{self, BARE, Lane, Place},
    plot::pixels,
    prepare::Prepared,
    stops::Stop,
    ticks::{Axis, Tick},
};
use crate::{
    browser::{self, Node},
    state::By,
};

/// The id of what holds the lanes.
pub const BODY: &str = "timeline-body";
/// The id of what holds the marks.
pub const MARKS: &str = "timeline-marks";
/// The ids of the rows of the axis, and of the lines through the lanes.
pub const TICKS: [&str; 3] = ["timeline-major", "timeline-minor", "timeline-grid"];
/// The id of what holds the lines of initiatives' lives.
pub const LIVES: &str = "timeline-lives";
/// The id of today's line.
pub const TODAY: &str = "timeline-today";

/// Pixels below the lanes, for the name of today's line.
const FOOT: i32 = 18;
/// In sight of the printer.
const EVERYTHING: (i32, i32) = (0, i32::MAX / 2);
/// Elements kept for new marks.
const SPARE: usize = 300;

/// A mark as it was last written.
#[derive(Clone, PartialEq)]
pub struct Painted {
    /// The mark.
    pub stop: Stop,
    /// How many events it stands for.
    pub count: usize,
    place: Place,
    slide: i32,
    /// Tab leads to it.
    entry: bool,
    /// Its details are shown.
    active: bool,
    /// It belongs to the initiative whose details are shown.
    akin: bool,
}

/// What is on the screen.
#[derive(Default)]
pub struct Painter {
    slots: Vec<Slot>,
    spare: Vec<Slot>,
    ticks: [Vec<(Node, Tick)>; 3],
    lives: Vec<Node>,
    height: i32,
}

/// Keeps the drawn marks and ticks in their places. Call it once for a chart on the screen.
pub fn paint(chart: Chart, axis: Memo<Axis>) {
    let painter = StoredValue::new_local(Painter::default());
    let asked = StoredValue::new(false);
    let begun = StoredValue::new(false);
    effect(move || {
        // What the first frame shows is known as soon as there is room for it: it waits for none.
        let first = !begun.get_value() && chart.layout.with(|layout| layout.height > 0);
        if first {
            begun.set_value(true);
            look(chart);
        }
        axis.track();
        chart.layout.track();
        chart.drawn.track();
        chart.active.track();
        chart.current.track();
        if first {
            painter.update_value(|painter| painter.frame(chart, &axis.get_untracked()));
            return;
        }
        if asked.get_value() {
            return;
        }
        asked.set_value(true);
        request_animation_frame(move || {
            if asked.try_set_value(false).is_none()
                && let Some(axis) = axis.try_get_untracked()
            {
                let _ = painter.try_update_value(|painter| painter.frame(chart, &axis));
            }
        });
    });
    browser::watch_window(&["scroll", "resize", "beforeprint", "afterprint"], move |name| {
        let Some(axis) = axis.try_get_untracked() else { return };
        match name {
            "beforeprint" => chart.sight.set(EVERYTHING),
            "afterprint" => {
                chart.sight.set((0, 0));
                look(chart);
            }
            _ => return look(chart),
        }
        // The printer does not wait for a frame.
        let _ = painter.try_update_value(|painter| painter.frame(chart, &axis));
    });
}

/// Notes which lanes the screen shows; for the printer, all.
fn look(chart: Chart) {
    let printing = chart.sight.try_get_untracked().is_none_or(|sight| sight == EVERYTHING);
    if let Some(sight) = browser::sight(BODY).filter(|_| !printing) {
        chart.look(sight);
    }
}

impl Painter {
    fn frame(&mut self, chart: Chart, axis: &Axis) {
        let Some(marks) = Node::find(MARKS) else { return };
        let Some(drawn) = chart.drawn.try_get_untracked() else { return };
        let pan = chart.pan();
        let height = chart.layout.with_untracked(|layout| layout.height);
        let prepared = chart.prepared.get_untracked();
        let next = painted(chart, &prepared, &drawn, pan);
        browser::set_style(
            MARKS,
            "transform",
            &["translateX(", &(-pan).to_string(), "px)"].concat(),
        );
        if self.height != height {
            self.height = height;
            browser::set_style(BODY, "height", &pixels(height + FOOT));
            // Another height may have moved the page. Asked now, it would have to be laid out now.
            request_animation_frame(move || look(chart));
        }
        if let Some(today) = chart.wiring.today {
            let view = chart.view.get_untracked();
            let x = view.x(today);
            browser::set_style(TODAY, "left", &pixels(x));
            let hidden = !(0..view.width).contains(&x);
            browser::set_attribute(TODAY, "hidden", hidden.then_some(""));
        }
        for (at, ticks) in [&axis.major, &axis.minor, &axis.minor].into_iter().enumerate() {
            if let Some(row) = Node::find(TICKS[at]) {
                write_ticks(&row, ticks, &mut self.ticks[at]);
            }
        }
        self.write_marks(&marks, next, &prepared, chart.current.get_untracked());
        self.write_lives(chart, &prepared);
    }

    /// The line of each initiative's life, from its first event to its last.
    fn write_lives(&mut self, chart: Chart, all: &Prepared) {
        let Some(list) = Node::find(LIVES) else { return };
        let (pan, scale) = (chart.pan(), chart.view.get_untracked().scale());
        let closer = scale / layout::step(scale);
        let (top, bottom) = chart.sight.get_untracked();
        let alive = |lane: &&Lane| {
            all.by == By::Initiative
                && all.lanes.get(lane.number) != Some(&Heading::Rest)
                && lane.top + lane.height > top
                && lane.top < bottom
        };
        let lives: Vec<Lane> = chart
            .layout
            .with_untracked(|layout| layout.lanes.iter().filter(alive).copied().collect());
        for node in self.lives.drain(lives.len().min(self.lives.len())..) {
            node.remove();
        }
        for (at, lane) in lives.into_iter().enumerate() {
            if at == self.lives.len() {
                let node = Node::new("span");
                list.insert(&node, None);
                self.lives.push(node);
            }
            let [from, to] = [lane.span.0, lane.span.1].map(|x| (f64::from(x) * closer) as i32);
            let [left, width] = [from - pan, to - from].map(pixels);
            let top = pixels(lane.top + lane.height - 6);
            self.lives[at].style(&["left:", &left, ";width:", &width, ";top:", &top].concat());
        }
    }

    /// What was drawn and is not any more lends its element to what comes in its place, so that
    /// elements stand in the order of marks and few are moved. One with the focus is not lent.
    fn write_marks(
        &mut self,
        list: &Node,
        next: Vec<Painted>,
        all: &Prepared,
        focus: Option<Stop>,
    ) {
        let mut before = std::mem::take(&mut self.slots).into_iter().peekable();
        let mut free: VecDeque<Slot> = VecDeque::new();
        for painted in next {
            while let Some(slot) = before.next_if(|slot| slot.painted.stop < painted.stop) {
                if focus == Some(slot.painted.stop) {
                    slot.button.remove();
                } else {
                    free.push_back(slot);
                }
            }
            if let Some(mut slot) = before.next_if(|slot| slot.painted.stop == painted.stop) {
                self.put_aside(&mut free);
                slot.place(painted, all);
                self.slots.push(slot);
            } else if let Some(slot) = free.pop_front() {
                self.slots.push(Slot::dressed(Some(slot), painted, all));
            } else {
                let slot = Slot::dressed(self.spare.pop(), painted, all);
                list.insert(&slot.button, before.peek().map(|slot| &slot.button));
                self.slots.push(slot);
            }
        }
        free.extend(before);
        self.put_aside(&mut free);
        self.spare.truncate(SPARE);
    }

    fn put_aside(&mut self, free: &mut VecDeque<Slot>) {
        for slot in free.drain(..) {
            slot.button.remove();
            self.spare.push(slot);
        }
    }
}

/// What the marks should look like now.
fn painted(chart: Chart, all: &Prepared, drawn: &[Stop], pan: i32) -> Vec<Painted> {
    let entry = chart.entry(drawn);
    let active = chart.active.get_untracked();
    let initiative = |stop: Stop| all.event(stop.mark).map(|event| &event.initiative);
    let shown = active.filter(|stop| !stop.counted).and_then(initiative);
    chart.layout.with_untracked(|layout| {
        let painted = |&stop: &Stop| {
            let place = chart.place(all, layout, stop).unwrap_or_default();
            let cluster = layout.cluster(stop.mark).filter(|_| stop.counted);
            Painted {
                stop,
                count: cluster.map_or(1, |cluster| cluster.count),
                place,
                slide: slide(place, pan),
                entry: entry == Some(stop),
                active: active == Some(stop),
                akin: shown.is_some() && !stop.counted && initiative(stop) == shown,
            }
        };
        drawn.iter().map(painted).collect()
    })
}

/// A label slides along its bar, to stay readable where the bar begins before the plot.
fn slide(place: Place, pan: i32) -> i32 {
    (pan - place.x).clamp(0, (place.bar - place.text).max(0))
}

impl Painted {
    /// Its own style. Custom properties are for what lasts alone: each that changes has the browser
    /// look at every part of the mark.
    pub fn style(&self) -> String {
        let Place { x, y, bar, text } = self.place;
        let [left, top, width] = [x, y, bar.max(text)].map(pixels);
        let mut css = ["left:", &left, ";top:", &top, ";width:", &width].concat();
        if bar > 0 {
            for (name, number) in [(";--bar:", bar), (";--text:", text), (";--slide:", self.slide)]
            {
                css.push_str(name);
                css.push_str(&number.to_string());
            }
        }
        css
    }

    /// The attributes that change while a mark is drawn.
    pub fn signs(&self) -> [(&'static str, Option<&'static str>); 4] {
        [
            ("tabindex", Some(if self.entry { "0" } else { "-1" })),
            ("data-akin", self.akin.then_some("")),
            ("data-bare", (self.place.text == BARE && !self.stop.counted).then_some("")),
            ("aria-describedby", (self.active && !self.stop.counted).then_some("timeline-details")),
        ]
    }
}

fn write_ticks(row: &Node, ticks: &[Tick], written: &mut Vec<(Node, Tick)>) {
    for (node, _) in written.drain(ticks.len().min(written.len())..) {
        node.remove();
    }
    for (at, tick) in ticks.iter().enumerate() {
        if at == written.len() {
            let node = Node::new("span");
            row.insert(&node, None);
            written.push((node, Tick { x: i32::MIN, label: String::new(), strong: false }));
        }
        let (node, old) = &mut written[at];
        if old.x != tick.x {
            node.style(&["left:", &pixels(tick.x)].concat());
        }
        if old.label != tick.label {
            node.text(&tick.label);
        }
        if old.x == i32::MIN || old.strong != tick.strong {
            node.set("class", Some(if tick.strong { "tick strong" } else { "tick" }));
        }
        old.clone_from(tick);
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_label_slides_within_its_bar_only() {
        let place = Place { x: 100, y: 0, bar: 300, text: 80 };
        assert_eq!([0, 150, 390].map(|pan| slide(place, pan)), [0, 50, 220]);
        assert_eq!(slide(Place { bar: 20, ..place }, 150), 0);
    }
}
