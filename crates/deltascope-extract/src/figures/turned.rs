//! What turns the meaning of a name, and so belongs to it.
//!
//! - `拖欠工资80万元`, `出售专利1100项`, `淘汰旧车10万辆`: the verb that governs it
//! - `不合格的进口食品1857批`, `价格持平的品种4个`, `188家负债的医院`: a state told of it
//! - `140名乘客全部遇难`: what became of those who are counted
//! - `年薪最高的68万元`: which of several it is
//! - `增加25万体育人口`: what came anew, and what is told beside it

use std::sync::LazyLock;

use super::indicator::indicator;
use super::naming::Naming;
use crate::endings::Endings;
use crate::rules::name_head::is_han;
use crate::tense::ends_clause;
use crate::words::Words;

/// Verbs of money that is not where it should be.
static OF_MONEY: LazyLock<Words> = LazyLock::new(|| {
    Words::new(["拖欠", "欠缴", "欠发", "偷逃", "挪用", "贪污", "侵占", "骗取", "诈骗"])
});

/// Verbs by which there is less of a thing, or it is somebody else's.
static OF_THINGS: LazyLock<Words> = LazyLock::new(|| {
    Words::new([
        "出售", "拍卖", "变卖", "淘汰", "关停", "注销", "拆除", "销毁", "召回", "没收", "查扣",
        "退回", "拒收", "裁减", "裁撤", "报废",
    ])
});

/// Verbs by which some of a kind are looked at.
static CHECKS: LazyLock<Words> = LazyLock::new(|| Words::new(["抽查", "抽检", "抽验"]));

/// Who looks at them.
static AUTHORITIES: LazyLock<Endings> = LazyLock::new(|| {
    Endings::new("部门 局 部 委 厅 院 所 会 队 组 站 中心 政府 机构".split_whitespace())
});

/// What some of a kind are.
const OF_A_KIND: [&str; 4] = ["产品", "样品", "食品", "商品"];

/// States before 的.
static STATES: LazyLock<Endings> = LazyLock::new(|| {
    Endings::new([
        "不合格",
        "不达标",
        "未达标",
        "超标",
        "负债",
        "亏损",
        "持平",
        "下降",
        "上涨",
        "下跌",
        "上升",
        "违规",
        "违法",
        "假冒",
        "过期",
        "闲置",
        "停产",
        "逾期",
    ])
});

/// Those of them that tell of something that moves: 价格下降.
const MOVES: [&str; 5] = ["持平", "下降", "上涨", "下跌", "上升"];

/// Words for one of several.
const EXTREMES: [&str; 4] = ["最高", "最低", "最大", "最小"];

/// A name without which of several it is.
pub(super) fn without_extreme(name: &str) -> &str {
    EXTREMES.iter().find_map(|end| name.strip_prefix(end)).unwrap_or(name)
}

/// What becomes of people.
const FATES: [&str; 11] =
    ["遇难", "死亡", "身亡", "丧生", "罹难", "受伤", "失踪", "获救", "被困", "生还", "感染"];

/// Words by which something is more than before.
const MORE: [&str; 3] = ["增加", "增添", "新添"];

