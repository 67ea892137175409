//! Comment boxes, votes and counters.

use deltascope_model::Label;

use super::{Rule, Sure};
use crate::pattern::Pattern;
use crate::words::List;

/// Words of such lines alone.
pub(super) const SURE: List = &[&[
    "人参与",
    "条评论",
    "发表评论",
    "我要评论",
    "网友评论",
    "跟贴",
    "发贴",
    "发帖",
    "回帖",
    "灌水",
    "表情",
    "心情如何",
    "此时的心情",
    "昵称",
    "欢迎发表",
    "文明上网",
    "评论仅供",
    "评论仅代表",
]];
/// A line that is nothing else.
const WHOLE: [&str; 9] = ["顶", "踩", "开心", "难过", "点赞", "飘过", "愤怒", "无聊", "感动"];

static COUNT: Pattern = Pattern::new(
    r"评论\(\d|(?:关注|粉丝|文章|点击|浏览|阅读)(?:数|次数|度|量)[:：]?\s*\d|\d+(?:文章数|关注度)|人(?:赞同|喜欢|收藏|点赞)了(?:该|这篇|这个|此)(?:回答|文章|帖子)$",
);

pub(super) const RULE: Rule = Rule {
    name: "comments",
    label: Label::Noise,
    weight: -40,
    words: &[
        SURE[0],
        &WHOLE,
        &[
            "评论",
            "关注",
            "粉丝",
            "文章",
            "点击",
            "浏览",
            "阅读",
            "+1",
            "人赞同",
            "人喜欢",
            "人收藏",
            "人点赞",
        ],
    ],
    test: |page, at| {
        let block = &page.blocks[at];
        let text = block.text.trim_start_matches(['•', ' ', '·', '\u{3000}']);
        let tells = || {
            page.is_sure(at, Sure::Comments)
                || WHOLE.contains(&text)
                || text.starts_with("+1")
                || COUNT.is_match(text)
        };
        block.chars <= 60 && tells() && !(block.is_prose() && block.ends_sentence())
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
