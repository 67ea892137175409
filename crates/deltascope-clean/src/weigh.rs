//! What each block adds to the story's run: prose its length, furniture its rule's weight, and what
//! stands between them what its neighbours and the tags of its page make of it.

use crate::block::{Block, DIGIT};
use crate::body::{LEAST, LISTED, is_words};
use crate::meta::signer;
use crate::rules::{Verdict, is_clock};
use crate::speakers::speakers;

/// Weight of a block that no rule knows and that is no prose: a subhead, or a menu entry.
const SHORT_LINE: i64 = -12;
/// Weight of a cell of a table of figures, or of a line of code.
const CELL: i64 = -2;
/// A table costs no more than so many of its cells.
const CELLS: usize = 20;
/// Weight of a numbered head of a document: `三、获取文件`, `(二)拓展应用场景`, `第四条`.
const NUMBERED: i64 = 4;
/// As many numbered heads are a document's.
const HEADS: usize = 2;
/// A longer line below one is no entry of a form, in characters.
const LONGEST_ENTRY: usize = 70;
/// Weight of a short line below the first prose of the element that holds the story.
const IN_STORY: i64 = 4;
/// Weight of a line of words there, where the element holds hardly anything but the story.
const OWN_LINE: i64 = 2;
/// One line of furniture in as many is hardly any.
const FURNITURE: usize = 8;
/// What prose below the head of the readers' comments weighs less, where a story stands above.
const READERS: i64 = 4;
/// Weight of the head of a list of links inside the story.
const ASIDE: i64 = -30;
/// The most links of such a list.
const MOST_LINKS: usize = 10;
/// A longer one, in Han characters, holds an entry.
const LONGEST_HEAD: usize = 8;
/// The most links of one that nothing but its place betrays, and what each weighs there.
const FEW_LINKS: usize = 5;
const LINK: i64 = -8;
/// Weight of what tells of another story below the head of a list.
const CARD: i64 = -60;
/// As many headlines with a sentence or two below each are such a list.
const CARDS: usize = 3;
/// What stands below a headline there is no longer, in characters.
const LONGEST_CARD: usize = 150;
/// The most lines between one and the next headline: site, time, counters.
const BETWEEN: usize = 3;
/// A longer line without Chinese is no code, in characters.
const LONGEST_CODE: usize = 60;
/// A longer line is no headline that asks, in characters.
const LONGEST_QUESTION: usize = 60;
/// What the line of source, or of a page without any its headline, adds to the first prose below it.
const BELOW_SOURCE: i64 = 80;
/// Weight of leaving the element that holds the story: a run may do so, for more prose.
const LEAVING: i64 = -100;
/// Weight of coming into it: an abstract or a lead may stand before.
const ENTERING: i64 = -40;
/// How many blocks below the line of source that prose may stand.
const SOURCE_REACH: usize = 8;

/// What a block adds to a run.
#[derive(Clone, Copy, Debug)]
pub struct Pull {
    /// For coming to it from the block before.
    pub step: i64,
    /// For itself.
    pub weight: i64,
}

