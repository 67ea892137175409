//! Numbers that measure nothing: what a norm asks for of each, which things are told of, and how long a
//! text is.
//!
//! - `每个行政村设立2家`, `3000人须设1家`: so many for each, not so many that there are
//! - `估值超亿元的企业有43家`, `年产值超10亿元的企业8家`, `3家年产值上10亿元的企业`: money that tells of which things
//! - `5类105项试验`: how many kinds there are of what is counted next
//! - `一万八千字的报告`
//! - `哪怕有100家`, `甲工是指不满一年的…`: what is supposed or explained
//! - `数十家`, `上百名`: so many or so, which nobody counted
//! - `消费达到2000元的患者`: from where on somebody is one of those

use std::sync::LazyLock;

use super::measured::Measuring;
use crate::quantities::FoundQuantity;
use crate::rules::name_head::is_han;
use crate::tense::ends_clause;
use crate::words::Words;

/// Units of a text's length.
const OF_TEXTS: [&str; 3] = ["字", "页", "余字"];

/// What stands between a thing counted and the least that each of them has.
const LEAST: [&str; 7] = ["上", "过", "超", "超过", "达", "达到", "不低于"];

/// What such things are.
const THINGS: [&str; 14] = [
    "企业", "集团", "公司", "项目", "园区", "基地", "平台", "机构", "产品", "品牌", "集群", "县",
    "乡镇", "城市",
];

/// Words of clauses that suppose or explain.
static SUPPOSED: LazyLock<Words> =
    LazyLock::new(|| Words::new(["哪怕", "即使", "即便", "就算", "假如", "倘若", "是指"]));

/// Who is one of those from so much on.
const SUCH: [&str; 12] = [
    "患者",
    "居民",
    "家庭",
    "职工",
    "客户",
    "用户",
    "顾客",
    "学生",
    "旅客",
    "乘客",
    "病人",
    "消费者",
];

