//! A spam keyword spliced in at a clause end: `战略以来某某炒股,三市合作` → `战略以来,三市合作`.
//!
//! The keyword must be one that the page shows in its furniture, as the word before a title
//! (`某某炒股 三市共用仪器`) or as a part of the site's name; an article on such a subject, on an
//! honest page, loses nothing.

use std::collections::BTreeSet;

use super::{Cut, noise};
use crate::block::{Block, is_han};

/// The spam keywords that the page's blocks show, longest first.
pub fn keywords(blocks: &[Block]) -> Vec<String> {
    let mut found = BTreeSet::new();
    for block in blocks.iter().filter(|block| !block.is_prose()) {
        let text = block.raw.trim_start_matches(['•', '·', ' ']);
        if let Some((head, rest)) = text.split_once([' ', '\u{3000}'])
            && !rest.trim().is_empty()
        {
            found.insert(head);
        }
        found.extend(block.raw.split(['_', '|', '-', ' ', '>', ':', '•']));
    }
    let mut found: Vec<String> =
        found.into_iter().map(str::trim).filter(|word| is_spam(word)).map(str::to_owned).collect();
    found.sort_by_key(|word| (usize::MAX - word.len(), word.clone()));
    found.dedup();
    found
}

/// Words that stand in no honest site's menu; `彩票` or `直播` do.
const FOUL: [&str; 13] = [
    "配资",
    "炒股",
    "博彩",
    "棋牌",
    "百家乐",
    "娱乐城",
    "私服",
    "外围",
    "下注",
    "色情",
    "情色",
    "在线观看",
    "股票开户",
];

/// A short run of letters and Han characters, longer than a menu's word, with a foul word in it.
pub fn is_spam(word: &str) -> bool {
    let chars = word.chars().count();
    (4..=14).contains(&chars)
        && word.chars().all(char::is_alphanumeric)
        && FOUL.iter().any(|foul| word.contains(foul))
}

/// Cuts each keyword that stands at a clause's end or start.
pub(super) fn cuts(raw: &str, keywords: &[String]) -> Vec<Cut> {
    let mut cuts = Vec::new();
    for word in keywords {
        for (at, _) in raw.match_indices(word.as_str()) {
            let end = at + word.len();
            let before = raw[..at].chars().next_back();
            let after = raw[end..].chars().next();
            let closes = after.is_none_or(is_clause_mark) && before.is_some_and(is_han);
            let opens = before.is_none_or(is_clause_mark) && after.is_some_and(char::is_whitespace);
            if closes || opens {
                cuts.push(noise("spliced-keyword", at..end));
            }
        }
    }
    cuts
}

fn is_clause_mark(char: char) -> bool {
    "，,。；;、！？!?：: ".contains(char)
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::block::blocks;

    #[test]
    fn keywords_come_from_the_furniture() {
        let page = "某某证券_专业配资_炒股配资APP下载\n• 线上炒股 三市共用仪器一年记\n正文写道,场外配资是违法的。";
        assert_eq!(keywords(&blocks(page)), ["炒股配资APP下载", "专业配资", "线上炒股"]);
    }

    #[test]
    fn cases() {
        use super::super::tests::check;
        check("战略以来线上炒股,三市合作", &["线上炒股"], "战略以来,三市合作");
        check("会议结束线上炒股。", &["线上炒股"], "会议结束。");
        check(
            "线上炒股的人不少,监管部门提醒风险",
            &["线上炒股"],
            "线上炒股的人不少,监管部门提醒风险",
        );
        check("线上炒股,三市合作", &["另一个炒股"], "线上炒股,三市合作");
    }

    #[test]
    fn a_menu_of_an_honest_site_holds_no_keyword() {
        let none: [String; 0] = [];
        assert_eq!(keywords(&blocks("新闻-体育-股票-彩票-直播\n首页 彩票 贷款")), none);
    }
}
