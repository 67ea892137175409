//! Where every event stands: lanes, rows, and counted marks for what no row can hold.
//!
//! 1. Events are given in order of lane, then first day.
//! 2. Each takes the first row of its lane that is free where it begins, so that neither bars nor
//!    labels overlap. The result depends on the scale alone: panning never moves an event to
//!    another row.
//! 3. Where every row is taken, the events are gathered into a counted mark in a row below; a
//!    single one stands there without its name if there is room.
//! 4. A label then takes more than was reserved for it as far as its row is free.
//!
//! Pixels count from `origin`, the first day of all, so that they stay small and exact.

use deltascope_model::Day;

use super::{projection::Extent, shape::Shape};

/// A layout is made for steps of scale so much apart, see [`step`].
const STEP: f64 = 1.5;
/// Height of a row, in pixels.
pub const ROW: i32 = 28;
/// Space above and below the rows of a lane.
pub const LANE_PAD: i32 = 8;
/// Height of a lane's heading where it stands above the rows.
pub const HEADING: i32 = 22;
/// How far an open start or end fades.
pub const FADE: i32 = 40;
/// Width of an event that shows its glyph alone.
pub const BARE: i32 = 30;
/// Width of a counted mark.
pub const CLUSTER: i32 = 46;
/// The narrowest bar: a month seen from far away is still a bar.
const THINNEST: i32 = 4;
/// Space between neighbours of a row.
const GAP: i32 = 8;

/// An event as the layout sees it.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Mark {
    /// The lane, by number.
    pub lane: usize,
    /// The event, by position in the corpus.
    pub event: usize,
    /// What is drawn.
    pub shape: Shape,
    /// Pixels reserved for its label.
    pub text: i32,
    /// Pixels of the whole label.
    pub whole: i32,
}

impl Mark {
    /// From where to where it takes its row at a place, fades and the space after it included.
    fn reach(&self, place: Place) -> (i32, i32) {
        let left = place.x - if self.shape.open_start { FADE } else { 0 };
        let fade = place.x + place.bar + if self.shape.open_end { FADE } else { 0 };
        (left, place.right().max(fade) + GAP)
    }

    /// Gives its label the room up to `edge`; one that has room on its bar stays on it, where it slides.
    fn widen(&self, place: &mut Place, edge: i32) {
        let room = if place.text <= place.bar { place.bar } else { edge - place.x };
        place.text = self.whole.min(room).max(place.text);
    }
}

/// Where an event stands.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct Place {
    /// Left edge of the solid part.
    pub x: i32,
    /// Top edge.
    pub y: i32,
    /// Width of the solid part; 0 for a point.
    pub bar: i32,
    /// Pixels of the label.
    pub text: i32,
}

impl Place {
    /// Right edge of bar and label.
    pub fn right(self) -> i32 {
        self.x + self.bar.max(self.text)
    }
}

/// Events gathered into one counted mark.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Cluster {
    /// The lane, by number.
    pub lane: usize,
    /// The first event, by its number in the list.
    pub first: usize,
    /// How many events.
    pub count: usize,
    /// From the first one's first day to the last one's first day.
    pub days: (Day, Day),
    /// Left edge.
    pub x: i32,
    /// Top edge.
    pub y: i32,
}

/// A lane.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Lane {
    /// Its number.
    pub number: usize,
    /// How many events it holds.
    pub count: usize,
    /// Top edge.
    pub top: i32,
    /// Height, with its heading where that stands above the rows.
    pub height: i32,
    /// Where its first event begins and its last one ends.
    pub span: (i32, i32),
}

/// How to lay out.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct Rules {
    /// The days of all marks: the first is at pixel 0.
    pub extent: Extent,
    /// The room for a label behind the last of them, and the most that is reserved for one.
    pub room: i32,
    /// Pixels for each day.
    pub scale: f64,
    /// How many rows a lane may have.
    pub rows: usize,
    /// Pixels above the rows of each lane for its heading.
    pub heading: i32,
    /// A lane that may have as many rows as it needs.
    pub unfolded: Option<usize>,
}

impl Rules {
    /// Pixels from the origin to a day's beginning.
    pub fn x(self, day: Day) -> i32 {
        (f64::from(day - self.extent.first) * self.scale).round() as i32
    }

    /// Where a mark stands at this scale that was laid out for a smaller one.
    pub fn place_at(self, mark: &Mark, laid: Place) -> Place {
        let bar = if laid.bar == 0 { 0 } else { self.place(mark, 0).bar };
        Place { x: self.x(mark.shape.first), bar, ..laid }
    }

    /// To where a mark's label may reach: the right edge of the view that shows it, the first one or that of
    /// all days.
    fn edge(self, mark: &Mark) -> i32 {
        let Extent { last, most, .. } = self.extent;
        self.x(if mark.shape.first <= most.1 { most.1 } else { last } + 1) + self.room
    }

