//! Whether a name is that of one thing: which edition or year it is of, how many such there are, or only
//! general words.

use std::sync::LazyLock;

use super::field::is_number;
use super::name_head::is_han;
use super::name_words::GENERAL;
use crate::words::Words;

/// 第二座光热电站, 下一届省运会: which of many it is, and not its name.
pub(super) fn is_one_of_many(name: &str) -> bool {
    const NEXT: [&str; 6] = ["下一届", "上一届", "新一届", "下届", "上届", "本届"];
    if NEXT.iter().any(|word| name.starts_with(word)) {
        return true;
    }
    let rest = name.strip_prefix('第').map(|rest| rest.trim_start_matches(is_number));
    rest.is_some_and(|rest| {
        rest.starts_with(['座', '条', '家', '个', '艘', '颗', '所', '处', '只'])
    })
}

/// False where no number and no reach stand before a head.
pub(super) fn may_be_of_many(before: &str) -> bool {
    const LONGEST: usize = 20;
    let name = |c: &char| c.is_alphanumeric() || matches!(c, '“' | '”' | '「' | '」');
    let near = before.chars().rev().take(LONGEST).take_while(name);
    near.into_iter().any(|c| matches!(c, '届' | '国' | '世' | '球' | '0'..='9'))
}

/// 甲国际兰展, 2025乙市茶业节
pub(super) fn is_of_a_reach(modifiers: &str, placed: bool) -> bool {
    const REACHES: [&str; 4] = ["国际", "全国", "世界", "全球"];
    let year = year_before(modifiers) > 0;
    placed && (year || REACHES.iter().any(|word| modifiers.contains(word)))
}

/// 第六届甲节, 首届乙展
pub(super) fn is_an_edition(name: &str) -> bool {
    name.starts_with('第') && name.contains('届') || name.starts_with("首届")
}

/// 第六届 before “甲杯”龙舟赛, or before “甲运动会”
pub(super) fn ends_in_an_edition(before: &str) -> bool {
    let number = before.trim_end_matches(['“', '「', '『']).strip_suffix('届');
    number.is_some_and(|number| {
        number.ends_with('首') || number.trim_end_matches(is_number).ends_with('第')
    })
}

/// 甲乙水利第六次联席会议
pub(super) fn is_numbered(name: &str) -> bool {
    let number = name.split_once('第').map(|(_, behind)| behind);
    let behind = number.map(|number| (number, number.trim_start_matches(is_number)));
    behind.is_some_and(|(number, rest)| rest.len() < number.len() && rest.starts_with(['次', '届']))
}

/// 甲组织委员会第一百三十届会议: of a body whose meetings are counted.
pub(super) fn is_a_session(name: &str) -> bool {
    const BODIES: [&str; 8] =
        ["委员会", "理事会", "大会", "常委会", "组织", "联盟", "协会", "董事会"];
    let Some((body, number)) = name.split_once('第') else { return false };
    let counted = number.trim_start_matches(is_number);
    counted.len() < number.len()
        && ["届会议", "次会议", "届全体会议", "次全体会议"].contains(&counted)
        && BODIES.iter().any(|end| body.len() > end.len() && body.ends_with(end))
}

/// 国家应急药物制度; the ways in which a place does something have no name.
pub(super) fn is_a_system_of_the_country(name: &str) -> bool {
    const LEAST: usize = 8;
    name.starts_with("国家") && name.chars().count() >= LEAST
}

/// 第四次成员大会: a meeting of whoever holds it.
pub(super) fn is_an_own_meeting(name: &str) -> bool {
    const MEETINGS: [&str; 8] = [
        "成员大会",
        "会员大会",
        "理事大会",
        "代表大会",
        "全体大会",
        "联席会议",
        "工作会议",
        "全体会议",
    ];
    let rest = name.strip_prefix('第').map(|rest| rest.trim_start_matches(is_number));
    rest.and_then(|rest| rest.strip_prefix(['次', '届']))
        .is_some_and(|rest| MEETINGS.contains(&rest))
}

