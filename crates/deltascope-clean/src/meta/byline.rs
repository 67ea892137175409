//! Reporters and correspondents by name, in the order of the page.
//!
//! `记者 张三 通讯员 李四`, `文/张三`, `张三/文`, `张三、李四 采访整理`, `记者张三江畔报道`.

use std::ops::Range;
use std::sync::LazyLock;

use super::around::Line;
use super::outlet::is_outlet;
use super::person::has_surname;
use super::source::named;
use crate::block::is_han;
use crate::pattern::Pattern;
use crate::words::{Words, captures};

static ROLE: Pattern = Pattern::new(
    r"(?:记者|通讯员|特约撰稿人?|特派员|评论员|作者|撰稿人?|撰文|执笔|采写|见习生|实习生|编译|口述|(?:^|[\s(（【\[|])(?:(?:图\s*[/／、]?\s*)?(?:文(?:\s*[/／、]?\s*图片?)?|文字|采访|主笔)\s*[/／|｜丨:：]|文\s*[/／、]\s*图片?\s)|^[Bb]y\s)[\s:：/／|｜丨]*((?:(?:\p{Han}{2,12}|\p{Han}[ \u{3000}]\p{Han}(?:[\s)）\]】]|$))[\s、,，·]*)+)",
);
static AFTER: Pattern = Pattern::new(
    r"(?:^|[\s(（【\[,，》|/／])((?:\p{Han}{2,4}[、\s])*\p{Han}{2,4})(?:\s*[/／]\s*(?:文(?:$|[^\p{Han}]|图|字)|撰文|采访|整理)|\s+(?:采访整理|采访|采写|撰文|撰稿|发自\p{Han})|\s*[/／╱]\s*\p{Han}{2,4}报[道导])",
);
/// A dateline's day right behind its reporter and place: `张三江畔22日电`.
static DATED: Pattern = Pattern::new(r"^\s*(?:\d{1,2}月)?\d{1,2}日(?:专?电|讯)");
/// An author's line with a mark before the name and no role: `□ 张三`.
static MARKED: Pattern = Pattern::new(r"^[□■○●◎◇◆▪]\s*((?:\p{Han}{2,4}[\s、]*){1,3})$");
static CLOSING: Pattern = Pattern::new(
    r"[。！？”](?:[（(]|\s*本[报刊网台](?:见习|实习|特约)?记者\s*)((?:\p{Han}{2,4}[\s、]*){1,3})[)）]?\s*$",
);
/// What hangs on to a name: `张三江畔报道`, `张三摄`.
static TAIL: Pattern = Pattern::new(
    r"(?:综合|现场|摄影|实习|连线|采访|编译|特约)*(?:报道|报导|采写|撰文|整理|摄影|专访|电|讯|摄|文)$",
);

/// Words without which `ROLE` and `AFTER` are not asked.
static WORDS: LazyLock<Words> = LazyLock::new(|| {
    Words::new(&[
        &[&[
            "记者",
            "通讯员",
            "撰稿",
            "特派员",
            "评论员",
            "作者",
            "撰文",
            "执笔",
            "采写",
            "见习生",
            "实习生",
            "编译",
            "口述",
            "文",
            "采访",
            "主笔",
            "by ",
        ]],
        &[&["/", "／", "╱", "采访", "采写", "撰文", "撰稿", "发自"]],
    ])
});

