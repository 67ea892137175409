//! The reference date of an article: what 今年 and 4日 count from.
//!
//! 1. the article's own date of publishing
//! 2. else its dateline (本报某地8月3日电) in the latest year that the page allows, or, where the page
//!    says nothing, in the first that the body's past allows
//! 3. else the page's date; else the latest month and day that the body states, in the latest year
//!    that the newest time stamp on the page allows (a page is saved after its newest teaser)
//! 4. else the latest year or date that the body states as past, if its first paragraph is of that
//!    year; a body that only looks back may be of any later one, and what was once (早在2000年) is no date of it
//!
//! Where the article was published a day or two after its dateline, 今天 counts from the dateline
//! ([`day_sent`]), the rest from the day of publishing.
//!
//! A past event after the reference shows that the reference is wrong (a re-post, a crawl date), unless
//! the lead tells of a day shortly before it: it then goes back a year and takes what the body and
//! the page's stamps still allow. Every step but
//! the first becomes an issue. This module never invents a day: it may answer with a month or year. Where it only
//! knows the first day that the article may be of, that dates nothing by itself ([`Reference::told_at`]).

use std::cell::LazyCell;

use deltascope_model::{Article, Basis, Edtf, Page, day_number};

use crate::figures::AsOf;
use crate::meaning::{Field, Meaning, Point};
use crate::moment::Moment;
use crate::rules::Scan;
use crate::spots::{Spots, Text};
use crate::tense::ends_clause;
use crate::times::{RawTime, scan};

/// An article's reference date, and the doubt about it.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub(crate) struct Reference {
    pub(crate) edtf: Option<Edtf>,
    pub(crate) doubt: Option<Doubt>,
    /// Whether the article may as well be of any later date.
    open: bool,
}

impl Reference {
    fn stated(edtf: Edtf) -> Self {
        Self { edtf: Some(edtf), ..Self::default() }
    }

    fn inferred(moment: Moment, open: bool) -> Self {
        let edtf = moment.edtf();
        Self { doubt: edtf.as_ref().map(|_| Doubt::Inferred), edtf, open }
    }

    /// The date as of which the article tells what it dates by nothing else. Its page may state when it was
    /// published; that a number is of then is inferred.
    pub(crate) fn told_at(&self) -> Option<AsOf> {
        Some(AsOf { edtf: self.edtf.clone()?, basis: Basis::Inferred, dated: !self.open })
    }
}

/// Why a reference date is doubtful.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(crate) enum Doubt {
    /// The page states none; this is worked out.
    Inferred,
    /// A past event lies after the date that the page states.
    Contradicted { stated: Edtf, event: String },
}

/// What a body says about its own time.
#[derive(Default)]
struct Clues {
    /// Points that the body tells as past, in order.
    past: Vec<(Point, String)>,
    /// How many of them stand in its first paragraph.
    in_lead: usize,
    /// Which of them may be announced, as they stand: `9月1日生效`.
    announced: Vec<usize>,
}

/// How far before a date its title may open, in bytes: a paragraph without any title is then not
/// read to its start for each date.
const LONGEST_TITLE: usize = 600;

/// A paragraph in Simplified characters with its time expressions.
#[derive(Clone, Copy)]
pub(crate) struct Paragraph<'a> {
    pub(crate) text: Text<'a>,
    pub(crate) times: &'a [RawTime],
}

