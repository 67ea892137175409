//! The axis: ticks at calendar boundaries, from decades to days, with labels that never overlap.
//!
//! 1. The finest step whose labels fit is chosen from [`STEPS`].
//! 2. Minor ticks stand at its boundaries; a year, a month or a day, whichever the step counts.
//! 3. Above them stands what they lie in: the year for months, year and month for days. The first
//!    of these sticks to the left edge, and gives way to the next.

use deltascope_model::{Day, civil, day_number};

use super::{projection::Projection, text_width::text_width};
use crate::words::{Lang, date};

/// The least space between two labels.
const GAP: i32 = 20;
/// Between a line and its label, and what a bold one takes more.
const PAD: i32 = 10;

/// What a step counts, and how many of it.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
enum Step {
    Days(u32),
    Months(u32),
    Years(i32),
}

/// From fine to coarse.
const STEPS: [Step; 13] = [
    Step::Days(1),
    Step::Days(2),
    Step::Days(5),
    Step::Days(10),
    Step::Months(1),
    Step::Months(3),
    Step::Months(6),
    Step::Years(1),
    Step::Years(2),
    Step::Years(5),
    Step::Years(10),
    Step::Years(20),
    Step::Years(50),
];

/// A tick.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Tick {
    /// Pixels from the plot's left edge.
    pub x: i32,
    /// Its label; none where the plot's edge would cut it off.
    pub label: String,
    /// Where a unit above begins (a year among months): its line is stronger.
    pub strong: bool,
}

/// The axis of a view.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Axis {
    /// The units that the minor ticks lie in; empty where these are years.
    pub major: Vec<Tick>,
    /// The ticks that have lines.
    pub minor: Vec<Tick>,
}

/// The axis of the days that `view` shows.
pub fn axis(view: Projection, lang: Lang) -> Axis {
    let step = STEPS
        .into_iter()
        .find(|&step| days(step) * view.scale() >= f64::from(widest(step, lang) + GAP))
        .unwrap_or(Step::Years(100));
    let (first, last) = (view.day_at(0).floor() as Day, view.day_at(view.width).ceil() as Day);
    let minor = boundaries(step, first, last)
        .into_iter()
        .map(|day| {
            let (x, mut label) = (view.x(day), label(step, day, lang));
            // A line at the edge has no room for its name.
            if x + PAD + text_width(&label) > view.width {
                label.clear();
            }
            Tick { x, label, strong: is_strong(step, day) }
        })
        .filter(|tick| tick.x >= 0 && tick.x < view.width)
        .collect();
    Axis { major: major(step, view, first, last, lang), minor }
}

fn major(step: Step, view: Projection, first: Day, last: Day, lang: Lang) -> Vec<Tick> {
    let above = match step {
        Step::Days(_) => Step::Months(1),
        Step::Months(_) => Step::Years(1),
        Step::Years(_) => return Vec::new(),
    };
    let name = |day: Day| match (above, civil(day)) {
        (Step::Months(_), (year, month, _)) => date::month(year, month, lang),
        (_, (year, ..)) => date::year(year, lang),
    };
    // From the right, so that a label that sticks to the left edge gives way to the next one.
    let mut ticks: Vec<Tick> = Vec::new();
    for day in boundaries(above, first, last).into_iter().rev() {
        let label = name(day);
        let x = view.x(day).max(0);
        let room = ticks.last().map_or(view.width, |next| next.x);
        if x < room && x + text_width(&label) + GAP <= room {
            ticks.push(Tick { x, label, strong: true });
        }
        if view.x(day) <= 0 {
            break;
        }
    }
    ticks.reverse();
    ticks
}

/// About how many days a step is; the shortest of its kind, so that labels fit the narrowest.
fn days(step: Step) -> f64 {
    match step {
        Step::Days(count) => f64::from(count),
        Step::Months(count) => f64::from(count) * 28.0,
        Step::Years(count) => f64::from(count) * 365.0,
    }
}

/// The widest label of a step.
fn widest(step: Step, lang: Lang) -> i32 {
    text_width(&label(step, day_number(2024, 12, 20), lang))
}

