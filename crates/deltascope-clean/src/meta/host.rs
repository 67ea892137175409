//! The site that the page was saved from, as the page names it: where it stands on the site, the
//! masthead (`masthead`), the line of copyright, the tail of a title. Each kind of place gives a vote.

use std::collections::BTreeMap;

use deltascope_text::simplify;
use memchr::memmem;

use super::around::Around;
use super::masthead::{is_name, is_of_site, masthead};
use super::outlet::is_outlet;
use super::site_name::site_name;
use crate::block::Block;
use crate::pattern::{Pattern, matches_of};
use crate::scan::Asker;
use crate::words::{List, captures};

/// A longer block, in characters, names no site.
const LONGEST: usize = 90;
/// How many blocks the head of a page has, in which a masthead stands.
const HEAD: usize = 12;
/// The least sum of votes that is believed.
const LEAST: u32 = 2;

static HOME: Pattern = Pattern::new(
    r"^[•\s]*(?:返回|回到)?([\p{Han}A-Za-z0-9]{2,12}?)(?:网站)?首页(?:$|[\s\-—－>»›＞|])",
);
static PLACE: Pattern = Pattern::new(
    r"^[•\s]*(?:您|你)?(?:现在|当前|所在|目前)?(?:的)?(?:所在)?(?:的)?位置(?:是)?\s*[:：>]\s*",
);
static POWERED: Pattern = Pattern::new(r"(?i)powered by\s*([\p{Han}]{2,10})");
/// Who owns the site, each in its first group, with the list of words without which it is not asked.
static OWNED: [(usize, Pattern); 8] = [
    (
        3,
        Pattern::new(
            r"(?i)(?:copyright|©|\(c\)|&copy;)[\s©]*(?:\d{4}(?:\s*[-–]\s*(?:\d{4})?)?)?[\s,.|]*(?:by\s+)?([\p{Han}A-Za-z0-9]{2,16}?)(?:版权|有限|\s|$|[.,，。|])",
        ),
    ),
    (3, Pattern::new(r"(?i)(?:^|[\s|])([\p{Han}A-Za-z0-9]{2,16}?)\s*(?:©|版权所有|版权为)")),
    (
        11,
        Pattern::new(
            r"(?i)^([\p{Han}A-Za-z0-9]{2,12})\s*(?:[(（][A-Za-z0-9./:\-]{4,40}[)）])?[\s|｜\-]+\p{Han}ICP",
        ),
    ),
    (12, Pattern::new(r"(?:^|[\s|])([\p{Han}]{2,16})(?:社)?主办(?:$|[\s|])")),
    (
        3,
        Pattern::new(
            r"(?i)(?:^|[\s|])版权(?:所有\s*[:：©\s]|\s*[:：])\s*([\p{Han}A-Za-z0-9]{2,16})",
        ),
    ),
    (12, Pattern::new(r"主办(?:单位)?\s*[:：]\s*([\p{Han}]{2,16})")),
    (14, Pattern::new(r"(?i)^关于([\p{Han}A-Za-z0-9]{2,10})(?:$|[\s|\-])")),
    (
        13,
        Pattern::new(
            r"(?i)本(?:网站|网|站)由([\p{Han}A-Za-z0-9]{2,14}?)(?:运营|主办|制作|维护|版权所有)",
        ),
    ),
];
/// A pattern is asked only where one of its words stands; their order is that of
/// `HOME` …, the steps of a way, what `APP` ends in, `dashed_way`, `EDITION`, `beside_about`, where a
/// site gives its own address, and more of `OWNED`.
pub const WORDS: [List; 15] = [
    &[&["首页"]],
    &[&["powered by"]],
    &[&["网站"]],
    &[&["版权", "©", "&copy;", "copyright", "(c)"]],
    &[&["下载", "打开"]],
    &[&[">", "»", "›", "→", "＞", "/ "]],
    &[&["app", "客户端"]],
    &[&["正文"]],
    &[&["数字报", "电子报", "电子版"]],
    &[&["关于我们"]],
    &[&["本站", "本网"]],
    &[&["ICP"]],
    &[&["主办"]],
    &[&["站由", "网由"]],
    &[&["关于"]],
];
/// The domain in a line of copyright, or as the address that a site gives of itself.
static DOMAIN: Pattern = Pattern::new(concat!(
    r"(?i)(?:(?:copyright|©|\(c\)|版权所有)[\s©:：]*(?:\d{4}(?:\s*[-–]\s*(?:\d{4})?)?)?[\s,.|]*(?:by\s+)?",
    r"|本[站网](?:网址|域名|地址)?\s*[:：]\s*(?:https?://)?)",
    r"((?:[a-z0-9\-]{1,30}\.){1,3}[a-z]{2,8})(?:$|[^a-z0-9.\-/])",
));
/// A paper's name with the kind of its edition: `江畔日报数字报`.
static EDITION: Pattern = Pattern::new(
    r"^[•\s]*(?:返回)?(\p{Han}{3,12}?)\s*(?:多媒体)?(?:数字报|电子报|电子版)(?:$|[^\p{Han}])",
);
static PORTAL: Pattern = Pattern::new(r"^[•\s]*([\p{Han}]{2,14}?)(?:门户)?网站(?:$|[\s|\u{a0}])");
static APP: Pattern =
    Pattern::new(r"(?:下载|打开)([\p{Han}]{2,10}?)(?:新闻)?(?:APP|App|app|客户端)");
