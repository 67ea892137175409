//! `Gesture`: pointers on the plot as panning (one) and pinching (two).
//!
//! Pure: it is told where pointers are and answers what the plot should show. A gesture counts
//! from the view in which its last pointer came or went, so that no rounding adds up.

use super::projection::{Extent, Projection};

/// Pixels that a pointer may tremble before a press becomes a drag.
const TREMBLE: i32 = 4;

/// The pointers that are down.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct Gesture {
    fingers: Vec<Finger>,
    base: Option<Projection>,
    dragging: bool,
}

#[derive(Clone, Copy, Debug, PartialEq)]
struct Finger {
    id: i32,
    from: i32,
    at: i32,
}

impl Gesture {
    /// A pointer came down at `x`; `view` is what the plot shows now. A third one is ignored.
    pub fn down(&mut self, id: i32, x: i32, view: Projection) {
        if self.fingers.len() < 2 && self.fingers.iter().all(|finger| finger.id != id) {
            self.fingers.push(Finger { id, from: x, at: x });
            self.rebase(view);
        }
    }

    /// A pointer moved; what the plot should show now, if anything changed.
    pub fn moved(&mut self, id: i32, x: i32, extent: Extent) -> Option<Projection> {
        let finger = self.fingers.iter_mut().find(|finger| finger.id == id)?;
        finger.at = x;
        self.dragging |= (x - finger.from).abs() > TREMBLE || self.fingers.len() == 2;
        let base = self.base.filter(|_| self.dragging)?;
        Some(match self.fingers[..] {
            [one] => base.pan(one.from - one.at, extent),
            [a, b] => {
                let spread = |p: i32, q: i32| f64::from((p - q).abs().max(TREMBLE));
                let (from, at) = (a.from.midpoint(b.from), a.at.midpoint(b.at));
                let factor = spread(a.at, b.at) / spread(a.from, b.from);
                base.zoom(factor, from, extent).pan(from - at, extent)
            }
            _ => return None,
        })
    }

    /// A pointer was lifted or taken away.
    pub fn up(&mut self, id: i32, view: Projection) {
        self.fingers.retain(|finger| finger.id != id);
        self.dragging &= !self.fingers.is_empty();
        self.rebase(view);
    }

    /// True once a press became a drag.
    pub fn is_dragging(&self) -> bool {
        self.dragging
    }

    fn rebase(&mut self, view: Projection) {
        self.base = Some(view);
        for finger in &mut self.fingers {
            finger.from = finger.at;
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    const EXTENT: Extent =
        Extent { first: 18_000, last: 20_000, most: (18_000, 20_000), room: 190 };

    fn view() -> Projection {
        Projection::of_window((18_500, 19_500), EXTENT, 1000)
    }

    #[test]
    fn one_pointer_drags_the_days_along() {
        let mut gesture = Gesture::default();
        gesture.down(1, 400, view());
        assert_eq!(gesture.moved(1, 403, EXTENT), None);
        assert!(!gesture.is_dragging());
        let moved = gesture.moved(1, 500, EXTENT).unwrap();
        assert_eq!(moved.x(18_500), 100);
        assert!(gesture.is_dragging());
        gesture.up(1, moved);
        assert!(!gesture.is_dragging());
    }

    #[test]
    fn a_press_that_stays_is_no_drag() {
        let mut gesture = Gesture::default();
        gesture.down(1, 400, view());
        assert_eq!(gesture.moved(1, 398, EXTENT), None);
        assert!(!gesture.is_dragging());
    }

    #[test]
    fn two_pointers_keep_their_days_beneath_them() {
        let mut gesture = Gesture::default();
        gesture.down(1, 400, view());
        gesture.down(2, 600, view());
        gesture.moved(1, 300, EXTENT);
        let pinched = gesture.moved(2, 700, EXTENT).unwrap();
        assert_eq!((pinched.x(18_900), pinched.x(19_100)), (300, 700));
        gesture.up(1, pinched);
        assert!(gesture.is_dragging(), "the other finger drags on");
        gesture.up(2, pinched);
        assert!(!gesture.is_dragging());
    }

    #[test]
    fn unknown_pointers_do_nothing() {
        let mut gesture = Gesture::default();
        assert_eq!(gesture.moved(9, 5, EXTENT), None);
        gesture.up(9, view());
        assert_eq!(gesture.moved(9, 50, EXTENT), None);
    }
}
