//! A recipe without prose: what is needed, what is to be done, and tips, below heads that all such pages have.
//!
//! `用料`, `面粉 300克`, `做法`, `步骤 1`, `红糖用温水化开,放凉。`, `小贴士`, … → all of it but the numbers of the steps is
//! the story. Its lines are so short that they hardly make a run.

use std::ops::Range;

use crate::block::{Block, DIGIT};
use crate::rules::Verdict;

/// Heads of what is needed.
const NEEDS: [&str; 13] = [
    "用料",
    "食材",
    "食材清单",
    "食材明细",
    "原料",
    "主料",
    "辅料",
    "配料",
    "调料",
    "材料",
    "准备食材",
    "食材准备",
    "所需食材",
];
/// Heads of what is to be done; or `红糖发糕的做法`.
const STEPS: [&str; 7] =
    ["做法", "步骤", "做法步骤", "烹饪步骤", "制作步骤", "制作方法", "烹饪方法"];
/// Heads of tips.
const TIPS: [&str; 8] =
    ["小贴士", "小窍门", "烹饪技巧", "烹饪小贴士", "烹饪心得", "温馨提示", "Tips", "TIPS"];
/// A longer line is no head, and no entry of what is needed, in characters.
const LONGEST: usize = 20;
/// The longest head of what is needed, with what stands around it.
const LONGEST_NEED: usize = 7;
/// Less is no recipe, in lines below what is needed and below what is to be done.
const LEAST: usize = 2;
/// The most lines of one section.
const MOST: usize = 80;

/// What stands below a head.
#[derive(Clone, Copy, PartialEq, Eq)]
enum Head {
    Needs,
    Steps,
    Tips,
}

/// The blocks of the recipe that a page holds, where `run`, its heaviest run of prose, does not hold them
/// all: those that stand below the heads, and what of the run stands above the first.
pub fn recipe(
    blocks: &[Block],
    verdicts: &[Option<Verdict>],
    run: Option<&Range<usize>>,
) -> Option<Vec<usize>> {
    // Nearly every page ends here.
    let first = blocks.iter().position(is_need)?;
    let heads: Vec<(usize, Head)> =
        (first..blocks.len()).filter_map(|at| Some((at, head(&blocks[at])?))).collect();
    let (mut found, mut counts) = (Vec::new(), [0, 0]);
    for (nth, (at, about)) in heads.iter().enumerate() {
        // What comes again far below is another recipe's.
        if found.last().is_some_and(|last| at - last > LEAST) && nth > 0 {
            break;
        }
        let next = heads.get(nth + 1).map_or(blocks.len(), |(next, _)| *next);
        let below = (at + 1..next).take(MOST);
        let lines: Vec<usize> =
            below.take_while(|line| is_line(&blocks[*line], verdicts[*line], *about)).collect();
        let is_label = |line: usize| {
            let known = verdicts[line].is_some_and(|told| told.rule == "line-number");
            known || is_number(&blocks[line].text)
        };
        let told = lines.into_iter().filter(|line| !is_label(*line));
        let before = found.len();
        found.push(*at);
        found.extend(told);
        match about {
            Head::Needs => counts[0] += found.len() - before - 1,
            Head::Steps => counts[1] += found.len() - before - 1,
            Head::Tips => {}
        }
    }
    let last = *found.last()?;
    let run = run.cloned().unwrap_or(first..first);
    let holds = run.start <= first && last < run.end;
    // Prose elsewhere outweighs a box.
    let apart = run.end <= first || run.start > last;
    let chars = |at: usize| blocks[at].chars;
    let other: usize = run
        .clone()
        .filter(|at| verdicts[*at].is_none() && found.binary_search(at).is_err())
        .map(chars)
        .sum();
    let size: usize = found.iter().copied().map(chars).sum();
    if counts.iter().any(|count| *count < LEAST) || holds || other > size && apart {
        return None;
    }
    // What the cook says of it.
    let told = |at: &usize| {
        verdicts[*at].is_none() && (blocks[*at].is_prose() || blocks[*at].ends_sentence())
    };
    let near = first - (0..first).rev().take(LEAST).take_while(told).count();
    let above =
        (run.start.min(near)..first).filter(|at| told(at) && (*at >= near || run.contains(at)));
    Some(above.chain(found).collect())
}

