//! Numbers: the same value in other characters.
//!
//! `1.8亿`, `18000万`, `180,000,000` and `一亿八千万` are one number. Values are whole millionths, so
//! that nothing is rounded; what does not fit is no number. Years and small numbers are left to the
//! search for their characters, as `二` and `2` mean too many things.

use deltascope_model::TextRange;
use deltascope_text::Letters;

use crate::scan::{Letter, alike};

/// A value has so many parts.
const ONE: u128 = 1_000_000;
/// The least value that is searched for in other forms.
pub(crate) const LEAST: u128 = 1000 * ONE;
/// The most characters of a number: more digits than a value holds.
pub(crate) const LONGEST: usize = 64;

/// A number that is searched for, with the text that must stand behind it.
pub(crate) struct Number<'t> {
    pub value: u128,
    pub after: &'t [Letter],
}

impl<'t> Number<'t> {
    /// The number that a term starts with; none where it has no other forms worth a search.
    pub fn read(term: &'t [Letter]) -> Option<Self> {
        let chars: Vec<char> = term.iter().map(|letter| letter[0]).collect();
        let (value, length) = number(&chars)?;
        let is_year = length == 4 && chars[..4].iter().all(char::is_ascii_digit) && chars[0] < '3';
        (value >= LEAST && !is_year).then(|| Self { value, after: &term[length..] })
    }

    /// Its places in a text, left to right.
    pub fn find_all(&self, letters: &Letters, raw: &str) -> Vec<TextRange> {
        let mut found = Vec::new();
        // Most texts hold few numbers: the characters are looked at once before they are copied.
        if !raw.chars().any(|c| starts(letters.fold_char(c))) {
            return found;
        }
        let places: Vec<usize> = raw.char_indices().map(|(at, _)| at).chain([raw.len()]).collect();
        // A full-width comma parts clauses, not digits.
        let fold = |c: char| if c == '，' { c } else { letters.fold_char(c) };
        let chars: Vec<char> = raw.chars().map(fold).collect();
        let mut at = 0;
        while at < chars.len() {
            if !starts(chars[at]) {
                at += 1;
                continue;
            }
            let Some((value, length)) = number(&chars[at..]) else {
                // What is too long to be read is passed as a whole.
                let run = chars[at..].iter().take_while(|c| c.is_ascii_digit() || **c == '.');
                at += run.count().max(1);
                continue;
            };
            let end = at + length + self.after.len();
            let follows = || {
                let behind = raw[places[at + length]..].chars().map(|c| letters.readings(c));
                behind.zip(self.after).all(|(c, after)| alike(c, *after))
            };
            if value == self.value && end <= chars.len() && follows() {
                found.push(TextRange::of(places[at], places[end]));
            }
            at += length;
        }
        found
    }
}

/// True for a character that a number starts with.
pub(crate) fn starts(c: char) -> bool {
    c.is_ascii_digit() || c == '十' || digit(c).is_some()
}

/// The number at the start of a text, and how many characters it has; fewer than [`LONGEST`].
pub(crate) fn number(chars: &[char]) -> Option<(u128, usize)> {
    // What is closed by 亿 or 万, by 千, 百 or 十, and by nothing yet.
    let (mut total, mut section, mut open) = (0_u128, 0_u128, None);
    // The unit right before, for 一万八 → 18000.
    let mut unit = ONE;
    let mut at = 0;
    let chars = &chars[..chars.len().min(LONGEST)];
    while let Some(&c) = chars.get(at) {
        if let Some(factor) = small(c) {
            // 十 alone is ten; 百 and 千 need a digit.
            let Some(digit) = open.take().or((c == '十').then_some(ONE)) else { break };
            section = u128::checked_mul(digit, factor)?.checked_add(section)?;
            unit = factor * ONE;
        } else if let Some(factor) = large(c) {
            let group = section.checked_add(open.take().unwrap_or(0))?;
            if group == 0 && (total == 0 || c == '万') {
                break;
            }
            if c == '亿' {
                total = total.checked_add(group)?.checked_mul(factor)?;
            } else {
                total = group.checked_mul(factor)?.checked_add(total)?;
            }
            section = 0;
            unit = factor * ONE;
        } else if open.is_some() {
            // Digits in a row (二〇二四) name a year or a code.
            if digit(c).is_some() || c == '〇' {
                return None;
            }
            break;
        } else if c.is_ascii_digit() {
            let (value, length) = decimal(&chars[at..])?;
            open = Some(value);
            at += length;
            unit = ONE;
            continue;
        } else if matches!(c, '零' | '〇') && at > 0 {
            unit = ONE;
        } else if let Some(digit) = digit(c) {
            open = Some(digit * ONE);
        } else {
            break;
        }
        at += 1;
    }
    // 一万八 is 一万八千, 一万零八 is not.
    let last = match open {
        Some(digit) if unit > 10 * ONE && chars[at - 1] > '9' => {
            digit.checked_mul(unit / (10 * ONE))?
        }
        open => open.unwrap_or(0),
    };
    (at > 0 && at < LONGEST).then_some((total.checked_add(section)?.checked_add(last)?, at))
}

