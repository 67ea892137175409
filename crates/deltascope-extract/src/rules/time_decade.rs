//! Decades and centuries: `2020年代`, `20世纪90年代`, `上世纪八十年代`, `21世纪`.

use deltascope_model::Edtf;

use super::field::bare_year;
use super::{Reading, Scan};
use crate::meaning::Meaning;
use crate::numerals::han_digit;

/// A decade or a century at this place.
pub(super) fn read(scan: Scan<'_>) -> Reading {
    if let Some((after, years)) = two_decades(scan) {
        return Some((after.since(scan), Meaning::Fixed(Edtf::new(years).ok()?)));
    }
    let (after, digits) =
        four_digits(scan).or_else(|| of_century(scan)).or_else(|| two_digits(scan))?;
    // 90年代末: which years, the text does not say.
    let (after, part) = match after.eat_any(&PARTS) {
        Some((end, _)) if !end.rest().starts_with(['级', '步', '心']) => (end, "~"),
        _ => (after, ""),
    };
    let since = after.eat("以来").filter(|_| part.is_empty());
    let text =
        if since.is_some() { format!("{}/..", digits.replace('X', "0")) } else { digits + part };
    Some((since.unwrap_or(after).since(scan), Meaning::Fixed(Edtf::new(text).ok()?)))
}

const PARTS: [&str; 12] =
    ["初", "末", "初期", "中期", "末期", "后期", "前期", "中后期", "中叶", "初叶", "中", "中前期"];

/// `2020年代`, but not 2020年代表
fn four_digits(scan: Scan<'_>) -> Option<(Scan<'_>, String)> {
    let (after, year) = bare_year(scan)?;
    let after = decade_word(after)?;
    (year % 10 == 0).then(|| (after, format!("{}X", year / 10)))
}

/// `90年代`, `八十年代`: of the last century. 20年代 may be of this one.
fn two_digits(scan: Scan<'_>) -> Option<(Scan<'_>, String)> {
    let inside = scan
        .before()
        .ends_with(|c: char| super::field::is_number(c) || matches!(c, '第' | '近' | '纪'));
    let number = scan.small().filter(|number| number.value % 10 == 0 && number.value >= 30)?;
    let after = decade_word(scan.skip(number.len)).filter(|_| !inside)?;
    Some((after, format!("19{}X", number.value / 10)))
}

/// `上世纪八九十年代`, `七八十年代`: two decades of the last century.
fn two_decades(scan: Scan<'_>) -> Option<(Scan<'_>, String)> {
    if scan.before().ends_with(|c: char| super::field::is_number(c) || c == '第') {
        return None;
    }
    let century = ["上世纪", "上个世纪", "20世纪", "二十世纪"];
    let decades_at = scan.eat_any(&century).map_or(scan, |(after, _)| after);
    let mut digits = decades_at.rest().chars().map(|c| han_digit(c).filter(|digit| *digit >= 3));
    let (first, second) = (digits.next()??, digits.next()??);
    let after = decades_at.skip(2 * '七'.len_utf8());
    let after = decade_word(after.eat("十")?)?;
    (second == first + 1).then(|| (after, format!("19{first}X/19{second}X")))
}

fn decade_word(scan: Scan<'_>) -> Option<Scan<'_>> {
    scan.eat("年代").filter(|after| !after.rest().starts_with(['表', '理', '言', '替', '码', '办']))
}

/// `20世纪90年代`, and 上世纪 as the twentieth.
fn of_century(scan: Scan<'_>) -> Option<(Scan<'_>, String)> {
    let (after, century) =
        if let Some((after, index)) = scan.eat_any(&["上世纪", "上个世纪", "本世纪"]) {
            (after, if index == 2 { 21 } else { 20 })
        } else {
            let number = scan.small().filter(|number| (15..=22).contains(&number.value))?;
            (scan.skip(number.len).eat("世纪")?, number.value)
        };
    let decade = after.small().filter(|number| number.value % 10 == 0);
    let decade = decade.and_then(|number| {
        Some((
            decade_word(after.skip(number.len))?,
            format!("{}{}X", century - 1, number.value / 10),
        ))
    });
    let names = ["大", "公", "广", "联", "佳", "金", "花", "城", "新"];
    let whole = || {
        (!names.iter().any(|name| after.rest().starts_with(name)))
            .then(|| (after, format!("{}XX", century - 1)))
    };
    decade.or_else(whole)
}

#[cfg(test)]
mod tests {
    use super::super::test::check;
    use super::*;

    #[test]
    fn decades() {
        let fixed = |text: &str| Meaning::Fixed(Edtf::new(text).unwrap());
        check(read, "2020年代", Some(("2020年代", fixed("202X"))));
        check(read, "上世纪90年代", Some(("上世纪90年代", fixed("199X"))));
        check(read, "20世纪八十年代末", Some(("20世纪八十年代末", fixed("198X~"))));
        check(read, "本世纪20年代", Some(("本世纪20年代", fixed("202X"))));
        check(read, "九十年代,", Some(("九十年代", fixed("199X"))));
        check(read, "上世纪80年代以来", Some(("上世纪80年代以来", fixed("1980/.."))));
        check(read, "2020年代表大会", None);
        check(read, "20年代", None);
        check(read, "上世纪八九十年代", Some(("上世纪八九十年代", fixed("198X/199X"))));
        check(read, "七八十年代,", Some(("七八十年代", fixed("197X/198X"))));
        check(read, "三九十年代", None);
        check(read, "21世纪", Some(("21世纪", fixed("20XX"))));
        check(read, "2024年代表", None);
        check(read, "新世纪", None);
    }
}
