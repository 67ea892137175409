//! Values that another is set against: `高于去年的82分`, `远低于乙市的6.46%`.

use std::sync::LazyLock;

use super::indicator::{indicator, without_ends};
use super::measured::is_growing;
use super::naming::{Naming, is_growth};
use super::words::RISING;
use crate::gazetteer::Known;
use crate::words::Words;

/// What another thing is set against by.
static AGAINST: LazyLock<Words> =
    LazyLock::new(|| Words::new(["高于", "低于", "多于", "少于", "高出", "相比"]));

impl Naming<'_> {
    /// `与前年的60家相比,合作社增加了一倍`: what is set against its own value of before.
    pub(super) fn compared_with(&self) -> Option<String> {
        let clause = self.clauses[self.at];
        let number = self.quantities[self.nth].range;
        let ahead = self.sentence.slice(clause.start(), number.start());
        let behind = self.sentence.slice(number.end(), clause.end());
        let dated = self.sentence.times.iter().any(|time| clause.contains(time.range));
        let set = ahead.starts_with(['与', '同', '跟', '和']) && behind.starts_with("相比");
        let next = self.clauses.get(self.at + 1).filter(|_| set && dated)?;
        let growth = self.quantities.iter().find(|one| next.contains(one.range) && is_growing(one));
        let words = self.words(next.start(), growth?.range.start());
        indicator(without_ends(&words, &RISING), None)
    }

    /// `远低于乙市的6.46%`: what another place has of the same.
    pub(super) fn value_elsewhere(&self) -> Option<String> {
        const AGAINST: [&str; 6] = ["高于", "低于", "多于", "少于", "超过", "不及"];
        let sentence = self.sentence;
        let number = self.quantities[self.nth].range;
        let ahead = sentence.slice(self.clauses[self.at].start(), number.start());
        let ahead = ahead.strip_suffix('的')?;
        let end = self.clauses[self.at].start() + ahead.len() as u32;
        let known = &sentence.around.known;
        let place = known
            .iter()
            .find(|known| known.range.end() == end && matches!(known.known, Known::Place(_)))?;
        let words = sentence.slice(self.clauses[self.at].start(), place.range.start());
        let against = AGAINST.iter().any(|word| words.ends_with(word));
        let unit = &self.quantities[self.nth].unit;
        let mut told = self.found.iter().rev().filter(|_| against);
        let same = told.find(|one| !is_growth(one) && &one.unit == unit && one.scope.is_some())?;
        Some(same.indicator.clone())
    }

    /// `高于去年的82分`, `比2020年的3%高`: what a value is set against is one of the same indicator.
    pub(super) fn value_of_before(&self) -> Option<String> {
        const AGAINST: [&str; 8] = ["高于", "低于", "多于", "少于", "好于", "超过", "比", "较"];
        const BEFORE: [&str; 6] = ["上一期", "上期", "上一届", "上届", "上一季", "前一年"];
        let sentence = self.sentence;
        let number = self.quantities[self.nth].range;
        let ahead = sentence.slice(self.clauses[self.at].start(), number.start());
        let ahead = ahead.strip_suffix('的')?;
        let ahead = ahead.strip_suffix("同期").unwrap_or(ahead);
        let end = self.clauses[self.at].start() + ahead.len() as u32;
        let time = sentence.times.iter().find(|time| time.range.end() == end);
        let ahead = match time {
            Some(time) => sentence.slice(self.clauses[self.at].start(), time.range.start()),
            None => BEFORE.iter().find_map(|word| ahead.strip_suffix(word))?,
        };
        let last = self.found.last().filter(|_| AGAINST.iter().any(|word| ahead.ends_with(word)));
        let same = last.filter(|last| last.unit == self.quantities[self.nth].unit);
        same.map(|last| last.indicator.clone())
    }
}

/// `高于全国平均水平0.9个百分点`: what another thing is set against.
pub(super) fn is_compared(before: &str) -> bool {
    AGAINST
        .within(before)
        .filter_map(|(_, word, ())| before.rsplit_once(word))
        .any(|(ahead, behind)| !ahead.ends_with('不') && !behind.is_empty())
}
