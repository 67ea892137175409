//! A line that holds nothing but a credit: `某某日报记者 张三 李四`, `本报记者 张三`.

use deltascope_model::Label;

use super::Rule;
use crate::pattern::Pattern;

static CREDIT: Pattern = Pattern::new(concat!(
    r"^[□■○●◎▶\s]*[\p{Han}·]{0,14}(?:记者|通讯员|特约撰稿|撰稿|编译|见习生|实习生|号作者)[\s:：/]+",
    r"[\p{Han}·]{2,4}(?:[\s、,，]+(?:通讯员|记者|实习生|摄影|编辑|责编)?\s*[\p{Han}·]{2,4})*$",
    r"|^[\s◎●【(（]*[\p{Han}]{0,8}记者[\s:：]*[\p{Han}、]{2,10}[\s]*[/／╱][\s]*[\p{Han}/／]{2,10}[】)）]?$",
    r"|^[(（](?:摘自|选自|原载|据)《?[^)）。]{2,20}》?[\s,，]*(?:[\p{Han}·]{2,4}\s*[/／]\s*文|文\s*[/／]\s*[\p{Han}·]{2,4})?[)）]$",
    r"|^[\p{Han}]{2,4}(?:中心|组)\s*[/／╱]\s*综合(?:报道|报导)$",
    r"|^[\s◎●【(（]*[\p{Han}]{2,10}记者[\p{Han}、]{2,12}(?:报道|报导)[】)）]?$",
    r"|^[(（\[【][^)）\]】。]{0,20}(?:记者|通讯员|撰稿|编译|实习生)[^)）\]】。]{2,30}[)）\]】]$",
));

pub(super) const RULE: Rule = Rule {
    name: "credit",
    label: Label::Metadata,
    weight: -8,
    words: &[&[
        "记者",
        "通讯员",
        "撰稿",
        "编译",
        "见习生",
        "实习生",
        "作者",
        "摘自",
        "选自",
        "原载",
        "据",
        "综合",
    ]],
    test: |page, at| page.blocks[at].chars <= 50 && CREDIT.is_match(page.text(at)),
};

#[cfg(test)]
mod tests {
    use super::super::tests::check;

    #[test]
    fn cases() {
        for text in [
            "江畔日报·江畔点记者 张三 李思思",
            "本报记者 张三",
            "(记者 张三 通讯员 李四)",
            "某观号作者:江畔点",
            "記者張三／江畔報導",
            "□本报记者 安然",
            "（摘自《江畔杂志》 张三/文）",
            "国际中心／综合报导",
            "◎ 記者張三/採訪報導",
        ] {
            check(text, Some("credit"));
        }
        check("记者走访三地", None);
    }
}
