//! The editor's line, with which a story ends: `(责任编辑:某某)`, `【编辑:某某】`.

use deltascope_model::Label;

use super::Rule;
use crate::pattern::Pattern;

static EDITOR: Pattern = Pattern::new(
    r"^[\s•\[【(（]*(?:本文|本期|值班|实习|见习|执行|新媒体)?(?:责任编辑|责编|编辑|编审|审核|审校|校对|监制|终审|编校|排版)\s*[:：/／|丨]|^[\s\[【(（]+(?:责任编辑|责编)\s+\p{Han}{2,4}\s*[)）\]】]$",
);

pub(super) const RULE: Rule = Rule {
    name: "editor-line",
    label: Label::Metadata,
    weight: -160,
    words: &[&["编辑", "责编", "编审", "审核", "审校", "校对", "监制", "终审", "编校", "排版"]],
    test: |page, at| page.blocks[at].chars <= 60 && EDITOR.is_match(page.text(at)),
};

#[cfg(test)]
mod tests {
    use super::super::tests::check;

    #[test]
    fn cases() {
        for text in [
            "(责任编辑:某某)",
            "[ 责编:某某 ]",
            "编辑 | 某某",
            "（責任編輯 余某某）",
            "实习编辑:某某 审核:某某",
        ] {
            check(text, Some("editor-line"));
        }
        check("编辑部昨天搬迁", None);
    }
}
