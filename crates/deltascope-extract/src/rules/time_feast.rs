//! Feasts and the days off around them: `国庆节`, `春节假期`, `2025年元旦`, `中秋`.
//!
//! Days off differ from year to year, so that 假期 stands for the feast's day. A feast that is also
//! a name (国庆, 清明) needs a word that tells.

use std::sync::LazyLock;

use super::field::{is_number, year};
use super::name_head::is_han;
use super::{Reading, Scan};
use crate::feasts::TERMS;
use crate::meaning::{Feast, Field, Meaning};
use crate::words::Words;

/// A feast's name, when it is, and whether the name is enough by itself.
const FEASTS: [(&str, Feast, bool); 42] = [
    ("农历新年", Feast::Lunar(1, 1), true),
    ("农历春节", Feast::Lunar(1, 1), true),
    ("农历除夕", Feast::BeforeNewYear(1), true),
    ("农历中秋", Feast::Lunar(8, 15), true),
    ("元旦", Feast::Solar(1, 1), true),
    ("春节", Feast::Lunar(1, 1), true),
    ("除夕", Feast::BeforeNewYear(1), true),
    ("元宵节", Feast::Lunar(1, 15), true),
    ("元宵佳节", Feast::Lunar(1, 15), true),
    ("“五一”", Feast::Solar(5, 1), true),
    ("五一", Feast::Solar(5, 1), false),
    ("劳动节", Feast::Solar(5, 1), true),
    ("五一劳动节", Feast::Solar(5, 1), true),
    ("“五一”国际劳动节", Feast::Solar(5, 1), true),
    ("五四青年节", Feast::Solar(5, 4), true),
    ("端午节", Feast::Lunar(5, 5), true),
    ("端午", Feast::Lunar(5, 5), false),
    ("儿童节", Feast::Solar(6, 1), true),
    ("六一儿童节", Feast::Solar(6, 1), true),
    ("“六一”国际儿童节", Feast::Solar(6, 1), true),
    ("“七一”", Feast::Solar(7, 1), true),
    ("建党节", Feast::Solar(7, 1), true),
    ("“八一”建军节", Feast::Solar(8, 1), true),
    ("建军节", Feast::Solar(8, 1), true),
    ("八一建军节", Feast::Solar(8, 1), true),
    ("七夕节", Feast::Lunar(7, 7), true),
    ("教师节", Feast::Solar(9, 10), true),
    ("中秋节", Feast::Lunar(8, 15), true),
    ("中秋", Feast::Lunar(8, 15), false),
    ("国庆节", Feast::Solar(10, 1), true),
    ("国庆", Feast::Solar(10, 1), false),
    ("“十一”", Feast::Solar(10, 1), true),
    ("重阳节", Feast::Lunar(9, 9), true),
    ("三八妇女节", Feast::Solar(3, 8), true),
    ("“三八”妇女节", Feast::Solar(3, 8), true),
    ("情人节", Feast::Solar(2, 14), true),
    ("愚人节", Feast::Solar(4, 1), true),
    ("护士节", Feast::Solar(5, 12), true),
    ("腊八节", Feast::Lunar(12, 8), true),
    ("植树节", Feast::Solar(3, 12), true),
    ("平安夜", Feast::Solar(12, 24), true),
    ("圣诞节", Feast::Solar(12, 25), true),
];

const DAYS_OFF: [&str; 14] = [
    "假期",
    "小长假",
    "长假",
    "黄金周",
    "假日",
    "期间",
    "节假日",
    "双节",
    "前夕",
    "当天",
    "当日",
    "前后",
    "佳节",
    "档期",
];

/// The feasts, by the first character of their names.
static NAMES: LazyLock<Words<(Feast, bool)>> = LazyLock::new(|| {
    let feasts = FEASTS.iter().map(|&(name, feast, enough)| (name, (feast, enough)));
    // 清明 is a name as well.
    let of_the_sun = |(name, term)| (name, (Feast::OfTheSun(term), name != "清明"));
    let ching_ming = TERMS.iter().find(|(name, _)| *name == "清明");
    let day = ching_ming.map(|&(_, term)| ("清明节", (Feast::OfTheSun(term), true)));
    Words::with(feasts.chain(TERMS.into_iter().map(of_the_sun)).chain(day))
});

