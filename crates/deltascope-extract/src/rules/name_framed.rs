//! Names by what stands around them, whatever their last word: `11月成立的白石湾航运共保体，`.
//!
//! 1. a verb that something comes to life by, and a phrase that it acts on (成立X，), that it tells of
//!    (X去年3月开工), or that it stands before with its time (去年3月开工的X，); so also what money says that
//!    it is a thing (总投资4亿元的X)
//! 2. both ends of the phrase are told by the verb, a mark, a time or a particle
//! 3. it starts with a place, or in quotation marks, and ends as things do
//!
//! The heads of [`super::name_heads`] come first: this finds what no list has.

use std::sync::LazyLock;

use deltascope_model::{InitiativeKind, Phase, TextRange};

use super::field::is_number;
use super::name_counted::{counted, is_one_of_many, only_general};
use super::name_head::is_han;
use super::name_heads::kind_of_thing;
use super::name_place::starts_with_place;
use super::name_quoted::QUOTES;
use super::name_start::last_stop;
use super::name_verb::{has_its_sum, reach_behind};
use crate::grounds::Places;
use crate::spots::{List, Text};
use crate::tense::ends_clause;
use crate::triggers::{ADVERB_WORDS, begins_longer_word, triggers_at};
use crate::verbs::WORDS;
use crate::words::Words;

/// Where a phrase starts.
#[derive(Clone, Copy)]
enum Start {
    Alone,
    /// Behind a verb that a place stands before: 石湾启动….
    InAPlace,
    /// Behind a verb with its time: 2021年实施的….
    Dated,
    /// Before its sum: 设立…,首期规模6000万元.
    Spent,
}

/// The verbs that names are found by, and what stands behind a sum.
pub(crate) static FRAMING: LazyLock<Words> = LazyLock::new(|| {
    let lives = [Phase::Established, Phase::Launched, Phase::Completed, Phase::Held];
    let of_phases = WORDS.iter().filter(|(phase, ..)| lives.contains(phase));
    let words = of_phases.flat_map(|(_, _, words)| words.iter().copied());
    Words::new(words.chain(["推出", "实施", MONEY]).chain(SHOWING).chain([CARRYING_OUT]))
});

/// Verbs by which a thing is shown first, and so begins.
const SHOWING: [&str; 2] = ["发布", "发表"];

/// What is done with what has a name, and dates nothing by itself.
const CARRYING_OUT: &str = "开展";

/// What stands between a sum and what it is spent on.
const MONEY: &str = "元的";

/// Such names of a text, in order of their verbs, each with its kind.
pub(crate) fn framed_names(text: Text<'_>, around: Places<'_>) -> Vec<(TextRange, InitiativeKind)> {
    let mut found: Vec<(TextRange, InitiativeKind)> = Vec::new();
    let mut last = None;
    for (at, word, ()) in text.words(List::Framing, &FRAMING) {
        // At one place the longest comes first.
        if last.replace(at) == Some(at) {
            continue;
        }
        let end = at + word.len();
        if word == MONEY {
            let spent = is_of_money(clause_before(&text, at));
            found.extend(spent.then(|| phrase_from(text, end, around, Start::Alone)).flatten());
            continue;
        }
        if SHOWING.contains(&word) || word == CARRYING_OUT {
            let shown = |kind| word == CARRYING_OUT || kind == InitiativeKind::Platform;
            let name = thing_in_quotes(&text, end).filter(|(_, kind)| shown(*kind));
            found.extend(name);
            continue;
        }
        let Some(verb) = triggers_at(word).next() else { continue };
        let name = if text[end..].starts_with('的') {
            let dated = is_dated(clause_before(&text, at));
            dated.then(|| phrase_from(text, end + "的".len(), around, Start::Dated)).flatten()
        } else {
            let object = || {
                let direct = object(text, at..end, around);
                direct.or_else(|| thing_in_quotes(&text, end))
            };
            let object = verb.object.then(object).flatten();
            object.or_else(|| verb.subject.then(|| subject(text, at, around)).flatten())
        };
        let is_held = |kind| (kind == InitiativeKind::Event) == (verb.phase == Phase::Held);
        let name = name.filter(|(_, kind)| is_held(*kind) && !begins_longer_word(&text[at..]));
        let new = |(range, _): &(TextRange, _)| found.iter().all(|(other, _)| other != range);
        found.extend(name.filter(new));
    }
    found
}

