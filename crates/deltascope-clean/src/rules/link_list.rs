//! Entries of a list of links: bullets, numbered headlines, bars between words.

use std::sync::LazyLock;

use deltascope_model::Label;
use regex::Regex;

use super::{Rule, pattern};

static ENTRY: LazyLock<Regex> = LazyLock::new(|| {
    pattern(
        r"^(?:[•●■◆▪▶►☆★◇□※・·]\s*|\[[\p{Han}]{2,4}\]|【\s*[\p{Han}\s]{2,12}】\s*|\d{1,2}\s*[.、]\s*\d{1,2}[.、])",
    )
});

pub(super) const RULE: Rule = Rule {
    name: "link-list",
    label: Label::Noise,
    weight: -30,
    test: |page, at| {
        let block = &page.blocks[at];
        let bars = block.text.matches(['|', '│', '┊', '｜']).count();
        let dots = text_dots(&block.text);
        let unfinished = !block.text.ends_with(['。', '；', ';', '”']);
        dots >= 3
            || bars >= 3 && !block.is_prose()
            || ENTRY.is_match(&block.text) && unfinished && !block.is_prose()
    },
};

/// Headlines run together, each behind a dot of its own: `・甲 ・乙`.
fn text_dots(text: &str) -> usize {
    if text.len() < 24 {
        return 0;
    }
    [" ・", " ·", " •"].iter().map(|dot| text.matches(dot).count()).sum()
}

#[cfg(test)]
mod tests {
    use super::super::tests::check;

    #[test]
    fn cases() {
        for text in [
            "• 财经",
            "新闻 | 财经 | 体育 | 娱乐",
            "■ 某地举办游园会",
            "【贺卡】 送祝福",
            "・甲市开幕 ・乙市闭幕 ・丙市签约 ・丁市上市",
        ] {
            check(text, Some("link-list"));
        }
        check(
            "• 三市科技部门上周商定,共用一批大型仪器,费用由双方分担,首批开放设备一百二十台。",
            None,
        );
    }
}
