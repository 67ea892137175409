//! Flows: from where to where a figure tells of, as its sentence says it.
//!
//! | sentence | flow |
//! | --- | --- |
//! | `甲向乙输出…`, `甲输出到乙…`, `甲流向乙…` | 甲 → 乙 |
//! | `甲从乙吸纳…` | 乙 → 甲 |
//! | `从乙吸纳…`, behind a sentence of what 甲 takes or gives | 乙 → 甲, carried over |
//!
//! An end that neither the sentence nor the one before it names stays unknown. Where a sentence tells
//! several flows and nothing says which is the figure's, it has none. Pure.

use deltascope_model::{Figure, Place};

/// Verbs of what goes out, and of what comes in.
const OUT: [&str; 5] = ["输出", "转移", "转让", "出口", "流向"];
const IN: [&str; 5] = ["吸纳", "引进", "承接", "进口", "输入"];
/// What stands before the other end, ahead of the verb.
const TO: [&str; 4] = ["向", "给", "对", "往"];
const FROM: [&str; 2] = ["从", "自"];
/// The same, behind the verb.
const BEHIND: [&str; 4] = ["到", "至", "往", "给"];
/// Between the places of a list.
const JOINTS: [char; 4] = ['、', '和', '与', '及'];

/// A flow; an end that is not known is empty.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Flow {
    /// Where it comes from: places, by position.
    pub from: Vec<usize>,
    /// Where it goes.
    pub to: Vec<usize>,
    /// One end is named by the sentence before.
    pub carried: bool,
}

impl Flow {
    /// True where a place is one of its ends, or is in a group that is.
    pub fn touches(&self, places: &[Place], id: &str) -> bool {
        self.from
            .iter()
            .chain(&self.to)
            .any(|&at| places[at].id == id || places[at].members.iter().any(|member| member == id))
    }
}

/// A flow as a sentence tells it.
struct Told {
    verb: &'static str,
    goes_out: bool,
    /// Who gives or takes.
    own: Vec<usize>,
    other: Vec<usize>,
}

impl Told {
    fn flow(&self, own: Vec<usize>, carried: bool) -> Flow {
        let other = self.other.clone();
        let (from, to) = if self.goes_out { (own, other) } else { (other, own) };
        Flow { from, to, carried }
    }
}

/// The flow of a figure, given the sentence that states it and the text before that.
pub fn flow(places: &[Place], figure: &Figure, sentence: &str, before: &str) -> Option<Flow> {
    let told = told(places, sentence);
    let named: Vec<&Told> = told.iter().filter(|one| figure.indicator.contains(one.verb)).collect();
    let first = match named[..] {
        [first, ref rest @ ..] if rest.iter().all(|one| one.other == first.other) => first,
        [] if told.len() == 1 => &told[0],
        _ => return None,
    };
    if !first.own.is_empty() {
        return Some(first.flow(first.own.clone(), false));
    }
    let last = before.trim_end().trim_end_matches(['；', ';', '。', '，', ',']);
    let last = last.rsplit(['。', '；', ';', '！', '？', '\n']).next().unwrap_or_default();
    let own = self::told(places, last).pop().map(|told| told.own).unwrap_or_default();
    // Nobody takes from himself.
    let own: Vec<usize> = own.into_iter().filter(|at| !first.other.contains(at)).collect();
    let carried = !own.is_empty();
    Some(first.flow(own, carried))
}

/// The flows that a sentence tells, in its order.
fn told(places: &[Place], sentence: &str) -> Vec<Told> {
    let mut found: Vec<(usize, Told)> = Vec::new();
    let verbs = OUT.iter().map(|verb| (*verb, true)).chain(IN.iter().map(|verb| (*verb, false)));
    for (verb, goes_out) in verbs {
        for (at, _) in sentence.match_indices(verb) {
            let (ahead, behind) = (&sentence[..at], &sentence[at + verb.len()..]);
            if let Some((own, other)) = ends(places, ahead, behind, verb, goes_out) {
                found.push((at, Told { verb, goes_out, own, other }));
            }
        }
    }
    found.sort_by_key(|(at, _)| *at);
    found.into_iter().map(|(_, told)| told).collect()
}

/// Who gives or takes, and the other end, around a verb.
fn ends(
    places: &[Place],
    ahead: &str,
    behind: &str,
    verb: &str,
    goes_out: bool,
) -> Option<(Vec<usize>, Vec<usize>)> {
    let (near, rest) = ending(places, ahead);
    let signs: &[&str] = if goes_out { &TO } else { &FROM };
    if let Some(own) = signs.iter().find_map(|sign| rest.strip_suffix(sign))
        && !near.is_empty()
    {
        return Some((ending(places, own).0, near));
    }
    if !goes_out {
        return None;
    }
    let there = if verb == "流向" {
        Some(behind)
    } else {
        BEHIND.iter().find_map(|sign| behind.strip_prefix(sign))
    };
    let other = beginning(places, there?);
    (!other.is_empty()).then_some((near, other))
}

/// The places that a text ends with, in its order, and what stands before them.
fn ending<'a>(places: &[Place], text: &'a str) -> (Vec<usize>, &'a str) {
    let mut found: Vec<usize> = Vec::new();
    let mut rest = text;
    loop {
        let joined = if found.is_empty() { rest } else { rest.trim_end_matches(JOINTS) };
        let Some((at, name)) = longest(places, |name| joined.ends_with(name)) else { break };
        found.insert(0, at);
        rest = &joined[..joined.len() - name.len()];
    }
    whole(found, &text[rest.len()..], text, rest)
}

