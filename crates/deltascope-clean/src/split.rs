//! Several stories in one run, taken apart: pages that stack articles often give them no titles.
//!
//! 1. `terms`: at each place between two blocks it is counted how many of the terms that come again
//!    stand on both sides, and how many would if their places were drawn by lot. In one story most
//!    do; where two stories meet, hardly any.
//! 2. `common`: what stands right before and right behind a place shares words in one story.
//! 3. `cues`: a dateline, a credit or an editor's line at a place speak for two stories; a paragraph
//!    that speaks of what was said before, for one.
//!
//! All of it is linear in the text for each story that is found.

mod cues;
mod terms;

use std::borrow::Cow;

use crate::block::Block;
use crate::rules::Verdict;
use cues::{Place, cues};
use terms::{Ties, common};

pub use cues::is_dateline;
pub use terms::alike;

/// Both sides must be this long, in Han characters, to be compared.
const LEAST_HAN: usize = 100;
/// Two stories meet where fewer terms stand on both sides, as a share of what chance would give.
const APART: f64 = 0.21;
/// The same as a share of the smaller side's terms, where a line says that a story begins.
const MARKED: f64 = 0.18;
/// For that both sides must have as many terms.
const LEAST_TERMS: usize = 30;
/// The same two where no line says so.
const UNMARKED: f64 = 0.05;
const MANY_TERMS: usize = 64;
/// What stands for terms that were not seen: few terms are little evidence.
const UNSEEN: f64 = 0.5;
/// The factor of a place where the script changes.
const OTHER_SCRIPT: f64 = 0.3;
/// The factor of a place between two lines that each hold a whole story.
const LINE_EACH: f64 = 0.6;
/// Rounding makes no factor smaller than such a part of it.
const ROUNDED: f64 = 0.99;
/// More stories than this are a digest, and stay together.
const MOST: usize = 3;

/// The body blocks (by number) in stories, each in order.
pub fn stories(blocks: &[Block], verdicts: &[Option<Verdict>], body: &[usize]) -> Vec<Vec<usize>> {
    let mut done: Vec<Vec<usize>> = Vec::new();
    let mut open = vec![body];
    let mut lines = vec![0; blocks.last().map_or(0, |last| last.line + 1)];
    for block in blocks {
        lines[block.line] += block.han;
    }
    while let Some(part) = open.pop() {
        match boundary(blocks, verdicts, &lines, part) {
            Some(nth) => open.extend([&part[nth..], &part[..nth]]),
            None => done.push(part.to_vec()),
        }
        if done.len() + open.len() > MOST {
            return vec![body.to_vec()];
        }
    }
    for nth in 1..done.len() {
        let line = |at: &usize| is_headline(&blocks[*at]);
        let kept = done[nth - 1].iter().rposition(|at| !line(at)).map_or(0, |last| last + 1);
        let moved = done[nth - 1].split_off(kept);
        done[nth].splice(..0, moved);
    }
    // A part of headlines alone has gone to what follows it.
    done.retain(|story| !story.is_empty());
    done
}

/// A line that heads what follows it.
pub fn is_headline(block: &Block) -> bool {
    !block.is_prose() && !block.ends_sentence() && (5..=64).contains(&block.chars)
}

