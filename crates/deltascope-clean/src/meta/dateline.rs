//! The opening credit of a report: `本报上海8月3日电`, `某某社讯`.

use super::around::Line;
use crate::pattern::Pattern;

/// How many paragraphs are looked at: a caption or an abstract may stand before the report.
const REACH: usize = 3;

static DATELINE: Pattern = Pattern::new(concat!(
    r"^[\s【\[(（〔□■]*",
    r"((?:\p{Han}[\p{Han}·]{1,13}|[A-Za-z0-9.\-]{4,40}\p{Han}{0,8})\s?(?:(?:(?:19|20)\d{2}年)?\d{1,2}月)?\d{1,2}日(?:电|讯|消息|报道|综合)",
    r"|\p{Han}{2,12}(?:[一二三四五六七八九十]{1,2}月)[一二三四五六七八九十]{1,3}日(?:电|讯)",
    r"|\p{Han}{2,8}(?:19|20)\d{2}年\d{1,2}月\d{1,2}日\s*/[\p{Han}A-Za-z]{2,8}/",
    r"|本[报刊台网社]讯",
    r"|(?:本报\p{Han}{2,4}|\p{Han}{2,6}(?:社|报|网|台)(?:\p{Han}{2,4})?)(?:讯|电)(?:[\s(（】\])）〕:：,，]))",
));
static DAY: Pattern = Pattern::new(r"(?:((?:19|20)\d{2})年)?(\d{1,2})月(\d{1,2})日");

/// The opening credit, from the story's first paragraphs, as written.
pub fn dateline(paragraphs: &[Line<'_>]) -> Option<String> {
    paragraphs.iter().take(REACH).find_map(|line| {
        let found = DATELINE.captures(line.text)?.get(1)?;
        let core = found.as_str().trim_end_matches(|char: char| {
            char.is_whitespace()
                || ['(', '（', '】', ']', ')', '）', '〕', ':', '：', ',', '，'].contains(&char)
        });
        let tells = !core.starts_with(['近', '日', '据'])
            && (!core.contains("记者") || core.contains("社记者"));
        tells.then(|| line.as_written(found.start()..found.start() + core.len()).to_owned())
    })
}

/// The day that a dateline states: year where given, month, day.
pub fn day_of(dateline: &str) -> Option<(Option<i32>, u32, u32)> {
    let found = DAY.captures(dateline)?;
    let year = found.get(1).and_then(|year| year.as_str().parse().ok());
    Some((year, found[2].parse().ok()?, found[3].parse().ok()?))
}

/// Where a text states the first day of a dateline's form.
pub fn day_in(text: &str) -> Option<std::ops::Range<usize>> {
    DAY.find(text).map(|found| found.range())
}

#[cfg(test)]
mod tests {
    use super::*;

    #[track_caller]
    fn check(first: &str, expected: Option<&str>) {
        let text = deltascope_text::simplify(first).text().to_owned();
        assert_eq!(dateline(&[Line { raw: first, text: &text }]).as_deref(), expected);
    }

    #[test]
    fn datelines_open_the_first_paragraph() {
        check("本报上海8月3日电(记者张三)日前", Some("本报上海8月3日电"));
        check("江畔社蒙特利爾4月5日電 （記者 張三）晚上", Some("江畔社蒙特利爾4月5日電"));
        check("news.example江畔10月12日电（记者张三）船", Some("news.example江畔10月12日电"));
        check("江畔社蘭溪六月二十七日電 三市", Some("江畔社蘭溪六月二十七日電"));
        check("江畔日报6月11日讯（记者 张三）用", Some("江畔日报6月11日讯"));
        check("本报讯 三市共用仪器", Some("本报讯"));
        check("本报江畔讯 三市共用仪器", Some("本报江畔讯"));
        check("江畔晚报讯 三市共用仪器", Some("江畔晚报讯"));
        check("（江畔社記者張三台北11日電）颱風", Some("江畔社記者張三台北11日電"));
        check("江畔2019年6月18日 /江讯/ -- 三市", Some("江畔2019年6月18日 /江讯/"));
        check("【江畔网讯】三市共用仪器", Some("江畔网讯"));
    }

    #[test]
    fn running_text_is_no_dateline() {
        check("三市8月3日签约。", None);
        check("互联网通讯行业回暖", None);
        check("近日8月3日消息传来", None);
    }

    #[test]
    fn a_dateline_has_a_day() {
        assert_eq!(day_of("本报上海8月3日电"), Some((None, 8, 3)));
        assert_eq!(day_of("本报上海2024年8月3日电"), Some((Some(2024), 8, 3)));
        assert_eq!(day_of("本报讯"), None);
    }
}
