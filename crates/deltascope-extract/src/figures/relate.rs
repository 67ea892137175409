//! Figures side by side: how those of one indicator stand to each other.
//!
//! - `agree`: values that may be one (46441 and 超4.6万), as of one season
//! - `evolve`: one indicator at several times, in their order
//! - `scope`: a value of a part beside that of the whole (two districts, the whole delta)
//! - `conflict`: values that differ, of one place and one known time, by different articles: what one
//!   article tells twice it tells apart
//! - `homonym`: one large value that stands for two different things
//!
//! The note names the fields in which members differ. A target is never set against what was
//! reported: the two are of one series and differ by their nature.
//! Only stated values are compared, never what they may mean.

use std::collections::{BTreeMap, BTreeSet};

use deltascope_model::{Day, Edtf, Figure, Relation};
use rust_decimal::Decimal;

use super::comparable::{RANK, compatible, is_rounded, stated, unit};
use super::homonym::{homonyms, provinces};
use super::whose::OF_PLACES;
use super::words::VERBS;
use crate::gazetteer::Gazetteer;

/// Ends of indicators that do not change with time.
const FIXED: [&str; 4] = ["总投资", "面积", "全长", "长度"];

/// In so many days nothing evolves: what is then told otherwise differs.
const A_WEEK: Day = 7;

/// Reports of one state may lie so many days apart.
const A_SEASON: Day = 92;

/// With so many of the next figures each is compared, so that work grows with their number.
const NEIGHBOURS: usize = 16;

/// The relations between figures, sorted by kind and members; `places` are those of initiatives.
pub(super) fn relate(
    figures: &[Figure],
    gazetteer: &Gazetteer,
    places: &BTreeMap<&str, &[String]>,
) -> Vec<Relation> {
    let mut relations = Vec::new();
    let owners = sole_owners(figures);
    let mut series: BTreeMap<_, Vec<&Figure>> = BTreeMap::new();
    for figure in figures {
        let sole = owners.get(&(figure.indicator.as_str(), figure.unit.as_str()));
        let owner = figure.initiative.as_deref().or_else(|| sole.copied().flatten());
        let key = (owner, measured(figure), unit(figure), figure.standing);
        series.entry(key).or_default().push(figure);
    }
    for members in series.values_mut() {
        relations.extend(evolution(members));
        // Figures that can be of one time are neighbours in time.
        members.sort_by_key(|member| (member.as_of.as_ref().map(Edtf::sort_key), &member.id));
        for (nth, one) in members.iter().enumerate() {
            let others = members[nth + 1..].iter().take(NEIGHBOURS);
            relations.extend(others.filter_map(|other| pair(one, other)));
        }
    }
    relations.extend(parts(figures, gazetteer));
    relations.extend(kinds(figures));
    let meeting = homonyms(figures, |figure| provinces(figure, gazetteer, places));
    relations.extend(meeting.iter().map(|pair| relation("homonym", pair)));
    relations.sort_by(|one, two| (&one.kind, &one.members).cmp(&(&two.kind, &two.members)));
    relations
}

/// The one initiative whose indicator a place's figure goes by too, where no place has several: what
/// was told of the whole region before the platform that counts it now.
fn sole_owners(figures: &[Figure]) -> BTreeMap<(&str, &str), Option<&str>> {
    const LEAST: usize = 5;
    let mut owners: BTreeMap<(&str, &str), Option<&str>> = BTreeMap::new();
    let counted = figures.iter().filter(|figure| {
        let long = figure.indicator.chars().count() >= LEAST;
        long && !OF_PLACES.iter().any(|word| figure.indicator.contains(word))
    });
    for figure in counted {
        if let Some(owner) = figure.initiative.as_deref() {
            let sole = owners.entry((&figure.indicator, &figure.unit)).or_insert(Some(owner));
            *sole = sole.filter(|other| *other == owner);
        }
    }
    owners
}

