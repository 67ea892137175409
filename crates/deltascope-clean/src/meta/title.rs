//! The title: the line above the story that speaks of what the story speaks of, without the tags
//! that aggregators and spam hosts put around it.
//!
//! `• 线上炒股 三市共用仪器一年记` → `三市共用仪器一年记`; `天天头条丨三市共用仪器一年记` → the same.

use deltascope_model::{HeadKey, HeadValue, TextRange, Title};
use memchr::memmem;

use crate::block::{Block, is_blank, is_han};
use crate::inline::is_spam;
use crate::pairs::{Pair, pairs};
use crate::pattern::Pattern;
use crate::rules::Verdict;

/// How many blocks above the story are looked at.
const REACH: usize = 40;
/// What a title scores for standing on the page once more.
const REPEATED: f64 = 0.5;
/// What it scores above its subtitle: `——记江畔一家三代`.
const SUBTITLED: f64 = 1.0;
/// What a title scores where the page's head gives it.
const TOLD: f64 = 1.2;
/// What it scores as the page's own headline, by its tag.
const HEADLINE: f64 = 0.8;
/// What it scores as the only line above the story that no rule knows.
const LONE: f64 = 0.6;
/// How many blocks above the story such a line may stand.
const NEAR: usize = 5;
/// Share of its pairs of characters, in percent, that the story below a question says again.
const ASKED: usize = 30;
/// Han characters that a title has, unless its tag and the page's head say that it is one.
const LEAST_HAN: usize = 4;
/// Kinds of notices that are titles by themselves, and names of no column.
const KINDS: [&str; 10] =
    ["讣告", "讣闻", "启事", "声明", "更正", "倡议书", "感谢信", "公开信", "道歉信", "表扬信"];
/// A shorter part of the head's title, in characters, may be the name of a column.
const LEAST_TOLD: usize = 7;
/// A column's name is no longer, in characters.
const COLUMN: usize = 4;
/// What its lead over the next best line weighs in the unit of `score`.
const CHOSEN: f64 = 60.0;
/// What a title may be taken for.
const MAY_TITLE: [&str; 9] = [
    "link-list",
    "linked",
    "aside",
    "teaser",
    "caption",
    "share-widget",
    "comments",
    "app-promotion",
    "spam",
];
/// Least score of a title.
const LEAST: f64 = 1.1;

static LEADING_TAG: Pattern = Pattern::new(concat!(
    r"^(?:[•·■◆※*\s\u{3000}]+|[?？]\s+",
    r"|(?:环球|全球|世界|天天|每日|今日|当前|实时|最新|热门|焦点|精彩|聚焦|即时|要闻|今|快|热|微|速|新)*(?:头条|快讯|资讯|热点|看点|播报|简讯|短讯|要闻|热闻|观点|视点|聚焦|关注|消息|动态|微头条|快看|速看|速讯|热讯|热讯汇|百事通|热消息)\s*[丨|｜:：!！]+\s*",
    r"|正在阅读\s*[:：]\s*|(?:[帖贴]子)?(?:标题|主题)\s*[:：]\s*|[【\[(（]转(?:帖|贴|载)?[】\])）]\s*",
    r"|[【\[](?:[^】\]]{1,8})?(?:头条|快讯|资讯|热点|看点|播报|时快讯|快播报|聚看点|速看料|热闻)[】\]]\s*)",
));
static TRAILING_TAG: Pattern = Pattern::new(
    r"(?:\s*\[复制链接\]|\s*[(（\[【]转(?:帖|贴|载)?[)）\]】]|\s*[【\[]\p{Han}{0,4}(?:头条|快讯|资讯|热点|看点|播报|速览|速看|快看|聚焦|短讯|热闻)\p{Han}{0,4}[】\]]|\s*[-_—–|丨｜]\s*(?:[\p{Han}A-Za-z]{0,8}(?:网|频道|新闻|要闻|资讯|快讯|热闻|短讯|头条|播报|速看|看点|观点|焦点|通讯|关注|精选|快看|速讯|热讯|热点|快报|环球|消息|速递|速览|日报|晚报|早报|晨报|客户端|电子版)))$",
);