    /// A mark in the first row, with `text` pixels for its label.
    fn place(self, mark: &Mark, text: i32) -> Place {
        let x = self.x(mark.shape.first);
        let bar =
            if mark.shape.is_point() { 0 } else { (self.x(mark.shape.last + 1) - x).max(THINNEST) };
        Place { x, y: 0, bar, text }
    }
}

/// The scale for which to lay out what is shown at `scale`: the next smaller step. What overlaps
/// nothing there overlaps nothing where all is further apart, so that marks keep their rows while one
/// zooms, and a frame has less to draw.
pub fn step(scale: f64) -> f64 {
    STEP.powi((scale.ln() / STEP.ln()).floor() as i32)
}

/// The scale of the layout while a hand zooms, where the last was for `laid` and the one to show is
/// `wanted`, both as [`step`] gives them. What is laid out stays for three steps closer, where it is only
/// further apart than it need be; further away it is made for a step more than is asked, so that the next
/// turn of the wheel finds it made.
pub fn held(laid: f64, wanted: f64) -> f64 {
    const NEAR: f64 = 1e-6;
    match wanted / laid {
        closer if closer < 1.0 - NEAR => wanted / STEP,
        closer if closer > STEP.powi(3) + NEAR => wanted,
        _ => laid,
    }
}

/// How many rows each of so many lanes may have: few lanes have more, so that a chart keeps to a
/// screen or two.
pub fn rows(lanes: usize) -> usize {
    (66 / lanes.max(1)).clamp(3, 10)
}

/// Everything in its place.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct Layout {
    /// The lanes that hold events, from the top.
    pub lanes: Vec<Lane>,
    /// The place of each mark, in the order of the list; none where it is in a cluster.
    pub places: Vec<Option<Place>>,
    /// The counted marks.
    pub clusters: Vec<Cluster>,
    /// Height of all lanes.
    pub height: i32,
}

impl Layout {
    /// Where a mark stands, or the counted mark that begins with it.
    pub fn place(&self, mark: usize, counted: bool) -> Option<Place> {
        if counted {
            let Cluster { x, y, .. } = self.cluster(mark)?;
            Some(Place { x, y, bar: 0, text: CLUSTER })
        } else {
            self.places.get(mark).copied().flatten()
        }
    }

    /// The counted mark that begins with a mark.
    pub fn cluster(&self, mark: usize) -> Option<Cluster> {
        // Counted marks stand in the order of marks.
        let at = self.clusters.binary_search_by_key(&mark, |cluster| cluster.first).ok()?;
        self.clusters.get(at).copied()
    }
}

/// Lays out `marks`, which stand in the order of lanes, and in a lane in that of their first days.
pub fn pack(marks: &[Mark], rules: Rules) -> Layout {
    let mut layout = Layout { places: Vec::with_capacity(marks.len()), ..Layout::default() };
    let mut from = 0;
    for of_lane in marks.chunk_by(|a, b| a.lane == b.lane) {
        pack_lane(of_lane, from, rules, &mut layout);
        from += of_lane.len();
    }
    layout
}

fn pack_lane(marks: &[Mark], from: usize, rules: Rules, layout: &mut Layout) {
    let lane = marks[0].lane;
    let limit = if rules.unfolded == Some(lane) { usize::MAX } else { rules.rows };
    let (top, first_cluster) = (layout.height, layout.clusters.len());
    let base = top + rules.heading + LANE_PAD;
    // The right edge of what each row holds so far, and its last mark, by number in the lane.
    let mut ends: Vec<(i32, usize)> = Vec::new();
    let widen = |number: usize, edge: i32, layout: &mut Layout| {
        if let Some(place) = &mut layout.places[from + number] {
            marks[number].widen(place, edge.min(rules.edge(&marks[number])));
        }
    };
    let mut span = (i32::MAX, i32::MIN);
    for (number, mark) in marks.iter().enumerate() {
        let place = rules.place(mark, mark.text.min(rules.room));
        span = (span.0.min(place.x), span.1.max(place.x + place.bar));
        let (left, end) = mark.reach(place);
        let row = ends.iter().position(|&(end, _)| end <= left).unwrap_or(ends.len());
        if row >= limit {
            gather(layout, first_cluster, lane, from + number, mark, place.x);
            layout.places.push(None);
            continue;
        }
        if row == ends.len() {
            ends.push((end, number));
        } else {
            let (_, before) = std::mem::replace(&mut ends[row], (end, number));
            widen(before, left - GAP, layout);
        }
        layout.places.push(Some(Place { y: base + row as i32 * ROW, ..place }));
    }
    for &(_, mark) in &ends {
        widen(mark, i32::MAX, layout);
    }
    let mut rows = ends.len() as i32;
    if layout.clusters.len() > first_cluster {
        let y = base + rows * ROW;
        let gathered = layout.clusters.split_off(first_cluster);
        let mut end = i32::MIN;
        for (number, &cluster) in gathered.iter().enumerate() {
            let next = gathered.get(number + 1).map_or(i32::MAX, |next| next.x - FADE);
            let mark = &marks[cluster.first - from];
            let nameless = rules.place(mark, BARE);
            let (left, right) = mark.reach(nameless);
            if cluster.count == 1 && end <= left && right <= next {
                layout.places[cluster.first] = Some(Place { y, ..nameless });
                end = right;
            } else {
                layout.clusters.push(Cluster { y, ..cluster });
                end = cluster.x + CLUSTER + GAP;
            }
        }
        rows += 1;
    }
    let height = rules.heading + rows * ROW + 2 * LANE_PAD;
    layout.lanes.push(Lane { number: lane, count: marks.len(), top, height, span });
    layout.height += height;
}

