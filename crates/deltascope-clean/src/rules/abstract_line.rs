//! What the next paragraph says once more, from its start on: the abstract, or a lead set twice.

use deltascope_model::Label;

use super::Rule;

pub(super) const RULE: Rule = Rule {
    name: "abstract",
    label: Label::Noise,
    weight: -12,
    words: &[],
    test: |page, at| {
        let block = &page.blocks[at];
        let next = page.blocks.get(at + 1);
        block.is_prose() && next.is_some_and(|next| next.text.starts_with(&*block.text))
    },
};

#[cfg(test)]
mod tests {
    use super::super::tests::check;

    const LEAD: &str = "三市共用大型仪器一年,企业少花检测费用两千多万元,闲置设备有了去处。";

    #[test]
    fn cases() {
        check(&format!("{LEAD}\n{LEAD}"), Some("abstract"));
        check(&format!("{LEAD}\n{LEAD}科技部门说,明年还要接入高校实验室。"), Some("abstract"));
        check(&format!("{LEAD}\n科技部门说,明年还要接入高校实验室。\n{LEAD}"), None);
        check("仪器开放\n仪器开放以后,企业在线预约,排队时间缩短一半。", None);
    }
}