/// A disclaimer's site: `不代表江畔网观点`, `江畔网刊载此文`.
static DISCLAIMS: Pattern = Pattern::new(
    r"(?:不代表|与|非)([\p{Han}]{2,10}?(?:网|号|在线|报|社|网站|门户|论坛|社区|平台)?)(?:的?(?:观点|立场|意见)|无关)|(?:^|[，。；：】\s])([\p{Han}]{2,8}?(?:网|在线|报|号))(?:登载|刊载|转载|刊登|发布)(?:此|本|该)文",
);
static TAIL: Pattern = Pattern::new(r"[\s_|－—-]+([\p{Han}A-Za-z0-9.]{2,24})$");

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
        let words = blocks[at].told(Asker::Host);
        let told = |nth: usize| words & (1 << nth) != 0;
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
        let way = || steps >= 2 && around.rule(at) != Some("teaser");
        // One step is a way where the name is a site's: `江畔网 > 要闻`.
        let step = || steps == 1 && at < HEAD && around.rule(at).is_none();
        if around.rule(at) == Some("breadcrumb") || way() {
            vote(first_step(text).unwrap_or(""), 3, at);
        } else if let Some(name) = if step() { first_step(text) } else { None }
            && names_site(name)
        {
            vote(name, 2, at);
        }
        if words != 0 {
            let owned = OWNED.iter().filter(|(list, _)| told(*list)).map(|(_, pattern)| pattern);
            // `关于校园停水的通知` is about no site.
            let names = matches_of(owned, text).filter(|found| !found[1].contains('的'));
            names.for_each(|found| vote(&found[1], 2, at));
        }
        let domain = (told(3) || told(10)) && text.contains('.');
        let domain = if domain { DOMAIN.captures(text) } else { None };
        if let Some(name) = domain.and_then(|found| found.get(1)) {
            vote(name.as_str(), 2, at);
        }
        let edition = if told(8) && at < HEAD { EDITION.captures(text) } else { None };
        if let Some(name) = edition.and_then(|found| found.get(1))
            && is_outlet(name.as_str())
        {
            vote(name.as_str(), 3, at);
        }
        if let Some(name) = if told(7) { dashed_way(text) } else { None } {
            vote(name, 3, at);
        }
        if let Some(name) = if told(9) { beside_about(text) } else { None } {
            vote(name, 2, at);
        }
        // A farm of links offers many apps, none of them the site's.
        let app = told(4) && told(6) && around.rule(at) != Some("spam");
        if app {
            APP.captures_iter(text).for_each(|found| vote(&found[1], 1, at));
        }
        if let Some(name) = title_tail(text, title).or_else(|| title_head(text, title)) {
            vote(name, 2, at);
        }
        if at < HEAD && Some(at) != around.title {
            let (word, weight) = masthead(around, at);
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
        for found in captures(&DISCLAIMS, if may { text } else { "" }) {
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
    let believed = votes.iter().filter(|(_, votes)| **votes >= LEAST);
    let (best, _) = believed
        .max_by_key(|(name, votes)| (**votes, !name.is_ascii(), usize::MAX - first[*name]))?;
    // A government's office runs the government's site.
    let whole = ["办公室", "办公厅"].iter().find_map(|office| best.strip_suffix(office));
    let whole = whole.filter(|whole| first.get(*whole).is_some_and(|at| *at < HEAD));
    Some(whole.unwrap_or(best).to_owned())
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
    let mut name = steps[..end].split(['_', ' ', '\u{3000}']).next()?;
    if ["首页", "网站首页"].contains(&name) {
        // `首页 > 江畔网 > 要闻`
        let marks = ['>', '»', '›', '→', '＞', '-', '—', ' ', '\u{3000}'];
        let next = steps[name.len()..].split(marks).find(|step| !step.is_empty())?;
        name = Some(next).filter(|step| names_site(step))?;
    }
    // A headline with an arrow in it, or a bare button, is no way from the first page.
    let goes_on = steps[end..].chars().any(crate::block::is_han);
    (goes_on || rest.is_some()).then_some(name)
}

/// `江畔网 - 要闻 - 正文` → `江畔网`, where no arrow stands.
fn dashed_way(text: &str) -> Option<&str> {
    let mut steps = text.split(['-', '—', '－', '|', '｜', '·', '_', '/']).map(str::trim);
    let first = steps.find(|step| !step.is_empty() && *step != "首页")?;
    let last = steps.rfind(|step| !step.is_empty())?;
    (last == "正文" && names_site(first)).then_some(first)
}

/// `江畔网 | 关于我们 | 联系我们`, `关于我们 | 江畔网`.
fn beside_about(text: &str) -> Option<&str> {
    let mut steps = text.split(['|', '｜', '┊']).map(str::trim).filter(|step| !step.is_empty());
    let first = steps.next()?;
    let name = match (first, steps.next()) {
        ("关于我们", Some(next)) if steps.next().is_none() => next,
        (name, Some("关于我们")) => name,
        _ => return None,
    };
    names_site(name).then_some(name)
}

/// It looks like the name of a site or a medium.
fn names_site(word: &str) -> bool {
    const COLUMNS: [&str; 8] = ["新闻", "财经", "资讯", "评论", "频道", "健康", "观察", "头条"];
    let column = COLUMNS.iter().any(|ending| word.ends_with(ending));
    is_name(word) && (is_of_site(word) || is_outlet(word) && !column)
}

/// `三市共用仪器_江畔网`, where the title is `三市共用仪器`.
fn title_tail<'a>(text: &'a str, title: Option<&str>) -> Option<&'a str> {
    let title = title?;
    let rest = text.strip_prefix(title).filter(|rest| !rest.trim().is_empty())?;
    Some(TAIL.captures(rest)?.get(1)?.as_str())
}

