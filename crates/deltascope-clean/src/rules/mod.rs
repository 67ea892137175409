//! What one block is by its own look and its nearest neighbours. One rule a file; the first rule
//! that knows a block decides. A rule sees Simplified text only.

mod abstract_line;
mod afterword;
mod answer_head;
mod app_promotion;
mod aside;
mod breadcrumb;
mod byline_line;
mod caption;
mod comment_head;
mod comments;
mod contents;
mod disclaimer;
mod echo;
mod editor_line;
mod figure;
mod legal;
mod line_number;
mod link_list;
mod linked;
mod listing;
mod newspaper_page;
mod notice;
mod paging;
mod query_stub;
mod section_head;
mod share_widget;
mod source_line;
mod spam;
mod teaser;
mod timestamp;
mod watermark;

use std::sync::LazyLock;

use deltascope_model::Label;

use crate::block::Block;
use crate::scan::Asker;
use crate::words::List;

pub use contents::core as entry_core;
pub use source_line::{is_of_meeting, is_source_line};
pub use timestamp::is_clock;

/// What a rule says of a block.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Verdict {
    /// The rule, by the name that stands in the segment.
    pub rule: &'static str,
    /// What the block is.
    pub label: Label,
    /// Its weight in the choice of the story's run.
    pub weight: i64,
}

/// A rule: a name, what it decides, and its test of the block at a position.
pub struct Rule {
    name: &'static str,
    label: Label,
    weight: i64,
    /// One of these stands in each block that the rule knows; where there are none, it is asked of
    /// all blocks.
    words: List,
    test: fn(&Page<'_>, usize) -> bool,
}

/// The blocks, with what is counted once for all rules.
pub struct Page<'a> {
    /// The blocks, in order.
    pub blocks: &'a [Block<'a>],
    /// For each block: a bare timestamp or counter.
    pub bare: Vec<bool>,
    /// The same but for small numbers: those are cells of tables as often.
    pub stamps: Vec<bool>,
    /// For each block: the foot of a card that tells of another story, or a bare timestamp.
    pub feet: Vec<bool>,
    /// For each block: it stands in a list of what readers wrote, or of other stories.
    pub listed: Vec<bool>,
    /// For each block: it is an entry of the page's contents.
    pub contents: Vec<bool>,
    /// For each block: it numbers the lines of a listing of code.
    pub numbers: Vec<bool>,
    /// For each block: it is the site's address or name, as on other lines.
    pub watermarks: Vec<bool>,
    /// How many cards there are: a sentence or two with such a foot.
    pub cards: usize,
    /// How many blocks of prose a bare timestamp follows.
    pub stamped_prose: usize,
    /// The first block of prose.
    pub first_prose: Option<usize>,
    /// Where so much prose has stood that what follows may be its readers'.
    pub told: usize,
    /// Times of day are heads of a live report.
    pub live: bool,
    /// How many short blocks a bare timestamp follows.
    pub stamped_lines: usize,
}

/// How many rules there are.
pub const COUNT: usize = 31;

/// In order: a rule stands before the ones that it overrides.
static RULES: [Rule; COUNT] = [
    line_number::RULE,
    contents::RULE,
    timestamp::RULE,
    teaser::RULE,
    echo::RULE,
    abstract_line::RULE,
    comment_head::RULE,
    answer_head::RULE,
    section_head::RULE,
    listing::RULE,
    notice::RULE,
    disclaimer::RULE,
    legal::RULE,
    watermark::RULE,
    spam::RULE,
    query_stub::RULE,
    breadcrumb::RULE,
    paging::RULE,
    editor_line::RULE,
    newspaper_page::RULE,
    source_line::RULE,
    byline_line::RULE,
    caption::RULE,
    share_widget::RULE,
    comments::RULE,
    app_promotion::RULE,
    afterword::RULE,
    link_list::RULE,
    figure::RULE,
    aside::RULE,
    linked::RULE,
];

/// The words of all rules, each rule's as a list of its own.
pub fn lists() -> [List; COUNT] {
    RULES.each_ref().map(|rule| rule.words)
}

/// Words that tell alone, of the rules that have many: in the order of `Sure`.
pub const SURE: [List; 3] = [comments::SURE, legal::SURE, share_widget::SURE];

/// Whose words tell alone.
#[derive(Clone, Copy)]
enum Sure {
    Comments,
    Legal,
    ShareWidget,
}

/// What the rules say of each block.
pub fn verdicts(blocks: &[Block]) -> Vec<Option<Verdict>> {
    let page = Page::new(blocks);
    let verdict = |at: usize| {
        let may = blocks[at].told(Asker::Rules) | *ALWAYS;
        let known = bits(may).find(|nth| (RULES[*nth].test)(&page, at));
        debug_assert!(
            bits(!may)
                .take_while(|nth| *nth < known.unwrap_or(COUNT))
                .all(|nth| !(RULES[nth].test)(&page, at)),
            "a rule knows {} without its words",
            page.text(at)
        );
        known.map(|nth| &RULES[nth]).map(|rule| Verdict {
            rule: rule.name,
            label: rule.label,
            weight: rule.weight,
        })
    };
    (0..blocks.len()).map(verdict).collect()
}

