//! Where the points of a small chart stand: values over time, each as precise as it is known.
//!
//! | what is known | drawn as |
//! | --- | --- |
//! | as of a day | a dot |
//! | as of a month, a year, from … to | a bar over all its days |
//! | over, at most | an arrow from the value to the open side |
//! | about | a hollow mark |
//! | to be reached | an outlined mark |
//! | a span of values | a line from the lower to the higher one |
//! | no date | nothing: such values stand in the table alone |
//!
//! Values count from zero, so that heights can be compared. Pure arithmetic; pixels are whole.

use deltascope_model::{Day, Figure, Standing};

use crate::{
    order::in_order,
    timeline::{Projection, Tick, axis, text_width},
    words::Lang,
};

/// Width of a chart, in pixels: what the narrowest screen has room for.
pub const WIDTH: i32 = 284;
/// Height of a chart without its axis.
pub const HEIGHT: i32 = 118;
/// Where zero stands, where no value is below it.
const BASE: i32 = HEIGHT - 8;
/// Where the highest value stands: above it is room for its arrow and its label.
const TOP: i32 = 36;
/// Pixels free on either side.
const MARGIN: i32 = 18;
/// The fewest days across.
const FEWEST_DAYS: Day = 500;
/// Half of a dot, and half of a bar's height.
const HALF: i32 = 4;
/// Length of an arrow.
const ARROW: i32 = 15;
/// Height of a label.
const LINE: i32 = 16;

/// A chart.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Plot {
    /// The line of zero, as an SVG path; so the four below.
    pub zero: String,
    /// Marks of certain values.
    pub solid: String,
    /// Marks of values that are about so.
    pub hollow: String,
    /// Marks of values that are to be reached.
    pub aims: String,
    /// Arrows, and lines between the ends of a span.
    pub lines: String,
    /// The labels that found room: of which figure, and where their middle and top stand.
    pub labels: Vec<(usize, i32, i32)>,
    /// The years, or what else days lie in.
    pub ticks: Vec<Tick>,
}

/// What takes room.
struct Room {
    middle: i32,
    width: i32,
    top: i32,
    height: i32,
}

impl Room {
    fn overlaps(&self, other: &Self) -> bool {
        (self.middle - other.middle).abs() * 2 < self.width + other.width
            && self.top < other.top + other.height
            && other.top < self.top + self.height
    }
}

/// A figure on the chart.
struct Point {
    figure: usize,
    days: (Day, Day),
    values: (f64, f64),
}

/// The chart of the figures, each with its label; none where fewer than two have a date.
pub fn plot(figures: &[&Figure], labels: &[String], lang: Lang) -> Option<Plot> {
    let points: Vec<Point> =
        figures.iter().enumerate().filter_map(|(at, figure)| point(at, figure)).collect();
    if points.len() < 2 {
        return None;
    }
    let view = across(&points)?;
    let most = points.iter().fold(0.0, |most: f64, point| most.max(point.values.1));
    let least = points.iter().fold(0.0, |least: f64, point| least.min(point.values.0));
    let height = (most - least).max(f64::MIN_POSITIVE);
    let y = |value: f64| BASE - ((value - least) / height * f64::from(BASE - TOP)).round() as i32;
    let mut plot = Plot { ticks: ticks(view, lang), ..Plot::default() };
    path(&mut plot.zero, &[("M", 0), (" ", y(0.0)), ("H", WIDTH)]);
    let line = Room { middle: WIDTH / 2, width: WIDTH, top: y(0.0) - 1, height: 2 };
    let mut taken: Vec<Room> = vec![line];
    let mut labelled: Vec<(&Point, i32, [i32; 2])> = Vec::new();
    for point in &points {
        let (left, right) = (view.x(point.days.0), view.x(point.days.1 + 1));
        let half = ((right - left) / 2).max(HALF);
        let middle = i32::midpoint(left, right);
        let (low, high) = (y(point.values.0), y(point.values.1));
        let qualifier = figures[point.figure].qualifier.as_str();
        let marks = match (figures[point.figure].standing, qualifier) {
            (Standing::Target, _) => &mut plot.aims,
            (Standing::Reported, "about") => &mut plot.hollow,
            (Standing::Reported, _) => &mut plot.solid,
        };
        for at in [high, low] {
            mark(marks, middle, at, half);
            taken.push(Room { middle, width: 2 * half, top: at - HALF, height: 2 * HALF });
            if low == high {
                break;
            }
        }
        path(&mut plot.lines, &[("M", middle), (" ", low), ("V", high)]);
        let (mut above, mut below) = (high - HALF, low + HALF);
        match qualifier {
            "over" => {
                above -= ARROW;
                arrow(&mut plot.lines, middle, above, 1);
                taken.push(Room { middle, width: 2 * HALF, top: above, height: ARROW });
            }
            "under" => {
                taken.push(Room { middle, width: 2 * HALF, top: below, height: ARROW });
                below += ARROW;
                arrow(&mut plot.lines, middle, below, -1);
            }
            _ => {}
        }
        labelled.push((point, middle, [above - LINE, below]));
    }
    // Once all marks stand, so that no label lies on one.
    for (point, middle, tops) in labelled {
        let text = &labels[point.figure];
        // Bold: each Latin letter is wider.
        let width =
            text_width(text) + text.bytes().filter(u8::is_ascii_alphanumeric).count() as i32;
        let middle = middle.max(width / 2).min(WIDTH - width / 2);
        let label = |top: i32| Room { middle, width: width + LINE, top, height: LINE };
        let free = |top: &i32| {
            (0..=HEIGHT - LINE).contains(top)
                && taken.iter().all(|other| !label(*top).overlaps(other))
        };
        if let Some(top) = tops.into_iter().find(free) {
            taken.push(label(top));
            plot.labels.push((point.figure, middle, top));
        }
    }
    Some(plot)
}