/// Where a line stands, and what its page says of it.
#[derive(Clone, Copy, Debug)]
#[allow(clippy::struct_excessive_bools, reason = "each is one thing that its page says of it")]
struct Place {
    /// The line of source or date stands right below.
    above_source: bool,
    /// Blocks from there to the story.
    distance: usize,
    /// It is the page's own headline by its tag.
    headline: bool,
    /// The page's head gives it.
    told: bool,
    /// Its subtitle stands right below, or what its asker adds.
    subtitled: bool,
}

/// The title of the story at `start`, which says these pairs, if the page shows one. `spam` are the
/// keywords that its furniture shows. With it, by how much it was
/// chosen, in the unit of `score`.
pub fn title(
    page: &str,
    blocks: &[Block],
    verdicts: &[Option<Verdict>],
    head: &[HeadValue],
    start: usize,
    story: &[Pair],
    spam: &[String],
) -> Option<(Title, i64)> {
    let from = start.saturating_sub(REACH);
    let above_source = (from..start).map(|at| is_above_source(blocks, verdicts, at, start));
    let mut best: Option<(f64, TextRange)> = None;
    let mut all: Vec<(f64, &str)> = Vec::new();
    let mut lone: Option<(f64, TextRange)> = None;
    let ways = (0..start).filter(|at| verdicts[*at].is_some_and(|told| told.rule == "breadcrumb"));
    let ways: Vec<&str> = ways.map(|at| blocks[at].raw).collect();
    let is_told = |text: &str, headline| {
        is_told(text, head, headline) || ways.iter().any(|way| is_end(way, text))
    };
    for (at, above_source) in (from..start).zip(above_source) {
        let rule = verdicts[at].map(|verdict| verdict.rule);
        if rule.is_some_and(|rule| !MAY_TITLE.contains(&rule)) {
            continue;
        }
        // A title without its tag is as long.
        if blocks[at].han < LEAST_HAN && !blocks[at].tags.headline && !is_kind(blocks[at].raw) {
            continue;
        }
        let mut core = core(blocks[at].raw, spam);
        let class = class(&blocks[at].raw[core.clone()]);
        let rest = &blocks[at].raw[core.start + class..core.end];
        let headline = blocks[at].tags.headline;
        if class > 0 && is_told(rest, headline) && !is_told(&blocks[at].raw[core.clone()], headline)
        {
            core.start += class;
        }
        let range = TextRange::of(
            blocks[at].range.start() as usize + core.start,
            blocks[at].range.start() as usize + core.end,
        );
        let Some(text) = range.slice(page) else { continue };
        // Below a question, what its asker adds; below an entry's key, its value.
        let is_value = at > 0 && blocks[at - 1].chars <= 6 && is_key(&blocks[at - 1].text);
        if is_value || explains(blocks, verdicts, at, start) {
            continue;
        }
        let place = Place {
            above_source,
            distance: start - at,
            headline: blocks[at].tags.headline && !is_way(text),
            told: is_told(text, headline),
            subtitled: blocks[at + 1].text.starts_with("——") && !blocks[at + 1].is_prose()
                || explains(blocks, verdicts, at + 1, start),
        };
        let found = score(text, rule, &place, story);
        all.extend(found.map(|score| (score, text)));
        if let Some(score) = found
            .filter(|score| best.as_ref().is_none_or(|(most, _)| score + REPEATED >= *most))
            .map(|score| score + if is_repeated(page, blocks, at, text) { REPEATED } else { 0.0 })
            // Of equals the one nearer to the story.
            && best.as_ref().is_none_or(|(most, _)| score >= *most)
        {
            best = Some((score, range));
            if is_lone(blocks, verdicts, at, start) {
                lone = best;
            }
        }
    }
    // What says nothing of its story is its title where nothing else may be.
    let lone = lone
        .filter(|(score, _)| score + LONE >= LEAST)
        .map(|(score, range)| (score.max(LEAST), range));
    let (score, range) = best.filter(|(score, _)| *score >= LEAST).or(lone)?;
    let text = range.slice(page)?;
    let others =
        all.into_iter().filter(|(_, other)| !other.contains(text) && !text.contains(other));
    let next = others.map(|(score, _)| score).fold(LEAST, f64::max);
    let title = Title { text: text.to_owned(), range };
    // A line of source below is worth about what a paragraph is.
    Some((title, ((score - next) * CHOSEN) as i64))
}