/// What a figure measures, whatever was done with it: 立项项目 and 攻关项目 are projects, 惠及企业 are
/// those that were served.
fn measured(figure: &Figure) -> &str {
    const DONE: [&str; 9] =
        ["立项", "实施", "公布", "启动", "攻关", "联合攻关", "支持", "部署", "推进"];
    let name = figure.indicator.as_str();
    let thing = ["项目", "课题"]
        .into_iter()
        .find(|thing| name.strip_suffix(thing).is_some_and(|done| DONE.contains(&done)));
    let served = ["服务", "惠及", "帮助"].into_iter().find_map(|verb| name.strip_prefix(verb));
    thing.or(served).filter(|_| figure.initiative.is_some()).unwrap_or(name)
}

/// One indicator of one scope at times that do not overlap.
fn evolution(members: &[&Figure]) -> Vec<Relation> {
    // What was told of the region stands in the series of the one initiative that counts it now.
    let owned = members.iter().any(|member| member.initiative.is_some());
    let mut by_scope: BTreeMap<Option<&String>, Vec<&Figure>> = BTreeMap::new();
    for member in members.iter().filter(|member| member.as_of.is_some() && !is_fixed(member)) {
        let scope = member.scope.as_ref().filter(|_| !owned || member.initiative.is_some());
        by_scope.entry(scope).or_default().push(member);
    }
    by_scope
        .into_values()
        .filter_map(|mut members| {
            // Of one time the exact value goes first.
            members.sort_by_key(|member| {
                let vague = member.qualifier != "exact";
                (member.as_of.as_ref().map(place_in_series), vague, &member.id)
            });
            let mut apart: Vec<&Figure> = Vec::new();
            for member in members {
                let follows = |last: &&Figure| {
                    !overlap(last, member)
                        && !told_within_a_week(last, member)
                        && compatible(last, member) == Some(false)
                };
                if apart.last().is_none_or(follows) {
                    apart.push(member);
                }
            }
            (apart.len() > 1).then(|| relation("evolve", &apart))
        })
        .collect()
}

/// Where a time stands in a series: a span at its end, so that it takes the place of no time within it.
fn place_in_series(time: &Edtf) -> (Day, Day) {
    let (first, last) = time.sort_key();
    (if is_span(time) { last } else { first }, last)
}

/// Whether a time is from one date to another.
fn is_span(time: &Edtf) -> bool {
    time.as_str().contains('/') && !time.as_str().contains("..")
}

/// How two figures of one indicator stand to each other at one time.
fn pair(one: &Figure, other: &Figure) -> Option<Relation> {
    // `第一批12家,第二批12家`: one sentence tells two things.
    if same_sentence(one, other) || one.scope != other.scope {
        return None;
    }
    let kind = if compatible(one, other)? {
        near(one, other).then_some("agree")?
    } else if is_rounded(one, other) && overlap(one, other) {
        "agree"
    } else {
        let differ = !same_article(one, other) && of_one_time(one, other);
        (differ && !is_of_another_extent(one, other)).then_some("conflict")?
    };
    Some(relation(kind, &[one, other]))
}

/// Whether two figures must be of one time, so that values which differ cannot both be right. What was
/// counted over half a year is no part of what was counted at its end.
fn of_one_time(one: &Figure, other: &Figure) -> bool {
    let dated = one.as_of.as_ref().zip(other.as_of.as_ref());
    let meet = |(one_time, other_time): (&Edtf, &Edtf)| {
        let counted = one_time != other_time && (is_span(one_time) || is_span(other_time));
        !counted && overlap(one, other) || told_within_a_week(one, other)
    };
    is_fixed(one) || dated.is_some_and(meet)
}

