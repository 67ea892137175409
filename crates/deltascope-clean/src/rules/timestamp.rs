//! A bare timestamp or counter: `2026-01-23 10:13`, `3小时前`, `85`, `71 12-01 09:22`.

use deltascope_model::Label;

use super::Rule;
use crate::block::{Block, COLON};
use crate::pattern::Pattern;

pub(super) const RULE: Rule = Rule {
    name: "timestamp",
    label: Label::Noise,
    weight: -25,
    words: &[],
    test: |page, at| page.bare[at],
};

/// So many times of day above sentences make a live report.
const LIVE: usize = 4;

/// Sentences stand below times of day, over and over, a head between them or not, and none above the
/// first or one below the last: no times of teasers.
pub(super) fn is_live(blocks: &[Block]) -> bool {
    let told =
        |at: usize| blocks.get(at).is_some_and(|block| block.ends_sentence() && block.han >= 8);
    let headed = |at: usize| {
        blocks.get(at).is_some_and(|head| head.han >= 4 && !is_stamp(&head.text)) && told(at + 1)
    };
    let is_clock = |at: &usize| blocks[*at].holds(COLON) && is_clock(&blocks[*at].text);
    let clocks: Vec<usize> = (0..blocks.len()).filter(is_clock).collect();
    if is_hosted(blocks, &clocks) {
        return true;
    }
    let [first, .., last] = clocks[..] else { return false };
    let opens = first.checked_sub(1).is_none_or(|above| !told(above));
    let plain = clocks.iter().filter(|at| told(*at + 1)).count();
    let heads = clocks.iter().filter(|at| headed(*at + 1)).count();
    opens && plain >= LIVE || headed(last + 1) && heads >= LIVE
}

/// The same line or two stand between most times and their sentences: who reports, and as what.
fn is_hosted(blocks: &[Block], clocks: &[usize]) -> bool {
    let told = |block: &Block| block.ends_sentence() && block.han >= 8;
    let host = |at: usize| {
        let (name, below) = (blocks.get(at + 1)?, blocks.get(at + 2)?);
        let short = |block: &Block| block.chars <= LONGEST_NAME && !block.ends_sentence();
        let third = || blocks.get(at + 3).is_some_and(told);
        (short(name) && name.han >= 2 && (told(below) || short(below) && third()))
            .then_some(&*name.text)
    };
    let mut hosts: Vec<&str> = clocks.iter().filter_map(|at| host(*at)).collect();
    hosts.sort_unstable();
    hosts.len() >= LIVE
        && hosts.chunk_by(|one, next| one == next).any(|of| of.len() * 2 > hosts.len())
}

/// `09:30`, behind a bullet or not.
pub fn is_clock(text: &str) -> bool {
    let text = if text.starts_with('•') { text.trim_start_matches(['•', ' ']) } else { text };
    let digit = |byte: &u8| byte.is_ascii_digit();
    matches!(text.as_bytes(), [a, b, b':', c, d] if [a, b, c, d].into_iter().all(digit))
}

static STAMP: Pattern = Pattern::new(concat!(
    r"^[\[(（【]?(?:\d[\d\s:：\-/.,年月日时分秒]*",
    r"|(?:\d+\s+)?(?:\d+\s*(?:秒|分钟|小时|天|个月|周|年)前|刚刚|昨天|今天|前天)(?:\s*\d{1,2}:\d{2})?)",
    r"[\])）】]?$",
));

/// The block is a bare timestamp or counter. A lone number in the story's own element is a cell of
/// its tables, but `above` its prose.
pub(super) fn is_stamp_of(block: &Block, above: bool) -> bool {
    let cell = || !above && block.tags.story == Some(true) && is_number(&block.text);
    !block.row && is_stamp(&block.text) && !cell()
}

/// No date and no time by its look.
pub(super) fn is_number(text: &str) -> bool {
    !text.contains([':', '：', '-', '/', '年', '月', '日', '前', '['])
}

/// What a counter counts, and what a button does.
macro_rules! button {
    () => {
        "(?:阅读(?:全文)?|浏览|播放|查看|评论|回复|回应|点?赞(?:同)?|喜欢|有用|跟[帖贴]|观看|收藏|分享|举报|支持|反对|顶|踩|转发|引用|投诉)"
    };
}

/// A site's or a reader's name before the time is no longer, in characters; `FOOT` has the same number.
const LONGEST_NAME: usize = 14;

