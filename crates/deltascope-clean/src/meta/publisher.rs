//! Who first published the story, as far as the page says: a credit or a copyright line names the
//! publisher; the line of source does too, where it is no aggregator's.

use std::sync::LazyLock;

use regex::Regex;

/// Names in a line of source that are no publishers.
const AGGREGATORS: [&str; 17] = [
    "百度",
    "网易号",
    "搜狐号",
    "今日头条",
    "头条号",
    "微信",
    "公众号",
    "互联网",
    "网络",
    "综合",
    "未知",
    "本站",
    "原创",
    "转载",
    "百家号",
    "一点资讯",
    "东方财富网",
];

static SOURCE: LazyLock<Regex> = LazyLock::new(|| {
    Regex::new(r"(?:来\s*源(?:于)?|出处|文章来源|转自|稿源)\s*[:：]\s*(?:http\S+\s*)?[《“]?([\p{Han}A-Za-z·.&]{2,20})").expect("fixed")
});
static CREDIT: LazyLock<Regex> = LazyLock::new(|| {
    Regex::new(r"(?:^|[(（\[【\s])([\p{Han}·]{2,14}?)(?:全媒体|融媒体|首席|见习|特约|驻[\p{Han}]{2,4})?(?:记者|讯员|通讯员)").expect("fixed")
});
static OWNER: LazyLock<Regex> = LazyLock::new(|| {
    Regex::new(concat!(
        r"(?:内容|文章|作品|本文)(?:为|系|由)([\p{Han}A-Za-z·]{2,12}?)(?:原创|独家)",
        r"|(?:首发于|首发自|原载于?|刊于|摘自)《?([\p{Han}A-Za-z·]{2,12}?)(?:[》,，。;；\s]|$)",
        r"|(?:著作权|版权)(?:归|属于?)([\p{Han}A-Za-z·]{2,12}?)(?:所有|[,，。;；\s]|$)",
    ))
    .expect("fixed")
});
static WIRE: LazyLock<Regex> = LazyLock::new(|| {
    Regex::new(r"^[(（【\[〔]?([\p{Han}]{1,6}(?:社|网|报|通讯社))[\p{Han}]{0,8}(?:\d{1,2}月\d{1,2}日)?(?:电|讯|消息|报道|[】\])）〕])").expect("fixed")
});

/// Endings of the names of media.
const MEDIA: [&str; 17] = [
    "报",
    "网",
    "社",
    "台",
    "新闻",
    "财经",
    "日报",
    "晚报",
    "客户端",
    "周刊",
    "杂志",
    "传媒",
    "广播",
    "电视",
    "在线",
    "点",
    "时空",
];

/// The publisher, from the lines of source, the credits, the lines of copyright and the story's
/// first paragraph, all in Simplified characters.
pub fn publisher(
    sources: &[&str],
    credits: &[&str],
    owners: &[&str],
    first: Option<&str>,
) -> Option<String> {
    let source = sources.iter().find_map(|line| {
        SOURCE.captures(line).map(|found| trim(&found[1])).filter(|name| !is_aggregator(name))
    });
    let credit = credits
        .iter()
        .flat_map(|line| CREDIT.captures_iter(line))
        .map(|found| trim(&found[1]))
        .find(|name| is_medium(name));
    let owner = || {
        owners.iter().chain(credits).find_map(|line| {
            let found = OWNER.captures(line)?;
            let name = trim((1..4).find_map(|nth| found.get(nth))?.as_str());
            is_named(&name).then_some(name)
        })
    };
    let wire = || {
        first
            .and_then(|text| WIRE.captures(text))
            .map(|found| found[1].to_owned())
            .filter(|name| !name.starts_with('本'))
    };
    match (source, credit) {
        // The credit's own paper, where the line of source gives its fuller name.
        (Some(source), Some(credit)) if source.contains(&credit) => Some(source),
        (_, Some(credit)) => Some(credit),
        (source, None) => owner().or(source).or_else(wire),
    }
}

/// Without what hangs on to a name in a line of source.
fn trim(name: &str) -> String {
    let name = ["责任编辑", "责编", "编辑", "作者", "栏目", "记者", "字号"]
        .iter()
        .fold(name, |name, tail| name.split(tail).next().unwrap_or(name));
    name.trim_matches('·').to_owned()
}

fn is_aggregator(name: &str) -> bool {
    name.chars().count() < 2
        || name.starts_with("www")
        || AGGREGATORS.iter().any(|aggregator| name.contains(aggregator))
}

/// A name, not `本网` or `原作者`.
fn is_named(name: &str) -> bool {
    name.chars().count() >= 2
        && !name.starts_with(['本', '原', '该', '其'])
        && !name.contains("作者")
}

/// The name ends as the names of media do.
pub fn is_medium(name: &str) -> bool {
    !name.starts_with('本') && MEDIA.iter().any(|ending| name.ends_with(ending))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[track_caller]
    fn check(
        sources: &[&str],
        credits: &[&str],
        owners: &[&str],
        first: Option<&str>,
        expected: Option<&str>,
    ) {
        assert_eq!(publisher(sources, credits, owners, first).as_deref(), expected);
    }

    #[test]
    fn a_credit_outdoes_an_aggregator() {
        check(
            &["2023-06-01 来源:百度新闻"],
            &["江畔日报·江畔点记者 张三"],
            &[],
            None,
            Some("江畔日报·江畔点"),
        );
        check(
            &["来源:江畔日报客户端2025-03-10"],
            &["(江畔日报全媒体记者 张三)"],
            &[],
            None,
            Some("江畔日报客户端"),
        );
        check(&["来源:江畔社"], &["(本报记者 张三)"], &[], None, Some("江畔社"));
    }

    #[test]
    fn owners_and_wires_speak_where_nothing_else_does() {
        check(&[], &[], &["此内容为江畔财经原创,著作权归江畔财经所有。"], None, Some("江畔财经"));
        check(&[], &[], &["本文首发于江畔财经,版权归江畔财经。"], None, Some("江畔财经"));
        check(&[], &[], &["版权归原作者所有"], None, None);
        check(&[], &[], &[], Some("江畔社南京8月3日电 三市共用仪器。"), Some("江畔社"));
        check(&[], &[], &[], Some("本报南京8月3日电 三市共用仪器。"), None);
        check(&["来源:网络"], &["记者走访三地"], &[], None, None);
    }
}
