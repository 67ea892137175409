//! The head of the readers' comments: whatever follows, however well it reads, is not the story.

use deltascope_model::Label;

use super::{Page, Rule};
use crate::pattern::Pattern;

static HEAD: Pattern = Pattern::new(concat!(
    r"^[\s•·◆■|>【\[]*(?:网友|[诗书影球车乐]友|游客|买家|用户|读者|会员|最新|热门|全部|精彩|精选|文章|新闻|跟帖|跟贴|相关|所有|发表|我要|写|查看)?",
    r"(?:评分(?:及|与|和))?(?:评论|点评|评价|留言|讨论|跟帖|跟贴|回复)(?:区|列表|规范|内容|须知)?[\s\d()（）条:：\]】>»]*$",
    r"|^(?i:\d*\s*(?:comments?|responses?|replies)[\s\d()（）:：]*|leave a (?:comment|reply))$",
    r"|^我(?:有话|来|也)说|^说说你的看法|^文明上网.{0,20}发言",
));

/// The head of an answer in a forum: `沙发`, `#3`, `某某 发表于 2009-8-14 22:31`.
static POST: Pattern = Pattern::new(
    r"^(?:沙发|板凳|地板|[#＃]?\d{1,4}\s*[楼#])(?:\s|$)|^\S{1,16}\s+发表于\s*\d{4}|^本帖最后由|^引用\s*[:：]",
);

pub(super) const RULE: Rule = Rule {
    name: "comment-head",
    label: Label::Noise,
    weight: -400,
    words: &[&[
        "comment",
        "response",
        "repl",
        "评论",
        "点评",
        "评价",
        "留言",
        "讨论",
        "跟帖",
        "跟贴",
        "回复",
        "我有话",
        "我来说",
        "我也说",
        "说说你",
        "文明上网",
        "沙发",
        "板凳",
        "地板",
        "楼",
        "#",
        "发表于",
        "本帖",
        "引用",
    ]],
    test: |page, at| {
        let text = page.text(at);
        page.blocks[at].chars <= 30 && HEAD.is_match(text)
            || page.blocks[at].chars <= 60 && POST.is_match(text) && !opens(page, at)
    },
};

/// The first post of a thread: `1楼` above all prose.
fn opens(page: &Page<'_>, at: usize) -> bool {
    at < page.told && matches!(page.text(at), "1楼" | "1#" | "#1")
}

#[cfg(test)]
mod tests {
    use super::super::tests::check;

    #[test]
    fn cases() {
        for text in
            ["网友评论", "最新评论(12条)", "• 我要评论", "我有话说", "新闻讨论规范", "书友点评"]
        {
            check(text, Some("comment-head"));
        }
        check("Comments (2)", Some("comment-head"));
        check("3 comments", Some("comment-head"));
        check("Leave a Reply", Some("comment-head"));
        check("沙发", Some("comment-head"));
        check("老街坊 发表于 2009-8-14 22:31:09", Some("comment-head"));
        check("评论员文章", None);
        check("1楼\n周末想带孩子骑一小段,请问东岸有没有台阶?", None);
    }
}
