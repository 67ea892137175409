//! The head of a list that is not the story: `相关阅读`, `热点推荐`, `延伸阅读:…`.

use std::sync::LazyLock;

use deltascope_model::Label;
use regex::Regex;

use super::{Rule, pattern};

static HEAD: LazyLock<Regex> = LazyLock::new(|| {
    pattern(concat!(
        r"^[\s※◎●■◆▶>»【\[『「|·]*(?:",
        r"(?:相关|推荐|延伸|热门|热点|精彩|更多|猜你|编辑|今日|本周|一周|最新|图片|视频|近期|往期|其他|其它|同类|重点|焦点|独家|频道|点击|评论|新闻|24小时|48小时)",
        r"(?:的|您|你)?(?:相关|推荐|热门|热点|精彩|更多|最新|新闻|频道|点击|评论|48小时|24小时)*",
        r"(?:阅读|推荐|新闻|文章|链接|资讯|内容|报道|专题|喜欢|排行榜?|热点|头条|图集|图片|视频|话题|策划|回顾|评论排行|导读|搜索|热词|要闻|精选)",
        r"|(?:视觉|新闻|今日)焦点|猜你喜欢|您可能(?:还)?(?:喜欢|感兴趣).{0,6}|大家都在看|看过本文的人还看了|(?:其他|其它|更多|最新|相关)\p{Han}{2,4}新闻|(?:强档|强打|发烧)(?:好书|杂志|新闻)|友情链接|合作媒体|热词|热图",
        r"|(?:头条|体育|娱乐|财经|科技|汽车|手机|艺术|家居|军事|本地|教育|房产|时尚)(?:要闻|新闻)|态度原创|往期回顾|您此时的心情|新闻表情排行|加载更多|精彩看点",
        r")(?:$|[\s:：>»\]】』」/|(（]|<)",
    ))
});

pub(super) const RULE: Rule = Rule {
    name: "section-head",
    label: Label::Noise,
    weight: -150,
    words: &[&[
        "阅读",
        "推荐",
        "新闻",
        "文章",
        "链接",
        "资讯",
        "内容",
        "报道",
        "专题",
        "喜欢",
        "排行",
        "热点",
        "头条",
        "图集",
        "图片",
        "视频",
        "话题",
        "策划",
        "回顾",
        "导读",
        "搜索",
        "热词",
        "要闻",
        "精选",
        "焦点",
        "您可能",
        "大家都在看",
        "看过本文",
        "好书",
        "杂志",
        "合作媒体",
        "热图",
        "态度原创",
        "您此时",
        "加载更多",
        "精彩看点",
    ]],
    test: |page, at| {
        let block = &page.blocks[at];
        // `相关阅读 某标题…` names its first entry in the same line; a sentence that merely
        // begins so goes on without a break and is not matched.
        block.chars <= 90 && HEAD.is_match(&block.text)
    },
};

#[cfg(test)]
mod tests {
    use super::super::tests::check;

    #[test]
    fn cases() {
        for text in [
            "相关阅读",
            "推荐阅读",
            "热点推荐",
            "相关阅读 三市共用仪器一年记",
            "延伸阅读:",
            "※ 相关文章",
            "友情链接:",
            "猜你喜欢",
            "相关新闻>>",
            "头条要闻",
            "精彩看点:买票须知",
            "【相关链接】",
            "新闻48小时评论排行",
        ] {
            check(text, Some("section-head"));
        }
        check("相关阅读材料已发给各参会单位", None);
        check("头条要闻编辑部昨天搬迁", None);
    }
}
