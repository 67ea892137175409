//! Whether the page copies others' stories under dates of its own: a spam host, a mirror that puts
//! its domain in the publisher's place, a farm of spun texts, a forum post that copies a paper.

use std::collections::BTreeSet;

use super::around::{Around, Line};
use crate::block::{Block, TWICE};
use crate::inline::is_spam;
use crate::pattern::Pattern;
use crate::scan::Asker;
use crate::words::List;

/// How many blocks are a page's head or foot.
const ENDS: usize = 8;

/// So many different lines of spam stand on no honest page, whose menu may offer a lottery.
const SPAM_LINES: usize = 3;
/// Han characters of a word of an honest menu, `彩票` or `直播`.
const MENU_WORD: usize = 2;

/// A longer block, in characters, is no line of a host.
const LONGEST: usize = 110;

/// A domain where a paper's name belongs: `对news.example记者说`.
static SWAPPED: Pattern = Pattern::new(
    r"[a-z0-9][a-z0-9\-]*(?:\.[a-z0-9\-]+)+(?:记者|\p{Han}{2,6}\d{1,2}月\d{1,2}日[电讯])",
);
static COPIED: Pattern = Pattern::new(
    r"转帖|转贴|[（(\[【]转(?:载|自[^)）]{0,12})?[）)\]】]|^(?:文章)?(?:来源|转自|出处|摘自)\s*[:：]|转载自",
);
/// A title that says that it is a copy: `[转] 一年记`, `一年记[转帖]`.
static TAGGED: Pattern =
    Pattern::new(r"^(?:主题[:：]\s*)?[（(\[【]转[帖贴载]?[）)\]】]|[（(\[【]转[帖贴载]?[）)\]】]$");
/// A domain where an author's name belongs: `文/news.example 张三`.
static AUTHOR: Pattern =
    Pattern::new(r"(?:^|\s)(?:文|作者)\s*[/／:：]\s*[a-z0-9][a-z0-9\-]*\.[a-z0-9\-.]+");
static ADMIN: Pattern = Pattern::new(r"(?i)(?:^|[\s:：])admin(?:$|[\s|])");
/// The name of a betting site: `江畔体育登录入口`.
static ENTRANCE: Pattern = Pattern::new(
    r"(?i)(?:体育|娱乐|彩票|电竞|真人|棋牌|博彩)\p{Han}{0,4}(?:登录|入口|官网|注册|app|下载)",
);
/// Words of lines that give a host away, and of `ENTRANCE` and `SWAPPED`.
pub const WORDS: [List; 5] = [
    // `码******中`: runs of stars in place of letters, as lottery pages set them.
    &[&["****"]],
    // Betting.
    &[&[
        "投注",
        "真人荷官",
        "老虎机",
        "时时彩",
        "百家乐",
        "棋牌",
        "博彩",
        "六合",
        "特码",
        "彩金",
        "娱乐城",
    ]],
    // A forum.
    &[&[
        "只看该作者",
        "倒序浏览",
        "电梯直达",
        "沙发",
        "板凳",
        "楼主",
        "回帖",
        "发新帖",
        "原帖由",
        "最近评分",
        "积分",
        "Archiver",
    ]],
    &[&["体育", "娱乐", "彩票", "电竞", "真人", "棋牌", "博彩"]],
    &[&["记者", "日电", "日讯"]],
];

/// The bits of the last two lists.
const MAY_ENTER: u32 = 1 << 3;
const MAY_SWAP: u32 = 1 << 4;

/// The page is a host that re-posts; `lines` are those around the story.
pub fn is_repost(around: &Around<'_>, lines: &[Line<'_>]) -> bool {
    let blocks = around.blocks;
    let outside = blocks.iter().filter(|block| block.chars <= LONGEST && !block.is_prose());
    let marked = around.story.iter().map(|at| &blocks[*at]).filter(|block| block.holds(TWICE));
    let mut counts = [0; 3];
    for told in outside.map(|block| block.told(Asker::Repost)) {
        counts.iter_mut().enumerate().for_each(|(nth, count)| *count += told >> nth & 1);
    }
    let [stars, betting, forum] = counts;
    let spam: BTreeSet<&str> = (0..blocks.len())
        .filter(|at| around.rule(*at) == Some("spam") && blocks[*at].han > MENU_WORD)
        .map(|at| &*blocks[at].text)
        .collect();
    spam.len() >= SPAM_LINES
        || is_spam_host(blocks)
        || stars >= 2
        || betting >= 3
        || marked.map(|block| doubled(&block.text)).sum::<usize>() >= 2
        || blocks.iter().any(|block| {
            let may = block.told(Asker::Repost) & MAY_SWAP != 0 && has_letters(&block.text);
            may && SWAPPED.is_match(&block.text)
        })
        || forum >= 2 && copies(around, lines)
        || around.title.is_some_and(|title| TAGGED.is_match(&blocks[title].text))
        || lines.iter().any(|line| {
            has_letters(line.text) && AUTHOR.is_match(line.text)
                || memchr::memchr2(b'a', b'A', line.text.as_bytes()).is_some()
                    && ADMIN.is_match(line.text)
                    && (line.text.contains("来源") || line.text.contains("发布于"))
        })
}

