//! Who first published the story, as far as the page says. What the text itself says comes first (a
//! credit, a dateline, `摘自`), then the line of source, then a line of copyright; a site whose own
//! reporters wrote the story is its publisher, and so is who signs below it.

use std::sync::LazyLock;

use super::around::Line;
use super::outlet::{is_aggregator, is_named, is_outlet};
use super::signature::is_signer;
use super::source::{last_part, named, office};
use crate::block::is_han;
use crate::pattern::Pattern;
use crate::words::{Told, Words, captures};

static TAKEN: Pattern = Pattern::new(
    r"(?:摘自|原载于?|首发于|首发自|刊于|转载自|转自|选自)\s*[:：]?\s*(?:微信)?(?:公众号)?\s*[:：]?\s*[《“「]?([\p{Han}A-Za-z·]{2,14}?)(?:[》”」)）(（,，。;；\s]|$)",
);
static SOURCE: Pattern = Pattern::new(
    r"(资料|数据|图片|图表|视频|音频|题图|资金|经费)?(?:来\s*源(?:于)?|出处|转自|稿源|供稿(?:单位|部门)?|(?:发布|发文|制发|公开)(?:机构|单位|机关)|(?:本文|文章|稿件|内容)来自)\s*[:：|｜丨]?\s*(?:http\S+\s*)?(?:微信)?(?:公众号)?\s*[:：]?\s*[《“「【\[]?([\p{Han}A-Za-z0-9·.&\-—_－–+《》“”]{2,24})",
);
/// Who set it on the site, where that is an office: `发布者：江畔大学后勤处`.
static POSTER: Pattern =
    Pattern::new(r"(?:发布(?:者|人|部门)|责任部门|信息发布|^发布)\s*[:：]\s*(\p{Han}{4,24})");
static CREDIT: Pattern = Pattern::new(
    r"(?:^|[(（\[【〔\s□■/|｜])([\p{Han}A-Za-z0-9·]{2,14}?)\s?(?:全媒体|融媒体|首席|见习|特约|实习|驻[\p{Han}]{2,4})?(?:记者|讯员|通讯员)",
);
static OWNER: Pattern = Pattern::new(concat!(
    r"(?:内容|文章|作品|本文|图文)(?:均|皆|都)?(?:为|系|由)[“《]?([\p{Han}A-Za-z·]{2,12}?)[”》]?(?:原创|独家)",
    r"|(?:著作权|版权)(?:归|属于?)([\p{Han}A-Za-z·]{2,12}?)(?:所有|[,，。;；\s]|$)",
));
static WIRE: Pattern = Pattern::new(
    r"^[(（【\[〔]?([\p{Han}]{1,8}?(?:通讯社|社|日报|晚报|报|网|电视台|电台|广播台|新闻))[\p{Han}]{0,8}(?:(?:\d{1,2}月)?\d{1,2}日)?(?:电|讯|消息|报道)",
);
/// `原创 张三 江畔青年`, as accounts head their posts, and `点击上方「江畔青年」` above them; `江畔记 举报`,
/// `江畔记官方账号`, as platforms do.
static ACCOUNT: Pattern = Pattern::new(concat!(
    r"^原创\s*(?:\p{Han}{2,4}\s+)?([\p{Han}A-Za-z0-9·]{2,14})(?:$|\s+\d{4}[-/.年])",
    r"|^([\p{Han}A-Za-z0-9·]{2,14})\s+举报$",
    r"|点击(?:上方|下方|上面|这里)?的?(?:蓝色?字|名片)?\s*[「“‘『]([\p{Han}A-Za-z0-9·]{2,14})[」”’』]",
    r"|(?:^|[\s·|｜])([\p{Han}A-Za-z0-9]{2,12})官方[账帐]号",
    r"|^([\p{Han}A-Za-z0-9·]{3,14})\s*[|｜丨]\s*\d{4}[-/.年]\d{1,2}[-/.月]\d{1,2}日?\s*[|｜丨]\s*(?:文|作者)\s*[/／:：]",
));
/// A post's line on an app, without the year: `江畔发布 04-11 09:20`.
static POSTED: Pattern =
    Pattern::new(r"^([\p{Han}A-Za-z0-9·]{3,14})\s+\d{1,2}[-月]\d{1,2}日?\s+\d{1,2}:\d{2}");