/// Where a part holds two stories: the number of the block that opens the second.
fn boundary(
    blocks: &[Block],
    verdicts: &[Option<Verdict>],
    lines: &[usize],
    part: &[usize],
) -> Option<usize> {
    let mut before = vec![0];
    for at in part {
        before.push(before[before.len() - 1] + blocks[*at].han);
    }
    let total = before[part.len()];
    if total < 2 * LEAST_HAN {
        return None;
    }
    let ties = Ties::of(blocks, part, &before);
    let scripts = Scripts::of(blocks, part);
    let line = |nth: usize| blocks[part[nth]].line;
    let changes = (1..part.len()).filter(|nth| line(nth - 1) != line(*nth)).take(2).count();
    let two_lines = changes == 1;
    // A lower heading in the element that holds the story is the story's.
    let is_section = |nth: usize| {
        let tags = &blocks[part[nth]].tags;
        tags.heading && tags.story == Some(true)
    };
    let mut best = (APART, None);
    for nth in 1..part.len() {
        if before[nth] < LEAST_HAN || total - before[nth] < LEAST_HAN {
            continue;
        }
        let other_script = scripts.part(nth);
        let across = ties.across[nth] as f64;
        let plain = (across + UNSEEN) / (ties.expected[nth] + UNSEEN);
        let fewest = across / ties.smaller[nth] as f64 / MARKED * APART;
        let line_each = cues::is_line_each(blocks, lines, part[nth - 1], part[nth]);
        let known =
            if other_script { OTHER_SCRIPT } else { 1.0 } * if line_each { LINE_EACH } else { 1.0 };
        let place = Place::new(blocks, verdicts, part, nth);
        // Nearly no place is one, whatever the lines say.
        if plain * known * place.least_factor() * ROUNDED >= best.0
            && (fewest >= best.0 || ties.smaller[nth] < LEAST_TERMS)
        {
            continue;
        }
        let cues = cues(&place);
        let mut shared = plain * cues.factor;
        if !cues.marked && [nth - 1, nth].into_iter().any(is_section) {
            continue;
        }
        if other_script {
            shared *= OTHER_SCRIPT;
        }
        if line_each {
            shared *= LINE_EACH;
        }
        if shared < best.0 {
            shared *= 1.0 + 1.2 * common(blocks, part, nth);
        }
        // Where a line says that a story begins, few terms are enough, and all of them count.
        let marked = cues.marked || other_script || line_each && two_lines;
        let (least, apart) = if marked { (LEAST_TERMS, MARKED) } else { (MANY_TERMS, UNMARKED) };
        if ties.smaller[nth] >= least {
            shared = shared.min(across / ties.smaller[nth] as f64 / apart * APART);
        }
        if shared < best.0 {
            best = (shared, Some(nth));
        }
    }
    best.1
}

/// Traditional characters of a part, summed up block by block.
struct Scripts {
    /// Before each block: characters that only Traditional text has, and Han characters.
    before: Vec<(usize, usize)>,
}

impl Scripts {
    fn of(blocks: &[Block], part: &[usize]) -> Self {
        let mut sum = (0, 0);
        let mut before = vec![sum];
        for at in part {
            let block = &blocks[*at];
            if let Cow::Owned(text) = &block.text {
                let pairs = block.raw.chars().zip(text.chars());
                sum.0 += pairs.filter(|(raw, text)| raw != text).count();
            }
            sum.1 += block.han;
            before.push(sum);
        }
        Self { before }
    }

