//! The story's run of blocks, chosen as a whole: the run with the greatest sum of weights.
//!
//! Prose weighs its length, furniture weighs against, so that a short subhead between paragraphs
//! stays inside and a teaser behind a row of timestamps stays outside.

use std::cell::LazyCell;
use std::ops::Range;

use crate::block::{Block, DIGIT, is_han};
use crate::decision::is_number;
use crate::meta::shapes;
use crate::rules::{Verdict, entry_core, is_clock, is_of_meeting};
use crate::salutation;
use crate::speakers::{is_name, speakers};
use crate::weigh::{self, Pull, is_listed_line, is_own};

/// The most lines of lists or tables between two paragraphs of a story.
pub const LISTED: usize = 30;
/// The most entries behind bullets below one head among them; more are a menu, unless the page has
/// links elsewhere.
const BULLETS: usize = 8;
/// A longer line names nothing attached, in characters.
const LONGEST_ATTACHED: usize = 60;
/// A shorter entry that nothing announces is a button, in Han characters.
const LEAST_ENTRY: usize = 12;
/// As many numbers in a row, from 1 on, are a list's.
const LEAST_NUMBERED: u32 = 2;
/// As many times of a recording are its contents.
const LEAST_TIMED: usize = 3;
/// As many sides have a match, and a longer line names none, in characters.
const SIDES: usize = 2;
const LONGEST_SIDE: usize = 8;
/// A run lighter than this is no story.
pub const LEAST: i64 = 40;
/// The most lines that stand between title and story; more are a menu.
const LEAD: usize = 4;

/// A chosen run, by block number.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Run {
    /// The blocks.
    pub blocks: Range<usize>,
    /// The sum of their weights.
    pub weight: i64,
    /// It holds lines of a poem, which may come again.
    pub lines: bool,
}

/// What the blocks add to a run that holds them.
pub struct Pulls(Vec<Pull>);

impl Pulls {
    /// Weighs the blocks of a page.
    pub fn new(blocks: &[Block], verdicts: &[Option<Verdict>]) -> Self {
        Self(weigh::pulls(blocks, verdicts))
    }

    /// The same, with what stands from a block on weighed as a page for itself.
    pub fn anew(&self, blocks: &[Block], verdicts: &[Option<Verdict>], from: usize) -> Self {
        let below = weigh::pulls(&blocks[from..], &verdicts[from..]);
        Self(self.0[..from].iter().copied().chain(below).collect())
    }

    /// The heaviest run, or none where the page holds no story.
    pub fn run(&self) -> Option<Run> {
        self.run_in(0..self.0.len())
    }

    /// The heaviest run in a part of the page.
    pub fn run_in(&self, part: Range<usize>) -> Option<Run> {
        let (mut best, mut sum, mut from) = (None::<Run>, 0, 0);
        for (at, pull) in part.clone().zip(&self.0[part]) {
            sum += pull.step;
            if sum <= 0 {
                (sum, from) = (0, at);
            }
            sum += pull.weight;
            if best.as_ref().is_none_or(|run| sum > run.weight) {
                best = Some(Run { blocks: from..at + 1, weight: sum, lines: false });
            }
        }
        best.filter(|run| run.weight >= LEAST)
    }

    /// For each block how much lighter the best run is that has it inside if the chosen one has it
    /// outside, or outside if inside: how narrowly it was decided. Without a chosen run, how much
    /// the best run with the block lacks to be a story. The block's own weight is left out of it:
    /// what is left is what its neighbours say.
    pub fn margins(&self, run: Option<&Run>) -> Vec<i64> {
        let count = self.0.len();
        // The best run that ends at a block, and the best that begins there.
        let (mut ending, mut starting) = (vec![0; count], vec![0; count]);
        let mut sum = 0;
        for (at, pull) in self.0.iter().enumerate() {
            sum = 0.max(sum + pull.step) + pull.weight;
            ending[at] = sum;
        }
        sum = 0;
        for at in (0..count).rev() {
            let step = self.0.get(at + 1).map_or(0, |next| next.step);
            sum = 0.max(sum + step) + self.0[at].weight;
            starting[at] = sum;
        }
        let best = run.map_or(LEAST, |run| run.weight);
        let inside = run.map_or(0..0, |run| run.blocks.clone());
        let mut margins: Vec<i64> =
            (0..count).map(|at| best - (ending[at] + starting[at] - self.0[at].weight)).collect();
        // The best run before each inner block, and behind it; no run weighs nothing.
        let mut other = ending[..inside.start].iter().copied().fold(0, i64::max);
        for at in inside.clone() {
            margins[at] = best - other;
            other = other.max(ending[at]);
        }
        let mut other = starting[inside.end..].iter().copied().fold(0, i64::max);
        for at in inside.rev() {
            margins[at] = margins[at].min(best - other);
            other = other.max(starting[at]);
        }
        for (at, pull) in self.0.iter().enumerate() {
            let inside = run.is_some_and(|run| run.blocks.contains(&at));
            margins[at] += if inside { -pull.weight } else { pull.weight };
        }
        margins
    }
}

