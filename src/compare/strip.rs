//! Lives on one axis: where the events of several subjects stand from the first to the last of all,
//! in thousandths of the width, so that the screen decides how wide that is. What would lie on
//! another mark stands in the next row that is free. Pure.

use deltascope_model::{Day, Event};

use crate::{
    timeline::{Projection, Shape, Tick, axis},
    words::Lang,
};

/// Thousandths of the width, as the axis takes pixels.
const WIDTH: i32 = 1000;
/// Thousandths free on either side.
const MARGIN: f64 = 16.0;
/// Thousandths from the middle of a mark to the end of what it takes: its sign, where the screen is narrow.
const HALF: i32 = 20;

/// An event on the axis.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Mark {
    /// The event, by position in the corpus.
    pub event: usize,
    /// Where its days begin.
    pub from: i32,
    /// Where they end.
    pub to: i32,
    /// The row that it stands in.
    pub row: usize,
}

impl Mark {
    /// From where to where it takes its row: its days, and its sign in the middle of them.
    fn taken(&self) -> (i32, i32) {
        let middle = i32::midpoint(self.from, self.to);
        (self.from.min(middle - HALF), self.to.max(middle + HALF))
    }
}

/// The axis, and the events of each subject on it.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Strip {
    /// The marks of each subject.
    pub lanes: Vec<Vec<Mark>>,
    /// The years, or what else days lie in.
    pub ticks: Vec<Tick>,
}

impl Strip {
    /// The strip of some subjects, given the events of each; none where no event has a day.
    pub fn of(events: &[Event], subjects: &[Vec<usize>], lang: Lang) -> Option<Self> {
        let shapes = |own: &[usize]| -> Vec<(usize, Day, Day)> {
            let shape = |&at: &usize| Some((at, Shape::of(&events[at].date)?));
            own.iter().filter_map(shape).map(|(at, is)| (at, is.first, is.last)).collect()
        };
        let known: Vec<Vec<(usize, Day, Day)>> = subjects.iter().map(|own| shapes(own)).collect();
        let first = known.iter().flatten().map(|&(_, first, _)| first).min()?;
        let last = known.iter().flatten().map(|&(.., last)| last).max()? + 1;
        let days = f64::from((last - first).max(30)) * f64::from(WIDTH)
            / (f64::from(WIDTH) - 2.0 * MARGIN);
        let start = f64::from(first) - days * MARGIN / f64::from(WIDTH);
        let view = Projection { start, days, width: WIDTH };
        let place = |&(event, first, last): &(usize, Day, Day)| Mark {
            event,
            from: view.x(first),
            to: view.x(last + 1),
            row: 0,
        };
        let lanes = known.iter().map(|own| apart(own.iter().map(place).collect())).collect();
        let axis = axis(view, lang);
        let ticks = if axis.major.is_empty() { axis.minor } else { axis.major };
        Some(Self { lanes, ticks })
    }
}

/// Marks in rows, from the left, so that none lies on another.
fn apart(mut marks: Vec<Mark>) -> Vec<Mark> {
    marks.sort_by_key(|mark| (mark.taken(), mark.event));
    let mut ends: Vec<i32> = Vec::new();
    for mark in &mut marks {
        let (from, to) = mark.taken();
        mark.row = ends.iter().position(|&end| end <= from).unwrap_or(ends.len());
        ends.resize(ends.len().max(mark.row + 1), to);
        ends[mark.row] = to;
    }
    marks
}

#[cfg(test)]
mod tests {
    use deltascope_model::{Basis, Edtf, EventDate, EventStanding, Phase};

    use super::*;

    fn event(date: &str) -> Event {
        Event {
            id: date.into(),
            initiative: "i".into(),
            phase: Phase::Issued,
            date: EventDate { edtf: Edtf::new(date).unwrap(), basis: Basis::Stated },
            standing: EventStanding::Happened,
            said_by: vec![],
            actors: vec![],
            places: vec![],
            evidence: vec![],
        }
    }

    #[test]
    fn all_lives_stand_on_one_axis() {
        let events = ["2018-01-01", "2022", "2026-01-01", "XXXX"].map(event);
        let strip = Strip::of(&events, &[vec![0, 3], vec![1, 2]], Lang::En).unwrap();
        let ends = |mark: &Mark| (mark.event, mark.from, mark.to);
        let lanes: Vec<Vec<_>> =
            strip.lanes.iter().map(|lane| lane.iter().map(ends).collect()).collect();
        // The first begins at the margin, the last ends at the other; a year is as long as it is.
        assert_eq!(lanes[0], [(0, 16, 16)]);
        assert_eq!(lanes[1], [(1, 500, 621), (2, 984, 984)]);
        assert!(
            strip.ticks.iter().any(|tick| tick.label == "2022" && (499..=501).contains(&tick.x))
        );
    }

    #[test]
    fn no_mark_lies_on_another() {
        let events =
            ["2018-01-01", "2022-07", "2022-06-30", "2022", "2024", "2026-01-01"].map(event);
        let strip = Strip::of(&events, &[(0..6).collect()], Lang::En).unwrap();
        let lane: Vec<_> = strip.lanes[0].iter().map(|mark| (mark.event, mark.row)).collect();
        assert_eq!(lane, [(0, 0), (3, 0), (2, 1), (1, 2), (4, 0), (5, 0)]);
        let crowded = |one: &Mark, two: &Mark| {
            one.row == two.row && one.taken().0 < two.taken().1 && two.taken().0 < one.taken().1
        };
        let marks = &strip.lanes[0];
        assert!((1..marks.len()).all(|at| !marks[..at].iter().any(|one| crowded(one, &marks[at]))));
    }

    #[test]
    fn without_a_day_there_is_no_axis() {
        assert_eq!(Strip::of(&[event("XXXX")], &[vec![0]], Lang::En), None);
        assert_eq!(Strip::of(&[], &[vec![], vec![]], Lang::En), None);
    }
}