/// Each figure of a part beside the one of the whole that is next in time. In an initiative the two
/// may go by other names, if what is measured is the same (兑付金额, 支持金额).
fn parts(figures: &[Figure], gazetteer: &Gazetteer) -> Vec<Relation> {
    let mut alike: BTreeMap<_, Vec<&Figure>> = BTreeMap::new();
    for figure in figures.iter().filter(|figure| figure.indicator != RANK) {
        let measured = match figure.initiative {
            Some(_) => head(&figure.indicator),
            None => figure.indicator.as_str(),
        };
        let key = (&figure.initiative, measured, unit(figure), figure.standing);
        alike.entry(key).or_default().push(figure);
    }
    let day = |figure: &Figure| figure.as_of.as_ref().map(Edtf::sort_key);
    let mut found = Vec::new();
    for members in alike.values_mut() {
        members.sort_by_key(|member| (day(member), &member.id));
        for (nth, part) in members.iter().enumerate() {
            let near = members[nth.saturating_sub(NEIGHBOURS)..nth].iter().rev();
            let near = near.chain(members[nth + 1..].iter().take(NEIGHBOURS));
            let wholes = near.filter(|whole| is_whole(whole, part, gazetteer));
            let apart = |whole: &&&Figure| {
                let (one, other) = (day(whole), day(part));
                one.zip(other).map_or(u32::MAX, |(one, other)| one.1.abs_diff(other.1))
            };
            let next = wholes.min_by_key(apart);
            found.extend(
                next.filter(|whole| whole.value != part.value)
                    .map(|whole| relation("scope", &[part, whole])),
            );
        }
    }
    found
}

/// Each figure of a kind of things beside that of all of them, in one initiative: 集群任务, 重点任务.
fn kinds(figures: &[Figure]) -> Vec<Relation> {
    let mut wholes: BTreeMap<_, Vec<&Figure>> = BTreeMap::new();
    for figure in figures.iter().filter(|figure| figure.initiative.is_some()) {
        if let Some(things) = all_of(&figure.indicator) {
            wholes.entry((&figure.initiative, things, &figure.unit)).or_default().push(figure);
        }
    }
    let beside = |part: &Figure| {
        let tail = part.indicator.char_indices().rev().nth(1)?.0;
        let (kind, things) = part.indicator.split_at(tail);
        let wholes = wholes.get(&(&part.initiative, things, &part.unit))?;
        let named = !kind.is_empty() && all_of(&part.indicator).is_none();
        let holds = |whole: &&&Figure| {
            whole.standing == part.standing
                && stated(whole) > stated(part)
                && !same_sentence(whole, part)
        };
        let whole = wholes.iter().find(holds).filter(|_| named)?;
        Some(relation("scope", &[part, whole]))
    };
    figures.iter().filter_map(beside).collect()
}

/// The things that an indicator counts all of: 重点任务 → 任务.
fn all_of(indicator: &str) -> Option<&str> {
    let things = ["重点", "主要", "各项"].iter().find_map(|word| indicator.strip_prefix(word));
    things.filter(|things| matches!(*things, "任务" | "事项" | "项目"))
}

/// An indicator without the verb before its last word: 兑付金额 → 金额, but 社会投入 as it is.
fn head(indicator: &str) -> &str {
    let last = indicator.char_indices().rev().nth(1).map_or(0, |(at, _)| at);
    if VERBS.contains(&&indicator[..last]) { &indicator[last..] } else { indicator }
}

/// Whether one figure is of the whole of which another is a part: without a place an initiative's
/// is of all of it.
fn is_whole(whole: &Figure, part: &Figure, gazetteer: &Gazetteer) -> bool {
    match (&whole.scope, &part.scope) {
        (None, Some(_)) => whole.initiative.is_some(),
        (Some(whole), Some(part)) if whole != part => {
            part.split('、').all(|part| gazetteer.lies_in(part, whole))
        }
        _ => false,
    }
}

/// A relation as of articles that all tell stories of their own.
fn relation(kind: &str, members: &[&Figure]) -> Relation {
    let articles: BTreeSet<&String> = members
        .iter()
        .flat_map(|member| &member.evidence)
        .map(|evidence| &evidence.article)
        .collect();
    Relation {
        kind: kind.to_owned(),
        members: members.iter().map(|member| member.id.clone()).collect(),
        note: differing(members).join(" "),
        sources: articles.len() as u32,
    }
}

