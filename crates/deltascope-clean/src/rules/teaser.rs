//! A teaser: a sentence or headline right before a bare timestamp, where the page does so often; or
//! one that ends in a link to the rest, `……开幕...[详细]`.

use deltascope_model::Label;

use super::{Rule, is_source_line};
use crate::block::{Block, DIGIT};
use crate::pattern::Pattern;

/// A teaser is a sentence or two; a longer paragraph is a story's, in characters.
const LONGEST: usize = 300;
/// The same for one that ends in a link; a story's parts may each link to more.
const LONGEST_LINKED: usize = 120;

/// As many cards are a list of other stories.
const LEAST_CARDS: usize = 3;

static MORE: Pattern = Pattern::new(
    r"[.。…][\s\[【《(（]*(?:详细|详情|全文|详全文|查看全文|更多|阅读更多|查看详情)[\s\]】》)）>»]*$",
);

/// An entry of a list with its time behind it: `• 快线开通,航程缩短三天。2020-4-24 8:40`.
static STAMPED: Pattern =
    Pattern::new(r"^[•·▪■◆].+[\s。]\d{4}[-/.]\d{1,2}[-/.]\d{1,2}(?:\s+\d{1,2}:\d{2}(?::\d{2})?)?$");

pub(super) const RULE: Rule = Rule {
    name: "teaser",
    label: Label::Noise,
    weight: -60,
    words: &[],
    test: |page, at| {
        if page.blocks[at].row {
            return false;
        }
        if page.blocks[at].chars <= LONGEST_LINKED && ends_in_link_or_time(&page.blocks[at]) {
            return !is_beside_parts(page, at);
        }
        let footed = page.feet.get(at + 1) == Some(&true);
        // The page's first text, above nothing but counters, is a post, and so are the entries of a
        // live report; cards have a time.
        if footed && (page.first_prose == Some(at) || page.live) && !is_timed(page.text(at + 1)) {
            return false;
        }
        // A card has one paragraph.
        let first = at == 0 || !page.blocks[at - 1].is_prose();
        if footed && first && page.cards >= LEAST_CARDS && is_card(&page.blocks[at]) {
            return true;
        }
        // `标题 / 来源 / 时间`: the timestamp stands up to two short lines below.
        let stamp = (at + 1..page.blocks.len().min(at + 4)).find(|next| page.stamps[*next]);
        let Some(stamp) = stamp else { return false };
        let direct = stamp == at + 1;
        let between_short = (at + 1..stamp)
            .all(|next| page.blocks[next].chars <= 16 && !page.blocks[next].ends_sentence());
        if page.blocks[at].is_prose() {
            // A lone number below prose is a page's.
            let timed = page.text(stamp).contains([':', '-', '/', '前', '月']);
            if page.blocks[at].chars > LONGEST || !timed {
                return false;
            }
            return direct && page.stamped_prose >= 2 || page.stamped_lines >= 8 && between_short;
        }
        // A title stands above its author and its day as well.
        let titled = || (at..stamp).any(|line| is_source_line(page.text(line)));
        page.stamped_lines >= 4 && between_short && page.blocks[at].chars <= 80 && !titled()
    },
};

/// A longer paragraph beside it ends in a link, too: the parts of a story each link to more.
fn is_beside_parts(page: &super::Page<'_>, at: usize) -> bool {
    let is_part = |block: &Block| block.chars > LONGEST_LINKED && ends_in_link(&block.text);
    let beside = [at.checked_sub(1), Some(at + 1)].into_iter().flatten();
    beside.filter_map(|near| page.blocks.get(near)).any(is_part)
}

/// A day or a time stands in a line.
fn is_timed(text: &str) -> bool {
    text.contains(['-', ':', '/', '年', '月', '天', '前', '刚'])
}

/// Prose that may be the text of a card.
pub(super) fn is_card(block: &Block) -> bool {
    block.chars <= LONGEST_LINKED && block.is_prose()
}

/// What may stand behind a link at the end of a line.
const CLOSING: [char; 12] = ['[', ']', '【', '】', '《', '》', '(', ')', '（', '）', '>', '»'];

fn ends_in_link(text: &str) -> bool {
    let closes = |char: char| char.is_whitespace() || CLOSING.contains(&char);
    let is_link = |core: &str| {
        core.ends_with(['细', '情', '文', '多'])
            && ["详细", "详情", "全文", "更多"].iter().any(|link| core.ends_with(link))
    };
    let may_link = |char: char| matches!(char, '细' | '情' | '文' | '多') || closes(char);
    text.ends_with(may_link) && is_link(text.trim_end_matches(closes)) && MORE.is_match(text)
}

fn ends_in_link_or_time(block: &Block) -> bool {
    let text = &*block.text;
    ends_in_link(text)
        || block.holds(DIGIT)
            && text.starts_with(['•', '·', '▪', '■', '◆'])
            && STAMPED.is_match(text)
            // The line of source may be an entry of a list of its own.
            && !["来源", "作者", "记者", "www.", "http"].iter().any(|word| text.contains(word))
}

#[cfg(test)]
mod tests {
    use super::super::tests::check;

    #[test]
    fn cases() {
        let prose =
            "市图书馆昨天延长了开放时间,读者可以一直待到晚上十点再回家。\n2026-01-23 10:13\n";
        check(&prose.repeat(3), Some("teaser"));
        check(&format!("{prose}正文开始"), None);
        let card =
            "市图书馆昨天延长了开放时间,读者可以一直待到晚上十点再回家。\n江畔网3小时前985阅读\n";
        check(&card.repeat(3), Some("teaser"));
        check(card, None);
        let text = "单位楼下的猫今天让我摸了头,我请整个办公室喝了奶茶。";
        let post = format!("江畔客\n{text}\n转发 12 评论 6\n{}", card.repeat(3));
        let blocks = crate::block::blocks(&post);
        let rules: Vec<_> =
            super::super::verdicts(&blocks).iter().map(|told| told.map(|told| told.rule)).collect();
        assert_eq!((rules[1], rules[3]), (None, Some("teaser")));
        check(&"游园会周末开幕\n某地晚报\n2026-01-23 11:13:03\n".repeat(5), Some("teaser"));
        check("游园会周末开幕\n2026-01-23 11:13:03\n来源", None);
        let list = "游园会周末开幕\n2026-01-23 11:13:03\n".repeat(5);
        check(&format!("三市共用仪器\n作者:张三\n2026-01-23 08:41:02\n{list}"), None);
        let post = "三市的仪器从上周起可以在线预约,企业排队的时间缩短了一半。\n";
        check(&format!("{post}{card}{post}{}", card.repeat(3)), None);
        check("• 江畔网 www.example.org 2020-4-24 8:40", Some("source-line"));
        check("• 快线开通,每周两班,航程缩短三天。2020-4-24 8:40", Some("teaser"));
        check("游园会周末开幕,花车巡游排到晚上...《详全文》", Some("teaser"));
        let part = format!("首批仪器今天开放。{}【详细】", "小微企业可以预约。".repeat(16));
        check(&format!("首批仪器今天开放。【详细】\n{part}"), None);
        check(&format!("首批仪器今天开放。【详细】\n首页\n{part}"), Some("teaser"));
    }
}