/// 项目28项, 行动三次: a number of things.
pub(super) fn counted_behind(after: &str) -> bool {
    let after = after.trim_start_matches(['约', '近', '超', '达']);
    let rest = after.trim_start_matches(is_number);
    rest.len() < after.len() && rest.starts_with(|c| "项个次家批场起名".contains(c))
}

/// 两个…, 一家…, 各类…: what stands before a name says that it is a class.
pub(super) fn of_several(before: &str) -> bool {
    const SEVERAL: [&str; 9] =
        ["一批", "多个", "多座", "多家", "多条", "多项", "几个", "各类", "各级"];
    let measured = before.trim_end_matches(|c| "个家间座项条所批支颗".contains(c));
    let number = measured.trim_end_matches(is_number);
    SEVERAL.iter().any(|word| before.ends_with(word))
        || measured.len() < before.len() && number.len() < measured.len() && !number.ends_with('第')
}

/// 甲省、乙省两省农科院: the last of places that are listed, behind it how many they are.
pub(super) fn of_those_places(before: &str, modifiers: &str) -> bool {
    const LONGEST_PLACE: usize = 4;
    let listed = before.ends_with(['、', '和', '与']);
    let mut ends = modifiers.char_indices().skip(2).take(LONGEST_PLACE - 1).map(|(at, _)| at);
    listed && ends.any(|at| of_so_many_places(&modifiers[at..]).is_some())
}

/// 12家…, 三大…: a class of things, not one of them.
pub(super) fn counted(modifiers: &str) -> bool {
    // 全线41座隧道
    let digit = |c: char| c.is_ascii_digit();
    let rest = modifiers.trim_start_matches(|c| !digit(c)).trim_start_matches(digit);
    if rest.len() < modifiers.len() && rest.starts_with(['座', '条', '个', '家', '项']) {
        return true;
    }
    let after = modifiers.trim_start_matches(is_number);
    let arabic = modifiers.starts_with(|c| crate::numerals::arabic_digit(c).is_some());
    let arabic = arabic && year_before(modifiers) == 0;
    after.len() < modifiers.len()
        && (arabic || after.starts_with(|c| "家个间项大座所批条只支种类".contains(c)))
}

/// How long the year of a name is that begins with one: 2025 of 2025甲市茶博会.
pub(super) fn year_before(modifiers: &str) -> usize {
    const YEAR: usize = 4;
    let digits = modifiers.bytes().take_while(u8::is_ascii_digit).count();
    let goes_on = modifiers[digits..].starts_with(is_han) && !modifiers[digits..].starts_with('年');
    let year = digits == YEAR && (modifiers.starts_with("19") || modifiers.starts_with("20"));
    if year && goes_on { YEAR } else { 0 }
}

/// 沪浙苏海洋装备联合海试场: what several places have together is one thing.
pub(super) fn says_whose(modifiers: &str, name: &str) -> bool {
    const LEAST: usize = 6;
    const TOGETHER: [&str; 4] = ["联合", "共建", "共享", "协同"];
    const INSTITUTES: [&str; 4] = ["医院", "大学", "学院", "研究所"];
    modifiers.chars().count() >= LEAST
        && TOGETHER.iter().any(|word| modifiers.ends_with(word))
        && !INSTITUTES.iter().any(|word| name.ends_with(word))
}

/// General words, by their first character.
static GENERAL_WORDS: LazyLock<Words> = LazyLock::new(|| Words::new(GENERAL.iter().copied()));

/// True where only general words stand before the head.
pub(super) fn only_general(modifiers: &str) -> bool {
    let mut rest = modifiers;
    while !rest.is_empty() {
        let word = || GENERAL_WORDS.at(rest).next().map(|(word, ())| word.len());
        let Some(len) = of_so_many_places(rest).or_else(word) else { return false };
        rest = &rest[len..];
    }
    true
}

/// 五市, 三省: how many places something is of, and not which.
fn of_so_many_places(words: &str) -> Option<usize> {
    let behind = words.strip_prefix(|c| "两二三四五六七八九十各".contains(c))?;
    let rest = behind.strip_prefix(['省', '市', '地', '县', '区', '城'])?;
    Some(words.len() - rest.len())
}
