//! How sure a label is: what speaks for it, less what speaks against it, as a score.
//!
//! The unit is the weight of a character of prose (see `weigh`), so that all signals can be summed:
//! - how narrowly the run of the story was decided at the block (`Pulls::margins`)
//! - what the block looks like by itself, and what its rule weighs
//! - what the tags of the page say of it
//! - whether it says no word of the rest of the story
//! - whether its text stands on the page again, as furniture does
//!
//! It decides nothing. `推荐阅读` below a long story: far outside, a rule, short → 92.

use deltascope_model::{Basis, Label};

use crate::block::Block;
use crate::inline::Cut;
use crate::pairs::Said;
use crate::rules::Verdict;
use crate::weigh;

/// The favour that lifts a score halfway from 50 to 100.
const HALF: i64 = 60;
/// More than this, no single signal says.
const MOST: i64 = 200;
/// A line that is no prose stands where it stands by its neighbours; their say is this part of it.
const LENT: i64 = 4;
/// What the tags say of a block.
const TAGGED: i64 = 60;
/// A text that stands on the page again.
const AGAIN: i64 = 30;
/// A character of a pattern that was cut from a paragraph: a long one is not there by chance.
const PATTERN: i64 = 10;
/// What each percent weighs by which a line shares fewer of its words with the rest of the run than
/// lines of news share with any. To share more says nothing: captions and teasers do.
const KIN: i64 = 5;
/// Those percents.
const CHANCE: i64 = 8;
/// A line shorter than this, in different words, says too little to be compared.
const LEAST_WORDS: usize = 4;
/// Blocks between a line of metadata and its story from which on the place says nothing.
const NEAR: i64 = 12;

/// From 0 to 100; 50 where nothing speaks for the label or as much as against it.
pub fn score(favour: i64) -> u8 {
    let favour = favour.clamp(-10_000, 10_000);
    u8::try_from(50 + 50 * favour / (favour.abs() + HALF)).unwrap_or_default()
}

/// What a cut of a paragraph has in its favour.
pub fn of_cut(cut: &Cut) -> i64 {
    (cut.range.len() as i64 / 3 * PATTERN).min(MOST)
}

/// The blocks of a page, with what is known of all of them.
pub struct Scale<'a> {
    blocks: &'a [Block<'a>],
    verdicts: &'a [Option<Verdict>],
    margins: Vec<i64>,
    run: std::ops::Range<usize>,
    repeated: &'a [bool],
    /// For each block of the run what its words say of it.
    kin: Vec<i64>,
}

