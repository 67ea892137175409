//! What stands about a story below it: who wrote it, whose names were changed, how to take part.
//!
//! `作者简介:张三,专栏作者。` and `文中张三为化名。` go; what the story tells of writers and readers stays.

use std::sync::LazyLock;

use deltascope_model::Label;
use regex::Regex;

use super::{Rule, pattern};

static AFTERWORD: LazyLock<Regex> = LazyLock::new(|| {
    pattern(concat!(
        r"^[\s*◎●■【\[(（]*(?:",
        r"(?:本文)?作者(?:简介|介绍|单位)|关于(?:作者|我们|本刊|本站)\s*[:：]",
        r"|(?:本文)?作者(?:系|为|是)[^。]{4,40}[)）]$",
        r"|(?:应.{2,8}要求|为保护.{2,12})?[,，]?(?:文中|本文).{0,24}(?:均?为|系)?化名",
        r"|(?:欢迎|诚邀|期待).{0,8}(?:投稿|来稿|(?:在|到|来)?评论区|留言)",
        r"|(?:如有|有)(?:新闻)?线索.{0,8}(?:联系|请)",
        r"|(?:今日|互动|本期)话题\s*[:：]",
        r"|(?:如果)?(?:你|您)?(?:喜欢|觉得)[^。]{0,14}[,，]?[^。]{0,6}(?:点赞|点个赞|分享给|转发|再走)",
        r"|(?:更多|想看).{0,14}(?:精彩|内容|故事|资讯).{0,6}[,，].{0,4}(?:关注|搜索|下载|点击)",
        r"|[戳点]击?(?:下方|文末)?[“「]?阅读原文",
        r"|(?:扫描?|长按|识别)(?:描|识别|下方|上方|文末)*二维码[,，]",
        r"|(?:感谢|谢谢)(?:您的|你的)?阅读",
        r")|[?？][^。]{0,4}(?:欢迎|来|请)[^。]{0,6}(?:评论区|留言)",
    ))
});

pub(super) const RULE: Rule = Rule {
    name: "afterword",
    label: Label::Noise,
    weight: -40,
    words: &[&[
        "作者",
        "关于",
        "化名",
        "投稿",
        "来稿",
        "评论区",
        "留言",
        "线索",
        "话题",
        "赞",
        "分享",
        "转发",
        "再走",
        "更多",
        "想看",
        "阅读",
        "二维码",
    ]],
    test: |page, at| page.blocks[at].chars <= 80 && AFTERWORD.is_match(page.text(at)),
};

#[cfg(test)]
mod tests {
    use super::super::tests::check;

    #[test]
    fn cases() {
        for text in [
            "作者简介:张三,专栏作者,现居江畔,著有《河上的桥》。",
            "(作者系江畔大学教授)",
            "文中张三、李四均为化名。",
            "你怎么看这座新桥?欢迎在评论区留言。",
            "喜欢这篇文章,就分享给朋友吧。",
            "扫描下方二维码,加入江畔读者群。",
        ] {
            check(text, Some("afterword"));
        }
        for text in [
            "作者是江畔人,书里写的都是他见过的事,读来格外亲切。",
            "馆员提醒读者扫描二维码,登记以后就能入馆看书。",
            "他喜欢这条河,每天傍晚都要到堤上走一走。",
        ] {
            check(text, None);
        }
    }
}
