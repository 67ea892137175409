//! Names that tell nothing without whose they are: `人口948万`, `市值21亿美元`, `家庭1万户`.
//!
//! - `甲公司的市值`: whose stands before 的, and becomes part of the name
//! - `甲公司一度是市值300亿元的巨头`, `甲国是…国家,人口948万`: the subject of the clause or of one before it
//! - else nobody knows, and the number is no figure

use std::sync::LazyLock;

use deltascope_model::TextRange;

use super::indicator::last_name;
use super::measured::Measuring;
use super::naming::grown;
use super::thing::is_thing;
use crate::endings::Endings;
use crate::names::Mention;
use crate::rules::name_head::is_han;
use crate::words::Words;

/// Such names.
const HEADS: [&str; 27] = [
    "市值",
    "员工",
    "人口",
    "国土面积",
    "身价",
    "卖价",
    "起价",
    "预订起价",
    "销量",
    "产品",
    "人数",
    "家庭",
    "城市",
    "疾病",
    "工作人员",
    "投入",
    "贸易额",
    "双边贸易额",
    "成长幅度",
    "平均年消费",
    "平均财富",
    "人均年薪",
    "股票",
    "股价",
    "销售收入",
    "住户",
    "费用",
];

/// Those of them that a place does not own: so many of which?
const OF_NO_PLACE: [&str; 10] =
    ["产品", "家庭", "城市", "疾病", "销量", "卖价", "起价", "预订起价", "住户", "费用"];

/// What a name tells without an initiative.
pub(super) enum Head {
    /// As it is.
    Whole,
    /// With whose it is before it.
    Named(String),
    /// It is of this one.
    Of(String),
    /// Nothing.
    Nobodys,
}

impl Head {
    /// Whether its text says whose it is.
    pub(super) fn has_an_owner(&self) -> bool {
        matches!(self, Self::Of(_))
    }

    /// Whether nobody says whose it is.
    pub(super) fn is_nobodys(&self) -> bool {
        matches!(self, Self::Nobodys)
    }

    /// Of whom it is: a name that holds that needs no place.
    pub(super) fn scope(&self, place: Option<String>) -> Option<String> {
        match self {
            Self::Of(subject) => Some(subject.clone()),
            Self::Named(_) => None,
            Self::Whole | Self::Nobodys => place,
        }
    }

    /// The whole name.
    pub(super) fn name<'a>(&'a self, indicator: &'a str) -> &'a str {
        match self {
            Self::Named(name) => name,
            _ => indicator,
        }
    }
}

/// What stands behind a subject.
static BEHIND: LazyLock<Words> = LazyLock::new(|| {
    Words::new(["是", "曾", "已", "一度", "作为", "共有", "拥有", "实现", "的平均"])
});

/// Words by which a text speaks of somebody or some time without a name.
static THEY: LazyLock<Words> = LazyLock::new(|| {
    let words = "公司 企业 记者 专家 国家 政府 法官 警方 市民 网友 业内 数据 报告 结果 消息 双方 两国 双边 多方 各方 我们 他们 \
     她们 它们 其中 总体 今年 去年 明年 目前 如今 现在 问题 情况 有人 大家 主要 尤其 特别 该 这 那 此 其 本 我 他 她 它 各 每 不 \
     也 都 还 又 就 才 再 并 从 在 对 为 因 据 按";
    Words::new(words.split_whitespace())
});

/// Ends of words for a time, and of what goes on to a verb.
static NOBODY: LazyLock<Endings> = LazyLock::new(|| {
    Endings::new(
        "时期 时候 期间 时代 阶段 以来 年代 特别 尤其 还 也 就 都 不 只 更 正 才 便 主要"
            .split_whitespace(),
    )
});

/// Whether words name somebody or something that may have figures.
fn is_somebody(name: &str) -> bool {
    const LENGTHS: std::ops::RangeInclusive<usize> = 2..=10;
    LENGTHS.contains(&name.chars().count())
        && name.chars().all(is_han)
        && is_thing(name)
        && !THEY.begin(name)
        && !NOBODY.end(name)
}

/// A name with whose it is, by the words before it.
fn with_its_owner(name: &str, ahead: &str) -> Option<String> {
    let whose = last_name(ahead.rsplit('、').next()?)?;
    (!THEY.begin(whose) && !NOBODY.end(whose)).then(|| format!("{whose}{name}"))
}

impl Measuring<'_> {
    /// What a name tells of a number in the last of some clauses, of this owner and scope.
    pub(super) fn head(
        &self,
        owner: Option<&Mention>,
        indicator: &str,
        scope: Option<&str>,
        clauses: &[TextRange],
        number: TextRange,
    ) -> Head {
        let whole = grown(indicator);
        let vague = owner.is_none() && HEADS.contains(&whole);
        if !vague || scope.is_some() && !OF_NO_PLACE.contains(&whole) {
            return Head::Whole;
        }
        let opening = clauses.last().map_or(number.start(), |clause| self.opening(*clause));
        let named = self.words_of_whose(whole, opening, number);
        let named = named.and_then(|ahead| with_its_owner(indicator, ahead));
        let of = || self.subject_of(clauses).map_or(Head::Nobodys, Head::Of);
        named.map_or_else(of, Head::Named)
    }

    /// `甲公司的市值`, `甲冰箱今年前9个月销量`: the words that tell whose a name is which stands before a number.
    fn words_of_whose(&self, name: &str, opening: u32, number: TextRange) -> Option<&str> {
        let (ahead, _) = self.slice(opening, number.start()).rsplit_once(name)?;
        let end = opening + ahead.len() as u32;
        let time = self.times.iter().find(|time| time.range.end() == end);
        let before = time.map(|time| self.slice(opening, time.range.start()));
        ahead.strip_suffix('的').or(before.filter(|words| !words.contains('的')))
    }

    /// The subject of the last of some clauses, or of the nearest before it that has one.
    fn subject_of(&self, clauses: &[TextRange]) -> Option<String> {
        clauses.iter().rev().find_map(|clause| {
            let words = self.slice(self.opening(*clause), clause.end());
            let (at, ..) = BEHIND.within(words).next()?;
            is_somebody(&words[..at]).then(|| words[..at].to_owned())
        })
    }
}

#[cfg(test)]
mod tests {
    use super::{is_somebody, with_its_owner};

    #[test]
    fn whose_it_is() {
        for (name, ahead, expected) in [
            ("市值", "白石公司", Some("白石公司市值")),
            ("销量", "包括海川电扇、白石冰箱", Some("白石冰箱销量")),
            ("贸易额", "双方", None),
            ("人口", "其中", None),
        ] {
            assert_eq!(with_its_owner(name, ahead).as_deref(), expected, "{ahead}");
        }
    }

    #[test]
    fn somebody() {
        for (name, expected) in [
            ("白石国", true),
            ("白石公司", true),
            ("记者", false),
            ("鼎盛时期", false),
            ("主要还", false),
            ("该公司", false),
        ] {
            assert_eq!(is_somebody(name), expected, "{name}");
        }
    }
}
