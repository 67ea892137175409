//! The site that the page was saved from, as the page names it.

use std::sync::LazyLock;

use regex::Regex;

use crate::block::Block;
use crate::inline::keywords;

static HOME: LazyLock<Regex> = LazyLock::new(|| {
    Regex::new(r"^([\p{Han}A-Za-z0-9]{2,10}?)(?:网站)?首页(?:$|[\s\-—>»›＞|])").expect("fixed")
});
static PLACE: LazyLock<Regex> = LazyLock::new(|| {
    Regex::new(r"^(?:您|你)?(?:现在|当前|所在|目前)?(?:的)?(?:所在)?位置(?:是)?\s*[:：>]\s*([\p{Han}A-Za-z0-9]{2,12})").expect("fixed")
});
static TRAIL: LazyLock<Regex> = LazyLock::new(|| {
    Regex::new(r"^([\p{Han}A-Za-z0-9]{2,8}(?:网|报|在线|时空|电子报))\s*[>»›＞]").expect("fixed")
});
static POWERED: LazyLock<Regex> =
    LazyLock::new(|| Regex::new(r"(?i)powered by\s*([\p{Han}]{2,10})").expect("fixed"));

/// The site's name, if the page shows it.
pub fn host(blocks: &[Block]) -> Option<String> {
    [&HOME, &PLACE, &TRAIL, &POWERED].into_iter().find_map(|pattern| {
        blocks
            .iter()
            .filter_map(|block| pattern.captures(&block.text))
            .map(|found| found[1].to_owned())
            .find(|name| {
                !["返回", "网站", "首页", "中文", "新闻中心", "新闻"].contains(&name.as_str())
            })
    })
}

/// The page's head or foot names itself by spam keywords: whatever date it bears is a re-post's.
pub fn is_spam_host(blocks: &[Block]) -> bool {
    let ends =
        blocks.iter().take(6).chain(blocks.iter().rev().take(6)).cloned().collect::<Vec<_>>();
    !keywords(&ends, &[]).is_empty()
}

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
        check("首页> 要闻 > 正文", None);
        check("返回首页", None);
    }

    #[test]
    fn spam_hosts_show_in_head_or_foot() {
        assert!(is_spam_host(&blocks("江畔证券_在线配资_炒股软件\n正文")));
        assert!(!is_spam_host(&blocks("江畔网\n正文写到场外配资的风险,提醒读者远离。")));
    }
}
