//! Promotion of an app or an account: `APP下载`, `关注某某公众号`.

use deltascope_model::Label;

use super::Rule;
use crate::pattern::Pattern;

static PROMOTION: Pattern = Pattern::new(
    r"(?i)app\s*下载|打开.{0,8}(?:app|客户端)|点(?:个|亮|击)?[“「]?在看|下载.{0,8}(?:app|客户端)|(?:关注|添加|搜索).{0,14}(?:公众号|微信|微博|官微)|微信号[:：]|长按识别|点击下载|广告合作|请点击这里|入驻$|诚招|优惠.{0,6}(?:活动|火热)|(?:^|[^\p{Han}])(?:投稿|爆料)邮箱|点击(?:上方|下方)?蓝字|点击(?:上方|下方)[^。]{0,16}关注|加入购物车|立即购买|[七7]天无理由|此篇文章同步刊登|点击图片(?:查看|放大)|手机读报|发送到?\w{0,6}\d{5,8}",
);

/// Full sentences that ask the reader to follow the site elsewhere.
static FOLLOW: Pattern = Pattern::new(
    r"(?i)(?:facebook|脸书|google|推特|twitter|instagram|微信|微博|公众号).{0,24}(?:专页|粉丝团|follow|关注我们).{0,80}(?:你|您|我们|本站|本网)|(?:赞一个|按赞|点个赞).{0,30}(?:粉丝|专页)|(?:欢迎|敬请|诚邀).{0,12}(?:网友|读者|广大).{0,6}投稿",
);
/// What stands in each of them.
const FOLLOWED: [&str; 5] = ["专页", "粉丝", "关注我们", "投稿", "follow"];

pub(super) const RULE: Rule = Rule {
    name: "app-promotion",
    label: Label::Noise,
    weight: -50,
    words: &[
        &["app", "客户端", "在看", "公众号", "微信", "微博", "官微", "长按识别", "点击下载"],
        &["广告合作", "请点击这里", "入驻", "诚招", "优惠", "投稿", "爆料邮箱", "蓝字"],
        &["点击上方", "点击下方", "购物车", "立即购买", "天无理由"],
        &["同步刊登", "点击图片", "手机读报", "发送"],
        &FOLLOWED,
    ],
    test: |page, at| {
        let block = &page.blocks[at];
        block.chars <= 60 && PROMOTION.is_match(&block.text)
            || block.chars <= 200 && FOLLOW.is_match(&block.text)
    },
};

#[cfg(test)]
mod tests {
    use super::super::tests::check;

    #[test]
    fn cases() {
        check("• 某某APP下载", Some("app-promotion"));
        check("欢迎关注某某公众号", Some("app-promotion"));
        check(
            "江畔网现已开设Facebook专页,让你随时读到本地新闻,快来关注我们的专页!",
            Some("app-promotion"),
        );
        check("欢迎广大网友投稿,您可以用手机记录下身边的故事。", Some("app-promotion"));
        check("点击上方“江畔日报”关注我们", Some("app-promotion"));
        check("加入购物车 立即购买", Some("app-promotion"));
        check("打开江畔APP,阅读体验更佳", Some("app-promotion"));
        check("点个“在看”,让更多人看到", Some("app-promotion"));
        check("她说,平台的投稿邮箱每天都有来信,编辑要一封一封读完。", None);
        check("应用下载量去年超过十亿次", None);
        check("他在微博上写道,平台关注的是小微企业能不能用上大型仪器。", None);
    }
}
