//! The way to the next page or article: `上一篇:…`, `第1页/共3页`, `123456下一页`.

use deltascope_model::Label;

use super::Rule;
use crate::pattern::Pattern;

static PAGING: Pattern = Pattern::new(
    r"^[•\s\[【(<«]*(?:上一[篇页张条则]|下一[篇页张条则]|上页|下页|前一[篇页]|后一[篇页]|首页\s+(?:上一页\s+下一页\s+)?尾页|返回(?:首页|顶部|列表)|(?:上一|下一)章(?:$|[\s:：←→])|(?:章节|返回)目录(?:$|[\s←→])|加入书签|投?推荐票|点击关闭|关闭窗口|回到顶部|TOP$)|^[\d\s]*(?:上一页|下一页|尾页)|第\s*\d+\s*页\s*[/,，]?\s*共\s*\d+\s*页|共\s*\d+\s*页\s*[/,，]?\s*(?:当前)?第\s*\d+\s*页|本文共.{0,3}\d+.{0,3}页|阅读剩余全文|查看全文|阅读全文|展开全文|^(?:阅读|查看)原文$|^[\s\-—–·*]*(?:END|全文完|完)[\s\-—–·*]*$|^[\s\-—–(（【]*(?:本章|未)完[待续]*[\s\-—–)）】]*$",
);

pub(super) const RULE: Rule = Rule {
    name: "paging",
    label: Label::Noise,
    weight: -20,
    words: &[&[
        "上一",
        "下一",
        "前一",
        "后一",
        "页",
        "返回",
        "关闭",
        "顶部",
        "TOP",
        "本文共",
        "全文",
        "原文",
        "END",
        "完",
        "节目录",
        "书签",
        "推荐票",
    ]],
    test: |page, at| page.blocks[at].chars <= 70 && PAGING.is_match(page.text(at)),
};

#[cfg(test)]
mod tests {
    use super::super::tests::check;

    #[test]
    fn cases() {
        for text in [
            "上一篇:某标题",
            "• 下一篇:某标题",
            "123456789下一页",
            "第1页/共3页",
            "共3页 当前第1页",
            "首页 上一页 下一页 尾页",
            "阅读剩余全文(",
            "返回顶部",
            "— END —",
            "阅读原文",
            "投推荐票 上一章 ← 章节目录 → 下一章 加入书签",
            "(本章完)",
            "（未完待续）",
        ] {
            check(text, Some("paging"));
        }
        check("下一步工作已经明确", None);
        check("第七章 渡口", None);
        check("下一章程草案", None);
    }
}
