//! What stands for the title of a story whose page gives it none: literal, and marked as derived.
//!
//! 1. `head`: what the page's head gives as its title, where the text shows it, be it far from the
//!    story: `<title>三市共用仪器一年记_江畔网</title>` and `分享：三市共用仪器一年记` below
//! 2. `sentence`: the story's first sentence behind its dateline, where it is no longer than a title
//! 3. `document`: the document that a longer first sentence names: `…表决通过《某市河道管理条例》，…`
//! 4. `opening`: the first sentence up to the last clause that a title has room for

use deltascope_model::{DerivedTitle, HeadKey, HeadValue, TextRange, TitleBasis};

use super::title;
use crate::block::is_blank;
use crate::pairs::pairs;
use crate::pattern::Pattern;

/// The most characters of a derived title, and the least.
const MOST: usize = 40;
const LEAST: usize = 6;
/// Share of the pairs of characters of the head's title that the story says, in percent.
const SHARED: usize = 30;

/// What stands before the first sentence: `本报上海8月3日电（记者 张三）`, `□ 记者 张三`.
static CREDIT: Pattern = Pattern::new(concat!(
    r"^[\s\u{3000}□■▲●]*(?:[【\[〔(（][^】\]〕)）]{1,40}[】\]〕)）][\s\u{3000}:：]*",
    r"|(?:本[报報刊台臺网網社][^，。,]{0,12}|[^，。,]{2,16}\d{1,2}日)?(?:[电電讯訊]|消息|[报報][道导導])",
    r"(?:[\s\u{3000}:：,，]+|[(（][^)）]{1,40}[)）][\s\u{3000}:：]*)",
    r"|(?:[^，。,]{0,10}(?:记者|記者)[\s\u{3000}]*[^，。,\s]{2,12}[\s\u{3000}]+))*",
));
static DOCUMENT: Pattern = Pattern::new(
    r"《[^《》]{6,40}(?:决定|決定|条例|條例|办法|辦法|规划|規劃|纲要|綱要|意见|意見|方案|通知|公告|计划|計劃|规定|規定|细则|細則|报告|報告|协议|協議|备忘录|備忘錄|宣言|倡议|倡議|白皮书|白皮書|指引|标准|標準|章程|名单|名單)(?:[(（][^()（）]{1,12}[)）])?》",
);

/// The title derived for a story of these spans. `head` is what the page's head says, where the
/// story is the page's first.
pub fn derived(page: &str, head: &[HeadValue], spans: &[Vec<TextRange>]) -> Option<DerivedTitle> {
    told(page, head, spans).or_else(|| spans.iter().find_map(|spans| said(page, *spans.first()?)))
}

/// A title of the head that the page's text shows.
fn told(page: &str, head: &[HeadValue], spans: &[Vec<TextRange>]) -> Option<DerivedTitle> {
    let titles = head.iter().filter(|value| value.key == HeadKey::Title);
    let cores = titles.map(|value| value.text[title::core(&value.text, &[])].trim());
    let story = |text: &str| {
        let own = pairs(std::iter::once(text));
        let body = spans.iter().flatten().filter_map(|span| span.slice(page));
        let body = pairs(body);
        let shared = own.iter().filter(|pair| body.binary_search(pair).is_ok()).count();
        shared * 100 >= own.len() * SHARED
    };
    cores.filter(|text| title::is_shaped(text) && story(text)).find_map(|text| {
        let at = page.find(text)?;
        taken(page, at, at + text.len(), TitleBasis::Head)
    })
}