/// A run past lists, tables and code, where the story goes on behind them. Whatever is known to be
/// no part of a story stops it.
pub fn whole(blocks: &[Block], verdicts: &[Option<Verdict>], run: &Range<usize>) -> Range<usize> {
    let story = blocks[run.start].tags.story;
    let last = |ways: &mut dyn Iterator<Item = usize>| reach(blocks, verdicts, story, ways);
    let start = last(&mut (0..run.start).rev()).unwrap_or(run.start);
    // The first entry of a live report has its time above it, and what is said first who says it.
    let heads = |at: &usize| {
        verdicts[*at].is_none() && is_clock(&blocks[*at].text)
            || is_name(&blocks[*at]) && speakers(blocks, verdicts).first() == Some(at)
    };
    let start = start.checked_sub(1).filter(heads).unwrap_or(start);
    let end = last(&mut (run.end..blocks.len())).map_or(run.end, |at| at + 1);
    let end = scored(blocks, verdicts, announced(blocks, verdicts, end));
    let end = attached(blocks, verdicts, timed(blocks, verdicts, end));
    salutation::whole(blocks, verdicts, start..end)
}

/// The end of a document with the list of what is attached: `附件:1.申请表`, `2.名册`.
fn attached(blocks: &[Block], verdicts: &[Option<Verdict>], end: usize) -> usize {
    let is_line = |at: &usize| {
        verdicts[*at].is_none() && blocks[*at].chars <= LONGEST_ATTACHED && !blocks[*at].tags.linked
    };
    let is_first = |at: &usize| is_line(at) && blocks[*at].text.starts_with("附件");
    let is_next = |at: &usize| {
        is_line(at) && blocks[*at].text.starts_with(|char: char| char.is_ascii_digit())
    };
    let Some(first) = Some(end).filter(|at| *at < blocks.len() && is_first(at)) else { return end };
    first + 1 + (first + 1..blocks.len()).take(LISTED).take_while(is_next).count()
}

/// The end of a story whose last line announces a list: `主要变化如下:`, `• 新增…`, `• 修复…`.
fn announced(blocks: &[Block], verdicts: &[Option<Verdict>], end: usize) -> usize {
    let announces = |at: usize| announces(&blocks[at], verdicts[at]);
    let is_entry = |at: &usize| {
        let (block, passes) = (&blocks[*at], verdicts[*at].is_none_or(is_listed));
        passes && block.text.starts_with('•') && !block.tags.linked && !block.tags.aside
    };
    let Some(head) = [end - 1, end].into_iter().find(|at| *at < blocks.len() && announces(*at))
    else {
        return end;
    };
    let entries = (head + 1..blocks.len()).take(LISTED + 1).take_while(is_entry).count();
    if (2..=LISTED).contains(&entries) {
        return head + 1 + entries;
    }
    numbered(blocks, verdicts, head + 1)
        .or_else(|| labelled(blocks, verdicts, head + 1))
        .unwrap_or(end)
}

/// The end of a list whose entries each have a label and several values: `江畔队:1-张三、4-李四`.
fn labelled(blocks: &[Block], verdicts: &[Option<Verdict>], from: usize) -> Option<usize> {
    let is_entry = |at: &usize| {
        let block = &blocks[*at];
        let label =
            block.text.split_once([':', '：']).map_or(0, |(label, _)| label.chars().count());
        verdicts[*at].is_none()
            && !block.tags.linked
            && block.commas > 0
            && (2..=LONGEST_SIDE).contains(&label)
    };
    let entries = (from..blocks.len()).take(LISTED).take_while(is_entry).count();
    (entries >= SIDES).then_some(from + entries)
}

