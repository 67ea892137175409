//! The clauses of a sentence that have a time by which something may be reached: `力争到2027年,…`.
//!
//! What stands right before the time tells whether it opens its clause, and what stands around it whether
//! something is intended, done already, or another's.

use deltascope_model::{Edtf, TextRange};

use super::Said;
use super::by::by_word;
use crate::bind::is_later;
use crate::gazetteer::Known;
use crate::rules::is_number;
use crate::target::{ends_later, open_start_is_later};
use crate::tense::{INTENDS, ends_clause};

/// When something may be reached.
#[derive(Clone, Copy, PartialEq, Eq)]
pub(super) enum When {
    /// Behind the day of the article.
    ToCome,
    /// In the year, or a part of it, that the article is of.
    ThisYear,
}

/// A clause with a time by which something may be reached.
pub(super) struct Clause<'a> {
    /// Its time in the paragraph, and where it begins in the sentence.
    pub(super) time: TextRange,
    pub(super) from: usize,
    pub(super) when: When,
    /// What stands before the time, and whether that is nothing but words of intent.
    pub(super) lead: &'a str,
    pub(super) opens: bool,
    /// A part of the thing stands before it: `2号机组力争`.
    pub(super) part: bool,
    /// Words of intent stand right beside the time.
    pub(super) intends: bool,
    /// What stands behind the time.
    pub(super) behind: &'a str,
}

/// The clauses of a sentence that may tell goals.
pub(super) fn clauses<'a>(said: &'a Said<'_>, words: &'a str) -> impl Iterator<Item = Clause<'a>> {
    let start = said.range.usize().start;
    said.times.iter().filter_map(move |time| {
        let edtf = time.edtf.as_ref()?;
        let place = time.range.usize();
        let before = words.get(..place.start.checked_sub(start)?)?;
        let from = before.rfind(parts).map_or(0, |at| at + mark_len(&before[at..]));
        let lead = &before[from..];
        let until = lead.ends_with(['到', '至']) || lead.ends_with("力争");
        let later = is_later(edtf, said.reference) || open_start_is_later(edtf, said.reference);
        let unknown = said.reference.is_none() && until;
        let ends_later = ends_later(edtf, said.reference);
        let when = if later || unknown || until && ends_later {
            When::ToCome
        } else if ends_later && is_long(edtf) {
            When::ThisYear
        } else {
            return None;
        };
        let behind = words.get(place.end - start..)?;
        let behind = behind.trim_start_matches(['前', '底', '末', '内', '初', ',', '，', ' ']);
        let clause = behind.split(ends_clause).next().unwrap_or_default();
        let as_of = lead.ends_with("截至") || lead.ends_with("截止到");
        let done = lead.contains(DONE) || clause.contains(DONE);
        let part = begins_with_a_part(lead);
        (!as_of && !done && !ends_then(clause)).then(|| Clause {
            time: time.range,
            from,
            when,
            lead,
            opens: leads_only(lead) || part,
            part,
            intends: INTENDS.iter().any(|word| lead.ends_with(word) || clause.starts_with(word)),
            behind,
        })
    })
}

/// Words by which a clause tells of what is done already.
const DONE: [char; 2] = ['已', '曾'];

/// `至8月20日结束`: until then something lasts.
pub(crate) fn ends_then(behind: &str) -> bool {
    const ENDS: [&str; 7] = ["结束", "截止", "闭幕", "到期", "届满", "止", "期间"];
    ENDS.iter().any(|word| behind.starts_with(word))
}

pub(super) fn parts(c: char) -> bool {
    c == ':' || ends_clause(c)
}

fn mark_len(text: &str) -> usize {
    text.chars().next().map_or(0, char::len_utf8)
}

/// True for a year or a part of it, and no day or month.
fn is_long(edtf: &Edtf) -> bool {
    const MONTHS: i64 = 60;
    let bounds = edtf.bounds();
    matches!((bounds.first, bounds.last), (Some(first), Some(last)) if i64::from(last - first) > MONTHS)
}

/// True where nothing but words of intent and the mark of a list stands before a time in its clause.
fn leads_only(lead: &str) -> bool {
    const LEADS: [&str; 32] = [
        "届时",
        "力争",
        "争取",
        "计划",
        "预计",
        "拟",
        "将",
        "并",
        "还",
        "也",
        "到",
        "至",
        "于",
        "在",
        "其中",
        "再",
        "同时",
        "下一步",
        "接下来",
        "我们",
        "有望",
        "希望",
        "打算",
        "准备",
        "最迟",
        "原则上",
        "目标是",
        "则",
        "第一步",
        "第二步",
        "第三步",
        "从",
    ];
    let mut rest = item(lead.trim()).unwrap_or(lead.trim());
    while let Some(behind) = LEADS.iter().find_map(|word| rest.strip_prefix(word)) {
        rest = behind;
    }
    rest.is_empty()
}

