//! Decades and centuries: `2020年代`, `20世纪90年代`, `上世纪八十年代`, `21世纪`.

use deltascope_model::Edtf;

use super::field::bare_year;
use super::{Reading, Scan};
use crate::meaning::Meaning;
use crate::numerals::small;

/// A decade or a century at this place.
pub(super) fn read(scan: Scan<'_>) -> Reading {
    let (after, digits) = four_digits(scan).or_else(|| of_century(scan))?;
    Some((after.since(scan), Meaning::Fixed(Edtf::new(digits).ok()?)))
}

/// `2020年代`
fn four_digits(scan: Scan<'_>) -> Option<(Scan<'_>, String)> {
    let (after, year) = bare_year(scan)?;
    let after = after.eat("年代")?;
    (year % 10 == 0).then(|| (after, format!("{}X", year / 10)))
}

/// `20世纪90年代`, and 上世纪 as the twentieth.
fn of_century(scan: Scan<'_>) -> Option<(Scan<'_>, String)> {
    let (after, century) = if let Some(after) = scan.eat("上世纪") {
        (after, 20)
    } else {
        let number = small(scan.rest()).filter(|number| (15..=22).contains(&number.value))?;
        (scan.skip(number.len).eat("世纪")?, number.value)
    };
    let decade = small(after.rest()).filter(|number| number.value % 10 == 0);
    let decade = decade.and_then(|number| {
        Some((
            after.skip(number.len).eat("年代")?,
            format!("{}{}X", century - 1, number.value / 10),
        ))
    });
    decade.or_else(|| Some((after, format!("{}XX", century - 1))))
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
        check(read, "20世纪八十年代末", Some(("20世纪八十年代", fixed("198X"))));
        check(read, "21世纪", Some(("21世纪", fixed("20XX"))));
        check(read, "2024年代表", None);
        check(read, "新世纪", None);
    }
}