/// The end of a list whose entries are numbered from 1 on, `1、堤东`, `2、河口`; a head may stand above
/// some that come later: `其他名次`, `14、鹤浦`.
fn numbered(blocks: &[Block], verdicts: &[Option<Verdict>], from: usize) -> Option<usize> {
    let number = |at: usize| {
        let block = blocks.get(at).filter(|block| block.holds(DIGIT) && !block.tags.linked)?;
        let passes = verdicts[at].is_none_or(is_listed) && block.chars <= LONGEST_ATTACHED;
        let rest = block.text.trim_start_matches(|char: char| char.is_ascii_digit());
        let digits = &block.text[..block.text.len() - rest.len()];
        digits.parse::<u32>().ok().filter(|_| passes && rest.starts_with(['、', '.', '．']))
    };
    let is_head = |at: usize| verdicts.get(at)?.is_none().then_some(blocks[at].chars <= 12);
    let (mut last, mut end) = (0, from);
    while let Some(next) = number(end)
        .filter(|next| if last < LEAST_NUMBERED { *next == last + 1 } else { *next > last })
    {
        (last, end) = (next, end + 1);
        let resumes = last >= LEAST_NUMBERED && is_head(end) == Some(true);
        if resumes && number(end + 1).is_some_and(|next| next > last) {
            end += 1;
        }
    }
    (last >= LEAST_NUMBERED).then_some(end)
}

/// The end of a recording's story with what is said in it when: `02:15 第一台仪器`, `08:40 怎么预约`.
fn timed(blocks: &[Block], verdicts: &[Option<Verdict>], end: usize) -> usize {
    let is_entry = |at: &usize| {
        let block = &blocks[*at];
        let time = block.text.split_once(' ').is_some_and(|(time, rest)| {
            is_clock(time) && rest.chars().filter(|char| is_han(*char)).count() >= 2
        });
        verdicts[*at].is_none() && time && !block.tags.linked
    };
    let entries = (end..blocks.len()).take(LISTED).take_while(is_entry).count();
    if entries >= LEAST_TIMED { end + entries } else { end }
}

/// The end of a match's story with who did what: `渡口队`, `张三31分、李四22分`, and the same of the other side.
fn scored(blocks: &[Block], verdicts: &[Option<Verdict>], end: usize) -> usize {
    let is_plain = |at: usize| {
        let plain =
            |block: &Block| !block.tags.linked && !block.tags.aside && !block.ends_sentence();
        blocks.get(at).is_some_and(plain) && verdicts[at].is_none()
    };
    let is_row = |at: usize| {
        is_plain(at) && blocks[at].commas > 0 && blocks[at].holds(DIGIT) && blocks[at].han >= 4
    };
    let is_side = |at: &usize| {
        is_plain(*at)
            && blocks[*at].chars <= LONGEST_SIDE
            && !blocks[*at].holds(DIGIT)
            && is_row(at + 1)
    };
    let sides = (end..blocks.len()).step_by(2).take_while(is_side).count();
    if sides >= SIDES { end + 2 * sides } else { end }
}

/// A line of the story that announces a list.
fn announces(block: &Block, verdict: Option<Verdict>) -> bool {
    verdict.is_none() && block.han >= 3 && block.text.ends_with([':', '：'])
}