/// The story's first line is no part of it but asks or calls what its prose tells:
/// `三市共用仪器一年,谁受益?` and a paragraph below it.
pub fn asks(blocks: &[Block], verdicts: &[Option<Verdict>], at: usize, story: &[usize]) -> bool {
    let block = &blocks[at];
    let alone = blocks.get(at + 1).is_some_and(|next| next.line != block.line && next.is_prose());
    let asks =
        block.text.ends_with(['?', '？', '!', '！']) && !block.text.starts_with(['“', '"', '「']);
    if !alone || !asks || verdicts[at].is_some() || !is_shaped(&block.text) {
        return false;
    }
    let own = pairs(std::iter::once(&*block.text));
    let told = pairs(story.iter().map(|at| &*blocks[*at].text));
    let shared = own.iter().filter(|pair| told.binary_search(pair).is_ok()).count();
    shared * 100 >= own.len() * ASKED
}

/// A line that is known to be a title, without tags and spam.
pub fn headline(page: &str, blocks: &[Block], at: usize, spam: &[String]) -> Option<Title> {
    let core = core(blocks[at].raw, spam);
    let from = blocks[at].range.start() as usize;
    let range = TextRange::of(from + core.start, from + core.end);
    Some(Title { text: range.slice(page)?.to_owned(), range })
}

/// A line right below a shorter question asks too, and answers follow: it explains the question.
fn explains(blocks: &[Block], verdicts: &[Option<Verdict>], at: usize, start: usize) -> bool {
    let asks = |block: &Block| block.text.ends_with(['？', '?']);
    let is_answer = |at: usize| verdicts[at].is_some_and(|told| told.rule == "answer-head");
    let above = at.checked_sub(1).map(|above| &blocks[above]);
    asks(&blocks[at])
        && above.is_some_and(|above| asks(above) && above.chars < blocks[at].chars)
        && (at + 1..start).any(is_answer)
}

/// The line of source or date stands right below, a name or a button between them aside; the way to
/// the page stands above its title.
fn is_above_source(
    blocks: &[Block],
    verdicts: &[Option<Verdict>],
    at: usize,
    start: usize,
) -> bool {
    let is_source = |at: usize| {
        matches!(
            verdicts[at].map(|verdict| verdict.rule),
            Some("source-line" | "timestamp" | "credit")
        )
    };
    let is_way = |at: usize| verdicts[at].is_some_and(|verdict| verdict.rule == "breadcrumb");
    !is_source(at)
        && (at + 1..start.min(at + 4))
            .take_while(|below| !is_way(*below))
            .take_while(|below| *below == at + 1 || is_source(*below) || blocks[*below].chars <= 24)
            .any(|below| is_source(below) && blocks[below].chars > 4)
}

/// No rule knows the line, and rules know the one above it and all between it and the story, a name
/// aside.
fn is_lone(blocks: &[Block], verdicts: &[Option<Verdict>], at: usize, start: usize) -> bool {
    let known =
        |at: usize| verdicts[at].is_some() || blocks[at].han <= 4 || is_entry(&blocks[at].text);
    start - at <= NEAR
        && verdicts[at].is_none()
        && at.checked_sub(1).is_none_or(known)
        && (at + 1..start).all(known)
}

/// The way to the page, which ends in its headline: heads and `h1` often give all of it.
fn is_way(text: &str) -> bool {
    text.contains(['>', '＞', '〉', '»', '_', '|', '｜'])
}

/// A kind of notice that is a title by itself.
fn is_kind(text: &str) -> bool {
    KINDS.iter().any(|kind| kind.len() == text.len())
        && KINDS.contains(&&*deltascope_text::simplified(text))
}

/// The way to a column, which ends in its name: `江畔网 > 要闻`.
fn is_step(text: &str) -> bool {
    let (_, column) = text.rsplit_once(['>', '＞', '›', '»']).unwrap_or_default();
    let column = column.trim();
    (1..=COLUMN).contains(&column.chars().count()) && column.chars().all(is_han)
}