/// A feast at this place.
pub(super) fn read(scan: Scan<'_>) -> Reading {
    let (name_at, of_year) = match year(scan) {
        // 去年的国庆, 去年过春节
        Some((after, year)) => {
            (after.eat_any(&["的", "过"]).map_or(after, |(after, _)| after), year)
        }
        None => (scan, Field::Open),
    };
    let (name, (feast, enough)) = NAMES.at(name_at.rest()).next()?;
    let named = name_at.skip(name.len());
    let off = named.eat_any(&DAYS_OFF);
    // 张国庆, 十五一: a person, a number. 国庆75周年: a count of years.
    let inside = name_at.before().ends_with(is_number);
    let counted = named.rest().starts_with(|c: char| {
        c.is_ascii_digit() || "周阅联晚序献路广劳大奖礼诗歌词门图口".contains(c)
    });
    let inside = inside || straddles(name_at, name);
    // 记者刘立春: a solar term alone stands where nothing is said yet, or behind a word of time.
    let of_the_sun = matches!(feast, Feast::OfTheSun(_)) && name != "清明节";
    let free = || {
        let before = name_at.before();
        !before.ends_with(is_han)
            || before.ends_with(|c| "是日天到近临逢迎入前后至过在".contains(c))
    };
    let certain = *enough && (!of_the_sun || free()) || off.is_some() || of_year != Field::Open;
    // 前夕, 当天 and 前后 are read but are not of the feast itself.
    let end = off.filter(|(_, index)| *index <= 5 || *index == 7).map_or(named, |(end, _)| end);
    let end = end.eat_any(&["期间", "假期"]).map_or(end, |(end, _)| end);
    (certain && !inside && !counted).then(|| (end.since(scan), Meaning::Feast(*feast, of_year)))
}

/// `成立春晖小学`, `青春分享会`, `今冬至明春`: the name's characters are of two other words.
fn straddles(name_at: Scan<'_>, name: &str) -> bool {
    let (before, behind) = match name {
        "立春" | "立夏" | "立秋" | "立冬" => ("成设建创确独对树自公私站挺", ""),
        "春分" | "秋分" => ("青中早初阳", "享配布析部会校店厂发外散别批期离"),
        "夏至" | "冬至" => ("今去隆寒严初入华盛", "今明次来翌年"),
        _ => return false,
    };
    name_at.before().ends_with(|c| before.contains(c))
        || name_at.skip(name.len()).rest().starts_with(|c| behind.contains(c))
}

#[cfg(test)]
mod tests {
    use super::super::test::check;
    use super::*;

    #[test]
    fn days_of_the_sun() {
        let term = |name| {
            let found = TERMS.iter().find(|(term, _)| *term == name);
            Feast::OfTheSun(found.expect("it is one of them").1)
        };
        check(read, "冬至,", Some(("冬至", Meaning::Feast(term("冬至"), Field::Open))));
        let of_2023 = Meaning::Feast(term("立夏"), Field::Stated(2023));
        check(read, "2023年立夏", Some(("2023年立夏", of_2023)));
        check(read, "清明,", None);
        check(read, "秋分配", None);
        for text in ["成立春晖小学", "今冬至明春", "青春分享会", "刘立春)"] {
            let at = text.chars().next().map_or(0, char::len_utf8);
            assert_eq!(read(Scan::new(text, at)), None, "{text}");
        }
    }

    #[test]
    fn feasts() {
        let solar = |month, day, year| Meaning::Feast(Feast::Solar(month, day), year);
        check(read, "国庆假期,", Some(("国庆假期", solar(10, 1, Field::Open))));
        check(read, "国庆节前,", Some(("国庆节", solar(10, 1, Field::Open))));
        check(read, "2025年元旦", Some(("2025年元旦", solar(1, 1, Field::Stated(2025)))));
        let spring = Meaning::Feast(Feast::Lunar(1, 1), Field::Open);
        check(read, "春节期间,", Some(("春节期间", spring)));
        let last_year = Meaning::Feast(Feast::Lunar(8, 15), Field::FromReference(-1));
        let last_spring = Meaning::Feast(Feast::Lunar(1, 1), Field::FromReference(-1));
        check(read, "去年过春节时", Some(("去年过春节", last_spring)));
        check(read, "去年中秋,", Some(("去年中秋", last_year)));
    }

    #[test]
    fn names_are_no_feasts() {
        for text in [
            "国庆局长",
            "清明上河图",
            "五一路",
            "五一个",
            "国庆75周年",
            "春节联欢晚会",
            "中秋先生",
            "2025年",
        ] {
            check(read, text, None);
        }
    }
}
