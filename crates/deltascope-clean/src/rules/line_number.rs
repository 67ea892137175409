//! Numbers that stand beside what they count, each in a line of its own: those of the lines of a
//! listing of code, `1`, `2`, `3` in a row, and those of steps, `1.`, `2.`, `3.` above one each, `步骤1`,
//! `第2步`, or `1`, `2`, `3` where each stands above a sentence.

use deltascope_model::Label;

use super::Rule;
use crate::block::{Block, DIGIT};

/// Fewer are a paging, or cells of a table.
const LEAST: usize = 3;
/// How many blocks the next step may stand below one.
const REACH: usize = 4;
/// A longer line, in bytes, is more than the number of a step.
const LONGEST: usize = 12;
/// Han characters of a sentence that says what is to be done.
const SENTENCE: usize = 6;

pub(super) const RULE: Rule = Rule {
    name: "line-number",
    label: Label::Noise,
    weight: -2,
    words: &[],
    test: |page, at| page.numbers[at],
};

/// For each block whether it is such a number.
pub(super) fn marks(blocks: &[Block]) -> Vec<bool> {
    let mut marks = vec![false; blocks.len()];
    steps(blocks, &mut marks);
    let mut next = 1;
    for at in 0..=blocks.len() {
        let number = blocks.get(at).and_then(number);
        if number == Some(next) {
            next += 1;
            continue;
        }
        if next > LEAST {
            marks[at + 1 - next..at].fill(true);
        }
        next = if number == Some(1) { 2 } else { 1 };
    }
    marks
}

/// Marks the numbers of steps.
fn steps(blocks: &[Block], marks: &mut [bool]) {
    let mut found = Vec::new();
    for at in 0..=blocks.len() {
        let step = step(blocks, at);
        if at < blocks.len() && step.is_none() {
            continue;
        }
        let near = found.last().is_none_or(|last| at - last <= REACH);
        if near && step == Some(found.len() + 1) {
            found.push(at);
            continue;
        }
        if found.len() >= LEAST {
            for at in &found {
                marks[*at] = true;
            }
        }
        found.clear();
        found.extend((step == Some(1)).then_some(at));
    }
}

/// `3.` → 3, and `3`, `步骤3` or `第三步` above a sentence.
fn step(blocks: &[Block], at: usize) -> Option<usize> {
    let block = blocks.get(at)?;
    if block.text.len() > LONGEST || !block.holds(DIGIT) && !block.text.starts_with(['步', '第'])
    {
        return None;
    }
    let text = &*block.text;
    if let Some(named) = named(text) {
        return Some(named);
    }
    let marked = text.strip_suffix(['.', '、', '．']);
    let is_sentence =
        |below: &Block| below.ends_sentence() && below.han >= SENTENCE && !below.tags.linked;
    let bare = || blocks.get(at + 1).is_some_and(is_sentence).then_some(text);
    marked.or_else(bare)?.parse().ok()
}

/// The number in `步骤3`, `步骤 三`, `第3步`.
fn named(text: &str) -> Option<usize> {
    const NUMERALS: [&str; 10] = ["一", "二", "三", "四", "五", "六", "七", "八", "九", "十"];
    let inner = || text.strip_prefix('第')?.strip_suffix('步');
    let number = text.strip_prefix("步骤").or_else(inner)?.trim();
    let numeral = NUMERALS.iter().position(|numeral| *numeral == number);
    numeral.map(|nth| nth + 1).or_else(|| number.parse().ok())
}

fn number(block: &Block) -> Option<usize> {
    if !block.holds(DIGIT) {
        return None;
    }
    let text = block.text.strip_prefix('•').map_or(&*block.text, str::trim_start);
    if text.len() <= 4 { text.parse().ok() } else { None }
}

#[cfg(test)]
mod tests {
    use crate::block::blocks;

    #[track_caller]
    fn check(page: &str, expected: &[bool]) {
        assert_eq!(super::marks(&blocks(page)), expected, "{page}");
    }

    #[test]
    fn cases() {
        check("如下\n1\n2\n3\nfind(7);", &[false, true, true, true, false]);
        check("• 1\n• 2\n• 3", &[true; 3]);
        check("1\n1\n2\n3", &[false, true, true, true]);
        check("1\n2\n下一页", &[false; 3]);
        check("7\n8\n9", &[false; 3]);
        check("1.\n淘米\n2.\n切丝\n3.\n下锅", &[true, false, true, false, true, false]);
        check("1.\n淘米\n2.\n切丝", &[false; 4]);
        let told = "大米淘洗两遍，沥干。";
        let numbers = |below: &str| format!("1\n{below}\n2\n{below}\n3\n{below}");
        check(&numbers(told), &[true, false, true, false, true, false]);
        check(&numbers("快线开通"), &[false; 6]);
        let steps = format!("步骤1\n{told}\n步骤 2\n{told}\n第三步\n{told}");
        check(&steps, &[true, false, true, false, true, false]);
        check(&steps.replace("三步", "三步走"), &[false; 6]);
        check(&numbers("支持！"), &[false; 6]);
    }
}
