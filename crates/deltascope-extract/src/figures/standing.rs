//! Whether a number was reached or is a target: `到2027年达到3.5%`, `力争培育一百家`.
//!
//! A target lies ahead of the article's date, or stands behind a word that sets it. An older one
//! is known by the document that sets it (`规划提出,到2020年…`).

use std::sync::LazyLock;

use deltascope_model::{Edtf, Standing};

use crate::tense::ends_clause;
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

/// The words around a number, and when it is as of.
pub(super) struct Said<'a> {
    /// What stands before the time in the sentence.
    pub(super) ahead_of_time: &'a str,
    /// What stands between the time, or else the beginning of the clause, and the number.
    pub(super) before: &'a str,
    /// What stands behind the number in its clause.
    pub(super) behind: &'a str,
    /// The time before the number in the sentence.
    pub(super) time: Option<&'a Edtf>,
    pub(super) reference: Option<&'a Edtf>,
}

/// Whether the number of these words was reached or is to be.
pub(super) fn standing(said: &Said<'_>) -> Standing {
    // 虚拟电厂 plans nothing.
    let sets = |words: &str| {
        let mut set = SETS_WORDS.within(words);
        set.any(|(at, word, ())| word != "拟" || !words[..at].ends_with(['虚', '模']))
    };
    let reached = || REACHED_WORDS.stand_in(said.before);
    // 提前实现五万家的目标, 完成200亿元的年度目标: the number is what was aimed at.
    if said.behind.starts_with('的') && said.behind.contains("目标") {
        return Standing::Target;
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
        }
        (Some(_), Some(_)) => {
            until(said.ahead_of_time) && demanded(said.ahead_of_time) && !reached()
        }
        (Some(_), None) => until(said.ahead_of_time) && !reached(),
        (None, _) => {
            (sets(said.before) || is_to_come(said.before)) && !reached()
                || planned()
                || PLANNED.iter().any(|word| said.before.ends_with(word))
        }
    };
    if target { Standing::Target } else { Standing::Reported }
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

fn ends_after(time: &Edtf, reference: &Edtf) -> bool {
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
        let said = Said {
            ahead_of_time,
            before: behind,
            behind: "",
            time: time.as_ref(),
            reference: Some(&reference),
        };
        assert_eq!(standing(&said), expected, "{sentence}");
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
