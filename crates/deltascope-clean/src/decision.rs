//! A court's decision: its head and its foot belong to it, and what stands below its clerk is the page's.
//!
//! `江畔县人民法院`, `民事判决书`, `（2024）江0105民初77号` above the parties and `审判员 赵六`, the day in
//! Chinese numerals, `书记员 孙八` below the costs are short lines, which no run of prose reaches.

use std::borrow::Cow;
use std::ops::Range;

use crate::block::{Block, is_blank, is_han};
use crate::rules::Verdict;

/// Who signs, without blanks: `审 判 长`.
const ROLES: [&str; 9] = [
    "代理审判员",
    "人民陪审员",
    "审判长",
    "审判员",
    "陪审员",
    "书记员",
    "法官助理",
    "执行员",
    "仲裁员",
];
/// What a court gives out.
const KINDS: [&str; 6] = ["判决书", "裁定书", "调解书", "决定书", "支付令", "仲裁书"];
/// How the parties are introduced.
const PARTIES: [&str; 15] = [
    "原告",
    "被告",
    "上诉人",
    "被上诉人",
    "申请",
    "被申请",
    "再审",
    "第三人",
    "公诉机关",
    "原审",
    "法定代表人",
    "委托",
    "辩护人",
    "被执行人",
    "案外人",
];
/// The most lines of a head.
const HEAD: usize = 12;
/// The most lines of a foot, names apart from their roles.
const FOOT: usize = 24;
/// A longer line signs nothing, and longer is no name of a court, in characters.
const LONGEST: usize = 24;
/// A longer kind has names before it, and is a title: `张三与李四合同纠纷一审民事判决书`.
const LONGEST_KIND: usize = 8;

/// The decision that a run holds, if it is one: somebody signs as a judge.
pub fn decision(
    blocks: &[Block],
    verdicts: &[Option<Verdict>],
    run: &Range<usize>,
) -> Option<Range<usize>> {
    let foot = foot(blocks, verdicts, run)?;
    let is_law = |at: &usize| {
        let block = &blocks[*at];
        let told = block.is_prose() || block.ends_sentence();
        verdicts[*at].is_none()
            && !block.tags.linked
            && (told || block.text.starts_with(['附', '《', '第']))
    };
    let appended = blocks.get(foot.end).is_some_and(|block| block.text.starts_with('附'));
    let laws = (foot.end..blocks.len()).take_while(is_law);
    let end = foot.end + if appended { laws.count() } else { 0 };
    let is_head = |at: &usize| {
        let text = bare(&blocks[*at].text);
        let known = verdicts[*at].is_some() || blocks[*at].tags.headline || blocks[*at].tags.linked;
        !known && (is_formal(&text) || PARTIES.iter().any(|party| text.starts_with(party)))
    };
    let head = (0..run.start).rev().take(HEAD).take_while(is_head).count();
    Some(run.start - head..end)
}