/// The page's head gives the line as its title, before the name of its site or as a part of it.
fn is_told(text: &str, head: &[HeadValue], headline: bool) -> bool {
    if head.is_empty() {
        return false;
    }
    let bare = |text: &str| -> String { text.chars().filter(|char| !is_blank(*char)).collect() };
    let (way, text) = (is_way(text), bare(text));
    let long = text.chars().count() >= LEAST_TOLD;
    let mut titles = head.iter().filter(|value| value.key == HeadKey::Title);
    titles.any(|title| {
        let title = bare(&title.text);
        let rest = title.strip_prefix(&*text);
        rest == Some("")
            || (long || headline) && rest.is_some_and(|rest| rest.starts_with(ENDS))
            || headline && !way && rest.is_some_and(is_added)
            || long && !way && title.contains(&text)
    })
}

/// What ends a title in a page's head, before the name of its site.
const ENDS: [char; 5] = ['_', '-', '|', '–', '—'];
/// The most characters that a head adds to a headline: `的做法`, `招聘信息`.
const ADDED: usize = 5;

/// A word that the head adds to the headline, before the name of the site.
fn is_added(rest: &str) -> bool {
    rest.find(ENDS).is_some_and(|end| rest[..end].chars().count() <= ADDED)
}

/// The way to the page ends in the line: `论坛 › 数码 › 三市共用仪器一年记`.
fn is_end(way: &str, text: &str) -> bool {
    let before = way.strip_suffix(text).unwrap_or_default().trim_end();
    text.chars().count() >= LEAST_TOLD && before.ends_with(['>', '›', '»', '＞', '/'])
}

/// The bytes of a forum's class of threads at the start: `[体验分享]三市共用仪器一年记`.
fn class(text: &str) -> usize {
    let inner = text.strip_prefix(['[', '【']).and_then(|rest| rest.split_once([']', '】']));
    let inner = inner.filter(|(class, _)| (2..=6).contains(&class.chars().count()));
    inner.map_or(0, |(_, rest)| text.len() - rest.trim_start().len())
}

fn is_repeated(page: &str, blocks: &[Block], at: usize, text: &str) -> bool {
    let title = memmem::Finder::new(text);
    let (start, end) = (blocks[at].range.start() as usize, blocks[at].range.end() as usize);
    let is_in = |page: &str| title.find(page.as_bytes()).is_some();
    // Nearly no line stands again on its page, in one block or over several.
    (is_in(&page[..start]) || is_in(&page[end..]))
        && blocks.iter().enumerate().any(|(other, block)| {
            let fits = other != at && block.raw.len() >= text.len();
            fits && title.find(block.raw.as_bytes()).is_some()
        })
}

fn score(text: &str, rule: Option<&'static str>, place: &Place, story: &[Pair]) -> Option<f64> {
    let Place { above_source, distance, headline, told, subtitled } = *place;
    // What a rule takes for furniture must speak of the story all the more.
    let least = match rule {
        None => 0.0,
        Some("link-list" | "linked" | "aside" | "caption") if told || headline => 0.0,
        Some("link-list" | "linked" | "aside" | "teaser" | "caption") if above_source => 0.1,
        Some("link-list" | "linked" | "aside" | "teaser" | "caption" | "share-widget") => 0.5,
        Some("comments" | "app-promotion" | "spam") if above_source => 0.25,
        Some(_) => return None,
    };
    // The head confirms a headline that is a word: `江獭`.
    let confirmed = told && headline && text.chars().count() >= 2;
    if !confirmed && !is_shaped(text) && !is_kind(text) {
        return None;
    }
    let han = text.chars().filter(|char| is_han(*char)).count();
    let simple = deltascope_text::simplified(text);
    if is_entry(&simple) || is_tabs(&simple) || is_step(&simple) {
        return None;
    }
    let own = pairs(std::iter::once(&*simple));
    let shared = own.iter().filter(|pair| story.binary_search(pair).is_ok()).count() as f64
        / own.len().max(1) as f64;
    if shared < least {
        return None;
    }
    let mut score = shared * 3.0 - distance as f64 * 0.03;
    score += if told { TOLD } else { 0.0 };
    score += if headline { HEADLINE } else { 0.0 };
    score += if above_source { 1.6 } else { 0.0 };
    score += if subtitled { SUBTITLED } else { 0.0 };
    score += if distance == 1 { 0.4 } else { 0.0 };
    score += if (9..=40).contains(&han) { 0.5 } else { 0.0 };
    Some(score)
}

