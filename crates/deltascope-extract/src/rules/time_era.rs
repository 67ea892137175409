//! Periods that an event names: `党的十八大以来`, `新中国成立以来`, `改革开放以来`.

use deltascope_model::Edtf;

use super::{Reading, Scan};
use crate::meaning::Meaning;

/// What began when.
const EVENTS: [(&str, &str); 9] = [
    ("党的十六大以来", "2002-11/.."),
    ("党的十七大以来", "2007-10/.."),
    ("党的十八大以来", "2012-11/.."),
    ("党的十九大以来", "2017-10/.."),
    ("党的二十大以来", "2022-10/.."),
    ("党的二十届三中全会以来", "2024-07/.."),
    ("党的十八届三中全会以来", "2013-11/.."),
    ("新中国成立以来", "1949-10/.."),
    ("改革开放以来", "1978-12/.."),
];

/// A period since an event at this place.
pub(super) fn read(scan: Scan<'_>) -> Reading {
    let open = scan.eat("自").unwrap_or(scan);
    let (event, since) = EVENTS.iter().find(|(event, _)| open.rest().starts_with(event))?;
    let after = open.skip(event.len());
    Some((after.since(scan), Meaning::Known(Edtf::new(*since).ok()?)))
}

#[cfg(test)]
mod tests {
    use super::super::test::check;
    use super::*;

    #[test]
    fn since_events() {
        let since = |text: &str| Meaning::Known(Edtf::new(text).unwrap());
        check(read, "党的十八大以来,", Some(("党的十八大以来", since("2012-11/.."))));
        check(read, "自改革开放以来", Some(("自改革开放以来", since("1978-12/.."))));
        check(read, "党的十八大报告", None);
        assert!(EVENTS.iter().all(|(_, since)| Edtf::new(*since).is_ok()));
    }
}
