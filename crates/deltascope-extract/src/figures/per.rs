//! How many of one thing there are for so many of another: `每万人拥有发明专利186件`, `每10万人有12家医院`; and how much of
//! something else a thing is: `塘口价是批发价的2.3倍`.

use deltascope_model::TextRange;

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

impl Naming<'_> {
    /// `塘口价是批发价的2.3倍`, `密度只有清除前的四成`: what is set beside what. Beside another time it is the same.
    pub(super) fn beside(&self) -> Option<String> {
        const IS: [&str; 8] = ["只有", "仅为", "仅有", "约为", "相当于", "不足", "为", "是"];
        const LONGEST: usize = 10;
        let quantity = &self.quantities[self.nth];
        if !matches!(quantity.unit.as_str(), "" | "%" | "倍") {
            return None;
        }
        let clause = self.clauses[self.at];
        let ahead = self.sentence.slice(clause.start(), quantity.range.start());
        let ahead = ahead.trim_end_matches(['近', '约', '超', '逾']);
        let ahead = ahead.strip_suffix("不足").unwrap_or(ahead).strip_suffix('的')?;
        let (at, verb) = IS.iter().filter_map(|verb| Some((ahead.rfind(verb)?, *verb))).max()?;
        let other = &ahead[at + verb.len()..];
        let start = clause.start() + (at + verb.len()) as u32;
        let part = TextRange::new(start, start + other.len() as u32);
        let dated = self.sentence.times.iter().any(|time| part.contains(time.range));
        let named = (1..=LONGEST).contains(&other.chars().count())
            && other.chars().all(char::is_alphanumeric)
            && !ahead.contains('占')
            && !dated;
        let ahead = ahead[..at].trim_end_matches(['也', '都', '仅', '只', '已', '约']);
        let words = self.words(clause.start(), clause.start() + ahead.len() as u32);
        let name = indicator(&words, None).filter(|_| named)?;
        Some(format!("{name}与{other}之比"))
    }
}

/// What things are counted for, the longer first.
const MEASURES: [&str; 12] =
    ["平方公里", "平方米", "公里", "公顷", "亩", "常住人口", "人口", "人", "名", "户", "个", "家"];