/// What buttons and counters of a forum say.
static BUTTON: Pattern = Pattern::of(&[
    "楼主",
    "积分",
    "发消息",
    "电梯直达",
    "复制链接",
    "本版文章",
    "版面",
    "***",
    "+关注",
]);

/// A line that may be a title by its own look.
pub fn is_shaped(text: &str) -> bool {
    let chars = text.chars().count();
    let han = text.chars().filter(|char| is_han(*char)).count();
    let shape = (5..=64).contains(&chars)
        && han >= LEAST_HAN
        && han * 4 >= chars
        && !text.contains('。')
        && !text.ends_with(['；', '，', '：', ':'])
        && !text.starts_with(['▲', '△', '↑', '►', '▼'])
        // A subtitle: `——记江畔一家三代`.
        && !text.starts_with("——")
        // Who wrote it, as apps have it.
        && !text.starts_with("by ");
    shape && !BUTTON.is_match(text) && !is_spam(text) && !is_site_name(text)
}

/// An entry of a public office's index or of a forum's profile, `主题分类:城乡建设`, `门派:无`, or when
/// an account posted, `3小时前 · 江畔小筑`.
fn is_entry(text: &str) -> bool {
    let posted = text.starts_with(|char: char| char.is_ascii_digit())
        && ["秒前", "分钟前", "小时前", "天前"].iter().any(|ago| text.contains(ago));
    posted
        || is_place(text)
        || text.split_once([':', '：']).is_some_and(|(key, _)| is_key(key.trim()))
}

/// The key of such an entry: `索引号`, `发文机关：`.
fn is_key(text: &str) -> bool {
    const KEYS: [&str; 24] = [
        "索引",
        "索引号",
        "主题分类",
        "信息分类",
        "体裁分类",
        "组配分类",
        "发布机构",
        "发布机关",
        "发布单位",
        "发文机关",
        "发文字号",
        "文号",
        "有效性",
        "公开方式",
        "公开时限",
        "公开范围",
        "信息名称",
        "信息类别",
        "服务对象",
        "门派",
        "帮派",
        "头衔",
        "性别",
        "关键词",
    ];
    KEYS.contains(&text.trim_end_matches([':', '：']))
}

/// Where a post, a flat or a shop is: `江畔·清河区`.
fn is_place(text: &str) -> bool {
    text.split_once('·').is_some_and(|(city, part)| {
        let is_name = |name: &str, most| {
            (2..=most).contains(&name.chars().count()) && name.chars().all(is_han)
        };
        is_name(city, 3) && is_name(part, 5) && part.ends_with(['区', '县', '市', '镇'])
    })
}

/// The tabs above an entry or a post, `词条 讨论 编辑`: words of two to four characters, most of which
/// are what a reader may do; or the menu of a site, `江畔网 首页 图片`.
fn is_tabs(text: &str) -> bool {
    const TABS: [&str; 20] = [
        "词条",
        "条目",
        "讨论",
        "编辑",
        "历史",
        "源代码",
        "阅读",
        "查看",
        "评论",
        "收藏",
        "分享",
        "点赞",
        "回复",
        "只看楼主",
        "举报",
        "打印",
        "目录",
        "简介",
        "动态",
        "问答",
    ];
    let words = || text.split(|char: char| is_blank(char) || ['|', '｜', '/', '·'].contains(&char));
    let words = || words().filter(|word| !word.is_empty());
    if words().nth(2).is_none() {
        return false;
    }
    if words().any(|word| word == "首页") {
        return true;
    }
    let known = words().filter(|word| TABS.contains(word)).count();
    let short = |word: &str| (2..=4).contains(&word.chars().count());
    words().all(short) && known * 2 > words().count()
}

