//! Years counted from the first of a reign: `康熙三年五月`, `昭和20年8月15日`, `乾隆年间`.
//!
//! A month of a Chinese reign is one of the lunar calendar, so that it is about the month of the
//! same number and its day is not told. Japan has counted by the sun since 1873.

use std::sync::LazyLock;

use deltascope_model::Edtf;

use super::field::{day, month};
use super::{Reading, Scan, time_lunar};
use crate::endings::Endings;
use crate::meaning::{Field, Meaning, Point};
use crate::words::begins;

/// A reign with its first and last year. Those whose name is better known as a place's are left out.
const REIGNS: [(&str, i32, i32); 51] = [
    ("贞观", 627, 649),
    ("永徽", 650, 655),
    ("神龙", 705, 707),
    ("开元", 713, 741),
    ("天宝", 742, 756),
    ("会昌", 841, 846),
    ("建隆", 960, 963),
    ("太平兴国", 976, 984),
    ("咸平", 998, 1003),
    ("天圣", 1023, 1032),
    ("庆历", 1041, 1048),
    ("嘉祐", 1056, 1063),
    ("熙宁", 1068, 1077),
    ("元丰", 1078, 1085),
    ("元祐", 1086, 1094),
    ("宣和", 1119, 1125),
    ("建炎", 1127, 1130),
    ("乾道", 1165, 1173),
    ("淳熙", 1174, 1189),
    ("咸淳", 1265, 1274),
    ("至正", 1341, 1370),
    ("洪武", 1368, 1398),
    ("建文", 1399, 1402),
    ("永乐", 1403, 1424),
    ("宣德", 1426, 1435),
    ("正统", 1436, 1449),
    ("景泰", 1450, 1456),
    ("天顺", 1457, 1464),
    ("成化", 1465, 1487),
    ("弘治", 1488, 1505),
    ("正德", 1506, 1521),
    ("嘉靖", 1522, 1566),
    ("隆庆", 1567, 1572),
    ("万历", 1573, 1620),
    ("天启", 1621, 1627),
    ("崇祯", 1628, 1644),
    ("顺治", 1644, 1661),
    ("康熙", 1662, 1722),
    ("雍正", 1723, 1735),
    ("乾隆", 1736, 1795),
    ("嘉庆", 1796, 1820),
    ("道光", 1821, 1850),
    ("咸丰", 1851, 1861),
    ("同治", 1862, 1874),
    ("光绪", 1875, 1908),
    ("宣统", 1909, 1912),
    ("明治", 1868, 1912),
    ("大正", 1912, 1926),
    ("昭和", 1926, 1989),
    ("平成", 1989, 2019),
    ("令和", 2019, 2199),
];

/// The first year by which Japan's months are those of the sun.
const SOLAR: i32 = 1873;

/// No reign was longer, in years.
const LONGEST: u32 = 64;

/// Their names, by the last character.
static REIGN_ENDS: LazyLock<Endings> =
    LazyLock::new(|| Endings::new(REIGNS.iter().map(|(name, ..)| *name)));

/// True where a reign's name ends a text: a number after it is no year of ours.
pub(super) fn ends_with_reign(before: &str) -> bool {
    REIGN_ENDS.end(before)
}

/// A year, or the years, of a reign at this place.
pub(super) fn read(scan: Scan<'_>) -> Reading {
    let (name, first, last) = REIGNS.iter().find(|(name, ..)| begins(scan.rest(), name))?;
    let named = scan.skip(name.len());
    if let Some(after) = named.eat("年间") {
        let years = Edtf::interval(&Edtf::year(*first)?, &Edtf::year(*last)?)?;
        return Some((after.since(scan), Meaning::Fixed(years)));
    }
    let counted = || {
        let number = named.small()?;
        let after = named.skip(number.len).eat("年")?;
        (1..=LONGEST).contains(&number.value).then_some((after, number.value))
    };
    let (number_at, of_reign) = named.eat("元年").map(|after| (after, 1)).or_else(counted)?;
    let year = first + of_reign as i32 - 1;
    let japanese = ["明治", "大正", "昭和", "平成", "令和"].contains(name);
    if japanese && year >= SOLAR {
        let (after, of_year) = month(number_at).unwrap_or((number_at, Field::Open));
        let (after, of_month) =
            day(after).filter(|_| of_year.is_stated()).unwrap_or((after, Field::Open));
        let year = Field::Stated(year);
        let point = Point { year, month: of_year, day: of_month, ..Point::default() };
        return Some((after.since(scan), Meaning::Point(point)));
    }
    let lunar = time_lunar::new_year_day(number_at).map(|(after, month, _)| (after, month));
    let of_year = || time_lunar::month(number_at).map(|(after, month, _)| (day_of(after), month));
    let Some((after, month)) = lunar.or_else(of_year) else {
        let length = number_at.rest().starts_with(['期', '来', '代', '级', '间']);
        return (!length).then_some((number_at.since(scan), Meaning::Fixed(Edtf::year(year)?)));
    };
    let about = Edtf::new(format!("{year:04}-{month:02}~")).ok()?;
    Some((after.since(scan), Meaning::Fixed(about)))
}

/// The place after a day of the month, where there is one.
fn day_of(scan: Scan<'_>) -> Scan<'_> {
    let numbered = day(scan).map(|(after, _)| after);
    numbered.or_else(|| time_lunar::day(scan).map(|(after, ..)| after)).unwrap_or(scan)
}

#[cfg(test)]
mod tests {
    use super::super::test::check;
    use super::*;

    #[test]
    fn years_of_reigns() {
        let fixed = |text: &str| Meaning::Fixed(Edtf::new(text).unwrap());
        check(read, "康熙三年,", Some(("康熙三年", fixed("1664"))));
        check(read, "光绪24年", Some(("光绪24年", fixed("1898"))));
        check(read, "乾隆年间,", Some(("乾隆年间", fixed("1736/1795"))));
        check(read, "嘉靖元年", Some(("嘉靖元年", fixed("1522"))));
        check(read, "雍正四年正月初一,", Some(("雍正四年正月初一", fixed("1726-01~"))));
        check(read, "雍正四年大年三十", Some(("雍正四年大年三十", fixed("1726-12~"))));
        check(read, "道光二十年六月初八", Some(("道光二十年六月初八", fixed("1840-06~"))));
        let [year, month, day] = [1945, 8, 15].map(Field::Stated);
        let solar = Meaning::Point(Point { year, month, day, ..Point::default() });
        check(read, "昭和20年8月15日", Some(("昭和20年8月15日", solar)));
    }

    #[test]
    fn names_are_no_years() {
        for text in ["乾隆皇帝", "康熙字典", "大正集团", "永乐大典三年", "平成", "同治病"]
        {
            check(read, text, None);
        }
    }
}
