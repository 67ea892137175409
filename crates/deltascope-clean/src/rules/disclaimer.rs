//! A disclaimer or a copyright essay: several legal words in one block.

use deltascope_model::Label;

use super::Rule;
use crate::pattern::Pattern;

const OPENINGS: [&str; 20] = [
    "免责声明",
    "特别声明",
    "特别说明",
    "重要声明",
    "重要提示",
    "版权声明",
    "郑重声明",
    "本网声明",
    "广告声明",
    "声明:",
    "声明：",
    "风险提示",
    "注:本文",
    "凡本网",
    "凡注明",
    "凡本报",
    "凡来源",
    "本文仅代表",
    "Notice:",
    "Disclaimer",
];
const WORDS: [&str; 30] = [
    "请勿擅自",
    "著作权",
    "版权",
    "未经",
    "授权",
    "转载",
    "摘编",
    "镜像",
    "侵权",
    "法律责任",
    "免责",
    "投资建议",
    "仅供参考",
    "风险自担",
    "不代表",
    "个人观点",
    "与本网",
    "文责自负",
    "真实性",
    "转贴",
    "本网",
    "立场",
    "来源于网络",
    "联系我们",
    "删除",
    "本网站",
    "自媒体平台",
    "用户上传",
    "自行上传",
    "存储服务",
];

/// A sentence that alone says whose opinion a story is.
static OPINION: Pattern = Pattern::new(
    r"^.{0,14}(?:观点|内容|言论|文章).{0,4}仅代表(?:作者|原作者|发布者|其个人|个人|本人)",
);
/// A sentence that alone says whose opinion or whose text a story is, or what may be done with it.
static OWNED: Pattern = Pattern::new(concat!(
    r"^[*(（\s]*(?:本文|本内容|文章|以上内容|本报告).{0,60}(?:授权(?:发布|转载|刊发)|独立观点|(?:仅|只)代表作者|(?:原创|独家)(?:稿件|内容|文章|发布)|转载请|如需转载|(?:不构成|不作为).{0,8}投资)",
    r"|^(?:如需|如欲|需要)?(?:转载|引用|开白).{0,16}(?:注明|联系|后台|授权)",
    r"|^(?:未经|原创不易).{0,24}(?:转载|授权).{0,40}$",
));

static WORD: Pattern = Pattern::of(&WORDS);

pub(super) const RULE: Rule = Rule {
    name: "disclaimer",
    label: Label::Noise,
    weight: -130,
    words: &[
        &OPENINGS,
        &WORDS,
        &["代表", "独立观点", "原创", "独家", "转载", "授权", "投资", "开白", "引用"],
    ],
    test: |page, at| {
        let text = page.text(at);
        if OPENINGS.iter().any(|opening| text.starts_with(opening)) {
            return true;
        }
        if page.blocks[at].chars <= 80 && (OPINION.is_match(text) || OWNED.is_match(text)) {
            return true;
        }
        // Three words of law need as much room.
        if page.blocks[at].chars < 8 {
            return false;
        }
        let mut found: Vec<&str> = WORD.find_iter(text).map(|word| word.as_str()).collect();
        found.sort_unstable();
        found.dedup();
        let words = found.len();
        // Three legal words in a short block; a long paragraph on such a subject has more room.
        words >= 3 && page.blocks[at].han <= words * 60
    },
};

#[cfg(test)]
mod tests {
    use super::super::tests::check;

    #[test]
    fn cases() {
        check("免责声明:本文只供阅读。", Some("disclaimer"));
        check(
            "凡本网注明原创的作品,未经书面授权不得转载、摘编,违者将被追究法律责任。",
            Some("disclaimer"),
        );
        check("该文观点仅代表作者本人,本站只提供信息存储空间。", Some("disclaimer"));
        check("本文来自江畔点公众号,作者:张三,江畔网经授权发布。", Some("disclaimer"));
        check("本文为江畔网独家稿件,转载请注明出处。", Some("disclaimer"));
        check("以上内容不构成投资建议,据此操作风险自负。", Some("disclaimer"));
        check("以上内容由著作权人提供,请勿擅自引用或转载。", Some("disclaimer"));
        check("如需转载,请在文首注明作者。", Some("disclaimer"));
        check("他转载过许多旧文章,每一篇都注明了出处。", None);
        check("他的观点仅代表一部分村民,更多的人还在观望。", None);
        check(
            "本报讯,法院昨天审结一起版权纠纷,被告未经许可使用了原告的照片,被判赔偿并公开致歉。",
            None,
        );
    }
}
