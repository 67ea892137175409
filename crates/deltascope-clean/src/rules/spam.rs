//! Lines of spam: links to live shows, betting and stock loans, in tables or as bare keywords; the
//! head of a lottery host, `三肖******必中`.

use deltascope_model::Label;

use super::Rule;
use crate::pattern::Pattern;

/// Words that no news headline carries as a tag. Longer compounds hold one of them.
const SPAM_WORDS: [&str; 22] = [
    "配资",
    "炒股",
    "杠杆平台",
    "直播",
    "视频在线",
    "在线观看",
    "棋牌",
    "彩票",
    "博彩",
    "开奖",
    "私服",
    "贷款",
    "娱乐城",
    "百家乐",
    "外围",
    "下注",
    "成人",
    "色情",
    "情色",
    "破解版",
    "秀场",
    "股票开户",
];

/// Words of an advertisement for betting that reads as a sentence; two of them give it away. One that
/// stands twice does not: spliced into a sentence, it is cut out of it.
const LURES: [&str; 16] = [
    "六合",
    "特码",
    "一码",
    "必中",
    "资料大全",
    "免费公开",
    "进群",
    "加微信",
    "开奖",
    "澳门",
    "投注",
    "彩金",
    "返水",
    "首存",
    "注册送",
    "真人",
];

static SPAM_WORD: Pattern = Pattern::of(&SPAM_WORDS);
static LURE: Pattern = Pattern::of(&LURES);

pub(super) const RULE: Rule = Rule {
    name: "spam",
    label: Label::Noise,
    weight: -60,
    words: &[&SPAM_WORDS, &LURES, &["|", "****"]],
    test: |page, at| {
        let text = page.text(at);
        let table = text.starts_with('|') && text.ends_with('|');
        let lures = || LURE.find_iter(text).map(|lure| lure.as_str());
        let advert = page.blocks[at].chars <= 50
            && lures().next().is_some_and(|first| lures().any(|lure| lure != first));
        let short = page.blocks[at].chars <= 40 && !page.blocks[at].ends_sentence();
        let joined = text.matches(['_', '|', '*']).count() >= 1;
        table
            || advert
            || text.contains("****")
            || (short && (joined || page.blocks[at].chars <= 10) && SPAM_WORD.is_match(text))
    },
};

#[cfg(test)]
mod tests {
    use super::super::tests::check;

    #[test]
    fn cases() {
        check("| 甲直播 | 乙直播 |", Some("spam"));
        check("某某证券_专业配资_炒股配资APP下载", Some("spam"));
        check("股票配资", Some("spam"));
        check("今期必中******三肖", Some("spam"));
        check("六合精准一码,点此进群领取今晚特码", Some("spam"));
        check("镇上的人说,彩金今年的收成彩金比往年好。", None);
        check("当地法院开审一起场外配资案,涉案金额两亿元。", None);
        check("春节晚会今晚八点直播,各地观众可以收看", None);
    }
}