fn point(at: usize, figure: &Figure) -> Option<Point> {
    let bounds = figure.as_of.as_ref()?.bounds();
    let days = (bounds.first.or(bounds.last)?, bounds.last.or(bounds.first)?);
    let (low, high) = figure.value.split_once('/').unwrap_or((&figure.value, &figure.value));
    let (low, high) = (number(low), number(high));
    Some(Point { figure: at, days, values: (low.min(high), low.max(high)) })
}

/// All days of the points, with room on either side.
fn across(points: &[Point]) -> Option<Projection> {
    let order = in_order(points.iter().map(|point| point.days));
    let first = points[*order.first()?].days.0;
    let last = points.iter().fold(first, |last, point| last.max(point.days.1)) + 1;
    let more = (FEWEST_DAYS - (last - first)).max(0) / 2;
    let days = f64::from(last - first + 2 * more);
    let free = f64::from(WIDTH - 2 * MARGIN);
    let all = days * f64::from(WIDTH) / free;
    let start = f64::from(first - more) - (all - days) / 2.0;
    Some(Projection { start, days: all, width: WIDTH })
}

/// One row of ticks: what the fine ones lie in, where they are finer than years.
fn ticks(view: Projection, lang: Lang) -> Vec<Tick> {
    let axis = axis(view, lang);
    let mut ticks = if axis.major.is_empty() { axis.minor } else { axis.major };
    ticks.retain(|tick| !tick.label.is_empty());
    ticks
}

/// A decimal number, near enough for pixels. (The standard library is exact by tables of 10 KB.)
pub fn number(text: &str) -> f64 {
    let (sign, digits) = text.strip_prefix('-').map_or((1.0, text), |rest| (-1.0, rest));
    let (mut value, mut unit) = (0.0, 1.0);
    let mut decimals = false;
    for byte in digits.bytes() {
        if byte == b'.' {
            decimals = true;
            continue;
        }
        value = value * 10.0 + f64::from(byte.wrapping_sub(b'0'));
        unit *= if decimals { 10.0 } else { 1.0 };
    }
    sign * value / unit
}

/// A dot, or a bar over its days.
fn mark(out: &mut String, middle: i32, y: i32, half: i32) {
    let flat = 2 * (half - HALF);
    path(out, &[("M", middle - half + HALF), (" ", y - HALF), ("h", flat)]);
    path(out, &[("a4 4 0 0 1 0 ", 2 * HALF), ("h", -flat), ("a4 4 0 0 1 0 ", -2 * HALF)]);
    out.push('z');
}

/// An arrow's head at `y`, and its shaft back to the mark; `way` is 1 up and -1 down.
fn arrow(out: &mut String, x: i32, y: i32, way: i32) {
    path(out, &[("M", x), (" ", y), ("v", way * ARROW)]);
    path(out, &[("M", x - 4), (" ", y + way * 5), ("l4 ", -5 * way), ("l4 ", 5 * way)]);
}

fn path(out: &mut String, steps: &[(&str, i32)]) {
    for (step, number) in steps {
        out.push_str(step);
        out.push_str(&number.to_string());
    }
}

#[cfg(test)]
mod tests {
    use super::{super::ledger::tests::figure, *};

    fn chart(figures: &[Figure]) -> Option<Plot> {
        let figures: Vec<&Figure> = figures.iter().collect();
        let labels: Vec<String> = figures.iter().map(|figure| figure.value.clone()).collect();
        plot(&figures, &labels, Lang::Hans)
    }

    /// Where the marks of a path begin.
    fn starts(path: &str) -> Vec<(i32, i32)> {
        let number = |text: &str| text.parse().unwrap();
        let parts =
            path.split('M').skip(1).map(|part| part.split(['h', 'v', 'V', 'H', 'l']).next());
        parts
            .flatten()
            .map(|part| part.split_once(' ').unwrap())
            .map(|(x, y)| (number(x), number(y)))
            .collect()
    }

