//! Growth: of what, and by how much what was told last has become another (`平均增长5%`, `比上月下降了3.3元`).

use super::indicator::{indicator, without_ends};
use super::measured::{Measured, is_growing};
use super::naming::{Naming, grown, is_growth};
use super::words::RISING;

impl Naming<'_> {
    /// `比上月下降了3.3元/吨`, `减少610万吨`: by how much what was told last has become another.
    pub(super) fn changed_by(&self, before: &str) -> Option<String> {
        const UP: [&str; 6] = ["增加", "增长", "上升", "上涨", "提高", "多出"];
        const DOWN: [&str; 6] = ["减少", "下降", "下跌", "回落", "降低", "少"];
        let quantity = &self.quantities[self.nth];
        let words = before.trim_end_matches(['了', '约', '近', '超', '逾']);
        let ends = |verbs: &[&str]| verbs.iter().find_map(|verb| words.strip_suffix(verb));
        let (rest, way) =
            ends(&UP).map(|rest| (rest, "增长")).or_else(|| Some((ends(&DOWN)?, "下降")))?;
        let than = rest.ends_with("比的") || rest.ends_with("较的") || rest.is_empty();
        let last = self.found.last().filter(|last| than && last.unit == quantity.unit)?;
        Some(format!("{}{way}", grown(&last.indicator)))
    }

    /// `平均增长5%`: of what is named before it in its clause, else of what was measured last; of
    /// several where they grow `分别`; else of what it is `itself`.
    pub(super) fn growth(&self, before: &str, itself: Option<&str>) -> Option<String> {
        let quantity = &self.quantities[self.nth];
        let way = if quantity.kind == "growth" { "增长" } else { "下降" };
        let yearly = ["年均", "平均每年", "每年平均"].iter().any(|word| before.contains(word));
        let yearly = if yearly { "年均" } else { "" };
        let rest = without_ends(before, &RISING);
        // 浓度将比上年下降2%
        let than = ["比的", "较的"].iter().find_map(|than| rest.strip_suffix(than));
        let rest = than.map_or(rest, |rest| without_ends(rest, &RISING));
        let own = indicator(rest, None).filter(|_| rest.len() < before.trim_end().len());
        // A share grows by points, not by a percentage.
        let points = quantity.unit == "百分点";
        let before_it = self.thread_last().filter(|_| self.found.is_empty());
        let wholes: Vec<&Measured> = (before_it.into_iter().chain(self.found))
            .filter(|last| !is_growth(last) && (points || last.unit != "%"))
            .collect();
        let grown = self.in_clause(is_growing);
        let whole = match grown.iter().position(|&nth| nth == self.nth) {
            Some(place) if before.contains("分别") || self.respectively() => {
                wholes.len().checked_sub(grown.len()).and_then(|from| wholes.get(from + place))
            }
            _ => wholes.last(),
        };
        let told = || whole.map(|whole| whole.indicator.clone());
        let name = own.or_else(told).or_else(|| itself.map(str::to_owned))?;
        Some(format!("{name}{yearly}{way}"))
    }
}