/// A source that is nobody: `来源:网络`.
static OTHERS: Pattern = Pattern::new(r"来\s*源\s*[:：]\s*(?:网络|互联网|综合|转载|百度)");
static OWN: Pattern = Pattern::new(
    r"本[报刊台网社](?:讯|记者|\p{Han}{0,6}\d{1,2}月?\d{0,2}日|首席|特约|通讯员)|记者|撰文|采写|整理",
);

/// Keys of a table whose next cell holds the source.
const KEYS: [&str; 8] =
    ["来源", "信息来源", "文章来源", "发布机构", "发布单位", "发布机关", "发文机关", "发文机构"];
/// Words of the patterns, without which none of them is asked; in the order of the numbers below.
static WORDS: LazyLock<Words> = LazyLock::new(|| {
    Words::new(&[
        &[&["摘自", "原载", "首发", "刊于", "转载自", "转自", "选自"]],
        &[&["源", "出处", "转自", "供稿", "机构", "单位", "机关", "来自"]],
        &[&["记者", "讯员"]],
        &[&["原创", "独家", "著作权", "版权"]],
        &[&["原创", "举报", "点击", "官方", "文", "作者"]],
        &[&["本报", "本刊", "本台", "本网", "本社", "记者", "撰文", "采写", "整理"]],
        &[&["发布", "责任部门"]],
    ])
});

/// Where a publisher may be named; everything in Simplified characters.
#[derive(Clone, Copy, Debug)]
pub struct Sources<'a> {
    /// Lines around the story and credits cut out of it.
    pub lines: &'a [Line<'a>],
    /// Lines of copyright and the like.
    pub owners: &'a [&'a str],
    /// The story's dateline.
    pub dateline: Option<&'a str>,
    /// The site.
    pub host: Option<&'a str>,
    /// The page copies others'.
    pub reposted: bool,
    /// The name signed below the story.
    pub signed: Option<&'a str>,
    /// A paper's name in a line of its own between title and story.
    pub alone: Option<&'a str>,
    /// Names that the page's head gives as the source.
    pub told: &'a [String],
    /// The court whose decision it is.
    pub court: Option<&'a str>,
}

/// A unit inside of whoever runs the site, which is known by no more: `企划组`, `办公室`.
fn is_inner(name: &str) -> bool {
    const UNITS: [&str; 4] = ["组", "科", "股", "办公室"];
    (3..=4).contains(&name.chars().count()) && UNITS.iter().any(|unit| name.ends_with(unit))
}

/// The paper behind its edition: `江畔日报数字报` → `江畔日报`.
fn of_paper(name: String) -> String {
    let mut kinds = ["数字报", "电子报", "电子版"].iter();
    let paper = kinds.find_map(|kind| name.strip_suffix(kind)).filter(|paper| is_outlet(paper));
    paper.map(str::to_owned).unwrap_or(name)
}

/// An agency by the name that its own site bears: `江畔社` on the site of `江畔通讯社`.
fn in_full(name: String, host: Option<&str>) -> String {
    let is_own = |host: &&str| {
        let core = name.strip_suffix('社').filter(|core| !core.is_empty());
        core.is_some_and(|core| host.starts_with(core) && host.ends_with("通讯社"))
    };
    host.filter(is_own).map(str::to_owned).unwrap_or(name)
}

