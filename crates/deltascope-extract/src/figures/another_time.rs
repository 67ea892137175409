//! Times of a sentence that are of something else than its number.
//!
//! - of how much more there had been: `60年来首次降至…`
//! - of a feast that only draws near (`春节临近,35家门诊…`) or by which goods are described (`春节热销的…`)
//! - when a bond falls due: `2013年1月到期的国债`
//! - of what went on till then: `继续了前两年的跌势,…`
//! - of what another value is set against: `上年同期为14亿包,相比之下,增长了5%`
//!
//! And of what was so once, no date of the article is: `鼎盛时期有员工三千人`.

use std::sync::LazyLock;

use deltascope_model::TextRange;

use super::measured::Measuring;
use super::when::Number;
use crate::tense::ends_clause;
use crate::times::FoundTime;
use crate::words::Words;

/// Words for the edition before the one that is told of.
static BEFORE: LazyLock<Words> = LazyLock::new(|| {
    let words = "上一期 上期 上一版 上一轮 上一届 上一次 前一期 上一年度 前次 上次 前一次 前一轮 原来有 原为 原先";
    Words::new(words.split_whitespace())
});

/// Words for the present one.
static THIS: LazyLock<Words> =
    LazyLock::new(|| Words::new("本轮 本次 本期 本届 这 此次 今年 现 目前 而".split_whitespace()));

/// Words for the best time of something.
const TIMES: [&str; 6] = ["鼎盛时期", "鼎盛期", "全盛时期", "全盛期", "巅峰时期", "辉煌时期"];

/// They, and words for what was so once, and nothing says when.
static ONCE: LazyLock<Words> = LazyLock::new(|| {
    let words = "一度 鼎盛时 巅峰期 巅峰时 最多时 最盛时 曾占 曾有 曾达 曾拥有 曾是 曾为 曾超 曾高达 曾突破 曾跌 曾降 曾升 \
     曾涨 曾接近 曾保持 曾经占 曾经有 曾经达 曾经拥有 曾经是";
    Words::new(words.split_whitespace().chain(TIMES))
});

impl Measuring<'_> {
    /// Whether a time before a number is of something else.
    pub(super) fn is_of_another_thing(&self, time: &FoundTime, number: &Number<'_>) -> bool {
        self.is_a_record(time)
            || self.is_a_feast_of_a_thing(time)
            || self.falls_due(time)
            || self.is_of_what_went_on(time, number)
            || self.is_of_the_same_before(time, number)
    }

    /// `60年来首次降至1000万以下`: how long it had not been so.
    fn is_a_record(&self, time: &FoundTime) -> bool {
        const RECORDS: [&str; 8] =
            ["首次", "首度", "第一次", "头一次", "最", "的最", "新高", "新低"];
        time.text.ends_with('来') && {
            let behind = self.slice(time.range.end(), self.range.end());
            RECORDS.iter().any(|word| behind.starts_with(word))
        }
    }

    /// `春节即将到来`, and `春节热销的烟花` while that is to come.
    fn is_a_feast_of_a_thing(&self, time: &FoundTime) -> bool {
        const NEAR: [&str; 8] =
            ["到来", "来临", "临近", "将至", "将近", "在即", "即将到来", "即将来临"];
        const LONGEST: usize = 4;
        if !is_a_feast(&time.text) {
            return false;
        }
        let behind = self.slice(time.range.end(), self.range.end());
        let described = || {
            let (verb, _) = behind.split_once('的')?;
            let short = !verb.is_empty() && verb.chars().count() <= LONGEST;
            let told = self.told_at?.edtf.bounds().last?;
            let to_come = time.edtf.as_ref()?.bounds().first? > told;
            (short && to_come && !verb.contains(ends_clause)).then_some(())
        };
        let near = behind.trim_start_matches(['也', '日', '益']);
        NEAR.iter().any(|word| near.starts_with(word)) || described().is_some()
    }

    /// `2013年1月到期的国债`
    fn falls_due(&self, time: &FoundTime) -> bool {
        let behind = self.slice(time.range.end(), self.range.end());
        ["到期", "期满", "届满", "兑付"].iter().any(|word| behind.starts_with(word))
    }

    /// `继续了前两年的跌势,18只个股全部下跌`
    fn is_of_what_went_on(&self, time: &FoundTime, number: &Number<'_>) -> bool {
        const GOES_ON: [&str; 6] = ["继续", "延续", "扭转", "结束", "打破", "改变"];
        if number.clause.contains(time.range)
            || !self.slice(time.range.end(), number.range.start()).starts_with('的')
        {
            return false;
        }
        let before = self.slice(self.range.start(), time.range.start());
        let before = before.strip_suffix('了').unwrap_or(before);
        GOES_ON.iter().any(|verb| before.ends_with(verb))
    }

    /// `上年同期为14亿包,相较之下,增长了5%`
    fn is_of_the_same_before(&self, time: &FoundTime, number: &Number<'_>) -> bool {
        let behind = self.slice(time.range.end(), number.range.start());
        let same = time.text.ends_with("同期") || behind.starts_with("同期");
        same && ["相较", "相比"].iter().any(|word| behind.contains(word))
    }

    /// `与上一期的443分相比`, `上一轮目录有药559种,共2183个品规`: when that was, the present date does not tell.
    pub(super) fn is_of_the_edition_before(&self, number: &Number<'_>) -> bool {
        const GOES_ON: [&str; 6] = ["共", "合计", "其中", "包括", "涵盖", "计"];
        let own = self.slice(number.clause.start(), number.range.start());
        if BEFORE.stand_in(own) {
            return true;
        }
        GOES_ON.iter().any(|word| own.starts_with(word)) && {
            let words = self.slice(self.range.start(), number.range.start());
            let last = BEFORE.within(words).last();
            last.is_some_and(|(at, word, ())| !THIS.stand_in(&words[at + word.len()..]))
        }
    }

    /// `一度有员工三千人`, `鼎盛时期,有员工三千人`: once, whenever that was.
    pub(super) fn was_once(&self, number: &Number<'_>) -> bool {
        let clause = self.slice(number.clause.start(), number.range.start());
        let once = ONCE.within(clause).any(|(at, word, ())| {
            let behind = &clause[at + word.len()..];
            !["目前", "如今", "现"].iter().any(|now| behind.contains(now))
        });
        let ahead = self.slice(self.range.start(), number.clause.start());
        let ahead = ahead.trim_end_matches(['，', ',']);
        once || TIMES.iter().any(|word| ahead.ends_with(word))
    }

    /// `12月份失业率从3.2%降到3%`: the first value is of before that.
    pub(super) fn goes_from(&self, time: TextRange, number: &Number<'_>) -> bool {
        let between = self.slice(time.end(), number.range.start());
        number.first_of_change
            && !number.earlier
            && number.clause.contains(time)
            && between.contains(['从', '由'])
    }
}

fn is_a_feast(words: &str) -> bool {
    const FEASTS: [&str; 8] = ["元旦", "国庆", "除夕", "中秋", "端午", "圣诞", "清明", "黄金周"];
    words.ends_with('节') || FEASTS.iter().any(|feast| words.ends_with(feast))
}

#[cfg(test)]
mod tests {
    use super::is_a_feast;

    #[test]
    fn feasts_by_their_names() {
        for (words, expected) in
            [("春节", true), ("今年国庆", true), ("3月", false), ("假期", false)]
        {
            assert_eq!(is_a_feast(words), expected, "{words}");
        }
    }
}