/// How often a text has `,,` or `。。`, which machines that spin texts leave behind.
fn doubled(text: &str) -> usize {
    let mut last = ' ';
    let marks = text.chars().filter(|char| {
        let again = match std::mem::replace(&mut last, *char) {
            ',' | '，' => matches!(char, ',' | '，'),
            mark => mark == *char && matches!(mark, '。' | '、' | '；'),
        };
        if again {
            last = ' ';
        }
        again
    });
    marks.count()
}

/// Only then may a domain stand in it.
fn has_letters(text: &str) -> bool {
    text.contains('.') && text.bytes().any(|byte| byte.is_ascii_lowercase())
}

/// The post says of itself that it is a copy: in its title, or by naming a source.
fn copies(around: &Around<'_>, lines: &[Line<'_>]) -> bool {
    let title = around.title.map(|at| around.line(at));
    title.iter().chain(lines).any(|line| COPIED.is_match(line.text))
        || around.story.first().is_some_and(|at| COPIED.is_match(&around.blocks[*at].text))
        || around.above().any(|at| COPIED.is_match(&around.blocks[at].text))
}

/// The name of a betting site. An honest one offers its own app: `下载江畔体育APP`.
fn is_entrance(text: &str) -> bool {
    let offers = |before: &str| ["下载", "打开", "安装"].iter().any(|verb| before.contains(verb));
    ENTRANCE.find(text).is_some_and(|found| !offers(&text[..found.start()]))
}

/// The page's head or foot names itself by spam keywords: whatever date it bears is a re-post's.
fn is_spam_host(blocks: &[Block]) -> bool {
    let ends = blocks.iter().take(ENDS).chain(blocks.iter().rev().take(ENDS));
    ends.filter(|block| !block.is_prose()).any(|block| {
        let mut words = block.raw.split(['_', ' ', '>', '|', ':', '：', '•']).map(str::trim);
        // An honest site of shares has 炒股 in its menu.
        let sites_own = block.raw.contains('_');
        words.any(|word| is_spam(word) && (sites_own || !word.contains("炒股")))
            || block.told(Asker::Repost) & MAY_ENTER != 0 && is_entrance(&block.text)
    })
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::{block::blocks, rules::verdicts};

    const STORY: &str = "三市科技部门上周商定共用大型仪器,费用由双方分担,闲置设备有了去处。";

    #[track_caller]
    fn check(head: &str, story: &str, foot: &str, expected: bool) {
        let page = format!("{head}\n{story}\n{foot}");
        let blocks = blocks(&page);
        let at = blocks.iter().position(|block| block.raw.starts_with("三市")).unwrap();
        let verdicts = verdicts(&blocks);
        let around = Around {
            blocks: &blocks,
            verdicts: &verdicts,
            story: &[at],
            title: None,
            site: None,
            head: &[],
            leads: true,
        };
        assert_eq!(is_repost(&around, &around.lines()), expected);
    }

    #[test]
    fn hosts_that_copy() {
        check("江畔证券_在线配资_炒股软件", STORY, "", true);
        check("江畔体育app下载", STORY, "", true);
        check("天天好码******查询\n四十九******com", STORY, "", true);
        check("| 甲甲直播下载 | 乙短剧 |\n| 丙丙直播 | |\n| 丁丁直播 |", STORY, "", true);
        check("", &STORY.replace(',', ",,"), "", true);
        check("", STORY, "他对news.example记者说,仪器够用。", true);
        check("江畔社区\n【转帖】一年记\n只看该作者", STORY, "沙发", true);
        check("2023-04-02 作者:admin 来源:江畔网", STORY, "", true);
        check("文/news.example 2020年5月14日", STORY, "", true);
    }

    #[test]
    fn hosts_that_do_not() {
        check("江畔网", STORY, "他提醒读者远离场外配资。", false);
        check("江畔社区\n一年记\n只看该作者", STORY, "沙发", false);
        check("来源:江畔日报", STORY, "相关阅读", false);
        check("", STORY, "下载江畔体育APP,看更多赛事", false);
        check("江畔财经", STORY, "征稿 | 大学生炒股大赛 | 客服 | 招聘", false);
    }
}
