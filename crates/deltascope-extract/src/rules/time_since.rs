//! Open periods: `2022年以来`, `自2021年初`, `2024年起`, `自去年起`, `2030年前`.
//!
//! `9月1日起施行` is a point: the law begins on that day, and 起 belongs to the verb.

use super::field::bare_year;
use super::time_date::point;
use super::{Reading, Scan};
use crate::meaning::{Field, Meaning, Part, Point};

/// A word that a law's or a measure's first day stands before.
const FORCE: [&str; 6] = ["施行", "实施", "执行", "生效", "正式施行", "正式实施"];

/// An open period at this place.
pub(super) fn read(scan: Scan<'_>) -> Reading {
    let start =
        scan.eat_any(&["自从", "自"]).map(|(after, _)| after).filter(|_| !inside_word(scan));
    let (after, point) = start_point(start.unwrap_or(scan))?;
    if let Some((end, index)) = after.eat_any(&["以来", "起", "开始", "之前", "以前", "前"])
    {
        return match index {
            1 | 2 if starts_a_law(end) => None,
            1 if end.rest().starts_with(['步', '草', '诉', '到']) => None,
            0..=2 => Some((end.since(scan), Meaning::Since(point))),
            _ => before(scan, start, end, point),
        };
    }
    start.map(|_| (after.since(scan), Meaning::Since(point)))
}

/// `2030年前` and `2027年底前` are deadlines; `6月前三周` is not.
fn before(scan: Scan<'_>, start: Option<Scan<'_>>, end: Scan<'_>, point: Point) -> Reading {
    let named = point.year.is_stated() || point.part == Part::End || point.day.is_stated();
    let counts = end.rest().starts_with(|c: char| super::field::is_number(c) || c == '夕');
    (start.is_none() && named && !counts).then(|| (end.since(scan), Meaning::Before(point)))
}

/// A date, or four digits with 以来 right after them: `2022以来`.
fn start_point(scan: Scan<'_>) -> Option<(Scan<'_>, Point)> {
    point(scan).or_else(|| {
        let (after, year) = bare_year(scan)?;
        after.eat("以来")?;
        Some((after, Point { year: Field::Stated(year), ..Point::default() }))
    })
}

fn starts_a_law(after: Scan<'_>) -> bool {
    after.eat_any(&FORCE).is_some()
}

/// 各自, 来自, 独自: the 自 belongs to the word before.
fn inside_word(scan: Scan<'_>) -> bool {
    scan.before().ends_with(['各', '来', '独', '亲', '出', '源', '私', '擅'])
}

#[cfg(test)]
mod tests {
    use super::super::test::check;
    use super::*;

    fn year(value: i32) -> Point {
        Point { year: Field::Stated(value), ..Point::default() }
    }

    #[test]
    fn open_periods() {
        let early = Point { part: Part::Start, ..year(2021) };
        check(read, "自2021年初开展", Some(("自2021年初", Meaning::Since(early))));
        check(read, "2022年以来,", Some(("2022年以来", Meaning::Since(year(2022)))));
        check(read, "2022以来,", Some(("2022以来", Meaning::Since(year(2022)))));
        check(read, "2024年起,", Some(("2024年起", Meaning::Since(year(2024)))));
        let last = Point { year: Field::FromReference(-1), ..Point::default() };
        check(read, "自去年起,", Some(("自去年起", Meaning::Since(last))));
        check(read, "2030年前建成", Some(("2030年前", Meaning::Before(year(2030)))));
    }

    #[test]
    fn points_and_words_are_no_periods() {
        for text in ["9月1日起施行", "2022年,", "2022家", "2020年起草", "6月前三周"] {
            check(read, text, None);
        }
        let inside = "来自2021年";
        assert_eq!(read(Scan::new(inside, "来".len())), None);
    }
}
