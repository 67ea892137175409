//! Reporters and correspondents by name, in the order of the page.
//!
//! `记者 张三 通讯员 李四`, `文/张三`, `张三/文`, `张三、李四 采访整理`, `记者张三江畔报道`.

use std::ops::Range;
use std::sync::LazyLock;

use regex::Regex;

use super::around::Line;
use super::outlet::is_outlet;
use super::person::has_surname;
use super::source::named;

static ROLE: LazyLock<Regex> = LazyLock::new(|| {
    Regex::new(r"(?:记者|通讯员|特约撰稿人?|特派员|评论员|作者|撰稿人?|撰文|执笔|采写|见习生|实习生|编译|口述|(?:^|[\s(（【\[|])(?:图\s*[/／、]?\s*)?(?:文|文字|采访|主笔)\s*[/／|｜丨:：])[\s:：/／|｜丨]*((?:\p{Han}{2,10}[\s、,，·]*)+)").expect("fixed")
});
static AFTER: LazyLock<Regex> = LazyLock::new(|| {
    Regex::new(r"(?:^|[\s(（【\[,，》|/／])((?:\p{Han}{2,4}[、\s])*\p{Han}{2,4})(?:\s*[/／]\s*(?:文|撰文|采访|整理)|\s+(?:采访整理|采访|采写|撰文|撰稿)|／[\p{Han}]{2,4}报道)").expect("fixed")
});
/// What hangs on to a name: `张三江畔报道`, `张三摄`.
static TAIL: LazyLock<Regex> = LazyLock::new(|| {
    Regex::new(r"(?:综合|现场|摄影|实习|连线|采访|编译|特约)*(?:报道|报导|采写|撰文|整理|摄影|电|讯|摄|文)$").expect("fixed")
});

/// Roles that may stand between names.
const ROLES: [&str; 7] = ["记者", "通讯员", "实习生", "见习生", "特约记者", "实习记者", "见习记者"];
/// Words that are no names though they stand where names do.
const NO_NAMES: [&str; 58] = [
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
];

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
        // `文章作者`, and the name in the next line.
        let bare = ["作者", "记者"].iter().any(|role| line.text.ends_with(role));
        if let Some(next) = lines.get(nth + 1).filter(|next| bare && is_alone(next.text)) {
            names.extend((!names.iter().any(|name| name == next.raw)).then(|| next.raw.to_owned()));
        }
        for range in ranges {
            let name = line.as_written(range).to_owned();
            if !names.contains(&name) {
                names.push(name);
            }
        }
    }
    names
}

/// A line that holds nothing but a name.
fn is_alone(text: &str) -> bool {
    is_name(text) && text.chars().all(crate::block::is_han)
}

/// Where a line names people.
fn people(text: &str) -> Vec<Range<usize>> {
    let mut found: Vec<Range<usize>> = Vec::new();
    let groups = ROLE.captures_iter(text).chain(AFTER.captures_iter(text));
    for group in groups.filter_map(|found| found.get(1)) {
        // A menu that begins with `记者` is no list of people.
        if group.as_str().split_whitespace().count() > 6 {
            continue;
        }
        // A name right behind its role must look like one: `记者会议` has none.
        let glued = text[..group.start()].chars().next_back().is_some_and(crate::block::is_han);
        let mut from = group.start();
        for word in
            group.as_str().split_inclusive([' ', '、', ',', '，', '·', '\u{3000}', '\t', '\u{a0}'])
        {
            let core = word.trim_end_matches(|char: char| !crate::block::is_han(char));
            let name = without_tail(core);
            if let Some(role) = ROLES.iter().find(|role| core.starts_with(**role)) {
                // Another role follows: `记者 张三 通讯员 李四`.
                let rest = without_tail(&core[role.len()..]);
                let start = from + role.len();
                found.extend(is_name(rest).then(|| start..start + rest.len()));
                from += word.len();
                continue;
            }
            if NO_NAMES.iter().any(|word| core.contains(word)) && name == core {
                // What follows `编辑` or `来源` is another's.
                break;
            }
            let fits = is_name(name) && (!glued || from > group.start() || has_surname(name));
            found.extend(fits.then(|| from..from + name.len()));
            from += word.len();
        }
    }
    found.sort_by_key(|range| range.start);
    found
}

fn is_name(word: &str) -> bool {
    (2..=4).contains(&word.chars().count())
        && !is_outlet(word)
        && !NO_NAMES.iter().any(|other| word.contains(other))
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
        check("作者:张三 编辑:李四 2016-09-12", &["张三"]);
        check("撰文/张三 编辑/李四", &["张三"]);
        check("文/张三 图/李四", &["张三"]);
        check("图/文:张三", &["张三"]);
        check("文｜张三", &["张三"]);
        check("执笔:张三 李四", &["张三", "李四"]);
        check("记者 张三 实习生 李四", &["张三", "李四"]);
    }

    #[test]
    fn names_stand_before_what_they_did() {
        check("(摘自《江畔杂志》 张三/文)", &["张三"]);
        check("江畔时评 / 林間、石頭 採訪整理 / 2011年1月30日", &["林間", "石頭"]);
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
    }
}
