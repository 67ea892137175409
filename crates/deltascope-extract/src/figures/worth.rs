//! What was signed, and what those counted before a mark are worth: `签约仅19项、3.2亿元`, `兑付算力券436张、1270万元`.

use super::indicator::{by_verb, indicator, thing_of_unit};
use super::naming::Naming;

impl Naming<'_> {
    /// `签约仅19项、3.2亿元`: what was signed, and not what the verb before that did.
    pub(super) fn signed(&self, before: &str) -> Option<String> {
        let quantity = &self.quantities[self.nth];
        let words = before.trim_end_matches(['仅', '只', '了', '达', '共', '有']);
        if quantity.noun.is_none() && words.ends_with("签约") {
            return thing_of_unit(&quantity.unit).map(|thing| format!("签约{thing}"));
        }
        self.worth()
    }

    /// `兑付算力券436张、1270万元`, `赔付3起、合计1140万元`: what those counted before the mark are worth.
    fn worth(&self) -> Option<String> {
        let quantity = &self.quantities[self.nth];
        let counted = &self.quantities[self.nth.checked_sub(1)?];
        let between = self.sentence.slice(counted.range.end(), quantity.range.start());
        let bare = matches!(between, "、" | "、共" | "、合计" | "、共计" | "、总计" | "、金额");
        if !(bare && quantity.kind == "money" && counted.kind == "count") {
            return None;
        }
        let last = self.found.last().filter(|last| last.value == counted.value);
        let last = last.filter(|last| last.unit == counted.unit).map(|last| &*last.indicator);
        if let Some(name) = last {
            return Some(format!("{}金额", name.strip_suffix("项目").unwrap_or(name)));
        }
        let words = self.words(self.clauses[self.at].start(), counted.range.start());
        let named = || indicator(&words, None).map(|name| format!("{name}金额"));
        by_verb(&words, &quantity.unit).or_else(named)
    }
}