impl Naming<'_> {
    /// A name with what turns its meaning.
    pub(super) fn turned(&self, name: String) -> String {
        let quantity = &self.quantities[self.nth];
        let ahead = self.ahead();
        if let Some(extreme) = extreme(&name, ahead) {
            return extreme;
        }
        if !matches!(quantity.kind, "count" | "change" | "money") {
            return name;
        }
        if let Some(fate) = self.fate(&name) {
            return self.anew(fate);
        }
        if let Some(such) = self.in_a_state_behind(&name) {
            return such;
        }
        let behind = self.behind().starts_with(&name);
        let words = if behind { Some(ahead) } else { ahead.rfind(&name).map(|at| &ahead[..at]) };
        if let Some(checked) = words.and_then(|words| self.checked(words, &name)) {
            return checked;
        }
        let own = words.and_then(|words| self.governed(words).or_else(|| state(words)));
        let word = own.or_else(|| self.state_of_the_list(ahead));
        match word.filter(|word| !name.contains(word)) {
            Some(word) => format!("{word}{name}"),
            None => self.anew(name),
        }
    }

    /// The clause up to the number.
    fn ahead(&self) -> &str {
        let number = self.quantities[self.nth].range;
        self.sentence.slice(self.clauses[self.at].start(), number.start())
    }

    /// The verb that governs a name which these words stand before.
    fn governed<'b>(&self, words: &'b str) -> Option<&'b str> {
        let money = self.quantities[self.nth].kind == "money";
        let verbs = if money { &OF_MONEY } else { &OF_THINGS };
        let (at, verb, ()) = verbs.within(words).last()?;
        let (verb, between) = words[at..].split_at(verb.len());
        (money || !between.contains('的') && is_short(between)).then_some(verb)
    }

    /// `烟花共抽查了甲省四家企业生产的18批次产品`: 抽查烟花产品.
    fn checked(&self, words: &str, name: &str) -> Option<String> {
        const FINDS: [&str; 3] = ["发现", "检出", "查出"];
        let count = self.quantities[self.nth].kind == "count";
        let (at, verb, ()) = CHECKS.within(words).last().filter(|_| count)?;
        let (ahead, between) = (&words[..at], &words[at + verb.len()..]);
        let found = FINDS.iter().any(|other| between.contains(other));
        let of_which = ahead.strip_suffix('共').or_else(|| ahead.strip_suffix("累计"));
        let which = |words: &&str| is_short(words) && words.chars().all(is_han);
        let of_which = of_which.filter(|words| which(words) && !AUTHORITIES.end(words));
        let of_which = of_which.unwrap_or_default();
        (OF_A_KIND.contains(&name) && !found).then(|| format!("{verb}{of_which}{name}"))
    }

    /// `不合格的食品18批、化妆品6批`: the state that the list began with.
    fn state_of_the_list<'b>(&self, ahead: &'b str) -> Option<&'b str> {
        let (list, item) = ahead.rsplit_once('、').filter(|(_, item)| !item.contains('的'))?;
        let before_it = self.found.last()?;
        let alike = before_it.unit == self.quantities[self.nth].unit && is_short(item);
        let state = list.rmatch_indices('的').find_map(|(at, _)| state(&list[..at + "的".len()]));
        state.filter(|state| alike && before_it.indicator.starts_with(state))
    }

    /// `188家负债的医院`: those that are told of by a state.
    fn in_a_state_behind(&self, name: &str) -> Option<String> {
        let things = self.behind().strip_prefix(name).filter(|_| STATES.end(name))?;
        let things = things.strip_prefix('的')?;
        let end = things.find(|c: char| !is_han(c) || "可有是在为已均都正".contains(c));
        let things = indicator("", Some(&things[..end.unwrap_or(things.len())]))?;
        Some(format!("{name}{things}"))
    }

    /// `140名乘客和机组人员全部遇难`: what those counted are by.
    fn fate(&self, name: &str) -> Option<String> {
        const HOW: [&str; 8] = ["全部", "均", "都", "不幸", "当场", "已", "先后", "被"];
        let quantity = &self.quantities[self.nth];
        if !matches!(quantity.unit.as_str(), "人" | "名" | "位") {
            return None;
        }
        let told = self.behind().trim_end_matches(ends_clause).strip_prefix(name)?;
        let (fate, how) = FATES.iter().find_map(|fate| Some((fate, told.strip_suffix(fate)?)))?;
        let who = HOW.iter().find_map(|word| how.strip_suffix(word)).unwrap_or(how);
        let others = who.is_empty() || who.starts_with(['和', '及', '与', '、']);
        (others && is_short(who) && !who.contains('的')).then(|| format!("{fate}人数"))
    }

    /// `增加25万体育人口`; `新增145例,还有4人死亡`: what came anew, and what is told beside it.
    fn anew(&self, name: String) -> String {
        let ahead = self.ahead();
        let more = self.behind().starts_with(&name)
            && MORE.iter().any(|verb| {
                let rest = ahead.strip_suffix(verb);
                rest.is_some_and(|rest| !rest.ends_with(|c| "比较所".contains(c)))
            });
        let beside = ["还有", "另有"].iter().any(|word| ahead.ends_with(word))
            && self.found.last().is_some_and(|last| last.indicator.starts_with("新增"));
        if (more || beside) && !name.starts_with('新') { format!("新增{name}") } else { name }
    }
}

/// `年薪最高的有68万,最低的25万`: a name with which of several it is.
fn extreme(name: &str, ahead: &str) -> Option<String> {
    let of =
        ahead.trim_end_matches(['也', '有', '仅', '达', '为', '只', '约', '近', '超', '就', '是']);
    let of = of.strip_suffix('的')?;
    let (end, words) = EXTREMES.into_iter().find_map(|end| Some((end, of.strip_suffix(end)?)))?;
    let plain = without_extreme(name);
    (words.is_empty() || words.ends_with(plain)).then(|| format!("{end}{plain}"))
}

/// `质量不合格的`, `价格持平的`: the state that words end in; of what moves, with that.
fn state(words: &str) -> Option<&str> {
    let told = words.strip_suffix('的')?;
    let state = STATES.of(told).max_by_key(|state| state.len())?;
    let what = &told[..told.len() - state.len()];
    if !MOVES.contains(&state) {
        return Some(&told[what.len()..]);
    }
    let (at, _) = what.char_indices().rev().nth(1)?;
    what[at..].chars().all(is_han).then_some(&told[at..])
}

fn is_short(words: &str) -> bool {
    const LONGEST: usize = 10;
    words.chars().count() <= LONGEST
}

#[cfg(test)]
mod tests {
    use super::{extreme, state};

    #[test]
    fn which_of_several() {
        for (name, ahead, expected) in [
            ("年薪", "技师年薪最高的", Some("最高年薪")),
            ("最高年薪", "最低的也有", Some("最低年薪")),
            ("市值", "市值从最高的", None),
            ("年薪", "年薪", None),
        ] {
            assert_eq!(extreme(name, ahead).as_deref(), expected, "{ahead}");
        }
    }

    #[test]
    fn states_before_their_nouns() {
        for (words, expected) in [
            ("共检出标签不合格的", Some("不合格")),
            ("价格持平的", Some("价格持平")),
            ("亏损的", Some("亏损")),
            ("持平的", None),
            ("合作社的", None),
            ("不合格", None),
        ] {
            assert_eq!(state(words), expected, "{words}");
        }
    }
}