/// The last paragraph that is reached over no more than lists, tables and code.
fn reach(
    blocks: &[Block],
    verdicts: &[Option<Verdict>],
    story: Option<bool>,
    way: &mut dyn Iterator<Item = usize>,
) -> Option<usize> {
    let (mut reached, mut lines, mut bullets) = (None, 0, 0);
    // Where links are known to be links, entries that are none are no menu's.
    let linking = blocks.iter().any(|block| block.tags.linked);
    let (mut parted, mut listed, mut tabled) = (false, false, false);
    for at in way {
        let block = &blocks[at];
        let bullet = verdicts[at].is_some_and(|verdict| verdict.rule == "link-list");
        let passes = verdicts[at].is_none_or(is_listed);
        if !passes || block.tags.linked || block.tags.story != story {
            break;
        }
        let closes = (linking || parted || tabled) && listed && is_close(block);
        if verdicts[at].is_none() && (block.is_prose() || closes) {
            (reached, lines, bullets) = (Some(at), 0, 0);
        } else {
            let head = block.text.starts_with('【') && block.text.ends_with('】');
            parted |= head;
            lines += usize::from(!block.is_code() && !block.row);
            bullets = if head { 0 } else { bullets + usize::from(bullet && !linking) };
            if lines > LISTED || bullets > BULLETS {
                break;
            }
        }
        tabled = block.row;
        listed = tabled || block.text.starts_with('•');
    }
    reached
}

/// A sentence, below an entry of a list: `• 修复闪退` → `感谢各位的支持,祝大家游戏愉快!`
fn is_close(block: &Block) -> bool {
    block.ends_sentence() && block.han >= 12 && block.commas > 0
}

/// What a rule says of an entry of a list, of a figure, or of a picture between them.
fn is_listed(verdict: Verdict) -> bool {
    matches!(verdict.rule, "link-list" | "timestamp" | "caption" | "credit" | "line-number")
}

/// The blocks of a run that are the story's: prose, short sentences, and subheads between them; and
/// around it what `whole` passed.
pub fn paragraphs(
    blocks: &[Block],
    verdicts: &[Option<Verdict>],
    run: &Range<usize>,
    whole: &Range<usize>,
    repeated: &[bool],
) -> Vec<usize> {
    let own = is_own(blocks, verdicts);
    let entry = |rule: &str| matches!(rule, "link-list" | "timestamp");
    let is_entry = |at: usize| {
        let block = &blocks[at];
        block.text.starts_with('•') && !block.tags.linked && !block.tags.aside
    };
    let announced = |at: &usize| {
        let first = (run.start..*at).rev().take(LISTED).find(|above| !is_entry(*above));
        is_entry(*at) && first.is_some_and(|above| announces(&blocks[above], verdicts[above]))
    };
    let told = |at: &usize| {
        let first = (run.start..*at).rev().take(LISTED).find(|above| !is_entry(*above));
        let own = first.is_some_and(|above| verdicts[above].is_none());
        own && is_entry(*at) && blocks[*at].han >= LEAST_ENTRY && blocks[*at].commas > 0
    };
    // The page's contents name the heads of its story.
    let speaks = LazyCell::new(|| speakers(blocks, verdicts));
    let contents = |at: &usize| verdicts[*at].is_some_and(|told| told.rule == "contents");
    let mut named: Vec<&str> =
        (0..blocks.len()).filter(contents).map(|at| entry_core(&blocks[at].text)).collect();
    named.sort_unstable();
    let belongs = |at: &usize| match verdicts[*at] {
        None if repeated[*at] && speaks.binary_search(at).is_ok() => true,
        None if named.binary_search(&entry_core(&blocks[*at].text)).is_ok() => true,
        None => {
            let told = own
                && blocks[*at].tags.story == Some(true)
                && !repeated[*at]
                && !is_address(&blocks[*at]);
            let once = !repeated[*at];
            !run.contains(at)
                || told
                || is_paragraph(&blocks[*at], once)
                || once && is_letter(blocks, verdicts, *at)
        }
        Some(known) if !run.contains(at) => entry(known.rule),
        // Entries below a line of the story that announces them, `主要参数如下:`, or that say as much
        // as a line of it.
        Some(known) if known.rule == "link-list" && (announced(at) || told(at)) => true,
        // A day or a time that the story itself states: `时间:6月7日至13日`.
        Some(known) => {
            let told = own && blocks[*at].tags.story == Some(true) && *at > run.start;
            told && known.rule == "source-line" && is_stated(&blocks[*at].text)
        }
    };
    whole.clone().filter(belongs).collect()
}

/// `once`: the block's text stands on the page once. A subhead does; a caption or a menu entry
/// often stands twice.
fn is_paragraph(block: &Block, once: bool) -> bool {
    let told = block.tags.story == Some(true) && is_listed_line(block) && !is_address(block);
    let listing = block.row || block.is_code() || is_clock(&block.text);
    let number = || is_number(&block.text);
    block.is_prose()
        || block.ends_sentence()
        || listing
        || once && is_words(block)
        || told
        || number()
}

