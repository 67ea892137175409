//! The site that the page was saved from, as the page names it: where it stands on the site, the
//! masthead, the line of copyright, the tail of a title. Each kind of place gives a vote.

use std::collections::BTreeMap;
use std::sync::LazyLock;

use deltascope_text::simplify;
use memchr::memmem;
use regex::Regex;

use super::around::Around;
use super::day::days;
use super::outlet::is_outlet;
use super::site_name::site_name;
use crate::block::Block;
use crate::scan::Asker;
use crate::words::List;

/// A longer block, in characters, names no site.
const LONGEST: usize = 90;
/// How many blocks the head of a page has, in which a masthead stands.
const HEAD: usize = 12;
/// The least sum of votes that is believed.
const LEAST: u32 = 2;

static HOME: LazyLock<Regex> = LazyLock::new(|| {
    Regex::new(r"^[•\s]*([\p{Han}A-Za-z0-9]{2,12}?)(?:网站)?首页(?:$|[\s\-—－>»›＞|])")
        .expect("fixed")
});
static PLACE: LazyLock<Regex> = LazyLock::new(|| {
    Regex::new(
        r"^[•\s]*(?:您|你)?(?:现在|当前|所在|目前)?(?:的)?(?:所在)?(?:的)?位置(?:是)?\s*[:：>]\s*",
    )
    .expect("fixed")
});
static POWERED: LazyLock<Regex> =
    LazyLock::new(|| Regex::new(r"(?i)powered by\s*([\p{Han}]{2,10})").expect("fixed"));
static OWNED: LazyLock<Regex> = LazyLock::new(|| {
    Regex::new(concat!(
        r"(?i)(?:copyright|©|\(c\)|&copy;)[\s©]*(?:\d{4}(?:\s*[-–]\s*\d{4})?)?[\s,|]*([\p{Han}A-Za-z0-9]{2,16}?)(?:版权|有限|\s|$|[.,，。|])",
        r"|(?:^|[\s|])([\p{Han}A-Za-z0-9]{2,16}?)\s*(?:©|版权所有|版权为)",
        r"|^([\p{Han}A-Za-z0-9]{2,12})\s+\p{Han}ICP",
        r"|(?:^|[\s|])([\p{Han}]{2,16})(?:社)?主办(?:$|[\s|])",
        r"|(?:^|[\s|])版权(?:所有)?\s*[:：]\s*([\p{Han}A-Za-z0-9]{2,16})",
        r"|主办(?:单位)?\s*[:：]\s*([\p{Han}]{2,16})",
        r"|^关于([\p{Han}A-Za-z0-9]{2,10})(?:$|[\s|\-])",
    ))
    .expect("fixed")
});
/// A pattern is asked only where one of its words stands; their order is that of
/// `HOME` …, the steps of a way, and what `APP` ends in.
pub const WORDS: [List; 7] = [
    &[&["首页"]],
    &[&["powered by"]],
    &[&["网站"]],
    &[&["版权所有", "版权为", "版权：", "版权:", "©", "&copy;", "copyright", "(c)", "ICP", "主办"]],
    &[&["下载", "打开"]],
    &[&[">", "»", "›", "→", "＞", " / "]],
    &[&["app", "客户端"]],
];
static PORTAL: LazyLock<Regex> = LazyLock::new(|| {
    Regex::new(r"^[•\s]*([\p{Han}]{2,14}?)(?:门户)?网站(?:$|[\s|\u{a0}])").expect("fixed")
});
static ISSUE: LazyLock<Regex> =
    LazyLock::new(|| Regex::new(r"星期[一二三四五六日]|第\s*[A-Z]?\d{1,3}\s*版").expect("fixed"));
/// The number of an edition, which stands in a masthead: `江畔报 第三百二十期`.
static NUMBERED: LazyLock<Regex> = LazyLock::new(|| {
    Regex::new(r"第\s*[\d一二三四五六七八九十百千〇零○]{1,8}\s*期|总第\s*\d").expect("fixed")
});
static APP: LazyLock<Regex> = LazyLock::new(|| {
    Regex::new(r"(?:下载|打开)([\p{Han}]{2,10}?)(?:新闻)?(?:APP|App|app|客户端)").expect("fixed")
});
/// A disclaimer's site: `不代表江畔网观点`, `江畔网刊载此文`.
static DISCLAIMS: LazyLock<Regex> = LazyLock::new(|| {
    Regex::new(r"(?:不代表|与|非)([\p{Han}]{2,10}?(?:网|号|在线|报|社|网站|门户|论坛|社区|平台)?)(?:的?(?:观点|立场|意见)|无关)|(?:^|[，。；：】\s])([\p{Han}]{2,8}?(?:网|在线|报|号))(?:登载|刊载|转载|刊登|发布)(?:此|本|该)文").expect("fixed")
});
static TAIL: LazyLock<Regex> =
    LazyLock::new(|| Regex::new(r"[\s_|－—-]+([\p{Han}A-Za-z0-9.]{2,14})$").expect("fixed"));