    /// One side of the place is in Traditional characters, the other is not.
    fn part(&self, nth: usize) -> bool {
        let (all, left) = (self.before[self.before.len() - 1], self.before[nth]);
        let right = (all.0 - left.0, all.1 - left.1);
        let is_traditional = |side: (usize, usize)| side.0 * 8 > side.1;
        let is_simplified = |side: (usize, usize)| side.0 * 50 < side.1;
        is_traditional(left) && is_simplified(right) || is_simplified(left) && is_traditional(right)
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::block::blocks;

    const INSTRUMENTS: &str = "三市科技部门商定共用大型仪器,科研院所把闲置设备登记到平台,企业预约检测,费用由财政补助。仪器平台上线一年,登记设备三千台,企业预约两万次,检测费用平均下降两成,科研院所的设备利用率提高一半。下一步平台还将接入高校实验室的设备,方便企业预约检测,财政补助也会继续。科技部门说,设备登记越全,企业检测越方便。";
    const ORCHARD: &str = "本报江畔5月2日电(记者 张三)果农忙着给桃树疏果,今年花期雨水偏少,坐果率比往年低。合作社请来农技员到果园讲解,桃树疏果要看枝条长势,一根长枝留三个果。果农老李种桃二十年,他家果园里的桃子卖到了邻省。合作社今年新添分拣机,桃子按大小装箱,价格能高一成。农技员提醒,雨后要及时给桃树喷药,防止落果。";

    #[track_caller]
    fn check(page: &str, stories_found: usize) {
        let blocks = blocks(page);
        let body: Vec<usize> = (0..blocks.len()).collect();
        let verdicts = vec![None; blocks.len()];
        assert_eq!(stories(&blocks, &verdicts, &body).len(), stories_found);
    }

    #[test]
    fn a_dateline_on_another_subject_opens_a_story() {
        check(&format!("{INSTRUMENTS}\n{ORCHARD}"), 2);
    }

    #[test]
    fn a_dateline_on_the_same_subject_does_not() {
        check(&format!("{INSTRUMENTS}\n本报江畔5月2日电(记者 张三){INSTRUMENTS}"), 1);
    }

    #[test]
    fn what_was_signed_ends_a_story() {
        let orchard = ORCHARD.split_once(')').unwrap().1;
        check(&format!("{INSTRUMENTS}(记者张三)\n{orchard}"), 2);
    }

    #[test]
    fn without_an_opening_the_terms_tell() {
        let orchard = ORCHARD.split_once(')').unwrap().1;
        check(&format!("{INSTRUMENTS}\n{orchard}"), 2);
        let (first, second) = orchard.split_at(orchard.find("合作社").unwrap());
        check(&format!("{first}\n{second}"), 1);
        let halves = INSTRUMENTS.split_at(INSTRUMENTS.find("下一步").unwrap());
        check(&format!("{}\n{}", halves.0, halves.1), 1);
    }

    #[test]
    fn a_heading_inside_the_story_parts_none() {
        let orchard = ORCHARD.split_once(')').expect("a dateline").1;
        let stories_found = |head: &str| {
            let page = format!("<article><p>{INSTRUMENTS}</p>{head}<p>{orchard}</p></article>");
            let flat = crate::html::flatten(&format!("<!doctype html><html><body>{page}"));
            let mut blocks = blocks(&flat.text);
            crate::hints::mark(&mut blocks, &flat.hints);
            let body: Vec<usize> = (0..blocks.len()).collect();
            stories(&blocks, &vec![None; blocks.len()], &body).len()
        };
        assert_eq!(stories_found("<h3>果园里的农技员</h3>"), 1);
        assert_eq!(stories_found("<p>果园里的农技员</p>"), 2);
    }

    #[test]
    fn what_the_lines_say_weighs() {
        let factor = |page: &str| {
            let blocks = blocks(page);
            let part: Vec<usize> = (0..blocks.len()).collect();
            let verdicts = vec![None; part.len()];
            let place = Place::new(&blocks, &verdicts, &part, 1);
            let factor = cues(&place).factor;
            assert!(factor >= place.least_factor() * ROUNDED, "{page}");
            factor
        };
        let plain = factor("果农忙着疏果。\n农技员到果园讲解。");
        for two in [
            "果农忙着疏果。\n本报江畔5月2日电 农技员到果园讲解。",
            "果农忙着疏果。(记者张三)\n农技员到果园讲解。",
            "果农忙着疏果。\n近日,农技员到果园讲解。",
        ] {
            assert!(factor(two) < plain, "{two}");
        }
        for one in [
            "果农忙着疏果。\n此外,农技员到果园讲解。",
            "果农忙着疏果。\n二、农技员到果园讲解",
            "果农忙着疏果:\n农技员到果园讲解。",
            "主持人:果农忙着疏果。\n农技员:到果园讲解。",
            "果农忙着疏果。\n■果园链接\n农技员到果园讲解。",
        ] {
            assert!(factor(one) > plain, "{one}");
        }
    }
}
