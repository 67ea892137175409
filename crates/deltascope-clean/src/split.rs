//! Several stories in one run, taken apart: pages that stack articles often give them no titles.
//!
//! A story starts at a block that opens as reports do (`本报上海8月3日电`, `近日,…`) and shares few
//! words with what stands before it.

use std::collections::BTreeMap;
use std::sync::LazyLock;

use regex::Regex;

use crate::block::{Block, is_han};

/// Shared vocabulary (cosine of character pairs) under which a dateline opens another story. Within
/// one story 95 of 100 cuts share more than 0.11; of two unrelated stories 95 of 100 share less
/// than 0.09, and stories of one field up to 0.2.
const APART_AT_DATELINE: f64 = 0.30;
/// The same for a looser opening, which running text has too.
const APART_AT_OPENING: f64 = 0.08;
/// The same for a looser opening where the page sets each story in one line.
const APART_AT_LONG_LINE: f64 = 0.25;
/// A line this long, in Han characters, is a whole story set in one line.
const STORY_LINE: usize = 400;
/// Both sides must be this long, in Han characters, to be compared.
const LEAST_HAN: usize = 120;
/// The same for a looser opening.
const LEAST_HAN_AT_OPENING: usize = 300;

static DATELINE: LazyLock<Regex> = LazyLock::new(|| {
    Regex::new(r"^[(（【\[]?(?:本报|本社|[\p{Han}]{2,6}(?:社|网|报))[\p{Han}]{0,8}(?:\d{1,2}月\d{1,2}日)?(?:电|讯|报道|消息)[\s(（】\])）]")
        .expect("fixed")
});
static OPENING: LazyLock<Regex> = LazyLock::new(|| {
    Regex::new(r"^(?:[\p{Han}]{0,12}(?:近日|日前|昨日|昨天|今日|今天)|\d{1,2}月\d{1,2}日|\d{1,2}日)[\p{Han}，,]")
        .expect("fixed")
});

/// The body blocks (by number) in stories, each in order.
pub fn stories(blocks: &[Block], body: &[usize]) -> Vec<Vec<usize>> {
    let mut stories: Vec<Vec<usize>> = Vec::new();
    for (nth, at) in body.iter().enumerate() {
        let opens = match stories.last() {
            None => true,
            Some(story) => opens_another(blocks, story, &body[nth..]),
        };
        if opens {
            stories.push(Vec::new());
        }
        if let Some(story) = stories.last_mut() {
            story.push(*at);
        }
    }
    stories
}

fn opens_another(blocks: &[Block], before: &[usize], after: &[usize]) -> bool {
    let text = &blocks[after[0]].text;
    let one_line_each = han_of_line(blocks, *before.last().unwrap_or(&after[0])) >= STORY_LINE
        && han_of_line(blocks, after[0]) >= STORY_LINE
        && before.iter().all(|at| blocks[*at].line != blocks[after[0]].line);
    let (least, apart) = if DATELINE.is_match(text) {
        (LEAST_HAN, APART_AT_DATELINE)
    } else if !OPENING.is_match(text) {
        return false;
    } else if one_line_each {
        (LEAST_HAN_AT_OPENING, APART_AT_LONG_LINE)
    } else {
        (LEAST_HAN_AT_OPENING, APART_AT_OPENING)
    };
    let han = |side: &[usize]| side.iter().map(|at| blocks[*at].han).sum::<usize>();
    han(before) >= least
        && han(after) >= least
        && shared(&pairs(blocks, before), &pairs(blocks, after)) < apart
}

/// Han characters of the whole line that a block stands in.
fn han_of_line(blocks: &[Block], at: usize) -> usize {
    let line = blocks[at].line;
    let from = blocks.partition_point(|block| block.line < line);
    blocks[from..].iter().take_while(|block| block.line == line).map(|block| block.han).sum()
}

type Pairs = BTreeMap<(char, char), f64>;

fn pairs(blocks: &[Block], side: &[usize]) -> Pairs {
    let mut pairs = Pairs::new();
    for at in side {
        let chars: Vec<char> = blocks[*at].text.chars().collect();
        for pair in chars.windows(2).filter(|pair| is_han(pair[0]) && is_han(pair[1])) {
            *pairs.entry((pair[0], pair[1])).or_default() += 1.0;
        }
    }
    // Damped, so that one word said often does not decide; by a root, which is the same everywhere.
    for count in pairs.values_mut() {
        *count = count.sqrt();
    }
    pairs
}

/// Cosine of two counts, from 0 (nothing shared) to 1.
fn shared(one: &Pairs, other: &Pairs) -> f64 {
    let dot: f64 = one.iter().filter_map(|(pair, count)| Some(count * other.get(pair)?)).sum();
    let norm = |pairs: &Pairs| pairs.values().map(|count| count * count).sum::<f64>().sqrt();
    let norms = norm(one) * norm(other);
    if norms > 0.0 { dot / norms } else { 0.0 }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::block::blocks;

    const INSTRUMENTS: &str = "三市科技部门商定共用大型仪器,科研院所把闲置设备登记到平台,企业预约检测,费用由财政补助。仪器平台上线一年,登记设备三千台,企业预约两万次,检测费用平均下降两成,科研院所的设备利用率提高一半。下一步平台还将接入高校实验室的设备,方便企业预约检测,财政补助也会继续。科技部门说,设备登记越全,企业检测越方便。";
    const ORCHARD: &str = "本报江畔5月2日电(记者 张三)果农忙着给桃树疏果,今年花期雨水偏少,坐果率比往年低。合作社请来农技员到果园讲解,桃树疏果要看枝条长势,一根长枝留三个果。果农老李种桃二十年,他家果园里的桃子卖到了邻省。合作社今年新添分拣机,桃子按大小装箱,价格能高一成。农技员提醒,雨后要及时给桃树喷药,防止落果。";

    #[track_caller]
    fn check(page: &str, stories_found: usize) {
        let blocks = blocks(page);
        let body: Vec<usize> = (0..blocks.len()).collect();
        assert_eq!(stories(&blocks, &body).len(), stories_found);
    }

    #[test]
    fn a_dateline_on_another_subject_opens_a_story() {
        check(&format!("{INSTRUMENTS}\n{ORCHARD}"), 2);
    }

    #[test]
    fn a_dateline_on_the_same_subject_does_not() {
        check(&format!("{INSTRUMENTS}\n本报江畔5月2日电(记者 张三){INSTRUMENTS}"), 1);
    }

    #[test]
    fn paragraphs_without_an_opening_stay_together() {
        check(&format!("{INSTRUMENTS}\n{}", ORCHARD.split_once(')').unwrap().1), 1);
    }
}
