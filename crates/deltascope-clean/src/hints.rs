//! The hints of a page's tags as features of its blocks, where the page as a whole bears them out.
//!
//! Sites name their elements as they like, so a hint that would leave too little of the page is not
//! believed: a `sidebar` that holds nearly all prose is no sidebar.

use deltascope_model::{Hint, Tag, TextRange};

use crate::block::Block;

/// Prose outside of all asides, in characters, that a page must have for its asides to be believed.
const LEAST_PROSE: usize = 40;
/// Share of the prose, in percent, that an article holds where it is believed to be one.
const MOST_PROSE: usize = 60;

/// A shorter sentence, in Han characters, is an exclamation.
const SHORTEST: usize = 6;
/// As many blocks between the headline and the story are much.
const MUCH: usize = 6;
/// One block in as many is few.
const FEW: usize = 8;

/// What the tags say of a block, as far as believed.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
#[allow(clippy::struct_excessive_bools, reason = "each is one thing that tags say")]
pub struct Tagged {
    /// It is the page's own headline.
    pub headline: bool,
    /// It is a lower heading.
    pub heading: bool,
    /// It stands beside the story.
    pub aside: bool,
    /// It is a link, or several.
    pub linked: bool,
    /// It is a picture's caption.
    pub caption: bool,
    /// It stands in the element that holds the story, where there is one.
    pub story: Option<bool>,
}

/// Marks the blocks with what the hints say of them.
pub fn mark(blocks: &mut [Block], hints: &[Hint]) {
    if hints.is_empty() {
        return;
    }
    let of = |tag: Tag| hints.iter().filter(move |hint| hint.tag == tag).map(|hint| hint.range);
    for (tag, set) in [
        (Tag::Headline, (|tagged| tagged.headline = true) as fn(&mut Tagged)),
        (Tag::Heading, |tagged| tagged.heading = true),
        (Tag::Aside, |tagged| tagged.aside = true),
        (Tag::Links, |tagged| tagged.linked = true),
        (Tag::Caption, |tagged| tagged.caption = true),
    ] {
        for range in of(tag) {
            let inside = inside(blocks, range);
            for block in &mut blocks[inside] {
                set(&mut block.tags);
            }
        }
    }
    let prose = |blocks: &[Block], test: fn(&Tagged) -> bool| -> usize {
        blocks.iter().filter(|block| test(&block.tags)).map(told).sum()
    };
    let all = prose(blocks, |_| true);
    if prose(blocks, |tags| tags.linked) * 2 > all {
        for block in &mut *blocks {
            block.tags.linked = false;
        }
    }
    let outside = prose(blocks, |tags| !tags.aside);
    // Long comments outweigh a short story; then an element must say that the rest is one.
    let beside = Prose::of(blocks, |tags| !tags.aside);
    let told = of(Tag::Story).any(|range| beside.within(inside(blocks, range)) >= LEAST_PROSE);
    let most = if all < LEAST_PROSE {
        // A page without prose: a poem, or a list.
        let chars = |aside: bool| -> usize {
            let told = |tags: &Tagged| !tags.linked && tags.aside == aside;
            blocks.iter().filter(|block| told(&block.tags)).map(|block| block.chars).sum()
        };
        chars(true) > chars(false)
    } else {
        outside * 2 < all && !(told && outside >= LEAST_PROSE)
    };
    if most {
        for block in &mut *blocks {
            block.tags.aside = false;
        }
    }
    let own = |tags: &Tagged| !tags.aside && !tags.linked;
    let own = Prose::of(blocks, own);
    let all = own.within(0..blocks.len());
    // The smallest element that holds most of what is left.
    let story = of(Tag::Story)
        .filter(|range| {
            let held = own.within(inside(blocks, *range));
            held >= LEAST_PROSE && held * 100 >= all * MOST_PROSE
        })
        .min_by_key(|range| range.end() - range.start());
    if let Some(range) = story {
        let range = up_to_headline(blocks, range, of(Tag::Story)).unwrap_or(range);
        for block in blocks {
            let stands = range.start() <= block.range.start() && block.range.end() <= range.end();
            block.tags.story = Some(stands);
        }
    }
}

/// The smallest element around the story's that holds all from the headline on, where that is much or
/// prose and hardly any of it is a link or stands beside: `用料` and what is needed, above the steps.
fn up_to_headline(
    blocks: &[Block],
    story: TextRange,
    all: impl Iterator<Item = TextRange>,
) -> Option<TextRange> {
    let headline = blocks.iter().position(|block| block.tags.headline)?;
    let held = inside(blocks, story);
    let beside = |blocks: &[Block]| {
        blocks.iter().filter(|block| block.tags.linked || block.tags.aside).count()
    };
    let above = blocks.get(headline + 1..held.start)?;
    let told = above.iter().any(|block| block.is_prose() && !block.tags.aside);
    if !told && above.len() - beside(above) < MUCH {
        return None;
    }
    let around = all.filter(|range| {
        let inside = inside(blocks, *range);
        inside.start <= headline + 1
            && held.end <= inside.end
            && beside(&blocks[inside.clone()]) * FEW <= inside.len()
    });
    around.min_by_key(|range| range.end() - range.start())
}

