//! Words swapped for synonyms by a program, so that the text passes for a new one: `去年该产业` →
//! `客岁该家当`.
//!
//! The words are those that dictionaries of such programs give and that news hardly says.

use super::{Sign, Story};

/// Words that next to no honest story holds.
const STRONG: [&str; 54] = [
    "据领会",
    "客岁",
    "克日",
    "目下当今",
    "糊口",
    "外洋",
    "业内子士",
    "不管若何",
    "感触器",
    "阐发",
    "今朝",
    "鞭策",
    "立异",
    "透露表现",
    "暗示，",
    "暗示,",
    "浩繁",
    "庶民",
    "深遥",
    "首要是",
    "扶植",
    "本钱降",
    "本钱昂",
    "撑持",
    "经由过程",
    "勾当",
    "入手下手",
    "竣事",
    "存眷",
    "先容",
    "发卖",
    "影戏",
    "体式格局",
    "浩瀚的",
    "瞥见的",
    "晓得",
    "上市时候",
    "昂扬的代价",
    "俭省",
    "上风",
    "技能职员",
    "事情职员",
    "缔造",
    "纵然云云",
    "莳植",
    "如斯一来",
    "经济成长",
    "科技成长",
    "家当链",
    "家当园",
    "家当成长",
    "家当旺",
    "高科技家当",
    "拿脱手",
];
/// Words that are said, but seldom all in one story.
const WEAK: [&str; 32] = [
    "家当", "来岁", "职员", "手艺", "晋升", "踊跃", "互助", "到场", "介入", "范畴", "成长", "增进",
    "立场", "打仗", "平凡", "施行", "安置", "造就", "都会", "教诲", "门生", "伴侣", "敏捷", "加倍",
    "气力", "代价", "差别", "题目", "本钱", "是以", "时候", "事情",
];
/// As many strong words, each once, at least.
const LEAST_STRONG: usize = 2;
/// Strong words count twice; so much shows a spun text.
const LEAST: usize = 6;

pub(super) fn sign(story: &Story<'_>) -> Option<Sign> {
    let said = |words: &[&'static str]| -> Vec<&'static str> {
        let holds = |word: &&&str| story.paragraphs.iter().any(|text| text.contains(**word));
        words.iter().filter(holds).copied().collect()
    };
    let strong = said(&STRONG);
    if strong.len() < LEAST_STRONG || strong.len() * 2 + said(&WEAK).len() < LEAST {
        return None;
    }
    let count = |text: &String| strong.iter().filter(|word| text.contains(**word)).count();
    let worst = story.paragraphs.iter().enumerate().rev().max_by_key(|(_, text)| count(text));
    Some(Sign {
        reason: format!(
            "words were swapped for synonyms ({}); find the original",
            strong.join("、")
        ),
        paragraph: worst.map_or(0, |(nth, _)| nth),
    })
}

#[cfg(test)]
mod tests {
    use super::super::tests::{STORY, check};

    #[test]
    fn cases() {
        check(&format!("据领会,客岁{STORY}目下当今家当兴旺,业内子士看好。"), &["spun"]);
        // Old-fashioned words alone are a matter of style.
        check(&format!("{STORY}老师傅的手艺代代相传,门生与伴侣都来互助,立场坚定。"), &[]);
    }
}
