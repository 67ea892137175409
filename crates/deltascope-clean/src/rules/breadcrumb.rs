//! Where the page stands on its site: `首页 > 要闻 > 正文`, `你的位置:…`. Code has such signs too.

use deltascope_model::Label;

use super::Rule;
use crate::pattern::Pattern;

static PLACE: Pattern =
    Pattern::new(r"^(?:您|你)?(?:现在|当前|所在|目前)?(?:的)?(?:所在)?位置(?:是)?\s*[:：>]");

pub(super) const RULE: Rule = Rule {
    name: "breadcrumb",
    label: Label::Noise,
    weight: -150,
    words: &[&["位置", ">", "»", "›", "→", "＞"]],
    test: |page, at| {
        let block = &page.blocks[at];
        let steps = block.text.matches(['>', '»', '›', '→', '＞']).count();
        let code = block.han == 0 || block.text.contains(['<', '=', ';', '(']);
        let named = block.text.contains("首页") || block.text.contains("正文");
        PLACE.is_match(&block.text)
            || (block.chars <= 80
                // The way ends in a title, which may ask.
                && (!block.ends_sentence() || block.text.ends_with(['？', '?']))
                && (steps >= 2 && !code || steps == 1 && named))
    },
};

#[cfg(test)]
mod tests {
    use super::super::tests::check;

    #[test]
    fn cases() {
        check("首页> 地方频道> 要闻 > 正文", Some("breadcrumb"));
        check("某网首页 > 某号 > 正文 申请入驻", Some("breadcrumb"));
        check("你的位置:某站 > 资讯", Some("breadcrumb"));
        check("当前位置:首页", Some("breadcrumb"));
        check("江畔网 › 论坛 › 周末带孩子骑行环湖,哪一段路适合?", Some("breadcrumb"));
        check("位置优势明显", None);
        check("routes: Map<String, Vec<Route>>, // 路线", None);
    }
}