/// Roles that may stand between names.
const ROLES: [&str; 7] = ["记者", "通讯员", "实习生", "见习生", "特约记者", "实习记者", "见习记者"];
static OTHER_ROLE: Pattern = Pattern::of(&ROLES);
/// Keys that a page without blanks between its cells sets right behind a name.
const KEYS: [&str; 8] = ["出版", "发布", "更新", "时间", "日期", "编辑", "责编", "来源"];
/// Words that are no names though they stand where names do.
const NO_NAMES: [&str; 91] = [
    "记者",
    "通讯",
    "编辑",
    "作者",
    "摄影",
    "报道",
    "来源",
    "实习",
    "责编",
    "编译",
    "发布",
    "时间",
    "字号",
    "打印",
    "评论",
    "阅读",
    "分享",
    "点击",
    "收藏",
    "浏览",
    "原标题",
    "佚名",
    "未知",
    "本报",
    "本网",
    "本站",
    "综合",
    "采访",
    "获悉",
    "了解",
    "转载",
    "关注",
    "投稿",
    "版权",
    "声明",
    "审核",
    "校对",
    "微博",
    "手机",
    "参与",
    "出处",
    "报导",
    "部落",
    "稿源",
    "热线",
    "中心",
    "播报",
    "一览",
    "节目",
    "频道",
    "文字",
    "职员",
    "大小",
    "收听",
    "专栏",
    "整理",
    "会议",
    "实录",
    "发自",
    "无关",
    "全文",
    "未完",
    "图片",
    "转寄",
    "列印",
    "推到",
    "点阅",
    "友善",
    "字级",
    "内容",
    "主题",
    "之家",
    "配资",
    "网友",
    "小编",
    "日期",
    "更新",
    "回复",
    "关键",
    "标签",
    "栏目",
    "分类",
    "人气",
    "次数",
    "责任",
    "监制",
    "策划",
    "统筹",
    "美编",
    "单位",
    "供图",
];
static NO_NAME: Pattern = Pattern::of(&NO_NAMES);

/// Names that the page's head gives and that lines around the story show as words of their own;
/// `others` are the publisher and the site, which many heads give for the author.
pub fn told<'a>(
    lines: &[Line<'_>],
    names: impl Iterator<Item = &'a str>,
    others: &[&str],
) -> Vec<String> {
    let shown = |name: &str| {
        let parts = |char: char| !is_han(char) && char != '·';
        lines.iter().any(|line| line.raw.split(parts).any(|word| word == name))
    };
    let is_name = |name: &str| {
        (2..=4).contains(&name.chars().count())
            && name.chars().all(is_han)
            && !NO_NAMES.contains(&name)
            && !is_outlet(name)
            && !others.contains(&name)
    };
    let names = names.flat_map(|all| all.split([' ', ',', '，', '、']));
    names.filter(|name| is_name(name) && shown(name)).map(str::to_owned).collect()
}

