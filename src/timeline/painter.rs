//! Puts the drawn marks and ticks where the layout says, once for each frame.
//!
//! 1. What each mark should look like is worked out as plain numbers.
//! 2. An element stays with its event as long as this is drawn; elements that are free are taken for
//!    other marks, so that a frame makes few.
//! 3. Only what differs from the last frame is written.
//!
//! By hand, and not by signals: an effect for each number of each mark took longer than a frame
//! with a few hundred marks on the screen.

use crate::signals::{Memo, effect};
use deltascope_model::Day;
use leptos::prelude::*;

use super::{
    chart::Chart,
    event_mark::{self, Slot},
    lanes::Lane as Heading,
    layout::{BARE, Lane, Mark, Place},
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
    /// Its event, by position in the corpus; of a counted mark the first.
    event: usize,
    /// How many events it stands for.
    pub count: usize,
    /// Days before it, and how many it lasts, of all days: a share of the width that all of them take,
    /// so that another scale changes nothing of it.
    days: [Day; 3],
    y: i32,
    /// Pixels reserved for the label.
    text: i32,
    /// Pixels of its bar where the label is wider.
    bar: Option<i32>,
    slide: i32,
    /// Tab leads to it.
    entry: bool,
    /// Its details are shown.
    active: bool,
    /// It belongs to the initiative whose details are shown.
    akin: bool,
}

/// What is written of a mark: the styles of its button, bar and flag, and the attributes that change while
/// it is drawn.
#[derive(Default)]
pub struct Look {
    /// The styles.
    pub styles: [String; 3],
    /// The attributes, by name.
    pub signs: [(&'static str, Option<&'static str>); 4],
}

/// What is on the screen.
#[derive(Default)]
pub struct Painter {
    slots: Vec<Slot>,
    spare: Vec<Slot>,
    /// What new marks are copies of.
    model: Option<Node>,
    ticks: [Vec<(Node, Tick)>; 3],
    lives: Vec<Node>,
    height: i32,
    /// Where the first of all days stands, and pixels of all days.
    track: (i32, i32),
}