/// `江畔网_要闻_三市共用仪器`, where the title is `三市共用仪器`.
fn title_head<'a>(text: &'a str, title: Option<&str>) -> Option<&'a str> {
    let rest = text.strip_suffix(title?).filter(|rest| !rest.is_empty())?;
    let name =
        rest.split(['_', '|', '｜', '-', '—', '－']).map(str::trim).find(|step| *step != "首页")?;
    (rest.trim_end().ends_with(['_', '|', '｜', '-', '—', '－']) && names_site(name))
        .then_some(name)
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
        check("江畔网 > 要闻", Some("江畔网"));
        check("工资 > 房租", None);
        check("返回首页", None);
        check("返回江畔日报首页", Some("江畔日报"));
        check("首页 > 江畔新闻网 > 民生 > 正文", Some("江畔新闻网"));
        check("您的位置： 首页 - 江畔网 - 新闻", Some("江畔网"));
        check("泊位\n民生\n要闻\n江畔网—新闻频道—正文", Some("江畔网"));
        check("首页 - 新闻 - 民生 - 正文", None);
        check("生活新闻 - 正文", None);
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
        check("江畔问政 首页 我要留言\n主办:江畔市政务局", Some("江畔问政"));
        let index = "江畔市政府\n索引号:\n0031\n发布机构:\n江畔市政府办公室";
        check(&format!("{index}\n主办:江畔市政府办公室"), Some("江畔市政府"));
        check("江畔园区\n首页 网站导航 意见信箱", Some("江畔园区"));
        check("江畔园区\n首页 > 网站导航 > 意见信箱", None);
        check("江畔市政府 无障碍浏览\n主办:江畔市政府办公室", Some("江畔市政府"));
        check("主办:江畔市政府办公室", Some("江畔市政府办公室"));
        check("江畔问政 我要留言 排行榜\n主办:江畔市政务局", Some("江畔市政务局"));
        check("Copyright © 2020 江畔网 All Rights Reserved", Some("江畔网"));
        check("江畔市人民政府门户网站 无障碍浏览", Some("江畔市人民政府"));
        check("三市共用仪器_江畔网\n三市共用仪器", Some("江畔网"));
        check("免责声明:本文不代表江畔网立场,转载须经授权。", Some("江畔网"));
        check("三市共用仪器\n费用分担", None);
        check("江畔网_要闻_三市共用仪器\n三市共用仪器", Some("江畔网"));
        check("要闻 | 三市共用仪器\n三市共用仪器", None);
    }

    #[test]
    fn a_paper_stands_beside_its_issue() {
        check("江畔日报 数字报", Some("江畔日报"));
        check("江畔日报\n2021年06月03日\n版次：03\n三市共用仪器", Some("江畔日报"));
        check("2021年6月3日 星期四 江畔日报 A03版 民生", Some("江畔日报"));
        check("2021年06月03日 第03版\n上一版 下一版\n江畔日报\n三市共用仪器", Some("江畔日报"));
        check("2021年06月03日 第03版\n三市共用仪器\n江畔日报", None);
        check("江畔时报\n第2315期\n三市共用仪器", Some("江畔时报"));
        check("欢迎来到江畔热线！", Some("江畔热线"));
        check("订阅电子报", None);
        check("三市共用仪器\n江畔日报\n2021年06月03日", None);
    }

    #[test]
    fn the_foot_names_its_owner() {
        check("版权 : 江畔网", Some("江畔网"));
        check("版权所有 江畔网 未经许可不得转载", Some("江畔网"));
        check("版权所有 翻版必究", None);
        check("Copyright 2015 by 江畔网. all rights reserved", Some("江畔网"));
        check("江畔网（www.jiangpan.example） 江ICP备00000000号", Some("江畔网"));
        check("本网站由江畔传媒运营维护", Some("江畔传媒"));
        check("江畔网 | 关于我们 | 联系我们", Some("江畔网"));
        check("关于我们 | 江畔网", Some("江畔网"));
        check("网站地图 | 关于我们 | 联系我们", None);
    }

    #[test]
    fn a_domain_is_a_name_where_there_is_no_other() {
        check(
            "Copyright © 2010-2021 www.jiangpan.example All Rights",
            Some("www.jiangpan.example"),
        );
        check("© 2021 jiangpan.example", Some("jiangpan.example"));
        check("本站网址：www.jiangpan.example 请收藏", Some("www.jiangpan.example"));
        check("© 2021 jiangpan.example\n江畔网 版权所有", Some("江畔网"));
        check("更多内容请看 www.jiangpan.example", None);
    }
}