/// The publisher in Simplified characters, if the page lets a reader conclude it.
pub fn publisher(sources: &Sources<'_>) -> Option<String> {
    if let Some(court) = sources.court {
        return Some(court.to_owned());
    }
    let lines: Vec<Asked<'_>> = sources.lines.iter().map(|line| Asked::new(line.text)).collect();
    let owners: Vec<Asked<'_>> = sources.owners.iter().map(|text| Asked::new(text)).collect();
    let texts = || lines.iter().map(|line| line.text);
    let own: Vec<String> = sources.host.into_iter().map(str::to_owned).collect();
    let taken = lines.iter().chain(&owners).find_map(|line| {
        let name = captures(&TAKEN, line.may(0)).next()?;
        Some(trim(&name[1])).filter(|name| is_named(name) && !is_aggregator(name))
    });
    let wire =
        sources.dateline.and_then(|text| WIRE.captures(text)).map(|found| found[1].to_owned());
    let wire = wire.filter(|name| is_outlet(name));
    let credit = lines
        .iter()
        .flat_map(|line| captures(&CREDIT, line.may(2)))
        .map(|found| trim(&found[1]))
        .find(|name| {
            is_outlet(name) || name.ends_with(['点', '观', '闻']) && name.chars().count() >= 3
        });
    let source = lines
        .iter()
        .flat_map(|line| captures(&SOURCE, line.may(1)))
        // `图片来源` is of something else.
        .filter(|found| found.get(1).is_none())
        .map(|found| trim(&found[2]))
        .map(|name| whole(&name).to_owned())
        .find(|name| is_named(name) && !is_aggregator(name) && !name.is_ascii());
    // `发布单位`, and who it is in the next cell.
    let cell = || {
        sources.lines.windows(2).find_map(|pair| {
            let key = pair[0].text.trim_end_matches([':', '：']).trim();
            let name = pair[1].text.trim();
            let fits = (2..=20).contains(&name.chars().count()) && name.chars().all(is_han);
            (KEYS.contains(&key) && fits && is_named(name) && !is_aggregator(name))
                .then(|| name.to_owned())
        })
    };
    let office_at = || {
        let names = lines.iter().flat_map(|line| captures(&POSTER, line.may(6)));
        names.map(|found| trim(&found[1])).find(|name| is_signer(name) && is_named(name))
    };
    let source = source.or_else(cell).or_else(office_at);
    let beside = || sources.lines.iter().find_map(|line| named(line, &own).outlet);
    let owner = || {
        owners.iter().chain(&lines).find_map(|line| {
            let found = captures(&OWNER, line.may(3)).next()?;
            let name = trim((1..3).find_map(|nth| found.get(nth))?.as_str());
            (is_named(&name) && !is_aggregator(&name)).then_some(name)
        })
    };
    let account = || {
        lines.iter().find_map(|line| {
            let found = captures(&ACCOUNT, line.may(4)).next()?;
            let name = (1..6).find_map(|nth| found.get(nth))?.as_str();
            (!is_aggregator(name)).then(|| name.to_owned())
        })
    };
    let posted = || {
        let timed = texts().filter(|text| text.contains(':'));
        let mut names = timed.filter_map(|text| Some(POSTED.captures(text)?[1].to_owned()));
        names.find(|name| is_outlet(name))
    };
    // The site's own people wrote it, or it is a medium, and nobody else is named.
    let itself = || {
        let own = lines.iter().any(|line| OWN.is_match(line.may(5)))
            || sources.dateline.is_some_and(|text| text.starts_with('本'));
        let from_others = texts().any(|text| text.contains("来源") && OTHERS.is_match(text));
        let its_own = (own || !from_others) && !sources.reposted;
        sources
            .host
            .filter(|host| its_own && (own || is_outlet(host)) && !host.is_ascii())
            .map(str::to_owned)
    };
    let said = match (source, taken.or(credit).or(wire)) {
        // The credit's own paper, where the line of source gives its fuller name.
        (Some(source), Some(said)) if source.contains(&said) => Some(source),
        (_, Some(said)) => Some(said),
        (source, None) => owner()
            .filter(|owner| source.as_ref().is_none_or(|source| !source.contains(owner)))
            .or(source),
    };
    // A name in the head counts where the page shows it in a line of its own.
    let told = || {
        let shown = |name: &&String| texts().any(|text| stands_alone(text, name));
        sources
            .told
            .iter()
            .filter(|name| is_named(name) && !is_aggregator(name))
            .find(shown)
            .cloned()
    };
    let office = || sources.lines.iter().find_map(office);
    let alone = || sources.alone.map(str::to_owned);
    let found = said.or_else(beside).or_else(told).or_else(account).or_else(posted);
    let found = found.or_else(alone).or_else(office);
    let found = found.map(|name| match sources.host.filter(|_| is_inner(&name)) {
        Some(host) => host.to_owned(),
        None => in_full(of_paper(name), sources.host),
    });
    // A domain in the publisher's place hides who it was.
    let swapped =
        sources.dateline.is_some_and(|text| text.starts_with(|char: char| char.is_ascii()));
    found.or_else(itself).or_else(|| sources.signed.map(str::to_owned)).filter(|_| !swapped)
}

