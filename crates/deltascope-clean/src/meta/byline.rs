//! Reporters, correspondents and the editor by name, the dateline, and the newspaper's page.

use std::sync::LazyLock;

use regex::Regex;

static ROLE: LazyLock<Regex> = LazyLock::new(|| {
    Regex::new(r"(?:记者|記者|通讯员|通訊員|作者|撰稿|见习生|实习生|编译)[\s:：/]*((?:\p{Han}{2,4}[\s、,，]*)+)").expect("fixed")
});
static WRITER: LazyLock<Regex> = LazyLock::new(|| {
    Regex::new(r"([\p{Han}·]{2,4})\s*[/／]\s*文(?:$|[)）\s])|(?:^|[(（\s])文\s*[/／|｜丨]\s*([\p{Han}·]{2,4})").expect("fixed")
});
static DATELINE: LazyLock<Regex> = LazyLock::new(|| {
    Regex::new(concat!(
        r"^[\s?【\[(（〔]*([\p{Han}A-Za-z0-9.\-]{2,30}(?:\d{1,2}月)?\d{1,2}日(?:电|電|讯|訊|消息|报道|報導)",
        r"|本[报報网網社][\p{Han}]{0,6}[讯訊]|[\p{Han}]{2,6}(?:社|报|報|网|網)[\p{Han}]{0,4}[讯訊])(?:[\s(（】\])）〕:：,，]|$)",
    ))
    .expect("fixed")
});
static EDITOR: LazyLock<Regex> = LazyLock::new(|| {
    Regex::new(r"(?:责任编辑|責任編輯|责编|責編|编辑|編輯)\s*[:：/／|｜丨]?\s*([\p{Han}·]{2,4})(?:$|[^\p{Han}])")
        .expect("fixed")
});
static PAGE: LazyLock<Regex> =
    LazyLock::new(|| Regex::new(r"第\s*([A-Za-z]?\d{1,3})\s*版").expect("fixed"));

/// Who answers for the page: the name after `责任编辑` in its lines.
pub fn editor<'a>(lines: impl IntoIterator<Item = &'a str>) -> Option<String> {
    lines.into_iter().find_map(|line| Some(EDITOR.captures(line)?[1].to_owned()))
}

/// The page of the newspaper, `第A07版` → `A07`, from the lines around the story.
pub fn newspaper_page<'a>(lines: impl IntoIterator<Item = &'a str>) -> Option<String> {
    lines.into_iter().find_map(|line| Some(PAGE.captures(line)?[1].to_owned()))
}

/// The opening credit of a story, from its first paragraph.
pub fn dateline(first: &str) -> Option<String> {
    DATELINE.captures(first).map(|found| found[1].to_owned())
}

/// The names after `记者`, `通讯员` and the like in lines of credit, in order, each once.
pub fn byline<'a>(credits: impl IntoIterator<Item = &'a str>) -> Vec<String> {
    let mut names: Vec<String> = Vec::new();
    // `某观号作者` names an account, no person.
    for line in credits.into_iter().filter(|line| !line.contains("号作者")) {
        let roles = ROLE.captures_iter(line).filter_map(|found| found.get(1));
        let writers =
            WRITER.captures_iter(line).filter_map(|found| found.get(1).or_else(|| found.get(2)));
        for found in roles.chain(writers) {
            for name in found.as_str().split([' ', '、', ',', '，', '\u{3000}', '\t']) {
                let fits = (2..=4).contains(&name.chars().count()) && !is_role(name);
                if fits && !names.iter().any(|known| known == name) {
                    names.push(name.to_owned());
                }
            }
        }
    }
    names
}

fn is_role(word: &str) -> bool {
    ["记者", "通讯", "编辑", "作者", "摄影", "报道", "報導", "来源", "实习", "责编", "電", "编译"]
        .iter()
        .any(|role| word.contains(role))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn names_follow_their_role() {
        assert_eq!(byline(["(某报全媒体记者 张三思 通讯员 李四)"]), ["张三思", "李四"]);
        assert_eq!(byline(["某报·某点记者 张三 李思思"]), ["张三", "李思思"]);
        assert_eq!(byline(["(記者孟小江)"]), ["孟小江"]);
        assert_eq!(byline(["作者:张三", "作者:张三"]), ["张三"]);
        assert_eq!(byline(["(摘自《江畔杂志》 张三/文)"]), ["张三"]);
        assert_eq!(byline(["三市共用仪器"]), Vec::<String>::new());
    }

    #[test]
    fn datelines_open_the_first_paragraph() {
        assert_eq!(dateline("本报上海8月3日电(记者张三)日前").as_deref(), Some("本报上海8月3日电"));
        assert_eq!(dateline("本报讯 三市共用仪器").as_deref(), Some("本报讯"));
        assert_eq!(dateline("江畔社墨城4月5日电 三市").as_deref(), Some("江畔社墨城4月5日电"));
        assert_eq!(dateline("江畔晚报讯 三市共用仪器").as_deref(), Some("江畔晚报讯"));
        assert_eq!(dateline("三市8月3日签约。"), None);
    }

    #[test]
    fn lines_name_the_editor_and_the_newspapers_page() {
        assert_eq!(editor(["来源:江畔网", "(责任编辑:李四)"]).as_deref(), Some("李四"));
        assert_eq!(editor(["编辑部昨天搬迁"]), None);
        assert_eq!(newspaper_page(["江畔日报 2024年3月15日 第A07版:副刊"]).as_deref(), Some("A07"));
    }
}
