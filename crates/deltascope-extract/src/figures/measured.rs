//! The figures that one sentence states.
//!
//! A number belongs to the initiative named last before it in its sentence, else to the one the
//! paragraph spoke of last where the sentence goes on about it (目前, 累计, 该平台). Without an
//! initiative it is a figure only where it rates a named place (研发投入强度, 总额 …).

use deltascope_model::{Basis, Edtf, Evidence, Standing, TextRange};

use super::indicator::{indicator, is_generic};
use super::standing::{Said, standing};
use crate::clause::{clause_of, clauses};
use crate::gazetteer::Known;
use crate::gazetteer::KnownMatch;
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
    /// The places of the clause, as written.
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
    pub(crate) known: &'a [KnownMatch],
    pub(crate) reference: Option<&'a Edtf>,
    /// What the paragraph spoke of last.
    pub(crate) topic: Option<&'a Mention>,
}

/// Kinds of quantities that no figure is made of: order and time are read elsewhere.
const NOT_FIGURES: [&str; 2] = ["ordinal", "duration"];

/// Words before a name that make it one of those who take part.
const BESIDE: [&str; 10] = ["联合", "会同", "携手", "与", "和", "及", "、", "同", "由", "依托"];

/// Ends of indicators that rate a place by themselves.
const RATES: [&str; 20] = [
    "强度",
    "指数",
    "总额",
    "金额",
    "产值",
    "总值",
    "总量",
    "合同",
    "经费",
    "投入",
    "规模",
    "企业",
    "人口",
    "面积",
    "贡献率",
    "占比",
    "比重",
    "成交额",
    "交易额",
    "专利",
];

/// Words by which a sentence goes on about what was named before it.
const GOES_ON: [&str; 19] = [
    "其中",
    "目前",
    "截至",
    "累计",
    "已",
    "该",
    "其",
    "共",
    "至今",
    "据悉",
    "据介绍",
    "迄今",
    "自",
    "今年",
    "去年",
    "年度",
    "首批",
    "近年来",
    "平台",
];

/// The figures of a sentence with these quantities; `evidence` is the sentence on the page.
pub(crate) fn measured(
    sentence: &Measuring<'_>,
    quantities: &[FoundQuantity],
    evidence: &Evidence,
) -> Vec<Measured> {
    let clauses = clauses(sentence.text, sentence.range);
    let mut found: Vec<Measured> = Vec::new();
    // 三大领域 names its things; it is no measure of them.
    for quantity in
        quantities.iter().filter(|one| !NOT_FIGURES.contains(&one.kind) && one.unit != "大")
    {
        let Some(clause) = clauses.get(clause_of(&clauses, quantity.range.start())) else {
            continue;
        };
        let Some(indicator) = sentence.indicator(*clause, quantity, found.last()) else { continue };
        let initiative = sentence.initiative(*clause, quantity.range);
        let scope = sentence
            .scope(*clause, quantity.range)
            .or_else(|| found.last().and_then(|last| last.scope.clone()));
        let rated = scope.is_some() && RATES.iter().any(|end| indicator.ends_with(end));
        if initiative.is_none() && !rated {
            continue;
        }
        let time = sentence.time_of(quantity.range);
        let standing = sentence.standing(*clause, quantity.range, time);
        let as_of = time.and_then(|time| time.edtf.clone());
        let reference = || sentence.reference.filter(|_| standing == Standing::Reported).cloned();
        found.push(Measured {
            initiative,
            indicator,
            value: quantity.value.clone(),
            unit: quantity.unit.clone(),
            qualifier: quantity.qualifier.to_owned(),
            scope,
            as_of: as_of.or_else(reference),
            standing,
            evidence: evidence.clone(),
        });
    }
    found
}

