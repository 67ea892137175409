//! Name and date below the story, as notices, letters and associations sign: `江畔中学校友会` and
//! `2018年10月9日` on lines of their own.

use deltascope_model::{Basis, PageDate, TextRange};

use super::around::Around;
use super::day::days;

/// How many blocks below the story a signature may take.
const REACH: usize = 4;
/// Longest line of a signature, in characters.
const LONGEST: usize = 24;
/// Endings of those who sign.
const SIGNERS: [&str; 26] = [
    "会",
    "局",
    "厅",
    "委",
    "办",
    "院",
    "校",
    "中学",
    "小学",
    "大学",
    "厂",
    "公司",
    "中心",
    "协会",
    "委员会",
    "办公室",
    "政府",
    "部",
    "处",
    "所",
    "站",
    "馆",
    "银行",
    "集团",
    "社",
    "学院",
];

/// What stands below a story.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Signature {
    /// Who signs, in Simplified characters.
    pub name: Option<String>,
    /// The day.
    pub date: Option<PageDate>,
}

/// Reads the lines right below the story; the story's own last lines may be taken for a part of it.
pub fn signature(around: &Around<'_>) -> Signature {
    let Some(last) = around.story.last().copied() else { return Signature::default() };
    let mut signature = Signature::default();
    let from = around.story[around.story.len().saturating_sub(2)..]
        .iter()
        .copied()
        .find(|at| !around.blocks[*at].ends_sentence())
        .unwrap_or(last + 1)
        .max(around.start() + 1);
    let end = (last + 1 + REACH).min(around.blocks.len());
    for at in from..end {
        let block = &around.blocks[at];
        if matches!(
            around.rule(at),
            Some(
                "section-head"
                    | "comment-head"
                    | "answer-head"
                    | "listing"
                    | "teaser"
                    | "link-list"
            )
        ) || block.chars > LONGEST
            || block.ends_sentence() && block.han > 4
        {
            break;
        }
        // Counters and timestamps of another list.
        let stamp = around.rule(at) == Some("timestamp")
            && (block.han == 0 || block.raw.contains([':', '：']));
        if stamp && !block.raw.contains('年') {
            break;
        }
        let days = days(block.raw);
        // A row of words is the page's, and so is what stands below it.
        if days.is_empty() && block.text.split_whitespace().count() > 2 {
            break;
        }
        if let [day] = days.as_slice() {
            let rest = block.chars - block.raw[day.range.clone()].chars().count().min(block.chars);
            // `（星期一）` may stand behind it, or a signer before it; a headline may not.
            if rest <= 6 && signature.date.is_none() {
                let from = block.range.start() as usize;
                signature.date = Some(PageDate {
                    edtf: day.edtf.clone(),
                    basis: Basis::Stated,
                    range: TextRange::of(from + day.range.start, from + day.range.end),
                });
                break;
            }
        } else if signature.name.is_none() {
            signature.name = signer(&block.text).map(str::to_owned);
        }
    }
    signature
}

/// Who signs in a line that says nothing else, a seal aside: `江畔市文化馆（盖章）`.
pub fn signer(text: &str) -> Option<&str> {
    const SEALS: [&str; 6] = ["（盖章）", "(盖章)", "（印章）", "(印章)", "（公章）", "(公章)"];
    let name = SEALS.iter().find_map(|seal| text.strip_suffix(seal)).unwrap_or(text).trim_end();
    is_signer(name).then_some(name)
}

/// It ends as the name of an office, a firm or an association does.
pub fn is_signer(text: &str) -> bool {
    (4..=20).contains(&text.chars().count())
        && text.chars().all(crate::block::is_han)
        && SIGNERS.iter().any(|ending| text.ends_with(ending))
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::{block::blocks, rules::verdicts};

    #[track_caller]
    fn check(below: &str, name: Option<&str>, date: Option<&str>) {
        let story = "三市科技部门上周商定共用大型仪器,费用由双方分担。";
        let page = format!("通知\n{story}\n{below}");
        let blocks = blocks(&page);
        let verdicts = verdicts(&blocks);
        let around = Around {
            blocks: &blocks,
            verdicts: &verdicts,
            story: &[1],
            title: Some(0),
            site: None,
            head: &[],
            leads: true,
        };
        let found = signature(&around);
        let day = found.date.as_ref().map(|date| date.edtf.as_str());
        assert_eq!((found.name.as_deref(), day), (name, date));
    }

    #[test]
    fn who_signs_and_when() {
        check("江畔中学校友会\n2018年10月9日", Some("江畔中学校友会"), Some("2018-10-09"));
        check("江畔镇自来水厂", Some("江畔镇自来水厂"), None);
        check("江畔市文化馆（盖章）\n2018年10月9日", Some("江畔市文化馆"), Some("2018-10-09"));
        check("江畔市文化馆（二楼）", None, None);
        check("完\n2013年2月18日（星期一）\n香港时间10时", None, Some("2013-02-18"));
    }

    #[test]
    fn lists_below_are_no_signature() {
        check("相关阅读\n市图书馆延长开放 2018年10月9日", None, None);
        check("市图书馆延长开放 2018年10月9日\n游园会周末开幕 2018年10月8日", None, None);
        check("上一篇\n下一篇", None, None);
        check("分享 收藏 纠错\n本期目录\n合唱团招募低音声部", None, None);
    }
}
