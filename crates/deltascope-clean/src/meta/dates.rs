//! When the story was published, as the page states it, or nothing: no date is better than a wrong
//! one. A date of the page that cannot be the story's becomes the page's date only.
//!
//! Looked for, in this order: in a line above the story, the best kind of line first; in the head of
//! a newspaper's page, which dates every story below; in a signature or a keyed line below. Where no
//! line has a day, a month or year right above the story is the date, and stays one.

use std::ops::Range;

use deltascope_model::{Basis, Edtf, HeadKey, PageDate, TextRange};

use super::around::Around;
use super::dateline;
use super::day::{Day, days};
use super::month::{self, Shown, month};
use super::past::contradicted;
use crate::block::Block;
use crate::pattern::Pattern;
use crate::rules::is_source_line;

/// A longer line, in characters, states no date of the page.
const LONGEST: usize = 90;
/// A longer cell, in characters, is no key of the next one.
const LONGEST_KEY: usize = 8;
/// How many blocks of a page the head of a newspaper's page may take.
const HEAD: usize = 12;
/// How many blocks above a story without a title its month may stand.
const NEAR: usize = 3;
/// How many blocks may lie between a title and its story.
const BETWEEN: usize = 8;
/// So many days lie between what a story tells of and its dateline, where it is news.
const RIGHT_BEFORE: u32 = 3;
/// The rank of a day of change, behind all others.
const CHANGE: u8 = 3;

static KEYED: Pattern = Pattern::new(concat!(
    r"(?:发布|发表|刊登|出版|刊发|实际入稿|上传|发稿|录入|添加|加入|创建|张贴|公告|上版|刊出|公开|上线)",
    r"(?:(?:时间|日期)\s*(?:[:：|｜]|\s*$)|于?\s*[:：])|(?:发布|发表)于",
    r"|(?i:published|posted)(?: on)?\s*:?\s*$",
));
/// Days of something else: of saving, of a later change, of the list that the line heads.
static OTHER: Pattern = Pattern::new(
    r"快照|现在时间|现在是|今天是|今日是|当前时|时区|修订|生成|抓取|采集|GMT|最后由|最后修改|注册|截止|有效期|成立|(?:最后|数据|网站|本站|页面|本页)更新|(?i:last )updated|(?i:modified)",
);
/// A day of a change, which is the story's only where the lines around it have no other.
static CHANGED: Pattern =
    Pattern::new(r"(?:更新|修改)(?:时间|日期|于)?\s*[:：]?\s*$|(?i:updated)\s*:?\s*$");
/// The day of the week or the old calendar's, beside which a page's head shows today's date.
static TODAY: Pattern = Pattern::new(r"(?:星期|礼拜|周)[一二三四五六日天]|农历|欢迎");
/// Who wrote and published stands in the line.
static SOURCED: Pattern = Pattern::new(r"来源|记者|作者|编辑|责编|发布|发表|版次|稿源");
/// Buttons and headings of a newspaper's edition online.
const EDITION: [&str; 14] = [
    "上一版",
    "下一版",
    "上一期",
    "下一期",
    "版面导航",
    "标题导航",
    "版面目录",
    "版次",
    "版名",
    "版面",
    "往期",
    "数字报",
    "电子版",
    "总第",
];
/// The number of an edition: `第三百二十期`.
static NUMBERED: Pattern = Pattern::new(r"第\s*[\d一二三四五六七八九十百千〇零○]{1,8}\s*[期号]");
/// A day without its year, alone in its words.
static YEARLESS: Pattern = Pattern::new(r"\b([01]?[0-9])[-/月]([0-3]?[0-9])(?:日|\b)");
static ISSUE: Pattern =
    Pattern::new(r"第\s*[A-Z]?\d{1,3}\s*版|[A-Z]\d{1,2}\s*版|数字报|电子[报版]|农历");

