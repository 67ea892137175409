//! The characters of numbers: digits, multipliers, and words of vagueness.
//!
//! Both scripts, the formal digits of cheques, and full-width forms are known here and nowhere else.

use rust_decimal::Decimal;

use crate::numerals::han_digit;

pub(super) use crate::numerals::arabic_digit as arabic;

/// The value of a Chinese digit, also in the other script and of the formal ones.
pub(super) fn han(c: char) -> Option<u32> {
    han_digit(c).or_else(|| {
        let value = match c {
            '壹' => 1,
            '贰' | '貳' | '两' | '兩' | '俩' | '倆' => 2,
            '叁' | '參' | '仨' => 3,
            '肆' => 4,
            '伍' => 5,
            '陆' | '陸' => 6,
            '柒' => 7,
            '捌' => 8,
            '玖' => 9,
            _ => return None,
        };
        Some(value)
    })
}

/// 十, 百 and 千.
pub(super) fn small_multiplier(c: char) -> Option<u32> {
    match c {
        '十' | '拾' => Some(10),
        '百' | '佰' => Some(100),
        '千' | '仟' => Some(1000),
        _ => None,
    }
}

/// 万, 亿 and 兆, which multiply all that stands before them.
pub(super) fn large_multiplier(c: char) -> Option<Decimal> {
    match c {
        '万' | '萬' => Some(Decimal::from(10_000)),
        '亿' | '億' => Some(Decimal::from(100_000_000)),
        '兆' => Some(Decimal::from(1_000_000_000_000_u64)),
        _ => None,
    }
}

/// 廿 and 卅: tens in one character.
pub(super) fn tens(c: char) -> Option<u32> {
    match c {
        '廿' => Some(20),
        '卅' => Some(30),
        _ => None,
    }
}

/// Whether a character multiplies.
pub(super) fn multiplies(c: char) -> bool {
    small_multiplier(c).is_some() || large_multiplier(c).is_some()
}

/// 几 and 数: some, where a multiplier stands before or after.
pub(super) fn some(c: char) -> bool {
    matches!(c, '几' | '幾' | '数' | '數')
}

/// 多 and 余: and more.
pub(super) fn and_more(c: char) -> bool {
    matches!(c, '多' | '余' | '餘')
}

/// Whether a numeral can begin with the character.
pub(super) fn begins(c: char) -> bool {
    arabic(c).is_some()
        || han(c).is_some()
        || multiplies(c)
        || tens(c).is_some()
        || some(c)
        || matches!(c, '.' | '-' | '−' | '－' | '负' | '負' | '半' | '对' | '對')
}

/// Formal digits that are words of their own: 大陆, 队伍, 放肆. Alone they are no number.
pub(super) fn is_word_alone(c: char) -> bool {
    matches!(c, '陆' | '陸' | '伍' | '肆' | '參' | '柒' | '捌' | '玖' | '拾' | '俩' | '倆' | '仨')
}
