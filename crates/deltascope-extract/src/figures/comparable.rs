//! Which values can be compared, and whether two may be one.
//!
//! 1. measures of one kind are compared in one of them: 5000公顷 is 75000亩
//! 2. measure words count alike: 21600名 and 2.16万人
//! 3. a qualifier leaves values open, and so do the digits that a rounded value does not give

use deltascope_model::Figure;
use rust_decimal::Decimal;

/// A value `over` a bound lies so far above it at most, one `about` a value so far beside it: a tenth.
const NEAR: Decimal = Decimal::from_parts(1, 0, 0, false, 1);

/// A value `under` a bound lies so far below it at most: a twentieth.
const SHORT: Decimal = Decimal::from_parts(5, 0, 0, false, 2);

/// The indicator of ranks.
pub(super) const RANK: &str = "排名";

/// Values with fewer digits are no rounded ones.
const LEAST_DIGITS: u32 = 2;

/// Measures, each with the one that it is compared in and how many of those it is, in ten thousandths.
const MEASURES: [(&str, &str, i64); 13] = [
    ("公顷", "亩", 150_000),
    ("平方公里", "亩", 15_000_000),
    ("平方米", "亩", 15),
    ("公里", "米", 10_000_000),
    ("厘米", "米", 100),
    ("吨", "公斤", 10_000_000),
    ("斤", "公斤", 5_000),
    ("克", "公斤", 10),
    ("兆瓦", "千瓦", 10_000_000),
    ("吉瓦", "千瓦", 10_000_000_000),
    ("瓦", "千瓦", 10),
    ("毫升", "升", 10),
    ("立方米", "升", 10_000_000),
];

/// Measure words that count things or people one by one.
const SINGLE: [&str; 25] = [
    "个", "家", "所", "户", "名", "位", "人", "项", "件", "种", "台", "套", "台(套)", "座", "条",
    "处", "艘", "架", "辆", "只", "头", "支", "款", "间", "栋",
];

/// The unit that values of a figure's unit are compared in.
pub(super) fn unit(figure: &Figure) -> &str {
    let unit = figure.unit.as_str();
    let measure = MEASURES.iter().find(|(name, ..)| *name == unit).map(|(_, common, _)| *common);
    let counted = if SINGLE.contains(&unit) { "" } else { unit };
    measure.unwrap_or(counted)
}

/// Whether two values may be one; none where a value is a span.
pub(super) fn compatible(one: &Figure, other: &Figure) -> Option<bool> {
    let (low, high) = (reach(one)?, reach(other)?);
    Some(low.0 <= high.1 && high.0 <= low.1)
}

/// Whether one of two exact values is the other with fewer digits: 1.3亿 and 1.32亿.
pub(super) fn is_rounded(one: &Figure, other: &Figure) -> bool {
    let exact = [one, other].iter().all(|figure| figure.qualifier == "exact");
    let apart = || {
        let (one, other) = (reach(one)?.0, reach(other)?.0);
        Some((one - other).abs())
    };
    let open = |apart: Decimal| [one, other].iter().any(|figure| leaves_open(figure, apart));
    exact && apart().is_some_and(open)
}

/// Whether the digits of a value leave so much open. What is not told in thousands is told in full:
/// 620家, 3.2%.
fn leaves_open(figure: &Figure, apart: Decimal) -> bool {
    let Some(told) = stated(figure) else { return false };
    let digit = last_digit(told);
    let digits = told.normalize().mantissa().unsigned_abs().to_string();
    let digits = digits.trim_end_matches('0').len() as u32;
    digit >= Decimal::ONE_THOUSAND
        && digits >= LEAST_DIGITS
        && apart * Decimal::TWO <= digit * worth(figure)
}