/// A text, and which lists of `WORDS` have a word in it.
struct Asked<'a> {
    text: &'a str,
    told: Told,
}

impl<'a> Asked<'a> {
    fn new(text: &'a str) -> Self {
        Self { text, told: WORDS.told(text) }
    }

    /// The text, where a word of the list stands in it.
    fn may(&self, list: usize) -> &'a str {
        if self.told.has(list) { self.text } else { "" }
    }
}

/// A line holds the name as words of its own.
fn stands_alone(text: &str, name: &str) -> bool {
    text.chars().count() <= 60
        && text.match_indices(name).any(|(at, _)| {
            let joins = |char: char| is_han(char) || char.is_alphanumeric();
            !text[..at].ends_with(joins) && !text[at + name.len()..].starts_with(joins)
        })
}

/// `江畔网-江畔日报` → `江畔日报`, `江畔网综合江畔社` → `江畔社`.
fn whole(name: &str) -> &str {
    let name = last_part(name);
    match name.split_once("综合") {
        Some((_, after)) if is_outlet(after) => after,
        _ => name,
    }
}

/// The day that follows a name without a blank: `江畔日报2012年01月11日`.
static YEAR: Pattern = Pattern::new(r"(?:(?:19|20)\d{2}[-年.]|\d{1,2}月\d)");