/// A line of the section below such a head.
fn is_line(block: &Block, verdict: Option<Verdict>, about: Head) -> bool {
    let known = verdict.is_some_and(|told| !matches!(told.rule, "link-list" | "line-number"));
    let told = block.is_prose() || block.ends_sentence();
    let numbered = || block.chars <= LONGEST && block.holds(DIGIT);
    !known
        && !block.tags.linked
        && !block.tags.aside
        && match about {
            Head::Needs => block.chars <= LONGEST && !block.ends_sentence(),
            Head::Steps => told || numbered() || verdict.is_some(),
            Head::Tips => told || block.text.ends_with(['，', ',']),
        }
}

/// The bare number of a step.
fn is_number(text: &str) -> bool {
    text.chars().all(|char| char.is_ascii_digit() || ['•', ' ', '.', '、'].contains(&char))
}

/// The head of what is needed, which its first character tells from nearly all other lines.
fn is_need(block: &Block) -> bool {
    let opens = |char: char| {
        matches!(
            char,
            '用' | '食' | '原' | '主' | '辅' | '配' | '调' | '材' | '准' | '所' | '【' | '['
        )
    };
    block.chars <= LONGEST_NEED && block.text.starts_with(opens) && head(block) == Some(Head::Needs)
}

/// What a line heads: `【用料】`, `红糖发糕的做法`.
fn head(block: &Block) -> Option<Head> {
    if block.chars > LONGEST || block.tags.linked {
        return None;
    }
    let text = block.text.trim_matches(['【', '】', '[', ']', ':', '：']);
    let ways = [(&NEEDS[..], Head::Needs), (&STEPS, Head::Steps), (&TIPS, Head::Tips)];
    let known = ways.into_iter().find(|(heads, _)| heads.contains(&text)).map(|(_, about)| about);
    let named = || text.ends_with("的做法") || text.ends_with("的做法步骤");
    known.or_else(|| named().then_some(Head::Steps))
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::block::blocks;
    use crate::body::Pulls;
    use crate::rules::verdicts;

    #[track_caller]
    fn check(page: &str, expected: Option<&str>) {
        let blocks = blocks(page);
        let verdicts = verdicts(&blocks);
        let run = Pulls::new(&blocks, &verdicts).run().map(|run| run.blocks);
        let found = recipe(&blocks, &verdicts, run.as_ref());
        let found = found
            .map(|found| found.into_iter().map(|at| blocks[at].raw).collect::<Vec<_>>().join("\n"));
        assert_eq!(found.as_deref(), expected, "{page}");
    }

    #[test]
    fn what_stands_below_its_heads_is_a_recipe() {
        let needs = "用料\n面粉 300克\n红糖 80克";
        let steps = "步骤 1\n红糖化开，放凉。\n步骤 2\n倒进面粉里。\n步骤 3\n蒸熟。";
        let steps_told = "红糖化开，放凉。\n倒进面粉里。\n蒸熟。";
        let tips = "小贴士\n不要马上揭盖。";
        let all = format!("{needs}\n做法\n{steps}\n{tips}");
        let told = format!("{needs}\n做法\n{steps_told}\n{tips}");
        check(&format!("红糖发糕\n收藏 1021\n{all}\n做过的人\n豆豆：成功了"), Some(&told));
        let numbered = "• 1\n红糖化开，放凉。\n• 2\n倒进面粉里。\n• 3\n蒸熟。";
        let told = steps_told;
        check(
            &format!("{needs}\n红糖发糕的做法\n{numbered}\n相关菜谱"),
            Some(&format!("{needs}\n红糖发糕的做法\n{told}")),
        );
    }

    #[test]
    fn heads_of_needs_are_told_by_their_first_character() {
        assert!(NEEDS.iter().all(|need| is_need(&blocks(need)[0])));
    }

    #[test]
    fn other_pages_hold_none() {
        check("用料\n面粉\n红糖\n推荐", None);
        check("做法\n红糖化开，放凉。\n倒进面粉里。", None);
        let story = "镇上的糕团店开了三十年,老板娘每天凌晨两点起来和面,天亮时第一笼红糖发糕已经出锅,街坊排队来买。\n";
        let page =
            format!("{}推荐\n食材\n面粉 300克\n红糖 80克\n做法\n化开。\n蒸熟。", story.repeat(2));
        check(&page, None);
    }
}
