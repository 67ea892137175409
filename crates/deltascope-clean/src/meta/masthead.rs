//! The name of a site or a paper at the head of its page: a masthead, alone or with the number and the
//! day of its issue.

use super::around::Around;
use super::day::days;
use super::outlet::is_outlet;
use crate::block::{Block, is_han};
use crate::pattern::Pattern;

static ISSUE: Pattern = Pattern::new(r"星期[一二三四五六日]|第\s*[A-Z]?\d{1,3}\s*版");
/// The number of an edition, which stands in a masthead: `江畔报 第三百二十期`.
static NUMBERED: Pattern =
    Pattern::new(r"第\s*[\d一二三四五六七八九十百千〇零○]{1,8}\s*期|总第\s*\d");

/// The word of a line at the head of the page that may be its masthead, and the weight of its vote.
pub fn masthead<'a>(around: &Around<'a>, at: usize) -> (&'a str, u32) {
    let (blocks, text) = (around.blocks, &*around.blocks[at].text);
    let words = text.split(|char: char| char.is_whitespace() || ['|', '┊', '?'].contains(&char));
    let mut words = words.filter(|word| !word.is_empty() && *word != "•");
    let first = words.clone().next().map_or("", bare);
    let dated = is_issue(text) && !days(text).is_empty();
    // `2021年6月3日 星期四 江畔日报 A03版`.
    let paper = if dated { words.find(|word| is_outlet(word)) } else { None };
    let word = paper.unwrap_or(first);
    let numbered = || is_numbered(text) || issue_beside(around, at);
    let weight = match () {
        () if is_name(word) && (dated || is_outlet(word) && numbered()) => 3,
        () if at < 3 && opens_menu(text, word) => 3,
        () if at >= 3 || !masthead_like(blocks, at, word) => 0,
        () if at == 0 && (is_of_site(word) || is_over_menu(blocks, word)) => 2,
        () if named_in_english(text, word) => 2,
        () => 1,
    };
    (word, weight)
}

/// The issue stands in one of the two lines above or below a paper's name at the head of the page.
fn issue_beside(around: &Around<'_>, at: usize) -> bool {
    let above_title = around.title.is_none_or(|title| at < title);
    let near = &around.blocks[at.saturating_sub(2)..(at + 3).min(around.blocks.len())];
    let mut near = near.iter().filter(|block| block.chars <= 40);
    let told = |text: &str| is_issue(text) || is_numbered(text) || text.starts_with("版次");
    above_title && around.blocks[at].chars <= 12 && near.any(|block| told(&block.text))
}

fn is_issue(text: &str) -> bool {
    text.contains(['星', '版']) && ISSUE.is_match(text)
}

fn is_numbered(text: &str) -> bool {
    text.contains(['期', '总']) && NUMBERED.is_match(text)
}

/// Without brackets and a welcome: `【江畔在线】`, `欢迎来到江畔热线！`.
fn bare(word: &str) -> &str {
    let word = word.trim_matches(['【', '】', '[', ']', '！', '!']);
    let welcomes = ["欢迎光临", "欢迎访问", "欢迎来到"];
    welcomes.iter().find_map(|welcome| word.strip_prefix(welcome)).unwrap_or(word)
}

/// A word at the head of the page that may be its masthead.
fn masthead_like(blocks: &[Block], at: usize, word: &str) -> bool {
    is_name(word) && (blocks[at].chars <= 12 || blocks[at].text.split_whitespace().count() >= 4)
}

/// A paper's name with its English one behind it: `江畔侨报 Jiangpan Chinese Post`.
fn named_in_english(text: &str, word: &str) -> bool {
    let rest = text.strip_prefix(word).unwrap_or("").trim();
    is_outlet(word)
        && rest.split(' ').count() >= 2
        && rest.chars().all(|char| char.is_ascii_alphabetic() || char == ' ')
}

/// The site's name before its menu: `江畔问政 首页 我要留言 排行榜`.
fn opens_menu(text: &str, word: &str) -> bool {
    let mut words = text.split_whitespace().skip_while(|other| *other != word).skip(1);
    is_name(word) && words.next() == Some("首页") && words.next().is_some()
}

/// A name alone in the page's first line, and a menu below it: `江畔园区管理局`, `首页 网站导航 意见信箱`.
fn is_over_menu(blocks: &[Block], word: &str) -> bool {
    let menu = |block: &Block| {
        let mut words = block.text.split_whitespace();
        let entries = |word: &&str| word.chars().all(is_han);
        words.next() == Some("首页") && words.take(2).filter(entries).count() == 2
    };
    *blocks[0].text == *word && blocks[1..].iter().take(2).any(menu)
}

/// It ends as names of sites do.
pub fn is_of_site(word: &str) -> bool {
    ["网", "站", "论坛", "社区", "在线", "时空", "热线", "门户", "信息港"]
        .iter()
        .any(|ending| word.ends_with(ending))
}

/// It is as long as names of sites are, and no domain.
pub fn is_name(word: &str) -> bool {
    (3..=12).contains(&word.chars().count()) && word.chars().any(is_han)
}
