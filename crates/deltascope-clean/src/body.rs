//! The story's run of blocks, chosen as a whole: the run with the greatest sum of weights.
//!
//! Prose weighs its length, furniture weighs against, so that a short subhead between paragraphs
//! stays inside and a teaser behind a row of timestamps stays outside.

use std::collections::HashMap;
use std::ops::Range;

use crate::block::Block;
use crate::rules::Verdict;

/// Weight of a block that no rule knows and that is no prose: a subhead, or a menu entry.
const SHORT_LINE: i64 = -12;
/// Weight of a cell of a table of figures.
const CELL: i64 = -2;
/// A run lighter than this is no story.
const LEAST: i64 = 40;
/// What the line of source adds to the first prose below it.
const BELOW_SOURCE: i64 = 80;
/// Weight of leaving the element that holds the story: a run may do so, for more prose.
const LEAVING: i64 = -100;
/// Weight of coming into it: an abstract or a lead may stand before.
const ENTERING: i64 = -40;
/// How many blocks below the line of source that prose may stand.
const SOURCE_REACH: usize = 8;

/// The most lines that stand between title and story; more are a menu.
const LEAD: usize = 4;

/// A chosen run, by block number.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Run {
    /// The blocks.
    pub blocks: Range<usize>,
    /// The sum of their weights.
    pub weight: i64,
}

/// The heaviest run, or none where the page holds no story.
pub fn choose(blocks: &[Block], verdicts: &[Option<Verdict>]) -> Option<Run> {
    let (mut best, mut sum, mut from) = (None::<Run>, 0, 0);
    let mut source = None::<usize>;
    for (at, block) in blocks.iter().enumerate() {
        if at > 0 {
            sum += match (blocks[at - 1].tags.story, block.tags.story) {
                (Some(true), Some(false)) => LEAVING,
                (Some(false), Some(true)) => ENTERING,
                _ => 0,
            };
        }
        if sum <= 0 {
            (sum, from) = (0, at);
        }
        sum += weight(block, verdicts[at]);
        match verdicts[at] {
            Some(verdict) if verdict.rule == "source-line" => source = Some(at),
            // A list's head parts the line of source from what stands below.
            Some(verdict) if verdict.weight <= -100 => source = None,
            None if block.is_prose() || block.ends_sentence() => {
                let near = source.take().is_some_and(|source| at - source <= SOURCE_REACH);
                sum += if near { BELOW_SOURCE } else { 0 };
            }
            _ => {}
        }
        if best.as_ref().is_none_or(|run| sum > run.weight) {
            best = Some(Run { blocks: from..at + 1, weight: sum });
        }
    }
    best.filter(|run| run.weight >= LEAST)
}

/// The blocks of a run that are the story's: prose, short sentences, and subheads between them.
pub fn paragraphs(
    blocks: &[Block],
    verdicts: &[Option<Verdict>],
    run: &Range<usize>,
) -> Vec<usize> {
    let mut times: HashMap<&str, usize> = HashMap::new();
    for block in blocks.iter().filter(|block| !block.is_prose()) {
        *times.entry(&block.text).or_default() += 1;
    }
    let once = |block: &Block| times.get(&*block.text) == Some(&1);
    run.clone()
        .filter(|at| verdicts[*at].is_none() && is_paragraph(&blocks[*at], once(&blocks[*at])))
        .collect()
}

/// `once`: the block's text stands on the page once. A subhead does; a caption or a menu entry
/// often stands twice.
fn is_paragraph(block: &Block, once: bool) -> bool {
    let words = block.han * 3 >= block.chars * 2 && block.han >= 2;
    block.is_prose() || block.ends_sentence() || block.row || once && words
}

/// The lines between title and story that belong to the story: subtitles, and the heads of its
/// first part. `title` is the title's block.
pub fn lead(
    blocks: &[Block],
    verdicts: &[Option<Verdict>],
    title: usize,
    start: usize,
) -> Range<usize> {
    let joins = |at: &usize| {
        let block = &blocks[*at];
        let known = blocks.iter().enumerate().any(|(nth, other)| {
            nth != *at && other.chars >= block.chars && other.text.contains(&*block.text)
        });
        verdicts[*at].is_none() && block.han >= 8 && block.han * 3 >= block.chars * 2 && !known
    };
    let lines = (title + 1..start).rev().take_while(joins).count();
    if lines <= LEAD { start - lines..start } else { start..start }
}

fn weight(block: &Block, verdict: Option<Verdict>) -> i64 {
    if let Some(verdict) = verdict {
        return verdict.weight;
    }
    let chars = block.chars as i64;
    if block.is_prose() {
        let sentence_like = (block.ends + block.commas) as i64 * 8;
        return chars.min(400) + sentence_like.min(chars);
    }
    // A line of quoted speech or a short sentence speaks for the story, a little; an exclamation
    // may be a button's.
    if block.ends_sentence() && (block.han >= 6 || block.tags.story == Some(true)) {
        return if block.text.contains('。') { chars / 2 } else { chars / 6 };
    }
    if block.row { CELL } else { SHORT_LINE - chars / 8 }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::{block::blocks, rules::verdicts};

    #[track_caller]
    fn check(page: &str, first: &str, last: &str) {
        let blocks = blocks(page);
        let run = choose(&blocks, &verdicts(&blocks)).expect("a story");
        let text = |at: usize| blocks[at].raw;
        assert!(text(run.blocks.start).starts_with(first), "starts {}", text(run.blocks.start));
        assert!(text(run.blocks.end - 1).starts_with(last), "ends {}", text(run.blocks.end - 1));
    }

    const PARAGRAPH: &str = "沿江三市的科研院所去年起共用大型仪器,一年里为企业省下检测费用两千多万元,也让闲置设备有了去处。";

    #[test]
    fn subheads_stay_and_menus_go() {
        check(
            &format!("首页\n要闻\n{PARAGRAPH}\n仪器开放\n{PARAGRAPH}\n更多\n热榜\n图集"),
            "沿江三市",
            "沿江三市",
        );
    }

    #[test]
    fn teasers_with_timestamps_are_not_the_story() {
        let teaser =
            "市图书馆昨天延长了开放时间,读者可以一直待到晚上十点再回家。\n2026-01-23 10:13\n";
        let teasers = teaser.repeat(30);
        check(&format!("{PARAGRAPH}\n{PARAGRAPH}\n推荐阅读\n{teasers}"), "沿江三市", "沿江三市");
    }

    #[test]
    fn a_page_of_links_has_no_story() {
        let blocks = blocks("首页\n要闻\n财经\n体育");
        assert_eq!(choose(&blocks, &verdicts(&blocks)), None);
    }
}
