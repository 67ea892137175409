//! A footer line: ICP number, copyright, hotline, `Powered by`.

use deltascope_model::Label;

use super::{Rule, Sure};
use crate::pattern::Pattern;
use crate::words::List;

static FOOTER: Pattern = Pattern::new(concat!(
    r"(?i)[\p{Han}]ICP[备证]|公网安备|网安备|copyright|©|all rights? reserved|powered by|版权所有|未经许可",
    r"|许可证[:：编]|许可证号|经营许可|举报(?:电话|邮箱|中心)|新闻热线|广告热线|服务热线|热线电话|客服电话|联系电话[:：]|投稿邮箱",
    r"|网站律师|法律顾问|发信站|关于我们|联系我们|网站地图|广告服务|招聘信息|RSS地图|京公网|不良信息|爆料",
));

/// What `FOOTER` knows without a look at what stands beside it.
pub(super) const SURE: List = &[&[
    "网安备",
    "copyright",
    "©",
    "powered by",
    "版权所有",
    "未经许可",
    "许可证:",
    "许可证：",
    "许可证编",
    "许可证号",
    "经营许可",
    "举报电话",
    "举报邮箱",
    "举报中心",
    "新闻热线",
    "广告热线",
    "服务热线",
    "热线电话",
    "客服电话",
    "联系电话:",
    "联系电话：",
    "投稿邮箱",
    "网站律师",
    "法律顾问",
    "发信站",
    "关于我们",
    "联系我们",
    "网站地图",
    "广告服务",
    "招聘信息",
    "京公网",
    "不良信息",
    "爆料",
]];

pub(super) const RULE: Rule = Rule {
    name: "footer",
    label: Label::Noise,
    weight: -120,
    words: &[SURE[0], &["ICP", "all right", "地图"]],
    test: |page, at| {
        let block = &page.blocks[at];
        // A document says whom to ask in a sentence.
        let asks = block.text.starts_with("联系人") && block.text.ends_with('。');
        if asks || block.is_prose() && block.ends_sentence() {
            return false;
        }
        if block.chars <= 60 {
            return page.is_sure(at, Sure::Legal) || FOOTER.is_match(&block.text);
        }
        FOOTER.find_iter(&block.text).take(2).count() == 2
    },
};

#[cfg(test)]
mod tests {
    use super::super::tests::check;

    #[test]
    fn cases() {
        check("沪ICP备00000000号-1", Some("footer"));
        check("Copyright © 2020 某某网 All Rights Reserved", Some("footer"));
        check("Powered by 某某站 @2013-2022 RSS地图", Some("footer"));
        check("关于我们 | 联系我们 | 招聘信息", Some("footer"));
        check("联系人:张工,联系电话:0000-1234567。", None);
        check("他昨天拨打服务热线,接线员答应当天派人上门查看漏水的地方。", None);
    }
}
