//! When the story was published, as the page states it, or nothing: no date is better than a wrong
//! one. A date of the page that cannot be the story's becomes the page's date only.
//!
//! Looked for, in this order: in a line above the story, the best kind of line first; in the head of
//! a newspaper's page, which dates every story below; in a signature or a keyed line below.

use std::ops::Range;
use std::sync::LazyLock;

use deltascope_model::{Basis, Edtf, HeadKey, PageDate, TextRange};
use regex::Regex;

use super::around::Around;
use super::dateline;
use super::day::{Day, days};
use super::past::contradicted;
use crate::block::Block;
use crate::rules::is_source_line;

/// A longer line, in characters, states no date of the page.
const LONGEST: usize = 90;
/// How many blocks of a page the head of a newspaper's page may take.
const HEAD: usize = 12;

static KEYED: LazyLock<Regex> = LazyLock::new(|| {
    Regex::new(
        r"(?:发布|发表|刊登|出版|刊发|实际入稿|上传|发稿)(?:时间|日期|于)?\s*[:：]|(?:发布|发表)于",
    )
    .expect("fixed")
});
/// Days of something else: of saving, of a later change, of the list that the line heads.
static OTHER: LazyLock<Regex> = LazyLock::new(|| {
    Regex::new(
        r"快照|现在时间|现在是|今天是|当前时|时区|修订|生成|抓取|采集|GMT|更新(?:时间|日期|于)?\s*[:：]?\s*$|最后由|注册|截止|有效期",
    )
    .expect("fixed")
});
/// A day without its year, alone in its words.
static YEARLESS: LazyLock<Regex> =
    LazyLock::new(|| Regex::new(r"\b([01]?[0-9])[-/月]([0-3]?[0-9])(?:日|\b)").expect("fixed"));
static ISSUE: LazyLock<Regex> = LazyLock::new(|| {
    Regex::new(r"第\s*[A-Z]?\d{1,3}\s*版|[A-Z]\d{1,2}\s*版|数字报|电子[报版]|农历").expect("fixed")
});

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
    let own = if around.leads { above(around) } else { None };
    let found = own.or_else(|| issue(around)).or_else(|| {
        let signed = || known.signed.cloned();
        if around.leads { below(around).or_else(signed) } else { signed() }
    });
    let found = found.or_else(|| if around.leads { confirmed(around) } else { None });
    let told = of_dateline(around, known.dateline);
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
        let (rank, day) = days(block.raw)
            .into_iter()
            .filter_map(|day| Some((rank(around, at, &day)?, day)))
            .min_by_key(|(rank, _)| *rank)?;
        Some((rank, stated(block, day)))
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
    let between = around.title.is_some_and(|title| at > title && around.start() - title <= 8)
        && around.rule(at).is_none()
        && !block.is_prose();
    block.chars <= LONGEST && (known || post || between)
}

/// How well a date in a line is the story's, the least the best; none where it is another's.
fn rank(around: &Around<'_>, at: usize, day: &Day) -> Option<u8> {
    let block = &around.blocks[at];
    let before = before(block, &day.range);
    if OTHER.is_match(&before) {
        return None;
    }
    // A bare day above the title belongs to what stands there.
    let over_title = around.title.is_some_and(|title| at + 1 < title);
    let bare = around.rule(at) == Some("timestamp");
    match () {
        () if KEYED.is_match(&before) || is_told(around, &day.edtf) => Some(0),
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
        let fits = fits && !matches!(around.rule(at), Some("teaser" | "comments" | "disclaimer"));
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

/// The Simplified text of a line before a date in it.
fn before(block: &Block, range: &Range<usize>) -> String {
    let chars = block.raw[..range.start].chars().count();
    block.text.chars().take(chars).collect()
}

/// The day in the head of a newspaper's page: `江畔日报 2016年11月20日 星期日 第A07版`.
fn issue(around: &Around<'_>) -> Option<PageDate> {
    around.blocks.iter().take(HEAD.min(around.start())).find_map(|block| {
        let fits =
            block.chars <= LONGEST && ISSUE.is_match(&block.text) && !OTHER.is_match(&block.text);
        let mut days = if fits { days(block.raw) } else { Vec::new() };
        let day = days.pop()?;
        days.is_empty().then(|| stated(block, day))
    })
}

/// A line below the story that says when it was published: `发布时间:…`, `【2012/01/12 江畔報】`.
fn below(around: &Around<'_>) -> Option<PageDate> {
    around.below().filter(|at| around.rule(*at) != Some("disclaimer")).find_map(|at| {
        let block = &around.blocks[at];
        let day = (block.chars <= LONGEST)
            .then(|| days(block.raw))
            .filter(|days| days.len() == 1)?
            .pop()?;
        let before = before(block, &day.range);
        let head =
            block.raw.starts_with(['【', '（', '(']) && day.range.start <= 6 && block.chars <= 40;
        let keyed = KEYED.is_match(&before) && !OTHER.is_match(&before);
        (keyed || head && is_source_line(&block.text)).then(|| stated(block, day))
    })
}

/// The day of a dateline that names its year, `江畔社2012年1月11日讯`: a story goes out on it or on
/// the next.
fn of_dateline(around: &Around<'_>, dateline: Option<&str>) -> Option<PageDate> {
    let credit =
        dateline.filter(|credit| dateline::day_of(credit).is_some_and(|day| day.0.is_some()))?;
    around.story.iter().take(3).find_map(|at| {
        let block = &around.blocks[*at];
        block.text.contains(credit).then_some(())?;
        let day = days(block.raw).into_iter().next()?;
        Some(PageDate { basis: Basis::Inferred, ..stated(block, day) })
    })
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
    use crate::{block::blocks, rules::verdicts};

    const STORY: &str = "三市科技部门上周商定共用大型仪器,费用由双方分担。";

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
        let around = Around {
            blocks: &blocks,
            verdicts: &verdicts,
            story: &[at],
            title,
            site: None,
            head: &[],
            leads: true,
        };
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
            let around = Around {
                blocks: &blocks,
                verdicts: &verdicts,
                story: &[2],
                title: Some(0),
                site: None,
                head: &head,
                leads: true,
            };
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
        let around = Around {
            blocks: &blocks,
            verdicts: &verdicts,
            story: &[0],
            title: None,
            site: None,
            head: &[],
            leads: true,
        };
        let credit = Some("江畔社2012年1月11日讯");
        let known = Known { paragraphs: &[story], dateline: credit, reposted: false, signed: None };
        let date = dates(&around, &known).published.unwrap();
        assert_eq!((date.edtf.as_str(), date.basis), ("2012-01-11", Basis::Inferred));
        assert_eq!(date.range.slice(story), Some("2012年1月11日"));
    }

    #[test]
    fn a_keyed_line_below_dates_the_story() {
        check("三市共用仪器", STORY, "发布时间:2023-01-15", Some("2023-01-15"), None);
        check("三市共用仪器", STORY, "【2012/01/12 江畔报】", Some("2012-01-12"), None);
    }

    #[test]
    fn a_past_event_after_the_date_makes_it_the_pages() {
        let later = "今年6月,三市启动首批项目,共用大型仪器。";
        check("三市共用仪器\n发布日期:2025-01-22 13:22", later, "", None, Some("2025-01-22"));
    }
}