/// Adds an event to the last cluster of its lane where it stands within it, or begins another.
fn gather(layout: &mut Layout, first: usize, lane: usize, number: usize, mark: &Mark, x: i32) {
    let day = mark.shape.first;
    match layout.clusters[first..].last_mut() {
        Some(cluster) if x < cluster.x + CLUSTER + GAP => {
            cluster.count += 1;
            cluster.days.1 = day;
        }
        _ => layout.clusters.push(Cluster {
            lane,
            first: number,
            count: 1,
            days: (day, day),
            x,
            y: 0,
        }),
    }
}

#[cfg(test)]
mod tests {
    use deltascope_model::Basis;

    use super::*;

    const EXTENT: Extent = Extent { first: 0, last: 4200, most: (0, 4200), room: 200 };
    const RULES: Rules =
        Rules { extent: EXTENT, room: 200, scale: 1.0, rows: 3, heading: 0, unfolded: None };

    fn mark(lane: usize, first: Day, last: Day, text: i32) -> Mark {
        let shape = Shape {
            first,
            last,
            open_start: false,
            open_end: false,
            approximate: false,
            basis: Basis::Stated,
        };
        Mark { lane, event: 0, shape, text, whole: text }
    }

    /// A deterministic heap of marks of all widths.
    fn heap(count: u32) -> Vec<Mark> {
        let mut marks: Vec<Mark> = (0..count)
            .map(|n| {
                let n = n.wrapping_mul(2_654_435_761) >> 8;
                let first = (n % 4000) as Day;
                let mut mark = mark(
                    (n % 5) as usize,
                    first,
                    first + (n % 7 * (n % 31)) as Day,
                    40 + (n % 160) as i32,
                );
                mark.whole += (n % 9 * 20) as i32;
                mark.shape.open_start = n % 11 == 0;
                mark.shape.open_end = n % 13 == 0;
                mark
            })
            .collect();
        marks.sort_by_key(|mark| (mark.lane, mark.shape.first));
        marks
    }

    /// The box of each thing drawn: row, left and right edge.
    fn boxes(marks: &[Mark], layout: &Layout) -> Vec<(i32, i32, i32)> {
        let events = marks.iter().zip(&layout.places).filter_map(|(mark, place)| {
            let place = (*place)?;
            let left = place.x - if mark.shape.open_start { FADE } else { 0 };
            let fade = place.x + place.bar + if mark.shape.open_end { FADE } else { 0 };
            Some((place.y, left, place.right().max(fade)))
        });
        let counted = layout.clusters.iter().map(|mark| (mark.y, mark.x, mark.x + CLUSTER));
        let mut all: Vec<_> = events.chain(counted).collect();
        all.sort_unstable();
        all
    }

    #[test]
    fn nothing_ever_overlaps_and_nothing_is_lost() {
        let marks = heap(3000);
        for scale in [0.05, 0.3, 1.0, 4.0, 60.0] {
            let layout = pack(&marks, Rules { scale, ..RULES });
            for pair in boxes(&marks, &layout).windows(2) {
                assert!(pair[0].0 != pair[1].0 || pair[0].2 < pair[1].1, "{scale}: {pair:?}");
            }
            let placed = layout.places.iter().flatten().count();
            let gathered: usize = layout.clusters.iter().map(|cluster| cluster.count).sum();
            assert_eq!(placed + gathered, marks.len());
        }
    }

