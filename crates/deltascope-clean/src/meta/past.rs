//! A story that tells of the past what lies after a date was not published on it: `今年6月启动` on a
//! page of January, or a dateline of another season.

use deltascope_model::{Bounds, Edtf, PageDate};

use super::dateline;
use crate::block::is_han;
use crate::pattern::Pattern;
use crate::words::captures;

/// So many days may lie between a dateline and the day of publishing.
const DELAY: i32 = 20;

/// A month that begins within so many days may be told of ahead, without a word that says so.
const SOON: i32 = 31;

static THIS_YEAR: Pattern = Pattern::new(r"今年\s*(\d{1,2})月");
static IN_TEXT: Pattern = Pattern::new(r"((?:19|20)\d{2})年(\d{1,2})月(?:(\d{1,2})日)?");

/// The paragraphs, in Simplified characters, cannot have been published on the day.
pub fn contradicted<'a>(
    date: &PageDate,
    paragraphs: impl IntoIterator<Item = &'a str>,
    credit: Option<&str>,
) -> bool {
    let Some(page) = date.edtf.bounds().last else { return false };
    let year = *date.edtf.years().start();
    let told = paragraphs.into_iter().any(|text| {
        // Most paragraphs state no month.
        text.contains('月')
            && told(text).any(|clause| {
                let dated = if clause.contains('年') { clause } else { "" };
                let this_year = captures(&THIS_YEAR, dated)
                    .filter_map(|found| Edtf::month(year, found[1].parse().ok()?));
                let stated = captures(&IN_TEXT, dated).filter_map(|found| {
                    Edtf::month(found[1].parse().ok()?, found[2].parse().ok()?)
                });
                this_year
                    .chain(stated)
                    .filter_map(|month| month.bounds().first)
                    .any(|first| first > page + SOON)
            })
    });
    told || credit.is_some_and(|credit| of_another_season(date, credit))
}

/// The dateline's day, in the latest year that the date allows, lies too long before it.
fn of_another_season(date: &PageDate, credit: &str) -> bool {
    let Some((stated, month, day)) = dateline::day_of(credit) else { return false };
    let year = *date.edtf.years().start();
    let Bounds { first: Some(first), last: Some(last), .. } = date.edtf.bounds() else {
        return false;
    };
    let years = stated.map_or(year - 1..=year, |stated| stated..=stated);
    let latest = years
        .filter_map(|year| Edtf::day(year, month, day)?.bounds().first)
        // Papers date ahead by a day, and clocks differ.
        .filter(|at| *at <= last + 1)
        .max();
    latest.is_none_or(|at| first - at > DELAY)
}

/// The sentences that tell of what was; a plan goes on to its paragraph's end.
fn told(text: &str) -> impl Iterator<Item = &str> {
    let plans = |clause: &&str| {
        ["拟定", "计划于", "按计划", "预定"].iter().any(|word| clause.contains(word))
    };
    text.split(['。', '；', '！', '？'])
        .take_while(move |clause| !plans(clause))
        .filter(|clause| clause.contains('月') && tells(clause) && !looks_ahead(clause))
}

/// More than the cell of a table: `2024年4月底`.
fn tells(clause: &str) -> bool {
    clause.chars().filter(|char| is_han(*char)).nth(5).is_some()
}

/// Words of plans and rules to come, in whose clause a later date is no contradiction; so also verbs that
/// announce as they stand: `9月1日生效`, `博览会今年10月举行`.
fn looks_ahead(clause: &str) -> bool {
    static AHEAD: Pattern = Pattern::of(&[
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
        "预定",
        "料",
        "起至",
        "开始报名",
        "到期",
        "之前",
        "有效期",
    ]);
    static ANNOUNCED: Pattern = Pattern::new(
        r"月(?:\d{1,2}日)?(?:正式)?(?:生效|施行|实施|执行|开学)|(?:举行|举办|召开|开幕)$",
    );
    AHEAD.is_match(clause) || ANNOUNCED.is_match(clause)
}

#[cfg(test)]
mod tests {
    use deltascope_model::{Basis, TextRange};

    use super::*;

    #[track_caller]
    fn check(date: &str, paragraph: &str, credit: Option<&str>, expected: bool) {
        let day = Edtf::new(date).unwrap();
        let date = PageDate { edtf: day, basis: Basis::Stated, range: TextRange::of(0, 0) };
        assert_eq!(contradicted(&date, [paragraph], credit), expected);
    }

    #[test]
    fn a_past_event_after_the_date_contradicts() {
        check("2025-01-22", "今年6月,三市启动首批项目。", None, true);
        check("2025-01-22", "今年6月,三市将启动首批项目。", None, false);
        check("2025-01-22", "条例昨天通过,今年6月1日生效。", None, false);
        check("2025-01-22", "条例昨天通过,2025年6月1日起施行。", None, false);
        check("2025-01-22", "第三届博览会今年6月在江畔举行。", None, false);
        check("2025-01-22", "今年6月1日,全国首部同类条例正式实施。", None, true);
        check("2025-01-22", "今年6月,博览会在江畔举行,三市签约。", None, true);
        check("2025-01-22", "2025年3月,三市启动首批项目。", None, true);
        check("2025-01-22", "2025年3月底", None, false);
        check("2025-01-22", "2024年12月,三市启动首批项目。", None, false);
        check("2025-01-22", "考察队于2025年2月3日到达,随后返航。", None, false);
    }

    #[test]
    fn a_dateline_of_another_season_contradicts() {
        check("2024-02-03", "三市共用仪器。", Some("江畔报6月11日讯"), true);
        check("2024-01-02", "三市共用仪器。", Some("江畔报12月30日讯"), false);
        check("2024-06-11", "三市共用仪器。", Some("江畔报6月12日讯"), false);
        check("2024-06-12", "三市共用仪器。", Some("江畔报2023年6月12日讯"), true);
        check("2024-06-12", "三市共用仪器。", Some("本报讯"), false);
    }

    #[test]
    fn a_month_or_year_is_contradicted_by_what_lies_outside() {
        check("2025-01", "2025年2月,三市启动首批项目。", None, false);
        check("2025-01", "2025年4月,三市启动首批项目。", None, true);
        check("2024", "2025年4月,三市启动首批项目。", None, true);
        check("2024", "今年11月,三市启动首批项目。", None, false);
        check("2024-06", "三市共用仪器。", Some("江畔报6月1日讯"), false);
        check("2024-06", "三市共用仪器。", Some("江畔报6月30日讯"), false);
        check("2024-06", "三市共用仪器。", Some("江畔报4月30日讯"), true);
    }
}
