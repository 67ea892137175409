//! The site that the page was saved from, as the page names it.

use std::sync::LazyLock;

use regex::Regex;

use crate::block::Block;
use crate::inline::is_spam;
use crate::rules::Verdict;

static HOME: LazyLock<Regex> = LazyLock::new(|| {
    Regex::new(r"^([\p{Han}A-Za-z0-9]{2,10}?)(?:网站)?首页(?:$|[\s\-—>»›＞|])").expect("fixed")
});
static PLACE: LazyLock<Regex> = LazyLock::new(|| {
    Regex::new(r"^(?:您|你)?(?:现在|当前|所在|目前)?(?:的)?(?:所在)?位置(?:是)?\s*[:：>]\s*([\p{Han}A-Za-z0-9]{2,12})").expect("fixed")
});
static TRAIL: LazyLock<Regex> = LazyLock::new(|| {
    Regex::new(
        r"^([\p{Han}A-Za-z0-9]{2,8}(?:网|报|在线|时空|电子报|社区|论坛|门户|站|财经))\s*[>»›＞→]",
    )
    .expect("fixed")
});
static POWERED: LazyLock<Regex> =
    LazyLock::new(|| Regex::new(r"(?i)powered by\s*([\p{Han}]{2,10})").expect("fixed"));
static DOMAIN: LazyLock<Regex> =
    LazyLock::new(|| Regex::new(r"^((?:[a-z0-9-]+\.)+[a-z]{2,})\s*[>»›＞]").expect("fixed"));
static HEAD: LazyLock<Regex> = LazyLock::new(|| {
    Regex::new(r"^\??([\p{Han}]{2,10}(?:网|报|社区|论坛|在线|时空|资讯站|快递站|门户|财经))\s*(?:数字报|电子报)?$")
        .expect("fixed")
});
static OWNED: LazyLock<Regex> = LazyLock::new(|| {
    Regex::new(concat!(
        r"(?:^|[\s|©])([\p{Han}]{2,12}?)(?:社)?\s*(?:版权所有|所有权利|保留所有)",
        r"|(?i:版权所有|copyright|©)[^\p{Han}]{0,30}([\p{Han}]{2,12}?)(?:社)?(?:版权|保留|$|[\s|，。,])",
        r"|(?:主办单位|主办)\s*[:：]\s*([\p{Han}]{2,14})",
        r"|^([\p{Han}]{2,10}?)社?主办",
    ))
    .expect("fixed")
});

/// The site's name, as far as the page shows it: where the page stands on the site, then its head,
/// then who owns it.
pub fn host(blocks: &[Block]) -> Option<String> {
    [&HOME, &PLACE, &TRAIL, &DOMAIN, &POWERED]
        .into_iter()
        .find_map(|pattern| named(pattern, blocks.iter()))
        .or_else(|| named(&HEAD, blocks.iter().take(3)))
        .or_else(|| named(&OWNED, blocks.iter().rev().take(12).filter(|block| block.chars <= 120)))
}

fn named<'a>(pattern: &Regex, blocks: impl Iterator<Item = &'a Block>) -> Option<String> {
    blocks
        .filter_map(|block| pattern.captures(&block.text))
        .filter_map(|found| found.iter().skip(1).flatten().next().map(|name| name.as_str()))
        .find(|name| {
            ![
                "返回",
                "网站",
                "首页",
                "中文",
                "新闻中心",
                "新闻",
                "本网",
                "本站",
                "公司",
                "未经许可",
            ]
            .contains(name)
        })
        .map(str::to_owned)
}

static PASSED_ON: LazyLock<Regex> =
    LazyLock::new(|| Regex::new(r"【转[帖贴载]】|[(（]转[帖贴载]?[)）]").expect("fixed"));

/// The page is a re-post, and its date the re-post's: on a spam host, on a mirror that put its own
/// address into the story, or in a forum under a title that says so.
pub fn is_reposted(
    blocks: &[Block],
    verdicts: &[Option<Verdict>],
    host: Option<&str>,
    body: &str,
) -> bool {
    let mirrored = host.is_some_and(|host| host.contains('.') && body.contains(host));
    let mut head = blocks.iter().take(24).filter(|block| block.chars <= 80);
    let forum = head.any(|block| PASSED_ON.is_match(&block.text));
    mirrored || forum || is_spam_host(blocks, verdicts)
}

/// The page's head or foot is a spam host's: whatever date it bears is a re-post's.
fn is_spam_host(blocks: &[Block], verdicts: &[Option<Verdict>]) -> bool {
    let count = blocks.len();
    let is_end = |at: &usize| *at < ENDS || at + ENDS >= count;
    (0..count).filter(is_end).any(|at| {
        let raw = &blocks[at].raw;
        let named = raw.contains('_') && raw.split(['_', ' ', '>']).any(is_spam);
        let lottery = raw.contains("****");
        named || lottery && verdicts[at].is_some_and(|verdict| verdict.rule == "spam")
    })
}

/// How many blocks are a page's head or foot.
const ENDS: usize = 8;

#[cfg(test)]
mod tests {
    use super::*;
    use crate::block::blocks;

    #[track_caller]
    fn check(page: &str, expected: Option<&str>) {
        assert_eq!(host(&blocks(page)).as_deref(), expected);
    }

    #[test]
    fn cases() {
        check("江畔首页 > 江畔号 > 正文", Some("江畔"));
        check("你的位置:江畔证券_在线配资 > 资讯 >", Some("江畔证券"));
        check("江畔网>中国>正文", Some("江畔网"));
        check("www.example.org > 要闻 > 正文", Some("www.example.org"));
        check("江畔报 数字报\n第3版", Some("江畔报"));
        check("正文\nCopyright 2014 江畔网 保留所有权利", Some("江畔网"));
        check("首页> 要闻 > 正文", None);
        check("返回首页", None);
    }

    #[test]
    fn spam_hosts_show_in_head_or_foot() {
        let spam = |page: &str| {
            let blocks = blocks(page);
            is_spam_host(&blocks, &crate::rules::verdicts(&blocks))
        };
        assert!(spam("江畔证券_在线配资_炒股软件\n正文"));
        assert!(spam("今期必中******三肖\n正文"));
        assert!(!spam("江畔网\n手机炒股\n正文写到场外配资的风险,提醒读者远离。"));
    }
}
