//! An offer of work: sections below heads that all such pages have, with cards and buttons between them.
//!
//! `岗位职责`, `1、操作数控车床;`, `张女士 刚刚活跃`, `公司介绍`, `江畔河轮机械成立于2003年…` → what is to be done,
//! what is asked and what the firm says of itself are the story; the card between them is not. No run of
//! prose holds them: duties are short, and what the firm says weighs more than all of them.

use std::ops::Range;

use crate::block::{Block, DIGIT};
use crate::rules::Verdict;

/// Heads of what is to be done and what is asked.
const DUTIES: [&str; 21] = [
    "职位描述",
    "职位详情",
    "职位信息",
    "职位介绍",
    "职位职责",
    "职位要求",
    "岗位职责",
    "岗位描述",
    "岗位介绍",
    "岗位要求",
    "岗位信息",
    "工作职责",
    "工作内容",
    "任职要求",
    "任职资格",
    "任职条件",
    "应聘条件",
    "应聘要求",
    "招聘岗位",
    "招聘职位",
    "招聘要求",
];
/// Heads of what the firm says of itself.
const FIRM: [&str; 9] = [
    "公司介绍",
    "公司简介",
    "公司信息",
    "公司概况",
    "企业简介",
    "企业介绍",
    "单位简介",
    "单位介绍",
    "关于公司",
];
/// Other heads.
const TERMS: [&str; 14] = [
    "福利待遇",
    "薪资待遇",
    "薪酬福利",
    "薪酬待遇",
    "员工福利",
    "公司福利",
    "工作时间",
    "工作地点",
    "工作地址",
    "上班地点",
    "上班地址",
    "应聘方式",
    "报名方式",
    "联系方式",
];
/// Less is no offer, in characters below its heads.
const LEAST: usize = 60;
/// The longest head of duties, with what stands around it.
const LONGEST_DUTY: usize = 9;
/// A longer line that ends no sentence is no part of a section, in characters.
const LONGEST: usize = 60;

/// What a head is about.
#[derive(Clone, Copy, PartialEq, Eq)]
enum Head {
    Duties,
    Firm,
    Terms,
}

/// The blocks of the offer that a page makes, if it makes one. `run` is its heaviest run of prose, which
/// is something else where most of it stands below no such head.
pub fn offer(
    blocks: &[Block],
    verdicts: &[Option<Verdict>],
    run: Option<&Range<usize>>,
) -> Option<Vec<usize>> {
    // Nearly every page ends here.
    blocks.iter().find(|block| is_duty(block))?;
    let heads: Vec<(usize, Head)> =
        (0..blocks.len()).filter_map(|at| Some((at, head(&blocks[at])?.0))).collect();
    let of = |about: Head| heads.iter().filter(|(_, head)| *head == about).count();
    if of(Head::Duties) == 0 || of(Head::Duties) + of(Head::Firm).min(1) < 2 {
        return None;
    }
    let mut offer: Vec<usize> = Vec::new();
    let (mut size, mut next) = (0, blocks.len());
    for (at, about) in heads.into_iter().rev() {
        let (_, more) = head(&blocks[at])?;
        let lines = (at + 1..next).take_while(|line| is_line(blocks, verdicts, at, *line, about));
        let end = at + 1 + lines.count();
        // A head without anything below it is a tab's, but for one above the next.
        if end > at + 1 || more || offer.last() == Some(&(at + 1)) {
            size += blocks[at + 1..end].iter().map(|block| block.chars).sum::<usize>();
            offer.extend((at..end).rev());
        }
        next = at;
    }
    offer.reverse();
    let other = |at: &usize| {
        verdicts[*at].is_none() && blocks[*at].is_prose() && offer.binary_search(at).is_err()
    };
    let others = run.cloned().unwrap_or_default().filter(other);
    let other: usize = others.map(|at| blocks[at].chars).sum();
    (size >= LEAST && other <= size).then_some(offer)
}

