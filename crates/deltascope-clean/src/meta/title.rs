//! The title: the line above the story that speaks of what the story speaks of, without the tags
//! that aggregators and spam hosts put around it.
//!
//! `• 线上炒股 三市共用仪器一年记` → `三市共用仪器一年记`; `天天头条丨三市共用仪器一年记` → the same.

use std::collections::BTreeSet;
use std::sync::LazyLock;

use deltascope_model::{TextRange, Title};
use regex::Regex;

use crate::block::{Block, is_blank, is_han};
use crate::inline::keywords;
use crate::rules::Verdict;

/// How many blocks above the story are looked at.
const REACH: usize = 24;
/// Least score of a title.
const LEAST: f64 = 1.1;

static LEADING_TAG: LazyLock<Regex> = LazyLock::new(|| {
    Regex::new(concat!(
        r"^(?:[•·■◆※\s\u{3000}]+",
        r"|(?:环球|全球|世界|天天|每日|今日|当前|实时|最新|热门|焦点|精彩|聚焦|即时|要闻|今|快|热|微|速|新)*(?:头条|快讯|资讯|热点|看点|播报|简讯|短讯|要闻|热闻|观点|视点|聚焦|关注|消息|动态|微头条|快看|速看|速讯|热讯|百事通|热消息)\s*[丨|｜:：!！]+\s*",
        r"|正在阅读\s*[:：]\s*|标题\s*[:：]\s*",
        r"|[【\[](?:[^】\]]{1,8})?(?:头条|快讯|资讯|热点|看点|播报|时快讯|快播报|聚看点|速看料|热闻)[】\]]\s*)",
    ))
    .expect("fixed")
});
static TRAILING_TAG: LazyLock<Regex> = LazyLock::new(|| {
    Regex::new(concat!(
        r"(?:\s*[(（](?:组?图|图文|视频|附图|附表|全文)[)）]|\s*【[\d:：\s]+】",
        r"|\s*[-_—–|丨｜]\s*(?:[\p{Han}A-Za-z]{0,8}(?:网|频道|新闻|资讯|快讯|热闻|短讯|头条|播报|速看|看点|观点|焦点|通讯|关注|精选|快看|速讯|热讯|热点|快报|环球)))$",
    ))
    .expect("fixed")
});

/// The title of the story at `start`, if the page shows one.
pub fn title(
    page: &str,
    blocks: &[Block],
    verdicts: &[Option<Verdict>],
    start: usize,
    body: &[usize],
) -> Option<Title> {
    let story = pairs(body.iter().map(|at| blocks[*at].text.as_str()));
    let spam = keywords(blocks);
    let mut best: Option<(f64, TextRange)> = None;
    for at in start.saturating_sub(REACH)..start {
        let core = core(&blocks[at].raw, &spam);
        let range = TextRange::of(
            blocks[at].range.start() as usize + core.start,
            blocks[at].range.start() as usize + core.end,
        );
        let Some(text) = range.slice(page) else { continue };
        if let Some(score) = score(text, at, start, blocks, verdicts, &story)
            // Of equals the one nearer to the story.
            && best.as_ref().is_none_or(|(most, _)| score >= *most)
        {
            best = Some((score, range));
        }
    }
    let (score, range) = best?;
    (score >= LEAST)
        .then(|| Title { text: range.slice(page).unwrap_or_default().to_owned(), range })
}

fn score(
    text: &str,
    at: usize,
    start: usize,
    blocks: &[Block],
    verdicts: &[Option<Verdict>],
    story: &BTreeSet<(char, char)>,
) -> Option<f64> {
    let chars = text.chars().count();
    let han = text.chars().filter(|char| is_han(*char)).count();
    let rule = verdicts[at].map(|verdict| verdict.rule);
    let allowed = matches!(rule, None | Some("link-list" | "teaser" | "caption"));
    if !allowed
        || !(5..=64).contains(&chars)
        || han * 2 < chars
        || text.ends_with(['。', '；', '，'])
    {
        return None;
    }
    let simple = deltascope_text::simplify(text);
    let own = pairs(std::iter::once(simple.text()));
    let shared =
        own.iter().filter(|pair| story.contains(pair)).count() as f64 / own.len().max(1) as f64;
    let below = |by: usize| verdicts.get(at + by).copied().flatten().map(|verdict| verdict.rule);
    let is_source = |by| matches!(below(by), Some("source-line" | "timestamp" | "credit"));
    // A name may stand between the title and its date.
    let above_source = is_source(1) || is_source(2);
    if rule.is_some() && shared < if above_source { 0.25 } else { 0.5 } {
        return None;
    }
    let repeated =
        blocks.iter().enumerate().any(|(other, block)| other != at && block.raw.contains(text));
    let mut score = shared * 3.0 - (start - at) as f64 * 0.04;
    score += if repeated { 0.5 } else { 0.0 };
    score += if above_source { 0.7 } else { 0.0 };
    score += if at + 1 == start { 0.4 } else { 0.0 };
    score += if (9..=40).contains(&han) { 0.5 } else { 0.0 };
    Some(score)
}

fn pairs<'a>(texts: impl Iterator<Item = &'a str>) -> BTreeSet<(char, char)> {
    let mut pairs = BTreeSet::new();
    for text in texts {
        let chars: Vec<char> = text.chars().filter(|char| !is_blank(*char)).collect();
        pairs.extend(
            chars
                .windows(2)
                .filter(|pair| is_han(pair[0]) || is_han(pair[1]))
                .map(|pair| (pair[0], pair[1])),
        );
    }
    pairs
}

/// The bytes of a title line that are the title itself.
fn core(raw: &str, spam: &[String]) -> std::ops::Range<usize> {
    let (mut start, mut end) = (0, raw.len());
    loop {
        let text = &raw[start..end];
        let trimmed = text.trim_start_matches(is_blank);
        let lead = text.len() - trimmed.len();
        let tag = LEADING_TAG.find(trimmed).map_or(0, |found| found.end());
        let word = spam
            .iter()
            .find_map(|word| {
                let rest = trimmed.strip_prefix(word.as_str())?;
                rest.starts_with(is_blank).then_some(word.len())
            })
            .unwrap_or(0);
        let cut = lead + tag.max(word);
        if cut == 0 || cut >= text.len() {
            break;
        }
        start += cut;
    }
    while let Some(found) = TRAILING_TAG.find(raw[start..end].trim_end_matches(is_blank)) {
        if found.start() == 0 {
            break;
        }
        end = start + found.start();
    }
    let text = raw[start..end].trim_end_matches(is_blank);
    start..start + text.len()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[track_caller]
    fn check(raw: &str, expected: &str) {
        assert_eq!(&raw[core(raw, &["线上炒股".to_owned()])], expected);
    }

    #[test]
    fn tags_and_spam_are_left_out() {
        check("环球头条丨三市共用仪器 | 一年记", "三市共用仪器 | 一年记");
        check("天天热消息:三市共用仪器", "三市共用仪器");
        check("【全球快播报】三市共用仪器", "三市共用仪器");
        check("三市共用仪器-环球快讯", "三市共用仪器");
        check("三市共用仪器_某某网", "三市共用仪器");
        check("三市共用仪器(组图)", "三市共用仪器");
        check("• 线上炒股 三市共用仪器?这场发布会作答", "三市共用仪器?这场发布会作答");
        check("三市共用仪器 两省跟进", "三市共用仪器 两省跟进");
        check("关注民生:三市共用仪器", "关注民生:三市共用仪器");
    }
}
