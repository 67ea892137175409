//! A bare timestamp or counter: `2026-01-23 10:13`, `3小时前`, `85`, `71 12-01 09:22`.

use std::sync::LazyLock;

use deltascope_model::Label;
use regex::Regex;

use super::{Rule, pattern};
use crate::block::{Block, is_han};

pub(super) const RULE: Rule = Rule {
    name: "timestamp",
    label: Label::Noise,
    weight: -25,
    words: &[],
    test: |page, at| page.bare[at],
};

static STAMP: LazyLock<Regex> = LazyLock::new(|| {
    pattern(concat!(
        r"^[\[(（【]?(?:\d[\d\s:：\-/.,年月日时分秒]*",
        r"|(?:\d+\s+)?(?:\d+\s*(?:秒|分钟|小时|天|个月|周|年)前|刚刚|昨天|今天|前天)(?:\s*\d{1,2}:\d{2})?)",
        r"[\])）】]?$",
    ))
});

/// The block is a bare timestamp or counter. A lone number in the story's own element is a cell of
/// its tables.
pub(super) fn is_stamp_of(block: &Block) -> bool {
    let cell = || block.tags.story == Some(true) && is_number(&block.text);
    !block.row && is_stamp(&block.text) && !cell()
}

/// No date and no time by its look.
pub(super) fn is_number(text: &str) -> bool {
    !text.contains([':', '：', '-', '/', '年', '月', '日', '前', '['])
}

static FOOT: LazyLock<Regex> = LazyLock::new(|| {
    pattern(concat!(
        r"^[^。！？，]{0,14}(?:\d+\s*(?:秒|分钟|小时|天|个月|周|年)前|刚刚|昨天|前天",
        r"|(?:\d{4}[-/.年])?\d{1,2}[-/.月]\d{1,2}日?)\s*(?:\d{1,2}:\d{2})?\s*",
        r"(?:\d[\d.万wk+]*\s*(?:次?(?:阅读|浏览|播放|评论|回复|点?赞|跟[帖贴]|观看|收藏))?)?$",
        r"|^[^。！？，]{0,14}\d[\d.万wk+]*\s*次?(?:阅读|浏览|播放|评论|回复|点?赞|跟[帖贴]|观看|收藏)$",
    ))
});

/// The foot of a card that tells of another story: site, time and counters run together,
/// `江畔网3小时前985阅读`.
pub(super) fn is_foot(text: &str) -> bool {
    let may = |char: char| match char {
        '前' | '刚' | '天' | '日' | '读' | '览' | '放' | '论' | '复' | '赞' | '帖' | '贴'
        | '看' | '藏' => true,
        _ => char.is_ascii_digit(),
    };
    let timed = || {
        text.contains(char::is_numeric)
            || ["刚刚", "昨天", "前天"].iter().any(|word| text.contains(word))
    };
    text.len() <= 90 && text.ends_with(may) && timed() && FOOT.is_match(text)
}

fn is_stamp(text: &str) -> bool {
    // No hanzi is a figure by its class, and nearly all lines begin with one.
    let may = |char: char| match char {
        '[' | '(' | '（' | '【' | '刚' | '昨' | '今' | '前' => true,
        _ => !is_han(char) && char.is_numeric(),
    };
    text.len() <= 60 && text.starts_with(may) && STAMP.is_match(text)
}

#[cfg(test)]
mod tests {
    use super::super::tests::check;

    #[test]
    fn cases() {
        for text in [
            "2026-01-23 10:13",
            "2012年01月12日 10:09:17",
            "0",
            "79164",
            "3小时前",
            "0 3小时前",
            "71 12-01 09:22",
            "[2013-5-2]",
        ] {
            check(text, Some("timestamp"));
        }
        for text in [
            "江畔网3小时前985阅读",
            "江畔网12-081145阅读",
            "江畔网昨天 18:22",
            "三市日报2022-03-14",
        ] {
            assert!(super::is_foot(text), "{text}");
        }
        assert!(!super::is_foot("会议定于12-08日在三市召开,欢迎参加阅读"));
        check("2024年度报告", None);
        check("3小时前的消息", None);
    }
}
