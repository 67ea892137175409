//! Lengths on from the reference: `未来三年`, `今后五年`. 未来 alone is no time (`未来网络`).

use super::time_recent::unit;
use super::{Reading, Scan};
use crate::meaning::Meaning;
use crate::numerals::small;

/// A length ahead at this place.
pub(super) fn read(scan: Scan<'_>) -> Reading {
    let (number_at, _) = scan.eat_any(&["未来", "今后", "接下来"])?;
    let number = small(number_at.rest())?;
    let (after, unit) = unit(number_at.skip(number.len))?;
    let after = after.eat("内").filter(|after| !after.rest().starts_with('容')).unwrap_or(after);
    Some((after.since(scan), Meaning::Next(number.value, unit)))
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
        check(read, "未来网络试验设施", None);
        check(read, "未来产业", None);
    }
}
