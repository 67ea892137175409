//! The round of a known plan in words of the text's own: `长三角一体化发展第三轮三年行动计划`.
//!
//! A gazetteer lists what a round is called: 长三角第三轮三年行动计划. Between the place and the round texts
//! add words of the plan's whole name; with them it is the same plan.

use deltascope_model::TextRange;

use super::{Gazetteer, Known, KnownMatch, matcher::plain_name};

/// What each round is called by.
pub(crate) const ROUND: char = '轮';

/// Widens what is known in a text by the rounds of plans in it, which stand at some of these places.
pub(super) fn add(
    found: &mut Vec<KnownMatch>,
    text: &str,
    places: impl Iterator<Item = usize>,
    gazetteer: &Gazetteer,
) {
    for at in places.filter(|at| text[*at..].starts_with(ROUND)) {
        let Some(round) = at_round(text, at, found, gazetteer) else { continue };
        let before = found.partition_point(|one| one.range.end() <= round.range.start());
        let behind = found.partition_point(|one| one.range.start() < round.range.end());
        found.splice(before..behind, [round]);
    }
}

/// The plan of the round that is called so here.
fn at_round(
    text: &str,
    at: usize,
    found: &[KnownMatch],
    gazetteer: &Gazetteer,
) -> Option<KnownMatch> {
    const LONGEST: usize = "三年行动计划".len();
    const PLAN: &str = "计划";
    const NUMBERS: &str = "一二三四五六七八九十";
    let number = |c: char| c.is_ascii_digit() || NUMBERS.contains(c);
    let start = text[..at].trim_end_matches(number).strip_suffix('第')?.len();
    let behind = &text[at + ROUND.len_utf8()..];
    let length = behind.find(PLAN)? + PLAN.len();
    let end = (length <= LONGEST).then_some(at + ROUND.len_utf8() + length)?;
    let mut plans = gazetteer.initiatives_ending(&text[start..end]).into_iter();
    let (_, id) = plans.next()?;
    let plan = plans.all(|(_, other)| other == id).then(|| gazetteer.initiatives.get(id))??;
    let whole = plain_name(&plan.name);
    let is_its = |owner: &str| {
        let place = gazetteer.place_before(owner).is_some_and(|place| plan.places.contains(&place));
        place && gazetteer.behind_place(owner).is_none_or(|words| whole.contains(words))
    };
    let starts = found.iter().rev().map(|one| one.range.usize().start);
    let from = starts.filter(|from| *from < start).find(|from| is_its(&text[*from..start]))?;
    Some(KnownMatch { range: TextRange::of(from, end), known: Known::Initiative(id.into()) })
}

#[cfg(test)]
mod tests {
    use super::*;

    const PLANS: &str = r#"
        [[place]]
        id = "900000"
        name = "青川"
        hant = "青川"
        en = "Qingchuan"
        level = "province"
        [[place]]
        id = "900001"
        name = "白石"
        hant = "白石"
        en = "Baishi"
        level = "province"
        [[initiative]]
        id = "third"
        name = "青川地区水网一体建设三年行动计划(2024—2026年)"
        aliases = ["青川第三轮三年行动计划"]
        en = "Third plan"
        kind = "plan"
        places = ["900000"]
        [[initiative]]
        id = "network"
        name = "青川水网一体建设"
        en = "Network"
        kind = "programme"
    "#;

    #[track_caller]
    fn check(text: &str, expected: &[&str]) {
        let gazetteer = Gazetteer::parse(&[("plans.toml", PLANS)]).unwrap();
        let found = gazetteer.find(text);
        let plans = found.iter().filter(|one| one.known == Known::Initiative("third".into()));
        let found: Vec<_> = plans.map(|one| one.range.slice(text).unwrap()).collect();
        assert_eq!(found, expected, "{text}");
    }

    #[test]
    fn a_round_may_add_words_of_its_plan() {
        check("落实青川水网第三轮三年行动计划。", &["青川水网第三轮三年行动计划"]);
        check("青川水网一体建设第三轮三年行动计划实施", &["青川水网一体建设第三轮三年行动计划"]);
        check("青川第三轮三年行动计划", &["青川第三轮三年行动计划"]);
        check("白石和青川一体建设第三轮三年行动计划", &["青川一体建设第三轮三年行动计划"]);
    }

    #[test]
    fn another_plan_or_round_is_not_it() {
        check("青川林业第三轮三年行动计划", &[]);
        check("青川水网第四轮三年行动计划", &[]);
        check("白石水网第三轮三年行动计划", &[]);
        check("第三轮三年行动计划", &[]);
        check("青川水网首轮检查，计划三年完成", &[]);
    }
}
