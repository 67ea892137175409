//! When the story was published, as the page states it, or nothing: no date is better than a wrong
//! one. A date of the page that cannot be the story's becomes the page's date only.

use std::sync::LazyLock;

use deltascope_model::{Basis, Edtf, PageDate, TextRange};
use regex::Regex;

use crate::block::Block;
use crate::rules::{Verdict, is_source_line};

/// How many blocks above the story are looked at.
const REACH: usize = 16;

static DATE: LazyLock<Regex> = LazyLock::new(|| {
    Regex::new(r"((?:19|20)\d{2})\s*[-/.年]\s*(\d{1,2})\s*[-/.月]\s*(\d{1,2})\s*日?")
        .expect("fixed")
});
static ENGLISH: LazyLock<Regex> = LazyLock::new(|| {
    Regex::new(r"(January|February|March|April|May|June|July|August|September|October|November|December) (\d{1,2}), ((?:19|20)\d{2})")
        .expect("fixed")
});
static KEYED: LazyLock<Regex> = LazyLock::new(|| {
    Regex::new(r"(?:发布|发表|刊登|实际入稿)(?:时间|日期|于)\s*[:：]").expect("fixed")
});
static THIS_YEAR: LazyLock<Regex> =
    LazyLock::new(|| Regex::new(r"今年\s*(\d{1,2})月").expect("fixed"));
static IN_TEXT: LazyLock<Regex> =
    LazyLock::new(|| Regex::new(r"((?:19|20)\d{2})年(\d{1,2})月(?:(\d{1,2})日)?").expect("fixed"));

/// A line this near above the story states its date, whatever else the line says.
const NEAR: usize = 3;
/// How many blocks below the story its date may stand, as in an official notice.
const BELOW: usize = 3;

/// The dates of a story and of its page.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Dates {
    /// The story's.
    pub published: Option<PageDate>,
    /// The page's, where it is another.
    pub page_date: Option<PageDate>,
}

/// Reads the dates above the story that starts at block `start`. `reposted` says that the page is a
/// host that re-posts others' stories under its own dates.
pub fn dates(
    blocks: &[Block],
    verdicts: &[Option<Verdict>],
    start: usize,
    body: &[usize],
    reposted: bool,
) -> Dates {
    let stated = |at: &usize| {
        let known = matches!(
            verdicts[*at].map(|verdict| verdict.rule),
            Some(
                "source-line"
                    | "editor-line"
                    | "newspaper-page"
                    | "timestamp"
                    | "breadcrumb"
                    | "share-widget"
                    | "link-list"
                    | "comments"
            )
        );
        // Between title and story any short line may state the date.
        let near = verdicts[*at].is_none() && at + NEAR >= start;
        (known || near) && blocks[*at].chars <= 90
    };
    let above = (start.saturating_sub(REACH)..start).rev().filter(stated);
    let end = body.last().map_or(start, |last| last + 1);
    let below = (end..blocks.len().min(end + BELOW)).filter(|at| is_sign_off(&blocks[*at]));
    let ranked = above
        .filter_map(|at| Some((rank(&blocks[at]), date_of(&blocks[at])?)))
        .chain(below.filter_map(|at| Some((3, date_of(&blocks[at])?))));
    // The best kind of line; of equals the one nearest to the story, which comes first.
    let Some((_, date)) = ranked.min_by_key(|(rank, _)| *rank) else {
        return Dates::default();
    };
    if reposted || contradicted(&date, blocks, body) {
        Dates { published: None, page_date: Some(date) }
    } else {
        Dates { published: Some(date), page_date: None }
    }
}

fn rank(block: &Block) -> u8 {
    match () {
        () if KEYED.is_match(&block.text) => 0,
        () if is_source_line(&block.text) => 1,
        () => 2,
    }
}

/// A line below the story that opens with the date: `2024年6月5日(星期三)`, `(2024-06-05 20:00)`.
fn is_sign_off(block: &Block) -> bool {
    let text = block.text.trim_start_matches(['(', '（', '[', '完', '/', '／', ' ']);
    block.chars <= 40
        && !block.is_prose()
        && DATE.find(text).is_some_and(|found| found.start() == 0)
}