/// The site's name in Simplified characters, if the page shows it.
pub fn host(around: &Around<'_>) -> Option<String> {
    let mut votes: BTreeMap<String, u32> = BTreeMap::new();
    let mut first: BTreeMap<String, usize> = BTreeMap::new();
    let mut vote = |name: &str, weight: u32, at: usize| {
        if let Some(name) = site_name(name) {
            *votes.entry(name.clone()).or_default() += weight;
            first.entry(name).or_insert(at);
        }
    };
    let blocks = around.blocks;
    let title = around.title.map(|at| &*blocks[at].text);
    let lines = (0..blocks.len()).filter(|at| {
        blocks[*at].chars <= LONGEST
            && !blocks[*at].is_prose()
            && around.story.binary_search(at).is_err()
    });
    for at in lines {
        let text = &*blocks[at].text;
        let told = blocks[at].told(Asker::Host);
        let told = |nth: usize| told & (1 << nth) != 0;
        for (nth, pattern) in [&HOME, &POWERED, &PORTAL].into_iter().enumerate() {
            let found = if told(nth) { pattern.captures(text) } else { None };
            if let Some(name) = found.and_then(|found| found.get(1)) {
                vote(name.as_str(), 3, at);
            }
        }
        let steps = if told(5) {
            text.matches(['>', '»', '›', '→', '＞']).count() + text.matches(" / ").count()
        } else {
            0
        };
        if around.rule(at) == Some("breadcrumb") || steps >= 2 && around.rule(at) != Some("teaser")
        {
            vote(first_step(text).unwrap_or(""), 3, at);
        }
        let owned = told(3) || text.starts_with("关于");
        for found in OWNED.captures_iter(if owned { text } else { "" }) {
            let name = (1..8).find_map(|nth| found.get(nth)).map_or("", |name| name.as_str());
            vote(name, 2, at);
        }
        // A farm of links offers many apps, none of them the site's.
        let app = told(4) && told(6) && around.rule(at) != Some("spam");
        for found in APP.captures_iter(if app { text } else { "" }) {
            vote(&found[1], 1, at);
        }
        if let Some(name) = title_tail(text, title) {
            vote(name, 2, at);
        }
        if at < HEAD && Some(at) != around.title {
            let word = text.split(|char: char| char.is_whitespace() || "|┊?".contains(char));
            let word = word.filter(|word| !word.is_empty()).find(|word| *word != "•").unwrap_or("");
            let masthead = is_name(word)
                && (text.contains(['星', '版']) && ISSUE.is_match(text) && !days(text).is_empty()
                    || is_outlet(word) && text.contains(['期', '总']) && NUMBERED.is_match(text));
            let weight = match () {
                () if masthead => 3,
                () if at >= 3 || !masthead_like(blocks, at, word) => 0,
                () if at == 0 && is_of_site(word) || named_in_english(text, word) => 2,
                () => 1,
            };
            vote(word, weight, at);
        }
    }
    if let Some(site) = around.site {
        vote(simplify(site).text(), 2, 0);
    }
    for at in (0..blocks.len()).filter(|at| around.rule(*at) == Some("disclaimer")) {
        let text = &*blocks[at].text;
        let may = ["观点", "立场", "意见", "无关", "此文", "本文", "该文"];
        let may = may.iter().any(|word| text.contains(word));
        for found in DISCLAIMS.captures_iter(if may { text } else { "" }) {
            vote(found.get(1).or(found.get(2)).map_or("", |name| name.as_str()), 2, at);
        }
    }
    // A name that the page bears at its head is not yet a site's; once more elsewhere it is.
    for (name, votes) in
        votes.iter_mut().filter(|(name, votes)| **votes + 1 >= LEAST && first[*name] < HEAD)
    {
        let word = memmem::Finder::new(name);
        let is_there =
            |block: &&Block| block.chars <= LONGEST && word.find(block.text.as_bytes()).is_some();
        *votes += u32::from(blocks.iter().filter(is_there).take(2).count() == 2);
    }
    votes
        .into_iter()
        .filter(|(_, votes)| *votes >= LEAST)
        .max_by_key(|(name, votes)| (*votes, usize::MAX - first[name]))
        .map(|(name, _)| name)
}