/// The places that a text begins with.
fn beginning(places: &[Place], text: &str) -> Vec<usize> {
    let mut found = Vec::new();
    let mut rest = text;
    loop {
        let joined = if found.is_empty() { rest } else { rest.trim_start_matches(JOINTS) };
        let Some((at, name)) = longest(places, |name| joined.starts_with(name)) else { break };
        found.push(at);
        rest = &joined[name.len()..];
    }
    whole(found, &text[..text.len() - rest.len()], text, "").0
}

/// One character alone is no name of a place: 浙 is one in 沪浙皖.
fn whole<'a>(
    found: Vec<usize>,
    names: &str,
    text: &'a str,
    rest: &'a str,
) -> (Vec<usize>, &'a str) {
    if names.chars().count() > 1 { (found, rest) } else { (Vec::new(), text) }
}

/// The place with the longest name that fits.
fn longest(places: &[Place], fits: impl Fn(&str) -> bool) -> Option<(usize, &str)> {
    let mut best: Option<(usize, &str)> = None;
    for (at, place) in places.iter().enumerate() {
        for name in place.aliases.iter().chain([&place.name]).map(String::as_str) {
            let longer = best.is_none_or(|(_, known)| name.len() > known.len());
            if !name.is_empty() && longer && fits(name) {
                best = Some((at, name));
            }
        }
    }
    best
}

/// What flows: an indicator without the verb that it begins with.
pub fn thing(indicator: &str) -> &str {
    let rest = OUT.iter().chain(&IN).find_map(|verb| indicator.strip_prefix(verb));
    rest.filter(|rest| !rest.is_empty()).unwrap_or(indicator)
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::{figures::ledger::tests::figure, network::graph::tests::place};

    fn places() -> Vec<Place> {
        let named = [("云岭", "云"), ("海岬", "岬"), ("沙湾", "湾"), ("云岬湾", "三地")];
        let place = |(name, alias)| place(name, name, &[alias, &format!("{name}省")]);
        named.map(place).to_vec()
    }

    #[track_caller]
    fn check(indicator: &str, before: &str, sentence: &str, expected: Option<(&str, &str, bool)>) {
        let places = places();
        let found = flow(&places, &figure(indicator, 1, "5", "项", "2022"), sentence, before);
        let names = |all: &[usize]| -> String {
            all.iter().map(|&at| places[at].name.as_str()).collect::<Vec<_>>().join(" ")
        };
        let found = found.map(|flow| (names(&flow.from), names(&flow.to), flow.carried));
        let expected = expected.map(|(from, to, carried)| (from.into(), to.into(), carried));
        assert_eq!(found, expected, "{sentence}");
    }

    #[test]
    fn what_goes_out_and_what_comes_in() {
        check("输出专利", "", "去年云岭向海岬输出专利5件。", Some(("云岭", "海岬", false)));
        check(
            "输出专利",
            "",
            "云岭省输出到岬湾两地的专利有5件。",
            Some(("云岭", "海岬 沙湾", false)),
        );
        check("吸纳合同", "", "海岬从云岭、沙湾吸纳合同5项。", Some(("云岭 沙湾", "海岬", false)));
        check("合同", "", "海岬流向三地的合同5项。", Some(("海岬", "云岬湾", false)));
    }

    #[test]
    fn an_end_is_carried_over_or_stays_unknown() {
        let before = "前面一句。2022年,云岭输出到岬湾的合同5项；";
        check("吸纳合同", before, "从岬湾吸纳的合同7项。", Some(("海岬 沙湾", "云岭", true)));
        check("吸纳合同", "别的事。", "从岬湾吸纳的合同7项。", Some(("海岬 沙湾", "", false)));
        check(
            "吸纳合同",
            "岬湾向云岭输出合同。",
            "从岬湾吸纳的合同7项。",
            Some(("海岬 沙湾", "", false)),
        );
    }

    #[test]
    fn without_a_direction_or_with_two_there_is_none() {
        check("合同", "", "云岭合同5项。", None);
        check("合同", "", "云岭输出合同5项。", None);
        check("合同", "", "云岭向海岬输出、从沙湾吸纳合同5项。", None);
        check(
            "输出合同",
            "",
            "云岭向海岬输出合同5项，从沙湾吸纳7项。",
            Some(("云岭", "海岬", false)),
        );
        check("出口额", "", "云向湾出口5万元。", None);
    }

    #[test]
    fn a_flow_touches_its_ends_and_the_members_of_a_group() {
        let mut places = places();
        places[3].members = vec!["沙湾".into()];
        let flow = Flow { from: vec![0], to: vec![3], carried: false };
        for (id, expected) in [("云岭", true), ("云岬湾", true), ("沙湾", true), ("海岬", false)]
        {
            assert_eq!(flow.touches(&places, id), expected, "{id}");
        }
    }

    #[test]
    fn what_flows_is_named_without_its_verb() {
        assert_eq!(thing("输出技术合同"), "技术合同");
        assert_eq!(thing("技术合同"), "技术合同");
        assert_eq!(thing("出口"), "出口");
    }
}