/// The dates of a story and of its page.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Dates {
    /// The story's.
    pub published: Option<PageDate>,
    /// The page's, where it is another.
    pub page_date: Option<PageDate>,
}

/// What else is known of the story.
#[derive(Clone, Copy, Debug)]
pub struct Known<'a> {
    /// Its paragraphs in Simplified characters.
    pub paragraphs: &'a [&'a str],
    /// Its dateline.
    pub dateline: Option<&'a str>,
    /// The page is a host that re-posts others' stories under its own dates.
    pub reposted: bool,
    /// The day signed below it.
    pub signed: Option<&'a PageDate>,
}

/// Reads the dates.
pub fn dates(around: &Around<'_>, known: &Known<'_>) -> Dates {
    let own = if around.leads || around.title.is_some() { above(around) } else { None };
    let found = own.or_else(|| issue(around)).or_else(|| {
        let signed = || known.signed.cloned();
        if around.leads { below(around).or_else(signed) } else { signed() }
    });
    let found = found.or_else(|| if around.leads { confirmed(around) } else { None });
    let told = of_dateline(around, known.dateline);
    let found = found.or_else(|| if told.is_none() { rough(around) } else { None });
    let Some(date) = found else { return Dates { published: told, page_date: None } };
    if known.reposted || contradicted(&date, known.paragraphs.iter().copied(), known.dateline) {
        Dates { published: told, page_date: Some(date) }
    } else {
        Dates { published: Some(date), page_date: None }
    }
}

/// The date of the best kind of line above the story; of equals the one nearest to it.
fn above(around: &Around<'_>) -> Option<PageDate> {
    let found = around.above().rev().filter(|at| may_date(around, *at)).filter_map(|at| {
        let block = &around.blocks[at];
        let mut from = 0;
        let (rank, day) = days(block.raw)
            .into_iter()
            .filter_map(|day| {
                let last = std::mem::replace(&mut from, day.range.end);
                Some((rank(around, at, last, &day)?, day))
            })
            .min_by_key(|(rank, _)| *rank)?;
        let basis = if rank == CHANGE { Basis::Inferred } else { Basis::Stated };
        Some((rank, PageDate { basis, ..stated(block, day) }))
    });
    Some(found.min_by_key(|(rank, _)| *rank)?.1)
}

/// The block is of a kind that dates the story: no teaser, no line of another list.
fn may_date(around: &Around<'_>, at: usize) -> bool {
    let block = &around.blocks[at];
    let known = matches!(
        around.rule(at),
        Some(
            "source-line"
                | "editor-line"
                | "newspaper-page"
                | "timestamp"
                | "breadcrumb"
                | "share-widget"
                | "link-list"
                | "comments"
                | "credit"
        )
    );
    // The head of a forum's post, where it says that it is one: `1# 发表于 2010-10-2 20:15`.
    let post = around.rule(at) == Some("comment-head") && KEYED.is_match(&block.text);
    // Lines that no rule knows, right between title and story.
    let between = around.title.is_some_and(|title| at > title && around.start() - title <= BETWEEN)
        && around.rule(at).is_none()
        && !block.is_prose();
    block.chars <= LONGEST && (known || post || between)
}

/// How well a date in a line is the story's, the least the best; none where it is another's. The
/// date before it ends at `from`.
fn rank(around: &Around<'_>, at: usize, from: usize, day: &Day) -> Option<u8> {
    let block = &around.blocks[at];
    let key = key(around, at, from..day.range.start);
    if OTHER.is_match(&key) {
        return None;
    }
    // A bare day above the title belongs to what stands there, and one with the day of the week to
    // the page's head, which shows today's.
    let over_title = around.title.is_some_and(|title| at + 1 < title);
    let bare = around.rule(at) == Some("timestamp");
    let above = around.title.is_none_or(|title| at < title);
    let today = above && TODAY.is_match(&block.text) && !SOURCED.is_match(&block.text);
    match () {
        () if KEYED.is_match(&key) || is_told(around, &day.edtf) => Some(0),
        () if CHANGED.is_match(&key) => Some(CHANGE),
        () if today && !ISSUE.is_match(&block.text) => None,
        () if is_source_line(&block.text) && !bare => Some(1),
        () if bare && over_title => None,
        () => Some(2),
    }
}

