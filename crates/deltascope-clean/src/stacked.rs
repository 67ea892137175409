//! A page that holds several pages, one below the other, each with its own head and foot: parts
//! that are read each as a page for itself.
//!
//! 1. The heaviest run of prose is the page's story.
//! 2. Another run, above or below it, is a story too where a title stands over it that speaks of it
//!    and a line of source or date is near, or where it opens with a dateline, and where it speaks
//!    of something else than the first.
//! 3. Between two stories the page is parted below the foot of the first, above the title of the
//!    second.

use std::ops::Range;

use crate::block::Block;
use crate::body::{Pulls, Run};
use crate::meta;
use crate::pairs::pairs;
use crate::rules::Verdict;
use crate::split::{alike, is_dateline};

/// A lighter run is no story beside another.
const LEAST: i64 = 120;
/// How many blocks above a run its line of source may stand.
const ABOVE: usize = 8;
/// The same, from its first block on.
const BELOW: usize = 3;
/// How many blocks above a title its page may begin.
const HEAD: usize = 6;
/// A run that has more of its terms in common with another story, as a share, belongs to it.
const ALIKE: f64 = 0.3;
/// Less prose, in Han characters, is no story beside another.
const LEAST_HAN: usize = 80;
/// More stories than this are a list.
const MOST: usize = 4;
/// Of a page with more runs only so many are looked at.
const TRIES: usize = 16;

/// The parts, in order; one for nearly every page. `run` is the heaviest.
pub fn parts(
    page: &str,
    blocks: &[Block],
    verdicts: &[Option<Verdict>],
    pulls: &Pulls,
    run: Option<&Run>,
) -> Vec<Range<usize>> {
    let all = 0..blocks.len();
    let Some(run) = run else { return vec![all] };
    // The runs with the blocks of their titles; the first has its title anywhere above.
    let mut found = vec![(run.blocks.clone(), run.blocks.start)];
    let mut open = vec![0..run.blocks.start, run.blocks.end..blocks.len()];
    for _ in 0..TRIES {
        let Some(gap) = open.pop() else { break };
        let Some(other) = pulls.run_in(gap.clone()).filter(|run| run.weight >= LEAST) else {
            continue;
        };
        let other = other.blocks;
        open.extend([gap.start..other.start, other.end..gap.end]);
        let prose = || other.clone().filter(|at| verdicts[*at].is_none() && blocks[*at].is_prose());
        let opens = prose().take(2).any(|at| is_dateline(&blocks[at].text));
        if prose().map(|at| blocks[at].han).sum::<usize>() < LEAST_HAN
            || !opens && !has_source(verdicts, &gap, &other)
            || alike(blocks, &run.blocks, &other) > ALIKE
        {
            continue;
        }
        let title = title(page, &blocks[gap.clone()], &verdicts[gap.clone()], &other, gap.start);
        let Some(title) = title.or(opens.then_some(other.start)) else { continue };
        found.push((other, title));
        if found.len() > MOST {
            return vec![all];
        }
    }
    found.sort_unstable_by_key(|(run, _)| run.start);
    let mut edges = vec![0];
    for pair in found.windows(2) {
        let (end, start, title) = (pair[0].0.end, pair[1].0.start, pair[1].1);
        let title = if title < start {
            title
        } else {
            let gap = end..blocks.len();
            let run = pair[1].0.clone();
            self::title(page, &blocks[gap.clone()], &verdicts[gap], &run, end).unwrap_or(start)
        };
        let foot = (end..title).rev().find(|at| verdicts[*at].is_some_and(|told| is_foot(&told)));
        edges.push(foot.map_or(end.max(title.saturating_sub(HEAD)), |foot| foot + 1));
    }
    edges.push(blocks.len());
    edges.windows(2).map(|pair| pair[0]..pair[1]).collect()
}

/// A line of source or date stands with the run.
fn has_source(verdicts: &[Option<Verdict>], gap: &Range<usize>, run: &Range<usize>) -> bool {
    let from = run.start.saturating_sub(ABOVE).max(gap.start);
    let near = &verdicts[from..(run.start + BELOW).min(run.end)];
    near.iter().flatten().any(|verdict| verdict.rule == "source-line")
}

/// A line with which a page ends.
fn is_foot(verdict: &Verdict) -> bool {
    matches!(verdict.rule, "disclaimer" | "legal" | "editor-line")
}

/// The block of the title over a run, by number on the page. `blocks` begin at `from`.
fn title(
    page: &str,
    blocks: &[Block],
    verdicts: &[Option<Verdict>],
    run: &Range<usize>,
    from: usize,
) -> Option<usize> {
    let run = run.start - from..run.end - from;
    let story = pairs(blocks[run.clone()].iter().map(|block| &*block.text));
    let (title, _) = meta::title(page, blocks, verdicts, &[], run.start, &story, &[])?;
    Some(from + blocks.partition_point(|block| block.range.end() < title.range.end()))
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::block::blocks;
    use crate::rules::verdicts;

    const BRIDGE: &str = "江畔网首页 > 要闻 > 正文\n沿江大桥换索提前完工\n2024-06-05 10:12 来源:江畔日报\n沿江大桥换索工程昨天完工,比计划早了二十天。施工队夜里封闭半幅桥面,白天放行,四个月换下拉索九十六根。\n养护中心说,旧拉索用了二十二年,钢丝锈蚀超过标准。新拉索外面多了一层护套,索力由探头实时传回监控室。\n(责任编辑:张三)\n相关阅读\n游园会周末开幕\n电影节片单公布\n湖滨路改造\n版权所有 江畔网 未经许可不得转载\n";
    const OPERA: &str = "首页\n新闻\n体育\n娱乐\n地方戏剧团下乡演出百场\n2024-06-06 08:00 来源:山城晚报\n县剧团今年下乡演出已满一百场,观众里年轻人比去年多了三成。团长李四把传统折子戏剪到四十分钟,散戏后让孩子上台试穿戏服。\n剧团的青年演员白天在小学教唱腔,晚上登台。县文化馆为他们添了一辆流动舞台车,车厢展开就是戏台,山路再窄也开得进村。\n联系我们\n网站地图\n";

    #[track_caller]
    fn check(page: &str, expected: usize) {
        let blocks = blocks(page);
        let verdicts = verdicts(&blocks);
        let pulls = Pulls::new(&blocks, &verdicts);
        let parts = parts(page, &blocks, &verdicts, &pulls, pulls.run().as_ref());
        assert_eq!(parts.len(), expected, "{parts:?}");
        assert_eq!((parts[0].start, parts[parts.len() - 1].end), (0, blocks.len()));
        assert!(parts.windows(2).all(|pair| pair[0].end == pair[1].start));
    }

    #[test]
    fn pages_below_each_other_are_parted() {
        let menu = "栏目\n".repeat(100);
        check(&format!("{BRIDGE}{menu}{OPERA}"), 2);
        check(&format!("{OPERA}{menu}{BRIDGE}"), 2);
    }

    #[test]
    fn one_page_stays_whole() {
        check(BRIDGE, 1);
        check(OPERA, 1);
    }

    #[test]
    fn the_same_story_again_is_no_second_one() {
        check(&format!("{BRIDGE}{}{BRIDGE}", "栏目\n".repeat(100)), 1);
    }

    #[test]
    fn what_has_no_source_is_no_story() {
        let without = |page: &str| -> String {
            page.lines()
                .filter(|line| !line.contains("来源"))
                .flat_map(|line| [line, "\n"])
                .collect()
        };
        check(&format!("{}{}{}", without(BRIDGE), "栏目\n".repeat(100), without(OPERA)), 1);
    }
}
