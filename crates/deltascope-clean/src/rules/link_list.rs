//! Entries of a list of links: bullets, numbered headlines, bars between words.

use deltascope_model::Label;

use super::{Rule, timestamp};
use crate::block::Block;
use crate::pattern::Pattern;

/// What stands before each entry of a list.
const BULLETS: [char; 14] = ['•', '●', '■', '◆', '▪', '▶', '►', '☆', '★', '◇', '□', '※', '・', '·'];

static ENTRY: Pattern = Pattern::new(
    r"^(?:\[[\p{Han}]{2,4}\]|【\s*[\p{Han}\s]{2,12}】\s*|\d{1,2}\s*[.、]\s*\d{1,2}[.、])",
);

pub(super) const RULE: Rule = Rule {
    name: "link-list",
    label: Label::Noise,
    weight: -30,
    words: &[&[
        "|", "│", "┊", "｜", "•", "●", "■", "◆", "▪", "▶", "►", "☆", "★", "◇", "□", "※", "・", "·",
        "[", "【", ".", "、",
    ]],
    test: |page, at| {
        let block = &page.blocks[at];
        // In the story's own element a list without links is the story's.
        if block.tags.story == Some(true) && !block.tags.linked {
            return false;
        }
        if block.row || page.live && timestamp::is_clock(&block.text) {
            return false;
        }
        if text_dots(&block.text) >= 3 {
            return true;
        }
        let bars = || block.text.matches(['|', '│', '┊', '｜']).count();
        let unfinished = || !block.text.ends_with(['。', '；', ';', '”']);
        let entry = || block.text.starts_with(BULLETS) || ENTRY.is_match(&block.text);
        !block.is_prose() && (unfinished() && entry() && !is_subhead(page, at) || bars() >= 3)
    },
};

/// What stands before a subhead, too.
const MARKS: [char; 6] = ['●', '■', '◆', '▶', '►', '◇'];
/// A longer line is none, in characters.
const LONGEST_SUBHEAD: usize = 24;

/// A line of words behind a mark, between two sentences: `●从摇把到按钮`.
fn is_subhead(page: &super::Page<'_>, at: usize) -> bool {
    let block = &page.blocks[at];
    let is_told = |block: &Block| block.ends_sentence() && block.han >= 8 && !block.tags.linked;
    block.text.starts_with(MARKS)
        && block.chars <= LONGEST_SUBHEAD
        && block.han >= 3
        && !block.tags.linked
        && at > 0
        && is_told(&page.blocks[at - 1])
        && page.blocks.get(at + 1).is_some_and(is_told)
}

/// Headlines run together, each behind a dot of its own: `・甲 ・乙`.
fn text_dots(text: &str) -> usize {
    if text.len() < 24 {
        return 0;
    }
    // Blanks are few in Chinese text, and a machine finds them fast.
    let blanks = memchr::memchr_iter(b' ', text.as_bytes());
    blanks.filter(|at| text[at + 1..].starts_with(['・', '·', '•'])).count()
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
        let told = "三市科技部门上周商定,共用一批大型仪器。";
        check(&format!("●仪器共用\n{told}"), Some("link-list"));
        check(&"• 09:30\n闸门缓缓提起,下游的渡船已经全部靠岸。\n".repeat(5), None);
        check(
            "• 三市科技部门上周商定,共用一批大型仪器,费用由双方分担,首批开放设备一百二十台。",
            None,
        );
    }
}
