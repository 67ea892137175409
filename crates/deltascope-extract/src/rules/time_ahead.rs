//! Lengths on from the reference: `未来三年`, `今后五年`. 未来 alone is no time (`未来网络`).

use super::time_recent::length;
use super::{Reading, Scan};
use crate::meaning::Meaning;

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
    let length = length(number_at.eat_blank())?;
    let after = inside(length.after);
    let next = Meaning::Next(length.count, length.unit);
    Some((after.since(scan), if length.about { Meaning::About(Box::new(next)) } else { next }))
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
    use crate::meaning::Unit;

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
        check(read, "未来网络试验设施", None);
        check(read, "未来产业", None);
    }
}
