//! `Brush`: the window over the overview, and what pointers and keys make of it.
//!
//! Pure: a press takes hold of an end, of the window, or of the strip beside it; a drag answers
//! which days are then shown. Keys move one end.

use deltascope_model::Day;

use super::projection::Projection;

/// The fewest days between the ends.
const FEWEST: Day = 7;
/// Pixels around an end in which a press takes hold of it.
const REACH: i32 = 14;

/// What a press has taken hold of.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Grip {
    /// The first day.
    Start,
    /// The last day.
    End,
    /// The window.
    Whole,
    /// The strip: a new window is drawn.
    Strip,
}

/// A press that lasts.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Brush {
    /// What it holds.
    pub grip: Grip,
    pointer: i32,
    from: i32,
    window: (Day, Day),
}

impl Brush {
    /// A press at `x` on the overview `all`, over which `window` is shown.
    pub fn press(pointer: i32, x: i32, window: (Day, Day), all: Projection) -> Self {
        let (start, end) = (all.x(window.0).max(0), all.x(window.1).min(all.width));
        let near = |edge: i32| (x - edge).abs() <= REACH;
        let grip = match () {
            () if near(start) && (x - start).abs() <= (x - end).abs() => Grip::Start,
            () if near(end) => Grip::End,
            // A window over everything cannot be moved: a press draws a new one.
            () if (start..end).contains(&x) && end - start < all.width - REACH => Grip::Whole,
            () => Grip::Strip,
        };
        Self { grip, pointer, from: x, window }
    }

    /// The days to show with the pointer at `x`; none where that is another pointer or too little.
    pub fn drag(self, pointer: i32, x: i32, all: Projection) -> Option<(Day, Day)> {
        let day = |x: i32| all.day_at(x.clamp(0, all.width)).round() as Day;
        let moved = ((f64::from(x - self.from)) / all.scale()).round() as Day;
        let (start, end) = self.window;
        let window = match self.grip {
            _ if pointer != self.pointer || (x - self.from).abs() < 2 => return None,
            Grip::Start => (day(x).min(end - FEWEST), end),
            Grip::End => (start, day(x).max(start + FEWEST)),
            Grip::Whole => (start + moved, end + moved),
            Grip::Strip => (day(x.min(self.from)), day(x.max(self.from))),
        };
        (window.1 - window.0 >= FEWEST).then_some(window)
    }
}

/// The days to show when a key is pressed on an end: arrows by a small step, Page Up and Page Down
/// by a large one, Home and End to the first and the last day of `limits`.
pub fn key(key: &str, grip: Grip, window: (Day, Day), limits: (Day, Day)) -> Option<(Day, Day)> {
    let (start, end) = window;
    let step = ((end - start) / 20).max(1);
    let held = if grip == Grip::Start { start } else { end };
    let to = match key {
        "ArrowLeft" | "ArrowDown" => held - step,
        "ArrowRight" | "ArrowUp" => held + step,
        "PageDown" => held - 5 * step,
        "PageUp" => held + 5 * step,
        "Home" => limits.0,
        "End" => limits.1,
        _ => return None,
    };
    Some(if grip == Grip::Start {
        (to.max(limits.0).min(end - FEWEST), end)
    } else {
        (start, to.min(limits.1).max(start + FEWEST))
    })
}

#[cfg(test)]
mod tests {
    use super::*;

    /// A pixel a day.
    const ALL: Projection = Projection { start: 0.0, days: 1000.0, width: 1000 };
    const WINDOW: (Day, Day) = (300, 600);

    #[track_caller]
    fn drags(from: i32, to: i32, grip: Grip, window: Option<(Day, Day)>) {
        let brush = Brush::press(1, from, WINDOW, ALL);
        assert_eq!((brush.grip, brush.drag(1, to, ALL)), (grip, window));
    }

    #[test]
    fn each_part_is_dragged_as_what_it_is() {
        drags(302, 352, Grip::Start, Some((352, 600)));
        drags(595, 700, Grip::End, Some((300, 700)));
        drags(450, 500, Grip::Whole, Some((350, 650)));
        drags(800, 900, Grip::Strip, Some((800, 900)));
        drags(900, 800, Grip::Strip, Some((800, 900)));
    }

    #[test]
    fn the_ends_never_cross() {
        drags(300, 900, Grip::Start, Some((593, 600)));
        drags(600, 0, Grip::End, Some((300, 307)));
    }

    #[test]
    fn a_press_alone_and_a_trembling_hand_do_nothing() {
        drags(800, 800, Grip::Strip, None);
        drags(800, 804, Grip::Strip, None);
        assert_eq!(Brush::press(1, 450, WINDOW, ALL).drag(2, 500, ALL), None);
    }

    #[test]
    fn over_a_window_of_everything_a_new_one_is_drawn() {
        assert_eq!(Brush::press(1, 500, (0, 1000), ALL).grip, Grip::Strip);
    }

    #[test]
    fn keys_move_one_end() {
        let limits = (0, 1000);
        let pressed = |name: &str, grip| key(name, grip, WINDOW, limits);
        assert_eq!(pressed("ArrowRight", Grip::Start), Some((315, 600)));
        assert_eq!(pressed("ArrowDown", Grip::End), Some((300, 585)));
        assert_eq!(pressed("PageUp", Grip::End), Some((300, 675)));
        assert_eq!(pressed("Home", Grip::Start), Some((0, 600)));
        assert_eq!(pressed("End", Grip::Start), Some((593, 600)));
        assert_eq!(pressed("Home", Grip::End), Some((300, 307)));
        assert_eq!(pressed("Tab", Grip::End), None);
    }
}
