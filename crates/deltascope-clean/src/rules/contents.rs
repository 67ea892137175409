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
        block.chars <= LONGEST
            && (block.tags.linked || block.text.starts_with(is_mark))
            && (block.han > 0 || !core(&block.text).is_empty())
    };
    let mut from = 0;
    let rows = blocks.chunk_by(|one, next| is_entry(one) && is_entry(next)).map(|row| {
        from += row.len();
        (from - row.len(), row)
    });
    let rows: Vec<_> = rows.filter(|(_, row)| row.len() >= LEAST).collect();
    if rows.is_empty() {
        return marks;
    }
    let mut in_row = vec![false; blocks.len()];
    for (from, row) in &rows {
        in_row[*from..from + row.len()].fill(true);
    }
    // What stands in no row may be a head. Most entries have none, which the ends of the heads tell.
    let single = blocks.iter().zip(in_row).filter(|(_, in_row)| !in_row).map(|(block, _)| block);
    let heads: Vec<_> = single.filter(|block| block.chars <= LONGEST).map(key).collect();
    let mut ends = [false; ENDS];
    for (_, core) in &heads {
        ends[end(core)] = true;
    }
    let entries = rows.iter().flat_map(|(_, row)| *row).map(key);
    let mut entries: Vec<_> = entries.filter(|(_, core)| ends[end(core)]).collect();
    entries.sort_unstable();
    let mut headed: Vec<_> =
        heads.into_iter().filter(|head| entries.binary_search(head).is_ok()).collect();
    if headed.is_empty() {
        return marks;
    }
    headed.sort_unstable();
    let of_head = |block: &&Block| headed.binary_search(&key(block)).is_ok();
    for (from, row) in rows {
        // One entry may have lost its head.
        if row.iter().filter(of_head).count() + 1 >= row.len().max(LEAST + 1) {
            let head = from.checked_sub(1).filter(|head| is_head(&blocks[*head].text));
            marks[head.unwrap_or(from)..from + row.len()].fill(true);
        }
    }
    marks
}

/// What an entry or a head says, behind its length, which tells most of them apart.
fn key<'a>(block: &'a Block) -> (usize, &'a str) {
    let core = core(&block.text);
    (core.len(), core)
}

/// So many ends of texts are told apart, as far as [`end`] does.
const ENDS: usize = 1024;

/// A number for a text's length and last bytes.
fn end(text: &str) -> usize {
    let last = text.as_bytes().iter().rev().take(2);
    last.fold(text.len(), |end, byte| end * 31 + usize::from(*byte)) % ENDS
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
        check("1\n2\n3\n甲市\n62\n71\n乙市\n58\n69\n", 0);
    }
}
