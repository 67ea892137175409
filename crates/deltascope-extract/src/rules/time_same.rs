//! The same period of another year: `去年同期`, `上年同期`, `2019年同期`; `同期` alone is the period
//! that was named before.

use super::field::year;
use super::{Reading, Scan};
use crate::meaning::{Field, Meaning};

/// A same period at this place.
pub(super) fn read(scan: Scan<'_>) -> Reading {
    if let Some((after, year)) = year(scan) {
        let end = after.eat("同期")?;
        return Some((end.since(scan), Meaning::SamePeriod(year)));
    }
    // 历史同期, 不同期限, 同期声: no period that was named.
    let other = scan
        .before()
        .ends_with(['史', '不', '年', '常', '往', '相', '合', '胎', '如', '季', '月', '天', '日']);
    let end = scan.eat("同期").filter(|_| !other)?;
    // 论坛同期举办 is at the same time, and no period of figures.
    let word = end.rest().starts_with([
        '限', '声', '刊', '货', '录', '群', '举', '召', '启', '亮', '展', '发', '开', '推', '上',
        '签', '揭',
    ]);
    (!word).then(|| (end.since(scan), Meaning::SamePeriod(Field::FromAntecedent(0))))
}

#[cfg(test)]
mod tests {
    use super::super::test::check;
    use super::*;

    #[test]
    fn same_periods() {
        let last_year = Meaning::SamePeriod(Field::FromReference(-1));
        check(read, "去年同期,", Some(("去年同期", last_year)));
        let year_before = Meaning::SamePeriod(Field::FromPeriod(-1));
        check(read, "上年同期增长", Some(("上年同期", year_before)));
        let same = Meaning::SamePeriod(Field::FromAntecedent(0));
        check(read, "同期,", Some(("同期", same)));
        check(read, "同期限", None);
        check(read, "同期举办", None);
        let history = "历史同期";
        assert_eq!(read(Scan::new(history, "历史".len())), None);
    }
}
