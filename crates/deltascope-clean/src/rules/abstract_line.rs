//! What the next paragraph says once more, from its start on: the abstract, or a lead set twice. An
//! abstract that says that it is one may have the headline before it, and other words at its end:
//! `摘要【三市共用仪器】三市昨天…`.

use deltascope_model::Label;

use super::{Page, Rule};

/// What an abstract calls itself.
const NAMES: [&str; 2] = ["摘要", "内容提要"];

pub(super) const RULE: Rule = Rule {
    name: "abstract",
    label: Label::Noise,
    weight: -12,
    words: &[],
    test: |page, at| {
        let block = &page.blocks[at];
        let next = page.blocks.get(at + 1);
        block.is_prose()
            && (next.is_some_and(|next| next.text.starts_with(&*block.text)) || is_named(page, at))
    },
};

/// How many blocks below an abstract its first words may stand again, and how many characters they are.
const REACH: usize = 4;
const WORDS: usize = 12;

/// Behind its name, and the headline, an abstract opens with the words of a paragraph below.
fn is_named(page: &Page<'_>, at: usize) -> bool {
    let Some(text) = NAMES.iter().find_map(|name| page.text(at).strip_prefix(name)) else {
        return false;
    };
    let text = text.trim_start_matches([':', '：', ' ', '\u{3000}']);
    let headed = text.strip_prefix('【').and_then(|text| text.split_once('】'));
    let text = headed.map_or(text, |(_, text)| text).trim_start();
    let Some((end, _)) = text.char_indices().nth(WORDS) else { return false };
    let below = page.blocks[at + 1..].iter().take(REACH);
    below.into_iter().any(|block| block.text.starts_with(&text[..end]))
}

#[cfg(test)]
mod tests {
    use super::super::tests::check;

    const LEAD: &str = "三市共用大型仪器一年,企业少花检测费用两千多万元,闲置设备有了去处。";

    #[test]
    fn cases() {
        check(&format!("{LEAD}\n{LEAD}"), Some("abstract"));
        check(&format!("{LEAD}\n{LEAD}科技部门说,明年还要接入高校实验室。"), Some("abstract"));
        check(&format!("{LEAD}\n科技部门说,明年还要接入高校实验室。\n{LEAD}"), None);
        let named =
            |head: &str| format!("{head}{LEAD}以上。\n要闻\n{LEAD}科技部门说,明年还要接入高校。");
        check(&named("摘要【三市共用仪器】"), Some("abstract"));
        check(&named("内容提要："), Some("abstract"));
        check(&named("【三市共用仪器】"), None);
        check("仪器开放\n仪器开放以后,企业在线预约,排队时间缩短一半。", None);
    }
}
