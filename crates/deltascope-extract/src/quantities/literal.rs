//! A number in Arabic digits: `46441`, `3,000.5`, `.5`, and the notations `2e5`, `2^5`, `12k`.
//!
//! `192.168.1.1` is no number.

use rust_decimal::Decimal;

use super::digits::arabic;

/// No power is taken higher than to this.
const HIGHEST_POWER: i64 = 60;

/// A number in Arabic digits at the head of a text.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) struct Literal {
    pub(super) value: Decimal,
    /// How many digits stand before the point.
    pub(super) count: u32,
    /// How many bytes state it.
    pub(super) len: usize,
}

impl Literal {
    pub(super) fn read(text: &str) -> Option<Self> {
        let mut digits = String::new();
        let mut len = take_digits(text, &mut digits);
        let commas: &[char] =
            if text.starts_with(|c: char| c.is_ascii()) { &[','] } else { &[',', '，'] };
        if (1..=3).contains(&digits.len()) {
            while let Some(group) = text[len..].strip_prefix(commas) {
                let mut three = String::new();
                let group_len = take_digits(group, &mut three);
                if three.len() != 3 {
                    break;
                }
                digits.push_str(&three);
                len = text.len() - group.len() + group_len;
            }
        }
        let count = digits.len() as u32;
        if let Some(fraction) = decimals(&text[len..]) {
            digits.push_str(if digits.is_empty() { "0." } else { "." });
            len = text.len() - fraction.len() + take_digits(fraction, &mut digits);
        }
        if decimals(&text[len..]).is_some() {
            return None;
        }
        let plain = Decimal::from_str_exact(&digits).ok()?;
        let (value, more) = notation(plain, &text[len..]).unwrap_or((plain, 0));
        Some(Self { value, count, len: len + more })
    }
}

/// `2点5` where it can be no hour: its value, and how many bytes state it.
pub(super) fn spoken(text: &str) -> Option<(Decimal, usize)> {
    let mut digits = String::new();
    let len = take_digits(text, &mut digits);
    let fraction = spoken_decimals(&text[len..]).filter(|_| len > 0)?;
    digits.push('.');
    let len = text.len() - fraction.len() + take_digits(fraction, &mut digits);
    Some((Decimal::from_str_exact(&digits).ok()?, len))
}

/// `e5`, `^-1`, `k` behind a number: its value and how many bytes that takes.
fn notation(value: Decimal, rest: &str) -> Option<(Decimal, usize)> {
    let mut chars = rest.chars();
    let mark = chars.next()?;
    if let Some(by) = thousands(mark) {
        let alone = !chars.as_str().starts_with(|c: char| c.is_ascii_alphanumeric() || c == '²');
        return alone.then_some((value.checked_mul(by)?, mark.len_utf8()));
    }
    if !matches!(mark, 'e' | 'E' | 'ｅ' | '^') {
        return None;
    }
    let unsigned = chars.as_str().trim_start_matches(['+', '-', '－']);
    let sign = &chars.as_str()[..chars.as_str().len() - unsigned.len()];
    let mut digits = String::new();
    let len = rest.len() - unsigned.len() + take_digits(unsigned, &mut digits);
    let power = digits.parse::<i64>().ok().filter(|power| *power <= HIGHEST_POWER)?;
    let base = if mark == '^' { value } else { Decimal::TEN };
    let mut factor = Decimal::ONE;
    for _ in 0..power {
        factor = factor.checked_mul(base)?;
    }
    if sign.contains(['-', '－']) {
        factor = Decimal::ONE.checked_div(factor)?;
    }
    let value = if mark == '^' { factor } else { value.checked_mul(factor)? };
    Some((value.round_sf(15)?, len))
}

fn thousands(mark: char) -> Option<Decimal> {
    match mark {
        'k' | 'K' | 'Ｋ' | 'ｋ' => Some(Decimal::ONE_THOUSAND),
        'M' => Some(Decimal::from(1_000_000)),
        _ => None,
    }
}

/// What stands behind a decimal point at the head of `text`, where it is a digit.
fn decimals(text: &str) -> Option<&str> {
    let spoken = || spoken_decimals(text).filter(|rest| is_scaled(rest));
    text.strip_prefix(['.', '．'])
        .filter(|rest| rest.starts_with(|c| arabic(c).is_some()))
        .or_else(spoken)
}

/// `5` behind the word for a point.
fn spoken_decimals(text: &str) -> Option<&str> {
    text.strip_prefix(['点', '點']).filter(|rest| rest.starts_with(|c| arabic(c).is_some()))
}

/// `5亿` of 3点5亿, which is no hour.
fn is_scaled(text: &str) -> bool {
    let scale = text.trim_start_matches(|c| arabic(c).is_some());
    scale.starts_with(['万', '萬', '亿', '億', '倍', '%', '％'])
}

/// Appends the digits at the head of `text` in ASCII; how many bytes they take.
fn take_digits(text: &str, digits: &mut String) -> usize {
    let mut len = 0;
    for c in text.chars() {
        let Some(value) = arabic(c) else { break };
        digits.extend(char::from_digit(value, 10));
        len += c.len_utf8();
    }
    len
}

#[cfg(test)]
mod tests {
    use super::*;

    #[track_caller]
    fn check(text: &str, expected: Option<(&str, &str)>) {
        let found = Literal::read(text).map(|one| (one.value.normalize().to_string(), one.len));
        assert_eq!(found, expected.map(|(value, read)| (value.to_owned(), read.len())), "{text}");
    }

    #[test]
    fn arabic_digits() {
        check("46441台", Some(("46441", "46441")));
        check("3,000.5万", Some(("3000.5", "3,000.5")));
        check("１２，３４５", Some(("12345", "１２，３４５")));
        check("12，345", Some(("12", "12")));
        check("1,23", Some(("1", "1")));
        check(".5", Some(("0.5", ".5")));
        check("192.168.1.1", None);
        check("3点5亿", Some(("3.5", "3点5")));
        check("8点20", Some(("8", "8")));
        check("12k", Some(("12000", "12k")));
        check("12km", Some(("12", "12")));
        check("2e5", Some(("200000", "2e5")));
        check("2^-1", Some(("0.5", "2^-1")));
    }
}
