//! A round of plans as a period: 第三轮三年行动计划, where the gazetteer knows its years.
//!
//! `长三角地区第三轮三年行动计划` → the years in brackets of the plan's own name, 2024/2026. A text that
//! says the years itself has them as a time already.

use deltascope_model::{Edtf, TextRange};

use crate::gazetteer::{Gazetteer, Known, KnownMatch, ROUND};
use crate::meaning::Meaning;
use crate::spots::Spots;
use crate::times::{RawTime, scan};

/// Adds the rounds of plans among the known names of a text to its times, in order.
pub(crate) fn add(raw: &mut Vec<RawTime>, text: &str, known: &[KnownMatch], gazetteer: &Gazetteer) {
    let rounds: Vec<RawTime> =
        known.iter().filter_map(|found| round(text, found, gazetteer)).collect();
    if rounds.is_empty() {
        return;
    }
    raw.retain(|time| rounds.iter().all(|round| round.range.overlap(time.range).is_none()));
    raw.extend(rounds);
    raw.sort_by_key(|time| time.range.start());
}

fn round(text: &str, found: &KnownMatch, gazetteer: &Gazetteer) -> Option<RawTime> {
    let Known::Initiative(id) = &found.known else { return None };
    let name = found.range.slice(text)?;
    let at = name.find('第').filter(|at| name[*at..].contains(ROUND) && name.ends_with("计划"))?;
    let whole = &gazetteer.initiatives.get(&**id)?.name;
    let times = scan(Spots::of(whole).text(whole), false);
    let years = times.into_iter().find_map(|time| match time.meaning {
        Meaning::Span(first, last) => Some((first.year.stated()?, last.year.stated()?)),
        _ => None,
    })?;
    let years = Edtf::interval(&Edtf::year(years.0)?, &Edtf::year(years.1)?)?;
    let start = found.range.usize().start + at;
    let range = TextRange::of(start, found.range.usize().end);
    Some(RawTime::new(range, Meaning::Known(years)))
}

#[cfg(test)]
mod tests {
    use super::*;

    const PLANS: &str = r#"
        [[initiative]]
        id = "third"
        name = "青川三年行动计划(2024—2026年)"
        aliases = ["青川第三轮三年行动计划"]
        en = "Third plan"
        kind = "plan"
        [[initiative]]
        id = "undated"
        name = "白石行动计划"
        aliases = ["白石第一轮行动计划"]
        en = "Undated plan"
        kind = "plan"
    "#;

    #[track_caller]
    fn check(text: &str, expected: &[(&str, &str)]) {
        let gazetteer = Gazetteer::parse(&[("plans.toml", PLANS)]).unwrap();
        let mut raw = Vec::new();
        add(&mut raw, text, &gazetteer.find(text), &gazetteer);
        let found: Vec<_> = raw
            .iter()
            .map(|time| match &time.meaning {
                Meaning::Known(edtf) => (time.range.slice(text).unwrap(), edtf.as_str()),
                other => panic!("{other:?}"),
            })
            .collect();
        assert_eq!(found, expected, "{text}");
    }

    #[test]
    fn rounds_have_the_years_of_their_plan() {
        check("落实青川第三轮三年行动计划", &[("第三轮三年行动计划", "2024/2026")]);
        check("落实青川三年行动计划(2024—2026年)", &[]);
        check("白石第一轮行动计划", &[]);
        check("第三轮三年行动计划", &[]);
    }
}
