//! A line of date and source without keys: `2017-07-30 06:50 江畔晚报 张三 打印 评论(21)`,
//! `江畔网 / 张三、李四 采访整理 / 2011年1月30日`, `【2012/01/12 江畔報】`.

use std::ops::Range;

use super::around::Line;
use super::day::{Day, days};
use super::month::{month, shown};
use super::outlet::{is_office, is_outlet};
use super::person::has_surname;
use crate::pattern::{Captures, Pattern};

/// Longest line that is read, in characters.
const LONGEST: usize = 80;

static TIME: Pattern = Pattern::new(
    r"\d{1,2}[:：]\d{2}(?:[:：]\d{2})?(?:\s*[apAP][mM])?|https?://\S*|www\.\S*|[\(（\[]\d+[\)）\]]",
);
/// What a page counts, or lets a reader set.
const COUNTERS: [&str; 6] = ["浏览", "阅读", "点击", "访问", "字体", "字号"];
/// Columns and towns that begin with a surname and stand where an author does.
const COLUMNS: [&str; 58] = [
    "国际",
    "国内",
    "国外",
    "文化",
    "文娱",
    "文艺",
    "文史",
    "时政",
    "时评",
    "时事",
    "时尚",
    "房产",
    "海外",
    "江苏",
    "江西",
    "云南",
    "安徽",
    "安全",
    "广东",
    "广西",
    "金融",
    "农业",
    "农村",
    "农经",
    "高教",
    "高考",
    "党建",
    "万象",
    "公告",
    "公益",
    "公司",
    "公安",
    "关注",
    "关于",
    "黄金",
    "石油",
    "养生",
    "养老",
    "应急",
    "祝福",
    "水利",
    "水务",
    "车市",
    "车讯",
    "宣传",
    "包装",
    "乐活",
    "史海",
    "游戏",
    "游记",
    "简讯",
    "连载",
    "海报",
    "武汉",
    "杭州",
    "温州",
    "宁波",
    "石家庄",
];
/// A name that another word follows without a blank: `江畔晚报张三我要评论`.
static GLUED: Pattern = Pattern::new(
    r"^([\p{Han}A-Za-z·]{2,12}?(?:日报|晚报|早报|晨报|时报|商报|快报|都市报|网|在线|周刊|电视台|广播|财经|新闻))(\p{Han}{2,3})?(?:我要评论|我来说|评论|微博|\[微博|参与|阅读|打印|【|\[|$)",
);

/// Who is named in a line of date and source.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Named {
    /// The medium, in Simplified characters.
    pub outlet: Option<String>,
    /// People right after it, as ranges of the line's Simplified text.
    pub people: Vec<Range<usize>>,
}

/// Reads a line; `own` are names of the page's site, which may look like no medium's.
pub fn named(line: &Line<'_>, own: &[String]) -> Named {
    let text = line.text;
    let mut named = Named::default();
    if text.contains('。') || text.chars().count() > LONGEST {
        return named;
    }
    let days = dates(text);
    let welcomes = || ["今天是", "现在是", "欢迎"].iter().any(|word| text.contains(word));
    if days.len() != 1 || welcomes() {
        return named;
    }
    let day = days[0].range.clone();
    // A headline with a date behind it has no room for a source.
    let mut breaks: Vec<Range<usize>> = days.into_iter().map(|day| day.range).collect();
    breaks.extend(TIME.find_iter(text).map(|found| found.range()));
    let mut adjacent = false;
    for word in words(text, &breaks) {
        let Some(range) = word else {
            adjacent = false;
            continue;
        };
        let word = &text[range.clone()];
        if word.contains([':', '：']) {
            adjacent = false;
            continue;
        }
        if named.outlet.is_none() {
            // What follows a name is a person or a word that nobody bears: 江畔网信网 is one name.
            let ends_in_another = |found: &Captures<'_>| {
                is_outlet(word) && found.get(2).is_some_and(|last| !is_person(last.as_str()))
            };
            let glued = GLUED.captures(word).filter(|found| !ends_in_another(found));
            if own.iter().any(|name| name == word) || is_outlet(word) && glued.is_none() {
                named.outlet = Some(last_part(word).to_owned());
                adjacent = true;
            } else if let Some(found) = glued {
                named.outlet = Some(found[1].to_owned());
                adjacent = found.get(2).is_none();
                if let Some(person) = found.get(2).filter(|person| is_person(person.as_str())) {
                    named.people.push(range.start + person.start()..range.start + person.end());
                }
            }
        } else if adjacent && is_person(word) {
            named.people.push(range);
        } else {
            adjacent = false;
        }
    }
    if named.people.is_empty() {
        named.people.extend(before_day(text, &day));
    }
    named
}

/// The office or firm that stands beside a date, where the line says nothing else, a counter aside:
/// `2024-11-18 清河集团 浏览：32 次`.
pub fn office(line: &Line<'_>) -> Option<String> {
    let days = dates(line.text);
    let [day] = days.as_slice() else { return None };
    let mut breaks = vec![day.range.clone()];
    breaks.extend(TIME.find_iter(line.text).map(|found| found.range()));
    let mut words = words(line.text, &breaks).into_iter().flatten();
    let word = &line.text[words.next()?];
    let is_alone = words.next().is_none_or(|next| {
        let (key, _) = line.text[next].split_once([':', '：']).unwrap_or_default();
        COUNTERS.iter().any(|counter| key.starts_with(counter))
    });
    (is_alone && is_office(word)).then(|| word.to_owned())
}