/// Without what hangs on to a name in a line of source.
fn trim(name: &str) -> String {
    const TAILS: [&str; 25] = [
        "责任编辑",
        "责编",
        "编辑",
        "作者",
        "栏目",
        "记者",
        "字号",
        "字体",
        "评论",
        "参与",
        "点击",
        "浏览",
        "阅读",
        "时间",
        "日期",
        "发布",
        "打印",
        "分享",
        "我要",
        "已有",
        "浏览次数",
        "微信公",
        "官方微",
        "公众号",
        "原标题",
    ];
    let name = &name[..YEAR.find(name).map_or(name.len(), |year| year.start())];
    // `江畔网－《江畔日报》`, `江畔日报》编辑`.
    let name = match (name.find('《'), name.find(['》', '”'])) {
        (Some(open), _) if open > 0 => &name[open + '《'.len_utf8()..],
        (None, Some(close)) => &name[..close],
        _ => name,
    };
    let name = name.trim_matches(['《', '》', '“', '”']);
    let cut = TAILS
        .iter()
        .filter_map(|tail| name.find(tail).filter(|at| *at > 0))
        .min()
        .unwrap_or(name.len());
    // A paper whose name ends so, `江畔评论`, stays whole where the short form names nobody.
    let core = name[..cut].trim_matches(['·', '-', '—', '_', '.', '－', '–']);
    let core = if core.chars().count() < 3 && is_outlet(name) { name } else { core };
    core.trim_end_matches(|char: char| char.is_ascii_digit() || "-—_.".contains(char)).to_owned()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[track_caller]
    fn check(lines: &[&str], owners: &[&str], dateline: Option<&str>, expected: Option<&str>) {
        let lines: Vec<Line<'_>> =
            lines.iter().map(|line| Line { raw: line, text: line }).collect();
        let sources = Sources {
            lines: &lines,
            owners,
            dateline,
            host: Some("江畔在线"),
            reposted: false,
            signed: None,
            alone: None,
            told: &[],
            court: None,
        };
        assert_eq!(publisher(&sources).as_deref(), expected);
    }

    #[test]
    fn the_text_outdoes_the_line_of_source() {
        let credit = "江畔日报·江畔点记者 张三";
        check(&["2023-06-01 来源:百度新闻", credit], &[], None, Some("江畔日报·江畔点"));
        check(
            &["来源:江畔日报客户端2025-03-10", "(江畔日报全媒体记者 张三)"],
            &[],
            None,
            Some("江畔日报客户端"),
        );
        check(&["来源:江畔社", "(本报记者 张三)"], &[], None, Some("江畔社"));
        check(&["来源:假日快讯"], &[], Some("江畔日报6月11日讯"), Some("江畔日报"));
        check(&["稿源:假日快讯", "(摘自《江畔杂志》 张三/文)"], &[], None, Some("江畔杂志"));
        check(&["来源:江畔网-江畔日报 我要评论"], &[], None, Some("江畔日报"));
        check(&["来源:江畔网 评论 4"], &[], None, Some("江畔网"));
        check(&["来源:江畔都市报评论 4"], &[], None, Some("江畔都市报"));
    }

    #[test]
    fn forms_of_a_line_of_source() {
        check(&["2016-03-15 来源:江畔日报数字报"], &[], None, Some("江畔日报"));
        for line in [
            "来源:江畔日报2012年01月11日 06:53",
            "来源：江畔网－《江畔日报》",
            "来源:江畔网－江畔日报",
            "来源：《江畔日报》 2012年",
            "来源:“江畔日报”微信公众号",
            "来源：江畔日报微信公众号",
            "本文来自微信公众号：江畔日报（ID:jiangpan），作者：张三",
            "来源 | 江畔日报（ID：jiangpan）",
            "图片来源:视觉江畔 来源:江畔日报",
            "发布机构：江畔日报",
            "來源：江畔日报",
            "（转自《江畔日报》张三）",
            "江畔日报 记者 张三 通讯员 李四",
            "文章首发于公众号江畔日报",
        ] {
            let simple = deltascope_text::simplify(line);
            check(&[simple.text()], &[], None, Some("江畔日报"));
        }
        check(&["来源：江畔网综合江畔社"], &[], None, Some("江畔社"));
        check(&["来源:21世纪江畔报道"], &[], None, Some("21世纪江畔报道"));
        check(&["发布者：江畔大学后勤处 浏览：10"], &[], None, Some("江畔大学后勤处"));
        check(&["供稿单位：物理学院 发布人：张三"], &[], None, Some("物理学院"));
        check(&["发布者：张三李四王五"], &[], None, Some("江畔在线"));
        check(&["发布单位：市教育局基础教育科"], &[], None, Some("市教育局基础教育科"));
        check(&["来源：江畔日报海外版"], &[], None, Some("江畔日报海外版"));
        check(&["来源：搜江号"], &[], None, Some("江畔在线"));
        check(&["数据来源:江畔研究院"], &[], None, Some("江畔在线"));
        check(&["发布单位：", "江畔乡公所"], &[], None, Some("江畔乡公所"));
    }

    #[test]
    fn accounts_name_themselves() {
        check(&["点击上方「江畔文摘」,关注我们"], &[], None, Some("江畔文摘"));
        check(&["屋顶江畔|2024-09-03|文/张三"], &[], None, Some("屋顶江畔"));
        check(&["3小时前 · 江畔小筑官方账号"], &[], None, Some("江畔小筑"));
        check(&["江畔发布 04-11 09:20 发布于江畔"], &[], None, Some("江畔发布"));
        check(&["本文图文均由江畔传媒原创,未经授权不得转载"], &[], None, Some("江畔传媒"));
    }

    #[test]
    fn a_name_in_the_head_is_believed_where_a_line_shows_it() {
        let told = ["江畔文化馆".to_owned()];
        let of = |line: &str| {
            let lines = [Line { raw: line, text: line }];
            let sources = Sources {
                lines: &lines,
                owners: &[],
                dateline: None,
                host: None,
                reposted: false,
                signed: None,
                alone: None,
                told: &told,
                court: None,
            };
            publisher(&sources)
        };
        assert_eq!(of("江畔文化馆 06-05 10:12").as_deref(), Some("江畔文化馆"));
        assert_eq!(of("江畔文化馆舍 06-05 10:12"), None);
    }

    #[test]
    fn lines_without_keys_name_a_paper() {
        check(&["2017-07-30 06:50 江畔晚报 张三 打印"], &[], None, Some("江畔晚报"));
        check(&["2018/09/08 18:20 江畔在线 记者张三"], &[], None, Some("江畔在线"));
        check(&["原创 张三 江畔青年"], &[], None, Some("江畔青年"));
        check(&["原创 张三 江畔与人 2024年5月20日 21:15"], &[], None, Some("江畔与人"));
        check(&["江畔记 举报"], &[], None, Some("江畔记"));
        check(&["2022年11月 江畔晚报"], &[], None, Some("江畔晚报"));
        check(&["江畔财经 2022年"], &[], None, Some("江畔财经"));
        check(&["江畔晚报 2022年十件大事"], &[], None, Some("江畔在线"));
    }

    #[test]
    fn an_office_stands_beside_the_date() {
        check(&["清河建工集团 2024-11-18"], &[], None, Some("清河建工集团"));
        check(&["2024-11-18 09:20 | 三市科学技术局"], &[], None, Some("三市科学技术局"));
        check(&["江畔大学清河研究院 2020年6月"], &[], None, Some("江畔大学清河研究院"));
        check(&["2024-11-18 09:20 三市科学技术局 浏览：32 次"], &[], None, Some("三市科学技术局"));
        check(&["清河建工集团 三市开工 2024-11-18"], &[], None, Some("江畔在线"));
        check(&["清河建工集团 三市开工：一座桥 2024-11-18"], &[], None, Some("江畔在线"));
        check(&["清河建工集团"], &[], None, Some("江畔在线"));
    }

    #[test]
    fn owners_wires_and_own_people_speak_where_nothing_else_does() {
        check(&[], &["此内容为江畔财经原创,著作权归江畔财经所有。"], None, Some("江畔财经"));
        check(&[], &["本文首发于江畔财经,版权归江畔财经。"], None, Some("江畔财经"));
        check(&["版权声明:本文为“江畔青年”原创"], &[], None, Some("江畔青年"));
        check(&["来源:网络"], &["版权归原作者所有"], None, None);
        check(&[], &[], Some("江畔社南京8月3日电"), Some("江畔社"));
        check(&[], &[], Some("本报南京8月3日电"), Some("江畔在线"));
        check(&["发布单位:企划组"], &[], None, Some("江畔在线"));
        check(&["供稿:教育部"], &[], None, Some("教育部"));
        let in_full = |host| in_full("江畔社".to_owned(), Some(host));
        assert_eq!(in_full("江畔通讯社"), "江畔通讯社");
        assert_eq!(in_full("江畔旅行社"), "江畔社");
        check(&["记者 张三"], &[], None, Some("江畔在线"));
        check(&[], &[], None, Some("江畔在线"));
        check(&[], &[], Some("news.example江畔8月3日电"), None);
    }
}
