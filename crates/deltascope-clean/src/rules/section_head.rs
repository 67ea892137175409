//! The head of a list that is not the story: `相关阅读`, `热点推荐`, `延伸阅读:…`.

use deltascope_model::Label;

use super::{Page, Rule};
use crate::block::is_han;
use crate::pattern::Pattern;

static HEAD: Pattern = Pattern::new(concat!(
    r"^[\s※◎●■◆▶>»【\[『「|·]*(?:",
    r"(?:相关|推荐|延伸|热门|热点|精彩|更多|猜你|编辑|今日|本周|一周|最新|图片|视频|近期|往期|其他|其它|同类|重点|焦点|独家|频道|点击|评论|新闻|24小时|48小时)",
    r"(?:的|您|你)?(?:相关|推荐|热门|热点|精彩|更多|最新|新闻|频道|点击|评论|48小时|24小时)*",
    r"(?:阅读|推荐|新闻|文章|链接|资讯|内容|报道|专题|喜欢|排行榜?|热点|头条|图集|图片|视频|话题|策划|回顾|评论排行|导读|搜索|热词|要闻|精选)(?:更多)?",
    r"|(?:视觉|新闻|今日)焦点|猜[你您]喜欢|[您你]可能(?:还)?(?:喜欢|感兴趣).{0,6}|大家都在看|看过本文的人还看了|(?:其他|其它|更多|最新|相关)\s?\p{Han}{2,4}\s?新闻|(?:强档|强打|发烧)(?:好书|杂志|新闻)|友情链接|合作媒体|热词|热图",
    r"|关联(?:文件|稿件|文章|阅读|政策)|相关(?:解读|稿件)|为[你您]推荐|看了又看|猜你想看|大\s?家\s?都\s?在\s?[看搜问聊]|(?:更多)?(?:相似|类似)问题|相关(?:问题|问答|咨询)|推荐问题|(?:更多|其他|其它)回答",
    r"|7\s?[xX×*]\s?24(?:小时)?\p{Han}{0,4}|(?:最新|实时|滚动)快讯|热门(?:游记|书评|影评|帖子|笔记|博文|回答|商品)|(?:阅读|点击|热文|热帖)排行榜?|(?:作者|他的|她的|TA的)(?:的)?(?:最新|最近|其他|其它|更多|热门)(?:文章|内容)",
    r"|(?:文章|本文)?被以下.{0,6}(?:收入|收录).{0,16}",
    r"|(?:网友|读者|大家|其他人|看过的人).{0,4}(?:也|还|都)(?:对|在看|看了|看过|喜欢|爱看|关注).{0,12}",
    r"|(?:头条|体育|娱乐|财经|科技|汽车|手机|艺术|家居|军事|本地|教育|房产|时尚)(?:要闻|新闻)|态度原创|往期回顾|您此时的心情|新闻表情排行|(?:点击)?(?:加载|查看)更多|精彩看点",
    r")(?:$|[\s:：>»\]】』」/|(（]|<)",
));

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
        "你可能",
        "网友",
        "读者",
        "大家",
        "其他人",
        "看过的人",
        "大家都在看",
        "看过本文",
        "关联",
        "好书",
        "杂志",
        "合作媒体",
        "热图",
        "态度原创",
        "您此时",
        "加载更多",
        "查看更多",
        "精彩看点",
        "看了又看",
        "猜你想看",
        "都 在 看",
        "都 在 搜",
        "都在搜",
        "相似问题",
        "类似问题",
        "相关问",
        "推荐问题",
        "更多回答",
        "其他回答",
        "其它回答",
        "快讯",
        "24",
        "热门游记",
        "热门书评",
        "热门影评",
        "热门帖子",
        "热门笔记",
        "热门博文",
        "热门回答",
        "热门商品",
        "被以下",
        "相关",
        "热门",
        "最新",
        "更多",
        "近期",
        "往期",
        "同类",
    ]],
    test: |page, at| {
        let block = &page.blocks[at];
        // `相关阅读 某标题…` names its first entry in the same line; a sentence that merely
        // begins so goes on without a break and is not matched.
        // A heading in the story's own element, above no link, is one of its own.
        let own = block.tags.story == Some(true)
            && block.tags.heading
            && !["相关", "推荐", "延伸", "猜", "喜欢", "阅读", "链接"]
                .iter()
                .any(|word| block.text.contains(word))
            && page.blocks.get(at + 1).is_some_and(|next| !next.tags.linked && !next.tags.aside);
        block.chars <= 90 && !own && (HEAD.is_match(&block.text) || heads_list(page, at))
    },
};

/// With what the head of a list opens, whatever the site calls its entries.
const OPENS: [&str; 8] = ["相关", "推荐", "热门", "最新", "更多", "近期", "往期", "同类"];
/// Those that open hardly anything else.
const SURE: [&str; 5] = ["相关", "推荐", "热门", "往期", "同类"];
/// A longer line is no such head, in characters.
const LONGEST: usize = 8;

/// `相关电报` above a link, an entry, a time of day or a headline in brackets.
fn heads_list(page: &Page<'_>, at: usize) -> bool {
    let block = &page.blocks[at];
    let text = block.text.trim_matches(|char: char| !is_han(char));
    let is_entry = |next: usize| {
        let text = page.text(next);
        page.blocks[next].tags.linked
            || page.bare[next]
            || text.starts_with(|char: char| "•·【".contains(char) || char.is_ascii_digit())
    };
    // A subhead has sentences below it.
    let short = |next: usize| {
        let next = page.blocks.get(next);
        next.is_none_or(|next| !next.is_prose() && !next.ends_sentence())
    };
    block.chars <= LONGEST
        && text.chars().count() >= 4
        && text.chars().all(is_han)
        && OPENS.iter().any(|open| text.starts_with(open))
        && at + 1 < page.blocks.len()
        && (is_entry(at + 1) || SURE.contains(&&text[..6]) && short(at + 1) && short(at + 2))
}

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
            "更多 本地 新闻",
            "网友也对以下文章有兴趣:",
            "大家都在看",
            "新闻48小时评论排行",
            "更多类似问题",
            "作者最新文章",
            "为你推荐",
            "文章被以下专栏收录",
            "7x24小时快讯",
            "大家都在问",
            "7×24",
            "关联文件:三市共用仪器办法",
        ] {
            check(text, Some("section-head"));
        }
        check("相关阅读材料已发给各参会单位", None);
        check("类似问题去年也出现过", None);
        check("相关电报\n10:20\n游园会周末开幕", Some("section-head"));
        check("往期影像\n• 游园会周末开幕", Some("section-head"));
        check("热门歌曲\n远山\n打烊", Some("section-head"));
        check("更多可能\n市图书馆昨天延长了开放时间,读者可以一直待到晚上十点再回家。", None);
        check("头条要闻编辑部昨天搬迁", None);
    }
}