/// How much of a block is prose: a short sentence, of a recipe or a poem, counts half.
fn told(block: &Block) -> usize {
    if block.is_prose() {
        block.chars
    } else if block.ends_sentence() && block.han >= SHORTEST {
        block.chars / 2
    } else {
        0
    }
}

/// Sums of prose up to each block: elements are many and lie inside each other.
struct Prose(Vec<usize>);

impl Prose {
    fn of(blocks: &[Block], test: fn(&Tagged) -> bool) -> Self {
        let mut sum = 0;
        let chars = blocks.iter().map(|block| {
            sum += if test(&block.tags) { told(block) } else { 0 };
            sum
        });
        Self(std::iter::once(0).chain(chars).collect())
    }

    fn within(&self, blocks: std::ops::Range<usize>) -> usize {
        self.0[blocks.end] - self.0[blocks.start]
    }
}

/// The numbers of the blocks that stand in a range; a bullet before it is no matter.
pub fn inside(blocks: &[Block], range: TextRange) -> std::ops::Range<usize> {
    let from = blocks.partition_point(|block| {
        block.range.start() < range.start() && !opens(block, range.start())
    });
    let to = blocks.partition_point(|block| block.range.end() <= range.end());
    from..to.max(from)
}

/// Only a bullet of the block stands before a place.
fn opens(block: &Block, place: u32) -> bool {
    let before = place.saturating_sub(block.range.start()) as usize;
    block.raw.get(..before).is_some_and(|lead| lead.chars().all(|char| " •·".contains(char)))
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::{block::blocks, html::flatten};

    const STORY: &str = "沿江三市的科研院所去年起共用大型仪器,一年里为企业省下检测费用两千多万元,也让闲置设备有了去处。企业在线预约,排队时间缩短一半,小微企业还可领取补助,首批开放设备一百二十台。";

    #[track_caller]
    fn check(body: &str, test: fn(&Tagged) -> bool, expected: &[&str]) {
        let flat = flatten(&format!("<!doctype html><html><body>{body}</body></html>"));
        let mut blocks = blocks(&flat.text);
        mark(&mut blocks, &flat.hints);
        let told = blocks.iter().filter(|block| test(&block.tags));
        let told: Vec<String> = told.map(|block| block.raw.chars().take(5).collect()).collect();
        assert_eq!(told, expected);
    }

    #[test]
    fn what_stands_beside_is_told() {
        let comment = "<div class=comment>好</div>";
        check(&format!("<p>{STORY}</p>{comment}"), |tags| tags.aside, &["好"]);
        check(&format!("<div class=sidebar><p>{STORY}</p></div><p>首页"), |tags| tags.aside, &[]);
        let long = format!("<div class=comments><p>{STORY}</p><p>{STORY}</p><p>{STORY}</p></div>");
        let told = ["沿江三市的"; 3];
        check(&format!("<article>{STORY}</article>{long}"), |tags| tags.aside, &told);
    }

    #[test]
    fn the_smallest_element_with_most_prose_is_the_story() {
        let page = format!("<div class=main>首页<div class=text><p>{STORY}</div>尾</div>要闻");
        check(&page, |tags| tags.story == Some(true), &["沿江三市的"]);
        check(&page, |tags| tags.story == Some(false), &["首页", "尾", "要闻"]);
        check("<div class=text>首页</div>", |tags| tags.story.is_some(), &[]);
    }

    #[test]
    fn much_below_the_headline_is_the_story_s() {
        let list = "<p>显微镜</p><p>4台</p><p>离心机</p><p>2台</p><p>天平</p><p>8台</p>";
        let page = |list: &str| {
            let steps = format!("<div class=text><p>{STORY}</p></div>");
            format!(
                "<div class=main>首页<div class=recipe><h1>三市</h1>{list}{steps}</div></div>要闻"
            )
        };
        let own = ["三市", "显微镜", "4台", "离心机", "2台", "天平", "8台", "沿江三市的"];
        check(&page(list), |tags| tags.story == Some(true), &own);
        check(&page("<p>江畔网</p>"), |tags| tags.story == Some(true), &["沿江三市的"]);
        let links = list.replace("<p>", "<p><a href=a>").replace("</p>", "</a></p>");
        check(&page(&links), |tags| tags.story == Some(true), &["沿江三市的"]);
    }

    #[test]
    fn links_are_told_whole() {
        check(
            "<ul><li><a href=a>要闻</a><li><a href=b>财经</a></ul>",
            |tags| tags.linked,
            &["• 要闻", "• 财经"],
        );
    }
}
