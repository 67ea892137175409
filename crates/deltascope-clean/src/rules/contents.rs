//! A table of contents: entries in a row that stand again as heads further down, and the word above
//! them.
//!
//! `目录`, `• 1 形态`, `• 2 习性`, `• 3 分布` where `形态`, `习性` and `分布` stand once more each.

use deltascope_model::Label;

use super::Rule;
use crate::block::Block;

/// As many entries in a row are contents.
const LEAST: usize = 3;
/// What stands behind the heads of an encyclopedia.
const BUTTONS: [&str; 3] = ["[编辑]", "编辑", "播报"];
/// A longer entry is none, in characters.
const LONGEST: usize = 40;

pub(super) const RULE: Rule = Rule {
    name: "contents",
    label: Label::Noise,
    weight: -3,
    words: &[],
    test: |page, at| page.contents[at],
};

/// For each block whether it is an entry, or the word above the first.
pub(super) fn marks(blocks: &[Block]) -> Vec<bool> {
    let mut marks = vec![false; blocks.len()];
    let is_entry = |block: &Block| {
        block.chars <= LONGEST && (block.tags.linked || block.text.starts_with(is_mark))
    };
    // Most pages have no such row.
    if !blocks.windows(LEAST).any(|row| row.iter().all(is_entry)) {
        return marks;
    }
    let rows = || {
        let mut from = 0;
        blocks.chunk_by(|one, next| is_entry(one) && is_entry(next)).map(move |row| {
            from += row.len();
            (from - row.len(), row)
        })
    };
    // What stands in no row may be a head.
    let single = rows().filter(|(_, row)| row.len() < LEAST).flat_map(|(_, row)| row);
    let single = single.filter(|block| block.chars <= LONGEST);
    let mut heads: Vec<&str> = single.map(|block| core(&block.text)).collect();
    heads.sort_unstable();
    for (from, row) in rows().filter(|(_, row)| row.len() >= LEAST) {
        let of_head = |block: &&Block| heads.binary_search(&core(&block.text)).is_ok();
        // One entry may have lost its head.
        if row.iter().filter(of_head).count() + 1 >= row.len().max(LEAST + 1) {
            let head = from.checked_sub(1).filter(|head| is_head(&blocks[*head].text));
            marks[head.unwrap_or(from)..from + row.len()].fill(true);
        }
    }
    marks
}

fn is_head(text: &str) -> bool {
    ["目录", "文章目录", "本页目录", "本文目录", "导航", "收起", "展开"]
        .iter()
        .any(|head| text.starts_with(head))
        && text.len() <= 30
}

fn is_mark(char: char) -> bool {
    matches!(char, '•' | '·' | '◆' | '■' | '#' | '0'..='9')
}

/// An entry without its bullet and number, or a head without its buttons.
pub fn core(text: &str) -> &str {
    let text = text.trim_start_matches(|char: char| {
        is_mark(char) || matches!(char, '.' | ' ' | '、' | ')' | '）')
    });
    let text = BUTTONS.iter().fold(text, |text, button| text.strip_suffix(button).unwrap_or(text));
    text.trim_end_matches(['¶', '#', ' '])
}

#[cfg(test)]
mod tests {
    use crate::block::blocks;

    #[track_caller]
    fn check(page: &str, expected: usize) {
        let marks = super::marks(&blocks(page));
        assert_eq!(marks.into_iter().filter(|mark| *mark).count(), expected, "{page}");
    }

    #[test]
    fn cases() {
        let body = "形态\n它的毛很短。\n习性\n它在夜里捕鱼。\n分布\n河口和稻田。\n";
        check(&format!("目录\n• 1 形态\n• 2 习性\n• 3 分布\n{body}"), 4);
        check(&format!("• 形态\n• 习性\n• 分布\n{body}"), 3);
        check(&"• 水獭\n• 江獭\n• 海獭\n它们都吃鱼。\n".repeat(2), 0);
        check(&format!("• 水獭\n• 江獭\n• 海獭\n{body}"), 0);
        check(body, 0);
    }
}
