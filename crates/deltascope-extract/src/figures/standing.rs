//! Whether a number was reached or is a target: `到2027年达到3.5%`, `力争培育一百家`.
//!
//! A target lies ahead of the article's date, or stands behind a word that sets it. An older one
//! is known by the document that sets it (`规划提出,到2020年…`).

use std::sync::LazyLock;

use deltascope_model::{Edtf, Standing};

use super::outlook::is_outlook;
use crate::tense::{ends_clause, says_ahead};
use crate::words::Words;

/// Words that set a target, wherever they stand before the number in its clause.
const SETS: [&str; 21] = [
    "力争",
    "争取到",
    "争取在",
    "争取于",
    "争取达",
    "争取建",
    "争取实现",
    "目标",
    "拟",
    "预计",
    "计划到",
    "计划在",
    "计划于",
    "确保",
    "规划到",
    "有望",
    "将达",
    "将超",
    "将突破",
    "计划新",
    "打算",
];

/// Words by which a document or a meeting sets what a date behind them is to bring.
const DEMANDS: [&str; 10] =
    ["提出", "明确", "要求", "目标", "规定", "确定", "部署", "计划", "规划", "承诺"];

/// Words of what has been.
const REACHED: [&str; 9] =
    ["已", "累计", "完成", "实现了", "达到了", "提前", "截至", "超额", "目标的"];

/// Words right before the number of what is planned: `规划的7个中心已建成5个`.
const PLANNED: [&str; 4] = ["规划的", "规划中的", "拟建的", "原定的"];

/// They, by their first characters.
static SETS_WORDS: LazyLock<Words> = LazyLock::new(|| Words::new(SETS));
static DEMANDS_WORDS: LazyLock<Words> = LazyLock::new(|| Words::new(DEMANDS));
static REACHED_WORDS: LazyLock<Words> = LazyLock::new(|| Words::new(REACHED));

/// Words right before the number of what something is to be: `参合率保持在98%`.
const SET_TO: [&str; 12] = [
    "保持在",
    "保持",
    "达",
    "达到",
    "提高到",
    "提升到",
    "提升至",
    "提高至",
    "增至",
    "降至",
    "控制在",
    "不低于",
];

/// Verbs for what a plan does, which a clause about the same opens with.
const PLANS_TO: [&str; 12] = [
    "积极", "大力", "加快", "着力", "推进", "推动", "新建", "建设", "打造", "培育", "形成", "设立",
];

/// The words around a number, and when it is as of.
pub(super) struct Said<'a> {
    /// What stands before the time in the sentence.
    pub(super) ahead_of_time: &'a str,
    /// What stands between the time, or else the beginning of the clause, and the number.
    pub(super) before: &'a str,
    /// What stands behind the number in its clause.
    pub(super) behind: &'a str,
    /// The sentence, and of it the number's clause, up to the number.
    pub(super) sentence: &'a str,
    pub(super) clause: &'a str,
    /// The sentence, and what the paragraph told before it.
    pub(super) told: &'a str,
    /// What the number measures.
    pub(super) indicator: &'a str,
    /// The time before the number in the sentence.
    pub(super) time: Option<&'a Edtf>,
    /// Whether that counts from now on: `未来五年`.
    pub(super) ahead: bool,
    /// Whether the sentence, or else the one before that it opens behind, told a target last.
    pub(super) after_an_aim: bool,
    pub(super) reference: Option<&'a Edtf>,
}

/// Whether the number of these words was reached or is to be; nothing where it is only expected.
pub(super) fn standing(said: &Said<'_>) -> Option<Standing> {
    // 虚拟电厂 plans nothing.
    let sets = |words: &str| {
        let mut set = SETS_WORDS.within(words);
        set.any(|(at, word, ())| word != "拟" || !words[..at].ends_with(['虚', '模']))
    };
    let reached = || is_reached(said.before);
    // 提前实现五万家的目标, 完成200亿元的年度目标: the number is what was aimed at.
    if said.behind.starts_with('的') && said.behind.contains("目标") {
        return Some(Standing::Target);
    }
    if is_outlook(said) {
        return None;
    }
    let planned = || {
        let told = said.before.split(ends_clause).next().unwrap_or_default();
        let asks = ["要求", "规划", "方案", "计划"].iter().any(|word| told.contains(word));
        asks && ["按照", "根据"].iter().any(|word| told.starts_with(word)) && !reached()
    };
    let target = match (said.time, said.reference) {
        (Some(time), Some(reference)) if ends_after(time, reference) => {
            begins_after(time, reference)
                || until(said.ahead_of_time)
                || sets(said.before)
                || is_to_come(said.before)
                || !is_done(said.before)
                    && (said.ahead || goes_on_to_come(said.before) || is_proposed(said.before))
        }
        (Some(_), Some(_)) => {
            until(said.ahead_of_time) && demanded(said.ahead_of_time) && !reached()
        }
        (Some(_), None) => until(said.ahead_of_time) && !reached(),
        (None, _) => {
            (sets(said.before) || is_to_come(said.before)) && !reached()
                || planned()
                || PLANNED.iter().any(|word| said.before.ends_with(word))
                || (is_by_a_plan(said) || is_ordered(said) || follows_an_aim(said))
                    && !is_done(said.clause)
        }
    };
    Some(if target { Standing::Target } else { Standing::Reported })
}

/// True where words tell of what has been.
pub(super) fn is_reached(words: &str) -> bool {
    REACHED_WORDS.stand_in(words)
}

/// The same, and where the clause of a number says that something was done.
fn is_done(before: &str) -> bool {
    let clause = before.rsplit(ends_clause).next().unwrap_or_default();
    is_reached(clause) || clause.contains(['了', '共', '现'])
}