/// Weighs the blocks of a page.
pub fn pulls(blocks: &[Block], verdicts: &[Option<Verdict>]) -> Vec<Pull> {
    let mut source = None::<usize>;
    let sourced = verdicts.iter().flatten().any(|verdict| verdict.rule == "source-line");
    let mut begun = false;
    let own = is_own(blocks, verdicts);
    let (mut told, mut readers, mut cards) = (0, false, 0);
    let (mut asked, mut answered) = (false, false);
    let other = other_flashes(blocks, verdicts);
    let speaks = speakers(blocks, verdicts);
    // Where the list of links ends that stands inside the story.
    let mut links = 0;
    let mut cells = 0;
    // How many numbered heads of a document stand above, and whether only its lines since the last.
    let (mut heads, mut filled) = (0, false);
    let mut pulls = Vec::with_capacity(blocks.len());
    for (at, block) in blocks.iter().enumerate() {
        let before = at.checked_sub(1).and_then(|before| blocks[before].tags.story);
        let step = match (before, block.tags.story) {
            (Some(true), Some(false)) => LEAVING,
            (Some(false), Some(true)) => ENTERING,
            _ => 0,
        };
        let mut weight = weight(block, verdicts[at]);
        cells = if block.row { cells + 1 } else { 0 };
        if cells > CELLS {
            weight = weight.max(0);
        }
        if speaks.binary_search(&at).is_ok() {
            weight = weight.max(CELL);
        }
        // Lists, tables and code go with the prose above them in the story's own element.
        begun &= block.tags.story == Some(true);
        if block.tags.story == Some(true) && verdicts[at].is_none() {
            if block.is_prose() || block.ends_sentence() {
                begun = true;
            } else if begun && is_listed_line(block) {
                weight = IN_STORY;
            } else if begun && own {
                let clause = block.commas > 0 || block.han >= 12;
                let told =
                    clause && signer(&block.text).is_none() || block.text.contains(['：', ':']);
                weight = weight.max(if told { OWN_LINE } else { 0 });
            }
        }
        if verdicts[at].is_none() && is_numbered(&block.text) {
            (heads, filled) = (heads + 1, true);
        } else if heads >= HEADS && filled && verdicts[at].is_none() && is_entry(block) {
            weight = weight.max(OWN_LINE);
        } else {
            filled &= verdicts[at].is_none() && (block.is_prose() || block.row);
        }
        asked |= told < LEAST && verdicts[at].is_none() && is_question(block);
        match verdicts[at].map(|verdict| verdict.rule) {
            Some("section-head" | "breadcrumb") if is_between(blocks, verdicts, at) => {
                weight = ASIDE;
            }
            Some("section-head")
                if let Some(end) =
                    resumes(blocks, verdicts, at).or_else(|| goes_on(blocks, verdicts, at)) =>
            {
                (weight, links) = (LINK, end);
            }
            Some("section-head") => {
                cards = at + 1 + cards_below(&blocks[at + 1..], &verdicts[at + 1..]);
            }
            // The answer chosen below a question is the story, but for what others answer.
            _ if asked && !answered && is_chosen(block) => {
                (answered, told, readers, weight) = (true, 0, false, SHORT_LINE);
            }
            // A bullet is a button's, above the story as well as below.
            Some("comment-head" | "answer-head") if !block.text.starts_with('•') => {
                readers |= told >= LEAST;
            }
            // The foot of the page ends what readers wrote, and below it another page may begin.
            Some("breadcrumb" | "footer") => (told, readers) = (0, false),
            Some("source-line") if own && begun => weight = 0,
            None if block.tags.headline => (told, readers) = (0, false),
            None if weight > 0 && (at < cards || other.contains(&at)) => weight = CARD,
            None if weight > 0 && readers => weight /= READERS,
            None => told += weight.max(0),
            _ => {}
        }
        match verdicts[at] {
            None if block.tags.headline && !sourced => source = Some(at),
            Some(verdict) if verdict.rule == "source-line" => source = Some(at),
            // A list's head parts the line of source from what stands below.
            Some(verdict) if verdict.weight <= -100 => source = None,
            None if block.is_prose() || block.ends_sentence() => {
                let near = source.take().is_some_and(|source| at - source <= SOURCE_REACH);
                weight += if near && !readers { BELOW_SOURCE } else { 0 };
            }
            _ => {}
        }
        if at < links {
            weight = weight.max(LINK);
        }
        pulls.push(Pull { step, weight });
        if verdicts[at].is_some_and(|verdict| verdict.rule == "contents") {
            lighten(&mut pulls, blocks, verdicts);
        }
    }
    pulls
}

/// Contents part an encyclopedia's summary from the rest; the table of facts above them does not.
fn lighten(pulls: &mut [Pull], blocks: &[Block], verdicts: &[Option<Verdict>]) {
    let from = pulls.len().saturating_sub(LISTED);
    let prose = |at: &usize| verdicts[*at].is_none() && blocks[*at].is_prose();
    let Some(summary) = (from..pulls.len()).rfind(prose) else { return };
    for (at, pull) in pulls.iter_mut().enumerate().skip(summary + 1) {
        if verdicts[at].is_none() {
            pull.weight = pull.weight.max(CELL);
        }
    }
}

/// A headline that asks.
fn is_question(block: &Block) -> bool {
    block.text.ends_with(['？', '?']) && (6..=LONGEST_QUESTION).contains(&block.chars)
}

/// The head of the one answer that a page shows or that was chosen: `查看全部 96 个回答`, `最佳答案`.
fn is_chosen(block: &Block) -> bool {
    block.chars <= 16
        && block.text.contains('答')
        && (block.text.contains("回答") || block.text.contains("答案"))
        && (block.text.contains("查看全部") || block.text.contains("最佳"))
}

/// The element that holds the story holds hardly anything else.
pub fn is_own(blocks: &[Block], verdicts: &[Option<Verdict>]) -> bool {
    let inside = || (0..blocks.len()).filter(|at| blocks[*at].tags.story == Some(true));
    let is_furniture = |at: &usize| {
        let known = verdicts[*at].is_some_and(|verdict| verdict.weight <= -25);
        known || blocks[*at].tags.linked || blocks[*at].tags.aside
    };
    let (all, furniture) = (inside().count(), inside().filter(is_furniture).count());
    all > 0 && furniture * FURNITURE <= all
}