/// The values that a figure leaves open, in the common unit: to the next of its last digit (超4.6万 is
/// below 4.7万), and not far away.
fn reach(figure: &Figure) -> Option<(Decimal, Decimal)> {
    let value = stated(figure)?;
    let margin = value.checked_mul(NEAR)?.abs().min(last_digit(value));
    let short = value.checked_mul(SHORT)?.abs().min(last_digit(value));
    let (low, high) = match figure.qualifier.as_str() {
        "over" => (value, value.checked_add(margin)?),
        // 前十 holds the ninth.
        "under" if figure.indicator == RANK => (Decimal::ONE, value),
        "under" => (value.checked_sub(short)?, value),
        "about" => (value.checked_sub(margin)?, value.checked_add(margin)?),
        _ => (value, value),
    };
    Some((low.checked_mul(worth(figure))?, high.checked_mul(worth(figure))?))
}

/// How many of the common unit the figure's unit is.
fn worth(figure: &Figure) -> Decimal {
    let measure = MEASURES.iter().find(|(name, ..)| *name == figure.unit);
    measure.map_or(Decimal::ONE, |&(.., worth)| Decimal::new(worth, 4))
}

/// What one more in the last digit is: 1000 of 46000, 0.1 of 2.5.
fn last_digit(value: Decimal) -> Decimal {
    let value = value.normalize();
    let mut unit = Decimal::new(1, value.scale());
    let mut rest = value.mantissa();
    while rest != 0 && rest % 10 == 0 {
        rest /= 10;
        unit *= Decimal::TEN;
    }
    unit
}

/// The value as told, in the figure's own unit.
pub(super) fn stated(figure: &Figure) -> Option<Decimal> {
    figure.value.parse().ok()
}

#[cfg(test)]
mod tests {
    use super::*;
    use deltascope_model::{Basis, Standing};

    fn figure(said: &str) -> Figure {
        let mut words = said.split(' ').map(str::to_owned);
        let mut next = || words.next().unwrap_or_default();
        Figure {
            id: String::new(),
            initiative: None,
            indicator: String::new(),
            value: next(),
            unit: next(),
            qualifier: next(),
            scope: None,
            as_of: None,
            as_of_basis: Basis::Stated,
            standing: Standing::Reported,
            evidence: Vec::new(),
        }
    }

    #[track_caller]
    fn check(one: &str, other: &str, expected: Option<bool>) {
        let (one, other) = (figure(one), figure(other));
        assert_eq!(compatible(&one, &other), expected, "{one:?} {other:?}");
        assert_eq!(compatible(&other, &one), expected, "{other:?} {one:?}");
    }

    #[test]
    fn values_that_may_be_one() {
        check("46441 台 exact", "46000 台 over", Some(true));
        check("46441 台 exact", "45000 台 over", Some(false));
        check("4980 家 exact", "5000 家 under", Some(true));
        check("18.2 % exact", "18 % about", Some(true));
        check("3/5 % exact", "4 % exact", None);
    }

    #[test]
    fn rounded_values() {
        let rounded = |one, other| is_rounded(&figure(one), &figure(other));
        assert!(rounded("132000000 CNY exact", "130000000 CNY exact"));
        assert!(!rounded("3.36 % exact", "3.4 % exact"));
        assert!(!rounded("136000000 CNY exact", "130000000 CNY exact"));
        assert!(!rounded("3.33 % exact", "3.34 % exact"));
        assert!(!rounded("620 家 exact", "623 家 exact"));
        assert!(!rounded("5000 家 exact", "5200 家 exact"));
    }

    #[test]
    fn measures_of_one_kind() {
        check("5000 公顷 exact", "75000 亩 exact", Some(true));
        check("2.4 公里 exact", "2400 米 exact", Some(true));
        check("2.4 公里 exact", "2500 米 exact", Some(false));
        check("6200 吨 exact", "6200000 公斤 exact", Some(true));
        assert_eq!(unit(&figure("3 公顷 exact")), unit(&figure("3 平方公里 exact")));
        assert_eq!(unit(&figure("3 名 exact")), unit(&figure("3 人 exact")));
        assert_ne!(unit(&figure("3 人次 exact")), unit(&figure("3 人 exact")));
    }
}
