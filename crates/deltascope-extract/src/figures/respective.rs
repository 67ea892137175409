//! Several numbers of a clause, each of its own: `用户和企业分别达到20万户和3万家`, `甲市、乙市分别承担800万元、400万元`.

use deltascope_model::{Edtf, TextRange};

use super::indicator::{by_verb, listed, without_ends};
use super::measured::is_growing;
use super::naming::Naming;
use super::when::AsOf;
use super::words::LINKS;
use crate::gazetteer::Known;
use crate::times::FoundTime;

impl Naming<'_> {
    /// `用户和企业分别达到20万户和3万家`.
    pub(super) fn listed(&self, before: &str) -> Option<String> {
        let counted =
            self.in_clause(|one| !is_growing(one) && !matches!(one.kind, "ordinal" | "duration"));
        let place = counted.iter().position(|&nth| nth == self.nth)?;
        let first = self.quantities[*counted.first()?].range;
        let ahead = self.sentence.slice(self.clauses[self.at].start(), first.start());
        let (names, does) = ahead.rsplit_once("分别")?;
        // 甲市、乙市分别承担800万元、400万元: what each of them does.
        if let Some(done) = by_verb(does, &self.quantities[self.nth].unit) {
            return Some(done);
        }
        // 2009年和2010年分别发放薪酬1965万元和1834万元: one thing at several times.
        if place > 0 && self.respective_time().is_some() {
            let last = self.found.last().filter(|one| one.unit == self.quantities[self.nth].unit);
            return last.map(|one| one.indicator.clone());
        }
        // 去年同期分别为4520例和407例: of what was told last, in its order.
        let bare = without_ends(before, &LINKS).trim_matches('的').is_empty();
        let told = self.found.len().checked_sub(counted.len()).map(|from| &self.found[from]);
        if let Some(told) = told.filter(|told| bare && told.unit == self.quantities[self.nth].unit)
        {
            return Some(told.indicator.clone());
        }
        let names = if place == 0 {
            before.rsplit_once("分别").map_or(names, |pair| pair.0)
        } else {
            names
        };
        listed(names, counted.len())?.into_iter().nth(place)
    }

    /// When the number is as of where the clause tells of several times, each with its own:
    /// `2009年和2010年分别…`, `2009年到2011年,…分别为…`.
    pub(super) fn respective_time(&self) -> Option<AsOf> {
        let clause = self.clauses[self.at];
        let beside = [self.nth.wrapping_sub(1), self.nth + 1];
        let mut beside = beside.iter().filter_map(|&nth| self.quantities.get(nth));
        if self.sentence.times.is_empty() || !beside.any(|one| clause.contains(one.range)) {
            return None;
        }
        let number = self.quantities[self.nth].range;
        let (ahead, _) = self.sentence.slice(clause.start(), number.start()).split_once("分别")?;
        let counted =
            self.in_clause(|one| !is_growing(one) && !matches!(one.kind, "ordinal" | "duration"));
        let place =
            counted.iter().position(|&nth| nth == self.nth).filter(|_| counted.len() > 1)?;
        let end = clause.start() + ahead.len() as u32;
        let mut times = self.sentence.times.iter().filter(|time| time.range.end() <= end);
        let within = |clause: &TextRange| -> Vec<_> {
            times.clone().filter(|time| clause.contains(time.range)).collect()
        };
        let near = self.clauses[..=self.at].iter().rev().take(2).map(within);
        let own = near.into_iter().find(|own| !own.is_empty())?;
        if own.len() == counted.len() {
            return AsOf::of(own.get(place)?);
        }
        let whole = times.next_back().filter(|_| own.len() < 2)?;
        year_of(whole, place, counted.len())
    }

    /// The place that has the number where the clause tells of several, each with its own: `甲市、乙市分别承担…`.
    pub(super) fn respective_place(&self) -> Option<String> {
        let counted = self.in_clause(|one| one.kind != "ordinal");
        let place =
            counted.iter().position(|&nth| nth == self.nth).filter(|_| counted.len() > 1)?;
        let first = self.quantities[*counted.first()?].range;
        let clause = self.clauses[self.at];
        let (ahead, _) = self.sentence.slice(clause.start(), first.start()).rsplit_once("分别")?;
        let part = TextRange::new(clause.start(), clause.start() + ahead.len() as u32);
        let known = self.sentence.around.known.iter().filter(|known| part.contains(known.range));
        let places: Vec<TextRange> = known
            .filter(|known| matches!(known.known, Known::Place(_)))
            .map(|known| known.range)
            .collect();
        let range = places.get(place).filter(|_| places.len() == counted.len())?;
        self.sentence.places(*range)
    }
}

/// One of the years from one to another, where they are so many.
fn year_of(time: &FoundTime, place: usize, count: usize) -> Option<AsOf> {
    let (first, last) = time.edtf.as_ref()?.as_str().split_once('/')?;
    let (first, last): (usize, usize) = (first.parse().ok()?, last.parse().ok()?);
    let edtf = Edtf::new((first + place).to_string()).ok().filter(|_| last + 1 == first + count)?;
    Some(AsOf { edtf, basis: time.basis, dated: true })
}