/// The name that a verb acts on, with which its clause ends.
fn object(
    text: Text<'_>,
    verb: std::ops::Range<usize>,
    around: Places<'_>,
) -> Option<(TextRange, InitiativeKind)> {
    let rest = text[verb.end..].trim_start_matches('了');
    let start = text.len() - rest.len();
    if rest.starts_with(QUOTES.map(|(open, _)| open)) {
        let (range, kind) = quoted(&text, start)?;
        return (range.usize().start == start && ends_there(&text, range)).then_some((range, kind));
    }
    let end = start + rest.char_indices().take(LONGEST).take_while(|(_, c)| is_part(*c)).last()?.0;
    let end = text.ceil_char_boundary(end + 1);
    let range = TextRange::of(start, end);
    kind_of_thing(range.slice(&text)?)?;
    let stands = || {
        if acts_in_a_place(text, verb.start, around) {
            Start::InAPlace
        } else if has_its_sum(&text, end) {
            Start::Spent
        } else {
            Start::Alone
        }
    };
    let kind = ends_there(&text, range).then(|| name(text, start..end, around, stands))??;
    Some((range, kind))
}

/// What ends as things do in the quotation marks behind a verb and what is told of it, with which the clause
/// ends: `推出面向渔民的“远洋互助计划”，`.
fn thing_in_quotes(text: &str, verb: usize) -> Option<(TextRange, InitiativeKind)> {
    const MOST_BETWEEN: usize = 16;
    const BEFORE: [&str; 5] = ["的", "首届", "首个", "首套", "名为"];
    let rest = text[verb..].trim_start_matches('了');
    let start = text.len() - rest.len();
    let mut near = rest.char_indices().take(MOST_BETWEEN + 1);
    let (at, _) = near.find(|(_, c)| matches!(c, '“' | '「' | '『'))?;
    let between = &rest[..at];
    let told = between.is_empty()
        || BEFORE.iter().any(|word| between.ends_with(word))
            && !between.contains(|c| ends_clause(c) || c == '、');
    let range = told.then(|| inside_quotes(text, start + at))??;
    let (kind, _) = kind_of_thing(range.slice(text)?)?;
    ends_there(text, range).then_some((range, kind))
}

/// What stands in the quotation marks that open at a place, where it is no sentence.
fn inside_quotes(text: &str, open: usize) -> Option<TextRange> {
    const LENGTHS: std::ops::RangeInclusive<usize> = 4..=20;
    let (mark, closing) = QUOTES.into_iter().find(|(mark, _)| text[open..].starts_with(*mark))?;
    let start = open + mark.len_utf8();
    let inside = reach_behind(text, start).split_once(closing)?.0;
    let fits = LENGTHS.contains(&inside.chars().count()) && inside.chars().all(is_part);
    fits.then(|| TextRange::of(start, start + inside.len()))
}

/// True where a place stands right before a verb, so that what it acts on is of there: 石湾启动….
fn acts_in_a_place(text: Text<'_>, verb: usize, around: Places<'_>) -> bool {
    const RANKS: [char; 5] = ['省', '市', '县', '州', '盟'];
    let clause = clause_before(&text, verb);
    let subject = without_time(clause);
    subject.ends_with(RANKS) || around.end(&text, verb - clause.len() + subject.len())
}

/// What stands before a place in its clause.
fn clause_before(text: &str, at: usize) -> &str {
    const REACH: usize = 120;
    let before = &text[text.floor_char_boundary(at.saturating_sub(REACH))..at];
    before.rfind(ends_clause).map_or(before, |mark| {
        let behind = &before[mark..];
        &behind[behind.chars().next().map_or(0, char::len_utf8)..]
    })
}

/// `11月成立`, `由三市共建`
fn is_dated(clause: &str) -> bool {
    const TIMES: [&str; 9] =
        ["去年", "今年", "明年", "上月", "本月", "昨日", "日前", "近日", "当年"];
    let mut units = clause.char_indices().filter(|(_, c)| matches!(c, '年' | '月' | '日'));
    units.any(|(at, _)| clause[..at].ends_with(is_number))
        || TIMES.iter().any(|word| clause.contains(word))
        || clause.starts_with('由')
}

/// `总投资4.1亿` before 元的.
fn is_of_money(clause: &str) -> bool {
    ["总投资", "总规模", "投资", "出资"].iter().any(|word| clause.contains(word))
}

