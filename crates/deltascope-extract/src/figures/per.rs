//! How many of one thing there are for so many of another: `每万人拥有发明专利186件`, `每10万人有12家医院`.

use super::indicator::indicator;
use super::naming::Naming;

impl Naming<'_> {
    /// Whether the quantity counts things for so many others.
    pub(super) fn is_per_so_many(&self) -> bool {
        let quantity = &self.quantities[self.nth];
        quantity.kind == "ratio" && !matches!(quantity.unit.as_str(), "" | "倍" | "番")
    }

    /// What is counted so, named with what it is counted for.
    pub(super) fn per_so_many(&self) -> Option<String> {
        let quantity = &self.quantities[self.nth];
        let clause = self.clauses[self.at];
        let ahead = self.sentence.slice(clause.start(), quantity.range.start());
        let (_, of) = ahead.rsplit_once('每')?;
        let many = |c: char| c.is_ascii_digit() || "十百千万亿".contains(c);
        let number = of.len() - of.trim_start_matches(many).len();
        let measure = MEASURES.iter().find(|measure| of[number..].starts_with(**measure))?;
        let (per, told) = of.split_at(number + measure.len());
        let name = indicator(told, quantity.noun.as_deref())?;
        Some(format!("每{per}{name}"))
    }
}

/// What things are counted for, the longer first.
const MEASURES: [&str; 12] =
    ["平方公里", "平方米", "公里", "公顷", "亩", "常住人口", "人口", "人", "名", "户", "个", "家"];
