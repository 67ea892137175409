//! Who answers for the page: `责任编辑:某某`, `[责编 某某]`, `编辑/某某`, `校对:某某`. A person's name
//! only, no account.

use super::around::Line;
use super::day::days;
use crate::pattern::Pattern;

static EDITOR: Pattern = Pattern::new(
    r"(?:责任编辑|执行编辑|值班编辑|本文编辑|本版编辑|网络编辑|实习编辑|见习编辑|责编|编辑|编校|整理|校对)\s*[:：/／|丨]?\s*(\p{Han}[\s\u{3000}]+\p{Han}|\p{Han}{2,4})(?:$|[^\p{Han}])",
);

/// The editor, as written in the first line that names one.
pub fn editor(lines: &[Line<'_>]) -> Option<String> {
    lines.iter().find_map(|line| {
        EDITOR.captures_iter(line.text).find_map(|found| {
            let name = found.get(1)?;
            let before = line.text[..name.start()].chars().next_back()?;
            // `编辑部` and `编辑推荐` are no names; a name follows a mark or a blank.
            let parted = ":：/／|丨".contains(before) || before.is_whitespace();
            // In a line of date and source it follows at once: `2024-01-18 07:00 编辑张三`.
            let glued = name.as_str().chars().count() <= 3
                && !name.as_str().starts_with('于')
                && line.text[..found.get(0)?.start()].ends_with(char::is_whitespace)
                && !days(line.text).is_empty();
            let person = !["推荐", "部", "精选", "报道", "删除", "文章", "本段"]
                .iter()
                .any(|word| name.as_str().contains(word));
            let written = line.as_written(name.range());
            let name: String = written.chars().filter(|char| !char.is_whitespace()).collect();
            let hidden = name == "小编" || name == "小編";
            ((parted || glued) && person && !hidden && name.chars().count() >= 2).then_some(name)
        })
    })
}

#[cfg(test)]
mod tests {
    use super::*;

    #[track_caller]
    fn check(line: &str, expected: Option<&str>) {
        let text = deltascope_text::simplify(line).text().to_owned();
        assert_eq!(editor(&[Line { raw: line, text: &text }]).as_deref(), expected);
    }

    #[test]
    fn an_editor_follows_the_role() {
        check("[ 责编:张三 ]", Some("张三"));
        check("【編輯：張三】", Some("張三"));
        check("责任编辑: 张 三", Some("张三"));
        check("撰文/李四 编辑/张三", Some("张三"));
        check("2021-03-22 08:30 来源:江畔日报 编辑:张三 分享到:微信", Some("张三"));
        check("编辑:张三 审核:李四", Some("张三"));
        check("编辑:张三", Some("张三"));
        check("（編輯：張於野）1130118", Some("張於野"));
        check("责任编辑:于江", Some("于江"));
        check("2025年6月9日 整理：张三", Some("张三"));
        check("2024-01-18 07:00 编辑张三", Some("张三"));
    }

    #[test]
    fn an_account_or_an_office_is_no_editor() {
        check("责任编辑:sdnew003", None);
        check("编辑部电话", None);
        check("责任编辑:小编", None);
        check("他请编辑张三", None);
        check("2024-01-18 07:00 编辑于江畔", None);
        check("编辑推荐", None);
        check("本帖最后由 江边 于 2009-8-15 08:12 编辑", None);
    }
}