fn date_of(block: &Block) -> Option<PageDate> {
    let english = || {
        let found = ENGLISH.captures(&block.raw)?;
        let month =
            ["Jan", "Feb", "Mar", "Apr", "May", "Jun", "Jul", "Aug", "Sep", "Oct", "Nov", "Dec"]
                .iter()
                .position(|name| found[1].starts_with(name))?;
        Some((found.get(0)?, found[3].parse().ok()?, month as u32 + 1, found[2].parse().ok()?))
    };
    let numeric = || {
        let found = DATE.captures(&block.raw)?;
        let part = |nth: usize| found[nth].parse::<u32>().ok();
        Some((found.get(0)?, part(1)? as i32, part(2)?, part(3)?))
    };
    let (whole, year, month, day) = numeric().or_else(english)?;
    let edtf = Edtf::day(year, month, day)?;
    let from = block.range.start() as usize;
    Some(PageDate {
        edtf,
        basis: Basis::Stated,
        range: TextRange::of(from + whole.start(), from + whole.end()),
    })
}

/// The story tells of the past what lies after the date: `今年6月启动` on a page of January.
fn contradicted(date: &PageDate, blocks: &[Block], body: &[usize]) -> bool {
    let Some(page_day) = date.edtf.bounds().last else { return false };
    let year = *date.edtf.years().start();
    body.iter().any(|at| {
        let text = &blocks[*at].text;
        clauses(text).filter(|clause| !looks_ahead(clause)).any(|clause| {
            let this_year = THIS_YEAR
                .captures_iter(clause)
                .filter_map(|found| Edtf::month(year, found[1].parse().ok()?));
            // A plan that runs over several sentences says only once that it is one.
            let told = !looks_ahead(text) && PAST.iter().any(|word| clause.contains(word));
            let stated = IN_TEXT
                .captures_iter(clause)
                .filter(|_| told)
                .filter_map(|found| Edtf::month(found[1].parse().ok()?, found[2].parse().ok()?));
            this_year
                .chain(stated)
                .any(|month| month.bounds().first.is_some_and(|first| first > page_day))
        })
    })
}

/// Words that tell of what is done.
const PAST: [&str; 10] = ["了", "已", "曾", "昨", "日前", "近日", "完成", "召开", "举行", "启动"];

fn clauses(text: &str) -> impl Iterator<Item = &str> {
    text.split(['。', '；', '！', '？'])
}

/// Words of plans and rules to come, in whose clause a later date is no contradiction.
fn looks_ahead(clause: &str) -> bool {
    [
        "将",
        "拟",
        "计划",
        "预计",
        "力争",
        "到20",
        "起施行",
        "起实施",
        "目标",
        "截止",
        "截至",
        "前完成",
        "年底前",
        "即将",
        "有望",
        "定于",
        "明年",
    ]
    .iter()
    .any(|word| clause.contains(word))
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::{block::blocks, rules::verdicts};

    #[track_caller]
    fn check(head: &str, story: &str, published: Option<&str>, page_date: Option<&str>) {
        let page = format!("{head}\n{story}");
        let blocks = blocks(&page);
        let start = blocks.len() - 1;
        let found = dates(&blocks, &verdicts(&blocks), start, &[start], false);
        let show = |date: &Option<PageDate>| date.as_ref().map(|date| date.edtf.to_string());
        assert_eq!(
            (show(&found.published).as_deref(), show(&found.page_date).as_deref()),
            (published, page_date)
        );
    }

    const STORY: &str = "三市科技部门上周商定共用大型仪器,费用由双方分担。";

    #[test]
    fn the_line_of_source_gives_the_date() {
        check("标题\n来源:某报2025-03-10 13:16", STORY, Some("2025-03-10"), None);
        check("标题\n2012年01月11日 08:21:55 | 来源: 某报", STORY, Some("2012-01-11"), None);
        check("标题\nJune 5, 2024 06:00 AM | 151 次", STORY, Some("2024-06-05"), None);
        check("标题", STORY, None, None);
        check("标题\n2025-02-30 来源:某报", STORY, None, None);
    }

    #[test]
    fn a_past_event_after_the_date_makes_it_the_pages() {
        let later = "今年6月,三市启动首批项目,共用大型仪器。";
        check("标题\n发布日期:2025-01-22 13:22", later, None, Some("2025-01-22"));
        let planned = "今年6月,三市将启动首批项目,共用大型仪器。";
        check("标题\n发布日期:2025-01-22 13:22", planned, Some("2025-01-22"), None);
    }
}