/// The page's head gives the day as that of publishing.
fn is_told(around: &Around<'_>, edtf: &Edtf) -> bool {
    around.told(HeadKey::Date).any(|told| told == edtf.as_str())
}

/// A date that the page's head gives too, in any line around the story: in full, or without its
/// year, `06-05 10:12`, which is then inferred.
fn confirmed(around: &Around<'_>) -> Option<PageDate> {
    around.told(HeadKey::Date).next()?;
    around.above().rev().chain(around.below()).find_map(|at| {
        let block = &around.blocks[at];
        let fits = block.chars <= LONGEST && !block.is_prose() && Some(at) != around.title;
        let fits = fits
            && !matches!(around.rule(at), Some("teaser" | "listing" | "comments" | "disclaimer"));
        if !fits || OTHER.is_match(&block.text) {
            return None;
        }
        let full = days(block.raw).into_iter().find(|day| is_told(around, &day.edtf));
        full.map(|day| stated(block, day)).or_else(|| {
            let found = YEARLESS.captures(block.raw)?;
            let part = |nth: usize| found[nth].parse::<u32>().ok();
            let (month, day) = (part(1)?, part(2)?);
            let end = format!("-{month:02}-{day:02}");
            let told = around.told(HeadKey::Date).find(|told| told.ends_with(&end))?;
            let day = Day { edtf: Edtf::new(told).ok()?, range: found.get(0)?.range() };
            Some(PageDate { basis: Basis::Inferred, ..stated(block, day) })
        })
    })
}

/// The month or year in a line between title and story, or right above a story without a title.
fn rough(around: &Around<'_>) -> Option<PageDate> {
    let start = around.start();
    let from = match around.title.filter(|title| *title < start) {
        Some(title) => (title + 1).max(start.saturating_sub(BETWEEN)),
        None if around.leads => start.saturating_sub(NEAR),
        None => return None,
    };
    let lines = (from..start).filter(|at| {
        matches!(around.rule(*at), None | Some("source-line" | "timestamp" | "credit"))
    });
    let shown = |at: usize| month::shown(&around.blocks[at].text);
    let (best, at) = lines.filter_map(|at| Some((shown(at)?, at))).min()?;
    let block = &around.blocks[at];
    let date = month(block.raw)?;
    // Alone, a year heads what happened in it, and so do months where there are several.
    let alone = |at: &usize| shown(*at) == Some(Shown::Alone);
    let dates = best != Shown::Alone
        || month::names_month(&date) && (0..around.blocks.len()).filter(alone).nth(1).is_none();
    dates.then(|| stated(block, date))
}

/// The Simplified text before a date: in its line, or, where it opens a cell, the cell before it.
fn key(around: &Around<'_>, at: usize, range: Range<usize>) -> String {
    if range.end == 0
        && let Some(cell) = at.checked_sub(1).map(|cell| &around.blocks[cell])
        && cell.chars <= LONGEST_KEY
        && cell.text.trim_end_matches([':', '：']).ends_with(['间', '期'])
    {
        return cell.text.clone().into_owned();
    }
    around.line(at).simplified(range).to_owned()
}

/// The day in the head of a newspaper's page: `江畔日报 2016年11月20日 星期日 第A07版`.
fn issue(around: &Around<'_>) -> Option<PageDate> {
    let head = &around.blocks[..HEAD.min(around.start())];
    let is_edition = |block: &Block| {
        EDITION.iter().any(|word| block.text.contains(word)) || NUMBERED.is_match(&block.text)
    };
    let edition =
        head.iter().any(|block| block.chars <= LONGEST && !block.is_prose() && is_edition(block));
    head.iter().find_map(|block| {
        let heads = || edition && TODAY.is_match(&block.text);
        let fits = block.chars <= LONGEST
            && (ISSUE.is_match(&block.text) || heads())
            && !OTHER.is_match(&block.text);
        let mut days = if fits { days(block.raw) } else { Vec::new() };
        let day = days.pop()?;
        days.is_empty().then(|| stated(block, day))
    })
}