/// True where nothing of the clause follows a phrase.
fn ends_there(text: &str, range: TextRange) -> bool {
    let after = text[range.usize().end..].trim_start_matches(['”', '」', '』']);
    after.is_empty() || after.starts_with(ends_clause) || after.starts_with(['(', '（', '、'])
}

/// The name that starts at a place and that a mark, a time or a particle ends.
fn phrase_from(
    text: Text<'_>,
    start: usize,
    around: Places<'_>,
    stands: Start,
) -> Option<(TextRange, InitiativeKind)> {
    let rest = &text[start..];
    if rest.starts_with(QUOTES.map(|(open, _)| open)) {
        let (range, kind) = quoted(&text, start)?;
        return (range.usize().start == start).then_some((range, kind));
    }
    let parts = rest.char_indices().take(LONGEST).take_while(|(_, c)| is_part(*c));
    let mut ends = parts.map(|(at, c)| at + c.len_utf8());
    ends.find_map(|end| {
        let kind = opens_what_follows(&rest[end..])
            .then(|| name(text, start..start + end, around, || stands))??;
        Some((TextRange::of(start, start + end), kind))
    })
}

/// The name that opens a clause, or stands behind what is told of it there (由粮仓改建的甲馆), and whose verb,
/// with a time and adverbs before it, stands at a place.
fn subject(text: Text<'_>, verb: usize, around: Places<'_>) -> Option<(TextRange, InitiativeKind)> {
    let clause = clause_before(&text, verb);
    let clause = clause.rsplit_once('的').map_or(clause, |(_, own)| own);
    let start = verb - clause.len();
    if clause.starts_with(QUOTES.map(|(open, _)| open)) {
        let end = start + without_time(clause).len();
        let (range, kind) = quoted(&text, start)?;
        let between = text.get(range.usize().end..end)?.trim_start_matches(['”', '」', '』']);
        let dated = between.is_empty() && is_dated(&text[end..verb]);
        return dated.then_some((range, kind));
    }
    let may_begin = || begins_in_a_place(text, start, around) || clause.contains('号');
    let whole = (clause.len() > SHORTEST && may_begin()).then(|| without_time(clause))?;
    let end = start + whole.len();
    let kind = name(text, start..end, around, || Start::Alone)?;
    Some((TextRange::of(start, end), kind))
}

/// No name here is longer, in characters.
const LONGEST: usize = 28;

/// None is shorter, in bytes.
const SHORTEST: usize = "石湾".len() * 2;

/// A clause before its verb without adverbs and the time at its end.
fn without_time(clause: &str) -> &str {
    const TIMES: [&str; 20] = [
        "去年", "今年", "明年", "前年", "上月", "本月", "下月", "昨日", "昨天", "日前", "近日",
        "年底", "年初", "同年", "元旦", "春节", "清明", "五一", "端午", "国庆",
    ];
    const MOST_PLACE: usize = 10;
    let mut rest = clause;
    loop {
        let adverb = rest.char_indices().rev().take(3).map(|(at, _)| at).find(|&at| {
            ADVERB_WORDS.at(&rest[at..]).any(|(word, ())| at + word.len() == rest.len())
        });
        let time = TIMES.iter().find_map(|word| rest.strip_suffix(word));
        let unit = || {
            let number = rest.strip_suffix(['年', '月', '日', '底', '初'])?;
            let plain = number.trim_end_matches(|c| is_number(c) || matches!(c, '至' | '-' | '—'));
            (plain.len() < number.len() || number.ends_with('年')).then_some(plain)
        };
        let where_at = || {
            let at = rest.rfind('在')?;
            let place = &rest[at + "在".len()..];
            ((2..=MOST_PLACE).contains(&place.chars().count()) && place.chars().all(is_han))
                .then_some(&rest[..at])
        };
        let shorter = time.or_else(unit).or_else(|| adverb.map(|at| &rest[..at])).or_else(where_at);
        match shorter {
            Some(shorter) if !shorter.is_empty() => rest = shorter,
            _ => return rest,
        }
    }
}