/// The fields of figures in which some of the members differ.
fn differing(members: &[&Figure]) -> Vec<&'static str> {
    type Same = fn(&Figure, &Figure) -> bool;
    const FIELDS: [(&str, Same); 7] = [
        ("initiative", |one, other| one.initiative == other.initiative),
        ("indicator", |one, other| one.indicator == other.indicator),
        ("value", |one, other| one.value == other.value),
        ("qualifier", |one, other| one.qualifier == other.qualifier),
        ("scope", |one, other| one.scope == other.scope),
        ("as_of", |one, other| one.as_of == other.as_of),
        ("standing", |one, other| one.standing == other.standing),
    ];
    let differs = |same: Same| members.windows(2).any(|pair| !same(pair[0], pair[1]));
    FIELDS.into_iter().filter(|&(_, same)| differs(same)).map(|(field, _)| field).collect()
}

/// Whether what does not change is told as more than ten times as large at another time: of a corridor that
/// was extended since, say, and no other account of what it was.
fn is_of_another_extent(one: &Figure, other: &Figure) -> bool {
    let ten = Decimal::from(10);
    let apart = |(one, other): (Decimal, Decimal)| one > other * ten || other > one * ten;
    is_fixed(one)
        && one.as_of.is_some()
        && other.as_of.is_some()
        && !overlap(one, other)
        && stated(one).zip(stated(other)).is_some_and(apart)
}

/// Whether a figure is of what does not change: two values of it differ, whenever they were told.
fn is_fixed(figure: &Figure) -> bool {
    figure.initiative.is_some() && FIXED.iter().any(|end| figure.indicator.ends_with(end))
}

pub(super) fn same_sentence(one: &Figure, other: &Figure) -> bool {
    one.evidence.iter().any(|evidence| other.evidence.contains(evidence))
}

fn same_article(one: &Figure, other: &Figure) -> bool {
    one.evidence.iter().any(|said| other.evidence.iter().any(|also| also.article == said.article))
}

/// Whether two figures may be of one time; without a time, of any.
fn overlap(one: &Figure, other: &Figure) -> bool {
    within(one, other, 0)
}

/// Whether two figures may be of one state: of one time, or told so near that little has changed. A
/// whole year is another than the next.
fn near(one: &Figure, other: &Figure) -> bool {
    let long = |figure: &Figure| {
        let bounds = figure.as_of.as_ref().map(Edtf::bounds);
        bounds
            .and_then(|bounds| Some(bounds.last? - bounds.first?))
            .is_some_and(|days| days > A_SEASON)
    };
    overlap(one, other) || !(long(one) && long(other)) && within(one, other, A_SEASON)
}

/// Whether two figures are as of single days of one week; two months that meet are apart.
fn told_within_a_week(one: &Figure, other: &Figure) -> bool {
    let day = |figure: &Figure| {
        let bounds = figure.as_of.as_ref().map(Edtf::bounds);
        bounds.is_some_and(|bounds| bounds.first.is_some() && bounds.first == bounds.last)
    };
    day(one) && day(other) && within(one, other, A_WEEK)
}

/// Whether so many days at most lie between the times of two figures.
fn within(one: &Figure, other: &Figure, days: Day) -> bool {
    let (Some(one), Some(other)) = (&one.as_of, &other.as_of) else { return true };
    let (one, other) = (one.bounds(), other.bounds());
    let before = |last: Option<Day>, first: Option<Day>| match (last, first) {
        (Some(last), Some(first)) => last + days < first,
        _ => false,
    };
    !before(one.last, other.first) && !before(other.last, one.first)
}

#[cfg(test)]
mod tests {
    use super::*;
    use deltascope_model::{Basis, Evidence, Standing, TextRange};