/// A line below the story that says when it was published: `发布时间:…`, `【2012/01/12 江畔報】`.
fn below(around: &Around<'_>) -> Option<PageDate> {
    around.below().filter(|at| around.rule(*at) != Some("disclaimer")).find_map(|at| {
        let block = &around.blocks[at];
        if around.story.last().is_some_and(|last| at == last + 1)
            && let Some(date) = answered(block)
        {
            return Some(date);
        }
        let day = (block.chars <= LONGEST)
            .then(|| days(block.raw))
            .filter(|days| days.len() == 1)?
            .pop()?;
        let key = key(around, at, 0..day.range.start);
        let head =
            block.raw.starts_with(['【', '（', '(']) && day.range.start <= 6 && block.chars <= 40;
        // `发表于` without a colon is what readers' posts say.
        let keyed = KEYED.is_match(&key)
            && !OTHER.is_match(&key)
            && !key.trim_end().ends_with('于')
            && !matches!(
                around.rule(at),
                Some("comments" | "comment-head" | "answer-head" | "listing")
            );
        // `《江畔日报》（2015年06月01日 02版）`, as papers sign what they give to others.
        let signed = block.raw.starts_with('《') && block.chars <= 40 && key.contains('》');
        (keyed || (head || signed) && is_source_line(&block.text)).then(|| stated(block, day))
    })
}

/// The foot of an answer or a post, right below it: `发布于 2020-06-05 10:12・IP 属地江畔`.
fn answered(block: &Block) -> Option<PageDate> {
    let written = ["发布于", "发表于"].iter().any(|word| block.text.starts_with(word));
    let changed = block.text.starts_with("编辑于");
    let fits = (written || changed) && block.text.contains("属地") && block.chars <= LONGEST;
    let day = if fits { days(block.raw).into_iter().next()? } else { return None };
    let basis = if changed { Basis::Inferred } else { Basis::Stated };
    Some(PageDate { basis, ..stated(block, day) })
}

/// The day of a dateline, `江畔社2012年1月11日讯`: a story goes out on it or on the next. The year is
/// the dateline's own, or that of the days right before it that the story tells of.
fn of_dateline(around: &Around<'_>, dateline: Option<&str>) -> Option<PageDate> {
    let credit = dateline?;
    let (year, month, day) = dateline::day_of(credit)?;
    if year.is_none() {
        let edtf = Edtf::day(told_year(around, month, day)?, month, day)?;
        return around.story.iter().take(3).find_map(|at| {
            let block = &around.blocks[*at];
            let range = dateline::day_in(block.raw).filter(|_| block.text.contains(credit))?;
            let day = Day { edtf: edtf.clone(), range };
            Some(PageDate { basis: Basis::Inferred, ..stated(block, day) })
        });
    }
    around.story.iter().take(3).find_map(|at| {
        let block = &around.blocks[*at];
        block.text.contains(credit).then_some(())?;
        let day = days(block.raw).into_iter().next()?;
        Some(PageDate { basis: Basis::Inferred, ..stated(block, day) })
    })
}

