//! A page that holds several pages, one below the other, each with its own head and foot: parts
//! that are read each as a page for itself.
//!
//! 1. The heaviest run of prose is the page's story.
//! 2. Another run, above or below it, is a story too where a title stands over it that speaks of it
//!    and a line of source or date is near, or where it opens with a dateline or is long and the foot
//!    of a page stands between, and where it speaks of something else than the first. Cards, each a
//!    headline and a sentence or two, are none.
//! 3. Between two stories the page is parted below the foot of the first, above the title of the
//!    second.

use std::ops::Range;

use crate::block::Block;
use crate::body::{Pulls, Run};
use crate::meta::{self, shapes};
use crate::pairs::pairs;
use crate::rules::Verdict;
use crate::split::{alike, is_dateline, is_headline};

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
/// As much is one without a line of source too, where the foot of a page stands between.
const MUCH_HAN: usize = 180;
/// The same without such a foot, where as many blocks stand between.
const MOST_HAN: usize = 240;
const APART: usize = 20;
/// As many such paragraphs are cards.
const LEAST_CARDS: usize = 5;
/// A longer one, in characters, is no card but a story's, below a subhead.
const LONGEST_CARD: usize = 150;
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
    let run = unparted(blocks, verdicts, pulls, run);
    // What readers wrote weighs little, but not another page below it.
    let readers = |told: &Verdict| matches!(told.rule, "comment-head" | "answer-head");
    let below = verdicts[run.end..].iter().flatten().any(readers);
    let anew = below.then(|| pulls.anew(blocks, verdicts, run.end));
    let pulls = anew.as_ref().unwrap_or(pulls);
    // The runs with the blocks of their titles; the first has its title anywhere above.
    let mut found = vec![(run.clone(), run.start)];
    let mut open = vec![0..run.start, run.end..blocks.len()];
    for _ in 0..TRIES {
        let Some(gap) = open.pop() else { break };
        let Some(other) = pulls.run_in(gap.clone()).filter(|run| run.weight >= LEAST) else {
            continue;
        };
        let other = other.blocks;
        open.extend([gap.start..other.start, other.end..gap.end]);
        let prose = || other.clone().filter(|at| verdicts[*at].is_none() && blocks[*at].is_prose());
        let opens = prose().take(2).any(|at| is_dateline(&blocks[at].text));
        let han = prose().map(|at| blocks[at].han).sum::<usize>();
        let apart = other.start.max(run.start) - run.end.min(other.end);
        let whole = || {
            han >= MOST_HAN && apart >= APART || han >= MUCH_HAN && has_foot(verdicts, &run, &other)
        };
        let sourced = opens || has_source(verdicts, &gap, &other) || whole();
        if han < LEAST_HAN
            || !sourced && !has_stamp(verdicts, &gap, &other)
            || is_cards(&blocks[other.start.saturating_sub(1)..other.end])
            || alike(blocks, &run, &other) > ALIKE
        {
            continue;
        }
        let title = title(page, &blocks[gap.clone()], &verdicts[gap.clone()], &other, gap.start);
        let headed = |title| is_stamped(blocks, verdicts, title, &other);
        if !sourced && !title.is_some_and(headed) {
            continue;
        }
        let Some(title) = title.or(opens.then_some(other.start)) else { continue };
        // Answers to a question are no other page.
        if verdicts[title..other.start].iter().flatten().any(|told| told.rule == "answer-head") {
            continue;
        }
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

/// The heaviest part of a run between heads of lists, feet of pages and lines of source: two pages
/// that have little between them are one run.
fn unparted(
    blocks: &[Block],
    verdicts: &[Option<Verdict>],
    pulls: &Pulls,
    run: &Run,
) -> Range<usize> {
    let bars = |at: &usize| {
        let known = verdicts[*at].is_some_and(|it| it.weight <= -100 || it.rule == "source-line");
        known && blocks[*at].tags.story != Some(true)
    };
    let mut edges: Vec<usize> = run.blocks.clone().filter(bars).collect();
    edges.push(run.blocks.end);
    let mut from = run.blocks.start;
    let parts = edges.into_iter().map(|edge| std::mem::replace(&mut from, edge + 1)..edge);
    let runs = parts.filter_map(|part| pulls.run_in(part));
    runs.max_by_key(|run| run.weight).map_or(run.blocks.clone(), |run| run.blocks)
}

/// Short paragraphs that each stand below a line of their own tell of as many other pages.
fn is_cards(blocks: &[Block]) -> bool {
    let prose = (0..blocks.len()).filter(|at| blocks[*at].is_prose());
    let short = |at: usize| blocks[at].chars <= LONGEST_CARD;
    let headed = |at: &usize| *at > 0 && short(*at) && is_headline(&blocks[at - 1]);
    let (heads, others): (Vec<usize>, Vec<usize>) = prose.partition(headed);
    heads.len() >= LEAST_CARDS && others.len() * 4 <= heads.len()
}

/// The foot of a page stands between two runs.
fn has_foot(verdicts: &[Option<Verdict>], one: &Range<usize>, other: &Range<usize>) -> bool {
    let between = one.end.min(other.end)..one.start.max(other.start);
    verdicts[between].iter().flatten().any(|verdict| verdict.rule == "footer")
}

/// A line of source or date stands with the run.
fn has_source(verdicts: &[Option<Verdict>], gap: &Range<usize>, run: &Range<usize>) -> bool {
    let from = run.start.saturating_sub(ABOVE).max(gap.start);
    let near = &verdicts[from..(run.start + BELOW).min(run.end)];
    near.iter().flatten().any(|verdict| verdict.rule == "source-line")
}

/// A bare timestamp stands where one may for [`is_stamped`], whatever the title is.
fn has_stamp(verdicts: &[Option<Verdict>], gap: &Range<usize>, run: &Range<usize>) -> bool {
    let near = &verdicts[gap.start..(run.end + BELOW).min(verdicts.len())];
    near.iter().flatten().any(|verdict| verdict.rule == "timestamp")
}

/// A lone day with its year stands below the title: below entries of a list one stands each.
fn is_stamped(
    blocks: &[Block],
    verdicts: &[Option<Verdict>],
    title: usize,
    run: &Range<usize>,
) -> bool {
    let day = |at: &usize| {
        let stamp = verdicts[*at].is_some_and(|verdict| verdict.rule == "timestamp");
        stamp && shapes(&blocks[*at].text).next().is_some()
    };
    let near = title + 1..(run.end + BELOW).min(blocks.len());
    near.clone().take(2).any(|at| day(&at)) && near.filter(day).count() == 1
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
    fn pages_are_told_without_a_line_of_source() {
        let more = "戏服由退休的老师傅带着徒弟缝补,一件蟒袍要绣上半个月,孩子们围着看针脚怎样变成龙鳞和水纹。\n演出的单子贴在村口,村民投票点戏,票数最多的三出当晚上演,没有选上的留到下一回再唱。\n剧团把唱词印成小册子发给观众,字号放得很大,老人跟着哼,年轻人拍下来传到网上,又引来邻县的邀请。\n入冬以后戏台搬进粮仓,炉子烧得很旺,散场时大家一起把条凳搬回学校。\n";
        let without = OPERA.replace("2024-06-06 08:00 来源:山城晚报\n", "");
        let other = without.replace("联系我们", &format!("{more}联系我们"));
        let menu = "栏目\n".repeat(100);
        check(&format!("{BRIDGE}{menu}{other}"), 2);
        let foot = BRIDGE.replace("版权所有", "联系我们 版权所有");
        check(&format!("{foot}栏目\n要闻\n{other}"), 2);
        let short: Vec<&str> = without.lines().filter(|line| !line.contains("青年")).collect();
        check(&format!("{BRIDGE}{menu}{}", short.join("\n")), 1);
        let card = "市图书馆昨天延长了开放时间,读者可以一直待到晚上十点。\n游园会周末开幕\n";
        assert!(is_cards(&blocks(&card.repeat(7))));
        assert!(!is_cards(&blocks(BRIDGE)));
        let part = format!("农技员怎么说\n{}", "合作社把分拣机借给邻村。".repeat(14));
        assert!(!is_cards(&blocks(&format!("{part}\n").repeat(7))));
    }

    #[test]
    fn a_page_is_told_by_its_head() {
        let menu = "副刊\n".repeat(100);
        let source = "2024-06-06 08:00 来源:山城晚报";
        let dated = OPERA.replace(source, "2024-06-06 08:00");
        check(&format!("{BRIDGE}{menu}{dated}"), 2);
        let listed = dated.replace("联系我们", "游园会周末开幕\n2024-06-05 11:02");
        let more = "养护中心在桥头设了展室,市民能摸到旧拉索的断面,也能看到护套怎样一层层裹上去。\n";
        let longer = BRIDGE.replace("(责任编辑", &format!("{more}(责任编辑"));
        check(&format!("{longer}{menu}{dated}"), 2);
        check(&format!("{longer}{menu}{listed}"), 1);
        // Below what readers wrote, and right below the story.
        let readers = "网友评论\n桥上终于不堵了,早上送孩子上学能多睡十分钟,希望养护也跟上。\n";
        check(&format!("{BRIDGE}{readers}{OPERA}"), 2);
        check(&format!("{BRIDGE}{readers}"), 1);
        let bare = BRIDGE.split_once("(责任编辑").expect("a foot").0;
        let head = OPERA.split_once("娱乐\n").expect("a menu").1;
        check(&format!("{bare}{head}"), 2);
        check(&format!("{bare}{}", head.replace(source, "本期人物")), 1);
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