/// `江畔新闻网`, `江畔日报客户端`: a name of the site stands where titles do.
fn is_site_name(text: &str) -> bool {
    text.chars().count() <= 9
        && [
            "网",
            "報",
            "报",
            "網",
            "频道",
            "頻道",
            "新闻",
            "新聞",
            "客户端",
            "在线",
            "日报",
            "论坛",
            "人民政府",
        ]
        .iter()
        .any(|ending| text.ends_with(ending))
}

/// The bytes of a title line that are the title itself.
pub fn core(raw: &str, spam: &[String]) -> std::ops::Range<usize> {
    let (mut start, mut end) = (0, raw.len());
    loop {
        let text = &raw[start..end];
        let trimmed = text.trim_start_matches(is_blank);
        let lead = text.len() - trimmed.len();
        let tag = leading_tag(trimmed);
        let word = spam
            .iter()
            .find_map(|word| {
                let rest = trimmed.strip_prefix(word.as_str())?;
                if rest.starts_with(is_blank) {
                    return Some(word.len());
                }
                let title = rest.strip_prefix(MARKS)?;
                Some(trimmed.len() - title.len())
            })
            .unwrap_or(0);
        let cut = lead + tag.max(word);
        if cut == 0 || cut >= text.len() {
            break;
        }
        start += cut;
    }
    while let Some(at) = trailing_tag(raw[start..end].trim_end_matches(is_blank))
        .or_else(|| trailing_word(&raw[start..end], spam))
    {
        end = start + at;
    }
    let text = raw[start..end].trim_end_matches(is_blank);
    start..start + text.len()
}

/// What stands between a title and a keyword.
const MARKS: [char; 6] = ['-', '_', '|', '—', '–', '丨'];

/// Where a keyword at the end begins, behind such a mark: `三市共用仪器 - 线上炒股`.
fn trailing_word(text: &str, spam: &[String]) -> Option<usize> {
    let text = text.trim_end_matches(is_blank);
    let rest = spam.iter().find_map(|word| text.strip_suffix(word.as_str()))?;
    let title = rest.trim_end_matches(is_blank).strip_suffix(MARKS)?.trim_end_matches(is_blank);
    (!title.is_empty()).then_some(title.len())
}

/// The bytes of a tag at the start.
fn leading_tag(text: &str) -> usize {
    // One of these opens a tag or ends it.
    let may = text.starts_with(['•', '·', '■', '◆', '※', '*', '【', '[', '(', '（', '?', '？'])
        || text.contains(['丨', '|', '｜', ':', '：', '!', '！']);
    if may { LEADING_TAG.find(text).map_or(0, |found| found.end()) } else { 0 }
}

