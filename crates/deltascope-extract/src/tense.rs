//! Does a sentence look to the future?
//!
//! Said by words of intent near the place in question; the tense of Chinese verbs does not tell.

use std::sync::LazyLock;

use deltascope_model::TextRange;

use crate::spots::{List, Text};
use crate::words::Words;

/// Words after which something is yet to come.
const AHEAD: [&str; 26] = [
    "料第",
    "料于",
    "料今年",
    "料明年",
    "定于",
    "定在",
    "订于",
    "订在",
    "将于",
    "将在",
    "将",
    "拟",
    "计划",
    "预计",
    "力争",
    "有望",
    "争取",
    "即将",
    "又会",
    "才会",
    "还会",
    "可能在",
    "可能于",
    "下一步",
    "目标",
    "规划到",
];

/// From a day on that is mostly yet to come: `9月1日起施行`.
const FROM_THEN: [&str; 5] = ["起施行", "起实施", "起执行", "起生效", "起正式"];

/// All of them, by their first character.
static AHEAD_WORDS: LazyLock<Words> =
    LazyLock::new(|| Words::new(AHEAD.into_iter().chain(FROM_THEN)));

/// Words that hold 将 or 计划 without looking ahead.
const NOT_AHEAD: [&str; 13] = [
    "现将",
    "行动计划",
    "科学计划",
    "攻关计划",
    "研发计划",
    "专项计划",
    "人才计划",
    "将其",
    "名将",
    "将士",
    "将军",
    "科技计划",
    "计划项目",
];

/// No clause is read further than so many bytes to either side: a text may have no clause ends.
const LONGEST_CLAUSE: usize = 300;

/// True where the clause around a range of the text looks to the future.
pub(crate) fn looks_ahead(text: Text<'_>, start: usize, end: usize) -> bool {
    let reach = text.floor_char_boundary(start.saturating_sub(LONGEST_CLAUSE));
    let before = text.part(TextRange::of(reach, start));
    let reach = text.ceil_char_boundary((end + LONGEST_CLAUSE).min(text.len()));
    let after = text.part(TextRange::of(end, reach));
    let (mut clause_start, mut sentence_start) = (0, 0);
    for at in clause_ends(before) {
        clause_start = at;
        if before[at..].starts_with(['。', '！', '？', '\n']) {
            sentence_start = at;
        }
    }
    // Behind a date that ends its clause (到2027年底,将…) the next clause counts too.
    let mut ends = clause_ends(after);
    let first_end = ends.next();
    let near =
        first_end.is_some_and(|at| after[at..].starts_with([',', '，']) && at <= '前'.len_utf8());
    let clause_end = if near { ends.next() } else { first_end };
    says_ahead(&before[clause_start..])
        || says_ahead(&after[..clause_end.unwrap_or(after.len())])
        || goes_by_a_plan(&before[sentence_start..])
}

/// Words by which a sentence tells what is planned, where it opens.
static PLANS: LazyLock<Words> = LazyLock::new(|| {
    Words::new([
        "按计划",
        "按照计划",
        "按规划",
        "按照规划",
        "根据规划",
        "按照工期",
        "按照安排",
        "按安排",
        "下一步",
        "下一个",
        "下一阶段",
        "接下来",
        "预告",
    ])
});

/// `按计划,二期10月开工`: the sentence opens with whose words it goes by.
fn goes_by_a_plan(sentence: &str) -> bool {
    const MOST_BEFORE: usize = 6;
    let sentence = sentence.trim_start_matches(['。', '！', '？', '\n']);
    let mut openings = sentence.char_indices().take(MOST_BEFORE);
    openings.any(|(at, c)| {
        // 馆方并预告: who says so stands before.
        matches!(c, '按' | '根' | '下' | '接' | '预')
            && (at == 0 || sentence[..at].ends_with([',', '，', '的']) != (c == '预'))
            && PLANS.begin(&sentence[at..])
    })
}

/// Where clauses end in a text, before their marks.
fn clause_ends(text: Text<'_>) -> impl Iterator<Item = usize> {
    text.places(List::ClauseMarks).filter(move |&at| text[at..].starts_with(ends_clause))
}

/// Words of intent that stand beside the time of what is intended: `今年计划再建30个`.
pub(crate) const INTENDS: [&str; 12] =
    ["计划", "将", "要", "拟", "力争", "争取", "打算", "准备", "预计", "有望", "目标", "须"];

/// True where words of intent, or from when on something holds, stand in a piece of text.
pub(crate) fn says_ahead(piece: &str) -> bool {
    intends_or(piece, |_| true)
}

/// True where words of intent stand in a piece of text.
pub(crate) fn intends(piece: &str) -> bool {
    intends_or(piece, |word| !FROM_THEN.contains(&word))
}

