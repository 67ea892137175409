//! Lengths on from the reference: `未来三年`, `今后五年`. 未来 alone is no time (`未来网络`).

use super::time_recent::length;
use super::{Reading, Scan};
use crate::meaning::{Meaning, Unit};

const AHEAD: [&str; 8] =
    ["未来", "未来的", "今后", "今后的", "接下来", "接下来的", "往后", "未来的这"];

/// A length ahead at this place.
pub(super) fn read(scan: Scan<'_>) -> Reading {
    let (number_at, _) = scan.eat_any(&AHEAD)?;
    if let Some((after, _)) = number_at.eat_any(&[
        "几年",
        "数年",
        "几个月",
        "几天",
        "几周",
        "几个星期",
        "几十年",
        "数月",
        "数周",
        "一段时间",
        "一个时期",
        "一段时期",
    ]) {
        return Some((inside(after).since(scan), Meaning::VagueAhead));
    }
    if let Some((after, days)) = whole_days(number_at.eat_blank()) {
        return Some((inside(after).since(scan), Meaning::Next(days, Unit::Day)));
    }
    let length = length(number_at.eat_blank())?;
    let after = inside(length.after);
    let next = Meaning::Next(length.count, length.unit);
    Some((after.since(scan), if length.about { Meaning::About(Box::new(next)) } else { next }))
}

/// `24小时`, `72小时`: hours that make whole days.
fn whole_days(scan: Scan<'_>) -> Option<(Scan<'_>, u32)> {
    let number = scan.digits().filter(|number| number.arabic)?;
    let (after, _) = scan.skip(number.len).eat_blank().eat_any(&["小时", "个小时"])?;
    ([24, 48, 72, 96].contains(&number.value)).then_some((after, number.value / 24))
}

/// The place after 内, 间 or 里, where they close a period.
fn inside(after: Scan<'_>) -> Scan<'_> {
    after
        .eat_any(&["内", "间", "里"])
        .filter(|(after, _)| !after.rest().starts_with(['容', '部', '外']))
        .map_or(after, |(after, _)| after)
}

#[cfg(test)]
mod tests {
    use super::super::test::check;
    use super::*;

    #[test]
    fn lengths_ahead() {
        check(read, "未来三年,", Some(("未来三年", Meaning::Next(3, Unit::Year))));
        check(read, "今后5年内", Some(("今后5年内", Meaning::Next(5, Unit::Year))));
        check(
            read,
            "未来5至10年,",
            Some(("未来5至10年", Meaning::About(Box::new(Meaning::Next(10, Unit::Year))))),
        );
        check(read, "未来几个星期内仍", Some(("未来几个星期内", Meaning::VagueAhead)));
        check(read, "今后一段时间", Some(("今后一段时间", Meaning::VagueAhead)));
        check(read, "未来24小时,", Some(("未来24小时", Meaning::Next(1, Unit::Day))));
        check(read, "今后72小时内", Some(("今后72小时内", Meaning::Next(3, Unit::Day))));
        check(read, "未来8小时", None);
        check(read, "未来网络试验设施", None);
        check(read, "未来产业", None);
    }
}