/// `“甲贷”`, `“甲”补贴` where quotation marks open.
fn quoted(text: &str, open: usize) -> Option<(TextRange, InitiativeKind)> {
    const LONGEST: usize = 12;
    const LONGEST_KIND: usize = 8;
    const WAYS: [&str; 4] = ["机制", "模式", "体系", "制度"];
    let (mark, closing) = QUOTES.into_iter().find(|(mark, _)| text[open..].starts_with(*mark))?;
    let start = open + mark.len_utf8();
    let inside = reach_behind(text, start).split_once(closing)?.0;
    let close = start + inside.len() + closing.len_utf8();
    // “十五”项目 is of five years of the country.
    let years = inside.starts_with('十') && inside.ends_with('五');
    let fits = !years
        && (2..=LONGEST).contains(&inside.chars().count())
        && inside.chars().all(|c| is_han(c) || c.is_alphanumeric() || matches!(c, '·' | '-' | '—'));
    if !fits {
        return None;
    }
    let rest = &text[close..];
    let mut ends = rest.char_indices().map(|(at, c)| at + c.len_utf8()).take(LONGEST_KIND);
    let of_kind = ends.find_map(|end| {
        let what = &rest[..end];
        if WAYS.iter().any(|way| what.ends_with(way)) {
            return None;
        }
        let (kind, _) = kind_of_thing(what).filter(|_| what.chars().all(is_han))?;
        opens_what_follows(&rest[end..]).then_some((TextRange::of(open, close + end), kind))
    });
    of_kind.or_else(|| {
        let alone = !rest.starts_with(is_han) || opens_what_follows(rest);
        (alone && inside.chars().count() > 2)
            .then(|| (TextRange::of(start, start + inside.len()), InitiativeKind::Programme))
    })
}

/// What names may consist of.
fn is_part(c: char) -> bool {
    is_han(c) || c.is_ascii_alphanumeric() || matches!(c, '—' | '·')
}

/// True where no name goes on: a mark, a time, or a word that tells of what stands before.
fn opens_what_follows(behind: &str) -> bool {
    static WORDS: LazyLock<Words> = LazyLock::new(|| {
        let times = ["去年", "今年", "明年", "上月", "本月", "昨", "目前"];
        let told =
            ["总规模", "总投资", "首期", "一期", "正式", "面向", "覆盖", "定于", "计划", "预计"];
        let particles = ["已", "将", "在", "于", "由", "自", "是", "有", "也"];
        Words::new(times.into_iter().chain(told).chain(particles))
    });
    !behind.starts_with(is_part)
        || behind.starts_with(|c: char| c.is_ascii_digit())
        || WORDS.begin(behind)
}

/// What kind of thing a whole phrase names; none where it names none.
fn name(
    text: Text<'_>,
    range: std::ops::Range<usize>,
    around: Places<'_>,
    stands: impl FnOnce() -> Start,
) -> Option<InitiativeKind> {
    const LENGTHS: std::ops::RangeInclusive<usize> = 6..=28;
    const LEAST_WITHOUT_PLACE: usize = 6;
    let name = text.get(range.clone())?;
    let (kind, end) = kind_of_thing(name)?;
    let modifiers = &name[..name.len() - end.len()];
    let fits = LENGTHS.contains(&name.chars().count())
        && name.chars().all(is_part)
        && !name.contains(['和', '与', '及', '的'])
        && last_stop(modifiers) == 0
        && !counted(modifiers)
        && !is_one_of_many(name)
        && !only_general(modifiers)
        && (begins_in_a_place(text, range.start, around)
            || is_numbered_like_a_ship(modifiers)
            || modifiers.chars().count() >= LEAST_WITHOUT_PLACE && needs_no_place(stands(), end));
    fits.then_some(kind)
}

/// True where a name starts with a place, if only by its rank elsewhere in the article.
fn begins_in_a_place(text: Text<'_>, start: usize, around: Places<'_>) -> bool {
    starts_with_place(&text, start, around) || around.told_by_rank(&text[start..])
}

/// True where a name needs no place of its own.
fn needs_no_place(stands: Start, end: &str) -> bool {
    const CARRIED_OUT: [&str; 5] = ["项目", "工程", "计划", "行动", "基金"];
    const SPENT: [&str; 5] = ["项目", "工程", "基金", "资金", "资金池"];
    match stands {
        Start::Alone => false,
        Start::InAPlace => true,
        Start::Spent => SPENT.iter().any(|word| end.ends_with(word)),
        Start::Dated => CARRIED_OUT.iter().any(|word| end.ends_with(word)),
    }
}