/// The year that the story states with a day right before the dateline's: `江畔报6月11日讯` and
/// `2023年6月10日上午` give 2023. None where it states several, or looks back at an anniversary.
fn told_year(around: &Around<'_>, month: u32, day: u32) -> Option<i32> {
    const BACK: [&str; 5] = ["周年", "年前", "纪念", "当年", "那年"];
    let mut year = None;
    for block in around.story.iter().map(|at| &around.blocks[*at]) {
        if BACK.iter().any(|word| block.text.contains(word)) {
            return None;
        }
        for told in days(block.raw) {
            let mut parts = told.edtf.as_str().split('-').map(str::parse::<u32>);
            let (Some(Ok(y)), Some(Ok(m)), Some(Ok(d))) =
                (parts.next(), parts.next(), parts.next())
            else {
                continue;
            };
            let near = m == month && (d..=d + RIGHT_BEFORE).contains(&day);
            let y = i32::try_from(y).ok()?;
            match year {
                Some(other) if other != y => return None,
                _ if near => year = Some(y),
                // A later day shows that the story is of another year.
                _ => {}
            }
        }
    }
    year
}

fn stated(block: &Block, day: Day) -> PageDate {
    let from = block.range.start() as usize;
    PageDate {
        edtf: day.edtf,
        basis: Basis::Stated,
        range: TextRange::of(from + day.range.start, from + day.range.end),
    }
}

#[cfg(test)]
mod tests {
    use deltascope_model::HeadValue;

    use super::*;
    use crate::block::blocks;
    use crate::rules::{Verdict, verdicts};

    const STORY: &str = "三市科技部门上周商定共用大型仪器,费用由双方分担。";