fn label(step: Step, day: Day, lang: Lang) -> String {
    let (year, month, of_month) = civil(day);
    match step {
        Step::Days(_) => date::day_of_month(of_month, lang),
        Step::Months(_) => date::month_of_year(month, lang).into(),
        Step::Years(_) => date::year(year, lang),
    }
}

fn is_strong(step: Step, day: Day) -> bool {
    let (_, month, of_month) = civil(day);
    match step {
        Step::Days(_) => of_month == 1,
        Step::Months(_) => month == 1,
        Step::Years(_) => false,
    }
}

/// The boundaries of a step from the one at or before `first` to `last`.
fn boundaries(step: Step, first: Day, last: Day) -> Vec<Day> {
    let (year, month, _) = civil(first);
    let mut all = Vec::new();
    match step {
        Step::Days(count) => {
            for day in first - 31..=last {
                let (year, month, of_month) = civil(day);
                // The last boundary of a month must not crowd the first of the next.
                let next_month = day_number(year + month as i32 / 12, month % 12 + 1, 1);
                if (of_month - 1).is_multiple_of(count) && day + count as i32 <= next_month {
                    all.push(day);
                }
            }
        }
        Step::Months(count) => {
            let mut at = year * 12 + (month as i32 - 1) / count as i32 * count as i32;
            while day_number(at / 12, (at % 12) as u32 + 1, 1) <= last {
                all.push(day_number(at / 12, (at % 12) as u32 + 1, 1));
                at += count as i32;
            }
        }
        Step::Years(count) => {
            let mut at = year.div_euclid(count) * count;
            while day_number(at, 1, 1) <= last {
                all.push(day_number(at, 1, 1));
                at += count;
            }
        }
    }
    all
}

#[cfg(test)]
mod tests {
    use super::*;

    fn view(first: (i32, u32, u32), days: i32, width: i32) -> Projection {
        Projection {
            start: f64::from(day_number(first.0, first.1, first.2)),
            days: f64::from(days),
            width,
        }
    }

    #[track_caller]
    fn check(days: i32, lang: Lang, major: &[&str], minor: &[&str]) {
        let axis = axis(view((2023, 11, 20), days, 900), lang);
        let labels =
            |ticks: &[Tick]| ticks.iter().map(|tick| tick.label.clone()).collect::<Vec<_>>();
        assert_eq!(labels(&axis.major), major, "{days} days");
        assert_eq!(labels(&axis.minor)[..minor.len()], *minor, "{days} days");
    }

    #[test]
    fn ticks_go_from_decades_to_days() {
        check(8, Lang::Hans, &["2023年11月"], &["20日", "21日", "22日", "23日"]);
        check(
            60,
            Lang::Hans,
            &["2023年11月", "2023年12月", "2024年1月"],
            &["21日", "26日", "1日", "6日"],
        );
        check(400, Lang::En, &["2023", "2024"], &["Dec", "Jan", "Feb"]);
        check(1300, Lang::Hans, &["2024年", "2025年", "2026年", "2027年"], &["1月", "4月", "7月"]);
        check(6000, Lang::Hant, &[], &["2024年", "2026年"]);
        check(40_000, Lang::En, &[], &["2030", "2040", "2050"]);
    }

    #[test]
    fn labels_never_overlap_at_any_zoom() {
        for lang in Lang::ALL {
            for days in (7..60_000).step_by(37) {
                for width in [250, 720, 1400] {
                    let axis = axis(view((2019, 2, 3), days, width), lang);
                    for ticks in [&axis.major, &axis.minor] {
                        let last = ticks.last().filter(|tick| !tick.label.is_empty());
                        let end = last.map_or(0, |tick| tick.x + text_width(&tick.label));
                        assert!(end <= width, "{days} days on {width}: {last:?}");
                        for pair in ticks.windows(2) {
                            let end = pair[0].x + text_width(&pair[0].label);
                            assert!(end < pair[1].x, "{days} days on {width}: {pair:?}");
                        }
                    }
                    assert!(axis.minor.len() + axis.major.len() > 0, "{days} days on {width}");
                }
            }
        }
    }
}
