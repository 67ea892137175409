//! The title once more in a reading bar: `正在阅读:某某`.

use deltascope_model::Label;

use super::Rule;

pub(super) const RULE: Rule = Rule {
    name: "title-echo",
    label: Label::Noise,
    weight: -20,
    words: &[&["正在阅读", "当前阅读", "正在浏览"]],
    test: |page, at| {
        ["正在阅读", "当前阅读", "您正在浏览", "正在浏览"]
            .iter()
            .any(|head| page.text(at).starts_with(head))
    },
};

#[cfg(test)]
mod tests {
    #[test]
    fn cases() {
        super::super::tests::check("正在阅读:三市共用仪器", Some("title-echo"));
    }
}
