//! Reporters and correspondents by name, and the dateline.

use std::sync::LazyLock;

use regex::Regex;

static ROLE: LazyLock<Regex> = LazyLock::new(|| {
    Regex::new(r"(?:记者|記者|通讯员|通訊員|作者|撰稿|见习生|实习生|编译)[\s:：/]*((?:\p{Han}{2,4}[\s、,，]*)+)").expect("fixed")
});
static DATELINE: LazyLock<Regex> = LazyLock::new(|| {
    Regex::new(r"^[\s【\[(（〔]*([\p{Han}]{2,12}(?:\d{1,2}月)?\d{1,2}日(?:电|電|讯|訊|消息|报道|報導)|本报讯|本報訊|[\p{Han}]{2,4}社讯)").expect("fixed")
});

/// The opening credit of a story, from its first paragraph.
pub fn dateline(first: &str) -> Option<String> {
    DATELINE.captures(first).map(|found| found[1].to_owned())
}

/// The names after `记者`, `通讯员` and the like in lines of credit, in order, each once.
pub fn byline<'a>(credits: impl IntoIterator<Item = &'a str>) -> Vec<String> {
    let mut names: Vec<String> = Vec::new();
    // `某观号作者` names an account, no person.
    for line in credits.into_iter().filter(|line| !line.contains("号作者")) {
        for found in ROLE.captures_iter(line) {
            for name in found[1].split([' ', '、', ',', '，', '\u{3000}', '\t']) {
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
        assert_eq!(byline(["三市共用仪器"]), Vec::<String>::new());
    }

    #[test]
    fn datelines_open_the_first_paragraph() {
        assert_eq!(dateline("本报上海8月3日电(记者张三)日前").as_deref(), Some("本报上海8月3日电"));
        assert_eq!(dateline("本报讯 三市共用仪器").as_deref(), Some("本报讯"));
        assert_eq!(dateline("三市8月3日签约。"), None);
    }
}