/// `江畔网 > 要闻 > 正文` → `江畔网`; `首页 > 要闻` → none.
fn first_step(text: &str) -> Option<&str> {
    let rest = PLACE.find(text).map(|place| &text[place.end()..]);
    let steps = rest.unwrap_or(text).trim_start_matches(['•', ' ']);
    let arrow = steps.find(['>', '»', '›', '→', '＞']);
    let slash = || {
        let domain = steps.split(" / ").next()?;
        (domain.contains('.') && steps.matches(" / ").count() >= 1).then_some(domain.len())
    };
    let end = match (arrow.or_else(slash), rest) {
        (Some(end), _) => end,
        (None, Some(_)) => steps.len(),
        (None, None) => return None,
    };
    let name = steps[..end].split(['_', ' ', '\u{3000}']).next()?;
    // A headline with an arrow in it, or a bare button, is no way from the first page.
    let goes_on = steps[end..].chars().any(crate::block::is_han);
    (goes_on || rest.is_some()).then_some(name)
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

/// It ends as names of sites do.
fn is_of_site(word: &str) -> bool {
    ["网", "站", "论坛", "社区", "在线", "时空"].iter().any(|ending| word.ends_with(ending))
}

fn is_name(word: &str) -> bool {
    (3..=12).contains(&word.chars().count()) && word.chars().any(crate::block::is_han)
}

/// `三市共用仪器_江畔网`, where the title is `三市共用仪器`.
fn title_tail<'a>(text: &'a str, title: Option<&str>) -> Option<&'a str> {
    let title = title?;
    let rest = text.strip_prefix(title).filter(|rest| !rest.trim().is_empty())?;
    Some(TAIL.captures(rest)?.get(1)?.as_str())
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::{block::blocks, rules::verdicts};

    #[track_caller]
    fn check(page: &str, expected: Option<&str>) {
        let blocks = blocks(page);
        let verdicts = verdicts(&blocks);
        let title = blocks.iter().position(|block| block.raw == "三市共用仪器");
        let story: Vec<usize> = blocks.iter().position(Block::is_prose).into_iter().collect();
        let around = Around {
            blocks: &blocks,
            verdicts: &verdicts,
            story: &story,
            title,
            site: None,
            head: &[],
            leads: true,
        };
        assert_eq!(host(&around).as_deref(), expected);
    }

    #[test]
    fn the_way_from_the_first_page_names_the_site() {
        check("江畔首页 > 江畔号 > 正文", Some("江畔"));
        check("你的位置:江畔证券_在线配资 > 资讯 >", Some("江畔证券"));
        check("江畔网>中国>正文", Some("江畔网"));
        check("江畔社区 » 城市杂谈 » 一年记", Some("江畔社区"));
        check("news.example / 生活 / 内文", Some("news.example"));
        check("首页> 要闻 > 正文", None);
        check("返回首页", None);
    }

    #[test]
    fn head_and_foot_agree() {
        check(
            "江畔传媒\n直播\n三市共用仪器\n2024-06-05 06:00 江畔传媒 记者 张三",
            Some("江畔传媒"),
        );
        check("江畔日报 2016年11月20日 星期日 第A07版", Some("江畔日报"));
        check("江畔日报社版权所有 江ICP备00000000号", Some("江畔日报"));
        check("版权所有：江畔文化馆 地址：江畔路6号", Some("江畔文化馆"));
        check("江畔乡报 第三百二十期", Some("江畔乡报"));
        check("江畔侨报 Jiangpan Chinese Post", Some("江畔侨报"));
        check("Copyright © 2020 江畔网 All Rights Reserved", Some("江畔网"));
        check("江畔市人民政府门户网站 无障碍浏览", Some("江畔市人民政府"));
        check("三市共用仪器_江畔网\n三市共用仪器", Some("江畔网"));
        check("免责声明:本文不代表江畔网立场,转载须经授权。", Some("江畔网"));
        check("三市共用仪器\n费用分担", None);
    }
}