/// A head of one character between two sentences: `一`, `（二）`, `手`.
fn is_letter(blocks: &[Block], verdicts: &[Option<Verdict>], at: usize) -> bool {
    let told = |at: usize| {
        let told = |block: &Block| block.is_prose() || block.ends_sentence();
        verdicts.get(at) == Some(&None) && told(&blocks[at])
    };
    let block = &blocks[at];
    let brackets = ['（', '）', '(', ')', '、', '.'];
    block.han == 1
        && block.chars <= 3
        && !block.tags.linked
        && block.text.trim_matches(brackets).chars().count() == 1
        && at > 0
        && told(at - 1)
        && told(at + 1)
}

/// No line of source or date of the page, but one of the story's own.
fn is_stated(text: &str) -> bool {
    const KEYS: [&str; 13] = [
        "源", "作者", "记者", "编辑", "发布", "发表", "更新", "出处", "自", "撰文", "标签", "关键",
        "|",
    ];
    !KEYS.iter().any(|key| text.contains(key)) && !text.contains("//")
}

/// A line that opens with a day and its year, as those do that say who reports: `2012-01-17 江畔日报
/// 张三／南塘报导`.
fn is_dated(text: &str) -> bool {
    shapes(text).next().is_some_and(|(at, _)| at == 0)
}

/// A line of words: a subhead, or a signature. A name in Latin is a word: `2. 迁到 Rust 之后`.
pub fn is_words(block: &Block) -> bool {
    let mixed = || !block.text.contains("//") && !block.text.contains("www.");
    block.han >= 2
        && (block.han * 3 >= block.chars * 2 || mixed() && block.han * 3 >= block.words() * 2)
}

/// A line that is mostly an address: `下载地址:https://…`.
fn is_address(block: &Block) -> bool {
    block.text.split_once("://").is_some_and(|(label, rest)| rest.len() > label.len())
}

