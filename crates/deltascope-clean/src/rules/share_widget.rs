//! Buttons and hints around the text: sharing, font size, printing, log-in.

use deltascope_model::Label;

use super::{Rule, Sure};
use crate::words::List;

/// Words of such lines alone.
pub(super) const SURE: List = &[&[
    "分享到",
    "分享至",
    "分享功能",
    "微信好友",
    "扫一扫",
    "扫码",
    "二维码",
    "人人网",
    "开心网",
    "豆瓣",
    "复制链接",
    "字号",
    "字体:",
    "字体：",
    "字型",
    "文字大小",
    "【大 中 小】",
    "友善列印",
    "【打印",
    "加入收藏",
    "设为首页",
    "无障碍",
    "关怀版",
    "手机看",
    "手机版",
    "键盘翻页",
    "通行证",
    "免费邮箱",
    "立即注册",
    "申请入驻",
    "繁体",
    "简体",
    "跳转到",
]];
/// The same, where their letters are these.
const LATIN: [&str; 2] = ["QQ空间", "English"];
/// How a button begins, how it ends, and what is one as a whole.
const HEADS: [&str; 11] =
    ["复制地址", "打印", "收藏", "纠错", "转发", "投稿", "登录", "登陆", "订阅", "RSS", "返回"];
const TAILS: [&str; 4] = ["微博", "注册", "订阅", "客户端"];
const WHOLE: [&str; 11] = [
    "[编辑]",
    "编辑",
    "播报",
    "朋友圈",
    "微信朋友圈",
    "T|T",
    "rss",
    "举报",
    "点赞",
    "保存",
    "关闭",
];

pub(super) const RULE: Rule = Rule {
    name: "share-widget",
    label: Label::Noise,
    weight: -30,
    words: &[SURE[0], &LATIN, &HEADS, &TAILS, &WHOLE, &["小"]],
    test: |page, at| {
        let (block, text) = (&page.blocks[at], page.text(at));
        block.chars <= 36
            && !block.ends_sentence()
            && (page.is_sure(at, Sure::ShareWidget)
                || HEADS.iter().any(|head| text.starts_with(head))
                || TAILS.iter().any(|tail| text.ends_with(tail))
                || WHOLE.contains(&text)
                || LATIN.iter().any(|word| text.contains(word))
                || is_size(text))
    },
};

/// The sizes of letters to choose from, in words of their own: `大 中 小`.
fn is_size(text: &str) -> bool {
    let mut words = text.split_whitespace();
    let mut before = words.next().unwrap_or("");
    words.clone().zip(words.skip(1)).any(|(middle, last)| {
        let first = std::mem::replace(&mut before, middle);
        first.ends_with('大') && middle == "中" && last.starts_with('小')
    })
}

#[cfg(test)]
mod tests {
    use super::super::tests::check;

    #[test]
    fn cases() {
        for text in [
            "点击右上角微信好友",
            "朋友圈",
            "分享至",
            "请使用浏览器分享功能进行分享",
            "字号:T|T",
            "【大 中 小】 【打印本页】",
            "扫一扫 手机阅读",
        ] {
            check(text, Some("share-widget"));
        }
        check("两市分享科研数据", None);
    }
}
