//! A gallery: its captions tell the story by themselves, and are its text.
//!
//! `凌晨一点,工人解下第一盏灯。` `1/5` over and over, or three captions behind a mark with no more prose
//! between them: → no rule knows them any more, and they are weighed as the sentences that they are.

use std::ops::Range;

use crate::block::{Block, DIGIT};
use crate::rules::Verdict;

/// As many pictures are a gallery.
const LEAST: usize = 3;
/// How many blocks one picture's number may stand below the one before.
const REACH: usize = 6;
/// The least Han characters of a caption that tells something.
const LEAST_HAN: usize = 8;

/// Takes captions of a gallery for no furniture.
pub fn settle(blocks: &[Block], verdicts: &mut [Option<Verdict>]) {
    if let Some(pictures) = numbered(blocks) {
        let is_caption = |at: &usize| {
            let known = verdicts[*at].map(|verdict| verdict.rule);
            matches!(known, Some("caption" | "teaser" | "listing")) && tells(&blocks[*at])
        };
        let captions: Vec<usize> = pictures.filter(is_caption).collect();
        for at in captions {
            verdicts[at] = None;
        }
    }
    let is_caption = |at: &usize| {
        verdicts[*at].is_some_and(|verdict| verdict.rule == "caption") && tells(&blocks[*at])
    };
    let captions: Vec<usize> = (0..blocks.len()).filter(is_caption).collect();
    let [first, .., last] = captions[..] else { return };
    let told: usize = captions.iter().map(|at| blocks[*at].chars).sum();
    let prose = (first..last).filter(|at| verdicts[*at].is_none() && blocks[*at].is_prose());
    if captions.len() >= LEAST && prose.map(|at| blocks[at].chars).sum::<usize>() < told {
        for at in captions {
            verdicts[at] = None;
        }
    }
}

/// A sentence, of the story's own.
fn tells(block: &Block) -> bool {
    let credited = || block.is_prose() && block.text.ends_with('摄');
    block.han >= LEAST_HAN
        && (block.ends_sentence() || credited())
        && !block.tags.linked
        && !block.tags.aside
}

/// The blocks from the first picture's text to the last one's, where the pictures are numbered: `1/5`,
/// `2/5`, …
fn numbered(blocks: &[Block]) -> Option<Range<usize>> {
    let mut row: Option<(usize, usize, usize, usize)> = None;
    for (at, block) in blocks.iter().enumerate() {
        let told = if block.holds(DIGIT) { number(&block.text) } else { None };
        let Some((nth, of)) = told else { continue };
        row = match row {
            Some((first, last, before, all))
                if nth == before + 1 && of == all && at - last <= REACH =>
            {
                if nth == of {
                    return Some(first.saturating_sub(REACH)..(at + REACH).min(blocks.len()));
                }
                Some((first, at, nth, of))
            }
            _ => (nth == 1 && of >= LEAST).then_some((at, at, nth, of)),
        };
    }
    None
}

/// `2/5`, in brackets or not.
fn number(text: &str) -> Option<(usize, usize)> {
    if text.len() > 12 {
        return None;
    }
    let text = text.trim_matches(['(', ')', '（', '）', '[', ']', ' ']);
    let (nth, of) = text.split_once('/')?;
    Some((nth.trim().parse().ok()?, of.trim().parse().ok()?))
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::block::blocks;
    use crate::rules::verdicts;

    #[track_caller]
    fn check(page: &str, expected: usize) {
        let blocks = blocks(page);
        let mut verdicts = verdicts(&blocks);
        settle(&blocks, &mut verdicts);
        let told = |at: &usize| verdicts[*at].is_none() && tells(&blocks[*at]);
        assert_eq!((0..blocks.len()).filter(told).count(), expected, "{page}");
    }

    #[test]
    fn captions_of_a_gallery_are_its_text() {
        let caption = |nth: usize| format!("第{nth}天,船队在江心停下来等雾散开。\n{nth}/3\n");
        check(&(1..=3).map(caption).collect::<String>(), 3);
        let credited = |nth: usize| {
            format!("第{nth}天早上,三条船队先后在江心停下来等雾散开。张三 摄\n{nth}/3\n")
        };
        check(&(1..=3).map(credited).collect::<String>(), 3);
        let marked = "▲渔民在甲板上补网,身后是新桥。\n";
        check(&marked.repeat(3), 3);
        check(&marked.repeat(2), 0);
        let story = "渔民们说今年的水比往年来得晚,开船的日子推迟了十天,岸上的冷库也跟着等了十天,卖鱼的人一早就在码头排队。\n";
        check(&format!("{marked}{story}{marked}{story}{marked}"), 2);
    }
}
