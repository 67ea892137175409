//! Documents named in 《》, and the short forms that a text gives them: `《长名》(下称《短名》)`.

use std::collections::BTreeMap;

use deltascope_model::{InitiativeKind, TextRange};

/// A title in 《》.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(crate) struct Title {
    /// The title with its marks.
    pub(crate) range: TextRange,
    /// What stands between the marks.
    pub(crate) name: String,
}

/// The titles of a text, outermost marks only.
pub(crate) fn titles(text: &str) -> Vec<Title> {
    let mut found = Vec::new();
    let mut open: Vec<usize> = Vec::new();
    for (at, c) in text.char_indices() {
        match c {
            '《' => open.push(at),
            '》' => {
                if let (Some(start), true) = (open.pop(), open.is_empty()) {
                    let end = at + c.len_utf8();
                    let name = text[start + '《'.len_utf8()..at].to_owned();
                    found.push(Title { range: TextRange::of(start, end), name });
                }
            }
            '\n' | '。' => open.clear(),
            _ => {}
        }
    }
    found
}

/// The short forms that a text introduces, to the long title each stands for.
pub(crate) fn short_forms(text: &str, titles: &[Title]) -> BTreeMap<String, String> {
    const INTRODUCE: [&str; 8] =
        ["以下简称", "下称", "简称", "以下称", "下简称", "下文简称", "后简称", "以下统称"];
    const MARKS: [char; 10] = ['(', '（', ':', '：', '“', '《', '”', '》', ')', '）'];
    let mut forms = BTreeMap::new();
    for long in titles {
        let after = text.get(long.range.usize().end..).unwrap_or_default();
        let Some(inside) = after.strip_prefix(['(', '（']) else { continue };
        let Some(end) = inside.find([')', '）']) else { continue };
        let inside = &inside[..end];
        if let Some(word) = INTRODUCE.iter().find(|word| inside.starts_with(*word)) {
            let short = inside[word.len()..].trim_matches(MARKS);
            if !short.is_empty() && short != long.name {
                forms.insert(short.to_owned(), long.name.clone());
            }
        }
    }
    forms
}

/// What kind of document a title names; none for papers, books and films.
pub(crate) fn document_kind(name: &str) -> Option<InitiativeKind> {
    const ENDINGS: [(&str, InitiativeKind); 31] = [
        ("条例", InitiativeKind::Law),
        ("决定", InitiativeKind::Law),
        ("法", InitiativeKind::Law),
        ("规定", InitiativeKind::Law),
        ("规划", InitiativeKind::Plan),
        ("纲要", InitiativeKind::Plan),
        ("方案", InitiativeKind::Plan),
        ("计划", InitiativeKind::Plan),
        ("蓝图", InitiativeKind::Plan),
        ("路线图", InitiativeKind::Plan),
        ("工作要点", InitiativeKind::Plan),
        ("机制", InitiativeKind::Programme),
        ("意见", InitiativeKind::Policy),
        ("办法", InitiativeKind::Policy),
        ("措施", InitiativeKind::Policy),
        ("政策", InitiativeKind::Policy),
        ("举措", InitiativeKind::Policy),
        ("通知", InitiativeKind::Policy),
        ("细则", InitiativeKind::Policy),
        ("协议", InitiativeKind::Policy),
        ("协定", InitiativeKind::Policy),
        ("备忘录", InitiativeKind::Policy),
        ("协议书", InitiativeKind::Policy),
        ("宣言", InitiativeKind::Policy),
        ("倡议", InitiativeKind::Policy),
        ("倡议书", InitiativeKind::Policy),
        ("指南", InitiativeKind::Policy),
        ("指引", InitiativeKind::Policy),
        ("章程", InitiativeKind::Policy),
        ("公约", InitiativeKind::Policy),
        ("若干规定", InitiativeKind::Law),
    ];
    let bare = without_bracket(name);
    // 办法 ends in 法 but is no law.
    let found = ENDINGS.iter().filter(|(ending, _)| bare.ends_with(ending));
    found.max_by_key(|(ending, _)| ending.len()).map(|(_, kind)| *kind)
}

/// A title without the period or the edition that stands behind it in brackets.
pub(crate) fn without_bracket(name: &str) -> &str {
    let closed = name.strip_suffix([')', '）']);
    let open = closed.and_then(|rest| rest.rfind(['(', '（']));
    open.map_or(name, |at| name[..at].trim_end())
}

#[cfg(test)]
mod tests {
    use super::*;

    #[track_caller]
    fn check(text: &str, expected: &[&str]) {
        let names: Vec<_> = titles(text).into_iter().map(|title| title.name).collect();
        assert_eq!(names, expected, "{text}");
    }

    #[test]
    fn titles_in_marks() {
        check(
            "印发《白石桥梁管理办法》和《青川行动方案》。",
            &["白石桥梁管理办法", "青川行动方案"],
        );
        check("《关于贯彻《桥梁法》的意见》", &["关于贯彻《桥梁法》的意见"]);
        check("《没有结尾。下一句》", &[]);
        check("尾》头《", &[]);
    }

    #[test]
    fn short_forms_lead_to_the_long_one() {
        for text in [
            "《白石桥梁管理条例》(下称《条例》)施行",
            "《白石桥梁管理条例》(以下简称“条例”)施行",
            "《白石桥梁管理条例》（以下简称：《条例》）施行",
        ] {
            let forms = short_forms(text, &titles(text));
            assert_eq!(forms.get("条例").map(String::as_str), Some("白石桥梁管理条例"), "{text}");
        }
        let plain = "《白石桥梁管理条例》(试行)";
        assert!(short_forms(plain, &titles(plain)).is_empty());
    }

    #[test]
    fn kinds_of_documents() {
        assert_eq!(document_kind("白石管理办法（试行）"), Some(InitiativeKind::Policy));
        assert_eq!(document_kind("青川行动方案(2022-2025年)"), Some(InitiativeKind::Plan));
        assert_eq!(document_kind("桥梁法"), Some(InitiativeKind::Law));
        assert_eq!(document_kind("白石日报"), None);
    }
}