/// Where a tag at the end begins; a line is no tag as a whole.
fn trailing_tag(text: &str) -> Option<usize> {
    let may = text.contains(['-', '_', '—', '–', '|', '丨', '｜'])
        || text.ends_with([']', ')', '）', '】']);
    let found = if may { TRAILING_TAG.find(text) } else { None };
    found.map(|found| found.start()).filter(|at| *at > 0)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[track_caller]
    fn check(raw: &str, expected: &str) {
        assert_eq!(&raw[core(raw, &["线上炒股".to_owned()])], expected);
    }

    #[test]
    fn a_class_of_threads_is_told() {
        let told = |text: &str| &text[class(text)..] == "三市共用仪器";
        assert!(told("[体验分享] 三市共用仪器") && told("【闲聊】三市共用仪器"));
        assert!(!told("[这是很长的一个分类]三市共用仪器") && told("三市共用仪器"));
        assert!(!is_end("论坛 › 数码 › 三市共用仪器", "三市共用仪器"));
        assert!(is_end("论坛 › 数码 › 三市共用仪器一年", "三市共用仪器一年"));
    }

    /// The title of the last paragraph of a page of text.
    fn title_of(page: &str) -> Option<String> {
        let blocks = crate::block::blocks(page);
        let verdicts = crate::rules::verdicts(&blocks);
        let start = blocks.len() - 1;
        let said = pairs(std::iter::once(&*blocks[start].text));
        title(page, &blocks, &verdicts, &[], start, &said, &[]).map(|(title, _)| title.text)
    }

    #[test]
    fn what_stands_below_a_line_tells_whether_it_is_the_title() {
        let story = "三市共用仪器满一年,企业在线预约,排队时间缩短一半,小微企业还可领取补助。";
        let page = |head: &str| title_of(&format!("{head}\n{story}"));
        let subtitled = page("一年里有几千家企业排队预约\n三市共用仪器\n——平台运行见闻");
        assert_eq!(subtitled.as_deref(), Some("三市共用仪器"));
        let place = page("仪器企业预约平台\n三市·仪器区");
        assert_eq!(place.as_deref(), Some("仪器企业预约平台"));
        assert!(is_entry("江畔·清河区") && !is_entry("走进江畔·清河区"));
        let asked =
            page("共用仪器谁来付钱?\n我们厂第一次预约,费用由谁出,要不要押金?\n查看全部 96 个回答");
        assert_eq!(asked.as_deref(), Some("共用仪器谁来付钱?"));
        let way = page(
            "江畔诗刊首页诗人档案编辑部投稿\n您的位置:首页 > 正文\n共用仪器一年记\n来源:江畔网 2024-06-05",
        );
        assert_eq!(way.as_deref(), Some("共用仪器一年记"));
        let step = page("江畔网 > 要闻\n共用仪器一年记\n来源:江畔网 2024-06-05");
        assert_eq!(step.as_deref(), Some("共用仪器一年记"));
        let kind = page("江畔大学\n讣告\n发布时间:2016-03-27 浏览次数:5120");
        assert_eq!(kind.as_deref(), Some("讣告"));
        let column = page("江畔大学\n公告\n发布时间:2016-03-27 浏览次数:5120");
        assert_ne!(column.as_deref(), Some("公告"));
    }

    #[test]
    fn a_row_of_tabs_is_no_title() {
        for text in [
            "词条 讨论 编辑",
            "条目 | 讨论 | 查看历史",
            "简介 动态 评论 分享",
            "江畔新闻 首页 图片",
        ] {
            assert!(is_tabs(text), "{text}");
        }
        for text in [
            "好风 好雨 好年景",
            "三市 携手 讨论",
            "三市讨论 共用仪器 编辑",
            "讨论 编辑",
            "三市共用仪器 登上首页 头条",
            "三市共用仪器",
        ] {
            assert!(!is_tabs(text), "{text}");
        }
    }

    #[test]
    fn tags_and_spam_are_left_out() {
        check("环球头条丨三市共用仪器 | 一年记", "三市共用仪器 | 一年记");
        check("天天热消息:三市共用仪器", "三市共用仪器");
        check("【全球快播报】三市共用仪器", "三市共用仪器");
        check("三市共用仪器-环球快讯", "三市共用仪器");
        check("三市共用仪器_某某网", "三市共用仪器");
        check("三市共用仪器(组图)", "三市共用仪器(组图)");
        check("• 线上炒股 三市共用仪器?这场发布会作答", "三市共用仪器?这场发布会作答");
        check("线上炒股-三市共用仪器 - 线上炒股", "三市共用仪器");
        check("三市查处线上炒股", "三市查处线上炒股");
        check("三市共用仪器 两省跟进", "三市共用仪器 两省跟进");
        check("【转帖】三市共用仪器一年记 [复制链接]", "三市共用仪器一年记");
        check("主题：[转] 三市共用仪器一年记[转帖]", "三市共用仪器一年记");
        check("? 三市共用仪器一年记", "三市共用仪器一年记");
        check("* 贴子主题：三市共用仪器一年记[转帖]", "三市共用仪器一年记");
        check("当前热讯：三市共用仪器一年记【速览民生】", "三市共用仪器一年记");
        check("三市共用仪器一年记-江畔新消息", "三市共用仪器一年记");
        check("(图)三市共用仪器一年记", "(图)三市共用仪器一年记");
        check("【三市】共用仪器一年记【组图】", "【三市】共用仪器一年记【组图】");
        check("热讯汇丨三市共用仪器 - 天天要闻", "三市共用仪器");
        check("关注民生:三市共用仪器", "关注民生:三市共用仪器");
    }
}
