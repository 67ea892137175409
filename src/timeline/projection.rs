//! `Projection`: which days the plot shows and at how many pixels a day.
//!
//! Pure arithmetic: panning, zooming at a point that stays where it is, fitting all events, and
//! the limits of all three. It knows nothing of the screen.

use deltascope_model::Day;

use super::layout::Mark;

/// The fewest days that fill the plot: closer than this there is nothing more to see.
const FEWEST_DAYS: f64 = 7.0;
/// How far beyond the fitted view one may zoom out.
const ZOOM_OUT: f64 = 1.6;
/// Pixels kept free before the first event, for the fade of an open start.
const MARGIN: f64 = 44.0;
/// The most of the width that the labels of the last events take.
const LABEL_SHARE: f64 = 0.42;
/// One event in so many may stand before the first view, and one after it.
const OUTLIERS: usize = 20;
/// An end is left out where so many events of average spacing would take less time than its own.
const SPARSE: f64 = 2.0;
/// How much shorter than all the days those of the first view must be.
const CLOSER: f64 = 2.0 / 3.0;

/// The days that events cover, both ends inclusive.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Extent {
    /// First day of the first event.
    pub first: Day,
    /// Last day of the last event.
    pub last: Day,
    /// The first days of all but the few events that stand far from the others: the first view.
    pub most: (Day, Day),
    /// Pixels that the labels of the last events need behind them.
    pub room: i32,
}

impl Extent {
    /// The days of all marks; none where there are none.
    pub fn of(marks: &[Mark]) -> Option<Self> {
        let first = marks.iter().map(|mark| mark.shape.first).min()?;
        let last = marks.iter().map(|mark| mark.shape.last).max()?;
        // What begins in the last fifth reaches beyond the end with its label.
        let late = last - (last - first) / 5;
        let labels = marks.iter().filter(|mark| mark.shape.first >= late).map(|mark| mark.text);
        let mut firsts: Vec<Day> = marks.iter().map(|mark| mark.shape.first).collect();
        firsts.sort_unstable();
        let most = most(&firsts);
        let closer = f64::from(most.1 - most.0) < f64::from(last - first) * CLOSER;
        let most = if closer { most } else { (first, last) };
        Some(Self { first, last, most, room: labels.max().unwrap_or(0) })
    }

    /// The same without room for labels, and with all events in the first view.
    pub fn without_labels(self) -> Self {
        Self { most: (self.first, self.last), room: 0, ..self }
    }

    /// The room for labels that a plot of this width has: none is wider.
    pub fn label_room(self, width: i32) -> i32 {
        self.room.min((f64::from(width) * LABEL_SHARE) as i32)
    }

    fn days(self) -> f64 {
        f64::from(self.last - self.first + 1)
    }
}

/// The first and last of these sorted days, of which there are some, without the few at either end
/// that stand far from the others.
fn most(firsts: &[Day]) -> (Day, Day) {
    let (begin, end) = (firsts[0], firsts[firsts.len() - 1]);
    let price = f64::from(end - begin) * SPARSE / firsts.len() as f64;
    // Of the days counted from an end on, the one that saves the most for what it leaves out.
    let cut = |days: &mut dyn Iterator<Item = &Day>, end: Day| {
        let saved = |nth: usize, day: Day| f64::from((day - end).abs()) - nth as f64 * price;
        let mut best = (0.0, end);
        for (nth, &day) in days.take(firsts.len() / OUTLIERS + 1).enumerate() {
            if saved(nth, day) > best.0 {
                best = (saved(nth, day), day);
            }
        }
        best.1
    };
    (cut(&mut firsts.iter(), begin), cut(&mut firsts.iter().rev(), end))
}

/// The visible days and the plot's width.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct Projection {
    /// The day at the left edge, with its fraction.
    pub start: f64,
    /// How many days fill the width.
    pub days: f64,
    /// The plot's width in pixels, at least 1.
    pub width: i32,
}

