//! Noise inside a paragraph: each rule gives the ranges that it cuts, as bytes of the paragraph.

mod credit;
mod figure_mark;
mod keyword;
mod pinyin;
mod raw_tag;
mod title_echo;

use std::ops::Range;

use deltascope_model::Label;

pub use keyword::{is_spam, is_strewn, keywords};

use crate::block::Block;
use crate::scan::Asker;
use crate::words::List;

/// The words of foul keywords, in both scripts, and those of pictures' marks.
pub const WORDS: [List; 2] = [&[&keyword::FOUL], &[&figure_mark::WORDS]];
/// The bits of the two lists.
const FOUL: u32 = 1;
const FIGURE: u32 = 1 << 1;

/// A cut of a paragraph.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Cut {
    /// Bytes of the paragraph's raw text.
    pub range: Range<usize>,
    /// Noise, or metadata for a credit.
    pub label: Label,
    /// The rule, by name.
    pub rule: &'static str,
}

/// All cuts of a paragraph, in order and apart from each other. `keywords` are the spam words that
/// the page's furniture shows, `strewn` into the story or not.
pub fn cuts(paragraph: &Block, title: Option<&str>, keywords: &[String], strewn: bool) -> Vec<Cut> {
    let raw = paragraph.raw;
    let mut cuts = keyword::cuts(raw, keywords, strewn);
    cuts.extend(title_echo::cuts(raw, title));
    if paragraph.told(Asker::Inline) & FIGURE != 0 {
        cuts.extend(figure_mark::cuts(raw));
    }
    for rule in [pinyin::cuts, raw_tag::cuts, credit::cuts] {
        cuts.extend(rule(raw));
    }
    cuts.sort_by_key(|cut| (cut.range.start, usize::MAX - cut.range.end));
    let mut end = 0;
    cuts.retain(|cut| {
        let apart = cut.range.start >= end;
        if apart {
            end = cut.range.end;
        }
        apart
    });
    cuts
}

fn noise(rule: &'static str, range: Range<usize>) -> Cut {
    Cut { range, label: Label::Noise, rule }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::block::blocks;

    /// Checks what is left of a paragraph.
    #[track_caller]
    pub fn check(raw: &str, keywords: &[&str], expected: &str) {
        left(raw, None, keywords, expected);
    }

    /// The same under a title.
    #[track_caller]
    pub fn check_under(title: Option<&str>, raw: &str, expected: &str) {
        left(raw, title, &[], expected);
    }

    #[track_caller]
    fn left(raw: &str, title: Option<&str>, keywords: &[&str], expected: &str) {
        let keywords: Vec<String> = keywords.iter().map(|word| (*word).to_owned()).collect();
        let mut left = String::new();
        let mut at = 0;
        for cut in cuts(&blocks(raw)[0], title, &keywords, false) {
            left.push_str(&raw[at..cut.range.start]);
            at = cut.range.end;
        }
        left.push_str(&raw[at..]);
        assert_eq!(left, expected);
    }

    #[test]
    fn cuts_never_overlap() {
        check("三市共用仪器(资料图片)。(记者 张三)", &["资料图"], "三市共用仪器。");
    }
}
