//! The head of what others answered or wrote below a story, by its count: `3 个回答`, `全部回应(5)`,
//! `46 条回复 • 2018-02-14 20:35`.

use deltascope_model::Label;

use super::Rule;
use crate::pattern::Pattern;

static HEAD: Pattern = Pattern::new(concat!(
    r"^[\s•]*(?:(?:共|全部|查看全部|更多|最新|热门|展开全?部?)\s*)?(?:\d+\s*(?:个|条|则)?\s*(?:回答|回应|答案|评论|留言|回复|跟[帖贴]|网友回复)",
    r"|(?:回答|回应|评论|留言|回复|跟[帖贴]|累计评价|晒单)\s*[(（]?\s*\d+(?:\s*条)?\s*[)）]?)",
    r"(?:\s*[•·|].{0,40})?$",
));

pub(super) const RULE: Rule = Rule {
    name: "answer-head",
    label: Label::Noise,
    weight: -400,
    words: &[&["回答", "回应", "答案", "评论", "留言", "回复", "跟帖", "跟贴", "评价", "晒单"]],
    test: |page, at| {
        let block = &page.blocks[at];
        block.chars <= 48
            && block.text.contains(|char: char| char.is_ascii_digit())
            && HEAD.is_match(&block.text)
    },
};

#[cfg(test)]
mod tests {
    use super::super::tests::check;

    #[test]
    fn cases() {
        for text in [
            "3 个回答",
            "全部回应(5)",
            "46 条回复 • 2018-02-14 20:35:11",
            "共 312 条评论",
            "累计评价 48",
        ] {
            check(text, Some("answer-head"));
        }
        check("他收到 312 条评论,第二天一早就把那段视频删掉了,邻居们都说可惜。", None);
        check("回答 3 个问题", None);
    }
}