    #[test]
    fn a_layout_holds_until_the_next_step_of_scale() {
        let marks = heap(2000);
        for scale in [0.07, 0.4, 1.0, 1.7, 9.0, 55.0] {
            let laid = step(scale);
            assert!(
                laid <= scale * 1.000_001 && scale < laid * STEP * 1.000_001,
                "{scale}: {laid}"
            );
            let mut layout = pack(&marks, Rules { scale: laid, ..RULES });
            let rules = Rules { scale, ..RULES };
            for (mark, place) in marks.iter().zip(&mut layout.places) {
                *place = place.map(|place| rules.place_at(mark, place));
            }
            for cluster in &mut layout.clusters {
                cluster.x = rules.x(marks[cluster.first].shape.first);
            }
            for pair in boxes(&marks, &layout).windows(2) {
                assert!(pair[0].0 != pair[1].0 || pair[0].2 <= pair[1].1, "{scale}: {pair:?}");
            }
        }
    }

    #[test]
    fn a_hand_that_zooms_keeps_the_layout() {
        let steps = |laid: f64, wanted: f64| {
            let at = |scale: f64| (scale.ln() / STEP.ln()).round() as i32;
            at(held(STEP.powf(laid), STEP.powf(wanted)))
        };
        // Closer for three steps, and not for four.
        assert_eq!([4.0, 5.0, 7.0, 8.0].map(|wanted| steps(4.0, wanted)), [4, 4, 4, 8]);
        // Further away it is made at once, and for one step more.
        assert_eq!([3.0, 1.0, -2.0].map(|wanted| steps(4.0, wanted)), [2, 0, -3]);
    }

    #[test]
    fn a_lane_keeps_to_its_rows_unless_it_is_unfolded() {
        let marks = heap(500);
        let folded = pack(&marks, RULES);
        assert!(folded.lanes.iter().all(|lane| lane.height <= 4 * ROW + 2 * LANE_PAD));
        let open = pack(&marks, Rules { unfolded: Some(2), ..RULES });
        assert!(open.clusters.iter().all(|cluster| cluster.lane != 2));
        assert!(open.clusters.len() < folded.clusters.len());
    }

    #[test]
    fn a_lane_knows_from_where_to_where_its_events_reach() {
        let marks = [mark(0, 10, 10, 50), mark(0, 20, 29, 50), mark(1, 5, 5, 50)];
        let spans: Vec<(i32, i32)> =
            pack(&marks, RULES).lanes.iter().map(|lane| lane.span).collect();
        assert_eq!(spans, [(10, 30), (5, 5)]);
    }

    #[test]
    fn lanes_tile_the_height() {
        let layout = pack(&heap(200), RULES);
        let mut top = 0;
        for lane in &layout.lanes {
            assert_eq!(lane.top, top);
            top += lane.height;
        }
        assert_eq!(layout.height, top);
    }

    #[test]
    fn a_far_month_stays_a_bar_and_a_day_has_none() {
        let layout = pack(&[mark(0, 0, 30, 50), mark(1, 0, 0, 50)], Rules { scale: 0.01, ..RULES });
        assert_eq!(layout.places[0].map(|place| place.bar), Some(THINNEST));
        assert_eq!(layout.places[1].map(|place| place.bar), Some(0));
    }

    #[test]
    fn a_label_takes_the_room_that_its_row_has() {
        let long = |first, last| Mark { whole: 300, ..mark(0, first, last, 100) };
        let texts = |marks: &[Mark], rules| {
            let layout = pack(marks, rules);
            layout.places.iter().flatten().map(|place| place.text).collect::<Vec<_>>()
        };
        // Up to the next, as far as it needs, and up to the edge of all days.
        assert_eq!(texts(&[long(0, 0), long(200, 200)], RULES), [200 - GAP, 300]);
        assert_eq!(texts(&[long(4150, 4150)], RULES), [251]);
        // On its bar, and never less than is reserved.
        assert_eq!(texts(&[long(0, 149), long(0, 89)], RULES), [150, 300]);
        assert_eq!(texts(&[long(0, 0), long(108, 108)], RULES), [100, 300]);
        // A narrow plot reserves less.
        let narrow = Rules { room: 80, ..RULES };
        assert_eq!(texts(&[long(0, 0), long(90, 90)], narrow), [90 - GAP, 300]);
        // The first view ends before all days do.
        let near = Rules { extent: Extent { most: (0, 400), ..EXTENT }, ..RULES };
        assert_eq!(texts(&[long(350, 350), long(4000, 4000)], near), [251, 300]);
    }

    #[test]
    fn what_no_row_holds_is_counted_where_it_begins() {
        let marks: Vec<Mark> = (0..6).map(|n| mark(0, n, n, 100)).collect();
        let layout = pack(&marks, RULES);
        assert_eq!(layout.places.iter().flatten().count(), 3);
        let [cluster] = layout.clusters[..] else { panic!("{:?}", layout.clusters) };
        assert_eq!((cluster.first, cluster.count, cluster.days), (3, 3, (3, 5)));
    }

    #[test]
    fn without_events_there_is_no_lane() {
        assert_eq!(pack(&[], RULES), Layout::default());
    }
}
