//! What is the same as in another year or as was named before.
//!
//! 1. the same period of another year: `去年同期`, `上年同期`, `2019年同期`
//! 2. `同期`, or `同时期` at the head of a clause: the period that was named before
//! 3. the same time of the last year, to about a month: `去年此时`
//! 4. `这一天` at the head of a clause: the day that was named before

use super::field::year;
use super::{Reading, Scan};
use crate::meaning::{Field, Meaning, Unit};

/// A same period at this place.
pub(super) fn read(scan: Scan<'_>) -> Reading {
    if let Some(end) = scan.eat("这一天") {
        // 盼着这一天, 过了这一天: of any day; 这一天气, 这一天然: another word.
        let word = end.rest().starts_with(['气', '然', '才', '下', '天', '地', '平', '真']);
        return (opens_a_clause(scan) && !word).then(|| (end.since(scan), Meaning::SameDay));
    }
    if let Some(found) = time_of_last_year(scan) {
        return Some(found);
    }
    if let Some((after, year)) = year(scan) {
        let (end, _) = after.eat_any(&["同期", "同时期"])?;
        return Some((end.since(scan), Meaning::SamePeriod(year)));
    }
    // 历史同期, 不同期限, 同期声: no period that was named.
    let other = scan
        .before()
        .ends_with(['史', '不', '年', '常', '往', '相', '合', '胎', '如', '季', '月', '天', '日']);
    let long =
        scan.eat("同时期").filter(|end| opens_a_clause(scan) && !end.rest().starts_with('的'));
    let end = scan.eat("同期").or(long).filter(|_| !other)?;
    // 论坛同期举办 is at the same time, and no period of figures.
    let word = end.rest().starts_with([
        '限', '声', '刊', '货', '录', '群', '举', '召', '启', '亮', '展', '发', '开', '推', '上',
        '签', '揭',
    ]);
    (!word).then(|| (end.since(scan), Meaning::SamePeriod(Field::FromAntecedent(0))))
}

/// `去年此时`, `前年这个时候`: the month of that year.
fn time_of_last_year(scan: Scan<'_>) -> Reading {
    const THIS_TIME: [&str; 5] = ["此时", "这个时候", "这时候", "此刻", "这时"];
    let (after, index) = scan.eat_any(&["去年", "前年"])?;
    let (end, _) = after.eat("的").unwrap_or(after).eat_any(&THIS_TIME)?;
    // 目前年: the word straddles two others.
    let straddles = index == 1 && scan.before().ends_with(|c| !",，。；“".contains(c));
    let months = [12, 24][index];
    (!straddles)
        .then(|| (end.since(scan), Meaning::About(Box::new(Meaning::Ago(months, Unit::Month)))))
}

/// True at the head of a text or clause.
fn opens_a_clause(scan: Scan<'_>) -> bool {
    let before = scan.before().trim_end_matches(['“', '「', ' ', '　']);
    before.is_empty() || before.ends_with(|c| ",，。;；!！?？:：、\n".contains(c))
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
        check(
            read,
            "同时期船运更少",
            Some(("同时期", Meaning::SamePeriod(Field::FromAntecedent(0)))),
        );
        check(
            read,
            "去年同时期,",
            Some(("去年同时期", Meaning::SamePeriod(Field::FromReference(-1)))),
        );
        check(read, "同时期的画家", None);
        check(read, "同期限", None);
        check(read, "同期举办", None);
        let history = "历史同期";
        assert_eq!(read(Scan::new(history, "历史".len())), None);
    }

    #[test]
    fn same_times_and_days() {
        let year_ago = || Meaning::About(Box::new(Meaning::Ago(12, Unit::Month)));
        check(read, "去年此时,渡口", Some(("去年此时", year_ago())));
        check(read, "去年这个时候", Some(("去年这个时候", year_ago())));
        check(read, "去年,此时", None);
        check(read, "这一天,闸门打开", Some(("这一天", Meaning::SameDay)));
        check(read, "这一天气", None);
        for text in ["盼着这一天", "8月1日这一天"] {
            assert_eq!(read(Scan::new(text, text.len() - "这一天".len())), None, "{text}");
        }
    }
}
