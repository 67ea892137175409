//! Who speaks, by names on lines of their own above what they say: `主播`, `欢迎收听。`, `张三`, `你好。`, …
//!
//! At least two of them take turns. Their lines come again, as furniture does, and belong to the story all
//! the same.

use std::collections::BTreeMap;

use crate::block::Block;
use crate::rules::Verdict;

/// A longer line is no name, in characters.
const LONGEST: usize = 8;
/// As many turns are a conversation.
const LEAST: usize = 4;

/// The blocks that name who speaks, in order; none on nearly all pages.
pub fn speakers(blocks: &[Block], verdicts: &[Option<Verdict>]) -> Vec<usize> {
    let says = |at: usize| {
        let block = &blocks[at];
        verdicts[at].is_none() && (block.is_prose() || block.ends_sentence() && block.han > 1)
    };
    let speaks = |at: &usize| is_name(&blocks[*at]) && verdicts[*at].is_none() && says(at + 1);
    let names: Vec<usize> = (0..blocks.len().saturating_sub(1)).filter(speaks).collect();
    if names.len() < LEAST {
        return Vec::new();
    }
    let mut turns: BTreeMap<&str, usize> = BTreeMap::new();
    for at in &names {
        *turns.entry(&blocks[*at].text).or_default() += 1;
    }
    // The one who speaks most often, and the one who answers.
    let mut most: Vec<(usize, &str)> = turns.iter().map(|(name, count)| (*count, *name)).collect();
    most.sort_unstable();
    let [.., (again, second), (_, first)] = most[..] else { return Vec::new() };
    let alternate = names.windows(2).filter(|pair| {
        let [one, other] = [&*blocks[pair[0]].text, &*blocks[pair[1]].text];
        one != other && (one == first || one == second) && pair[1] - pair[0] <= LEAST
    });
    if again < 2 || alternate.count() + 1 < LEAST {
        return Vec::new();
    }
    let often = |at: &usize| turns[&*blocks[*at].text] > 1;
    names.iter().copied().filter(often).collect()
}

/// A line that may be a name by its own look.
pub fn is_name(block: &Block) -> bool {
    (2..=LONGEST).contains(&block.chars) && block.han == block.chars && !block.tags.linked
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::block::blocks;
    use crate::rules::verdicts;

    #[track_caller]
    fn check(page: &str, expected: usize) {
        let blocks = blocks(page);
        assert_eq!(speakers(&blocks, &verdicts(&blocks)).len(), expected, "{page}");
    }

    #[test]
    fn names_that_take_turns_are_speakers() {
        let turn = "主播\n第一台仪器是什么时候开放的?\n张三\n去年六月,那天下着雨。\n";
        check(&turn.repeat(3), 6);
        check(&format!("主播\n欢迎收听。\n{}", turn.repeat(2)), 5);
    }

    #[test]
    fn subheads_and_furniture_are_none() {
        check("主播\n欢迎收听。\n张三\n你好。\n主播\n再见。", 0);
        let told = "第一台仪器去年六月开放,那天下着雨。\n";
        check(&format!("开放\n{told}预约\n{told}费用\n{told}去处\n{told}"), 0);
        check(&format!("游园会\n{told}").repeat(5), 0);
        check(
            &format!("{}{}", format!("读者\n{told}").repeat(3), format!("作者\n{told}").repeat(3)),
            0,
        );
    }
}
