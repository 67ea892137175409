//! A poem, where a page holds no prose: short lines of words in a row, below a line of source.
//!
//! `2022-05-18 来源:江畔网` above `火车把黄昏拖进站台`, `一节一节`, … → the lines are the story. Menus
//! have shorter lines, lists of headlines longer ones, and figures; both have links or bullets.

use crate::block::{Block, repeated};
use crate::body::{self, Run};
use crate::rules::Verdict;

/// The fewest lines.
const LEAST: usize = 8;
/// The longest line, in characters.
const LONGEST: usize = 24;
/// How many blocks below the line of source the first may stand.
const REACH: usize = 6;
/// How much longer the longest line is than the shortest, in Han characters.
const SPREAD: usize = 4;
/// One of these stands in a fifth of the lines.
const TELLING: [char; 6] = ['的', '了', '着', '我', '你', '们'];

/// The longest poem of a page.
pub fn run(blocks: &[Block], verdicts: &[Option<Verdict>]) -> Option<Run> {
    let repeated = repeated(blocks);
    let is_line = |at: usize| {
        let (block, tags) = (&blocks[at], blocks[at].tags);
        let words = block.han >= 2 && block.han * 3 >= block.chars * 2 && block.chars <= LONGEST;
        verdicts[at].is_none() && words && !repeated[at] && !tags.linked && !tags.aside
    };
    let sourced = |at: usize| {
        let source = |verdict: &Option<Verdict>| verdict.is_some_and(|v| v.rule == "source-line");
        verdicts[at.saturating_sub(REACH)..at].iter().any(source)
    };
    let (mut from, mut best) = (0, 0..0);
    for at in 0..=blocks.len() {
        if at < blocks.len() && is_line(at) {
            continue;
        }
        if at - from > best.len() && sourced(from) && is_verse(&blocks[from..at]) {
            best = from..at;
        }
        from = at + 1;
    }
    (!best.is_empty()).then_some(Run { blocks: best, weight: body::LEAST })
}

/// The lines are as long as those of poems, hardly one has a figure, and some tell of somebody or
/// something, as entries of lists do not.
fn is_verse(lines: &[Block]) -> bool {
    let han: usize = lines.iter().map(|line| line.han).sum();
    let count =
        |test: fn(char) -> bool| lines.iter().filter(|line| line.text.contains(test)).count();
    let lengths = || lines.iter().map(|line| line.han);
    let spread = lengths().max().unwrap_or(0) - lengths().min().unwrap_or(0);
    lines.len() >= LEAST
        && han * 2 >= lines.len() * 9
        && han <= lines.len() * 11
        && count(|char| char.is_ascii_digit()) * 8 <= lines.len()
        && count(|char| TELLING.contains(&char)) * 5 >= lines.len()
        && spread >= SPREAD
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::{block::blocks, rules::verdicts};

    #[track_caller]
    fn check(page: &str, lines: Option<usize>) {
        let blocks = blocks(page);
        let found = run(&blocks, &verdicts(&blocks));
        assert_eq!(found.map(|run| run.blocks.len()), lines, "{page}");
    }

    const POEM: &str = "桥上的灯先亮了\n然后是船\n一盏接着一盏\n像谁在数从前的日子\n\n河水不说话\n它把影子折好\n放进口袋\n又继续往东边走去\n";

    #[test]
    fn a_poem_stands_below_its_source() {
        let source = "夜桥\n2022-05-18 来源:江畔网\n";
        check(&format!("首页\n要闻\n{source}{POEM}上一篇:晨雾\n"), Some(8));
        check(POEM, None);
        let offices = "民政局\n教育体育局\n工业和信息化局\n司法局\n区委办公室\n自然资源局\n农业农村局\n港航局\n";
        check(&format!("{source}{offices}"), None);
        check(&format!("{source}{}", "要闻\n国内\n体育新闻\n财经\n".repeat(4)), None);
    }

    #[test]
    fn headlines_are_no_verse() {
        let heads =
            "市图书馆延长开放到晚上十点\n游园会周末开幕花车巡游到深夜\n快线昨天开通三市不再换乘\n";
        let more = "新桥下月通车两岸居民盼了多年\n渔港开海首批船只今晨返航\n";
        let rest = "老街改造后迎来第一个春天\n夜班公交上坐着许多护士\n小学生给市长写信有回音\n";
        check(&format!("2022-05-18 来源:江畔网\n{heads}{more}{rest}"), None);
    }
}