/// The bits of the rules that are asked of all blocks.
static ALWAYS: LazyLock<u32> = LazyLock::new(|| {
    let bit = |(nth, rule): (usize, &Rule)| u32::from(rule.words.is_empty()) << nth;
    RULES.iter().enumerate().map(bit).sum()
});

/// The numbers of the bits that are set, in order.
fn bits(mut set: u32) -> impl Iterator<Item = usize> {
    std::iter::from_fn(move || {
        let nth = set.trailing_zeros();
        set &= set.checked_sub(1)?;
        Some(nth as usize)
    })
}

impl<'a> Page<'a> {
    fn new(blocks: &'a [Block<'a>]) -> Self {
        let live = timestamp::is_live(blocks);
        let first_prose = blocks.iter().position(Block::is_prose);
        let is_bare = |(at, block): (usize, &Block)| {
            let above = first_prose.is_some_and(|first| at < first);
            !(live && timestamp::is_clock(&block.text)) && timestamp::is_stamp_of(block, above)
        };
        let bare: Vec<bool> = blocks.iter().enumerate().map(is_bare).collect();
        let is_stamp = |(block, bare): (&Block, &bool)| {
            let small = || block.chars <= 2 || block.text.contains('.');
            *bare && !(small() && timestamp::is_number(&block.text))
        };
        let stamps: Vec<bool> = blocks.iter().zip(&bare).map(is_stamp).collect();
        let timed = |at: usize| stamps[at] && !timestamp::is_number(&blocks[at].text);
        // A bare time is a foot as it is, and no more than a day where it says no "ago".
        let is_foot = |(at, block): (usize, &Block)| {
            (!timed(at) || block.text.contains(['前', '刚', '昨']))
                && timestamp::is_foot(&block.text)
        };
        let footed: Vec<bool> = blocks.iter().enumerate().map(is_foot).collect();
        let feet: Vec<bool> = (0..blocks.len()).map(|at| footed[at] || timed(at)).collect();
        let cards =
            (1..blocks.len()).filter(|at| feet[*at] && teaser::is_card(&blocks[at - 1])).count();
        let stamped = |prose: bool| {
            (1..blocks.len())
                .filter(|at| stamps[*at] && !stamps[at - 1] && blocks[at - 1].is_prose() == prose)
                .count()
        };
        Self {
            blocks,
            bare,
            listed: listing::marks(blocks, &footed, live),
            contents: contents::marks(blocks),
            numbers: line_number::marks(blocks),
            watermarks: watermark::marks(blocks, first_prose),
            feet,
            cards,
            told: told(blocks),
            live,
            first_prose,
            stamped_prose: stamped(true),
            stamped_lines: stamped(false),
            stamps,
        }
    }

    fn text(&self, at: usize) -> &str {
        &self.blocks[at].text
    }

    /// A word stands in the block that tells alone.
    fn is_sure(&self, at: usize, of: Sure) -> bool {
        self.blocks[at].told(Asker::Sure) >> of as u32 & 1 == 1
    }
}

/// As much prose, in characters, is a story or its first post; less may be a title or a path to it.
const TOLD: usize = 120;

/// The block at which the prose of a page passes `TOLD`.
fn told(blocks: &[Block]) -> usize {
    let mut chars = 0;
    let passes = |block: &Block| {
        chars += if block.is_prose() { block.chars } else { 0 };
        chars > TOLD
    };
    blocks.iter().position(passes).unwrap_or(blocks.len())
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::block::blocks;
    use crate::hints::mark;
    use crate::html::flatten;

    /// Checks which rule knows the first block of a page, if any.
    #[track_caller]
    pub fn check(page: &str, expected: Option<&str>) {
        let blocks = blocks(page);
        assert_eq!(verdicts(&blocks)[0].map(|verdict| verdict.rule), expected, "{page}");
    }

    /// Checks which rule knows the first block of a page of HTML, if any.
    #[track_caller]
    pub fn check_html(body: &str, expected: Option<&str>) {
        let flat = flatten(&format!("<!doctype html><html><body>{body}</body></html>"));
        let mut blocks = blocks(&flat.text);
        mark(&mut blocks, &flat.hints);
        assert_eq!(verdicts(&blocks)[0].map(|verdict| verdict.rule), expected, "{body}");
    }

    #[test]
    fn prose_is_left_alone() {
        for text in [
            "项目组昨天在来源保护区完成首轮采样,样本将送往三地实验室同步检测。",
            "“我们分享数据,也分享人才。”研究所所长说,合作第二年双方共发表论文四十篇。",
            "2024年,两市新设联合实验室12家,累计投入3.6亿元,其中企业出资超过六成。",
            "他表示,版权交易平台上线一年,登记作品超过两万件。",
            "业内人士认为,编辑和记者的工作方式正在改变,读者评论也更受重视。",
        ] {
            check(text, None);
        }
    }
}
