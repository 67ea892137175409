//! Events side by side: how those of one phase of an initiative stand to each other.
//!
//! - `agree`: one event that several articles state; a vaguer date that holds a more precise one was
//!   joined with it (`merge`)
//! - `evolve`: a phase that comes again: meetings and lists of other years, and what a text calls
//!   revised, or a further round
//! - `scope`: other dates, of different places
//! - `conflict`: other dates that cannot both be right
//!
//! Which is right is not decided. Two dates in one article are two things that it tells apart.
//! Deadlines are not compared: a plan has several.

use std::collections::BTreeMap;

use deltascope_model::{Day, Event, Initiative, InitiativeKind, Phase, Relation, civil};

/// With so many of the next events each is compared, so that work grows with their number.
const NEIGHBOURS: usize = 16;

/// The first and the last day of a meeting may be told of, so many days apart.
const A_MEETING: Day = 15;

/// Words by which a text says that a phase comes again.
const AGAIN: [&str; 13] = [
    "修订",
    "修正",
    "修改",
    "修訂",
    "新版",
    "新一轮",
    "第二",
    "第三",
    "第四",
    "二期",
    "三期",
    "再次",
    "重新",
];

/// The relations between events, in no order.
pub(crate) fn relate_events(events: &[Event], initiatives: &[Initiative]) -> Vec<Relation> {
    let kinds: BTreeMap<&str, InitiativeKind> =
        initiatives.iter().map(|one| (one.id.as_str(), one.kind)).collect();
    let mut phases: BTreeMap<(&str, Phase), Vec<&Event>> = BTreeMap::new();
    for event in events {
        phases.entry((&event.initiative, event.phase)).or_default().push(event);
    }
    let mut relations = Vec::new();
    for ((initiative, phase), mut members) in phases {
        relations.extend(
            members
                .iter()
                .filter(|event| has_several_articles(event))
                .map(|event| relation("agree", &[event], "")),
        );
        members.sort_by_key(|event| (event.date.edtf.sort_key(), &event.id));
        let recurs = matches!(phase, Phase::Held | Phase::Listed)
            || kinds.get(initiative) == Some(&InitiativeKind::Event)
            || phase == Phase::Issued && kinds.get(initiative) == Some(&InitiativeKind::Programme);
        for (nth, one) in members.iter().enumerate() {
            // What comes again is compared with the next time.
            let others = members[nth + 1..].iter().take(if recurs { 1 } else { NEIGHBOURS });
            relations.extend(others.filter_map(|other| pair(one, other, recurs)));
        }
    }
    relations
}

/// How two events of one phase stand to each other, the earlier first.
fn pair(one: &Event, other: &Event, recurs: bool) -> Option<Relation> {
    let told_apart = one
        .evidence
        .iter()
        .any(|said| other.evidence.iter().any(|also| also.article == said.article));
    let (first, second) = (one.date.edtf.bounds(), other.date.edtf.bounds());
    let gap = second.first? - first.last?;
    if one.phase == Phase::Target || told_apart || gap <= 0 || recurs && gap <= A_MEETING {
        return None;
    }
    let again = |event: &Event| {
        event.evidence.iter().any(|said| AGAIN.iter().any(|word| said.text.contains(word)))
    };
    let other_year = civil(first.last?).0 != civil(second.first?).0;
    let apart = !one.places.is_empty()
        && !other.places.is_empty()
        && one.places.iter().all(|place| !other.places.contains(place));
    Some(if recurs && other_year || again(other) {
        relation("evolve", &[one, other], "date")
    } else if apart {
        relation("scope", &[one, other], "date places")
    } else {
        relation("conflict", &[one, other], "date")
    })
}

fn has_several_articles(event: &Event) -> bool {
    event.evidence.iter().any(|said| said.article != event.evidence[0].article)
}

fn relation(kind: &str, members: &[&Event], note: &str) -> Relation {
    let members = members.iter().map(|member| member.id.clone()).collect();
    Relation { kind: kind.to_owned(), members, note: note.to_owned(), sources: 0 }
}

#[cfg(test)]
mod tests {
    use super::*;
    use deltascope_model::{Basis, Edtf, EventDate, EventStanding, Evidence, TextRange};

    /// An event told by articles, with the place that it has, if any.
    fn event(phase: Phase, edtf: &str, articles: &[&str], place: &str, text: &str) -> Event {
        let evidence = |article: &&str| Evidence {
            article: (*article).into(),
            range: TextRange::of(0, text.len()),
            text: text.into(),
        };
        Event {
            id: format!("x.{}.{edtf}", phase.key()),
            initiative: "x".into(),
            phase,
            date: EventDate { edtf: Edtf::new(edtf).unwrap(), basis: Basis::Stated },
            standing: EventStanding::Happened,
            said_by: Vec::new(),
            actors: Vec::new(),
            places: place.split_whitespace().map(str::to_owned).collect(),
            evidence: articles.iter().map(evidence).collect(),
        }
    }

    #[track_caller]
    fn check(events: &[Event], expected: &[(&str, &str)]) {
        let found = relate_events(events, &[]);
        let found: Vec<_> =
            found.iter().map(|one| (one.kind.as_str(), one.note.as_str())).collect();
        assert_eq!(found, expected);
    }

    #[test]
    fn dates_side_by_side() {
        use Phase::{Adopted, Held, Target};
        let law = |date, articles: &[&str], place| event(Adopted, date, articles, place, "通过");
        check(&[law("2025-07", &["a", "b"], "")], &[("agree", "")]);
        check(&[law("2025-07", &["a"], "")], &[]);
        check(
            &[law("2025-07-10", &["a"], ""), law("2025-07-30", &["b"], "")],
            &[("conflict", "date")],
        );
        check(
            &[law("2025-07-10", &["a"], "1"), law("2025-07-30", &["b"], "2")],
            &[("scope", "date places")],
        );
        check(&[law("2025-07-10", &["a"], ""), law("2025-07-30", &["a"], "")], &[]);
        check(
            &[law("2020", &["a"], ""), event(Adopted, "2025", &["b"], "", "通过修订")],
            &[("evolve", "date")],
        );
        let fair = |date, article| event(Held, date, &[article], "", "举行");
        check(&[fair("2023-10-20", "a"), fair("2023-10-22", "b")], &[]);
        check(&[fair("2023-10-20", "a"), fair("2024-10-22", "b")], &[("evolve", "date")]);
        check(&[fair("2023-05-20", "a"), fair("2023-10-22", "b")], &[("conflict", "date")]);
        let goal = |date, article| event(Target, date, &[article], "", "建成");
        check(&[goal("2025", "a"), goal("2030", "b")], &[]);
    }
}
