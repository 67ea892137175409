//! Lengths back from the reference: `近5年来`, `近三年`, `过去五年`, `5年来`, `三年前`.

use super::field::is_number;
use super::{Reading, Scan};
use crate::meaning::{Meaning, Unit};
use crate::numerals::small;

/// A length back at this place.
pub(super) fn read(scan: Scan<'_>) -> Reading {
    let before = scan.eat_any(&["近", "最近", "过去", "这", "此前"]).map(|(after, _)| after);
    let number_at = before.unwrap_or(scan);
    if before.is_none() && scan.before().ends_with(|c: char| is_number(c) || "第前.".contains(c))
    {
        return None;
    }
    let number = small(number_at.rest())?;
    let (after, unit) = unit(number_at.skip(number.len))?;
    if after.rest().starts_with(['期', '级', '多', '余', '制', '龄', '均']) && before.is_none()
    {
        return None;
    }
    if let Some(after) =
        after.eat("来").filter(|after| !after.rest().starts_with(['自', '临', '到']))
    {
        return Some((after.since(scan), Meaning::Last(number.value, unit)));
    }
    match before {
        // 近5年期 and 近三年级 are no periods of time.
        Some(_)
            if !after.rest().starts_with(['期', '级', '制', '龄']) && scan.eat("这").is_none() =>
        {
            let after = after.eat("间").or_else(|| after.eat("里")).unwrap_or(after);
            Some((after.since(scan), Meaning::Last(number.value, unit)))
        }
        None => {
            let after = after.eat("前")?;
            let clear = !after.rest().starts_with(['期', '夕', '后']);
            clear.then(|| (after.since(scan), Meaning::Ago(number.value, unit)))
        }
        _ => None,
    }
}

/// A unit of time, without the 年 of 年级 or 年代.
pub(super) fn unit(scan: Scan<'_>) -> Option<(Scan<'_>, Unit)> {
    let (after, index) = scan.eat_any(&["年", "个月", "周", "天"])?;
    let unit = [Unit::Year, Unit::Month, Unit::Week, Unit::Day][index];
    (!after.rest().starts_with(['代', '级'])).then_some((after, unit))
}

#[cfg(test)]
mod tests {
    use super::super::test::check;
    use super::*;

    #[test]
    fn lengths_back() {
        let years = |count| Meaning::Last(count, Unit::Year);
        check(read, "近5年来,", Some(("近5年来", years(5))));
        check(read, "近三年年均", Some(("近三年", years(3))));
        check(read, "过去五年,", Some(("过去五年", years(5))));
        check(read, "5年来,", Some(("5年来", years(5))));
        check(read, "这三年来", Some(("这三年来", years(3))));
        check(read, "最近两个月", Some(("最近两个月", Meaning::Last(2, Unit::Month))));
        check(read, "三年前,", Some(("三年前", Meaning::Ago(3, Unit::Year))));
    }

    #[test]
    fn lengths_alone_are_no_times() {
        for text in ["1-5年期", "5年期", "三年行动计划", "30多年", "4年攻关", "近20家", "近5年期"]
        {
            check(read, text, None);
        }
    }
}
