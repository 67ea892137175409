//! Events side by side: how those of one phase of an initiative stand to each other.
//!
//! - `agree`: one event that several articles state; a vaguer date that holds a more precise one was
//!   joined with it (`merge`)
//! - `evolve`: a phase that comes again: meetings and lists of other years, editions of other years
//!   (2023甲指数, 2024甲指数), and what a text calls revised, or a further round
//! - `scope`: other dates, of different places
//! - `conflict`: other dates that cannot both be right
//!
//! Which is right is not decided. Two dates in one article are two things that it tells apart; so are the
//! day of a part (首批站点开通) and that of the whole, and two deeds by which one phase is told (动工, 启用).
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

/// Words for a part, whose day is not that of the whole.
const PARTS: [&str; 8] = ["首批", "第一批", "首期", "一期", "首台", "首条", "首个", "试点"];

/// Deeds that one phase is told by and that may lie years apart.
const DEEDS: [(Phase, [&[&str]; 2]); 2] = [
    (
        Phase::Launched,
        [
            &["开工", "动工", "奠基", "破土", "开建", "动土", "启动建设"],
            &[
                "启用", "投用", "上线", "开通", "投运", "运行", "运营", "投产", "开放", "通车",
                "并网", "使用",
            ],
        ],
    ),
    (Phase::Completed, [&["建成", "竣工", "完工", "落成", "交付", "贯通"], &["验收"]]),
];

/// The relations between events, in no order.
pub(crate) fn relate_events(events: &[Event], initiatives: &[Initiative]) -> Vec<Relation> {
    let named: BTreeMap<&str, &Initiative> =
        initiatives.iter().map(|one| (one.id.as_str(), one)).collect();
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
        let of = named.get(initiative).copied();
        let kind = of.map(|one| one.kind);
        let recurs = matches!(phase, Phase::Held | Phase::Listed)
            || kind == Some(InitiativeKind::Event)
            || phase == Phase::Issued && kind == Some(InitiativeKind::Programme);
        for (nth, one) in members.iter().enumerate() {
            // What comes again is compared with the next time.
            let others = members[nth + 1..].iter().take(if recurs { 1 } else { NEIGHBOURS });
            relations.extend(others.filter_map(|other| pair(one, other, recurs, of)));
        }
    }
    relations
}

/// How two events of one phase stand to each other, the earlier first.
fn pair(one: &Event, other: &Event, recurs: bool, of: Option<&Initiative>) -> Option<Relation> {
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
    let editions = of.and_then(|of| edition(one, of).zip(edition(other, of)));
    let other_edition = editions.is_some_and(|(one, other)| one != other);
    Some(if recurs && (other_year || other_edition) || again(other) {
        relation("evolve", &[one, other], "date")
    } else if part(one) != part(other) || are_two_deeds(one, other) {
        return None;
    } else if apart {
        relation("scope", &[one, other], "date places")
    } else {
        relation("conflict", &[one, other], "date")
    })
}

/// The year right before the name: 2023 of `发布2023年度甲指数`.
fn edition<'a>(event: &'a Event, of: &Initiative) -> Option<&'a str> {
    let before = |text: &'a str, name: &String| {
        let before = &text[..text.find(name.as_str())?];
        let year = ["年度", "年"].iter().find_map(|word| before.strip_suffix(word));
        let year = year.unwrap_or(before);
        let digits = year.get(year.len().checked_sub(4)?..)?;
        digits.bytes().all(|byte| byte.is_ascii_digit()).then_some(digits)
    };
    let names = || std::iter::once(&of.name).chain(&of.aliases);
    event.evidence.iter().find_map(|said| names().find_map(|name| before(&said.text, name)))
}

/// The word by which an event is told of a part.
fn part(event: &Event) -> Option<&'static str> {
    let told = |word: &&&str| event.evidence.iter().any(|said| said.text.contains(**word));
    PARTS.iter().find(told).copied()
}

/// True where one event is told by one deed of its phase, and the other by another.
fn are_two_deeds(one: &Event, other: &Event) -> bool {
    let told = |event: &Event, words: &[&str]| {
        event.evidence.iter().any(|said| words.iter().any(|word| said.text.contains(word)))
    };
    let deeds = DEEDS.iter().find(|(phase, _)| *phase == one.phase).map(|(_, deeds)| deeds);
    deeds.is_some_and(|deeds| {
        let of = |event| deeds.map(|words| told(event, words));
        matches!(
            (of(one), of(other)),
            ([true, false], [false, true]) | ([false, true], [true, false])
        )
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
        use Phase::{Adopted, Held, Launched, Target};
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
        let begun = |date, article, text| event(Launched, date, &[article], "", text);
        check(&[begun("2022", "a", "动工"), begun("2024", "b", "启用")], &[]);
        check(&[begun("2022", "a", "启用"), begun("2024", "b", "启用")], &[("conflict", "date")]);
        check(&[begun("2019", "a", "首批开通"), begun("2021", "b", "开通")], &[]);
        let fair = |date, article| event(Held, date, &[article], "", "举行");
        check(&[fair("2023-10-20", "a"), fair("2023-10-22", "b")], &[]);
        check(&[fair("2023-10-20", "a"), fair("2024-10-22", "b")], &[("evolve", "date")]);
        check(&[fair("2023-05-20", "a"), fair("2023-10-22", "b")], &[("conflict", "date")]);
        let goal = |date, article| event(Target, date, &[article], "", "建成");
        check(&[goal("2025", "a"), goal("2030", "b")], &[]);
    }

    #[test]
    fn editions_of_other_years_follow_each_other() {
        let index = Initiative {
            id: "x".into(),
            name: "白石指数".into(),
            aliases: Vec::new(),
            name_en: None,
            kind: InitiativeKind::Programme,
            pillar: None,
            status: None,
            status_evidence: Vec::new(),
            actors: Vec::new(),
            places: Vec::new(),
            background: Vec::new(),
            links: Vec::new(),
            evidence: Vec::new(),
        };
        let issued = |date, article, text| event(Phase::Issued, date, &[article], "", text);
        let kind = |first, second| {
            let events = [issued("2024-01-31", "a", first), issued("2024-06-06", "b", second)];
            relate_events(&events, std::slice::from_ref(&index)).remove(0).kind
        };
        assert_eq!(kind("发布2023白石指数", "2024年度白石指数发布"), "evolve");
        assert_eq!(kind("发布2023白石指数", "2023白石指数发布"), "conflict");
        assert_eq!(kind("发布白石指数", "白石指数发布"), "conflict");
    }
}
