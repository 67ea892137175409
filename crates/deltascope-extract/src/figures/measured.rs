//! The figures that one sentence states.
//!
//! A number belongs to an initiative (`whose`), else it is a figure only where it rates a place
//! (`scope`). What it measures is the noun at it (`indicator`), or what the sentence measured or
//! named before: the value goes on, grows, or is a share.

use deltascope_model::{Basis, Edtf, Evidence, Standing, TextRange};

use super::indicator::{is_generic, is_number_of};
use super::naming::Naming;
use super::thread::{Thread, Told};
use super::when::Number;
use super::words::RATES;
use crate::circumstances::Around;
use crate::clause::{clause_of, clauses};
use crate::names::{Key, Mention};
use crate::quantities::FoundQuantity;
use crate::times::FoundTime;

/// A number that a sentence states of an indicator.
#[derive(Clone, Debug, PartialEq)]
pub(crate) struct Measured {
    pub(crate) initiative: Option<Key>,
    pub(crate) indicator: String,
    pub(crate) value: String,
    pub(crate) unit: String,
    pub(crate) qualifier: String,
    /// The places that it is of.
    pub(crate) scope: Option<String>,
    pub(crate) as_of: Option<Edtf>,
    pub(crate) standing: Standing,
    pub(crate) evidence: Evidence,
}

/// A sentence with what was found in it.
pub(crate) struct Measuring<'a> {
    pub(crate) text: &'a str,
    pub(crate) range: TextRange,
    pub(crate) mentions: Vec<&'a Mention>,
    pub(crate) times: &'a [FoundTime],
    /// What is known of the paragraph.
    pub(crate) around: &'a Around<'a>,
    pub(crate) reference: Option<&'a Edtf>,
    pub(crate) thread: &'a Thread,
}

/// Kinds of quantities that no figure is made of: order and time are read elsewhere.
pub(super) const NOT_FIGURES: [&str; 2] = ["ordinal", "duration"];

/// The figures of a sentence with these quantities; `evidence` is the sentence on the page.
pub(crate) fn measured(
    sentence: &Measuring<'_>,
    quantities: &[FoundQuantity],
    evidence: &Evidence,
) -> Vec<Measured> {
    let clauses = clauses(sentence.text, sentence.range);
    let mut found: Vec<Measured> = Vec::new();
    let mut changed = false;
    for (nth, quantity) in quantities.iter().enumerate() {
        // 三大领域 names its things; it is no measure of them.
        if NOT_FIGURES.contains(&quantity.kind) || matches!(&*quantity.unit, "大" | "部门") {
            continue;
        }
        changed = quantity.kind == "change" && !changed;
        if is_few(quantity) || sentence.is_told_of_one(clauses[at_of(&clauses, quantity)], quantity)
        {
            continue;
        }
        let number = quantity.range;
        let at = at_of(&clauses, quantity);
        let owner = sentence.owner(clauses[at], number);
        let naming = Naming { sentence, clauses: &clauses, at, quantities, nth, found: &found };
        let Some(named) = naming.named(owner) else { continue };
        let free = !naming.has_another_owner();
        let indicator = named.indicator;
        let own = sentence
            .scope(&clauses, at, number)
            .or_else(|| sentence.places(clauses[named.subject?]));
        // What goes on behind a figure of a place is of that place.
        let placed = found.last().is_some_and(|last| last.initiative.is_none());
        let told = (clauses[at], number, indicator.as_str());
        let topic = || sentence.topic(&told, own.as_deref(), free);
        let owner = owner.or_else(|| topic().filter(|_| !placed));
        let key = owner.map(|owner| &owner.key);
        let last = found.last().filter(|last| last.initiative.as_ref() == key);
        let scope = own
            .or_else(|| last.and_then(|last| last.scope.clone()))
            .or_else(|| sentence.place_before().filter(|_| owner.is_none()));
        let rated = scope.is_some() && RATES.iter().any(|end| indicator.ends_with(end));
        if owner.is_none() && !rated {
            continue;
        }
        let when = Number { clause: clauses[at], range: number, first_of_change: changed, owner };
        let (as_of, standing) = sentence.when(&when, is_growing(quantity));
        found.push(Measured {
            initiative: owner.map(|owner| owner.key.clone()),
            indicator: owner.map_or(indicator.clone(), |owner| of_owner(&indicator, &owner.name)),
            value: quantity.value.clone(),
            unit: quantity.unit.clone(),
            qualifier: quantity.qualifier.to_owned(),
            scope,
            as_of,
            standing,
            evidence: evidence.clone(),
        });
    }
    found
}