impl<'a> Scale<'a> {
    /// `margins` are those of the chosen run, whose blocks say `said`; `repeated` is of all blocks.
    pub fn new(
        blocks: &'a [Block<'a>],
        verdicts: &'a [Option<Verdict>],
        margins: Vec<i64>,
        said: &Said,
        repeated: &'a [bool],
    ) -> Self {
        let (run, kin) = (said.run(), kin(said));
        Self { blocks, verdicts, margins, run, repeated, kin }
    }

    /// What speaks for a block as a part of the story.
    pub fn kept(&self, at: usize) -> i64 {
        let block = &self.blocks[at];
        let inside = if self.run.contains(&at) { self.margin(at) } else { -self.margin(at) };
        let prose = block.is_prose();
        // A head, or a line that announces what stands below it.
        let heads = block.tags.heading || block.text.ends_with(['：', ':']);
        let headed = if heads && !prose { TAGGED } else { 0 };
        inside + weigh::look(block).clamp(-MOST, MOST) + headed - self.tags(at) - self.again(at)
            + if self.listed(at) { 0 } else { self.kin(at) }
    }

    fn kin(&self, at: usize) -> i64 {
        at.checked_sub(self.run.start).and_then(|nth| self.kin.get(nth)).copied().unwrap_or(0)
    }

    /// A line between lines, inside the run: lists, songs and tables name a new thing in each.
    fn listed(&self, at: usize) -> bool {
        let inner = self.run.start < at && at + 1 < self.run.end;
        inner && self.blocks[at - 1..at + 2].iter().all(|block| !block.is_prose())
    }

    /// What speaks for a block as none of it.
    pub fn removed(&self, at: usize) -> i64 {
        let outside = if self.run.contains(&at) { -self.margin(at) } else { self.margin(at) };
        let verdict = self.verdicts[at];
        let rule = verdict.map_or(0, |verdict| (-verdict.weight).min(MOST));
        let near = if verdict.is_some_and(|verdict| verdict.label == Label::Metadata) {
            self.near(at)
        } else {
            0
        };
        let look = weigh::look(&self.blocks[at]).clamp(-MOST, MOST);
        // A rule has seen the look already.
        let look = if verdict.is_some() { look / 2 } else { look };
        outside + rule + near - look + self.tags(at) + self.again(at)
    }

    /// What speaks for a date in a block as the story's or the page's.
    pub fn dated(&self, at: usize, basis: Basis) -> i64 {
        let rule = self.verdicts[at].map(|verdict| verdict.rule);
        let known = matches!(rule, Some("source-line" | "timestamp" | "newspaper-page"));
        self.near(at)
            + if known { TAGGED } else { 0 }
            + if basis == Basis::Stated { TAGGED } else { 0 }
    }

    /// How narrowly the run was decided there, as far as that speaks of the block itself.
    fn margin(&self, at: usize) -> i64 {
        let margin = self.margins[at].clamp(0, MOST);
        let own = self.blocks[at].is_prose() || !self.run.contains(&at);
        if own { margin } else { margin / LENT }
    }

    /// What the tags say against the block as a part of the story.
    fn tags(&self, at: usize) -> i64 {
        let tags = self.blocks[at].tags;
        let told = [tags.aside, tags.linked, tags.story == Some(false)];
        let against = told.iter().filter(|told| **told).count() as i64 * TAGGED;
        if tags.story == Some(true) { against - TAGGED } else { against }
    }

    fn again(&self, at: usize) -> i64 {
        if self.repeated[at] { AGAIN } else { 0 }
    }

    /// More, the nearer the block is to the story.
    fn near(&self, at: usize) -> i64 {
        let away = match () {
            () if self.run.contains(&at) => 0,
            () if at < self.run.start => self.run.start - at,
            () => at - self.run.end,
        };
        (NEAR - away as i64).max(0) * TAGGED / NEAR
    }
}

/// For each block of a run what it weighs that the rest of the run does not say its words.
fn kin(said: &Said) -> Vec<i64> {
    let weight = |(all, shared): (usize, usize)| {
        if all < LEAST_WORDS {
            return 0;
        }
        ((shared * 100 / all) as i64 - CHANCE).min(0) * KIN
    };
    said.shared().into_iter().map(weight).collect()
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::block::{blocks, repeated};
    use crate::body::{self, Pulls};
    use crate::rules::verdicts;

    #[test]
    fn a_score_is_a_share_of_what_could_be_said() {
        assert_eq!(
            [-10_000, -60, 0, 20, 60, 300, i64::MAX].map(score),
            [1, 25, 50, 62, 75, 91, 99]
        );
    }

    /// Checks that the first line is less sure than the second, both scored by how they come out.
    #[track_caller]
    fn check(page: &str, less: &str, more: &str) {
        let blocks = blocks(page);
        let verdicts = verdicts(&blocks);
        let pulls = Pulls::new(&blocks, &verdicts);
        let run = pulls.run().expect("a story");
        let said = Said::new(&blocks, &verdicts, run.blocks.clone());
        let repeated = repeated(&blocks);
        let scale = Scale::new(&blocks, &verdicts, pulls.margins(Some(&run)), &said, &repeated);
        let body = body::paragraphs(&blocks, &verdicts, &run.blocks, &run.blocks, &repeated);
        let score = |text: &str| {
            let at = blocks.iter().position(|block| block.raw == text).expect("a line");
            score(if body.contains(&at) { scale.kept(at) } else { scale.removed(at) })
        };
        assert!(score(less) < score(more), "{less} {}, {more} {}", score(less), score(more));
    }

    const PROSE: &str = "沿江三市的科研院所去年起共用大型仪器,一年里为企业省下检测费用两千多万元,也让闲置设备有了去处。";

    #[test]
    fn what_stands_narrowly_is_less_sure() {
        let page = format!(
            "首页\n{PROSE}\n仪器开放\n{PROSE}\n{PROSE}\n江畔游园\n市民说好。\n推荐阅读\n三市游园\n旧桥重开\n旧桥重开"
        );
        check(&page, "仪器开放", PROSE);
        check(&page, "市民说好。", PROSE);
        check(&page, "江畔游园", "推荐阅读");
        check(&page, "三市游园", "旧桥重开");
    }
}