/// The lines between title and story that belong to the story: subtitles, and the heads of its
/// first part. `title` is the title's block.
pub fn lead(
    blocks: &[Block],
    verdicts: &[Option<Verdict>],
    title: usize,
    start: usize,
) -> Range<usize> {
    let own = is_own(blocks, verdicts);
    let is_own = |at: &usize| own && blocks[*at].tags.story == Some(true);
    let is_entry = |at: usize| blocks[at].text.starts_with('•') && !blocks[at].tags.linked;
    let joins = |at: &usize| {
        let block = &blocks[*at];
        // An entry of the story's own list, and what stands beside it, may be named in it again.
        let listed = is_own(at) && (is_entry(*at) || *at > 0 && is_entry(at - 1));
        let again = |other: &Block| {
            if listed { other.text == block.text } else { other.text.contains(&*block.text) }
        };
        let known = || {
            let mut others = blocks.iter().enumerate().filter(|(nth, _)| nth != at);
            others.any(|(_, other)| other.chars >= block.chars && again(other))
        };
        let clause = || block.han >= 6 && block.commas > 0;
        let told = || (block.han >= 8 || clause()) && block.han * 3 >= block.chars * 2;
        let meeting = || is_of_meeting(&block.text) || block.text.starts_with("时间");
        let own = || is_own(at) && is_stated(&block.text) && !is_dated(&block.text);
        match verdicts[*at].map(|verdict| verdict.rule) {
            None => (own() || told() || meeting()) && !known() || is_number(&block.text),
            Some("link-list") => is_own(at) && is_entry(*at),
            Some("line-number") => is_own(at),
            _ => false,
        }
    };
    let most = if start > 0 && is_own(&(start - 1)) { LISTED } else { LEAD };
    let lines = (title + 1..start).rev().take(most + 1).take_while(joins).count();
    if lines <= most { start - lines..start } else { start..start }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::block::{blocks, repeated};
    use crate::rules::verdicts;

    #[test]
    fn a_numbered_list_ends_a_story_that_announces_it() {
        let end = |below: &str| {
            let page = format!("{PARAGRAPH}\n{below}");
            let blocks = blocks(&page);
            announced(&blocks, &verdicts(&blocks), 1)
        };
        assert_eq!(end("各市名次:\n1、江畔\n2、清河\n其他名次\n14、石桥\n要闻\n3、游园会"), 6);
        assert_eq!(end("小贴士:\n1.先预约。\n2.再来。\n要闻"), 4);
        assert_eq!(end("各市名次:\n3、江畔\n4、清河"), 1);
        assert_eq!(end("各市名次\n1、江畔\n2、清河"), 1);
    }

    #[track_caller]
    fn check(page: &str, first: &str, last: &str) {
        let blocks = blocks(page);
        let run = Pulls::new(&blocks, &verdicts(&blocks)).run().expect("a story");
        let text = |at: usize| blocks[at].raw;
        assert!(text(run.blocks.start).starts_with(first), "starts {}", text(run.blocks.start));
        assert!(text(run.blocks.end - 1).starts_with(last), "ends {}", text(run.blocks.end - 1));
    }

    const PARAGRAPH: &str = "沿江三市的科研院所去年起共用大型仪器,一年里为企业省下检测费用两千多万元,也让闲置设备有了去处。";

    const OPENING: &str = "三市科技部门上周商定,大型仪器由一个平台登记,企业在线预约,检测费用由财政补助一半,小微企业先行。";

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
        check(&format!("{OPENING}\n{PARAGRAPH}\n推荐阅读\n{teasers}"), "三市科技", "沿江三市");
    }

    #[track_caller]
    fn check_whole(page: &str, paragraphs_expected: usize) {
        let blocks = blocks(page);
        let verdicts = verdicts(&blocks);
        let run = Pulls::new(&blocks, &verdicts).run().expect("a story");
        let whole = whole(&blocks, &verdicts, &run.blocks);
        let found = paragraphs(&blocks, &verdicts, &run.blocks, &whole, &repeated(&blocks));
        assert_eq!(found.len(), paragraphs_expected, "{:?}", &blocks[whole]);
    }

    #[test]
    fn a_story_goes_on_below_its_lists_and_code() {
        let code = "let tool = find(7);\nbook(tool, today);\nreturn tool;\n".repeat(4);
        check_whole(&format!("{OPENING}\n{PARAGRAPH}\n{code}{PARAGRAPH}\n"), 15);
        let list = "• 显微镜 4台\n• 离心机 2台\n• 天平 8台\n";
        check_whole(&format!("{PARAGRAPH}\n{list}费用分担\n{PARAGRAPH}\n"), 6);
        let menu = "• 首页\n• 要闻\n• 财经\n".repeat(3);
        check_whole(&format!("{OPENING}\n{PARAGRAPH}\n{menu}{PARAGRAPH}\n"), 2);
        check_whole(&format!("{OPENING}\n{PARAGRAPH}\n相关阅读\n{list}{PARAGRAPH}\n"), 2);
        let parts = format!("【甲市】\n{list}【乙市】\n{list}【丙市】\n{list}");
        check_whole(&format!("{PARAGRAPH}\n{parts}感谢各家单位,愿仪器都有用处!\n首页\n"), 14);
        check_whole(&format!("{PARAGRAPH}\n{parts}感谢支持\n首页\n"), 1);
        check_whole(&format!("{PARAGRAPH}\n{list}感谢各家单位,愿仪器都有用处!\n首页\n"), 1);
    }

    #[test]
    fn a_list_that_is_announced_belongs_to_the_story() {
        let list = "• 显微镜 4台\n• 离心机 2台\n• 天平 8台\n";
        check_whole(&format!("{PARAGRAPH}\n首批开放的有:\n{list}要闻\n"), 5);
        check_whole(&format!("{PARAGRAPH}首批开放的有:\n{list}要闻\n"), 4);
        check_whole(&format!("{PARAGRAPH}\n首批开放\n{list}要闻\n"), 1);
        let said = "• 显微镜由平台登记,企业在线预约\n• 检测费用由财政补助,小微企业先行\n";
        check_whole(&format!("{PARAGRAPH}\n首批开放\n{said}{OPENING}\n要闻\n"), 5);
        check_whole(&format!("{PARAGRAPH}\n分享到:\n{list}要闻\n"), 1);
        check_whole(&format!("{PARAGRAPH}\n首批开放的有:\n{list}{PARAGRAPH}{PARAGRAPH}\n"), 6);
        let head = |nth: u8| format!("Day {nth} 石鼓—盐场（1{nth}公里）\n");
        let heads: String = (1..4).map(|nth| head(nth) + PARAGRAPH + "\n").collect();
        let contents: String = (1..4).map(|nth| "• ".to_owned() + &head(nth)).collect();
        check_whole(&format!("{contents}{OPENING}\n{heads}"), 7);
        check_whole(&format!("{OPENING}\n{heads}"), 4);
        let times = "02:15 第一台仪器\n08:40 怎么预约\n19:02 谁来付钱\n";
        check_whole(&format!("{PARAGRAPH}\n{times}评论\n"), 4);
        check_whole(&format!("{PARAGRAPH}\n08:40 江畔网\n评论\n"), 1);
        let named = "江畔队:1-张三、4-李四\n清河队:2-王五、8-赵六\n";
        check_whole(&format!("{PARAGRAPH}\n双方阵容:\n{named}最新\n"), 4);
        check_whole(&format!("{PARAGRAPH}\n双方阵容\n{named}最新\n"), 1);
        let sides = "江畔队\n张三31分、李四22分\n清河队\n王五35分、赵六12分\n";
        check_whole(&format!("{PARAGRAPH}\n{sides}最新\n"), 5);
        check_whole(&format!("{PARAGRAPH}\n江畔队\n张三31分、李四22分\n最新\n"), 1);
        check_whole(&format!("{PARAGRAPH}\n附件:1.申请表\n2.名册\n要闻\n"), 3);
    }

    #[test]
    fn a_head_of_one_character_stands_between_sentences() {
        check_whole(&format!("{OPENING}\n一\n{PARAGRAPH}\n（二）\n{OPENING}预约。\n"), 5);
        check_whole(&format!("{OPENING}\n享\n首页\n{PARAGRAPH}\n一\n要闻\n"), 3);
        check_whole(&format!("{OPENING}\n顶\n{PARAGRAPH}\n顶\n{OPENING}预约。\n"), 3);
    }

    #[test]
    fn a_line_that_opens_with_its_day_is_no_lead() {
        assert!(is_dated("2012-01-17 江畔日报 张三／南塘报道"));
        assert!(is_dated("2025年3月10日 仪器网讯"));
        assert!(!is_dated("2025年工作要点"));
        assert!(!is_dated("时间:2025年6月7日至13日"));
    }

    #[test]
    fn a_page_of_links_has_no_story() {
        let blocks = blocks("首页\n要闻\n财经\n体育");
        let pulls = Pulls::new(&blocks, &verdicts(&blocks));
        assert_eq!(pulls.run(), None);
        // What lies between two menu entries lacks no more than they weigh.
        assert!(pulls.margins(None).iter().all(|margin| *margin == LEAST));
    }

    /// Margins against the best run of all runs that do, or do not, hold the block.
    #[test]
    fn margins_are_to_the_best_other_run() {
        let weights = [-9, 60, -30, 50, -200, 70, -5, -3, 20, -40];
        let pulls = Pulls(weights.map(|weight| Pull { step: weight % 7, weight }).to_vec());
        let sum = |run: &Range<usize>| -> i64 {
            let steps = pulls.0[run.start + 1..run.end].iter().map(|pull| pull.step);
            steps.sum::<i64>() + weights[run.clone()].iter().sum::<i64>()
        };
        let runs = || (0..10).flat_map(|from| (from + 1..=10).map(move |to| from..to));
        let chosen = pulls.run().expect("a run");
        let margins = pulls.margins(Some(&chosen));
        for at in 0..10 {
            let inside = chosen.blocks.contains(&at);
            let others = runs().filter(|run| run.contains(&at) != inside);
            let best = others.map(|run| sum(&run)).max().expect("others");
            let least = if inside { 0 } else { i64::MIN };
            let own = if inside { weights[at] } else { -weights[at] };
            assert_eq!(margins[at] + own, chosen.weight - best.max(least), "block {at}");
        }
    }
}
