//! Where the sources of the default corpus are known to differ: the values must stand side by side,
//! in one entry of the ledger or in a relation, whatever is right; of dates each must stand in the
//! life of its initiative.

use std::collections::BTreeSet;

use deltascope_model::{Corpus, Figure, Phase};

use crate::pages::{corpus, default_corpus, first_pages};

/// What differs, its units, and values of which each stands beside the next.
type Differing = (&'static str, &'static str, &'static [&'static str]);

/// The values that differ.
const VISIBLE: [Differing; 20] = [
    ("R&D intensity of 2023", "%", &["3.33", "3.34"]),
    ("growth of the innovation index since 2018", "%", &["11.17", "9.26"]),
    ("level of the innovation index", "分", &["262.48", "267.57"]),
    ("sub-index of shared results", "分", &["443.26", "409.89"]),
    ("development index in three editions", "", &["129.5", "132.6", "135"]),
    ("innovation in two editions of that index", "", &["150.9", "154.3"]),
    ("growth of that index", "", &["3.3", "2.6"]),
    ("major facilities", "个", &["23", "28", "25"]),
    ("large instruments", "台(套)", &["26000", "44671", "46441", "46000"]),
    ("contracts between all four", "CNY", &["54000000000", "186345000000"]),
    ("contracts from Shanghai", "CNY", &["17279000000", "74432000000"]),
    ("joint research projects", "项/个", &["29", "28", "72"]),
    ("tasks of the third plan and of its chapters", "项", &["165", "20"]),
    ("high-technology firms of the demonstration zone", "家", &["1560", "3319", "3750"]),
    ("GDP of the G60 corridor", "CNY", &["4860000000000", "9000000000000"]),
    ("national laboratories", "家", &["6", "5"]),
    ("ranks of Shanghai and Suzhou", "位", &["5", "6"]),
    ("ranks of Nanjing", "位", &["9", "15"]),
    ("years of one level of the innovation index", "分", &["227.05", "227.05"]),
    ("cities of the Shanghai–Nanjing belt", "个/座", &["6", "7"]),
];

/// An initiative and the dates that sources give of its phases.
type Dated = (&'static str, &'static [(Phase, &'static str)]);

/// The dates that differ.
const DATED: [Dated; 7] = {
    use Phase::{Adopted, Completed, Established, Held, Issued, Launched, Signed};
    [
        (
            "yrd-coordination-decision",
            &[
                (Adopted, "2025-07"),
                (Adopted, "2025-07-10"),
                (Issued, "2025-07-12"),
                (Held, "2025-08-01"),
            ],
        ),
        ("ceni", &[(Completed, "2022-08-24"), (Completed, "2025-07-24")]),
        ("g60-construction-scheme", &[(Adopted, "2020-12"), (Issued, "2021-04-01")]),
        ("g60-source-measures", &[(Issued, "2025-11"), (Issued, "../2025-12-25")]),
        ("zhangjiang-laboratory", &[(Established, "2017-09-26"), (Established, "2017-09-27")]),
        ("yrd-leaders-meetings", &[(Launched, "2005"), (Launched, "2019")]),
        ("huning-belt", &[(Launched, "2024-06"), (Signed, "2025-02/2025-03")]),
    ]
};

/// Whether two figures stand in one entry or are members of one relation.
fn side_by_side(corpus: &Corpus, one: &Figure, other: &Figure) -> bool {
    let entry = (&one.initiative, &one.indicator) == (&other.initiative, &other.indicator);
    let related = |members: &[String]| members.contains(&one.id) && members.contains(&other.id);
    one.id != other.id
        && (entry || corpus.relations.iter().any(|relation| related(&relation.members)))
}

fn is_visible(corpus: &Corpus, &(_, unit, values): &Differing) -> bool {
    let of = |value: &'static str| {
        corpus
            .figures
            .iter()
            .filter(move |one| one.value == value && unit.split('/').any(|unit| one.unit == unit))
    };
    values.windows(2).all(|pair| {
        of(pair[0]).any(|one| of(pair[1]).any(|other| side_by_side(corpus, one, other)))
    })
}

#[test]
fn values_that_differ_stand_side_by_side() {
    let corpus = default_corpus();
    let hidden = VISIBLE.iter().filter(|one| !is_visible(corpus, one));
    let hidden: BTreeSet<&str> = hidden.map(|one| one.0).collect();
    assert_eq!(hidden, BTreeSet::new(), "no longer side by side");
}

/// What looks like another value of a series and is none: value, unit, what it is of, and where.
const APART: [(&str, &str, &str, Option<&str>); 2] = [
    ("41", "项", "需求任务", None),
    // Of one province's own count, not of the programme.
    ("90", "项", "攻关项目", Some("安徽")),
];

#[test]
fn what_is_of_no_series_stands_apart() {
    let corpus = default_corpus();
    for (value, unit, indicator, scope) in APART {
        let found = corpus.figures.iter().find(|one| {
            (one.value.as_str(), one.unit.as_str(), one.indicator.as_str(), one.scope.as_deref())
                == (value, unit, indicator, scope)
        });
        let found = found.unwrap_or_else(|| panic!("no figure {value} {indicator}"));
        let among = |value| corpus.figures.iter().filter(move |one| one.value == value);
        let mixed = ["28", "29", "72"].into_iter().flat_map(among);
        let mixed = mixed.filter(|one| one.indicator.ends_with("项目") && one.unit == unit);
        assert!(!mixed.into_iter().any(|other| side_by_side(corpus, found, other)), "{value}");
    }
}

#[test]
fn dates_that_differ_stand_in_one_life() {
    let corpus = default_corpus();
    let all_there = |&&(initiative, dates): &&Dated| {
        dates.iter().all(|&(phase, date)| {
            corpus.events.iter().any(|event| {
                (event.initiative.as_str(), event.phase, event.date.edtf.as_str())
                    == (initiative, phase, date)
            })
        })
    };
    let missing = DATED.iter().filter(|one| !all_there(one));
    let missing: BTreeSet<&str> = missing.map(|one| one.0).collect();
    assert_eq!(missing, BTreeSet::new(), "no longer in one life");
}

/// The relations of figures that an analyst lists of the first five pages: kind and values.
const OF_THE_FIRST: [&str; 5] = [
    "agree 46000 46441",
    "evolve 2.81 3.34",
    "evolve 12 24",
    "homonym 180000000 180000000",
    "scope 8000000 170000000",
];

#[test]
fn relations_of_the_first_pages_are_those_that_an_analyst_lists() {
    let corpus = corpus(&first_pages());
    let value = |id: &String| corpus.figures.iter().find(|one| one.id == *id).map(|one| &one.value);
    let found: BTreeSet<String> = (corpus.relations.iter())
        .filter_map(|one| {
            let values: Option<Vec<_>> = one.members.iter().map(value).collect();
            Some(format!(
                "{} {}",
                one.kind,
                values?.into_iter().cloned().collect::<Vec<_>>().join(" ")
            ))
        })
        .collect();
    assert_eq!(found, OF_THE_FIRST.map(str::to_owned).into());
}