impl Projection {
    /// All of `extent`, with room before the first event and for the last one's label.
    pub fn fit(extent: Extent, width: i32) -> Self {
        let width = width.max(1);
        let pixels = f64::from(width);
        let room = f64::from(extent.label_room(width));
        let free = (pixels - room - MARGIN).max(1.0);
        let days = (extent.days() * pixels / free).max(FEWEST_DAYS);
        Self { start: f64::from(extent.first) - MARGIN * days / pixels, days, width }
    }

    /// What is shown at first: most of the events, as close as they stand to each other.
    pub fn first_view(extent: Extent, width: i32) -> Self {
        let (first, last) = extent.most;
        Self::fit(Extent { first, last, ..extent }, width)
    }

    /// The days from `first` to `last`, as far as the limits allow.
    pub fn of_window((first, last): (Day, Day), extent: Extent, width: i32) -> Self {
        let days = f64::from(last.saturating_sub(first).max(1));
        Self { start: f64::from(first), days, width: width.max(1) }.within(extent)
    }

    /// The visible days as whole numbers, the form that addresses hold.
    pub fn window(self) -> (Day, Day) {
        (self.start.round() as Day, (self.start + self.days).round() as Day)
    }

    /// Pixels for each day.
    pub fn scale(self) -> f64 {
        f64::from(self.width) / self.days
    }

    /// Pixels from the plot's left edge to a day's beginning.
    pub fn x(self, day: Day) -> i32 {
        ((f64::from(day) - self.start) * self.scale()).round() as i32
    }

    /// The day under a pixel, with its fraction.
    pub fn day_at(self, x: i32) -> f64 {
        self.start + f64::from(x) / self.scale()
    }

    /// Moved so that what stood at `x` stands `pixels` further left.
    pub fn pan(self, pixels: i32, extent: Extent) -> Self {
        Self { start: self.start + f64::from(pixels) / self.scale(), ..self }.within(extent)
    }

    /// Magnified by `factor`; the day under the pixel `anchor` stays under it.
    pub fn zoom(self, factor: f64, anchor: i32, extent: Extent) -> Self {
        let days = between(self.days / factor, FEWEST_DAYS, most_days(extent, self.width));
        let start = self.day_at(anchor) - days * f64::from(anchor) / f64::from(self.width);
        Self { start, days, ..self }.within(extent)
    }

    /// Moved as little as needed to show `first` with `room` pixels after it.
    pub fn reveal(self, first: Day, room: i32, extent: Extent) -> Self {
        let x = self.x(first);
        if x < 0 {
            self.pan(x - MARGIN as i32, extent)
        } else if x + room > self.width {
            self.pan(x + room - self.width, extent)
        } else {
            self
        }
    }

    /// True where one can still come closer.
    pub fn can_zoom_in(self) -> bool {
        self.days > FEWEST_DAYS
    }

    /// Within the limits: no fewer days than a week, no more than some way beyond all events, and
    /// the middle of the plot over the events' days.
    fn within(self, extent: Extent) -> Self {
        let days = between(self.days, FEWEST_DAYS, most_days(extent, self.width));
        let (first, last) = (f64::from(extent.first), f64::from(extent.last) + 1.0);
        let middle = between(self.start + self.days / 2.0, first, last);
        Self { start: middle - days / 2.0, days, ..self }
    }
}

/// `f64::clamp` without its panic, whose message brings in the printing of floats (5 KB).
fn between(value: f64, low: f64, high: f64) -> f64 {
    value.max(low).min(high)
}

fn most_days(extent: Extent, width: i32) -> f64 {
    Projection::fit(extent, width).days * ZOOM_OUT
}

#[cfg(test)]
mod tests {
    use super::*;

    const EXTENT: Extent =
        Extent { first: 18_000, last: 20_000, most: (18_000, 20_000), room: 190 };

    #[test]
    fn fit_shows_every_event_with_room_for_the_last_label() {
        let all = Projection::fit(EXTENT, 1000);
        assert_eq!(all.x(EXTENT.first), 44);
        assert_eq!(all.x(EXTENT.last + 1), 810);
    }