    /// A figure of one article: value, qualifier, scope, time.
    fn figure(article: &str, indicator: &str, said: (&str, &str, Option<&str>, &str)) -> Figure {
        let (value, qualifier, scope, as_of) = said;
        let range = TextRange::of(0, 3);
        Figure {
            id: format!("i.{indicator}.{article}"),
            initiative: Some("i".into()),
            indicator: indicator.into(),
            value: value.into(),
            unit: "台".into(),
            qualifier: qualifier.into(),
            scope: scope.map(Into::into),
            as_of: Edtf::new(as_of).ok(),
            as_of_basis: Basis::Stated,
            standing: Standing::Reported,
            evidence: vec![Evidence { article: article.into(), range, text: "一".into() }],
        }
    }

    #[track_caller]
    fn check(figures: &[Figure], expected: &[&str]) {
        let shown: Vec<String> = relate(figures, &Gazetteer::default(), &BTreeMap::new())
            .into_iter()
            .map(|one| format!("{}: {}", one.kind, one.note))
            .collect();
        assert_eq!(shown, expected);
    }

    #[test]
    fn values_side_by_side() {
        let say = |article, said| figure(article, "仪器", said);
        check(
            &[
                say("a", ("46441", "exact", None, "2024-12")),
                say("b", ("46000", "over", None, "2024")),
            ],
            &["agree: value qualifier as_of"],
        );
        check(
            &[
                say("a", ("12", "exact", None, "2024-06")),
                say("b", ("24", "exact", None, "2025-12")),
            ],
            &["evolve: value as_of"],
        );
        check(
            &[
                say("a", ("23", "exact", Some("甲市"), "2024")),
                say("b", ("80", "exact", None, "2024")),
            ],
            &["scope: value scope"],
        );
        check(
            &[say("a", ("6", "exact", None, "2025")), say("b", ("5", "exact", None, "2025-12"))],
            &["conflict: value as_of"],
        );
        check(
            &[
                figure("a", "财政投入", ("180000000", "exact", None, "2024")),
                figure("b", "总投入", ("180000000", "exact", None, "2022")),
            ],
            &["homonym: indicator as_of"],
        );
    }

    #[test]
    fn a_span_takes_the_place_of_no_time_within_it() {
        let say = |article, value, as_of| figure(article, "项目", (value, "exact", None, as_of));
        let figures = [
            say("a", "43", "2022/2024"),
            say("b", "12", "2022"),
            say("c", "16", "2023"),
            say("d", "60", "2025"),
        ];
        let found = relate(&figures, &Gazetteer::default(), &BTreeMap::new());
        let series = [&figures[1].id, &figures[2].id, &figures[3].id];
        assert!(found.iter().any(|one| one.kind == "evolve" && one.members.iter().eq(series)));
    }

    #[test]
    fn what_may_both_be_right_is_no_conflict() {
        let say = |article, value, as_of| figure(article, "合同", (value, "exact", None, as_of));
        check(&[say("a", "48", "2023"), say("a", "9", "2023")], &[]);
        // Of no known time, on one side or on both.
        check(&[say("a", "48", ""), say("b", "9", "")], &[]);
        check(&[say("a", "48", "2023"), say("b", "9", "")], &[]);
        // In half a year less is counted than in the whole.
        check(&[say("a", "48", "2023"), say("b", "20", "2023-01/2023-06")], &[]);
        let half = "2023-01/2023-06";
        check(&[say("a", "48", half), say("b", "20", half)], &["conflict: value"]);
        // What does not change differs, whenever it was told.
        let long = |article, value| figure(article, "全长", (value, "exact", None, ""));
        check(&[long("a", "150"), long("b", "163")], &["conflict: value"]);
        check(&[long("a", "150"), long("a", "163")], &[]);
        let area = |article, value, as_of| figure(article, "面积", (value, "exact", None, as_of));
        check(&[area("a", "283", "2016"), area("b", "76200", "2018")], &[]);
        check(&[area("a", "283", "2016"), area("b", "300", "2018")], &["conflict: value as_of"]);
    }
}
