//! Several stories in one run, taken apart: pages that stack articles often give them no titles.
//!
//! Two stories share few words. At each place between two blocks it is counted how many terms stand on both sides; where hardly any does, the stories are parted. A block that opens
//! as reports do (`本报上海8月3日电`, `近日,…`), stands behind an editor's
//! line or turns to the other script may share more.
//!
//! The counting is linear in the text for each story that is found.

use std::sync::LazyLock;

use regex::Regex;

use crate::block::{Block, is_han};
use crate::pairs::{pair, said, told};
use crate::rules::Verdict;

/// Both sides must be this long, in Han characters, to be compared.
const LEAST_HAN: usize = 80;
/// The same, in different terms.
const LEAST_TERMS: usize = 64;
/// The same where a dateline, an editor's line or the script speaks for two stories.
const LEAST_TERMS_MARKED: usize = 30;
/// A line this long, in Han characters, is a whole story set in one line.
const STORY_LINE: usize = 400;
/// The share of common terms below which two sides so marked are two stories; without a mark it is
/// no greater.
const MARKED: f64 = 0.18;
/// How much less a part of a parted run may share.
const AGAIN: f64 = 0.6;
/// More stories than this are a digest, and stay together.
const MOST: usize = 3;

static DATELINE: LazyLock<Regex> = LazyLock::new(|| {
    Regex::new(concat!(
        r"^[(（【\[〔〖]?(?:本报|本社|本网|(?:据)?[\p{Han}A-Za-z0-9]{2,6}(?:社|网|报|讯))[\p{Han}]{0,8}(?:\d{1,2}月)?(?:\d{1,2}日)?",
        r"(?:电|讯|报道|消息|综合报道|\])[\s(（】\])）〕〗:：,，]",
        r"|^[(（【\[〔〖][\p{Han}]{2,6}(?:社|网|报|讯)[】\])）〕〗]|^\d{1,2}月\d{1,2}日(?:消息|电|讯)",
    ))
    .expect("fixed")
});
static OPENING: LazyLock<Regex> = LazyLock::new(|| {
    Regex::new(r"^(?:[\p{Han}]{0,12}(?:近日|日前|昨日|昨天|今日|今天|昨晚)|\d{1,2}月\d{1,2}日|\d{1,2}日)[\p{Han}，,]")
        .expect("fixed")
});

/// Characters that join words in any text: a pair with one of them tells nothing of the subject.
const JOINTS: &str = "的一是了在不有和人这中大为上个国以要他时来用们到作地于出就分对成会可也能下过子说而多定进着等部家把比或被与及之其还将已日月年者所从但由此前后性些没么最新";
/// Words of any news.
const NEWS: &str = "记者表示公司问题情况工作发展目前已经可以进行认为因为没有自己如果今年去年报道消息企业市场相关开始需要通过社会活动影响发现管理负责人员服务单位造成经济提供包括方面要求提醒介绍分析专家希望增加特别重要许多同时必须根据虽然因此电话网络昨天今天生活左右平均";