/// What a paragraph's first sentence says.
fn said(page: &str, span: TextRange) -> Option<DerivedTitle> {
    let text = span.slice(page)?;
    let credit = CREDIT.find(text).map_or(0, |found| found.end());
    let from = credit + lead(&text[credit..]);
    let rest = &text[from..];
    let end = rest.find(['。', '！', '？', '!', '?', '；', '\n', '\r']).unwrap_or(rest.len());
    let sentence = &rest[..end];
    let start = span.start() as usize + from;
    let chars = sentence.chars().count();
    if (LEAST..=MOST).contains(&chars) {
        // A question or a call is one by its mark.
        let mark = rest[end..].chars().next().filter(|mark| "！？!?".contains(*mark));
        let end = end + mark.map_or(0, char::len_utf8);
        return taken(page, start, start + end, TitleBasis::Sentence);
    }
    if chars < LEAST {
        return None;
    }
    if let Some(found) = DOCUMENT.find(sentence) {
        return taken(page, start + found.start(), start + found.end(), TitleBasis::Document);
    }
    let room = sentence.char_indices().nth(MOST).map_or(sentence.len(), |(at, _)| at);
    let clause = sentence[..room].rfind(['，', ',', '、', '：', ':']);
    let clause = clause.filter(|at| sentence[..*at].chars().count() >= LEAST);
    taken(page, start, start + clause.unwrap_or(room), TitleBasis::Opening)
}

/// White space, bullets and marks that open no title.
fn lead(text: &str) -> usize {
    let marks = |char: char| is_blank(char) || "•·▲△□■●★◆,，、".contains(char);
    text.len() - text.trim_start_matches(marks).len()
}

fn taken(page: &str, start: usize, end: usize, basis: TitleBasis) -> Option<DerivedTitle> {
    let text = page.get(start..end)?.trim_end_matches(is_blank);
    let range = TextRange::of(start, start + text.len());
    (!text.is_empty()).then(|| DerivedTitle { text: text.to_owned(), range, basis })
}

#[cfg(test)]
mod tests {
    use super::*;

    #[track_caller]
    fn check(head: Option<&str>, story: &str, below: &str, expected: (&str, TitleBasis)) {
        let page = format!("{story}\n{below}");
        let head = head.map(|text| HeadValue { key: HeadKey::Title, text: text.into() });
        let spans = vec![vec![TextRange::of(0, story.len())]];
        let found = derived(&page, head.as_slice(), &spans).expect("a title");
        assert_eq!(found.range.slice(&page), Some(found.text.as_str()), "it is literal");
        assert_eq!((found.text.as_str(), found.basis), expected);
    }

    #[test]
    fn a_short_first_sentence_stands_for_the_title() {
        let (sentence, opening) = (TitleBasis::Sentence, TitleBasis::Opening);
        check(None, "三市昨天起共用大型仪器。企业预约。", "", ("三市昨天起共用大型仪器", sentence));
        check(None, "仪器开放后谁受益？企业先说。", "", ("仪器开放后谁受益？", sentence));
        for credit in ["本报江畔8月3日电（记者 张三）", "【江畔讯】", "□ 记者 张三 ", "本报讯　"]
        {
            let story = format!("{credit}三市昨天起共用大型仪器。");
            check(None, &story, "", ("三市昨天起共用大型仪器", sentence));
        }
        check(
            None,
            "沿江三市的科研院所去年起共用大型仪器,一年里为企业省下检测费用两千多万元,也让闲置设备有了去处。",
            "",
            ("沿江三市的科研院所去年起共用大型仪器,一年里为企业省下检测费用两千多万元", opening),
        );
    }

    #[test]
    fn a_document_stands_for_a_long_sentence() {
        check(
            None,
            "江畔市第三届代表大会常务委员会第八次会议昨天经过两天的审议,表决通过了《江畔市河道保护管理条例》,自明年一月起施行。",
            "",
            ("《江畔市河道保护管理条例》", TitleBasis::Document),
        );
    }

    #[test]
    fn the_head_counts_where_the_text_shows_it() {
        let story = "沿江三市的科研院所去年起共用大型仪器。";
        let told = ("三市共用仪器一年记", TitleBasis::Head);
        check(Some("三市共用仪器一年记_江畔网"), story, "分享:三市共用仪器一年记", told);
        let said = ("沿江三市的科研院所去年起共用大型仪器", TitleBasis::Sentence);
        check(Some("三市共用仪器一年记_江畔网"), story, "分享", said);
        check(Some("旧桥周末重开通车"), story, "旧桥周末重开通车", said);
    }
}