/// `今年,将继续扩大范围,在9050个村施行`: a clause before says that it is to come.
fn goes_on_to_come(before: &str) -> bool {
    before.split(ends_clause).any(|clause| is_to_come(clause) && says_ahead(clause))
}

/// `今年,县里提出参合率保持在98%,报销比例达75%`
fn is_proposed(before: &str) -> bool {
    const PROPOSES: [&str; 3] = ["提出", "要求", "明确"];
    let set_to = |words: &str| SET_TO.iter().any(|word| words.ends_with(word));
    set_to(before)
        && PROPOSES.iter().any(|verb| {
            let set = |(_, behind): (&str, &str)| !behind.starts_with(['了', '的']);
            before.split_once(verb).is_some_and(set)
        })
}

/// `按照产业发展规划要求,…,在产地建设2至3个市场`
fn is_by_a_plan(said: &Said<'_>) -> bool {
    const PLANS: [&str; 6] = ["规划", "计划", "方案", "规划》", "计划》", "方案》"];
    if !["按照", "根据"].iter().any(|word| said.sentence.starts_with(word)) {
        return false;
    }
    let opening = said.sentence.split(ends_clause).next().unwrap_or_default();
    let opening = opening.strip_suffix("要求").unwrap_or(opening);
    PLANS.iter().any(|end| opening.ends_with(end))
        && PLANS_TO.iter().any(|verb| said.clause.contains(verb))
}

/// `会商决定,…,保持水位24.8米左右`
fn is_ordered(said: &Said<'_>) -> bool {
    const ORDERS: [&str; 4] = ["决定", "商定", "要求", "议定"];
    const HOLDS: [&str; 4] = ["保持", "维持", "控制", "稳定"];
    HOLDS.iter().any(|verb| said.clause.starts_with(verb))
        && said.sentence.split(ends_clause).any(|one| ORDERS.iter().any(|verb| one.ends_with(verb)))
}

/// `全年将新建60条步道。积极推进建设10个泳池`: without a time or a subject it goes on about what is planned.
fn follows_an_aim(said: &Said<'_>) -> bool {
    said.after_an_aim && PLANS_TO.iter().any(|verb| said.clause.starts_with(verb))
}

/// `还将完成`, `计划淘汰`: what is yet to be done.
fn is_to_come(before: &str) -> bool {
    let clause = before.rsplit(ends_clause).next().unwrap_or_default();
    let will = clause.match_indices('将').any(|(at, _)| {
        !clause[at..].starts_with("将近") && !clause[..at].ends_with(['即', '大', '名', '干'])
    });
    let total = ["计划总", "计划投"].iter().any(|word| clause.starts_with(word));
    will || clause.starts_with("计划") && !total
}

/// 到 and 至 before a date, not 截至.
fn until(before: &str) -> bool {
    let before = before.trim_end();
    before.ends_with(['到', '至']) && !before.ends_with("截至") && !before.ends_with("截止到")
}

fn demanded(before: &str) -> bool {
    DEMANDS_WORDS.stand_in(before)
}

pub(super) fn ends_after(time: &Edtf, reference: &Edtf) -> bool {
    matches!((time.bounds().last, reference.bounds().last), (Some(time), Some(now)) if time > now)
}

fn begins_after(time: &Edtf, reference: &Edtf) -> bool {
    match (time.bounds().first, reference.bounds().last) {
        (Some(first), Some(now)) => first > now,
        // 2030年前 has no first day.
        (None, _) => true,
        (_, None) => false,
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    /// A sentence whose time is in braces and whose number is at its end.
    #[track_caller]
    fn check(sentence: &str, time: Option<&str>, expected: Standing) {
        let reference = Edtf::new("2024-06-12").unwrap();
        let time = time.map(|time| Edtf::new(time).unwrap());
        let (ahead, rest) = sentence.split_once('{').unwrap_or((sentence, ""));
        let (_, behind) = rest.split_once('}').unwrap_or(("", sentence));
        let ahead_of_time = if rest.is_empty() { "" } else { ahead };
        let whole = sentence.replace(['{', '}'], "");
        let said = Said {
            ahead_of_time,
            before: behind,
            behind: "",
            sentence: &whole,
            clause: whole.rsplit(ends_clause).next().unwrap_or_default(),
            told: &whole,
            indicator: "",
            time: time.as_ref(),
            ahead: rest.starts_with("未来"),
            after_an_aim: false,
            reference: Some(&reference),
        };
        assert_eq!(standing(&said), Some(expected), "{sentence}");
    }

    #[test]
    fn what_is_to_come_is_a_target() {
        use Standing::{Reported, Target};
        check("到{2027年},船队达到", Some("2027"), Target);
        check("{2030年前}建成", Some("../2030"), Target);
        check("{今年}全县力争栽种", Some("2024"), Target);
        check("{今年}全县栽种", Some("2024"), Reported);
        check("到{2020年},船队已有", Some("2020"), Reported);
        check("规划提出,到{2020年},船队达到", Some("2020"), Target);
        check("截至{2023年底},船队达到", Some("2023-12~"), Reported);
        check("力争培育", None, Target);
        check("培育", None, Reported);
        check("{今年}全县还将修缮", Some("2024"), Target);
        check("{今年}全县将近", Some("2024"), Reported);
        check("计划淘汰", None, Target);
        check("计划总投资", None, Reported);
        check("新注册虚拟电厂", None, Reported);
        check("拟淘汰", None, Target);
        check("规划的", None, Target);
        check("规划里", None, Reported);
    }
}
