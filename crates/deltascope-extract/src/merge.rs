//! Dated phases of one initiative that agree on a date become one event.
//!
//! A vaguer date joins the most precise one that lies within it (2022 and 2022-08); a date known
//! only by its latest day (近日) joins one shortly before that day. Dates that do not fit stay apart,
//! each with its own sentences: which is right is not decided here. What several did in turn in a month
//! (甲省、乙省7月分别通过) was not done by all of them on the day that is known of one.

use deltascope_model::{Basis, Edtf, EventDate, EventStanding, Evidence, Phase};

use crate::mentions::Dated;

/// One event of one phase.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(crate) struct Merged {
    pub(crate) date: EventDate,
    pub(crate) standing: EventStanding,
    pub(crate) said_by: Vec<Evidence>,
    pub(crate) actors: Vec<String>,
    pub(crate) places: Vec<String>,
    pub(crate) evidence: Vec<Evidence>,
}

/// Words that say that each acted on a day of its own.
const IN_TURN: [&str; 5] = ["分别", "先后", "陆续", "相继", "各自"];

/// How long before its latest day a vague date may lie, in days.
const RECENT: i32 = 45;

/// Joins what agrees; the result is in order of time.
pub(crate) fn merge(mut dated: Vec<Dated>) -> Vec<Merged> {
    // The most precise first; then in an order that the order of pages does not change.
    dated.sort_by(|one, two| {
        let key = |dated: &Dated| (width(&dated.edtf), dated.edtf.clone(), dated.basis);
        key(one).cmp(&key(two)).then_with(|| one.evidence.cmp(&two.evidence))
    });
    let mut merged: Vec<Merged> = Vec::new();
    for next in dated {
        match merged.iter_mut().find(|event| joins(event, &next)) {
            Some(event) => {
                if event.date.edtf == next.edtf && next.basis < event.date.basis {
                    event.date.basis = next.basis;
                }
                event.standing = event.standing.min(next.standing);
                event.said_by.extend(next.said_by);
                join(&mut event.actors, next.actors);
                join(&mut event.places, next.places);
                event.evidence.push(next.evidence);
            }
            None => merged.push(Merged {
                date: EventDate { edtf: next.edtf, basis: next.basis },
                standing: next.standing,
                said_by: next.said_by.into_iter().collect(),
                actors: next.actors,
                places: next.places,
                evidence: vec![next.evidence],
            }),
        }
    }
    for event in &mut merged {
        event.evidence.sort();
        event.evidence.dedup();
        event.said_by.sort();
        event.said_by.dedup();
        event.places.sort();
    }
    merged.sort_by(|one, two| {
        one.date
            .edtf
            .sort_key()
            .cmp(&two.date.edtf.sort_key())
            .then_with(|| one.date.edtf.cmp(&two.date.edtf))
    });
    merged
}

fn join<T: PartialEq>(list: &mut Vec<T>, more: Vec<T>) {
    for item in more {
        if !list.contains(&item) {
            list.push(item);
        }
    }
}

/// How many days a date may cover.
fn width(edtf: &Edtf) -> i32 {
    let bounds = edtf.bounds();
    match (bounds.first, bounds.last) {
        (Some(first), Some(last)) => last - first,
        _ => i32::MAX,
    }
}

/// True where what is said next is of that event.
fn joins(event: &Merged, next: &Dated) -> bool {
    let in_turn = || IN_TURN.iter().any(|word| next.evidence.text.contains(word));
    let others = || next.actors.iter().any(|actor| !event.actors.contains(actor));
    let apart = event.date.edtf != next.edtf && others() && in_turn();
    // 6月15日前…,6月底前…: two deadlines, where 近日 is told of one thing.
    let limits = |edtf: &Edtf| edtf.bounds().first.is_none();
    let apart = apart
        || next.phase == Phase::Target
            && limits(&event.date.edtf)
            && limits(&next.edtf)
            && event.date.edtf.bounds().last != next.edtf.bounds().last;
    !apart && agree(&event.date.edtf, &next.edtf)
}

/// True where the precise date lies within the vaguer one.
fn agree(precise: &Edtf, vaguer: &Edtf) -> bool {
    let (one, two) = (precise.bounds(), vaguer.bounds());
    if precise == vaguer {
        return true;
    }
    match (one.first, one.last, two.first, two.last) {
        (Some(first), Some(last), Some(from), Some(to)) => from <= first && last <= to,
        (Some(first), Some(last), None, Some(to)) => last <= to && first >= to - RECENT,
        (None, Some(last), None, Some(to)) => (to - RECENT..=to).contains(&last),
        _ => false,
    }
}

/// Stated dates count before inferred ones, and those before vague ones.
const _: () = assert!((Basis::Stated as u8) < (Basis::Vague as u8));

#[cfg(test)]
mod tests {
    use super::*;
    use crate::names::Key;
    use deltascope_model::TextRange;

    fn dated(edtf: &str, article: &str) -> Dated {
        Dated {
            key: Key::Named("x".into()),
            phase: Phase::Issued,
            edtf: Edtf::new(edtf).unwrap(),
            basis: Basis::Stated,
            standing: EventStanding::Happened,
            said_by: None,
            actors: vec![article.into()],
            places: Vec::new(),
            evidence: Evidence {
                article: article.into(),
                range: TextRange::new(0, 3),
                text: "甲".into(),
            },
        }
    }

    #[track_caller]
    fn check(dates: &[&str], expected: &[(&str, usize)]) {
        let mut all: Vec<_> =
            dates.iter().enumerate().map(|(at, edtf)| dated(edtf, &format!("a{at}"))).collect();
        let found = merge(all.clone());
        let shown: Vec<_> =
            found.iter().map(|event| (event.date.edtf.as_str(), event.evidence.len())).collect();
        assert_eq!(shown, expected);
        all.reverse();
        assert_eq!(merge(all), found, "the order of pages changed the result");
    }

    #[test]
    fn dates_that_agree_become_one() {
        check(&["2022", "2022-08", "2022-08-16"], &[("2022-08-16", 3)]);
        check(&["2022-08", "2023"], &[("2022-08", 1), ("2023", 1)]);
        check(&["2022-08-16", "2022-08-17"], &[("2022-08-16", 1), ("2022-08-17", 1)]);
        check(&["../2025-03-10", "2025-02-20"], &[("2025-02-20", 2)]);
        check(&["../2025-03-10", "2016-05-24"], &[("2016-05-24", 1), ("../2025-03-10", 1)]);
    }

    #[test]
    fn deadlines_stay_apart() {
        let goal = |edtf| Dated { phase: Phase::Target, ..dated(edtf, "a") };
        assert_eq!(merge(vec![goal("../2025-06-15"), goal("../2025-06-30")]).len(), 2);
        assert_eq!(merge(vec![goal("../2025-06"), goal("../2025-06-30")]).len(), 1);
        assert_eq!(merge(vec![dated("../2025-06-15", "a"), dated("../2025-06-30", "a")]).len(), 1);
    }

    #[test]
    fn what_several_did_in_turn_has_no_day_of_one() {
        let one = dated("2025-07-10", "甲省人大常委会");
        let mut each = dated("2025-07", "甲省人大常委会");
        each.evidence.text = "7月，两省人大常委会先后通过".into();
        assert_eq!(merge(vec![one.clone(), each.clone()]).len(), 1, "no other actor is named");
        each.actors.push("乙省人大常委会".into());
        assert_eq!(merge(vec![one, each]).len(), 2);
    }
}
