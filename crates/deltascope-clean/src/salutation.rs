//! A speech or a letter: whom it speaks to above its first paragraph, and its last words below, as those of
//! any story: `他没再问。`
//!
//! `老师们、同学们:`, `早上好!`, … `第三,早睡。`, `谢谢大家!` → all of it is the story. Its lines are so short that no
//! run of prose reaches them.

use std::ops::Range;

use crate::block::Block;
use crate::rules::Verdict;

/// The most lines above the first paragraph, and below the last.
const MOST: usize = 4;
/// A longer line speaks to nobody, in characters.
const LONGEST: usize = 40;
/// The longest last words.
const LONGEST_THANKS: usize = 14;
/// Who is spoken to.
const AUDIENCE: [&str; 16] = [
    "同志们",
    "朋友们",
    "同学们",
    "老师们",
    "先生们",
    "女士们",
    "代表们",
    "委员们",
    "乡亲们",
    "战友们",
    "家长们",
    "孩子们",
    "各位",
    "尊敬的",
    "亲爱的",
    "敬爱的",
];

/// A story with whom it speaks to and its last words.
pub fn whole(blocks: &[Block], verdicts: &[Option<Verdict>], story: Range<usize>) -> Range<usize> {
    let is_line = |at: &usize| {
        let block = &blocks[*at];
        verdicts[*at].is_none() && !block.tags.linked && !block.tags.aside && block.chars <= LONGEST
    };
    let says = |at: &usize| is_line(at) && blocks[*at].ends_sentence();
    let above = (0..story.start).rev().take(MOST);
    let start = above.take_while(|at| says(at) || is_line(at) && is_salutation(&blocks[*at]));
    let start = start.filter(|at| is_salutation(&blocks[*at])).last().unwrap_or(story.start);
    let below = (story.end..blocks.len()).take(MOST).take_while(says);
    let ends = |at: &usize| is_thanks(&blocks[*at]) || is_told(&blocks[*at]);
    let end = below.filter(ends).last().map_or(story.end, |at| at + 1);
    start..end
}

/// `尊敬的各位来宾:`, `同志们:`.
fn is_salutation(block: &Block) -> bool {
    block.text.ends_with([':', '：'])
        && AUDIENCE.iter().any(|audience| block.text.contains(audience))
}

/// `谢谢大家!`
fn is_thanks(block: &Block) -> bool {
    block.chars <= LONGEST_THANKS && ["谢谢", "多谢"].iter().any(|word| block.text.contains(word))
}

/// A sentence of a few characters, which hardly any furniture is: `雨停了。`
fn is_told(block: &Block) -> bool {
    block.han > 1 && block.text.trim_end_matches(['”', '」']).ends_with('。')
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::block::blocks;
    use crate::rules::verdicts;

    const STORY: &str =
        "去年夏天,沿江三市的学校第一次共用实验室,坐船来上课的学生有一千多人,路上要走两个小时。";

    /// Checks how many lines above and below the first prose belong to it.
    #[track_caller]
    fn check(above: &str, below: &str, expected: (usize, usize)) {
        let page = format!("{above}\n{STORY}\n{below}");
        let blocks = blocks(&page);
        let at = blocks.iter().position(Block::is_prose).unwrap();
        let found = whole(&blocks, &verdicts(&blocks), at..at + 1);
        assert_eq!((at - found.start, found.end - at - 1), expected, "{page}");
    }

    #[test]
    fn a_speech_has_a_salutation_and_thanks() {
        check(
            "开学典礼上的讲话\n老师们、同学们:\n早上好!",
            "早睡。\n谢谢大家!\n上一篇:通知",
            (2, 2),
        );
        check("尊敬的各位来宾：", "谢谢！", (1, 1));
        check("各位读者：", "联系我们", (1, 0));
    }

    #[test]
    fn a_short_sentence_ends_a_story() {
        check("江畔网", "他没再问。\n雨停了。\n上一篇:通知", (0, 2));
        check("江畔网", "首页\n他没再问。", (0, 0));
        check("江畔网", "快来抢购!", (0, 0));
    }

    #[test]
    fn other_lines_do_not_join() {
        check("尊敬的用户\n江畔网", "谢谢大家\n早睡。", (0, 0));
        check("早上好!\n相关阅读:", "快来!\n首页\n谢谢大家!", (0, 0));
        check("孩子们的实验室\n首页", "谢谢大家的支持,有事请打报社的电话!", (0, 0));
    }
}
