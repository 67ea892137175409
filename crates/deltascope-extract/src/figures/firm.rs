//! Firms: what a text calls its business is of the firm that it spoke of last.
//!
//! - `甲控股（000502）`, `甲集团(JIA)`: a name with its code
//! - `甲乙股份有限公司公告,…`: a full name that a clause begins with
//!
//! Only what firms have by themselves (利润, 营收) is theirs; what is expected of them is no figure.

use std::sync::LazyLock;

use deltascope_model::TextRange;

use super::measured::Measuring;
use super::naming::grown;
use crate::rules::name_head::is_han;
use crate::spots::List;
use crate::tense::ends_clause;
use crate::words::Words;

/// Ends of what firms have.
const BUSINESS: [&str; 22] = [
    "营收",
    "营业收入",
    "主营业务收入",
    "净利润",
    "净利",
    "利润",
    "盈利",
    "亏损",
    "销售额",
    "销售收入",
    "毛利率",
    "毛利",
    "市值",
    "每股收益",
    "每股盈利",
    "出货量",
    "订单",
    "订单金额",
    "负债",
    "总资产",
    "净资产",
    "门店",
];

/// Ends of a firm's full name.
const FULL: [&str; 4] = ["有限公司", "有限责任公司", "股份公司", "集团"];

/// Ends of names of organisations that have figures of their own.
const ORGANISATIONS: [&str; 8] = ["公司", "集团", "银行", "医院", "大学", "学院", "法院", "研究所"];

/// What stands before a code.
const OPENS_A_CODE: [char; 2] = ['（', '('];

/// Both: most sentences hold none.
pub(crate) static FIRMS: LazyLock<Words> = LazyLock::new(|| {
    let marks = OPENS_A_CODE.map(String::from);
    Words::new(FULL.map(str::to_owned).into_iter().chain(marks))
});

/// What a firm does that tells of itself.
const TELLS: [&str; 12] =
    ["公告", "发布", "表示", "宣布", "公布", "披露", "称", "周", "今", "昨", "日前", "近日"];

impl Measuring<'_> {
    /// The firm that a number of this indicator is of.
    pub(super) fn firm(&self, indicator: &str, clause: TextRange) -> Option<String> {
        const EXPECTS: [&str; 4] = ["分析师", "预期", "预测", "券商"];
        let words = self.slice(clause.start(), clause.end());
        let expected = || EXPECTS.iter().any(|word| words.contains(word));
        let here = || self.firm_named(TextRange::new(self.range.start(), clause.end()));
        let own = is_business(indicator) && !expected();
        own.then(|| here().or_else(|| self.thread.firm.clone())).flatten()
    }

    /// `甲保险公司的客户`: the organisation that the words right before an indicator name as what has it.
    pub(super) fn owning_organisation(
        &self,
        clause: TextRange,
        number: TextRange,
        indicator: &str,
    ) -> Option<String> {
        const LEAST: usize = 5;
        if !self.slice(clause.start(), number.start()).contains('的') {
            return None;
        }
        let ahead = self.slice(self.opening(clause), number.start());
        let (whose, _) = ahead.rsplit_once(indicator)?;
        let whose = whose.strip_suffix('的')?;
        let ends = ORGANISATIONS.iter().any(|end| whose.ends_with(end));
        let name = ends && whose.chars().all(is_han) && whose.chars().count() >= LEAST;
        name.then(|| whose.to_owned())
    }

    /// The firm that a part of the text names last as one that it tells of.
    pub(super) fn firm_named(&self, part: TextRange) -> Option<String> {
        if !self.text.may_have(List::Firms) {
            return None;
        }
        let part = self.text.part(part);
        let mut told = part.words(List::Firms, &FIRMS).map(|(_, word, ())| word).peekable();
        told.peek()?;
        let full = told.any(|word| !word.starts_with(OPENS_A_CODE));
        let named = coded_name(&part).or_else(|| full.then(|| told_name(&part)).flatten());
        named.map(str::to_owned)
    }
}

/// Whether an indicator is of what firms have.
pub(super) fn is_business(indicator: &str) -> bool {
    BUSINESS.iter().any(|end| grown(indicator).ends_with(end))
}

/// An indicator without the firm and its quarter: 公司第三财季净利润 → 净利润.
pub(super) fn of_firm(indicator: &str) -> &str {
    let rest = ["本公司", "该公司", "公司", "集团"]
        .iter()
        .find_map(|word| indicator.strip_prefix(word))
        .unwrap_or(indicator);
    let rest = rest.split_once("财季").map_or(rest, |(_, rest)| rest);
    if rest.chars().count() > 1 { rest } else { indicator }
}

/// The last name of a text with a code behind it.
fn coded_name(text: &str) -> Option<&str> {
    text.match_indices(OPENS_A_CODE).rev().find_map(|(at, mark)| {
        const SHORTEST: usize = 3;
        let code = text[at + mark.len()..].split(['）', ')']).next()?;
        let stock = code.len() == 6 && code.bytes().all(|b| b.is_ascii_digit());
        let letters = (1..=5).contains(&code.len()) && code.bytes().all(|b| b.is_ascii_uppercase());
        let name = trailing_han(&text[..at]);
        ((stock || letters) && name.chars().count() >= SHORTEST).then_some(name)
    })
}

/// The full name of the last firm that a text tells of.
fn told_name(text: &str) -> Option<&str> {
    text.split(ends_clause).rev().find_map(full_name)
}

/// The full name of a firm that a clause begins with and tells of.
fn full_name(clause: &str) -> Option<&str> {
    const LONGEST: usize = 20;
    let clause = clause.trim_start();
    let end = FULL.iter().filter_map(|end| Some(clause.find(end)? + end.len())).min()?;
    let (name, behind) = clause.split_at(end);
    let fits = name.chars().all(is_han) && (5..=LONGEST).contains(&name.chars().count());
    (fits && TELLS.iter().any(|word| behind.starts_with(word))).then_some(name)
}

fn trailing_han(text: &str) -> &str {
    const LONGEST: usize = 10;
    let han = text.char_indices().rev().take_while(|(_, c)| is_han(*c));
    let (count, start) = han.fold((0, text.len()), |(count, _), (at, _)| (count + 1, at));
    if count <= LONGEST { &text[start..] } else { "" }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn firms_are_named_with_a_code_or_in_full() {
        for (text, expected) in [
            ("白石快运集团(BSKY)周四表示", Some("白石快运集团")),
            ("某网1月7日讯 白石控股（000999）发布预告", Some("白石控股")),
            ("白石桥梁股份有限公司公告,去年", Some("白石桥梁股份有限公司")),
            ("白石集团大楼很高", None),
            ("他说(笑)今年不错", None),
            ("世界卫生组织(WHO)", Some("世界卫生组织")),
        ] {
            assert_eq!(coded_name(text).or_else(|| told_name(text)), expected, "{text}");
        }
    }
}