impl Measuring<'_> {
    /// Whether a number measures nothing.
    pub(super) fn is_apart(&self, quantities: &[FoundQuantity], nth: usize) -> bool {
        let quantity = &quantities[nth];
        OF_TEXTS.contains(&quantity.unit.as_str())
            || matches!(quantity.kind, "count" | "ratio") && self.is_asked_for(quantity)
            || self.is_of_which(quantities, nth)
            || is_how_divided(quantities, nth)
            || self.things_of_which(quantities, nth).is_some()
            || self.is_or_so(quantity)
            || self.is_supposed(quantity)
            || self.is_a_condition(quantity)
            || self.is_told_of_a_place(quantity)
    }

    /// `数十家`, `几百倍`, `上百名`: nobody counted them.
    fn is_or_so(&self, quantity: &FoundQuantity) -> bool {
        let tens = |words: &str| words.starts_with(['十', '百', '千', '万', '亿']);
        let rest = quantity.text.strip_prefix(['数', '几', '上']);
        rest.is_some_and(tens)
            || tens(&quantity.text) && self.clause_before(quantity).ends_with('上')
    }

    /// `哪怕有100家`, `甲工是指不满一年的用工`; `如，门票50元`: an example.
    fn is_supposed(&self, quantity: &FoundQuantity) -> bool {
        let before = self.clause_before(quantity);
        // 不是指水深24米
        let supposed = SUPPOSED
            .within(before)
            .any(|(at, word, ())| !(word == "是指" && before[..at].ends_with(['不', '就', '数'])));
        let words = self.slice(self.range.start(), self.range.end());
        supposed || words.strip_prefix('如').is_some_and(|rest| rest.starts_with(ends_clause))
    }

    /// `生活着两万居民的小区`: of that, which need not be what the sentence is about.
    fn is_told_of_a_place(&self, quantity: &FoundQuantity) -> bool {
        let Some(noun) = &quantity.noun else { return false };
        let told = self.clause_behind(quantity).strip_prefix(noun.as_str());
        if !told.is_some_and(|behind| behind.starts_with('的')) {
            return false;
        }
        let before = self.clause_before(quantity).trim_end_matches(['近', '约', '超']);
        ["生活着", "居住着", "住着"].iter().any(|verb| before.ends_with(verb))
    }

    /// `消费达到2000元的患者`: from so much on somebody is one.
    fn is_a_condition(&self, quantity: &FoundQuantity) -> bool {
        const FROM: [&str; 7] = ["达到", "达", "满", "超过", "超", "不足", "低于"];
        let Some(who) = self.clause_behind(quantity).strip_prefix('的') else { return false };
        let end = who.find(|c: char| !is_han(c) || c == '可').unwrap_or(who.len());
        quantity.kind != "count"
            && SUCH.iter().any(|one| who[..end].ends_with(one))
            && (FROM.iter().any(|word| self.clause_before(quantity).ends_with(word))
                || matches!(quantity.qualifier, "over" | "under"))
    }

    /// `每个行政村设立2家`, `须配套1家`, `3000人须设`: a norm.
    fn is_asked_for(&self, quantity: &FoundQuantity) -> bool {
        const EACH: &str = "个家户座所名人辆县村乡镇校项条";
        let before = self.clause_before(quantity);
        let behind = self.clause_behind(quantity);
        let each =
            before.rsplit_once('每').is_some_and(|(_, of)| of.starts_with(|c| EACH.contains(c)));
        let one = quantity.value == "1" && ["必须", "须"].iter().any(|word| before.contains(word));
        each || one || ["须", "必须", "应当"].iter().any(|word| behind.starts_with(word))
    }

    /// `估值超亿元的企业有43家`: the number behind counts such as have so much.
    fn is_of_which(&self, quantities: &[FoundQuantity], nth: usize) -> bool {
        let behind = self.clause_behind(&quantities[nth]);
        let Some(things) = behind.strip_prefix('的') else { return false };
        let thing = THINGS.iter().find(|thing| {
            things
                .split(|c: char| "有达共超近".contains(c) || c.is_ascii_digit())
                .next()
                .is_some_and(|one| one.ends_with(**thing))
        });
        let counted = quantities.get(nth + 1).is_some_and(|next| {
            let between = self.slice(quantities[nth].range.end(), next.range.start());
            next.kind == "count" && !between.contains(ends_clause)
        });
        thing.is_some() && counted
    }

    /// The things of `3家年产值上10亿元的化工企业` that have so much each, where the number tells of which
    /// the one before it counts.
    pub(super) fn things_of_which(&self, quantities: &[FoundQuantity], nth: usize) -> Option<&str> {
        let counted = &quantities[nth.checked_sub(1)?];
        if counted.kind != "count" || quantities[nth].kind != "money" {
            return None;
        }
        let between = self.slice(counted.range.end(), quantities[nth].range.start());
        let least = LEAST.iter().any(|word| between.ends_with(word));
        if !least || between.contains(['、', '和', '及']) || between.contains(ends_clause) {
            return None;
        }
        let things = self.clause_behind(&quantities[nth]);
        let things = things.strip_prefix('的').unwrap_or(things);
        let thing =
            THINGS.iter().filter_map(|thing| Some(things.find(thing)? + thing.len())).max()?;
        Some(&things[..thing])
    }

    fn clause_before(&self, quantity: &FoundQuantity) -> &str {
        let before = self.slice(self.range.start(), quantity.range.start());
        before.rsplit(ends_clause).next().unwrap_or_default()
    }

    fn clause_behind(&self, quantity: &FoundQuantity) -> &str {
        let behind = self.slice(quantity.range.end(), self.range.end());
        behind.split(ends_clause).next().unwrap_or_default()
    }
}

/// `5类105项试验`: into how many kinds what is counted next falls.
fn is_how_divided(quantities: &[FoundQuantity], nth: usize) -> bool {
    let kinds = matches!(quantities[nth].unit.as_str(), "类" | "大类" | "批" | "批次");
    let next = quantities.get(nth + 1).map(|next| next.range.start());
    kinds && next == Some(quantities[nth].range.end())
}
