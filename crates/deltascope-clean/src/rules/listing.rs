//! A list of what readers wrote, or of other stories, where feet come again and again: name, time,
//! counters and buttons run together, a few lines apart.
//!
//! `晚风` `写得真好` `3小时前 赞 31 回复` three times in a row: all of it, and what stands below the last
//! foot where the feet head their entries.

use deltascope_model::Label;

use super::{Rule, timestamp};
use crate::block::{Block, COLON, DIGIT, is_han};

/// A longer line is no short answer, in characters.
const LONGEST_STAMPED: usize = 80;
/// As many feet are a list.
const LEAST: usize = 3;
/// How many blocks the next foot may stand below one.
const REACH: usize = 5;

pub(super) const RULE: Rule = Rule {
    name: "listing",
    label: Label::Noise,
    weight: -60,
    words: &[],
    test: |page, at| page.listed[at],
};

/// For each block whether it stands in a list; `footed` tells which may be feet. Readers praise the
/// entries of a `live` report too.
pub(super) fn marks(blocks: &[Block], footed: &[bool], live: bool) -> Vec<bool> {
    let is_foot = |at: &usize| footed[*at] && is_more_than_a_day(&blocks[*at]);
    let feet: Vec<usize> = (0..blocks.len()).filter(is_foot).collect();
    let mut marks = vec![false; blocks.len()];
    // Buttons below each other are one foot.
    let feet: Vec<&[usize]> = feet.chunk_by(|one, next| next - one == 1).collect();
    stamped(blocks, &mut marks);
    let near = |one: &&[usize], next: &&[usize]| next[0] - one[one.len() - 1] <= REACH;
    for row in feet.chunk_by(near) {
        let [first, .., before, last] = *row else { continue };
        let timed = || blocks[row[0][0]..=row[1][0]].iter().any(|it| timestamp::is_clock(&it.text));
        if row.len() < LEAST || live && timed() {
            continue;
        }
        let (first, end) = (first[0], last[last.len() - 1]);
        // Feet that head their entries stand right above text, and below no text of their own.
        let heads = first.checked_sub(1).is_none_or(|above| !blocks[above].is_prose());
        let below = if heads { last[0] - before[before.len() - 1] } else { 1 };
        marks[first..(end + below).min(blocks.len())].fill(true);
    }
    marks
}

/// Lines of who wrote what and when, right below each other: `推 kk2: 说得对 11/17 23:13`.
fn stamped(blocks: &[Block], marks: &mut [bool]) {
    let mut from = 0;
    for row in blocks.chunk_by(|one, next| is_stamped(one) && is_stamped(next)) {
        if row.len() >= LEAST {
            marks[from..from + row.len()].fill(true);
        }
        from += row.len();
    }
}

/// A short line with a name, and a day and a time at its end.
fn is_stamped(block: &Block) -> bool {
    if !block.holds(DIGIT) || !block.holds(COLON) {
        return false;
    }
    let text = &block.text;
    let mut ends = text.rsplitn(3, ' ');
    let is = |part: Option<&str>, mark: char| {
        part.is_some_and(|part| {
            part.contains(mark)
                && part.len() >= 4
                && part.chars().all(|char| char == mark || char.is_ascii_digit())
        })
    };
    block.chars <= LONGEST_STAMPED
        && text.ends_with(|char: char| char.is_ascii_digit())
        && is(ends.next(), ':')
        && is(ends.next(), '/')
        && ends.next().is_some_and(|words| words.contains(':'))
}

/// Chronicles have days.
fn is_more_than_a_day(block: &Block) -> bool {
    let named = || block.han >= 2 && block.text.contains('-') && block.text.starts_with(is_han);
    timestamp::is_social(&block.text) || named()
}

#[cfg(test)]
mod tests {
    use super::super::tests::check;

    #[test]
    fn cases() {
        let comment = "3小时前 赞 31 回复\n晚风\n市图书馆昨天延长了开放时间,读者可以一直待到晚上十点再回家。\n";
        check(&comment.repeat(3), Some("listing"));
        check(&comment.repeat(2), None);
        let buttons = "江畔网 2017-09-12\n三市共用仪器。\n点赞 16\n收藏\n举报\n";
        check(buttons, Some("source-line"));
        let push = "推 kk2: 写得真好 11/17 23:13\n";
        check(&push.repeat(3), Some("listing"));
        check(&push.repeat(2), None);
        let chronicle = "2024年6月5日\n三市签约,共用大型仪器。\n";
        check(&chronicle.repeat(4), Some("timestamp"));
    }

    #[test]
    fn entries_below_their_feet_belong_to_them() {
        let listed = |page: &str| {
            let blocks = crate::block::blocks(page);
            let footed: Vec<bool> =
                blocks.iter().map(|block| super::timestamp::is_foot(&block.text)).collect();
            super::marks(&blocks, &footed, false).into_iter().filter(|listed| *listed).count()
        };
        let head = "晚风 3小时前 ❤️ 6\n写得真好\n";
        assert_eq!(listed(&format!("三市共用仪器。\n1\n{}要闻\n财经", head.repeat(3))), 6);
        let foot = "写得真好,请问周末能不能去看看,要不要提前预约?\n3小时前 赞 31\n";
        assert_eq!(listed(&format!("{}要闻\n财经", foot.repeat(3))), 5);
    }
}
