//! Documents named by what they are about, without title marks: `印发关于推进甲乙合作的意见`.
//!
//! 1. 关于, or what is to be done (印发推动甲港提升能级的若干措施), right behind a verb that acts on documents
//! 2. the first 的 before a word for documents, in the same clause and not far
//!
//! `三市表决通过关于加强湿地保护的决定` → `关于加强湿地保护的决定`

use std::sync::LazyLock;

use deltascope_model::{InitiativeKind, Phase, TextRange};

use super::name_title::document_kind;
use crate::spots::{List, Text};
use crate::tense::ends_clause;
use crate::triggers::triggers;
use crate::words::Words;

/// Such documents of a text, in order, with their kinds.
pub(crate) fn documents_about(text: Text<'_>) -> Vec<(TextRange, InitiativeKind)> {
    text.words(List::About, &ABOUT).filter_map(|(at, ..)| document(&text, at)).collect()
}

/// What they begin with: 关于, or what is to be done.
pub(crate) static ABOUT: LazyLock<Words> =
    LazyLock::new(|| Words::new(["关于", "进一步", "促进", "支持", "推动", "鼓励", "规范"]));

/// Words for documents that stand behind what they are about.
const DOCUMENTS: [&str; 17] = [
    "若干政策措施",
    "政策措施",
    "若干举措",
    "指导意见",
    "实施意见",
    "若干意见",
    "若干措施",
    "框架协议",
    "合作协议",
    "决定",
    "意见",
    "通知",
    "规定",
    "协议",
    "备忘录",
    "决议",
    "方案",
];

fn document(text: &str, start: usize) -> Option<(TextRange, InitiativeKind)> {
    const LONGEST: usize = 120;
    const LONGEST_VERB: usize = 24;
    let before = &text[text.floor_char_boundary(start.saturating_sub(LONGEST_VERB))..start];
    let before = before.trim_end_matches('了');
    let acted = triggers(before).any(|(at, trigger)| {
        let acts = matches!(trigger.phase, Phase::Adopted | Phase::Signed | Phase::Issued);
        acts && trigger.object && at + trigger.word.len() == before.len()
    });
    let reach = text.floor_char_boundary(start + LONGEST);
    let rest = acted.then(|| text[start..reach].split(ends_clause).next())??;
    let (at, word) = rest.match_indices('的').find_map(|(at, of)| {
        let behind = &rest[at + of.len()..];
        let word = DOCUMENTS.iter().find(|word| behind.starts_with(**word))?;
        Some((at + of.len(), word))
    })?;
    let range = TextRange::of(start, start + at + word.len());
    Some((range, document_kind(word)?))
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::spots::Spots;

    #[track_caller]
    fn check(text: &str, expected: &[&str]) {
        let found: Vec<_> = documents_about(Spots::of(text).text(text))
            .iter()
            .map(|(range, _)| &text[range.usize()])
            .collect();
        assert_eq!(found, expected, "{text}");
    }

    #[test]
    fn what_a_verb_acts_on() {
        check("三市表决通过关于加强湿地保护的决定,", &["关于加强湿地保护的决定"]);
        check("印发了关于推进两县航运合作的实施意见。", &["关于推进两县航运合作的实施意见"]);
        check("近日印发推动石港提升能级的若干政策措施,", &["推动石港提升能级的若干政策措施"]);
        check("近日推动石港落实提升能级的若干政策措施,", &[]);
        check("听取关于航运工作的报告", &[]);
        check("大家讨论关于航运的决定", &[]);
        check("印发关于开展检查,大家的意见", &[]);
    }
}