/// Keeps the drawn marks and ticks in their places. Call it once for a chart on the screen.
pub fn paint(chart: Chart, axis: Memo<Axis>) {
    let painter = StoredValue::new_local(Painter::default());
    let asked = StoredValue::new(false);
    let shown = StoredValue::new(0);
    effect(move || {
        // What other events look like is known as soon as there is room for them, and waits for no frame:
        // the page is then laid out once for them and for what else the search or a filter changed.
        let generation = chart.prepared.with(|all| all.generation);
        let others =
            shown.get_value() != generation && chart.layout.with(|layout| layout.height > 0);
        if others {
            shown.set_value(generation);
            // Known where the width is, which is told when the page is laid out; asked now it would be
            // laid out once more.
            if chart.sight.get_untracked() == (0, 0) {
                look(chart);
            }
        }
        axis.track();
        chart.layout.track();
        chart.drawn.track();
        chart.active.track();
        chart.current.track();
        if others {
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
pub fn look(chart: Chart) {
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
        let scale = chart.view.get_untracked().scale();
        let track = (-pan, (f64::from(whole(&prepared)) * scale).round() as i32);
        if self.track != track {
            self.track = track;
            let [x, width] = [track.0, track.1].map(pixels);
            marks.style(&["width:", &width, ";transform:translateX(", &x, ")"].concat());
        }
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
        self.write_marks(&marks, next, &prepared);
        self.write_lives(chart, &prepared);
    }

    /// The line of each initiative's life, from its first event to its last.
    fn write_lives(&mut self, chart: Chart, all: &Prepared) {
        let Some(list) = Node::find(LIVES) else { return };
        let (pan, scale) = (chart.pan(), chart.view.get_untracked().scale());
        let closer = scale / chart.laid.get_untracked();
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

    /// A mark keeps its element as long as its event is drawn, among other events too. What was drawn and
    /// is not any more lends its element to what comes in its place, so that elements stand in the order
    /// of marks and few are moved. One with the focus is not lent.
    fn write_marks(&mut self, list: &Node, next: Vec<Painted>, all: &Prepared) {
        let keys = |painted: &Painted| (painted.event, painted.stop.counted);
        let held: Vec<Key> = self.slots.iter().map(|slot| keys(&slot.painted)).collect();
        let wanted: Vec<Key> = next.iter().map(keys).collect();
        let fates = fates(&held, &wanted);
        let focus = browser::focused();
        let unfocused = |slot: &Slot| focus.as_ref() != Some(&slot.painted.stop.id());
        let mut lent: Vec<bool> = self.slots.iter().map(unfocused).collect();
        for own in fates.iter().filter_map(|fate| fate.own) {
            lent[own] = false;
        }
        let mut before: Vec<Option<Slot>> =
            std::mem::take(&mut self.slots).into_iter().map(Some).collect();
        let model = self.model.get_or_insert_with(event_mark::model);
        // What stands before this is where it stays, or goes.
        let mut from = 0;
        for (painted, Fate { own, until }) in next.into_iter().zip(fates) {
            let stays = own.filter(|own| *own == until);
            let place = stays.or_else(|| {
                let free = |at: &usize| lent[*at];
                (from..until).find(free).filter(|_| own.is_none())
            });
            let slot = place.or(own).and_then(|at| before[at].take()).or_else(|| self.spare.pop());
            let slot = slot.or_else(|| Slot::copy(model, painted.clone()));
            let Some(mut slot) = slot else { continue };
            if let Some(at) = place {
                from = at + 1;
            } else {
                let next = before.get(until).and_then(Option::as_ref);
                list.insert(&slot.button, next.map(|slot| &slot.button));
                from = until;
            }
            slot.show(painted, all);
            self.slots.push(slot);
        }
        for (slot, lent) in before.into_iter().zip(lent) {
            if let Some(slot) = slot {
                slot.button.remove();
                self.spare.extend(lent.then_some(slot));
            }
        }
        self.spare.truncate(SPARE);
    }
}

/// What tells a mark from others, whatever the events around it: its event, or the first of a counted
/// mark, and whether it is one.
type Key = (usize, bool);

/// Which element a mark takes.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
struct Fate {
    /// The one that it has.
    own: Option<usize>,
    /// The first, from its own place on, that stays where it is; its own, if that does.
    until: usize,
}

/// Which of the elements `held` each mark of `wanted` has, and which stay where they are, so that all
/// stand in order.
fn fates(held: &[Key], wanted: &[Key]) -> Vec<Fate> {
    let mut known: Vec<(Key, usize)> = held.iter().copied().zip(0..).collect();
    known.sort_unstable();
    let mut taken = vec![false; known.len()];
    // An event may stand in several lanes: its marks take its elements in turn.
    let own = |key: &Key| {
        let first = known.partition_point(|(other, _)| other < key);
        let same = known[first..].iter().take_while(|(other, _)| other == key).count();
        let at = (first..first + same).find(|&at| !taken[at])?;
        taken[at] = true;
        Some(known[at].1)
    };
    let own: Vec<Option<usize>> = wanted.iter().map(own).collect();
    let mut until = held.len();
    let mut fates: Vec<Fate> = Vec::with_capacity(own.len());
    for own in own.into_iter().rev() {
        until = own.filter(|own| *own < until).unwrap_or(until);
        fates.push(Fate { own, until });
    }
    fates.reverse();
    fates
}

/// What the marks should look like now.
fn painted(chart: Chart, all: &Prepared, drawn: &[Stop], pan: i32) -> Vec<Painted> {
    let entry = chart.entry(drawn);
    let active = chart.active.get_untracked();
    let initiative = |stop: Stop| all.event(stop.mark).map(|event| &event.initiative);
    let shown = active.filter(|stop| !stop.counted).and_then(initiative);
    let (origin, whole) = (all.extent.map_or(0, |extent| extent.first), whole(all));
    chart.layout.with_untracked(|layout| {
        let painted = |&stop: &Stop| {
            let place = chart.place(all, layout, stop).unwrap_or_default();
            let cluster = layout.cluster(stop.mark).filter(|_| stop.counted);
            let Mark { event, shape, .. } = all.marks[stop.mark];
            let lasts = if place.bar > 0 { shape.last + 1 - shape.first } else { 0 };
            Painted {
                stop,
                event,
                count: cluster.map_or(1, |cluster| cluster.count),
                days: [shape.first - origin, lasts, whole],
                y: place.y,
                text: place.text,
                bar: (place.bar < place.text).then_some(place.bar),
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

/// How many days there are from the first of all to the last.
fn whole(all: &Prepared) -> Day {
    all.extent.map_or(1, |extent| extent.last - extent.first + 1)
}

impl Painted {
    /// How it looks. A position is a share of the width that all days take: where that alone changes,
    /// the browser has no style to work out.
    pub fn look(&self) -> Look {
        let [before, lasts, whole] = self.days.map(|days| days.to_string());
        let share = |days: &str| ["calc(100%*", days, "/", &whole, ")"].concat();
        let [top, text] = [self.y, self.text].map(pixels);
        let mut styles = <[String; 3]>::default();
        styles[0] = ["left:", &share(&before), ";top:", &top, ";width:"].concat();
        if self.days[1] == 0 {
            styles[0].push_str(&text);
        } else {
            styles[0].extend(["max(", &text, ",", &share(&lasts), ")"]);
            let bar = self.bar.map_or_else(|| "100%".to_owned(), pixels);
            styles[1] = ["width:", &bar].concat();
            let slide = pixels(self.slide);
            styles[2] = ["width:", &text, ";transform:translateX(", &slide, ")"].concat();
        }
        let bare = self.text == BARE && !self.stop.counted;
        let described = self.active && !self.stop.counted;
        let signs = [
            ("tabindex", Some(if self.entry { "0" } else { "-1" })),
            ("data-akin", self.akin.then_some("")),
            ("data-bare", bare.then_some("")),
            ("aria-describedby", described.then_some("timeline-details")),
        ];
        Look { styles, signs }
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

    #[track_caller]
    fn takes(held: &[usize], wanted: &[usize], expected: &[(Option<usize>, usize)]) {
        let keys =
            |events: &[usize]| -> Vec<Key> { events.iter().map(|&at| (at, false)).collect() };
        let expected = expected.iter().map(|&(own, until)| Fate { own, until });
        assert_eq!(fates(&keys(held), &keys(wanted)), expected.collect::<Vec<_>>());
    }

    #[test]
    fn a_mark_keeps_its_element() {
        takes(&[3, 5, 8], &[3, 5, 8], &[(Some(0), 0), (Some(1), 1), (Some(2), 2)]);
        // Gone: its element is free for what comes before the next that stays.
        takes(&[3, 5, 8], &[3, 6, 8], &[(Some(0), 0), (None, 2), (Some(2), 2)]);
        takes(&[], &[1, 2], &[(None, 0), (None, 0)]);
        takes(&[4, 9], &[], &[]);
    }

    #[test]
    fn out_of_order_it_is_moved() {
        takes(&[1, 2, 3], &[3, 1, 2], &[(Some(2), 0), (Some(0), 0), (Some(1), 1)]);
        takes(&[1, 2], &[2, 1], &[(Some(1), 0), (Some(0), 0)]);
    }

    #[test]
    fn an_event_in_two_lanes_has_two_elements() {
        takes(&[7, 2, 7], &[7, 7], &[(Some(0), 0), (Some(2), 2)]);
        takes(&[7], &[7, 4, 7], &[(Some(0), 0), (None, 1), (None, 1)]);
    }

    #[test]
    fn a_label_slides_within_its_bar_only() {
        let place = Place { x: 100, y: 0, bar: 300, text: 80 };
        assert_eq!([0, 150, 390].map(|pan| slide(place, pan)), [0, 50, 220]);
        assert_eq!(slide(Place { bar: 20, ..place }, 150), 0);
    }
}