/// Finds the reference date of an article with these paragraphs.
pub(crate) fn reference(article: &Article, page: &Page, body: &[Paragraph<'_>]) -> Reference {
    let clues = clues(body);
    let stamps = LazyCell::new(|| Stamps::of(&page.text));
    let stated =
        article.published.as_ref().or(article.page_date.as_ref()).map(|date| date.edtf.clone());
    if let Some(day) = article.published.is_none().then(|| dateline(article, body)).flatten() {
        let upper = stated.as_ref().and_then(Moment::of).or(stamps.newest);
        // A bare year may be of a plan; a month or day is told as past.
        let lower = || clues.latest_month().or_else(|| clues.latest_stated());
        let year = latest_before(day, upper).or_else(|| first_after(day, lower()));
        if let Some(day) = year {
            return Reference::inferred(day, false);
        }
    }
    if let Some(stated) = stated {
        let Some(now) = Moment::of(&stated) else {
            return Reference::stated(stated);
        };
        return match clues.after(now) {
            Some(event) => Reference {
                edtf: clues.in_year(now.year - 1, &stamps).edtf(),
                doubt: Some(Doubt::Contradicted { stated, event }),
                open: false,
            },
            None => Reference::stated(stated),
        };
    }
    match stamps.newest {
        Some(newest) => clues.latest_day(newest),
        None => {
            clues.of_lead().map_or_else(Reference::default, |day| Reference::inferred(day, true))
        }
    }
}

/// The points of a body that are told as past.
fn clues(body: &[Paragraph<'_>]) -> Clues {
    let mut clues = Clues::default();
    for (number, &Paragraph { text, times }) in body.iter().enumerate() {
        for time in times {
            let RawTime { range, meaning, .. } = time;
            let (Meaning::Point(point) | Meaning::Since(point)) = meaning else { continue };
            let (start, end) = (range.usize().start, range.usize().end);
            let before = text.get(..start).unwrap_or_default();
            let as_of = ["截至", "截止到"].iter().any(|word| before.ends_with(word));
            let deadline = !as_of && AHEAD_OF.iter().any(|word| before.ends_with(word));
            // 自今年10月起: an agreement sets when something will begin.
            let begins = range.slice(&text).is_some_and(|words| words.ends_with('起'))
                || text.get(end..).is_some_and(|behind| behind.starts_with('起'));
            let titled = || text.get(..start).is_some_and(in_title);
            let long_ago = || is_long_ago(before, text.get(end..).unwrap_or_default());
            if deadline || begins || titled() || long_ago() || time.looks_ahead(text) {
                continue;
            }
            if may_be_announced(text.get(end..).unwrap_or_default()) {
                clues.announced.push(clues.past.len());
            }
            clues.past.push((*point, range.slice(&text).unwrap_or_default().to_owned()));
        }
        // A line of source or byline is no lead.
        if number == 0 || clues.in_lead == 0 && body[..number].iter().all(|one| is_short(&one.text))
        {
            clues.in_lead = clues.past.len();
        }
    }
    clues
}

/// True for what is said of the future as of the past: `9月1日生效`, `今年10月在江畔举行`.
fn may_be_announced(behind: &str) -> bool {
    const BEGIN: [&str; 5] = ["生效", "施行", "实施", "执行", "开学"];
    const MEET: [&str; 4] = ["举行", "举办", "召开", "开幕"];
    let clause = behind.split(ends_clause).next().unwrap_or_default();
    let verb = clause.strip_prefix("正式").unwrap_or(clause);
    BEGIN.iter().any(|word| verb.starts_with(word))
        || MEET.iter().any(|word| clause.ends_with(word))
}

/// True for a year of the background: `早在2000年`, `2000年曾发行过`.
fn is_long_ago(before: &str, behind: &str) -> bool {
    before.ends_with("早在") || before.ends_with('曾') || behind.starts_with('曾')
}

/// True for a line too short to tell anything.
fn is_short(text: &str) -> bool {
    const LONGEST: usize = 20;
    text.chars().nth(LONGEST).is_none()
}

/// How many days before it is told something may have happened that is news.
const SHORTLY: i32 = 3;

/// Words before what is yet to come: 到2030年, 部署2026年的任务.
const AHEAD_OF: [&str; 6] = ["到", "至", "部署", "谋划", "安排", "展望"];

/// True inside 《》: the years of a plan's title are no date of the article.
fn in_title(before: &str) -> bool {
    let near = &before[before.floor_char_boundary(before.len().saturating_sub(LONGEST_TITLE))..];
    near.rfind('《') > near.rfind('》')
}

impl Clues {
    /// A point of this year that lies after the reference, though told as past; none where the lead tells
    /// of a day shortly before the reference, which is then right.
    fn after(&self, now: Moment) -> Option<String> {
        let lead = self.past.iter().take(self.in_lead);
        let number = |day: Moment| Some(day_number(day.year, day.month?, day.day?));
        let shortly = |(point, _): &(Point, String)| {
            let day = Some(in_year(*point, now.year)).filter(|_| point.year == Field::Open)?;
            Some((0..=SHORTLY).contains(&(number(now)? - number(day)?)))
        };
        if lead.into_iter().any(|clue| shortly(clue) == Some(true)) {
            return None;
        }
        let mut sure = self.past.iter().enumerate().filter(|(at, _)| !self.announced.contains(at));
        let found = sure.find(|(_, (point, _))| {
            point.year == Field::FromReference(0)
                && point.month.is_stated()
                && in_year(*point, now.year).is_after(now)
        });
        found.map(|(_, (_, text))| text.clone())
    }

    /// The latest date or year that the body states in full.
    fn latest_stated(&self) -> Option<Moment> {
        let stated = self.past.iter().filter_map(|(point, _)| match point.year {
            Field::Stated(year) => Some(in_year(*point, year)),
            _ => None,
        });
        stated.max()
    }

    /// The latest date with a month that the body states in full.
    fn latest_month(&self) -> Option<Moment> {
        let stated = self.past.iter().filter_map(|(point, _)| match point.year {
            Field::Stated(year) if point.month.is_stated() => Some(in_year(*point, year)),
            _ => None,
        });
        stated.max()
    }

    /// The latest date that the body states, where its first paragraph tells of that year: else it
    /// may be of any later one. Months that go on from there (2025年7月通过。8月1日公布) are of it too.
    fn of_lead(&self) -> Option<Moment> {
        let latest = self.latest_stated()?;
        let of_year = |(point, _): &&(Point, String)| point.year == Field::Stated(latest.year);
        self.past.iter().take(self.in_lead).find(of_year)?;
        let stated = self.past.iter().rposition(|clue| of_year(&clue))?;
        let goes_on = self.past.iter().skip(stated + 1).filter(|(point, _)| {
            matches!(point.year, Field::Open | Field::FromAntecedent(0))
                && point.month.is_stated()
                && point.day.is_stated()
        });
        let later = goes_on.map(|(point, _)| in_year(*point, latest.year));
        later.filter(|day| latest.month.is_some() && day.is_after(latest)).max().or(Some(latest))
    }

    /// The latest month and day without a year, in the latest year that `newest` allows; where the
    /// body has none, the latest date that it states, or that year alone.
    fn latest_day(&self, newest: Moment) -> Reference {
        let days = self.past.iter().filter(|(point, _)| {
            point.year == Field::Open && point.month.is_stated() && point.day.is_stated()
        });
        let latest = days.filter_map(|(point, _)| latest_before(*point, Some(newest))).max();
        let stated = self.latest_stated();
        let known = latest.or(stated).unwrap_or(Moment::year(newest.year));
        let earlier = self.after(newest).is_some();
        let last = newest.year - i32::from(earlier);
        let moment = if earlier && known.year > last { Moment::year(last) } else { known };
        let of_last = stated.is_some_and(|stated| stated.year >= last);
        Reference::inferred(moment, latest.is_none() && !of_last)
    }

    /// What is known of the reference when its year is this one.
    fn in_year(&self, year: i32, stamps: &Stamps) -> Moment {
        let named = self.past.iter().filter(|(point, _)| {
            matches!(point.year, Field::Open | Field::FromReference(0)) && point.month.is_stated()
        });
        let latest = named.map(|(point, _)| in_year(*point, year)).max();
        let teaser =
            stamps.newest_teaser.map(|(month, _)| Moment { year, month: Some(month), day: None });
        let latest = match (latest, teaser) {
            (Some(one), Some(two)) if two.month > one.month => Some(two),
            (one, two) => one.or(two),
        };
        // A month that the body names is only the earliest month that it can be from.
        match latest {
            Some(Moment { month: Some(_), day: Some(_), .. }) => {
                latest.unwrap_or(Moment::year(year))
            }
            Some(month) if Some(month) == teaser => month,
            _ => Moment::year(year),
        }
    }
}

fn in_year(point: Point, year: i32) -> Moment {
    let number = |field: Field| match field {
        Field::Stated(value) => u32::try_from(value).ok(),
        _ => None,
    };
    let month = number(point.month);
    Moment { year, month, day: month.and_then(|_| number(point.day)) }
}

/// A month and day in the latest year in which it is not after `upper`.
fn latest_before(point: Point, upper: Option<Moment>) -> Option<Moment> {
    let upper = upper?;
    let this_year = in_year(point, upper.year);
    Some(if this_year.is_after(upper) { in_year(point, upper.year - 1) } else { this_year })
}

/// A month and day in the first year in which it is not before `lower`, which is told as past.
fn first_after(point: Point, lower: Option<Moment>) -> Option<Moment> {
    let lower = lower?;
    let this_year = in_year(point, lower.year);
    Some(if lower.is_after(this_year) { in_year(point, lower.year + 1) } else { this_year })
}

/// The day of the dateline where the article was published a day or two later (本报8月3日讯 in the
/// paper of the 4th). A body that tells of 昨天 counts from its day of publishing instead.
pub(crate) fn day_sent(
    article: &Article,
    body: &[Paragraph<'_>],
    reference: Option<&Edtf>,
) -> Option<Edtf> {
    const YESTERDAY: [&str; 6] = ["昨日", "昨天", "昨晚", "昨夜", "昨晨", "昨（"];
    let now = reference.and_then(Moment::of)?;
    let number = |moment: Moment| Some(day_number(moment.year, moment.month?, moment.day?));
    let credit = dateline(article, body).or_else(|| credit_within(body))?;
    let sent = latest_before(credit, Some(now))?;
    let shortly = (1..=2).contains(&(number(now)? - number(sent)?));
    let told =
        |paragraph: &Paragraph<'_>| YESTERDAY.iter().any(|word| paragraph.text.contains(word));
    sent.edtf().filter(|_| shortly && !body.iter().any(told))
}

/// The month and day of a credit that captions or a source stand before: `…摄白石日报8月3日讯(记者…)`.
fn credit_within(body: &[Paragraph<'_>]) -> Option<Point> {
    /// A credit stands no further down than this paragraph.
    const LAST: usize = 3;
    const CLOSING: [&str; 4] = ["讯(", "讯（", "电(", "电（"];
    body.iter().take(LAST).find_map(|&Paragraph { text, times }| {
        times.iter().find_map(|RawTime { range, meaning, .. }| match *meaning {
            Meaning::Point(point) if point.month.is_stated() && point.day.is_stated() => {
                let place = Scan::new(&text, range.usize().start);
                let closes = Scan::new(&text, range.usize().end).eat_any(&CLOSING).is_some();
                let signed = place.before().ends_with(['报', '社', '网']);
                (closes && signed && point.year == Field::Open).then_some(point)
            }
            _ => None,
        })
    })
}

/// The month and day of an agency's opening credit.
fn dateline(article: &Article, body: &[Paragraph<'_>]) -> Option<Point> {
    let simplified = article.dateline.as_deref().map(deltascope_text::simplify);
    let credit = |text: &str, times: &[RawTime]| {
        times.iter().find_map(|RawTime { range, meaning, .. }| match *meaning {
            Meaning::Point(point) if point.month.is_stated() && point.day.is_stated() => {
                let end = Scan::new(text, range.usize().end);
                // 据某局8月3日消息 tells of another's news.
                let quoted = text.get(..range.usize().start).is_none_or(|text| text.contains('据'));
                let closes =
                    end.eat_any(&["电", "讯"]).is_some() || end.eat("消息").is_some() && !quoted;
                let opens = range.start() as usize <= OPENING && closes;
                (opens && point.year == Field::Open).then_some(point)
            }
            _ => None,
        })
    };
    let opening = || body.first().and_then(|one| credit(&one.text, one.times));
    let times = |text: &str| scan(Spots::of(text).text(text), false);
    simplified.and_then(|text| credit(text.text(), &times(text.text()))).or_else(opening)
}

/// How many bytes into a text a credit's date can stand.
const OPENING: usize = 90;

/// Time stamps anywhere on a page: of teasers, of comments, of the crawl.
#[derive(Default)]
struct Stamps {
    /// The newest full date.
    newest: Option<Moment>,
    /// The newest month and day with a time of day and no year (`12-01 09:22`).
    newest_teaser: Option<(u32, u32)>,
}

impl Stamps {
    fn of(text: &str) -> Self {
        let mut stamps = Self::default();
        for (at, _) in text.match_indices('-') {
            stamps.full(text, at);
            stamps.teaser(text, at);
        }
        stamps
    }

    /// `2026-01-18`, seen from its first hyphen.
    fn full(&mut self, text: &str, at: usize) {
        let Some(start) = at.checked_sub(4).filter(|start| text.is_char_boundary(*start)) else {
            return;
        };
        let Some((_, Meaning::Point(point))) = crate::rules::time_iso::read(Scan::new(text, start))
        else {
            return;
        };
        if let Field::Stated(year) = point.year {
            self.newest = self.newest.max(Some(in_year(point, year)));
        }
    }

    /// `12-01 09:22`, seen from its hyphen.
    fn teaser(&mut self, text: &str, at: usize) {
        let Some(window) = at.checked_sub(2).and_then(|start| text.get(start..at + 9)) else {
            return;
        };
        let clear = text
            .get(..at - 2)
            .is_some_and(|before| !before.ends_with(|c: char| c.is_ascii_digit() || c == '-'));
        let shape = window
            .bytes()
            .zip("00-00 00:00".bytes())
            .all(|(byte, like)| if like == b'0' { byte.is_ascii_digit() } else { byte == like });
        let number =
            |from: usize| window.get(from..from + 2).and_then(|two| two.parse::<u32>().ok());
        if let (true, true, Some(month @ 1..=12), Some(day @ 1..=31)) =
            (clear, shape, number(0), number(3))
        {
            self.newest_teaser = self.newest_teaser.max(Some((month, day)));
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use deltascope_model::{Basis, PageDate, TextRange};

    fn page_date(edtf: &str) -> PageDate {
        PageDate {
            edtf: Edtf::new(edtf).unwrap(),
            basis: Basis::Stated,
            range: TextRange::new(0, 0),
        }
    }

    fn found(published: Option<&str>, page: Option<&str>, body: &str, around: &str) -> Reference {
        let article = Article {
            id: "p.1".into(),
            page: "p".into(),
            published: published.map(page_date),
            page_date: page.map(page_date),
            ..Article::default()
        };
        let page = Page {
            id: "p".into(),
            path: "p".into(),
            encoding: "UTF-8".into(),
            text: around.into(),
            ..Page::default()
        };
        let spots: Vec<_> = body.lines().map(Spots::of).collect();
        let texts: Vec<_> =
            spots.iter().zip(body.lines()).map(|(of, line)| of.text(line)).collect();
        let times: Vec<_> = texts.iter().map(|text| scan(*text, false)).collect();
        let paragraphs: Vec<_> =
            texts.iter().zip(&times).map(|(&text, times)| Paragraph { text, times }).collect();
        reference(&article, &page, &paragraphs)
    }

    #[track_caller]
    fn check(
        published: Option<&str>,
        page: Option<&str>,
        body: &str,
        around: &str,
        expected: Option<&str>,
        sure: bool,
    ) {
        let found = found(published, page, body, around);
        assert_eq!(found.edtf.as_ref().map(Edtf::as_str), expected, "{body}");
        assert_eq!(found.doubt.is_none(), sure, "{:?}", found.doubt);
    }

    #[test]
    fn today_counts_from_the_dateline_shortly_before() {
        let article = Article { id: "p.1".into(), page: "p".into(), ..Article::default() };
        let sent = |body: &str, published: &str| {
            let published = Edtf::new(published).unwrap();
            let spots = Spots::of(body);
            let text = spots.text(body);
            let opening = Paragraph { text, times: &scan(text, false) };
            day_sent(&article, &[opening], Some(&published)).map(|day| day.as_str().to_owned())
        };
        let today = "本报白石8月3日讯 今天8时,闸门打开。";
        assert_eq!(sent(today, "2025-08-04").as_deref(), Some("2025-08-03"));
        assert_eq!(
            sent("白石晚报8月3日消息 今天开闸。", "2025-08-04").as_deref(),
            Some("2025-08-03")
        );
        assert_eq!(sent("据水务局8月3日消息,今天开闸。", "2025-08-04"), None);
        let caption = "渡口的水位标尺,最低的一格已经露出水面。本报记者林青摄水位标尺旁的船工。";
        let below = format!("{caption}白石日报8月3日讯(记者林青)今天开闸。");
        assert_eq!(sent(&below, "2025-08-04").as_deref(), Some("2025-08-03"));
        assert_eq!(sent(&format!("{caption}8月3日讯号中断。"), "2025-08-04"), None);
        assert_eq!(sent(today, "2025-08-03"), None);
        assert_eq!(sent(today, "2025-08-09"), None);
        assert_eq!(
            sent("本报白石12月31日电 今晨开工。", "2026-01-01").as_deref(),
            Some("2025-12-31")
        );
        assert_eq!(sent("本报白石8月3日讯 昨天开工,今日停工。", "2025-08-04"), None);
    }

    #[test]
    fn what_the_page_states_counts() {
        check(Some("2025-03-10"), None, "今年2月开会。", "", Some("2025-03-10"), true);
        check(None, Some("2025-03-10"), "今年2月开会。", "", Some("2025-03-10"), true);
    }

    #[test]
    fn a_first_day_alone_dates_nothing() {
        let dated = |published: Option<&str>, page: Option<&str>, body: &str, around: &str| {
            let date = found(published, page, body, around).told_at()?;
            let text = if date.dated { date.edtf.as_str() } else { "later" };
            Some(format!("{} {text}", date.basis.key()))
        };
        let day = Some("2025-03-10");
        assert_eq!(dated(day, None, "今年2月开会。", "").unwrap(), "inferred 2025-03-10");
        let later = "今年6月启用大桥。4日开会。";
        assert_eq!(dated(None, Some("2025-01-22"), later, "").unwrap(), "inferred 2024");
        let credit = "本报白石8月3日电 2024年10月立项。";
        assert_eq!(dated(None, None, credit, "").unwrap(), "inferred 2025-08-03");
        let stamp = "2026-01-23 11:13:03";
        assert_eq!(dated(None, None, "12月12日开会。", stamp).unwrap(), "inferred 2025-12-12");
        // The year between what is told and what the page allows.
        let year = "2025年的名单公布。今年5月签约。";
        assert_eq!(dated(None, None, year, stamp).unwrap(), "inferred 2025");
        assert_eq!(dated(None, None, "2023年6月大桥通车。", "").unwrap(), "inferred later");
        assert_eq!(dated(None, None, "2023年6月大桥通车。", stamp).unwrap(), "inferred later");
        assert_eq!(dated(None, None, "大桥通车。", stamp).unwrap(), "inferred later");
        assert_eq!(dated(None, None, "大桥通车。", ""), None);
    }

    #[test]
    fn what_begins_later_takes_nothing_back() {
        let published = Some("2025-06-24");
        let begins = "闸门昨天修好。两地商定,自今年10月起互认。";
        check(published, None, begins, "", published, true);
        let told = "6月21日,两地会面。今年10月,双方互认机时600小时。";
        check(published, None, told, "", published, true);
        let law = "条例获得通过,今年9月1日生效。";
        check(published, None, law, "", published, true);
        check(published, None, "第三届博览会今年9月在白石举行。", "", published, true);
        check(published, None, "今年9月,博览会在白石举行,三市签约。", "", Some("2024"), false);
    }

    #[test]
    fn a_past_event_after_it_takes_it_back() {
        let body = "今年9月1日条例正式实施。市委12月12日开会。";
        check(None, Some("2026-01-23"), body, "", Some("2025-12-12"), false);
        check(None, Some("2025-01-22"), "今年6月启用大桥。4日开会。", "", Some("2024"), false);
        let teasers = "甲 12-01 09:22 乙 11-24 10:49";
        check(
            None,
            Some("2025-01-22"),
            "今年6月启用大桥。4日开会。",
            teasers,
            Some("2024-12"),
            false,
        );
        check(Some("2025-03-10"), None, "条例将于今年9月1日起施行。", "", Some("2025-03-10"), true);
    }

    #[test]
    fn without_a_date_the_page_and_the_body_give_one() {
        check(
            None,
            None,
            "本报白石8月3日电 日前,条例通过。",
            "丁 2026-01-18 16:30",
            Some("2025-08-03"),
            false,
        );
        check(None, None, "本报白石8月3日电 2024年10月立项。", "", Some("2025-08-03"), false);
        check(
            None,
            None,
            "本报白石8月3日电 今年开工,2024年6月立项。",
            "",
            Some("2024-08-03"),
            false,
        );
        check(None, None, "市委12月12日开会。", "2026-01-23 11:13:03", Some("2025-12-12"), false);
        check(None, None, "2023年6月大桥通车。到2030年全部建成。", "", Some("2023-06"), false);
        check(None, None, "大桥通车。", "", None, true);
        check(None, None, "截至2024年8月底,大桥主体完工。", "", Some("2024-08"), false);
        check(None, None, "2000年曾发行首套邮票。", "", None, true);
        check(None, None, "早在2000年,大桥就已通车。", "", None, true);
        check(None, None, "2000年发行首套邮票。", "", Some("2000"), false);
        let plan = "本报白石4月2日讯 2024年11月28日通过,2027年实现全覆盖。";
        check(None, None, plan, "", Some("2025-04-02"), false);
        check(None, None, "2025年7月甲省通过。8月1日公布。", "", Some("2025-08-01"), false);
        check(None, None, "12月11日闭幕,会议部署2026年的任务。", "", None, true);
        check(None, None, "6月7日大桥通车。\n2024年6月6日合龙。", "", None, true);
    }
}