/// 远岸二号 before 载人飞船: what several things of a kind are told apart by.
fn is_numbered_like_a_ship(modifiers: &str) -> bool {
    const LEAST: usize = 2;
    modifiers.match_indices('号').any(|(at, _)| {
        let own = modifiers[..at].trim_end_matches(is_number);
        own.len() < at && own.chars().count() >= LEAST && own.chars().all(is_han)
    })
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::spots::Spots;

    #[track_caller]
    fn check(text: &str, expected: &[&str]) {
        let found: Vec<_> = framed_names(Spots::of(text).text(text), Places::default())
            .iter()
            .map(|(range, _)| &text[range.usize()])
            .collect();
        assert_eq!(found, expected, "{text}");
    }

    #[test]
    fn what_a_dated_verb_stands_before() {
        check("11月成立的湖北莲藕保险共保体，由七家公司组成。", &["湖北莲藕保险共保体"]);
        check("由三市共建的四川桑蚕种质基因库在山中。", &["四川桑蚕种质基因库"]);
        // No place begins it, it names no thing, or nothing dates the verb.
        check("11月成立的莲藕保险共保体，由七家公司组成。", &[]);
        check("11月成立的湖北莲藕销售体系，由七家公司组成。", &[]);
        check("成立的湖北莲藕保险共保体。", &[]);
    }

    #[test]
    fn what_a_verb_acts_on() {
        check("三地商定组建湖北莲藕质量协作组，5月挂牌", &["湖北莲藕质量协作组"]);
        check("组建湖北莲藕质量协作组的想法", &[]);
        check("组建湖北和湖南莲藕质量协作组，", &[]);
        check("组建两个湖北莲藕质量协作组，", &[]);
    }

    #[test]
    fn things_in_quotation_marks_behind_what_is_told_of_them() {
        check("去年推出面向渔民的“远洋互助计划”，", &["远洋互助计划"]);
        check("开展专为渔民而设的「远洋互助计划」。", &["远洋互助计划"]);
        check("昨日发表最新的“渔船自动避碰系统”，", &["渔船自动避碰系统"]);
        check("昨日发表最新的“渔船避碰意见”，", &[]);
        check("开展面向渔民的“远洋互助好不好”，", &[]);
        check("推出面向渔民的鱼、虾和“远洋互助计划”，", &[]);
        check("去年推出面向渔民的“远洋互助计划”宣传画，", &[]);
    }

    #[test]
    fn what_a_verb_tells_of() {
        check("湖北山路自行车训练营地去年5月在石湾开工，", &[]);
        check("湖北山地种业园去年5月在石湾正式开工，", &["湖北山地种业园"]);
        check("湖北山地种业园旁边的路去年5月开工，", &[]);
        check("湖北采藕文化周8月3日开幕", &["湖北采藕文化周"]);
        // An exhibition is held, and does not come to life; a thing does, and is not held.
        check("湖北山地种业园8月3日举行", &[]);
    }

    #[test]
    fn what_has_its_sum_needs_no_place() {
        check("三地设立山洪首用风险补偿资金，首期规模6000万元，", &["山洪首用风险补偿资金"]);
        check("三地设立山洪首用风险补偿资金，大家都来，", &[]);
        check("三地设立山洪首用风险补偿资金，规模不小，", &[]);
    }

    #[test]
    fn what_happens_in_a_place_or_at_a_time_needs_no_place() {
        check("2021年实施的山洪灾害预警提升项目：", &["山洪灾害预警提升项目"]);
        check("2021年实施的山洪灾害预警提升车间：", &[]);
        check("石湾市启动包虫病综合防治攻坚行动，", &["包虫病综合防治攻坚行动"]);
        check("各地启动包虫病综合防治攻坚行动，", &[]);
        check("石湾市启动防治行动，", &[]);
    }

    #[test]
    fn what_money_is_spent_on() {
        check("总投资4.1亿元的湖北山地种业园去年3月开工，", &["湖北山地种业园"]);
        check("价值4.1亿元的湖北山地种业园里，", &[]);
    }

    #[test]
    fn names_in_quotation_marks() {
        check("“远岸3号”2023年3月投用，", &["远岸3号"]);
        check("“远岸3号”投用，", &[]);
        check("「舊報」資料庫去年3月31日開通，", &[]);
        check("「旧报」资料库去年3月31日开通，", &["「旧报」资料库"]);
        check("两市推出“换船”补贴，每艘五十万元", &["“换船”补贴"]);
        check("两市推出“换船”(第二版)邮票", &[]);
        check("建立“规划-执行-督导”闭环管理机制，", &[]);
        check("启动“十五”能力建设项目，", &[]);
    }
}
