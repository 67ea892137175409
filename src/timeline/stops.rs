//! Stops: what of the chart can have the focus, what of it is in sight, and where keys lead.

use super::{
    keys::Action,
    layout::{FADE, Layout, ROW},
};
use crate::order::in_order;

/// Something that can have the focus: an event or a counted mark, by list and number of the mark.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, PartialOrd, Ord)]
pub struct Stop {
    /// The list, see `Prepared::generation`.
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

    /// The stop whose element has this id, in a list.
    pub fn of_id(id: &str, generation: u32) -> Option<Self> {
        let rest = id.strip_prefix("timeline-")?;
        let counted = rest.starts_with('c');
        let mark = rest.get(1..)?.parse().ok()?;
        Some(Self { generation, mark, counted })
    }
}

/// A part of the plot, in the layout's pixels: left, right, top and bottom edge.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Sight {
    /// From left to right.
    pub across: (i32, i32),
    /// From top to bottom.
    pub down: (i32, i32),
}

/// Which part of the lanes to draw where the screen shows `seen`, from top to bottom, and `drawn` was drawn: what
/// is a little beyond the screen too, so that not every step of scrolling changes anything, and never less
/// than the first lanes, which may stand below it.
pub fn around(seen: (i32, i32), drawn: (i32, i32)) -> (i32, i32) {
    const BEYOND: i32 = 240;
    let (top, bottom) = (seen.0.max(0), seen.1.max(0));
    let holds = |beyond: i32| (BEYOND / 2..=2 * BEYOND).contains(&beyond);
    if holds(top - drawn.0) && holds(drawn.1 - bottom) {
        drawn
    } else {
        (top - BEYOND, bottom + BEYOND)
    }
}

/// What is in sight, in the order of reading: lane by lane, and in a lane by time.
pub fn in_sight(layout: &Layout, generation: u32, sight: Sight) -> Vec<Stop> {
    let ((left, right), (top, bottom)) = (sight.across, sight.down);
    let shows = |x: i32, right_edge: i32, y: i32| {
        right_edge + FADE > left && x - FADE < right && y + ROW > top && y < bottom
    };
    let mut stops = Vec::new();
    // Counted marks stand in the order of their first marks, which have no place of their own.
    let mut clusters = layout.clusters.iter().peekable();
    for (mark, place) in layout.places.iter().enumerate() {
        if let Some(place) = place {
            if shows(place.x, place.right(), place.y) {
                stops.push(Stop { generation, mark, counted: false });
            }
        } else if let Some(cluster) = clusters.next_if(|cluster| cluster.first == mark)
            && shows(cluster.x, cluster.x + super::layout::CLUSTER, cluster.y)
        {
            stops.push(Stop { generation, mark, counted: true });
        }
    }
    stops
}

/// The stop that an action leads to: along the lanes by time, or to the nearest of the lane above
/// or below.
pub fn walk(layout: &Layout, generation: u32, action: Action, from: Option<Stop>) -> Option<Stop> {
    let all = Sight { across: (i32::MIN / 2, i32::MAX / 2), down: (i32::MIN / 2, i32::MAX / 2) };
    let stops: Vec<(i32, i32, Stop)> = in_sight(layout, generation, all)
        .into_iter()
        .filter_map(|stop| {
            let place = layout.place(stop.mark, stop.counted)?;
            Some((place.x, place.y, stop))
        })
        .collect();
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

#[cfg(test)]
mod tests {
    use super::*;
    use crate::timeline::layout::{Cluster, Lane, Place};

    /// Two lanes of 100 pixels: marks 0 and 1 and a counted mark of 2 and 3, then mark 4.
    fn layout() -> Layout {
        let place = |x, y| Some(Place { x, y, bar: 0, text: 50 });
        Layout {
            lanes: vec![
                Lane { number: 0, count: 4, top: 0, height: 100, span: (0, 0) },
                Lane { number: 1, count: 1, top: 100, height: 100, span: (0, 0) },
            ],
            places: vec![place(0, 10), place(500, 10), None, None, place(420, 110)],
            clusters: vec![Cluster { lane: 0, first: 2, count: 2, days: (0, 1), x: 200, y: 60 }],
            height: 200,
        }
    }

    #[track_caller]
    fn seen(across: (i32, i32), down: (i32, i32), expected: &[&str]) {
        let stops = in_sight(&layout(), 1, Sight { across, down });
        let ids: Vec<String> = stops.into_iter().map(Stop::id).collect();
        assert_eq!(ids, expected);
    }

    #[test]
    fn only_what_is_in_sight_is_drawn() {
        seen((0, 1000), (0, 200), &["timeline-e0", "timeline-e1", "timeline-c2", "timeline-e4"]);
        seen((0, 300), (0, 200), &["timeline-e0", "timeline-c2"]);
        seen((0, 1000), (100, 200), &["timeline-e4"]);
        seen((600, 900), (0, 200), &[]);
    }

    #[test]
    fn a_little_beyond_the_screen_is_drawn() {
        // At first, and where the lanes stand below the screen.
        assert_eq!(around((-400, 500), (0, 0)), (-240, 740));
        assert_eq!(around((-1000, -100), (0, 0)), (-240, 240));
        // A step of scrolling changes nothing, another does.
        assert_eq!(around((100, 1000), (-140, 1240)), (-140, 1240));
        assert_eq!(around((220, 1120), (-140, 1240)), (-140, 1240));
        assert_eq!(around((221, 1121), (-140, 1240)), (-19, 1361));
        // Much too far beyond, it is too much to draw.
        assert_eq!(around((-800, 100), (-240, 740)), (-240, 340));
    }

    #[track_caller]
    fn leads(action: Action, from: Option<&str>, expected: Option<&str>) {
        let from = from.and_then(|id| Stop::of_id(id, 1));
        let to = walk(&layout(), 1, action, from).map(Stop::id);
        assert_eq!(to.as_deref(), expected, "{action:?}");
    }

    #[test]
    fn keys_walk_by_time_and_between_lanes() {
        leads(Action::First, None, Some("timeline-e0"));
        leads(Action::Last, None, Some("timeline-e1"));
        leads(Action::Next, Some("timeline-e0"), Some("timeline-c2"));
        leads(Action::Next, Some("timeline-c2"), Some("timeline-e4"));
        leads(Action::Previous, Some("timeline-e0"), None);
        leads(Action::Below, Some("timeline-e1"), Some("timeline-e4"));
        leads(Action::Above, Some("timeline-e4"), Some("timeline-e1"));
        leads(Action::Below, Some("timeline-e4"), None);
        leads(Action::Next, Some("timeline-e3"), None);
    }

    #[test]
    fn an_id_leads_back_to_its_stop() {
        for stop in [(7, true), (12, false)] {
            let stop = Stop { generation: 3, mark: stop.0, counted: stop.1 };
            assert_eq!(Stop::of_id(&stop.id(), 3), Some(stop));
        }
        assert_eq!(Stop::of_id("main", 3), None);
    }
}