/// The end of a list of links inside the story's element, which goes on below them.
fn resumes(blocks: &[Block], verdicts: &[Option<Verdict>], head: usize) -> Option<usize> {
    let is_own = |at: usize| blocks[at].tags.story == Some(true);
    let mut below =
        (head + 1..blocks.len()).take(MOST_LINKS).skip_while(|at| blocks[*at].tags.linked);
    let goes_on = |at: &usize| {
        let told = blocks[*at].is_prose() || blocks[*at].ends_sentence();
        verdicts[*at].is_none() && is_own(*at) && (told || blocks[*at].text.starts_with('•'))
    };
    let linked = blocks.get(head + 1).is_some_and(|next| next.tags.linked);
    below.next().filter(|at| is_own(head) && linked && goes_on(at))
}

/// The end of a short list of links between two parts of the story, told by what stands around it:
/// prose above its head, and below it, behind a subhead or not, prose again, which goes on or ends in
/// the editor's line.
fn goes_on(blocks: &[Block], verdicts: &[Option<Verdict>], head: usize) -> Option<usize> {
    let rule = |at: usize| verdicts.get(at).copied().flatten().map(|verdict| verdict.rule);
    let prose = |at: usize| at < blocks.len() && rule(at).is_none() && blocks[at].is_prose();
    // Flattened text does not tell what was a link.
    let line = |at: usize| rule(at).is_none() && !blocks[at].is_prose() && blocks[at].han >= 4;
    let entry = |at: &usize| {
        let known = ["link-list", "linked", "timestamp", "comments"];
        blocks[*at].tags.linked || rule(*at).is_some_and(|rule| known.contains(&rule)) || line(*at)
    };
    let next = head + 1 + (head + 1..blocks.len()).take_while(entry).count();
    let ends = || matches!(rule(next + 1), Some("editor-line" | "credit"));
    let goes_on = (1..=FEW_LINKS).contains(&(next - head - 1))
        && (head.saturating_sub(BETWEEN)..head).any(prose)
        && prose(next)
        && (prose(next + 1) || ends());
    goes_on.then_some(next)
}

/// The head of a list with its only entry in its line, between two paragraphs of the story:
/// `延伸阅读:游园会周末开幕`.
fn is_between(blocks: &[Block], verdicts: &[Option<Verdict>], head: usize) -> bool {
    let prose = |at: usize| at < blocks.len() && verdicts[at].is_none() && blocks[at].is_prose();
    blocks[head].han > LONGEST_HEAD && head > 0 && prose(head - 1) && prose(head + 1)
}

/// Flashes, each behind its headline in brackets, below the one that has the page's title:
/// `【三市签约】三市今天…`.
fn other_flashes(blocks: &[Block], verdicts: &[Option<Verdict>]) -> Vec<usize> {
    let headline = |at: &usize| {
        let (head, text) = blocks[*at].text.strip_prefix('【')?.split_once('】')?;
        let counts = (6..=LONGEST_QUESTION).contains(&head.chars().count());
        (verdicts[*at].is_none() && counts && text.chars().count() > head.len() / 6).then_some(head)
    };
    let flashes: Vec<usize> = (0..blocks.len()).filter(|at| headline(at).is_some()).collect();
    let [first, ref others @ ..] = flashes[..] else { return Vec::new() };
    if others.len() < 2 {
        return Vec::new();
    }
    let titled = headline(&first).is_some_and(|head| {
        blocks[..first].iter().any(|block| {
            block.chars >= 6 && (block.text.contains(head) || head.contains(&*block.text))
        })
    });
    if titled { others.to_vec() } else { Vec::new() }
}

/// How many blocks below a list's head tell of other stories: a headline and a sentence or two, over
/// and over. The times of a live report head no such list.
fn cards_below(blocks: &[Block], verdicts: &[Option<Verdict>]) -> usize {
    let is_text = |block: &Block| block.is_prose() && block.chars <= LONGEST_CARD;
    let is_line = |block: &Block| !block.is_prose() && block.chars <= 45;
    let (mut count, mut end) = (0, 0);
    for (at, block) in blocks.iter().enumerate().take(LISTED) {
        if verdicts[at].is_none() && is_clock(&block.text) {
            return 0;
        }
        if is_text(block) && at > end {
            (count, end) = (count + 1, at + 1);
        } else if !is_line(block) || at - end > BETWEEN {
            break;
        }
    }
    if count >= CARDS { end } else { 0 }
}

