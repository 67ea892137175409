//! Promotion of an app or an account: `APP下载`, `关注某某公众号`.

use std::sync::LazyLock;

use deltascope_model::Label;
use regex::Regex;

use super::{Rule, pattern};

static PROMOTION: LazyLock<Regex> = LazyLock::new(|| {
    pattern(
        r"(?i)app\s*下载|下载.{0,8}(?:app|客户端)|(?:关注|添加|搜索).{0,14}(?:公众号|微信|微博|官微)|微信号[:：]|长按识别|点击下载|广告合作|请点击这里|入驻$|诚招|优惠.{0,6}(?:活动|火热)|投稿邮箱|爆料邮箱",
    )
});

pub(super) const RULE: Rule = Rule {
    name: "app-promotion",
    label: Label::Noise,
    weight: -50,
    test: |page, at| {
        let block = &page.blocks[at];
        block.chars <= 60 && PROMOTION.is_match(&block.text)
    },
};

#[cfg(test)]
mod tests {
    use super::super::tests::check;

    #[test]
    fn cases() {
        check("• 某某APP下载", Some("app-promotion"));
        check("欢迎关注某某公众号", Some("app-promotion"));
        check("应用下载量去年超过十亿次", None);
    }
}
