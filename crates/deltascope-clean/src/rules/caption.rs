//! The credit or caption of a picture: `图片来源:某某`, `(资料图)`, `某某摄`.

use deltascope_model::Label;

use super::Rule;
use crate::pattern::Pattern;

static CAPTION: Pattern = Pattern::new(
    r"^[\s▲△↑↓◎(（【\[]*(?:图片?|视频|图表|封面图?|配图|题图)(?:来源|制作|自|/|\s?[:：]|据)|^[【\[(（](?:资料图片?|图片|组图|配图)[】\])）]?|^(?:资料图片?|图为|上图|下图)|^图\s?\d{1,2}[\s:：.、-][^。]{2,60}$|(?:摄|供图|摄影)[)）】]?$|[(（](?:资料图片?|图片|图|图片来自[^)）]{2,20})[)）]$|[\p{Han}”][(（]图[/／][^)）]{2,12}[)）]$",
);

/// A caption that is a sentence: behind a mark, or with the photographer's name at its end.
static SENTENCE: Pattern = Pattern::new(
    r"^[▲△▼]|^图说[:：]|[。\s(（][\p{Han}·\s/／╱]{2,20}摄影?[)）]?$|[。！]图[/／╱]\s?[^。)）]{2,20}$",
);

pub(super) const RULE: Rule = Rule {
    name: "caption",
    label: Label::Noise,
    weight: -4,
    words: &[&["图", "视频", "摄", "▲", "△", "▼"]],
    test: |page, at| {
        let (chars, text) = (page.blocks[at].chars, page.text(at));
        // One of these stands in every caption that the patterns know.
        let may = text.contains('图')
            || text.contains('视')
            || text.contains('摄')
            || text.starts_with(['▲', '△', '▼']);
        let sentence = || {
            text.contains('摄')
                || text.starts_with(['▲', '△', '▼', '图'])
                || ["图/", "图／", "图╱"].iter().any(|mark| text.contains(mark))
        };
        may && (chars <= 60 && CAPTION.is_match(text)
            || chars <= 120 && sentence() && SENTENCE.is_match(text))
    },
};

#[cfg(test)]
mod tests {
    use super::super::tests::check;

    #[test]
    fn cases() {
        for text in [
            "图片来源:某地发布",
            "【资料图】",
            "(资料图片)",
            "图为实验室外景",
            "图3 共用仪器的预约页面",
            "新一代仪器的样机(图片来自江畔网)",
            "工人在检修设备 张三 摄",
            "揭牌仪式现场(图/张三)",
            "沿江三市共用的大型仪器昨天开放,首批企业前来预约。本报记者 张三 摄",
            "▲实验室昨天开放，预约的企业排起了队。(张三摄)",
            "实验室昨天开放，预约的企业排起了队。图／江畔大学提供",
            "实验室昨天开放，预约的企业排起了队。记者张三／摄影",
        ] {
            check(text, Some("caption"));
        }
        check("图书馆昨天开放", None);
        check("图谱编制完成", None);
        check("仪器昨天开放。(图/张三)", None);
        check("他说，地图/影像都由志愿者整理，读者可以自己来查。", None);
        check("图3 里的曲线说明,企业预约的时间缩短了一半。", None);
    }
}