    #[test]
    fn one_dated_value_is_no_chart() {
        assert_eq!(chart(&[figure("a", 1, "5", "台", "2024")]), None);
        assert_eq!(
            chart(&[figure("a", 1, "5", "台", "2024"), figure("a", 2, "6", "台", "")]),
            None
        );
    }

    #[test]
    fn later_stands_further_right_and_more_stands_higher() {
        let plot = chart(&[
            figure("a", 1, "12", "家", "2024-06-01"),
            figure("a", 2, "24", "家", "2025-12-12"),
        ])
        .unwrap();
        let at = starts(&plot.solid);
        assert_eq!(at.len(), 2);
        assert!(at[0].0 < at[1].0 && at[0].1 > at[1].1, "{at:?}");
        // Half of the value is half of the height.
        assert_eq!(at[1].1 + HALF, TOP);
        assert_eq!(at[0].1 + HALF, i32::midpoint(TOP, BASE));
        assert_eq!(plot.labels.len(), 2);
    }

    #[test]
    fn a_year_covers_its_days_and_a_day_is_a_dot() {
        let plot =
            chart(&[figure("a", 1, "1", "家", "2024"), figure("a", 2, "2", "家", "2025-06-01")]);
        let solid = plot.unwrap().solid;
        let flats: Vec<i32> = solid
            .split('M')
            .skip(1)
            .map(|part| part.split('h').nth(1).unwrap().split('a').next().unwrap().parse().unwrap())
            .collect();
        assert!(flats[0] > 80, "{flats:?}");
        assert_eq!(flats[1], 0);
    }

    #[test]
    fn qualifiers_are_drawn_as_what_they_are() {
        let with = |qualifier: &str| {
            let mut one = figure("a", 1, "10", "家", "2024");
            one.qualifier = qualifier.into();
            chart(&[one, figure("a", 2, "8", "家", "2025")]).unwrap()
        };
        let heads = |plot: &Plot| plot.lines.matches('l').count() / 2;
        assert_eq!(heads(&with("exact")), 0);
        assert_eq!((heads(&with("over")), heads(&with("under"))), (1, 1));
        assert_ne!(with("over").lines, with("under").lines);
        assert!(with("exact").hollow.is_empty() && !with("about").hollow.is_empty());
    }

    #[test]
    fn what_is_to_be_reached_is_no_value_that_was() {
        let mut aim = figure("a", 1, "10", "家", "2026");
        aim.standing = Standing::Target;
        let plot = chart(&[figure("a", 2, "8", "家", "2025"), aim]).unwrap();
        assert_eq!((starts(&plot.solid).len(), starts(&plot.aims).len()), (1, 1));
        assert!(starts(&plot.aims)[0].1 < starts(&plot.solid)[0].1, "it stands higher");
    }

    #[test]
    fn labels_never_overlap_and_nothing_leaves_the_chart() {
        let crowd: Vec<Figure> = (1..13)
            .map(|nth| figure("a", nth, &(nth * 1000).to_string(), "家", "2024-06"))
            .collect();
        let plot = chart(&crowd).unwrap();
        assert!(!plot.labels.is_empty() && plot.labels.len() < crowd.len());
        for (nth, (_, x, top)) in plot.labels.iter().enumerate() {
            assert!((0..=HEIGHT - LINE).contains(top) && (0..=WIDTH).contains(x));
            let other = plot.labels[nth + 1..].iter().any(|other| (other.2 - top).abs() < LINE);
            assert!(!other, "{:?}", plot.labels);
        }
        let near = [figure("a", 1, "100", "家", "2022"), figure("a", 2, "90", "家", "2022")];
        let plot = chart(&near).unwrap();
        let tops: Vec<i32> = plot.labels.iter().map(|&(.., top)| top).collect();
        for (_, mark) in starts(&plot.solid) {
            assert!(
                tops.iter().all(|top| top + LINE <= mark || mark + 2 * HALF <= *top),
                "{tops:?} {mark}"
            );
        }
        for first in ["2020-11", "2021-07", "2023", "2025-12-30"] {
            let plot =
                chart(&[figure("a", 1, "1", "家", first), figure("a", 2, "2", "家", "2026-05")]);
            for tick in plot.unwrap().ticks {
                assert!(tick.x >= 0 && tick.x + text_width(&tick.label) <= WIDTH, "{tick:?}");
            }
        }
        let below = chart(&[figure("a", 1, "-5", "%", "2024"), figure("a", 2, "5", "%", "2025")]);
        let zero = starts(&below.unwrap().zero);
        assert_eq!(zero, [(0, i32::midpoint(TOP, BASE))]);
    }

    #[test]
    fn numbers_are_read_near_enough() {
        for (text, value) in [("46441", 46441.0), ("13.14", 13.14), ("-0.5", -0.5), ("", 0.0)] {
            assert!((number(text) - value).abs() < 1e-9, "{text}");
        }
    }
}