static FOOT: Pattern = Pattern::new(concat!(
    r"^(?:[^。！？，]{0,14}?(?:(?:\d+\s*(?:秒|分钟|小时|天|个月|周|年)前|刚刚|昨天|前天",
    r"|(?:\d{4}[-/.年])?\d{1,2}[-/.月]\d{1,2}日?)\s*(?:\d{1,2}:\d{2})?(?:\s?\p{Han}{2,3}\s?\d+)?",
    r"|\d[\d.万wk+]*\s*(?:次|人|条)?",
    button!(),
    r")(?:了该(?:回答|文章))?|",
    button!(),
    r")(?:\s*(?:[·|/❤♥]\u{fe0f}?|[(（]?\d[\d.万wk+]*[)）]?|(?:次|条)?",
    button!(),
    r"))*\s*$",
));

/// The foot of a card that tells of another story, or of what a reader wrote: site or name, time,
/// counters and buttons run together, `江畔网3小时前985阅读`, `昨天 18:22 赞 31 回复`.
pub(super) fn is_foot(text: &str) -> bool {
    let may = |char: char| {
        matches!(
            char,
            '0'..='9'
                | '前'
                | '刚'
                | '天'
                | '日'
                | '读'
                | '览'
                | '放'
                | '看'
                | '论'
                | '复'
                | '应'
                | '赞'
                | '同'
                | '欢'
                | '用'
                | '帖'
                | '贴'
                | '藏'
                | '享'
                | '报'
                | '持'
                | '对'
                | '顶'
                | '踩'
                | '发'
                | '诉'
                | '答'
                | '章'
                | ')'
                | '）'
        )
    };
    let opens = |char: char| {
        matches!(
            char,
            '阅' | '浏'
                | '播'
                | '查'
                | '评'
                | '回'
                | '点'
                | '赞'
                | '喜'
                | '有'
                | '跟'
                | '观'
                | '收'
                | '分'
                | '举'
                | '支'
                | '反'
                | '顶'
                | '踩'
                | '转'
                | '引'
                | '投'
        )
    };
    let timed = || {
        let mut name = text.chars().take(LONGEST_NAME + 1);
        let is_time = |char| matches!(char, '0'..='9' | '０'..='９' | '刚' | '昨' | '前');
        text.starts_with(opens) || name.any(is_time)
    };
    // A number alone is neither a time nor a count of anything.
    let named = || text.contains(['前', '刚', '天', '-', '/', '.', '月']) || text.contains(opens);
    text.len() <= 90 && text.ends_with(may) && timed() && named() && FOOT.is_match(text)
}

static SOCIAL: Pattern = Pattern::new(concat!(r"前(?:$|[^\p{Han}])|刚刚|昨天|❤|♥|", button!()));

/// It says how long ago something was written, or what readers did with it.
pub(super) fn is_social(text: &str) -> bool {
    SOCIAL.is_match(text)
}

fn is_stamp(text: &str) -> bool {
    let may = |char: char| {
        matches!(
            char,
            '0'..='9' | '０'..='９' | '[' | '(' | '（' | '【' | '刚' | '昨' | '今' | '前'
        )
    };
    text.len() <= 60 && text.starts_with(may) && STAMP.is_match(text)
}

#[cfg(test)]
mod tests {
    use super::super::tests::check;

    #[test]
    fn cases() {
        for text in [
            "2026-01-23 10:13",
            "2012年01月12日 10:09:17",
            "0",
            "79164",
            "3小时前",
            "0 3小时前",
            "71 12-01 09:22",
            "[2013-5-2]",
        ] {
            check(text, Some("timestamp"));
        }
        for text in [
            "江畔网3小时前985阅读",
            "江畔网12-081145阅读",
            "江畔网昨天 18:22",
            "三市日报2022-03-14",
            "2022-03-24赞 196回复",
            "江畔客 3小时前 ❤️ 6",
            "04-14江畔51回复",
            "63 人赞同了该回答",
            "回复 支持 反对",
            "分享收藏评论",
        ] {
            assert!(super::is_foot(text), "{text}");
        }
        for text in ["会议定于12-08日在三市召开,欢迎参加阅读", "他支持", "12 台"]
        {
            assert!(!super::is_foot(text), "{text}");
        }
        let live = "09:30\n闸门缓缓提起,下游的渡船已经全部靠岸。\n";
        check(&live.repeat(4), None);
        check(&live.repeat(3), Some("timestamp"));
        let headed = "09:30\n下游渡船靠岸\n闸门缓缓提起,下游的渡船已经全部靠岸。\n";
        check(&format!("{}加载", headed.repeat(4)), None);
        let hosted =
            |name: &str| format!("09:30\n{name}\n主持人\n闸门缓缓提起,下游的渡船已经全部靠岸。\n");
        check(&hosted("小江").repeat(4), None);
        let titles: String = ["快线开通", "新桥合龙", "片单公布", "游园会"].map(hosted).concat();
        check(&titles, Some("timestamp"));
        check("2024年度报告", None);
        check("3小时前的消息", None);
    }
}
