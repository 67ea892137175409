//! Growth: of what, and by how much what was told last has become another (`平均增长5%`, `比上月下降了3.3元`).

use super::indicator::{indicator, without_ends};
use super::measured::{Measured, is_growing};
use super::naming::{Naming, grown as grown_of, is_growth};
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
        Some(format!("{}{way}", grown_of(&last.indicator)))
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
        // 招标价格比零售指导价下降: what stands behind 比 is what it is set against.
        let rest = set_against(rest).unwrap_or(rest);
        // 薪水会增长
        let rest = rest.strip_suffix('会').filter(|rest| !rest.ends_with(MEET)).unwrap_or(rest);
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
        // 甲物价年率上涨4.2%,上月为年率上涨4.8%
        let last = self.found.last().map(|last| grown_of(&last.indicator));
        let rate = own.as_deref().filter(|own| RATES.contains(own));
        let rated = last.filter(|last| rate.is_some_and(|rate| last.ends_with(rate)));
        let own = rated.map(str::to_owned).or(own);
        let name = own.or_else(told).or_else(|| itself.map(str::to_owned))?;
        if name.ends_with("幅度") {
            return Some(name);
        }
        Some(format!("{name}{yearly}{way}"))
    }
}

/// Rates of growth, of what was told before.
const RATES: [&str; 4] = ["年率", "月率", "季率", "环比年率"];

/// What 会 is a meeting or a body behind.
const MEET: [char; 18] = [
    '大', '协', '展', '议', '学', '商', '工', '委', '动', '年', '晚', '酒', '宴', '博', '览', '社',
    '机', '都',
];

/// What a clause that sets two things against each other is about: `招标价格比零售指导价` → 招标价格.
fn set_against(words: &str) -> Option<&str> {
    let (about, other) = words.rsplit_once(['比', '较'])?;
    let word = about.ends_with(|c| "同环占配之反正对百可相评".contains(c))
        || about.ends_with("性价")
        || other.starts_with(|c| "重例率赛值上为好多大高".contains(c));
    let named =
        other.chars().count() > 1 && !other.contains(['，', ',', '的']) || other.ends_with('价');
    (!word && named && about.chars().count() > 1).then_some(about)
}

#[cfg(test)]
mod tests {
    use super::set_against;

    #[test]
    fn what_is_set_against_another() {
        assert_eq!(set_against("收购价比目录价"), Some("收购价"));
        assert_eq!(set_against("鱼价较零售价"), Some("鱼价"));
        for words in ["产值同比", "渔船占比", "渔船比重", "产量比的"] {
            assert_eq!(set_against(words), None, "{words}");
        }
    }
}
