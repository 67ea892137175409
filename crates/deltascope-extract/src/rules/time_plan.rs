//! Five-year plans by name: `“十四五”`, `十三五时期`, `“十五五”期间`.
//!
//! The quotation marks belong to the expression where it has them. The first plan began in 1953;
//! since the seventh (1986) each covers five calendar years.

use deltascope_model::Edtf;

use super::{Reading, Scan};
use crate::meaning::Meaning;

const OPENING: [&str; 4] = ["“", "\"", "「", "『"];
const CLOSING: [&str; 4] = ["”", "\"", "」", "』"];

/// A plan's name at this place.
pub(super) fn read(scan: Scan<'_>) -> Reading {
    let quoted = scan.eat_any(&OPENING);
    let name = quoted.map_or(scan, |(after, _)| after);
    let number = name.small().filter(|number| !number.arabic)?;
    // 二十五 would read as one number; the plan's is 十 and one digit before 五.
    let (plan, after) = plan_number(name, number.value)?;
    let after = match quoted {
        Some(_) => after.eat_any(&CLOSING)?.0,
        None => bare(name, after)?,
    };
    let first = 1986 + (plan as i32 - 7) * 5;
    if let Some((after, index)) = after.eat_any(&["期末", "末期", "末", "以来"]) {
        let year = Edtf::year(if index == 3 { first } else { first + 4 })?;
        let years = if index == 3 { Edtf::new(format!("{year}/..")).ok()? } else { year };
        return Some((after.since(scan), Meaning::Fixed(years)));
    }
    let after = after.eat_any(&["时期", "期间"]).map_or(after, |(after, _)| after);
    // “八五”普法 is a plan of another count.
    if after.rest().starts_with("普法") {
        return None;
    }
    let years = Edtf::interval(&Edtf::year(first)?, &Edtf::year(first + 4)?)?;
    Some((after.since(scan), Meaning::Fixed(years)))
}

/// The plan's number and the place after its 五.
fn plan_number(name: Scan<'_>, read: u32) -> Option<(u32, Scan<'_>)> {
    const NAMES: [(&str, u32); 12] = [
        ("七五", 7),
        ("八五", 8),
        ("九五", 9),
        ("十五五", 15),
        ("十四五", 14),
        ("十三五", 13),
        ("十二五", 12),
        ("十一五", 11),
        ("十五", 10),
        ("十六五", 16),
        ("十七五", 17),
        ("十八五", 18),
    ];
    let found = NAMES.iter().filter(|(plan, _)| name.rest().starts_with(plan));
    let (plan, number) = found.max_by_key(|(plan, _)| plan.len())?;
    (read <= 18 || *number < 10).then(|| (*number, name.skip(plan.len())))
}

/// Without quotation marks only the forms that are no ordinary numbers, before no measure word.
fn bare<'a>(name: Scan<'a>, after: Scan<'a>) -> Option<Scan<'a>> {
    let three = after.since(name) == "十四五".len();
    let counts = after.rest().starts_with(|c: char| {
        super::field::is_number(c)
            || "个岁人天米名家件年月日号点分次项位公里余多届层楼章条".contains(c)
    });
    let inside = name.before().ends_with(super::field::is_number);
    (three && !counts && !inside).then_some(after)
}

#[cfg(test)]
mod tests {
    use super::super::test::check;
    use super::*;

    fn years(text: &str) -> Meaning {
        Meaning::Fixed(Edtf::new(text).unwrap())
    }

    #[test]
    fn plans() {
        check(read, "“十四五”规划", Some(("“十四五”", years("2021/2025"))));
        check(read, "“十三五”期间,", Some(("“十三五”期间", years("2016/2020"))));
        check(read, "“十五五”思路", Some(("“十五五”", years("2026/2030"))));
        check(read, "十四五时期", Some(("十四五时期", years("2021/2025"))));
        check(read, "“十二五”末", Some(("“十二五”末", years("2015"))));
        check(read, "“十四五”以来", Some(("“十四五”以来", years("2021/.."))));
        check(read, "十四五,", Some(("十四五", years("2021/2025"))));
        check(read, "“八五”攻关", Some(("“八五”", years("1991/1995"))));
        check(read, "“八五”普法", None);
        check(read, "“九五五”", None);
        check(read, "十四五个人", None);
        check(read, "“十五”期间", Some(("“十五”期间", years("2001/2005"))));
        check(read, "十五个项目", None);
        check(read, "“十大行动”", None);
    }
}