/// The court that gave out the decision with which a story opens.
pub fn court<'a>(blocks: &'a [Block<'_>], story: &[usize]) -> Option<&'a str> {
    let opening = || story.iter().take(3).map(|at| &blocks[*at]);
    let is_decision = opening().any(|block| {
        block.text.ends_with(['书', '令']) && block.chars <= LONGEST && is_kind(&bare(&block.text))
    });
    let mut courts = opening().map(|block| block.text.trim()).filter(|text| is_court(text));
    courts.next().filter(|_| is_decision)
}

/// The lines of those who sign, where a judge does.
fn foot(
    blocks: &[Block],
    verdicts: &[Option<Verdict>],
    run: &Range<usize>,
) -> Option<Range<usize>> {
    let role = |at: usize| role(&blocks[at]);
    let from = (run.start..blocks.len().min(run.end + FOOT)).find(|at| role(*at).is_some())?;
    let (mut end, mut signs, mut named) = (from, 0, true);
    for at in (from..blocks.len()).take(FOOT) {
        let block = &blocks[at];
        let text = bare(&block.text);
        if block.chars > LONGEST || block.tags.linked {
            break;
        }
        if let Some(name) = role(at) {
            (signs, named, end) = (signs + 1, name, at + 1);
        } else if !named && is_name(&text) {
            (named, end) = (true, at + 1);
        } else if is_day(&text) {
            end = at + 1;
        } else if verdicts[at].is_some() || !text.contains(['印', '核']) {
            break;
        }
    }
    (signs >= 2).then_some(from..end)
}

/// A line that says as whom somebody signs, and whether it says who, too.
fn role(block: &Block) -> Option<bool> {
    if block.chars > LONGEST || !block.text.starts_with(['审', '代', '人', '书', '法', '执', '仲'])
    {
        return None;
    }
    let text = bare(&block.text);
    let name = ROLES.iter().find_map(|role| text.strip_prefix(role))?;
    let name = name.trim_start_matches([':', '：']);
    (name.is_empty() || is_name(name)).then_some(!name.is_empty())
}

fn is_name(text: &str) -> bool {
    (2..=5).contains(&text.chars().count()) && text.chars().all(|char| is_han(char) || char == '·')
}

/// `二〇二四年三月十一日`, `2024年3月11日`.
fn is_day(text: &str) -> bool {
    text.ends_with('日') && text.contains('年') && text.contains('月')
}

fn is_formal(text: &str) -> bool {
    is_court(text) || is_kind(text) || is_number(text)
}

fn is_court(text: &str) -> bool {
    text.ends_with("法院") && text.chars().count() <= LONGEST && text.chars().all(is_han)
}

/// `民事判决书`, or with the court before it.
fn is_kind(text: &str) -> bool {
    let kind = text.split_once("法院").map_or(text, |(_, kind)| kind);
    kind.chars().count() <= LONGEST_KIND && KINDS.iter().any(|ending| kind.ends_with(ending))
}

/// The number of a case or of an office's paper: `（2024）江0105民初77号`, `堤政办发〔2022〕9号`.
pub fn is_number(text: &str) -> bool {
    let year =
        |text: &str| text.len() >= 4 && text.bytes().take(4).all(|byte| byte.is_ascii_digit());
    text.ends_with('号')
        && text.chars().count() <= LONGEST
        && text
            .split_once(['（', '(', '〔', '['])
            .is_some_and(|(_, rest)| year(rest) && rest[4..].starts_with(['）', ')', '〕', ']']))
}

/// Without blanks, with which such lines are stretched.
fn bare(text: &str) -> Cow<'_, str> {
    if text.contains(is_blank) {
        Cow::Owned(text.chars().filter(|char| !is_blank(*char)).collect())
    } else {
        Cow::Borrowed(text)
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::block::blocks;
    use crate::body::Pulls;
    use crate::rules::verdicts;

    const PROSE: &str =
        "本院认为,双方签订的仪器租用合同有效,被告逾期未付租金,应当按约支付并承担违约责任,判决如下:";

    /// The first and the last line of a page's decision.
    #[track_caller]
    fn check(page: &str, expected: Option<(&str, &str)>) {
        let blocks = blocks(page);
        let verdicts = verdicts(&blocks);
        let run = Pulls::new(&blocks, &verdicts).run().expect("a story").blocks;
        let found = decision(&blocks, &verdicts, &run);
        let text = |at: usize| blocks[at].raw;
        assert_eq!(found.map(|found| (text(found.start), text(found.end - 1))), expected, "{page}");
    }

    #[test]
    fn head_and_foot_belong_to_a_decision() {
        let head = "江畔县人民法院\n民 事 判 决 书\n（2024）江0105民初77号\n原告:江畔仪器公司。\n";
        let foot = "审　判　长　　张三\n人民陪审员 李四\n二〇二四年三月十一日\n书记员 王五\n";
        let notice =
            "本平台所载文书仅供查阅,如有出入以正本为准,未经许可不得用于其他用途,违者自负其责。";
        check(
            &format!("张三与李四合同纠纷一审民事判决书\n首页\n{head}{PROSE}\n{foot}公告\n{notice}"),
            Some(("江畔县人民法院", "书记员 王五")),
        );
        let laws =
            "附:相关法律\n《江畔市仪器条例》第三条规定,租用人应当按约支付租金,逾期的承担违约责任。";
        let laws_end = laws.split('\n').nth(1).unwrap();
        check(&format!("{PROSE}\n{foot}{laws}"), Some((PROSE, laws_end)));
        check(&format!("{head}{PROSE}\n审判员张三说,此类案件去年增加了三成。"), None);
    }

    #[test]
    fn lines_of_a_decision_are_told() {
        assert!(is_kind("民事裁定书") && is_kind("江畔县人民法院执行裁定书"));
        assert!(!is_kind("张三与李四合同纠纷一审民事判决书"));
        assert!(is_number("堤政办发〔2022〕9号") && is_number("（2024）江0105民初77号"));
        assert!(!is_number("江堤路66号") && !is_number("第9号"));
        assert!(is_court("江畔市中级人民法院") && !is_court("他去了法院。"));
    }

    #[test]
    fn a_decision_names_its_court() {
        let court_of = |page: &str| court(&blocks(page), &[0, 1, 2]).map(str::to_owned);
        assert_eq!(court_of("江畔县人民法院\n民事判决书\n号").as_deref(), Some("江畔县人民法院"));
        assert_eq!(court_of("江畔县人民法院\n开放日\n活动"), None);
    }
}