/// `2号、3号机组计划于`, `首批站点力争`: a part of a thing that is counted opens the clause.
fn begins_with_a_part(lead: &str) -> bool {
    const LONGEST: usize = 16;
    const NUMBER: usize = 4;
    const PARTS: [&str; 9] =
        ["机组", "号线", "标段", "泊位", "车间", "生产线", "站点", "号炉", "号楼"];
    let ordinal = lead
        .char_indices()
        .take(NUMBER)
        .any(|(at, c)| c == '号' && at > 0 && lead[..at].chars().all(is_number));
    (ordinal || lead.starts_with("首批") || lead.starts_with("首台"))
        && lead.chars().count() <= LONGEST
        && PARTS.iter().any(|part| lead.contains(part))
}

/// What stands behind the mark of a list: `(三)`, `三是`, `三、`.
pub(super) fn item(words: &str) -> Option<&str> {
    const LONGEST: usize = 4;
    if let Some(inside) = words.strip_prefix(['(', '（']) {
        let (number, rest) = inside.split_once([')', '）'])?;
        return (number.chars().count() < LONGEST && number.chars().all(is_number)).then_some(rest);
    }
    let rest = words.trim_start_matches(|c| "一二三四五六七八九十".contains(c));
    rest.strip_prefix(['是', '、']).filter(|_| rest.len() < words.len())
}

/// True where a place, a country or an organisation is to reach what a clause tells.
pub(super) fn is_of_others(said: &Said<'_>, words: &str, goal: &Clause<'_>) -> bool {
    const OTHERS: [&str; 15] = [
        "全国",
        "全球",
        "全省",
        "全市",
        "全县",
        "全区",
        "我国",
        "我省",
        "我市",
        "世界",
        "中国",
        "全行业",
        "公司",
        "集团",
        "企业",
    ];
    let start = said.range.usize().start;
    let behind = words.len() - goal.behind.len();
    // 县里的企业5月试产,力争明年…: who a clause before it speaks of reaches it, unless he only says so.
    let opens = |at: usize| {
        let clause = words[at..].split(parts).next().unwrap_or_default();
        at < goal.from && words[..at].chars().next_back().is_none_or(parts) && !says(clause)
    };
    let acts = |known: &Known| matches!(known, Known::Place(_) | Known::Organisation(_));
    let known = said.known.iter().filter(|other| acts(&other.known)).any(|other| {
        let at = other.range.usize().start - start;
        at == behind || at == goal.from || opens(at)
    });
    known || OTHERS.iter().any(|word| words.contains(word))
}

/// `市里还将在两县筛查`: who is not named wants to do something, whatever was told of before.
pub(super) fn is_of_those_who_act(behind: &str) -> bool {
    const WHO: [&str; 10] =
        ["市里", "县里", "省里", "州里", "区里", "镇上", "当地", "该市", "该县", "全市"];
    let acts = WHO.iter().find_map(|who| behind.strip_prefix(who));
    acts.is_some_and(|acts| {
        INTENDS.iter().any(|word| acts.trim_start_matches('还').starts_with(word))
    })
}

/// `学会同日公布`, `何平表示`: no more than who says what follows.
pub(super) fn says(clause: &str) -> bool {
    const SAYS: [&str; 9] = ["公布", "宣布", "说", "表示", "介绍", "透露", "指出", "称", "坦言"];
    SAYS.iter().any(|word| clause.ends_with(word))
}

/// True where a sentence reckons with what may come, and nobody wants it.
pub(crate) fn reckons(words: &str) -> bool {
    ["测算", "预测", "估算", "估计", "推算", "分析"].iter().any(|word| words.contains(word))
        || words.split(parts).any(|clause| clause.ends_with("预计"))
}

/// True where the clauses before a goal only say who tells it, or by whose words it goes.
pub(super) fn introduces(before: &str) -> bool {
    const LONGEST: usize = 6;
    before.ends_with([':', '：'])
        || before.split(parts).all(|clause| {
            says(clause)
                || clause.starts_with('据')
                || by_word(clause).is_some()
                || clause.chars().count() <= LONGEST
        })
}

/// `目前,已有港口12个,2027年…`: the clauses before a goal have no subject of their own.
pub(super) fn goes_on(before: &str) -> bool {
    const STATES: [&str; 9] = ["目前", "如今", "已", "现", "共", "累计", "有", "其中", "总"];
    let opens = |clause: &str| STATES.iter().any(|word| clause.starts_with(word));
    before.split(parts).all(|clause| clause.is_empty() || opens(clause) || introduces(clause))
}