    /// What stands around a story at block `story`, below the title at block `title`.
    fn around<'a>(
        (blocks, verdicts): (&'a [Block<'a>], &'a [Option<Verdict>]),
        story: &'a [usize],
        title: Option<usize>,
        head: &'a [HeadValue],
    ) -> Around<'a> {
        Around { blocks, verdicts, story, title, site: None, head, leads: true }
    }

    #[track_caller]
    fn check(
        head: &str,
        story: &str,
        foot: &str,
        published: Option<&str>,
        page_date: Option<&str>,
    ) {
        let page = format!("{head}\n{story}\n{foot}");
        let blocks = blocks(&page);
        let verdicts = verdicts(&blocks);
        let at = blocks.iter().position(|block| block.raw == story).unwrap();
        let title = blocks.iter().position(|block| block.raw == "三市共用仪器");
        let story_at = [at];
        let around = around((&blocks, &verdicts), &story_at, title, &[]);
        let known = Known { paragraphs: &[story], dateline: None, reposted: false, signed: None };
        let found = dates(&around, &known);
        let show = |date: &Option<PageDate>| date.as_ref().map(|date| date.edtf.to_string());
        assert_eq!(
            (show(&found.published).as_deref(), show(&found.page_date).as_deref()),
            (published, page_date)
        );
    }

    #[test]
    fn the_line_of_source_gives_the_date() {
        check("三市共用仪器\n来源:某报2025-03-10 13:16", STORY, "", Some("2025-03-10"), None);
        check(
            "三市共用仪器\n2012年01月11日 08:21:55 | 来源: 某报",
            STORY,
            "",
            Some("2012-01-11"),
            None,
        );
        check("三市共用仪器", STORY, "", None, None);
        check("三市共用仪器\n2025-02-30 来源:某报", STORY, "", None, None);
        check(
            "三市共用仪器\n出版:2022-07-25 07:00 更新:2022-07-26 13:21",
            STORY,
            "",
            Some("2022-07-25"),
            None,
        );
    }

    #[test]
    fn the_foot_of_an_answer_dates_it() {
        let foot = "编辑于 2020-06-05 10:12・IP 属地江畔";
        check("三市共用仪器", STORY, foot, Some("2020-06-05"), None);
        check("三市共用仪器", STORY, &foot.replace("编辑", "发布"), Some("2020-06-05"), None);
        check("三市共用仪器", STORY, &format!("晚风\n{foot}"), None, None);
        check("三市共用仪器", STORY, "编辑于 2020-06-05 10:12", None, None);
    }

    #[test]
    fn a_day_of_something_else_is_not_the_storys() {
        check("一桥合龙\n2016-09-12 08:00\n\n关注\n三市共用仪器\n字号", STORY, "", None, None);
        check("三市共用仪器\n页面快照时间 2023-01-15 04:22", STORY, "", None, None);
        check("三市共用仪器", STORY, "相关阅读\n一桥合龙\n发布时间:2023-01-15", None, None);
    }

    #[test]
    fn a_newspapers_head_dates_its_page() {
        let head = "江畔日报 2016年11月20日 星期日 第A07版\n上一版 下一版\n三市共用仪器";
        check(head, STORY, "", Some("2016-11-20"), None);
    }

    #[test]
    fn a_date_of_the_head_confirms_what_the_page_shows() {
        let head = [HeadValue { key: HeadKey::Date, text: "2025-01-09".into() }];
        let of = |line: &str| {
            let page = format!("三市共用仪器\n{line}\n{STORY}");
            let blocks = blocks(&page);
            let verdicts = verdicts(&blocks);
            let around = around((&blocks, &verdicts), &[2], Some(0), &head);
            let known =
                Known { paragraphs: &[STORY], dateline: None, reposted: false, signed: None };
            dates(&around, &known).published.map(|date| (date.edtf.to_string(), date.basis))
        };
        let day = || "2025-01-09".to_owned();
        assert_eq!(of("张三 01-09 22:40"), Some((day(), Basis::Inferred)));
        assert_eq!(of("1月9日 张三"), Some((day(), Basis::Inferred)));
        assert_eq!(of("张三 01-10 22:40"), None);
        assert_eq!(of("张三"), None);
    }

    #[test]
    fn a_dateline_with_its_year_dates_the_story() {
        let story = "【江畔社2012年1月11日讯】三市商定共用大型仪器,费用由双方分担。";
        let blocks = blocks(story);
        let verdicts = verdicts(&blocks);
        let around = around((&blocks, &verdicts), &[0], None, &[]);
        let credit = Some("江畔社2012年1月11日讯");
        let known = Known { paragraphs: &[story], dateline: credit, reposted: false, signed: None };
        let date = dates(&around, &known).published.unwrap();
        assert_eq!((date.edtf.as_str(), date.basis), ("2012-01-11", Basis::Inferred));
        assert_eq!(date.range.slice(story), Some("2012年1月11日"));
    }

    #[test]
    fn a_day_before_the_dateline_gives_its_year() {
        let of = |told: &str| {
            let story = format!("江畔社6月11日讯 {told}");
            let page = format!("三市共用仪器\n2024-02-03 来源:江畔网\n{story}");
            let blocks = blocks(&page);
            let verdicts = verdicts(&blocks);
            let around = around((&blocks, &verdicts), &[2], Some(0), &[]);
            let known = Known {
                paragraphs: &[&story],
                dateline: Some("江畔社6月11日讯"),
                reposted: false,
                signed: None,
            };
            let found = dates(&around, &known);
            assert_eq!(found.page_date.unwrap().edtf.as_str(), "2024-02-03");
            found.published.map(|date| (date.edtf.to_string(), date.basis))
        };
        let inferred = |day: &str| Some((day.to_owned(), Basis::Inferred));
        assert_eq!(of("2023年6月10日上午,三市商定共用仪器。"), inferred("2023-06-11"));
        assert_eq!(of("三市商定共用仪器。"), None);
        assert_eq!(of("2023年3月2日,三市商定共用仪器。"), None);
        assert_eq!(of("2008年6月10日,三市遭遇洪水,今天是十五周年。"), None);
        assert_eq!(of("2023年6月10日签约,2021年6月9日立项。"), None);
    }

    #[test]
    fn days_of_lists_calendars_and_readers_are_not_the_storys() {
        for head in [
            "2024年3月15日 星期五\n首页 要闻\n三市共用仪器",
            "今天是2024年3月15日 星期五\n三市共用仪器",
            "现在是:2024年3月15日 10:22:31\n三市共用仪器",
            "一桥合龙\n2024-03-15 08:00\n二桥合龙\n2024-03-14 08:00\n要闻\n三市共用仪器",
            "三市共用仪器\n最后更新：2024-03-15",
            "三市共用仪器\n江畔网成立于2004-03-15",
        ] {
            check(head, STORY, "", None, None);
        }
        for foot in [
            "网友评论\n张三 发表于 2024-03-15 08:00\n好",
            "发表于 2024-03-15 08:00",
            "Copyright © 2024 江畔网",
            "页面生成时间：2024-03-15 11:20:33",
            "相关阅读\n发布时间:2024-03-15",
            "按月归档：2024-02 2024-01",
            "上一篇：一桥合龙 2024-03-15",
        ] {
            check("三市共用仪器", STORY, foot, None, None);
        }
    }

    #[test]
    fn a_day_of_change_dates_a_story_that_has_no_other() {
        check("三市共用仪器\n更新时间：2012-03-15 点击：12", STORY, "", Some("2012-03-15"), None);
        check(
            "三市共用仪器\n更新:2012-03-17\n发布日期\n2012-03-15",
            STORY,
            "",
            Some("2012-03-15"),
            None,
        );
    }

    #[test]
    fn an_edition_dates_its_stories() {
        let head = "江畔日报\n2021年04月16日 星期五\n版次：07 版名：副刊\n三市共用仪器";
        check(head, STORY, "", Some("2021-04-16"), None);
        let head = "江畔鄉報 第三百二十期\n中華民國一百年十二月十日 星期六\n三市共用仪器";
        check(head, STORY, "", Some("2011-12-10"), None);
    }

    #[test]
    fn a_keyed_line_below_dates_the_story() {
        check("三市共用仪器", STORY, "发布时间:2023-01-15", Some("2023-01-15"), None);
        check("三市共用仪器", STORY, "【2012/01/12 江畔报】", Some("2012-01-12"), None);
    }

    #[test]
    fn a_month_or_year_right_above_the_story_dates_it() {
        for (line, date) in [
            ("2022年8月 来源:江畔日报", "2022-08"),
            ("江畔社 2025-06", "2025-06"),
            ("2018年 来源:江畔日报", "2018"),
            ("发布日期：2018年", "2018"),
            ("2024年6月", "2024-06"),
        ] {
            check(&format!("三市共用仪器\n{line}"), STORY, "", Some(date), None);
            // A day says more, wherever it stands.
            let foot = "发布时间:2022-08-03";
            check(&format!("三市共用仪器\n{line}"), STORY, foot, Some("2022-08-03"), None);
        }
        check("要闻\n2024年6月", STORY, "", Some("2024-06"), None);
    }

    #[test]
    fn other_months_and_years_do_not() {
        for head in [
            "2024年6月\n三市共用仪器\n字号",
            "江畔日报 2024年6月\n一桥合龙\n三市共用仪器",
            "三市共用仪器\n2024年",
            "三市共用仪器\n2024年第6期",
            "三市共用仪器\n江畔杂志 2024年6月 总第6期",
            "三市共用仪器\n2024年6月三市大事",
            "三市共用仪器\n二桥通车 2024年6月",
        ] {
            check(head, STORY, "", None, None);
        }
        check("三市共用仪器\n2024年6月", STORY, "2024年7月\n一桥合龙", None, None);
        check("三市共用仪器", STORY, "江畔日报 2024年6月", None, None);
        let later = "2025年9月,三市启动首批项目,共用大型仪器,费用由各方分担。";
        check("三市共用仪器\n江畔日报 2024年6月", later, "", None, Some("2024-06"));
    }

    #[test]
    fn a_past_event_after_the_date_makes_it_the_pages() {
        let later = "今年6月,三市启动首批项目,共用大型仪器。";
        check("三市共用仪器\n发布日期:2025-01-22 13:22", later, "", None, Some("2025-01-22"));
    }
}
