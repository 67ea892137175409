//! Quarters and half-years by their distance: `上季度`, `本季度`, `下一季度`, `上个半年`; and those of a firm's
//! own year, of which no calendar knows where they begin: `2012财年`, `第二财季`.

use deltascope_model::Edtf;

use super::field::bare_year;
use super::{Reading, Scan};
use crate::meaning::Meaning;

const WHICH: [(&str, i32); 13] = [
    ("上", -1),
    ("上个", -1),
    ("上一", -1),
    ("上一个", -1),
    ("本", 0),
    ("这", 0),
    ("这个", 0),
    ("这一", 0),
    ("这一个", 0),
    ("下", 1),
    ("下个", 1),
    ("下一", 1),
    ("下一个", 1),
];

/// A quarter or half-year at this place.
pub(super) fn read(scan: Scan<'_>) -> Reading {
    if let Some((after, meaning)) = of_a_firm(scan) {
        return Some((after.since(scan), meaning));
    }
    // 以上季度: the word straddles two others.
    if scan.before().ends_with(['以', '加', '早', '网', '线', '如', '天']) {
        return None;
    }
    let which = WHICH.iter().filter(|(word, _)| scan.rest().starts_with(word));
    let (word, distance) = which.max_by_key(|(word, _)| word.len())?;
    let unit_at = scan.skip(word.len());
    if let Some(after) = unit_at.eat("季度") {
        return Some((after.since(scan), Meaning::PartOfYear(3, *distance)));
    }
    // 上半年 is the first half of a year; 上个半年 the half-year before.
    let after = unit_at.eat("半年").filter(|_| word.ends_with('个'))?;
    Some((after.since(scan), Meaning::PartOfYear(6, *distance)))
}

/// `2012财年`, about that year, and `第二财季`, of which nothing is known.
fn of_a_firm(scan: Scan<'_>) -> Option<(Scan<'_>, Meaning)> {
    let Some(number) = scan.digits() else {
        return quarter_of_a_firm(scan).map(|after| (after, Meaning::Undated));
    };
    let after = scan.skip(number.len).eat("财年")?;
    let (_, year) = bare_year(scan)?;
    let after = quarter_of_a_firm(after).unwrap_or(after);
    Some((after, Meaning::Fixed(Edtf::new(format!("{year:04}~")).ok()?)))
}

fn quarter_of_a_firm(scan: Scan<'_>) -> Option<Scan<'_>> {
    let number_at = scan.eat("第")?;
    let number = number_at.small().filter(|number| (1..=4).contains(&number.value))?;
    number_at.skip(number.len).eat("财季")
}

#[cfg(test)]
mod tests {
    use super::super::test::check;
    use super::*;

    #[test]
    fn quarters_by_distance() {
        check(read, "上季度,", Some(("上季度", Meaning::PartOfYear(3, -1))));
        check(read, "本季度盈利", Some(("本季度", Meaning::PartOfYear(3, 0))));
        check(read, "下一个季度", Some(("下一个季度", Meaning::PartOfYear(3, 1))));
        check(read, "上个半年", Some(("上个半年", Meaning::PartOfYear(6, -1))));
        for text in ["上半年", "本季", "上个季节", "这半年"] {
            check(read, text, None);
        }
    }

    #[test]
    fn years_of_a_firm() {
        let about = Meaning::Fixed(Edtf::new("2012~").unwrap());
        check(read, "2012财年盈利", Some(("2012财年", about.clone())));
        check(read, "2012财年第一财季,", Some(("2012财年第一财季", about)));
        check(read, "第二财季每股", Some(("第二财季", Meaning::Undated)));
        check(read, "第五财季", None);
    }
}