/// The names in lines of credit, in order, each once and as written; `host` may stand before a name
/// where a paper does.
pub fn byline(lines: &[Line<'_>], host: Option<&str>) -> Vec<String> {
    let mut names: Vec<String> = Vec::new();
    let own: Vec<String> = host.into_iter().map(str::to_owned).collect();
    // `某观号作者` names an account, no person.
    for (nth, line) in lines.iter().enumerate().filter(|(_, line)| !line.text.contains("号作者"))
    {
        let mut ranges = people(line.text);
        if ranges.is_empty() {
            ranges = named(line, &own).people;
        }
        if ranges.is_empty() {
            ranges = marked(line.text);
        }
        if ranges.is_empty() {
            ranges = original(line.text).into_iter().collect();
        }
        // `文章作者`, and the name in the next line.
        let bare = ["作者", "记者"].iter().any(|role| line.text.ends_with(role));
        if let Some(next) = lines.get(nth + 1).filter(|next| bare && is_alone(next.text)) {
            names.extend((!names.iter().any(|name| name == next.raw)).then(|| next.raw.to_owned()));
        }
        for range in ranges {
            // `马 燕` is set so to be as wide as `马燕燕`.
            let name: String = line.as_written(range).split_whitespace().collect();
            if !names.contains(&name) {
                names.push(name);
            }
        }
    }
    names
}

/// The names that close a story, `……开放。(张三 李四)` or `……开放。本报记者 张三`, where nothing else does.
pub fn closing(last: &Line<'_>) -> Vec<String> {
    let Some(found) = CLOSING.captures(last.text).and_then(|found| found.get(1)) else {
        return Vec::new();
    };
    let raw = last.as_written(found.range());
    let parted = |text: &str| -> Vec<String> {
        text.split(|char: char| char.is_whitespace() || char == '、')
            .filter(|word| !word.is_empty())
            .map(str::to_owned)
            .collect()
    };
    let sound = |name: &String| is_name(name) && has_surname(name);
    if parted(found.as_str()).iter().all(sound) { parted(raw) } else { Vec::new() }
}

/// The names behind a mark, in a line that holds nothing else: `□ 张三 李四`.
fn marked(text: &str) -> Vec<Range<usize>> {
    let marked = if text.starts_with(['□', '■', '○', '●', '◎', '◇', '◆', '▪']) {
        text
    } else {
        ""
    };
    let Some(group) = captures(&MARKED, marked).next().and_then(|found| found.get(1)) else {
        return Vec::new();
    };
    let mut at = group.start();
    let parts = group.as_str().split_inclusive(|char: char| char.is_whitespace() || char == '、');
    let names: Vec<Range<usize>> = parts
        .map(|part| {
            let from = at;
            at += part.len();
            from..from + part.trim_end_matches(|char: char| !crate::block::is_han(char)).len()
        })
        .filter(|range| !range.is_empty())
        .collect();
    let sound =
        |range: &Range<usize>| is_name(&text[range.clone()]) && has_surname(&text[range.clone()]);
    if names.iter().all(sound) { names } else { Vec::new() }
}

/// The author between the mark that it is the account's own and the account: `原创 张三 江畔小筑`.
fn original(text: &str) -> Option<Range<usize>> {
    let rest = text.strip_prefix("原创")?;
    let mut words = rest.split_whitespace();
    let name = words.next().filter(|name| is_name(name) && has_surname(name))?;
    words.next()?;
    let from = text.len() - rest.trim_start().len();
    rest.starts_with(char::is_whitespace).then(|| from..from + name.len())
}

/// A line that holds nothing but a name.
fn is_alone(text: &str) -> bool {
    is_name(text) && text.chars().all(crate::block::is_han)
}

/// Where a line names people.
fn people(text: &str) -> Vec<Range<usize>> {
    let mut found: Vec<Range<usize>> = Vec::new();
    let told = WORDS.told(text);
    let may = |list| if told.has(list) { text } else { "" };
    let groups = captures(&ROLE, may(0)).chain(captures(&AFTER, may(1)));
    for group in groups.filter_map(|found| found.get(1)) {
        // A menu that begins with `记者` is no list of people.
        if group.as_str().split_whitespace().count() > 6 {
            continue;
        }
        // A name right behind its role must look like one: `记者会议` has none.
        let dated = DATED.is_match(&text[group.end()..]);
        let glued = text[..group.start()].chars().next_back().is_some_and(crate::block::is_han);
        let mut from = group.start();
        let mut alone: Option<usize> = None;
        for word in
            group.as_str().split_inclusive([' ', '、', ',', '，', '·', '\u{3000}', '\t', '\u{a0}'])
        {
            let core = word.trim_end_matches(|char: char| !crate::block::is_han(char));
            // The key of what follows: `撰文:张三出版:2018-03-02`.
            let core = if text[from + core.len()..].starts_with([':', '：']) {
                KEYS.iter().find_map(|key| core.strip_suffix(key)).unwrap_or(core)
            } else {
                core
            };
            let name = without_tail(core);
            // `记者张三江畔22日电`: a place stands between name and day.
            let last = dated && from + word.len() == group.end();
            if last && from > group.start() {
                break;
            }
            let name = if last { without_place(name) } else { name };
            if core.chars().count() == 1 {
                match alone.take().filter(|start| has_surname(&text[*start..from + core.len()])) {
                    Some(start) => found.push(start..from + core.len()),
                    None => alone = Some(from),
                }
                from += word.len();
                continue;
            }
            if OTHER_ROLE.is_match(core) {
                // Another role follows: `记者 张三 通讯员 李四`, `张三实习生李四`.
                found.extend(beside_roles(core).map(|part| from + part.start..from + part.end));
                from += word.len();
                continue;
            }
            if glued
                && from == group.start()
                && let Some(first) = two_names(name)
            {
                found.extend([from..from + first, from + first..from + name.len()]);
                from += word.len();
                continue;
            }
            if name == core && NO_NAME.is_match(core) {
                // What follows `编辑` or `来源` is another's.
                break;
            }
            // `记者 张三 江畔报道`: a place stands before what they did.
            let place = name != core && from > group.start() && !has_surname(name);
            // Four characters behind another name are a button's, but for surnames of two.
            let wide = from > group.start() && name.chars().count() > 3 && !has_surname(name);
            let fits = is_name(name)
                && !place
                && !wide
                && (!glued || from > group.start() || has_surname(name));
            found.extend(fits.then(|| from..from + name.len()));
            from += word.len();
        }
    }
    found.sort_by_key(|range| range.start);
    found
}

/// The names before, between and behind the roles of a word.
fn beside_roles(word: &str) -> impl Iterator<Item = Range<usize>> {
    let mut parts: Vec<Range<usize>> = Vec::new();
    let mut from = 0;
    let mut roles: Vec<(usize, &str)> =
        ROLES.iter().flat_map(|role| word.match_indices(*role)).collect();
    roles.sort_unstable();
    for (at, role) in roles.into_iter().chain([(word.len(), "")]) {
        let part = without_tail(word.get(from..at).unwrap_or(""));
        parts.extend(is_name(part).then(|| from..from + part.len()));
        from = at + role.len();
    }
    parts.into_iter()
}

/// Where the second of two names begins that stand without a mark between them: `彭江侯晓江`. Only
/// where it can be but one place.
fn two_names(word: &str) -> Option<usize> {
    let ends: Vec<usize> = word.char_indices().map(|(at, _)| at).collect();
    let splits = (2..=3).filter(|first| (2..=3).contains(&ends.len().saturating_sub(*first)));
    let mut fits = splits
        .map(|first| ends[first])
        .filter(|at| has_surname(&word[..*at]) && has_surname(&word[*at..]));
    let only = fits.next();
    only.filter(|_| fits.next().is_none() && !is_outlet(word))
}

fn is_name(word: &str) -> bool {
    (2..=4).contains(&word.chars().count()) && !is_outlet(word) && !NO_NAME.is_match(word)
}

/// `张三江畔` → `张三`; two characters of four are the name's, three of more.
fn without_place(word: &str) -> &str {
    let keep = match word.chars().count() {
        0..=3 => return word,
        4 => 2,
        _ => 3,
    };
    word.char_indices().nth(keep).map_or(word, |(at, _)| &word[..at])
}

/// `张三江畔报道` → `张三`, as places have two characters as a rule; `张三摄` → `张三`.
fn without_tail(word: &str) -> &str {
    let Some(tail) = TAIL.find(word).filter(|tail| tail.start() > 0) else { return word };
    let core = &word[..tail.start()];
    let chars = core.chars().count();
    let long = tail.as_str().chars().count() > 1;
    if !long {
        // `摄`, `文` and `电` are ends of given names as well.
        return if chars >= 3 || tail.as_str() == "摄" { core } else { word };
    }
    let keep = if chars >= 4 { chars - 2 } else { chars };
    core.char_indices().nth(keep).map_or(core, |(at, _)| &core[..at])
}

#[cfg(test)]
mod tests {
    use super::*;

    #[track_caller]
    fn check(line: &str, expected: &[&str]) {
        let text = deltascope_text::simplify(line).text().to_owned();
        assert_eq!(byline(&[Line { raw: line, text: &text }], None), expected);
    }

    #[test]
    fn names_follow_their_role() {
        check("(某报全媒体记者 张三思 通讯员 李四)", &["张三思", "李四"]);
        check("某报·某点记者 张三 李思思", &["张三", "李思思"]);
        check("(記者孟小江)", &["孟小江"]);
        check("□本报记者 张三", &["张三"]);
        check("2021-06-22 09:05 / 記者張三思 / 江畔訊", &["張三思"]);
        check("作者:张三", &["张三"]);
        check("作者: 马 江 稿源: 江畔日报", &["马江"]);
        check("记者 张三 兰江报道", &["张三"]);
        check("记者彭江侯晓江", &["彭江", "侯晓江"]);
        check("文/图记者黄江国、华江实习生杨金江", &["黄江国", "华江", "杨金江"]);
        check("作者:张三 编辑:李四 2016-09-12", &["张三"]);
        check("撰文：張三出版：2018-03-02 16:30更新：2018-03-02", &["張三"]);
        check("作者:出版:2018-03-02", &[]);
        check("撰文/张三 编辑/李四", &["张三"]);
        check("文/张三 图/李四", &["张三"]);
        check("图/文:张三", &["张三"]);
        check("文｜张三", &["张三"]);
        check("原创 张三 江畔小筑 2020-10-08 19:30", &["张三"]);
        check("原创 内容 江畔小筑", &[]);
        check("原创张三江畔小筑", &[]);
        check("执笔:张三 李四", &["张三", "李四"]);
        check("记者 张三 实习生 李四", &["张三", "李四"]);
        check("文图/张三", &["张三"]);
        check("文/图 张三", &["张三"]);
        check("by 林間、白露 2024.05.13 21:09", &["林間", "白露"]);
        check("□ 张三 李四", &["张三", "李四"]);
        check("（江畔社記者張思三成功鎮22日電）", &["張思三"]);
        check("（江畔社記者張三台北11日電）", &["張三"]);
        check("江畔社记者张三 北京22日电", &["张三"]);
        check("張三／江畔報導", &["張三"]);
        check("張三/江畔報導", &["張三"]);
        check("张三 发自江畔", &["张三"]);
        check("张三 2023-12-14 06:30", &["张三"]);
        check("江畔通讯 | 张三 | 2024.10.29 11:26 | 微信", &["张三"]);
        check("(江畔新聞記者簡單、杜若專訪)", &["簡單", "杜若"]);
        check("2010-12-18 16:00 記者張思水專訪 轉寄 列印 推到噗浪 點閱(783)", &["張思水"]);
    }

    #[test]
    fn names_stand_before_what_they_did() {
        check("(摘自《江畔杂志》 张三/文)", &["张三"]);
        check("张三/文图", &["张三"]);
        check("首頁 / 文化", &[]);
        check("要闻/文旅/正文", &[]);
        check("江畔时评 / 林間、石頭 採訪整理 / 2011年1月30日", &["林間", "石頭"]);
    }

    #[test]
    fn a_name_in_the_head_is_believed_where_a_line_shows_it() {
        let line = "张三 01-09 22:40 江畔网";
        let lines = [Line { raw: line, text: line }];
        let found = |name| told(&lines, [name].into_iter(), &["江畔网"]);
        assert_eq!(found("张三"), ["张三"]);
        for name in ["李四", "江畔网", "张", "admin"] {
            assert_eq!(found(name), [""; 0], "{name}");
        }
    }

    #[test]
    fn a_bracket_of_names_closes_a_story() {
        let closed = |text: &str| closing(&Line { raw: text, text });
        assert_eq!(closed("仪器开放。(张三 李四)"), ["张三", "李四"]);
        assert_eq!(closed("仪器开放。本报记者 张三"), ["张三"]);
        assert_eq!(closed("仪器开放。张三"), [""; 0]);
        assert_eq!(closed("仪器开放。(完)"), [""; 0]);
        assert_eq!(closed("仪器开放。(图文无关)"), [""; 0]);
    }

    #[test]
    fn places_and_roles_are_cut_off() {
        check("【江畔网记者张三思江畔报道】", &["张三思"]);
        check("記者張三思╱綜合報導", &["張三思"]);
        check("三市共用仪器", &[]);
        check("某观号作者:江畔点", &[]);
        check("作者:佚名 来源:江畔网", &[]);
        check("本报记者报道", &[]);
        check("江畔市召开記者會議", &[]);
        check("記者部落 文字大小 部落 会员 中心 节目 频道", &[]);
        check("文/記者張三思／江畔報導", &["張三思"]);
        check("□ 要闻 时评", &[]);
        check("国际 2012-01-11 08:30", &[]);
        check("作者:鼎信配资 张三", &[]);
    }
}