    #[test]
    fn the_first_view_leaves_out_the_few_that_stand_far_off() {
        let crowd = || (0..80).map(|nth| nth * 10);
        let with = |others: &[Day]| {
            let mut firsts: Vec<Day> = crowd().chain(others.iter().copied()).collect();
            firsts.sort_unstable();
            most(&firsts)
        };
        assert_eq!(with(&[]), (0, 790));
        assert_eq!(with(&[-9_000, -3_000]), (0, 790));
        assert_eq!(with(&[-9_000, 7_000]), (0, 790));
        // More than a few are no outliers, and a step more is not far.
        assert_eq!(with(&[-9_000, -8_000, -7_000, -6_000, -5_000]), (-5_000, 790));
        assert_eq!(with(&[-9_000, -40]), (-40, 790));
        // Of fewer, each counts.
        assert_eq!(most(&[-900, 1, 2, 3]), (-900, 3));
    }

    #[test]
    fn the_first_view_shows_most_and_fit_shows_all() {
        let extent = Extent { most: (19_500, 19_900), ..EXTENT };
        let (first, all) = (Projection::first_view(extent, 1000), Projection::fit(extent, 1000));
        assert_eq!(first.x(19_500), 44);
        assert!(first.days < all.days / 4.0);
        let same = Projection::first_view(EXTENT, 1000);
        assert_eq!(same, all);
    }

    #[test]
    fn a_single_day_still_fills_a_week() {
        let one = Projection::fit(Extent { first: 5, last: 5, most: (5, 5), room: 90 }, 700);
        assert!(one.days >= FEWEST_DAYS);
        assert!(one.x(5) >= 0 && one.x(6) <= 700);
    }

    #[track_caller]
    fn anchored(factor: f64, anchor: i32) {
        let before = Projection::fit(EXTENT, 1000);
        let after = before.zoom(factor, anchor, EXTENT);
        let drift = (before.day_at(anchor) - after.day_at(anchor)).abs();
        assert!(drift < 1e-6, "{drift} days at pixel {anchor}, factor {factor}");
    }

    #[test]
    fn the_day_under_the_pointer_stays_there() {
        anchored(2.0, 500);
        anchored(7.5, 333);
        anchored(1.2, 700);
    }

    #[test]
    fn zoom_stops_at_a_week_and_beyond_everything() {
        let all = Projection::fit(EXTENT, 1000);
        assert!((all.zoom(1e9, 500, EXTENT).days - FEWEST_DAYS).abs() < 1e-9);
        assert!(!all.zoom(1e9, 500, EXTENT).can_zoom_in());
        assert!((all.zoom(1e-9, 500, EXTENT).days - all.days * ZOOM_OUT).abs() < 1e-6);
    }

    #[test]
    fn panning_keeps_the_scale_and_stops_at_the_ends() {
        let all = Projection::fit(EXTENT, 1000);
        let moved = all.pan(100, EXTENT);
        assert_eq!(moved.x(EXTENT.first), -56);
        assert!((moved.days - all.days).abs() < f64::EPSILON);
        let end = all.pan(1_000_000, EXTENT);
        assert!((end.day_at(500) - 20_001.0).abs() < 1e-6);
    }

    #[test]
    fn a_window_reads_back_as_it_was_written() {
        let window = (19_000, 19_400);
        assert_eq!(Projection::of_window(window, EXTENT, 1000).window(), window);
    }

    #[test]
    fn a_malformed_window_gives_a_view_within_the_limits() {
        for window in [(20_000, 18_000), (i32::MIN, i32::MAX), (0, 1), (90_000, 90_000)] {
            let view = Projection::of_window(window, EXTENT, 1000);
            assert!(view.days >= FEWEST_DAYS && view.days < 5000.0, "{window:?}: {view:?}");
            assert!((18_000.0..=20_001.0).contains(&view.day_at(500)), "{window:?}: {view:?}");
        }
    }

    #[test]
    fn reveal_moves_only_when_needed() {
        let near = Projection::of_window((18_500, 18_700), EXTENT, 1000);
        assert_eq!(near.reveal(18_600, 200, EXTENT), near);
        assert_eq!(near.reveal(18_400, 200, EXTENT).x(18_400), 44);
        assert_eq!(near.reveal(18_800, 200, EXTENT).x(18_800), 800);
    }
}