impl Measuring<'_> {
    fn slice(&self, start: u32, end: u32) -> &str {
        self.text.get(start as usize..end as usize).unwrap_or_default()
    }

    /// What the number is a figure of; a growth is a growth of what was named before it.
    fn indicator(
        &self,
        clause: TextRange,
        quantity: &FoundQuantity,
        last: Option<&Measured>,
    ) -> Option<String> {
        if quantity.kind == "rank" {
            return Some("排名".to_owned());
        }
        if self.counts_named(quantity.range).is_some() {
            return Some("数量".to_owned());
        }
        let before = self.words_before(clause, quantity.range);
        if matches!(quantity.kind, "growth" | "decline") {
            let whole = last.filter(|last| !last.indicator.contains(['增', '降']))?;
            let way = if quantity.kind == "growth" { "增长" } else { "下降" };
            let yearly = if before.contains("年均") { "年均" } else { "" };
            return Some(format!("{}{yearly}{way}", whole.indicator));
        }
        // The second value of a change belongs to the indicator of the first.
        if quantity.kind == "change"
            && let Some(last) = last.filter(|last| last.unit == quantity.unit)
            && self.slice(clause.start(), quantity.range.start()).contains(&last.indicator)
        {
            return Some(last.indicator.clone());
        }
        let name = indicator(&before, quantity.noun.as_deref())?;
        // 技术合同超9300项,成交额超307亿元: the second is of the first.
        match last.filter(|last| is_generic(&name) && !last.indicator.ends_with(&name)) {
            Some(last) => Some(format!("{}{name}", last.indicator)),
            None => Some(name),
        }
    }

    /// The initiative whose name stands directly behind a number: 12家创新联合体.
    fn counts_named(&self, number: TextRange) -> Option<&Key> {
        let behind = self.mentions.iter().find(|mention| mention.range.start() == number.end());
        behind.map(|mention| &mention.key)
    }

    /// The clause before the number without its times, names of initiatives and leading places.
    fn words_before(&self, clause: TextRange, number: TextRange) -> String {
        let mut words = String::new();
        let mut at = clause.start();
        let times = self.times.iter().map(|time| time.range);
        let places = self.known.iter().filter(|known| matches!(known.known, Known::Place(_)));
        let mut cuts: Vec<TextRange> = times
            .chain(self.mentions.iter().map(|mention| mention.range))
            .chain(places.map(|known| known.range))
            .filter(|range| clause.start() <= range.start() && range.end() <= number.start())
            .collect();
        cuts.sort();
        for cut in cuts {
            if cut.start() < at {
                continue;
            }
            words.push_str(self.slice(at, cut.start()));
            // A name inside an indicator (长三角仪器) parts it from what stands before.
            if !words.ends_with('的') && !words.is_empty() {
                words.push('的');
            }
            at = cut.end();
        }
        words.push_str(self.slice(at, number.start()));
        words
    }

    /// Whose number it is: what it counts by name, a name before it in its clause, behind it in its
    /// clause, before it in its sentence, or what the paragraph spoke of.
    fn initiative(&self, clause: TextRange, number: TextRange) -> Option<Key> {
        if let Some(key) = self.counts_named(number) {
            return Some(key.clone());
        }
        let mut before = self.mentions.iter().filter(|mention| self.owns(mention, number));
        let last = before.rfind(|mention| mention.range.end() <= number.start());
        let behind = self.mentions.iter().find(|mention| {
            clause.contains(mention.range) && mention.range.start() >= number.end()
        });
        let near = last.filter(|mention| clause.contains(mention.range));
        if let Some(mention) = near.or(behind).or(last) {
            return Some(mention.key.clone());
        }
        self.topic.filter(|topic| self.goes_on(&topic.name)).map(|topic| topic.key.clone())
    }

    /// Whether the sentence goes on about `topic`: by 目前, 累计, 该 …, or by a part of its name
    /// (集群, 联合攻关), a date before it left out.
    fn goes_on(&self, topic: &str) -> bool {
        const PART: usize = 4;
        let opening = self.times.iter().find(|time| time.range.start() == self.range.start());
        let start = opening.map_or(self.range.start(), |time| time.range.end());
        let marks = ['“', '"', ' ', '，', ',', '该', '这', '一'];
        let words = self.slice(start, self.range.end()).trim_start_matches(marks);
        let part = words.char_indices().nth(PART).map_or(words, |(at, _)| &words[..at]);
        let kind = topic.char_indices().rev().nth(1).map_or(topic, |(at, _)| &topic[at..]);
        GOES_ON.iter().any(|word| words.starts_with(word))
            || part.chars().count() == PART && topic.contains(part)
            || words.starts_with(kind)
    }

    /// Whether a name can own a number behind it: not one that only takes part, and not one of the
    /// things counted (`“甲技术”等42项`).
    fn owns(&self, mention: &Mention, number: TextRange) -> bool {
        let before = self.slice(self.range.start(), mention.range.start());
        let between = self.slice(mention.range.end(), number.start());
        let counted = mention.range.end() <= number.start()
            && matches!(between.trim_matches(['”', '"', '」', ' ']), "" | "等");
        !counted
            && !BESIDE.iter().any(|word| before.trim_end_matches(['“', '"', '「']).ends_with(word))
    }

    /// The places of the clause before the number, outside names of initiatives.
    fn scope(&self, clause: TextRange, number: TextRange) -> Option<String> {
        let named = |range: TextRange| {
            self.mentions.iter().any(|mention| mention.range.overlap(range).is_some())
        };
        let mut places: Vec<&str> = Vec::new();
        for known in self.known.iter().filter(|known| matches!(known.known, Known::Place(_))) {
            let range = known.range;
            if clause.start() <= range.start() && range.end() <= number.start() && !named(range) {
                let name = range.slice(self.text).unwrap_or_default();
                if !places.contains(&name) {
                    places.push(name);
                }
            }
        }
        (!places.is_empty()).then(|| places.join("、"))
    }

    /// The last certain time before the number in its sentence that ends: 2022年以来 is as of now.
    fn time_of(&self, number: TextRange) -> Option<&FoundTime> {
        let mut before = self
            .times
            .iter()
            .filter(|time| self.range.contains(time.range) && time.range.end() <= number.start());
        let certain = before.rfind(|time| time.basis != Basis::Vague && time.edtf.is_some());
        certain.filter(|time| time.edtf.as_ref().is_some_and(|edtf| edtf.bounds().last.is_some()))
    }

    fn standing(&self, clause: TextRange, number: TextRange, time: Option<&FoundTime>) -> Standing {
        let start = time.map_or(clause.start(), |time| time.range.end());
        standing(&Said {
            ahead_of_time: time
                .map_or("", |time| self.slice(self.range.start(), time.range.start())),
            before: self.slice(start, number.start()),
            time: time.and_then(|time| time.edtf.as_ref()),
            reference: self.reference,
        })
    }
}
