//! The page of the printed newspaper: `第03版:要闻`, `A12版`, `版次:A07`.

use super::around::Line;
use crate::pattern::Pattern;
use crate::words::captures;

static PAGE: Pattern = Pattern::new(concat!(
    r"第\s*[A-Z]?\d{1,3}\s*版(?:\s*[:：]\s*[\p{Han}·]{1,10})?",
    r"|(?:^|[\s|(（\[【])([A-Z]\d{1,3}\s*版?(?:\s*[:：]\s*[\p{Han}·]{1,10}))",
    r"|(?:^|[\s|(（\[【])([A-Z]\d{1,3}\s*版)",
    r"|(?:版次|版面|版号)\s*[:：]\s*((?:第\s*)?[A-Z]?\d{1,3}(?:\s*版)?(?:\s*[:：]\s*[\p{Han}·]{1,8})?)",
));

/// The newspaper page, from the first line that names exactly one: a line that names several is
/// the paper's contents.
pub fn newspaper_page(lines: &[Line<'_>]) -> Option<String> {
    lines.iter().find_map(|line| {
        let may =
            line.text.contains('版') || line.text.contains([':', '：']) && has_letter(line.text);
        let mut all = captures(&PAGE, if may { line.text } else { "" });
        let (found, more) = (all.next()?, all.next());
        let part = (0..4).rev().find_map(|nth| found.get(nth))?;
        let written = line.as_written(part.range());
        more.is_none().then(|| written.split_whitespace().collect())
    })
}

fn has_letter(text: &str) -> bool {
    text.bytes().any(|byte| byte.is_ascii_uppercase())
}

#[cfg(test)]
mod tests {
    use super::*;

    #[track_caller]
    fn check(lines: &[&str], expected: Option<&str>) {
        let lines: Vec<Line<'_>> =
            lines.iter().map(|line| Line { raw: line, text: line }).collect();
        assert_eq!(newspaper_page(&lines).as_deref(), expected);
    }

    #[test]
    fn a_page_is_named_once() {
        check(&["江畔日报 2016年11月20日 星期日 第A07版:副刊·人物"], Some("第A07版:副刊·人物"));
        check(&["第03版:要闻", "第04版:市场"], Some("第03版:要闻"));
        check(&["版面目录 第1版:头版 第2版:要闻", "第2版:要闻 上一版"], Some("第2版:要闻"));
        check(&["江畔晚报 A12版"], Some("A12版"));
        check(&["版次:A07 作者:张三"], Some("A07"));
    }

    #[test]
    fn what_is_no_page() {
        check(&["上一版 下一版", "第三版修订稿", "手机版"], None);
    }
}