/// A line belongs to the section below a head: a sentence, an entry, an amount, or the first below it.
fn is_line(
    blocks: &[Block],
    verdicts: &[Option<Verdict>],
    head: usize,
    at: usize,
    about: Head,
) -> bool {
    let block = &blocks[at];
    let entry =
        verdicts[at].is_some_and(|verdict| matches!(verdict.rule, "link-list" | "line-number"));
    if verdicts[at].is_some() && !entry || block.tags.linked || block.tags.aside {
        return false;
    }
    let numbered =
        || block.text.starts_with(|char: char| char.is_ascii_digit() || "•-(（".contains(char));
    let valued = || block.text.contains([':', '：']) || block.holds(DIGIT);
    let first = at == head + 1 && self::head(&blocks[head]).is_some_and(|(_, more)| !more);
    let told = block.is_prose() || block.ends_sentence();
    let line = || block.chars <= LONGEST && block.han >= 2;
    match about {
        Head::Firm => told,
        Head::Duties | Head::Terms => told || line() && (numbered() || valued() || first),
    }
}

/// What a line heads, and whether more stands in it: `【岗位职责】`, `工作地点：江畔市船厂路18号`.
fn head(block: &Block) -> Option<(Head, bool)> {
    if block.han < 4 || block.chars > LONGEST || block.tags.linked {
        return None;
    }
    let text = block.text.trim_start_matches(is_mark);
    let known = |heads: &[&str]| heads.iter().find_map(|head| text.strip_prefix(head));
    let ways = [(&DUTIES[..], Head::Duties), (&FIRM, Head::Firm), (&TERMS, Head::Terms)];
    let (rest, about) = ways.into_iter().find_map(|(heads, about)| Some((known(heads)?, about)))?;
    let rest = rest.trim_start_matches(['】', ']']);
    let more = rest.trim_start_matches([':', '：', ' ']);
    (more.is_empty() || rest.starts_with([':', '：'])).then_some((about, !more.is_empty()))
}

/// What stands before a head: `【岗位职责】`, `一、岗位职责`.
fn is_mark(char: char) -> bool {
    matches!(char, '【' | '[' | '■' | '◆' | '●' | '一' | '二' | '三' | '四' | '五' | '六' | '、')
}

/// A head of duties, which its first character tells from nearly all other lines.
fn is_duty(block: &Block) -> bool {
    let opens = |char: char| matches!(char, '职' | '岗' | '工' | '任' | '应' | '招');
    block.chars <= LONGEST_DUTY
        && block.text.starts_with(|char| opens(char) || is_mark(char))
        && head(block).is_some_and(|(about, _)| about == Head::Duties)
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::block::blocks;
    use crate::body::Pulls;
    use crate::rules::verdicts;

    const TOLD: &str = "江畔仪器公司成立于2003年,专做大型仪器的维修,产品销往沿江二十多个实验室。";

    #[track_caller]
    fn check(page: &str, expected: Option<&str>) {
        let blocks = blocks(page);
        let verdicts = verdicts(&blocks);
        let run = Pulls::new(&blocks, &verdicts).run().map(|run| run.blocks);
        let found = offer(&blocks, &verdicts, run.as_ref());
        let found = found
            .map(|found| found.into_iter().map(|at| blocks[at].raw).collect::<Vec<_>>().join("\n"));
        assert_eq!(found.as_deref(), expected, "{page}");
    }

    #[test]
    fn sections_are_the_offer() {
        let duties = "职位描述\n岗位职责：\n1、登记仪器；\n2、安排预约。\n任职要求\n大专以上学历，有驾照者优先。";
        let card = "张女士\n刚刚活跃\n江畔仪器 人事经理";
        let firm = format!("公司介绍\n{TOLD}");
        check(
            &format!("仪器管理员\n6千\n{duties}\n{card}\n{firm}\n工商信息\n法定代表人 李四"),
            Some(&format!("{duties}\n{firm}")),
        );
        check(
            &format!("{duties}\n工作地点：江畔市船厂路18号\n{firm}\n公司信息\n江畔仪器公司\n民营"),
            Some(&format!("{duties}\n工作地点：江畔市船厂路18号\n{firm}")),
        );
    }

    #[test]
    fn heads_of_duties_are_told_by_their_first_character() {
        assert!(DUTIES.iter().all(|head| is_duty(&blocks(head)[0])));
        assert!(is_duty(&blocks("二、【岗位职责】")[0]));
    }

    #[test]
    fn other_pages_make_no_offer() {
        check(&format!("公司简介\n{TOLD}\n联系方式\n电话：000-0000000"), None);
        check("招聘岗位\n岗位职责\n公司介绍", None);
        let story = "记者昨天走访仪器公司,发现不少岗位招不到人,经理说年轻人不愿意学修理,工资涨了三成也没有用。\n";
        check(&format!("{}岗位职责\n登记仪器。\n{TOLD}\n任职要求\n大专。", story.repeat(3)), None);
    }
}
