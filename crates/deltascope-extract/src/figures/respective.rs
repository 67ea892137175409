//! Several numbers of a clause, each of its own: `用户和企业分别达到20万户和3万家`, `甲市、乙市分别承担800万元、400万元`.

use deltascope_model::TextRange;

use super::indicator::{by_verb, listed, without_ends};
use super::measured::is_growing;
use super::naming::Naming;
use super::words::LINKS;
use crate::gazetteer::Known;

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