/// The body blocks (by number) in stories, each in order.
pub fn stories(blocks: &[Block], verdicts: &[Option<Verdict>], body: &[usize]) -> Vec<Vec<usize>> {
    let mut done: Vec<Vec<usize>> = Vec::new();
    let mut open = vec![(body, 1.0)];
    while let Some((part, limit)) = open.pop() {
        match boundary(blocks, verdicts, part, limit) {
            // A part of what was parted must differ more.
            Some(nth) => open.extend([(&part[nth..], AGAIN), (&part[..nth], AGAIN)]),
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
    part: &[usize],
    limit: f64,
) -> Option<usize> {
    let total: usize = part.iter().map(|at| blocks[*at].han).sum();
    if total < 2 * LEAST_HAN {
        return None;
    }
    let counts = Terms::of(blocks, part);
    let scripts = Scripts::of(blocks, part);
    let mut before = 0;
    let mut best: Option<(f64, usize)> = None;
    for nth in 1..part.len() {
        before += blocks[part[nth - 1]].han;
        if before < LEAST_HAN || total - before < LEAST_HAN {
            continue;
        }
        let smaller = counts.left[nth].min(counts.right[nth]);
        if smaller < LEAST_TERMS_MARKED {
            continue;
        }
        let shared = counts.both[nth] as f64 / smaller as f64;
        let below = best.map_or(limit, |(least, _)| least);
        // Where so much is shared that no mark parts it, none is looked for.
        if shared / MARKED >= below {
            continue;
        }
        let (last, first) = (part[nth - 1], part[nth]);
        let marked = DATELINE.is_match(&blocks[first].text)
            || verdicts[last + 1..first].iter().flatten().any(is_edge)
            || scripts.part(nth);
        if !marked && smaller < LEAST_TERMS {
            continue;
        }
        let apart = if marked { MARKED } else { apart(blocks, last, first, smaller) };
        let ratio = shared / apart;
        if ratio < below {
            best = Some((ratio, nth));
        }
    }
    best.map(|(_, nth)| counts.moved(nth))
}

/// The line is one with which a story ends or begins.
fn is_edge(verdict: &Verdict) -> bool {
    matches!(verdict.rule, "disclaimer" | "editor-line" | "credit" | "source-line")
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
            let pairs = block.raw.chars().zip(block.text.chars());
            sum.0 += pairs.filter(|(raw, text)| raw != text).count();
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

/// The share of common terms below which two sides are two stories: of cuts within 160 single
/// stories one shared less, of 400 stacked pairs nine in ten did.
fn apart(blocks: &[Block], last: usize, first: usize, smaller: usize) -> f64 {
    let text = &blocks[first].text;
    let one_line_each = blocks[last].line != blocks[first].line
        && han_of_line(blocks, last) >= STORY_LINE
        && han_of_line(blocks, first) >= STORY_LINE;
    if one_line_each {
        MARKED
    } else if OPENING.is_match(text) {
        (0.04 + smaller as f64 / 3000.0).min(0.075)
    } else {
        (0.02 + smaller as f64 / 4000.0).min(0.058)
    }
}

/// Han characters of the whole line that a block stands in.
fn han_of_line(blocks: &[Block], at: usize) -> usize {
    let line = blocks[at].line;
    let from = blocks.partition_point(|block| block.line < line);
    blocks[from..].iter().take_while(|block| block.line == line).map(|block| block.han).sum()
}

/// The terms of a part, counted at each place between two of its blocks.
struct Terms {
    /// Different terms before the place.
    left: Vec<usize>,
    /// Different terms behind it.
    right: Vec<usize>,
    /// Terms on both sides.
    both: Vec<usize>,
    /// For each block how many of its terms stand before it, and how many behind it.
    ties: Vec<(usize, usize)>,
}

impl Terms {
    fn of(blocks: &[Block], part: &[usize]) -> Self {
        let (mut hanzi, mut latin): (Vec<u64>, Vec<(Term, usize)>) = (Vec::new(), Vec::new());
        for (nth, at) in part.iter().enumerate() {
            terms(&blocks[*at].text, |term| match term & LATIN {
                0 => hanzi.push(said(term, nth)),
                _ => latin.push((term, nth)),
            });
        }
        hanzi.sort_unstable();
        hanzi.dedup();
        latin.sort_unstable();
        latin.dedup();
        let count = part.len() + 1;
        let (mut first, mut last) = (vec![0; count], vec![0; count]);
        let mut ties = vec![(0, 0); part.len()];
        let mut add = |group: &mut dyn ExactSizeIterator<Item = usize>| {
            let most = group.len() - 1;
            for (place, nth) in group.enumerate() {
                first[nth] += usize::from(place == 0);
                last[nth] += usize::from(place == most);
                ties[nth].0 += usize::from(place > 0);
                ties[nth].1 += usize::from(place < most);
            }
        };
        let mut news = NEWS_TERMS.iter().peekable();
        for group in hanzi.chunk_by(|one, other| told(*one).0 == told(*other).0) {
            let term = told(group[0]).0;
            while news.next_if(|news| **news < term).is_some() {}
            if news.peek().is_none_or(|news| **news != term) {
                add(&mut group.iter().map(|one| told(*one).1));
            }
        }
        for group in latin.chunk_by(|one, other| one.0 == other.0) {
            add(&mut group.iter().map(|one| one.1));
        }
        let all: usize = first.iter().sum();
        let before = |counts: &[usize]| {
            let sums =
                counts.iter().scan(0, |sum, count| Some(std::mem::replace(sum, *sum + count)));
            sums.collect::<Vec<usize>>()
        };
        let left = before(&first);
        let ended = before(&last);
        let right = ended.iter().map(|ended| all - ended).collect();
        let both = left.iter().zip(&ended).map(|(left, ended)| left - ended).collect();
        Self { left, right, both, ties }
    }

    /// The place moved by a block or two, where the block beside it has more in common with the
    /// other side.
    fn moved(&self, nth: usize) -> usize {
        let (mut nth, from) = (nth, nth);
        while nth > 1 && from - nth < 2 && self.ties[nth - 1].1 > self.ties[nth - 1].0 {
            nth -= 1;
        }
        while nth >= from && nth + 1 < self.ties.len() && nth - from < 2 {
            let (before, behind) = self.ties[nth];
            if before <= behind {
                break;
            }
            nth += 1;
        }
        nth
    }
}

/// A pair of Han characters, or a word of Latin letters by its first and last four, as a number.
type Term = u64;

/// Tells a Latin word from a pair: no character is so high, and letters of ASCII leave it free.
const LATIN: Term = 1 << 63;

/// The terms of a text that tell of its subject.
fn terms(text: &str, mut found: impl FnMut(Term)) {
    static JOINS: LazyLock<Vec<bool>> = LazyLock::new(|| {
        let mut joins = vec![false; 0x1_0000];
        JOINTS.chars().for_each(|char| joins[char as usize] = true);
        joins
    });
    let joins = JOINS.as_slice();
    let mut last = None::<char>;
    let mut word = String::new();
    for char in text.chars().chain([' ']) {
        if char.is_ascii_alphabetic() {
            word.push(char.to_ascii_lowercase());
        } else if !word.is_empty() {
            if word.len() >= 2 {
                let four = |letters: &mut dyn Iterator<Item = u8>| {
                    letters.take(4).fold(0, |key, letter| key << 8 | u64::from(letter))
                };
                found(LATIN | four(&mut word.bytes()) << 32 | four(&mut word.bytes().rev()));
            }
            word.clear();
        }
        let tells = is_han(char) && !joins.get(char as usize).is_some_and(|joins| *joins);
        if let (true, Some(last)) = (tells, last) {
            found(pair(last, char));
        }
        last = tells.then_some(char);
    }
}

/// The words of any news, sorted.
static NEWS_TERMS: LazyLock<Vec<Term>> = LazyLock::new(|| {
    let chars: Vec<char> = NEWS.chars().collect();
    let mut terms: Vec<Term> = chars.chunks_exact(2).map(|word| pair(word[0], word[1])).collect();
    terms.sort_unstable();
    terms
});

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
    fn paragraphs_without_an_opening_stay_together() {
        check(&format!("{INSTRUMENTS}\n{}", ORCHARD.split_once(')').unwrap().1), 1);
    }
}