fn at_of(clauses: &[TextRange], quantity: &FoundQuantity) -> usize {
    clause_of(clauses, quantity.range.start())
}

pub(super) fn is_growing(quantity: &FoundQuantity) -> bool {
    matches!(quantity.kind, "growth" | "decline")
}

/// 两处, 五项, 一两条: so few, in words, are told of rather than measured; 前进了8位 is no place held.
fn is_few(quantity: &FoundQuantity) -> bool {
    let low = quantity.value.split('/').next().unwrap_or_default();
    let in_words = quantity.text.starts_with(|c| "一二两三四五六七八九".contains(c));
    quantity.kind == "count" && (in_words && low.len() == 1 || quantity.unit == "位")
}

/// An indicator without the name of what it is of: 走廊研发投入强度 → 研发投入强度; what is counted
/// under its own name is its number.
fn of_owner(indicator: &str, owner: &str) -> String {
    const KINDS: [&str; 8] = ["走廊", "平台", "联盟", "集群", "示范区", "实验室", "创新带", "基金"];
    let mut ends = owner.char_indices().rev().skip(1).take(3).map(|(at, _)| &owner[at..]);
    if owner.ends_with(indicator) || is_number_of(indicator) {
        return "数量".to_owned();
    }
    let named = || KINDS.iter().filter(|kind| owner.contains(**kind));
    let rest = ends
        .find_map(|end| indicator.strip_prefix(end))
        .or_else(|| named().find_map(|kind| indicator.strip_prefix(kind)));
    rest.filter(|rest| rest.chars().count() > 1 && !is_generic(rest))
        .unwrap_or(indicator)
        .to_owned()
}

impl Measuring<'_> {
    pub(super) fn slice(&self, start: u32, end: u32) -> &str {
        self.text.get(start as usize..end as usize).unwrap_or_default()
    }

    /// `每生产10辆车`, `五个“共”`: a rate, and the number of a slogan.
    fn is_told_of_one(&self, clause: TextRange, quantity: &FoundQuantity) -> bool {
        const NEAR: usize = 6;
        let before = self.slice(clause.start(), quantity.range.start());
        let behind = self.slice(quantity.range.end(), clause.end());
        let near = before.char_indices().rev().take(NEAR).map(|(at, _)| &before[at..]);
        let rate = near.into_iter().any(|words| {
            words.starts_with('每') && !words.starts_with("每年") && !words.starts_with("每万")
        });
        let slogan = quantity.kind == "count" && behind.starts_with(['“', '「', '"']);
        rate && quantity.kind == "count" || slogan
    }

    /// What the sentence hands on to the next.
    pub(crate) fn told(&self) -> Told {
        let ends = |edtf: &Edtf| edtf.bounds().last.is_some();
        let mut dated = self.times.iter().rev();
        let date = dated.find(|time| {
            let certain = time.basis != Basis::Vague && time.edtf.as_ref().is_some_and(ends);
            certain && !self.is_in_a_name(time)
        });
        Told {
            mention: self.mentions.last().map(|&mention| mention.clone()),
            places: self.places(self.range),
            about: self.about(self.range).filter(|_| self.mentions.is_empty()),
            date: date.and_then(|time| time.edtf.clone()),
        }
    }

    /// The place that the paragraph told figures of, or spoke of, before a sentence that names no
    /// initiative.
    pub(super) fn place_before(&self) -> Option<String> {
        let place = self.thread.scope.as_ref().or(self.thread.about.as_ref());
        place.filter(|_| self.mentions.is_empty()).cloned()
    }
}
