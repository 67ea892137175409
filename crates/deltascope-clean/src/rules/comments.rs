//! Comment boxes, votes and counters.

use std::sync::LazyLock;

use deltascope_model::Label;
use regex::Regex;

use super::{Rule, pattern};

static COMMENT: LazyLock<Regex> = LazyLock::new(|| {
    pattern(
        r"人参与|条评论|发表评论|我要评论|网友评论|跟贴|发贴|发帖|回帖|灌水|评论\(\d|(?:关注|粉丝|文章|点击|浏览|阅读)(?:数|次数|度|量)[:：]?\s*\d|\d+(?:文章数|关注度)|表情|^\+1|^顶$|^踩$|心情如何|此时的心情|昵称|^(?:开心|难过|点赞|飘过|愤怒|无聊|感动)$|欢迎发表|文明上网|评论仅供|评论仅代表",
    )
});

pub(super) const RULE: Rule = Rule {
    name: "comments",
    label: Label::Noise,
    weight: -40,
    words: &[&[
        "参与",
        "评论",
        "跟贴",
        "发贴",
        "发帖",
        "回帖",
        "灌水",
        "关注",
        "粉丝",
        "文章",
        "点击",
        "浏览",
        "阅读",
        "表情",
        "+1",
        "顶",
        "踩",
        "心情",
        "昵称",
        "开心",
        "难过",
        "点赞",
        "飘过",
        "愤怒",
        "无聊",
        "感动",
        "欢迎发表",
        "文明上网",
    ]],
    test: |page, at| {
        let block = &page.blocks[at];
        let text = block.text.trim_start_matches(['•', ' ', '·', '\u{3000}']);
        block.chars <= 60 && COMMENT.is_match(text) && !(block.is_prose() && block.ends_sentence())
    },
};

#[cfg(test)]
mod tests {
    use super::super::tests::check;

    #[test]
    fn cases() {
        for text in [
            "0人参与0条评论",
            "• 开心",
            "2057570文章数 5292关注度",
            "新闻表情排行 /",
            "网友评论仅供其表达个人看法",
        ] {
            check(text, Some(if text.starts_with("新闻") { "section-head" } else { "comments" }));
        }
        check("他心情很好", None);
    }
}