/// The days of a line, or, where it is a line of source and month, that month.
fn dates(text: &str) -> Vec<Day> {
    let mut days = days(text);
    if days.is_empty() && shown(text).is_some() {
        days.extend(month(text));
    }
    days
}

/// A person in the cell right before the day: `江畔通讯 | 张三 | 2024.10.29 11:26`.
fn before_day(text: &str, day: &Range<usize>) -> Option<Range<usize>> {
    let is_gap = |char: char| char.is_whitespace() || ['|', '｜', '┊', '/'].contains(&char);
    let end = text[..day.start].trim_end_matches(is_gap).len();
    let word = text[..end].rsplit(is_gap).next()?;
    let before = text[..end - word.len()].trim_end();
    let opens = before.is_empty() || before.ends_with(['|', '｜', '┊']);
    (opens && end < day.start && is_person(word) && !COLUMNS.contains(&word))
        .then(|| end - word.len()..end)
}

/// The words of a line with a gap (none) where a date or another break stands.
fn words(text: &str, breaks: &[Range<usize>]) -> Vec<Option<Range<usize>>> {
    let mut words = Vec::new();
    let mut from: Option<usize> = None;
    for (at, char) in text.char_indices().chain([(text.len(), ' ')]) {
        let broken = breaks.iter().any(|range| range.contains(&at));
        let parts = char.is_whitespace()
            || [
                '/', '／', '╱', '|', '｜', '┊', '(', ')', '（', '）', '【', '】', '[', ']', '，',
                ',', '、', '·', '《', '》',
            ]
            .contains(&char);
        if broken || parts {
            words.extend(from.take().map(|from| Some(from..at)));
        } else if from.is_none() {
            from = Some(at);
        }
        // What a bracket holds is another matter: `江畔日报(北京)`.
        if broken || ['(', '（', '[', '【'].contains(&char) {
            words.push(None);
        }
    }
    words
}

/// `江畔网-江畔日报` → `江畔日报`, who wrote it; `江畔网-社会频道` → `江畔网`.
pub fn last_part(name: &str) -> &str {
    let (first, last) = name.split_once(['-', '—', '_', '－', '–']).unwrap_or((name, ""));
    let last = last.trim();
    if last.chars().count() >= 3 && is_outlet(last) && !last.ends_with("频道") {
        last
    } else {
        first.trim()
    }
}

/// Two or three characters, or four with a name's look, that are no button.
fn is_person(word: &str) -> bool {
    static BUTTON: Pattern = Pattern::of(&[
        "打印", "评论", "收藏", "阅读", "参与", "分享", "点击", "字号", "字体", "浏览", "星期",
        "复制", "发表", "大小", "编辑", "放大", "缩小", "转发", "关闭", "推荐", "订阅", "微博",
        "微信", "纠错", "举报", "人气", "热度", "发布", "来源", "作者", "查看", "更多", "正文",
        "记者", "稿件", "讨论", "论坛", "大字", "小字", "我要",
    ]);
    (2..=4).contains(&word.chars().count())
        && word.chars().all(crate::block::is_han)
        && !BUTTON.is_match(word)
        && !["先生", "女士", "小姐", "太太", "网友"].iter().any(|title| word.ends_with(title))
        && !word.ends_with(['报', '网', '版', '站'])
        && has_surname(word)
        && !is_outlet(word)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[track_caller]
    fn check(line: &str, outlet: Option<&str>, people: &[&str]) {
        let found = named(&Line { raw: line, text: line }, &["江畔时评".to_owned()]);
        let names: Vec<&str> = found.people.iter().map(|range| &line[range.clone()]).collect();
        assert_eq!((found.outlet.as_deref(), names.as_slice()), (outlet, people));
    }

    #[test]
    fn names_stand_beside_the_date() {
        check("2017-07-30 06:50 江畔晚报 张三 打印 评论(21)", Some("江畔晚报"), &["张三"]);
        check("2005-3-8 8:00:00 江畔工人报 张三 阅读 512 次", Some("江畔工人报"), &["张三"]);
        check(
            "江畔时评 / 张三、李四 采访整理 / 2011年1月30日",
            Some("江畔时评"),
            &["张三", "李四"],
        );
        check("2012年01月12日14:52江畔晚报张三我要评论(0)", Some("江畔晚报"), &["张三"]);
        check(
            "http://www.example.org  2011年12月15日23:59  江畔在线-江畔日报",
            Some("江畔日报"),
            &[],
        );
        check("【2012/01/12 江畔报】@ http://example.org/", Some("江畔报"), &[]);
        check("江畔网信网 2012-01-12", Some("江畔网信网"), &[]);
        check("江畔新闻网 (2012-01-12 16:10)", Some("江畔新闻网"), &[]);
        check("江畔都市报 2024-11-06 16:42 河南", Some("江畔都市报"), &[]);
        check("2012-01-12 江畔时报(北京) 有0人参与", Some("江畔时报"), &[]);
        check("江畔日报2012-01-12 评论", Some("江畔日报"), &[]);
        check("《江畔日报》（2015年06月01日 02版）", Some("江畔日报"), &[]);
    }

    #[test]
    fn keyed_lines_and_headlines_name_nobody_here() {
        check("来源:江畔日报 2012-01-12", None, &[]);
        check("2012-01-12 我要评论 打印", None, &[]);
        check("今天是2024年3月15日 星期五 欢迎光临江畔网", None, &[]);
        check("江畔日报 张三", None, &[]);
    }
}
