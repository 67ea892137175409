//! The page of the newspaper: `第A07版:副刊`, `第3版:要闻`.

use deltascope_model::Label;

use super::Rule;
use crate::pattern::Pattern;

static PAGE: Pattern = Pattern::new(r"^.{0,24}第\s*[A-Za-z]?\d{1,3}\s*版(?:$|[\s:：])");

pub(super) const RULE: Rule = Rule {
    name: "newspaper-page",
    label: Label::Metadata,
    weight: -40,
    words: &[&["版"]],
    test: |page, at| {
        let block = &page.blocks[at];
        block.chars <= 40 && !block.is_prose() && PAGE.is_match(&block.text)
    },
};

#[cfg(test)]
mod tests {
    use super::super::tests::check;

    #[test]
    fn cases() {
        check("第A07版:副刊·人物", Some("newspaper-page"));
        check("江畔报 星期日 第3版:要闻", Some("newspaper-page"));
        check("地图第3版修订后出版", None);
    }
}
