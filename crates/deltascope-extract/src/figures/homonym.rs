//! One large value that stands for two different things: `总投入1.8亿元`, `财政投入1.8亿元`.
//!
//! Of one initiative any such pair. Of two stories values are equal by chance where they are round, where
//! several things have them, where one is measured as the other is (two 产值), and where they are of other
//! parts of the country.

use std::collections::{BTreeMap, BTreeSet};

use deltascope_model::Figure;
use rust_decimal::Decimal;

use super::comparable::stated;
use super::relate::same_sentence;
use crate::gazetteer::{Gazetteer, Known};

/// Values from here on are told apart where they mean two things; smaller ones meet by chance.
const LARGE: Decimal = Decimal::from_parts(10_000, 0, 0, false, 0);

/// With so many of the next figures each is compared, so that work grows with their number.
const NEIGHBOURS: usize = 16;

/// Pairs of values that are equal to the letter and stand for different indicators; `provinces` says where
/// a figure is of.
pub(super) fn homonyms<'a>(
    figures: &'a [Figure],
    provinces: impl Fn(&'a Figure) -> BTreeSet<&'a str>,
) -> Vec<[&'a Figure; 2]> {
    const FEW: usize = 3;
    let mut by_value: BTreeMap<(&str, &str), Vec<&Figure>> = BTreeMap::new();
    for figure in figures {
        if stated(figure).is_some_and(|value| value >= LARGE) {
            by_value.entry((&figure.value, &figure.unit)).or_default().push(figure);
        }
    }
    let mut found = Vec::new();
    for ((value, _), mut members) in by_value {
        members.sort_by_key(|member| (&member.indicator, &member.id));
        members.dedup_by_key(|member| &member.indicator);
        let is_round = value.trim_end_matches('0').len() < 2;
        let by_chance = is_round || members.len() > FEW;
        for (nth, one) in members.iter().enumerate() {
            for other in members[nth + 1..].iter().take(NEIGHBOURS) {
                let one_story = one.initiative.is_some() && one.initiative == other.initiative;
                let two_stories = || {
                    let (here, there) = (provinces(one), provinces(other));
                    let apart = !here.is_empty() && !there.is_empty() && here.is_disjoint(&there);
                    !by_chance
                        && !apart
                        && one.qualifier == other.qualifier
                        && last_word(one) != last_word(other)
                };
                let means_two = one_story || two_stories();
                if means_two && !is_shorter(one, other) && !same_sentence(one, other) {
                    found.push([*one, *other]);
                }
            }
        }
    }
    found
}

/// Whether one of two indicators is the end of the other: 面积 and 总面积 are one thing.
fn is_shorter(one: &Figure, other: &Figure) -> bool {
    one.indicator.ends_with(&other.indicator) || other.indicator.ends_with(&one.indicator)
}

/// What is measured, by its last two characters: 产值 of 总产值.
fn last_word(figure: &Figure) -> &str {
    let name = figure.indicator.as_str();
    name.char_indices().rev().nth(1).map_or(name, |(at, _)| &name[at..])
}

/// The provinces that a figure is of, by its scope and the places of its initiative.
pub(super) fn provinces<'a>(
    figure: &Figure,
    gazetteer: &'a Gazetteer,
    places: &BTreeMap<&str, &'a [String]>,
) -> BTreeSet<&'a str> {
    let known = gazetteer.find(figure.scope.as_deref().unwrap_or_default());
    let scope = known.iter().filter_map(|found| match &found.known {
        Known::Place(id) => gazetteer.places.get(&**id),
        _ => None,
    });
    let of = figure.initiative.as_deref().and_then(|id| places.get(id).copied());
    let of = of.into_iter().flatten().map(String::as_str);
    gazetteer.provinces_of(scope.map(|place| place.id.as_str()).chain(of).collect())
}

#[cfg(test)]
mod tests {
    use super::*;
    use deltascope_model::{Basis, Edtf, Evidence, Standing, TextRange};

    fn of(owner: Option<&str>, indicator: &str, value: &str) -> Figure {
        Figure {
            id: format!("{owner:?}.{indicator}"),
            initiative: owner.map(Into::into),
            indicator: indicator.into(),
            value: value.into(),
            unit: "CNY".into(),
            qualifier: "exact".into(),
            scope: None,
            as_of: Edtf::new("2024").ok(),
            as_of_basis: Basis::Stated,
            standing: Standing::Reported,
            evidence: vec![Evidence {
                article: indicator.into(),
                range: TextRange::of(0, 3),
                text: "一".into(),
            }],
        }
    }

    /// Whether there is a pair among figures, where those of one place are of one province.
    #[track_caller]
    fn check(figures: &[Figure], expected: bool) {
        let found = homonyms(figures, |figure| figure.scope.iter().map(String::as_str).collect());
        assert_eq!(!found.is_empty(), expected);
    }

    #[test]
    fn values_of_two_stories_are_equal_by_chance() {
        let round = "1000000000";
        check(&[of(Some("基金"), "总规模", round), of(Some("专员"), "合同成交额", round)], false);
        check(&[of(Some("专员"), "合同成交额", round), of(Some("专员"), "企业投入", round)], true);
        let said = "190000000";
        let two = [of(Some("榜单"), "企业投入", said), of(None, "地方税收", said)];
        check(&two, true);
        let others = [of(Some("园区"), "总产值", said), of(Some("医院"), "总投资", said)];
        check(&[two, others].concat(), false);
        // One thing by a shorter name.
        check(&[of(Some("走廊"), "面积", said), of(Some("走廊"), "总面积", said)], false);
        // The same is measured of two.
        check(&[of(Some("坚果"), "综合产值", said), of(Some("竹业"), "总产值", said)], false);
        let at = |scope: &str, one: Figure| Figure { scope: Some(scope.into()), ..one };
        let (one, other) = (of(None, "企业投入", said), of(None, "地方税收", said));
        check(&[at("甲省", one.clone()), at("甲省", other.clone())], true);
        check(&[at("甲省", one), at("乙省", other)], false);
    }
}