/// A line of a list, of a table of figures or of code by its look: no signature below a story. A
/// long one in Latin is a notice of the platform.
pub fn is_listed_line(block: &Block) -> bool {
    if block.han == 0 && block.chars > LONGEST_CODE {
        return false;
    }
    let entry = block.text.starts_with('•') || block.tags.heading || !is_words(block);
    (entry || block.row) && block.text.contains(char::is_alphanumeric)
}

fn weight(block: &Block, verdict: Option<Verdict>) -> i64 {
    verdict.map_or_else(|| look(block), |verdict| verdict.weight)
}

/// The weight of a block by its own look, whatever a rule says.
pub fn look(block: &Block) -> i64 {
    let chars = block.chars as i64;
    if block.is_prose() {
        let sentence_like = (block.ends + block.commas) as i64 * 8;
        return chars.min(400) + sentence_like.min(chars);
    }
    // A line of quoted speech or a short sentence speaks for the story, a little; an exclamation
    // may be a button's.
    if block.ends_sentence()
        && !block.tags.headline
        && (block.han >= 6 || block.tags.story == Some(true))
    {
        return if block.text.contains('。') { chars / 2 } else { chars / 6 };
    }
    if block.row || block.is_code() || is_clock(&block.text) {
        CELL
    } else if is_numbered(&block.text) {
        NUMBERED
    } else {
        SHORT_LINE - chars / 8
    }
}

/// A line of a form or a notice: what it is, and a value, or a day: `采购人:江畔中学`, `1、自筹三成;`.
/// Who runs the site or the event is not told below numbered heads but at the page's foot.
fn is_entry(block: &Block) -> bool {
    block.chars <= LONGEST_ENTRY
        && !["主办", "承办", "技术支持"].iter().any(|role| block.text.starts_with(role))
        && !block.tags.linked
        && (block.text.contains([':', '：']) || block.holds(DIGIT) || block.ends_sentence())
}

