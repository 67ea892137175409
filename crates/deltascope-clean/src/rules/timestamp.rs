//! A bare timestamp or counter: `2026-01-23 10:13`, `3小时前`, `85`, `71 12-01 09:22`.

use std::sync::LazyLock;

use deltascope_model::Label;
use regex::Regex;

use super::{Rule, pattern};

pub(super) const RULE: Rule = Rule {
    name: "timestamp",
    label: Label::Noise,
    weight: -25,
    words: &[],
    test: |page, at| page.stamps[at],
};

static STAMP: LazyLock<Regex> = LazyLock::new(|| {
    pattern(concat!(
        r"^[\[(（【]?(?:\d[\d\s:：\-/.,年月日时分秒]*",
        r"|(?:\d+\s+)?(?:\d+\s*(?:秒|分钟|小时|天|个月|周|年)前|刚刚|昨天|今天|前天)(?:\s*\d{1,2}:\d{2})?)",
        r"[\])）】]?$",
    ))
});

pub(super) fn is_stamp(text: &str) -> bool {
    let may = |char: char| char.is_numeric() || "[(（【刚昨今前".contains(char);
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
        check("2024年度报告", None);
        check("3小时前的消息", None);
    }
}