/// Digits with commas between groups of three, and decimals.
fn decimal(chars: &[char]) -> Option<(u128, usize)> {
    let digits = |from: usize| chars[from..].iter().take_while(|c| c.is_ascii_digit()).count();
    let mut at = digits(0);
    let in_groups = at <= 3;
    while in_groups && chars.get(at) == Some(&',') && digits(at + 1) == 3 {
        at += 4;
    }
    let read = |part: &[char]| {
        part.iter()
            .filter_map(|c| c.to_digit(10))
            .try_fold(0_u128, |value, digit| value.checked_mul(10)?.checked_add(u128::from(digit)))
    };
    let whole = read(&chars[..at])?.checked_mul(ONE)?;
    let decimals = if chars.get(at) == Some(&'.') { digits(at + 1) } else { 0 };
    if decimals == 0 {
        return Some((whole, at));
    }
    let shift = u128::pow(10, u32::try_from(6_usize.checked_sub(decimals)?).ok()?);
    let part = read(&chars[at + 1..at + 1 + decimals])? * shift;
    Some((whole.checked_add(part)?, at + 1 + decimals))
}

fn digit(c: char) -> Option<u128> {
    let at = "一二三四五六七八九".chars().position(|digit| digit == c);
    at.map(|at| at as u128 + 1).or((c == '两').then_some(2))
}

fn small(c: char) -> Option<u128> {
    match c {
        '十' => Some(10),
        '百' => Some(100),
        '千' => Some(1000),
        _ => None,
    }
}

fn large(c: char) -> Option<u128> {
    match c {
        '万' => Some(10_000),
        '亿' => Some(100_000_000),
        _ => None,
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[track_caller]
    fn reads(text: &str, expected: Option<(u128, usize)>) {
        let chars: Vec<char> = text.chars().collect();
        let expected = expected.map(|(value, length)| (value * ONE / 100, length));
        assert_eq!(number(&chars), expected, "{text}");
    }

    /// The places of a number in a text.
    #[track_caller]
    fn check(term: &str, text: &str, expected: &[&str]) {
        let letters = Letters::whole();
        let term: Vec<Letter> = term.chars().map(|c| letters.readings(c)).collect();
        let found = Number::read(&term).map(|number| number.find_all(letters, text));
        let found: Vec<&str> =
            found.iter().flatten().map(|range| range.slice(text).unwrap()).collect();
        assert_eq!(found, expected, "{text}");
    }

    #[test]
    fn a_number_is_read_as_far_as_it_goes() {
        reads("1.8亿元", Some((18_000_000_000, 4)));
        reads("18000万", Some((18_000_000_000, 6)));
        reads("180,000,000", Some((18_000_000_000, 11)));
        reads("一亿八千万", Some((18_000_000_000, 5)));
        reads("1亿8000万人", Some((18_000_000_000, 7)));
        reads("1.8万亿", Some((180_000_000_000_000, 5)));
        reads("两千零五", Some((200_500, 4)));
        reads("一万八", Some((1_800_000, 3)));
        reads("一万零八", Some((1_000_800, 4)));
        reads("三百二十五个", Some((32_500, 5)));
        reads("十五", Some((1500, 2)));
        reads("3千", Some((300_000, 2)));
        reads("1,23", Some((100, 1)));
        reads("12,345,67", Some((1_234_500, 6)));
        reads("1234,567", Some((123_400, 4)));
        reads("3.", Some((300, 1)));
        reads("3.25", Some((325, 4)));
    }

    #[test]
    fn what_is_no_number_is_none() {
        reads("亿万", None);
        reads("二〇二四", None);
        reads("百年", None);
        reads("3.1234567", None);
        reads(&"9".repeat(60), None);
    }

    #[test]
    fn one_value_has_many_forms() {
        let text = "投入1.8亿元，即18000万、１８０,000,000元，约一億八千萬。又11.8亿，1.80亿。";
        let forms = ["1.8亿", "18000万", "１８０,000,000", "一億八千萬", "1.80亿"];
        check("1.8亿", text, &forms);
        check("一亿八千万", text, &forms);
        check("18000万元", text, &["1.8亿元", "１８０,000,000元"]);
        check("5000家", "五千家、5,000家和5千人", &["五千家", "5,000家"]);
        check("3400", "在3，400人", &[]);
    }

    #[test]
    fn years_and_small_numbers_have_no_other_form() {
        check("2024", "二千零二十四，2,024", &[]);
        check("12", "十二", &[]);
        check("二", "2000", &[]);
        check("约1.8亿", "1.8亿", &[]);
        check("2024年", "2,024年", &[]);
    }
}