fn is_numbered(text: &str) -> bool {
    let numeral = |char: char| {
        matches!(char, '一' | '二' | '三' | '四' | '五' | '六' | '七' | '八' | '九' | '十' | '百')
    };
    if !text.starts_with(|char: char| matches!(char, '(' | '（' | '第') || numeral(char)) {
        return false;
    }
    let rest = |text: &str| text.trim_start_matches(numeral).len();
    let (inner, ends): (&str, &[char]) = match text.chars().next() {
        Some('(' | '（') => (text.trim_start_matches(['(', '（']), &[')', '）']),
        Some('第') => (text.trim_start_matches('第'), &['条', '章', '节']),
        _ => (text, &['、']),
    };
    let number = inner.len() - rest(inner);
    (3..=9).contains(&number) && inner[number..].starts_with(ends)
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::block::blocks;
    use crate::rules::verdicts;

    const PARAGRAPH: &str = "沿江三市的科研院所去年起共用大型仪器,一年里为企业省下检测费用两千多万元,也让闲置设备有了去处。";

    #[test]
    fn a_list_of_cards_is_told() {
        let below = |page: &str| {
            let blocks = blocks(page);
            cards_below(&blocks, &verdicts(&blocks))
        };
        let card = "游园会周末开幕\n市图书馆昨天延长了开放时间,读者可以一直待到晚上十点再回家。\n";
        assert_eq!(below(&format!("{}要闻", card.repeat(3))), 6);
        assert_eq!(below(&format!("{card}江畔网\n{card}12:40\n{card}")), 8);
        assert_eq!(below(&card.repeat(2)), 0);
        let live = "12:40\n市图书馆昨天延长了开放时间,读者可以一直待到晚上十点再回家。\n";
        assert_eq!(below(&live.repeat(5)), 0);
        assert_eq!(below(&format!("{card}{PARAGRAPH}\n{PARAGRAPH}\n{PARAGRAPH}")), 0);
    }

    #[test]
    fn a_story_goes_on_below_a_list_of_links_in_its_element() {
        let found = |after: &str| {
            let links = "<p>相关报道</p><p><a href=a>游园会周末开幕</a></p>";
            let story = format!("<article><p>{PARAGRAPH}</p>{links}{after}</article>");
            let flat = crate::html::flatten(&format!("<!doctype html><html><body>{story}要闻"));
            let mut blocks = blocks(&flat.text);
            crate::hints::mark(&mut blocks, &flat.hints);
            resumes(&blocks, &crate::rules::verdicts(&blocks), 1)
        };
        assert!(found("<p>仪器的检测费用由平台和企业分担。</p>").is_some());
        assert!(found("<p>要闻</p>").is_none());
        assert!(found("").is_none());
    }

    #[test]
    fn a_short_list_of_links_inside_the_story_does_not_end_it() {
        let end = |page: &str| {
            let blocks = blocks(page);
            goes_on(&blocks, &crate::rules::verdicts(&blocks), 1)
        };
        let links = "相关报道\n• 游园会周末开幕\n• 电影节片单公布\n";
        let two = format!("企业在线预约,{PARAGRAPH}\n{PARAGRAPH}");
        assert_eq!(end(&format!("{PARAGRAPH}\n{links}{two}")), Some(4));
        assert_eq!(end(&format!("{PARAGRAPH}\n{links}{PARAGRAPH}\n责任编辑:张三")), Some(4));
        assert_eq!(end(&format!("{PARAGRAPH}\n{links}{PARAGRAPH}\n要闻")), None);
        assert_eq!(end(&format!("要闻\n{links}{two}")), None);
        let many = "• 游园会周末开幕\n".repeat(6);
        assert_eq!(end(&format!("{PARAGRAPH}\n相关报道\n{many}{two}")), None);
    }

    #[test]
    fn an_entry_between_paragraphs_does_not_end_the_story() {
        let between = |page: &str| {
            let blocks = blocks(page);
            is_between(&blocks, &crate::rules::verdicts(&blocks), 1)
        };
        assert!(between(&format!("{PARAGRAPH}\n延伸阅读:游园会周末开幕\n{PARAGRAPH}")));
        assert!(!between(&format!("{PARAGRAPH}\n延伸阅读\n{PARAGRAPH}")));
        assert!(!between(&format!("{PARAGRAPH}\n延伸阅读:游园会周末开幕\n要闻\n{PARAGRAPH}")));
    }

    #[test]
    fn one_flash_has_the_page_s_title() {
        let other = |page: &str| {
            let blocks = blocks(page);
            other_flashes(&blocks, &crate::rules::verdicts(&blocks))
        };
        let flash = |head: &str| format!("【{head}】{PARAGRAPH}\n");
        let all = ["三市共用仪器", "游园会周末开幕", "快线昨天开通"].map(flash).concat();
        assert_eq!(other(&format!("三市共用仪器\n{all}")), [2, 3]);
        assert!(other(&format!("今日要闻速览\n{all}")).is_empty());
    }

    #[test]
    fn a_chosen_answer_goes_with_its_question() {
        let weight = |page: &str| {
            let blocks = blocks(page);
            let pulls = pulls(&blocks, &crate::rules::verdicts(&blocks));
            pulls[blocks.iter().position(|block| block.raw.starts_with("仪器")).unwrap()].weight
        };
        let answer = "仪器的检测费用由平台和企业分担,小微企业可以先领补助再预约。\n";
        let page = |head: &str| format!("检测费用由谁出?\n{PARAGRAPH}\n{head}\n{answer}");
        assert!(weight(&page("查看全部 96 个回答")) > 40);
        assert!(weight(&page("3 个回答\n最佳答案")) > 40);
        assert!(weight(&page("3 个回答")) < 40);
        assert!(weight(&page("3 个回答").replace('?', "")) < 40);
    }

    #[test]
    fn the_lines_below_the_heads_of_a_document_go_with_it() {
        let weight = |page: &str| {
            let blocks = blocks(page);
            let pulls = pulls(&blocks, &crate::rules::verdicts(&blocks));
            let is_line = |block: &Block| block.raw.ends_with(":江畔中学");
            pulls[blocks.iter().position(is_line).unwrap()].weight
        };
        let buyer = "采购人:江畔中学\n";
        assert_eq!(weight(&format!("一、项目概况\n{PARAGRAPH}\n二、联系方式\n{buyer}")), OWN_LINE);
        let host = buyer.replace("采购人", "主办单位");
        assert!(weight(&format!("一、项目概况\n{PARAGRAPH}\n二、联系方式\n{host}")) < 0);
        assert!(weight(&format!("一、项目概况\n{PARAGRAPH}\n{buyer}")) < 0);
        assert!(weight(&format!("一、项目概况\n{PARAGRAPH}\n二、其他\n要闻\n{buyer}")) < 0);
    }

    #[test]
    fn numbered_heads_are_told() {
        assert!(
            ["三、获取文件", "(二)拓展应用场景", "（十一）其他", "第四条 仪器"]
                .into_iter()
                .all(is_numbered)
        );
        assert!(!["三市共用仪器", "第四届游园会", "(图)三市"].into_iter().any(is_numbered));
    }
}