/// True where such words that look ahead stand in a piece of text.
fn intends_or(piece: &str, such: impl Fn(&str) -> bool) -> bool {
    AHEAD_WORDS.within(piece).any(|(at, word, ())| {
        if !such(word) {
            return false;
        }
        let within = NOT_AHEAD.iter().any(|longer| covers(piece, longer, at, word.len()));
        let behind = &piece[at + word.len()..];
        // (下称保育计划): the end of a name.
        let ends_a_name = behind.starts_with([')', '）', '”', '」', '》']);
        !within && !ends_a_name && (word != "将" || !takes_an_object(behind))
    })
}

/// What is done to what 将 makes the object.
const DONE_TO_IT: [&str; 36] = [
    "纳入",
    "列入",
    "列为",
    "写入",
    "写进",
    "作为",
    "确定为",
    "认定为",
    "定为",
    "升级为",
    "更名为",
    "命名为",
    "调整为",
    "改为",
    "移交",
    "转化为",
    "分为",
    "扩大到",
    "告上",
    "告到",
    "告至",
    "送往",
    "送到",
    "送至",
    "送交",
    "交给",
    "交由",
    "移送",
    "带回",
    "带走",
    "抓获",
    "视为",
    "称为",
    "评为",
    "运往",
    "运到",
];

/// True where 将 is 把: `将甲项目纳入清单`. What it acts on follows at once, and then what is done to it.
fn takes_an_object(after: &str) -> bool {
    static DONE: LazyLock<Words> = LazyLock::new(|| Words::new(DONE_TO_IT));
    const NOT_OBJECTS: [&str; 30] = [
        "被",
        "会",
        "于",
        "在",
        "从",
        "由",
        "以",
        "按",
        "有",
        "是",
        "为",
        "继续",
        "进一步",
        "正式",
        "全部",
        "全面",
        "逐步",
        "陆续",
        "同步",
        "统一",
        "首次",
        "再",
        "不",
        "把",
        "对",
        "向",
        "与",
        "和",
        "通过",
        "重点",
    ];
    // The name of what it acts on was cut out.
    if after.is_empty() {
        return true;
    }
    let done = DONE.within(after).next();
    done.is_some_and(|(at, ..)| at > 0) && !NOT_OBJECTS.iter().any(|word| after.starts_with(word))
}

/// True where `longer` stands in the piece over the given place.
fn covers(piece: &str, longer: &str, at: usize, len: usize) -> bool {
    let mut ahead = longer.char_indices().map(|(ahead, _)| ahead);
    ahead.any(|ahead| {
        let start = at.checked_sub(ahead);
        ahead + len <= longer.len()
            && start.is_some_and(|at| piece.as_bytes()[at..].starts_with(longer.as_bytes()))
    })
}

/// The marks at which a clause ends.
pub(crate) fn ending_marks() -> impl Iterator<Item = char> {
    ('\0'..='\u{ffff}').filter(|c| ends_clause(*c))
}

/// True for one of them.
pub(crate) fn ends_clause(c: char) -> bool {
    matches!(c, ',' | '，' | '。' | ';' | '；' | '!' | '?' | '！' | '？' | '：' | '\n')
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::spots::Spots;

    #[track_caller]
    fn check(text: &str, date: &str, expected: bool) {
        let start = text.find(date).unwrap();
        let spots = Spots::of(text);
        let ahead = looks_ahead(spots.text(text), start, start + date.len());
        assert_eq!(ahead, expected, "{text}");
    }

    #[test]
    fn intent_near_the_date() {
        check("条例自9月1日起施行。", "9月1日", true);
        check("到2027年底,全市将建成十座桥。", "2027年底", true);
        check("大桥拟于明年通车", "明年", true);
        check("大桥去年通车,沿线将受益。", "去年", false);
        check("去年启动行动计划。", "去年", false);
        check("会议12月12日举行。", "12月12日", false);
        check("声音节订于12月6日举行。", "12月6日", true);
        check("现将截至6月底的进展通报如下。", "6月底", false);
        check("按计划,二期工程10月开工,新增四条线。", "10月", true);
        check("站里的下一个任务,是修订规程,12月交稿。", "12月", true);
        check("馆方并预告,三年筹备的织品展10月登场。", "10月", true);
        check("馆方去年的预告,三年后10月才兑现。", "10月", false);
        check("按计划施工。二期工程10月开工。", "10月", false);
        check("大桥是按计划通车的,10月验收。", "10月", false);
        check("3月5日,县里将三座旧粮仓列为文物。", "3月5日", false);
        check("3月5日,县里将在村口列出名单。", "3月5日", true);
        check("3月5日,三座旧粮仓将被列为文物。", "3月5日", true);
    }
}
