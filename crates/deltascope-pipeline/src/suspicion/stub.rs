//! A page without a story that a search should not have found: nothing but queries and spam, or a
//! notice that the page is gone.

use deltascope_model::CleanedPage;
use deltascope_text::simplify;

/// Lines of spam that make a page of them.
const LEAST_SPAM: usize = 3;
/// Lines that begin alike, such as queries for one name.
const LEAST_ALIKE: usize = 4;
/// So many characters are alike.
const ALIKE: usize = 4;
/// What a notice says where a page is gone.
const GONE: [&str; 10] = [
    "页面不存在",
    "页面已不存在",
    "页面未找到",
    "页面找不到",
    "找不到该页",
    "找不到您",
    "已被删除",
    "页面已删除",
    "无法访问该页",
    "404 Not Found",
];
/// A notice is short, in bytes.
const NOTICE: usize = 1500;

pub(super) fn reason(cleaned: &CleanedPage) -> Option<String> {
    if !cleaned.articles.is_empty() || cleaned.error.is_some() {
        return None;
    }
    let text = simplify(&cleaned.page.text).text().to_owned();
    let spam = cleaned.segments.iter().filter(|segment| segment.rule == "spam").count();
    if spam >= LEAST_SPAM || are_queries(&text) {
        return Some(
            "the page holds search queries and spam, and no story; leave it out".to_owned(),
        );
    }
    let is_notice = text.len() <= NOTICE && GONE.iter().any(|words| text.contains(words));
    is_notice.then(|| {
        "the page only says that the story is gone; look for it elsewhere, or leave the page out"
            .to_owned()
    })
}

/// Half of the lines begin alike, and none is a sentence.
fn are_queries(text: &str) -> bool {
    let lines: Vec<&str> = text.lines().map(str::trim).filter(|line| !line.is_empty()).collect();
    let mut openings: Vec<String> = lines
        .iter()
        .filter(|line| line.chars().count() > ALIKE)
        .map(|line| line.chars().take(ALIKE).collect())
        .collect();
    openings.sort_unstable();
    let most = openings.chunk_by(|one, other| one == other).map(<[String]>::len).max();
    let is_sentence = |line: &str| line.ends_with(['。', '！', '？']);
    most.is_some_and(|most| most >= LEAST_ALIKE && most * 2 >= lines.len())
        && !lines.iter().any(|line| is_sentence(line))
}

#[cfg(test)]
mod tests {
    use super::super::tests::check;

    #[test]
    fn cases() {
        check(
            "甲走廊最新消息，甲走廊规划图，甲走廊房价，甲走廊招聘，甲走廊在哪里\n| 甲直播 |\n| 乙直播 |",
            &["stub"],
        );
        check("沿江走廊规划图\n沿江走廊招聘\n沿江走廊房价\n沿江走廊地图", &["stub"]);
        check("江畔网\n抱歉,您访问的页面不存在\n返回首页", &["stub"]);
        check("首页\n要闻\n财经", &[]);
    }
}
