//! Buttons and hints around the text: sharing, font size, printing, log-in.

use std::sync::LazyLock;

use deltascope_model::Label;
use regex::Regex;

use super::{Rule, pattern};

static WIDGET: LazyLock<Regex> = LazyLock::new(|| {
    pattern(concat!(
        r"分享[到至]|分享功能|^(?:微信)?朋友圈$|微信好友|扫一扫|扫码|二维码|微博$|QQ空间|人人网|开心网|豆瓣|复制链接|^复制地址",
        r"|字号|字体[:：]|字型|文字大小|[大]\s+[中]\s+[小]|【大 中 小】|^T\|T$|^打印|友善列印|【打印|^收藏|^纠错|加入收藏|设为首页|^转发|^投稿|无障碍|关怀版|手机看|手机版|键盘翻页",
        r"|通行证|免费邮箱|注册$|^登录|^登陆|立即注册|申请入驻|^订阅|订阅$|^rss$|^RSS|繁体|简体|English|跳转到|客户端$|^举报$|^点赞$|^保存$|^关闭$|^返回",
    ))
});

pub(super) const RULE: Rule = Rule {
    name: "share-widget",
    label: Label::Noise,
    weight: -30,
    words: &[&[
        "分享",
        "朋友圈",
        "微信好友",
        "扫一扫",
        "扫码",
        "二维码",
        "微博",
        "QQ空间",
        "人人网",
        "开心网",
        "豆瓣",
        "复制",
        "字号",
        "字体",
        "字型",
        "小",
        "T|T",
        "打印",
        "列印",
        "收藏",
        "纠错",
        "设为首页",
        "转发",
        "投稿",
        "无障碍",
        "关怀版",
        "手机看",
        "手机版",
        "键盘翻页",
        "通行证",
        "免费邮箱",
        "注册",
        "登录",
        "登陆",
        "入驻",
        "订阅",
        "RSS",
        "繁体",
        "简体",
        "English",
        "跳转到",
        "客户端",
        "举报",
        "点赞",
        "保存",
        "关闭",
        "返回",
    ]],
    test: |page, at| {
        let block = &page.blocks[at];
        block.chars <= 36 && !block.ends_sentence() && WIDGET.is_match(&block.text)
    },
};

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
