//! What a page says to its reader about itself: that it uses cookies, that it was written long ago,
//! that JavaScript is needed, that what follows is an advertisement.

use deltascope_model::Label;

use super::Rule;
use crate::pattern::Pattern;

static NOTICE: Pattern = Pattern::new(concat!(
    r"(?i)(?:使用|通过|接受|采用).{0,12}cookies?|cookies?.{0,8}(?:政策|声明|设置)",
    r"|^[请您]{1,2}(?:先|须|需)*(?:阅读|同意|接受|点击).{0,10}隐私(?:权|条款|政策|声明|规范|协议)",
    r"|\d+\s*天(?:前|没有|未).{0,24}(?:信息|内容|文章).{0,20}(?:改变|变化|过时|过期|失效|发展)",
    r"|(?:最后|上次)(?:更新|编辑|修改)于\s*\d+\s*天前",
    r"|(?:开启|启用|打开|不支持).{0,6}(?:javascript|js)(?:$|[^a-z])|浏览器版本(?:过|太)低",
    r"|(?:可能|文中)?(?:含有|包含|有).{0,6}(?:剧透|关键情节)|^请务必在总结开头",
    r"|^(?:当前|本|该)(?:页面|内容|网页)?.{0,8}(?:未经审核|付费(?:文章|内容|阅读))",
    r"|^[【\[(（\s]*广告(?:[】\])）\s]*$|\s*[:：】\]])",
    r"|剩余\s*\d+\s*%\s*未读|(?:购买|订阅|开通).{0,10}(?:解锁|畅读|阅读全文|继续阅读)",
));

pub(super) const RULE: Rule = Rule {
    name: "notice",
    label: Label::Noise,
    weight: -60,
    words: &[&[
        "cookie",
        "隐私",
        "广告",
        "天前",
        "天没有",
        "天未",
        "javascript",
        "JS",
        "浏览器",
        "剧透",
        "关键情节",
        "总结开头",
        "未经审核",
        "付费",
        "未读",
        "解锁",
        "畅读",
        "全文",
        "继续阅读",
    ]],
    test: |page, at| page.blocks[at].chars <= 100 && NOTICE.is_match(page.text(at)),
};

#[cfg(test)]
mod tests {
    use super::super::tests::check;

    #[test]
    fn cases() {
        for text in [
            "本站使用Cookie改善您的浏览体验,继续使用即表示同意。",
            "本文发布于 812 天前,其中的信息可能已经过时。",
            "请同意我们的隐私权规范，才能使用留言功能。",
            "请启用 JavaScript 以浏览本页。",
            "本文为付费文章,剩余 72% 未读",
            "以下内容可能含有剧透",
            "【广告】",
            "广告:江畔眼镜开业八折",
            "【广告】江畔眼镜开业八折,到店有礼。",
        ] {
            check(text, Some("notice"));
        }
        for text in [
            "广告公司把样稿送了过来。",
            "请人拍照要先问一声,这是对别人隐私的尊重。",
            "他三天前才到,带来的内容还没有人看过。",
            "接口把登录状态存在 Cookie 里,过期以后由网关续签。",
        ] {
            check(text, None);
        }
    }
}
