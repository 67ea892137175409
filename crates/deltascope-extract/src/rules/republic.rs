//! Years of the Republic of China: `民国三十八年`, `113年度`, `98年3月`.
//!
//! A number of two or three digits before 年 is as often a length. It is a year where its month follows, or
//! where the article counts so: it says 民国 of one such year, or has one that nothing else can be
//! (101年3月).

use super::Scan;
use super::field::{clear_of_numbers, is_number};
use super::time_reign::ends_with_reign;
use crate::meaning::Field;
use crate::spots::{List, Text};

/// The year before the first of the Republic.
const BEFORE_THE_FIRST: i32 = 1911;

/// The year of this number.
pub(super) fn year_of(number: u32) -> Field {
    Field::Stated(BEFORE_THE_FIRST + number as i32)
}

/// What stands behind the number of a year.
pub(crate) const YEAR: char = '年';

/// Whether a text, in Simplified characters, counts its years so.
pub(crate) fn is_counted_in(text: Text<'_>) -> bool {
    text.places(List::Years).any(|at| {
        let Some(behind) = text[at..].strip_prefix(YEAR) else { return false };
        let ahead = text[..at].trim_end_matches(' ');
        // Most years have four digits.
        let digits = ahead.bytes().rev().take(4).take_while(u8::is_ascii_digit).count();
        if digits == 4 {
            return false;
        }
        let words = ahead.trim_end_matches(|c| is_number(c) || c == '零');
        if words.len() < ahead.len() && words.trim_end_matches(' ').ends_with("民国") {
            return true;
        }
        // 101年3月
        let month = behind.trim_start_matches(|c: char| c.is_ascii_digit());
        digits == 3
            && month.len() < behind.len()
            && month.starts_with('月')
            && ahead[ahead.len() - 3..].parse().is_ok_and(|year: u32| (100..=150).contains(&year))
    })
}

/// `民国三十八年`, `民国113年`, `民国元年`
pub(super) fn named_year(scan: Scan<'_>) -> Option<(Scan<'_>, Field)> {
    let (number_at, _) = scan.eat_any(&["民国", "中华民国"])?;
    let number_at = number_at.eat_blank();
    if let Some(after) = number_at.eat("元年") {
        return Some((after, year_of(1)));
    }
    let number = number_at
        .small()
        .or_else(|| number_at.digits())
        .filter(|number| (1..=150).contains(&number.value))?;
    let after = number_at.skip(number.len).eat_blank().eat("年")?;
    (!after.rest().starts_with(['间', '代'])).then_some((after, year_of(number.value)))
}

/// `113年度`, `109年底`, and in an article that counts so `98年`.
pub(super) fn bare_year(scan: Scan<'_>) -> Option<(Scan<'_>, Field)> {
    let number = scan.digits().filter(|number| number.arabic && number.digits < 4)?;
    let after = scan.skip(number.len).eat_blank().eat("年").filter(|_| clear_of_numbers(scan))?;
    let told = after.eat_any(&["度", "底", "初", "上半年", "下半年"]).is_some()
        || after.eat("起").is_some() && scan.before().ends_with('自');
    let sure = number.digits == 3 && (100..=150).contains(&number.value) && told;
    let counted = scan.republic && (80..=130).contains(&number.value) && !is_length(scan, after);
    (sure || counted).then_some((after, year_of(number.value)))
}

/// `98年3月` and `九十八年三月`: a year by its month.
pub(super) fn year_of_month(scan: Scan<'_>) -> Option<(Scan<'_>, Field)> {
    let in_words = scan.small().filter(|number| !number.arabic);
    let number = in_words.or_else(|| scan.digits()).filter(|number| number.value >= 60)?;
    let after = scan.skip(number.len).eat_blank().eat("年").filter(|_| clear_of_numbers(scan))?;
    let in_words = !number.arabic && scan.rest()[..number.len].contains('十');
    let sure = match number.value {
        100..=150 => number.digits == 3,
        // 九十八年三月: of the last century it would be 九八年.
        60..=99 => in_words && !ends_with_reign(scan.before()) || scan.republic && number.arabic,
        _ => false,
    };
    sure.then_some((after, year_of(number.value)))
}

/// Whether a number of years is a length: `近90年`, `100年来`.
fn is_length(scan: Scan<'_>, after: Scan<'_>) -> bool {
    const BEFORE: &str = "近逾过满达约第每已有长用整共活这那两几历经时隔了续超";
    const BEHIND: &str = "来前后间多余以历里老期之级代左内来风树龄寿";
    after.rest().starts_with(|c| BEHIND.contains(c))
        || after.rest().starts_with("的历史")
        || scan.before().ends_with(|c| BEFORE.contains(c)) && !scan.before().ends_with("到了")
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::spots::Spots;

    #[test]
    fn articles_that_count_so() {
        for text in ["民国90年起推动", "自民国 一百零一年开始", "101年3月底完成"]
        {
            assert!(is_counted_in(Spots::of(text).text(text)), "{text}");
        }
        for text in ["民国时期", "民国初年", "2011年3月", "98年3月", "走过100年"] {
            assert!(!is_counted_in(Spots::of(text).text(text)), "{text}");
        }
    }

    #[track_caller]
    fn check(text: &str, counted: bool, expected: Option<(&str, i32)>) {
        let scan = Scan { republic: counted, ..Scan::new(text, 0) };
        let read = if text.contains('月') { year_of_month } else { bare_year };
        let found = read(scan);
        let found = found.map(|(after, year)| (&text[..after.since(scan)], year));
        let expected = expected.map(|(matched, year)| (matched, Field::Stated(year)));
        assert_eq!(found, expected, "{text}");
    }

    #[test]
    fn years_by_what_the_article_says() {
        check("98年的茶园", true, Some(("98年", 2009)));
        check("98年的茶园", false, None);
        check("98年3月", true, Some(("98年", 2009)));
        check("98年3月", false, None);
        check("九十八年三月", false, Some(("九十八年", 2009)));
        check("九八年三月", false, None);
        check("101年3月", false, Some(("101年", 2012)));
        check("90年来", true, None);
        check("20年的老店", true, None);
        check("112年度", false, Some(("112年", 2023)));
    }
}
